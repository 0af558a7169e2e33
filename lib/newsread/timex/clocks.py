"""Times of day: 5 p.m. EST Nov. 9, noon Saturday, this morning, 14:30 GMT."""

import re

from newsread.timex.months import ARTICLE, read_day
from newsread.timex.periods import Period
from newsread.timex.reading import Reading, at_time
from newsread.timex.shapes import Found, Shape
from newsread.timex.weekdays import near_day, read_weekday
from newsread.timex.words import Words

AT = {"at", "until", "by", "from", "after", "before", "around", "about"}


def day_of(found: Found) -> tuple[Period | None, str]:
    """The day that a time of day belongs to, and what tells it."""
    for kind, reader in (
        ("month_any", read_day),
        ("weekday_any", read_weekday),
        ("nearday", near_day),
    ):
        if found.has(kind):
            k = found.where(kind)
            start = found.where("weekday_any") if kind == "month_any" else k
            start = min(k, start) if start >= 0 else k
            if (
                kind == "month_any"
                and found.words.kind(k - 1) in ("day_number", "ordinal")
                and (found.words.kind(k + 1) not in ("day_number", "ordinal") or k + 1 >= found.j)
            ):
                start = min(start, k - 1)
            reading = reader(found.part(start, found.j))
            return (reading.period if reading else None), ""
    if not found.context.day:
        return None, ""
    seen = found.context.in_sentence(found.i, ("day",))
    if seen:
        return seen.period, seen.text
    return Period("day", found.context.day), ARTICLE


def clock_time(found: Found) -> Reading | None:
    """A time on the clock, with the day beside it or the article's own."""
    clock = hours_and_minutes(found)
    if clock is None:
        return None
    period, anchor = day_of(found)
    return at_time(period, f"T{clock}", "minute" if ":" in clock else "hour", "time of day",
                   anchor=anchor)  # fmt: skip


