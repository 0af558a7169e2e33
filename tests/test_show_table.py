"""Tables to work with: the rows, their order, what is hidden at first, and no network."""

from __future__ import annotations

import re

import harbour
import pandas as pd
import pytest
from newsread import show_table
from newsread.show import interactive
from newsread.show.columns import plain_table, shown_columns

ALL = harbour.tables()


@pytest.fixture(autouse=True)
def fresh_notebook():
    interactive._loader_cell.clear()


def test_the_plain_table_is_underneath():
    shown = show_table(ALL["claims"])
    assert shown.table is ALL["claims"]
    assert repr(shown) == repr(ALL["claims"][shown.columns])


def test_technical_columns_are_hidden_but_there():
    html = show_table(ALL["claims"])._repr_html_()
    heads = re.findall(r"<th>(\w+)</th>", html)
    assert heads[:2] == ["claim_id", "source"] and {"start", "end", "content_spans"} <= set(heads)
    assert html.count('"visible": false') == len(heads) - len(shown_columns(ALL["claims"]))
    assert "colvis" in html


def test_columns_can_be_chosen():
    assert shown_columns(ALL["claims"], ["cue", "start"]) == ["cue", "start"]
    assert shown_columns(ALL["claims"], "all") == list(ALL["claims"].columns)
    with pytest.raises(ValueError, match="no column 'verb'"):
        show_table(ALL["claims"], ["verb"])
    with pytest.raises(TypeError, match="DataFrame"):
        show_table([1, 2])


def test_columns_that_say_nothing_are_left_out_until_they_do():
    claims = ALL["claims"]
    assert not {"negated", "corrected"} & set(shown_columns(claims))
    corrected = claims.assign(negated=[True, *[False] * 3], corrected=["act (me)", "", "", ""])
    assert {"negated", "corrected"} <= set(shown_columns(corrected))


def test_the_script_comes_once_a_notebook_and_nothing_from_elsewhere(monkeypatch):
    cells = iter(["one", "two", "one"])
    monkeypatch.setattr(interactive, "_current_cell", lambda: next(cells))
    first, second, again = (show_table(ALL["dates"])._repr_html_() for _ in range(3))
    assert len(first) > 200_000 > 60_000 > len(second) and len(again) > 200_000
    # Links to itables' own help are followed only by a click; nothing is loaded from there.
    assert not re.findall(r"(?:src\s*=|import|from|url\()\s*[\"']?https?:", first)


def test_article_text_in_cells_is_escaped():
    table = pd.DataFrame({"text": [harbour.HOSTILE_TEXT], "n": [1]})
    html = show_table(table)._repr_html_()
    for live in ("<script>document.title", "<iframe", "<b onmouseover", "<img src"):
        assert live not in html
    assert "tex2jax_ignore" in html


def test_a_plain_table_has_caption_heads_and_numbers_to_the_right():
    html = plain_table(ALL["stances"], "3 rows")
    assert "<caption>3 rows</caption>" in html and '<th scope="col"' in html
    assert '<td dir="auto" class="nr-number">0.70</td>' in html
    assert "no rows" in plain_table(ALL["stances"].head(0), "none")


def test_a_filtered_table_and_a_repeated_index_are_shown():
    twice = pd.concat([ALL["dates"], ALL["dates"]])
    assert plain_table(twice, "twice").count("the 1990s") == 2
    assert "the 1990s" in show_table(twice[twice["precision"] == "decade"])._repr_html_()


def test_dollar_signs_in_a_plain_table_are_no_formula():
    assert pd.options.display.html.use_mathjax is False
    assert "tex2jax_ignore" in pd.DataFrame({"text": ["from $5 to $6"]})._repr_html_()
