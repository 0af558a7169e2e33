"""The marked article: nothing lost, nothing run, every row to be seen."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import harbour
import newsread
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsread import Article, show_article
from newsread.show.marks import LAYERS, Mark, Note, marks_of, segments

CSS = (Path(newsread.__file__).parent / "show" / "marked.css").read_text(encoding="utf-8")
ALL = harbour.tables()
SHOWN = {kind: table for kind, table in ALL.items() if kind != "actors"}


class Reader(HTMLParser):
    """What a browser makes of the HTML: its elements, and the letters of each paragraph."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.inside: list[str] = []
        self.in_note = 0
        self.feed(html)
        assert not self.inside, f"not closed: {self.inside}"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("input", "meta", "br", "img"):
            return
        self.inside.append(tag)
        if tag == "p":
            self.paragraphs.append("")
        if self.in_note or dict(attrs).get("role") == "tooltip":
            self.in_note += 1

    def handle_endtag(self, tag):
        assert self.inside.pop() == tag
        self.in_note -= bool(self.in_note)

    def handle_data(self, data):
        if "p" in self.inside and not self.in_note:
            self.paragraphs[-1] += data


def mark(start: int, end: int, layer: str = "actor", ref: str = "m1") -> Mark:
    return Mark(start, end, layer, Note(ref, "mention", ref))


# ----------------------------------------------------------------------- segments
@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [(0, 10, 0)]),
        ([mark(2, 5)], [(0, 2, 0), (2, 5, 1), (5, 10, 0)]),
        ([mark(0, 10)], [(0, 10, 1)]),
        ([mark(2, 6), mark(4, 8)], [(0, 2, 0), (2, 4, 1), (4, 6, 2), (6, 8, 1), (8, 10, 0)]),
        ([mark(2, 8), mark(4, 6)], [(0, 2, 0), (2, 4, 1), (4, 6, 2), (6, 8, 1), (8, 10, 0)]),
        ([mark(2, 5), mark(2, 5)], [(0, 2, 0), (2, 5, 2), (5, 10, 0)]),
        ([mark(-3, 2), mark(9, 40)], [(0, 2, 1), (2, 9, 0), (9, 10, 1)]),
        ([mark(4, 4)], [(0, 10, 0)]),
    ],
)
def test_overlapping_marks_are_cut_into_segments(marks, expected):
    assert [(s.start, s.end, len(s.marks)) for s in segments(marks, 0, 10)] == expected


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.lists(st.tuples(spans, st.sampled_from(LAYERS)), max_size=12))
def test_segments_cover_the_text_and_know_all_their_marks(drawn):
    marks = [mark(start, end, layer, f"m{i}") for i, ((start, end), layer) in enumerate(drawn)]
    pieces = segments(marks, 0, 60)
    assert [p.start for p in pieces] == [0, *(p.end for p in pieces[:-1])] and pieces[-1].end == 60
    for piece in pieces:
        here = {m.note.ref for m in marks if m.start <= piece.start and m.end >= piece.end}
        assert {m.note.ref for m in piece.marks} == here - {
            m.note.ref for m in marks if m.start == m.end
        }
        assert [LAYERS.index(m.layer) for m in piece.marks] == sorted(
            LAYERS.index(m.layer) for m in piece.marks
        )


# ------------------------------------------------------------------- whole article
def test_every_paragraph_is_there_letter_by_letter():
    html = show_article(harbour.article(), **SHOWN).html
    assert Reader(html).paragraphs == harbour.TEXT.split("\n\n")


@given(st.text(max_size=300), st.lists(spans, max_size=8))
def test_any_text_with_any_marks_keeps_its_letters(text, drawn):
    from newsread.show.marked import marked_article

    article = Article(id="any", text=text)
    marks = [mark(start, end, ref=f"m{i}") for i, (start, end) in enumerate(drawn)]
    read = Reader(marked_article(article, marks))
    letters = [text[start:end] for start, end in article.paragraph_spans]
    assert [p.replace("\r\n", "\n") for p in read.paragraphs] == [
        p.replace("\r\n", "\n") for p in letters
    ]


def test_every_row_is_to_be_seen_where_it_stands():
    html = show_article(harbour.article(), **SHOWN).html
    for said in (
        "Harbour council → Northline: against",
        "Ada Quist → the pilots: for",
        "Claim c3: the council (Harbour council)",
        "Date: the 1990s",
        "1990-01-01 to 1999-12-31",
        "an actor not resolved",
    ):
        assert said in unescape(re.sub(r"<[^>]+>", "", html)), said


def test_each_segment_tells_of_all_the_rows_on_it():
    html = show_article(harbour.article(), **SHOWN).html
    admitted = re.search(
        r'class="nr-s"(?:(?!class="nr-s").)*?>admitted</.*?(?=class="nr-s"|</p>)', html, re.S
    )[0]
    assert admitted.count('class="nr-note ') == 3  # two claims and a stance
    assert {"nr-content", "nr-cue", "nr-trigger"} <= set(re.findall(r"nr-[a-z]+", admitted))


