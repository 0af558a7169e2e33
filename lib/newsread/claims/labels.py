"""Cues that are no word of saying: "according to", and a colon after a name."""

from __future__ import annotations

from collections.abc import Iterator

from newsread.claims.candidate import Candidate
from newsread.claims.pieces import outside
from newsread.tree import Parse

# The words that introduce a source, the last of them governing it -> entry.
ACCORDING = {
    ("according", "to"): "according to",
    ("words", "of"): "in the words of",
    ("view", "of"): "in the view of",
    ("per",): "per",
}
ACCORDING_ENDS = frozenset(words[-1] for words in ACCORDING)
CLAUSES = frozenset(("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"))


def of_according(parse: Parse, i: int) -> Iterator[Candidate]:
    """ "according to her, it rained": the content is the clause around."""
    last = parse.lower[i]
    before = parse.lower[i - 1] if i else ""
    lemma = ACCORDING.get((last,)) or ACCORDING.get((before, last))
    source = next((k for k in parse.children[i] if parse.dep[k] == "pobj"), -1)
    if not lemma or source < 0:
        return
    top = i
    while top > i - 3 and parse.head[top] != top and parse.head[top] in (i - 1, i - 2, i - 3):
        top = parse.head[top]
    clause = parse.head[top]
    while parse.dep[clause] not in CLAUSES and parse.head[clause] != clause:
        clause = parse.head[clause]
    if clause == top:
        return
    yield Candidate(
        i,
        lemma,
        "according",
        outside(parse, clause, top),
        clause,
        cue_words=[(top, i)],
        source=[(parse.left[source], parse.right[source])],
        source_head=source,
    )


LONGEST_LABEL = 10


def of_colons(parse: Parse) -> Iterator[Candidate]:
    """ "Minister: It rained" at the head of a paragraph."""
    begin = 0
    n = len(parse)
    while begin < n:
        end = begin
        while end < n and parse.paragraph[end] == parse.paragraph[begin]:
            end += 1
        for i in range(begin + 1, min(begin + LONGEST_LABEL, end - 1)):
            if parse.word[i] == ":":
                label = range(begin, i)
                if all(parse.pos[k] in LABEL for k in label) and any(
                    parse.pos[k] in ("PROPN", "NOUN") for k in label
                ):
                    yield Candidate(
                        i,
                        ":",
                        "colon",
                        [(i + 1, end - 1)],
                        i + 1,
                        cue_words=[(i, i)],
                        source=[(begin, i - 1)],
                        source_head=i - 1,
                    )
                break
        begin = end


LABEL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PUNCT", "ADP", "CCONJ", "PART", "NUM"))
