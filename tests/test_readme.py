"""The README's two command lines, and what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import newsread

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^    (python3 -m venv .*)$", README, re.M)


def test_there_are_two_lines_and_each_does_its_own_setup():
    assert len(LINES) == 2
    for line in LINES:
        assert "pip install" in line and "-r requirements.txt" in line
    assert "jupyter lab" in LINES[0]
    assert "pytest" in LINES[1]


def test_ci_runs_the_readmes_own_test_line():
    run = (PROJECT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert LINES[1] in run


def test_every_picture_is_there():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    for picture in pictures:
        assert (PROJECT / picture).is_file(), picture


def test_every_public_function_is_named():
    missing = [name for name in newsread.__all__ if not re.search(rf"\b{name}\b", README)]
    assert not missing


def test_the_top_level_is_the_frame():
    there = {path.name for path in PROJECT.iterdir() if not path.name.startswith(".")}
    assert there - {"exports", "__pycache__"} == {
        "README.md",
        "requirements.txt",
        "notebooks",
        "data",
        "lib",
        "tests",
    }


def test_every_requirement_is_pinned_and_the_library_comes_last():
    lines = (PROJECT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    assert lines[-1] == "-e ./lib"
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", line) for line in lines[:-1])
