"""The text as words, each with its class: month, unit, ordinal, clock, or plain.

The classes of the whole text form one string, a letter per word, over which shapes.py
searches. Words and phrases get their class from the lexicons, figures from their form.
"""

import re
from functools import cache
from typing import NamedTuple

from newsread.timex.numerals import number_run
from newsread.timex.vocabulary import vocabulary

# How each form of figure is written, tried in this order; the names are classes.
FIGURES = {
    "iso": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![0-9-])",
    "slash": r"[0-9]{1,4}([/.])[0-9]{1,2}\g<SEP>[0-9]{2,4}(?![0-9/]|\.[0-9])",
    "clock": r"[0-9]{1,2}(?:[:.][0-9]{2}){0,2}\s?(?:[AaPp]\.\s?[Mm]\.|[ap]m\b|[AP]M\b)",
    "clock24": r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])",
    "decade": r"(?:(?:1[0-9]|20)[0-9]0|['’‘`]?[2-9]0)['’]?s\b",
    "year_range": r"(?:1[0-9]|20)[0-9]{2}[-–—/](?:(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9–/-])",
    "day_range": r"[0-9]{1,2}(?:-|–|—)[0-9]{1,2}(?![0-9–/-])",
    "ordinal": r"[0-9]{1,3}(?:st|nd|rd|th)\b",
    "fraction": r"[0-9]{1,3}(?:[ -][0-9]/[0-9]|\s?[½¼¾])(?![0-9])",
    "figure": r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?",
    "year_short": r"['’‘`][0-9]{2}(?![\w])",
}
FORMS = {
    "break": r"\n\s*\n",
    "quarter_code": r"Q[1-4](?![\w])",
    "half_code": r"H[12](?![\w])",
    "fiscal_code": r"FY\s?(?:'?[0-9]{2}|[0-9]{4})(?![\w])",
    "oclock": r"[Oo]['’]clock",
    "dotted": r"(?:[A-Za-z]\.){2,}",
    "word": r"[^\W\d_]+",
    **FIGURES,
    "clitic": r"['’](?:s|ll|d|re|ve|t|m)\b",
    "mark": r"[^\w\s]",
}
TOKEN = re.compile(
    "|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()).replace(
        r"([/.])", r"(?P<SEP>[/.])"
    ).replace(r"\g<SEP>", r"(?P=SEP)")
)
MARKS = {",": "comma", "(": "open", ")": "shut", "$": "money", "£": "money", "€": "money",
         "#": "money", "¥": "money", "–": "dash", "—": "dash", "_": "dash", "-": "dash"}  # fmt: skip
GRAMMAR = {
    "the": "the", "a": "a", "an": "a", "of": "of", "in": "in", "on": "on", "at": "at",
    "to": "to", "and": "and", "or": "or", "so": "so", "during": "in", "within": "within",
}  # fmt: skip
OWN = ["plain", "name", "stop", "possessive", "hyphen", "number", "year", "day_number", "hours"]
OWN += ["shut", "open", "comma", "money", "dash", "mark", "decimal"]
# After these a full stop does not end the sentence.
TITLES = set("mr mrs ms dr prof gen col lt sgt sen rep gov pres st jr sr inc corp co ltd no vs".split())
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


def read_words(text: str) -> Words:
    """Cut the text into words and give each its class; join phrases and number words."""
    vocabulary_words, phrases, *_ = vocabulary()
    starts, ends, lower, values, kinds = [], [], [], [], []
    waiting = False
    for match in TOKEN.finditer(text):
        start, end = match.span()
        form = match.lastgroup
        word = match.group()
        value = ""
        if form == "word":
            word = word.lower()
            known = vocabulary_words.get(word)
            if known:
                kind, value = known
                if kind in PROPER and not text[start].isupper():
                    kind = "plain"
            else:
                kind = GRAMMAR.get(word)
                if kind is None:
                    kind = "name" if text[start].isupper() else "plain"
            waiting = waiting or word in phrases
        elif form == "mark":
            kind = mark_class(text, start, word, kinds, lower)
            if kind == "abbreviated":
                ends[-1] = end
                continue
        elif form == "clitic":
            word = word.replace("’", "'")
            kind = "possessive" if word == "'s" else "plain"
        elif form == "dotted":
            word = word.lower().replace(".", "")
            kind, value = vocabulary_words.get(word, ("name", ""))
            if kind not in ("zone", "era"):
                kind = "name"
        elif form == "oclock":
            kind, word = "oclock", "o'clock"
        elif form == "break":
            kind = "break"
        else:
            kind, value = figure_class(text, start, end, form, word)
        starts.append(start)
        ends.append(end)
        lower.append(word)
        values.append(value)
        kinds.append(kind)
    if waiting:
        join_phrases(text, phrases, starts, ends, lower, values, kinds)
    join_numbers(starts, ends, lower, values, kinds)
    to_letter = letters()[0]
    return Words(text, starts, ends, lower, values, "".join([to_letter[kind] for kind in kinds]))


PROPER = {"month", "month_short", "weekday_short"}
ABBREVIATIONS = {"month_short", "weekday_short"}


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
    if before in GLUE or before.isalnum() or after in "%_°" or after.isalpha():
        return "mark", ""
    if form == "fraction":
        return "decimal", str(mixed_number(word))
    if form == "day_range":
        return ("day_range", word) if before not in "-–/." else ("mark", "")
    if form != "figure":
        return form, word
    if "," in word or "." in word:
        return "decimal", word.replace(",", "")[:20]
    return whole_number(word), word[:20]


def whole_number(word: str) -> str:
    """A run of digits as a year, a day of the month, hours like 0900 or another number."""
    if len(word) == 4 and "1000" <= word <= "2199":
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


def join_phrases(text, phrases, starts, ends, lower, values, kinds) -> None:
    """Make one word of each phrase of the lexicon (``at least``, ``new year's eve``)."""
    keep = []
    i, n = 0, len(lower)
    while i < n:
        for parts, kind, value in phrases.get(lower[i], ()):
            size = len(parts)
            if tuple(lower[i : i + size]) != parts:
                continue
            if kind == "holiday" and not text[starts[i]].isupper():
                continue
            ends[i], kinds[i], values[i] = ends[i + size - 1], kind, value
            lower[i] = " ".join(parts)
            keep.append(i)
            i += size
            break
        else:
            keep.append(i)
            i += 1
    if len(keep) < n:
        for column in (starts, ends, lower, values, kinds):
            column[:] = [column[k] for k in keep]


BEGIN_NUMBER = {"number", "scale", "a", "decimal", "day_number", "year"}


def join_numbers(starts, ends, lower, values, kinds) -> None:
    """Make one word of each number written in words (``twenty-four``, ``nineteen ninety``)."""
    keep = []
    i, n = 0, len(kinds)
    while i < n:
        keep.append(i)
        if kinds[i] in BEGIN_NUMBER:
            size, kind, value = number_run(lower, values, kinds, i)
            if size:
                ends[i], kinds[i], values[i] = ends[i + size - 1], kind, value
                lower[i] = " ".join(lower[i : i + size])
                i += size
                continue
        i += 1
    if len(keep) < n:
        for column in (starts, ends, lower, values, kinds):
            column[:] = [column[k] for k in keep]
