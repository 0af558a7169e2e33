"""Dates counted from another: two years ago, a year earlier, the year-ago quarter."""

import newsread.timex.periods as periods
from newsread.timex.months import ARTICLE
from newsread.timex.periods import Period, add_months
from newsread.timex.reading import Reading, at_time, dated, lasting, undated, vague
from newsread.timex.shapes import Found, Shape
from newsread.timex.units import LETTERS, compared, finer_or_same
from newsread.timex.words import Words
from newsread.timex.years import year_in


def moved_by(found: Found) -> tuple[str, str]:
    """(number or X, unit letter) of ``two years``, ``a few days``, ``a month``."""
    letter = found.value("units", "unit")
    half = found.has("half") and not found.has("and")
    number = found.value("count") or ("0.5" if half else "1")
    return number, letter


def ago(found: Found) -> Reading | None:
    """N units ago, or from now: as exact as its unit."""
    sign = -1 if found.has("ago") else 1
    return moved(found, found.context.day, sign, ARTICLE, "counted from the article's day")


def moved(found: Found, start, sign: int, anchor: str, how: str) -> Reading | None:
    number, letter = moved_by(found)
    unit = LETTERS.get(letter)
    if found.j - found.i == 2 and found.has("units"):
        return vague("PAST_REF", how)
    if unit is None:
        return near_hours(found, start, anchor, how)
    if number == "X":
        return few_units(found, start, unit, sign, how)
    if not start:
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF", how, 0.5)
    number, times = float(number), {"2W": 2, "1000Y": 10}.get(letter, 1)
    if number != int(number) and unit in ("year", "decade", "century"):
        day = add_months(start, sign * round(number * times * {"year": 12}.get(unit, 120)))
        return dated(day and periods.containing("month", day), how, 0.75, anchor=anchor)
    exact = "year" if unit in ("decade", "century") else unit
    steps = round(number * times * {"decade": 10, "century": 100}.get(unit, 1))
    if found.has("half") and found.has("and"):
        day = add_months(start, sign * (12 * steps + 6)) if unit == "year" else None
        if day:
            return dated(periods.containing("month", day), how, 0.75, anchor=anchor)
    return dated(periods.containing(exact, start).shift(sign * steps), how, 0.9, anchor=anchor)


def near_hours(found: Found, start, anchor: str, how: str) -> Reading | None:
    """``three hours ago``: some time of that day."""
    if not start:
        return vague("PAST_REF" if found.has("ago") else "FUTURE_REF", how, 0.5)
    return at_time(Period("day", start), "TXX", "hour", how, anchor=anchor, confidence=0.6)


def few_units(found: Found, start, unit: str, sign: int, how: str) -> Reading:
    """``a few days ago``, ``several years later``: known only roughly."""
    if not start or sign > 0:
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF", how)
    value = {"day": f"{start.year:04}-{start.month:02}-XX", "week": f"{start.year:04}-WXX",
             "month": f"{start.year:04}-XX"}.get(unit, "PAST_REF")  # fmt: skip
    return Reading("DATE", value, how, 0.6, precision="vague", anchor=ARTICLE)


def earlier(found: Found) -> Reading | None:
    """``two years earlier``, ``a day later``: from the date named before."""
    context = found.context
    word = found.word("earlier")
    sign = 1 if word == "later" else -1
    number, letter = moved_by(found)
    unit = LETTERS.get(letter)
    if unit is None:
        return None
    if unit == "year" and number == "1" and sign < 0:
        return year_before(found)
    seen = finer_or_same(found, unit) or context.latest()
    if seen and seen.period.unit in ("decade", "century"):
        seen = None
    start = seen.period.first if seen else context.day
    if not start:
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF", "counted from a date before", 0.4)
    return moved(found, start, sign, seen.text if seen else ARTICLE, "counted from a date before")


def day_before(found: Found) -> Reading | None:
    """``the day before``, ``the year after``: beside the date named last, else the article's."""
    unit = LETTERS[found.value("unit_long")]
    seen = finer_or_same(found, unit)
    start = seen.period.first if seen else found.context.day
    back = found.words.lower[found.j - 1] == "before"
    if not start:
        return vague("PAST_REF" if back else "FUTURE_REF", "counted from a date before", 0.4)
    period = periods.containing(unit, start).shift(-1 if back else 1)
    return dated(period, "counted from a date before", 0.7, anchor=seen.text if seen else ARTICLE)


