"""Definite descriptions found, and placed under the right actor.

    python tests/benchmarks/descriptions.py GOLD.jsonl SYSTEM.jsonl [--genre news]

Of the gold nominal mentions that belong to an actor: *found* is the share that a system mention
stands for (it lies inside and holds the head word), *placed* the share that besides stands under
an actor most of whose names are that gold actor's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path


def read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def stands_for(system: dict, gold: dict) -> bool:
    head_start, head_end = gold.get("head", (gold["start"], gold["end"]))
    inside = gold["start"] <= system["start"] and system["end"] <= gold["end"]
    return inside and system["start"] <= head_start and head_end <= system["end"]


def pair(golds: list[dict], systems: list[dict]) -> dict[int, dict]:
    """Gold mention -> system mention, one to one, the closest in length first."""
    close = sorted(
        (abs((g["end"] - g["start"]) - (s["end"] - s["start"])), i, j)
        for i, g in enumerate(golds)
        for j, s in enumerate(systems)
        if stands_for(s, g)
    )
    pairs: dict[int, dict] = {}
    used = set()
    for _, i, j in close:
        if i not in pairs and j not in used:
            pairs[i] = systems[j]
            used.add(j)
    return pairs


def count(gold: dict, mentions: list[dict]) -> Counter[str]:
    golds = [m for m in gold["mentions"] if m.get("actor") is not None]
    pairs = pair(golds, [m for m in mentions if m.get("actor") is not None])
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for i, system in pairs.items():
        if golds[i]["form"] == "name" and system.get("form") == "name":
            names[system["actor"]][golds[i]["actor"]] += 1
    seen: Counter[str] = Counter()
    for i, mention in enumerate(golds):
        if mention["form"] != "nominal":
            continue
        seen["all"] += 1
        if i in pairs:
            seen["found"] += 1
            most = names[pairs[i]["actor"]].most_common(1)
            seen["placed"] += bool(most) and most[0][0] == mention["actor"]
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("system", type=Path)
    parser.add_argument("--genre", default="")
    args = parser.parse_args()
    system = {line["id"]: line["mentions"] for line in read(args.system)}
    total: Counter[str] = Counter()
    for gold in read(args.gold):
        if not args.genre or gold.get("genre") == args.genre:
            total += count(gold, system.get(gold["id"], []))
    every = total["all"] or 1
    print(f"{total['all']} descriptions of actors", end=": ")
    print(f"found {total['found'] / every:.3f}, placed {total['placed'] / every:.3f}")


if __name__ == "__main__":
    main()
