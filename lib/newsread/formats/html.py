"""A saved web page: the report in it, without menus, advertisements and comments."""

from __future__ import annotations

import datetime as dt
import logging
import re

from newsread.decode import decode_page
from newsread.formats.extract import Extract, one_line

# Only what the page itself says of its date: no search through its text for anything like one.
DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
BLOCKS = frozenset(("head", "p", "quote", "item", "ab", "code"))
LEFT_OUT = frozenset(("table", "graphic", "comments"))
FEWEST_WORDS = 5
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>", re.I)


def read_html(raw: bytes, name: str, charset: str | None = None, url: str = "") -> Extract:
    """The article in a page; title, date, outlet, author and address where the page names them."""
    page = XML_DECLARATION.sub("", decode_page(raw, name, charset))
    found = _extract(page, url)
    paragraphs = _paragraphs(found.body) if found is not None and found.body is not None else []
    title = one_line(found.title) if found else ""
    if len(paragraphs) > 1 and paragraphs[0].casefold() == title.casefold():
        del paragraphs[0]
    if len(" ".join(paragraphs).split()) < FEWEST_WORDS:
        raise ValueError(
            f"{name} is a web page in which no article was found. Copy the article's text "
            'and paste it: load_article(text="…").'
        )
    fields = {
        "title": title,
        "outlet": one_line(found.sitename),
        "author": one_line(found.author),
        "url": one_line(found.url) or url,
    }
    return Extract(
        text="\n\n".join(paragraphs),
        fields={key: value for key, value in fields.items() if any(map(str.isalpha, value))},
        date=dt.date.fromisoformat(found.date) if found.date else None,
    )


def _extract(page: str, url: str):
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return bare_extraction(
        page,
        url=url or None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )


def _paragraphs(body) -> list[str]:
    """The text of each block, in order; a block inside another one stands for itself."""
    paragraphs: list[str] = []
    line: list[str] = []

    def end_line() -> None:
        if text := one_line("".join(line)):
            paragraphs.append(text)
        line.clear()

    # Walked with a list of what is still to do: pages can be nested deeper than Python calls.
    to_do: list = [body]
    while to_do:
        step = to_do.pop()
        if isinstance(step, str):
            line.append(step)
        elif step is None:
            end_line()
        elif step.tag not in LEFT_OUT:
            block = [None] if step.tag in BLOCKS or step.tag in ("lb", "list", "body") else []
            inside = [step.text or ""]
            for child in step:
                inside += [child, child.tail or ""]
            to_do.extend(reversed(block + inside + block))
    end_line()
    return paragraphs
