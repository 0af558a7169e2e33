"""How often a cue word in a construction was marked as an attribution: hits of total.

Counted over the train part of a public corpus by tests/benchmarks/fit_claims.py and kept in
``data/models/cue_counts.csv``; ``data/models/claim_words.csv`` has the same of the nouns that
stand as source or as content.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from math import log

from newsread.lexicons import read_lexicon
from newsread.paths import DATA

MODELS = DATA / "models"
# How many sightings of the construction at large count beside those of the cue itself.
PRIOR_STRENGTH = 8.0
# Log-odds of a cue up to which nothing else makes up for it.
HOPELESS = -2.0
# Hits and total taken for an entry of cues.csv that has no counts.
BELIEVED = (17.0, 20.0)

# construction -> the group it shares weights with (else its first word is the group)
GROUPS = {
    "that": "clause",
    "fronted": "clause",
    "aside": "clause",
    "as": "clause",
    "wh": "clause",
    "ing": "to",
    "want": "to",
    "object to": "to",
    "on to": "to",
    "passive as": "passive",
    "passive to": "passive",
    "passive that": "passive",
    "noun that": "noun clause",
    "noun to": "noun clause",
    "noun is": "noun clause",
    "adj that": "adj clause",
    "adj to": "adj clause",
    "small": "object",
}


@cache
def group_of(construction: str) -> str:
    return GROUPS.get(construction) or construction.split()[0].split("+")[0]


def _backed(seen: list[float] | None, share: float, strength: float) -> float:
    """A share of hits, with ``strength`` sightings more that had the given share."""
    hits, total = seen or (0.0, 0.0)
    return (hits + strength * share) / (total + strength)


@dataclass
class Counts:
    """Hits and totals by cue and construction, by cue, and by construction."""

    pairs: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    lemmas: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    constructions: dict[str, list[float]] = field(default_factory=dict)
    words: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    anywhere: dict[str, list[float]] = field(default_factory=dict)
    found: dict[tuple[str, str], float] = field(default_factory=dict)
    word_odds: dict[tuple[str, str], float] = field(default_factory=dict)

    def add(self, lemma: str, construction: str, hits: float, total: float) -> None:
        group = group_of(construction)
        for table, key in (
            (self.pairs, (lemma, construction)),
            (self.lemmas, (lemma, group)),
            (self.constructions, construction),
            (self.constructions, "group " + group),
            (self.anywhere, lemma),
        ):
            cell = table.setdefault(key, [0.0, 0.0])
            cell[0] += hits
            cell[1] += total

    def log_odds(self, lemma: str, construction: str) -> float:
        """Of the cue in this construction, backed by its group, backed by the construction."""
        known = self.found.get((lemma, construction))
        if known is None:
            known = self.found[lemma, construction] = self._log_odds(lemma, construction)
        return known

    def hopeful(self, lemma: str, construction: str) -> bool:
        """Whether anything else could make it a claim."""
        return self.log_odds(lemma, construction) > HOPELESS

    def _log_odds(self, lemma: str, construction: str) -> float:
        group = group_of(construction)
        share = _backed(self.constructions.get("group " + group), 0.1, 1.0)
        share = _backed(self.constructions.get(construction), share, 10.0)
        share = _backed(self.lemmas.get((lemma, group)), share, PRIOR_STRENGTH)
        share = _backed(self.pairs.get((lemma, construction)), share, PRIOR_STRENGTH)
        return log(share / (1 - share)) if 0 < share < 1 else (-6.0 if share <= 0 else 6.0)

    def speaks(self, lemma: str) -> bool:
        """Whether it is a verb of saying: it goes with clauses and quotations."""
        hits = total = 0.0
        for construction in ("fronted", "clause", "that", "quote", "aside"):
            cell = self.pairs.get((lemma, construction), (0.0, 0.0))
            hits += cell[0]
            total += cell[1]
        return hits >= 2 and hits > total / 2

    def acts(self, lemma: str) -> bool:
        """Whether it mostly puts something in somebody's mouth, whatever its construction."""
        hits, total = self.anywhere.get(lemma, (0.0, 0.0))
        return hits >= 3 and hits > 0.45 * total

    def lemma_log_odds(self, lemma: str) -> float:
        """Of the cue in any construction."""
        hits, total = self.anywhere.get(lemma, (0.0, 0.0))
        share = (hits + 1.6) / (total + 8)
        return log(share / (1 - share)) + 1.4

    def word_log_odds(self, role: str, word: str) -> float:
        """Of a word as source or as content, against that of any word."""
        known = self.word_odds.get((role, word))
        if known is None:
            known = self.word_odds[role, word] = self._word_log_odds(role, word)
        return known

    def _word_log_odds(self, role: str, word: str) -> float:
        hits, total = self.words.get((role, word), (0.0, 0.0))
        all_hits, all_total = self.words.get((role, ""), (0.0, 0.0))
        if not total or not all_total:
            return 0.0
        mean = (all_hits + 0.1) / (all_total + 1)
        share = (hits + 10 * mean) / (total + 10)
        return log(share / (1 - share)) - log(mean / (1 - mean))


@cache
def read_counts() -> Counts:
    counts = Counts()
    with (MODELS / "cue_counts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            counts.add(row["lemma"], row["construction"], float(row["hits"]), float(row["total"]))
    for row in read_lexicon("cues"):
        if not row["total"]:  # an entry nobody counted is believed
            counts.add(row["lemma"], row["frame"], *BELIEVED)
    with (MODELS / "claim_words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            counts.words[row["role"], row["word"]] = [float(row["hits"]), float(row["total"])]
    return counts
