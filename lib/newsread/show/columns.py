"""How tables are shown: which columns at first, how each cell reads, and as plain HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pandas as pd

from newsread.suggesting import meant
from newsread.tables import COLUMNS

# What a reader looks at first. The other columns (offsets, spans, ids of other rows) stay in
# the table and can be asked for.
SHOWN = {
    "actors": "actor kind side aliases n_mentions n_names n_descriptions n_pronouns how confidence",
    "mentions": "mention_id text actor side form kind how confidence",
    "claims": "claim_id source source_actor cue content act tone quoted negated hedged how "
    "confidence",
    "dates": "expression type value first_day last_day precision anchor claim_id how confidence",
    "stances": "stance_id holder target polarity strength trigger act layer negated hedged why "
    "confidence",
}
TECHNICAL = {"article_id", "sentence_id", "paragraph_id", "start", "end"}

# Columns with a few fixed values, which are chosen rather than typed when filtering.
CHOSEN = {
    "kind", "side", "form", "act", "tone", "quoted", "negated", "hedged", "type", "precision",
    "polarity", "layer", "source_side", "holder_side", "target_side", "holder", "target", "actor",
    "source_actor",
}  # fmt: skip

# Long texts: these cells are given room and wrap.
WIDE = {"content", "text", "aliases", "source", "left", "right", "why", "how"}

# The column by which a table is known, whatever else was added to it.
KNOWN_BY = {
    "claims": "content_spans",
    "stances": "trigger_span",
    "mentions": "mention_id",
    "dates": "precision",
    "actors": "aliases",
}


def kind_of(table: pd.DataFrame) -> str:
    """Which table these rows are of: "claims", "dates", …; "row" where that is not known."""
    for kind, column in KNOWN_BY.items():
        if column in table.columns and set(COLUMNS[kind]) <= set(table.columns):
            return kind
    return "row"


def shown_columns(table: pd.DataFrame, columns: list[str] | str | None = None) -> list[str]:
    """The columns to show: those asked for, "all", or the ones a reader looks at first."""
    if isinstance(columns, str) and columns == "all":
        return list(table.columns)
    if columns is not None:
        columns = [columns] if isinstance(columns, str) else list(columns)
        if missing := [column for column in columns if column not in table.columns]:
            raise ValueError(
                f"the table has no column {', '.join(map(repr, missing))}; "
                f"it has: {', '.join(map(str, table.columns))}.{meant(missing[0], table.columns)}"
            )
        return columns
    if (kind := kind_of(table)) in SHOWN:
        chosen = [*SHOWN[kind].split(), "corrected"]
        return [column for column in chosen if not _says_nothing(table[column])]
    return [column for column in table.columns if column not in TECHNICAL]


def _says_nothing(column: pd.Series) -> bool:
    """A column of flags that is never set, or of corrections where there are none."""
    if pd.api.types.is_bool_dtype(column):
        return not column.any()
    return column.name == "corrected" and not (column != "").any()


def cell_text(value: object) -> str:
    """A cell as a reader sees it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)


def is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def plain_table(
    table: pd.DataFrame,
    caption: str,
    columns: list[str] | str | None = None,
    ref_of: Callable[[object], str] | None = None,
    target_of: Callable[[object], str] | None = None,
) -> str:
    """The table as plain HTML, every cell escaped.

    ``ref_of`` names a row (its id is then "row-" and the name); ``target_of`` says which
    place in the marked text its first cell leads to.
    """
    names = shown_columns(table, columns)
    looks = {name: _look(table, name) for name in names}
    heads = "".join(
        f'<th scope="col"{looks[name]}{" data-choose=yes" * (name in CHOSEN)}>'
        f"{escape(str(name))}</th>"
        for name in names
    )
    values = zip(*(table[name].tolist() for name in names), strict=True)
    rows = []
    for row, cells in zip(table.itertuples(), values, strict=True):
        texts = [escape(cell_text(value)) for value in cells]
        if target_of and (target := target_of(row)):
            place = f'href="#at-{escape(target)}" title="show in the text"'
            texts[0] = f"<a {place}>{texts[0] or 'in the text'}</a>"
        ref = f' id="row-{escape(ref_of(row))}"' if ref_of else ""
        filled = "".join(
            f'<td dir="auto"{looks[name]}>{text}</td>'
            for name, text in zip(names, texts, strict=True)
        )
        rows.append(f"<tr{ref}>{filled}</tr>")
    rows = rows or [f'<tr><td colspan="{max(len(names), 1)}">no rows</td></tr>']
    return (
        f'<div class="nr-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="nr-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def look(table: pd.DataFrame, name: str) -> str:
    """The cell's style: numbers to the right, long texts wide, what is said the widest."""
    if is_number(table[name]):
        return "nr-number"
    return "nr-wide nr-widest" if name == "content" else "nr-wide" if name in WIDE else ""


def _look(table: pd.DataFrame, name: str) -> str:
    style = look(table, name)
    return f' class="{style}"' if style else ""
