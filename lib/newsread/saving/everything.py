"""The main job on one article: every table and every figure, as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import matplotlib.pyplot as plt

from newsread.article import Article, check_article
from newsread.charts.every import CHARTS, draw_charts
from newsread.reading import read_tables
from newsread.saving.export import save_figure, save_tables
from newsread.words import collocations, word_frequencies

STEPS = len(CHARTS) + 2  # reading, tables, and each chart


def save_everything(
    article: Article,
    *,
    folder: str | Path | None = None,
    progress: Callable[[int], object] | None = None,
) -> list[Path]:
    """Read the article and save every table and every figure; returns the paths.

    They go to exports/ARTICLE_ID/ or to ``folder``. ``progress`` is called with 1 after
    each of the ``STEPS``.
    """
    check_article(article)
    done = progress or _nobody_looks
    tables = read_tables(article) | {
        "sentences": article.sentences,
        "frequencies": word_frequencies(article),
        "collocations": collocations(article, top=None),
    }
    done(1)
    paths = save_tables(article, folder=folder, **tables)
    done(1)
    left = len(CHARTS)
    for name, ax in draw_charts(tables, article.date):
        try:
            paths += save_figure(ax, name, article, folder=folder)
        finally:
            plt.close(ax.figure)
        left -= 1
        done(1)
    done(left)  # charts by side, where nobody has one
    return paths


def _nobody_looks(steps: int) -> None:
    """Progress where nobody asked to see it."""
