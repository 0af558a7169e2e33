"""Cues: which reporting verbs each side gets."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

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
from newsread.charts.palette import FAINT, TONES
from newsread.charts.speakers import NO_SIDES, has_sides, is_sideless, speakers
from newsread.tables import require

MOST_CUES = 18
LONGEST_CUE = 16
WIDE_GROUP = 3  # columns; over fewer the tone is written aslant
COLUMN_WIDTH = 0.34


def plot_cues(
    claims: pd.DataFrame, *, by: str | None = None, top: int | None = 12, ax: Axes | None = None
) -> Axes:
    """Which reporting verbs each side (or ``by="actor"``) gets: one tile per side and cue.

    Unless ``by`` is given, it is sides where any speaker has one, else actors.
    Cues stand in groups by tone: neutral (said), distancing (claimed), factive (noted),
    hostile (condemned), supportive (praised). The number is how many claims use the cue.
    The ``top`` speakers and the 18 most frequent cues are shown; the rest are counted in
    the line below.
    """
    require(claims, "claims", "source", "source_actor", "source_side", "cue_lemma", "tone")
    by = by or ("side" if has_sides(claims, "claims") else "actor")
    check_by(by, ("actor", "side"))
    title = f"Reporting verbs by {by}"
    cued = claims.assign(who=speakers(claims, by))
    cued = cued[cued["cue_lemma"] != ""]
    cued = cued.assign(tone=cued["tone"].where(cued["tone"].isin(list(TONES)), "neutral"))
    names = list(cued["who"].value_counts().head(top).index)
    shown = cued[cued["who"].isin(names)]
    cues = _columns(shown)
    shown = shown[pd.MultiIndex.from_frame(shown[["tone", "cue_lemma"]]).isin(cues)]
    names = [name for name in names if (shown["who"] == name).any()]
    with drawing(ax, rows=len(names) + 3, width=max(8.0, 3 + COLUMN_WIDTH * len(cues))) as ax:
        if is_sideless(claims, "claims", by):
            return nothing(ax, claims, title, NO_SIDES)
        if shown.empty:
            return nothing(ax, claims, title, "no claims with a reporting verb found")
        counts = shown.groupby(["who", "tone", "cue_lemma"]).size()
        alt = told(f"{name}: {_told_cues(counts[name])}" for name in names if name in counts)
        finish(ax, claims, title, "Tiles count claims; verbs stand in groups by tone.", alt)
        row_labels(ax, [label(name) for name in names])
        size = letter_size(ax, len(names))
        for (who, tone, cue), n in counts.items():
            _tile(ax, cues.index((tone, cue)), names.index(who), n, tone, size)
        _cue_axis(ax, cues, len(names))
        left_out = len(claims) - len(shown)
        ax.set_xlabel(f"claims not shown here: {left_out}" if left_out else "")
    return ax


def _columns(shown: pd.DataFrame) -> list[tuple[str, str]]:
    """The most frequent (tone, cue) pairs, by tone, then by number.

    Of those as frequent the ones that tell a tone are kept before neutral ones.
    """
    counts = shown.groupby(["tone", "cue_lemma"]).size()
    telling_first = sorted(counts.index, key=lambda pair: (-counts[pair], pair[0] == "neutral"))
    tones = list(TONES)
    return sorted(
        telling_first[:MOST_CUES], key=lambda pair: (tones.index(pair[0]), -counts[pair], pair)
    )


def _tile(ax: Axes, x: int, y: int, n: int, tone: str, size: float) -> None:
    look = TONES[tone]
    ax.add_patch(
        Rectangle((x - 0.45, y - 0.42), 0.9, 0.84, facecolor=look.colour, edgecolor="#5a5a5a")
    )
    ax.text(x, y, str(n), ha="center", va="center", color=look.ink, fontsize=size)


def _cue_axis(ax: Axes, cues: list[tuple[str, str]], rows: int) -> None:
    """Verbs below, tones above with a line between one group and the next."""
    ax.set_xlim(-0.5, len(cues) - 0.5)
    names = [label(cue, LONGEST_CUE) for _, cue in cues]
    ax.set_xticks(range(len(cues)), names, rotation=45, ha="right", rotation_mode="anchor")
    ax.tick_params(axis="x", length=0)
    ax.spines[:].set_visible(False)
    ax.hlines([row + 0.5 for row in range(-1, rows)], -0.5, len(cues) - 0.5, color=FAINT, lw=0.6)
    tones = [tone for tone, _ in cues]
    for tone in dict.fromkeys(tones):
        first, n = tones.index(tone), tones.count(tone)
        ax.axvline(first - 0.5, color="#777777", lw=0.8)
        narrow = n < WIDE_GROUP
        ax.annotate(
            tone,
            (first - 0.5 + (n / 2 if narrow else 0), -0.5),
            (0 if narrow else 3, 3),
            textcoords="offset points",
            va="bottom",
            fontsize=8,
            fontweight="bold",
            rotation=40 if narrow else 0,
            ha="left",
            annotation_clip=False,
        )
    ax.axvline(len(cues) - 0.5, color="#777777", lw=0.8)
    turned = any(tones.count(tone) < WIDE_GROUP for tone in tones)
    ax.set_title(ax.get_title(loc="left"), loc="left", pad=50 if turned else 22)


def _told_cues(counts: pd.Series) -> str:
    most_first = counts.sort_values(ascending=False, kind="stable")
    return ", ".join(f"{cue} {n} ({tone})" for (tone, cue), n in most_first.items())
