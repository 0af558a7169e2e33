"""Stacked bars: one row per name, parts by kind, counts written on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from newsread.charts.drawing import letter_size, points_wide, row_labels, upright_grid
from newsread.charts.lettering import label
from newsread.charts.palette import Look

EDGE = "#5a5a5a"
WHOLE = "{:.0f}".format
POINTS_PER_LETTER = 5.0  # in a legend
LETTER_WIDTH = 0.62  # of the letter size, for a digit of DejaVu Sans


def largest(counts: pd.DataFrame, top: int | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ``top`` rows of a table of counts, largest first; and the other rows."""
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    top = len(counts) if top is None else top
    return counts.iloc[:top], counts.iloc[top:]


def left_out(rest: pd.DataFrame, row: str, amount: Callable[[float], str]) -> str:
    """A few words for the axis about the rows that are not drawn."""
    if rest.empty:
        return ""
    return (
        f"  (not drawn: {counted(len(rest), f'more {row}')} with {amount(rest.to_numpy().sum())})"
    )


def counted(n: float, what: str) -> str:
    """1 claim, 2 claims."""
    return f"{n:.0f} {what}{'s' * (round(n) != 1)}"


def stacked_bars(
    ax: Axes,
    counts: pd.DataFrame,
    looks: Mapping[str, Look],
    total: Callable[[float], str] = WHOLE,
) -> None:
    """``counts``: one row per bar, one column per part. Empty parts get no legend entry."""
    labels = [label(str(name)) for name in counts.index]
    row_labels(ax, labels)
    size = min(letter_size(ax, len(counts)), 8)
    totals = counts.sum(axis=1)
    points = points_wide(ax) / (totals.max() or 1)
    parts = [part for part in looks if part in counts and counts[part].any()]
    left = pd.Series(0.0, index=counts.index)
    for part in parts:
        look = looks[part]
        ax.barh(
            range(len(counts)),
            counts[part],
            left=left,
            height=0.7,
            color=look.colour,
            hatch=look.hatch,
            edgecolor=EDGE,
            linewidth=0.6,
            label=part,
        )
        for row, (start, width) in enumerate(zip(left, counts[part], strict=True)):
            text = total(width)
            if len(parts) > 1 and width * points > (len(text) + 1.2) * LETTER_WIDTH * size:
                _write(ax, start + width / 2, row, text, look, size)
        left = left + counts[part]
    for row, width in enumerate(totals):
        ax.annotate(
            total(width),
            (width, row),
            (4, 0),
            textcoords="offset points",
            va="center",
            fontsize=size,
            fontweight="bold",
        )
    ax.set_xlim(0, (totals.max() or 1) * 1.04)
    ax.xaxis.set_major_locator(MaxNLocator("auto", integer=True, steps=[1, 2, 5, 10]))
    upright_grid(ax)
    ax.spines["left"].set_visible(False)


def _write(ax: Axes, x: float, row: int, text: str, look: Look, size: float) -> None:
    """A count on its part; on a hatch it gets a patch of plain colour to stand on."""
    box = {"facecolor": look.colour, "edgecolor": "none", "pad": 1} if look.hatch else None
    ax.text(x, row, text, ha="center", va="center", fontsize=size, color=look.ink, bbox=box)


def legend_above(ax: Axes, columns: int = 4, **kwargs) -> None:
    """A legend between title and axes, where it covers nothing."""
    if "handles" not in kwargs:
        kwargs["handles"] = ax.get_legend_handles_labels()[0]
    columns = _columns_that_fit(ax, [handle.get_label() for handle in kwargs["handles"]], columns)
    legend = ax.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=columns,
        borderaxespad=0.2,
        handlelength=1.6,
        columnspacing=1.4,
        **kwargs,
    )
    rows = -(-len(legend.get_texts()) // columns)
    ax.set_title(ax.get_title(loc="left"), loc="left", pad=8 + 14 * rows)


def _columns_that_fit(ax: Axes, names: list[str], columns: int) -> int:
    """So many columns that the legend is no wider than the axes."""
    room = points_wide(ax)
    for n in range(min(columns, len(names)), 1, -1):
        per_column = -(-len(names) // n)
        widths = (
            max(map(len, names[i : i + per_column])) for i in range(0, len(names), per_column)
        )
        if sum(width * POINTS_PER_LETTER + 34 for width in widths) <= room:
            return n
    return 1
