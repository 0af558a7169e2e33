"""Who is mentioned, how often, in which form, and where in the article."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from newsread.charts.bars import counted, largest, left_out, legend_above, stacked_bars
from newsread.charts.drawing import check_by, drawing, finish, nothing, told
from newsread.charts.lanes import draw_lanes
from newsread.charts.palette import FORMS
from newsread.charts.speakers import NO_SIDES, is_sideless
from newsread.tables import require

MARKERS = {"name": "o", "description": "s", "pronoun": "|"}
NO_SIDE = "(no side)"


def plot_mentions(
    mentions: pd.DataFrame, *, by: str = "actor", top: int | None = 20, ax: Axes | None = None
) -> Axes:
    """How often each actor is mentioned, split into names, descriptions and pronouns.

    ``by="side"`` adds up the actors of one side. Actors beyond the ``top`` most mentioned,
    and mentions that belong to no known actor, are counted in the line below.
    """
    require(mentions, "mentions", "actor", "side", "form")
    check_by(by, ("actor", "side"))
    title = f"Mentions by {by}"
    known = _known(mentions, by)
    counts = pd.crosstab(known[by], known["form"]).reindex(columns=list(FORMS), fill_value=0)
    counts, rest = largest(counts.loc[known[by].unique()], top)
    with drawing(ax, rows=len(counts)) as ax:
        if is_sideless(mentions, "mentions", by):
            return nothing(ax, mentions, title, NO_SIDES)
        if counts.empty:
            return nothing(ax, mentions, title, "no mentions found")
        alt = told(
            f"{name} {row.sum()} ({', '.join(f'{n} as {form}' for form, n in row.items() if n)})"
            for name, row in counts.iterrows()
        )
        finish(ax, mentions, title, "Bars count mentions; parts show their form.", alt)
        stacked_bars(ax, counts, FORMS)
        ax.set_xlabel(
            "mentions" + left_out(rest, by, lambda n: counted(n, "mention")) + _of_nobody(mentions)
        )
        legend_above(ax)
    return ax


def plot_dispersion(
    mentions: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    by: str = "actor",
    top: int | None = 15,
    ax: Axes | None = None,
) -> Axes:
    """Where in the article each actor is mentioned: one lane per actor, one mark per mention.

    ``sentences`` is ``article.sentences``. The ``top`` most mentioned are shown.
    """
    require(mentions, "mentions", "actor", "side", "form", "start", "sentence_id")
    require(sentences, "sentences", "sentence_id", "start", "end", "paragraph_id")
    check_by(by, ("actor", "side"))
    known = _known(mentions, by)
    with drawing(ax, rows=min(known[by].nunique(), top or len(known))) as ax:
        title = f"Where each {by} is mentioned"
        if is_sideless(mentions, "mentions", by):
            return nothing(ax, mentions, title, NO_SIDES)
        if known.empty:
            return nothing(ax, mentions, title, "no mentions found")
        lanes = known[by].value_counts(sort=True).head(top)
        alt = told(f"{name}: {_sentences(known, by, name)}" for name in lanes.index)
        caption = "One mark per mention; dotted lines are paragraph breaks."
        finish(ax, mentions, title, caption, alt)
        marks = known.rename(columns={by: "lane", "form": "look"})[["lane", "look", "start"]]
        draw_lanes(ax, marks, lanes, sentences, MARKERS)
    return ax


def _known(mentions: pd.DataFrame, by: str) -> pd.DataFrame:
    """The mentions of known actors, with a word where an actor has no side."""
    known = mentions[mentions["actor"] != ""]
    return known.assign(side=known["side"].where(known["side"] != "", NO_SIDE))


def _of_nobody(mentions: pd.DataFrame) -> str:
    n = int((mentions["actor"] == "").sum())
    return f"  (and {n} of nobody known)" if n else ""


def _sentences(known: pd.DataFrame, by: str, name: str) -> str:
    numbers = sorted(set(known.loc[known[by] == name, "sentence_id"] + 1))
    listed = ", ".join(map(str, numbers[:ROOM])) + (" …" if len(numbers) > ROOM else "")
    return f"sentence {listed}"


ROOM = 12
