"""Any text as a label: no markup, no missing letters, no endless lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

FAMILY = "DejaVu Sans"
LONGEST = 34
# Drawn in place of a letter that no font on this machine has.
NO_GLYPH = "□"


def label(text: str, longest: int = LONGEST) -> str:
    """The text as matplotlib shall draw it: one line, shortened, "$" a plain dollar sign."""
    return shorten(plain(text), longest).replace("$", r"\$")


def plain(text: str) -> str:
    """One line of letters that can be drawn, everything else left out or shown as □."""
    letters = "".join(_drawable(char) for char in text)
    return " ".join(letters.split())


def shorten(text: str, longest: int = LONGEST) -> str:
    """Keep both ends of a long text: two long names often differ only at the end."""
    if len(text) <= longest:
        return text
    tail = longest // 3
    return f"{text[: longest - tail - 1].rstrip()}…{text[-tail:].lstrip()}"


def families(texts: Iterable[str]) -> list[str]:
    """The fonts these texts need: the usual one, and others where it lacks a letter."""
    missing = {char for text in texts for char in text} - set(map(chr, _letters(_usual_font())))
    others = {_other_family(char) for char in missing if not char.isspace()}
    return [FAMILY, *sorted(others - {None})]


def _drawable(char: str) -> str:
    if char.isspace() or ord(char) in _letters(_usual_font()):
        return char
    if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Cn", "Cs", "Co"):
        return "" if unicodedata.category(char) in ("Cc", "Cf", "Mn") else NO_GLYPH
    return char if _other_family(char) else NO_GLYPH


@cache
def _usual_font() -> str:
    return font_manager.findfont(FAMILY)


@cache
def _letters(path: str) -> frozenset[int]:
    return frozenset(FT2Font(path).get_charmap())


@cache
def _other_family(char: str) -> str | None:
    """An installed font with this letter: upright and scalable, first by name."""
    for name, path in _other_fonts():
        if ord(char) in _letters(path):
            return name
    return None


@cache
def _other_fonts() -> tuple[tuple[str, str], ...]:
    fonts = {
        entry.name: entry.fname
        for entry in font_manager.fontManager.ttflist
        if entry.style == "normal" and entry.weight == 400 and _usable(entry.name, entry.fname)
    }
    return tuple(sorted(fonts.items()))


def _usable(name: str, path: str) -> bool:
    """Fonts of pictures (colour emoji) cannot be drawn; one has only stand-ins for letters."""
    if name.startswith(("Last Resort", "LastResort")):
        return False
    try:
        return bool(FT2Font(path).scalable)
    except (OSError, RuntimeError):
        return False
