"""How every chart is opened and closed: its size, its style, what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Text

from newsread.charts.lettering import families

STYLE = Path(__file__).with_name("newsread.mplstyle")
WIDTH = 8.0
ROW_HEIGHT = 0.3
AROUND = 1.3  # inches for title, legend and the axis below
LARGEST_LETTER, SMALLEST_LETTER = 9.0, 4.0
# An alternative text is listened to: after so many rows it only counts the rest.
ROWS_TOLD = 12


@dataclass(frozen=True)
class Chart:
    """What a drawn chart says of itself; kept as ``ax.newsread``."""

    title: str
    caption: str
    alt: str
    article_ids: tuple[str, ...] = ()


def describe_chart(ax: Axes) -> str:
    """The chart in words, from the data drawn: its alternative text for who cannot see it."""
    chart = getattr(ax, "newsread", None)
    if chart is None:
        raise ValueError("this chart was not drawn by a newsread plot_… function.")
    return chart.alt


@contextmanager
def drawing(ax: Axes | None, *, rows: int = 5, width: float = WIDTH) -> Iterator[Axes]:
    """The axes to draw on, in newsread's style; a new figure with room for ``rows``."""
    with plt.style.context(STYLE):
        if ax is None:
            height = AROUND + ROW_HEIGHT * max(rows, 3)
            _, ax = plt.subplots(figsize=(width, height), layout="constrained")
        ax.spines[["top", "right"]].set_visible(False)
        ax.set_axisbelow(True)
        yield ax
        _set_fonts(ax)
        interactive = plt.isinteractive()
    # A notebook's backend switches this on with its first figure; the style's end would
    # switch it off again, and no later chart would be shown.
    matplotlib.interactive(interactive)


def _set_fonts(ax: Axes) -> None:
    texts = [text for text in ax.findobj(Text) if text.get_text()]
    needed = families(text.get_text() for text in texts)
    if len(needed) > 1:
        for text in texts:
            text.set_fontfamily(needed)


def finish(ax: Axes, table: pd.DataFrame, title: str, caption: str, alt: str) -> Axes:
    """Write the title and remember what the chart shows."""
    ax.set_title(title, loc="left")
    ids = tuple(dict.fromkeys(table["article_id"])) if "article_id" in table else ()
    ax.newsread = Chart(title, caption, f"{title}. {alt}", ids)
    return ax


def nothing(ax: Axes, table: pd.DataFrame, title: str, message: str) -> Axes:
    """A chart of no rows: an axes that says so."""
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    ax.text(0.5, 0.5, message, transform=ax.transAxes, ha="center", va="center", color="0.35")
    return finish(ax, table, title, "", f"Nothing is drawn: {message}.")


def check_by(by: str, allowed: Iterable[str]) -> None:
    if by not in (allowed := tuple(allowed)):
        raise ValueError(
            f"by={by!r} is not known here; write by={' or by='.join(map(repr, allowed))}."
        )


def upright_grid(ax: Axes) -> None:
    ax.grid(axis="x", color="#d9d9d9", linewidth=0.6)
    ax.tick_params(axis="x", labelsize=8)


def row_labels(ax: Axes, labels: list[str]) -> None:
    """One label per row, first row on top, in letters that fit the rows' height."""
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.5, -0.5)
    ax.tick_params(axis="y", labelsize=letter_size(ax, len(labels)), length=0)


def letter_size(ax: Axes, rows: int) -> float:
    """Points: as large as the rows allow, when drawn into somebody else's small axes."""
    figure_height = ax.get_figure().get_size_inches()[1]
    height = ax.get_position().height * figure_height * 72
    return min(LARGEST_LETTER, max(SMALLEST_LETTER, 0.72 * height / max(rows, 1)))


def points_wide(ax: Axes) -> float:
    """About how wide the axes will be, in points, once the row labels have taken their room."""
    slot = ax.get_position().width * ax.get_figure().get_size_inches()[0] * 72
    labels = ax.get_yticklabels()
    taken = max((len(text.get_text()) * 0.58 * text.get_size() for text in labels), default=0)
    return max(1.2 * slot - taken, 0.3 * slot)


def told(rows: Iterable[str]) -> str:
    """Rows of an alternative text as one sentence; a long list is cut and counted."""
    rows = list(rows)
    rest = len(rows) - ROWS_TOLD
    return "; ".join(rows[:ROWS_TOLD]) + (f"; and {rest} more" if rest > 0 else "") + "."
