"""Organisations under their names: brackets, initials, parts of the full name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from newsread.actors.countries import polities
from newsread.actors.name import Name
from newsread.actors.name_words import name_heads
from newsread.actors.people import name_parts
from newsread.tree import Parse

# A bare "Church" is looked for among so many names before it.
NEAR = 60

BODIES = ("organization", "other")


def merge_bodies(parse: Parse, names: list[Name]) -> dict[str, tuple[str, str]]:
    """Form of an organisation's name -> (its fullest name, why)."""
    forms = list(dict.fromkeys(n.form for n in names if n.kind in BODIES and not n.polity))
    result = {form: (form, "same name") for form in forms}
    bracketed = _bracketed(parse, names)
    often = Counter(name.form for name in names)
    by_length = sorted(forms, key=lambda form: -len(form))
    initials: dict[str, str] = {}
    for form in by_length:
        if len(form.split()) > 1:
            for key in _initials(form):
                initials.setdefault(key, form)
    tops: list[tuple[str, list[str]]] = []
    inside: dict[str, list[str]] = defaultdict(list)  # a word -> full names with it
    for form in by_length:
        words = [word.lower() for word in name_parts(form)]
        short = form.replace(".", "")
        if form in bracketed:
            result[form] = (bracketed[form], "in brackets after the name")
            continue
        if short in initials and initials[short] != form:
            result[form] = (initials[short], "initials")
            continue
        holders = [
            top
            for top in dict.fromkeys(inside.get(words[0], ()) if words else ())
            if _contained(words, [word.lower() for word in name_parts(top)])
        ]
        if len(holders) > 1:  # of several, the one that is named again and again
            holders = [top for top in holders if often[top] > 1] or holders
        if len(holders) == 1 and not _bare_head(words):
            result[form] = (holders[0], "part of the full name")
            continue
        tops.append((form, words))
        for word in words:
            inside[word].append(form)
    for form, (top, why) in list(result.items()):
        if result.get(top, (top,))[0] != top:
            result[form] = (result[top][0], why)
    return result


def _bracketed(parse: Parse, names: list[Name]) -> dict[str, str]:
    """Short form -> long form, where one stands in brackets after the other."""
    found: dict[str, str] = {}
    for one, two in pairwise(names):
        if one.kind not in BODIES or two.kind not in BODIES or one.form == two.form:
            continue
        between = parse.word[one.last + 1 : two.first]
        if between in (["("], ["(", "the"]) and parse.word[two.last + 1 : two.last + 2] == [")"]:
            short, long = sorted((one.form, two.form), key=len)
            initials = short.isupper() and short[0] == long[0] and " " in long
            if initials or short.lower() in long.lower():
                found[short] = long
    return found


def _initials(form: str) -> list[str]:
    words = [word for word in re.split(r"[\s-]+", form) if word]
    capital = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0].upper() for word in words if word[0].isalpha())
    return [key for key in (capital, every) if len(key) > 1]


def _contained(short: list[str], long: list[str]) -> bool:
    n = len(short)
    return any(long[i : i + n] == short for i in range(len(long) - n + 1))


def _bare_head(words: list[str]) -> bool:
    return len(words) == 1 and (
        words[0].capitalize() in name_heads() or words[0].capitalize() in polities()
    )


def body_key(bodies, keys, name: Name) -> tuple[str, str]:
    """A bare "Church" is the last church named before it."""
    form, why = bodies[name.form]
    word = name.form.lower()
    if " " not in form and _bare_head([word]):
        for key in reversed(keys[-NEAR:]):
            if key and key[0] in BODIES and word in key[1].lower().split():
                return key[1], "part of the full name"
    return form, why
