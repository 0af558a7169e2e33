"""The article with its mentions and claims laid over the words, for the stance rules."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from newsread.article import Article
from newsread.stances.polarity import head_of
from newsread.tables import cells_of, read_spans
from newsread.tree import Parse

DENIALS = frozenset({"deny", "reject"})


class Mention(NamedTuple):
    """One row of the mentions table, by its words."""

    actor: str
    side: str
    form: str
    kind: str
    start: int
    end: int
    first: int
    last: int
    head: int
    confidence: float


class Claim(NamedTuple):
    """One row of the claims table, by the words of its content."""

    claim_id: str
    actor: str
    side: str
    source: str
    source_spans: tuple[tuple[int, int], ...]
    content: tuple[range, ...]
    cue: str
    act: str
    negated: bool
    hedged: bool

    @property
    def is_meant(self) -> bool:
        """Whether the source says so: not what it denies, turns down or leaves unsaid."""
        return self.act not in DENIALS and not self.negated


class Scene:
    """The article with its mentions and claims laid over the words."""

    def __init__(self, article: Article, mentions: pd.DataFrame, claims: pd.DataFrame) -> None:
        self.article = article
        self.parse = article.parse
        self.mentions = list(_read_mentions(article.parse, mentions))
        self.claims = list(_read_claims(article.parse, claims))
        self.kinds = {mention.actor: mention.kind for mention in reversed(self.mentions)}
        self.at: dict[int, Mention] = {}
        for mention in self.mentions:  # a name's inner words stand for it, too
            if mention.form == "name":
                for i in range(mention.first, mention.last + 1):
                    self.at.setdefault(i, mention)
        for mention in self.mentions:
            known = self.at.get(mention.head)
            if known is None or known.head != mention.head or (mention.actor and not known.actor):
                self.at[mention.head] = mention
        self.times = {
            i
            for first, last, label in self.parse.entities
            if label in ("DATE", "TIME")
            for i in range(first, last + 1)
        }
        self.claim_of: dict[int, Claim] = {}
        for claim in self.claims:  # outer ones come first, inner ones go over them
            for words in claim.content:
                for i in words:
                    self.claim_of[i] = claim
        self._quotations: list[tuple[int, int]] = []  # outermost, in text order
        for quotation in article.quotations:
            if not self._quotations or quotation.start >= self._quotations[-1][1]:
                self._quotations.append((quotation.start, quotation.end))
        self.by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self.by_sentence[self.parse.sent[mention.head]].append(mention)

    def is_quoted(self, token: int) -> bool:
        at = self.parse.start[token]
        place = bisect_right(self._quotations, at, key=itemgetter(0))
        return place > 0 and at < self._quotations[place - 1][1]


def _read_mentions(parse: Parse, mentions: pd.DataFrame) -> Iterator[Mention]:
    columns = ["actor", "side", "form", "kind", "start", "end", "head_start", "head_end"]
    for cells in cells_of(mentions, *columns, "confidence"):
        actor, side, form, kind, start, end, head_start, head_end, sure = cells
        words = parse.tokens_in(start, end)
        if words:
            heads = parse.tokens_in(head_start, head_end)
            inside = range(max(words[0], heads.start), heads.stop) or words
            head = inside[0] if len(inside) == 1 else head_of(parse, inside[0], inside[-1])
            yield Mention(actor, side, form, kind, start, end, words[0], words[-1], head, sure)


def _read_claims(parse: Parse, claims: pd.DataFrame) -> Iterator[Claim]:
    columns = ("claim_id", "source_actor", "source_side", "source", "source_spans")
    columns += ("content_spans", "cue_lemma", "act", "negated", "hedged")
    found = [
        Claim(
            *who,
            tuple(read_spans(source)),
            tuple(parse.tokens_in(*span) for span in read_spans(content)),
            lemma,
            act,
            negated,
            hedged,
        )
        for *who, source, content, lemma, act, negated, hedged in cells_of(claims, *columns)
    ]
    return iter(sorted(found, key=lambda claim: -sum(len(words) for words in claim.content)))
