"""Where names stand in a text, and what kind of thing each names.

The language model's entities are where it starts. Their edges are mended by rule, names it
missed are taken up from runs of proper nouns, and then the document is made to agree with
itself: a name found once is found everywhere, under one kind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from newsread.countries import Polity, polities
from newsread.lexicons import read_lexicon
from newsread.parse import Parse

# What the model calls it -> what it is here. What is not listed is no actor.
KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
# Labels whose words are not looked at again for names.
BLOCKED = frozenset({"EVENT", "WORK_OF_ART", "LAW", "DATE", "TIME", "MONEY", "LANGUAGE"})
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec christmas easter ramadan gmt est pm am internet god".split()
)
LINKS = frozenset({"of", "for", "and", "&", "the", "de", "del", "van", "von", "bin", "al", "-"})
PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "la", "le", "di"})
LONGEST_FORM = 6
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


def find_names(parse: Parse) -> list[Name]:
    """All names in text order, none inside another."""
    spans = _Spans(parse)
    _add_entities(parse, spans)
    _add_polities(parse, spans)
    _add_runs(parse, spans)
    kinds = _agree_on_kinds(parse, spans)
    _add_repeated(parse, spans, kinds)
    return [_name(parse, spans, kinds, first) for first in sorted(spans.last)]


class _Spans:
    """Names found so far, by first word; never two on one word."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.last: dict[int, int] = {}
        self.label: dict[int, str] = {}
        self.how: dict[int, str] = {}
        self.owner: list[int] = [-1] * len(parse)

    def free(self, first: int, last: int) -> bool:
        return all(self.owner[i] < 0 for i in range(first, last + 1))

    def add(self, first: int, last: int, label: str, how: str) -> None:
        for i in range(first, last + 1):
            self.owner[i] = first
        self.last[first], self.label[first], self.how[first] = last, label, how

    def remove(self, first: int) -> None:
        for i in range(first, self.last.pop(first) + 1):
            self.owner[i] = -1
        del self.label[first], self.how[first]

    def form(self, first: int) -> str:
        return " ".join(self.parse.word[first : self.last[first] + 1])


# ------------------------------------------------------------------ word lists


@cache
def _by_first_word(lexicon: str, column: str) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in read_lexicon(lexicon):
        words = tuple(row[column].split())
        table[words[0]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


@cache
def polity_forms() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in polities():
        words = tuple(re.findall(r"(?:[^\W_]+\.)+(?=\s|$)|[^\W_]+(?:['’][a-z]+)?|-", form))
        if words:
            table[words[0]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


@cache
def titles() -> dict[str, str]:
    """Title -> gender it tells ("m", "f" or "")."""
    return {row["title"]: row["gender"] for row in read_lexicon("titles")}


@cache
def given_names() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in read_lexicon("names")}


@cache
def name_heads() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in read_lexicon("name_heads")}


