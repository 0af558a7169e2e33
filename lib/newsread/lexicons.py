"""The word lists that decide results: data/lexicons/*.csv, read and checked."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from newsread.paths import LEXICONS

if TYPE_CHECKING:
    import pandas as pd

NEEDED = ("source", "example")


@cache
def read_lexicon(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/lexicons/NAME.csv`` as dictionaries, in file order.

    Every lexicon has a header line and the columns ``source`` (where the entry comes
    from) and ``example`` (a sentence in which it fires). Errors name the file and line.
    """
    path = LEXICONS / f"{name}.csv"
    if not path.is_file():
        there = ", ".join(sorted(p.stem for p in LEXICONS.glob("*.csv"))) or "none"
        raise FileNotFoundError(f"no lexicon {name!r} in {LEXICONS.name}/; there are: {there}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns = reader.fieldnames or []
        missing = [column for column in NEEDED if column not in columns]
        if missing:
            raise ValueError(
                f"{path.name}: the header needs the column(s) {', '.join(missing)}; "
                f"found: {', '.join(columns) or 'nothing'}"
            )
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(
                    f"{path.name}, line {reader.line_num}: {len(columns)} columns expected "
                    f"({', '.join(columns)}). Put a value with a comma between double quotes."
                )
            rows.append({column: value.strip() for column, value in row.items()})
    return tuple(rows)


@cache
def words_for(name: str, sense: str) -> frozenset[str]:
    """The words of a lexicon (its first column) to which its second column gives this sense.

    ``words_for("hedges", "negation")`` has "not", "never", …; of a sense that no entry has, none.
    """
    rows = read_lexicon(name)
    word, column = list(rows[0])[:2] if rows else ("", "")
    return frozenset(row[word] for row in rows if row[column] == sense)


@cache
def senses(name: str) -> dict[str, str]:
    """Word -> sense: the first column of a lexicon to its second, for words with one sense."""
    rows = read_lexicon(name)
    word, column = list(rows[0])[:2] if rows else ("", "")
    return {row[word]: row[column] for row in rows}


def load_lexicon(name: str) -> pd.DataFrame:
    """``data/lexicons/NAME.csv`` as a DataFrame: one row per entry, all columns text."""
    import pandas as pd

    rows = read_lexicon(name)
    return pd.DataFrame(list(rows), columns=list(rows[0]) if rows else list(NEEDED), dtype="str")
