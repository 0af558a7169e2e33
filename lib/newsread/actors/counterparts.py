"""The one on the other side: "the Swedish side", "its rival", "its Swedish counterpart"."""

from __future__ import annotations

from newsread.actors.actor import Actor
from newsread.actors.answers import NOBODY, Answer
from newsread.actors.countries import polities
from newsread.actors.descriptions import Description, roles
from newsread.actors.discourse import Discourse
from newsread.actors.lexicon_words import nouns_for
from newsread.actors.owners import owner, polity_before, side_of

SIDE = "the side of the actor before it"


def a_side(discourse: Discourse, d: Description) -> Answer:
    """ "the Norwegian side": the state itself."""
    if discourse.parse.lower[d.head] != "side":
        return NOBODY
    number, word = owner(discourse, d)
    if number >= 0 and discourse.parse.dep[word] in ("amod", "compound", "nmod"):
        return Answer(number, SIDE, 0.9)
    return NOBODY


def other_one(discourse: Discourse, d: Description) -> Answer:
    """ "its rival": the most mentioned of its kind that is not the owner."""
    if discourse.parse.lemma[d.head] not in nouns_for("the other one") or d.plural:
        return NOBODY
    number, word = owner(discourse, d)
    if number < 0 or discourse.parse.dep[word] != "poss":
        return NOBODY
    mine = discourse.actors[number]
    called = polity_before(discourse, d)
    if called is not None:
        return _counterpart(discourse, d, mine, called)
    if mine.kind != "state":
        return NOBODY
    other = next((k for k in discourse.main_states if k != number), -1)
    return Answer(other, "the other state of the text", 0.6) if other >= 0 else NOBODY


def _counterpart(discourse: Discourse, d: Description, mine: Actor, called: int) -> Answer:
    """ "its Swedish counterpart": the Swedish one of what was just named."""
    polity = discourse.actors[called]
    nouns = {noun for noun in mine.nouns if noun in roles()} or mine.nouns
    for k, actor in enumerate(discourse.actors):
        if actor.kind == mine.kind and actor.side == polity.key and nouns & actor.nouns:
            return Answer(k, f"counterpart of {mine.key}", 0.7)
    known = polities()
    words = [
        polity.key if known.get(w) and known[w].side == mine.side else w for w in mine.key.split()
    ]
    key = " ".join(words)
    if polity.key not in key:
        key = f"{polity.key} counterpart of {mine.key}"
    new = Actor(key, mine.kind, side=side_of(polity), nouns=set(mine.nouns), resolved=False)
    new.guess = f"never named; counterpart of {mine.key}"
    return Answer(discourse.new_actor(new), new.guess, 0.6)
