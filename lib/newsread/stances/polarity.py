"""How a sentence speaks of somebody in it: for or against, and by which words.

Each polar word counts by its place: what is said of the target itself, what the target does,
what is done to it, or what merely stands nearby. The places' and words' weights are counted on
marked sentences (data/models/README.md); every answer names the words that made it.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from newsread.lexicons import words_for
from newsread.paths import DATA
from newsread.stances.polar_words import polar_words
from newsread.stances.triggers import Firing
from newsread.tree import Parse

WEIGHTS = DATA / "models" / "toward.csv"

CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "parataxis", "pcomp"})
PLACE = {
    "nsubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "dative": "object",
    "oprd": "object",
    "pobj": "prep",
    "prep": "prep",
    "poss": "poss",
    "conj": "conj",
    "appos": "appos",
    "compound": "mod",
    "amod": "mod",
    "nmod": "mod",
    "npadvmod": "mod",
    "agent": "agent",
    "attr": "attr",
    "xcomp": "xcomp",
}
STILL_THE_SAME = frozenset({"mod", "conj", "appos", "self"})
LONGEST_CLIMB = 25
# Only these carry weight: function words judge nobody, nor does a name one stands beside.
SPEAKING = frozenset({"NOUN", "VERB", "ADJ", "ADV", "INTJ"})
# Places, seen from the phrase, whose words are said of it and not of others in the sentence.
SAID_OF_IT = frozenset({"on it", "on it clause", "predicate"})
LOUD = 0.7


@dataclass(frozen=True, slots=True)
class Tone:
    """How likely a reader hears it as against, neutral, for; ``words``: what made it so.

    ``tokens``: where these words stand.
    """

    negative: float
    neutral: float
    positive: float
    words: tuple[tuple[str, float], ...]
    tokens: tuple[int, ...] = ()

    @property
    def leaning(self) -> int:
        """For or against, if it must be one of them."""
        return 1 if self.positive > self.negative else -1

    @property
    def polarity(self) -> int:
        most = max(self.negative, self.neutral, self.positive)
        return 0 if most == self.neutral else -1 if most == self.negative else 1


@cache
def weights() -> dict[str, tuple[float, float]]:
    """Feature -> how much it speaks against and for, beside saying neither."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        return {
            row["feature"]: (float(row["negative"]), float(row["positive"]))
            for row in csv.DictReader(file)
        }


def head_of(parse: Parse, first: int, last: int) -> int:
    """The word of a phrase that hangs outside it."""
    for i in range(first, last + 1):
        head = parse.head[i]
        if head == i or not first <= head <= last:
            return i
    return first


def toward(
    parse: Parse,
    first: int,
    last: int,
    firings: Iterable[Firing] = (),
    within: Container[int] | None = None,
    of_it: bool = False,
) -> Tone:
    """How the words around speak of the phrase of words ``first`` to ``last``.

    ``firings``: the stance triggers of its sentence; ``within``: only these words count;
    ``of_it``: only words that are said of the phrase itself count.
    """
    table = weights()
    negative = positive = 0.0
    words: dict[int, float] = {}
    for feature, word, value in features(parse, first, last, firings, within, of_it):
        weight = table.get(feature)
        if weight:
            negative += value * weight[0]
            positive += value * weight[1]
            if word >= 0:
                words[word] = words.get(word, 0.0) + value * (weight[1] - weight[0])
    against, favour = math.exp(min(negative, 30)), math.exp(min(positive, 30))
    total = against + 1 + favour
    strongest = sorted(words.items(), key=lambda item: -abs(item[1]))[:4]
    return Tone(
        against / total,
        1 / total,
        favour / total,
        tuple((parse.word[i], weight) for i, weight in strongest),
        tuple(i for i, _ in strongest),
    )


def features(
    parse: Parse,
    first: int,
    last: int,
    firings: Iterable[Firing] = (),
    within: Container[int] | None = None,
    of_it: bool = False,
) -> Iterator[tuple[str, int, float]]:
    """(feature, its word or -1, value) for everything that may speak of the phrase."""
    head = head_of(parse, first, last)
    begin, end = parse.sentences[parse.sent[head]]
    here = range(begin, end + 1) if within is None else within
    yield "bias", -1, 1.0
    yield f"dep {parse.dep[head]}", -1, 1.0
    yield f"tag {parse.tag[head]}", -1, 1.0
    yield f"under {parse.pos[parse.head[head]]}", -1, 1.0
    words = [
        i
        for i in range(begin, end + 1)
        if parse.pos[i] in SPEAKING and not first <= i <= last and i in here
    ]
    deeds = _deeds(parse, head) if of_it else ()
    for i, place in places(parse, head, words):
        if i in deeds:
            place = "predicate"
        if not of_it or _said_of_it(place):
            yield from _of_word(parse, i, place)
    for firing in firings:
        if (
            firing.token in here
            and firing.entry.polarity
            and not (of_it and _only_told(parse, firing))
        ):
            for found in _as_trigger(parse, firing, first, last):
                if not of_it or not found[0].startswith("elsewhere"):
                    yield found


