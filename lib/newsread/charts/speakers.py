"""Who is the speaker of a claim, for a chart by actor or by side."""

from __future__ import annotations

import pandas as pd

NOT_NAMED = "(not named)"
NO_SIDE = "(no side)"


def speakers(claims: pd.DataFrame, by: str) -> pd.Series:
    """One name per claim: the actor, else the source as written; or the actor's side."""
    written = claims["source"].where(claims["source"] != "", NOT_NAMED)
    if by == "actor":
        return claims["source_actor"].where(claims["source_actor"] != "", written)
    nobody = (claims["source"] == "") & (claims["source_actor"] == "")
    side = claims["source_side"].where(claims["source_side"] != "", NO_SIDE)
    return side.mask(nobody & (claims["source_side"] == ""), NOT_NAMED)
