"""Where an agency's report says where it was written: "OSLO, Norway (AP) — …"."""

from __future__ import annotations

from newsread.tree import Parse

LONGEST = 10
DASHES = frozenset(("-", "--", "–", "—"))
MARKS = frozenset("(),./")


def after_dateline(parse: Parse, first: int) -> int:
    """The word after the dateline that begins here with a paragraph; ``first`` without one."""
    word = parse.word
    begins = first == 0 or parse.paragraph[first] != parse.paragraph[first - 1]
    if not begins or not ((word[first].isupper() and len(word[first]) > 2) or word[first] == "("):
        return first
    for i in range(first + 1, min(first + LONGEST, len(parse))):
        if word[i] in DASHES:
            return i + 1
        if not (word[i][0].isupper() or word[i][0].isdigit() or word[i] in MARKS):
            break
    return first
