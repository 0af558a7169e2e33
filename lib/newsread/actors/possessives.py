"""Names with a genitive in them: "St Brigid's Hospital", "Sainsbury's"."""

from __future__ import annotations

from newsread.actors.countries import polities
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import name_heads, person_roles, title_before
from newsread.actors.spans import Spans
from newsread.tree import Parse

FINITE = frozenset(("MD", "VBD", "VBP", "VBZ"))
SAINTS = frozenset(("St", "St.", "Saint"))


def join_possessives(parse: Parse, spans: Spans) -> None:
    """One name where the genitive is part of it."""
    for i in range(1, len(parse) - 1):
        if parse.tag[i] == "POS" and parse.word[i - 1][0].isupper():
            _over_institution(parse, spans, i)
            _over_ending(parse, spans, i)


def _over_institution(parse: Parse, spans: Spans, i: int) -> None:
    """ "St Brigid" + "'s" + "Hospital", but not "Norway" + "'s" + "Parliament"."""
    last = i
    while (
        last + 1 < len(parse)
        and parse.tag[last + 1] in ("NNP", "NNPS")
        and parse.word[last + 1][0].isupper()
        and not spans.breaks[last + 1]
        and parse.sent[last + 1] == parse.sent[i]
    ):
        last += 1
    head = parse.word[last]
    first = _beginning(parse, spans, i - 1)
    if last == i or first < 0 or head not in name_heads():
        return
    owner_is_body = spans.written(first, i - 1) in polities() or parse.word[i - 1] in name_heads()
    whose = parse.lower[i - 1]
    by_head = head.lower() in cue_words("named after somebody") and last == i + 1
    of_people = whose in person_roles() or whose in cue_words("people")
    if parse.word[first] in SAINTS or of_people or (by_head and not owner_is_body):
        if first and of_people and parse.tag[first - 1] == "NNP":
            first -= 1  # "Korean People's Army"
        label = "LOC" if name_heads()[head] == "place" else "ORG"
        spans.replace(first, last, label, "an institution's name")


def _beginning(parse: Parse, spans: Spans, i: int) -> int:
    """First word of the name that ends with the word ``i``; -1: it is none."""
    first = spans.owner[i] if spans.owner[i] >= 0 else i
    if spans.owner[i] >= 0 and spans.last[first] != i:
        return -1
    if first and parse.word[first - 1] in SAINTS:
        return first - 1
    return first


def _over_ending(parse: Parse, spans: Spans, i: int) -> None:
    """ "Levi's did not answer": nothing is owned, so the ending is the name's own."""
    first = spans.owner[i - 1]
    if first != i - 1 or parse.word[first] in polities() or title_before(parse, first):
        return
    speaks = parse.tag[i + 1] in FINITE
    ends = parse.pos[i + 1] in ("CCONJ", "ADP") or parse.word[i + 1] in ",.;"
    listed = spans.label[first] == "ORG" and ends
    if (speaks or listed) and parse.lower[first - 1 : first] != ["of"]:
        spans.replace(first, i, "ORG", "a name with a genitive ending")
