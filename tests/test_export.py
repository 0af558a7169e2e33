"""Exports: opened again and compared; written whole; never outside their folder."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import xml.etree.ElementTree as ET

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import newsread.saving.export
import newsread.saving.figure
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsread import Article, plot_claims, save_figure, save_tables
from newsread.charts.drawing import describe_chart
from newsread.saving.cells import guard, unguard
from newsread.saving.files import check_name, write_whole
from newsread.tables import make_table
from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"
ARTICLE = Article(
    id="2023-baltia",
    text="x",
    date=dt.date(2023, 9, 19),
    title="Who <pays> $5 & why",
    outlet="The Post",
)
NASTY = [
    '=HYPERLINK("http://example.org";"click")',
    "+1+1", "-2", "@SUM(A1)", "\tx", "\rx", "'=already", "''-2", "＝１", "plain", "",
    "#N/A", "NA", "null", "1e5", "007", "TRUE", "a,b;c", 'say "hi"', "two\nlines", "two\r\nlines",
    "“curly” – dash", "北京 😀", "<script>alert(1)</script>", "_x0041_", "é",
]  # fmt: skip
BAD_NAMES = [
    "", "  ", ".", "..", "../x", "a/b", "a\\b", "/etc/passwd", "C:x", "x\x00", "x\n", "~root",
    ".hidden", "x.", "x ", "CON", "nul.txt", "lpt1", "x" * 300, "a?b", "a*b",
]  # fmt: skip


def claims(sources: list[str]) -> pd.DataFrame:
    return make_table(
        "claims",
        (
            {
                "article_id": ARTICLE.id, "start": n, "source": source, "content": source,
                "act": "say", "confidence": n / 8, "negated": n % 2 == 0,
            }
            for n, source in enumerate(sources)
        ),
    )  # fmt: skip


@pytest.fixture
def chart():
    yield plot_claims(claims(["Ann", "Bob", "Ann"]))
    plt.close("all")


def by_kind(paths) -> dict:
    return {path.suffix: path for path in paths}


def test_a_figure_is_three_files_that_open(chart, tmp_path):
    paths = save_figure(chart, "claims", ARTICLE, folder=tmp_path)
    assert [path.name for path in paths] == ["claims.png", "claims.svg", "claims.pdf"]
    files = by_kind(paths)
    with Image.open(files[".png"]) as png:
        assert round(png.info["dpi"][0]) == 300
        assert png.info["Description"] == describe_chart(chart)
        assert png.info["Title"] == "Claims by speaker"
        assert png.size[0] == 2400
    assert files[".pdf"].read_bytes().startswith(b"%PDF")
    assert sorted(os.listdir(tmp_path)) == ["claims.pdf", "claims.png", "claims.svg"]


def test_the_svg_is_an_image_with_title_and_description(chart, tmp_path):
    path = save_figure(chart, "claims", ARTICLE, folder=tmp_path, title='A <b> "$5" & title')[1]
    root = ET.parse(path).getroot()
    assert root.get("role") == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text == 'A <b> "$5" & title'
    assert desc.text == describe_chart(chart)
    assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]


def test_the_pdf_carries_title_and_alternative_text(chart, tmp_path):
    pypdf = pytest.importorskip("pypdf")
    path = save_figure(chart, "claims", ARTICLE, folder=tmp_path, alt="Ann speaks twice – “so”.")[2]
    about = pypdf.PdfReader(path).metadata
    assert (about.title, about.subject) == ("Claims by speaker", "Ann speaks twice – “so”.")


def written_on(ax, monkeypatch, **options) -> str:
    """All that stands on the figure while it is saved."""
    seen = []
    saved = newsread.saving.figure._saved

    def look(figure, *rest):
        seen.extend([figure.get_suptitle(), figure.get_supxlabel()])
        return saved(figure, *rest)

    monkeypatch.setattr("newsread.saving.figure._saved", look)
    save_figure(ax, "claims", **options)
    return "\n".join(dict.fromkeys(seen)).replace(r"\$", "$")


def test_the_caption_names_article_date_version_and_source(chart, tmp_path, monkeypatch):
    text = written_on(chart, monkeypatch, article=ARTICLE, folder=tmp_path, caption="Look: $5.")
    assert "Look: $5." in text
    assert "“Who <pays> $5 & why” (2023-baltia), 2023-09-19." in text
    assert f"newsread {newsread.__version__}" in text
    assert "Source: The Post." in text


def test_saving_leaves_the_chart_as_it_was(chart, tmp_path):
    figure = chart.figure
    figure.draw_without_rendering()
    before = [*figure.get_size_inches(), *chart.get_position().bounds]
    save_figure(chart, "claims", ARTICLE, folder=tmp_path, title="Another title")
    figure.draw_without_rendering()
    after = [*figure.get_size_inches(), *chart.get_position().bounds]
    assert after == pytest.approx(before)
    assert (figure.get_suptitle(), figure.get_supxlabel()) == ("", "")
    assert chart.get_title(loc="left") == "Claims by speaker"


def test_the_same_chart_gives_the_same_bytes(chart, tmp_path):
    first = [p.read_bytes() for p in save_figure(chart, "claims", ARTICLE, folder=tmp_path)]
    again = [p.read_bytes() for p in save_figure(chart, "claims", ARTICLE, folder=tmp_path)]
    assert first == again


def test_the_same_tables_give_the_same_bytes(tmp_path, monkeypatch):
    table = claims(["Ann"])
    first = [p.read_bytes() for p in save_tables(ARTICLE, folder=tmp_path, claims=table)]
    monkeypatch.setattr("openpyxl.writer.excel.datetime", NextYear)
    again = [p.read_bytes() for p in save_tables(ARTICLE, folder=tmp_path, claims=table)]
    assert first == again


class NextYear:
    timezone = dt.timezone
    datetime = type(
        "later", (), {"now": staticmethod(lambda tz=None: dt.datetime(2030, 1, 1, tzinfo=tz))}
    )


def test_the_default_folder_is_the_articles(chart, tmp_path, monkeypatch):
    monkeypatch.setattr("newsread.saving.export.EXPORTS", tmp_path)
    paths = save_figure(chart, "claims") + save_tables(ARTICLE, claims=claims(["Ann"]))
    assert {path.parent for path in paths} == {tmp_path / "2023-baltia"}


def test_a_chart_of_no_article_needs_a_folder():
    ax = plot_claims(make_table("claims", []))
    with pytest.raises(ValueError, match="which folder"):
        save_figure(ax, "claims")


def test_any_matplotlib_axes_can_be_saved(tmp_path):
    _, ax = plt.subplots()
    ax.plot([1, 2])
    path = save_figure(ax, "mine", folder=tmp_path, title="Mine", alt="A line going up.")[1]
    assert ET.parse(path).getroot().find(f"{SVG}desc").text == "A line going up."


def test_csv_comes_back_as_it_went(tmp_path):
    table = claims(NASTY)
    path = save_tables(ARTICLE, folder=tmp_path, claims=table)[0]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel reads UTF-8 by this mark
    back = pd.read_csv(
        path, encoding="utf-8-sig", keep_default_na=False, dtype=table.dtypes.to_dict()
    )
    pd.testing.assert_frame_equal(back.map(unguard).astype(table.dtypes.to_dict()), table)


def test_no_csv_cell_is_a_formula_and_numbers_are_numbers(tmp_path):
    table = claims(NASTY).assign(start=-5)
    path = save_tables(ARTICLE, folder=tmp_path, claims=table)[0]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert not [row["source"] for row in rows if row["source"][:1] in tuple("=+-@\t\r＝")]
    assert {row["start"] for row in rows} == {"-5"}


def test_the_workbook_holds_text_as_text_and_numbers_as_numbers(tmp_path):
    table = claims(NASTY)
    path = save_tables(ARTICLE, folder=tmp_path, claims=table, mentions=make_table("mentions", []))[
        -1
    ]
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["claims", "mentions"]
    sheet = book["claims"]
    columns = [cell.value for cell in sheet[1]]
    assert columns == list(table.columns)
    assert [cell.value for cell in book["mentions"][1]][:2] == ["article_id", "sentence_id"]
    assert sheet.freeze_panes == "A2"
    source, confidence, negated = (columns.index(c) for c in ("source", "confidence", "negated"))
    for cells, text in zip(sheet.iter_rows(min_row=2), NASTY, strict=True):
        assert cells[source].data_type == ("s" if text else "n")
        assert cells[source].alignment.wrap_text or not text
        if "_x" not in text and "\r" not in text:
            assert (cells[source].value or "") == text
        assert isinstance(cells[confidence].value, (int, float))
        assert isinstance(cells[negated].value, bool)


def test_the_workbook_says_what_it_cannot_hold(tmp_path):
    path = save_tables(
        ARTICLE, folder=tmp_path, claims=claims(["a\x00b\x0bc\ud800", "y" * 40_000])
    )[-1]
    sheet = openpyxl.load_workbook(path)["claims"]
    column = [cell.value for cell in sheet[1]].index("source") + 1
    assert sheet.cell(2, column).value == "a\ufffdb\ufffdc\ufffd"
    assert len(sheet.cell(3, column).value) == 32_767
    assert sheet.cell(3, column).value.endswith("[cut]")


def test_json_holds_every_letter(tmp_path):
    table = claims([*NASTY, "a\x00b", "\ud800"])
    path = save_tables(ARTICLE, folder=tmp_path, claims=table)[1]
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["article"] == {
        "id": "2023-baltia", "title": ARTICLE.title, "date": "2023-09-19", "date_from": "given",
        "outlet": "The Post", "author": "", "url": "",
    }  # fmt: skip
    assert content["newsread"] == newsread.__version__
    assert content["tables"]["claims"] == table.to_dict("records")


def test_no_tables_are_an_error_and_nothing_is_written(tmp_path):
    with pytest.raises(ValueError, match="which tables"):
        save_tables(ARTICLE, folder=tmp_path)
    assert not list(tmp_path.iterdir())


def test_some_tables_leave_the_articles_workbook_as_it_was(tmp_path):
    every = {name: make_table(name, []) for name in newsread.saving.export.MAIN}
    whole = by_kind(save_tables(ARTICLE, folder=tmp_path, **every))
    assert whole[".xlsx"].name == "2023-baltia.xlsx"
    before = whole[".xlsx"].read_bytes(), whole[".json"].read_bytes()
    some = save_tables(ARTICLE, folder=tmp_path, claims=claims(["Ann"]), dates=every["dates"])
    assert [path.name for path in some[-2:]] == ["claims-dates.json", "claims-dates.xlsx"]
    assert openpyxl.load_workbook(some[-1]).sheetnames == ["claims", "dates"]
    assert (whole[".xlsx"].read_bytes(), whole[".json"].read_bytes()) == before


def test_the_name_of_many_tables_is_not_too_long_for_a_file(tmp_path):
    tables = {f"{letter * 20}": claims([]) for letter in "abcdef"}
    assert save_tables(ARTICLE, folder=tmp_path, **tables)[-1].name == f"{'a' * 20}-and-5-more.xlsx"


def test_empty_tables_are_saved(tmp_path):
    path = save_tables(ARTICLE, folder=tmp_path, claims=make_table("claims", []))[0]
    assert list(pd.read_csv(path, encoding="utf-8-sig").columns)[:1] == ["article_id"]


@given(st.text())
def test_a_guarded_cell_gives_back_its_letters_and_is_no_formula(text):
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(tuple("=+-@\t\r\n"))


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_leave_the_folder_are_refused(name, chart, tmp_path):
    with pytest.raises(ValueError, match="name"):
        save_figure(chart, name, folder=tmp_path / "in")
    with pytest.raises(ValueError, match="table's name"):
        save_tables(ARTICLE, folder=tmp_path / "in", **{name: claims(["Ann"])})
    assert not (tmp_path / "in").exists()


@pytest.mark.parametrize(
    "name", ["", "..", "../x", "/etc/x", "a\\b", "x\x00", ".x", "nul", "x" * 300]
)
def test_ids_that_leave_the_folder_are_refused(name, tmp_path, monkeypatch):
    monkeypatch.setattr("newsread.saving.export.EXPORTS", tmp_path)
    with pytest.raises(ValueError, match="article's id"):
        save_tables(Article(id=name, text="x"), claims=claims(["Ann"]))
    assert not list(tmp_path.iterdir())


def test_an_id_no_folder_may_have_elsewhere_is_changed_a_little(tmp_path, monkeypatch):
    monkeypatch.setattr("newsread.saving.export.EXPORTS", tmp_path)
    every = {name: make_table(name, []) for name in newsread.saving.export.MAIN}
    paths = save_tables(Article(id="Who pays?", text="x"), **every)
    assert [path.name for path in paths[-2:]] == ["Who pays_.json", "Who pays_.xlsx"]
    assert {path.parent.name for path in paths} == {"Who pays_"}


@pytest.mark.parametrize("name", ["claims", "claims by speaker", "Ärger 2", "a.b", "年", "console"])
def test_plain_names_are_allowed(name):
    assert check_name(name) == name


def test_what_is_no_table_is_refused(tmp_path):
    with pytest.raises(TypeError, match="claims must be a table"):
        save_tables(ARTICLE, folder=tmp_path, claims="claims")


@pytest.mark.parametrize("moment", ["os.fsync", "os.replace"])
def test_a_crash_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, moment):
    path = write_whole(tmp_path / "x.csv", b"old")

    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(moment, crash)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x.csv"]


def test_files_are_written_anew(tmp_path):
    path = write_whole(tmp_path / "deep" / "x.csv", b"old")
    assert write_whole(path, b"new").read_bytes() == b"new"
