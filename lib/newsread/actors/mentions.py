"""Every place where an actor is named, described, or meant by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsread.actors.sightings import found_mentions, with_sides
from newsread.article import Article, check_article
from newsread.errata.applying import apply_corrections
from newsread.tables import require

if TYPE_CHECKING:
    import pandas as pd


def find_mentions(article: Article, actors: pd.DataFrame) -> pd.DataFrame:
    """Where the actors are: one row per mention, in text order.

    column                 type   meaning
    article_id             str    the article's id
    sentence_id            int    row of ``article.sentences`` with the head word
    start, end             int    the mention's characters in ``article.text``
    text                   str    ``article.text[start:end]``
    mention_id             str    "m1", "m2", …
    actor                  str    whose mention it is: a key of ``actors``; "" unknown
    side                   str    that actor's side; "" none
    form                   str    name, description ("the ministry") or pronoun
    kind                   str    that actor's kind: person, organization, state …; "" unknown
    head_start, head_end   int    the characters of its head word
    how                    str    the rule that found it and said whose it is
    confidence             float  0 to 1, the rule's own estimate
    corrected              str    what a reader corrected, if anything

    ``actors`` may have been edited: a name goes to the row that lists it among its aliases.
    """
    check_article(article)
    require(actors, "actors", "actor", "aliases", "side", "kind")
    mentions = with_sides(found_mentions(article), actors)
    return apply_corrections("mentions", mentions, article, actors=actors)
