"""What verbs do, as data/lexicons/verb_uses.csv names it."""

# "he seems to have gone": his going is what seems so.
RAISING = "what the infinitive says only seems so"
# "promised him to say": the subject says, not the object.
SUBJECT_CONTROL = "its subject does what the infinitive says"
# "has refused to say", "could not resist saying".
LEAVES_UNDONE = "what the infinitive says is not done"
# "went on to explain", with an infinitive that the parse takes for a purpose.
GOES_ON = "goes on to what the infinitive says"
# "when asked about it": the one who asks is not named.
ASKS = "asks or tells somebody, unnamed in the passive"
# "told the press that": the object is who is told, not what.
TELLS = "its object is who is told"
# "the war concluded with a treaty": how something went, not what somebody thinks.
COURSES = "tells how something went"
# "she was thrilled": how the subject feels, not what is done to it.
FEELS = "tells how its subject feels"
# "said in a statement".
MEDIUM = "it is said in"
