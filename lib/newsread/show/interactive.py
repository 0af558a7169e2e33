"""Tables a reader can sort, search and filter in the notebook, by itables, without a network."""

from __future__ import annotations

import gzip
import re
import sys
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path

import pandas as pd

from newsread.show.columns import CHOSEN, look, plain_table, shown_columns
from newsread.show.marked import NO_FORMULAS, style

ROWS_PER_PAGE = 10
DECIMALS = 2
LARGEST = "8MB"  # itables leaves out rows of a larger table, and says so
_numbers = count(1)


@dataclass(frozen=True, repr=False)
class ShownTable:
    """A table as a notebook shows it; ``table`` is the plain DataFrame underneath."""

    table: pd.DataFrame
    columns: list[str]
    rows_per_page: int

    def _repr_html_(self) -> str:
        return _loader_if_needed() + table_html(self.table, self.columns, self.rows_per_page)

    def __repr__(self) -> str:
        return repr(self.table[self.columns])


def show_table(
    table: pd.DataFrame, columns: list[str] | str | None = None, rows: int = ROWS_PER_PAGE
) -> ShownTable:
    """The table with search, sorting and a filter on each column, ``rows`` rows a page.

    Columns that only a program needs (offsets, spans) are hidden at first; the button
    "Columns" brings them back, ``columns="all"`` or a list of names chooses others.
    Where scripts do not run (a notebook not trusted yet, a preview on the web) the same
    rows stand there as a plain table.
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"show_table needs a table (a DataFrame), not {type(table).__name__}.")
    return ShownTable(table, shown_columns(table, columns), rows)


def table_html(table: pd.DataFrame, columns: list[str], rows_per_page: int) -> str:
    from itables.javascript import to_html_datatable

    name = f"nr-table-{_fingerprint(table)}-{next(_numbers)}"
    ordered = table[[*columns, *(c for c in table.columns if c not in columns)]]
    html = to_html_datatable(
        _as_read(ordered),
        table_id=name,
        connected=False,
        allow_html=False,
        showIndex=False,
        display_logo_when_loading=False,
        maxBytes=LARGEST,
        classes=f"display compact nr-table {NO_FORMULAS}",
        style="table-layout:auto;width:100%;margin:0",
        pageLength=rows_per_page,
        autoWidth=False,
        columnDefs=_column_definitions(ordered, len(columns)),
        text_in_header_can_be_selected=False,
        layout=_layout(len(table), rows_per_page, hidden=len(ordered.columns) > len(columns)),
        language={"emptyTable": "no rows", "info": "_START_–_END_ of _TOTAL_ rows"},
    )
    plain = plain_table(table, f"{len(table)} rows", columns)
    stand_in = f'<div id="{name}_fallback">{plain}</div>'
    html = re.sub(
        rf'<div id="{name}_fallback">.*?</div>(?=<script>)', lambda _: stand_in, html, flags=re.S
    )
    return f'<div class="nr nr-data {NO_FORMULAS}">{style()}{html}</div>'


def _as_read(table: pd.DataFrame) -> pd.DataFrame:
    flags = [column for column in table.columns if table[column].dtype == bool]
    said = {column: table[column].map({True: "yes", False: ""}) for column in flags}
    return table.assign(**said).round(DECIMALS)


def _column_definitions(table: pd.DataFrame, n_shown: int) -> list[dict[str, object]]:
    definitions = []
    for number, name in enumerate(table.columns):
        search = "searchList" if name in CHOSEN else "search"
        definitions.append(
            {
                "targets": number,
                "className": look(table, name) or "dt-left",
                "visible": number < n_shown,
                "columnControl": [[search]],
            }
        )
    return definitions


def _layout(n_rows: int, rows_per_page: int, hidden: bool) -> dict[str, object]:
    paged = n_rows > rows_per_page
    columns = {"buttons": [{"extend": "colvis", "text": "Columns"}]} if hidden else None
    return {
        "topStart": columns,
        "topEnd": "search",
        "bottomStart": "info",
        "bottomEnd": "paging" if paged else None,
    }


def _fingerprint(table: pd.DataFrame) -> str:
    return sha256(table.to_csv().encode("utf-8", "replace")).hexdigest()[:8]


# ------------------------------------------------------------- the script, once a notebook
_loader_cell: list[object] = []


def _loader_if_needed() -> str:
    """The script goes with the first table of a notebook, and again when that cell reruns."""
    cell = _current_cell()
    if _loader_cell and (_loader_cell[0] != cell or cell is None):
        return ""
    _loader_cell[:] = [cell]
    return loader()


def _current_cell() -> str | None:
    get_ipython = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell = get_ipython() if get_ipython else None
    header = getattr(shell, "parent_header", None) or {}
    return header.get("metadata", {}).get("cellId")


@cache
def loader() -> str:
    """itables' own bundle, packed: a fifth of the size, unpacked by the browser itself."""
    import itables
    from itables.javascript import _itables_ready_event, _itables_underscore_version

    folder = Path(itables.__file__).parent / "html"
    script, look = (_packed(folder / f"dt_bundle.{ending}") for ending in ("js", "css"))
    return (
        (Path(__file__).parent / "interactive.html")
        .read_text(encoding="utf-8")
        .replace("WINDOW_NAME", _itables_underscore_version())
        .replace("READY_EVENT", _itables_ready_event())
        .replace("PACKED_SCRIPT", script)
        .replace("PACKED_STYLE", look)
    )


def _packed(path: Path) -> str:
    return b64encode(gzip.compress(path.read_bytes(), 9, mtime=0)).decode("ascii")
