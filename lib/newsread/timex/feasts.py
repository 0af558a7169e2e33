"""Holidays by name: Christmas Eve, last Easter, Thanksgiving 1990."""

import datetime as dt
import re

from newsread.timex.holidays import holiday
from newsread.timex.months import ARTICLE, REACHING, on, turned, year_nearby
from newsread.timex.periods import Period
from newsread.timex.reading import Reading, dated, undated
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words
from newsread.timex.years import YEARISH, year_in


def read_holiday(found: Found) -> Reading | None:
    rule = found.value("holiday")
    year = year_in(found)
    if year is not None:
        return on(holiday(rule, year), "holiday of a year", 0.95)
    if not found.context.day:
        fixed = re.fullmatch(r"\d\d-\d\d", rule)
        return undated(f"XXXX-{rule}" if fixed else "XXXX-XX-XX", "holiday", "day")
    now = found.context.day
    days = [holiday(rule, now.year + n) for n in (-1, 0, 1)]
    choices = [Period("day", day) for day in days if day]
    if found.has("shift"):
        return dated(turned(found, choices), "holiday", 0.85, anchor=ARTICLE)
    seen = year_nearby(found) if found.words.word(found.i - 1) not in REACHING else None
    if seen:
        return on(holiday(rule, seen.period.first.year), "holiday of the year before it", 0.8,
                  anchor=seen.text)  # fmt: skip
    near = min(choices, key=lambda c: abs((c.first - now).days))
    if abs((near.first - now).days) < 60:
        return dated(near, "nearest such holiday", 0.8, anchor=ARTICLE)
    return dated(turned(found, choices), "holiday by tense", 0.75, anchor=ARTICLE)


def known_day(found: Found) -> Reading | None:
    """``9/11``: a day known by its figures."""
    return on(dt.date.fromisoformat(found.value("known_day")), "day known by its name", 0.9)


def known_day_fits(words: Words, i: int, j: int) -> bool:
    """``since 9/11`` and ``the 9/11 attacks``, not a score of 9/11."""
    told = ("the", "since", "after", "before", "until", "on", "by", "pre", "post")
    return words.word(i - 1 - (words.kind(i - 1) == "hyphen")) in told


SHAPES = [
    Shape("known day", "known_day", known_day, known_day_fits),
    Shape("holiday", f"(shift|this last|this next)? holiday ((comma|of|in)? {YEARISH})?",
          read_holiday),
]  # fmt: skip
