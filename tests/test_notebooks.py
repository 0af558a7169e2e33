"""The notebooks: run from a clean kernel, and committed as they ran."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]

EXPECTED = [
    "00-start-here",
    "01-the-article",
    "02-actors",
    "03-who-says-what",
    "04-when",
    "05-for-or-against",
    "06-words",
]

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)


def code_cells(notebook) -> list:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook) -> list:
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def test_the_notebooks_are_all_there():
    assert set(EXPECTED) <= set(NAMES)


@every_notebook
def test_it_runs_from_a_clean_kernel(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": path.parent}}
    ).execute()
    assert not [o for o in outputs(notebook) if o.get("name") == "stderr"]


@every_notebook
def test_it_is_committed_as_it_ran(path):
    notebook = nbformat.read(path, as_version=4)
    counts = [cell.execution_count for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1))
    for output in outputs(notebook):
        assert output.output_type != "error"
        assert output.get("name") != "stderr"
    assert not re.search(r'[" (](/(?!/)[\w.-]+){2,}', json.dumps(outputs_as_text(notebook)))


def outputs_as_text(notebook) -> list[str]:
    """What the outputs say in words: printed text, and the text form of shown things."""
    found = []
    for output in outputs(notebook):
        found.append(output.get("text", ""))
        found.append(output.get("data", {}).get("text/plain", ""))
    return found


@every_notebook
def test_it_reads_as_an_argument(path):
    """Short cells, no definitions, no paths; a question before, what was seen after."""
    notebook = nbformat.read(path, as_version=4)
    for cell in code_cells(notebook):
        source = cell.source
        assert len(source.splitlines()) <= 9, source
        assert not re.search(r"^\s*(def|class) |sys\.path|nltk\.download|import re\b", source, re.M)
        assert not re.search(r"[\"'](\.\.?/|/|[A-Z]:\\)", source), source
    kinds = [cell.cell_type for cell in notebook.cells]
    assert kinds[0] == "markdown" and kinds[-1] == "markdown"
    assert kinds.count("markdown") >= kinds.count("code")


@every_notebook
def test_one_line_names_the_article(path):
    notebook = nbformat.read(path, as_version=4)
    loads = [c.source for c in code_cells(notebook) if "load_article(" in c.source]
    assert loads
    assert any(re.match(r"article\s*= load_article\(", s.split("\n")[0]) for s in loads)
