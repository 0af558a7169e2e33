"""The text as words, each with its class: month, unit, ordinal, clock, or plain.

The classes of the whole text form one string, a letter per word, over which shapes.py
searches. Words and phrases get their class from the lexicons, figures from their form.
"""

import re
from functools import cache
from typing import NamedTuple

from newsread.timex.numerals import number_run
from newsread.timex.tokens import FORMS, TOKEN
from newsread.timex.vocabulary import vocabulary

MARKS = {",": "comma", "(": "open", ")": "shut"}
MARKS |= dict.fromkeys("$£€#¥", "money") | dict.fromkeys("–—_-", "dash")
GRAMMAR = {
    "through": "through", "then": "then",
    "the": "the", "a": "a", "an": "a", "of": "of", "in": "in", "on": "on", "at": "at",
    "to": "to", "and": "and", "or": "or", "so": "so", "during": "in", "within": "within",
}  # fmt: skip
OWN = ["plain", "name", "stop", "possessive", "hyphen", "number", "year", "day_number", "hours"]
OWN += ["shut", "open", "comma", "money", "dash", "mark", "decimal"]
# After these a full stop does not end the sentence.
TITLES = set(
    "mr mrs ms dr prof gen col lt sgt sen rep gov pres st jr sr inc corp co ltd no vs".split()
)
SENTENCE_ENDS = re.compile(r"[\"'”’)\]]{0,3}(?:\s{1,9}[^a-z\s,]|\s{0,9}\Z|\s{2})")
GLUE = set("$£€¥#_%")


class Words(NamedTuple):
    """The words of a text, as columns. ``kinds`` has one letter per word: its class."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    values: list[str]
    kinds: str

    def kind(self, i: int) -> str:
        return letters()[1][self.kinds[i]] if 0 <= i < len(self.kinds) else "break"

    def word(self, i: int) -> str:
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.starts) and self.text[self.starts[i]].isupper()


@cache
def letters() -> tuple[dict[str, str], dict[str, str]]:
    """Class -> letter and letter -> class."""
    names = dict.fromkeys([*OWN, *FORMS, *GRAMMAR.values(), *vocabulary().classes])
    to_letter = {name: chr(0x100 + n) for n, name in enumerate(names)}
    return to_letter, {letter: name for name, letter in to_letter.items()}


class Columns(NamedTuple):
    """The words while they are being read: lists that grow, and where joining may be due."""

    starts: list[int]
    ends: list[int]
    lower: list[str]
    values: list[str]
    kinds: list[str]

    def join(self, i: int, size: int, kind: str, value: str, gone: set[int]) -> None:
        """Make words ``i`` to ``i + size`` one word."""
        self.ends[i], self.kinds[i], self.values[i] = self.ends[i + size - 1], kind, value
        self.lower[i] = " ".join(self.lower[i : i + size])
        gone.update(range(i + 1, i + size))

    def without(self, gone: set[int]) -> None:
        if gone:
            keep = [i for i in range(len(self.starts)) if i not in gone]
            for column in self:
                column[:] = [column[i] for i in keep]


def read_words(text: str) -> Words:
    """Cut the text into words and give each its class; join phrases and number words."""
    known, phrases, *_ = vocabulary()
    columns = Columns([], [], [], [], [])
    starts, ends, lower, values, kinds = columns
    phrase_starts, number_starts = [], []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        form, word, value = match.lastgroup, match.group(), ""
        if form == "word":
            word = word.lower()
            kind, value = known.get(word, UNKNOWN)
            if not kind or (kind in PROPER and not text[start].isupper()):
                kind = GRAMMAR.get(word) or ("name" if text[start].isupper() else "plain")
            if word in phrases:
                phrase_starts.append(len(starts))
        elif form == "mark":
            kind = mark_class(text, start, word, kinds, lower)
            if kind == "abbreviated":
                ends[-1] = end
                continue
        elif form in OTHERS:
            word, kind, value = other_class(form, word)
        else:
            kind, value = figure_class(text, start, end, form, word)
        if kind in BEGIN_NUMBER:
            number_starts.append(len(starts))
        starts.append(start)
        ends.append(end)
        lower.append(word)
        values.append(value)
        kinds.append(kind)
    gone = join_phrases(text, columns, phrase_starts, phrases)
    join_numbers(columns, number_starts, gone)
    columns.without(gone)
    to_letter = letters()[0]
    return Words(text, starts, ends, lower, values, "".join([to_letter[kind] for kind in kinds]))


UNKNOWN = ("", "")
PROPER = {"month", "month_short", "weekday_short"}
ABBREVIATIONS = {"month_short", "weekday_short"}
BEGIN_NUMBER = {"number", "scale", "a", "decimal", "day_number", "year"}
OTHERS = {"clitic", "dotted", "oclock", "break"}


def other_class(form: str, word: str) -> tuple[str, str, str]:
    """Word, class and value of ``'s``, ``U.S.``, ``o'clock`` and of a blank line."""
    if form == "clitic":
        word = word.replace("’", "'")
        return word, "possessive" if word == "'s" else "plain", ""
    if form == "dotted":
        word = word.lower().replace(".", "")
        kind, value = vocabulary().words.get(word, UNKNOWN)
        return (word, kind, value) if kind in ("zone", "era") else (word, "name", "")
    return ("o'clock" if form == "oclock" else word), form, ""


def mark_class(text: str, start: int, mark: str, kinds: list, lower: list) -> str:
    """The class of a punctuation mark: does a full stop end the sentence, a hyphen join?"""
    after = text[start + 1 : start + 2]
    if mark == ".":
        touching = start > 0 and not text[start - 1].isspace()
        if kinds and touching and kinds[-1] in ABBREVIATIONS:
            return "abbreviated"
        if kinds and (lower[-1] in TITLES or (len(lower[-1]) == 1 and kinds[-1] == "name")):
            return "mark"
        return "stop" if SENTENCE_ENDS.match(text, start + 1) else "mark"
    if mark in "!?":
        return "stop"
    if mark in "-–‑—" and start and text[start - 1].isalnum() and after.isalnum():
        return "hyphen"
    return MARKS.get(mark, "mark")


def figure_class(text: str, start: int, end: int, form: str, word: str) -> tuple[str, str]:
    """The class and value of a figure; ``mark`` for one that is part of a code or a price."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in "$£€¥":
        return "money", ""
    if before in GLUE or before.isalnum() or after in "%_°" or after.isalpha():
        return "mark", ""
    if form == "fraction":
        return "decimal", str(mixed_number(word))
    if form == "known_day":
        return vocabulary().words.get(word, ("mark", ""))
    if form == "day_range":
        return ("day_range", word) if before not in "-–/." else ("mark", "")
    if form != "figure":
        return form, word
    if "," in word or "." in word:
        return "decimal", word.replace(",", "")[:20]
    return whole_number(word), word[:20]


