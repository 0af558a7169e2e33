"""A cue word in a construction: what may be a claim.

A *construction* is a way of tying a cue word to its content: ``that`` (said that …), ``to``
(pledged to …), ``object`` (condemned the attack), ``for`` (called for …), and so on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newsread.claims.spelling import american
from newsread.tree import Parse

# construction -> what it looks like (the codebook of the ``how`` column)
CONSTRUCTIONS = {
    "that": "verb + clause with that: she said that it rained",
    "clause": "verb + clause without that: she said it rained",
    "wh": "verb + question clause: she explained how it works",
    "want": "verb + subject + infinitive: she wants him to go",
    "fronted": "clause + verb: it rained, she said",
    "aside": "verb set into its content: it rained, she said, all day",
    "as": "as + verb: it rained, as she said",
    "quote": "verb beside a quotation: she was clear: “It rained.”",
    "to": "verb + infinitive: she pledged to go",
    "ing": "verb + -ing: she denied going",
    "object": "verb + noun: she condemned the attack",
    "object+": "verb + noun + what is said of it: she accused him of lying",
    "object to": "verb + noun + infinitive: she urged him to go",
    "small": "verb + noun + predicate: she called him a liar",
    "passive": "passive verb, its subject is the content: the attack was condemned",
    "passive as": "passive verb + as: he was described as a liar",
    "passive to": "passive verb + infinitive: he is said to have gone",
    "passive that": "it + passive verb + clause: it was announced that",
    "gap": "relative clause: the deal that she backs",
    "noun that": "noun + clause: her claim that it rained",
    "noun to": "noun + infinitive: her pledge to go",
    "noun is": "noun + be + clause: her hope is that it rains",
    "adj that": "adjective + clause: she is sure that it rained",
    "adj to": "adjective + infinitive: she is eager to go",
    "according": "according to and its like: according to her, it rained",
    "colon": "name and colon: Minister: It rained",
    "turn": "name and colon again and again, in a transcript: HILL: It rained.",
}
# Constructions with a preposition are named after it: "prep for", "noun of", "adj about".

AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
# (lemma the model gives, word) -> the lemma it is
MISREAD = {
    ("hop", "hoping"): "hope",
    ("hop", "hoped"): "hope",
    ("hop", "hopes"): "hope",
    ("retweete", "retweeted"): "retweet",
    ("lambast", "lambasted"): "lambaste",
}


@dataclass(slots=True)
class Candidate:
    """A cue word in a construction, with its pieces as (first, last) words.

    ``cue`` is its main word, ``content_head`` the main word of the content (-1: none).
    """

    cue: int
    lemma: str
    construction: str
    content: list[tuple[int, int]]
    content_head: int = -1
    cue_words: list[tuple[int, int]] = field(default_factory=list)
    source: list[tuple[int, int]] = field(default_factory=list)
    source_head: int = -1
    addressee: int = -1
    governor: int = -1  # the light verb of a noun, the "be" of an adjective
    same_source_as: int = -1  # another cue whose source it shares
    how: str = ""
    score: float = 0.0
    parent: Candidate | None = None


# Whether a word in a construction may be a cue at all.
Hopeful = Callable[[str, str], bool]


def cue_lemma(parse: Parse, i: int) -> str:
    """The entry a word is looked up under: its lemma, with its particle ("point out")."""
    lemma = parse.lemma[i].lower()
    lemma = american(MISREAD.get((lemma, parse.lower[i]), lemma))
    for child in parse.children[i]:
        if parse.dep[child] == "prt":
            return f"{lemma} {parse.lower[child]}"
        if lemma == "put" and parse.lower[child] == "it":
            return "put it"
    return lemma
