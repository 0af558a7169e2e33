"""When: the article's dates as points and bars on a line of time."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from newsread.charts.bars import EDGE, legend_above
from newsread.charts.drawing import drawing, finish, letter_size, nothing, row_labels, told
from newsread.charts.lettering import label
from newsread.charts.palette import CLAIMED, REPORTED, Look
from newsread.charts.timescale import crowded, day_number, plain_axis, stretched_axis
from newsread.charts.timewords import plain_time
from newsread.tables import require

TITLE = "The times the article speaks of"
MOST_UNDATED = 8
LONGEST_WHEN = 36


def plot_timeline(
    dates: pd.DataFrame,
    *,
    date: dt.date | None = None,
    top: int | None = 30,
    ax: Axes | None = None,
) -> Axes:
    """Each time the article speaks of, in order: a day is a point, anything longer a bar.

    ``date`` is ``article.date``: a dashed line. Dark marks are the reporter's, light
    hatched ones stand inside somebody's claim. Equal times share a row (×3). Where most
    times lie close together and some far off, the axis shows the distance from the
    article's day, each step ten times the one before. Expressions that name no day come
    last, without a mark. Beyond ``top`` rows the times told least often and farthest from
    the article's day are left out, and counted below.
    """
    require(dates, "dates", "expression", "type", "value", "first_day", "last_day", "claim_id")
    rows = _rows(dates)
    dated = _nearest(rows[rows["first"].notna()], date, top)
    undated = rows[rows["first"].isna()].head(MOST_UNDATED)
    drawn = pd.concat([dated, undated], ignore_index=True)
    hidden = len(rows) - len(drawn)
    with drawing(ax, rows=len(drawn) + 1) as ax:
        if drawn.empty:
            return nothing(ax, dates, TITLE, "no dates found")
        drawn["when"] = [plain_time(row.value, row.type, date) for row in drawn.itertuples()]
        alt = told(map(_told, drawn.itertuples()))
        if date:
            alt = f"The article is of {date.isoformat()}. {alt}"
        finish(ax, dates, TITLE, "Points are days, bars longer times; × counts passages.", alt)
        row_labels(ax, [_row_label(row) for row in drawn.itertuples()])
        size = min(8, letter_size(ax, len(drawn)))
        _scale(ax, dated, date)
        for y, row in enumerate(drawn.itertuples()):
            _mark(ax, y, row, size)
        _legend(ax, drawn, date)
        if hidden:
            ax.set_xlabel(f"{ax.get_xlabel()}  ({hidden} more not shown)".strip())
    return ax


def _rows(dates: pd.DataFrame) -> pd.DataFrame:
    """One row per time and voice, with the expressions that mean it and their number."""
    rows = pd.DataFrame(
        {
            "expression": dates["expression"],
            "value": dates["value"],
            "type": dates["type"],
            "first": dates["first_day"].map(day_number).astype(float),
            "last": dates["last_day"].map(day_number).astype(float),
            "claimed": dates["claim_id"] != "",
        }
    )
    rows["last"] = rows["last"].fillna(rows["first"])
    # Expressions that mean no day are only alike if they are the same words.
    alike = rows["value"].where(rows["first"].notna(), rows["expression"].str.lower())
    groups = rows.groupby(
        [rows["first"], rows["last"], rows["claimed"], alike], dropna=False, sort=False
    )
    return groups.agg(
        expression=("expression", lambda words: ", ".join(dict.fromkeys(words))),
        value=("value", "first"),
        type=("type", "first"),
        n=("expression", "size"),
        first=("first", "first"),
        last=("last", "first"),
        claimed=("claimed", "first"),
    ).reset_index(drop=True)


def _nearest(rows: pd.DataFrame, date: dt.date | None, top: int | None) -> pd.DataFrame:
    """The ``top`` times told most often, then nearest to the article's day; in order."""
    today = day_number(date.isoformat()) if date else rows["last"].max()
    away = ((rows["first"] + rows["last"]) / 2 - today).abs()
    kept = rows.assign(away=away).sort_values(["n", "away"], ascending=[False, True]).head(top)
    return kept.drop(columns="away").sort_values(["first", "last", "claimed"], kind="stable")


def _row_label(row) -> str:
    times = f"  ×{row.n}" if row.n > 1 else ""
    return label(row.expression) + times


def _scale(ax: Axes, dated: pd.DataFrame, date: dt.date | None) -> None:
    today = day_number(date.isoformat()) if date else None
    days = [*dated["first"], *dated["last"] + 1] + ([today] if date else [])
    if not days:
        ax.set_xticks([])
        ax.set_xlim(0, 1)
        return
    low, high = min(days), max(days)
    if crowded(dated["first"], dated["last"]):
        middle = today if date else high
        stretched_axis(ax, low, high, middle)
        ax.set_xlabel(
            "time before and after " + ("the article’s date" if date else "the latest date")
        )
    else:
        plain_axis(ax, low, high)
    if date:
        ax.axvline(today, color="black", linestyle="--", linewidth=1, zorder=1)
    ax.spines["left"].set_visible(False)


def _mark(ax: Axes, y: int, row, size: float) -> None:
    look = CLAIMED if row.claimed else REPORTED
    if pd.isna(row.first):
        ax.annotate(
            label(row.when, LONGEST_WHEN),
            (0, y),
            (4, 0),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            va="center",
            fontsize=size,
            color="0.35",
            style="italic",
        )
        return
    if row.first == row.last:
        ax.plot(row.first, y, "D", markersize=7, color=look.colour, markeredgecolor=EDGE, zorder=3)
    else:
        ax.barh(
            y,
            row.last + 1 - row.first,
            left=row.first,
            height=0.5,
            color=look.colour,
            hatch=look.hatch,
            edgecolor=EDGE if row.claimed else look.colour,
            linewidth=2,
            zorder=3,
        )
    ax.annotate(
        _when(row),
        (1, y),
        (6, 0),
        xycoords=("axes fraction", "data"),
        textcoords="offset points",
        va="center",
        fontsize=size,
        annotation_clip=False,
    )


def _when(row) -> str:
    return label(row.when, LONGEST_WHEN) + (", claimed" if row.claimed else "")


def _legend(ax: Axes, drawn: pd.DataFrame, date: dt.date | None) -> None:
    def patch(look: Look, name: str) -> Patch:
        return Patch(facecolor=look.colour, hatch=look.hatch, edgecolor=EDGE, label=name)

    handles = []
    if (~drawn["claimed"]).any():
        handles.append(patch(REPORTED, "the reporter’s"))
    if drawn["claimed"].any():
        handles.append(patch(CLAIMED, "inside a claim"))
    if date:
        line = Line2D([], [], color="black", linestyle="--", linewidth=1)
        line.set_label(f"the article, {date.isoformat()}")
        handles.append(line)
    legend_above(ax, handles=handles)


def _told(row) -> str:
    return f"{row.expression}: {row.when}" + (", in a claim" if row.claimed else "")
