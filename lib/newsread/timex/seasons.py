"""Seasons, quarters, halves and fiscal years: last spring, the third quarter, FY2019."""

import datetime as dt
import re

import newsread.timex.periods as periods
from newsread.timex.months import ARTICLE, turned, year_nearby
from newsread.timex.periods import Period, add_months
from newsread.timex.reading import Reading, dated, undated
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words
from newsread.timex.years import OF_TIME, YEAR, YEARISH, read_century, read_decade, year_in


def read_season(found: Found) -> Reading | None:
    name = found.value("season")
    year = year_in(found)
    if year is not None:
        return dated(periods.season(year, name), "season of a year", 0.95)
    if not found.context.day:
        return undated(f"XXXX-{name}", "season", "season")
    now = found.context.day.year
    choices = [periods.season(now + n, name) for n in (-1, 0, 1)]
    kind = found.words.kind(found.where("shift")) if found.has("shift") else ""
    if kind in ("that", "same"):
        seen = found.context.latest()
        if seen:
            year = seen.period.first.year
            return dated(periods.season(year, name), "season", 0.7, anchor=seen.text)
    if found.has("this") and found.word("last") == "past":
        kind = "past"
        ended = [c for c in choices if c and c.last < found.context.day]
        return dated(ended[-1], "season just past", 0.85, anchor=ARTICLE) if ended else None
    return dated(turned(found, choices), "season by tense", 0.8, anchor=ARTICLE)


SURE_SEASON = {"summer", "autumn", "winter"}


def season_fits(words: Words, i: int, j: int) -> bool:
    """Not the verb or the noun: ``prices fall``, ``the fall of Rome``, ``a spring in his step``."""
    k = next(k for k in range(i, j) if words.kind(k) == "season")
    if j - i > 2 or (j - i > 1 and words.kind(i) != "the"):
        return True
    if words.kind(k + 1) == "of" or (words.capital(k) and words.kind(k + 1) == "name"):
        return False
    before = words.word(i - 1)
    sure = words.lower[k] in SURE_SEASON
    if words.kind(k + 1) == "hyphen":
        return False
    if words.kind(i) == "the" or words.kind(i - 1) == "edge" or words.kind(i - 2) == "edge":
        return sure or before in OF_TIME
    if sure:
        return before in OF_TIME - {"a", "or", "to", "for", "the"} or words.kind(i - 1) == "stop"
    return before in ("in", "by", "since", "until", "through", "during")


def read_quarter(found: Found) -> Reading | None:
    """``third-quarter``, ``the first quarter of 1990``, ``last year's third quarter``."""
    number = int(re.sub("[^0-9]", "", found.value("nth")) or 0)
    if not 1 <= number <= 4:
        return None
    year = year_in(found)
    if year is not None:
        return dated(periods.quarter(year, number), "quarter of a year", 0.95)
    if not found.context.day:
        return undated(f"XXXX-Q{number}", "quarter", "quarter")
    now = found.context.day.year
    period = turned_quarter(found, [periods.quarter(now + n, number) for n in (-1, 0, 1)])
    if period and found.has("moved"):
        return dated(period.years_on(-1), "quarter a year earlier", 0.85, anchor=period.value)
    seen = year_nearby(found)
    if seen:
        period = periods.quarter(seen.period.first.year, number)
        return dated(period, "quarter of the year before it", 0.8, anchor=seen.text)
    return dated(period, "quarter by tense", 0.8, anchor=ARTICLE)


def turned_quarter(found: Found, choices: list[Period | None]) -> Period | None:
    now = found.context.day
    choices = [choice for choice in choices if choice]
    if found.has("last", "next"):
        return turned(found, choices)
    begun = [choice for choice in choices if choice.first <= now]
    ahead = [choice for choice in choices if choice.last >= now]
    looks = found.context.direction(found.i, found.j)
    if looks > 0 and ahead and (ahead[0].first - now).days < 200:
        return ahead[0]
    return begun[-1] if begun else (ahead[0] if ahead else None)


def coded_quarter(found: Found) -> Reading | None:
    code = found.value("quarter_code", "half_code")
    year = year_in(found)
    if year is None and found.context.day:
        year = found.context.day.year
        made = (periods.quarter if code[0] == "Q" else periods.half)(year, int(code[1]))
        if (
            made
            and made.first > found.context.day
            and found.context.direction(found.i, found.j) <= 0
        ):
            year -= 1
    if year is None:
        return undated(f"XXXX-{code}", "quarter", "quarter")
    made = (periods.quarter if code[0] == "Q" else periods.half)(year, int(code[1]))
    return dated(made, "quarter of a year", 0.9)


def read_half(found: Found) -> Reading | None:
    word = found.word("nth", "last")
    number = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "last": 2}.get(word)
    year = year_in(found)
    if number is None:
        return None
    if found.has("unit_century"):
        reading = read_century(found.part(found.where("of") + 1, found.j))
        return reading and half_of(reading, number, 50)
    if found.has("decade_any"):
        reading = read_decade(found)
        return reading and half_of(reading, number, 5)
    if year is None and found.context.day:
        seen = found.context.latest(("year",))
        now = found.context.day.year
        year = seen.period.first.year if seen and found.has("unit_year") else now
    return dated(periods.half(year, number), "half of a year", 0.9) if year else None


def half_of(reading: Reading, number: int, years: int) -> Reading:
    """``the first half of the 1980s``: 198X, START, and the days of its first five years."""
    mod = "START" if number == 1 else "END"
    middle = reading.first and add_months(reading.first, 12 * years)
    if not middle:
        return reading.but(mod=mod)
    if number == 1:
        return reading.but(mod=mod, last=middle - dt.timedelta(days=1))
    return reading.but(mod=mod, first=middle)


def fiscal_year(found: Found) -> Reading | None:
    """``fiscal 1989``: read as the calendar year of that name, as TimeBank does."""
    year = year_in(found)
    return dated(periods.year(year), "fiscal year", 0.8) if year is not None else None


SHAPES = [
    Shape("season", f"(the|shift)? season of? {YEARISH}", read_season),
    Shape("season", "the? (shift|this last|this next)? season", read_season, season_fits),
    Shape("quarter", f"the? (fiscal hyphen?)? nth (fiscal hyphen?)? unit_quarter "
          f"((of|in)? the? {YEARISH})?", read_quarter),
    Shape("quarter", f"fiscal? nth hyphen unit_quarter (of? {YEARISH})?", read_quarter),
    Shape("quarter",
          f"(the|this|last|next)? {YEARISH} possessive? fiscal? nth hyphen? unit_quarter",
          read_quarter),
    Shape("quarter", "the? comparable? unit_year hyphen? moved (comparable|fiscal)? nth hyphen? "
          "unit_quarter", read_quarter),
    Shape("quarter", f"the? quarter_code (of|comma)? ({YEAR}|fiscal_code)?", coded_quarter),
    Shape("half", f"the? half_code (of|comma)? ({YEAR}|fiscal_code)?", coded_quarter),
    Shape("half", "the? nth half of the? nth unit_century", read_half),
    Shape("half", f"the? (nth|last) hyphen? half of? the? ({YEARISH}|unit_year|decade_any)",
          read_half),
    Shape("fiscal year", f"(the|shift)? fiscal unit_year? {YEAR}", fiscal_year),
    Shape("fiscal year", f"the? {YEAR} fiscal unit_year", fiscal_year),
    Shape("fiscal year", "fiscal_code", fiscal_year),
]  # fmt: skip
