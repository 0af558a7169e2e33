"""Quotations and their owners: which cue a quotation belongs to, also over several sentences.

A claim that holds a part of a quotation holds all of it. A quotation that no clause holds
belongs to the verb beside it; one that is a sentence of its own and has no verb beside it
runs on from the quotation before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from newsread.claims.candidate import Candidate, cue_lemma
from newsread.quotes import Quotation
from newsread.tree import Parse

# Constructions in which somebody's very words may stand, the likelier first.
SPEECH = {
    name: rank
    for rank, name in enumerate(
        (
            "clause",
            "fronted",
            "aside",
            "that",
            "colon",
            "wh",
            "passive that",
            "quote",
            "according",
            "as",
            "small",
            "object",
            "want",
            "to",
        )
    )
}
FEWEST_WORDS = 2
AROUND_CUE = 20


@dataclass
class Speech:
    """One quotation, or several paragraphs of one, as words: (first, last) each."""

    pieces: list[tuple[int, int]]
    owner: Candidate | None = None
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.pieces[0][0]

    @property
    def last(self) -> int:
        return self.pieces[-1][1]


def find_speeches(parse: Parse, quotations: list[Quotation]) -> list[Speech]:
    """The outermost quotations; those that go on in the next paragraph are one."""
    found: list[Speech] = []
    for quotation in quotations:
        if quotation.depth:
            continue
        words = parse.tokens_in(quotation.start, quotation.end)
        if not words:
            continue
        piece = (words[0], words[-1])
        if found and found[-1].last >= piece[0]:
            continue
        if quotation.continues and found:
            found[-1].pieces.append(piece)
        else:
            found.append(Speech([piece]))
        found[-1].quotations.append(quotation)
    return found


def give_owners(
    parse: Parse,
    candidates: list[Candidate],
    speeches: list[Speech],
    speaks: Callable[[str], bool],
) -> None:
    """Tie each quotation to its cue, and let the claim hold all of it.

    New candidates (construction "quote") are added to ``candidates``.
    """
    if not speeches:
        return
    at_word = [-1] * len(parse)
    for number, speech in enumerate(speeches):
        for first, last in speech.pieces:
            at_word[first : last + 1] = [number] * (last + 1 - first)
    _claim_those_inside(candidates, speeches, at_word)
    for speech in speeches:
        if speech.owner is None:
            beside = _verb_beside(parse, speech, at_word, speaks)
            if beside is not None:
                candidates.append(beside)
                speech.owner = beside
    _run_on(parse, speeches)
    for speech in speeches:
        if speech.owner is not None:
            speech.owner.content = merge(speech.owner.content + speech.pieces)


def _claim_those_inside(candidates, speeches, at_word) -> None:
    best: dict[int, tuple] = {}
    for candidate in candidates:
        rank = SPEECH.get(candidate.construction)
        if rank is None:
            continue
        own = at_word[candidate.cue]
        for first, last in candidate.content:
            for number in sorted({at_word[i] for i in range(first, last + 1)}):
                if number < 0 or number == own:
                    continue
                speech = speeches[number]
                inside = min(last, speech.last) - max(first, speech.first) + 1
                key = (rank > 7, -inside, rank, last - first)
                if number not in best or key < best[number][0]:
                    best[number] = (key, candidate)
    for number, (_, candidate) in best.items():
        speeches[number].owner = candidate


def _verb_beside(parse: Parse, speech: Speech, at_word: list[int], speaks: Callable[[str], bool]):
    """The verb of saying outside the quotation, after it or before it."""
    if speech.last - speech.first < FEWEST_WORDS or not _whole(parse, speech):
        return None
    for place in (_after(parse, speech), _before(parse, speech)):
        found = None
        for i in place:
            if at_word[i] >= 0:
                break
            if parse.pos[i] in ("VERB", "NOUN") and _may_speak(parse, i):
                lemma = cue_lemma(parse, i)
                if speaks(lemma):
                    found = Candidate(i, lemma, "quote", list(speech.pieces), speech.first)
                    break
                if found is None and parse.pos[i] == "VERB":
                    found = Candidate(i, lemma, "quote", list(speech.pieces), speech.first)
        if found:
            return found
    return None


def _whole(parse: Parse, speech: Speech) -> bool:
    """Not a phrase in somebody else's sentence: it begins or ends as a sentence does."""
    first = parse.sentences[parse.sent[speech.first]][0]
    return (
        speech.first <= first + 1
        or parse.word[speech.first - 1] in (":", ",")
        or parse.word[speech.last - 1] in (",", ".", "!", "?", "…", "...")
    )


def _after(parse: Parse, speech: Speech) -> range:
    """The rest of its sentence; the next one too if the quotation ends in ! or ?"""
    after = speech.last + 1
    if after >= len(parse) or parse.paragraph[after] != parse.paragraph[speech.last]:
        return range(0)
    same = parse.sent[after] == parse.sent[speech.last]
    if not same and parse.word[speech.last - 1] not in ("!", "?", ",", "…", "—", "-", "--"):
        return range(0)
    return range(after, parse.sentences[parse.sent[after]][1] + 1)


def _before(parse: Parse, speech: Speech) -> range:
    """The sentence before it, from its end backwards."""
    before = speech.first - 1
    if before < 0:
        return range(0)
    same = parse.sent[before] == parse.sent[speech.first]
    if not same and parse.word[before] not in (":", ","):
        return range(0)
    return range(before, parse.sentences[parse.sent[before]][0] - 1, -1)


def _may_speak(parse: Parse, v: int) -> bool:
    deps = {parse.dep[k] for k in parse.children[v]}
    if parse.pos[v] == "NOUN":
        return parse.tag[v] in ("NNS", "NN") and "compound" in deps and "det" not in deps
    return "ccomp" not in deps and parse.tag[v] != "VB"


def _run_on(parse: Parse, speeches: list[Speech]) -> None:
    for before, speech in pairwise(speeches):
        if speech.owner is not None or before.owner is None:
            continue
        if (
            before.last < before.owner.cue < speech.first
            and speech.first - before.last < AROUND_CUE
        ):
            speech.owner = before.owner  # “…,” he said, “…”
            continue
        apart = parse.paragraph[speech.first] - parse.paragraph[before.last]
        if apart <= 1 and _stands_alone(parse, speech):
            speech.owner = before.owner


def _stands_alone(parse: Parse, speech: Speech) -> bool:
    """Nothing but marks stands around the quotation in its sentences."""
    first = parse.sentences[parse.sent[speech.first]][0]
    last = parse.sentences[parse.sent[speech.last]][1]
    around = [*range(first, speech.first), *range(speech.last + 1, last + 1)]
    return all(parse.pos[i] in ("PUNCT", "CCONJ", "SPACE") for i in around)


def merge(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of words in text order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
