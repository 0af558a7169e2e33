"""Where the paragraphs of a text begin and end."""

from __future__ import annotations

import re
from itertools import pairwise

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")

# Text wrapped by hand or by a mail program has lines no longer than this.
WIDEST_WRAP = 120
NARROWEST_WRAP = 40


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Character spans of the paragraphs, without the white space around them.

    Blank lines part paragraphs. A single line break does too, unless the text is
    hard-wrapped: then a line break goes with the wrapping where the next line's first
    word would not have fitted on the line before.
    """
    lines = [span for match in LINE.finditer(text) if (span := _trim(text, *match.span()))]
    if not lines:
        return []
    width = max(end - start for start, end in lines)
    joins = [
        not _blank_line(text, before, after) and _wrapped(text, before, after, width)
        for before, after in pairwise(lines)
    ]
    if not _hard_wrapped(text, lines, joins, width):
        return lines
    paragraphs = [lines[0]]
    for line, joined in zip(lines[1:], joins, strict=True):
        if joined:
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return paragraphs


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    stripped = line.strip()
    if not stripped:
        return None
    start += len(line) - len(line.lstrip())
    return start, start + len(stripped)


def _blank_line(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return len(BREAK.findall(text, before[1], after[0])) > 1


def _wrapped(text: str, before: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Would the next line's first word have made this line too long?"""
    space = text.find(" ", *after)
    first_word = (space if space != -1 else after[1]) - after[0]
    return before[1] - before[0] + 1 + first_word > width - 8


def _hard_wrapped(text: str, lines: list, joins: list[bool], width: int) -> bool:
    """Most single line breaks must look like wrapping, or none of them is."""
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    single = sum(not _blank_line(text, before, after) for before, after in pairwise(lines))
    return single > 0 and sum(joins) >= 0.6 * single
