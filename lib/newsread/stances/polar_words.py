"""Words that are good or bad news whoever says them (data/lexicons/polarity.csv)."""

from __future__ import annotations

from functools import cache

from newsread.lexicons import read_lexicon

LETTER = {"noun": "N", "verb": "V", "adj": "A", "adv": "A"}


@cache
def polar_words() -> dict[tuple[str, str], int]:
    """(lemma, first letter of its Universal POS) -> -1 or 1."""
    return {
        (row["word"], LETTER[row["pos"]]): int(row["polarity"]) for row in read_lexicon("polarity")
    }
