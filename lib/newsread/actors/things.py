"""Names of things: ships, films, programs, products. They are nobody, whatever they do."""

from __future__ import annotations

import re

from newsread.actors.countries import polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.spans import Spans
from newsread.tree import Parse

MODEL_NUMBER = re.compile(r"[A-Z]{2,}\d+")
VERSION = re.compile(r"\d{1,2}(?:\.\d+)+")


def called_a_thing(parse: Parse, first: int, last: int) -> bool:
    """Does the sentence say that the name is a thing's?"""
    return (
        parse.word[first] in cue_words("thing by first word")
        or _thing_noun_before(parse, first)
        or _thing_noun_beside(parse, last)
        or _released(parse, last)
        or _version(parse, last)
    )


def _thing_noun_before(parse: Parse, first: int) -> bool:
    """ "the cruise ship Freebird"."""
    return first > 0 and parse.lower[first - 1] in cue_words("thing by noun")


def _thing_noun_beside(parse: Parse, last: int) -> bool:
    """ "Freebird, a ship", "a ship, Freebird", "Freebird is a ship"."""
    nouns = cue_words("thing by noun")
    head = parse.head[last]
    if parse.dep[last] == "appos" and parse.lower[head] in nouns:
        return True
    if any(parse.dep[c] == "appos" and parse.lower[c] in nouns for c in parse.children[last]):
        return True
    if parse.dep[last] != "nsubj" or parse.lemma[head] != "be":
        return False
    return any(parse.dep[c] == "attr" and parse.lower[c] in nouns for c in parse.children[head])


def _released(parse: Parse, last: int) -> bool:
    """ "Freebird was released in May", "they downloaded Freebird"."""
    verb = parse.lemma[parse.head[last]]
    if parse.dep[last] == "nsubjpass":
        return verb in cue_words("thing by passive verb")
    return parse.dep[last] == "dobj" and verb in cue_words("thing by verb")


def _version(parse: Parse, last: int) -> bool:
    """ "Freebird 3.5"."""
    i = last + 1
    return (
        i < len(parse)
        and parse.start[i] == parse.end[last] + 1
        and parse.sent[i] == parse.sent[last]
        and VERSION.fullmatch(parse.word[i]) is not None
        and parse.dep[i] in ("nummod", "npadvmod", "appos")
        and parse.head[i] <= last
    )


def things(parse: Parse, spans: Spans, kinds: dict[str, str]) -> set[str]:
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
    return found | {form for form, kind in kinds.items() if kind == "thing"}
