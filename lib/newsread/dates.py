"""When: every expression of time in an article, and the days it means."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from newsread.article import Article, check_article
from newsread.errata.applying import apply_corrections
from newsread.tables import make_table, read_spans, require
from newsread.tenses import tense_at
from newsread.timex.finding import find_timexes

if TYPE_CHECKING:
    import pandas as pd


def find_dates(article: Article, claims: pd.DataFrame | None = None) -> pd.DataFrame:
    """When, and how exactly: one row per expression of time, in reading order.

    Relative expressions ("Tuesday", "three years ago") are counted from ``article.date``,
    or from a date named before them; without a date they get a value with X in it and no
    days. With ``claims`` the table says which dates stand inside somebody's claim.

    column       type   meaning
    article_id   str    the article's id
    sentence_id  int    row of ``article.sentences``
    start, end   int    characters in ``article.text``
    text         str    ``article.text[start:end]``
    expression   str    the expression as written; the same as ``text``
    type         str    DATE, TIME (of day), DURATION or SET (what comes back), as in TIMEX3
    value        str    the TIMEX3 value: 2020-09, 1998-W08, 199X, P2W, PAST_REF ...
    mod          str    START, MID, END, APPROX, MORE_THAN, LESS_THAN ... or ""
    first_day    str    the first day it means, as 2023-09-19; "" where it means none
    last_day     str    the last day it means, inclusive
    precision    str    minute, hour, part-of-day, day, weekend, week, month, season, quarter,
                        half, year, decade, century, vague (PAST_REF ...) or none
    anchor       str    what it was counted from, as written or "the article's date"; "" if absolute
    claim_id     str    the innermost claim whose content it stands in; "" for the reporter's own
    how          str    the rule that read it
    confidence   float  0 to 1, the rule's own estimate
    corrected    str    "" until a reader corrects the row

    A ``mod`` of START or END does not narrow the days: "early 1990" is the whole year.
    TIMEX3 and its types: Pustejovsky et al. 2003 (TimeML). Winters are counted in the year
    they begin in, seasons are the northern ones, weeks are ISO weeks.
    """
    check_article(article)
    if claims is not None:
        require(claims, "claims", "claim_id", "content_spans")
    parse = article.parse
    contents = claim_contents(claims)
    rows = []
    for timex in find_timexes(article.text, article.date, tense_at(parse)):
        row = article.row(timex.start, timex.end)
        row |= {
            "sentence_id": parse.sent[parse.token_at(timex.start)],
            "expression": row["text"],
            "type": timex.type,
            "value": timex.value,
            "mod": timex.mod,
            "first_day": iso(timex.first_day),
            "last_day": iso(timex.last_day),
            "precision": timex.precision,
            "anchor": timex.anchor,
            "claim_id": innermost(contents, timex.start, timex.end),
            "how": timex.how,
            "confidence": timex.confidence,
        }
        rows.append(row)
    return apply_corrections("dates", make_table("dates", rows), article)


def iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def claim_contents(claims: pd.DataFrame | None) -> list[tuple[int, int, int, str]]:
    """(start, end, length of the whole content, claim_id) of every piece of content."""
    if claims is None:
        return []
    contents = []
    for claim_id, cell in zip(claims["claim_id"], claims["content_spans"], strict=True):
        spans = read_spans(cell)
        size = sum(end - start for start, end in spans)
        contents += [(start, end, size, claim_id) for start, end in spans]
    return sorted(contents)


def innermost(contents: list[tuple[int, int, int, str]], start: int, end: int) -> str:
    """The claim with the shortest content that the expression stands in."""
    around = [piece for piece in contents if piece[0] <= start and end <= piece[1]]
    return min(around, key=lambda piece: piece[2])[3] if around else ""
