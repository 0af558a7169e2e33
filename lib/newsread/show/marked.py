"""The article as a reader sees it, with what was found marked on its letters.

HTML and CSS only: it works in JupyterLab, the classic notebook, VS Code, exported pages
and reports, and nothing in an article can run.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import pandas as pd

from newsread.article import Article, check_article
from newsread.show.marks import (
    SIGNS,
    STANCES,
    Mark,
    Note,
    Segment,
    check_marks,
    marks_of,
    segments,
)

# As many sides as have a colour of their own in marked.css; the others share one.
COLOURS = 6
MOST_LETTERS = 12  # abbreviations that the legend spells out

# What the legend says of each layer, and how the layers are switched: together or alone.
SWITCHES = {
    "actor": ("Actors", ("actor",)),
    "claim": ("Claims", ("source", "cue", "content")),
    "date": ("Dates", ("date",)),
    "stance": ("Stances", ("trigger", "holder", "target")),
}
SAMPLES = {
    "actor": "actor",
    "source": "source",
    "cue": "cue",
    "content": "content",
    "date": "date",
    "trigger": "stance",
    "holder": "who",
    "target": "toward whom",
}

# Where a notebook is not trusted yet, or a preview on the web takes all style away, these
# elements and the tips' "hidden" are what is left of the marks.
PLAIN_SIGNS = {"actor": "u", "cue": "i", "trigger": "b", "date": "em"}

# A notebook's own formulas are set by MathJax; an article's dollar signs are not formulas.
NO_FORMULAS = "tex2jax_ignore mathjax_ignore"


@dataclass(frozen=True, repr=False)
class Shown:
    """Something that a notebook shows as ``html`` and a terminal as ``plain``."""

    html: str
    plain: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.plain


def show_article(
    article: Article,
    mentions: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
    dates: pd.DataFrame | None = None,
    stances: pd.DataFrame | None = None,
) -> Shown:
    """The whole article, its paragraphs kept, with the rows of these tables marked on it.

    Actors are underlined. Where the words do not say it (pronouns, descriptions, members of
    a side), small letters after them are short for the side, or without one for the actor
    meant, "?" for one not known; the legend spells them out. A claim's source has a line
    above, its cue is in italics, its content stands in brackets with the claim's number;
    dates are dotted; stances carry ▲ for, ▼ against, ● neutral. Point at a mark, or go to
    it with the Tab key, to see its row. The boxes in the legend
    switch marks off and on.

    Raises ValueError where a table belongs to another text.
    """
    check_article(article)
    marks = marks_of(mentions, claims, dates, stances)
    check_marks(article, mentions, claims, dates, stances)
    html = f'<div class="nr {NO_FORMULAS}">{style()}{marked_article(article, marks)}</div>'
    return Shown(html, _plain(article, marks))


def marked_article(article: Article, marks: list[Mark], links: bool = False) -> str:
    """Heading, legend, text and list of marks. With ``links`` marks lead to their rows."""
    return (
        f'<article class="nr-article">{heading(article, titled=not links)}{legend(marks)}'
        f'<div class="nr-text" lang="en">{_paragraphs(article, marks, links)}</div>'
        f"{'' if links else _list_of_marks(marks)}</article>"
    )


@cache
def style() -> str:
    return f"<style>{css()}</style>"


@cache
def css() -> str:
    return (Path(__file__).parent / "marked.css").read_text(encoding="utf-8")


# ------------------------------------------------------------------------ heading
def heading(article: Article, titled: bool = True) -> str:
    facts = [
        article.outlet,
        article.author,
        f"{article.date:%Y-%m-%d} (date {_date_from(article)})" if article.date else "no date",
        f"{len(article.text.split()):,} words",
    ]
    line = " · ".join(escape(fact) for fact in facts if fact)
    below = f'<div class="nr-facts" dir="auto">{line}</div>'
    if not titled:
        return below
    title = escape(article.title or article.id)
    return f'<div class="nr-title" role="heading" aria-level="3" dir="auto">{title}</div>{below}'


def _date_from(article: Article) -> str:
    where = {"header": "from the header", "file name": "from the file name"}
    return where.get(article.date_from, article.date_from)


# ------------------------------------------------------------------------- legend
def legend(marks: Iterable[Mark]) -> str:
    """What the signs mean: only those that are there, each with how many rows it has."""
    rows: dict[str, set[str]] = {}
    for mark in marks:
        rows.setdefault(mark.layer, set()).add(mark.note.ref)
    parts = []
    for switch, (name, layers) in SWITCHES.items():
        there = [layer for layer in layers if layer in rows]
        if not there:
            continue
        count = len(set().union(*(rows[layer] for layer in there)))
        samples = " ".join(_sample(layer) for layer in there)
        parts.append(
            f'<label class="nr-switch"><input type="checkbox" checked class="nr-on-{switch}"> '
            f"{name} ({count})</label> {samples}{_details(switch, marks)}"
        )
    if not parts:
        return '<div class="nr-legend">Nothing is marked.</div>'
    items = "".join(f"<li>{part}</li>" for part in parts)
    return f'<ul class="nr-legend" aria-label="Legend; boxes switch marks off and on">{items}</ul>'


def _sample(layer: str) -> str:
    inner = f'<span class="nr-{layer}">{SAMPLES[layer]}</span>'
    if layer == "content":
        inner = f"{_tag('content', '[n')}{inner}{_tag('content', ']')}"
    return inner


def _details(switch: str, marks: Iterable[Mark]) -> str:
    if switch == "actor":
        told = "; ".join(filter(None, (_sides_told(marks), _letters_told(marks))))
    elif switch == "stance":
        signs = {mark.tag for mark in marks if mark.layer == "trigger"}
        told = ", ".join(f"{SIGNS[p]} {STANCES[p]}" for p in SIGNS if SIGNS[p] in signs)
    else:
        told = ""
    return f' <span class="nr-of">{told}</span>' if told else ""


def _sides_told(marks: Iterable[Mark]) -> str:
    sides = _sides(marks)
    told = [
        f'<span class="nr-actor nr-side{number}">{escape(side)}</span> ({count})'
        for side, (number, count) in sides.items()
        if number
    ]
    if len(told) < len(sides):
        told.append("others")
    return f"sides: {', '.join(told)}" if told else ""


def _letters_told(marks: Iterable[Mark]) -> str:
    """What the small letters after pronouns and descriptions are short for."""
    short = {m.tag: m.side or m.note.title for m in marks if m.layer == "actor" and m.tag}
    unknown = short.pop("?", "")
    told = [f"{escape(tag)} = {escape(name)}" for tag, name in short.items()]
    told = told[:MOST_LETTERS] + (["…"] if len(told) > MOST_LETTERS else [])
    told += ["? = not known"] if unknown else []
    return f"small letters say who is meant, or whose side: {', '.join(told)}" if told else ""


def _sides(marks: Iterable[Mark]) -> dict[str, tuple[int, int]]:
    """Each side's colour number (0 for those without) and how many mentions it has."""
    counts = Counter(mark.side for mark in marks if mark.layer == "actor" and mark.side)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {
        side: (number if number <= COLOURS else 0, count)
        for number, (side, count) in enumerate(ranked, start=1)
    }


