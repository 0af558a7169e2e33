"""What in a sentence speaks for the kind of a name that stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsread.actors.countries import polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import (
    INITIALISM,
    given_names,
    person_roles,
    role_kinds,
    title_before,
)
from newsread.actors.things import called_a_thing
from newsread.datelines import after_dateline
from newsread.tree import Parse

PLACED = ("state", "place")
AGE = re.compile(r"[1-9]\d")
INSIDE = ("at", "near")
BETWEEN = (["'s"], ["’s"], ["'"], ["’"])


def _has_title(parse: Parse, first: int, last: int) -> bool:
    """ "Mr |Lee"."""
    return bool(title_before(parse, first))


def _is_initialism(parse: Parse, first: int, last: int) -> bool:
    word = parse.word[first]
    return first == last and word.isupper() and INITIALISM.fullmatch(word) is not None


def _is_in_a_state(parse: Parse, first: int, last: int) -> bool:
    """ "|Bergen|, Norway,"."""
    if parse.word[last + 1 : last + 2] != [","] or last + 2 >= len(parse):
        return False
    after = polities().get(parse.word[last + 2])
    closed = parse.word[last + 3 : last + 4] in ([","], ["."])
    return after is not None and closed and after.relation == "name" and after.kind in PLACED


def _begins_with_an_initial(parse: Parse, first: int, last: int) -> bool:
    """ "|P. Lee"."""
    word = parse.word[first]
    return len(word) == 2 and word[1] == "." and last > first


def _begins_with_a_given_name(parse: Parse, first: int, last: int) -> bool:
    return last > first and parse.word[first] in given_names()


def _has_dates_of_a_life(parse: Parse, first: int, last: int) -> bool:
    """ "|Ann Lee| (born 1950)"."""
    after = parse.lower[last + 1 : last + 3]
    return after[:1] == ["("] and not cue_words("person by dates").isdisjoint(after[1:])


def _has_an_age(parse: Parse, first: int, last: int) -> bool:
    """ "|Lee|, 54, …"."""
    after = parse.word[last + 1 : last + 4]
    return (
        len(after) == 3
        and after[0] == ","
        and after[2] in (",", ".")
        and AGE.fullmatch(after[1]) is not None
    )


def _does_what_people_do(parse: Parse, first: int, last: int) -> bool:
    """ "|Lee| married in May"."""
    verb = parse.lemma[parse.head[last]]
    return parse.dep[last] in ("nsubj", "nsubjpass") and verb in cue_words("person by verb")


def _has_kin(parse: Parse, first: int, last: int) -> bool:
    """ "|Lee|'s widow"."""
    kin = parse.lemma[parse.head[last]]
    return parse.dep[last] == "poss" and kin in cue_words("person by kin")


def _is_a_dateline(parse: Parse, first: int, last: int) -> bool:
    """ "|BERGEN|, Norway — …"."""
    return after_dateline(parse, first) > last


def _follows_in(parse: Parse, first: int, last: int) -> bool:
    return first == last and parse.dep[last] == "pobj" and parse.lower[parse.head[last]] == "in"


def _follows_at(parse: Parse, first: int, last: int) -> bool:
    before = parse.lower[parse.head[last]]
    return parse.dep[last] == "pobj" and (before in INSIDE or (before == "in" and first < last))


def _follows_mayor_of(parse: Parse, first: int, last: int) -> bool:
    of = parse.head[last]
    return (
        parse.dep[last] == "pobj"
        and parse.lower[of] == "of"
        and parse.lower[parse.head[of]] in cue_words("place by noun")
    )


def _described(kind: str) -> Callable[[Parse, int, int], bool]:
    """ "|Ann Lee|, a teacher", "the teacher, |Ann Lee|"."""

    def is_described(parse: Parse, first: int, last: int) -> bool:
        beside = [c for c in parse.children[last] if parse.dep[c] == "appos"]
        if parse.dep[last] == "appos":
            beside.append(parse.head[last])
        return any(role_kinds().get(parse.lower[word]) == kind for word in beside)

    return is_described


def _follows_a_role(kind: str) -> Callable[[Parse, int, int], bool]:
    """ "teacher |Ann Lee|", "the group |Ny Dag|"."""

    def follows(parse: Parse, first: int, last: int) -> bool:
        if not first or parse.dep[last] == "compound" or not parse.word[first - 1].islower():
            return False
        role = parse.lower[first - 1]
        return role in person_roles() if kind == "person" else role_kinds().get(role) == kind

    return follows


def _taken_up_by(pronoun: str) -> Callable[[Parse, int, int], bool]:
    """ "|Nordvik|, which lost the contract"."""

    def is_taken_up(parse: Parse, first: int, last: int) -> bool:
        after = parse.lower[last + 1 : last + 3]
        return pronoun in (after[1:] if after[:1] == [","] else after[:1])

    return is_taken_up


def _employs(parse: Parse, first: int, last: int) -> bool:
    """ "|Nordvik| chief executive"."""
    after = last + 1
    if parse.lower[after : after + 1] and parse.lower[after] in cue_words("before a role"):
        after += 1
    return after < len(parse) and parse.lemma[after].lower() in cue_words("organization by noun")


def _owns_what_bodies_own(parse: Parse, first: int, last: int) -> bool:
    """ "|Nordvik|'s shareholders"."""
    return parse.word[last + 1 : last + 2] in BETWEEN and _employs(parse, first, last + 1)


# For which kind it speaks, how much, and what it is; the model's own label weighs 1.
EVIDENCE: tuple[tuple[str, float, Callable[[Parse, int, int], bool]], ...] = (
    ("thing", 3, called_a_thing),
    ("person", 3, _has_title),
    ("person", 3, _begins_with_an_initial),
    ("person", 1.5, _begins_with_a_given_name),
    ("person", 3, _has_dates_of_a_life),
    ("person", 3, _has_an_age),
    ("person", 1.5, _does_what_people_do),
    ("person", 2, _has_kin),
    ("person", 2, _described("person")),
    ("person", 1.5, _follows_a_role("person")),
    ("person", 2, _taken_up_by("who")),
    ("person", -2, _taken_up_by("which")),
    ("organization", 1, _taken_up_by("which")),
    ("organization", 2, _is_initialism),
    ("organization", 2, _described("organization")),
    ("organization", 4, _follows_a_role("organization")),
    ("organization", 6, _employs),
    ("organization", 1.5, _owns_what_bodies_own),
    ("place", 4, _is_a_dateline),
    ("place", 2, _is_in_a_state),
    ("place", 1, _follows_in),
    ("place", 0.5, _follows_at),
    ("place", 2, _follows_mayor_of),
)
