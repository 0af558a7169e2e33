"""Who is in the article, under all their names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsread.article import Article, check_article
from newsread.errata.applying import apply_corrections
from newsread.tables import make_table

if TYPE_CHECKING:
    import pandas as pd


def find_actors(article: Article) -> pd.DataFrame:
    """Who is in the article: one row per actor, in order of first mention.

    column          type   meaning
    article_id      str    the article's id
    sentence_id     int    row of ``article.sentences`` with the first mention by name
    start, end      int    that mention's characters in ``article.text``
    text            str    ``article.text[start:end]``
    actor           str    unique readable name, the key by which other tables refer to it
    kind            str    person, organization, state, place, group, other
    side            str    state, bloc or place it belongs to; a state's own side is itself
    aliases         str    the names put together, with counts: "Norway ×6; Oslo ×4"
    n_mentions      int    places where it is referred to: the three below together
    n_names         int    by name
    n_descriptions  int    by a description ("the ministry")
    n_pronouns      int    by a pronoun
    resolved        bool   False: only described, never named; best guess in ``how``
    how             str    why these names are one actor
    confidence      float  0 to 1
    corrected       str    what a reader corrected, if anything
    """
    from newsread.actors.cast import read_cast

    check_article(article)
    cast = read_cast(article)
    parse = article.parse
    mentions: dict[int, list] = {}
    for mention in cast.mentions:
        if mention.actor >= 0:
            mentions.setdefault(mention.actor, []).append(mention)
    rows = []
    for number, its in mentions.items():
        actor = cast.actors[number]
        count = Counter(mention.form for mention in its)
        first = next((m for m in its if m.form == "name"), its[0])
        forms = Counter(
            article.text[slice(*parse.span(m.first, m.last))] for m in its if m.form == "name"
        ) or Counter(
            article.text[slice(*parse.span(m.first, m.last))]
            for m in its
            if m.form == "description"
        )
        rows.append(
            article.row(*parse.span(first.first, first.last))
            | {
                "sentence_id": parse.sent[first.first],
                "actor": actor.key,
                "kind": actor.kind,
                "side": actor.side,
                "aliases": "; ".join(f"{form} ×{n}" for form, n in forms.most_common()),
                "n_mentions": len(its),
                "n_names": count["name"],
                "n_descriptions": count["description"],
                "n_pronouns": count["pronoun"],
                "resolved": actor.resolved,
                "how": actor.guess or "; ".join(actor.hows),
                "confidence": 0.9 if actor.resolved else 0.5,
            }
        )
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return apply_corrections("actors", make_table("actors", rows), article)
