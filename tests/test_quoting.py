"""Whose words stand inside quotation marks."""

from __future__ import annotations

import pytest
from newsread.actors.quoting import Quoted


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("“We will wait,” Ann Lee said.", "wait", "Lee"),
        ("Ann Lee said: “We will wait.”", "wait", "Lee"),
        ("According to Ann Lee, “we will wait”.", "wait", "Lee"),
        ("“We will wait.” Ann Lee said so in Oslo.", "wait", "Lee"),
        ("They spoke of “a long wait” in Oslo.", "wait", None),
        ("Ann Lee will wait.", "wait", None),
    ],
)
def test_speaker(reading, text, word, speaker):
    article = reading(text)
    parse = article.parse
    quoted = Quoted(article.quotations, parse)
    found = quoted.speaker(parse.word.index(word))
    assert (parse.word[found] if found >= 0 else None) == speaker
