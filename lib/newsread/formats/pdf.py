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

from newsread.formats.extract import Extract, one_line

# One character for two letters, as typesetters have it.
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
DIGITS = re.compile(r"\d+")
HYPHENATED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\s*$")
SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# A line shorter than this share of the usual one may be a paragraph's last.
SHORT = 0.8


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


def _pages(reader, name: str) -> list[list[str]]:
    from newsread.progress import progress

    pages = []
    with progress(len(reader.pages), f"reading {name}") as done:
        for number, page in enumerate(reader.pages, 1):
            try:
                text = page.extract_text() or ""
            except Exception as error:  # whatever a broken page breaks in the library
                raise ValueError(
                    f"{name}: page {number} cannot be read ({error}). "
                    "Open it and print it to a new PDF."
                ) from None
            pages.append([line.strip() for line in text.translate(LIGATURES).splitlines()])
            done(1)
    return pages


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """All lines, "" for a gap; without page numbers and what stands on every page's edge."""
    edges = Counter(
        key for page in pages for key in {DIGITS.sub("#", line) for line in _edges(page)}
    )
    lines: list[str] = []
    for page in pages:
        kept = list(page)
        while kept and _is_running(kept[0], edges, len(pages)):
            kept.pop(0)
        while kept and _is_running(kept[-1], edges, len(pages)):
            kept.pop()
        lines.extend(kept)  # no gap between pages: a sentence may run on
    return lines


def _edges(page: list[str]) -> list[str]:
    lines = [line for line in page if line]
    return lines[:2] + lines[-2:]


def _is_running(line: str, edges: Counter[str], pages: int) -> bool:
    if not line or (pages > 1 and PAGE_NUMBER.fullmatch(line)):
        return True
    return pages > 2 and len(line) < 100 and edges[DIGITS.sub("#", line)] > pages / 2


def join_lines(lines: list[str]) -> str:
    """Lines as they stand on the page, put together to paragraphs parted by a blank line."""
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return ""
    usual = lengths[int(0.8 * (len(lengths) - 1))]
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines).lower()))
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if line and before and not _ends_paragraph(before, line, usual):
            paragraphs[-1] = _join(paragraphs[-1], line, words)
        elif line:
            paragraphs.append(line)
        before = line
    return "\n\n".join(one_line(paragraph.replace("\u00ad", "")) for paragraph in paragraphs)


def _ends_paragraph(line: str, after: str, usual: int) -> bool:
    if HYPHENATED.search(line) and after[0].islower():
        return False
    short = len(line) < SHORT * usual
    return short and (bool(SENTENCE_END.search(line)) or not after[0].islower())


def _join(text: str, line: str, words: Counter[str]) -> str:
    broken = HYPHENATED.search(text)
    rest = re.match(r"[^\W\d_]+", line)
    if not broken or not rest or not line[0].islower():
        return f"{text}{line}" if broken and rest else f"{text} {line}"
    whole, compound = (broken[1] + rest[0]).lower(), f"{broken[1]}-{rest[0]}".lower()
    if words[compound] > words[whole]:
        return f"{text}{line}"
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
