"""Verbs that take somebody with a will: what things do not do."""

from __future__ import annotations

from functools import cache

from newsread.lexicons import read_lexicon


@cache
def acting_verbs() -> dict[str, str]:
    """Verb -> "says" or "wills"."""
    return {row["verb"]: row["sense"] for row in read_lexicon("acting")}
