"""The language model's entities, with their edges mended."""

from __future__ import annotations

from newsread.actors.countries import polities
from newsread.actors.kinds import KINDS
from newsread.actors.lexicon_words import cue_words, never_names
from newsread.actors.name_words import (
    INITIALISM,
    after_titles,
    given_names,
    name_heads,
    person_roles,
    title_before,
)
from newsread.actors.spans import Spans
from newsread.tree import Parse

CUTS = frozenset("()[];:/=|")

DASHES = frozenset("-–—")

ARTICLES = frozenset(("The", "A", "An", "the", "a", "an"))

NO_START = frozenset(("DT", "PRP$", "IN", "CC", "RB", "VBG", "JJ", "TO"))


def add_entities(parse: Parse, spans: Spans) -> None:
    for first, last, label in parse.entities:
        if label not in KINDS or spans.capitals[parse.sent[first]]:
            continue
        for piece in _pieces(parse, spans, first, last, label):
            span = _trim(parse, *piece, label)
            if span and _begins_with_its_sentence(parse, spans, *span):
                spans.blocked[span[0]] = True
                span = span[0] + 1, span[1]
            if span and spans.free(*span):
                spans.add(*span, label, "named entity")


def _begins_with_its_sentence(parse: Parse, spans: Spans, first: int, last: int) -> bool:
    """ "Poor |Mexico": the sentence begins with a capital, the name after it."""
    return (
        first < last
        and parse.sentences[parse.sent[first]][0] == first
        and spans.written(first, last) not in polities()
        and spans.written(first + 1, last) in polities()
        and parse.word[first] not in name_heads()
        and parse.word[first] not in given_names()
    )


def _pieces(parse: Parse, spans: Spans, first: int, last: int, label: str):
    """An entity cut where no name goes on: at brackets, dashes, line ends, "and", "'s"."""
    word = parse.word
    start = first
    if label == "GPE" and spans.written(first, last) in polities():
        yield first, last
        return
    for i in range(first, last + 1):
        cut = (
            word[i] in CUTS
            or (word[i] in DASHES and i > first and parse.start[i] > parse.end[i - 1])
            or (word[i] == "," and not (label == "ORG" and _goes_on_after(parse, i, last)))
            or (word[i] == "and" and label in ("GPE", "NORP", "PERSON", "LOC"))
            or (parse.tag[i] == "POS" and i < last and label == "PERSON")
        )
        if cut:
            if i > start:
                yield start, i - 1
            start = i + 1
        elif i > start and spans.breaks[i]:
            yield start, i - 1
            start = i
    if start <= last:
        yield start, last


def _goes_on_after(parse: Parse, comma: int, last: int) -> bool:
    """ "Acme, Inc.", "Ministry of Trade, Labour and Health", "Lee, Ray & Moss"."""
    rest = parse.lower[comma + 1 : last + 1]
    return bool(cue_words("no part of a name").intersection(rest[:1]) or {"and", "&"} & {*rest})


def _after_view(parse: Parse, first: int, last: int) -> int:
    """The first word after a view: "pro-Oslo |River Party"."""
    if first >= last:
        return first
    prefixes = cue_words("prefix of a view")
    start, hyphen, _ = parse.lower[first].partition("-")
    if hyphen and start in prefixes:
        return first + 1
    if start in prefixes and parse.word[first + 1] == "-" and first + 3 <= last:
        return first + 3
    return first


def _trim(parse: Parse, first: int, last: int, label: str) -> tuple[int, int] | None:
    """Without articles, titles, numbers, genitive endings and marks at its edges."""
    while first <= last and _is_before_a_name(parse, first, last):
        first += 1
    while last >= first and _is_after_a_name(parse, first, last, label):
        last -= 1
    word = parse.word
    if last > first and len(word[last]) == 1 and word[last + 1 : last + 2] == ["-"]:
        last -= 1  # "NASA T-shirt"
    first = _after_view(parse, first, last)
    if first > last:
        return None
    if label == "PERSON":
        first = _after_title(parse, first, last)
    if label == "ORG" or parse.word[last].isupper():  # "Harlan CEO", but "Ann Baker"
        last = _before_role(parse, first, last)
    if not any(word[i][0].isupper() or word[i][0].isdigit() for i in range(first, last + 1)):
        return None
    lower = parse.lower[first]
    if first == last and (lower in never_names() or lower in person_roles()):
        return None
    return first, last


def _is_before_a_name(parse: Parse, first: int, last: int) -> bool:
    word, tag = parse.word[first], parse.tag[first]
    return (
        not word[0].isalnum()
        or word in ARTICLES
        or (first < last and parse.lower[first] in cue_words("before a name"))
        or (word[0].islower() and tag in NO_START)
        or (tag == "CD" and first < last and not word[-1].isalpha())
    )


def _is_after_a_name(parse: Parse, first: int, last: int, label: str) -> bool:
    word, lower = parse.word[last], parse.lower[last]
    belongs = word[-1].isalnum() or lower in cue_words("inseparable") or INITIALISM.match(word)
    return (
        parse.tag[last] == "POS"
        or not belongs
        or (word[0].isdigit() and label != "FAC" and last > first)
        or (last > first and lower in cue_words("caption"))
    )


def _after_title(parse: Parse, first: int, last: int) -> int:
    for start in range(first + 1, min(first + 3, last + 1)):
        if len(title_before(parse, start).split()) > start - first:
            first = start  # "State |Ann Lee" after "Secretary of"
    return after_titles(parse, first, last)


def _before_role(parse: Parse, first: int, last: int) -> int:
    """ "Harlan Foods| chairman": an organization's name ends before a person's role."""
    while (
        last > first
        and parse.lower[last] in person_roles()
        and parse.word[last] not in name_heads()
        and parse.tag[last] in ("NNP", "NN")
    ):
        last -= 1
    return last
