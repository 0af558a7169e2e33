"""Mentions: whose a name, a description or a pronoun is."""

from __future__ import annotations

import pytest
from newsread import find_actors, find_mentions
from newsread.tables import COLUMNS


def mentions_of(reading, text):
    return find_mentions(reading(text), find_actors(reading(text)))


def actor_at(mentions, text, nth=0):
    return mentions[mentions["text"] == text]["actor"].tolist()[nth]


@pytest.mark.parametrize(
    ("text", "mention", "nth", "actor"),
    [
        ("Ann Lee left because she was tired.", "she", 0, "Ann Lee"),
        ("Ann Lee met Tom Ray. He thanked her.", "He", 0, "Tom Ray"),
        ("Ann Lee met Tom Ray. He thanked her.", "her", 0, "Ann Lee"),
        (
            "Norway condemned its rival. Sweden denied that Sweden and Norway met.",
            "its rival",
            0,
            "Sweden",
        ),
        ("Norway said it would wait.", "it", 0, "Norway"),
        ("Oslo claimed it was ready. Norway waited.", "it", 0, "Norway"),
        ("“I will not resign,” Ann Lee said.", "I", 0, "Ann Lee"),
        ("Ann Lee spoke. “I will win,” she said.", "I", 0, "Ann Lee"),
        ("Acme Holdings fell. “We are sad,” the company said.", "We", 0, "Acme Holdings"),
        ("According to Ann Lee, “we are ready to go”.", "we", 0, "Ann Lee"),
        ("Ann Lee, a lawyer from Bergen, won.", "a lawyer from Bergen", 0, "Ann Lee"),
        ("A co-founder of the firm, Ann Lee, won.", "A co-founder of the firm", 0, "Ann Lee"),
        ("Ann Lee was the mayor of Bergen.", "the mayor of Bergen", 0, "Ann Lee"),
        ("Acme Holdings sank. The company said nothing.", "The company", 0, "Acme Holdings"),
        ("The Trade Ministry met. The ministry said no.", "The ministry", 0, "Trade Ministry"),
        ("Norway spoke. The Swedish side waited.", "The Swedish side", 0, "Sweden"),
        (
            "The company that built it said no. Acme Holdings chief executive Ann Lee left.\n\n"
            "The company waited.",
            "The company",
            0,
            "Acme Holdings",
        ),
        (
            "The province of Vardal and the town of Kedran slept. Ann Lee left the province.",
            "the province",
            0,
            "Vardal",
        ),
        (
            "Acme Holdings fell. Analysts at Kron Capital said the company was weak.",
            "the company",
            0,
            "Acme Holdings",
        ),
        (
            "Senators met the chief executive of Acme Holdings. Acme Holdings CEO Ann Lee left.",
            "the chief executive of Acme Holdings",
            0,
            "Ann Lee",
        ),
        ("Ann Lee, whose group sued, slept on Monday.", "whose group", 0, "Ann Lee's group"),
        (
            "Acme chair Ann Lee said that they hurt her company on Monday. Acme fell.",
            "her company",
            0,
            "Acme",
        ),
        ("“Tom Ray is wrong,” he said. Jim Holm left.", "he", 0, None),
        ("Jim Holm spoke. “Tom Ray is wrong,” he said.", "he", 0, "Jim Holm"),
        ("“At no point did I lie,” said Ann Lee. Tom Ray left.", "I", 0, "Ann Lee"),
        ("Ann Lee spoke. “She is a thief,” said Eva Moss.", "She", 0, "Ann Lee"),
        ("“We lost,” Jim Ray said in Oslo. “I hope we will win.”", "I", 0, "Jim Ray"),
        ("Kron Holdings fell. The bank cut its price.", "The bank", 0, "Kron Holdings"),
        (
            "Swedish peacekeepers left. Norway thanked the Swedish force for its help.",
            "the Swedish force",
            0,
            "Swedish peacekeepers",
        ),
        (
            "Party camp leader Tom Ray spoke. The camp burned down in Oslo.",
            "The camp",
            0,
            "the camp",
        ),
        (
            "The nurses' union said no. Their union, Unison Holm, called for a strike.",
            "The nurses' union",
            0,
            "Unison Holm",
        ),
        ("Senator Tom Ray spoke. The senator left early.", "The senator", 0, "Tom Ray"),
    ],
)
def test_whose_it_is(reading, text, mention, nth, actor):
    mentions = mentions_of(reading, text)
    if actor is None:
        assert mention not in mentions["text"].tolist()
    else:
        assert actor_at(mentions, mention, nth) == actor


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway waited. It rained.", "It"),
        ("Norway waited. It is clear that nobody won.", "It"),
        ("Ann Lee bought a clock. It was broken.", "It"),
        ("The storm hit Norway. It destroyed a bridge.", "It"),
        ("Norway paid too much. Sweden knew it.", "it"),
    ],
)
def test_an_it_that_is_no_actor(reading, text, word):
    mentions = mentions_of(reading, text)
    assert word not in mentions["text"].tolist()


def test_heads_lie_inside_their_mentions(seed):
    mentions = find_mentions(seed, find_actors(seed))
    assert len(mentions) > 40
    for row in mentions.itertuples():
        assert seed.text[row.start : row.end] == row.text
        assert row.start <= row.head_start < row.head_end <= row.end
    assert mentions["start"].is_monotonic_increasing
    assert mentions["mention_id"].is_unique
    assert set(mentions["form"]) == {"name", "description", "pronoun"}


TEXT = "Norway refused. Oslo said it would wait. Sweden left. Stockholm said it was sorry."


def test_a_row_taken_out_leaves_its_mentions_with_nobody(reading):
    actors = find_actors(reading(TEXT))
    mentions = find_mentions(reading(TEXT), actors[actors["actor"] != "Sweden"])
    assert actor_at(mentions, "Stockholm") == ""
    assert actor_at(mentions, "it", 0) == "Norway"
    assert actor_at(mentions, "it", 1) == ""


def test_a_renamed_row_keeps_its_mentions(reading):
    actors = find_actors(reading(TEXT)).replace({"actor": {"Norway": "The north"}})
    mentions = find_mentions(reading(TEXT), actors)
    assert actor_at(mentions, "Oslo") == "The north"
    assert actor_at(mentions, "it", 0) == "The north"


def test_two_rows_made_one_by_hand(reading):
    actors = find_actors(reading(TEXT))
    together = "Norway; Oslo; Sweden; Stockholm"
    actors.loc[actors["actor"] == "Norway", "aliases"] = together
    mentions = find_mentions(reading(TEXT), actors[actors["actor"] == "Norway"])
    assert set(mentions["actor"]) == {"Norway"}


def test_an_alias_given_to_another_row(reading):
    actors = find_actors(reading(TEXT))
    actors.loc[actors["actor"] == "Norway", "aliases"] = "Norway ×1"
    actors.loc[actors["actor"] == "Sweden", "aliases"] = "Sweden ×1; Stockholm ×1; Oslo ×1"
    assert actor_at(find_mentions(reading(TEXT), actors), "Oslo") == "Sweden"


def test_nobody_gives_an_empty_table(reading):
    mentions = mentions_of(reading, "It rained all day.")
    assert mentions.empty
    assert list(mentions.columns) == list(COLUMNS["mentions"])
