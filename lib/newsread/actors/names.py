"""Where names stand in a text.

The language model's entities are where it starts. Their edges are mended by rule, names it
missed are taken up from runs of proper nouns, and then the document is made to agree with
itself: a name found once is found everywhere, under one kind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from newsread.actors.countries import Polity, polities
from newsread.actors.kinds import KINDS, agree_on_kinds
from newsread.actors.name_words import (
    by_first_word,
    given_names,
    name_heads,
    person_roles,
    polity_forms,
    title_before,
    titles,
    word_pieces,
)
from newsread.actors.spans import Spans
from newsread.article import Article
from newsread.tree import Parse

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec christmas easter ramadan gmt est pm am internet god".split()
)
CUTS = frozenset("()[];:/=|")
DASHES = frozenset("-–—")
ARTICLES = frozenset(("The", "A", "An", "the", "a", "an"))
QUANTITIES = frozenset(
    "several many some most few all both other more no hundreds thousands dozens former".split()
)
NO_START = frozenset(("DT", "PRP$", "IN", "CC", "RB", "VBG", "JJ", "TO"))
ABBREVIATED = frozenset(("Inc.", "Corp.", "Ltd.", "Co.", "Jr.", "Sr."))
CAPTIONS = frozenset(("image", "photo", "picture", "credit", "file", "source", "video"))
PREFIXED = re.compile(r"(?:pro|anti|non|pan|post|un)-")
MODEL_NUMBER = re.compile(r"[A-Z]{2,}\d+")
INITIALISM = re.compile(r"(?:[A-Z]\.?){2,6}s?$")


@dataclass(slots=True)
class Name:
    """One name as it stands in the text: words ``first`` to ``last``, both included.

    ``form``: its words joined by one space. ``title``: the title before it, if any.
    ``polity``: the state or bloc its form stands for, if it is such a form.
    """

    first: int
    last: int
    form: str
    kind: str
    how: str
    title: str = ""
    polity: Polity | None = None


def find_names(article: Article) -> list[Name]:
    """All names in text order, none inside another."""
    parse = article.parse
    spans = Spans(article.text, parse)
    _add_entities(parse, spans)
    _add_polities(parse, spans)
    _drop_titles(parse, spans)
    _join_given_names(parse, spans)
    _widen(parse, spans)
    _add_repeated(parse, spans, {form: 1 for form in spans.forms() if " " in form})
    _add_runs(parse, spans)
    kinds = agree_on_kinds(parse, spans)
    _add_repeated(parse, spans, kinds)
    _add_in_capitals(parse, spans, kinds)
    _drop_no_actors(parse, spans, kinds)
    surnames = {
        form.split()[-1]
        for form, kind in kinds.items()
        if kind == "person" and " " in form and form not in polities()
    }
    return [_name(parse, spans, kinds, surnames, first) for first in sorted(spans.last)]


# ------------------------------------------------------------------ the model's entities


def _add_entities(parse: Parse, spans: Spans) -> None:
    for first, last, label in parse.entities:
        if label not in KINDS or spans.capitals[parse.sent[first]]:
            continue
        for piece in _pieces(parse, spans, first, last, label):
            span = _trim(parse, *piece, label)
            if span and spans.free(*span):
                spans.add(*span, label, "named entity")


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
            or (word[i] == "," and label != "ORG")
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


def _trim(parse: Parse, first: int, last: int, label: str) -> tuple[int, int] | None:
    """Without articles, titles, numbers, genitive endings and marks at its edges."""
    word, tag, lower = parse.word, parse.tag, parse.lower
    while first <= last and (
        not word[first][0].isalnum()
        or word[first] in ARTICLES
        or (first < last and lower[first] in QUANTITIES)
        or (word[first][0].islower() and tag[first] in NO_START)
        or (tag[first] == "CD" and first < last and not word[first][-1].isalpha())
    ):
        first += 1
    while last >= first and (
        tag[last] == "POS"
        or not (
            word[last][-1].isalnum() or word[last] in ABBREVIATED or INITIALISM.match(word[last])
        )
        or (word[last][0].isdigit() and label != "FAC" and last > first)
        or (last > first and lower[last] in CAPTIONS)
    ):
        last -= 1
    if last > first and len(word[last]) == 1 and word[last + 1 : last + 2] == ["-"]:
        last -= 1  # "NASA T-shirt"
    if first > last:
        return None
    if label == "PERSON":
        for start in range(first + 1, min(first + 3, last + 1)):
            if len(title_before(parse, start).split()) > start - first:
                first = start  # "State |Ann Lee" after "Secretary of"
        first = _after_titles(parse, first, last)
    elif label == "ORG":
        while (
            last > first
            and lower[last] in person_roles()
            and word[last] not in name_heads()
            and tag[last] in ("NNP", "NN")
        ):
            last -= 1
    if not any(word[i][0].isupper() or word[i][0].isdigit() for i in range(first, last + 1)):
        return None
    if first == last and (lower[first] in CALENDAR or lower[first] in person_roles()):
        return None
    return first, last


def _after_titles(parse: Parse, first: int, last: int) -> int:
    """The first word after titles, roles and nationalities: "US President |Ann Lee"."""
    word = parse.word
    while first < last:
        for words in by_first_word("titles", "title").get(word[first], ()):
            if first + len(words) <= last and tuple(word[first : first + len(words)]) == words:
                first += len(words)
                break
        else:
            polity = polities().get(word[first])
            role = parse.lower[first] in person_roles() and word[first] not in given_names()
            if not role and not (polity and polity.relation in ("demonym", "adjective")):
                return first
            first += 1
    return first


def _drop_titles(parse: Parse, spans: Spans) -> None:
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


def _join_given_names(parse: Parse, spans: Spans) -> None:
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
        ):
            last = spans.last[second]
            spans.remove(second)
            spans.remove(first)
            spans.add(first, last, "PERSON", "named entity")


def _widen(parse: Parse, spans: Spans) -> None:
    """Names over the proper nouns beside them, and an institution's over its "of …"."""
    for first in sorted(spans.last):
        if first not in spans.last:
            continue
        last, label, how = spans.last[first], spans.label[first], spans.how[first]
        start, end = first, last
        while _goes_on(parse, spans, start, start - 1, label):
            start -= 1
        while _goes_on(parse, spans, end + 1, end + 1, label):
            end += 1
        end = _over_hyphen(parse, spans, end, label)
        if label == "ORG":
            end = _over_of(parse, spans, end)
        if (start, end) != (first, last):
            if label == "PERSON" and start < first:
                start = min(first, _after_titles(parse, start, last))
            spans.remove(first)
            for i in range(start, end + 1):
                if spans.owner[i] >= 0:
                    spans.remove(spans.owner[i])
            spans.add(start, end, label, how)


