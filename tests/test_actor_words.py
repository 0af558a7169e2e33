"""The word lists about actors: every entry fires in its own example."""

from __future__ import annotations

import pytest
from newsread import Article
from newsread.actors.acting import acting_verbs
from newsread.actors.countries import polities
from newsread.actors.descriptions import roles
from newsread.actors.name_words import given_names, name_heads, titles
from newsread.actors.names import find_names
from newsread.lexicons import read_lexicon

LISTS = {
    "actors": "form",
    "titles": "title",
    "names": "name",
    "name_heads": "word",
    "roles": "noun",
    "acting": "verb",
}


@pytest.mark.parametrize(("lexicon", "column"), LISTS.items())
def test_every_entry_stands_in_its_example_once(lexicon, column):
    rows = read_lexicon(lexicon)
    entries = [row[column] for row in rows]
    assert len(entries) == len(set(entries))
    assert [row[column] for row in rows if row[column] not in row["example"]] == []


def test_every_polity_is_found_in_its_example():
    rows = read_lexicon("actors")
    article = Article(id="test", text="\n\n".join(row["example"] for row in rows))
    found = {(name.polity, name.form) for name in find_names(article)}
    known = polities()
    missing = [
        row["form"]
        for row in rows
        if row["relation"] != "no actor" and (known[row["form"]], row["form"]) not in found
    ]
    assert missing == []


def test_no_actors_are_left_out():
    rows = [row for row in read_lexicon("actors") if row["relation"] == "no actor"]
    article = Article(id="test", text="\n\n".join(row["example"] for row in rows))
    assert [name.form for name in find_names(article)] == []


def test_the_tables_read_what_the_lists_say():
    assert polities()["Baku"].actor == "Azerbaijan"
    assert polities()["Baku"].relation == "capital"
    assert polities()["Kremlin"].actor == "Russia"
    assert polities()["French"].actor == "France"
    assert polities()["Chinese"].actor == "China"
    assert polities()["U.S."].actor == "United States"
    assert polities()["Belgrade"].actor == "Serbia"
    assert titles()["Mrs"] == "f"
    assert given_names()["Ann"] == "f"
    assert name_heads()["Ministry"] == "organization"
    assert roles()["mother"].gender == "f"
    assert acting_verbs()["claim"] == "says"
