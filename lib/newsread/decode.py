"""From a file's bytes to its letters: never a letter dropped, never a guess unsaid."""

from __future__ import annotations

import codecs
import re
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
HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--")
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)|encoding\s*=\s*["']([\w.:-]+)""", re.I)

# Beyond ASCII, English news has marks and the letters of foreign names, and few of them.
USUAL = frozenset(
    "‘’“”–—…€£©®°•· §½¼¾²™«»áàâäãåçéèêëíìîïñóòôöõøúùûüýÿæœßÁÀÂÄÃÅÇÉÈÊËÍÎÑÓÔÖÕØÚÛÜÝÆŒŠšŽž\xa0"
)
# What no text has many of: control characters besides tabs, line and page breaks, escapes.
CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\v\f\r\x1b")
MOST_CONTROLS = 0.1
MOST_ODD = 0.06
FEW_ODD = 3

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
            text = _strictly(raw, encoding, name)
            _refuse(text[:512].encode("utf-8", "replace"), name)
            return text
    _refuse(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detect(raw, name, error)


def decode_page(raw: bytes, name: str, charset: str | None = None) -> str:
    """A web page's letters: by its byte order mark, UTF-8, what it says it is, or detected.

    ``charset`` is what the server said. UTF-8 goes first because nothing else looks like it.
    """
    for mark, encoding in WITH_MARK:
        if raw.startswith(mark):
            return _strictly(raw, encoding, name)
    _refuse(raw, name, html=True)
    said = [charset, *(_name(found) for found in CHARSET.finditer(raw[:4096]))]
    for encoding in ("utf-8", *filter(None, said)):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as at:
            error = at
        except LookupError:
            continue
    return _detect(raw, name, error)


def _name(found: re.Match[bytes]) -> str:
    """The encoding a page names; browsers read the first two as the third, which holds them."""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    return "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name


def looks_like_html(raw: bytes) -> bool:
    return raw[:512].removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(HTML)


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{name} says it is {encoding}, but byte {error.start} does not fit. "
            "Save it again as UTF-8 text."
        ) from None


def _refuse(raw: bytes, name: str, html: bool = False) -> None:
    """Raise for what is no text at all, and (unless ``html``) for a web page."""
    kind = "a web page" if html else "plain text"
    for magic, what, advice in LOOKS_LIKE:
        if raw.startswith(magic):
            raise ValueError(f"{name} is not {kind}: it looks like {what}. {advice}")
    if not html and looks_like_html(raw):
        raise ValueError(
            f"{name} is not plain text: it looks like a web page (HTML). "
            "Save it with the ending .html."
        )
    if (at := raw.find(b"\0")) != -1:
        raise ValueError(
            f"{name} is not {kind}: byte {at} is zero, as in a binary file. "
            "Save the article as UTF-8 text (.txt)."
        )
    controls = len(raw) - len(raw.translate(None, CONTROLS))
    if controls > MOST_CONTROLS * len(raw):
        raise ValueError(
            f"{name} is not {kind}: it looks like a binary file ({controls} of its {len(raw)} "
            "bytes are control characters). Save the article as UTF-8 text (.txt)."
        )


def _detect(raw: bytes, name: str, error: UnicodeDecodeError) -> str:
    if _mostly_utf8(raw):
        raise ValueError(
            f"{name} is damaged: it is UTF-8 text, but byte {error.start} does not fit. "
            "Save it again as UTF-8."
        )
    text, encoding = _western(raw) or _by_letters(raw) or ("", "")
    if not encoding:
        raise ValueError(
            f"{name} cannot be read as text: byte {error.start} is not UTF-8, and no other "
            "encoding fits. Save it again as UTF-8."
        )
    warnings.warn(
        f"{name} is not UTF-8 (byte {error.start}); read as {encoding}. "
        "If letters look wrong, save it again as UTF-8.",
        stacklevel=5,
    )
    return text


def _mostly_utf8(raw: bytes) -> bool:
    """Are there more whole letters of UTF-8 than broken ones? No other encoding has many."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not letter.isascii() for letter in text) > 2 * broken


def _western(raw: bytes) -> tuple[str, str] | None:
    """Windows' English encoding, where the few letters beyond ASCII are the usual ones."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    odd = [letter for letter in text if not letter.isascii()]
    letters = sum(map(str.isalpha, odd))
    if letters <= FEW_ODD + MOST_ODD * len(text) and USUAL.issuperset(odd):
        return text, "cp1252"
    return None


def _by_letters(raw: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    return None if best is None else (str(best), best.encoding)
