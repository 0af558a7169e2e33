"""The library's tables in the forms of public benchmarks.

    python tests/benchmarks/predict.py TASK INPUT.jsonl OUTPUT.jsonl

TASK is one of claims, dates, actors, stance-directed, stance-targeted. Of each line of INPUT
only ``id``, ``text`` and ``date`` are read, and for stance the given spans; never an answer.
``text`` is taken as it is, header lines included, so that offsets fit.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from newsread import (
    Article,
    find_actors,
    find_claims,
    find_dates,
    find_mentions,
)
from newsread.tables import read_spans
from tqdm import tqdm

# What a task may see of a line.
SEEN = {
    "claims": ("id", "text", "date"),
    "dates": ("id", "text", "date"),
    "actors": ("id", "text", "date"),
    "stance-directed": ("id", "text", "source", "target"),
    "stance-targeted": ("id", "text", "target"),
}


def read_article(line: dict) -> Article:
    try:
        date = dt.date.fromisoformat(str(line.get("date", ""))[:10])
    except ValueError:
        date = None
    return Article(id=str(line["id"]), text=line["text"], date=date)


def predict_claims(article: Article, line: dict) -> dict:
    """Outermost claims only: the benchmark marks no nested ones."""
    mentions = find_mentions(article, find_actors(article))
    claims = find_claims(article, mentions)
    outermost = claims[claims["parent"] == ""]
    return {
        "attributions": [
            {
                "source": read_spans(row.source_spans),
                "cue": read_spans(row.cue_spans),
                "content": read_spans(row.content_spans),
            }
            for row in outermost.itertuples()
        ]
    }


def predict_dates(article: Article, line: dict) -> dict:
    dates = find_dates(article)
    return {"timexes": dates[["start", "end", "type", "value"]].to_dict("records")}


def predict_actors(article: Article, line: dict) -> dict:
    actors = find_actors(article)
    mentions = find_mentions(article, actors)
    forms = {"description": "nominal"}
    return {
        "mentions": [
            {
                "start": row.start,
                "end": row.end,
                "type": KINDS.get(row.kind, "MISC"),
                "actor": row.actor or None,
                "form": forms.get(row.form, row.form),
            }
            for row in mentions.itertuples()
        ]
    }


KINDS = {"person": "PER", "organization": "ORG", "state": "GPE", "place": "LOC", "group": "NORP"}

PREDICT = {
    "claims": predict_claims,
    "dates": predict_dates,
    "actors": predict_actors,
}


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=PREDICT)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args(argv)
    with args.input.open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    with args.output.open("w", encoding="utf-8") as file:
        for full in tqdm(lines, desc=args.task, disable=None):
            line = {key: full[key] for key in SEEN[args.task] if key in full}
            answer = {"id": line["id"]} | PREDICT[args.task](read_article(line), line)
            file.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
