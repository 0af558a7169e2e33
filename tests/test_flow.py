"""Promises about every row of every table, on articles of several kinds and on any text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsread import ARTICLES, Article, load_article
from newsread.tables import COLUMNS, read_spans

FILES = sorted(ARTICLES.glob("*.txt")) + sorted((Path(__file__).parent / "articles").glob("*.txt"))
TABLES = ("actors", "mentions", "claims", "dates", "stances")
EMPTY = ("", "?", "…", "\n\n", "12345", "🙂")


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def reading_of(request, whole_flow):
    article = load_article(request.param)
    return article, whole_flow(article)


def check_rows(article: Article, name: str, table: pd.DataFrame) -> None:
    assert list(table.columns) == list(COLUMNS[name])
    assert {c: str(t) for c, t in table.dtypes.items()} == COLUMNS[name]
    assert not table.isna().any().any()
    for row in table.itertuples():
        assert 0 <= row.start < row.end
        assert article.text[row.start : row.end] == row.text
        assert row.article_id == article.id
        if "confidence" in table.columns:
            assert 0 < row.confidence <= 1
    assert table["start"].is_monotonic_increasing


def check_sentences(article: Article, table: pd.DataFrame) -> None:
    sentences = article.sentences.set_index("sentence_id")
    assert set(table["sentence_id"]) <= set(sentences.index)


def check_spans(article: Article, table: pd.DataFrame, **text_of: str) -> None:
    """``source="source_spans"``: the cell of the first is the letters at the second."""
    for text, spans in text_of.items():
        for written, cell in table[[text, spans]].itertuples(index=False):
            pieces = [article.text[start:end] for start, end in read_spans(cell)]
            assert " … ".join(pieces) == written


@pytest.mark.parametrize("name", TABLES)
def test_rows_point_at_their_own_words(reading_of, name):
    article, tables = reading_of
    check_rows(article, name, tables[name])
    check_sentences(article, tables[name])


@pytest.mark.parametrize("name", TABLES)
def test_an_ordinary_report_gives_rows(reading_of, name):
    assert len(reading_of[1][name])


def test_the_parts_of_a_claim_are_the_letters(reading_of):
    article, tables = reading_of
    check_spans(
        article,
        tables["claims"],
        source="source_spans",
        cue="cue_spans",
        content="content_spans",
    )


def test_the_parts_of_a_stance_are_the_letters(reading_of):
    article, tables = reading_of
    check_spans(
        article,
        tables["stances"],
        trigger="trigger_span",
        target_text="target_span",
        holder_text="holder_span",
    )


def test_rows_refer_to_rows_that_are_there(reading_of):
    _, tables = reading_of
    actors = set(tables["actors"]["actor"]) | {""}
    claims = set(tables["claims"]["claim_id"]) | {""}
    assert set(tables["mentions"]["actor"]) <= actors
    assert set(tables["claims"]["source_actor"]) <= actors
    assert set(tables["claims"]["addressee_actor"]) <= actors
    assert set(tables["claims"]["parent"]) <= claims
    assert set(tables["dates"]["claim_id"]) <= claims
    assert set(tables["stances"]["claim_id"]) <= claims
    assert set(tables["stances"]["target"]) <= actors
    assert set(tables["stances"]["holder"]) <= actors | {"the reporter"}


def test_ids_are_unique(reading_of):
    _, tables = reading_of
    assert tables["actors"]["actor"].is_unique
    assert tables["mentions"]["mention_id"].is_unique
    assert tables["claims"]["claim_id"].is_unique
    assert tables["stances"]["stance_id"].is_unique


def test_every_row_says_how(reading_of):
    _, tables = reading_of
    for name in ("actors", "mentions", "claims", "dates"):
        assert (tables[name]["how"] != "").all(), name
    assert (tables["stances"]["why"] != "").all()


def test_the_actors_table_counts_the_mentions(reading_of):
    _, tables = reading_of
    mentions = tables["mentions"]
    counted = mentions[mentions["actor"] != ""].groupby("actor").size()
    listed = tables["actors"].set_index("actor")["n_mentions"]
    assert listed[listed > 0].sort_index().to_dict() == counted.sort_index().to_dict()


def test_nobody_stands_for_or_against_themselves(reading_of):
    stances = reading_of[1]["stances"]
    assert (stances["holder"] != stances["target"]).all()


def test_the_same_article_gives_the_same_tables(seed, whole_flow):
    first = whole_flow(seed)
    again = whole_flow(
        Article(id=seed.id, text=seed.text, date=seed.date, date_from=seed.date_from)
    )
    for name in TABLES:
        pd.testing.assert_frame_equal(first[name], again[name])


@pytest.mark.parametrize("text", EMPTY, ids=repr)
def test_a_text_with_nothing_in_it_gives_empty_tables(text, whole_flow):
    article = Article(id="empty", text=text)
    for name, table in whole_flow(article).items():
        check_rows(article, name, table)


QUOTED = st.sampled_from(["“", "”", '"', "'", "’", "«", "»", "‘", "\n\n", ", he said", " said "])
WORDS = st.sampled_from(
    "The minister said that France accused Germany of lying . Ms. Lee denied it on Tuesday "
    "and vowed to fight ; according to the U.N. , she ( who claimed it ) it is said 1990s".split()
)
ANY_TEXT = st.one_of(
    st.text(max_size=400),
    st.lists(WORDS | QUOTED | st.text(max_size=4), max_size=120).map(" ".join),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=2000),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(text=ANY_TEXT, day=st.none() | st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)))
@pytest.mark.filterwarnings("ignore:.*does not look like English")
def test_any_text_reads_with_true_spans(text, day, whole_flow):
    article = Article(id="any", text=text, date=day)
    for name, table in whole_flow(article).items():
        check_rows(article, name, table)
    for table in (article.paragraphs, article.sentences):
        for row in table.itertuples():
            assert article.text[row.start : row.end] == row.text