def day_before_fits(words: Words, i: int, j: int) -> bool:
    """Not ``the day before the vote``, which is counted from the vote."""
    return (
        words.word(j - 1) in ("before", "after")
        and words.values[j - 2] in LETTERS
        and words.kind(j) in ("stop", "break", "mark", "comma", "dash")
    )


def earlier_fits(words: Words, i: int, j: int) -> bool:
    """``ten minutes later``, ``a few days later`` are lengths: they lead to no day."""
    return not any(
        words.kind(k) in ("unit_clock", "vague") or words.values[k][:1] == "T" for k in range(i, j)
    )


def year_before(found: Found) -> Reading | None:
    """``a year ago``, ``a year earlier``, ``year-ago``: the year before what it is compared with.

    A quarter that the text is about moves a year back as a quarter; elsewhere the year counts.
    """
    context = found.context
    seen = compared(found, over=True) or compared(found)
    if seen and context.months_at > seen.at and not found.has("unit_quarter"):
        seen = None
    if seen:
        return dated(seen.period.years_on(-1), "a year before", 0.8, anchor=seen.text)
    if found.word("moved") != "ago":
        seen = context.latest(("day", "month", "year", "season"),
                              since=found.context.sentence_start(found.i))  # fmt: skip
    start = seen.period.first if seen else context.day
    if not start:
        return undated("XXXX", "a year before", "year")
    period = periods.containing("year", start).shift(-1)
    return dated(period, "a year before", 0.8, anchor=seen.text if seen else ARTICLE)


def year_before_length(found: Found) -> Reading:
    """``the year-earlier nine months``."""
    return lasting(f"P{found.value('count')}{found.value('units')}", "length", 0.8)


def same_period(found: Found) -> Reading | None:
    """``the latest period``, ``the 1988 period``: the quarter under discussion, in that year."""
    seen = compared(found)
    year = year_in(found)
    if year is not None:
        if seen:
            period = seen.period.years_on(year - seen.period.first.year)
            return dated(period, "period of a year", 0.75, anchor=seen.text)
        return dated(periods.year(year), "period of a year", 0.75)
    return dated(seen.period, "period named before", 0.7, anchor=seen.text) if seen else None


def then(found: Found) -> Reading | None:
    """``since then``: the date named last."""
    seen = found.context.latest()
    return dated(seen.period, "date named before", 0.6, anchor=seen.text) if seen else None


AMOUNT = (
    "((a? count (and a? half)? (to|or|hyphen) count|a? count) "
    "(hyphen? and hyphen? a? hyphen? half)? hyphen? (filler|full)? units"
    "|a unit or count|count (filler|full)? unit|(a|another) (filler|full)? unit (and a half)?"
    "|a? half hyphen? a? unit)"
    "(or so)?"
)
SHAPES = [
    Shape("year ago", "a unit_year (ago|earlier)", year_before),
    Shape("year ago", "unit_year hyphen (ago|earlier)", year_before),
    Shape("year ago", "the? comparable? unit_year hyphen (ago|earlier) "
          "(fiscal|comparable)? (unit_quarter|period)", year_before),
    Shape("year ago",
          "the? comparable (unit_quarter|period) (a unit_year (ago|earlier)|last unit_year)",
          year_before),
    Shape("year ago", "the (unit_quarter|period) a unit_year (ago|earlier)", year_before),
    Shape("year ago", "the? (last|previous) unit_year possessive (unit_quarter|period)",
          year_before),
    Shape("year ago", "the? unit_year hyphen (ago|earlier) count units", year_before_length),
    Shape("ago", f"{AMOUNT} (ago|hence)", ago),
    Shape("earlier", f"{AMOUNT} earlier", earlier, earlier_fits),
    Shape("ago", "units ago", ago),
    Shape("day before", "the (unit_day|unit_week|unit_month|unit_year) plain", day_before,
          day_before_fits),
    Shape("then", "plain then", then, lambda words, i, j: words.word(i + 1) == "then"
          and words.word(i) in ("since", "until", "by", "from", "till")
          and words.kind(j) != "hyphen"),
    Shape("period", "the (current|same|(year|year_short)) (period|unit_quarter)", same_period,
          lambda words, i, j: words.word(i + 1) not in ("current", "present")
          and (words.kind(j - 1) == "period" or words.kind(i + 1) == "year")),
]  # fmt: skip
