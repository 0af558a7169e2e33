"""Days and months: Sept. 19, 2023; the 4th of July; Oct. 3-5; a month alone."""

import re

import newsread.timex.periods as periods
from newsread.timex.periods import Period, a_day, nth_weekday
from newsread.timex.reading import Reading, dated, repeated, undated
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words
from newsread.timex.years import OF_TIME, YEAR, YEARISH, full_year, year_after, year_in

ARTICLE = "the article's date"


# After these a day bounds a stretch up to now rather than lie in a year named before it.
REACHING = {"through", "since", "until", "till", "by"}


def read_day(found: Found) -> Reading | None:
    """A day of a month, with or without its year."""
    month = int(found.value("month_any"))
    number = int(re.sub("[^0-9]", "", found.value("day_of", "nth_word")))
    year = year_in(found) or year_after(found)
    if year is not None:
        return on(a_day(year, month, number), "day of the calendar", 0.97)
    if not found.context.day:
        return undated(f"XXXX-{month:02}-{number:02}", "day of the calendar", "day")
    seen = year_nearby(found) if found.words.word(found.i - 1) not in REACHING else None
    if seen:
        return on(a_day(seen.period.first.year, month, number), "day of the year before it",
                  0.8, anchor=seen.text)  # fmt: skip
    weekday = int(found.value("weekday_any") or 0)
    return on(nearest_day(found, month, number, weekday), "nearest such day", 0.9, anchor=ARTICLE)


def on(day, how: str, confidence: float, **more) -> Reading | None:
    return dated(Period("day", day), how, confidence, **more) if day else None


def nearest_day(found: Found, month: int, number: int, weekday: int = 0):
    """The year that brings this day nearest; the tense decides when it is far either way."""
    now = found.context.day
    days = [a_day(now.year + n, month, number) for n in (-4, -1, 0, 1, 4)]
    days = [day for day in days if day]
    matching = [day for day in days if weekday and day.isoweekday() == weekday]
    days = matching or [day for day in days if abs((day - now).days) < 370] or days
    if not days:
        return None
    if any(found.words.kind(k) == "ended" and found.words.lower[k] == "ended"
           for k in (found.i - 1, found.i - 2)):  # fmt: skip
        return max((day for day in days if day <= now), default=None)
    near = min(days, key=lambda day: abs((day - now).days))
    turn = found.context.own_verb(found.i)
    if abs((near - now).days) < (100 if not turn or turn * (near - now).days >= 0 else 15):
        return near
    turn = turn or found.context.direction(found.i, found.j)
    ahead = [day for day in days if (day >= now if turn > 0 else day <= now)]
    return min(ahead or days, key=lambda day: abs((day - now).days)) if turn else near


def year_nearby(found: Found):
    """A past year named before in the same sentence: ``in 2020 ... likewise in September``."""
    seen = found.context.in_sentence(found.i)
    return seen if seen and found.context.day and far(seen, found.context.day) else None


def far(seen, day) -> bool:
    """Was it an absolute date of a past year, or the article's own year by its number?"""
    absolute = seen.how.startswith(("year", "month of a year", "day of the calendar"))
    this_year = seen.period.unit == "year" and seen.period.first.year == day.year
    return absolute and (seen.period.first.year < day.year or this_year)


def read_days(found: Found) -> Reading | None:
    """``Oct. 3-5``: from the one day to the other."""
    month = int(found.value("month_any"))
    if found.has("day_range"):
        a, b = (int(n) for n in re.split("[-–—]", found.value("day_range")))
    else:
        ends = [found.words.values[k] for k in range(found.i, found.j)
                if found.words.kind(k) in ("day_number", "ordinal")]  # fmt: skip
        a, b = (int(re.sub("[^0-9]", "", end)) for end in ends)
    year = year_in(found)
    if year is None:
        near = nearest_day(found, month, a) if found.context.day else None
        if not near:
            return None
        year = near.year
    first, last = a_day(year, month, a), a_day(year, month, b)
    if not first or not last or last <= first:
        return None
    return Reading(
        "DURATION", f"P{b - a + 1}D", "days from one to another", 0.85, first, last, "day"
    )


