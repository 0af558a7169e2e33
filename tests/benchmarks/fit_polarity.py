"""Count the weights of data/models/toward.csv on sentences marked for their targets.

    python tests/benchmarks/fit_polarity.py newsmtsc_train.jsonl [--write]

Fits on four parts of five (cut by a hash of the sentence), scores on the fifth; ``--write``
then fits on all and writes the table. Each line of the input: text, target [start, end],
polarity. A softmax regression with L2 penalty, full-batch Adam; nothing but numpy.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
from newsread import Article
from newsread.stances.polarity import WEIGHTS, features
from newsread.stances.triggers import find_firings

PARTS = 5
FEWEST = 3
# On single words; what stands for many words (a place, a polar word there) is held less tight.
PENALTY = 25.0
PENALTY_COMMON = 10.0
COMMON = ("(", "not (", "target", "holder", "elsewhere", "bias", "dep ", "tag ", "under ")
ROUNDS = 80
# A weight smaller than this changes no answer.
SMALLEST = 0.03


def part(text: str) -> int:
    return int(hashlib.md5(text.encode()).hexdigest(), 16) % PARTS


def read(path: Path, parsed=None) -> tuple[list[Counter], np.ndarray, list[int]]:
    """Feature counts, answers (0 against, 1 neutral, 2 for) and part of every line."""
    cases, answers, parts = [], [], []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        parse = parsed(row) if parsed else Article(id="", text=row["text"]).parse
        words = parse.tokens_in(*row["target"])
        counts: Counter = Counter()
        if words:
            firings = list(find_firings(parse))
            for name, _, value in features(parse, words[0], words[-1], firings):
                counts[name] += value
        cases.append(counts)
        answers.append(row["polarity"] + 1)
        parts.append(part(row["text"]))
    return cases, np.array(answers), parts


def fit(
    cases: list[Counter], answers: np.ndarray, penalty=PENALTY, common=PENALTY_COMMON, fewest=FEWEST
):
    """Feature -> three weights."""
    seen = Counter(name for counts in cases for name in counts)
    names = [name for name, n in seen.items() if n >= fewest]
    column = {name: i for i, name in enumerate(names)}
    entries = [
        (row, column[name], min(value, 3))
        for row, counts in enumerate(cases)
        for name, value in counts.items()
        if name in column
    ]
    rows, columns, values = (np.array(x) for x in zip(*entries, strict=True))
    weights = np.zeros((len(names), 3))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    wanted = np.eye(3)[answers]
    held = np.array([[common if name.startswith(COMMON) else penalty] for name in names])
    for step in range(1, ROUNDS + 1):
        scores = np.stack(
            [np.bincount(rows, values * weights[columns, c], len(cases)) for c in range(3)], axis=1
        )
        scores = np.exp(scores - scores.max(1, keepdims=True))
        error = scores / scores.sum(1, keepdims=True) - wanted
        slope = np.stack(
            [np.bincount(columns, values * error[rows, c], len(names)) for c in range(3)], axis=1
        )
        slope += held * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        move = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights -= (0.03 if step < 0.7 * ROUNDS else 0.008) * move
    return {name: weights[i] for i, name in enumerate(names)}, seen


def answer(weights: dict, counts: Counter) -> int:
    score = sum((min(v, 3) * weights[n] for n, v in counts.items() if n in weights), np.zeros(3))
    return int(np.argmax(score))


def f1(gold: np.ndarray, found: np.ndarray) -> list[float]:
    return [
        2 * np.sum((gold == c) & (found == c)) / max(1, np.sum(gold == c) + np.sum(found == c))
        for c in range(3)
    ]


def write(weights: dict, seen: Counter) -> int:
    kept = []
    for name, w in sorted(weights.items()):
        against, favour = w[0] - w[1], w[2] - w[1]
        if max(abs(against), abs(favour)) >= SMALLEST:
            kept.append((name, f"{against:.2f}", f"{favour:.2f}", seen[name]))
    WEIGHTS.parent.mkdir(exist_ok=True)
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", "negative", "positive", "n"))
        table.writerows(kept)
    return len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    cases, answers, parts = read(args.input)
    report(cases, answers, parts)
    if args.write:
        print(write(*fit(cases, answers)), "weights written")


def report(cases, answers, parts, folds=(0,), **settings) -> None:
    for fold in folds:
        inside = [i for i, p in enumerate(parts) if p != fold]
        outside = [i for i, p in enumerate(parts) if p == fold]
        weights, _ = fit([cases[i] for i in inside], answers[inside], **settings)
        found = np.array([answer(weights, cases[i]) for i in outside])
        scores = f1(answers[outside], found)
        print(
            f"part {fold}: {len(outside)} targets, macro-F1 {np.mean(scores):.3f} "
            f"(against {scores[0]:.3f}, neutral {scores[1]:.3f}, for {scores[2]:.3f}), "
            f"{len(weights)} features"
        )


if __name__ == "__main__":
    main()
