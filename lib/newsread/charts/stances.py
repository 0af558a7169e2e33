"""For or against: who toward whom, and how it runs through the article."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from newsread.charts.bars import EDGE, legend_above
from newsread.charts.drawing import (
    check_by,
    drawing,
    finish,
    letter_size,
    nothing,
    row_labels,
    told,
)
from newsread.charts.lettering import label
from newsread.charts.palette import AGAINST, FAINT, FOR, NEUTRAL, luminance
from newsread.charts.speakers import NO_SIDES, is_sideless
from newsread.tables import require

COLOURS = LinearSegmentedColormap.from_list("stance", [AGAINST, NEUTRAL, FOR])
LEANS = 0.1  # a mean beyond this is for or against
SIGNS = {"against": "▼", "neutral": "●", "mixed": "◆", "for": "▲"}
POLARITY = {-1: "against", 0: "neutral", 1: "for"}
LOOKS = {"against": ("v", AGAINST), "neutral": ("o", "#777777"), "for": ("^", FOR)}
LONGEST_COLUMN = 24
NEEDED = ("holder", "holder_side", "target", "target_side", "polarity", "strength", "layer")


def plot_stances(
    stances: pd.DataFrame,
    *,
    by: str = "actor",
    layer: str | None = None,
    min_evidence: int = 1,
    top: int | None = 15,
    ax: Axes | None = None,
) -> Axes:
    """Who is for or against whom: one tile per holder (row) and target (column).

    Colour is the mean of polarity × strength, from -1 against to +1 for; the sign says the
    same: ▼ against, ▲ for, ● neutral, ◆ mixed; the number is how many passages the tile
    rests on. Pairs with fewer than ``min_evidence`` are left out. ``layer`` keeps only the
    "act" rows (what is done) or the "content" rows (what is said). ``by="side"`` rolls
    actors up; one without a side stands for itself.
    """
    title = f"For or against, by {by}"
    pairs = _pairs(stances, by, layer)
    tiles = _tiles(pairs, min_evidence)
    holders = _most(tiles, "from", top)
    targets = _most(tiles, "to", top)
    tiles = tiles[tiles["from"].isin(holders) & tiles["to"].isin(targets)]
    holders, targets = _most(tiles, "from", None), _most(tiles, "to", None)
    with drawing(ax, rows=len(holders) + 4, width=max(7.0, 3.2 + 0.5 * len(targets))) as ax:
        if is_sideless(stances, "stances", by):
            return nothing(ax, stances, title, NO_SIDES)
        if tiles.empty:
            return nothing(ax, stances, title, "no stances found")
        alt = told(
            f"{tile.source} toward {tile.to}: {tile.sign}, {tile.n} passage{'s' * (tile.n > 1)}"
            for tile in tiles.rename(columns={"from": "source"}).itertuples()
        )
        caption = "Rows: who; columns: toward whom; numbers count passages."
        finish(ax, stances, title, caption, alt)
        row_labels(ax, [label(name) for name in holders])
        size = letter_size(ax, len(holders))
        for tile in tiles.rename(columns={"from": "source"}).itertuples():
            _tile(ax, targets.index(tile.to), holders.index(tile.source), tile, size)
        _column_labels(ax, targets, len(holders))
        asked = len(stances) if layer is None else (stances["layer"] == layer).sum()
        left_out = asked - int(tiles["n"].sum())
        ax.set_xlabel("toward whom" + (f"  ({left_out} passages not shown)" if left_out else ""))
        ax.set_ylabel("who")
        _legend(ax, tiles)
    return ax


def plot_stance_course(
    stances: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
    *,
    by: str = "actor",
    layer: str | None = None,
    min_evidence: int = 1,
    top: int | None = 15,
    ax: Axes | None = None,
) -> Axes:
    """Stance over the course of the article: one lane per pair, one mark per passage.

    ▲ for, ▼ against, ● neutral; filled marks are acts, open ones the content of claims.
    With ``sentences`` (``article.sentences``) the axis runs to the article's end, without
    them to the last stance.
    """
    title = "For or against, through the article"
    pairs = _pairs(stances, by, layer)
    pairs["lane"] = pairs["from"] + " → " + pairs["to"]
    counts = pairs["lane"].value_counts()
    lanes = counts[counts >= min_evidence].head(top)
    shown = pairs[pairs["lane"].isin(lanes.index)].sort_values(["lane", "sentence_id", "start"])
    # Passages of one sentence stand one above the other, in their order.
    place = shown.groupby(["lane", "sentence_id"])
    n = place["start"].transform("size")
    shown["lift"] = 0.6 * ((place.cumcount() + 0.5) / n - 0.5)
    with drawing(ax, rows=len(lanes)) as ax:
        if is_sideless(stances, "stances", by):
            return nothing(ax, stances, title, NO_SIDES)
        if shown.empty:
            return nothing(ax, stances, title, "no stances found")
        alt = told(f"{name}: {_told_lane(shown[shown['lane'] == name])}" for name in lanes.index)
        finish(ax, stances, title, "Filled marks: acts; open marks: what a claim says.", alt)
        row_labels(ax, [f"{_lane_label(shown, name)}  {n}" for name, n in lanes.items()])
        length = len(sentences) if sentences is not None else int(shown["sentence_id"].max()) + 1
        ax.hlines(range(len(lanes)), 0.5, length + 0.5, color=FAINT, linewidth=0.8, zorder=0)
        _marks(ax, shown, {name: row for row, name in enumerate(lanes.index)})
        ax.set_xlim(0.5, length + 0.5)
        ax.xaxis.get_major_locator().set_params(integer=True)
        ax.set_xlabel("sentence")
        ax.spines["left"].set_visible(False)
        _course_legend(ax, shown)
    return ax


def _pairs(stances: pd.DataFrame, by: str, layer: str | None) -> pd.DataFrame:
    """The stances with the two names the chart is about, as ``from`` and ``to``.

    Without both there is no pair to draw.
    """
    require(stances, "stances", *NEEDED, "sentence_id", "start")
    check_by(by, ("actor", "side"))
    rows = stances if layer is None else stances[stances["layer"] == layer]
    holder, target = rows["holder"], rows["target"]
    if by == "side":
        holder = rows["holder_side"].where(rows["holder_side"] != "", holder)
        target = rows["target_side"].where(rows["target_side"] != "", target)
    pairs = rows.assign(**{"from": holder, "to": target})
    return pairs[(pairs["from"] != "") & (pairs["to"] != "")]


def _tiles(pairs: pd.DataFrame, min_evidence: int) -> pd.DataFrame:
    pairs = pairs.assign(
        weight=pairs["polarity"] * pairs["strength"],
        against=pairs["polarity"] < 0,
        favour=pairs["polarity"] > 0,
    )
    tiles = pairs.groupby(["from", "to"], sort=False).agg(
        n=("weight", "size"),
        mean=("weight", "mean"),
        against=("against", "any"),
        favour=("favour", "any"),
    )
    tiles = tiles[tiles["n"] >= min_evidence].reset_index()
    tiles["sign"] = [_sign(tile) for tile in tiles.itertuples()]
    return tiles


def _sign(tile) -> str:
    if abs(tile.mean) > LEANS:
        return "for" if tile.mean > 0 else "against"
    if tile.against and tile.favour:
        return "mixed"
    if tile.against or tile.favour:
        return "for" if tile.favour else "against"
    return "neutral"


def _most(tiles: pd.DataFrame, column: str, top: int | None) -> list[str]:
    counts = tiles.groupby(column, sort=False)["n"].sum()
    return list(counts.sort_values(ascending=False, kind="stable").head(top).index)


def _tile(ax: Axes, x: int, y: int, tile, size: float) -> None:
    colour = to_hex(COLOURS((tile.mean + 1) / 2))
    ax.add_patch(
        Rectangle((x - 0.47, y - 0.45), 0.94, 0.9, facecolor=colour, edgecolor=EDGE, linewidth=0.6)
    )
    ink = "white" if luminance(colour) < 0.18 else "black"
    ax.text(
        x, y, f"{SIGNS[tile.sign]} {tile.n}", ha="center", va="center", color=ink, fontsize=size
    )


def _column_labels(ax: Axes, targets: list[str], rows: int) -> None:
    names = [label(name, LONGEST_COLUMN) for name in targets]
    ax.set_xticks(range(len(targets)), names, rotation=40, ha="right", rotation_mode="anchor")
    ax.set_xlim(-0.5, len(targets) - 0.5)
    ax.tick_params(axis="both", length=0)
    ax.spines[:].set_visible(False)
    ax.hlines([row + 0.5 for row in range(-1, rows)], -0.5, len(targets) - 0.5, color=FAINT, lw=0.6)
    ax.vlines([x - 0.5 for x in range(len(targets) + 1)], -0.5, rows - 0.5, color=FAINT, lw=0.6)


def _legend(ax: Axes, tiles: pd.DataFrame) -> None:
    colours = {"against": AGAINST, "neutral": NEUTRAL, "mixed": NEUTRAL, "for": FOR}
    handles = [
        Patch(facecolor=colours[sign], edgecolor=EDGE, label=f"{SIGNS[sign]} {sign}")
        for sign in SIGNS
        if (tiles["sign"] == sign).any()
    ]
    legend_above(ax, handles=handles)


def _lane_label(shown: pd.DataFrame, lane: str) -> str:
    pair = shown[shown["lane"] == lane].iloc[0]
    return f"{label(pair['from'], LONGEST_COLUMN)} → {label(pair['to'], LONGEST_COLUMN)}"


def _marks(ax: Axes, shown: pd.DataFrame, row: dict[str, int]) -> None:
    for (polarity, layer), these in shown.groupby(["polarity", "layer"]):
        marker, colour = LOOKS[POLARITY[polarity]]
        ax.plot(
            these["sentence_id"] + 1,
            these["lane"].map(row) + these["lift"],
            marker,
            color=colour,
            markersize=7,
            alpha=0.9,
            clip_on=False,
            markerfacecolor="white" if layer == "content" else colour,
        )


def _course_legend(ax: Axes, shown: pd.DataFrame) -> None:
    handles = [
        Line2D([], [], linestyle="", marker=marker, color=colour, label=name)
        for value, name in POLARITY.items()
        for marker, colour in [LOOKS[name]]
        if (shown["polarity"] == value).any()
    ]
    if (shown["layer"] == "content").any():
        handles.append(
            Line2D(
                [],
                [],
                linestyle="",
                marker="o",
                color="#777777",
                markerfacecolor="white",
                label="open: in claims",
            )
        )
    legend_above(ax, handles=handles)


def _told_lane(lane: pd.DataFrame) -> str:
    return ", ".join(
        f"{POLARITY[passage.polarity]} in sentence {passage.sentence_id + 1}"
        for passage in lane.itertuples()
    )
