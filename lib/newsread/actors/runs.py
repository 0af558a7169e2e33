"""Runs of proper nouns that the language model took for no name."""

from __future__ import annotations

from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import (
    INITIALISM,
    after_titles,
    given_names,
    name_heads,
    person_roles,
    titles,
)
from newsread.actors.spans import Spans
from newsread.actors.widening import is_name_word
from newsread.tree import Parse


def add_runs(parse: Parse, spans: Spans) -> None:
    i = 0
    while i < len(parse):
        last = i
        while (
            last < len(parse)
            and is_name_word(parse, spans, last)
            and (last == i or not spans.breaks[last])
        ):
            last += 1
        if last > i and not spans.capitals[parse.sent[i]]:
            _add_run(parse, spans, i, last - 1)
        i = max(last, i + 1)


def _add_run(parse: Parse, spans: Spans, first: int, last: int) -> None:
    word = parse.word
    while first <= last and parse.lower[first] in cue_words("before a name"):
        first += 1
    if first > last:
        return
    start = after_titles(parse, first, last)
    if (start == last and parse.lower[last] in person_roles()) or word[last] in titles():
        return
    title, first = start > first, start
    heads = name_heads()
    if first == last and parse.lower[first] in spans.common:
        return
    if title or (word[first] in given_names() and last > first):
        spans.add(first, last, "PERSON", "title before it" if title else "given name")
    elif word[last] in heads and last > first:
        if heads[word[last]] != "other":
            label = "ORG" if heads[word[last]] == "organization" else "LOC"
            spans.add(first, last, label, "last word")
    elif first < last or len(word[first].rstrip(".")) > 1:
        initials = first == last and INITIALISM.match(word[first])
        label = "ORG" if initials else "MISC"
        spans.add(first, last, label, "initials" if initials else "proper nouns")
