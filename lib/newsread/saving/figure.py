"""A chart as PNG, SVG and PDF, each with its words: title, caption, source, alternative text."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from xml.sax.saxutils import escape

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from newsread.charts.drawing import STYLE
from newsread.charts.lettering import families, plain
from newsread.saving.cells import ILLEGAL

DPI = 300
LETTERS_PER_INCH = 15.5  # of the caption's small letters
LINE_HEIGHT = 0.15
TITLE_SCALE = 0.55
SVG_START = re.compile(r"<svg\b([^>]*)>")


class Words(NamedTuple):
    title: str
    caption: list[str]  # lines below the chart
    alt: str


def figure_files(ax: Axes, words: Words) -> dict[str, bytes]:
    """The figure of this axes in each format, by file ending. The axes stay as they were."""
    words = Words(words.title, words.caption, ILLEGAL.sub("", words.alt))
    with plt.style.context(STYLE), _captioned(ax, words) as figure:
        about = {"Title": words.title, "Subject": words.alt, "Creator": "newsread"}
        return {
            "png": _saved(figure, "png", {"Title": words.title, "Description": words.alt}, DPI),
            "svg": _accessible(_saved(figure, "svg", {"Date": None}), words),
            "pdf": _saved(figure, "pdf", about | {"CreationDate": None}),
        }


def _saved(figure, kind: str, metadata: dict, dpi: int | str = "figure") -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format=kind, metadata=metadata, dpi=dpi)
    return file.getvalue()


@contextmanager
def _captioned(ax: Axes, words: Words) -> Iterator[Figure]:
    """The figure with title and caption on it, for the time of saving."""
    figure = ax.get_figure(root=True)
    width, height = figure.get_size_inches()
    before = figure.get_suptitle(), figure.get_supxlabel(), figure.get_layout_engine()
    lines = [line for part in words.caption for line in _wrapped(part, width)]
    figure.set_layout_engine("constrained")
    figure.set_size_inches(width, height + LINE_HEIGHT * len(lines) + 0.1)
    if words.title not in (ax.get_title(loc="left"), ax.get_title()):
        above = _wrapped(words.title, width * TITLE_SCALE)
        _over(figure.suptitle, above, fontsize=12, fontweight="bold")
    _over(figure.supxlabel, lines, fontsize=7.5, color="#333333")
    # Laid out once, from the same start each time: every format, and the same chart saved
    # again, has the same places.
    for axes in figure.axes:
        if axes.get_subplotspec() is not None:
            axes.set_subplotspec(axes.get_subplotspec())
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    try:
        yield figure
    finally:
        for write, text in ((figure.suptitle, before[0]), (figure.supxlabel, before[1])):
            write(text).set_in_layout(bool(text))
        figure.set_size_inches(width, height)
        figure.set_layout_engine(before[2] or "none")


def _over(write: Callable, lines: list[str], **style) -> None:
    text = "\n".join(line.replace("$", r"\$") for line in lines)
    write(text, x=0.01, ha="left", fontfamily=families(lines), **style).set_in_layout(True)


def _wrapped(text: str, inches: float) -> list[str]:
    return textwrap.wrap(plain(text), max(int(inches * LETTERS_PER_INCH), 20))


def _accessible(svg: bytes, words: Words) -> bytes:
    """An SVG that a screen reader reads: an image with a title and a description."""
    title, alt = escape(ILLEGAL.sub("", words.title)), escape(words.alt)
    start = (
        r'<svg\1 role="img" aria-labelledby="newsread-title newsread-desc">'
        '\n <title id="newsread-title">{title}</title>'
        '\n <desc id="newsread-desc">{alt}</desc>'
    )

    def opened(match: re.Match) -> str:
        return start.replace(r"\1", match.group(1)).format(title=title, alt=alt)

    return SVG_START.sub(opened, svg.decode("utf-8"), count=1).encode("utf-8")
