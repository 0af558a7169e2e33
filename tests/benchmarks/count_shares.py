"""Count the shares of data/models/stance_shares.csv on pairs of actors marked for their stance.

    python tests/benchmarks/count_shares.py directed_train.jsonl [--write]

Each line of the input: pair, text, source and target [start, end], polarity. A row of
``find_stances`` that falls on a marked pair is right where its sign is the marked one. Shares are
counted, not fitted to the pairs one by one: for each act (and each leaning of what is said of
somebody) how many of its rows are right; for each further trait how many of the rows that have it
are right, against how many there would be by their other traits. Four rounds of such counting, as
traits come together. No sentence is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from newsread import find_actors, find_claims, find_mentions
from newsread.stances.finding import find_rows
from newsread.stances.sureness import SHARES, Trait
from predict import bears_on, read_article, with_given
from tqdm import tqdm

ROUNDS = 4
# Rows that a group is given beforehand: an act those of all acts, a trait such as make no odds.
GIVEN_ACT = 4
GIVEN_TRAIT = 8
FEWEST = 12
WEAK = ", weak"
Counted = tuple[tuple[Trait, ...], bool]


def read(path: Path) -> list[Counted]:
    """The traits of every row that falls on a marked pair, and whether it is right."""
    with path.open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    by_pair: dict[str, list[dict]] = defaultdict(list)
    for line in lines:
        by_pair[line["pair"]].append(line)
    return [found for pair in tqdm(by_pair.values(), disable=None) for found in read_pair(pair)]


def read_pair(lines: list[dict]) -> Iterable[Counted]:
    article = read_article(lines[0])
    mentions = find_mentions(article, find_actors(article))
    mentions = with_given(article, mentions, [lines[0]["source"], lines[0]["target"]])
    rows, _ = find_rows(article, mentions, find_claims(article, mentions))
    for line in lines:
        is_meant = bears_on(article, mentions, line)
        for row in rows:
            if row["polarity"] and "target" in row and is_meant(row):
                yield row["traits"], row["polarity"] == line["polarity"]


def count(found: list[Counted]) -> list[tuple[str, str, float, int, float]]:
    """(what, value, share, right, out of) for each act and each further trait."""
    found = [(traits, right) for traits, right in found if traits[0][1].split(",")[0] != "judge"]
    if not found:
        return []
    seen = Counter(trait for traits, _ in found for trait in traits)
    found = [((_group(first, seen), *others), right) for (first, *others), right in found]
    seen = Counter(trait for traits, _ in found for trait in traits)
    shares: dict[Trait, float] = {}
    for _ in range(ROUNDS):
        for own in (True, False):  # first the acts, then what further traits make of them
            sums = _expected(found, shares, own)
            given = GIVEN_ACT if own else GIVEN_TRAIT
            usual = _usual(sums) if own else 1.0
            shares |= {
                trait: (right + given * usual) / (expected + given)
                for trait, (right, expected) in sums.items()
            }
    out_of = _expected(found, shares, own=False)
    firsts = {traits[0] for traits, _ in found}
    return [
        (
            *trait,
            share,
            sum(right for traits, right in found if trait in traits),
            seen[trait] if trait in firsts else round(out_of[trait][1], 1),
        )
        for trait, share in sorted(shares.items())
        if seen[trait] >= FEWEST or trait in firsts
    ]


def _usual(sums: dict[Trait, list[float]]) -> float:
    """The share of all acts together."""
    return sum(right for right, _ in sums.values()) / sum(n for _, n in sums.values())


def _group(first: Trait, seen: Counter) -> Trait:
    """An act by its name, or one of few rows with the others of its strength."""
    what, value = first
    return first if seen[first] >= FEWEST else (what, "any, weak" if WEAK in value else "any")


def _expected(found: list[Counted], shares: dict[Trait, float], own: bool) -> dict:
    """Trait -> rows that are right, and how many would be by their other traits alone."""
    sums: dict[Trait, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for traits, right in found:
        for trait in traits[:1] if own else traits[1:]:
            others = 1.0
            for other in traits:
                others *= shares.get(other, 1.0) if other != trait else 1.0
            sums[trait][0] += right
            sums[trait][1] += others
    return sums


def write(table: list[tuple[str, str, float, int, float]], path: Path = SHARES) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("what", "value", "share", "right", "out_of"))
        rows.writerows((what, value, f"{share:.2f}", n, of) for what, value, share, n, of in table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    table = count(read(args.input))
    if not table:
        raise SystemExit(f"{args.input.name}: no row falls on a marked pair")
    for what, value, share, right, out_of in table:
        print(f"{what:<10}{value:<36}{share:>6.2f}{right:>7} of {out_of}")
    if args.write:
        write(table)


if __name__ == "__main__":
    main()
