"""Second verbs of the same speaker that the parse hung inside the first one's content.

"She said that it rained and promised that it would stop": the promise is hers, not the
rain's; "he announced that he had filed it, saying it was late": he says so, in announcing.
"""

from __future__ import annotations

from collections.abc import Callable

from newsread.claims.candidate import Candidate
from newsread.tree import Parse

CLAUSES = frozenset(("that", "clause", "wh", "want", "passive that"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
PAST = frozenset(("VBD", "VBN"))


def part_coordinated(
    parse: Parse, candidates: list[Candidate], speaks: Callable[[str], bool]
) -> None:
    """Cut such verbs off the contents they do not belong to; they share the first one's source."""
    by_cue: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_cue.setdefault(candidate.cue, []).append(candidate)
    for candidate in candidates:
        if candidate.construction not in CLAUSES or candidate.content_head < 0:
            continue
        for second in _seconds(parse, candidate, speaks):
            those = by_cue.get(second)
            if those:
                _cut(parse, candidate, second)
                for one in those:
                    one.same_source_as = candidate.cue


def _seconds(parse: Parse, candidate: Candidate, speaks: Callable[[str], bool]):
    """Verbs on the right edge of the content that fit the cue better than the content."""
    cue = candidate.cue
    edge = candidate.content_head
    seen = 0
    while seen < 8:
        seen += 1
        for w in parse.children[edge]:
            if w <= edge or parse.pos[w] != "VERB":
                continue
            if parse.dep[w] == "conj":
                fits = _second_of(parse, cue, w, speaks)
            else:
                fits = _participle_of(parse, w, speaks)
            if fits:
                yield w
        below = [k for k in parse.children[edge] if k > edge]
        if not below or parse.pos[below[-1]] not in ("VERB", "AUX", "PUNCT"):
            break
        edge = below[-1]


def _participle_of(parse: Parse, w: int, speaks: Callable[[str], bool]) -> bool:
    return (
        parse.dep[w] == "advcl"
        and parse.tag[w] == "VBG"
        and parse.word[parse.left[w] - 1] == ","
        and _says(parse, w, speaks)
        and not _has_subject(parse, w)
    )


def _second_of(parse: Parse, cue: int, w: int, speaks: Callable[[str], bool]) -> bool:
    if _has_subject(parse, w) or not _says(parse, w, speaks):
        return False
    same = parse.tag[w] == parse.tag[cue] or {parse.tag[w], parse.tag[cue]} <= PAST
    return same and not any(parse.dep[k] in ("aux", "mark") for k in parse.children[w])


def _says(parse: Parse, w: int, speaks: Callable[[str], bool]) -> bool:
    return speaks(parse.lemma[w].lower())


def _has_subject(parse: Parse, w: int) -> bool:
    return any(parse.dep[k] in SUBJECTS for k in parse.children[w])


def _cut(parse: Parse, candidate: Candidate, second: int) -> None:
    end = parse.left[second] - 1
    while end > candidate.cue and (
        parse.dep[end] == "cc" or parse.word[end] in (",", ";", "-", "–", "—")
    ):
        end -= 1
    candidate.content = [
        (first, min(last, end)) for first, last in candidate.content if first <= end
    ]
