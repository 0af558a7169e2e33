"""Which words the article uses most, and where chosen words stand."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from newsread.charts.bars import stacked_bars
from newsread.charts.drawing import drawing, finish, nothing, told
from newsread.charts.lanes import draw_lanes
from newsread.charts.palette import Look
from newsread.tables import require

PLAIN = {"n": Look("#12456b")}


def plot_words(frequencies: pd.DataFrame, *, top: int | None = 20, ax: Axes | None = None) -> Axes:
    """How often the article's most frequent words occur; from ``word_frequencies(article)``."""
    require(frequencies, "frequencies", "word", "n")
    shown = frequencies.head(top)
    title = "Most frequent words"
    with drawing(ax, rows=len(shown)) as ax:
        if shown.empty:
            return nothing(ax, frequencies, title, "no words found")
        alt = told(f"{row.word} {row.n}" for row in shown.itertuples())
        finish(ax, frequencies, title, "Bars count occurrences.", alt)
        stacked_bars(ax, shown.set_index("word")[["n"]], PLAIN)
        ax.set_xlabel("occurrences")
    return ax


def plot_word_dispersion(
    words: pd.DataFrame, sentences: pd.DataFrame, *, top: int | None = 15, ax: Axes | None = None
) -> Axes:
    """Where the words found by ``find_words(article, …)`` stand: one lane per word asked for.

    ``sentences`` is ``article.sentences``.
    """
    require(words, "words", "word", "start")
    require(sentences, "sentences", "start", "end", "paragraph_id")
    lanes = words["word"].value_counts(sort=False).head(top)
    title = "Where the words stand"
    with drawing(ax, rows=len(lanes)) as ax:
        if lanes.empty:
            return nothing(ax, words, title, "no words found")
        alt = told(f"{word} {n} times" for word, n in lanes.items())
        caption = "One mark per occurrence; dotted lines are paragraph breaks."
        finish(ax, words, title, caption, alt)
        marks = words.rename(columns={"word": "lane"})[["lane", "start"]].assign(look="occurrence")
        draw_lanes(ax, marks, lanes, sentences, {"occurrence": "o"})
    return ax
