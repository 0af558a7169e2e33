"""Years, spans of years, eras, decades and centuries: 1996, '96, 2016-17, 44 BC, the 1990s."""

import re

import newsread.timex.periods as periods
from newsread.timex.periods import Period
from newsread.timex.reading import Reading, dated
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words

# Words before a bare month, season or year that make it a date.
OF_TIME = set(
    "in by since until till of from to through before after during this last next early late mid "
    "and or every each for between on than between around about the".split()
)


def full_year(digits: str, found: Found) -> int:
    """1996 for ``'96``: the century that brings it nearest the article's day."""
    number = int(re.sub(r"[^0-9]", "", digits))
    if number > 99:
        return number
    now = found.context.day.year if found.context.day else 2000
    century = now - now % 100
    return century + number if century + number <= now + 10 else century - 100 + number


def year_in(found: Found) -> int | None:
    """The year written in the expression, if one is."""
    for kind in ("year", "year_short", "fiscal_code"):
        if found.has(kind):
            return full_year(found.value(kind), found)
    if found.has("unit_year") and found.has("shift"):
        period = shifted_year(found)
        return period.first.year if period else None
    return None


LISTED = set("comma and or to through hyphen dash of day_number ordinal month month_short".split())


def year_after(found: Found) -> int | None:
    """The year of ``between March and May 2020``, for the March."""
    words, listed = found.words, False
    for k in range(found.j, found.j + 8):
        kind = words.kind(k)
        if kind == "year":
            return int(words.values[k]) if listed else None
        if kind not in LISTED:
            return None
        listed = listed or kind in ("month", "month_short")
    return None


def shifted_year(found: Found) -> Period | None:
    """The year of ``last year``, ``that year``, ``the following year`` inside an expression."""
    context = found.context
    kind = found.words.kind(found.where("shift"))
    step = int(found.value("shift") or 0)
    if kind in ("that", "same", "previous", "following"):
        seen = context.latest()
        if seen:
            return periods.containing("year", seen.period.first).shift(step)
    return periods.containing("year", context.day).shift(step) if context.day else None


def read_year(found: Found) -> Reading | None:
    return dated(periods.year(year_in(found)), "year", 0.95)


def number_year(found: Found) -> Reading | None:
    number = int(found.value("number"))
    return dated(periods.year(number), "year", 0.9) if 1000 <= number <= 2999 else None


def looks_like_year(words: Words, i: int, j: int) -> bool:
    """Is this bare four-figure number a year rather than a count or a code?"""
    k = next(k for k in range(i, j) if words.kind(k) == "year")
    year = int(words.values[k])
    if words.kind(i) == "the":  # the year 2525
        return True
    before, after = words.kind(k - 1), words.kind(k + 1)
    if before in ("money", "numbered", "decimal") or after in ("counted", "units"):
        return False
    told = words.word(i - 1) in OF_TIME and words.word(i - 1) not in ("and", "to", "than", "about")
    if not told and before in ("plain", "and", "approx") and plural(words, k + 1):
        return False
    if not told and before == "name" and i == k:
        return False
    if words.word(k - 1) == "." and words.kind(k - 2) == "numbered":
        return False
    if before == "hyphen" and words.kind(k - 2) not in ("month_short", "month", "edge", "plain"):
        return False
    if after == "hyphen" and words.kind(k + 2) not in ("plain", "year"):
        return False
    if after == "zone":
        return False
    if not 1900 <= year <= 2099:
        if plural(words, k + 1) and words.word(k - 1) not in ("by", "since", "until"):
            return False
        return words.word(k - 1) in OF_TIME - {"to", "than", "about", "around", "the"} or (
            before == "open"
        )
    return not (before == "approx" and words.values[k - 1] != "APPROX" and after == "plain")


def plural(words: Words, k: int) -> bool:
    word = words.word(k)
    return (
        words.kind(k) == "plain"
        and word[-1:] == "s"
        and word not in ("was", "is", "has", "as", "its")
    )


def era_year(found: Found) -> Reading | None:
    """``44 BC``, ``AD 79``: years that may lie before the calendar of this module."""
    number = int(found.value("figure") or 0)
    if not 0 < number < 10000:
        return None
    if found.value("era") == "-":
        return Reading("DATE", f"BC{number:04}", "year of an era", 0.9, precision="year")
    return dated(periods.year(number), "year of an era", 0.9)


def year_span(found: Found) -> Reading | None:
    """``2016-17``, ``1939-1945``: from the first day of the one to the last of the other."""
    a, b = re.split("[-–—/]", found.value("year_range"))
    first = periods.year(int(a))
    end = int(b) if len(b) == 4 else int(a[:2] + b)
    last = periods.year(end if end >= int(a) else end + 100)
    if not first or not last or last.first < first.first or end - int(a) == 0:
        return None
    years = last.first.year - first.first.year + 1
    return Reading("DURATION", f"P{years}Y", "years from one to another", 0.85,
                   first.first, last.last, "year")  # fmt: skip


def read_decade(found: Found) -> Reading | None:
    k = found.where("decade_any")
    text = found.words.values[k]
    digits = int(re.sub("[^0-9]", "", text))
    if digits < 100:
        now = found.context.day.year if found.context.day else 2000
        digits += 1900 if digits + 2000 > now else 2000 if digits < 20 else 1900
    if digits % 100 == 0 and digits < 2000:
        return dated(periods.century(digits // 100 + 1), "century", 0.85)
    return dated(periods.decade(digits), "decade", 0.95)


def decade_fits(words: Words, i: int, j: int) -> bool:
    """``the 1990s`` and ``the '90s`` yes; ``in her fifties`` and ``lows in the 60s`` no."""
    k = next(k for k in range(i, j) if words.kind(k) in ("decade", "decade_word"))
    written = words.values[k]
    if words.kind(k) == "decade" and (written[:1] in "'’‘`" or len(written) > 4):
        return True
    return words.kind(i) == "the" and words.word(i - 1) != "into"


def read_century(found: Found) -> Reading | None:
    number = int(re.sub("[^0-9]", "", found.value("nth")) or 0)
    if not 0 < number <= 30:
        return None
    return dated(periods.century(number), "century", 0.95) or Reading(
        "DATE", f"{number - 1:02}XX", "century", 0.9, precision="century"
    )


YEAR = "(year|year_short)"
YEARISH = f"({YEAR}|(the|this)? (shift|this last|this next) fiscal? unit_year)"
SHAPES = [
    Shape("year", "(the unit_year)? year", read_year, looks_like_year),
    Shape("year", "the unit_year number", number_year),
    Shape("year", "year_short", read_year, lambda words, i, j: words.kind(i - 1) != "figure"
          and words.word(i - 1) in OF_TIME),
    Shape("era", "figure era", era_year),
    Shape("era", "era figure", era_year),
    Shape("years", "year_range", year_span),
    Shape("decade", "the? decade_any", read_decade, decade_fits),
    Shape("decade", "the? edge hyphen? decade_any", read_decade),
    Shape("century", "the? nth hyphen? unit_century", read_century),
]  # fmt: skip
