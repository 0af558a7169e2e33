"""The timeline's axis: plain where it can be, stretched around the article's day where not."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.scale import FuncScale

from newsread.charts.drawing import points_wide, upright_grid

EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST, LAST = dt.date.min.toordinal() - EPOCH, dt.date.max.toordinal() - EPOCH
# A plain axis would press these many of the intervals into this part of its width.
CROWD, CORNER = 0.6, 0.05
LABEL_POINTS = 14.0  # between two slanted labels
STEPS = {
    "1 day": 1,
    "1 week": 7,
    "1 month": 30,
    "1 year": 365,
    "10 years": 3652,
    "100 years": 36524,
    "1,000 years": 365242,
}


def day_number(cell: str) -> float:
    """Days since 1970 of an ISO day; NaN where there is none that a calendar has."""
    try:
        return dt.date.fromisoformat(cell).toordinal() - EPOCH
    except ValueError:
        return math.nan


def iso(number: float) -> str:
    return dt.date.fromordinal(int(number) + EPOCH).isoformat()


def crowded(first: pd.Series, last: pd.Series) -> bool:
    """Would a plain axis show most intervals as one dot in a corner?"""
    middles = np.unique(((first + last) / 2).to_numpy())
    span = last.max() - first.min()
    if len(middles) < 3 or span < 366:
        return False
    ahead = np.searchsorted(middles, middles + CORNER * span, side="right")
    return bool((ahead - np.arange(len(middles))).max() >= CROWD * len(middles))


def plain_axis(ax: Axes, low: float, high: float) -> None:
    margin = max(3.0, 0.04 * (high - low))
    ax.set_xlim(max(FIRST, low - margin), min(LAST, high + margin))
    locator = AutoDateLocator(minticks=3, maxticks=8)
    ax.xaxis_date()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    upright_grid(ax)


def stretched_axis(ax: Axes, low: float, high: float, middle: float) -> None:
    """Distance from ``middle`` on a logarithmic scale, before it and after it."""

    def forward(days):
        away = np.asarray(days, dtype=float) - middle
        return np.sign(away) * np.log10(1 + np.abs(away))

    def backward(logs):
        return middle + np.sign(logs) * (10 ** np.abs(logs) - 1)

    ax.set_xscale(FuncScale(ax, (forward, backward)))
    left, right = forward(low), forward(high)
    ax.set_xlim(backward(min(left - 0.2, -0.4)), backward(max(right + 0.2, 0.4)))
    ticks = {middle: "0"}
    apart = LABEL_POINTS * (max(right, 0.4) - min(left, -0.4)) / points_wide(ax)
    for sign, far in ((-1, left), (1, right)):
        last = 0.0
        for name, days in STEPS.items():
            place = math.log10(1 + days)
            if sign * far > 0 and place <= abs(far) + 0.15 and place - last >= apart:
                ticks[middle + sign * days] = ("−" if sign < 0 else "+") + name
                last = place
    ax.set_xticks(
        list(ticks), list(ticks.values()), rotation=35, ha="right", rotation_mode="anchor"
    )
    ax.minorticks_off()
    upright_grid(ax)
