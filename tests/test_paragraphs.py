"""Paragraphs: blank lines, single lines, and texts wrapped by hand."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsread.paragraphs import find_paragraphs

LONG = (
    "The council of the harbour town met on Monday to decide about the ferry, which has not "
    "sailed since the storm. Two members of the council said that the repairs would cost more "
    "than a new boat. The mayor promised an answer before the summer, and left the hall."
)


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_break_parts_paragraphs(newline):
    assert read(f"One.{newline}{newline} Two. {newline}Three.{newline}") == [
        "One.",
        "Two.",
        "Three.",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_lines_are_one_paragraph(width, newline):
    wrapped = textwrap.fill(LONG, width).replace("\n", newline)
    assert len(read(f"{wrapped}{newline}{newline}{wrapped}{newline}")) == 2


def test_a_paragraph_a_line_is_not_taken_for_wrapping():
    lines = ["The council met.", "It decided about the ferry, which has not sailed.", "All agreed."]
    assert read("\n".join(lines)) == lines


def test_a_headline_above_wrapped_text_stands_alone():
    assert read(f"A ferry, or none\n{textwrap.fill(LONG, 72)}")[0] == "A ferry, or none"


def test_no_text_has_no_paragraphs():
    assert read("") == read(" \n\t\r\n ") == []


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028\x0b\u00a0é🙂\u200b")))
def test_no_letter_is_lost_and_none_read_twice(text):
    spans = find_paragraphs(text)
    assert [end for pair in spans for end in pair] == sorted(end for pair in spans for end in pair)
    assert "".join("".join(read(text)).split()) == "".join(text.split())
    assert all(paragraph == paragraph.strip() and paragraph for paragraph in read(text))


@pytest.mark.parametrize("text", ["word " * 1_000_000, "Line.\n" * 100_000, "x" * 5_000_000])
def test_large_texts_take_no_time(text):
    began = time.perf_counter()
    find_paragraphs(text)
    assert time.perf_counter() - began < 10
