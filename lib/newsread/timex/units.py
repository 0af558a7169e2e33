"""Units near a day: last week, this year, the following month, the quarter, year-end."""

import newsread.timex.periods as periods
from newsread.timex.months import ARTICLE, read_day
from newsread.timex.periods import add_months
from newsread.timex.reading import Reading, dated, lasting, undated
from newsread.timex.shapes import Found, Shape
from newsread.timex.weekdays import SHIFTED
from newsread.timex.words import Words
from newsread.timex.years import year_in

UNITS = {
    "unit_day": "day", "unit_week": "week", "unit_month": "month", "unit_quarter": "quarter",
    "unit_year": "year", "unit_decade": "decade", "unit_century": "century", "weekend": "weekend",
}  # fmt: skip
LETTERS = {"D": "day", "W": "week", "2W": "week", "M": "month", "Q": "quarter", "Y": "year",
           "10Y": "decade", "100Y": "century", "1000Y": "century"}  # fmt: skip
UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
           "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXXX", "century": "XXXX"}  # fmt: skip
FORWARD_KINDS, BACK_KINDS = ("next", "following"), ("last", "previous")


def shifted_unit(found: Found) -> Reading | None:
    """``last week``, ``this year``, ``the previous month``, ``that quarter``."""
    kinds = [found.words.kind(k) for k in range(found.i, found.j)]
    unit = UNITS[found.words.kind(found.where("unit_long"))]
    step = sum(int(found.words.values[k] or 0) for k in range(found.i, found.j)
               if found.words.kind(k) in ("last", "next", "previous", "following"))  # fmt: skip
    told = {"previous", "following", "that", "same"} & set(kinds)
    told = told or (unit == "day" and "next" in kinds)
    if found.has("current") and found.word("current") == "latest":
        return latest_unit(found, unit)
    seen = None
    if told:
        seen = finer_or_same(found, unit)
        if not seen and ("that" in kinds or "same" in kinds) and unit != "day":
            return None
    elif not found.context.day:
        return undated(UNKNOWN[unit], "shifted unit", unit)
    if unit == "weekend" and not told:
        return weekend(found, step)
    start = seen.period.first if seen else found.context.day
    if not start:
        return undated(UNKNOWN[unit], "shifted unit", unit)
    if unit == "day" and not told:
        return None
    if unit == "day" and "same" in kinds and not seen:
        return None
    period = periods.containing(unit, start).shift(step)
    how = "unit told from text" if seen else "unit of the article's day"
    return dated(period, how, 0.8 if seen else 0.95, anchor=seen.text if seen else ARTICLE)


def unit_fits(words: Words, i: int, j: int) -> bool:
    """Not the name of a programme (``on "This Week"``) nor ``the same day`` service."""
    title = words.capital(j - 1) and words.text[words.starts[j - 1] + 1 :][:1].islower()
    if words.word(j - 2) == "past" and words.kind(i) == "the" and j - i == 3:
        return False  # a length up to now
    return not title and not (words.kind(j) == "hyphen" and words.kind(j + 1) != "edge_noun")


def finer_or_same(found: Found, unit: str):
    """The last date before the expression that is at least as exact as the unit."""
    exact = periods.FINENESS[: periods.FINENESS.index(unit) + 1]
    return found.context.latest(tuple(exact))


def nth_day(found: Found) -> Reading | None:
    """``for a third straight day``, ``its second day``: the day spoken of, else the article's."""
    seen = found.context.in_sentence(found.i, ("day",))
    if not seen and not found.context.day:
        return undated(UNKNOWN["day"], "day of a series", "day")
    period = seen.period if seen else periods.Period("day", found.context.day)
    return dated(period, "day of a series", 0.6, anchor=seen.text if seen else ARTICLE)


RUNNING = {"for", "is", "was", "entered", "into", "enters", "entering"}


def nth_day_fits(words: Words, i: int, j: int) -> bool:
    """A day that is going on, not ``on the second day of the trial`` years ago."""
    return words.kind(j) != "hyphen" and (
        words.word(i - 1) in RUNNING or words.kind(i - 1) == "possessive"
    )


