"""From a text and its date to its expressions of time."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from newsread.timex.clocks import SHAPES as CLOCKS
from newsread.timex.context import Context, Seen
from newsread.timex.counted import SHAPES as COUNTED
from newsread.timex.feasts import SHAPES as FEASTS
from newsread.timex.lengths import SHAPES as LENGTHS
from newsread.timex.months import SHAPES as MONTHS
from newsread.timex.reading import Reading, Timex
from newsread.timex.references import SHAPES as REFERENCES
from newsread.timex.seasons import SHAPES as SEASONS
from newsread.timex.shapes import Found, Shape, classes_in, compile_pattern, members
from newsread.timex.units import SHAPES as UNITS
from newsread.timex.weekdays import SHAPES as WEEKDAYS
from newsread.timex.words import GRAMMAR, Words, read_words
from newsread.timex.years import SHAPES as YEARS

RULES = (
    *YEARS,
    *MONTHS,
    *SEASONS,
    *FEASTS,
    *WEEKDAYS,
    *UNITS,
    *COUNTED,
    *REFERENCES,
    *CLOCKS,
    *LENGTHS,
)


# Classes of any word: rules that name them search the whole text.
WIDE = {"plain", "name"}
# Words that take part in expressions but never make one alone.
LINKS = set(GRAMMAR.values()) | set(
    "comma hyphen dash open shut possessive day_number number decimal hours approx vague another "
    "this that previous next following same full filler fiscal comparable half "
    "ordinal_word second_nth numbered counted earlier ended times edge edge_noun".split()
)


@cache
def shapes() -> list[tuple[Shape, re.Pattern, bool]]:
    """Every rule, its compiled pattern and whether it is about any word, in order of rank."""
    return [
        (shape, compile_pattern(shape.pattern), bool(WIDE & classes_in(shape.pattern)))
        for shape in RULES
    ]


def find_timexes(
    text: str, date: dt.date | None = None, tense_at: Callable[[int], int] | None = None
) -> list[Timex]:
    """Every expression of time in the text, in order, read against the date it was written.

    Linear in the length of the text; needs neither a parse nor a model. Where there is a parse,
    ``tense_at`` may tell whether the verb over a character looks back (-1), ahead (1) or
    neither (0); otherwise the words around an expression tell.
    """
    words = read_words(text)
    context = Context(words, date, tense_at)
    found = []
    for shape, i, j in chosen(words):
        reading = shape.reader(Found(words, i, j, context))
        if reading is None:
            continue
        i, j, reading = widened(words, *trimmed(words, i, j), reading)
        timex = placed(words, i, j, reading)
        found.append(timex)
        if reading.period:
            where = text[timex.start : timex.end]
            context.remember(Seen(i, reading.period, where, reading.how))
    return found


def chosen(words: Words) -> list[tuple[Shape, int, int]]:
    """The matches to read: the longest of those that overlap, then in order of the text."""
    dense, places = condensed(words.kinds)
    matches = []
    for order, (shape, pattern, wide) in enumerate(shapes()):
        for match in pattern.finditer(words.kinds if wide else dense):
            i, j = match.span()
            if not wide:
                i, j = places[i], places[j - 1] + 1
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


def condensed(kinds: str) -> tuple[str, list[int]]:
    """Only the runs of words that may hold an expression, a gap between them, and their places.

    Nine in ten words of news have no part in any rule; every rule searches what is left.
    """
    run, core = runs()
    pieces, places = [], []
    for match in run.finditer(kinds):
        if core.search(match.group()):
            pieces.append(match.group())
            places.extend(range(*match.span()))
            places.append(-1)
    return " ".join(pieces), places


@cache
def runs() -> tuple[re.Pattern, re.Pattern]:
    """A run of words that rules speak of, and a word that makes an expression of a run."""
    names = set().union(*(classes_in(shape.pattern) for shape in RULES))
    letters = {letter for name in names - WIDE for letter in members(name)}
    core = letters - {letter for name in LINKS for letter in members(name)}
    return re.compile(f"[{''.join(letters)}]+"), re.compile(f"[{''.join(core)}]")


LOOSE = {"comma", "dash", "hyphen", "open"}


def trimmed(words: Words, i: int, j: int) -> tuple[int, int]:
    """Without the marks that a pattern took in on the way to a part that is not there."""
    while words.kind(j - 1) in LOOSE or (words.kind(j - 1) == "shut" and unopened(words, i, j)):
        j -= 1
    while words.kind(i) in LOOSE:
        i += 1
    return i, j


def unopened(words: Words, i: int, j: int) -> bool:
    return all(words.kind(k) != "open" for k in range(i, j))


EDGES = {("hyphen", "edge"), ("on", "edge"), ("of", "edge_noun")}


def widened(words: Words, i: int, j: int, reading: Reading) -> tuple[int, int, Reading]:
    """Take in the words before that say early, the end of, about, more than."""
    mod = reading.mod
    dated = reading.type in ("DATE", "TIME") and reading.precision != "vague"
    while i > 0:
        kind, before = words.kind(i - 1), words.kind(i - 2)
        size = 0
        if (kind == "approx" and takes_approx(words, i, reading)) or (
            kind in ("edge", "earlier") and dated
        ):
            size = 1
        elif (kind, before) in EDGES and dated:
            size = 2
        if not size:
            break
        i -= size
        if words.kind(i) != "earlier":
            mod = words.values[i] or mod
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
