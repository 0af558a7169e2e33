"""Verbs that take somebody with a will: what things do not do."""

from __future__ import annotations

from newsread.lexicons import senses


def acting_verbs() -> dict[str, str]:
    """Verb -> "says" or "wills"."""
    return senses("acting")
