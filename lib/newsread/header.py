"""What stands above an article: date, title, outlet, author and address."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

FIELDS = ("title", "date", "outlet", "author", "url")

LINE = re.compile(rf"[ \t]*({'|'.join(FIELDS)})[ \t]*:[ \t]*([^\r\n]*)(?:\r\n|\r|\n|$)", re.I)
BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
# An export format that glues the date to the first words: " date 2023-09-19 The ministry ..."
GLUED = re.compile(r"\s*date(?:[ \t]*:)?[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?!\d)\s*", re.I)
ISO_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?!\d)")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d?:\d\d.{0,25})?")
SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)(?:\s*[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?",
    re.I,
)
# No day takes more letters than this; a longer line is the article that begins with it.
LONGEST_DATE = 60
A_DAY = ("minute", "hour", "part-of-day", "day")
IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_](\d{2})[-_](\d{2})(?!\d)")


@dataclass(frozen=True)
class Header:
    """The header's fields as written, the date read, and where the body begins."""

    fields: dict[str, str]
    date: dt.date | None
    body_start: int


def read_header(text: str) -> Header:
    """Header lines at the top of ``text``; an impossible date is an error naming its line."""
    fields, lines, position = {}, {}, 0
    number = 1
    while True:
        if blank := BLANK.match(text, position):
            position, number = blank.end(), number + 1
            continue
        line = LINE.match(text, position)
        if not line or line.end() == position:
            break
        name = line[1].lower()
        if name in fields or (name == "date" and _is_article(line[2])):
            break
        fields[name], lines[name] = line[2].strip(), number
        position, number = line.end(), number + 1
    if not fields:
        position = 0
    if "date" not in fields and (glued := GLUED.match(text, position)):
        fields["date"], lines["date"] = glued[1], number
        position = glued.end()
    date = None
    if fields.get("date"):
        date = read_date(fields["date"], f"line {lines['date']} of the header")
    return Header(fields, date, position)


def _is_article(value: str) -> bool:
    """Does the article begin on the line of its date?"""
    day = ISO_DAY.match(value)
    goes_on = bool(day) and len(value) > day.end() and not ISO.fullmatch(value.strip())
    return goes_on or len(value) > LONGEST_DATE


def read_date(written: str, where: str) -> dt.date:
    """A day written as 2023-09-19 or in words; otherwise a ValueError that says where it stood."""
    if iso := ISO.fullmatch(written.strip()):
        try:
            return dt.date(*map(int, iso.groups()))
        except ValueError as error:
            raise ValueError(
                f"{where}: there is no day {written!r} ({error}). Write it as YYYY-MM-DD."
            ) from None
    if slashed := SLASHED.search(written):
        day, month, year = map(int, slashed.groups())
        if day != month and max(day, month) <= 12:
            raise ValueError(
                f"{where}: {written!r} may be read with the day or the month first. "
                "Write it as YYYY-MM-DD."
            )
        written = f"{year}-{min(day, month)}-{max(day, month)}"
        return read_date(written, where)
    from newsread.timex.finding import find_timexes

    found = find_timexes(CLOCK.sub(" ", written), None)
    days = {t.first_day for t in found if t.precision in A_DAY and t.first_day is not None}
    if len(days) != 1:
        raise ValueError(f"{where}: {written!r} is not a day. Write it as YYYY-MM-DD.")
    return days.pop()


def date_in_name(name: str) -> dt.date | None:
    """The day in a file name such as ``2023-09-19-ceasefire.txt``, or None."""
    for match in IN_NAME.finditer(name):
        try:
            return dt.date(*map(int, match.groups()))
        except ValueError:
            continue
    return None
