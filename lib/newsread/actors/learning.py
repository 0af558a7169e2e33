"""What an actor may be called, and what a description teaches about it."""

from __future__ import annotations

from newsread.actors.actor import Actor
from newsread.actors.descriptions import ANYTHING, Description
from newsread.actors.discourse import Discourse
from newsread.actors.lexicon_words import nouns_for
from newsread.actors.owners import owner, polity_before, side_of


def learn(number: int, discourse: Discourse, d: Description) -> None:
    """What the actor is called here, and so what may take it up later."""
    actor = discourse.actors[number]
    noun = discourse.parse.lower[d.head]
    _give_name(discourse, noun, number)
    actor.nouns.add(noun)
    discourse.called(noun, number)
    if actor.kind == "person" and d.role.gender and not actor.gender:
        actor.gender = d.role.gender
    if actor.kind == "other" and d.role.kind in ("person", "organization"):
        actor.kind = d.role.kind
    mine, _ = owner(discourse, d)
    if noun in nouns_for("the other one"):  # "his Kenyan counterpart" is on Kenya's side
        called = polity_before(discourse, d)
        mine = -1 if called is None else called
    if mine >= 0:
        discourse.own(mine, noun, number)
        if not actor.side:
            actor.side = side_of(discourse.actors[mine])


def _give_name(discourse: Discourse, noun: str, number: int) -> None:
    """ "the nurses' union … their union, Unison": the body described before has this name."""
    actor = discourse.actors[number]
    described = [k for k in discourse.so_called([noun]) if discourse.actors[k].kind == actor.kind]
    if len(described) != 1 or actor.kind != "organization" or discourse.count[number]:
        return
    before = discourse.actors[described[0]]
    if not before.resolved and (before.side == actor.side or "" in (before.side, actor.side)):
        discourse.now[described[0]] = number


def may_be(actor: Actor, d: Description) -> bool:
    if d.role is ANYTHING:
        return actor.kind == "person"
    if d.role.kind == "somebody":
        return actor.kind not in ("place", "group")
    if d.role.kind == "person":
        return actor.kind in ("person", "other") and not (
            d.role.gender and actor.gender and actor.gender != d.role.gender
        )
    if d.role.kind == "group":
        return actor.kind in ("group", "organization", "state") or actor.plural
    if d.role.kind == "place":
        return actor.kind in ("place", "state")
    if d.role.kind == "state":
        return actor.kind in ("state", "place")
    return actor.kind in ("organization", "other")
