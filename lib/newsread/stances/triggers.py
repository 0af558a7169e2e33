"""Words that carry a stance, and which words of the sentence hold it or are meant by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsread.lexicons import words_for
from newsread.stances import roles
from newsread.stances.entries import KINDS, Entry, first_words
from newsread.stances.reaching import (
    BELOW_HOLDER,
    BELOW_ROLE,
    BELOW_TARGET,
    Reached,
    reach,
)
from newsread.stances.slots import (
    NOUN_PLACE_NAMES,
    complement_sign,
    governor_lemma,
    place_of,
    slot_words,
    subject_of_noun,
)
from newsread.stances.weakening import weakened
from newsread.tree import Parse

# Whoever moves others to an act wants it.
MOVES_OTHERS = "moves somebody to do it"
# "X drew criticism from Y": the subject is at the other end of the noun.
RECEIVES = "its subject is whom the noun is about"
# Slots from which only equals are reached: the critic of X is not X, nor a cruel X's friend.
ALONE = frozenset({"self", "judged", "doer", "named"})


class Firing(NamedTuple):
    """An entry that fired: its words, who may hold it, who may be meant, and what weakens it.

    ``negated`` and ``hedged`` are the words that do so, "" where none does.
    """

    entry: Entry
    token: int
    last: int
    holders: tuple[Reached, ...]
    targets: tuple[Reached, ...]
    negated: str
    hedged: str


def find_firings(parse: Parse) -> Iterator[Firing]:
    """Every place where an entry of the lexicon finds its frame, in text order."""
    words = first_words()
    for i, lemma in enumerate(parse.lemma):
        kinds = words.get(lemma)
        if kinds is None or parse.tag[i] == "VBN":
            # "odds", and participles that are listed as adjectives ("alarmed by")
            kinds = (kinds or ()) + words.get(parse.lower[i], ())
        if not kinds:
            continue
        allowed = KINDS.get(parse.tag[i][0], frozenset())
        for kind, found in kinds:
            if kind in allowed:
                yield from _fire(parse, i, found)


def _fire(parse: Parse, i: int, found: tuple[Entry, ...]) -> Iterator[Firing]:
    for entry in found:
        last = i
        if entry.second:
            last = _second_word(parse, i, entry.second)
            if last is None:
                continue
        holders, targets = _fill(parse, i, entry)
        if not targets and entry.target:
            continue
        negated, hedged = weakened(parse, i)
        yield Firing(entry, i, last, tuple(holders), tuple(targets), negated, hedged)
        if entry.second:
            return


def _second_word(parse: Parse, i: int, second: str) -> int | None:
    return next((c for c in parse.children[i] if parse.lower[c] == second and c > i), None)


def _fill(parse: Parse, i: int, entry: Entry) -> tuple[list[Reached], list[Reached]]:
    """Who holds it and who is meant."""
    takes_it = entry.kind == "noun" and governor_lemma(parse, i) in words_for("verb_uses", RECEIVES)
    holders = [
        reached
        for slot, token in slot_words(parse, i, entry.holder)
        if (not (takes_it and slot == "subj") and token != i) or slot == "self"
        for reached in reach(
            parse,
            token,
            BELOW_ROLE if slot == "self" else BELOW_HOLDER,
            place=place_of(parse, i, slot, token),
        )
    ]
    if entry.kind == "verb" and "subj" in entry.holder:
        holders += _who_wants_it(parse, i)
    targets = [
        reached
        for slot, token in slot_words(parse, i, entry.target)
        for reached in reach(
            parse,
            token,
            BELOW_ROLE if slot in ALONE else BELOW_TARGET,
            complement_sign(parse, i) if slot == "named" else 1,
            place=place_of(parse, i, slot, token),
        )
        if reached.token != i
    ]
    if takes_it and not targets:
        targets = [
            reached
            for j in subject_of_noun(parse, i)
            for reached in reach(parse, j, BELOW_TARGET, place=NOUN_PLACE_NAMES["subj"])
        ]
    meant = {reached.token for reached in targets}
    return [reached for reached in holders if reached.token not in meant], targets


def _who_wants_it(parse: Parse, verb: int) -> list[Reached]:
    """To urge others to back X is to back X."""
    above = parse.head[verb]
    if parse.dep[verb] not in ("xcomp", "ccomp") or parse.lemma[above] not in words_for(
        "verb_uses", MOVES_OTHERS
    ):
        return []
    if parse.tag[verb] != "VB":
        return []
    own = set(roles.subjects(parse, verb))
    return [
        Reached(
            r.token, r.sign, r.sure * 0.7, r.path, f"who moves others to it (“{parse.word[above]}”)"
        )
        for subject in roles.subjects(parse, above)
        if subject not in own
        for r in reach(parse, subject, BELOW_HOLDER)
    ]