def latest_unit(found: Found, unit: str) -> Reading | None:
    """``the latest quarter``: the one the text is about, else the last that is over."""
    seen = compared(found, over=True) if unit == "quarter" else found.context.latest((unit,))
    if seen and seen.period.unit == unit:
        return dated(seen.period, "unit named before", 0.75, anchor=seen.text)
    if not found.context.day:
        return undated(UNKNOWN[unit], "shifted unit", unit)
    return dated(periods.containing(unit, found.context.day).shift(-1), "last whole unit", 0.7,
                 anchor=ARTICLE)  # fmt: skip


def compared(found: Found, over: bool = False):
    """The quarter or half-year that a comparison with the year before is about."""
    now = found.context.day
    for seen in reversed(found.context.quarters):
        if over and now and seen.period.last >= now:
            continue
        if not now or -80 < (now - seen.period.last).days < 300:
            return seen
    return None


def weekend(found: Found, step: int) -> Reading | None:
    """The weekend last over, under way or next, by the shift word or the tense."""
    day = found.context.day
    own = periods.containing("weekend", day)
    if step:
        if step < 0 and day.isoweekday() == 7:
            return dated(own.shift(-1), "weekend before", 0.85, anchor=ARTICLE)
        return dated(own.shift(step), "weekend before or after", 0.85, anchor=ARTICLE)
    if day.isoweekday() >= 6:
        return dated(own, "weekend of the article", 0.85, anchor=ARTICLE)
    turn = found.context.direction(found.i, found.j)
    if found.has("this") or turn > 0:
        behind = turn < 0 and day.isoweekday() <= 3
        return dated(own.shift(-1) if behind else own, "weekend by tense", 0.75, anchor=ARTICLE)
    return dated(own.shift(-1), "weekend by tense", 0.75, anchor=ARTICLE)


def the_unit(found: Found) -> Reading | None:
    """``the year``, ``the quarter``, ``the week``: the one the text is about, or P1Y."""
    unit = UNITS[found.words.kind(found.where("unit_long"))]
    if found.words.kind(found.j) == "ended" and unit in ("year", "month"):
        return lasting(f"P1{unit[0].upper()}", "a unit that ended on a day", 0.7, precision=unit)
    if unit == "weekend":
        return weekend(found, 0) if found.context.day else undated(UNKNOWN[unit], "the unit", unit)
    if unit == "quarter":
        if found.words.kind(found.j) == "ended":
            return ended_quarter(found) or latest_unit(found, unit)
        return latest_unit(found, unit)
    if not found.context.day:
        return undated(UNKNOWN[unit], "the unit", unit)
    return dated(periods.containing(unit, found.context.day), "unit of the article's day", 0.65,
                 anchor=ARTICLE)  # fmt: skip


def ended_quarter(found: Found) -> Reading | None:
    """``the quarter ended Sept. 30``: the calendar quarter most of it lay in."""
    words, j = found.words, found.j
    for size in (5, 4, 2):
        part = found.part(j + 1, min(j + 1 + size, len(words.starts)))
        if part.has("month_any") and part.has("day_of") and found.context.day:
            end = read_day(part)
            if end and end.first:
                middle = add_months(end.first, -1)
                period = middle and periods.containing("quarter", middle)
                return dated(period, "quarter that ended on a day", 0.75, anchor=part.text())
    return None


def the_unit_fits(words: Words, i: int, j: int) -> bool:
    """Only units that the text is likely to mean a certain one of."""
    unit = next(words.kind(k) for k in range(i, j) if words.kind(k) in UNITS)
    after = words.word(j)
    if words.kind(j) in ("hyphen", "year", "possessive") and unit != "unit_week":
        return words.kind(j) == "possessive" and unit in ("unit_year", "unit_quarter", "unit_month")
    if unit in ("unit_quarter", "unit_year", "unit_week", "weekend"):
        return after not in ("of", "when", "that", "in", "old") or unit == "weekend"
    return False


