"""Transcripts: paragraphs that begin with a name in capitals and a colon, turn upon turn."""

from __future__ import annotations

from collections import Counter

from newsread.claims.candidate import Candidate
from newsread.tree import Parse

LONGEST_LABEL = 6
FEWEST_TURNS = 3
OPENS = frozenset(("“", '"', "‘", "'", "«", "„"))
# A paragraph that begins so is no speech: "(CROSSTALK)".
REMARKS = frozenset(("(", "["))


def find_turns(parse: Parse) -> list[Candidate]:
    """A claim for each turn of a transcript; none where the article has no transcript.

    A transcript has three turns or more, two speakers or more, and one who speaks twice. A
    turn goes on over paragraphs without a label, up to the next turn.
    """
    colons = [i for i, word in enumerate(parse.word) if word == ":"]
    if sum(parse.word[i - 1].isupper() for i in colons) < FEWEST_TURNS:
        return []
    paragraphs = _paragraphs(parse)
    labels = [_label(parse, first, last) for first, last in paragraphs]
    names = Counter(_name(parse, label) for label in labels if label)
    if sum(names.values()) < FEWEST_TURNS or len(names) < 2 or max(names.values()) < 2:
        return []
    at = [number for number, label in enumerate(labels) if label]
    turns = []
    for number, after in zip(at, [*at[1:], at[-1] + 1], strict=True):
        begin, colon = labels[number]
        content = [(colon + 1, paragraphs[number][1])]
        for first, last in paragraphs[number + 1 : after]:
            if parse.word[first + (parse.word[first] in OPENS and first < last)] not in REMARKS:
                content.append((first, last))
        turns.append(
            Candidate(
                colon,
                ":",
                "turn",
                content,
                colon + 1,
                cue_words=[(colon, colon)],
                source=[(begin, colon - 1)],
                source_head=colon - 1,
            )
        )
    return turns


def _paragraphs(parse: Parse) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for i, number in enumerate(parse.paragraph):
        if i and number == parse.paragraph[i - 1]:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def _label(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    """The first word of a label in capitals and the colon after it; None where there is none."""
    begin = first + 1 if parse.word[first] in OPENS else first
    for i in range(begin, min(begin + LONGEST_LABEL, last)):
        word = parse.word[i]
        if word == ":":
            return (begin, i) if i > begin else None
        if not (word.isupper() or word in ".,"):
            return None
    return None


def _name(parse: Parse, label: tuple[int, int]) -> str:
    return " ".join(parse.lower[label[0] : label[1]])
