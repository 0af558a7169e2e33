"""Which candidates are claims, and which claims stand inside others.

Of a claim within a claim ("she said he denied it") usually the outer one is sure and the inner
one follows. But a doubtful outer one must not swallow sure inner ones: each candidate is
weighed against what stands inside it.
"""

from __future__ import annotations

from newsread.cues import Candidate

# A claim is kept when it is worth more than this: tuned on the train part for the F score.
LEAST = 0.4
# One inside another claim must be surer: nobody marked those, so they could not be counted.
LEAST_INSIDE = 0.5
# Not even looked at.
HOPELESS = 0.08


def nest(
    candidates: list[Candidate], least: float = LEAST, inside: float = LEAST_INSIDE
) -> list[Candidate]:
    """The likely candidates in text order, one per cue, each with the claim it stands in."""
    likely = _best_of_each_cue(candidates)
    within = _tree(likely)
    roots = within.get(None, [])
    chosen = [c for root in roots for c in _choose(root, within, 1.0, least, inside)[1]]
    return sorted(chosen, key=lambda c: (c.cue, c.content))


def _best_of_each_cue(candidates: list[Candidate]) -> list[Candidate]:
    best: dict[int, Candidate] = {}
    for candidate in candidates:
        candidate.parent = None
        if candidate.score > HOPELESS:
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


def _tree(candidates: list[Candidate]) -> dict[int | None, list[Candidate]]:
    """For each candidate (by cue; None: the text) those that stand directly in its content."""
    holder: dict[int, Candidate] = {}
    within: dict[int | None, list[Candidate]] = {}
    for candidate in sorted(candidates, key=size, reverse=True):
        outer = holder.get(candidate.cue)
        within.setdefault(outer.cue if outer else None, []).append(candidate)
        for first, last in candidate.content:
            for i in range(first, last + 1):
                holder[i] = candidate
    return within


def size(claim: Candidate) -> int:
    return sum(last - first + 1 for first, last in claim.content)


def _choose(
    claim: Candidate, within: dict, chance: float, least: float, inside: float
) -> tuple[float, list[Candidate]]:
    """The worth of the best choice from the claim and those in it, and the choice.

    ``chance``: that no claim around this one holds.
    """
    inner = within.get(claim.cue, [])
    alone = chance * claim.score - least
    worth, chosen = 0.0, []
    for other in inner:
        more, those = _choose(other, within, chance * (1 - claim.score), least, inside)
        worth += more
        chosen += those
    if alone < max(worth, 0.0):
        return worth, chosen
    chosen = [claim]
    for other in inner:
        _adopt(other, claim, within, inside, chosen)
    return alone, chosen


def _adopt(claim, parent, within, inside, chosen) -> None:
    """Those inside a chosen claim, each under the nearest chosen one around it."""
    if claim.score >= inside:
        claim.parent = parent
        chosen.append(claim)
        parent = claim
    for other in within.get(claim.cue, []):
        _adopt(other, parent, within, inside, chosen)
