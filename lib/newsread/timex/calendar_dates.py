"""Dates of the calendar: days, months, years, decades, seasons, quarters, holidays."""

import datetime as dt
import re

import newsread.timex.periods as periods
from newsread.timex.holidays import holiday, nth_weekday
from newsread.timex.periods import Period, a_day, add_months
from newsread.timex.reading import Reading, dated, repeated, undated
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words

# Words before a bare month, season or year that make it a date.
OF_TIME = set(
    "in by since until till of from to through before after during this last next early late mid "
    "and or every each for between on than between around about late- the -".split()
)


# ---- years -------------------------------------------------------------------------------------


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


def year_after(found: Found) -> int | None:
    """The year of ``between March and May 2020``, for the March."""
    words, j = found.words, found.j
    if words.kind(j) not in ("and", "to", "or", "hyphen", "dash", "through") or (
        words.kind(j + 1) not in ("month", "month_short")
    ):
        return None
    for k in range(j + 2, j + 5):
        if words.kind(k) == "year":
            return int(words.values[k])
        if words.kind(k) not in ("comma", "day_number", "ordinal"):
            return None
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


# ---- months and days ---------------------------------------------------------------------------


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


ARTICLE = "the article's date"
# After these a day bounds a stretch up to now rather than lie in a year named before it.
REACHING = {"through", "since", "until", "till", "by"}


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
    if abs((near - now).days) < 100:
        return near
    turn = found.context.direction(found.i, found.j)
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
    choices = [periods.month(found.context.day.year + n, month) for n in (-2, -1, 0, 1)]
    if modifies(found):
        period = nearest(found, choices)
        return dated(period, "nearest such month", 0.7, anchor=ARTICLE)
    period = turned(found, choices)
    return dated(period, "month by tense", 0.8, anchor=ARTICLE)


def modifies(found: Found) -> bool:
    """``a June agreement``: the verb of the sentence says nothing about the month."""
    before, after = found.words.kind(found.i - 1), found.words.kind(found.j)
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


# ---- seasons, quarters, halves, fiscal years ---------------------------------------------------


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


NTH_QUARTER = {"last": 4, "final": 4}


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


# ---- holidays ----------------------------------------------------------------------------------


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


def season_set(found: Found) -> Reading:
    return repeated(f"XXXX-{found.value('seasons', 'season')}", "season that comes back")


DAY_NAME = "(this? (shift|last|next)? weekday_any)"
YEAR = "(year|year_short)"
YEARISH = f"({YEAR}|(the|this)? (shift|this last|this next) fiscal? unit_year)"
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
    Shape("holiday", f"(shift|this last|this next)? holiday (comma|of|in)? {YEARISH}?",
          read_holiday),
]  # fmt: skip
