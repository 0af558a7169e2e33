"""In error messages: what there is, and which of it was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

MOST_LISTED = 20
ALIKE = 0.6  # of difflib's ratio


def listed(names: Iterable[object], most: int = MOST_LISTED) -> str:
    """Names as one line, c2 before c10, a long list cut with the number left out."""
    names = sorted(dict.fromkeys(map(str, names)), key=_natural)
    more = len(names) - most
    return ", ".join(names[:most]) + (f", … and {more} more" if more > 0 else "")


def meant(given: object, names: Iterable[object]) -> str:
    """``" Did you mean 'Norway'?"``, or "" where nothing is like what was given."""
    by_letters = {str(name).casefold(): str(name) for name in names}
    given = str(given).casefold()
    close = get_close_matches(given, by_letters, n=3, cutoff=ALIKE)
    if not close and len(given) > 2:
        close = [name for name in by_letters if given in name][:3]
    return (
        f" Did you mean {' or '.join(repr(by_letters[name]) for name in close)}?" if close else ""
    )


def _natural(name: str) -> list[tuple[int, int | str]]:
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts if part]
