"""Trigger frames, on the parse alone."""

from __future__ import annotations

import pytest
from newsread import Article
from newsread.lexicons import read_lexicon
from newsread.parse import parse_text
from newsread.stances.acts import VOICE
from newsread.stances.entries import entries
from newsread.stances.slots import SLOTS
from newsread.stances.triggers import find_firings

ROWS = read_lexicon("stance")


@pytest.fixture(scope="module")
def fired():
    """All examples of the lexicon, read in one go: paragraph -> what fired there."""
    article = Article(id="examples", text="\n\n".join(row["example"] for row in ROWS))
    found: dict[int, list] = {}
    for firing in find_firings(article.parse):
        found.setdefault(article.parse.paragraph[firing.token], []).append(firing)
    return found


def test_every_entry_fires_on_its_own_example(fired):
    silent = [
        (row["trigger"], row["frame"], row["example"])
        for number, row in enumerate(ROWS)
        if not any(
            (f.entry.trigger, f.entry.kind, f.entry.frame)
            == (row["trigger"], row["pos"], row["frame"])
            and (f.holders or f.entry.holder == VOICE)
            and (f.targets or not f.entry.target)
            for f in fired.get(number, ())
        )
    ]
    assert not silent


def test_frames_name_places_that_are_known():
    for found in entries().values():
        for entry in found:
            assert entry.holder
            assert entry.polarity in (-1, 0, 1)
            assert 0 < entry.strength <= 1
            assert all(slot in SLOTS or slot.isalpha() for slot in entry.holder + entry.target)


@pytest.mark.parametrize(
    ("text", "trigger", "word", "sign"),
    [
        ("Mr. Lake condemned the attack on Ms. Hill.", "condemn", "Hill", -1),
        ("Mr. Lake condemned the plan of Ms. Hill.", "condemn", "Hill", 1),
        ("Mr. Lake praised Ms. Hill's speech.", "praise", "Hill", 1),
        ("Mr. Lake accused the guards of attacking Ms. Hill.", "attack", "Hill", 1),
    ],
)
def test_what_is_said_of_a_phrase_is_passed_on_inside_it(reading, text, trigger, word, sign):
    parse = reading(text).parse
    (firing,) = (
        f for f in find_firings(parse) if f.entry.trigger == trigger and f.entry.kind == "verb"
    )
    assert sign in {r.sign for r in firing.targets if parse.word[r.token] == word}


def test_a_long_list_is_reached_but_not_without_end():
    parse = parse_text("Mr. Lake praised " + ", ".join(["Ms. Hill"] * 400) + " and Mr. Stone.")
    reached = [len(firing.targets) for firing in find_firings(parse)]
    assert reached and max(reached) < 100