# --------------------------------------------------------------------------- text
def _paragraphs(article: Article, marks: list[Mark], links: bool) -> str:
    spans = article.paragraph_spans
    if not spans:
        return ""
    cuts = [edge for span in spans for edge in span]
    pieces = segments(marks, spans[0][0], spans[-1][1], cuts)
    painter = Painter(article.text, marks, links)
    html, position = [], 0
    for start, end in spans:
        while pieces[position].end <= start:
            position += 1
        inside = []
        while position < len(pieces) and pieces[position].end <= end:
            inside.append(pieces[position])
            position += 1
        html.append(f'<p dir="auto">{painter.paint(inside)}</p>')
    return "\n".join(html)


class Painter:
    """Segments to HTML: the layers as nested spans, then the note that hovering shows."""

    def __init__(self, text: str, marks: Iterable[Mark], links: bool = False) -> None:
        marks = list(marks)
        self.text = text
        self.links = links
        self.sides = _sides(marks)
        self.prefix = _fingerprint(text, marks)
        self.anchored: set[str] = set()
        self.count = 0

    def paint(self, pieces: Iterable[Segment]) -> str:
        return "".join(map(self._segment, pieces))

    def _segment(self, piece: Segment) -> str:
        text = escape(self.text[piece.start : piece.end])
        if not piece.marks or not text.strip():
            return text
        before = "".join(_opening_tag(mark) for mark in piece.opening)
        after = "".join(_closing_tag(mark) for mark in reversed(piece.closing))
        depth = sum(mark.layer == "content" for mark in piece.marks)
        for mark in reversed(_one_per_layer(piece.marks)):
            element = PLAIN_SIGNS.get(mark.layer, "span")
            text = f'<{element} class="{self._classes(mark, depth)}">{text}</{element}>'
        self.count += 1
        name = f"{self.prefix}-{self.count}"
        reach = f' tabindex="0" aria-describedby="{name}"' if piece.opening else ""
        if self.links:
            refs = " ".join(dict.fromkeys(mark.note.ref for mark in piece.marks))
            reach += f' data-refs="{escape(refs)}"'
        return (
            f'<span class="nr-s" role="mark"{reach}>{self._anchors(piece)}{before}{text}{after}'
            f'<span class="nr-tip" role="tooltip" id="{name}" hidden="hidden">'
            f"{self._tip(piece)}</span></span>"
        )

    def _classes(self, mark: Mark, depth: int) -> str:
        if mark.layer == "content":
            return f"nr-content nr-deep{min(depth, 3)}"
        if mark.layer == "actor":
            return f"nr-actor nr-side{self.sides.get(mark.side, (0, 0))[0]}"
        return f"nr-{mark.layer}"

    def _tip(self, piece: Segment) -> str:
        notes = {mark.note.ref: mark.note for mark in piece.marks}
        return "".join(self._note(note) for note in notes.values())

    def _note(self, note: Note) -> str:
        title = f"<b>{escape(note.title)}</b>"
        if self.links:
            title = f'<a href="#row-{escape(note.ref)}">{title}</a>'
        facts = "".join(
            f'<span class="nr-fact"><i>{escape(name)}</i> {escape(value)}</span>'
            for name, value in note.facts
            if name != "content"  # the reader is pointing at it
        )
        return f'<span class="nr-note nr-note-{note.kind}" dir="auto">{title} {facts}</span>'

    def _anchors(self, piece: Segment) -> str:
        """Where links from the tables arrive: the first letters of each row."""
        if not self.links:
            return ""
        new = {m.note.ref: None for m in piece.marks if m.note.ref not in self.anchored}
        self.anchored.update(new)
        return "".join(f'<i class="nr-here" id="at-{escape(ref)}"></i>' for ref in new)


