"""Which actor a source is, by the mentions table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import pandas as pd

from newsread.relatives import antecedent
from newsread.tables import cells_of
from newsread.tree import Parse

# Mentions that begin before a word and may still reach over it.
OPEN = 8
SPEAKS_FOR = frozenset(("for", "from", "by"))


class Who:
    """The mentions of known actors, to be asked which of them a word belongs to."""

    def __init__(self, mentions: pd.DataFrame) -> None:
        rows = cells_of(mentions, "start", "end", "actor", "side")
        self.rows = sorted(row for row in rows if row[2])
        self.starts = [row[0] for row in self.rows]

    def at(self, parse: Parse, word: int) -> tuple[str, str]:
        """The actor whose mention holds the word, and its side; "" and "" for none."""
        if word < 0:
            return "", ""
        place = bisect_right(self.starts, parse.start[word])
        for _, end, actor, side in reversed(self.rows[max(0, place - OPEN) : place]):
            if end >= parse.end[word]:
                return actor, side
        return "", ""

    def behind(self, parse: Parse, source: int) -> tuple[str, str, str]:
        """The actor of a source, its side, and how it was found where that needs a word.

        Of "the minister, who said" it is the minister, of "the ministry's statement" and "a
        spokesman for the ministry" the ministry, of "Peru and Chile" the first.
        """
        if source < 0:
            return "", "", ""
        word = antecedent(parse, source)
        found = ", whom it stands for" if word != source else ""
        actor, side = self.at(parse, word)
        if not actor:
            for other, how in _others(parse, word):
                actor, side = self.at(parse, other)
                if actor:
                    return actor, side, how
        if any(parse.dep[k] == "conj" for k in parse.children[word]):
            found += ", the first of several"
        return actor, side, found


def _others(parse: Parse, word: int) -> Iterator[tuple[int, str]]:
    """Words that may say who a source is that is no actor itself."""
    for k in parse.children[word]:
        if parse.dep[k] == "appos":
            yield k, ", named beside it"
    for k in parse.children[word]:
        if parse.dep[k] == "poss":
            yield k, ", its owner the actor"
        elif parse.dep[k] == "prep" and parse.lower[k] in SPEAKS_FOR:
            for i in parse.children[k]:
                if parse.dep[i] == "pobj":
                    yield i, ", its owner the actor"
