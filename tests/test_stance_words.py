"""Word lists behind the stance rules: without an entry, its example reads otherwise."""

from __future__ import annotations

import pytest
from newsread import find_actors, find_claims, find_mentions, lexicons
from newsread.lexicons import read_lexicon
from newsread.stances import contents, demands, polarity, roles, slots, triggers, weakening
from newsread.stances.finding import find_rows
from newsread.stances.polarity import features
from newsread.stances.triggers import find_firings

USES = {
    contents.RELAYS,
    demands.GIVES_UP,
    polarity.SAYS,
    roles.MOVES_AFTER,
    slots.UNDOES,
    triggers.MOVES_OTHERS,
    triggers.RECEIVES,
    weakening.UNDONE[1],  # the uses before it belong to the claims, too, and are tested there
    weakening.OPEN[1],
}
OWN = [row for row in read_lexicon("verb_uses") if row["use"] in USES]
CACHED = (lexicons.words_for, weakening._verbs, roles._moves_after)


@pytest.fixture
def without(monkeypatch):
    """Takes an entry out of a lexicon."""
    every = read_lexicon

    def take_out(name: str, entry: dict) -> None:
        monkeypatch.setattr(
            lexicons,
            "read_lexicon",
            lambda asked: tuple(r for r in every(asked) if asked != name or r != entry),
        )
        for function in CACHED:
            function.cache_clear()

    yield take_out
    monkeypatch.undo()
    for function in CACHED:
        function.cache_clear()


def read(article, mentions, claims) -> tuple:
    """All that the rules see in an article."""
    parse = article.parse
    names = [i for i, tag in enumerate(parse.tag) if tag == "NNP"]
    return (
        list(find_firings(parse)),
        [list(features(parse, i, i)) for i in names],
        find_rows(article, mentions, claims),
    )


@pytest.mark.parametrize("entry", OWN, ids=lambda entry: f"{entry['verb']}: {entry['use']}")
def test_without_the_entry_its_example_reads_otherwise(reading, without, entry):
    article = reading(entry["example"])
    mentions = find_mentions(article, find_actors(article))
    claims = find_claims(article, mentions)
    with_it = read(article, mentions, claims)
    without("verb_uses", entry)
    assert read(article, mentions, claims) != with_it
