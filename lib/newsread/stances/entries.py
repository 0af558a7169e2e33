"""The entries of data/lexicons/stance.csv: a word, its frame, and what it says.

A frame is "holder slots > target slots": where in the sentence its holder stands and where its
target. A slot is a grammatical place (``subj``, ``obj``, ``poss``, ...; see slots.py) or a
preposition.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsread.lexicons import read_lexicon


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of data/lexicons/stance.csv."""

    trigger: str
    kind: str
    frame: str
    holder: tuple[str, ...]
    target: tuple[str, ...]
    act: str
    polarity: int
    strength: float
    cameo: str
    second: str


@cache
def entries() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """(kind, first word's lemma) -> entries; those of two words go first."""
    table: dict[tuple[str, str], list[Entry]] = {}
    for row in read_lexicon("stance"):
        first, _, second = row["trigger"].partition(" ")
        holder, _, target = row["frame"].partition(">")
        entry = Entry(
            row["trigger"],
            row["pos"],
            row["frame"],
            tuple(holder.split()),
            tuple(target.split()),
            row["act"],
            int(row["polarity"]),
            float(row["strength"]),
            row["cameo"],
            second,
        )
        table.setdefault((row["pos"], first), []).append(entry)
    return {key: tuple(sorted(found, key=lambda e: not e.second)) for key, found in table.items()}


@cache
def first_words() -> dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]:
    """Lemma -> its kinds with their entries: one look-up per word of the text."""
    words: dict[str, list[tuple[str, tuple[Entry, ...]]]] = {}
    for (kind, first), found in entries().items():
        words.setdefault(first, []).append((kind, found))
    return {first: tuple(found) for first, found in words.items()}


# Which kinds of entry a word with this Penn tag can be.
KINDS = {
    "V": frozenset({"verb", "adj"}),
    "N": frozenset({"noun", "role", "prefix"}),
    "J": frozenset({"adj", "role", "prefix"}),
    "I": frozenset({"prep"}),
    "R": frozenset({"prefix", "adv"}),
}
