"""Names that are nobody's: laws, wars, prizes, languages, times, things."""

from __future__ import annotations

from functools import cache

from newsread.actors.countries import Polity, polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import name_heads
from newsread.actors.spans import Spans
from newsread.actors.things import things
from newsread.datelines import after_dateline
from newsread.timex.finding import find_timexes
from newsread.tree import Parse


def drop_no_actors(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
    """Leave out names that no one bears; a bearer in front of one ("Acme Prize") stays."""
    known = polities()
    thing_names = things(parse, spans, kinds)
    for first in list(spans.last):
        form, last = spans.form(first), spans.last[first]
        polity = known.get(form)
        if polity:
            if polity.relation == "no actor" or _is_language(parse, polity, first, last):
                spans.remove(first)
        elif form in thing_names or (kinds.get(form) != "person" and _is_time(form)):
            spans.remove(first)
        elif last > first and name_heads().get(parse.word[last]) == "other":
            spans.remove(first)
            _keep_bearer(spans, kinds, thing_names, first, last)
        if first in spans.last and (_in_an_adjective(parse, first) or _is_agency(parse, first)):
            spans.remove(first)


def _keep_bearer(
    spans: Spans, kinds: dict[str, str], thing_names: set[str], first: int, last: int
) -> None:
    """ "Acme" of "the Acme Prize", where Acme is named elsewhere."""
    for end in range(last - 1, first - 1, -1):
        form = spans.written(first, end)
        if form in kinds and form not in thing_names and form not in polities():
            spans.add(first, end, "MISC", "first words of a longer name")
            return


def _is_language(parse: Parse, polity: Polity, first: int, last: int) -> bool:
    """ "speaks Norwegian", "in Norwegian", "from Norwegian into …": the language."""
    if polity.relation != "demonym" or polity.kind == "group" or first < last:
        return False
    before = first - 1
    if parse.dep[first] == "pobj":
        return parse.lower[before] in ("in", "from", "into")
    return parse.dep[first] == "dobj" and parse.lemma[before] in cue_words("language")


@cache
def _is_time(form: str) -> bool:
    """ "Easter weekend", "Boxing Day": nothing in it but an expression of time."""
    return any(
        timex.start == 0 and form[timex.end :] in ("", form[timex.end :].lower())
        for timex in find_timexes(form)
    )


def _is_agency(parse: Parse, first: int) -> bool:
    """ "OSLO (NTB) — …": who wrote it, not who is in it."""
    start = parse.sentences[parse.sent[first]][0]
    return parse.word[first - 1 : first] == ["("] and after_dateline(parse, start) > first


def _in_an_adjective(parse: Parse, first: int) -> bool:
    """ "pro-Oslo": a view, not Oslo."""
    prefixes = cue_words("prefix of a view")
    start, hyphen, _ = parse.lower[first].partition("-")
    if hyphen and start in prefixes:
        return True
    return (
        first > 1
        and parse.word[first - 1] == "-"
        and parse.end[first - 1] == parse.start[first]
        and parse.lower[first - 2] in prefixes
    )