def _of_word(parse: Parse, i: int, place: str) -> Iterator[tuple[str, int, float]]:
    lemma = parse.lemma[i].lower()
    sign = polar_words().get((lemma, parse.pos[i][0]))
    if not sign and not parse.word[i][0].islower():
        return  # a name that the model takes for another kind of word
    no = "not " if _negated(parse, i) else ""
    yield f"{no}{lemma}", i, 1.0
    yield f"{no}{lemma} @{place}", i, 1.0
    if sign:
        yield f"{no}{SIGN[sign]}", i, 1.0
        yield f"{no}{SIGN[sign]} @{place}", i, 1.0


def _only_told(parse: Parse, firing: Firing) -> bool:
    """A blow, or somebody else's act."""
    return firing.entry.act in BEFALLS or any(
        parse.tag[reached.token] != "PRP" for reached in firing.holders
    )


BEFALLS = frozenset({"attack", "harm", "punish", "defeat"})


def _said_of_it(place: str) -> bool:
    """What befalls somebody ("X was shot") is not said of them."""
    return place in SAID_OF_IT or (place.startswith("head of") and place != "head of passive")


def _deeds(parse: Parse, head: int) -> list[int]:
    """Nouns for what somebody did: "provocations by X", "the crimes (they say) X committed"."""
    above = parse.head[head]
    if parse.dep[head] == "pobj" and parse.lower[above] == "by":
        before = above - 1
        while before > 0 and parse.pos[before] == "PUNCT":
            before -= 1
        return [before] if parse.pos[before] == "NOUN" else []
    if parse.dep[head] != "nsubj":
        return []
    while parse.dep[above] == "ccomp" and parse.head[above] != above:
        above = parse.head[above]
    return [parse.head[above]] if parse.dep[above] == "relcl" else []


# What the target itself says is not said of it.
SAYS = "what hangs below it is said by its subject"
SIGN = {1: "(good)", -1: "(bad)"}


def _negated(parse: Parse, i: int) -> bool:
    return any(parse.dep[c] == "neg" for j in (i, parse.head[i]) for c in parse.children[j])


def _as_trigger(
    parse: Parse, firing: Firing, first: int, last: int
) -> Iterator[tuple[str, int, float]]:
    word = firing.token
    sign = firing.entry.polarity
    meant = next((r for r in firing.targets if first <= r.token <= last), None)
    if meant:
        sign = meant.sign * sign
        if firing.negated:
            sign = -1 if sign > 0 else 0
        yield f"target {sign:+d}", word, 1.0
        yield f"target {sign:+d} of {firing.entry.act}", word, 1.0
    elif any(first <= r.token <= last for r in firing.holders):
        yield f"holder {sign:+d}", word, 1.0
        yield f"holder {sign:+d} of {firing.entry.act}", word, 1.0
    else:
        yield f"elsewhere {sign:+d}", word, 1.0


def places(parse: Parse, head: int, words: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Each of these words of a sentence and where it stands, seen from the phrase's head."""
    above: dict[int, tuple[str, int]] = {}
    i, role, clauses = head, "self", 0
    for step in range(LONGEST_CLIMB):
        above[i] = (role, clauses)
        if parse.head[i] == i:
            break
        dep = parse.dep[i]
        clauses += dep in CLAUSE
        own = PLACE.get(dep, "clause" if dep in CLAUSE else "other")
        if role in STILL_THE_SAME:
            role = own
        elif step == 1:
            role = "prep" if role == own == "prep" else f"{role} of {own}"
        i = parse.head[i]
    for i in words:
        yield i, _place(parse, i, head, above)


def place_of_word(parse: Parse, first: int, last: int, word: int) -> str:
    """Where one word stands, seen from the phrase; nouns for its deeds are said of it."""
    head = head_of(parse, first, last)
    if word in _deeds(parse, head):
        return "predicate"
    return next(place for _, place in places(parse, head, [word]))


def _place(parse: Parse, i: int, head: int, above: dict[int, tuple[str, int]]) -> str:
    branch, crossed, said = "", False, False
    j = i
    for _ in range(LONGEST_CLIMB):
        if j in above:
            break
        branch = parse.dep[j]
        crossed |= branch in CLAUSE or (branch == "conj" and parse.tag[j][0] == "V")
        j = parse.head[j]
        if branch == "ccomp" and parse.lemma[j] in words_for("verb_uses", SAYS):
            said = True
    else:
        return "far"
    role, clauses = above[j]
    far = " clause" if crossed else ""
    if j == head:
        return "on it" + far
    if i == j:
        return "outer head" if clauses else f"head of {role}"
    if clauses:
        return "outer" + far
    if role in ("subject", "passive"):
        return "said by it" if said else "predicate" + far
    if PLACE.get(branch) in ("subject", "passive"):
        return "doer"
    return "beside" + far
