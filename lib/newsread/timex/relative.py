"""Dates counted from another day: yesterday, Tuesday, last week, two years ago, a year earlier."""

import datetime as dt

import newsread.timex.periods as periods
from newsread.timex.calendar_dates import ARTICLE, read_day, read_month, year_in
from newsread.timex.periods import Period, add_months
from newsread.timex.reading import Reading, at_time, dated, lasting, repeated, undated, vague
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words

UNITS = {
    "unit_day": "day", "unit_week": "week", "unit_month": "month", "unit_quarter": "quarter",
    "unit_year": "year", "unit_decade": "decade", "unit_century": "century", "weekend": "weekend",
}  # fmt: skip
LETTERS = {"D": "day", "W": "week", "2W": "week", "M": "month", "Q": "quarter", "Y": "year",
           "10Y": "decade", "100Y": "century", "1000Y": "century"}  # fmt: skip
UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
           "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXXX", "century": "XXXX"}  # fmt: skip
FORWARD_KINDS, BACK_KINDS = ("next", "following"), ("last", "previous")


# ---- near days and weekdays --------------------------------------------------------------------


def near_day(found: Found) -> Reading | None:
    """today, yesterday, tomorrow; with a part of the day a TIME."""
    value = found.value("nearday")
    step, _, part = value.partition(" ")
    part = found.value("daypart") or part
    day = found.context.day
    if not day:
        if part:
            return at_time(None, f"T{part}", "part-of-day", "near day")
        return undated("PRESENT_REF" if step == "0" else "XXXX-XX-XX", "near day", "day")
    period = Period("day", day).shift(int(step))
    if part:
        return at_time(period, f"T{part}", "part-of-day", "part of a near day", anchor=ARTICLE)
    return dated(period, "near day", 0.95, anchor=ARTICLE)


def day_of_week(found: Found) -> tuple[Period | None, str, str, float]:
    """The day a weekday names, what it was counted from, the rule, and how sure it is."""
    context, day = found.context, found.context.day
    number = int(found.value("weekday_any", "weekdays"))
    if found.has("unit_week"):
        week = periods.containing("week", day).shift(int(found.value("last", "next") or 0))
        return (
            week and Period("day", week.first).shift(number - 1),
            ARTICLE,
            "weekday of a week",
            0.9,
        )
    kind = found.words.kind(found.where("shift")) if found.has("shift") else ""
    if kind == "this" and found.has("last", "next"):
        kind = "last" if found.has("last") else "next"
    if kind in ("previous", "following", "same", "that"):
        seen = context.latest(("day",))
        start = seen.period.first if seen else day
        step = {"previous": -1, "following": 1}.get(kind, 0)
        return (
            beside(start, number, step),
            seen.text if seen else ARTICLE,
            "weekday told from text",
            0.8,
        )
    if kind == "last":
        return beside(day, number, -1), ARTICLE, "weekday before", 0.9
    if kind == "next":
        return beside(day, number, 1), ARTICLE, "weekday after", 0.75
    turn = context.direction(found.i, found.j)
    if kind == "this" and turn >= 0:
        turn = 1
    if number == day.isoweekday():
        return Period("day", day), ARTICLE, "weekday of the article", 0.9
    return beside(day, number, 1 if turn > 0 else -1), ARTICLE, "weekday by tense", 0.85


def beside(day: dt.date, number: int, step: int) -> Period | None:
    """The weekday strictly before (-1) or after (1) a day, or the one of its own week (0)."""
    apart = number - day.isoweekday()
    if step < 0:
        apart = apart - 7 if apart >= 0 else apart
    elif step > 0:
        apart = apart + 7 if apart <= 0 else apart
    return Period("day", day).shift(apart)


def read_weekday(found: Found) -> Reading | None:
    number = found.value("weekday_any")
    part = found.value("daypart")
    if not found.context.day:
        if part:
            return Reading("TIME", f"XXXX-WXX-{number}T{part}", "weekday", 0.5,
                           precision="part-of-day")  # fmt: skip
        return undated(f"XXXX-WXX-{number}", "weekday", "day")
    period, anchor, how, confidence = day_of_week(found)
    if part:
        return at_time(period, f"T{part}", "part-of-day", how, anchor=anchor)
    return dated(period, how, confidence, anchor=anchor)


def weekday_week(found: Found) -> Reading | None:
    """``a week from Monday``, ``two weeks from Tuesday``."""
    if not found.context.day:
        return None
    target = found.part(found.where("weekday_any"), found.j)
    start = beside(found.context.day, int(target.value("weekday_any")), 1)
    weeks = int(found.value("figure") or 1)
    return dated(
        start and start.shift(7 * weeks), "weeks from a weekday", 0.8, anchor=target.text()
    )


