"""From bytes to letters: never one dropped, never a guess unsaid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsread.decode import decode, decode_page

ENGLISH = "The café’s owner said: “We pay €5 – no more.” His naïve neighbour agreed with him. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_is_marked_or_utf8_is_read_without_a_word(encoding):
    assert decode(ENGLISH.encode(encoding), "a.txt") == ENGLISH


def test_windows_letters_are_read_and_it_is_said():
    with pytest.warns(UserWarning, match=r"a\.txt is not UTF-8 \(byte 7\); read as cp1252"):
        assert decode(ENGLISH.encode("cp1252"), "a.txt") == ENGLISH


def test_other_encodings_are_detected_and_it_is_said():
    text = "Władze miasta ogłosiły, że biblioteka zostanie zamknięta. Żaden radny się nie zgodził. "
    with pytest.warns(UserWarning, match="read as "):
        assert decode((text * 5).encode("cp1250"), "a.txt") == text * 5


def test_a_broken_letter_in_utf8_is_an_error_with_its_place():
    raw = ENGLISH.encode()
    at = raw.index("é".encode()) + 1
    with pytest.raises(ValueError, match=rf"a\.txt is damaged: .*byte {at - 1} does not fit"):
        decode(raw[:at] + raw[at + 1 :], "a.txt")


def test_a_mark_that_does_not_fit_is_an_error_with_its_place():
    with pytest.raises(ValueError, match="says it is utf-16, but byte"):
        decode(b"\xff\xfeabc", "a.txt")


@pytest.mark.parametrize(
    "raw, looks_like",
    [
        (b"%PDF-1.7 ...", "a PDF. Save it with the ending .pdf"),
        (b"PK\x03\x04...", "Office document. Save a Word document with the ending .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", r"an old Office document \(.doc\)"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\n  <HTML><body>", "web page"),
        (b"\xef\xbb\xbf<html>", "web page"),
        (b"\x02\x03data" * 9, "looks like a binary file .18 of its 54 bytes"),
        (b"text\x00text", "byte 4 is zero, as in a binary file"),
    ],
)
def test_what_is_no_text_is_named(raw, looks_like):
    with pytest.raises(ValueError, match=rf"a\.txt is not plain text.*{looks_like}"):
        decode(raw, "a.txt")


@given(st.text(alphabet=st.characters(exclude_characters="\0", codec="utf-8")))
def test_any_text_in_utf8_comes_back_or_is_refused(text):
    try:
        assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")
    except ValueError as error:
        assert "looks like" in str(error)  # such as a text that begins with %PDF


@pytest.mark.parametrize(
    "raw, charset",
    [
        (ENGLISH.encode("cp1252"), "windows-1252"),
        (b'<meta charset="iso-8859-1">' + ENGLISH.encode("cp1252"), None),
        (
            b"<meta http-equiv=x content='text/html; charset=cp1252'>" + ENGLISH.encode("cp1252"),
            None,
        ),
        (b'<?xml version="1.0" encoding="cp1252"?>' + ENGLISH.encode("cp1252"), None),
        (b'<meta charset="iso-8859-1">' + ENGLISH.encode(), None),
        (ENGLISH.encode("utf-16"), None),
    ],
)
def test_pages_are_read_as_they_say_they_are(raw, charset):
    assert decode_page(raw, "a.html", charset).endswith(ENGLISH)


def test_a_page_with_an_unknown_charset_is_detected():
    with pytest.warns(UserWarning, match="read as cp1252"):
        assert decode_page(ENGLISH.encode("cp1252"), "a.html", "no-such-thing") == ENGLISH
