"""Actors: the rows that sentences should give."""

from __future__ import annotations

import pytest
from newsread import find_actors, find_mentions
from newsread.tables import COLUMNS

QUARREL = (
    "The Norway Defense Ministry announced an operation against Swedish ships in Jan Mayen. "
    "Its Swedish counterpart denied sending any. Oslo has pledged that it would only stop "
    "fishing boats and claimed that it was answering provocations by the Swedish side. "
    "Officials in Jan Mayen called on Norway to begin talks. Stockholm rejected the claim."
)


def actors_of(reading, text):
    return find_actors(reading(text)).set_index("actor")


@pytest.mark.parametrize(
    ("text", "actor", "kind", "side"),
    [
        ("Norway rejected the offer.", "Norway", "state", "Norway"),
        ("Oslo rejected the offer.", "Norway", "state", "Norway"),
        ("The Kremlin rejected the offer.", "Russia", "state", "Russia"),
        ("A bomb went off in Oslo on Monday.", "Oslo", "place", "Norway"),
        (
            "The Norwegian Defense Ministry said so.",
            "Norwegian Defense Ministry",
            "organization",
            "Norway",
        ),
        ("Swedish broadcaster Sveriges Radio said so.", "Sveriges Radio", "organization", "Sweden"),
        ("Norwegians living in Spain voted.", "Norwegians", "group", "Norway"),
        ("Prime Minister Jonas Harker resigned.", "Jonas Harker", "person", ""),
        ("NATO sent ships.", "NATO", "organization", ""),
        ("Secretary of State Ann Lee left.", "Ann Lee", "person", ""),
        (
            "Norwegian envoy Ann Lee met her Chilean counterpart, Jo Ray.",
            "Jo Ray",
            "person",
            "Chile",
        ),
        ("Tom Ray, of the River Party, said no.", "Tom Ray", "person", "River Party"),
        ("Senator Ann Lee (D-Ohio) said no.", "Ann Lee", "person", "Democratic Party"),
        ("His Conservative rival Jim Holm left.", "Jim Holm", "person", "Conservative Party"),
        ("OSLO (Reuters) - Ann Lee left on Monday.", "Oslo", "place", "Norway"),
        (
            "A spokesman for the Trade Ministry said no.",
            "a spokesman for the Trade Ministry",
            "person",
            "",
        ),
    ],
)
def test_kind_and_side(reading, text, actor, kind, side):
    row = actors_of(reading, text).loc[actor]
    assert (row["kind"], row["side"]) == (kind, side)


@pytest.mark.parametrize(
    ("text", "actor", "side"),
    [
        ("Senator Ann Lee, a Texas Republican, slept.", "Ann Lee", "Republican Party"),
        ("Jim Ray, the Labour candidate, slept.", "Jim Ray", "Labour Party"),
        ("Republicans met. Ann Lee left.", "Republicans", "Republican Party"),
    ],
)
def test_a_party_is_a_side(reading, text, actor, side):
    assert find_actors(reading(text)).set_index("actor").loc[actor, "side"] == side


def test_the_agency_in_a_dateline_is_nobody(reading):
    text = "VARDAL, Norway (NVB) — The council met on Monday.\n\nAnn Lee said it would vote."
    actors = find_actors(reading(text)).set_index("actor")
    assert actors.loc["VARDAL", "kind"] == "place"
    assert "NVB" not in actors.index


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("They fined the film company Lumio. Lumio wept. Lumio paid.", "Lumio", "organization"),
        ("Nordvik sank. Nordvik chief executive Ann Lee spoke.", "Nordvik", "organization"),
        ("Nordvik, which lost the contract, has argued with Ann Lee.", "Nordvik", "organization"),
        ("Norway waited. Norway's ally, Sweden, which left, slept.", "Sweden", "state"),
        ("Ann Lee's rival, Jim Ray, slept.", "Jim Ray", "person"),
    ],
)
def test_what_is_said_beside_a_name_tells_its_kind(reading, text, actor, kind):
    actors = find_actors(reading(text)).set_index("actor")
    assert actors.loc[actor, "kind"] == kind


def test_a_dateline_is_the_place_named_below(reading):
    text = "BERGEN — The council met.\n\nThe mayor of Bergen slept. Ann Lee came to Bergen."
    actors = find_actors(reading(text)).set_index("actor")
    assert actors.loc["Bergen", "aliases"] == "Bergen ×2; BERGEN ×1"


def test_aliases_are_listed_with_counts(reading):
    row = actors_of(reading, "Norway refused. Oslo said no. Norway left.").loc["Norway"]
    assert row["aliases"] == "Norway ×2; Oslo ×1"
    assert "capital for the state" in row["how"]


def test_a_quarrel_of_two_states(reading):
    actors = actors_of(reading, QUARREL)
    assert list(actors.index) == [
        "Norway Defense Ministry",
        "Sweden",
        "Jan Mayen",
        "Sweden Defense Ministry",
        "Norway",
        "officials in Jan Mayen",
    ]
    assert not actors.loc["Sweden Defense Ministry", "resolved"]
    assert actors.loc["Sweden Defense Ministry", "side"] == "Sweden"
    assert actors.loc["officials in Jan Mayen", "side"] == "Jan Mayen"
    assert actors.loc["Norway", "n_pronouns"] == 2


@pytest.mark.parametrize(
    "swap",
    [
        {"Norway": "Peru", "Oslo": "Lima", "Swedish": "Chilean", "Stockholm": "Santiago"},
        {"Norway": "Greece", "Oslo": "Athens", "Swedish": "Bulgarian", "Stockholm": "Sofia"},
    ],
)
def test_other_states_give_the_same_rows(reading, swap):
    other = QUARREL
    for old, new in swap.items():
        other = other.replace(old, new)
    before, after = (find_actors(reading(text)) for text in (QUARREL, other))
    columns = ["kind", "n_names", "n_descriptions", "n_pronouns", "resolved"]
    assert before[columns].to_dict("list") == after[columns].to_dict("list")


def test_an_owner_nobody_named_is_guessed_and_said_to_be(reading):
    actors = actors_of(
        reading, "The ministry’s statement came on Monday. Norway condemned its rival."
    )
    row = actors.loc["the ministry"]
    assert not row["resolved"]
    assert "perhaps of Norway" in row["how"]


@pytest.mark.parametrize("text", [QUARREL, "Ann Lee said she saw Bob Ray. He saw Lee.", "Rain."])
def test_counts_agree_with_the_mentions(reading, text):
    actors = find_actors(reading(text))
    mentions = find_mentions(reading(text), actors)
    for row in actors.itertuples():
        forms = mentions[mentions["actor"] == row.actor]["form"].value_counts()
        assert row.n_mentions == row.n_names + row.n_descriptions + row.n_pronouns
        assert row.n_names == forms.get("name", 0)
        assert row.n_descriptions == forms.get("description", 0)
        assert row.n_pronouns == forms.get("pronoun", 0)


def test_every_row_points_at_its_own_words(seed):
    actors = find_actors(seed)
    assert len(actors) > 5
    for row in actors.itertuples():
        assert seed.text[row.start : row.end] == row.text
    assert actors["actor"].is_unique


def test_nobody_gives_an_empty_table(reading):
    actors = find_actors(reading("It rained all day."))
    assert actors.empty
    assert list(actors.columns) == list(COLUMNS["actors"])