def comes_back(found: Found) -> Reading:
    """``Mondays``, ``Tuesday nights``, ``each Thursday``, ``every July``: a SET."""
    number = found.value("weekday_any", "weekdays")
    part = found.value("daypart", "dayparts")
    if number:
        return repeated(
            f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), "weekday that comes back"
        )
    if found.has("month_any"):
        return repeated(f"XXXX-{int(found.value('month_any')):02}", "month that comes back")
    if found.has("season"):
        return repeated(f"XXXX-{found.value('season')}", "season that comes back")
    if found.has("weekends", "weekend"):
        value = "XXXX-WXX-WE" if found.word("weekends") != "weekdays" else "XXXX-WXX-XX"
        return repeated(value, "weekend that comes back")
    if found.has("holiday"):
        return repeated("XXXX-XX-XX", "holiday that comes back")
    return repeated(f"XXXX-XX-XXT{part}", "part of the day that comes back")


def weekday_short_fits(words: Words, i: int, j: int) -> bool:
    """``Sun.`` and ``Sat.`` need their full stop; the Sun is a newspaper."""
    k = next(k for k in range(i, j) if words.kind(k) in ("weekday", "weekday_short"))
    return words.kind(k) == "weekday" or words.text[words.ends[k] - 1] == "."


# ---- last week, this year, the following month -------------------------------------------------


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
    return not title and not (words.kind(j) == "hyphen" and words.kind(j + 1) != "edge_noun")


def finer_or_same(found: Found, unit: str):
    """The last date before the expression that is at least as exact as the unit."""
    exact = periods.FINENESS[: periods.FINENESS.index(unit) + 1]
    return found.context.latest(tuple(exact))


def latest_unit(found: Found, unit: str) -> Reading | None:
    """``the latest quarter``: the one the text is about, else the last that is over."""
    seen = compared(found, over=True) if unit == "quarter" else found.context.latest((unit,))
    if seen and seen.period.unit == unit:
        return dated(seen.period, "unit named before", 0.75, anchor=seen.text)
    if not found.context.day:
        return undated(UNKNOWN[unit], "shifted unit", unit)
    return dated(periods.containing(unit, found.context.day).shift(-1), "last whole unit", 0.7,
                 anchor=ARTICLE)  # fmt: skip


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


def then(found: Found) -> Reading | None:
    """``since then``: the date named last."""
    seen = found.context.latest()
    return dated(seen.period, "date named before", 0.6, anchor=seen.text) if seen else None


def far_year(found: Found, unit: str):
    """``in 2014 ... later in the year``: the year of the same sentence."""
    if unit not in ("year", "decade", "century"):
        return None
    return found.context.in_sentence(found.i, ("year", "month", "day"))


def month_of_shift(found: Found) -> Reading | None:
    return read_month(found)


# ---- ago, earlier, later -----------------------------------------------------------------------


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


def compared(found: Found, over: bool = False):
    """The quarter or half-year that a comparison with the year before is about."""
    now = found.context.day
    for seen in reversed(found.context.quarters):
        if over and now and seen.period.last >= now:
            continue
        if not now or -80 < (now - seen.period.last).days < 300:
            return seen
    return None


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


# ---- references without days -------------------------------------------------------------------


def reference(found: Found) -> Reading:
    return vague(found.value("ref"), "reference word", 0.8)


def adjective(found: Found) -> Reading:
    """``current`` and ``recent`` before a noun that is not a unit."""
    kind = found.words.kind(found.i)
    value = {"current": "PRESENT_REF", "recent": "PAST_REF"}[kind]
    return vague(value, "reference word", 0.7)


def adjective_fits(words: Words, i: int, j: int) -> bool:
    if words.word(i) not in ("current", "recent") or words.capital(i):
        return False
    if words.kind(j) in ("number", "day_number"):
        return words.kind(j + 1) == "plain"
    return words.kind(j) in ("plain", "name", "counted", "numbered", "fiscal", "filler", "full")


def reference_fits(words: Words, i: int, j: int) -> bool:
    word = words.word(i)
    if word in ("the future", "the near future"):
        return words.word(j) != "of" or words.word(i - 1) in ("in", "about", "for")
    if word == "now":
        return words.kind(j) != "hyphen" and words.kind(i - 1) != "hyphen"
    if word == "soon":
        return words.word(i - 1) not in ("as", "too", "how") and words.word(j) not in (
            "after",
            "as",
        )
    return not (word == "the short term" and words.kind(j) == "hyphen")


