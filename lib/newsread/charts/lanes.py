"""Lanes: one row per name, marks along the article from its first sentence to its last."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from newsread.charts.bars import legend_above
from newsread.charts.drawing import row_labels
from newsread.charts.lettering import label
from newsread.charts.palette import FAINT, MARK

MOST_BREAKS = 60


def draw_lanes(
    ax: Axes,
    marks: pd.DataFrame,
    lanes: pd.Series,
    sentences: pd.DataFrame,
    markers: Mapping[str, str],
) -> None:
    """``marks``: columns lane, look, start. ``lanes``: name and count, in drawing order."""
    row = {name: number for number, name in enumerate(lanes.index)}
    row_labels(ax, [f"{label(name)}  {n}" for name, n in lanes.items()])
    ax.hlines(range(len(lanes)), 1, len(sentences) + 1, color=FAINT, linewidth=0.8, zorder=0)
    marks = marks[marks["lane"].isin(row)]
    for look, marker in markers.items():
        these = marks[marks["look"] == look]
        if these.empty:
            continue
        filled = marker == "o"
        ax.plot(
            position(these["start"], sentences),
            these["lane"].map(row),
            marker,
            color=MARK,
            markerfacecolor=MARK if filled else "white",
            markersize=9 if marker == "|" else 6,
            markeredgewidth=2 if marker == "|" else 1,
            alpha=0.85,
            clip_on=False,
            label=look,
        )
    sentence_axis(ax, sentences)
    if len(markers) > 1:
        legend_above(ax)


def position(starts: pd.Series, sentences: pd.DataFrame) -> np.ndarray:
    """Characters as sentences: 2.5 is the middle of the second sentence."""
    first, last = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    number = np.clip(np.searchsorted(first, starts.to_numpy(), side="right") - 1, 0, None)
    length = np.maximum(last[number] - first[number], 1)
    return number + 1 + np.clip((starts.to_numpy() - first[number]) / length, 0, 0.999)


def sentence_axis(ax: Axes, sentences: pd.DataFrame) -> None:
    breaks = np.flatnonzero(np.diff(sentences["paragraph_id"].to_numpy())) + 2
    if len(breaks) <= MOST_BREAKS:
        for x in breaks:
            ax.axvline(x, color=FAINT, linewidth=0.8, linestyle=":", zorder=0)
    ax.set_xlim(1, max(len(sentences), 1) + 1)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=12))
    ax.set_xlabel("sentence")
    ax.spines["left"].set_visible(False)
