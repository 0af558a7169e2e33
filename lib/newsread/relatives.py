"""What a relative pronoun stands for: the "minister" of "the minister who resigned"."""

from __future__ import annotations

from newsread.tree import Parse

RELATIVE = frozenset({"WP", "WDT", "WP$"})
FARTHEST = 6


def antecedent(parse: Parse, i: int) -> int:
    """The word it stands for; any word but a relative pronoun stands for itself."""
    if parse.tag[i] not in RELATIVE:
        return i
    j = i
    for _ in range(FARTHEST):
        if parse.dep[j] == "relcl":
            named = parse.head[j]
            return _whose_place(parse, named) if parse.tag[i] != "WDT" else named
        if parse.head[j] == j:
            break
        j = parse.head[j]
    return i


def _whose_place(parse: Parse, i: int) -> int:
    """ "a diplomat in Oslo, who left": who is a diplomat, not a city."""
    before = parse.head[i]
    if parse.dep[i] != "pobj" or parse.pos[parse.head[before]] not in ("NOUN", "PROPN"):
        return i
    is_place = any(a <= i <= b and label in ("GPE", "LOC") for a, b, label in parse.entities)
    return parse.head[before] if is_place else i
