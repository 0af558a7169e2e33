"""Which candidates are claims, and which claims stand inside others.

Of a claim within a claim ("she said he denied it") usually the outer one is sure and the inner
one follows. But a doubtful outer one must not swallow sure inner ones: each candidate is
weighed against what stands inside it.
"""

from __future__ import annotations

from newsread.claims.acts import listed_act
from newsread.claims.candidate import Candidate
from newsread.claims.counts import group_of

# A claim is kept when it is worth more than this: tuned on the train part for the F score.
LEAST = 0.38
# One inside another claim must be surer: nobody marked those, so they could not be counted.
# A clause, an infinitive or a quotation shows that somebody says something; a noun does not.
LEAST_INSIDE = {
    "clause": 0.5,
    "to": 0.6,
    "quote": 0.5,
    "noun clause": 0.6,
    "noun": 0.65,
    "adj clause": 0.6,
}
LEAST_INSIDE_OTHERS = 0.75
# One that names nobody, or whose cue data/lexicons/cues.csv does not list, surer still.
LEAST_INSIDE_UNNAMED = 0.85
# A verb that cues.csv does not list, with a noun as its content ("blocked the plan").
DEEDS = 0.08
# Not even looked at.
UNLIKELY = 0.08


def nest(candidates: list[Candidate], least: float = LEAST) -> list[Candidate]:
    """The likely candidates in text order, one per cue, each with the claim it stands in."""
    likely = sorted(_best_of_each_cue(candidates), key=size, reverse=True)
    around = _around(likely)
    worth = _worth(likely, around, least)
    under: dict[int, Candidate | None] = {}  # the chosen claim around each candidate, or itself
    chosen: list[Candidate] = []
    for candidate in likely:
        outer = around[candidate.cue]
        parent = under[outer.cue] if outer else None
        keep = worth[candidate.cue][0] >= max(worth[candidate.cue][1], 0.0)
        if parent is not None:
            keep = candidate.score >= _least_inside(candidate)
        if keep:
            candidate.parent = parent
            chosen.append(candidate)
        under[candidate.cue] = candidate if keep else parent
    return sorted(chosen, key=lambda c: (c.cue, c.content))


def _least_inside(candidate: Candidate) -> float:
    group = group_of(candidate.construction)
    least = LEAST_INSIDE.get(group, LEAST_INSIDE_OTHERS)
    if group in ("clause", "to", "quote"):
        return least
    named = candidate.source_head >= 0
    if named and listed_act(candidate.lemma, candidate.construction):
        return least
    return LEAST_INSIDE_UNNAMED


def _best_of_each_cue(candidates: list[Candidate]) -> list[Candidate]:
    best: dict[int, Candidate] = {}
    for candidate in candidates:
        candidate.parent = None
        if candidate.score > UNLIKELY:
            other = best.get(candidate.cue)
            if other is None or other.score < candidate.score:
                best[candidate.cue] = candidate
    same: dict[tuple, Candidate] = {}
    for candidate in best.values():
        key = tuple(candidate.content)
        other = same.get(key)
        if other is None or other.score < candidate.score:
            same[key] = candidate
    return list(same.values())


def size(claim: Candidate) -> int:
    return sum(last - first + 1 for first, last in claim.content)


def _around(by_size: list[Candidate]) -> dict[int, Candidate | None]:
    """For each candidate (by its cue) the one in whose content it stands directly."""
    end = max((max(c.cue, *(last for _, last in c.content)) for c in by_size), default=0)
    holder: list[Candidate | None] = [None] * (end + 1)
    around: dict[int, Candidate | None] = {}
    for candidate in by_size:
        around[candidate.cue] = holder[candidate.cue]
        for first, last in candidate.content:
            holder[first : last + 1] = [candidate] * (last + 1 - first)
    return around


def _doubt(candidate: Candidate) -> float:
    """What a candidate must be worth above others: a verb with a noun may just do something."""
    if group_of(candidate.construction) != "object":
        return 0.0
    return 0.0 if listed_act(candidate.lemma, candidate.construction) else DEEDS


def _worth(
    by_size: list[Candidate], around: dict[int, Candidate | None], least: float
) -> dict[int, tuple[float, float]]:
    """For each candidate what is gained by choosing it, and by choosing from what is in it."""
    chance: dict[int, float] = {}  # that no claim around it holds
    for candidate in by_size:
        outer = around[candidate.cue]
        chance[candidate.cue] = chance[outer.cue] * (1 - outer.score) if outer else 1.0
    inside: dict[int, float] = {}
    worth: dict[int, tuple[float, float]] = {}
    for candidate in reversed(by_size):
        alone = chance[candidate.cue] * candidate.score - least - _doubt(candidate)
        within = inside.get(candidate.cue, 0.0)
        worth[candidate.cue] = alone, within
        outer = around[candidate.cue]
        if outer:
            inside[outer.cue] = inside.get(outer.cue, 0.0) + max(alone, within, 0.0)
    return worth