def whole_number(word: str) -> str:
    """A run of digits as a year, a day of the month, hours like 0900 or another number."""
    if len(word) == 4 and "1000" <= word <= "2999":
        return "year"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "day_number"
    if len(word) == 4 and word[0] in "02" and word[:2] < "24" and word[2] < "6":
        return "hours"
    return "number"


def mixed_number(word: str) -> float:
    """``2 1/2`` as 2.5."""
    signs = {"½": 0.5, "¼": 0.25, "¾": 0.75}
    if word[-1] in signs:
        return int(word[:-1].strip() or 0) + signs[word[-1]]
    whole, part = re.split("[ -]", word)
    over, under = part.split("/")
    return int(whole) + (int(over) / int(under) if int(under) else 0)


def join_phrases(text: str, columns: Columns, starts: list[int], phrases: dict) -> set[int]:
    """Make one word of each phrase of the lexicon (``at least``, ``new year's eve``)."""
    gone = set()
    for i in starts:
        if i in gone:
            continue
        for parts, kind, value in phrases[columns.lower[i]]:
            if tuple(columns.lower[i : i + len(parts)]) != parts:
                continue
            if kind != "holiday" or text[columns.starts[i]].isupper():
                columns.join(i, len(parts), kind, value, gone)
                break
    return gone


def join_numbers(columns: Columns, starts: list[int], gone: set[int]) -> None:
    """Make one word of each number written in words (``twenty-four``, ``nineteen ninety``)."""
    for i in starts:
        if i not in gone and columns.kinds[i] in BEGIN_NUMBER:
            size, kind, value = number_run(columns.lower, columns.values, columns.kinds, i)
            if size:
                columns.join(i, size, kind, value, gone)
