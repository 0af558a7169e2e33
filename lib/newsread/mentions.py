"""Every place where an actor is named, described, or meant by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsread.errata.applying import apply_corrections
from newsread.sightings import found_mentions, with_sides
from newsread.tables import require

if TYPE_CHECKING:
    import pandas as pd

    from newsread.article import Article


def find_mentions(article: Article, actors: pd.DataFrame) -> pd.DataFrame:
    """Where the actors are: one row per mention, in text order."""
    require(actors, "actors", "actor", "aliases", "side", "kind")
    mentions = with_sides(found_mentions(article), actors)
    return apply_corrections("mentions", mentions, article, actors=actors)
