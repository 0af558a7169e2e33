"""States and blocs by the list of their words, wherever they stand."""

from __future__ import annotations

from newsread.actors.countries import polities
from newsread.actors.name_words import polity_forms
from newsread.actors.spans import Spans
from newsread.tree import Parse


def add_polities(parse: Parse, spans: Spans) -> None:
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
