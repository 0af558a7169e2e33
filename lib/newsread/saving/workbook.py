"""Tables as one Excel workbook: a sheet each, text as text, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from newsread.saving.cells import for_excel

NARROWEST, WIDEST = 8, 60
LOOKED_AT = 200  # rows a column's width is judged by
MOST_ROWS = 1_048_575
HEADER = PatternFill("solid", start_color="FFDCE6F0")
SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
SAVED_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
# A zip file cannot tell an earlier time; a workbook of the same tables is the same file.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """One sheet per table: header frozen, long text wrapped, a filter on every column."""
    book = Workbook()
    book.remove(book.active)
    for name, table in tables.items():
        if len(table) > MOST_ROWS:
            raise ValueError(f"{name} has {len(table):,} rows; an Excel sheet holds {MOST_ROWS:,}.")
        _fill(book.create_sheet(SHEET_NAME.sub("-", name)[:31]), table)
    if not tables:
        book.create_sheet("no tables")
    file = io.BytesIO()
    book.save(file)
    return _without_times(file.getvalue())


def _fill(sheet, table: pd.DataFrame) -> None:
    widths = [_width(table, column) for column in table.columns]
    wrapped = Alignment(wrap_text=True, vertical="top")
    sheet.append([for_excel(str(column)) for column in table.columns])
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), HEADER
    columns = [table[column].tolist() for column in table.columns]
    for values in zip(*columns, strict=True):
        sheet.append([_cell(sheet, value, wrapped) for value in values])
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    if len(table.columns):
        sheet.auto_filter.ref = sheet.dimensions


def _cell(sheet, value: object, wrapped: Alignment) -> Cell:
    if not isinstance(value, str):
        cell = Cell(sheet, value=value)
        cell.alignment = Alignment(vertical="top")
        return cell
    cell = Cell(sheet)
    if not value:
        return cell
    cell.value = for_excel(value)
    # Text stays text, also after somebody edits the cell in Excel.
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = wrapped
    return cell


def _width(table: pd.DataFrame, column: str) -> float:
    seen = table[column].head(LOOKED_AT).astype(str).str.len()
    longest = max(seen.max() if len(seen) else 0, len(str(column)))
    return float(min(max(longest + 2, NARROWEST), WIDEST))


def _without_times(content: bytes) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = SAVED_AT.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            info = zipfile.ZipInfo(name, NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return file.getvalue()
