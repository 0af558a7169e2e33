"""How sure a row is: the share of such rows that readers of a training corpus marked the same way.

The shares stand in data/models/stance_shares.csv (tests/benchmarks/count_shares.py counts them):
one for each act and each way of speaking of somebody, and what each further trait of a row (it
stands in somebody else's claim, it is hedged, ...) makes of that share.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache

from newsread.paths import DATA

SHARES = DATA / "models" / "stance_shares.csv"
# An act that is shown for itself: that it was done is what is likely.
SHOWN_AS_ACT = 0.8
# Nobody is ever quite sure.
MOST = 0.97

Trait = tuple[str, str]


@cache
def shares() -> dict[Trait, float]:
    """(what, value) -> share of rows, or what the trait multiplies it by."""
    with SHARES.open(encoding="utf-8", newline="") as file:
        return {(row["what"], row["value"]): float(row["share"]) for row in csv.DictReader(file)}


def base_of(traits: Iterable[Trait]) -> float:
    """The share of rows of its act, whatever else is true of the row."""
    what, value = next(iter(traits))
    known = shares()
    rare = ("any", "any, weak")[value.endswith(", weak")]
    return known.get((what, value)) or known[what, rare]


def share_right(traits: Iterable[Trait]) -> float:
    """The share of its act, times what each further trait of the row makes of it."""
    first, *others = traits
    share = base_of((first,))
    for trait in others:
        share *= shares().get(trait, 1.0)
    return min(share, MOST)
