"""From table rows to marks on the text: which letters, which layer, which row.

Rows overlap and nest (a claim holds actors, dates and other claims), so the text is cut at
every place where a mark begins or ends. Each piece, a Segment, knows all the marks on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from newsread.article import Article
from newsread.tables import read_spans, require

# Layers from the outside in: where two marks lie on the same letters, the first encloses.
LAYERS = ("row", "content", "source", "cue", "holder", "target", "trigger", "date", "actor")

# The layers that one table gives, as a reader would name them.
KINDS = {
    "actors": ("actor",),
    "mentions": ("actor",),
    "claims": ("source", "cue", "content"),
    "dates": ("date",),
    "stances": ("trigger", "holder", "target"),
}

STANCES = {1: "for", 0: "neutral", -1: "against"}
SIGNS = {1: "▲", 0: "●", -1: "▼"}


@dataclass(frozen=True)
class Note:
    """What is said about a row where the reader points at it."""

    ref: str
    kind: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        return "; ".join([self.title, *(f"{name}: {value}" for name, value in self.facts)])


@dataclass(frozen=True)
class Mark:
    """Some letters that a row is about. ``tag`` is a short sign set beside them."""

    start: int
    end: int
    layer: str
    note: Note
    tag: str = ""
    side: str = ""


@dataclass(frozen=True)
class Segment:
    """A piece of text that begins and ends no mark within: ``marks`` lie on all of it."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def opening(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.start == self.start]

    @property
    def closing(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.end == self.end]


# ------------------------------------------------------------------ rows to marks
def marks_of(
    mentions: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
    dates: pd.DataFrame | None = None,
    stances: pd.DataFrame | None = None,
    *,
    parties: bool = False,
) -> list[Mark]:
    """The marks of these tables. With ``parties`` stances mark who and toward whom as well."""
    marks = []
    if mentions is not None:
        require(mentions, "mentions")
        marks += mention_marks(mentions)
    if claims is not None:
        require(claims, "claims")
        marks += claim_marks(claims)
    if dates is not None:
        require(dates, "dates")
        marks += date_marks(dates)
    if stances is not None:
        require(stances, "stances")
        marks += stance_marks(stances, parties)
    return marks


def mention_marks(mentions: pd.DataFrame) -> Iterator[Mark]:
    for row in mentions.itertuples():
        name = row.actor or "an actor not resolved"
        note = _note(
            row, row.mention_id, "mention", name, kind=row.kind, side=row.side, named_by=row.form
        )
        yield Mark(row.start, row.end, "actor", note, _side_tag(row), row.side)


def claim_marks(claims: pd.DataFrame) -> Iterator[Mark]:
    for row in claims.itertuples():
        source = row.source or "nobody named"
        if row.source_actor and row.source_actor != row.source:
            source += f" ({row.source_actor})"
        note = _note(
            row,
            row.claim_id,
            "claim",
            f"Claim {row.claim_id}: {source}",
            cue=row.cue,
            to=row.addressee,
            content=_short(row.content),
            act=row.act,
            tone=row.tone,
            quoted="" if row.quoted == "none" else row.quoted,
            negated="yes" if row.negated else "",
            hedged="yes" if row.hedged else "",
            inside=row.parent,
        )
        for layer in ("content", "source", "cue"):
            tag = "" if layer == "source" else row.claim_id
            for start, end in read_spans(getattr(row, f"{layer}_spans")):
                yield Mark(start, end, layer, note, tag, row.source_side)


def date_marks(dates: pd.DataFrame) -> Iterator[Mark]:
    for row in dates.itertuples():
        days = row.first_day
        if row.last_day and row.last_day != row.first_day:
            days = f"{row.first_day} to {row.last_day}"
        note = _note(
            row,
            row_ref("dates", row),
            "date",
            f"{row.type.capitalize()}: {row.expression}",
            days=days or "not known",
            value=row.value,
            precision=row.precision,
            modified=row.mod,
            counted_from=row.anchor,
            in_claim=row.claim_id,
        )
        yield Mark(row.start, row.end, "date", note)


