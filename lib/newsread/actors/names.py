"""Where names stand in a text.

The language model's entities are where it starts. Their edges are mended by rule, names it
missed are taken up from runs of proper nouns, and then the document is made to agree with
itself: a name found once is found everywhere, under one kind.
"""

from __future__ import annotations

from newsread.actors.countries import polities
from newsread.actors.entities import add_entities
from newsread.actors.kinds import KINDS, agree_on_kinds
from newsread.actors.name import Name
from newsread.actors.name_words import title_before
from newsread.actors.no_actors import drop_no_actors
from newsread.actors.possessives import join_possessives
from newsread.actors.repeats import add_in_capitals, add_repeated
from newsread.actors.runs import add_runs
from newsread.actors.spans import Spans
from newsread.actors.state_names import add_polities
from newsread.actors.widening import (
    drop_titles,
    join_capital_prepositions,
    join_given_names,
    split_after_of,
    widen,
)
from newsread.article import Article
from newsread.tree import Parse


def find_names(article: Article) -> list[Name]:
    """All names in text order, none inside another."""
    parse = article.parse
    spans = Spans(article.text, parse)
    add_entities(parse, spans)
    add_polities(parse, spans)
    drop_titles(parse, spans)
    join_given_names(parse, spans)
    widen(parse, spans)
    join_possessives(parse, spans)
    split_after_of(parse, spans)
    add_repeated(parse, spans, {form: 1 for form in spans.forms() if " " in form})
    add_runs(parse, spans)
    join_capital_prepositions(parse, spans)
    kinds = agree_on_kinds(parse, spans)
    add_repeated(parse, spans, kinds)
    add_in_capitals(parse, spans, kinds)
    drop_no_actors(parse, spans, kinds)
    surnames = {
        form.split()[-1]
        for form, kind in kinds.items()
        if kind == "person" and " " in form and form not in polities()
    }
    return [_name(parse, spans, kinds, surnames, first) for first in sorted(spans.last)]


def _name(
    parse: Parse, spans: Spans, kinds: dict[str, str], surnames: set[str], first: int
) -> Name:
    form = spans.form(first)
    kind, polity = kinds.get(form, KINDS[spans.label[first]]), polities().get(form)
    if polity and form in surnames and not (first and parse.pos[first - 1] == "ADP"):
        kind, polity = "person", None
    return Name(
        first,
        spans.last[first],
        form,
        kind,
        spans.how[first],
        title_before(parse, first),
        polity,
    )
