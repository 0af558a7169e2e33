"""Text in a table cell that a spreadsheet must read as text, never as a formula."""

from __future__ import annotations

import re

import pandas as pd

# Excel, LibreOffice and Google Sheets take a cell that begins like this for a formula
# (OWASP, CSV Injection).
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
# Characters that XML, and so an Excel file, cannot hold.
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_767  # Excel's limit
CUT = " … [cut]"


def guard(cell: object) -> object:
    """The cell for a CSV file: an apostrophe before text that would become a formula.

    Text that already has apostrophes before such a sign gets one more, so that taking
    one away (``unguard``) always gives back the very letters. Numbers stay numbers.
    """
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def unguard(cell: object) -> object:
    """The other way round: the letters as they stand in the article."""
    return cell[1:] if isinstance(cell, str) and GUARDED.match(cell) else cell


def guarded(table: pd.DataFrame) -> pd.DataFrame:
    return table.map(guard)


def for_excel(cell: str) -> str:
    """The text as an Excel cell can hold it: � for what it cannot, cut at its limit."""
    cell = ILLEGAL.sub("\ufffd", cell)
    # Excel reads _x0041_ as the letter A; written like this it reads the letters.
    cell = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", cell)
    return cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - len(CUT)] + CUT
