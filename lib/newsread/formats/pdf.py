"""A PDF with a text layer: its lines put together to paragraphs again.

What this gives is the article's text: hyphens that only broke a word at the end of a
line are taken out here, before anything is counted in it.
"""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from newsread.formats.extract import Extract, one_line

# One character for two letters, as typesetters have it.
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
DIGITS = re.compile(r"\d+")
# Before a hyphen these begin a compound; other parts of words are only broken there.
COMPOUND = frozenset(
    "self well ex all cross half high low long short vice far left right non anti pro so two three "
    "four five six seven eight nine ten twenty thirty forty fifty".split()
)
HYPHENATED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\s*$")
SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# Lines further apart than this many usual distances stand in different paragraphs,
GAP = 1.3
# where at least this share of the lines do; a first line may be set in by so many points.
FEW = 0.02
INDENT = 6
# A line shorter than this share of the usual one may be a paragraph's last.
SHORT = 0.8


class Line(NamedTuple):
    """A line of a page: its words, and where they begin (in points, from bottom left)."""

    words: str
    x: float = 0.0
    y: float = 0.0


def read_pdf(raw: bytes, name: str) -> Extract:
    """The text layer, page by page; title and author if the file's properties name them."""
    reader = _open(raw, name)
    pages = _pages(reader, name)
    text = join_lines(_without_running_heads(pages))
    if not any(letter.isalpha() for letter in text):
        raise ValueError(
            f"{name} has no text in it: it looks like a scan, a picture of a page. Run a text "
            'recognition (OCR) program on it, or paste the text: load_article(text="…").'
        )
    properties = _properties(reader)
    first, _, rest = text.partition("\n\n")
    if rest and first.casefold() == properties.get("title", "").casefold():
        text = rest
    return Extract(
        text=text,
        fields={key: value for key, value in properties.items() if value},
        where="document",
        made=_made(reader),
    )


def _open(raw: bytes, name: str):
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if not raw.lstrip()[:1024].startswith(b"%PDF") and b"%PDF" not in raw[:1024]:
        raise ValueError(f"{name} is not a PDF, whatever its ending says.")
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError(f"{name} is locked with a password. Save a copy without one.")
        len(reader.pages)
    except (PyPdfError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise ValueError(
            f"{name} is a PDF that cannot be read ({error}). Open it and print it to a new PDF."
        ) from None
    return reader


def _pages(reader, name: str) -> list[list[Line]]:
    from newsread.progress import progress

    pages = []
    with progress(len(reader.pages), f"reading {name}") as done:
        for number, page in enumerate(reader.pages, 1):
            try:
                pages.append(_lines(page))
            except Exception as error:  # whatever a broken page breaks in the library
                raise ValueError(
                    f"{name}: page {number} cannot be read ({error}). "
                    "Open it and print it to a new PDF."
                ) from None
            done(1)
    return pages


def _lines(page) -> list[Line]:
    """The lines of a page in the order of its text, with where each begins."""
    pieces: list[tuple[str, float, float]] = []

    def keep(text: str, matrix, text_matrix, font, size) -> None:
        if text:
            x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
            y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
            pieces.append((text, x, y))

    page.extract_text(visitor_text=keep)
    lines: list[Line] = []
    words, place = "", None
    for text, x, y in [*pieces, ("\n", 0.0, 0.0)]:
        parts = text.translate(LIGATURES).splitlines(keepends=True)
        for part in parts:
            if part.strip() and place is None:
                place = (x, y)
            words += part
            if part.endswith(("\n", "\r")):
                if words.strip():
                    lines.append(Line(words.strip(), *(place or (x, y))))
                words, place = "", None
    return lines


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without their numbers and what stands on every page's edge."""
    edges = Counter(
        key
        for page in pages
        for key in {DIGITS.sub("#", line.words) for line in page[:2] + page[-2:]}
    )
    kept = []
    for page in pages:
        lines = list(page)
        while lines and _is_running(lines[0].words, edges, len(pages)):
            lines.pop(0)
        while lines and _is_running(lines[-1].words, edges, len(pages)):
            lines.pop()
        kept.append(lines)
    return kept


def _is_running(line: str, edges: Counter[str], pages: int) -> bool:
    if pages > 1 and PAGE_NUMBER.fullmatch(line):
        return True
    return pages > 2 and len(line) < 100 and edges[DIGITS.sub("#", line)] > pages / 2


def join_lines(pages: list[list[Line]]) -> str:
    """Lines as they stand on the pages, put together to paragraphs parted by a blank line."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    layout = Layout.of(pages)
    words = Counter(
        re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.words for line in lines).lower())
    )
    paragraphs: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is None or layout.parts(before, line):
            paragraphs.append(line.words)
        else:
            paragraphs[-1] = _join(paragraphs[-1], line.words, words)
        before = line
    return "\n\n".join(one_line(paragraph.replace("\u00ad", "")) for paragraph in paragraphs)


@dataclass(frozen=True)
class Layout:
    """How the document is set: usual distance of lines, left edge and length of a line."""

    leading: float
    left: float
    length: int
    has_gaps: bool

    @classmethod
    def of(cls, pages: list[list[Line]]) -> Layout:
        lines = [line for page in pages for line in page]
        lengths = sorted(len(line.words) for line in lines)
        length = lengths[int(0.8 * (len(lengths) - 1))]
        steps = [a.y - b.y for page in pages for a, b in pairwise(page) if a.y > b.y]
        leading = median(steps) if steps else 0.0
        gaps = sum(step > GAP * leading for step in steps)
        left = Counter(round(line.x) for line in lines).most_common(1)[0][0]
        return cls(leading, left, length, gaps >= FEW * len(steps) and gaps > 1)

    def parts(self, line: Line, after: Line) -> bool:
        """Does a new paragraph begin after this line?"""
        if HYPHENATED.search(line.words) and after.words[0].islower():
            return False
        step = line.y - after.y
        same_column = 0 < step < 6 * self.leading
        if same_column and step > GAP * self.leading:
            return True
        ended = bool(SENTENCE_END.search(line.words))
        if same_column and ended and INDENT < after.x - self.left < 6 * INDENT:
            return after.x > line.x + INDENT or line.x > self.left + INDENT
        if same_column and self.has_gaps and step < GAP * self.leading:
            return False  # paragraphs are set apart here, and these lines are not
        short = len(line.words) < SHORT * self.length
        return short and (ended or not after.words[0].islower())


def _join(text: str, line: str, words: Counter[str]) -> str:
    broken = HYPHENATED.search(text)
    rest = re.match(r"[^\W\d_]+", line)
    if not broken or not rest:
        return f"{text} {line}"
    whole, compound = (broken[1] + rest[0]).lower(), f"{broken[1]}-{rest[0]}".lower()
    stays = broken[1].lower() in COMPOUND and not words[whole]
    if stays or words[compound] > words[whole] or not line[0].islower():
        return text[: broken.end(1)] + "-" + line
    return text[: broken.end(1)] + line


def _properties(reader) -> dict[str, str]:
    try:
        found = reader.metadata
        return {"title": one_line(found.title), "author": one_line(found.author)} if found else {}
    except Exception:  # properties are written by anything; the text is what counts
        return {}


def _made(reader) -> dt.date | None:
    try:
        moment = reader.metadata.creation_date if reader.metadata else None
    except Exception:
        return None
    return moment.date() if moment else None
