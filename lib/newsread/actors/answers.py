"""What a rule says of a description: which actor, why, how surely."""

from __future__ import annotations

from typing import NamedTuple


class Answer(NamedTuple):
    actor: int
    how: str
    confidence: float


NOBODY = Answer(-1, "", 0.0)
