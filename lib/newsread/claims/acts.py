"""What is done in saying something, and what the reporter's word for it gives away."""

from __future__ import annotations

from functools import cache

from newsread.lexicons import read_lexicon

UNLISTED = ("say", "neutral")


@cache
def _entries() -> dict[tuple[str, str], tuple[str, str]]:
    """(lemma, frame) -> act and tone; also (lemma, part of speech) and (lemma, "") for any.

    Where a lemma has several entries, the first is the one for frames without an entry.
    """
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in read_lexicon("cues"):
        for key in (row["frame"], row["pos"], ""):
            found.setdefault((row["lemma"], key), (row["act"], row["tone"]))
    return found


def listed_act(lemma: str, construction: str) -> tuple[str, str] | None:
    """Act and tone of a cue in a construction, as data/lexicons/cues.csv has them."""
    kind = construction.split()[0]
    entries = _entries()
    for key in (construction, kind if kind in ("noun", "adj") else "verb", ""):
        if (lemma, key) in entries:
            return entries[lemma, key]
    return None


def act_of(lemma: str, construction: str) -> tuple[str, str]:
    """The same, "say" and "neutral" where the cue is not in it."""
    return listed_act(lemma, construction) or UNLISTED
