"""Count cues and fit the weights by which candidates are told from claims.

    python tests/benchmarks/fit_claims.py TRAIN.jsonl [--parses PARSES.pkl]

TRAIN: one article per line with ``text`` and ``attributions`` (source, cue, content spans).
Writes data/models/cue_counts.csv, claim_words.csv and claim_weights.csv: facts counted from
the articles (which word, in which construction, how often), none of their sentences.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
import random
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from pathlib import Path

import numpy as np
from newsread import Article
from newsread.claims.counts import MODELS, Counts
from newsread.claims.cue_words import cue_words
from newsread.claims.finding import find_scored_candidates
from newsread.claims.scoring import features_of
from newsread.claims.surroundings import look_around

WORD = re.compile(r"\w+")
FOLDS = 8
SAME = 0.5
RARE = 25  # a feature seen less often has no weight
LEAST_PAIRS = 2
LEAST_WORDS = 8


class Words:
    """The words of a text, and which of them some spans touch."""

    def __init__(self, text: str):
        found = list(WORD.finditer(text))
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]

    def inside(self, spans) -> frozenset[int]:
        result: set[int] = set()
        for start, end in spans:
            result.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(result)


def overlap(a: frozenset, b: frozenset) -> float:
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both else 0.0


def label(article: Article, candidates: list, gold: list[dict]) -> list[int]:
    """1 a claim, 0 none, -1 not to be judged (inside a claim, where none are marked)."""
    parse = article.parse
    words = Words(article.text)

    def chars(pieces):
        return words.inside((parse.start[a], parse.end[b]) for a, b in pieces)

    contents = [chars(c.content) for c in candidates]
    heads = {c.cue for c in candidates}
    cues = [chars([(c.cue, c.cue)]) | chars(cue_words(parse, c, heads)) for c in candidates]
    by_word = defaultdict(list)
    for number, content in enumerate(contents):
        for word in content:
            by_word[word].append(number)
    labels = [0] * len(candidates)
    inside_gold = words.inside(span for g in gold for span in g["content"])
    for number, cue in enumerate(cues):
        if cue and cue <= inside_gold:
            labels[number] = -1
    for g in gold:
        content, cue = words.inside(g["content"]), words.inside(g["cue"])
        near = {n for word in content for n in by_word[word]}
        same = [n for n in near if overlap(content, contents[n]) >= SAME]
        by_cue = [n for n in same if cues[n] & cue]
        # ":" and the like hold no word
        by_cue = by_cue or [n for n in same if not cues[n]]
        chosen = by_cue or sorted(same, key=lambda n: -overlap(content, contents[n]))[:1]
        # "raised concerns about it" is one cue. To take "concerns about it" for the content is
        # no mistake, but nothing to learn from where a better reading is there.
        clean = [n for n in chosen if not contents[n] & cue] or chosen
        for n in chosen:
            labels[n] = 1 if n in clean else -1
    return labels


def count(rows, without: int | None = None) -> Counts:
    counts = Counts()
    for fold, candidate, judged, source, content in rows:
        if fold == without or judged < 0:
            continue
        counts.add(candidate.lemma, candidate.construction, judged, 1)
        for role, word in (("source", source), ("content", content)):
            if word:
                for key in ((role, word), (role, "")):
                    cell = counts.words.setdefault(key, [0.0, 0.0])
                    cell[0] += judged
                    cell[1] += 1
    return counts


def fit(features: list[dict[str, float]], labels: np.ndarray, strength: float, rounds: int):
    """Logistic regression with an L2 penalty, by Adam on the whole."""
    seen = defaultdict(int)
    for row in features:
        for name in row:
            seen[name] += 1
    names = sorted(name for name, n in seen.items() if n >= RARE)
    place = {name: i + 1 for i, name in enumerate(names)}
    width = max(map(len, features))
    index = np.zeros((len(features), width), dtype=np.int32)
    value = np.zeros((len(features), width), dtype=np.float32)
    for i, row in enumerate(features):
        for j, (name, x) in enumerate(row.items()):
            if name in place:
                index[i, j], value[i, j] = place[name], x
    w = np.zeros(len(names) + 1)
    m, v = np.zeros_like(w), np.zeros_like(w)
    penalty = np.full_like(w, strength)
    penalty[place[""]] = penalty[place["cue"]] = 0.0
    for step in range(1, rounds + 1):
        p = 1 / (1 + np.exp(-(w[index] * value).sum(1)))
        error = (p - labels)[:, None] * value
        gradient = np.bincount(index.ravel(), error.ravel(), len(w)) + penalty * w
        gradient[0] = 0
        m = 0.9 * m + 0.1 * gradient
        v = 0.999 * v + 0.001 * gradient**2
        rate = 0.1 * min(1.0, 2.0 * (1 - step / rounds) + 0.02)
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    loss = -np.mean(labels * np.log(p + 1e-9) + (1 - labels) * np.log(1 - p + 1e-9))
    return {name: (w[place[name]], seen[name]) for name in names}, loss


def write(name: str, header: list[str], rows) -> None:
    MODELS.mkdir(exist_ok=True)
    with (MODELS / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--parses", type=Path, help="a pickle {text: Parse}, to save time")
    parser.add_argument("--strength", type=float, default=10.0)
    parser.add_argument("--rounds", type=int, default=300)
    args = parser.parse_args(argv)
    parses = pickle.loads(args.parses.read_bytes()) if args.parses else {}
    rows, around = [], []
    with args.train.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            one = json.loads(line)
            article = Article(id=one["id"], text=one["text"])
            if one["text"] in parses:
                article.__dict__["parse"] = parses[one["text"]]
            candidates, place = find_scored_candidates(article, scored=False)
            labels = label(article, candidates, one["attributions"])
            parse = article.parse
            for candidate, judged in zip(candidates, labels, strict=True):
                source, content = candidate.source_head, candidate.content_head
                rows.append(
                    (
                        number % FOLDS,
                        candidate,
                        judged,
                        parse.lemma[source].lower()
                        if source >= 0 and parse.pos[source] == "NOUN"
                        else "",
                        parse.lemma[content].lower()
                        if content >= 0 and parse.pos[content] == "NOUN"
                        else "",
                    )
                )
                around.append((parse, place, candidates))
    random.seed(0)
    folds = [count(rows, without=fold) for fold in range(FOLDS)]
    features, labels = [], []
    last = None
    for (fold, candidate, judged, _, _), (parse, place, candidates) in zip(
        rows, around, strict=True
    ):
        if place is not last:
            look_around(parse, place, candidates, folds[fold])
            last = place
        if judged >= 0:
            features.append(features_of(parse, candidate, place, folds[fold]))
            labels.append(judged)
    weights, loss = fit(features, np.array(labels, dtype=float), args.strength, args.rounds)
    print(
        f"{len(labels)} candidates, {sum(labels)} claims, {len(weights)} weights, loss {loss:.4f}"
    )
    whole = count(rows)
    write(
        "cue_counts.csv",
        ["lemma", "construction", "hits", "total"],
        (
            (*pair, int(hits), int(total))
            for pair, (hits, total) in sorted(whole.pairs.items())
            if total >= LEAST_PAIRS or hits
        ),
    )
    write(
        "claim_words.csv",
        ["role", "word", "hits", "total"],
        (
            (*key, int(hits), int(total))
            for key, (hits, total) in sorted(whole.words.items())
            if total >= LEAST_WORDS
        ),
    )
    write(
        "claim_weights.csv",
        ["feature", "weight", "seen"],
        ((name, f"{w:.3f}", n) for name, (w, n) in sorted(weights.items())),
    )


if __name__ == "__main__":
    main()
