"""From a file's bytes to its letters: never a letter dropped, never a guess unsaid."""

from __future__ import annotations

import codecs
import warnings

# What a file that is not plain text begins with, and what to do about it.
LOOKS_LIKE = (
    (b"%PDF", "a PDF", "Save it with the ending .pdf."),
    (
        b"PK\x03\x04",
        "a zip archive or Office document",
        "Save a Word document with the ending .docx.",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc)", "Save it as .docx or as plain text."),
    (b"{\\rtf", "a rich-text document (RTF)", "Save it as .docx or as plain text."),
    (b"\x89PNG", "a picture (PNG)", "newsread reads text, not pictures."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "newsread reads text, not pictures."),
    (b"GIF8", "a picture (GIF)", "newsread reads text, not pictures."),
    (b"\x1f\x8b", "a compressed file (gzip)", "Unpack it first."),
)
HTML = (b"<!doctype html", b"<html", b"<head", b"<?xml")

WITH_MARK = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(raw: bytes, name: str) -> str:
    """The text in ``raw``: UTF-8, or what its byte order mark or its letters show.

    Another encoding than UTF-8 is named in a warning. What cannot be text, or cannot be
    told, is a ValueError that says what it looks like and what to do.
    """
    for mark, encoding in WITH_MARK:
        if raw.startswith(mark):
            return _strictly(raw, encoding, name)
    _refuse_other_formats(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detect(raw, name, error)


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{name} says it is {encoding}, but byte {error.start} does not fit. "
            "Save it again as UTF-8 text."
        ) from None


def _refuse_other_formats(raw: bytes, name: str) -> None:
    start = raw[:512].lstrip().lower()
    for magic, what, advice in LOOKS_LIKE:
        if raw.startswith(magic):
            raise ValueError(f"{name} is not plain text: it looks like {what}. {advice}")
    if start.startswith(HTML):
        raise ValueError(
            f"{name} is not plain text: it looks like a web page (HTML). Save it with the ending .html."
        )
    if (at := raw.find(b"\0")) != -1:
        raise ValueError(
            f"{name} is not plain text: byte {at} is zero, as in a binary file. "
            "Save the article as UTF-8 text (.txt)."
        )


def _detect(raw: bytes, name: str, error: UnicodeDecodeError) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise ValueError(
            f"{name} cannot be read as text: byte {error.start} is not UTF-8, and no other "
            "encoding fits. Save it again as UTF-8."
        )
    warnings.warn(
        f"{name} is not UTF-8 (byte {error.start}); read as {best.encoding}. "
        "If letters look wrong, save it again as UTF-8.",
        stacklevel=4,
    )
    return str(best)
