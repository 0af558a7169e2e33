"""Names over the proper nouns beside them, and without titles that are no part of them."""

from __future__ import annotations

from newsread.actors.countries import polities
from newsread.actors.lexicon_words import cue_words, never_names
from newsread.actors.name_words import (
    after_titles,
    given_names,
    name_heads,
    person_roles,
    title_before,
    titles,
)
from newsread.actors.spans import Spans
from newsread.tree import Parse


def drop_titles(parse: Parse, spans: Spans) -> None:
    """ "Home" of "Home Secretary" is no name."""
    for first in list(spans.last):
        last = spans.last[first]
        title = title_before(parse, last + 1)
        if len(title.split()) > last + 1 - first:
            spans.remove(first)  # "State" of "the Secretary of State"
            continue
        if last + 1 >= len(parse) or spans.owner[last + 1] >= 0:
            continue
        if f"{parse.word[last]} {parse.word[last + 1]}" in titles():
            label, how = spans.label[first], spans.how[first]
            spans.remove(first)
            if last - 1 > first:
                spans.add(first, last - 1, label, how)


def join_given_names(parse: Parse, spans: Spans) -> None:
    """ "Ann" + "Paris": a given name and what follows it, cut in two by the model."""
    for first in sorted(spans.last):
        second = first + 1
        if (
            spans.label.get(first) in ("PERSON", "GPE")
            and parse.word[first] not in polities()
            and spans.last[first] == first
            and second in spans.last
            and parse.dep[first] == "compound"
            and parse.head[first] == spans.last[second]
            and not spans.breaks[second]
            and parse.lower[second] not in person_roles()
        ):
            last = spans.last[second]
            spans.remove(second)
            spans.remove(first)
            spans.add(first, last, "PERSON", "named entity")


def widen(parse: Parse, spans: Spans) -> None:
    """Names over the proper nouns beside them, and an institution's over its "of …"."""
    for first in sorted(spans.last):
        if first not in spans.last:
            continue
        last, label, how = spans.last[first], spans.label[first], spans.how[first]
        start, end = first, last
        while _goes_on(parse, spans, start, start - 1, label) and (
            parse.lower[start - 1] not in cue_words("before a name")
        ):
            start -= 1
        while _goes_on(parse, spans, end + 1, end + 1, label):
            end += 1
        end = _over_hyphen(parse, spans, end, label)
        if label == "ORG":
            end = _over_of(parse, spans, end)
        if (start, end) != (first, last):
            if label == "PERSON" and start < first:
                start = min(first, after_titles(parse, start, last))
            if how == "list of states":  # "Internet" in "Internet Explorer"
                label, how = "ORG", "proper nouns"
            spans.replace(start, end, label, how)


def join_capital_prepositions(parse: Parse, spans: Spans) -> None:
    """ "|Doctors Without |Borders", in a sentence that has no capitals but of names."""
    for first in sorted(spans.last):
        if first not in spans.last:
            continue
        start, last = first, spans.last[first]
        begins, ends = parse.sentences[parse.sent[first]]
        while (
            start - 2 >= begins
            and parse.pos[start - 1] == "ADP"
            and parse.word[start - 1][0].isupper()
            and parse.word[start - 2][0].isupper()
            and parse.pos[start - 2] in ("NOUN", "PROPN")
            and not spans.breaks[start]
        ):
            start -= 2
        plain = (parse.pos[i] == "VERB" and parse.word[i].islower() for i in range(begins, ends))
        if start < first and any(plain):
            spans.replace(start, last, "ORG", "capitals on")


def split_after_of(parse: Parse, spans: Spans) -> None:
    """ "Mayor of |Millbrook |Ann Lee": the place, then the person."""
    for first in sorted(spans.last):
        last, label, how = spans.last[first], spans.label[first], spans.how[first]
        if label != "PERSON" or last - first < 2 or parse.lower[first - 1 : first] != ["of"]:
            continue
        if parse.lower[first - 2] not in person_roles():
            continue
        for i in range(first + 1, last):
            if parse.word[i] in given_names():
                spans.remove(first)
                spans.add(first, i - 1, "GPE", how)
                spans.add(i, last, "PERSON", how)
                break


def _goes_on(parse: Parse, spans: Spans, later: int, i: int, label: str) -> bool:
    """Does the name go on over the word ``i``? ``later``: the later word at the seam."""
    return (
        0 <= i < len(parse)
        and not spans.breaks[later]
        and is_name_word(parse, spans, i)
        and parse.sent[i] == parse.sent[later - 1] == parse.sent[min(later, len(parse) - 1)]
        and parse.lower[i] not in person_roles()
        and parse.word[i] not in titles()
        and " " not in title_before(parse, i + 1)
        and not (len(parse.word[i]) == 1 and parse.word[i + 1 : i + 2] == ["-"])
    )


def _over_hyphen(parse: Parse, spans: Spans, end: int, label: str) -> int:
    """ "Kim Jong|-un", but not "London|-based"."""
    while (
        end + 2 < len(parse)
        and parse.word[end + 1] == "-"
        and parse.start[end + 1] == parse.end[end]
        and parse.start[end + 2] == parse.end[end + 1]
        and parse.word[end + 2].isalpha()
        and (
            parse.word[end + 2][0].isupper()
            or (label == "PERSON" and parse.tag[end + 2][:2] in ("NN", "FW"))
        )
    ):
        end += 2
    return end


def _over_of(parse: Parse, spans: Spans, end: int) -> int:
    if parse.word[end] not in name_heads() or end + 2 >= len(parse):
        return end
    i = end + 1
    if parse.lower[i] not in ("of", "for"):
        return end
    i += 1
    if parse.lower[i] == "the" and i + 1 < len(parse):
        i += 1
    last = i - 1
    while last + 1 < len(parse) and (
        parse.tag[last + 1] in ("NNP", "NNPS")
        and parse.lower[last + 1] not in never_names()
        and parse.word[last + 1][0].isupper()
    ):
        last += 1
    return last if last >= i else end


def is_name_word(parse: Parse, spans: Spans, i: int) -> bool:
    return (
        parse.tag[i] in ("NNP", "NNPS")
        and parse.word[i][0].isupper()
        and parse.word[i][-1] != "-"
        and spans.owner[i] < 0
        and not spans.blocked[i]
        and parse.lower[i] not in never_names()
        and parse.lower[i] not in cue_words("caption")
    )