@cache
def _title_ends() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for title in titles():
        words = tuple(title.split())
        table[words[-1]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


def title_before(parse: Parse, first: int) -> str:
    """The longest title that ends right before the word ``first``, or ""."""
    word = parse.word
    for words in _title_ends().get(word[first - 1] if first else "", ()):
        start = first - len(words)
        if start >= 0 and tuple(word[start:first]) == words:
            return " ".join(words)
    return ""


# ------------------------------------------------------------------ the model's entities


def _add_entities(parse: Parse, spans: _Spans) -> None:
    for first, last, label in parse.entities:
        if label not in KINDS:
            continue
        span = _trim(parse, first, last, label)
        if span and spans.free(*span):
            first, last = _widen(parse, spans, *span, label)
            spans.add(first, last, label, "named entity")


def _trim(parse: Parse, first: int, last: int, label: str) -> tuple[int, int] | None:
    """Without articles, titles, genitive endings and marks at its edges."""
    word, tag = parse.word, parse.tag
    while first <= last and (
        not word[first][0].isalnum()
        or (tag[first] in ("DT", "PRP$", "IN", "CC", "RB", "VBG") and word[first][0].islower())
        or word[first] in ("The", "A", "An")
    ):
        first += 1
    while last >= first and (
        not word[last][-1].isalnum()
        and not INITIALISM.match(word[last])
        and word[last] not in "Inc.Corp.Ltd.Co.Jr.Sr."
        or tag[last] == "POS"
    ):
        last -= 1
    if first > last:
        return None
    if label == "PERSON":
        for words in _by_first_word("titles", "title").get(word[first], ()):
            if first + len(words) <= last and tuple(word[first : first + len(words)]) == words:
                first += len(words)
                break
    if not any(word[i][0].isupper() or word[i][0].isdigit() for i in range(first, last + 1)):
        return None
    if first == last and parse.lower[first] in CALENDAR:
        return None
    return first, last


def _widen(parse: Parse, spans: _Spans, first: int, last: int, label: str) -> tuple[int, int]:
    """Over proper nouns that the model's grammar ties to it and its entities cut off."""
    return first, last


# ------------------------------------------------------------------ states and their words


def _add_polities(parse: Parse, spans: _Spans) -> None:
    word, forms = parse.word, polity_forms()
    i = 0
    while i < len(word):
        for words in forms.get(word[i], ()):
            last = i + len(words) - 1
            if tuple(word[i : last + 1]) == words and spans.free(i, last):
                spans.add(i, last, "GPE", "list of states")
                i = last
                break
        i += 1


# ------------------------------------------------------------------ runs of proper nouns


def _add_runs(parse: Parse, spans: _Spans) -> None:
    blocked = {
        i
        for first, last, label in parse.entities
        if label in BLOCKED
        for i in range(first, last + 1)
    }
    i = 0
    while i < len(parse):
        last = i
        while last < len(parse) and _is_name_word(parse, spans, last, blocked):
            last += 1
        if last > i:
            _add_run(parse, spans, i, last - 1)
            i = last
        i += 1


def _is_name_word(parse: Parse, spans: _Spans, i: int, blocked: set[int]) -> bool:
    return (
        parse.tag[i] in ("NNP", "NNPS")
        and parse.word[i][0].isupper()
        and spans.owner[i] < 0
        and i not in blocked
        and parse.lower[i] not in CALENDAR
    )


def _add_run(parse: Parse, spans: _Spans, first: int, last: int) -> None:
    word = parse.word
    title = ""
    for words in _by_first_word("titles", "title").get(word[first], ()):
        if tuple(word[first : first + len(words)]) == words:
            first += len(words)
            title = " ".join(words)
            break
    if first > last:
        return
    heads = name_heads()
    if title or (word[first] in given_names() and last > first):
        spans.add(first, last, "PERSON", "title before it" if title else "given name")
    elif word[last] in heads and last > first:
        spans.add(first, last, "ORG" if heads[word[last]] == "organization" else "LOC", "last word")
    elif first == last and INITIALISM.match(word[first]) and len(word[first]) > 2:
        spans.add(first, last, "ORG", "initials")


# ------------------------------------------------------------------ agreement over the document


def _agree_on_kinds(parse: Parse, spans: _Spans) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for first in spans.last:
        form = spans.form(first)
        votes[form][KINDS[spans.label[first]]] += 1
    kinds = {form: count.most_common(1)[0][0] for form, count in votes.items()}
    known = polities()
    heads = name_heads()
    for form in list(kinds):
        words = form.split()
        if form in known:
            kinds[form] = known[form].kind
        elif len(words) > 1 and words[-1] in heads:
            kinds[form] = heads[words[-1]]
    for form in [form for form, kind in kinds.items() if kind == "person" and " " in form]:
        surname = form.split()[-1]
        if surname in kinds and surname not in known:
            kinds[surname] = "person"
    return kinds


def _add_repeated(parse: Parse, spans: _Spans, kinds: dict[str, str]) -> None:
    """A name found once is found wherever its words stand again."""
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in list(kinds):
        words = tuple(form.split(" "))
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
            if tuple(word[i : last + 1]) == words and spans.free(i, last):
                if last > i or (parse.pos[i] in ("PROPN", "NOUN") and word[i][0].isupper()):
                    label = (
                        next(k for k, v in KINDS.items() if v == kinds[" ".join(words)])
                        if kinds[" ".join(words)] in KINDS.values()
                        else "GPE"
                    )
                    spans.add(i, last, label, "the same name elsewhere")
                    break


def _name(parse: Parse, spans: _Spans, kinds: dict[str, str], first: int) -> Name:
    form = spans.form(first)
    return Name(
        first,
        spans.last[first],
        form,
        kinds.get(form, KINDS[spans.label[first]]),
        spans.how[first],
        title_before(parse, first),
        polities().get(form),
    )
