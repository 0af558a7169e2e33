"""Who claims how much, and what kind of act it is to say so."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from newsread.charts.bars import counted, largest, left_out, legend_above, stacked_bars
from newsread.charts.drawing import check_by, drawing, finish, nothing, told
from newsread.charts.palette import ACTS, OTHER_ACTS
from newsread.charts.speakers import NO_SIDES, is_sideless, speakers
from newsread.tables import require

OTHER = "other acts"
# Of acts as frequent, those that tell more of the dispute get a look of their own first.
TELLING = ("deny", "praise", "accuse", "condemn", "reject", "threaten", "demand", "pledge")


def plot_claims(
    claims: pd.DataFrame, *, by: str = "actor", top: int | None = 20, ax: Axes | None = None
) -> Axes:
    """How many claims each speaker makes, split by kind of act (say, deny, accuse, …).

    Every row counts once, claims within claims too. A speaker who is no known actor stands
    as written; ``by="side"`` adds up the speakers of one side. The six most frequent acts
    are told apart (of those as frequent: deny, praise, accuse, condemn and the like before
    say, ask and want), the rest are "other acts".
    """
    require(claims, "claims", "source", "source_actor", "source_side", "act")
    check_by(by, ("actor", "side"))
    title = "Claims by speaker" if by == "actor" else "Claims by side"
    who = speakers(claims, by)
    act = claims["act"].where(claims["act"] != "", OTHER)
    frequent = _most_frequent(act)
    act = act.where(act.isin(frequent), OTHER)
    counts = pd.crosstab(who.to_numpy(), act.to_numpy()).reindex(who.unique())
    counts, rest = largest(counts, top)
    looks = dict(zip(frequent, ACTS, strict=False)) | {OTHER: OTHER_ACTS}
    with drawing(ax, rows=len(counts)) as ax:
        if is_sideless(claims, "claims", by):
            return nothing(ax, claims, title, NO_SIDES)
        if counts.empty:
            return nothing(ax, claims, title, "no claims found")
        alt = told(
            f"{name} {row.sum()} ({', '.join(f'{act} {n}' for act, n in row.items() if n)})"
            for name, row in counts.iterrows()
        )
        finish(ax, claims, title, "Bars count claims; parts show the kind of act.", alt)
        stacked_bars(ax, counts, looks)
        ax.set_xlabel(
            "claims"
            + left_out(rest, "speaker" if by == "actor" else "side", lambda n: counted(n, "claim"))
        )
        legend_above(ax, columns=7)
    return ax


def _most_frequent(act: pd.Series) -> list[str]:
    counts = act[act != OTHER].value_counts()
    return sorted(counts.index, key=lambda name: (-counts[name], name not in TELLING))[: len(ACTS)]
