"""The command line: what is typed, what is written, what is said and returned."""

from __future__ import annotations

import subprocess
import sys

import newsread
import openpyxl
import pytest
from newsread.__main__ import main
from newsread.charts.every import CHARTS

TEXT = (
    "The mayor of Lisbon said on Monday that the port would open in May. Spain condemned the "
    "plan. “We reject it,” its foreign minister said. Portugal denied the charge."
)
TABLES = [
    "actors",
    "mentions",
    "claims",
    "dates",
    "stances",
    "sentences",
    "frequencies",
    "collocations",
]


@pytest.fixture
def write(tmp_path):
    def write(name: str, text: str | bytes = TEXT) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    return write


def last_line(capsys) -> str:
    return capsys.readouterr().out.rstrip().rsplit("\n", 1)[-1]


def test_every_table_and_every_figure_is_written(write, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("newsread.saving.figure.DPI", 50)
    for name in list(CHARTS)[3:]:  # and test_charts at every chart
        monkeypatch.delitem(CHARTS, name)
    assert main(["export", write("2024-05-06-port.txt"), "--out", str(tmp_path / "out")]) == 0
    assert last_line(capsys) == f"newsread: 1 article exported to {tmp_path / 'out'}"
    folder = tmp_path / "out" / "2024-05-06-port"
    expected = {f"{name}.csv" for name in TABLES}
    expected |= {f"2024-05-06-port.{kind}" for kind in ("json", "xlsx")}
    expected |= {f"{name}.{kind}" for name in CHARTS for kind in ("png", "svg", "pdf")}
    assert {path.name for path in folder.iterdir()} == expected
    assert openpyxl.load_workbook(folder / "2024-05-06-port.xlsx").sheetnames == TABLES


def test_an_article_without_a_date_is_named_at_the_end(write, tmp_path, capsys, quick):
    articles = [write("port.txt"), write("2024-05-06-quay.txt")]
    assert main(["export", *articles, "--out", str(tmp_path / "out")]) == 0
    line = capsys.readouterr().out.rstrip().rsplit("\n", 2)[-2]
    assert line.startswith(f"newsread: no date is known of {articles[0]}: ")
    assert "date: YYYY-MM-DD" in line


def test_a_report_says_at_once_what_it_reads(write, capsys, monkeypatch):
    monkeypatch.setattr("newsread.show.report.save_report", lambda article, path: path)
    assert main(["report", write("port.txt")]) == 0
    assert "port.txt …" in capsys.readouterr().err


@pytest.fixture
def quick(monkeypatch):
    """The job without its work: what is asked of it, and errors where asked for."""
    asked = []

    def save_everything(article, *, folder, progress=None):
        asked.append((article.id, folder))
        if "bug" in article.text:
            raise KeyError("no such column")

    monkeypatch.setattr("newsread.saving.everything.save_everything", save_everything)
    return asked


def test_a_bad_article_does_not_stop_the_rest(write, tmp_path, capsys, quick):
    names = [write("a.txt"), write("empty.txt", " "), str(tmp_path / "none.txt"), write("b.txt")]
    assert main(["export", *names, "--out", str(tmp_path)]) == 1
    assert [name for name, _ in quick] == ["a", "b"]
    line = last_line(capsys)
    assert line.startswith("newsread: 2 of 4 failed: ")
    assert "empty.txt (empty.txt is empty" in line
    assert "none.txt (no article" in line


def test_an_error_of_the_programs_own_is_named(write, tmp_path, capsys, quick):
    assert main(["export", write("a.txt", "a bug"), "--out", str(tmp_path)]) == 1
    assert "a.txt (KeyError: 'no such column')" in last_line(capsys)


def test_two_articles_of_one_name_do_not_overwrite_each_other(write, tmp_path, capsys, quick):
    names = [write("one/a.txt"), write("two/a.txt")]
    assert main(["export", *names, "--out", str(tmp_path)]) == 1
    assert len(quick) == 1
    assert "rename one of the two" in last_line(capsys)


def test_several_articles_show_a_bar_and_one_does_not(write, tmp_path, capsys, quick):
    names = [write("a.txt"), write("b.txt")]
    main(["export", *names, "--out", str(tmp_path)])
    assert "2/2" in capsys.readouterr().err
    main(["export", names[0], "--out", str(tmp_path)])
    assert capsys.readouterr().err == ""


def test_the_default_folder_is_exports(write, monkeypatch, tmp_path, quick):
    monkeypatch.setattr("newsread.paths.EXPORTS", tmp_path / "exports")
    main(["export", write("a.txt")])
    assert quick == [("a", tmp_path / "exports" / "a")]


def test_a_file_where_the_folder_should_be_is_told(write, tmp_path, capsys):
    assert main(["export", write("a.txt"), "--out", write("taken", "x")]) == 1
    assert "taken" in last_line(capsys)


def test_stopping_is_not_an_error_of_the_article(write, monkeypatch, capsys, quick):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("newsread.saving.everything.save_everything", stop)
    assert main(["export", write("a.txt")]) == 130
    assert last_line(capsys) == "newsread: stopped."


@pytest.mark.parametrize("line", [[], ["export"], ["exprot", "x"], ["export", "--into", "x"]])
def test_a_mistyped_line_shows_the_usage(line, capsys):
    with pytest.raises(SystemExit) as stop:
        main(line)
    assert stop.value.code == 2
    assert "usage: newsread" in capsys.readouterr().err


def test_the_version_is_the_librarys(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.strip() == f"newsread {newsread.__version__}"


def test_it_runs_as_a_module():
    line = [sys.executable, "-m", "newsread", "--version"]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("newsread ")
