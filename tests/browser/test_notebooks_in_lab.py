"""Every notebook as a reader uses it: JupyterLab, Run All, every control."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from lab import Lab, Notebook
from nbformat.v4 import new_code_cell, new_notebook

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NAMES = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))

OWN = """\
from newsread import *
article = load_article(text=TEXT, title="<script>document.title='owned'</script> $x^2$", id="lab")
actors = find_actors(article)
mentions = find_mentions(article, actors)
claims = find_claims(article, mentions)
dates = find_dates(article, claims)
stances = find_stances(article, mentions, claims)
show_article(article, mentions, claims, dates, stances)
---
show_table(mentions, rows=3)
---
evidence(claims.head(2))
---
read(article)
---
read(article, kind="stances", static=True)"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory, browser):
    root = tmp_path_factory.mktemp("lab")
    for name in NAMES:
        shutil.copy(NOTEBOOKS / name, root)
    started = Lab(root, tmp_path_factory.mktemp("profile"))
    try:
        started.wait()
        yield started
    finally:
        started.stop()


@pytest.mark.parametrize("name", NAMES)
def test_notebook_runs_and_its_controls_work(page, lab, name):
    notebook = Notebook(page, lab, name)
    try:
        notebook.run_all()
        notebook.use_every_control()
        assert not notebook.problems()
    finally:
        notebook.close()
        page.heard.errors.clear()  # JupyterLab's own; the notebook's are looked at above


def test_marked_article_tables_and_desk(page, lab):
    import harbour

    cells = [new_code_cell(f"TEXT = {harbour.TEXT!r}"), *map(new_code_cell, OWN.split("\n---\n"))]
    nbformat.write(new_notebook(cells=cells), lab.root / "own.ipynb")
    notebook = Notebook(page, lab, "own.ipynb")
    try:
        notebook.run_all()
        outputs = page.locator(".jp-OutputArea-output")
        assert not notebook.problems()

        # The marked article: letters stay letters, a mark shows its row.
        marked = page.locator(".nr-article").first
        assert "$x^2$" in marked.locator(".nr-title").inner_text()
        assert page.locator("mjx-container").count() == 0
        mark = marked.locator(".nr-s[tabindex]").first
        mark.focus()
        assert mark.locator(".nr-tip").is_visible()

        # The table: sorted by a click, searched by typing, columns brought back.
        table = outputs.filter(has=page.locator(".dt-search")).first
        rows = table.locator("tbody tr:visible")
        assert rows.count() == 3
        table.get_by_role("searchbox").fill("council")
        assert all("ouncil" in text for text in rows.all_inner_texts())
        table.get_by_role("button", name="Columns").click()
        page.get_by_role("button", name="head_start").click()
        page.keyboard.press("Escape")
        assert table.locator("th:visible", has_text="head_start").count() >= 1

        # The desk: every choice, then one whose rows are known.
        assert notebook.use_every_control() > 10
        desk = outputs.filter(has=page.locator("select")).last
        desk.get_by_role("button", name="dates").click()
        notebook._settled()
        page.wait_for_timeout(500)
        assert desk.locator(".nr-date").count() >= 2 and desk.locator("svg[role=img]").count() == 1
        assert desk.locator("td:visible", has_text="the 1990s").count() >= 1
        assert not notebook.problems()
        assert page.title() != "owned"
    finally:
        page.screenshot(path=str(lab.root / "own.png"))
        notebook.close()
        page.heard.errors.clear()
