"""From a text and its date to its expressions of time."""

import datetime as dt
from functools import cache

from newsread.timex.calendar_dates import SHAPES as CALENDAR
from newsread.timex.clocks import SHAPES as CLOCKS
from newsread.timex.context import Context, Seen
from newsread.timex.lengths import SHAPES as LENGTHS
from newsread.timex.reading import Reading, Timex
from newsread.timex.relative import SHAPES as RELATIVE
from newsread.timex.shapes import Found, Shape, compile_pattern
from newsread.timex.words import Words, read_words

RULES = (*CALENDAR, *RELATIVE, *CLOCKS, *LENGTHS)


@cache
def shapes() -> list[tuple[Shape, object]]:
    """Every rule with its compiled pattern, in the order in which equal lengths win."""
    return [(shape, compile_pattern(shape.pattern)) for shape in RULES]


def find_timexes(text: str, date: dt.date | None = None) -> list[Timex]:
    """Every expression of time in the text, in order, read against the date it was written.

    Linear in the length of the text; needs neither a parse nor a model.
    """
    words = read_words(text)
    context = Context(words, date)
    found = []
    for shape, i, j in chosen(words):
        reading = shape.reader(Found(words, i, j, context))
        if reading is None:
            continue
        i, j, reading = widened(words, i, j, reading)
        timex = placed(words, i, j, reading)
        found.append(timex)
        if reading.period:
            where = text[timex.start : timex.end]
            context.remember(Seen(i, reading.period, where, reading.how))
    return found


def chosen(words: Words) -> list[tuple[Shape, int, int]]:
    """The matches to read: the longest of those that overlap, then in order of the text."""
    matches = []
    for order, (shape, pattern) in enumerate(shapes()):
        for match in pattern.finditer(words.kinds):
            i, j = match.span()
            if shape.fits is None or shape.fits(words, i, j):
                matches.append((i - j, order, i, j, shape))
    matches.sort(key=lambda match: match[:3])
    taken = bytearray(len(words.kinds))
    kept = []
    for _, _, i, j, shape in matches:
        if not any(taken[i:j]):
            taken[i:j] = b"\1" * (j - i)
            kept.append((shape, i, j))
    return sorted(kept, key=lambda match: match[1])


def widened(words: Words, i: int, j: int, reading: Reading) -> tuple[int, int, Reading]:
    """Take in the words before that say early, the end of, about, more than."""
    mod = reading.mod
    while i > 0:
        kind, before = words.kind(i - 1), words.kind(i - 2)
        if kind == "approx" and takes_approx(words, i, reading):
            i, mod = i - 1, words.values[i - 1] or mod
        elif (
            kind in ("edge", "earlier")
            and reading.type in ("DATE", "TIME")
            and reading.precision != "vague"
        ):
            i, mod = i - 1, words.values[i - 1] if kind == "edge" else mod
        elif (kind == "on" and before == "edge" and reading.type in ("DATE", "TIME")) or (kind == "hyphen" and before == "edge") or (
            kind == "of"
            and before == "edge_noun"
            and reading.type in ("DATE", "TIME")
            and reading.precision != "vague"
        ):
            i, mod = i - 2, words.values[i - 2]
        else:
            break
        if words.kind(i - 1) == "the" and words.kind(i) in ("edge", "edge_noun"):
            i -= 1
    return i, j, reading.but(mod=mod) if mod != reading.mod else reading


def takes_approx(words: Words, i: int, reading: Reading) -> bool:
    """``some`` and ``over`` only before a count; ``about`` before any expression but ``the``."""
    word = words.word(i - 1)
    if reading.precision == "vague" or reading.type == "SET":
        return False
    counted = words.kind(i) in ("number", "day_number", "decimal", "a", "hours", "half", "year")
    if word in ("some", "over", "close to"):
        return (counted and reading.type != "DATE") or (word == "some" and counted)
    if words.values[i - 1] in ("MORE_THAN", "LESS_THAN"):
        return counted
    return words.kind(i) != "the" or words.values[i - 1] != "APPROX"


def placed(words: Words, i: int, j: int, reading: Reading) -> Timex:
    return Timex(
        words.starts[i], words.ends[j - 1], reading.type, reading.value, reading.mod,
        reading.first, reading.last, reading.precision, reading.anchor, reading.how,
        reading.confidence,
    )  # fmt: skip
