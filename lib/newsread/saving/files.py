"""Files written whole or not at all, and only where they belong."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

LONGEST_NAME = 200
# What some system's file names may not hold; separators would lead out of the folder.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# Allowed in some systems' file names and harmless: replaced in an article's id.
ELSEWHERE = re.compile(r'[<>:"|?*]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def check_name(name: str, what: str = "name") -> str:
    """The name, if it is a plain file name on every system; else a ValueError that says why."""
    if not isinstance(name, str):
        raise TypeError(f"the {what} must be text, not {type(name).__name__}.")
    if wrong := _wrong_with(name):
        raise ValueError(
            f"the {what} {name!r} {wrong}. "
            "Use letters, digits, dots, dashes and spaces, for example 'claims-by-speaker'."
        )
    return name


def folder_name(article_id: str) -> str:
    """The article's id as the name of a folder: "Who pays?" becomes "Who pays_".

    An id is often a file's name, and those may hold characters that other systems forbid.
    One that would lead out of the folder is refused all the same.
    """
    return check_name(ELSEWHERE.sub("_", article_id), "article's id")


def _wrong_with(name: str) -> str:
    if not name.strip():
        return "is empty"
    if found := FORBIDDEN.search(name):
        return f"holds the character {found.group()!r}, which could leave the export folder"
    if name.startswith((".", " ", "~")) or name.endswith((".", " ")):
        return "begins or ends with a dot, a space or ~"
    if RESERVED.fullmatch(name):
        return "is a name that Windows keeps for itself"
    if len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} bytes"
    return ""


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that a crash at any moment leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return path
