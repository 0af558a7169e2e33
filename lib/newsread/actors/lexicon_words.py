"""What single words tell about actors, from data/lexicons/actor_cues.csv and noun_uses.csv."""

from __future__ import annotations

from functools import cache

from newsread.lexicons import read_lexicon, words_for


def cue_words(tells: str) -> frozenset[str]:
    """The words of ``actor_cues.csv`` that tell this: "time", "person by kin", …"""
    return words_for("actor_cues", tells)


@cache
def never_names() -> frozenset[str]:
    """Words in capitals that name nobody: days, months, feasts."""
    return cue_words("time") | cue_words("nobody")


def nouns_for(use: str) -> frozenset[str]:
    """The nouns of ``noun_uses.csv`` with this use: "anyone of its kind", "the other one", …"""
    return words_for("noun_uses", use)


@cache
def near_synonyms() -> dict[str, frozenset[str]]:
    """Noun -> the nouns that may take it up when they have the same owner."""
    uses = dict.fromkeys(row["use"] for row in read_lexicon("noun_uses"))
    families = [nouns_for(use) for use in uses if use.startswith("those who ")]
    return {noun: family for family in reversed(families) for noun in family}
