"""The file of corrections: data/corrections/ARTICLE_ID.csv, one line per corrected value.

Plain, sorted, and made to be edited by hand: a line deleted is a correction undone.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from pathlib import Path

from newsread import paths
from newsread.ids import safe_id
from newsread.saving.cells import guard, unguard

TABLES = ("actors", "mentions", "claims", "dates", "stances")
ACTIONS = ("add", "set", "drop", "merge", "split")
ONLY_ACTORS = ("merge", "split")
SECONDS_FOR_LOCK = 20
TO_QUOTE = re.compile(r"[,\"\r\n]|^\s|\s$")
SPANS = re.compile(r"(\d{1,12}-\d{1,12}( \d{1,12}-\d{1,12})*)?")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Line:
    """One correction.

    ``table``: which table. ``action``: set a value, drop a row, add one; for actors also
    merge and split. ``start, end, text``: the row's place and words. ``key``: what tells it
    from other rows there (a claim's cue, a stance's trigger, holder and target, as
    characters; an actor's name). ``column, value``: what the reader says; ``spans``: where in
    the article the value stands. ``note``: why. ``by``: who says so. ``before, after``: the
    letters around ``text``, by which it is found again in a changed article.
    """

    table: str
    action: str
    start: int | None
    end: int | None
    text: str
    key: str = ""
    column: str = ""
    value: str = ""
    spans: str = ""
    note: str = ""
    by: str = ""
    before: str = ""
    after: str = ""
    number: int = field(default=0, compare=False)

    @property
    def about(self) -> tuple:
        """What the line decides: of two lines about the same, one must go."""
        column = "" if self.action == "drop" else self.column
        action = "set" if self.action == "add" else self.action
        return self.table, action, self.start, self.end, self.text, self.key, column


COLUMNS = tuple(f.name for f in fields(Line) if f.name != "number")
NEEDED = ("table", "action", "text")


def corrections_file(article_id: str) -> Path:
    return paths.CORRECTIONS / f"{safe_id(article_id)}.csv"


def read_lines(article_id: str) -> list[Line]:
    """The corrections of an article, in file order; [] where there is no file.

    What cannot be understood is a ValueError that names the file and the line.
    """
    path = corrections_file(article_id)
    try:
        text = path.read_bytes().decode("utf-8-sig", "surrogatepass")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{_named(path)}: byte {error.start} is not UTF-8. Save it as CSV (UTF-8)."
        ) from None
    return _parse(text, path)


def change_lines(article_id: str, change: Callable[[list[Line]], list[Line]]) -> list[Line]:
    """Read the file, change its lines, write it: nobody else's change is lost between.

    A file without lines is removed.
    """
    path = corrections_file(article_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path.parent):
        lines = sorted(set(change(read_lines(article_id))), key=_order)
        if lines:
            _write(path, lines)
        else:
            path.unlink(missing_ok=True)
    return lines


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


# ---------------------------------------------------------------- reading
def _parse(text: str, path: Path) -> list[Line]:
    if not text.strip():
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[Line] = []
    header: list[str] = []
    began = 1
    try:
        for cells in reader:
            number, began = began, reader.line_num + 1
            if not header:
                header = _header(cells, path)
            elif any(cell.strip() for cell in cells):
                lines.append(_line(cells, header, f"{_named(path)}, line {number}", number))
    except csv.Error as error:
        raise ValueError(
            f"{_named(path)}, line {began}: {error}. Is a quotation mark missing?"
        ) from None
    _refuse_contradictions(lines, path)
    return lines


def _header(cells: list[str], path: Path) -> list[str]:
    header = [cell.strip() for cell in cells]
    if len(header) == 1 and ";" in header[0]:
        raise ValueError(
            f"{_named(path)}, line 1: the columns are parted by ';'. Save it with commas."
        )
    if unknown := [name for name in header if name not in COLUMNS]:
        raise ValueError(
            f"{_named(path)}, line 1: no column {', '.join(map(repr, unknown))} is known here; "
            f"there are: {', '.join(COLUMNS)}."
        )
    if missing := [name for name in NEEDED if name not in header]:
        raise ValueError(f"{_named(path)}, line 1: the column {', '.join(missing)} is missing.")
    return header


def _line(cells: list[str], header: list[str], where: str, number: int) -> Line:
    if len(cells) != len(header):
        raise ValueError(
            f"{where}: {len(header)} columns expected, {len(cells)} found. "
            "Put a value with a comma between double quotes."
        )
    values = {name: unguard(cell) for name, cell in zip(header, cells, strict=True)}
    table, action = values["table"].strip(), values["action"].strip()
    if table not in TABLES:
        raise ValueError(f"{where}: no table {table!r}; there are: {', '.join(TABLES)}.")
    if action not in ACTIONS:
        raise ValueError(f"{where}: no action {action!r}; there are: {', '.join(ACTIONS)}.")
    if action in ONLY_ACTORS and table != "actors":
        raise ValueError(f"{where}: {action} is for actors, not for {table}.")
    if action in ("set", *ONLY_ACTORS) and not values.get("column", "").strip():
        raise ValueError(f"{where}: {action} needs a column (and a value).")
    if not values["text"]:
        raise ValueError(f"{where}: there is no text, so nobody can tell which row is meant.")
    start, end = _offset(values, "start", where), _offset(values, "end", where)
    if (start is None) != (end is None) or (start is not None and not 0 <= start < end):
        raise ValueError(f"{where}: start and end must be two numbers, the second larger.")
    if not SPANS.fullmatch(values.get("spans", "")):
        raise ValueError(f"{where}: spans must be written as 12-30, or 12-30 45-60, or left empty.")
    values |= {"table": table, "action": action, "start": start, "end": end, "number": number}
    return Line(**values)


def _offset(values: dict, name: str, where: str) -> int | None:
    written = values.get(name, "").strip()
    if not written:
        return None
    if not re.fullmatch(r"\d{1,12}", written):
        raise ValueError(f"{where}: {name} is {written!r}; it must be a number of characters.")
    return int(written)


def _refuse_contradictions(lines: list[Line], path: Path) -> None:
    first: dict[tuple, Line] = {}
    for line in lines:
        other = first.setdefault(line.about, line)
        if other is not line and other.value != line.value:
            raise ValueError(
                f"{_named(path)}, lines {other.number} and {line.number} say different things of "
                f"{line.column!r} for {_short(line.text)!r}. Delete one of them."
            )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}..."


# ---------------------------------------------------------------- writing
def _order(line: Line) -> tuple:
    place = (line.start if line.start is not None else -1, line.end or -1)
    rest = (line.text, line.key, ACTIONS.index(line.action), line.column, line.value)
    return TABLES.index(line.table), *place, *rest


def _row(line: Line) -> str:
    values = (getattr(line, name) for name in COLUMNS)
    return ",".join(_cell("" if value is None else str(value)) for value in values)


def _cell(text: str) -> str:
    text = text if NUMBER.fullmatch(text) else str(guard(text))
    return '"' + text.replace('"', '""') + '"' if TO_QUOTE.search(text) else text


def _write(path: Path, lines: list[Line]) -> None:
    """The whole file or none of it: a crash leaves the old one."""
    text = "\n".join([",".join(COLUMNS), *map(_row, lines), ""])
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One writer at a time. The system lets go of the lock of a program that has died."""
    with (folder / ".lock").open("a+b") as file:
        ends = time.monotonic() + SECONDS_FOR_LOCK
        while not _try_lock(file):
            if time.monotonic() > ends:
                raise TimeoutError(
                    f"another program has kept {_named(folder / '.lock')} for "
                    f"{SECONDS_FOR_LOCK} seconds. Close it, and correct again."
                )
            time.sleep(0.02)
        try:
            yield
        finally:
            _unlock(file)


if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _try_lock(file) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
