"""Which candidates are claims, and which claims stand inside others."""

from __future__ import annotations

from newsread.cues import Candidate

# A candidate less likely than this is no claim; tuned on the train part.
LEAST = 0.4


def nest(candidates: list[Candidate], least: float = LEAST) -> list[Candidate]:
    """The likely candidates in text order, one per cue, each with the claim it stands in."""
    best: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.score >= least:
            other = best.get(candidate.cue)
            if other is None or other.score < candidate.score:
                best[candidate.cue] = candidate
    claims = _without_doubles(sorted(best.values(), key=lambda c: -c.score))
    holder: dict[int, Candidate] = {}
    by_size = sorted(claims, key=size, reverse=True)
    for claim in by_size:
        for first, last in claim.content:
            for i in range(first, last + 1):
                other = holder.get(i)
                if other is None or size(other) >= size(claim):
                    holder[i] = claim
    for claim in claims:
        parent = holder.get(claim.cue)
        if parent is claim:
            parent = None
        if parent is not None and not _inside(parent, claim):
            claim.parent = parent
    return sorted(claims, key=lambda c: (c.cue, c.content))


def size(claim: Candidate) -> int:
    return sum(last - first + 1 for first, last in claim.content)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return any(first <= inner.cue <= last for first, last in outer.content)


def _without_doubles(claims: list[Candidate]) -> list[Candidate]:
    """Of two claims with the same content only the likelier."""
    kept: list[Candidate] = []
    seen: set[tuple] = set()
    for claim in claims:
        key = tuple(claim.content)
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
