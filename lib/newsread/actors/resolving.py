"""Who a description means: the first rule that speaks.

A description beside a name or said of it is that actor's. A definite one means an actor named
before that it fits. One that fits nobody, but belongs to somebody, is an actor of its own.
"""

from __future__ import annotations

from newsread.actors.answers import NOBODY, Answer
from newsread.actors.apposition import before_a_name, beside_a_name, said_of_somebody
from newsread.actors.counterparts import a_side, other_one
from newsread.actors.descriptions import ANYTHING, Description
from newsread.actors.discourse import Discourse
from newsread.actors.learning import learn
from newsread.actors.nameless import own_actor
from newsread.actors.owners import owner
from newsread.actors.taken_up import (
    employers,
    holder_of_a_post,
    known_by_it,
    only_place,
    somebodys,
    spoken_for,
    taken_up,
)


def resolve_description(discourse: Discourse, description: Description) -> Answer:
    """The actor a description means, by the first rule that speaks."""
    named = before_a_name(discourse, description)
    if named >= 0:
        learn(named, discourse, description)
        if owner(discourse, description)[0] >= 0 and description.first < description.head:
            return Answer(named, "before the name", 0.9)
        return NOBODY
    rules = BY_GRAMMAR if description.role is ANYTHING else BY_GRAMMAR + BY_SENSE
    for rule in rules:
        answer = rule(discourse, description)
        if answer.actor >= 0:
            return answer
    return NOBODY


BY_GRAMMAR = (beside_a_name, said_of_somebody)

BY_SENSE = (
    a_side,
    other_one,
    somebodys,
    spoken_for,
    holder_of_a_post,
    employers,
    known_by_it,
    taken_up,
    only_place,
    own_actor,
)
