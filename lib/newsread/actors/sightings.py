"""The mentions laid out as a table, before a reader's corrections."""

from __future__ import annotations

from collections import Counter, defaultdict

import pandas as pd

from newsread.actors.cast import read_cast
from newsread.article import Article
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
    """Each mention under its actor in the table, with that actor's side and kind.

    The table may have been edited. A name goes to the row that lists it among its
    ``aliases``; what else referred to the same actor goes with most of its names. Where a
    row was taken out, its mentions are nobody's.
    """
    if actors is None:
        return mentions
    sides = dict(zip(actors["actor"], actors["side"], strict=True))
    kinds = dict(zip(actors["actor"], actors["kind"], strict=True))
    names = _in_table(mentions, actors, set(sides))
    return mentions.assign(
        actor=pd.array(names, dtype="str"),
        side=pd.array([sides.get(name, "") for name in names], dtype="str"),
        kind=pd.array([kinds.get(name, "") for name in names], dtype="str"),
    )


def _in_table(mentions: pd.DataFrame, actors: pd.DataFrame, known: set[str]) -> list[str]:
    """For each mention the key of its row in the table, or ""."""
    listed: dict[str, list[str]] = defaultdict(list)
    for key, aliases in zip(actors["actor"], actors["aliases"], strict=True):
        for alias in read_aliases(aliases):
            listed[alias].append(key)
    found, forms, texts = (mentions[c].tolist() for c in ("actor", "form", "text"))
    moved: dict[str, Counter[str]] = defaultdict(Counter)
    keys = []
    for actor, form, text in zip(found, forms, texts, strict=True):
        rows = listed.get(text, ())
        named = actor != "" and (form == "name" or (form == "description" and actor not in known))
        if named and rows and actor not in rows:
            keys.append(rows[0])
            moved[actor][rows[0]] += 1
        else:
            keys.append(actor)
    return [
        key if key in known else moved[key].most_common(1)[0][0] if moved.get(key) else ""
        for key in keys
    ]


def read_aliases(cell: str) -> list[str]:
    """ "Norway ×6; Oslo ×4" -> Norway, Oslo."""
    return [alias for part in cell.split(";") if (alias := part.rsplit(" ×", 1)[0].strip())]