def read_month(found: Found) -> Reading | None:
    month = int(found.value("month_any"))
    year = year_in(found) or year_after(found)
    if year is not None:
        return dated(periods.month(year, month), "month of a year", 0.95)
    if not found.context.day:
        return undated(f"XXXX-{month:02}", "month", "month")
    seen = year_nearby(found)
    if seen:
        period = periods.month(seen.period.first.year, month)
        return dated(period, "month of the year before it", 0.8, anchor=seen.text)
    begun = found.context.range_begun(found.i, "month")
    if begun:
        first = begun.period.first
        period = periods.month(first.year + (month <= first.month), month)
        return dated(period, "month that ends a range", 0.8, anchor=begun.text)
    choices = [periods.month(found.context.day.year + n, month) for n in (-2, -1, 0, 1)]
    if modifies(found):
        period = nearest(found, choices)
        return dated(period, "nearest such month", 0.7, anchor=ARTICLE)
    period = turned(found, choices)
    return dated(period, "month by tense", 0.8, anchor=ARTICLE)


def modifies(found: Found) -> bool:
    """``a June agreement``, ``for June delivery``: the sentence's verb does not tell when."""
    before, after = found.words.kind(found.i - 1), found.words.kind(found.j)
    if found.words.word(found.i - 1) == "for":
        return found.j - found.i == 1 and after == "plain"
    if found.words.kind(found.i) == "the" and found.j - found.i == 2:
        return after == "plain"
    return found.j - found.i == 1 and before in ("a", "the", "possessive") and after == "plain"


def nearest(found: Found, choices: list[Period | None]) -> Period | None:
    now = found.context.day
    choices = [choice for choice in choices if choice]
    return min(choices, key=lambda choice: abs((choice.first - now).days), default=None)


def turned(found: Found, choices: list[Period | None]) -> Period | None:
    """Of the yearly choices, the one that the shift word or else the tense points to."""
    now = found.context.day
    choices = [choice for choice in choices if choice]
    past = [choice for choice in choices if choice.first <= now]
    ahead = [choice for choice in choices if choice.last >= now]
    kind = found.words.kind(found.where("shift")) if found.has("shift") else ""
    if kind == "this" and found.has("last", "next"):
        kind = "last" if found.has("last") else "next"
    if kind == "last" or kind == "previous":
        past = [choice for choice in choices if choice.last < now]
        if past and past[-1].unit == "month" and (now - past[-1].last).days < 31 and len(past) > 1:
            past.pop()  # that would have been called last month
        return past[-1] if past else None
    if kind == "next" or kind == "following":
        ahead = [choice for choice in choices if choice.first > now]
        return ahead[0] if ahead else None
    if kind in ("this", "current", "same"):
        return next((c for c in choices if c.first.year == now.year), None)
    looks = found.context.direction(found.i, found.j)
    if looks == 0 and choices and found.has("month_any"):
        return nearest(found, choices)
    if looks > 0:
        return ahead[0] if ahead else None
    return past[-1] if past else (ahead[0] if ahead else None)


NAMELIKE = {"may", "march", "april", "june", "august"}


def month_fits(words: Words, i: int, j: int) -> bool:
    """A month alone: not a verb, not a person, not the start of a name."""
    k = next(k for k in range(i, j) if words.kind(k) in ("month", "month_short"))
    word, before = words.lower[k], words.word(k - 1)
    if words.kind(k) == "month_short" and words.text[words.ends[k] - 1] != ".":
        return False
    if j - i > 1 or word not in NAMELIKE:
        return True
    if words.kind(k + 1) == "name" and words.kind(k + 2) != "hyphen" and before not in OF_TIME:
        return False
    if before in OF_TIME:
        return not (before in ("the", "of", "by", "for", "and", "to") and word in ("may", "march")
                    and words.kind(k + 1) in ("on", "to"))  # fmt: skip
    if word in ("may", "august") or words.kind(k - 1) in ("stop", "break", "mark", "name"):
        return False
    return words.kind(k - 1) != "plain" or word != "march" or words.kind(k + 1) not in (
        "on", "to", "in", "of", "for"
    )  # fmt: skip


def iso_day(found: Found) -> Reading | None:
    text = found.value("iso")
    day = a_day(*(int(n) for n in text[:10].split("-")))
    if not day:
        return None
    if len(text) == 10:
        return on(day, "day of the calendar", 0.99)
    return Reading("TIME", text, "time of the calendar", 0.99, day, day, "minute",
                   period=Period("day", day))  # fmt: skip


