"""An article: its letters, its date, its paragraphs and sentences."""

from __future__ import annotations

import datetime as dt
import warnings
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newsread.decode import decode
from newsread.header import date_in_name, read_date, read_header
from newsread.paragraphs import find_paragraphs
from newsread.paths import ARTICLES

if TYPE_CHECKING:
    import pandas as pd

    from newsread.parse import Parse

# Of the words of English news about two in five are function words; of other
# languages' hardly any look like English ones.
ENGLISH_SHARE = 0.2
ENOUGH_WORDS = 30


@dataclass
class Article:
    """One news report.

    ``text`` is the article's own text: every ``start`` and ``end`` in every table counts
    its characters. ``date`` is the day it was published, or None; ``date_from`` says where
    that was found: "header", "file name", "given", or "missing". ``title``, ``outlet``,
    ``author`` and ``url`` are "" where nobody said.
    """

    id: str
    text: str
    date: dt.date | None = None
    date_from: str = "missing"
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if self.date is not None and self.date_from == "missing":
            self.date_from = "given"

    def __repr__(self) -> str:
        day = self.date.isoformat() if self.date else "no date"
        return f"Article({self.id!r}, {day}, {len(self.text.split()):,} words)"

    @cached_property
    def paragraph_spans(self) -> list[tuple[int, int]]:
        return find_paragraphs(self.text)

    @cached_property
    def parse(self) -> Parse:
        """The language model's reading, made once, when first needed."""
        from newsread.parse import parse_text

        parse = parse_text(self.text, self.paragraph_spans)
        self._warn_unless_english(parse)
        return parse

    @cached_property
    def paragraphs(self) -> pd.DataFrame:
        """One row per paragraph: ``article_id, paragraph_id, start, end, text``."""
        from newsread.tables import make_table

        return make_table(
            "paragraphs",
            (
                self.row(start, end) | {"paragraph_id": number}
                for number, (start, end) in enumerate(self.paragraph_spans)
            ),
        )

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """One row per sentence: ``article_id, sentence_id, paragraph_id, start, end, text``."""
        from newsread.tables import make_table

        parse = self.parse
        return make_table(
            "sentences",
            (
                self.row(*parse.span(first, last))
                | {"sentence_id": number, "paragraph_id": parse.paragraph[first]}
                for number, (first, last) in enumerate(parse.sentences)
            ),
        )

    def row(self, start: int, end: int) -> dict[str, object]:
        """The cells by which a row is walked back to the letters."""
        return {"article_id": self.id, "start": start, "end": end, "text": self.text[start:end]}

    def _warn_unless_english(self, parse: Parse) -> None:
        from spacy.lang.en.stop_words import STOP_WORDS

        words = [word for word in parse.lower if word.isalpha()]
        known = sum(word in STOP_WORDS for word in words)
        if len(words) >= ENOUGH_WORDS and known < ENGLISH_SHARE * len(words):
            warnings.warn(
                f"{self.id} does not look like English ({known} of {len(words)} words are "
                "common English ones). newsread reads English; the rows below are guesses.",
                stacklevel=3,
            )


def load_article(
    path_or_name: str | Path, date: str | dt.date | None = None, title: str | None = None
) -> Article:
    """Read one article from a text file.

    ``path_or_name``: a path, or the name of a file in data/articles/ (with or without its
    ending). ``date`` (a ``datetime.date`` or "YYYY-MM-DD") and ``title`` go before what the
    file says. Header lines at the top (``title: …``, ``date: …``, ``outlet: …``,
    ``author: …``, ``url: …``, or ``date 2023-09-19`` glued to the first words) are read and
    kept out of ``article.text``.

    Raises FileNotFoundError where there is no such file, ValueError where the file is
    empty, is not text, or names an impossible day.
    """
    path = find_file(path_or_name)
    text = decode(_read_bytes(path), path.name)
    if not text.strip():
        raise ValueError(f"{path.name} is empty: there is no text to read in it.")
    header = _header(text, path.name)
    body = text[header.body_start :]
    if not body.strip():
        raise ValueError(f"{path.name} has a header, but no article text below it.")
    day, date_from = _choose_date(date, header.date, path.name)
    fields = header.fields
    return Article(
        id=path.stem,
        text=body,
        date=day,
        date_from=date_from,
        title=title if title is not None else fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        author=fields.get("author", ""),
        url=fields.get("url", ""),
    )


def find_file(path_or_name: str | Path) -> Path:
    """The file meant: a path as it is, or a name in data/articles/."""
    given = Path(path_or_name).expanduser()
    for path in (given, ARTICLES / given, ARTICLES / f"{given}.txt"):
        if path.is_file():
            return path
    if given.is_dir():
        raise ValueError(
            f"{given} is a folder, not an article. Name one file in it, "
            f"for example load_article({str(given / 'article.txt')!r})."
        )
    there = sorted(path.stem for path in ARTICLES.glob("*.txt"))
    raise FileNotFoundError(
        f"no article {str(given)!r}: there is no such file, here or in data/articles/. "
        f"In data/articles/ there are: {', '.join(there) or 'none'}. "
        'Type load_article("name") or load_article("folder/file.txt").'
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror or error}.") from error


def _header(text: str, name: str):
    try:
        return read_header(text)
    except ValueError as error:
        raise ValueError(f"{name}, {error}") from None


def _choose_date(
    given: str | dt.date | None, in_header: dt.date | None, name: str
) -> tuple[dt.date | None, str]:
    if given is not None:
        if isinstance(given, dt.datetime):
            given = given.date()
        return (given if isinstance(given, dt.date) else read_date(given, "date=")), "given"
    if in_header is not None:
        return in_header, "header"
    if (in_name := date_in_name(name)) is not None:
        return in_name, "file name"
    return None, "missing"
