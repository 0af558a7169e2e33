"""The names found so far in a text, and which of its words are still free."""

from __future__ import annotations

from newsread.tree import Parse

# Labels whose words are not looked at again for names.
BLOCKED = frozenset({"EVENT", "WORK_OF_ART", "LAW", "MONEY", "LANGUAGE"})


class Spans:
    """Names found so far, by first word; never two on one word."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text = text
        self.parse = parse
        word, start, end = parse.word, parse.start, parse.end
        # True where a line ends between this word and the one before.
        self.breaks = [False] + [
            start[i] - end[i - 1] > 0 and "\n" in text[end[i - 1] : start[i]]
            for i in range(1, len(word))
        ]
        self.capitals = [_in_capitals(word[first : last + 1]) for first, last in parse.sentences]
        self.common = {w for w in word if w.islower()}
        self.blocked = [False] * len(parse)
        for first, last, label in parse.entities:
            if label in BLOCKED:
                self.blocked[first : last + 1] = [True] * (last + 1 - first)
        self.last: dict[int, int] = {}
        self.label: dict[int, str] = {}
        self.how: dict[int, str] = {}
        self.plain: dict[int, str] = {}  # how a name in a headline of capitals is else written
        self.owner: list[int] = [-1] * len(parse)

    def free(self, first: int, last: int) -> bool:
        return all(self.owner[i] < 0 for i in range(first, last + 1))

    def add(self, first: int, last: int, label: str, how: str) -> None:
        for i in range(first, last + 1):
            self.owner[i] = first
        self.last[first], self.label[first], self.how[first] = last, label, how

    def remove(self, first: int) -> None:
        for i in range(first, self.last.pop(first) + 1):
            self.owner[i] = -1
        del self.label[first], self.how[first]

    def replace(self, first: int, last: int, label: str, how: str) -> None:
        """One name in the place of all that share a word with it."""
        for i in range(first, last + 1):
            if self.owner[i] >= 0:
                self.remove(self.owner[i])
        self.add(first, last, label, how)

    def forms(self) -> list[str]:
        return list(dict.fromkeys(self.form(first) for first in sorted(self.last)))

    def form(self, first: int) -> str:
        return self.plain.get(first) or self.written(first, self.last[first])

    def written(self, first: int, last: int) -> str:
        return self.text[self.parse.start[first] : self.parse.end[last]].replace("\n", " ")


def _in_capitals(words: list[str]) -> bool:
    """A headline in capitals: the model cannot tell names in it."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return len(letters) > 2 and sum(word.isupper() for word in letters) > 0.7 * len(letters)


def head_word(parse: Parse, first: int, last: int) -> int:
    """The word of a stretch that the others hang on."""
    for i in range(last, first - 1, -1):
        if not first <= parse.head[i] <= last or parse.head[i] == i:
            return i
    return last
