"""What kind of thing a name names: one kind for each name, by all that speaks for it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from newsread.actors.countries import Polity, polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import (
    INITIALISM,
    given_names,
    name_heads,
    person_roles,
    role_kinds,
    title_before,
)
from newsread.actors.spans import Spans
from newsread.actors.things import called_a_thing
from newsread.tree import Parse

# What the model calls it -> what it is here. What is not listed is no actor.
KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "MISC": "other",
}
PLACED = ("state", "place")
AGE = re.compile(r"[1-9]\d")


def agree_on_kinds(parse: Parse, spans: Spans) -> dict[str, str]:
    """One kind for each form, by what speaks for it in all its places."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for first in sorted(spans.last):
        label = spans.label[first]
        count = votes[spans.form(first)]
        count[KINDS[label]] += 0.4 if spans.how[first] == "proper nouns" else 1
        _vote_by_context(parse, spans, first, count)
    kinds = {form: count.most_common(1)[0][0] for form, count in votes.items()}
    known = polities()
    heads = name_heads()
    for form in kinds:
        words = form.split()
        if form in known:
            kinds[form] = known[form].kind
        elif len(words) > 1 and (head := _main_word(words)) in heads:
            kinds[form] = heads[head]
    _agree_in_families(kinds, known)
    for form in [form for form, kind in kinds.items() if kind == "person" and " " in form]:
        surname = form.split()[-1]
        if (
            surname in kinds
            and not surname.isupper()
            and (surname not in known or votes[surname]["person"] >= 1)
        ):
            kinds[surname] = "person"
    return kinds


def _agree_in_families(kinds: dict[str, str], known: dict[str, Polity]) -> None:
    """ "Ann Lee" is a person if "Ann Marie Lee" or "Lee" is."""
    ends = {
        (form.split()[0], form.split()[-1])
        for form, kind in kinds.items()
        if kind == "person" and " " in form
    }
    for form in kinds:
        words = form.split()
        if len(words) < 2 or form in known or words[-1] in name_heads():
            continue
        surname = len(words) < 4 and kinds.get(words[-1]) == "person"
        if (words[0], words[-1]) in ends or surname:
            kinds[form] = "person"


def _main_word(words: list[str]) -> str:
    """ "Bank" in "Bank of Norway", "Bank" in "Norwegian Bank"."""
    for i, word in enumerate(words):
        if i and word in ("of", "for", "on", "at"):
            return words[i - 1]
    return words[-1]


def _place_comma_place(parse: Parse, last: int) -> bool:
    """ "Bergen, Norway,"."""
    if parse.word[last + 1 : last + 2] != [","] or last + 2 >= len(parse):
        return False
    after = polities().get(parse.word[last + 2])
    closed = parse.word[last + 3 : last + 4] in ([","], ["."])
    return after is not None and closed and after.relation == "name" and after.kind in PLACED


def _place_of(parse: Parse, of: int) -> bool:
    """ "the mayor of Bergen"."""
    return parse.lower[of] == "of" and parse.lower[parse.head[of]] in cue_words("place by noun")


def _vote_by_context(parse: Parse, spans: Spans, first: int, count: Counter[str]) -> None:
    last = spans.last[first]
    word, children = parse.word, parse.children
    if called_a_thing(parse, first, last):
        count["thing"] += 3
    if title_before(parse, first):
        count["person"] += 3
    if first == last and INITIALISM.fullmatch(word[first]) and word[first].isupper():
        count["organization"] += 2
    if _place_comma_place(parse, last):
        count["place"] += 2
    if len(word[first]) == 2 and word[first][1] == "." and last > first:
        count["person"] += 3  # "P. Lee"
    if word[first] in given_names() and last > first:
        count["person"] += 1.5
    bracket = parse.lower[last + 1 : last + 3]
    if bracket[:1] == ["("] and cue_words("person by dates").intersection(bracket[1:]):
        count["person"] += 3  # "Ann Lee (born 1950)"
    after = parse.word[last + 1 : last + 4]
    if len(after) == 3 and after[0] == "," and after[2] in (",", ".") and AGE.fullmatch(after[1]):
        count["person"] += 3  # "Lee, 54, …"
    dep, governor = parse.dep[last], parse.head[last]
    verb = parse.lemma[governor]
    if dep in ("nsubj", "nsubjpass") and verb in cue_words("person by verb"):
        count["person"] += 1.5
    elif dep == "nsubj" and verb in ("say", "tell", "think", "believe") and last > first:
        count["person"] += 0.6
    elif dep == "poss" and parse.lemma[governor] in cue_words("person by kin"):
        count["person"] += 2
    elif dep == "pobj" and parse.lower[governor] in ("in", "at", "near"):
        count["place"] += 1.0 if parse.lower[governor] == "in" and first == last else 0.5
    elif dep == "pobj" and _place_of(parse, governor):
        count["place"] += 2
    for child in children[last]:
        if parse.dep[child] == "appos":
            kind = role_kinds().get(parse.lower[child])
            if kind in ("person", "organization"):
                count[kind] += 2
    if dep == "appos" and role_kinds().get(parse.lower[governor]) in ("person", "organization"):
        count[role_kinds()[parse.lower[governor]]] += 2
    if dep == "compound" or first == 0:
        return
    role = parse.lower[first - 1]
    if role_kinds().get(role) == "organization" and word[first - 1].islower():
        count["organization"] += 1.5
    if role in person_roles() and word[first - 1].islower():
        count["person"] += 1.5
