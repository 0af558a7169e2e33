"""Colours and hatches: told apart by the colour-blind, in greyscale, and on paper.

Hues are those of Okabe and Ito (2008), with the lightness of neighbours set apart. Colour
is never the only sign: parts of a bar also differ by hatch, marks by shape.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    colour: str
    hatch: str = ""
    ink: str = "white"  # what is written on it


FORMS = {
    "name": Look("#12456b"),
    "description": Look("#6fb3de", "////", "black"),
    "pronoun": Look("#e8eef3", "....", "black"),
}
# Acts have no order: whichever is most frequent in an article takes the first look.
ACTS = (
    Look("#12456b"),
    Look("#f0b64a", "////", "black"),
    Look("#7a3b69"),
    Look("#9fd3ee", "....", "black"),
    Look("#0a7d5c", "\\\\\\\\"),
    Look("#f3e9a6", "xxxx", "black"),
)
OTHER_ACTS = Look("#dddddd", "", "black")
TONES = {
    "neutral": Look("#e3e3e3", "", "black"),
    "distancing": Look("#f0b64a", "", "black"),
    "factive": Look("#9fd3ee", "", "black"),
    "hostile": Look("#a3340f"),
    "supportive": Look("#12456b"),
}
VOICES = {
    "reporter's own": Look("#e3e3e3", "", "black"),
    "told in the reporter's words": Look("#12456b"),
    "partly quoted": Look("#6fb3de", "////", "black"),
    "quoted": Look("#f0b64a", "....", "black"),
}
AGAINST, NEUTRAL, FOR = "#b35806", "#f2f2f2", "#3b4cc0"
REPORTED, CLAIMED = Look("#12456b"), Look("#f7d08a", "////", "black")
MARK = "#12456b"
FAINT = "#cccccc"


def luminance(colour: str) -> float:
    """How light a colour is in greyscale, 0 to 1 (WCAG relative luminance)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
