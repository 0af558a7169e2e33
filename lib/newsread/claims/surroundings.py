"""What the weighing of a candidate needs to know of the article and of the other candidates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newsread.claims.candidate import Candidate
from newsread.claims.counts import HOPELESS, Counts
from newsread.tree import Parse

PRONOUNS = {
    "i": "I", "we": "we", "you": "you", "he": "he", "she": "he", "they": "they", "it": "it",
    "who": "who", "which": "which", "that": "which", "what": "which", "this": "it", "one": "one",
    "my": "I", "our": "we", "your": "you", "his": "he", "her": "he", "their": "they", "its": "it",
    "some": "some", "many": "some", "others": "some", "those": "some", "few": "some",
    "most": "some", "both": "some", "all": "some", "everyone": "some", "people": "some",
    "there": "there",
}  # fmt: skip


@dataclass
class Surroundings:
    """What the features need to know of the article: one entry per word (headline: sentence)."""

    label: list[str]
    quoted: list[bool]
    headline: list[bool]
    sure: list[int] = field(default_factory=list)  # sure cues before this word
    within: list[bool] = field(default_factory=list)  # inside what a sure cue holds
    speakers: Counter[str] = field(default_factory=Counter)  # sure cues of each source word
    rival: dict[int, list[tuple[float, Candidate]]] = field(default_factory=dict)


# The prior log-odds from which a cue is called sure.
SURE = 0.0


def look_around(
    parse: Parse, around: Surroundings, candidates: list[Candidate], counts: Counts
) -> None:
    """Note for all candidates together what each one needs to know of the others."""
    around.rival = {}
    around.speakers = Counter()
    around.within = [False] * len(parse)
    cues = [0] * (len(parse) + 1)
    for candidate in candidates:
        prior = counts.log_odds(candidate.lemma, candidate.construction)
        if prior <= HOPELESS:
            continue
        around.rival.setdefault(candidate.cue, []).append((prior, candidate))
        if prior > SURE:
            if candidate.source_head >= 0 and not cues[candidate.cue + 1]:
                around.speakers[parse.lower[candidate.source_head]] += 1
            cues[candidate.cue + 1] = 1
            for first, last in candidate.content:
                around.within[first : last + 1] = [True] * (last + 1 - first)
    total = 0
    for i, one in enumerate(cues):
        total += one
        cues[i] = total
    around.sure = cues


def surroundings(parse: Parse, speeches) -> Surroundings:
    label = [""] * len(parse)
    for first, last, name in parse.entities:
        label[first : last + 1] = [name] * (last + 1 - first)
    quoted = [False] * len(parse)
    for speech in speeches:
        for first, last in speech.pieces:
            quoted[first : last + 1] = [True] * (last + 1 - first)
    headline = [_is_headline(parse.word[first : last + 1]) for first, last in parse.sentences]
    return Surroundings(label, quoted, headline)


def _is_headline(words: list[str]) -> bool:
    """Most of its words begin with a capital."""
    letters = [word[0] for word in words if word[0].isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def kind_of_source(parse: Parse, around: Surroundings, head: int) -> str:
    if head < 0:
        return "none"
    lower = parse.lower[head]
    if lower in PRONOUNS:
        return PRONOUNS[lower]
    label = around.label[head]
    if parse.pos[head] == "PROPN":
        return label or "name"
    if parse.pos[head] == "NOUN":
        return "noun"
    return "other"