def edge_in_unit(found: Found) -> Reading | None:
    """``earlier in the day``, ``later in the year``, ``late in the week``."""
    unit = UNITS.get(found.words.kind(found.where("unit_long")), "")
    shift = found.has("shift")
    mod = {"early": "START", "late": "END"}.get(found.words.lower[found.i], "")
    if shift:
        reading = shifted_unit(found.part(found.i + 2, found.j))
        return reading and reading.but(mod=mod)
    seen = found.context.in_sentence(found.i, ("day",)) if unit == "day" else None
    if unit not in ("day", "week"):
        seen = far_year(found, unit)
    start = seen.period.first if seen else found.context.day
    if not start:
        return undated(UNKNOWN[unit], "within a unit", unit, mod=mod)
    return dated(periods.containing(unit, start), "within a unit", 0.85, mod=mod,
                 anchor=seen.text if seen else ARTICLE)  # fmt: skip


def end_of_unit(found: Found) -> Reading | None:
    """``the end of the month``: of the article's month, or of the year the sentence names."""
    unit = UNITS[found.words.kind(found.where("unit_long"))]
    if unit == "quarter":
        reading = latest_unit(found, unit)
        return reading and reading.but(mod=found.value("edge_noun"))
    seen = far_year(found, unit)
    start = seen.period.first if seen else found.context.day
    if not start:
        return undated(UNKNOWN[unit], "end of a unit", unit, mod=found.value("edge_noun"))
    return dated(periods.containing(unit, start), "end of a unit", 0.8,
                 mod=found.value("edge_noun"), anchor=seen.text if seen else ARTICLE)  # fmt: skip


def far_year(found: Found, unit: str):
    """``in 2014 ... later in the year``: the year of the same sentence."""
    if unit not in ("year", "decade", "century"):
        return None
    return found.context.in_sentence(found.i, ("year", "month", "day"))


def turn_of_century(found: Found) -> Reading | None:
    day = found.context.day
    if not day:
        return undated("XXXX", "turn of the century", "century", mod="START")
    return dated(periods.containing("century", day), "turn of the century", 0.6, mod="START")


def unit_end(found: Found) -> Reading | None:
    """``year-end``, ``year's end``, ``month-end``: the unit under way, or the one just over."""
    if not found.context.day:
        return None
    unit = UNITS[found.words.kind(found.where("unit_long"))]
    year = year_in(found) if found.has("year", "shift") else None
    if year is not None:
        return dated(periods.year(year), "end of a unit", 0.85, mod="END")
    period = periods.containing(unit, found.context.day)
    return dated(period, "end of a unit", 0.75, mod="END", anchor=ARTICLE)


SHAPES = [
    Shape("unit", f"{SHIFTED} (full|fiscal)? unit_long", shifted_unit, unit_fits),
    Shape("the unit", "the (full|fiscal|full fiscal)? (unit_year|unit_quarter|unit_week|weekend)",
          the_unit, the_unit_fits),
    Shape("nth day", "(the|a|that)? nth filler? unit_day", nth_day, nth_day_fits),
    Shape("within", "(edge|earlier) in the? shift? (unit_long|season)", edge_in_unit),
    Shape("within", "the? edge_noun of the unit_long", end_of_unit,
          lambda words, i, j: words.kind(j) != "hyphen"),
    Shape("turn", "the? edge_noun of the unit_century", turn_of_century,
          lambda words, i, j: "turn" in (words.word(i), words.word(i + 1))),
    Shape("unit end", "the? (unit_year|unit_month|unit_week) (hyphen|possessive)? edge_noun",
          unit_end,
          lambda words, i, j: words.word(j - 1) == "end" and words.kind(i - 1) != "edge_noun"),
    Shape("unit end", "(year|shift unit_year) possessive? unit_year? hyphen? edge_noun", unit_end,
          lambda words, i, j: words.word(j - 1) == "end"),
]  # fmt: skip
