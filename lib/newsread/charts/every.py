"""Every chart of an article, by the name its files get."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import pandas as pd
from matplotlib.axes import Axes

from newsread.charts.claims import plot_claims
from newsread.charts.cues import plot_cues
from newsread.charts.mentions import plot_dispersion, plot_mentions
from newsread.charts.speakers import has_sides
from newsread.charts.stances import plot_stance_course, plot_stances
from newsread.charts.timeline import plot_timeline
from newsread.charts.voices import plot_voices
from newsread.charts.words import plot_words

Tables = Mapping[str, pd.DataFrame]

CHARTS: dict[str, Callable[[Tables, dt.date | None], Axes]] = {
    "mentions-by-actor": lambda t, _: plot_mentions(t["mentions"]),
    "mentions-by-side": lambda t, _: plot_mentions(t["mentions"], by="side"),
    "where-actors-are-mentioned": lambda t, _: plot_dispersion(t["mentions"], t["sentences"]),
    "claims-by-speaker": lambda t, _: plot_claims(t["claims"]),
    "claims-by-side": lambda t, _: plot_claims(t["claims"], by="side"),
    "voices": lambda t, _: plot_voices(t["claims"], t["sentences"]),
    "voices-by-side": lambda t, _: plot_voices(t["claims"], t["sentences"], by="side"),
    "reporting-verbs-by-actor": lambda t, _: plot_cues(t["claims"], by="actor"),
    "reporting-verbs-by-side": lambda t, _: plot_cues(t["claims"], by="side"),
    "timeline": lambda t, date: plot_timeline(t["dates"], date=date),
    "stances-by-actor": lambda t, _: plot_stances(t["stances"]),
    "stances-by-side": lambda t, _: plot_stances(t["stances"], by="side"),
    "stances-through-the-article": lambda t, _: plot_stance_course(t["stances"], t["sentences"]),
    "frequent-words": lambda t, _: plot_words(t["frequencies"]),
}

# The charts by side, and the table whose sides they draw: not made where nobody has one.
BY_SIDE = {
    "mentions-by-side": "mentions",
    "claims-by-side": "claims",
    "voices-by-side": "claims",
    "reporting-verbs-by-side": "claims",
    "stances-by-side": "stances",
}


def draw_charts(tables: Tables, date: dt.date | None = None) -> Iterator[tuple[str, Axes]]:
    """Name and Axes of every chart, one at a time; those by side only where there are sides.

    ``tables``: by name, as ``read_tables`` gives them, with ``sentences`` and
    ``frequencies``. ``date``: the article's, for the timeline. Close each figure
    (``plt.close(ax.figure)``) before asking for the next, to save memory.
    """
    for name, draw in CHARTS.items():
        if name in BY_SIDE and not has_sides(tables[BY_SIDE[name]], BY_SIDE[name]):
            continue
        yield name, draw(tables, date)
