"""The parse: true characters, sentences within paragraphs, and texts of odd kinds."""

from __future__ import annotations

import pytest
from newsread.parse import LONGEST_PIECE, _pieces, parse_text

ODD = {
    "no sentence end": "the council of the town met and the mayor spoke and " * 200,
    "one long word": "x" * 300_000,
    "one long line": "The mayor spoke. " * 600,
    "emoji": "Crowds cheered 🎉👩‍👩‍👧 as the 🚢 sailed. “Great 👍🏽,” she said.",
    "right to left": "The paper קול העיר and the daily الحياة said \u202bso\u202c on Monday.",
    "zero width": "The min\u200bister\u200d said\ufeff that no\u00adbody knew.",
    "unbalanced quotes": "“The mayor said \"no. ‘Yes, he said.” It's over\", they'd said. «Oh\n\n”",
    "surrogates": "The mayor \ud800 spoke.",
    "controls": "The mayor\x01 spoke\x0b to\x7f us.\x85Then she left.",
    "combining": "Ca\u0301fe\u0301 owners protested in Zu\u0308rich.",
    "markup": "<script>alert(1)</script> **He** said \\frac{1}{2} and <b onclick=x>left</b>.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_read_with_true_characters(text):
    parse = parse_text(text)
    assert parse.word
    clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for word, start, end in zip(parse.word, parse.start, parse.end, strict=True):
        assert word in (text[start:end], clean[start:end])
    covered = "".join(text[start:end] for start, end in zip(parse.start, parse.end, strict=True))
    assert covered == "".join(text.split())


def test_no_sentence_runs_over_a_paragraph():
    parse = parse_text("The mayor spoke and\n\nthe council listened to\n\nher")
    assert len(parse.sentences) >= 3
    for first, last in parse.sentences:
        assert parse.paragraph[first] == parse.paragraph[last]


@pytest.mark.parametrize("text", ["word " * 5000, "x" * 50_000, "A sentence ends. " * 2000])
def test_long_paragraphs_are_read_in_pieces(text):
    pieces = list(_pieces(text, 0, len(text)))
    assert len(pieces) > 1
    for piece in pieces:
        assert piece[-1][1] - piece[0][0] <= 2 * LONGEST_PIECE + 400


def test_progress_counts_every_character_once():
    done = []
    text = "The mayor spoke.\n\n" * 20
    parse_text(text, progress=done.append)
    assert sum(done) == len(text.rstrip())
