"""A parsed text: its words, their kinds, and how they hang together, as plain lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern


@dataclass
class Parse:
    """A parsed text, one list entry per word (or punctuation mark); white space has none.

    ``word, lower, lemma, pos (Universal POS), tag (Penn), dep (ClearNLP)``: strings.
    ``head``: the word it depends on (itself for the root of a sentence).
    ``start, end``: characters in the text. ``left, right``: first and last word of what
    hangs below it. ``children``: the words directly below, in text order.
    ``sent``, ``paragraph``: numbers of the sentence and the paragraph it stands in.
    ``sentences``: (first, last) words. ``entities``: (first, last, label) as the model
    found them. All "last" are inclusive.
    """

    word: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.word)

    @cached_property
    def lower(self) -> list[str]:
        return [intern(word.lower()) for word in self.word]

    @cached_property
    def children(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.word]
        for i, head in enumerate(self.head):
            if head != i:
                below[head].append(i)
        return below

    @cached_property
    def left(self) -> list[int]:
        return self._edges[0]

    @cached_property
    def right(self) -> list[int]:
        return self._edges[1]

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        left = list(range(len(self)))
        right = list(range(len(self)))
        for i in self._bottom_up():
            head = self.head[i]
            if left[i] < left[head]:
                left[head] = left[i]
            if right[i] > right[head]:
                right[head] = right[i]
        return left, right

    def _bottom_up(self) -> Iterator[int]:
        """Every word after all the words below it."""
        order = [i for i, head in enumerate(self.head) if head == i]
        for i in order:  # grows while it is walked: each word is followed by its children
            order.extend(self.children[i])
        return reversed(order)

    def subtree(self, i: int) -> list[int]:
        """The word and all that hangs below it, in text order."""
        found = [i]
        for j in found:
            found.extend(self.children[j])
        return sorted(found)

    def token_at(self, char: int) -> int | None:
        """The word that holds the character, or None for white space."""
        i = bisect_right(self.start, char) - 1
        return i if i >= 0 and char < self.end[i] else None

    def tokens_in(self, start: int, end: int) -> range:
        """The words that share a character with ``text[start:end]``."""
        return range(bisect_right(self.end, start), bisect_left(self.start, end))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters from the first letter of one word to the last of another."""
        return self.start[first], self.end[last]
