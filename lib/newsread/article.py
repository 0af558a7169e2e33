"""An article: its letters, its date, its paragraphs and sentences."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from newsread.decode import decode
from newsread.formats.extract import Extract
from newsread.formats.kinds import ENDINGS, MARKDOWN, guess_ending, is_address, reader_of
from newsread.header import Header, date_in_name, read_date, read_header
from newsread.ids import pasted_id, safe_id, web_id
from newsread.paragraphs import find_paragraphs
from newsread.paths import ARTICLES
from newsread.quotes import Quotation, find_quotations
from newsread.suggesting import listed, meant

if TYPE_CHECKING:
    import pandas as pd

    from newsread.tree import Parse

# Of the words of English news about two in five are function words; of other
# languages' hardly any look like English ones.
ENGLISH_SHARE = 0.2
ENOUGH_WORDS = 30
# No file name is longer on any system in use.
LONGEST_NAME = 255
# A text in Markdown that begins with a heading has its title there.
HEADING = re.compile(r"\s*#[ \t]+([^\r\n]+?)[ \t#]*(?:\r\n|\r|\n)")


# The articles in use, so that the passages behind a row can be found from its article_id.
LOADED: WeakValueDictionary[str, Article] = WeakValueDictionary()


@dataclass
class Article:
    """One news report.

    ``text`` is the article's own text: every ``start`` and ``end`` in every table counts
    its characters. ``date`` is the day it was published, or None; ``date_from`` says where
    that was found: "given" by the caller, "header", "page" (a web page's own data),
    "file name", or "missing". ``title``, ``outlet``, ``author`` and ``url`` are "" where
    nobody said; ``found_in`` says of each field that is there where it was found (besides
    these, "document": the properties of a Word document or a PDF).
    """

    id: str
    text: str
    date: dt.date | None = None
    date_from: str = "missing"
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    found_in: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.date is not None and self.date_from == "missing":
            self.date_from = "given"
        LOADED[self.id] = self

    def __repr__(self) -> str:
        day = self.date.isoformat() if self.date else "no date"
        return f"Article({self.id!r}, {day}, {len(self.text.split()):,} words)"

    @cached_property
    def paragraph_spans(self) -> list[tuple[int, int]]:
        return find_paragraphs(self.text)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """What stands between quotation marks, found once for all who ask."""
        return find_quotations(self.text, self.paragraph_spans)

    @cached_property
    def parse(self) -> Parse:
        """The language model's reading, made once, when first needed."""
        from newsread.parse import load_model, parse_text
        from newsread.progress import progress

        first = not load_model.cache_info().currsize  # loading it takes seconds, once
        with progress(len(self.text), f"reading {self.id}", at_once=first) as done:
            parse = parse_text(self.text, self.paragraph_spans, done)
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
    path_or_name: str | Path | None = None,
    date: str | dt.date | None = None,
    title: str | None = None,
    *,
    text: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Article:
    """Read one article: from a file, from pasted text, or from an address on the web.

    ``load_article("name")``: a file in data/articles/, with or without its ending;
    ``load_article("folder/file.html")``: a path. Plain text (.txt, .md), saved web pages
    (.html, .htm), Word documents (.docx) and PDFs with a text layer (.pdf) are read.
    ``load_article(text="…")``: the text itself; a first argument with a line break in it,
    or longer than a file name can be, is taken as text too.
    ``load_article("https://…")``: that page is fetched. Nothing else ever is.

    ``date`` (a ``datetime.date`` or "YYYY-MM-DD"), ``title``, ``outlet``, ``author`` and
    ``url`` go before what the file says. Header lines at the top of a text (``title: …``,
    ``date: …``, ``outlet: …``, ``author: …``, ``url: …``, or ``date 2023-09-19`` glued to the
    first words) are read and kept out of ``article.text``; ``article.found_in`` says of each
    field where it was found. ``id`` is what the article's corrections and exports are filed
    under: the file's name without its ending, unless you give one.

    Raises FileNotFoundError where there is no such file, ConnectionError where a page
    cannot be had, ValueError where there is no text, or no text in it, or an impossible day.
    """
    if text is None and isinstance(path_or_name, str) and is_text(path_or_name):
        path_or_name, text = None, path_or_name
    if text is not None and path_or_name is not None:
        raise ValueError("load_article takes a file or a text, not both: leave one out.")
    if text is not None:
        name, own_id, found = "the pasted text", "", Extract(text, has_header=True)
    elif path_or_name is None:
        raise ValueError('nothing to load: type load_article("name") or load_article(text="…").')
    elif isinstance(path_or_name, str) and is_address(path_or_name):
        name, own_id, found = _fetch(path_or_name)
    else:
        path = find_file(path_or_name)
        name, own_id = path.name, safe_id(path.stem)
        found = _extract(_read_bytes(path), name, path.suffix)
    if not found.text.strip():
        raise ValueError(f"{name} is empty: there is no text to read in it.")
    given = {"title": title, "outlet": outlet, "author": author, "url": url}
    return _article(found, name, id if id is not None else own_id, date, given)


def check_article(value: object) -> None:
    """Raise unless this is an article: a name, a text or a table is easily given instead."""
    if isinstance(value, Article):
        return
    name = "name"
    if isinstance(value, (str, Path)):
        what = f"the {'name' if not is_text(str(value)) else 'text'} {_short(str(value))!r}"
        name = str(value) if not is_text(str(value)) else name
    elif hasattr(value, "columns") and hasattr(value, "to_csv"):
        what = "a table"
    else:
        what = "None" if value is None else f"{type(value).__name__} ({_short(repr(value))})"
    raise TypeError(
        f"an article is needed first, not {what}. "
        f'Make it with: article = load_article("{name}"), and give that: article.'
    )


def _short(text: str, most: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def is_text(given: str) -> bool:
    """Is this an article rather than the name of one?"""
    return len(given.splitlines()) > 1 or (len(given) > LONGEST_NAME and not is_address(given))


def _article(
    found: Extract,
    name: str,
    article_id: str,
    date: str | dt.date | None,
    given: dict[str, str | None],
) -> Article:
    """Put together what the caller, the header and the file say, in this order."""
    if article_id and article_id != safe_id(article_id):
        raise ValueError(
            f"id={article_id!r} cannot be a file name. "
            f"Write for example id={safe_id(article_id)!r}."
        )
    header = _header(found.text, name) if found.has_header else Header({}, None, 0)
    body = found.text[header.body_start :]
    if not body.strip():
        raise ValueError(f"{name} has a header, but no article text below it.")
    fields, found_in = {}, {}
    for where, values in ((found.where, found.fields), ("header", header.fields), ("given", given)):
        for key, value in values.items():
            if value and key != "date":
                fields[key], found_in[key] = value, where
    day, date_from = _choose_date(date, header.date, found.date, name)
    if day is None and found.made is not None:
        warnings.warn(
            f"{name} does not say when its article was published. The file was made on "
            f'{found.made}; if that is the day, add date="{found.made}".',
            stacklevel=3,
        )
    if day is not None:
        found_in["date"] = date_from
    article_id = article_id or pasted_id(fields.get("title") or body)
    return Article(
        id=article_id, text=body, date=day, date_from=date_from, found_in=found_in, **fields
    )


def find_file(path_or_name: str | Path) -> Path:
    """The file meant: a path as it is, or a name in data/articles/."""
    given = Path(path_or_name).expanduser()
    named = [ARTICLES / f"{given}{ending}" for ending in ENDINGS]
    there = [path for path in (given, ARTICLES / given) if _is_file(path)]
    there = there or [path for path in named if _is_file(path)]
    if len(there) > 1 and there[0] != given:
        raise ValueError(
            f"there are {' and '.join(path.name for path in there)} in data/articles/: "
            f"type the whole name, for example load_article({there[0].name!r})."
        )
    if there:
        return there[0]
    if given.is_dir():
        raise ValueError(
            f"{given} is a folder, not an article. Name one file in it, "
            f"for example load_article({str(given / 'article.txt')!r})."
        )
    names = sorted(path.stem for path in ARTICLES.glob("*.*") if path.suffix in ENDINGS)
    raise FileNotFoundError(
        f"no article {str(given)!r}: there is no such file, here or in data/articles/. "
        f"In data/articles/ there are: {listed(names) or 'none'}."
        f"{meant(given.stem, names)} "
        'Type load_article("name"), load_article("folder/file.txt") or load_article(text="…").'
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name no file system takes
        return False


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror or error}.") from error


def _extract(raw: bytes, name: str, ending: str) -> Extract:
    if not raw.strip():
        raise ValueError(f"{name} is empty: there is no text to read in it.")
    read = reader_of(ending or guess_ending(raw))
    if read:
        return read(raw, name)
    text = decode(raw, name)
    if ending.lower() in MARKDOWN and (heading := HEADING.match(text)):
        title = {"title": heading[1].strip()}
        return Extract(text[heading.end() :], title, where="header", has_header=True)
    return Extract(text, has_header=True)


def _fetch(address: str) -> tuple[str, str, Extract]:
    from newsread.formats.web import fetch
    from newsread.progress import progress

    with progress(1, f"fetching {address}", at_once=True):
        page = fetch(address)
    ending = page.ending or guess_ending(page.raw)
    if ending == ".html":
        from newsread.formats.html import read_html

        found = read_html(page.raw, page.url, page.charset, page.url)
    else:
        found = _extract(page.raw, page.url, ending)
        found = replace(found, fields={"url": page.url} | found.fields)
    return page.url, web_id(address), found


def _header(text: str, name: str) -> Header:
    try:
        return read_header(text)
    except ValueError as error:
        raise ValueError(f"{name}, {error}") from None


def _choose_date(
    given: str | dt.date | None, in_header: dt.date | None, on_page: dt.date | None, name: str
) -> tuple[dt.date | None, str]:
    if given is not None:
        if isinstance(given, dt.datetime):
            given = given.date()
        return (given if isinstance(given, dt.date) else read_date(given, "date=")), "given"
    for day, where in ((in_header, "header"), (on_page, "page"), (date_in_name(name), "file name")):
        if day is not None:
            return day, where
    return None, "missing"
