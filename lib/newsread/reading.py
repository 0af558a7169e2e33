"""The whole flow on one article, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsread.actors.finding import find_actors
from newsread.actors.mentions import find_mentions
from newsread.article import Article, check_article
from newsread.claims.finding import find_claims
from newsread.dates import find_dates
from newsread.stances.finding import find_stances

if TYPE_CHECKING:
    import pandas as pd


def read_tables(article: Article) -> dict[str, pd.DataFrame]:
    """Every table of the article by its name: actors, mentions, claims, dates, stances."""
    check_article(article)
    actors = find_actors(article)
    mentions = find_mentions(article, actors)
    claims = find_claims(article, mentions)
    dates = find_dates(article, claims)
    stances = find_stances(article, mentions, claims)
    return {
        "actors": actors,
        "mentions": mentions,
        "claims": claims,
        "dates": dates,
        "stances": stances,
    }
