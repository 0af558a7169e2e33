"""Today, yesterday and the days of the week: on Tuesday, last Friday, every Monday night."""

import datetime as dt

import newsread.timex.periods as periods
from newsread.timex.months import ARTICLE
from newsread.timex.periods import Period
from newsread.timex.reading import Reading, at_time, dated, repeated, undated
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words


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
    begun = context.range_begun(found.i, "day")
    if begun and not kind:
        return beside(begun.period.first, number, 1), begun.text, "weekday that ends a range", 0.8
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
]  # fmt: skip
