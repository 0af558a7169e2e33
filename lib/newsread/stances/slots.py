"""Slots: where, seen from a trigger, the words stand that hold it or are meant by it."""

from __future__ import annotations

from collections.abc import Iterator

from newsread.lexicons import words_for
from newsread.relatives import antecedent
from newsread.stances import roles
from newsread.stances.entries import KINDS, first_words
from newsread.stances.polar_words import polar_words
from newsread.tree import Parse

# A governing verb that makes its subject no holder of what the noun says ("rejected criticism").
UNDOES = "its subject does not hold what the noun says"


def governor_lemma(parse: Parse, noun: int) -> str:
    verb = roles.governor(parse, noun)
    return "" if verb is None else parse.lemma[verb]


def subject_of_noun(parse: Parse, noun: int) -> list[int]:
    """The subject of the verb that governs a noun: "X launched an attack"."""
    for verb in _made_by(parse, noun):
        if makers := roles.agent(parse, verb):
            return makers
    verb = roles.governor(parse, noun)
    if verb is None:
        return []
    if roles.is_passive(parse, verb):
        under = parse.dep[noun] in roles.SUBJECT or parse.head[noun] != verb
        return roles.agent(parse, verb) if under else roles.objects(parse, verb)
    found = roles.surface_subject(parse, verb)
    return [] if found is None or found == noun else [found]


def slot_words(parse: Parse, i: int, slots: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    prepositions = tuple(slot for slot in slots if slot not in SLOTS)
    for slot in slots:
        if slot in SLOTS:
            for token in SLOTS[slot](parse, i):
                yield slot, token
    if prepositions:
        for token in _after(parse, i, prepositions):
            yield "prep", token


# After the participle of a noun that acts ("criticism aimed at X", "lawsuit filed against X").
AIMED = ("at", "against", "on", "toward", "towards")


def _after(parse: Parse, i: int, prepositions: tuple[str, ...]) -> list[int]:
    """What the prepositions govern: the word's own, or for a noun also its verb's."""
    found = roles.objects_after(parse, i, prepositions)
    if found or parse.tag[i][0] not in "NJ":
        return found
    for verb in _made_by(parse, i):  # "sanctions imposed on X", "criticism levelled at X"
        found += roles.objects_after(parse, verb, (*prepositions, *AIMED))
    if found:
        return found
    verb = roles.governor(parse, i) if parse.tag[i][0] == "N" else _copula(parse, i)
    if verb is None:
        return []
    return [j for j in roles.objects_after(parse, verb, prepositions) if j > i]


def _made_by(parse: Parse, noun: int) -> list[int]:
    """Past participles after a noun, and the verb whose passive subject it is."""
    if parse.tag[noun][0] != "N":
        return []
    found = [c for c in parse.children[noun] if parse.dep[c] == "acl" and parse.tag[c] == "VBN"]
    return [*found, parse.head[noun]] if parse.dep[noun] == "nsubjpass" else found


def _copula(parse: Parse, adjective: int) -> int | None:
    return parse.head[adjective] if parse.dep[adjective] in ("acomp", "oprd") else None


def _subj(parse: Parse, i: int) -> list[int]:
    if parse.tag[i][0] == "V":
        return roles.subjects(parse, i)
    if parse.tag[i][0] == "I":
        head = parse.head[i]
        if _takes(parse, head, parse.lower[i]):
            return []  # "attack on", "vote against": the word before it speaks
        if parse.tag[head][0] == "V":
            return roles.subjects(parse, head)
        found = roles.noun_subject(parse, head)
        return [head] if found is None else [found]
    if governor_lemma(parse, i) in words_for("verb_uses", UNDOES):
        return []
    return subject_of_noun(parse, i)


def _takes(parse: Parse, i: int, preposition: str) -> bool:
    """An entry for this word has the preposition in its own frame."""
    return any(
        preposition in entry.target and kind in KINDS.get(parse.tag[i][0], ())
        for kind, found in first_words().get(parse.lemma[i], ())
        for entry in found
    )


def _obj(parse: Parse, i: int) -> list[int]:
    return roles.objects(parse, i)


def _poss(parse: Parse, i: int) -> list[int]:
    return [antecedent(parse, c) for c in parse.children[i] if parse.dep[c] == "poss"]


def _mod(parse: Parse, i: int) -> list[int]:
    return [
        c
        for c in parse.children[i]
        if parse.dep[c] in ("compound", "nmod", "amod") and parse.word[c][:1].isupper()
    ]


def _self(parse: Parse, i: int) -> list[int]:
    """What a role noun denotes: itself, and what it is said of."""
    found = [i]
    if parse.dep[i] == "conj" and parse.tag[parse.head[i]] in ("NN", "NNS"):
        i = parse.head[i]  # "a teacher and X supporter"
        found.append(i)
    if parse.dep[i] == "pobj" and parse.lower[parse.head[i]] == "of":
        one = parse.head[parse.head[i]]
        if parse.lower[one] in ONE_OF:  # "one of X's critics"
            i = one
    if parse.dep[i] in ("attr", "oprd"):
        subject = roles.surface_subject(parse, i)
        found += [] if subject is None else [subject]
    if parse.dep[i] in ("appos", "compound", "amod", "nmod"):
        found.append(parse.head[i])
    found += [c for c in parse.children[i] if parse.dep[c] == "appos"]
    return found[1:] or found  # whoever is named besides is the critic


ONE_OF = frozenset({"one", "some", "many", "several", "most", "two", "three"})


def _head(parse: Parse, i: int) -> list[int]:
    if parse.dep[i] in ("amod", "nmod", "compound"):
        return [parse.head[i]]
    found = roles.surface_subject(parse, i)
    return [] if found is None else [found]


def _next(parse: Parse, i: int) -> list[int]:
    """ "anti-X" is three words to the model."""
    if i + 2 < len(parse) and parse.word[i + 1] == "-" and parse.end[i] == parse.start[i + 1]:
        return [i + 2]
    return []


def clauses(parse: Parse, i: int) -> list[int]:
    return [c for c in parse.children[i] if parse.dep[c] in ("ccomp", "xcomp")]


def _claimed(parse: Parse, i: int) -> list[int]:
    """Of whom something is alleged or feared: the subject of the clause that says what."""
    return [
        d
        for c in parse.children[i]
        if parse.dep[c] == "ccomp" and c > i
        for d in parse.children[c]
        if parse.dep[d] in ("nsubj", "nsubjpass")
    ]


def _moved(parse: Parse, i: int) -> list[int]:
    """Whom one tells or asks to do something; who is only told that it is so is not moved."""
    to_do = any(
        parse.dep[c] in ("xcomp", "ccomp", "advcl") and _is_infinitive(parse, c)
        for c in parse.children[i]
    )
    return roles.objects(parse, i) if to_do else []


def _told(parse: Parse, i: int) -> list[int]:
    """Whom one warns; who is only warned that something will be so is an addressee."""
    stated = any(
        parse.dep[c] == "ccomp" and not _is_infinitive(parse, c) for c in parse.children[i]
    )
    return [] if stated else roles.objects(parse, i)


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] == "to" for c in parse.children[verb] if parse.dep[c] == "aux")


