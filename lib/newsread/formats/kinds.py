"""Which form a file is in: by its ending, or by how it begins."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from newsread.formats.extract import Extract

# ending -> the module and the function that read it
READERS = {
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".xhtml": ("html", "read_html"),
    ".docx": ("docx", "read_docx"),
    ".pdf": ("pdf", "read_pdf"),
}
MARKDOWN = (".md", ".markdown")
TEXT_ENDINGS = (".txt", ".text", *MARKDOWN)
ENDINGS = (*TEXT_ENDINGS, *READERS)
MAGIC = ((b"%PDF", ".pdf"), (b"PK\x03\x04", ".docx"))


def reader_of(ending: str) -> Callable[[bytes, str], Extract] | None:
    """The function that reads files with this ending, or None where they are plain text."""
    if ending.lower() not in READERS:
        return None
    module, function = READERS[ending.lower()]
    return getattr(import_module(f"newsread.formats.{module}"), function)


def guess_ending(raw: bytes) -> str:
    """The ending that fits what the file begins with; "" for plain text and the unknown."""
    from newsread.decode import looks_like_html

    for magic, ending in MAGIC:
        if raw.startswith(magic):
            return ending
    return ".html" if looks_like_html(raw) else ""


def is_address(text: str) -> bool:
    """Is this the address of something on the web (or of something else that ``://`` names)?"""
    scheme, found, rest = text.strip().partition("://")
    return bool(found and rest and scheme.isalpha()) and not any(map(str.isspace, text.strip()))
