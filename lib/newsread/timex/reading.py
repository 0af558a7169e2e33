"""What an expression of time was read as."""

import datetime as dt
from dataclasses import dataclass, replace

from newsread.timex.periods import Period


@dataclass(frozen=True)
class Reading:
    """Type and value of an expression, before its place in the text is known."""

    type: str
    value: str
    how: str
    confidence: float = 0.9
    first: dt.date | None = None
    last: dt.date | None = None
    precision: str = "none"
    mod: str = ""
    anchor: str = ""
    period: Period | None = None

    def but(self, **changes) -> "Reading":
        return replace(self, **changes)


@dataclass(frozen=True)
class Timex:
    """One expression of time.

    ``start``, ``end``: characters in the text. ``type``, ``value``, ``mod``: as in TIMEX3.
    ``first_day``, ``last_day``: the days it means, both inclusive, None where it means none.
    ``precision``: minute, hour, part-of-day, day ... century, vague or none. ``anchor``: the
    words it was counted from. ``how``: the rule. ``confidence``: 0 to 1.
    """

    start: int
    end: int
    type: str
    value: str
    mod: str
    first_day: dt.date | None
    last_day: dt.date | None
    precision: str
    anchor: str
    how: str
    confidence: float


def dated(period: Period | None, how: str, confidence: float = 0.9, **more) -> Reading | None:
    """A DATE that is this period."""
    if period is None:
        return None
    return Reading(
        "DATE", period.value, how, confidence, period.first, period.last, period.unit,
        period=period, **more,
    )  # fmt: skip


def undated(value: str, how: str, precision: str = "none", **more) -> Reading:
    """A DATE that no day is known for, because the article has no date."""
    return Reading("DATE", value, how, 0.5, precision=precision, **more)


def vague(value: str, how: str, confidence: float = 0.7) -> Reading:
    """PAST_REF, PRESENT_REF, FUTURE_REF: a time without days."""
    return Reading("DATE", value, how, confidence, precision="vague")


def at_time(period: Period | None, clock: str, precision: str, how: str, **more) -> Reading | None:
    """A TIME on a day: ``clock`` is ``T14:30`` or ``TMO``."""
    if period is None:
        more["confidence"] = 0.5
        return Reading("TIME", f"XXXX-XX-XX{clock}", how, precision=precision, **more)
    return Reading(
        "TIME", period.value + clock, how, more.pop("confidence", 0.9), period.first, period.last,
        precision, period=period, **more,
    )  # fmt: skip


def lasting(value: str, how: str, confidence: float = 0.9, **more) -> Reading:
    return Reading("DURATION", value, how, confidence, **more)


def repeated(value: str, how: str, confidence: float = 0.85, **more) -> Reading:
    return Reading("SET", value, how, confidence, **more)
