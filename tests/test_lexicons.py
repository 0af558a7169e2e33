"""The word lists: readable, sourced, each entry with an example."""

from __future__ import annotations

import pytest
from newsread import lexicons
from newsread.lexicons import load_lexicon, read_lexicon, words_for
from newsread.paths import LEXICONS

NAMES = sorted(path.stem for path in LEXICONS.glob("*.csv"))


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_has_a_source_and_an_example(name):
    rows = read_lexicon(name)
    assert rows
    for number, row in enumerate(rows, 2):
        assert row["source"], f"{name}.csv, entry {number}: no source"
        assert row["example"], f"{name}.csv, entry {number}: no example"


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_stands_twice(name):
    seen = [tuple(row.items()) for row in read_lexicon(name)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_is_a_table_of_text(name):
    table = load_lexicon(name)
    assert {"source", "example"} <= set(table.columns)
    assert not table.isna().any().any()


def test_a_lexicon_that_is_not_there_names_those_that_are():
    with pytest.raises(FileNotFoundError, match="cues"):
        read_lexicon("verbs")


@pytest.fixture
def one_lexicon(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicons, "LEXICONS", tmp_path)
    read_lexicon.cache_clear()
    yield tmp_path / "mine.csv"
    read_lexicon.cache_clear()


def test_a_missing_column_is_named(one_lexicon):
    one_lexicon.write_text("lemma,source\nsay,me\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"needs the column.*example"):
        read_lexicon("mine")


def test_a_broken_line_is_named(one_lexicon):
    one_lexicon.write_text("lemma,source,example\nsay,me,He said, then left.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_lexicon("mine")


def test_a_lexicon_saved_by_a_spreadsheet_reads_too(one_lexicon):
    one_lexicon.write_bytes("\ufefflemma,source,example\r\nsay,me,He said so.\r\n".encode())
    assert read_lexicon("mine")[0]["lemma"] == "say"


def test_words_are_found_by_their_sense():
    assert {"may", "might"} <= words_for("hedges", "hedge")
    assert "may" not in words_for("hedges", "negation")
    assert words_for("hedges", "no such sense") == frozenset()
