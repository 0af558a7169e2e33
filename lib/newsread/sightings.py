"""The mentions laid out as a table, before a reader's corrections."""

from __future__ import annotations

import pandas as pd

from newsread.article import Article
from newsread.cast import read_cast
from newsread.tables import make_table


def found_mentions(article: Article) -> pd.DataFrame:
    """The mentions as newsread finds them, each under the name that newsread gives its actor."""
    cast, parse = read_cast(article), article.parse
    rows = []
    for number, mention in enumerate(sorted(cast.mentions, key=lambda m: (m.first, -m.last)), 1):
        rows.append(
            article.row(*parse.span(mention.first, mention.last))
            | {
                "sentence_id": parse.sent[mention.head],
                "mention_id": f"m{number}",
                "actor": cast.actors[mention.actor].key if mention.actor >= 0 else "",
                "form": mention.form,
                "head_start": parse.start[mention.head],
                "head_end": parse.end[mention.head],
                "how": mention.how,
                "confidence": mention.confidence,
            }
        )
    return make_table("mentions", rows)


def with_sides(mentions: pd.DataFrame, actors: pd.DataFrame | None) -> pd.DataFrame:
    """Each mention with its actor's side and kind; an actor that is not in the table is none."""
    if actors is None:
        return mentions
    sides = dict(zip(actors["actor"], actors["side"], strict=True))
    kinds = dict(zip(actors["actor"], actors["kind"], strict=True))
    names = [name if name in sides else "" for name in mentions["actor"]]
    return mentions.assign(
        actor=pd.array(names, dtype="str"),
        side=pd.array([sides.get(name, "") for name in names], dtype="str"),
        kind=pd.array([kinds.get(name, "") for name in names], dtype="str"),
    )