def _judged(parse: Parse, i: int) -> list[int]:
    """Of whom a judging word is said: the noun it stands with, the subject it is said of."""
    if parse.tag[i][0] == "N":
        return [j for j in _self(parse, i) if j != i]
    found = _head(parse, i)
    if parse.dep[i] == "amod" and parse.dep[found[0]] in ("attr", "appos", "oprd"):
        found = found + _self(parse, found[0])
    return found


def _doer(parse: Parse, i: int) -> list[int]:
    head = parse.head[i]
    return roles.subjects(parse, head) if parse.tag[head][0] == "V" else []


def _named(parse: Parse, i: int) -> list[int]:
    return roles.objects(parse, i)[:1] if complement_sign(parse, i) else []


def complement_sign(parse: Parse, i: int) -> int:
    """Whether "a liar" in "called X a liar" or "described X as a liar" is for or against X."""
    for c in parse.children[i]:
        if parse.dep[c] == "prep" and parse.lower[c] == "as":
            ends = parse.children[c]
        else:
            ends = [c] if parse.dep[c] == "oprd" else []
        for end in ends:
            for j in (end, *parse.children[end]):
                sign = polar_words().get((parse.lemma[j].lower(), parse.pos[j][0]))
                if sign and parse.dep[j] in ("oprd", "pobj", "amod"):
                    return sign
    return 0


SLOTS = {
    "voice": lambda parse, i: [],
    "moved": _moved,
    "told": _told,
    "judged": _judged,
    "doer": _doer,
    "named": _named,
    "subj": _subj,
    "obj": _obj,
    "poss": _poss,
    "mod": _mod,
    "self": _self,
    "head": _head,
    "next": _next,
    "clause": clauses,
    "claimed": _claimed,
    "object": roles.governed,
}


# How a reader is told where in the sentence holder and target stand.
PLACE_NAMES = {
    "subj": "its subject",
    "obj": "its object",
    "poss": "its owner",
    "mod": "the name before it",
    "self": "whom it names",
    "head": "whom it describes",
    "next": "the name after it",
    "moved": "whom it moves",
    "told": "its object",
    "judged": "whom it describes",
    "doer": "who does it",
    "named": "whom it describes",
    "voice": "who says so",
    "clause": "its clause",
    "claimed": "the subject of its clause",
    "object": "what follows it",
}
NOUN_PLACE_NAMES = PLACE_NAMES | {"subj": "the subject of its verb"}
PASSIVE_PLACE_NAMES = PLACE_NAMES | {
    "subj": "the “by” of the passive",
    "obj": "its passive subject",
}


def place_of(parse: Parse, i: int, slot: str, token: int) -> str:
    """A slot in words: "its object", "what follows “against”"."""
    if slot == "prep":
        above = parse.head[token]
        return f"what follows “{parse.lower[above]}”" if above != i else "what follows it"
    if parse.tag[i][0] == "N":
        return NOUN_PLACE_NAMES[slot]
    return (PASSIVE_PLACE_NAMES if roles.is_passive(parse, i) else PLACE_NAMES)[slot]
