"""What an article is filed under: a name that is safe as a file name and says what it is."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 80
MARK = 6
# Not allowed in file names somewhere: separators, wildcards, marks that cannot be seen.
UNSAFE = re.compile(
    r'[/\\:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]+'
)
# Names that Windows keeps for itself.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
WORDS = 5


def safe_id(name: str) -> str:
    """``name`` itself where it is a good file name; otherwise one made from it.

    A name that had to be changed gets six more characters, counted from the whole of it,
    so that two different names never become the same one.
    """
    name = unicodedata.normalize("NFC", name)
    safe = UNSAFE.sub("-", name).strip(" .-" if UNSAFE.search(name) else " .")
    if safe != name or len(safe) > LONGEST:
        safe = safe[: LONGEST - MARK - 1].rstrip(" .")
    if RESERVED.fullmatch(safe):
        safe = f"_{safe}"
    if not safe:
        safe = "article"
    return safe if safe == name else f"{safe}-{_mark(name)}"


def pasted_id(text: str) -> str:
    """For a pasted text: its first words, and a mark that tells its first line from others."""
    first_line = text.strip().split("\n", 1)[0].strip()
    return "-".join(["pasted", *_first_words(first_line), _mark(first_line)])


def web_id(url: str) -> str:
    """For a web page: where it is from, the last words of its address, and a mark for it all."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    pieces = [piece for piece in unquote(parts.path).split("/") if piece]
    last = re.sub(r"\.\w{1,5}$", "", pieces[-1]) if pieces else ""
    whole = url.split("#", 1)[0]
    name = "-".join(filter(None, [host[:40], *_first_words(last)]))
    return f"{safe_id(name[: LONGEST - MARK - 1])}-{_mark(whole)}"


def _first_words(text: str, most: int = WORDS) -> list[str]:
    return [word[:12].lower() for word in re.findall(r"[^\W_]+", text)[:most]]


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]
