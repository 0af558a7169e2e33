"""Every place where an actor is named, described, or meant by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsread.tables import make_table, require

if TYPE_CHECKING:
    import pandas as pd

    from newsread.article import Article


def find_mentions(article: Article, actors: pd.DataFrame) -> pd.DataFrame:
    """Where the actors are: one row per mention, in text order."""
    from newsread.cast import read_cast

    require(actors, "actors", "actor", "aliases", "side", "kind")
    cast = read_cast(article)
    parse = article.parse
    sides = dict(zip(actors["actor"], actors["side"], strict=True))
    kinds = dict(zip(actors["actor"], actors["kind"], strict=True))
    rows = []
    for number, mention in enumerate(sorted(cast.mentions, key=lambda m: (m.first, -m.last)), 1):
        actor = cast.actors[mention.actor].key if mention.actor >= 0 else ""
        rows.append(
            article.row(*parse.span(mention.first, mention.last))
            | {
                "sentence_id": parse.sent[mention.head],
                "mention_id": f"m{number}",
                "actor": actor if actor in sides else "",
                "side": sides.get(actor, ""),
                "form": mention.form,
                "kind": kinds.get(actor, ""),
                "head_start": parse.start[mention.head],
                "head_end": parse.end[mention.head],
                "how": mention.how,
                "confidence": mention.confidence,
            }
        )
    return make_table("mentions", rows)