def past_fits(words: Words, i: int, j: int) -> bool:
    """``in the past,`` yes; ``the past two years``, ``the past president`` no."""
    return words.word(i + 1) == "past" and words.word(i - 1) in ("in", "from", "of", "than") and (
        words.kind(j) in ("stop", "break", "mark", "comma", "dash")
        or words.word(j) in ("and", "or", "but", "to", "for", "by", "have", "has", "had", "that",
                             "because", "when", "with", "as", "is", "was", "they", "he", "she",
                             "it", "we", "i", "you", "there")
    )  # fmt: skip


def these_days(found: Found) -> Reading:
    return vague("PRESENT_REF", "reference word", 0.8)


def last_days_of(found: Found) -> Reading:
    """``the last days of the Soviet Union``: a time known by what it was, without days."""
    turn = "FUTURE_REF" if found.context.direction(found.i, found.j) > 0 else "PAST_REF"
    return vague(turn, "known by an event, not by the calendar", 0.7)


def last_days_fits(words: Words, i: int, j: int) -> bool:
    edge = words.word(i + 1)
    return edge in ("last", "final", "first", "early", "dying", "closing", "opening", "earliest")


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


AMOUNT = (
    "((a? count (and a? half)? (to|or|hyphen) count|a? count) "
    "(hyphen? and hyphen? a? hyphen? half)? hyphen? (filler|full)? units"
    "|count (filler|full)? unit|(a|another) (filler|full)? unit (and a half)?"
    "|a? half hyphen? a? unit)"
    "(or so)?"
)
SHIFTED = "(this (last|next)|(the|this)? (last|previous|next|following|this|that|same|current))"
SHAPES = [
    Shape("near day", "nearday daypart?", near_day),
    Shape("near day", "daypart nearday", near_day),
    Shape("weekday", f"{SHIFTED}? weekday daypart?", read_weekday),
    Shape("weekday", "weekday_any", read_weekday, weekday_short_fits),
    Shape("weekday", "weekday of? (this|last|next) (last|next)? unit_week", read_weekday),
    Shape("weekday", "(the|last)? daypart of weekday", read_weekday),
    Shape("weekday", "(a|count) (unit_week|units) plain weekday", weekday_week,
          lambda words, i, j: words.word(j - 2) == "from"),
    Shape("set", "weekdays dayparts?", comes_back),
    Shape("set", "weekday dayparts", comes_back),
    Shape("set", "weekends", comes_back),
    Shape("set", "every (weekday_any daypart?|weekend|daypart|season|month|holiday)", comes_back),
    Shape("unit", f"{SHIFTED} (full|fiscal)? unit_long", shifted_unit, unit_fits),
    Shape("the unit", "the (full|fiscal|full fiscal)? (unit_year|unit_quarter|unit_week|weekend)",
          the_unit, the_unit_fits),
    Shape("within", "(edge|earlier) in the? shift? (unit_long|season)", edge_in_unit),
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
    Shape("within", "the? edge_noun of the unit_long", end_of_unit,
          lambda words, i, j: words.kind(j) != "hyphen"),
    Shape("then", "plain then", then, lambda words, i, j: words.word(i + 1) == "then"
          and words.word(i) in ("since", "until", "by", "from", "till")),
    Shape("period", "the (current|same|(year|year_short)) (period|unit_quarter)", same_period,
          lambda words, i, j: words.word(i + 1) not in ("current", "present")
          and (words.kind(j - 1) == "period" or words.kind(i + 1) == "year")),
    Shape("reference", "ref", reference, reference_fits),
    Shape("reference", "the last", lambda found: vague("PAST_REF", "reference word", 0.75),
          past_fits),
    Shape("reference", "in future", lambda found: vague("FUTURE_REF", "reference word", 0.75),
          lambda words, i, j: words.kind(j) in ("stop", "comma", "break", "mark")),
    Shape("reference", "this units", these_days, lambda words, i, j: words.word(j - 1) == "days"
          and words.word(i) == "these"),
    Shape("adjective", "(current|recent)", adjective, adjective_fits),
    Shape("event",
          "the (last|nth|edge|plain) (units|unit_day) of the? plain? (name|plain) name{0,3}",
          last_days_of, last_days_fits),
    Shape("turn", "the? edge_noun of the unit_century", turn_of_century,
          lambda words, i, j: "turn" in (words.word(i), words.word(i + 1))),
    Shape("unit end", "the? (unit_year|unit_month|unit_week) (hyphen|possessive)? edge_noun",
          unit_end,
          lambda words, i, j: words.word(j - 1) == "end" and words.kind(i - 1) != "edge_noun"),
    Shape("unit end", "(year|shift unit_year) possessive? unit_year? hyphen? edge_noun", unit_end,
          lambda words, i, j: words.word(j - 1) == "end"),
]  # fmt: skip
