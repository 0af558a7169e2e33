"""The party somebody is said to be of: "(D-Ohio)", "a Texas Republican", "of the Green Party"."""

from __future__ import annotations

from functools import cache

from newsread.actors.lexicon_words import cue_words
from newsread.actors.name import Name
from newsread.lexicons import read_lexicon
from newsread.tree import Parse

# Words before a name that may tell its bearer's party.
BEFORE = 4
ARTICLES = (["a"], ["an"], ["the"])


@cache
def party_words(where: str) -> dict[str, str]:
    return {row["word"]: row["party"] for row in read_lexicon("parties") if row["where"] == where}


def party_of(parse: Parse, name: Name, parties: dict[int, str]) -> str:
    """The party beside the name, or "". ``parties``: first word of a party's name -> its name."""
    return (
        _after(parse, name.last)
        or _named_after(parse, name.last, parties)
        or _beside(parse, name.last)
        or _before(parse, name, parties)
    )


def party_names(names: list[Name]) -> dict[int, str]:
    """Every word of a party's name in the text -> that name."""
    return {
        i: name.form
        for name in names
        if " " in name.form
        and name.form.rpartition(" ")[2].lower() in cue_words("party by last word")
        for i in range(name.first, name.last + 1)
    }


def _after(parse: Parse, last: int) -> str:
    """ "Ann Lee (D-Ohio)", "Ann Lee, R-Texas,"."""
    if parse.word[last + 1 : last + 2] not in (["("], [","]) or last + 3 >= len(parse):
        return ""
    letter, hyphen, _ = parse.word[last + 2].partition("-")
    closed = parse.word[last + 3] in ("-", "–", ")") and (
        parse.word[last + 1] == "(" or parse.word[last + 3] != ")"
    )
    return party_words("after").get(letter, "") if hyphen or closed else ""


def _named_after(parse: Parse, last: int, parties: dict[int, str]) -> str:
    """ "Ann Lee, of the Green Party", "Ann Lee of the Green Party"."""
    i = last + 1
    if parse.word[i : i + 1] == [","]:
        i += 1
    if parse.lower[i : i + 1] not in (["of"], ["from"]):
        return ""
    i += 2 if parse.lower[i + 1 : i + 2] == ["the"] else 1
    return parties.get(i, "")


def _beside(parse: Parse, last: int) -> str:
    """ "Ann Lee, a Texas Republican", "Ann Lee, the Labour candidate"."""
    if parse.word[last + 1 : last + 2] != [","] or parse.lower[last + 2 : last + 3] not in ARTICLES:
        return ""
    for i in range(last + 3, min(last + 3 + BEFORE, len(parse))):
        if parse.pos[i] not in ("NOUN", "PROPN", "ADJ"):
            return ""
        if party := party_words("before").get(parse.word[i]):
            return party
    return ""


def party_of_members(form: str) -> str:
    """ "Republicans" -> Republican Party."""
    return party_words("before").get(form.removesuffix("s"), "") if form.endswith("s") else ""


def _before(parse: Parse, name: Name, parties: dict[int, str]) -> str:
    """ "Conservative rival Ann Lee", "Green Party candidate Ann Lee"."""
    known = party_words("before")
    for i in range(name.first - 1, max(-1, name.first - 1 - BEFORE), -1):
        if parse.pos[i] not in ("NOUN", "PROPN", "ADJ") or parse.sent[i] != parse.sent[name.first]:
            return ""
        two = " ".join(parse.word[max(i - 1, 0) : i + 1])
        party = parties.get(i) or known.get(two) or known.get(parse.word[i])
        if party:
            return party
    return ""
