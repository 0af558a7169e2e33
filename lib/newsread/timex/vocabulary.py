"""The words of time: data/lexicons/dates.csv and holidays.csv as look-up tables."""

from functools import cache
from typing import NamedTuple

from newsread.lexicons import read_lexicon
from newsread.timex.tokens import TOKEN

TENSE = ("forward", "backward", "ahead")


class Vocabulary(NamedTuple):
    """``words``: single word -> (class, value); ``phrases``: by first word."""

    words: dict[str, tuple[str, str]]
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]]
    tense: dict[str, str]
    ahead: set[str]
    classes: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The two lexicons, read once. The longest phrase of a first word comes first."""
    words, phrases, tense, ahead = {}, {}, {}, set()
    entries = [(e["word"], e["class"], e["value"]) for e in read_lexicon("dates")]
    entries += [(e["name"], "holiday", e["rule"]) for e in read_lexicon("holidays")]
    for word, kind, value in entries:
        parts = tuple(pieces(word))
        if kind == "ahead":
            ahead.add(word)
        elif kind in TENSE:
            tense[word] = kind
        elif len(parts) == 1:
            words[word] = (kind, value)
        else:
            phrases.setdefault(parts[0], []).append((parts, kind, value))
    for choices in phrases.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    classes = sorted({kind for _, kind, _ in entries if kind not in TENSE})
    return Vocabulary(words, phrases, tense, ahead, tuple(classes))


def pieces(phrase: str) -> list[str]:
    """A phrase cut as the text is: ``new year's day`` is new, year, 's, day."""
    return [match.group() for match in TOKEN.finditer(phrase)]
