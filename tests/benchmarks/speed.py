"""How much the reading adds to the bare parse: words per second of each, in one run.

    python tests/benchmarks/speed.py [FILE ...] [--rounds N] [--words N]

FILE is an article (.txt) or lines of JSON with a "text"; without one, the project's own
articles are read over and over. The parse and the steps take turns within each round, so
that a machine that is busy for a while is busy for both; the median of the rounds counts.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from itertools import cycle
from pathlib import Path

from newsread import (
    ARTICLES,
    Article,
    find_actors,
    find_claims,
    find_dates,
    find_mentions,
    find_stances,
    load_article,
)
from newsread.parse import BATCH, load_model

OWN = (*ARTICLES.glob("*.txt"), *(Path(__file__).parents[1] / "articles").glob("*.txt"))
STEPS = ("parse", "actors", "mentions", "claims", "dates", "stances")


def read_texts(files: list[Path], words: int) -> list[str]:
    texts = []
    for path in files or OWN:
        if path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as lines:
                texts.extend(json.loads(line)["text"] for line in lines)
        else:
            texts.append(load_article(path).text)
    taken, n_words = [], 0
    for text in texts if files else cycle(texts):
        if n_words >= words:
            break
        taken.append(text)
        n_words += len(text.split())
    return taken


def bare_parse(texts: list[str]) -> float:
    """Seconds the model takes on the paragraphs alone."""
    model = load_model()
    seconds = 0.0
    for text in texts:
        paragraphs = [text[start:end] for start, end in Article("", text).paragraph_spans]
        began = time.perf_counter()
        for _ in model.pipe(paragraphs, batch_size=BATCH):
            pass
        seconds += time.perf_counter() - began
    return seconds


def whole_flow(texts: list[str]) -> dict[str, float]:
    """Seconds of each step, over fresh articles."""
    seconds = dict.fromkeys(STEPS, 0.0)

    def timed(step, function, *arguments):
        began = time.perf_counter()
        result = function(*arguments)
        seconds[step] += time.perf_counter() - began
        return result

    for text in texts:
        article = Article("speed", text)
        timed("parse", lambda article: article.parse, article)
        actors = timed("actors", find_actors, article)
        mentions = timed("mentions", find_mentions, article, actors)
        claims = timed("claims", find_claims, article, mentions)
        timed("dates", find_dates, article, claims)
        timed("stances", find_stances, article, mentions, claims)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", type=int, default=5000, help="read at least so many (5000)")
    args = parser.parse_args()
    texts = read_texts(args.files, args.words)
    n_words = sum(len(text.split()) for text in texts)
    whole_flow(texts[:1])  # loads the model and the word lists
    bare, steps = [], []
    for _ in range(args.rounds):
        bare.append(bare_parse(texts))
        steps.append(whole_flow(texts))

    parse = statistics.median(bare)
    print(f"{len(texts)} texts, {n_words:,} words, median of {args.rounds} rounds\n")
    print(f"{'step':<12}{'words/s':>12}{'of the parse':>15}")
    print(f"{'bare parse':<12}{n_words / parse:>12,.0f}{1:>15.1%}")
    for step in STEPS:
        seconds = statistics.median(round_[step] for round_ in steps)
        share = statistics.median(r[step] / b for r, b in zip(steps, bare, strict=True))
        print(f"{step:<12}{n_words / seconds:>12,.0f}{share:>15.1%}")
    flow = statistics.median(sum(round_.values()) for round_ in steps)
    ratio = statistics.median(sum(r.values()) / b for r, b in zip(steps, bare, strict=True))
    print(f"{'whole flow':<12}{n_words / flow:>12,.0f}{ratio:>15.1%}")
    print(f"\nwhole flow / bare parse = {ratio:.2f}")


if __name__ == "__main__":
    main()
