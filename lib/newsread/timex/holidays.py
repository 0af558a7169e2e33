"""Which day a holiday falls on in a given year."""

import datetime as dt

from newsread.timex.periods import a_day, nth_weekday

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def holiday(rule: str, year: int) -> dt.date | None:
    """The day that a rule of data/lexicons/holidays.csv gives.

    A rule is ``12-25``, ``easter-2`` or ``4 thu 11`` (the fourth Thursday of November;
    ``-1 mon 05`` is the last Monday of May).
    """
    if rule.startswith("easter"):
        return days_from_easter(year, int(rule[len("easter") :] or 0))
    if " " in rule:
        nth, day, month = rule.split()
        return nth_weekday(year, int(month), DAYS.index(day), int(nth))
    month, day = rule.split("-")
    return a_day(year, int(month), int(day))


def days_from_easter(year: int, days: int) -> dt.date | None:
    sunday = easter(year)
    return sunday + dt.timedelta(days=days) if sunday else None


def easter(year: int) -> dt.date | None:
    """Western Easter Sunday (the anonymous Gregorian computation, Nature 13, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7  # noqa: E741 (the paper's letter)
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return a_day(year, month, day + 1)