def test_marks_are_reached_by_keyboard_and_described():
    read = Reader(show_article(harbour.article(), **SHOWN).html)
    described = [a["aria-describedby"] for tag, a in read.tags if "aria-describedby" in a]
    ids = [a["id"] for _, a in read.tags if a.get("id")]
    assert len(described) >= 15 and set(described) <= set(ids) and len(ids) == len(set(ids))
    assert all(a["tabindex"] == "0" for _, a in read.tags if "tabindex" in a)


def test_without_its_style_the_text_is_still_the_article():
    """A notebook not trusted yet, or a preview on the web, shows the elements alone."""
    read = Reader(show_article(harbour.article(), **SHOWN).html)
    tips = [a for _, a in read.tags if a.get("role") == "tooltip"]
    assert tips and all(tip.get("hidden") for tip in tips)
    assert {"u", "i", "b", "em"} <= {tag for tag, _ in read.tags}


def test_the_legend_lists_only_what_is_there():
    article = harbour.article()
    assert "Dates (3)" in (only_dates := show_article(article, dates=ALL["dates"]).html)
    for absent in ("Actors (", "Claims (", "Stances ("):
        assert absent not in only_dates
    stances = show_article(article, stances=ALL["stances"].query("polarity == 1")).html
    assert "▲ for" in stances and "▼ against" not in stances
    assert "Nothing is marked." in show_article(article).html


def test_the_legend_says_what_the_small_letters_are_short_for():
    html = show_article(harbour.article(), mentions=ALL["mentions"]).html
    legend = html[html.index("nr-legend") : html.index('<div class="nr-text"')]
    assert "Quay = Quayside" in legend and "Nort = Northline" in legend
    assert "? = not known" in legend
    named = ALL["mentions"].query("text == 'Northline'")
    assert "small letters" not in show_article(harbour.article(), mentions=named).html


def test_signs_tell_the_layers_apart_without_colour():
    """Each layer has a line, a bracket, a letter shape or a sign of its own in the style."""
    signs = {}
    for layer in ("actor", "date", "trigger", "source", "cue", "holder"):
        rule = re.search(rf"\.nr-{layer}(?:, \.nr-target)? \{{([^}}]*border-[^}}]*)\}}", CSS)[1]
        signs[layer] = re.search(r"border-(top|bottom): (\d)px (\w+)", rule).groups()
    assert len(set(signs.values())) == len(signs)
    html = show_article(harbour.article(), **SHOWN).html
    for sign in ("[c1", "[c3", "]", "▼", "▲", "●", "Quay", "?"):
        assert f'data-tag="{sign}"' in html


def test_the_same_rows_give_the_same_bytes():
    article = harbour.article()
    assert show_article(article, **SHOWN).html == show_article(article, **SHOWN).html


def test_plain_text_says_what_is_marked_and_shows_the_text():
    plain = repr(show_article(harbour.article(), **SHOWN))
    assert "9 mentions" in plain and "4 claims" in plain and "Quist praised the pilots." in plain


def test_a_table_of_another_text_is_refused():
    with pytest.raises(ValueError, match="Make the tables again"):
        show_article(harbour.article(text="Some other text. " * 40), claims=ALL["claims"])
    with pytest.raises(TypeError, match="find_claims"):
        show_article(harbour.article(), claims="claims")


def test_an_article_without_text_or_title_is_shown():
    assert "harbour" in show_article(harbour.article(text=" \n ")).html


# ------------------------------------------------------------------ hostile letters
def test_nothing_in_a_hostile_article_becomes_an_element():
    read = Reader(show_article(harbour.hostile()).html)
    assert {tag for tag, _ in read.tags} <= {"div", "style", "article", "p"}
    assert not [a for _, attrs in read.tags for a in attrs if a.startswith("on") or a == "href"]
    assert "<script>document.title = 'owned'</script>" in read.paragraphs[0]


def test_formulas_stay_dollar_signs():
    html = show_article(harbour.article()).html
    assert re.match(r'<div class="[^"]*\btex2jax_ignore\b', html)


# ------------------------------------------------------------------------- contrast
def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


PALETTE = dict(re.findall(r"--(\w+): light-dark\((#\w{6}, #\w{6})\)", CSS))
LETTERS = ["ink", "quiet", "claim", *(f"side{n}" for n in range(7))]
GROUNDS = ["paper", "deep1", "deep2", "deep3", "card"]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("letters", LETTERS)
def test_letters_and_lines_stand_out_from_their_ground(letters, ground, theme):
    pair = [PALETTE[name].split(", ")[theme] for name in (letters, ground)]
    assert contrast(*pair) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_letters_stand_out_where_evidence_is_marked(theme):
    assert contrast(*(PALETTE[name].split(", ")[theme] for name in ("ink", "here"))) >= 4.5


def test_marks_of_takes_tables_with_no_rows():
    assert marks_of(*(SHOWN[kind].head(0) for kind in ("mentions", "claims", "dates"))) == []
