"""Names that are nobody's: laws, wars, prizes, languages, things."""

from __future__ import annotations

import re

from newsread.actors.countries import polities
from newsread.actors.name_words import name_heads
from newsread.actors.spans import Spans
from newsread.tree import Parse

PREFIXED = re.compile(r"(?:pro|anti|non|pan|post|un)-")

MODEL_NUMBER = re.compile(r"[A-Z]{2,}\d+")


def drop_no_actors(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
    """Laws, wars, prizes, faiths, languages: names, but nobody's."""
    known = polities()
    heads = name_heads()
    things = _things(parse, spans, kinds)
    for first in list(spans.last):
        form = spans.form(first)
        last = spans.last[first]
        polity = known.get(form)
        language = (
            polity
            and polity.relation == "demonym"
            and polity.kind != "group"
            and first == last
            and parse.dep[first] in ("pobj", "dobj")
            and parse.lower[first - 1]
            in ("in", "speak", "speaks", "spoke", "from", "into", "learn")
        )
        if (
            language
            or form in things
            or _in_an_adjective(parse, first)
            or (polity and polity.relation == "no actor")
            or (not polity and last > first and heads.get(parse.word[last]) == "other")
        ):
            spans.remove(first)


def _in_an_adjective(parse: Parse, first: int) -> bool:
    """ "pro-Oslo": a view, not Oslo."""
    if PREFIXED.match(parse.lower[first]):
        return True
    return (
        first > 1
        and parse.word[first - 1] == "-"
        and parse.end[first - 1] == parse.start[first]
        and parse.lower[first - 2] in ("pro", "anti", "non", "pan", "post", "un")
    )


def _things(parse: Parse, spans: Spans, kinds: dict[str, str]) -> set[str]:
    """One-word names of things: "an Xbox", "Xboxes", "IE6"."""
    found: set[str] = set()
    known = polities()
    for first, last in spans.last.items():
        word = parse.word[first]
        if first < last or word in known:
            continue
        one_of_many = first and parse.lower[first - 1] in ("a", "an")
        is_head = parse.dep[first] not in ("compound", "nmod", "amod", "poss")
        unsure = kinds.get(word) in ("organization", "other")
        if (one_of_many and is_head and unsure) or MODEL_NUMBER.fullmatch(word):
            found |= {word, word + "s"}
    return found
