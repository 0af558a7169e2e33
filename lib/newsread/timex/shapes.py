"""The form of an expression: a pattern over the classes of words, and what it found.

A pattern such as ``month_any day_number (comma? year)?`` names classes (or the sets below)
and is compiled to a regular expression over the letters of ``Words.kinds``. Quantifiers are
bounded, so a search is linear in the number of words.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from newsread.timex.context import Context
from newsread.timex.reading import Reading
from newsread.timex.words import Words, letters

SETS = {
    "month_any": "month month_short",
    "weekday_any": "weekday weekday_short",
    "nth": "ordinal ordinal_word second_nth",
    "nth_word": "ordinal_word second_nth",
    "unit": "unit_clock unit_day unit_week unit_month unit_quarter unit_year unit_decade "
    "unit_century",
    "unit_long": "unit_day unit_week unit_month unit_quarter unit_year unit_decade unit_century "
    "weekend",
    "unit_hyphen": "unit_clock unit_day unit_week unit_month unit_quarter unit_year unit_decade "
    "unit_century second_nth",
    "figure": "day_number number year hours decimal",
    "count": "day_number number year hours decimal vague another",
    "shift": "last previous next following this that same current",
    "day_of": "day_number ordinal",
    "between": "filler full fiscal",
    "moved": "ago earlier hence",
    "decade_any": "decade decade_word",
    "joint": "to or hyphen dash",
}


class Found(NamedTuple):
    """Words ``i`` to ``j`` (exclusive) have the form of an expression."""

    words: Words
    i: int
    j: int
    context: Context

    def where(self, *names: str) -> int:
        """The first word of one of these classes or sets, or -1."""
        wanted = "".join(map(members, names))
        kinds = self.words.kinds
        return next((k for k in range(self.i, self.j) if kinds[k] in wanted), -1)

    def has(self, *names: str) -> bool:
        return self.where(*names) >= 0

    def value(self, *names: str) -> str:
        k = self.where(*names)
        return self.words.values[k] if k >= 0 else ""

    def word(self, *names: str) -> str:
        k = self.where(*names)
        return self.words.lower[k] if k >= 0 else ""

    def text(self) -> str:
        return self.words.text[self.words.starts[self.i] : self.words.ends[self.j - 1]]

    def part(self, i: int, j: int) -> "Found":
        return Found(self.words, i, j, self.context)


Reader = Callable[[Found], Reading | None]


class Shape(NamedTuple):
    """One rule: its name (the ``how`` of a row), its pattern, what reads it, what may veto it."""

    name: str
    pattern: str
    reader: Reader
    fits: Callable[[Words, int, int], bool] | None = None


NAME = re.compile(r"[a-z][a-z_0-9]*")
_MEMBERS: dict[str, str] = {}


def members(name: str) -> str:
    """The letters of a class or of a set of classes."""
    if name not in _MEMBERS:
        to_letter = letters()[0]
        _MEMBERS[name] = "".join(to_letter[part] for part in SETS.get(name, name).split())
    return _MEMBERS[name]


def classes_in(pattern: str) -> set[str]:
    """The classes and sets that a pattern names."""
    return set(NAME.findall(pattern))


def compile_pattern(pattern: str) -> re.Pattern:
    def to_letters(match: re.Match) -> str:
        return f"[{members(match.group())}]"

    return re.compile(NAME.sub(to_letters, pattern).replace(" ", ""))
