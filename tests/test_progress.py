"""Progress: seen while work is long, gone when it is over, never on a notebook's stderr."""

from __future__ import annotations

import io
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from newsread import progress as module_of_progress
from newsread.progress import in_notebook, progress

SLOW = """
import time
from newsread import progress
progress.QUIET_SECONDS = progress.SECONDS_BETWEEN = 0.0
with progress.progress(4, "reading <b>x</b>", at_once={at_once}) as done:
    for _ in range(4):
        done(1)
        {inside}
"""


def run(code: str) -> list:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    client = NotebookClient(notebook, timeout=60, allow_errors=True)
    client.execute()
    return notebook.cells[0].outputs


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("at_once", [True, False])
def test_in_a_notebook_a_line_comes_and_goes(at_once):
    outputs = run(SLOW.format(at_once=at_once, inside="pass"))
    assert [output["output_type"] for output in outputs] == ["display_data"]
    assert outputs[0]["data"] == {"text/plain": "", "text/html": ""}  # takes no room


@pytest.mark.filterwarnings("ignore")
def test_after_an_error_the_line_is_gone_too():
    outputs = run(SLOW.format(at_once=False, inside="raise ValueError"))
    shown = [output for output in outputs if output["output_type"] == "display_data"]
    assert [output["data"]["text/html"] for output in shown] == [""]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_terminal_a_bar_comes_and_goes(monkeypatch):
    monkeypatch.setattr(module_of_progress, "QUIET_SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress(4, "reading x") as done:
        done(1)
        done(3)
    assert "reading x" in sys.stderr.getvalue()
    assert not sys.stderr.getvalue().rstrip("\r").split("\r")[-1].strip()


def test_short_work_and_work_without_a_screen_say_nothing(monkeypatch, capfd):
    with progress(4, "reading x") as done:
        done(4)
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress(4, "reading x") as done:
        done(4)
    assert not sys.stderr.getvalue()
    assert capfd.readouterr() == ("", "")
    assert not in_notebook()


def test_the_parse_of_an_article_says_how_far_it_is(monkeypatch):
    from newsread import Article

    monkeypatch.setattr(module_of_progress, "QUIET_SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert Article(id="ferry", text="The mayor spoke.\n\n" * 200).parse
    assert "reading ferry" in sys.stderr.getvalue()
