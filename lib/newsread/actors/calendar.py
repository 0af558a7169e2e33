"""Words that stand where names stand, and are none."""

from __future__ import annotations

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec christmas easter ramadan gmt est pm am internet god".split()
)

CAPTIONS = frozenset(("image", "photo", "picture", "credit", "file", "source", "video"))