def stance_marks(stances: pd.DataFrame, parties: bool = False) -> Iterator[Mark]:
    for row in stances.itertuples():
        leaning = STANCES[row.polarity]
        note = _note(
            row,
            row.stance_id,
            "stance",
            f"{row.holder or row.holder_text} → {row.target or row.target_text}: {leaning}",
            trigger=row.trigger,
            act=row.act,
            strength=f"{row.strength:.2g}",
            seen_in="what is said" if row.layer == "content" else "what is done",
            negated="yes" if row.negated else "",
            hedged="yes" if row.hedged else "",
            in_claim=row.claim_id,
        )
        spans = {"trigger": row.trigger_span or f"{row.start}-{row.end}"}
        if parties:
            spans |= {"holder": row.holder_span, "target": row.target_span}
        for layer, cell in spans.items():
            tag = SIGNS[row.polarity] if layer == "trigger" else layer
            for start, end in read_spans(cell):
                yield Mark(start, end, layer, note, tag)


def row_marks(table: pd.DataFrame, kind: str = "row") -> Iterator[Mark]:
    """Rows of any table with spans: just the letters they stand on."""
    for row in table.itertuples():
        title = getattr(row, "actor", "") or f"{kind} {row.Index}"
        facts = {"aliases": getattr(row, "aliases", "")}
        yield Mark(row.start, row.end, "row", _note(row, row_ref(kind, row), kind, title, **facts))


def row_ref(kind: str, row: object) -> str:
    """A short name for a row: its id, or the table's initial and the row's number."""
    column = {"mentions": "mention_id", "claims": "claim_id", "stances": "stance_id"}.get(kind, "")
    if given := getattr(row, column, ""):
        return given
    number = row.Index + 1 if isinstance(row.Index, int) else row.Index
    return f"{kind[0]}{number}"


def _note(row: object, ref: str, about: str, title: str, /, **facts: str) -> Note:
    facts["how"] = getattr(row, "how", "") or getattr(row, "why", "")
    if hasattr(row, "confidence"):
        facts["confidence"] = f"{row.confidence:.2f}"
    facts["corrected"] = getattr(row, "corrected", "")
    named = ((name.replace("_", " "), value) for name, value in facts.items() if value)
    return Note(ref, about, title, tuple(named))


def _side_tag(mention: object) -> str:
    """Whose side, in a few letters, unless the words themselves say so."""
    whose = mention.side or mention.actor
    if not whose:
        return "?"
    return "" if whose.casefold() in mention.text.casefold() else _abbreviated(whose)


def _abbreviated(name: str) -> str:
    words = name.split()
    return words[0][:4] if len(words) == 1 else "".join(word[0] for word in words[:4])


def _short(text: str, width: int = 160) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


# -------------------------------------------------------------- marks to segments
def check_marks(article: Article, *tables: pd.DataFrame | None) -> None:
    """Raise unless the rows of these tables stand where they say in this article's text."""
    for table in tables:
        if table is None:
            continue
        for row in table.itertuples():
            if article.text[row.start : row.end] != row.text:
                raise ValueError(
                    f"a row says {_short(row.text, 40)!r} stands at {row.start}-{row.end} of "
                    f"{row.article_id!r}, but {article.id!r} has "
                    f"{_short(article.text[row.start : row.end], 40)!r} there. Make the tables "
                    "again from the article as it is now."
                )


def segments(
    marks: Iterable[Mark], start: int, end: int, cuts: Iterable[int] = ()
) -> list[Segment]:
    """The text from ``start`` to ``end`` cut at every edge of a mark, and at ``cuts``."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    edges = {start, end, *(cut for cut in cuts if start < cut < end)}
    edges.update(max(m.start, start) for m in inside)
    edges.update(min(m.end, end) for m in inside)
    waiting = sorted(inside, key=lambda m: m.start, reverse=True)
    lying: list[Mark] = []
    pieces = []
    for here, there in pairwise(sorted(edges)):
        while waiting and waiting[-1].start <= here:
            lying.append(waiting.pop())
        lying = [mark for mark in lying if mark.end > here]
        pieces.append(Segment(here, there, tuple(sorted(lying, key=_nesting))))
    return pieces


def _nesting(mark: Mark) -> tuple[int, int, int, str]:
    return LAYERS.index(mark.layer), mark.start, -mark.end, mark.note.ref
