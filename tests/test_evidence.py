"""The passages behind rows, and words in their contexts."""

from __future__ import annotations

import re
from html import unescape

import harbour
import pandas as pd
import pytest
from newsread import concordance, evidence

ALL = harbour.tables()


@pytest.fixture(scope="module", autouse=True)
def article():
    return harbour.article()


def text_of(html: str) -> str:
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    html = re.sub(r'<span class="nr-tip".*?</span></span></span>', "", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize("kind", list(ALL))
def test_every_row_of_every_table_has_its_passage(kind, article):
    table = ALL[kind]
    shown = evidence(table)
    assert shown.html.count('<section class="nr-passage">') == len(table)
    for row in table.itertuples():
        assert row.text in text_of(shown.html)
        assert f"characters {row.start}–{row.end}" in shown.html or kind in ("claims", "stances")


def test_one_row_is_shown_in_its_sentence_with_its_neighbours(article):
    shown = evidence(ALL["claims"].iloc[3])
    told = text_of(shown.html)
    assert "Claim c4: Mayor Ada Quist" in told and "paragraph 2" in told
    assert "… Northline, its rival" in told and "Quist praised the pilots. …" in told
    assert "harbour council rejected" not in told
    assert "We will appeal in March" in repr(shown)


def test_a_row_may_come_from_itertuples_but_not_from_anywhere(article):
    row = next(ALL["claims"].itertuples())
    assert evidence(row).html == evidence(ALL["claims"].head(1)).html
    with pytest.raises(TypeError, match="needs a row"):
        evidence("c1")


def test_context_can_be_left_out(article):
    told = text_of(evidence(ALL["claims"].iloc[3], context=0).html)
    assert "Northline" not in told and "praised" not in told


def test_a_stance_shows_who_and_toward_whom(article):
    html = evidence(ALL["stances"].query("target == 'Northline'")).html
    assert 'data-tag="holder"' in html and 'data-tag="target"' in html and 'data-tag="▼"' in html


def test_rows_are_picked_as_a_chart_names_them(article):
    shown = evidence(ALL["stances"], holder="Harbour council", polarity=-1)
    assert "Harbour council → Northline: against" in shown.html and "neutral" not in repr(shown)
    with pytest.raises(
        ValueError, match=r"no row has holder='Zorro'; there are: 'Ada Quist', 'Harb"
    ):
        evidence(ALL["stances"], holder="Zorro")
    with pytest.raises(ValueError, match="no column 'who'"):
        evidence(ALL["stances"], who="Zorro")


def test_the_rows_behind_a_tile_and_no_rows(article):
    assert "2 passages" in evidence(ALL["stances"].query("holder == 'Harbour council'")).html
    assert "no passages" in evidence(ALL["claims"].head(0)).html


def test_rows_of_another_text_are_refused(article):
    with pytest.raises(ValueError, match="Make the tables again"):
        evidence(ALL["claims"], article=harbour.article(id="other", text="Something else."))


def test_an_article_that_is_not_there_is_named():
    rows = ALL["dates"].assign(article_id="nowhere-to-be-found")
    with pytest.raises(FileNotFoundError, match="nowhere-to-be-found"):
        evidence(rows)


def test_rows_without_offsets_are_refused_with_advice():
    with pytest.raises(ValueError, match="keep the columns"):
        evidence(ALL["claims"][["source", "cue"]])


# -------------------------------------------------------------------- concordance
@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("plan", ["plan", "plan"]),
        ("THE COUNCIL", ["the council"]),
        ("harbour council", ["harbour council"]),
        ("counc*", ["council", "council"]),
        ("counc", []),
        ("$5", ["$5"]),
        ("Quist", ["Quist", "Quist"]),
    ],
)
def test_a_word_is_found_whole_in_all_its_places(word, found, article):
    table = concordance(article, word)
    assert list(table["text"]) == found
    for row in table.itertuples():
        assert article.text[row.start : row.end] == row.text
        sentence = article.sentences.iloc[row.sentence_id]
        assert sentence.start <= row.start and row.end <= sentence.end


def test_an_actor_is_found_under_all_its_names(article):
    table = concordance(article, "northline", ALL["mentions"], width=12)
    assert list(table["text"]) == ["the ferry operator", "Northline", "its rival across the bay"]
    assert table["left"].str.len().max() <= 12 and table["right"].iloc[1] == ", its rival"


def test_concordance_says_that_nothing_was_found_and_what_to_try(article, capsys):
    concordance(article, "Quist")
    assert capsys.readouterr().out == ""
    concordance(article, "Zebra")
    assert capsys.readouterr().out == (
        "'Zebra' stands nowhere in harbour. "
        "For an actor's mentions: concordance(article, 'Zebra', mentions).\n"
    )
    concordance(article, "Northlin", ALL["mentions"])
    assert "Did you mean 'Northline'?" in capsys.readouterr().out


def test_concordance_without_finds_keeps_its_columns(article):
    table = concordance(article, "zeppelin")
    assert table.empty and list(table)[:5] == ["article_id", "sentence_id", "start", "end", "text"]
    assert table["start"].dtype == "int64"
    with pytest.raises(ValueError, match="type a word"):
        concordance(article, " * ")


def test_concordance_rows_have_evidence_too(article):
    table = concordance(article, "plan")
    assert isinstance(table, pd.DataFrame) and "2 passages" in evidence(table).html
