"""A TIMEX3 value in a reader's words: "P17Y" is 17 years, "2023-SU" summer 2023."""

from __future__ import annotations

import datetime as dt
import re

NO_DAY = "no day named"
NEEDS_DATE = "needs the article’s date"
VAGUE = {
    "PAST_REF": f"in the past, {NO_DAY}",
    "PRESENT_REF": f"now, {NO_DAY}",
    "FUTURE_REF": f"in the future, {NO_DAY}",
}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
PARTS = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime",
}  # fmt: skip
ORDINALS = ("", "1st", "2nd", "3rd", "4th")
# The letters of a length of time: before the T, and after it.
UNITS = {
    "CE": "century", "DE": "decade", "Y": "year", "Q": "quarter", "M": "month", "WE": "weekend",
    "W": "week", "D": "day",
}  # fmt: skip
CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
LENGTH = re.compile(r"P((?:[\dX.]+[A-Z]+)*)(?:T((?:[\dX.]+[HMS])+))?")
AMOUNT = re.compile(r"([\dX.]+)([A-Z]+)")

# What a value looks like -> how it is told, from its parts. The first that fits counts.
SHAPES = (
    (re.compile(r"(\d{4}-\d\d-\d\d)T([A-Z]{2})"), lambda day, part: f"{day}, {PARTS[part]}"),
    (re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*"), "{}, {}".format),
    (re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)"), "{}, {}:00".format),
    (re.compile(r"(\d{4})-([A-Z]{2})"), lambda year, season: f"{SEASONS[season]} {year}"),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda year, n: f"{ORDINALS[int(n)]} quarter of {year}"),
    (re.compile(r"(\d{4})-H([12])"), lambda year, n: f"{ORDINALS[int(n)]} half of {year}"),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), "weekend of week {1}, {0}".format),
    (re.compile(r"(\d{4})-W(\d\d)"), "week {1}, {0}".format),
    (re.compile(r"(\d{3})X?"), "{}0s".format),
    (re.compile(r"(\d{2})(?:XX)?"), "{0}00–{0}99".format),
)


def plain_time(value: str, kind: str = "DATE", date: dt.date | None = None) -> str:
    """``value`` as a reader says it; a value not known here stays as it is.

    ``kind`` is its TIMEX3 type, ``date`` the article's: what is counted from that day is
    open without it.
    """
    if not value:
        return NO_DAY
    if value in VAGUE:
        return VAGUE[value]
    if told := _length(value):
        return f"every {told.removeprefix('1 ')}" if kind == "SET" else told
    for shape, tell in SHAPES:
        if found := shape.fullmatch(value):
            try:
                return tell(*found.groups())
            except KeyError:
                return value
    if "X" in value:
        return "again and again" if kind == "SET" else NO_DAY if date else NEEDS_DATE
    return value


def _length(value: str) -> str:
    found = LENGTH.fullmatch(value)
    if not found:
        return ""
    parts = [(found[1], UNITS), (found[2] or "", CLOCK_UNITS)]
    amounts = [(n, units.get(unit)) for cell, units in parts for n, unit in AMOUNT.findall(cell)]
    if not amounts or not all(name for _, name in amounts):
        return ""
    return " ".join(_amount(n, name) for n, name in amounts)


def _amount(n: str, name: str) -> str:
    many = f"{name[:-1]}ies" if name == "century" else f"{name}s"
    if "X" in n:
        return f"some {many}"
    return f"{n} {name if n == '1' else many}"
