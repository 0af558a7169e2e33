"""Voices: in whose mouth the article puts its words."""

from __future__ import annotations

import re
from bisect import bisect_left

import pandas as pd
from matplotlib.axes import Axes

from newsread.charts.bars import largest, left_out, legend_above, stacked_bars
from newsread.charts.drawing import check_by, drawing, finish, nothing, told
from newsread.charts.palette import VOICES
from newsread.charts.speakers import NO_SIDES, is_sideless, speakers
from newsread.tables import read_spans, require

WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")
OWN = "reporter's own"
PER_CENT = "{:.0f} %".format
REPORTER = "the reporter"
PARTS = {"none": "told in the reporter's words", "part": "partly quoted", "whole": "quoted"}


def plot_voices(
    claims: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    by: str = "actor",
    top: int | None = 15,
    ax: Axes | None = None,
) -> Axes:
    """What share of the article's words stands in each speaker's mouth, in per cent.

    ``sentences`` is ``article.sentences``. Words of a claim's content are the speaker's;
    all others, the speaker's name and the reporting verb among them, are the reporter's
    own. A claim within a claim belongs to the outer speaker, and no word counts twice.
    """
    require(
        claims,
        "claims",
        "claim_id",
        "parent",
        "source",
        "source_actor",
        "source_side",
        "content_spans",
        "quoted",
    )
    require(sentences, "sentences", "start", "text")
    check_by(by, ("actor", "side"))
    title = "Whose words the article gives"
    words = _word_starts(sentences)
    counts = _words_per_voice(claims, words, by)
    shares = counts * (100 / max(len(words), 1))
    speaking, rest = largest(shares.drop(index=REPORTER, errors="ignore"), top)
    shares = pd.concat([shares[shares.index == REPORTER], speaking])
    with drawing(ax, rows=len(shares)) as ax:
        if not words:
            return nothing(ax, claims, title, "no words found")
        if is_sideless(claims, "claims", by):
            return nothing(ax, claims, title, NO_SIDES)
        alt = told(f"{name} {row.sum():.0f} %" for name, row in shares.iterrows())
        caption = f"Share of the article's {len(words):,} words; claims within claims count once."
        finish(ax, claims if len(claims) else sentences, title, caption, alt)
        stacked_bars(ax, shares, VOICES, total=PER_CENT)
        ax.set_xlabel(
            f"% of {len(words):,} words"
            + left_out(rest, "speaker" if by == "actor" else "side", PER_CENT)
        )
        legend_above(ax)
    return ax


def _word_starts(sentences: pd.DataFrame) -> list[int]:
    return [
        start + match.start()
        for start, text in zip(sentences["start"], sentences["text"], strict=True)
        for match in WORD.finditer(text)
    ]


def _words_per_voice(claims: pd.DataFrame, words: list[int], by: str) -> pd.DataFrame:
    """Words per speaker and manner; each word belongs to the first claim that holds it."""
    outermost = claims[~claims["parent"].isin(set(claims["claim_id"]))]
    owner: list[tuple[str, str] | None] = [None] * len(words)
    for who, row in zip(speakers(outermost, by), outermost.itertuples(), strict=True):
        for start, end in read_spans(row.content_spans):
            for word in range(bisect_left(words, start), bisect_left(words, end)):
                owner[word] = owner[word] or (who, PARTS.get(row.quoted, PARTS["none"]))
    pairs = pd.Series([o or (REPORTER, OWN) for o in owner], dtype=object)
    if pairs.empty:
        return pd.DataFrame(columns=list(VOICES))
    names, parts = zip(*pairs, strict=True)
    counts = pd.crosstab(pd.Series(names), pd.Series(parts))
    return counts.reindex(columns=list(VOICES), fill_value=0).reindex(dict.fromkeys(names))
