"""Where the words of a correction stand in the article now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsread.errata.lines import Line

CONTEXT = 30


class DoesNotFit(Exception):
    """Why a correction cannot be applied."""


@dataclass(frozen=True)
class Place:
    """The span of the correction's words in the article, and how far it has moved."""

    start: int
    end: int
    moved: int = 0


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters before and after a span, on one line."""
    before = " ".join(text[max(start - 2 * CONTEXT, 0) : start].split())[-CONTEXT:]
    after = " ".join(text[end : end + 2 * CONTEXT].split())[:CONTEXT]
    return before.lstrip(), after.rstrip()


def find_place(text: str, line: Line) -> Place:
    """Where the line's words are: where they were, or where they have moved with what is around.

    Raises DoesNotFit where they are gone, or where nothing tells which of several is meant.
    """
    here = line.start is not None and text[line.start : line.end] == line.text
    if here and _around(text, line.start, line) > 0:
        return Place(line.start, line.end)
    places = _occurrences(text, line.text)
    if not places:
        raise DoesNotFit(f"the article no longer says {_short(line.text)!r}")
    fits = {place: _around(text, place, line) for place in places}
    best = [place for place in places if fits[place] == max(fits.values())]
    if max(fits.values()) == 0:
        raise DoesNotFit(f"what stands around {_short(line.text)!r} is no longer the same")
    if len(best) > 1:
        raise DoesNotFit(
            f"{_short(line.text)!r} stands {len(best)} times in the article: give start and end"
        )
    moved = 0 if line.start is None else best[0] - line.start
    return Place(best[0], best[0] + len(line.text), moved)


def _occurrences(text: str, words: str) -> list[int]:
    places, at = [], text.find(words)
    while at != -1:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _around(text: str, start: int, line: Line) -> int:
    """How many sides are as they were; both, where nobody wrote down what they were."""
    if not line.before and not line.after:
        return 2
    before, after = context(text, start, start + len(line.text))
    return (before == line.before) + (after == line.after)


def shifted(spans: str, by: int) -> str:
    """The character spans in a cell, moved."""
    if not by:
        return spans
    return re.sub(r"(\d+)-(\d+)", lambda span: f"{int(span[1]) + by}-{int(span[2]) + by}", spans)


def find_words(text: str, words: str, *stretches: tuple[int, int]) -> tuple[int, int] | None:
    """The occurrence of ``words`` in the first of these stretches of text that has one.

    Where several have the same right, and where no stretch has one, the one nearest to the
    first stretch.
    """
    start, end = stretches[0]

    def rank(span: tuple[int, int]) -> tuple[int, int]:
        holds = (first <= span[0] and span[1] <= last for first, last in stretches)
        within = next((at for at, held in enumerate(holds) if held), len(stretches))
        return within, max(start - span[1], span[0] - end, 0)

    return min(whole_words(text, words), key=rank, default=None)


def whole_words(text: str, words: str) -> list[tuple[int, int]]:
    """Every place where these words stand, not as a part of longer ones."""
    spans = ((place, place + len(words)) for place in _occurrences(text, words))
    return [span for span in spans if _whole(text, *span)]


def _whole(text: str, start: int, end: int) -> bool:
    """Does no word go on beyond these letters?"""
    opens = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    runs_on = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not opens and not runs_on


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}..."
