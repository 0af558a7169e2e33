"""The reading desk: what is chosen is what is shown, with widgets and without."""

from __future__ import annotations

import harbour
import pytest
from newsread import read
from newsread.show import desk
from newsread.show.desk import Choice, chosen_rows

ALL = harbour.tables()


@pytest.fixture
def article(monkeypatch):
    monkeypatch.setattr(desk, "_tables_of", lambda article: harbour.tables())
    return harbour.article()


@pytest.mark.parametrize(
    ("choice", "kind", "rows"),
    [
        (Choice(), "claims", ["c1", "c2", "c3", "c4"]),
        (Choice(actor="Ada Quist"), "claims", ["c4"]),
        (Choice(side="Quayside"), "claims", ["c1", "c4"]),
        (Choice(actor="Northline"), "mentions", ["m2", "m4", "m5"]),
        (Choice(side="Northline"), "mentions", ["m2", "m4", "m5"]),
        (Choice(actor="Northline"), "stances", ["s1"]),
        (Choice(actor="Harbour council"), "stances", ["s1", "s3"]),
        (Choice(actor="Nobody"), "stances", []),
    ],
)
def test_the_rows_of_whoever_is_chosen(choice, kind, rows):
    ids = {"claims": "claim_id", "mentions": "mention_id", "stances": "stance_id"}
    assert list(chosen_rows(ALL, choice, kind)[ids[kind]]) == rows


def test_text_chart_and_table_follow_the_choice(article):
    shown = read(article, kind="claims")
    assert "4 rows" in shown.said.value and "Claims by speaker" in shown.chart.value
    shown.kind.value = "stances"
    assert "3 rows" in shown.said.value and "nr-trigger" in shown.text.value
    assert "For or against" in shown.chart.value
    shown.who.value = ("Ada Quist", "")
    assert "Ada Quist · stances: 1 row<" in shown.said.value
    assert "praised" in shown.rows.outputs[0]["data"]["text/html"]
    assert "rejected" not in shown.rows.outputs[0]["data"]["text/html"].split("colvis")[0]


@pytest.mark.parametrize("kind", list(ALL))
def test_every_kind_has_its_view_and_its_static_twin(kind, article, monkeypatch):
    shown = read(article, kind=kind)
    assert "This could not be shown" not in shown.said.value
    displayed = []
    monkeypatch.setattr("IPython.display.display", lambda thing, **_: displayed.append(thing))
    shown._ipython_display_()
    twin = read(article, kind=kind, static=True)
    assert "application/vnd.jupyter.widget-view+json" in displayed[0]
    assert twin.html in displayed[1]["text/html"] and "nr-twin" in displayed[1]["text/html"]
    assert twin.html.count("<svg") == 1 and "nr-table" in twin.html and "nr-text" in twin.html
    assert "<script" not in twin.html and 'role="img"' in twin.html


def test_the_desk_begins_where_it_is_told(article):
    shown = read(article, side="Quayside", kind="mentions")
    assert shown.choice == Choice(side="Quayside", kind="mentions")
    assert shown.articles.value == "harbour"


def test_a_desk_says_in_a_line_what_lies_on_it(article):
    assert repr(read(article)) == "Desk('harbour', everyone, claims)"
    assert repr(read(article, side="Quayside", kind="dates")) == (
        "Desk('harbour', side: Quayside, dates)"
    )


@pytest.mark.parametrize("static", [True, False])
def test_somebody_who_is_not_in_the_article_is_an_error_that_names_who_is(article, static):
    with pytest.raises(ValueError, match="'Zorro' is not in this article; there are: Ada Quist, "):
        read(article, actor="Zorro", static=static)
    with pytest.raises(ValueError, match="kind='verbs' is not known"):
        read(article, kind="verbs", static=static)


def test_what_goes_wrong_in_a_choice_is_shown_on_the_desk(article, monkeypatch):
    shown = read(article)
    monkeypatch.setattr(desk, "make_view", lambda *_: 1 / 0)
    shown.kind.value = "dates"
    assert "This could not be shown" in shown.said.value
    assert "ZeroDivisionError" in shown.said.value and 'role="alert"' in shown.said.value
    monkeypatch.undo()
    shown.kind.value = "mentions"
    assert "This could not be shown" not in shown.said.value


def test_an_article_with_nothing_found_is_still_shown(article, monkeypatch):
    empty = {name: table.head(0) for name, table in ALL.items()}
    monkeypatch.setattr(desk, "_tables_of", lambda article: empty)
    for kind in ALL:
        assert "0 rows" in read(article, kind=kind).said.value


def test_a_hostile_article_stays_text(monkeypatch):
    empty = {name: table.head(0) for name, table in ALL.items()}
    monkeypatch.setattr(desk, "_tables_of", lambda article: empty)
    html = read(harbour.hostile(), static=True).html
    for live in (harbour.SCRIPT, "<iframe", "<img", "<b onmouseover"):
        assert live not in html


def test_another_article_is_opened_from_the_list(article, monkeypatch, tmp_path):
    (tmp_path / "quay.txt").write_text(harbour.TEXT, encoding="utf-8")
    monkeypatch.setattr(desk, "ARTICLES", tmp_path)
    monkeypatch.setattr(desk, "load_article", lambda name: harbour.article(id=name[:-4]))
    shown = read(article)
    shown.articles.value = "quay"
    assert shown.article.id == "quay" and shown.said.value.startswith("<p>quay · everyone")
