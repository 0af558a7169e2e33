"""Names that are nobody's: laws, wars, prizes, languages, things."""

from __future__ import annotations

import re

from newsread.actors.countries import polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import name_heads
from newsread.actors.spans import Spans
from newsread.tree import Parse

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
            and _follows_speaking(parse, first)
        )
        if (
            language
            or form in things
            or _in_an_adjective(parse, first)
            or (polity and polity.relation == "no actor")
            or (not polity and last > first and heads.get(parse.word[last]) == "other")
        ):
            spans.remove(first)


def _follows_speaking(parse: Parse, i: int) -> bool:
    """ "speaks Norwegian", "in Norwegian", "from Norwegian into …": the language."""
    before = i - 1
    preposition = parse.dep[i] == "pobj" and parse.lower[before] in ("in", "from", "into")
    return preposition or (parse.dep[i] == "dobj" and parse.lemma[before] in cue_words("language"))


def _in_an_adjective(parse: Parse, first: int) -> bool:
    """ "pro-Oslo": a view, not Oslo."""
    prefixes = cue_words("prefix of a view")
    if parse.lower[first].partition("-")[0] in prefixes and "-" in parse.lower[first]:
        return True
    return (
        first > 1
        and parse.word[first - 1] == "-"
        and parse.end[first - 1] == parse.start[first]
        and parse.lower[first - 2] in prefixes
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
