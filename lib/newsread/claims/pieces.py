"""Stretches of words: what hangs below one word, without what hangs below another."""

from __future__ import annotations

from newsread.tree import Parse


def around(parse: Parse, head: int, cue: int) -> list[tuple[int, int]]:
    """The words below ``head``, without those of a cue set in among them."""
    first, last = parse.left[head], parse.right[head]
    if not first < cue < last:
        return [(first, last)]
    return stretches(parse.subtree(head))


def outside(parse: Parse, head: int, cue: int) -> list[tuple[int, int]]:
    """The words below ``head`` but not below ``cue``, as stretches."""
    first, last = parse.left[cue], parse.right[cue]
    words = parse.subtree(head)
    if first <= head <= last:
        return stretches(words)
    return stretches([i for i in words if not first <= i <= last])


def stretches(words: list[int]) -> list[tuple[int, int]]:
    """[3, 4, 5, 8, 9] as [(3, 5), (8, 9)]."""
    found: list[tuple[int, int]] = []
    for i in words:
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found
