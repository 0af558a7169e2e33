"""The columns in the docstrings and in the README are the columns the tables have."""

from __future__ import annotations

import re
from pathlib import Path

import newsread
import pytest
from newsread.tables import COLUMNS, SPAN

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
TABLES = ("actors", "mentions", "claims", "dates", "stances")
ROW = re.compile(r"^\| `(\w+)` \| ([\w/]+) \| (.+) \|$", re.M)


def in_readme(heading: str) -> dict[str, str]:
    """Column -> type in the README's codebook table under this heading."""
    section = README.split(f"### `{heading}`", 1)[1].split("\n#", 1)[0]
    return {column: kind for column, kind, _ in ROW.findall(section)}


@pytest.mark.parametrize("name", TABLES)
def test_the_docstring_names_every_column(name):
    docstring = getattr(newsread, f"find_{name}").__doc__
    missing = [c for c in COLUMNS[name] if not re.search(rf"\b{c}\b", docstring)]
    assert not missing


@pytest.mark.parametrize("name", TABLES)
def test_the_readme_lists_exactly_the_columns(name):
    kinds = {"str": "text", "int64": "number", "float64": "number", "bool": "yes/no"}
    expected = {c: kinds[dtype] for c, dtype in COLUMNS[name].items() if c not in SPAN}
    assert in_readme(name) == expected
