"""Negation and hedges: the words that make an act less than done."""

from __future__ import annotations

from functools import cache

from newsread.lexicons import words_for
from newsread.tree import Parse

# Governing verbs under which something is not done, is not so, or is left open.
UNDONE = ("what the infinitive says is not done", "what hangs below it is not so")
OPEN = ("what the infinitive says only seems so", "leaves open whether it is done")
NOT = frozenset({"no", "neither", "nor", "hardly", "barely", "scarcely", "without", "nobody"})
WITHOUT = frozenset({"without", "never"})
MODALS = frozenset({"may", "might", "could", "would", "should", "can", "ca"})
CONDITIONS = frozenset({"if", "unless", "whether"})


def weakened(parse: Parse, i: int) -> tuple[str, str]:
    """The words that negate a trigger and those that hedge it."""
    undone, left_open = _verbs(UNDONE) | WITHOUT, _verbs(OPEN)
    maybe = words_for("hedges", "hedge") | left_open
    negated: list[str] = []
    hedged: list[str] = []
    j = i
    for _ in range(4):
        for c in parse.children[j]:
            lower = parse.lower[c]
            if parse.dep[c] == "neg" or (lower in NOT and c < i and parse.dep[c] != "conj"):
                if not (lower == "only" or _not_only(parse, c)):
                    negated.append(parse.word[c])
            elif (
                lower in MODALS
                or (parse.dep[c] == "advmod" and (lower in maybe or parse.lemma[c] in maybe))
                or (parse.dep[c] == "mark" and lower in CONDITIONS)
            ):
                hedged.append(parse.word[c])
        head = parse.head[j]
        if head == j or parse.dep[j] not in ("xcomp", "pcomp", "dobj", "prep", "pobj", "acomp"):
            break
        if parse.lemma[head] in undone and not _ends_up(parse, head):
            negated.append(parse.word[head])
        elif parse.lemma[head] in left_open:
            hedged.append(parse.word[head])
        j = head
    return (negated[0] if len(negated) % 2 else ""), (hedged[0] if hedged else "")


def _not_only(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.lower[i + 1] in ("only", "just", "merely")


def _ends_up(parse: Parse, verb: int) -> bool:
    """Who ends up doing it does it."""
    return any(parse.dep[c] == "prt" and parse.lower[c] == "up" for c in parse.children[verb])


@cache
def _verbs(uses: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(words_for("verb_uses", use) for use in uses))
