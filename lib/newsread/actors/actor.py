"""One actor, and what is known of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Actor:
    """One actor: its names (places in the list of names) and what is known of it."""

    key: str
    kind: str
    side: str = ""
    gender: str = ""
    plural: bool = False
    names: list[int] = field(default_factory=list)
    hows: Counter = field(default_factory=Counter)
    whys: dict[int, str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    resolved: bool = True
    guess: str = ""
