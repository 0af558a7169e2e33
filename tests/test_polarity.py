"""How a sentence speaks of somebody in it."""

from __future__ import annotations

import pytest
from newsread import Article
from newsread.lexicons import read_lexicon
from newsread.stances.polar_words import LETTER, polar_words
from newsread.stances.polarity import features, toward, weights
from newsread.stances.triggers import find_firings

ROWS = read_lexicon("polarity")


def test_every_polar_word_is_known_in_its_own_example():
    article = Article(id="examples", text="\n\n".join(row["example"] for row in ROWS))
    parse = article.parse
    seen: dict[int, set] = {}
    for i, lemma in enumerate(parse.lemma):
        seen.setdefault(parse.paragraph[i], set()).add((lemma.lower(), parse.pos[i][0]))
    silent = [
        row["word"]
        for number, row in enumerate(ROWS)
        if (row["word"], LETTER[row["pos"]]) not in seen[number]
    ]
    assert not silent
    assert set(polar_words().values()) == {-1, 1}


@pytest.mark.parametrize(
    ("text", "target", "polarity"),
    [
        ("Lake is a brilliant and generous leader.", "Lake", 1),
        ("Lake is a corrupt and cruel leader.", "Lake", -1),
        ("Lake was accused of fraud and bribery.", "Lake", -1),
        ("Lake won praise for his courage.", "Lake", 1),
        ("Lake met Hill in the town on Monday.", "Hill", 0),
    ],
)
def test_words_count_by_their_place(reading, text, target, polarity):
    parse = reading(text).parse
    start = text.index(target)
    word = parse.token_at(start)
    assert toward(parse, word, word, list(find_firings(parse))).polarity == polarity


def test_the_answer_names_its_words(reading):
    parse = reading("Lake is a corrupt leader.").parse
    assert "corrupt" in dict(toward(parse, 0, 0).words)


def test_only_the_words_asked_for_count(reading):
    parse = reading("Lake waited and the corrupt guard ran.").parse
    assert not dict(toward(parse, 0, 0, within=range(0, 2)).words).get("corrupt")


def test_the_weights_are_features_that_can_be_read(reading):
    known = {name for name, _, _ in features(reading("Lake is a corrupt leader.").parse, 0, 0)}
    assert known & weights().keys()
    assert all(len(pair) == 2 for pair in weights().values())
