"""Stretches of the calendar: a day, a week, a summer, the 1990s, as first day and last day."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

# Seasons of the northern year; a winter is named after the year it begins in.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12}
YEARS_IN = {"decade": 10, "century": 100}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
FINENESS = ["day", "weekend", "week", "month", "season", "quarter", "half", "year"]
FINENESS += ["decade", "century"]


@dataclass(frozen=True)
class Period:
    """One stretch of the calendar: a ``unit`` and the day it begins on."""

    unit: str
    first: dt.date

    @cached_property
    def last(self) -> dt.date:
        if self.unit in DAYS_IN:
            length = {"day": 0, "week": 6, "weekend": 1}[self.unit]
            return dt.date.fromordinal(
                min(self.first.toordinal() + length, dt.date.max.toordinal())
            )
        months = MONTHS_IN.get(self.unit) or 12 * YEARS_IN[self.unit]
        after = add_months(self.first, months)
        return after - dt.timedelta(days=1) if after else dt.date.max

    @cached_property
    def value(self) -> str:
        """The TIMEX3 value: ``1998-W08``, ``199X``, ``1989-Q3``."""
        year, month = f"{self.first.year:04}", self.first.month
        if self.unit == "day":
            return self.first.isoformat()
        if self.unit in ("week", "weekend"):
            iso_year, week, _ = self.first.isocalendar()
            return f"{iso_year:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "season":
            return f"{year}-{next(s for s, begins in SEASONS.items() if begins == month)}"
        return {
            "month": f"{year}-{month:02}",
            "quarter": f"{year}-Q{(month + 2) // 3}",
            "half": f"{year}-H{1 if month < 7 else 2}",
            "year": year,
            "decade": year[:3] + "X",
            "century": year[:2] + "XX",
        }[self.unit]

    def shift(self, n: int) -> "Period | None":
        """The period ``n`` later (earlier when negative); None off the calendar."""
        if self.unit in DAYS_IN:
            ordinal = self.first.toordinal() + n * DAYS_IN[self.unit]
            if 1 <= ordinal <= dt.date.max.toordinal():
                return Period(self.unit, dt.date.fromordinal(ordinal))
            return None
        months = 12 if self.unit == "season" else MONTHS_IN.get(self.unit)
        moved = add_months(self.first, n * (months or 12 * YEARS_IN[self.unit]))
        return Period(self.unit, moved) if moved else None

    def years_on(self, n: int) -> "Period | None":
        """The same stretch ``n`` years later: 1989-Q3 becomes 1988-Q3."""
        if self.unit in ("week", "weekend"):
            return self.shift(52 * n)
        moved = add_months(self.first, 12 * n)
        return Period(self.unit, moved) if moved else None

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def add_months(day: dt.date, n: int) -> dt.date | None:
    """``n`` months on, the day of the month cut to the month's length; None off the calendar."""
    years, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return a_day(years, month + 1, min(day.day, days_in_month(years, month + 1)))


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def a_day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is no such day (30 February, the year 0)."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def year(n: int) -> Period | None:
    first = a_day(n, 1, 1)
    return Period("year", first) if first else None


def month(y: int, m: int) -> Period | None:
    first = a_day(y, m, 1)
    return Period("month", first) if first else None


def quarter(y: int, q: int) -> Period | None:
    first = a_day(y, 3 * q - 2, 1) if 1 <= q <= 4 else None
    return Period("quarter", first) if first else None


def half(y: int, h: int) -> Period | None:
    first = a_day(y, 6 * h - 5, 1) if h in (1, 2) else None
    return Period("half", first) if first else None


def season(y: int, name: str) -> Period | None:
    first = a_day(y, SEASONS[name], 1)
    return Period("season", first) if first else None


def decade(y: int) -> Period | None:
    first = a_day(y - y % 10, 1, 1)
    return Period("decade", first) if first else None


def century(n: int) -> Period | None:
    """The ``n``-th century as people count by the first digits: the 20th is 19XX."""
    first = a_day(100 * (n - 1), 1, 1)
    return Period("century", first) if first else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The ``nth`` such weekday (0 is Monday) of a month; from its end when ``nth`` is negative."""
    if nth > 0:
        first = a_day(year, month, 1)
        return first and a_day(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = a_day(year, month, days_in_month(year, month))
    return last and last - dt.timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))


def containing(unit: str, day: dt.date) -> Period:
    """The period of this kind that the day lies in (for a weekend: the one of its week)."""
    if unit == "day":
        return Period(unit, day)
    if unit in ("week", "weekend"):
        monday = max(day.toordinal() - day.weekday(), 1)
        saturday = min(monday + 5, dt.date.max.toordinal())
        return Period(unit, dt.date.fromordinal(monday if unit == "week" else saturday))
    if unit == "season":
        name = ["WI", "SP", "SU", "FA"][day.month % 12 // 3]
        return season(max(day.year - (day.month < 3), 1), name)
    if unit == "century":
        return Period(unit, dt.date(max(day.year - day.year % 100, 1), 1, 1))
    if unit == "decade":
        return Period(unit, dt.date(max(day.year - day.year % 10, 1), 1, 1))
    size = MONTHS_IN[unit]
    return Period(unit, dt.date(day.year, (day.month - 1) // size * size + 1, 1))
