"""Whom a described one belongs to, and on whose side it is."""

from __future__ import annotations

from newsread.actors.actor import Actor
from newsread.actors.descriptions import OWNING, Description
from newsread.actors.discourse import Discourse
from newsread.relatives import antecedent

DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def owner(discourse: Discourse, d: Description) -> tuple[int, int]:
    """(actor, word) the description belongs to: "Norway's …", "its …", "… of Norway"; -1: none."""
    parse, at = discourse.parse, discourse.at
    for child in parse.children[d.head]:
        if parse.dep[child] == "poss":
            whose = at.get(antecedent(parse, child), -1)
            if whose >= 0:
                return whose, child
    for child in parse.children[d.head]:
        if child > d.head and parse.dep[child] == "prep" and parse.lower[child] in OWNING:
            for below in parse.children[child]:
                if parse.dep[below] == "pobj" and at.get(below, -1) >= 0:
                    return at[below], below
    for child in parse.children[d.head]:
        modifies = child < d.head and parse.dep[child] in ("amod", "compound", "nmod")
        if modifies and at.get(child, -1) >= 0:
            return at[child], child
    return -1, -1


def side_of(actor: Actor) -> str:
    return actor.side or (actor.key if actor.kind in ("state", "place") else "")


def is_definite(discourse: Discourse, d: Description) -> bool:
    parse = discourse.parse
    return any(
        parse.lower[child] in DEFINITE or parse.dep[child] == "poss"
        for child in parse.children[d.head]
        if child < d.head
    )


def polity_before(discourse: Discourse, d: Description) -> int | None:
    parse = discourse.parse
    for child in parse.children[d.head]:
        if child < d.head and parse.dep[child] in ("amod", "compound", "nmod"):
            number = discourse.at.get(child, -1)
            if number >= 0 and discourse.actors[number].kind in ("state", "place"):
                return number
    return None
