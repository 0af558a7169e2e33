"""The words that tell names: titles, given names, last words of institutions, roles."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from newsread.actors.countries import polities
from newsread.lexicons import read_lexicon, senses
from newsread.tree import Parse


@cache
def by_first_word(lexicon: str, column: str) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in read_lexicon(lexicon):
        words = tuple(row[column].split())
        table[words[0]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


PIECE = re.compile(r"(?:[^\W_]+\.)+(?=\s|$|-)|[^\W_]+|['’]s\b|[^\w\s]")


def word_pieces(form: str) -> list[str]:
    """A written name as the parse cuts it into words."""
    return PIECE.findall(form)


@cache
def polity_forms() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in polities():
        words = tuple(word_pieces(form))
        if words:
            table[words[0]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


def titles() -> dict[str, str]:
    """Title -> gender it tells ("m", "f" or "")."""
    return senses("titles")


def given_names() -> dict[str, str]:
    return senses("names")


def role_kinds() -> dict[str, str]:
    return senses("roles")


@cache
def person_roles() -> frozenset[str]:
    """Nouns for a person, or for somebody that may be a body as well ("rival")."""
    kinds = ("person", "somebody")
    return frozenset(row["noun"] for row in read_lexicon("roles") if row["kind"] in kinds)


def name_heads() -> dict[str, str]:
    return senses("name_heads")


def well_known() -> dict[str, str]:
    """Bodies that the language model often takes for people: name -> kind."""
    return senses("bodies")


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


INITIALISM = re.compile(r"(?:[A-Z]\.?){2,6}s?$")


def after_titles(parse: Parse, first: int, last: int) -> int:
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
