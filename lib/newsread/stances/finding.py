"""Who is for or against whom, by which act, in which words, and by which rule."""

from __future__ import annotations

import pandas as pd

from newsread.article import Article, check_article
from newsread.errata.applying import apply_corrections
from newsread.stances.acts import find_acts
from newsread.stances.contents import find_contents
from newsread.stances.demands import find_demands
from newsread.stances.scene import Scene
from newsread.stances.triggers import find_firings
from newsread.tables import make_table, require


def find_stances(article: Article, mentions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Who is for or against whom: one row per holder, target and trigger, in reading order.

    column        type   meaning
    article_id    str    the article's id
    sentence_id   int    row of ``article.sentences`` holding the trigger
    start, end    int    characters in ``article.text``: holder, trigger and target together
    text          str    ``article.text[start:end]``
    stance_id     str    "s1", "s2", ... in reading order
    holder        str    actor who holds the stance; "the reporter" for a judging word
                         outside claims and quotations
    holder_text   str    the holder as written; "" for the reporter
    holder_span   str    its characters, "12-30"
    holder_side   str    the side the holder belongs to
    target        str    actor who is meant; "" for an act that names nobody
    target_text   str    the target as written
    target_span   str    its characters
    target_side   str    the side the target belongs to
    polarity      int    -1 against, 0 neither, 1 for
    strength      float  0 to 1: how strong the entry is, after negation and hedges
    act           str    what is done: condemn, accuse, support, deny, ...; "judge" by a judging
                         word, "speak of" by what a claim says
    trigger       str    the words that say so, as written; of a claim the loudest word
    trigger_span  str    their characters
    entry         str    entry of data/lexicons/stance.csv, or the polar words that counted
    layer         str    "act": the holder does something to the target; "content": what the
                         holder says of the target
    negated       bool   the trigger is negated
    hedged        bool   it is conditional, wished, possible, or planned
    claim_id      str    the claim it stands in or is made by; "" for the reporter's own words
    cameo         str    CAMEO root category 01 to 20 of the act, "" none
    confidence    float  0 to 1: the share of rows of this act, in such a claim and wording, that
                         readers of a training corpus marked the same way; of an act that is
                         shown for itself (polarity 0) 0.8: how likely it is that it was done
    why           str    the word, and where in the sentence its holder and target stand
    corrected     str    what a reader changed, "" nothing

    ``stances.attrs["left_out"]`` lists what fired and was left out, with the reason.
    Rules: trigger frames over the dependency parse; what is said of a phrase is passed on
    inside it. Errors: see tests/benchmarks/README.md.
    """
    check_article(article)
    require(mentions, "mentions")
    require(claims, "claims")
    rows, left_out = find_rows(article, mentions, claims)
    for n, row in enumerate(rows, 1):
        row["stance_id"] = f"s{n}"
        del row["traits"]
    table = make_table("stances", rows)
    table.attrs["left_out"] = left_out
    return apply_corrections("stances", table, article, mentions=mentions, claims=claims)


def find_rows(
    article: Article, mentions: pd.DataFrame, claims: pd.DataFrame
) -> tuple[list[dict], list[str]]:
    """The rows of the table, each with the ``traits`` its confidence comes from, and what
    fired and was left out."""
    scene = Scene(article, mentions, claims)
    firings = list(find_firings(article.parse))
    left_out: list[str] = []
    rows = list(find_acts(scene, firings, left_out))
    rows += find_demands(scene)
    rows += find_contents(scene, firings, rows)
    rows.sort(key=lambda row: (row["start"], row["end"], row["trigger_span"]))
    return rows, left_out
