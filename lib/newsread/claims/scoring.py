"""How likely a candidate is a claim: a sum of weights that a reader can look up.

Two tables, both counted over the train part of a public corpus by
tests/benchmarks/fit_claims.py: ``data/models/cue_counts.csv`` says how often a cue word in a
construction was marked as an attribution (hits of total); ``data/models/claim_weights.csv``
gives every feature of a candidate its weight in log-odds.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from math import exp, log

from newsread.claims.acts import listed_act
from newsread.claims.cues import Candidate
from newsread.lexicons import read_lexicon
from newsread.paths import DATA
from newsread.tree import Parse

MODELS = DATA / "models"
# How many sightings of the construction at large count beside those of the cue itself.
PRIOR_STRENGTH = 8.0
# Hits and total taken for an entry of cues.csv that has no counts.
BELIEVED = (17.0, 20.0)
SIGHTINGS = (0, 2, 6, 20)
SHORT = 2
# "denies this" is a claim where "shows this" is none.
TAKES_SIDES = frozenset(("agree", "deny", "doubt", "oppose", "support"))
LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40)

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
    features: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)

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


@cache
def read_weights() -> dict[str, float]:
    with (MODELS / "claim_weights.csv").open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def probability(features: dict[str, float], weights: dict[str, float]) -> float:
    total = 0.0
    for name, value in features.items():
        if name in weights:
            total += weights[name] * value
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


# ---------------------------------------------------------------- features

PRONOUNS = {
    "i": "I", "we": "we", "you": "you", "he": "he", "she": "he", "they": "they", "it": "it",
    "who": "who", "which": "which", "that": "which", "what": "which", "this": "it", "one": "one",
    "my": "I", "our": "we", "your": "you", "his": "he", "her": "he", "their": "they", "its": "it",
    "some": "some", "many": "some", "others": "some", "those": "some", "few": "some",
    "most": "some", "both": "some", "all": "some", "everyone": "some", "people": "some",
    "there": "there",
}  # fmt: skip
MODALS = {
    "would": "would", "could": "could", "can": "could", "may": "could", "might": "could",
    "will": "will", "'ll": "will", "wo": "will", "should": "should", "must": "should",
    "ought": "should", "shall": "will", "'d": "would", "to": "to",
}  # fmt: skip
CONDITIONS = frozenset(("if", "unless", "whether", "when", "until", "before", "after", "because"))


@dataclass
class Surroundings:
    """What the features need to know of the article, one entry per word."""

    label: list[str]
    quoted: list[bool]
    headline: list[bool]
    sure: list[int] = field(default_factory=list)  # sure cues before this word
    within: list[bool] = field(default_factory=list)  # inside what a sure cue holds
    speakers: Counter[str] = field(default_factory=Counter)  # sure cues of each source word
    rival: dict[int, list[tuple[float, Candidate]]] = field(default_factory=dict)


# The prior log-odds from which a cue is called sure.
SURE = 0.0
# Below this one nothing else makes up for it.
HOPELESS = -2.0


def look_around(
    parse: Parse, around: Surroundings, candidates: list[Candidate], counts: Counts
) -> None:
    """Note for all candidates together what each one needs to know of the others."""
    around.rival = {}
    around.speakers = Counter()
    around.within = [False] * len(parse)
    cues = [0] * (len(parse) + 1)
    for candidate in candidates:
        prior = counts.log_odds(candidate.lemma, candidate.construction)
        if prior <= HOPELESS:
            continue
        around.rival.setdefault(candidate.cue, []).append((prior, candidate))
        if prior > SURE:
            if candidate.source_head >= 0 and not cues[candidate.cue + 1]:
                around.speakers[parse.lower[candidate.source_head]] += 1
            cues[candidate.cue + 1] = 1
            for first, last in candidate.content:
                around.within[first : last + 1] = [True] * (last + 1 - first)
    total = 0
    for i, one in enumerate(cues):
        total += one
        cues[i] = total
    around.sure = cues


def surroundings(parse: Parse, speeches) -> Surroundings:
    label = [""] * len(parse)
    for first, last, name in parse.entities:
        label[first : last + 1] = [name] * (last + 1 - first)
    quoted = [False] * len(parse)
    for speech in speeches:
        for first, last in speech.pieces:
            quoted[first : last + 1] = [True] * (last + 1 - first)
    headline: list[bool] = []
    for first, last in parse.sentences:
        words = [i for i in range(first, last + 1) if parse.word[i][:1].isalpha()]
        upper = sum(parse.word[i][:1].isupper() for i in words)
        headline.extend([len(words) > 2 and upper > 0.7 * len(words)] * (last + 1 - first))
    return Surroundings(label, quoted, headline)


def kind_of_source(parse: Parse, around: Surroundings, head: int) -> str:
    if head < 0:
        return "none"
    lower = parse.lower[head]
    if lower in PRONOUNS:
        return PRONOUNS[lower]
    label = around.label[head]
    if parse.pos[head] == "PROPN":
        return label or "name"
    if parse.pos[head] == "NOUN":
        return "noun"
    return "other"


def _of_cue(lemma: str, construction: str, counts: Counts) -> dict[str, float]:
    """The features that every candidate of this cue in this construction has."""
    known = counts.features.get((lemma, construction))
    if known is None:
        group = group_of(construction)
        prior = counts.log_odds(lemma, construction)
        sightings = counts.lemmas.get((lemma, group), (0.0, 0.0))[1]
        seen = next((n for n in SIGHTINGS if sightings <= n), "more")
        act = listed_act(lemma, construction)
        known = counts.features[lemma, construction] = {
            "": 1.0,
            "cue": prior,
            f"cue {group}": prior,
            f"is {construction}": 1.0,
            f"group {group}": 1.0,
            f"{group} seen {seen}": 1.0,
            f"{group} act {act[0] if act else 'unlisted'}": 1.0,
            "lemma": counts.lemma_log_odds(lemma),
        }
    return known


def features_of(
    parse: Parse, candidate: Candidate, around: Surroundings, counts: Counts
) -> dict[str, float]:
    """The candidate as named numbers; each has a weight in claim_weights.csv."""
    construction = candidate.construction
    group = group_of(construction)
    cue = candidate.cue
    verb = candidate.governor if candidate.governor >= 0 else cue
    source = candidate.source_head
    head = candidate.content_head
    found = _of_cue(candidate.lemma, construction, counts).copy()
    prior = found["cue"]
    kind = kind_of_source(parse, around, source)
    found[f"source {kind}"] = 1.0
    found[f"{group} source {kind}"] = 1.0
    found[f"cue source {kind}"] = prior
    if source >= 0:
        own = around.sure[cue + 1] - around.sure[cue]
        if around.speakers[parse.lower[source]] > own:
            found["speaks elsewhere"] = 1.0
            found[f"{group} speaks elsewhere"] = 1.0
    if kind == "noun":
        found["source word"] = counts.word_log_odds("source", parse.lemma[source].lower())
    length = sum(last - first + 1 for first, last in candidate.content)
    bucket = next((n for n in LENGTHS if length <= n), 99)
    found[f"{group} length {bucket}"] = 1.0
    if length <= SHORT and group == "object":
        act = listed_act(candidate.lemma, construction)
        if act and act[0] in TAKES_SIDES:
            found["short but takes sides"] = 1.0
    if any(around.quoted[first] or around.quoted[last] for first, last in candidate.content):
        found["quotation"] = 1.0
        found[f"{group} quotation"] = 1.0
    if around.quoted[cue]:
        found["cue in quotation"] = 1.0
    if around.headline[cue]:
        found["headline"] = 1.0
    found[f"hangs {parse.dep[verb]}"] = 1.0
    found[f"{group} hangs {parse.dep[verb]}"] = 1.0
    found[f"{group} form {parse.tag[verb]}"] = 1.0
    for k in parse.children[verb]:
        dep = parse.dep[k]
        if dep == "aux":
            if parse.lower[k] in MODALS:
                found[f"aux {MODALS[parse.lower[k]]}"] = 1.0
        elif dep == "neg":
            found["negated"] = 1.0
            found[f"{group} negated"] = 1.0
        elif dep in ("mark", "advmod") and k < verb and parse.lower[k] in CONDITIONS:
            found["condition"] = 1.0
    if candidate.governor >= 0:
        found[f"{group} governor {parse.lemma[verb]}"] = 1.0
    if head >= 0 and group in CONTENT_COUNTS:
        content_kind = kind_of_source(parse, around, head)
        found[f"{group} content {content_kind}"] = 1.0
        if content_kind == "noun":
            found["content word"] = counts.word_log_odds("content", parse.lemma[head].lower())
    if around.within[cue]:
        found["within sure"] = 1.0
    holds = sum(around.sure[last + 1] - around.sure[first] for first, last in candidate.content)
    if holds:
        found["holds sure"] = 1.0
        found[f"{group} holds sure"] = 1.0
        if holds > 1:
            found["holds sure more"] = 1.0
    rivals = around.rival.get(cue, ())
    if len(rivals) > 1:
        best = max((other for other, one in rivals if one is not candidate), default=-9.0)
        found[f"rival {max(-4, min(2, round(best - prior)))}"] = 1.0
        found[f"{group} rival {best > prior}"] = 1.0
    else:
        found["rival none"] = 1.0
        found[f"{group} rival none"] = 1.0
    if candidate.addressee >= 0:
        found[f"{group} addressee"] = 1.0
    if parse.word[parse.sentences[parse.sent[cue]][1]] == "?":
        found["question"] = 1.0
    return found


CONTENT_COUNTS = frozenset(("object", "prep", "passive", "gap", "noun", "adj"))
