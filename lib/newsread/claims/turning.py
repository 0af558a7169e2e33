"""Whether a cue is negated ("did not say", "refused to say") or hedged ("may say")."""

from __future__ import annotations

from newsread.claims.candidate import Candidate
from newsread.claims.cue_words import verbs_above
from newsread.claims.uses import LEAVES_UNDONE
from newsread.lexicons import words_for
from newsread.tree import Parse

TURNS = frozenset(("aux", "neg", "advmod", "cc", "preconj"))


def is_negated(parse: Parse, claim: Candidate) -> bool:
    """An odd number of turns: "could not resist saying" says it."""
    words = words_for("hedges", "negation")
    chain = verbs_above(parse, claim)
    undone = words_for("verb_uses", LEAVES_UNDONE)
    turns = any(_stands_at(parse, chain[0], words)) ^ _is_nothing(parse, claim)
    for verb in chain[1:]:
        turns ^= any(_stands_at(parse, verb, words))
        turns ^= parse.lemma[verb].lower() in undone or _has_yet(parse, verb)
    return turns


def is_hedged(parse: Parse, claim: Candidate) -> bool:
    words = words_for("hedges", "hedge")
    return any(any(_stands_at(parse, verb, words)) for verb in verbs_above(parse, claim))


def _stands_at(parse: Parse, verb: int, words: frozenset[str]):
    return (parse.lower[k] in words and parse.dep[k] in TURNS for k in parse.children[verb])


def _is_nothing(parse: Parse, claim: Candidate) -> bool:
    """ "has said nothing"."""
    return [parse.lower[i] for first, last in claim.content for i in range(first, last + 1)] == [
        "nothing"
    ]


def _has_yet(parse: Parse, verb: int) -> bool:
    """ "has yet to say"."""
    return parse.lemma[verb] == "have" and any(
        parse.lower[k] == "yet" for k in parse.children[verb]
    )
