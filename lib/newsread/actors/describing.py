"""What an actor's names and the words before them tell of it: side, gender, nouns."""

from __future__ import annotations

from collections import Counter

from newsread.actors.actor import Actor
from newsread.actors.countries import polities
from newsread.actors.name import Name
from newsread.actors.name_words import given_names, role_kinds, titles
from newsread.actors.parties import party_of, party_of_members
from newsread.tree import Parse


def describe(parse: Parse, names: list[Name], actor: Actor, parties: dict[int, str]) -> None:
    known = polities()
    genders: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    for number in actor.names:
        name = names[number]
        if name.polity:
            if name.polity.side or name.polity.relation == "capital":
                sides[name.polity.side or name.polity.actor] += 1
            continue
        if actor.kind == "person":
            gender = titles().get(name.title) or given_names().get(name.form.split()[0])
            if gender:
                genders[gender] += 3 if name.title else 1
        for word in name.form.split():
            if (
                word in known
                and known[word].relation in ("name", "demonym")
                and actor.kind != "person"
            ):
                sides[known[word].side] += 1
    for number in actor.names:
        if not names[number].polity:
            nouns, side = _before(parse, names[number])
            actor.nouns.update(noun for noun in nouns if role_kinds()[noun] == actor.kind)
            if side:
                sides[side] += 1
        if actor.kind == "place":
            actor.nouns.update(_noun_of(parse, names[number]))
    if actor.kind == "person":
        sides.update(_parties(parse, [names[number] for number in actor.names], parties))
    elif party := party_of_members(actor.key):
        sides[party] += 10
    if actor.kind == "state" or (actor.kind == "place" and not sides and actor.key in known):
        actor.side = actor.key
    elif sides:
        actor.side = sides.most_common(1)[0][0]
    if genders:
        actor.gender = genders.most_common(1)[0][0]
    actor.plural = actor.kind == "group"
    if actor.kind == "organization":
        actor.nouns.update(word.lower() for word in actor.key.split())


def _parties(parse: Parse, names: list[Name], parties: dict[int, str]) -> Counter[str]:
    """The party that is said beside a name tells more than a country in its title."""
    found = [party for name in names if (party := party_of(parse, name, parties))]
    return Counter({party: 10 * found.count(party) for party in found})


def _noun_of(parse: Parse, name: Name) -> list[str]:
    """ "the |town| of Bergen"."""
    of = name.first - 1
    noun = parse.lower[of - 1] if of > 0 and parse.lower[of] == "of" else ""
    return [noun] if role_kinds().get(noun) == "place" else []


def _before(parse: Parse, name: Name) -> tuple[list[str], str]:
    """Roles and the side before a name: "|Norwegian |broadcaster NRK"."""
    known = polities()
    nouns, side = [], ""
    for i in range(name.first - 1, max(-1, name.first - 7), -1):
        if (
            parse.pos[i] not in ("NOUN", "PROPN", "ADJ", "PART")
            or parse.sent[i] != parse.sent[name.first]
        ):
            break
        if parse.lower[i] in role_kinds():
            nouns.append(parse.lower[i])
        if parse.word[i] in known:
            side = known[parse.word[i]].side
            break
    return nouns, side
