"""A name found once is found everywhere, also in a headline of capitals."""

from __future__ import annotations

from collections import defaultdict

from newsread.actors.countries import polities
from newsread.actors.name_words import word_pieces
from newsread.actors.spans import Spans
from newsread.tree import Parse


def add_repeated(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
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
            noun = word[i][0].isupper() and (
                parse.pos[i] in ("PROPN", "NOUN")
                or (parse.pos[i] == "ADV" and word[i].lower() not in spans.common)  # "Tully"
            )
            if alike and (last > i or noun):
                spans.add(i, last, "GPE", "the same name elsewhere")
                break


def add_in_capitals(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
    """In a headline in capitals: the names that the text below it has, and states."""
    _plain_datelines(parse, spans, kinds)
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


def _plain_datelines(parse: Parse, spans: Spans, kinds: dict[str, str]) -> None:
    """ "BERGEN — The harbour": the same name as "Bergen" below."""
    written = {form.upper(): form for form in kinds if len(form) > 3 and not form.isupper()}
    for first in spans.last:
        begins = first == 0 or parse.paragraph[first] != parse.paragraph[first - 1]
        form = spans.form(first)
        if begins and form in written and form not in polities():
            spans.plain[first] = written[form]
