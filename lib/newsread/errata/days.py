"""Which days a TIMEX3 value means."""

from __future__ import annotations

import calendar
import datetime as dt
import re

# value -> what it is as precise as; the first that fits counts
SHAPES = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d.*"), "minute"),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)T\d\d"), "hour"),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)T[A-Z]{2}"), "part-of-day"),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), "day"),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), "weekend"),
    (re.compile(r"(\d{4})-W(\d\d)"), "week"),
    (re.compile(r"(\d{4})-(\d\d)"), "month"),
    (re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)"), "season"),
    (re.compile(r"(\d{4})-Q([1-4])"), "quarter"),
    (re.compile(r"(\d{4})-H([12])"), "half"),
    (re.compile(r"(\d{4})"), "year"),
    (re.compile(r"(\d{3})X?"), "decade"),
    (re.compile(r"(\d{2})(?:XX)?"), "century"),
)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


def days_of(value: str) -> tuple[str, str, str]:
    """First day, last day (ISO, inclusive) and precision; "", "" and "none" or "vague" without."""
    for shape, precision in SHAPES:
        if found := shape.fullmatch(value):
            first, last = _days(precision, found.groups())
            return first.isoformat(), last.isoformat(), precision
    return "", "", "vague" if value.endswith("_REF") else "none"


def type_of(value: str, was: str) -> str:
    """The TIMEX3 type that a value has; what comes back (SET) goes on coming back."""
    if value.startswith("P") and not value.endswith("_REF"):
        return "SET" if was == "SET" else "DURATION"
    if was == "SET" and value.startswith("X"):
        return "SET"
    clock = value.partition("T")[2] if not value.endswith("_REF") else ""
    return "TIME" if clock else "DATE"


def is_possible(value: str) -> bool:
    """Is there such a day, week or month in the calendar?"""
    try:
        days_of(value)
    except (ValueError, OverflowError):
        return False
    return True


def _days(precision: str, parts: tuple[str, ...]) -> tuple[dt.date, dt.date]:
    year = int(parts[0])
    if precision in ("minute", "hour", "part-of-day", "day"):
        day = dt.date(year, int(parts[1]), int(parts[2]))
        return day, day
    if precision in ("week", "weekend"):
        monday = dt.date.fromisocalendar(year, int(parts[1]), 1)
        return monday + dt.timedelta(5 * (precision == "weekend")), monday + dt.timedelta(6)
    if precision == "season":
        return _months(year, SEASONS[parts[1]], 3)
    if precision in ("month", "quarter", "half"):
        length = {"month": 1, "quarter": 3, "half": 6}[precision]
        return _months(year, (int(parts[1]) - 1) * length + 1, length)
    length = {"year": 1, "decade": 10, "century": 100}[precision]
    return dt.date(max(year * length, 1), 1, 1), dt.date(year * length + length - 1, 12, 31)


def _months(year: int, month: int, length: int) -> tuple[dt.date, dt.date]:
    first = dt.date(year, month, 1)
    ends = month + length - 2
    last_year, last_month = year + ends // 12, ends % 12 + 1
    return first, dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
