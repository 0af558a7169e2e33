"""Noun phrases that may refer to somebody: "the ministry", "officials in Oslo", "a teacher".

Only nouns of ``data/lexicons/roles.csv`` are looked at, and what is said of somebody.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsread.lexicons import read_lexicon
from newsread.tree import Parse


class Role(NamedTuple):
    kind: str
    gender: str


class Description(NamedTuple):
    first: int
    last: int
    head: int
    role: Role
    plural: bool


# A noun in one of these places may be said of somebody though it is no role ("a legend").
SAID_OF = frozenset({"attr", "appos"})

ANYTHING = Role("any", "")


@cache
def roles() -> dict[str, Role]:
    return {row["noun"]: Role(row["kind"], row["gender"]) for row in read_lexicon("roles")}


OWNING = frozenset({"of", "in", "from", "for", "at", "with", "to"})


def find_descriptions(parse: Parse, covered: list[bool]) -> dict[int, Description]:
    """Noun phrases headed by a role noun, by head word. ``covered``: words inside names."""
    found: dict[int, Description] = {}
    known = roles()
    for i, tag in enumerate(parse.tag):
        if tag[:2] != "NN" or covered[i]:
            continue
        plural = tag in ("NNS", "NNPS")
        role = known.get(parse.lower[i]) or known.get(parse.lemma[i].lower())
        if role is None:
            if parse.dep[i] not in SAID_OF or tag != "NN":
                continue
            role = ANYTHING
        if parse.dep[i] in ("compound", "nmod") and parse.head[i] != i:
            continue
        plural = plural or (role.kind == "group" and not role.gender)
        found[i] = Description(_left(parse, i), _right(parse, i), i, role, plural)
    return found


def _left(parse: Parse, i: int) -> int:
    left = i
    for child in parse.children[i]:
        if child >= i:
            break
        if parse.dep[child] not in ("punct", "cc", "preconj", "appos", "relcl", "acl", "advcl"):
            left = parse.left[child]
            break
    while left < i and parse.pos[left] in ("PUNCT", "ADP", "CCONJ"):
        left += 1
    if left == i and i > 1 and parse.word[i - 1] == "-":  # "a co-founder"
        left = i - 2
        if i > 2 and parse.tag[i - 3] in ("DT", "PRP$"):
            left = i - 3
    return left


def _right(parse: Parse, i: int) -> int:
    """The noun and its "of …" or "in …", without clauses and appositions."""
    for child in parse.children[i]:
        if child == i + 1 and parse.dep[child] == "prep" and parse.lower[child] in OWNING:
            for below in parse.children[child]:
                short = below - child <= 6
                owner_like = parse.lower[child] == "of" or _is_somebody(parse, below)
                if parse.dep[below] == "pobj" and short and owner_like:
                    return _right(parse, below)
    return i


def _is_somebody(parse: Parse, i: int) -> bool:
    return parse.pos[i] == "PROPN" or parse.lower[i] in roles()
