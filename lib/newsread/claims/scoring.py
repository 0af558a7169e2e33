"""How likely a candidate is a claim: a sum of weights that a reader can look up.

``data/models/claim_weights.csv``, fitted by tests/benchmarks/fit_claims.py, gives every feature
of a candidate its weight in log-odds. Most features go by the group of the candidate's
construction: "object source he" is the weight of a "he" (or "she") as the source of a verb with
a noun, on top of "source he", which counts for all.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from math import exp

from newsread.claims.acts import listed_act
from newsread.claims.candidate import Candidate
from newsread.claims.counts import MODELS, Counts, group_of, read_counts
from newsread.claims.surroundings import Surroundings, kind_of_source
from newsread.tree import Parse

SIGHTINGS = (0, 2, 6, 20)
SHORT = 2
# "denies this" is a claim where "shows this" is none.
TAKES_SIDES = frozenset(("agree", "deny", "doubt", "oppose", "support"))
LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40)
LONGER = 99
BUCKETS = [next((n for n in LENGTHS if length <= n), LONGER) for length in range(LENGTHS[-1] + 2)]
MODALS = {
    "would": "would", "could": "could", "can": "could", "may": "could", "might": "could",
    "will": "will", "'ll": "will", "wo": "will", "should": "should", "must": "should",
    "ought": "should", "shall": "will", "'d": "would", "to": "to",
}  # fmt: skip
CONDITIONS = frozenset(("if", "unless", "whether", "when", "until", "before", "after", "because"))
# What stands as the content is looked at in these groups.
CONTENT_COUNTS = frozenset(("object", "prep", "passive", "gap", "noun", "adj"))

# What is observed -> the features it gives: {group} of the construction, {what} was seen.
FEATURES = {
    "construction": ("is {what}", "group {group}"),
    "seen": ("{group} seen {what}",),
    "act": ("{group} act {what}",),
    "source": ("source {what}", "{group} source {what}"),
    "cue source": ("cue source {what}",),
    "speaks elsewhere": ("speaks elsewhere", "{group} speaks elsewhere"),
    "source word": ("source word",),
    "length": ("{group} length {what}",),
    "short": ("short but takes sides",),
    "quotation": ("quotation", "{group} quotation"),
    "cue in quotation": ("cue in quotation",),
    "headline": ("headline",),
    "hangs": ("hangs {what}", "{group} hangs {what}"),
    "form": ("{group} form {what}",),
    "aux": ("aux {what}",),
    "negated": ("negated", "{group} negated"),
    "condition": ("condition",),
    "governor": ("{group} governor {what}",),
    "content": ("{group} content {what}",),
    "content word": ("content word",),
    "within sure": ("within sure",),
    "holds sure": ("holds sure", "{group} holds sure"),
    "holds more": ("holds sure more",),
    "rival": ("rival {what}",),
    "rival better": ("{group} rival {what}",),
    "addressee": ("{group} addressee",),
    "question": ("question",),
    "cue": ("cue", "cue {group}"),
    "lemma": ("lemma",),
    "any": ("",),
}


@dataclass(slots=True)
class Observed:
    """What is seen of a candidate: plain observations, and those that have a size."""

    group: str
    plain: list[tuple[str, object]] = field(default_factory=list)
    sized: list[tuple[str, object, float]] = field(default_factory=list)


def _of_cue(lemma: str, construction: str, counts: Counts) -> Observed:
    """What every candidate of this cue in this construction has."""
    group = group_of(construction)
    sightings = counts.lemmas.get((lemma, group), (0.0, 0.0))[1]
    seen = next((n for n in SIGHTINGS if sightings <= n), "more")
    act = listed_act(lemma, construction)
    return Observed(
        group,
        [
            ("any", ""),
            ("construction", construction),
            ("seen", seen),
            ("act", act[0] if act else "unlisted"),
        ],
        [
            ("cue", "", counts.log_odds(lemma, construction)),
            ("lemma", "", counts.lemma_log_odds(lemma)),
        ],
    )


def _of_place(parse: Parse, candidate: Candidate, around: Surroundings, counts: Counts) -> Observed:
    """What is seen of this candidate where it stands."""
    group = group_of(candidate.construction)
    observed = Observed(group)
    plain = observed.plain
    cue = candidate.cue
    prior = counts.log_odds(candidate.lemma, candidate.construction)
    _observe_source(parse, candidate, around, counts, prior, observed)
    _observe_content(parse, candidate, around, counts, observed)
    _observe_verb(parse, candidate, plain)
    if around.quoted[cue]:
        plain.append(("cue in quotation", ""))
    if around.headline[parse.sent[cue]]:
        plain.append(("headline", ""))
    if around.within[cue]:
        plain.append(("within sure", ""))
    rivals = around.rival.get(cue, ())
    if len(rivals) > 1:
        best = max((other for other, one in rivals if one is not candidate), default=-9.0)
        plain.append(("rival", max(-4, min(2, round(best - prior)))))
        plain.append(("rival better", best > prior))
    else:
        plain.append(("rival", "none"))
        plain.append(("rival better", "none"))
    if candidate.addressee >= 0:
        plain.append(("addressee", ""))
    if parse.word[parse.sentences[parse.sent[cue]][1]] == "?":
        plain.append(("question", ""))
    return observed


def _observe_source(
    parse: Parse,
    candidate: Candidate,
    around: Surroundings,
    counts: Counts,
    prior: float,
    observed: Observed,
) -> None:
    source, cue = candidate.source_head, candidate.cue
    kind = kind_of_source(parse, around, source)
    observed.plain.append(("source", kind))
    observed.sized.append(("cue source", kind, prior))
    if source < 0:
        return
    own = around.sure[cue + 1] - around.sure[cue]
    if around.speakers.get(parse.lower[source], 0) > own:
        observed.plain.append(("speaks elsewhere", ""))
    if kind == "noun":
        size = counts.word_log_odds("source", parse.lemma[source].lower())
        observed.sized.append(("source word", "", size))


def _observe_content(
    parse: Parse, candidate: Candidate, around: Surroundings, counts: Counts, observed: Observed
) -> None:
    plain, group, head = observed.plain, observed.group, candidate.content_head
    sure, quoted = around.sure, around.quoted
    length = holds = 0
    quotation = False
    for first, last in candidate.content:
        length += last - first + 1
        holds += sure[last + 1] - sure[first]
        quotation = quotation or quoted[first] or quoted[last]
    plain.append(("length", BUCKETS[length] if length < len(BUCKETS) else LONGER))
    if length <= SHORT and group == "object":
        act = listed_act(candidate.lemma, candidate.construction)
        if act and act[0] in TAKES_SIDES:
            plain.append(("short", ""))
    if quotation:
        plain.append(("quotation", ""))
    if head >= 0 and group in CONTENT_COUNTS:
        kind = kind_of_source(parse, around, head)
        plain.append(("content", kind))
        if kind == "noun":
            size = counts.word_log_odds("content", parse.lemma[head].lower())
            observed.sized.append(("content word", "", size))
    if holds:
        plain.append(("holds sure", ""))
        if holds > 1:
            plain.append(("holds more", ""))


def _observe_verb(parse: Parse, candidate: Candidate, plain: list[tuple[str, object]]) -> None:
    verb = candidate.governor if candidate.governor >= 0 else candidate.cue
    plain.append(("hangs", parse.dep[verb]))
    plain.append(("form", parse.tag[verb]))
    begin = len(plain)
    for k in parse.children[verb]:
        dep, word = parse.dep[k], parse.lower[k]
        if dep == "aux":
            one = ("aux", MODALS[word]) if word in MODALS else None
        elif dep == "neg":
            one = ("negated", "")
        elif (dep == "mark" or dep == "advmod") and k < verb and word in CONDITIONS:
            one = ("condition", "")
        else:
            continue
        if one and one not in plain[begin:]:
            plain.append(one)
    if candidate.governor >= 0:
        plain.append(("governor", parse.lemma[verb]))


def _names(group: str, aspect: str, what: object) -> list[str]:
    return [name.format(group=group, what=what) for name in FEATURES[aspect]]


def features_of(
    parse: Parse, candidate: Candidate, around: Surroundings, counts: Counts
) -> dict[str, float]:
    """The candidate as named numbers; each has a weight in claim_weights.csv."""
    found: dict[str, float] = {}
    for observed in (
        _of_cue(candidate.lemma, candidate.construction, counts),
        _of_place(parse, candidate, around, counts),
    ):
        for aspect, what in observed.plain:
            for name in _names(observed.group, aspect, what):
                found[name] = 1.0
        for aspect, what, size in observed.sized:
            for name in _names(observed.group, aspect, what):
                found[name] = size
    return found


class Scales:
    """The weights, added up once for each thing that is observed."""

    def __init__(self, weights: dict[str, float], counts: Counts):
        self.weights, self.counts = weights, counts
        self.added: dict[str, dict[tuple[str, object], float]] = {}
        self.of_cue: dict[tuple[str, str], float] = {}

    def probability(self, parse: Parse, candidate: Candidate, around: Surroundings) -> float:
        """How likely the candidate is a claim, from 0 to 1."""
        key = candidate.lemma, candidate.construction
        total = self.of_cue.get(key)
        if total is None:
            total = self.of_cue[key] = self._total(_of_cue(*key, self.counts))
        total += self._total(_of_place(parse, candidate, around, self.counts))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))

    def _total(self, observed: Observed) -> float:
        added = self.added.get(observed.group)
        if added is None:
            added = self.added[observed.group] = {}
        total = 0.0
        for one in observed.plain:
            weight = added.get(one)
            if weight is None:
                weight = added[one] = self._add_up(observed.group, *one)
            total += weight
        for aspect, what, size in observed.sized:
            weight = added.get((aspect, what))
            if weight is None:
                weight = added[aspect, what] = self._add_up(observed.group, aspect, what)
            total += weight * size
        return total

    def _add_up(self, group: str, aspect: str, what: object) -> float:
        return sum(self.weights.get(name, 0.0) for name in _names(group, aspect, what))


@cache
def read_scales() -> Scales:
    with (MODELS / "claim_weights.csv").open(encoding="utf-8", newline="") as file:
        weights = {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
    return Scales(weights, read_counts())
