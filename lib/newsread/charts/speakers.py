"""Who is the speaker of a claim, for a chart by actor or by side."""

from __future__ import annotations

import pandas as pd

NOT_NAMED = "(not named)"
NO_SIDE = "(no side)"


# The columns that say a row's side.
SIDES = {
    "mentions": ("side",),
    "claims": ("source_side",),
    "stances": ("holder_side", "target_side"),
}
NO_SIDES = "no sides found"


def has_sides(table: pd.DataFrame, name: str) -> bool:
    """Has anybody in this table a side?"""
    return any((table[column] != "").any() for column in SIDES[name])


def is_sideless(table: pd.DataFrame, name: str, by: str) -> bool:
    """Is this to be drawn by side, and nobody in it has one?"""
    return by == "side" and not table.empty and not has_sides(table, name)


def speakers(claims: pd.DataFrame, by: str) -> pd.Series:
    """One name per claim: the actor, else the source as written; or the actor's side."""
    written = claims["source"].where(claims["source"] != "", NOT_NAMED)
    if by == "actor":
        return claims["source_actor"].where(claims["source_actor"] != "", written)
    nobody = (claims["source"] == "") & (claims["source_actor"] == "")
    side = claims["source_side"].where(claims["source_side"] != "", NO_SIDE)
    return side.mask(nobody & (claims["source_side"] == ""), NOT_NAMED)