def _goes_on(parse: Parse, spans: Spans, later: int, i: int, label: str) -> bool:
    """Does the name go on over the word ``i``? ``later``: the later word at the seam."""
    return (
        0 <= i < len(parse)
        and not spans.breaks[later]
        and _is_name_word(parse, spans, i)
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
        and parse.lower[last + 1] not in CALENDAR
        and parse.word[last + 1][0].isupper()
    ):
        last += 1
    return last if last >= i else end


# ------------------------------------------------------------------ states and their words


def _add_polities(parse: Parse, spans: Spans) -> None:
    word, forms = parse.word, polity_forms()
    i = 0
    while i < len(word):
        for words in forms.get(word[i], ()):
            last = i + len(words) - 1
            if tuple(word[i : last + 1]) == words and spans.free(i, last):
                spans.add(i, last, "GPE", "list of states")
                i = last
                break
        if (
            len(word[i]) > 3
            and word[i].isupper()
            and not spans.capitals[parse.sent[i]]
            and word[i] not in polities()
            and word[i].title() in polities()
        ):
            if spans.owner[i] < 0:
                spans.add(i, i, "GPE", "list of states")
            if spans.last.get(i) == i:
                spans.plain[i] = word[i].title()  # "OSLO (Reuters) -"
        i += 1


# ------------------------------------------------------------------ runs of proper nouns


def _add_runs(parse: Parse, spans: Spans) -> None:
    i = 0
    while i < len(parse):
        last = i
        while (
            last < len(parse)
            and _is_name_word(parse, spans, last)
            and (last == i or not spans.breaks[last])
        ):
            last += 1
        if last > i and not spans.capitals[parse.sent[i]]:
            _add_run(parse, spans, i, last - 1)
        i = max(last, i + 1)


def _is_name_word(parse: Parse, spans: Spans, i: int) -> bool:
    return (
        parse.tag[i] in ("NNP", "NNPS")
        and parse.word[i][0].isupper()
        and parse.word[i][-1] != "-"
        and spans.owner[i] < 0
        and not spans.blocked[i]
        and parse.lower[i] not in CALENDAR
        and parse.lower[i] not in CAPTIONS
    )


def _add_run(parse: Parse, spans: Spans, first: int, last: int) -> None:
    word = parse.word
    start = _after_titles(parse, first, last)
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
    elif first < last or len(word[first]) > 1:
        initials = first == last and INITIALISM.match(word[first])
        label = "ORG" if initials else "MISC"
        spans.add(first, last, label, "initials" if initials else "proper nouns")


# ------------------------------------------------------------------ agreement over the document


def _add_repeated(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
    """A name found once is found wherever its words stand again."""
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in list(kinds):
        words = tuple(word_pieces(form))
        if not words:
            continue
        forms[words[0]].append(words)
        if kinds[form] == "person" and len(words) > 1 and len(words[-1]) > 2:
            forms[words[-1]].append(words[-1:])
            kinds.setdefault(words[-1], "person")
    for options in forms.values():
        options.sort(key=len, reverse=True)
    word = parse.word
    for i in range(len(word)):
        for words in forms.get(word[i], ()):
            last = i + len(words) - 1
            alike = tuple(word[i : last + 1]) == words and spans.free(i, last)
            noun = parse.pos[i] in ("PROPN", "NOUN") and word[i][0].isupper()
            if alike and (last > i or noun):
                spans.add(i, last, "GPE", "the same name elsewhere")
                break


def _add_in_capitals(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
    """In a headline in capitals: the names that the text below it has, and states."""
    if not any(spans.capitals):
        return
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in [*kinds, *polities()]:
        words = tuple(form.upper().split())
        if words and len(form) > 3:
            forms[words[0]].append(words)
    for options in forms.values():
        options.sort(key=len, reverse=True)
    written = {form.upper(): form for form in [*polities(), *kinds]}
    for number, (first, last) in enumerate(parse.sentences):
        if not spans.capitals[number]:
            continue
        for i in range(first, last + 1):
            for words in forms.get(parse.word[i], ()):
                end = i + len(words) - 1
                if tuple(parse.word[i : end + 1]) == words and spans.free(i, end):
                    spans.add(i, end, "GPE", "the same name in capitals")
                    spans.plain[i] = written[" ".join(words)]
                    break


def _drop_no_actors(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
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
