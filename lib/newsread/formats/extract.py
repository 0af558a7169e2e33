"""What is read out of a file: the text, and the fields found beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Extract:
    """The article's text as read out, and what the file says about it.

    ``fields``: title, outlet, author, url, where the file names them, and ``where``: in the
    web "page"'s own data or the "document"'s properties. ``date``: the day of
    publication, where the file names one. ``made``: the day the file itself was made, which
    is not the article's. ``has_header``: may header lines stand at the top of the text?
    """

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    where: str = "page"
    has_header: bool = False
    date: dt.date | None = None
    made: dt.date | None = None


def one_line(text: str | None) -> str:
    """A field's value without line breaks and double spaces."""
    return " ".join(text.split()) if text else ""