def slashed_day(found: Found) -> Reading | None:
    """``9/19/2023`` (month first), ``19.9.2023`` (day first), ``2023/09/19``."""
    text = found.value("slash")
    a, b, c = (int(n) for n in re.split("[/.]", text))
    if a > 31:
        return on(a_day(a, b, c), "day in figures", 0.9) if c <= 31 else None
    if re.split("[/.]", text)[2].__len__() == 3:
        return None
    year = full_year(f"{c:02}", found)
    orders = [(a, b), (b, a)] if "." in text else [(b, a), (a, b)]
    days = [a_day(year, month, day) for day, month in orders]
    return on(days[0] or days[1], "day in figures", 0.9 if days[0] != days[1] else 0.95)


def slash_fits(words: Words, i: int, j: int) -> bool:
    """With full stops only a four-figure year, so that a version 1.2.10 stays out."""
    text = words.values[i]
    return "/" in text or (len(text.split(".")[2]) == 4 and len(text.split(".")[0]) <= 2)


def nth_weekday_of(found: Found) -> Reading | None:
    """``the first Monday of May``, ``the last Friday of each month``."""
    nth = -1 if found.has("last") else int(re.sub("[^0-9]", "", found.value("nth")) or 0)
    if found.has("every"):
        unit = found.value("unit_month", "unit_year", "unit_quarter") or "Y"
        return repeated(f"P1{unit}", "weekday of each unit")
    if not found.has("month_any") or nth not in (-1, 1, 2, 3, 4, 5):
        return None
    month, weekday = int(found.value("month_any")), int(found.value("weekday")) - 1
    year = year_in(found)
    if year is not None:
        return on(nth_weekday(year, month, weekday, nth), "weekday of a month", 0.95)
    if not found.context.day:
        return None
    days = [nth_weekday(found.context.day.year + n, month, weekday, nth) for n in (-1, 0, 1)]
    period = turned(found, [Period("day", day) if day else None for day in days])
    return dated(period, "weekday of a month", 0.75, anchor=ARTICLE)


def day_alone(found: Found) -> Reading | None:
    """``on the 15th``: of the month last named, else the nearest by tense."""
    number = int(re.sub("[^0-9]", "", found.value("nth")))
    seen = found.context.latest(("day", "month"))
    now = seen.period.first if seen else found.context.day
    if not now or not 1 <= number <= 31:
        return None
    months = [periods.containing("month", now).shift(n) for n in (0, -1, 1)]
    if not seen and found.context.direction(found.i, found.j) > 0 and number < now.day:
        months = [months[2]]
    elif not seen and number > now.day and found.context.direction(found.i, found.j) < 0:
        months = [months[1]]
    day = months[0] and a_day(months[0].first.year, months[0].first.month, number)
    return on(day, "day of the month", 0.7, anchor=seen.text if seen else ARTICLE)


def day_alone_fits(words: Words, i: int, j: int) -> bool:
    """``on the 15th of each`` and ``on the 15th,`` yes; ``on the 15th floor`` no."""
    return words.word(i - 1) in ("on", "until", "by", "from", "since") and words.kind(j) in (
        "comma", "stop", "break", "mark", "and", "of", "in", "at"
    ) and words.kind(i + 1) == "ordinal"  # fmt: skip


DAY_NAME = "(this? (shift|last|next)? weekday_any)"
SHAPES = [
    Shape("iso", "iso", iso_day),
    Shape("figures", "slash", slashed_day, slash_fits),
    Shape("day", f"({DAY_NAME} comma? the?)? month_any the? (day_of|nth_word) (comma? {YEAR})?",
          read_day),
    Shape("day", "(weekday_any comma? the?)? month_any the? day_of comma? "
          "(this|last|next) unit_year", read_day),
    Shape("day", f"(weekday_any comma? the?)? day_of month_any (comma? {YEAR})?", read_day),
    Shape("day", f"(weekday_any comma?)? the? (ordinal|nth_word) of month_any (comma? {YEAR})?",
          read_day),
    Shape("days", f"month_any day_of (to|through|dash|hyphen) day_of (comma? {YEAR})?", read_days),
    Shape("nth weekday", f"the? (nth|last) weekday (of|in) (month_any (comma? {YEAR})?|{YEARISH})",
          nth_weekday_of),
    Shape("nth weekday",
          "the? (nth|last) weekday of every (month|unit_month|unit_year|unit_quarter)",
          nth_weekday_of),
    Shape("days", f"month_any day_range (comma? {YEAR})?", read_days),
    Shape("days", f"day_range month_any (comma? {YEAR})?", read_days),
    Shape("day alone", "the nth", day_alone, day_alone_fits),
    Shape("month", f"month_any (comma|of)? {YEARISH}", read_month),
    Shape("month", "the? (shift|this last|this next)? month_any", read_month, month_fits),
]  # fmt: skip
