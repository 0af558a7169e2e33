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
    find_stances,
)
from newsread.stances.polarity import head_of, toward
from newsread.stances.triggers import find_firings
from newsread.tables import make_table, read_spans
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

# Stances less sure than this (polarity times confidence, summed) count as none.
SURE_ENOUGH = 0.5


def predict_stance_directed(article: Article, line: dict) -> dict:
    """The rows whose holder is the given source and whose target the given target, summed."""
    mentions = find_mentions(article, find_actors(article))
    mentions = with_given(article, mentions, [line["source"], line["target"]])
    stances = find_stances(article, mentions, find_claims(article, mentions))
    is_meant = bears_on(article, mentions, line)
    total = sum(
        row["polarity"] * row["confidence"]
        for row in stances.to_dict("records")
        if row["polarity"] and is_meant(row)
    )
    polarity = (total > 0) - (total < 0) if abs(total) >= SURE_ENOUGH else 0
    return {"polarity": polarity, "score": round(abs(total), 3)}


def with_given(article: Article, mentions, spans):
    """The mentions table, with a row for each given span in which the flow saw no actor."""
    known = mentions[mentions["actor"] != ""]
    rows = [
        article.row(start, end)
        | {
            "actor": article.text[start:end],
            "form": "name",
            "kind": "other",
            "head_start": start,
            "head_end": end,
            "how": "given",
            "confidence": 0.9,
        }
        for start, end in spans
        if not ((known["start"] < end) & (known["end"] > start)).any()
    ]
    return make_table("mentions", [*mentions.to_dict("records"), *rows]) if rows else mentions


def bears_on(article: Article, mentions, line: dict):
    """Whether a row's holder is the given source and its target the given target."""
    source, target = (actors_at(mentions, *line[role]) for role in ("source", "target"))

    def is_meant(row: dict) -> bool:
        return (
            row["holder"] in source or overlaps(article, row["holder_span"], line["source"])
        ) and (row["target"] in target or overlaps(article, row["target_span"], line["target"]))

    return is_meant


def actors_at(mentions, start: int, end: int) -> set[str]:
    """The actors of the mentions that fit a span best."""
    here = mentions[
        (mentions["start"] < end) & (mentions["end"] > start) & (mentions["actor"] != "")
    ]
    misfit = (here["end"] - here["start"] - (end - start)).abs()
    return set(here.loc[misfit == misfit.min(), "actor"])


def overlaps(article: Article, cell: str, span: list[int]) -> bool:
    """Whether a span lies in the noun phrase of the words in a ``*_span`` cell."""
    phrases = (noun_phrase(article.parse, *piece) for piece in read_spans(cell))
    return any(start < span[1] and end > span[0] for start, end in phrases)


def noun_phrase(parse, start: int, end: int) -> tuple[int, int]:
    """The characters of a mention with what it is part of and what names it more closely.

    "Lake" of "Ann Lake, head of the Harbour Board" reaches to "Board", "Kenyan" of "the
    Kenyan team's captain" to "captain".
    """
    words = parse.tokens_in(start, end)
    if not words:
        return start, end
    phrase = [head_of(parse, words[0], words[-1])]
    while len(phrase) < 4 and parse.dep[phrase[-1]] in PART_OF and parse.tag[phrase[-1]] != "PRP$":
        phrase.append(parse.head[phrase[-1]])
    for word in phrase:
        phrase += [
            child
            for child in parse.children[word]
            if parse.dep[child] in (*PART_OF, "appos", "pobj") or parse.lower[child] == "of"
        ]
    return parse.start[min(phrase)], parse.end[max(phrase)]


PART_OF = ("compound", "poss", "nmod", "amod")


def predict_stance_targeted(article: Article, line: dict) -> dict:
    """How the sentence speaks of the target, whoever speaks."""
    parse = article.parse
    words = parse.tokens_in(*line["target"])
    if not words:
        return {"polarity": 0}
    return {"polarity": toward(parse, words[0], words[-1], list(find_firings(parse))).polarity}


PREDICT = {
    "claims": predict_claims,
    "dates": predict_dates,
    "actors": predict_actors,
    "stance-directed": predict_stance_directed,
    "stance-targeted": predict_stance_targeted,
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