def hours_and_minutes(found: Found) -> str | None:
    """``17:00`` from ``5 p.m.``; None when there is no such time."""
    if found.has("noon"):
        return found.value("noon")
    text = found.value("clock", "clock24", "hours", "year")
    if found.has("clock24") and int(text.split(":")[0]) <= 12:
        text += after_noon(found)
    if found.has("oclock"):
        text = found.value("figure") + after_noon(found)
    digits = [int(n) for n in re.findall("[0-9]+", text)]
    if found.has("hours", "year") and not found.has("clock", "clock24", "oclock"):
        digits = [digits[0] // 100, digits[0] % 100]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    half = text.lower().replace(" ", "")
    if re.search("[ap]\\.?m", half):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if "p" in half else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"


def after_noon(found: Found) -> str:
    return " p.m." if found.value("daypart") in ("AF", "EV", "NI") else ""


def spoken_time(found: Found) -> Reading | None:
    """``half past eight``, ``a quarter to nine in the evening``."""
    hour = int(found.words.values[found.where("day_number", "number")])
    if not 1 <= hour <= 12:
        return None
    minutes = 30 if found.has("half") else 15
    if after_noon(found):
        hour = hour % 12 + 12
    if found.has("to"):
        hour, minutes = (hour - 1) % 24 or 12, 60 - minutes
    period, anchor = day_of(found)
    return at_time(period, f"T{hour:02}:{minutes:02}", "minute", "time of day", anchor=anchor,
                   confidence=0.8)  # fmt: skip


def spoken_fits(words: Words, i: int, j: int) -> bool:
    """``past`` and ``to`` the hour, not ``the last quarter``; not ``cut by a quarter to 9``."""
    told = "past" in words.lower[i : i + 3]
    return told or (words.kind(i) != "half" and words.word(i - 1) in AT - {"by", "from"})


def clock24_fits(words: Words, i: int, j: int) -> bool:
    """``at 14:30``, ``14:30 GMT`` yes; a score 3:15 or a verse no."""
    if any(
        words.kind(k) in ("zone", "clock", "weekday", "nearday", "daypart") for k in range(i, j)
    ):
        return True
    return words.word(i - 1) in AT


def part_of_day(found: Found) -> Reading | None:
    """``this morning``, ``that night``, ``in the evening``, ``mid-afternoon``."""
    part = found.value("daypart")
    period, anchor = day_of(found)
    if found.word("daypart") == "overnight" and period and anchor == ARTICLE:
        period = period.shift(-1)
    if period and found.has("last"):
        period = period.shift(-1)
    elif period and found.has("following", "next"):
        period = period.shift(1)
    return at_time(period, f"T{part}", "part-of-day", "part of the day", anchor=anchor,
                   confidence=0.8, mod="MID" if found.word("edge") == "mid" else "")  # fmt: skip


def small_hours(found: Found) -> Reading | None:
    """``the early hours of Monday``: its morning; the late or final hours its night."""
    period, anchor = day_of(found)
    part = "MO" if found.words.lower[found.i + 1] in ("early", "small", "first") else "NI"
    return at_time(period, f"T{part}", "part-of-day", "hours of a day", anchor=anchor,
                   confidence=0.7)  # fmt: skip


def part_fits(words: Words, i: int, j: int) -> bool:
    """A part of the day alone only after ``in the``, ``by``, ``during the``."""
    if words.word(j - 1) == "overnight":
        return True
    if words.kind(i) in ("this", "that", "last", "following", "next", "same", "edge"):
        return True
    if words.kind(i) == "the" and words.kind(i + 1) in (
        "following",
        "next",
        "previous",
        "same",
        "edge",
    ):
        return True
    before = words.word(i - 1)
    if words.kind(i) == "the":
        return before in ("in", "during", "by", "into", "through", "throughout") and (
            words.kind(j) not in ("of", "hyphen", "plain", "name")
            or words.word(j) in ("and", "to", "after", "before", "when", "by", "on", "at")
        )
    return before in ("by", "at", "since", "until") and words.kind(j) != "hyphen"


DAY = (
    "((on|of)? the? (weekday_any comma?)? "
    "(month_any day_of (comma? year)?|day_of month_any year?)"
    "|(on|of)? (last|this|next)? weekday_any|nearday)"
)
CLOCK = "(clock|noon|clock24|figure oclock|hours|year)"
SHAPES = [
    Shape("clock", f"(clock|noon|clock24) (open? zone shut?)? (comma? {DAY})?", clock_time,
          lambda words, i, j: words.kind(i) != "clock24" or clock24_fits(words, i, j)),
    Shape("clock", f"clock24 (this|that|in the|at) daypart {DAY}?", clock_time),
    Shape("clock", f"(hours|year|clock24) zone (comma? {DAY})?", clock_time),
    Shape("clock", f"figure oclock (in the|at)? daypart? {DAY}?", clock_time),
    Shape("clock", "(half last|a? unit_quarter (last|to)) (day_number|number) "
          f"((in the|at)? daypart)? {DAY}?", spoken_time, spoken_fits),
    Shape("clock", f"{DAY} (comma|at|dash)? (clock|noon|clock24) zone?", clock_time,
          lambda words, i, j: words.kind(i) not in ("on", "of")),
    Shape("part of day", "((this|that|same|last|following|next|the|the following|the same"
          "|the edge|edge) hyphen?)? daypart", part_of_day, part_fits),
    Shape("part of day", "(the? edge hyphen?)? daypart (on|of)? (nearday|weekday|month_any day_of)",
          part_of_day),
    Shape("part of day", f"the? edge? daypart of {DAY}", part_of_day),
    Shape("part of day", f"the (edge|plain) units of {DAY}", small_hours,
          lambda words, i, j: words.word(i + 2) == "hours"),
    Shape("part of day", "month_any day_of daypart", part_of_day),
]  # fmt: skip
