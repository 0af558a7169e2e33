"""Which names are the same actor's, and why.

Each rule merges names and says so; an actor's ``how`` lists the rules that built it.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from newsread.actors.actor import Actor
from newsread.actors.bodies import BODIES, body_key, merge_bodies
from newsread.actors.capitals import polity_key
from newsread.actors.countries import polities
from newsread.actors.describing import describe
from newsread.actors.name import Name
from newsread.actors.parties import party_names
from newsread.actors.people import merge_people
from newsread.tree import Parse

OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}

OF_SOMEBODY = ("surname", "first name", "misspelt")


def merge_names(parse: Parse, names: list[Name]) -> tuple[list[Actor], list[int]]:
    """The actors in order of first name, and for each name its actor's number (-1: none)."""
    keys = _keys(parse, names)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            groups[key[:2]].append(number)
    parties = party_names(names)
    actors: list[Actor] = []
    owner = [-1] * len(names)
    for (kind, label), members in groups.items():
        actor = Actor(label, kind, names=members)
        for number in members:
            owner[number] = len(actors)
            actor.hows[keys[number][2]] += 1
            actor.whys[number] = keys[number][2]
        describe(parse, names, actor, parties)
        actors.append(actor)
    _make_unique(actors)
    return actors, owner


def _keys(parse: Parse, names: list[Name]) -> list[tuple[str, str, str] | None]:
    """(kind, key, why) of each name."""
    people = merge_people(names)
    halves = _halves(names)
    kinds = {name.form: name.kind for name in names}
    bodies = merge_bodies(parse, names)
    keys: list[tuple[str, str, str] | None] = []
    for number, name in enumerate(names):
        if name.polity:
            keys.append(polity_key(parse, name))
        elif name.form in halves:
            kind = next(p.kind for p in polities().values() if p.actor == halves[name.form])
            keys.append((kind, halves[name.form], f"{name.form}: short for it"))
        elif name.kind == "person" or people.get(number, ("", ""))[1] in OF_SOMEBODY:
            keys.append(("person", *people[number]))
        elif name.kind in BODIES:
            form, why = body_key(bodies, keys, name)
            keys.append((kinds.get(form, name.kind), form, why))
        else:
            keys.append((name.kind, name.form, "same name"))
    return keys


def _halves(names: list[Name]) -> dict[str, str]:
    """ "the North" or "Korea" where the text names one North Korea, and no South."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.polity and name.polity.kind == "state":
            first, _, rest = name.polity.actor.partition(" ")
            if first in OPPOSITE and rest:
                found[first].add(name.polity.actor)
                other = f"{OPPOSITE[first]} {rest}"
                if other in polities():
                    found[OPPOSITE[first]].add(other)
    for name in names:
        if name.polity and name.polity.kind in ("state", "place"):
            last = name.polity.actor.rpartition(" ")[2]
            if last != name.polity.actor and last not in polities():
                found[last].add(name.polity.actor)
    return {half: actors.pop() for half, actors in found.items() if len(actors) == 1}


def _make_unique(actors: list[Actor]) -> None:
    """Two actors of one name and different kinds get the kind after their name."""
    count = Counter(actor.key for actor in actors)
    for actor in actors:
        if count[actor.key] > 1 and actor.kind != "state":
            actor.key = f"{actor.key} ({actor.kind})"
