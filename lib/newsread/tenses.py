"""Does the verb that an expression of time hangs on look back or ahead? From the parse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsread.timex.vocabulary import vocabulary

if TYPE_CHECKING:
    from newsread.tree import Parse

BACK, UNTOLD, AHEAD = -1, 0, 1
VERBS = {"VERB", "AUX"}
AUXILIARIES = {"aux", "auxpass"}
NEAR = 2  # "leaves on Friday" is two steps up
CLIMB = 12  # longer ways up the tree are errors of the parse
# Participles that tell of a plan: "scheduled for Friday", "due Monday".
PLANS = {"expected", "scheduled", "planned", "slated", "due", "supposed"}
# Who says "asked her to leave on Friday" speaks of a Friday to come.
# In the present of a headline or a chronicle these tell what has been: "he says on Friday".
TOLD = {"say", "tell", "write", "report", "show", "have", "do"}
# Their past is spelt as their present, and news tells of the past.
SAME = {"hurt", "hit", "cut", "put", "set", "let", "shut", "cost", "quit", "beat", "read", "spread",
        "split", "cast", "burst", "bid", "shed"}  # fmt: skip
ORDERS = {"ask", "tell", "order", "urge", "invite"}


def tense_at(parse: Parse) -> Callable[[int], int]:
    """A function from a character of the text to -1 (back), 1 (ahead) or 0 (not told)."""
    return lambda at: turn(parse, parse.token_at(at)) if len(parse) else UNTOLD


def turn(parse: Parse, i: int) -> int:
    """Where the verb above word ``i`` looks."""
    owner = any(parse.tag[k] == "POS" for k in parse.children[i])
    for steps in range(CLIMB):
        if parse.pos[i] in VERBS:
            near = steps <= NEAR and not owner
            return near_verb(parse, i) if near else settled(parse, i)
        if parse.pos[i] == "ADJ" and vocabulary().tense.get(parse.lower[i]) == "forward":
            return plan(parse, i)
        if parse.head[i] == i:
            return UNTOLD
        i = parse.head[i]
    return UNTOLD


def near_verb(parse: Parse, verb: int) -> int:
    """Also of the present: ``the final is on Friday`` and ``they play on Friday`` look ahead."""
    told = turn_of_verb(parse, verb)
    present = parse.tag[verb] in ("VBZ", "VBP") and parse.lemma[verb] not in TOLD
    if told == UNTOLD and present and parse.lower[verb] not in SAME:
        return AHEAD
    return told


def settled(parse: Parse, verb: int) -> int:
    """``is asking about Monday's debate``: what goes on now says nothing of a noun's day."""
    return UNTOLD if parse.tag[verb] == "VBG" else turn_of_verb(parse, verb)


def turn_of_verb(parse: Parse, verb: int, depth: int = 0) -> int:
    """Where this verb looks, by its helping verbs, its form, or the verb that it depends on."""
    helping = [k for k in parse.children[verb] if parse.dep[k] in AUXILIARIES]
    words = {parse.lower[k] for k in helping}
    tags = {parse.tag[k] for k in helping}
    if "to" in words:
        return infinitive(parse, verb, depth)
    if "MD" in tags or parse.tag[verb] == "MD":
        return BACK if "have" in words and "will" not in words else AHEAD
    if parse.lower[verb] in PLANS and parse.tag[verb] != "VBD":
        return plan(parse, verb)
    if words & {"had", "has", "have", "'ve", "did", "was", "were"} or parse.tag[verb] == "VBD":
        return BACK
    if shares_helpers(parse, verb, helping) and depth < CLIMB:
        return turn_of_verb(parse, parse.head[verb], depth + 1)
    if parse.tag[verb] == "VBG":
        if words & {"is", "are", "am", "'s", "'re", "'m"}:
            return AHEAD if depth == 0 or parse.lower[verb] == "going" else UNTOLD
        above = parse.head[verb]
        known = above != verb and parse.pos[above] in VERBS and depth < CLIMB
        return turn_of_verb(parse, above, depth + 1) if known else UNTOLD
    return BACK if parse.tag[verb] == "VBN" and not helping else UNTOLD


def shares_helpers(parse: Parse, verb: int, helping: list[int]) -> bool:
    """``would move in May and run in June``: the second verb borrows from the first."""
    joined = parse.dep[verb] == "conj" and parse.pos[parse.head[verb]] in VERBS
    return joined and not helping and parse.tag[verb] in ("VB", "VBN", "VBP")


def infinitive(parse: Parse, verb: int, depth: int) -> int:
    """``agreed to meet`` and ``told her to leave`` look ahead, ``managed to leave`` as it says."""
    above = parse.head[verb]
    if above == verb or depth >= CLIMB:
        return UNTOLD
    if parse.lower[above] in PLANS:
        return plan(parse, above)
    if parse.lower[above] in vocabulary().ahead or parse.lemma[above] in ORDERS:
        return AHEAD
    if parse.pos[above] in VERBS and parse.dep[verb] == "xcomp":
        return turn_of_verb(parse, above, depth + 1)
    return UNTOLD


def plan(parse: Parse, i: int) -> int:
    """``is due Friday`` looks ahead; ``had been due Friday`` was a plan, and its day is over."""
    near = [i, parse.head[i]]
    helping = {parse.lower[k] for top in near for k in parse.children[top]}
    return BACK if "had" in helping else AHEAD
