"""Names: where they stand, and of what kind they are."""

from __future__ import annotations

import pytest
from newsread.actors.names import find_names


def names_of(reading, text):
    return [(name.form, name.kind) for name in find_names(reading(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ann Lee met Mr Ray.", [("Ann Lee", "person"), ("Ray", "person")]),
        ("The Bank of Norway raised rates.", [("Bank of Norway", "organization")]),
        ("Norway's Prime Minister Ann Lee left.", [("Norway", "state"), ("Ann Lee", "person")]),
        (
            "He joined the Council for the Protection of Birds.",
            [("Council for the Protection of Birds", "organization")],
        ),
        (
            "Talks between North and South Korea began.",
            [("North", "place"), ("South Korea", "state")],
        ),
        ("She spoke of Islam in May.", []),
        ("The Clean Air Act passed.", []),
        ("Nurses left St Brigid's Hospital.", [("St Brigid's Hospital", "organization")]),
        ("St Thomas' Hospital was shut.", [("St Thomas' Hospital", "organization")]),
        ("Levi's did not comment.", [("Levi's", "organization")]),
        ("Norway's Parliament met.", [("Norway", "state"), ("Parliament", "organization")]),
        ("Talks resume over the Easter weekend.", []),
        ("The ship HMS Kedran left.", []),
        (
            "Acme Holdings fell. The Acme Holdings Prize is gone.",
            [("Acme Holdings", "organization")] * 2,
        ),
        (
            "Mayor of Millbrook Ann Lindqvist left.",
            [("Millbrook", "place"), ("Ann Lindqvist", "person")],
        ),
        ("The mayor of Millbrook left.", [("Millbrook", "place")]),
        ("Residents' group Save Our Marsh sued.", [("Save Our Marsh", "organization")]),
        ("The U.S. and the U.K. agreed.", [("U.S.", "state"), ("U.K.", "state")]),
    ],
)
def test_names(reading, text, expected):
    assert names_of(reading, text) == expected


def test_a_name_found_once_is_found_everywhere(reading):
    text = "Marit Solbakken, a doctor, left. Later solbakken was a word, but Solbakken came back."
    assert [form for form, _ in names_of(reading, text)] == ["Marit Solbakken", "Solbakken"]


def test_names_in_a_headline_of_capitals(reading):
    text = "NORWAY BEATS SOLBAKKEN TEAM IN FINAL MATCH\n\nMarit Solbakken lost to Norway on Monday."
    assert [form for form, _ in names_of(reading, text)][:2] == ["Norway", "Solbakken"]


def test_a_name_ends_with_its_line(reading):
    names = [form for form, _ in names_of(reading, "1. Ann Lee\n2. Tom Ray\n3. Eva Holm")]
    assert names == ["Ann Lee", "Tom Ray", "Eva Holm"]
