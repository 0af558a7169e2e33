"""States under their words: when a capital is its state, and when a place."""

from __future__ import annotations

from newsread.actors.countries import polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name import Name
from newsread.actors.spans import head_word
from newsread.tree import Parse

# A capital after these is a place, unless it is with, between or against it.
PLACE_PREPOSITIONS = frozenset(
    "in at near outside around across through inside via over into throughout within above "
    "from to".split()
)


def polity_key(parse: Parse, name: Name) -> tuple[str, str, str] | None:
    polity = name.polity
    if polity.relation == "capital":
        if acts_as_state(parse, name):
            whole = polities().get(polity.actor, polity)  # Brussels may stand for a bloc
            return (whole.kind, polity.actor, f"{name.form}: capital for the state")
        return ("place", name.form, "a capital as a place")
    if polity.relation == "people":
        return ("group", name.form, "people of a state")
    if polity.relation == "adjective" or not polity.actor:
        return None
    kind = polity.kind
    why = {
        "name": "list of states",
        "demonym": f"{name.form}: adjective of the state",
        "metonym": f"{name.form}: seat of its government",
    }[polity.relation]
    return (kind, polity.actor, why)


def acts_as_state(parse: Parse, name: Name) -> bool:
    """Does a capital stand for its state here?"""
    head = head_word(parse, name.first, name.last)
    dep, governor = parse.dep[head], parse.head[head]
    while dep == "conj":
        head = governor
        dep, governor = parse.dep[head], parse.head[head]
    if dep in ("nsubj", "nsubjpass", "agent", "dobj", "dative"):
        return parse.lemma[governor].lower() not in cue_words("place by verb") or dep == "nsubj"
    if dep == "poss":
        return True
    if dep == "pobj":
        preposition = parse.lower[governor]
        verb = parse.lemma[parse.head[governor]].lower()
        if preposition in PLACE_PREPOSITIONS:
            return preposition == "from" and verb in cue_words("state by verb")
        return preposition in ("with", "between", "against", "by", "toward", "towards", "for")
    return False
