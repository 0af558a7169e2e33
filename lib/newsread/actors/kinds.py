"""What kind of thing a name names: one kind for each name, by all that speaks for it."""

from __future__ import annotations

from collections import Counter, defaultdict

from newsread.actors.countries import Polity, polities
from newsread.actors.kind_evidence import EVIDENCE
from newsread.actors.name_words import name_heads, well_known
from newsread.actors.spans import Spans
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


# The model repeats its mistakes: beyond so many, the same label says nothing new.
MOST_VOTES = 3


def agree_on_kinds(parse: Parse, spans: Spans) -> dict[str, str]:
    """One kind for each form, by what speaks for it in all its places."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for first in sorted(spans.last):
        count = votes[spans.form(first)]
        kind = KINDS[spans.label[first]]
        vote = 0.4 if spans.how[first] == "proper nouns" else 1
        count[kind] = min(count[kind] + vote, MOST_VOTES)
    for first, last in spans.last.items():
        for kind, weight, says_so in EVIDENCE:
            if says_so(parse, first, last):
                votes[spans.form(first)][kind] += weight
    kinds = {form: _most(count) for form, count in votes.items()}
    known = polities()
    heads = name_heads()
    for form in kinds:
        words = form.split()
        if form in known:
            kinds[form] = known[form].kind
        elif form in well_known():
            kinds[form] = well_known()[form]
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


def _most(count: Counter[str]) -> str:
    """The kind most voted for; rather a person than a body: a body has more to show for it."""
    kind = count.most_common(1)[0][0]
    if kind == "organization" and count["person"] == count[kind]:
        return "person"
    return kind


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
    bodies = _last_words(kinds, "organization") - _last_words(kinds, "person")
    for form in bodies & kinds.keys() - known.keys():  # "the Herald" of "the Yorkshire Herald"
        kinds[form] = "organization"


def _last_words(kinds: dict[str, str], kind: str) -> set[str]:
    """Of the names of several words and this kind."""
    return {form.split()[-1] for form, its in kinds.items() if its == kind and " " in form}


def _main_word(words: list[str]) -> str:
    """ "Bank" in "Bank of Norway", "Bank" in "Norwegian Bank"."""
    for i, word in enumerate(words):
        if i and word in ("of", "for", "on", "at"):
            return words[i - 1]
    return words[-1]
