"""Which stretches of a text stand between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Opening mark -> the marks that may close it.
PAIRS = {
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "``": ("''",),
    "''": ("''",),
    "”": "”",
    "‘": "’'",
    "‹": "›",
    "'": "'’",
}
# More marks open at once than this are not quotations.
DEEPEST = 6
DOUBLE = ("“", "”", "„", "‟", "«", "»", '"', "``", "''")
MARK = re.compile(r"``|''|[“”„‟«»\"‘’'‹›]")
# Words that begin with an apostrophe, not with a quotation.
CLIPPED = re.compile(
    r"['’‘](?:\d0s|\d\d\b|em\b|n\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b)", re.I
)


@dataclass(frozen=True)
class Quotation:
    """One quotation: ``text[start:end]`` with its marks, ``inner_start:inner_end`` without.

    ``depth`` is 0 for an outermost one. ``closed`` is False where no closing mark stands in
    the paragraph: then it ends with the paragraph. ``continues``: the paragraph before ended
    inside a quotation and this one takes it up again.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool
    continues: bool


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """All quotations in text order; an odd mark costs its own quotation, nothing else."""
    found: list[Quotation] = []
    carried = False
    for number, (start, end) in enumerate(paragraphs):
        goes_on = number + 1 < len(paragraphs) and _begins_quoted(text, paragraphs[number + 1][0])
        in_paragraph = _in_paragraph(text, start, end, carried, goes_on)
        found.extend(in_paragraph)
        carried = any(not quotation.closed for quotation in in_paragraph)
    return found


def _begins_quoted(text: str, start: int) -> bool:
    match = MARK.match(text, start)
    return bool(match) and match.group() in DOUBLE


def _in_paragraph(text: str, start: int, end: int, carried: bool, goes_on: bool) -> list[Quotation]:
    found: list[Quotation] = []
    open_marks: list[re.Match[str]] = []
    for match in MARK.finditer(text, start, end):
        closes = _closes(text, match, open_marks, end)
        if closes is not None:
            opening = open_marks[closes]
            del open_marks[closes:]
            found.append(
                _quotation(opening, match.start(), match.end(), closes, True, carried, start)
            )
        elif _opens(text, match, open_marks, start, end):
            open_marks.append(match)
            del open_marks[:-DEEPEST]
    unclosed = [m for m in open_marks if m.group() in DOUBLE]
    # A quotation of several paragraphs opens each of them with a mark and closes only the
    # last. Any other unclosed mark is a slip.
    if unclosed and (unclosed[0].start() == start or goes_on):
        opening = unclosed[-1] if goes_on and unclosed[0].start() != start else unclosed[0]
        if not any(q.start < opening.start() < q.end for q in found):
            found.append(_quotation(opening, end, end, 0, False, carried, start))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _quotation(opening, inner_end, end, depth, closed, carried, paragraph_start) -> Quotation:
    return Quotation(
        start=opening.start(),
        end=end,
        inner_start=opening.end(),
        inner_end=inner_end,
        depth=depth,
        closed=closed,
        continues=carried and opening.start() == paragraph_start,
    )


def _closes(text: str, match: re.Match[str], open_marks: list, end: int) -> int | None:
    """The place in ``open_marks`` of the mark that this one closes, or None."""
    mark = match.group()
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    for place in range(len(open_marks) - 1, -1, -1):
        opening = open_marks[place]
        if mark not in PAIRS[opening.group()]:
            continue
        if opening.end() == match.start():
            return None
        if mark in "’'" and (after.isalnum() or _is_plural_genitive(text, match, opening, end)):
            return None  # an apostrophe inside a word, or after a plural
        if mark in ('"', "''") and before.isspace() and after and not after.isspace():
            return None  # it opens another one
        return place
    return None


def _is_plural_genitive(text: str, match: re.Match[str], opening: re.Match[str], end: int) -> bool:
    """ "the workers' rights": an apostrophe after s with the real closing mark still to come."""
    if text[match.start() - 1 : match.start()] not in "sS" or text[match.end() :][:1] != " ":
        return False
    later = text.find(match.group(), match.end(), min(end, match.end() + 300))
    return (
        later != -1
        and not text[later + 1 : later + 2].isalnum()
        and not text[later - 1 : later].isspace()
    )


def _opens(text: str, match: re.Match[str], open_marks: list, start: int, end: int) -> bool:
    mark = match.group()
    if mark not in PAIRS or match.end() >= end or text[match.end()].isspace():
        return False
    before = text[match.start() - 1] if match.start() > start else " "
    if mark == "»":
        return not open_marks and not before.isalnum() and text[match.end()].isalnum()
    if mark in "'‘":
        return (
            not before.isalnum() and before not in ".,!?" and not CLIPPED.match(text, match.start())
        )
    if mark == '"':
        return not before.isalnum() and before not in ".,!?;"
    return True
