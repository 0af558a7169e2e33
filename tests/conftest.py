"""What tests share: articles read once, and how to read a sentence."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from newsread import ARTICLES, Article, load_article, paths

DAY = dt.date(2023, 9, 19)


@cache
def _read(text: str, date: dt.date | None) -> Article:
    return Article(id="test", text=text, date=date)


@pytest.fixture(scope="session", autouse=True)
def no_corrections(tmp_path_factory):
    """Tests read what newsread finds, not what the person at this computer corrected."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "CORRECTIONS", tmp_path_factory.mktemp("corrections"))
        yield


@pytest.fixture(scope="session")
def reading():
    """``reading("Some text.")``: an article of that text, parsed once for all tests."""

    def read(text: str, date: dt.date | None = DAY) -> Article:
        return _read(text, date)

    return read


@pytest.fixture(scope="session")
def seed() -> Article:
    """The first article in data/articles/."""
    return load_article(sorted(ARTICLES.glob("*.txt"))[0])


def _whole_flow(article: Article) -> dict:
    from newsread import find_actors, find_claims, find_dates, find_mentions, find_stances

    actors = find_actors(article)
    mentions = find_mentions(article, actors)
    claims = find_claims(article, mentions)
    return {
        "actors": actors,
        "mentions": mentions,
        "claims": claims,
        "dates": find_dates(article, claims),
        "stances": find_stances(article, mentions, claims),
    }


@pytest.fixture(scope="session")
def whole_flow():
    """``whole_flow(article)``: every table of it, by name."""
    return _whole_flow
