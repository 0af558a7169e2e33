"""People under their names: full names, surnames, first names, misspellings."""

from __future__ import annotations

from collections import Counter, defaultdict

from newsread.actors.lexicon_words import cue_words
from newsread.actors.name import Name
from newsread.actors.name_words import given_names, titles

LINKS = frozenset(("the", "of", "and", "for", "&", "-", "'s"))


def merge_people(names: list[Name]) -> dict[int, tuple[str, str]]:
    """Number of a person's name -> (fullest name, why)."""
    people = [
        (number, name)
        for number, name in enumerate(names)
        if name.kind == "person" or (name.kind == "other" and " " not in name.form)
    ]
    full = _full_names(list(dict.fromkeys(name.form for _, name in people)))
    by_part: dict[str, list[str]] = defaultdict(list)
    by_start: dict[str, list[str]] = defaultdict(list)
    for form in dict.fromkeys(full.values()):
        words = name_parts(form)
        if len(words) > 1:
            for part in dict.fromkeys((words[-1], words[0])):
                by_part[part].append(form)
            by_start[words[-1][:2]].append(form)
    result: dict[int, tuple[str, str]] = {}
    often = Counter(full[name.form] for _, name in people)
    last_seen: dict[str, int] = {}  # full name -> number of the last name that meant it
    for number, name in people:
        words = name_parts(name.form)
        if full[name.form] != name.form:
            result[number] = full[name.form], "part of the full name"
        elif len(words) > 1:
            result[number] = name.form, "full name"
        else:
            result[number] = _bearer(name, words, by_part, by_start, last_seen, often)
        last_seen[result[number][0]] = number
    return result


def _full_names(forms: list[str]) -> dict[str, str]:
    """Form -> the one longer form that it is a part of, or itself."""
    full: dict[str, str] = {}
    by_last: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: -len(form.split())):
        words = name_parts(form)
        last = words[-1] if words else ""
        holders = [other for other in by_last[last] if _fits(words, name_parts(other))]
        if not holders and len(words) > 1:
            holders = [
                other
                for other in by_last[last]
                if len(name_parts(other)) == len(words)
                and _misspelt(words[0], name_parts(other)[:1])
            ]
        full[form] = holders[0] if len(holders) == 1 and len(words) > 1 else form
        if full[form] == form:
            by_last[last].append(form)
    return full


def _bearer(
    name: Name,
    words: list[str],
    by_part: dict[str, list[str]],
    by_start: dict[str, list[str]],
    last_seen: dict[str, int],
    often: Counter[str],
) -> tuple[str, str]:
    """Whose a single word is: the last person before it that has it in their full name."""
    form = name.form
    gender = titles().get(name.title, "")
    options = [
        other
        for other in (by_part.get(words[0], ()) if words else ())
        if not gender or given_names().get(other.split()[0], gender) in ("", gender)
    ]
    if not options:
        near = [other for other in by_start.get(form[:2], ()) if _misspelt(form, name_parts(other))]
        if len(near) == 1:
            return near[0], "misspelt"
        known = gender and by_part.get(form)
        return (f"{name.title} {form}" if known else form), "same name"
    surname = [other for other in options if name_parts(other)[-1] == words[0]]
    pool = surname or options
    # Of two seen before it, whoever is named in full more often; then the last one seen.
    best = max(
        pool,
        key=lambda other: (
            other in last_seen,
            often[other],
            last_seen.get(other, -1),
            -pool.index(other),
        ),
    )
    return best, "surname" if surname else "first name"


def _misspelt(surname: str, words: list[str]) -> bool:
    """One letter more, less or other than the surname."""
    other = words[-1] if words else ""
    if min(len(surname), len(other)) < 5 or surname[0] != other[0]:
        return False
    if abs(len(surname) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(surname), len(other)) and surname[same] == other[same]:
        same += 1
    ends = (surname[same:], other[same:])
    return any(
        a == b
        for a, b in (
            (ends[0][1:], ends[1]),
            (ends[0], ends[1][1:]),
            (ends[0][1:], ends[1][1:]),
        )
    )


def name_parts(form: str) -> list[str]:
    """The words that tell names apart: "Acme Foods Inc." and "the Acme Foods" have the same."""
    said_or_not = LINKS | cue_words("no part of a name")
    return [word for word in form.split() if word.lower() not in said_or_not]


def _fits(short: list[str], long: list[str]) -> bool:
    """ "Ann Lee" or "A. Lee" in "Ann Mary Lee"."""
    if len(short) >= len(long) + 1 or not short or short[-1] != long[-1]:
        return False
    rest = iter(long[:-1])
    return all(
        any(word == other or (word.rstrip(".") == other[0]) for other in rest)
        for word in short[:-1]
    )
