"""The columns every table has, and the checks behind the error messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

import numpy as np
import pandas as pd

# A notebook sets what stands between dollar signs as a formula; in an article they are money.
pd.set_option("display.html.use_mathjax", False)

# Every row of every table can be walked back to the letters by these.
SPAN = {
    "article_id": "str",
    "sentence_id": "int64",
    "start": "int64",
    "end": "int64",
    "text": "str",
}

COLUMNS: dict[str, dict[str, str]] = {
    "paragraphs": {
        "article_id": "str",
        "paragraph_id": "int64",
        "start": "int64",
        "end": "int64",
        "text": "str",
    },
    "sentences": {
        "article_id": "str",
        "sentence_id": "int64",
        "paragraph_id": "int64",
        "start": "int64",
        "end": "int64",
        "text": "str",
    },
    "actors": SPAN
    | {
        "actor": "str",
        "kind": "str",
        "side": "str",
        "aliases": "str",
        "n_mentions": "int64",
        "n_names": "int64",
        "n_descriptions": "int64",
        "n_pronouns": "int64",
        "resolved": "bool",
        "how": "str",
        "confidence": "float64",
        "corrected": "str",
    },
    "mentions": SPAN
    | {
        "mention_id": "str",
        "actor": "str",
        "side": "str",
        "form": "str",
        "kind": "str",
        "head_start": "int64",
        "head_end": "int64",
        "how": "str",
        "confidence": "float64",
        "corrected": "str",
    },
    "claims": SPAN
    | {
        "claim_id": "str",
        "parent": "str",
        "source": "str",
        "source_spans": "str",
        "source_actor": "str",
        "source_side": "str",
        "cue": "str",
        "cue_spans": "str",
        "cue_lemma": "str",
        "content": "str",
        "content_spans": "str",
        "addressee": "str",
        "addressee_actor": "str",
        "act": "str",
        "tone": "str",
        "quoted": "str",
        "negated": "bool",
        "hedged": "bool",
        "confidence": "float64",
        "how": "str",
        "corrected": "str",
    },
    "dates": SPAN
    | {
        "expression": "str",
        "type": "str",
        "value": "str",
        "mod": "str",
        "first_day": "str",
        "last_day": "str",
        "precision": "str",
        "anchor": "str",
        "claim_id": "str",
        "how": "str",
        "confidence": "float64",
        "corrected": "str",
    },
    "stances": SPAN
    | {
        "stance_id": "str",
        "holder": "str",
        "holder_text": "str",
        "holder_span": "str",
        "holder_side": "str",
        "target": "str",
        "target_text": "str",
        "target_span": "str",
        "target_side": "str",
        "polarity": "int64",
        "strength": "float64",
        "act": "str",
        "trigger": "str",
        "trigger_span": "str",
        "entry": "str",
        "layer": "str",
        "negated": "bool",
        "hedged": "bool",
        "claim_id": "str",
        "cameo": "str",
        "confidence": "float64",
        "why": "str",
        "corrected": "str",
    },
    "words": SPAN | {"word": "str", "lemma": "str", "pos": "str"},
    "frequencies": SPAN | {"word": "str", "n": "int64", "per_1000": "float64"},
    "collocations": SPAN | {"words": "str", "n": "int64", "likelihood_ratio": "float64"},
}

DEFAULTS = {"str": "", "int64": 0, "float64": 0.0, "bool": False}

MADE_BY = {
    "paragraphs": "article.paragraphs",
    "sentences": "article.sentences",
    "actors": "find_actors(article)",
    "mentions": "find_mentions(article, actors)",
    "claims": "find_claims(article, mentions)",
    "dates": "find_dates(article, claims)",
    "stances": "find_stances(article, mentions, claims)",
    "words": 'find_words(article, "word")',
    "frequencies": "word_frequencies(article)",
    "collocations": "collocations(article)",
}


def make_table(name: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Rows as the table ``name``: its columns, in order, with its dtypes, none missing.

    A column that a row leaves out gets "", 0, 0.0 or False. An unknown one is an error.
    """
    columns = COLUMNS[name]
    rows = list(rows)
    if unknown := set().union(*rows) - columns.keys():
        raise KeyError(f"table {name!r} has no column {', '.join(sorted(unknown))}")
    cells = {
        column: [row.get(column, DEFAULTS[dtype]) for row in rows]
        for column, dtype in columns.items()
    }
    texts = [column for column, dtype in columns.items() if dtype == "str"]
    # One array for all texts, cut up: making one for each column takes most of a table's time.
    written = pd.array(list(chain.from_iterable(cells[column] for column in texts)), _text())
    data = {
        column: np.array(cells[column], dtype)
        for column, dtype in columns.items()
        if dtype != "str"
    } | {column: written[n * len(rows) :][: len(rows)] for n, column in enumerate(texts)}
    return pd.DataFrame({column: data[column] for column in columns})


@cache
def _text() -> pd.StringDtype:
    return pd.api.types.pandas_dtype("str")


def require(table: object, name: str, *columns: str) -> None:
    """Raise unless ``table`` is a DataFrame with these columns of the table ``name``.

    Without ``columns`` all of the table's columns are required.
    """
    made_by = MADE_BY[name]
    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"a table of {name} is needed here, not {type(table).__name__}. "
            f"Make it with: {name} = {made_by}"
        )
    if missing := [c for c in columns or COLUMNS[name] if c not in table.columns]:
        raise ValueError(
            f"the {name} table needs the column(s) {', '.join(missing)}; "
            f"it has {', '.join(map(str, table.columns)) or 'none'}. "
            f"Make it with: {name} = {made_by}"
        )


def cells_of(table: pd.DataFrame, *columns: str) -> Iterator[tuple]:
    """These cells of each row, in order; much quicker than ``table.itertuples()``."""
    return zip(*(table[column].tolist() for column in columns), strict=True)


def spans_text(spans: Iterable[tuple[int, int]]) -> str:
    """Character spans as one cell: ``[(12, 30), (45, 60)]`` becomes ``"12-30 45-60"``."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def read_spans(cell: str) -> list[tuple[int, int]]:
    """The character spans in a ``*_spans`` cell: the other way round."""
    pairs = (piece.split("-") for piece in cell.split())
    return [(int(start), int(end)) for start, end in pairs]
