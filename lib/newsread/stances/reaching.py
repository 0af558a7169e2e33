"""What is said of a phrase is passed on inside it.

To criticise X's plan is to criticise X; to reject an attack on Y is to be for Y.
"""

from __future__ import annotations

from typing import NamedTuple

from newsread.lexicons import words_for
from newsread.relatives import RELATIVE
from newsread.stances import roles
from newsread.stances.entries import Entry, entries
from newsread.stances.slots import clauses, slot_words
from newsread.tree import Parse


class Reached(NamedTuple):
    """A word reached from a slot: with which sign, how surely, by which steps, from where."""

    token: int
    sign: int = 1
    sure: float = 1.0
    path: str = ""
    place: str = ""


# How surely what is said of a phrase's head word is said of the words below it.
PASSED_ON = {
    "conj": 0.95,
    "appos": 0.95,
    "poss": 0.85,
    "nmod": 0.85,
    "compound": 0.85,
    "amod": 0.8,
    "npadvmod": 0.7,
}
PASSED_ON_AFTER = {
    "including": 0.9,
    "like": 0.9,
    "of": 0.8,
    "by": 0.8,
    "from": 0.7,
    "for": 0.6,
    "in": 0.5,
    "at": 0.5,
}
BELOW_HOLDER = frozenset({"of", "for", "in", "at", "from", "including"})
BELOW_ROLE: frozenset[str] = frozenset()
BELOW_TARGET = frozenset({"of", "by", "from", "including", "like"})
DEED = 0.85
DEEPEST = 4
LEAST_SURE = 0.2


def reach(
    parse: Parse,
    i: int,
    after: frozenset[str],
    sign: int = 1,
    sure: float = 1.0,
    path: str = "",
    depth: int = DEEPEST,
    place: str = "",
) -> list[Reached]:
    """The word and those below it of which the same (or the opposite) is said."""
    found = [Reached(i, sign, sure, path, place)]
    if depth == 0 or sure < LEAST_SURE:
        return found
    if parse.tag[i][0] == "V":
        return found + _reach_clause(parse, i, after, sign, sure, path, depth, place)
    owner_sign = _turned_for_owner(parse, i, sign) if after is BELOW_TARGET else sign
    polar = _polar_noun(parse, i) if after is BELOW_TARGET else None
    if polar:
        for slot, j in slot_words(parse, i, tuple(s for s in polar.target if s != "poss")):
            if j != i and slot == "prep":
                step = f"{path} {parse.word[i]}".strip()
                turned = sign * polar.polarity
                found += reach(parse, j, after, turned, sure * 0.7, step, depth - 1, place)
        after = after - set(polar.target)
    for c in parse.children[i]:
        dep = parse.dep[c]
        if after is BELOW_ROLE and dep not in ("conj", "appos"):
            continue  # the critic of X is not X
        if dep in PASSED_ON and not (dep == "amod" and parse.tag[c][0] == "V"):
            step = path if dep in ("conj", "appos") else f"{path} {parse.word[i]}".strip()
            deeper = depth if dep == "conj" else depth - 1
            passed = owner_sign if dep == "poss" else sign
            found += reach(parse, c, after, passed, sure * PASSED_ON[dep], step, deeper, place)
        elif dep == "prep" and parse.lower[c] in after and not _only_there(parse, i, c, after):
            step = f"{path} {parse.word[i]} {parse.lower[c]}".strip()
            less = sure * PASSED_ON_AFTER[parse.lower[c]]
            passed = owner_sign if parse.lower[c] == "of" else sign
            for d in roles.governed(parse, c):
                found += reach(parse, d, after, passed, less, step, depth - 1, place)
        elif (
            dep == "relcl" and after is BELOW_TARGET and roles.is_thing(parse, i)
        ):  # "the job X did"
            step = f"{path} {parse.word[i]}".strip()
            for d in parse.children[c]:
                if parse.dep[d] == "nsubj" and parse.tag[d] not in RELATIVE:
                    found += reach(parse, d, after, sign, sure * DEED, step, depth - 1, place)
    return found


def _only_there(parse: Parse, i: int, preposition: int, after: frozenset[str]) -> bool:
    """ "Officials in Oslo" speak for Norway, "rebels in Norway" do not."""
    if after is not BELOW_HOLDER or parse.lower[preposition] not in ("in", "at"):
        return False
    return parse.tag[i] in ("NN", "NNS") and not any(
        parse.lower[i] in words_for("noun_uses", use) for use in SPEAK_FOR_IT
    )


def _turned_for_owner(parse: Parse, i: int, sign: int) -> int:
    """To be for X's arrest is to be against X."""
    lemma = parse.lemma[i]
    turns = lemma in words_for("misfortunes", FORCED) or lemma in words_for("misfortunes", CHOSEN)
    return -sign if turns else sign


def _reach_clause(parse, i, after, sign, sure, path, depth, place) -> list[Reached]:
    """To be against what harms Y is to be for Y."""
    found: list[Reached] = []
    for entry in entries().get(("verb", parse.lemma[i]), ()):
        if entry.polarity and not entry.second:
            step = f"{path} {parse.word[i]}".strip()
            turned = sign * entry.polarity
            for _, j in slot_words(parse, i, entry.target):
                found += reach(parse, j, after, turned, sure * 0.6, step, depth - 1, place)
            return found
    if any(parse.lower[c] in FREE_RELATIVE for c in parse.subtree(i)):
        for c in clauses(parse, i):  # "what it claimed to be X": X is meant
            for d in parse.children[c]:
                if parse.dep[d] in ("attr", "oprd"):
                    found += reach(parse, d, after, sign, sure * 0.9, path, depth - 1, place)
    return found


# Whose words are those of the place or body they are in.
SPEAK_FOR_IT = ("those who lead", "those who govern")
# What ends somebody's standing, against their will or by it.
FORCED = "takes somebody's place away"
CHOSEN = "gives up one's place"
FREE_RELATIVE = frozenset({"what", "whom", "whoever", "whomever"})


def _polar_noun(parse: Parse, i: int) -> Entry | None:
    if parse.tag[i][0] != "N":
        return None
    found = entries().get(("noun", parse.lemma[i]))
    return found[0] if found and found[0].polarity else None