def _one_per_layer(marks: Iterable[Mark]) -> list[Mark]:
    """Nested claims share one ground; the innermost mark of a layer is the one drawn."""
    return list({mark.layer: mark for mark in marks}.values())


def _opening_tag(mark: Mark) -> str:
    if mark.layer == "content":
        return _tag("content", f"[{mark.tag}")
    if mark.layer in ("trigger", "holder", "target"):
        return _tag(mark.layer, mark.tag)
    return ""


def _closing_tag(mark: Mark) -> str:
    if mark.layer == "content":
        return _tag("content", "]")
    if mark.layer in ("cue", "actor") and mark.tag:
        return _tag(mark.layer, mark.tag)
    return ""


def _tag(layer: str, sign: str) -> str:
    """A sign drawn by the style, so that copying or searching finds only the article."""
    return (
        f'<span class="nr-tag nr-tag-{layer}" data-tag="{escape(sign)}" aria-hidden="true"></span>'
    )


def _fingerprint(text: str, marks: Iterable[Mark]) -> str:
    """Names for ids: the same content gives the same names on every run."""
    told = repr([(m.start, m.end, m.layer, m.note.ref) for m in marks])
    return "nr" + hashlib.sha256((text + told).encode("utf-8", "replace")).hexdigest()[:8]


def _list_of_marks(marks: Iterable[Mark]) -> str:
    """The same rows as a list: for reading aloud, and for paper."""
    notes = {mark.note.ref: mark.note for mark in sorted(marks, key=lambda m: (m.start, -m.end))}
    if not notes:
        return ""
    items = "".join(f'<li dir="auto">{escape(note.line)}</li>' for note in notes.values())
    return (
        f'<details class="nr-list"><summary>The {len(notes)} marked rows as a list</summary>'
        f"<ol>{items}</ol></details>"
    )


def _plain(article: Article, marks: list[Mark]) -> str:
    rows = {mark.note.ref: mark.note.kind for mark in marks}  # a row has several marks
    kinds = Counter(rows.values())
    told = ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in kinds.items())
    paragraphs = "\n\n".join(article.text[start:end] for start, end in article.paragraph_spans)
    return f"{article!r}; marked: {told or 'nothing'}\n\n{paragraphs}"
