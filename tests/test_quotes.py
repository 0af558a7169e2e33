"""Quotation marks of all kinds, also odd ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsread.paragraphs import find_paragraphs
from newsread.quotes import find_quotations


def quoted(text):
    return [
        text[quotation.inner_start : quotation.inner_end]
        for quotation in find_quotations(text, find_paragraphs(text))
    ]


CASES = {
    "curly": ("“It rains,” she said.", ["It rains,"]),
    "straight": ('"It rains," she said. "It pours."', ["It rains,", "It pours."]),
    "single": ("‘It rains,’ she said.", ["It rains,"]),
    "straight single": ("'It rains,' she said.", ["It rains,"]),
    "guillemets": ("«It rains», she said.", ["It rains"]),
    "German": ("„It rains“, she said.", ["It rains"]),
    "two apostrophes": ("''It rains,'' she said. ''It pours.''", ["It rains,", "It pours."]),
    "LaTeX": ("``It rains,'' she said.", ["It rains,"]),
    "opened and closed alike": ("”It rains,” she said.", ["It rains,"]),
    "mixed marks": ('“It rains," she said.', ["It rains,"]),
    "one in another": (
        "“He said ‘it rains’ twice,” she said.",
        ["He said ‘it rains’ twice,", "it rains"],
    ),
    "apostrophes": ("The workers' rights aren't Mr. Hill’s concern.", []),
    "years and clipped words": ("In the ’90s they sang rock 'n' roll.", []),
    "plural genitive inside": (
        "‘The workers’ rights matter,’ she said.",
        ["The workers’ rights matter,"],
    ),
    "unclosed, in the middle": ("She said “it rains and left. He stayed.", []),
    "closing only": ("It rains,” she said.", []),
    "inches": ('The 6" pipe and the 8" pipe broke.', []),
    "several paragraphs": (
        "“It rains.\n\n“It pours.”\n\nHe left.",
        ["It rains.", "It pours."],
    ),
    "several paragraphs after a cue": (
        "She said: “It rains.\n\n“It pours.”",
        ["It rains.", "It pours."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_marks(text, expected):
    assert quoted(text) == expected


def test_the_next_paragraph_continues_only_an_open_one():
    text = "“It rains.\n\n“It pours.”\n\n“It snows.”"
    found = find_quotations(text, find_paragraphs(text))
    assert [quotation.continues for quotation in found] == [False, True, False]
    assert [quotation.closed for quotation in found] == [False, True, True]


@given(st.text(alphabet="ab .,\n“”\"'‘’«»„`", max_size=80))
def test_any_marks_give_true_spans(text):
    for quotation in find_quotations(text, find_paragraphs(text)):
        assert 0 <= quotation.start <= quotation.inner_start <= quotation.inner_end
        assert quotation.inner_end <= quotation.end <= len(text)
