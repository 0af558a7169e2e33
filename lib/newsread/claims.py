"""Who says what: every claim with its source, cue and content."""

from __future__ import annotations

from bisect import bisect_right

import pandas as pd

from newsread.article import Article
from newsread.coordination import part_coordinated
from newsread.cues import Candidate, cue_words, find_candidates
from newsread.errata.applying import apply_corrections
from newsread.lexicons import read_lexicon
from newsread.nesting import nest
from newsread.quotes import find_quotations
from newsread.running import find_speeches, give_owners
from newsread.scoring import (
    Surroundings,
    features_of,
    look_around,
    probability,
    read_counts,
    read_weights,
    surroundings,
)
from newsread.speakers import find_speaker, source_words
from newsread.tables import make_table, require, spans_text

# Trimmed from the ends of a content: they belong to the sentence around it.
EDGES = frozenset((",", ";", ":", "-", "--", "–", "—", ".", "!", "?", "…"))
NEVER_CLAIM = 0.02


def find_claims(article: Article, mentions: pd.DataFrame) -> pd.DataFrame:
    """Who says what: one row per claim."""
    require(mentions, "mentions", "start", "end", "actor", "side")
    candidates, _ = find_scored_candidates(article)
    claims = nest(candidates)
    table = make_table("claims", _rows(article, claims, mentions))
    return apply_corrections("claims", table, article, mentions=mentions)


def find_scored_candidates(
    article: Article, scored: bool = True
) -> tuple[list[Candidate], Surroundings]:
    """Everything that may be a claim, with its source, and how likely it is one."""
    parse = article.parse
    candidates = list(find_candidates(parse))
    counts = read_counts()
    part_coordinated(parse, candidates, counts.acts)
    speeches = find_speeches(parse, find_quotations(article.text, article.paragraph_spans))
    give_owners(parse, candidates, speeches, counts.speaks)
    around = surroundings(parse, speeches)
    for candidate in candidates:
        head, candidate.how = find_speaker(parse, candidate)
        candidate.source_head = head
        if head >= 0 and not candidate.source:
            candidate.source = source_words(parse, head, candidate.cue)
        candidate.content = _trimmed(parse, candidate.content)
        candidate.cue_words = cue_words(parse, candidate)
    candidates = [c for c in candidates if c.content]
    if scored:
        weights = read_weights()
        look_around(around, candidates, len(parse), counts)
        for candidate in candidates:
            candidate.score = probability(features_of(parse, candidate, around, counts), weights)
    return candidates, around


def _trimmed(parse, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = []
    for first, last in pieces:
        while first <= last and parse.word[first] in EDGES:
            first += 1
        while first <= last and parse.word[last] in EDGES:
            last -= 1
        if first <= last:
            found.append((first, last))
    return found


def _rows(article: Article, claims: list[Candidate], mentions: pd.DataFrame):
    parse, text = article.parse, article.text
    acts = {(row["lemma"]): row for row in read_lexicon("cues")}
    names = {id(claim): f"c{number}" for number, claim in enumerate(claims, 1)}
    who = _Who(mentions)
    for claim in claims:
        spans = {
            "source": [parse.span(*piece) for piece in claim.source],
            "cue": [parse.span(*piece) for piece in claim.cue_words],
            "content": [parse.span(*piece) for piece in claim.content],
        }
        every = [span for role in spans.values() for span in role]
        start, end = min(s for s, _ in every), max(e for _, e in every)
        entry = acts.get(claim.lemma, {})
        actor, side = who.at(parse, claim.source_head)
        addressee = (
            parse.span(parse.left[claim.addressee], parse.right[claim.addressee])
            if claim.addressee >= 0
            else None
        )
        row = article.row(start, end) | {
            "sentence_id": parse.sent[claim.cue],
            "claim_id": names[id(claim)],
            "parent": names[id(claim.parent)] if claim.parent else "",
            "source_actor": actor,
            "source_side": side,
            "cue_lemma": claim.lemma,
            "addressee": text[slice(*addressee)] if addressee else "",
            "addressee_actor": who.at(parse, claim.addressee)[0],
            "act": entry.get("act", "say"),
            "tone": entry.get("tone", "neutral"),
            "confidence": round(claim.score, 3),
            "how": f"{claim.construction}: {claim.lemma}; source: {claim.how}",
        }
        for role, pieces in spans.items():
            row[role] = " … ".join(text[s:e] for s, e in pieces)
            row[f"{role}_spans"] = spans_text(pieces)
        yield row


class _Who:
    """Which actor a word belongs to, by the mentions table."""

    def __init__(self, mentions: pd.DataFrame):
        columns = zip(
            mentions["start"].tolist(),
            mentions["end"].tolist(),
            mentions["actor"].tolist(),
            mentions["side"].tolist(),
            strict=True,
        )
        self.rows = sorted(row for row in columns if row[2])
        self.starts = [row[0] for row in self.rows]

    def at(self, parse, word: int) -> tuple[str, str]:
        if word < 0:
            return "", ""
        start, end = parse.start[word], parse.end[word]
        place = bisect_right(self.starts, start)
        for row in reversed(self.rows[max(0, place - 8) : place]):
            if row[1] >= end:
                return row[2], row[3]
        return "", ""
