"""Which names are the same actor's, and why.

Each rule merges names and says so; an actor's ``how`` lists the rules that built it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from newsread.actors.countries import polities
from newsread.actors.name_words import given_names, name_heads, role_kinds, titles
from newsread.actors.names import Name
from newsread.tree import Parse

# Words that a name may have or lack and stay the same: "the Times", "Acme Inc".
EMPTY = frozenset(
    "the of and for & - 's inc inc. corp corp. ltd ltd. plc co co. ag jr jr. sr sr.".split()
)
# A bare "Church" is looked for among so many names before it.
NEAR = 60
OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}
OF_SOMEBODY = ("surname", "first name", "misspelt")
BODIES = ("organization", "other")
# A capital after these is a place, unless it is with, between or against it.
PLACE_PREPOSITIONS = frozenset(
    "in at near outside around across through inside via over into throughout within above "
    "from to".split()
)
MOVING = frozenset(
    "go come fly travel arrive return leave drive move walk flee head depart march send bring "
    "take ship bear live reside be live meet visit".split()
)


@dataclass(slots=True)
class Actor:
    """One actor: its names (places in the list of names) and what is known of it."""

    key: str
    kind: str
    side: str = ""
    gender: str = ""
    plural: bool = False
    names: list[int] = field(default_factory=list)
    hows: Counter = field(default_factory=Counter)
    whys: dict[int, str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    resolved: bool = True
    guess: str = ""


def merge_names(parse: Parse, names: list[Name]) -> tuple[list[Actor], list[int]]:
    """The actors in order of first name, and for each name its actor's number (-1: none)."""
    keys = _keys(parse, names)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            groups[key[:2]].append(number)
    actors: list[Actor] = []
    owner = [-1] * len(names)
    for (kind, label), members in groups.items():
        actor = Actor(label, kind, names=members)
        for number in members:
            owner[number] = len(actors)
            actor.hows[keys[number][2]] += 1
            actor.whys[number] = keys[number][2]
        _describe(parse, names, actor)
        actors.append(actor)
    _make_unique(actors)
    return actors, owner


def _keys(parse: Parse, names: list[Name]) -> list[tuple[str, str, str] | None]:
    """(kind, key, why) of each name."""
    people = _merge_people(names)
    halves = _halves(names)
    kinds = {name.form: name.kind for name in names}
    bodies = _merge_bodies(parse, names)
    keys: list[tuple[str, str, str] | None] = []
    for number, name in enumerate(names):
        if name.polity:
            keys.append(_polity_key(parse, name))
        elif name.form in halves:
            kind = next(p.kind for p in polities().values() if p.actor == halves[name.form])
            keys.append((kind, halves[name.form], f"{name.form}: short for it"))
        elif name.kind == "person" or people.get(number, ("", ""))[1] in OF_SOMEBODY:
            keys.append(("person", *people[number]))
        elif name.kind in BODIES:
            form, why = _body_key(bodies, keys, name)
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


# ------------------------------------------------------------------ states


def _polity_key(parse: Parse, name: Name) -> tuple[str, str, str] | None:
    polity = name.polity
    if polity.relation == "capital":
        if _acts(parse, name):
            whole = polities().get(polity.actor, polity)  # Brussels may stand for a bloc
            return (whole.kind, polity.actor, f"{name.form}: capital for the state")
        return ("place", name.form, "a capital as a place")
    if polity.relation == "people":
        return ("group", name.form, "people of a state")
    if polity.relation == "adjective" or not polity.actor:
        return None
    kind = polity.kind
    why = {
        "name": "list of states",
        "demonym": f"{name.form}: adjective of the state",
        "metonym": f"{name.form}: seat of its government",
    }[polity.relation]
    return (kind, polity.actor, why)


def _acts(parse: Parse, name: Name) -> bool:
    """Does a capital stand for its state here?"""
    head = head_word(parse, name.first, name.last)
    dep, governor = parse.dep[head], parse.head[head]
    while dep == "conj":
        head = governor
        dep, governor = parse.dep[head], parse.head[head]
    if dep in ("nsubj", "nsubjpass", "agent", "dobj", "dative"):
        return parse.lemma[governor].lower() not in MOVING or dep == "nsubj"
    if dep == "poss":
        return True
    if dep == "pobj":
        preposition = parse.lower[governor]
        verb = parse.lemma[parse.head[governor]].lower()
        if preposition in PLACE_PREPOSITIONS:
            return preposition == "from" and verb in ("split", "secede", "demand", "withdraw")
        return preposition in ("with", "between", "against", "by", "toward", "towards", "for")
    return False


# ------------------------------------------------------------------ people


def _merge_people(names: list[Name]) -> dict[int, tuple[str, str]]:
    """Number of a person's name -> (fullest name, why)."""
    people = [
        (number, name)
        for number, name in enumerate(names)
        if name.kind == "person" or (name.kind == "other" and " " not in name.form)
    ]
    full = _full_names(list(dict.fromkeys(name.form for _, name in people)))
    by_part: dict[str, list[str]] = defaultdict(list)
    by_start: dict[str, list[str]] = defaultdict(list)
    for form in dict.fromkeys(full.values()):
        words = _words(form)
        if len(words) > 1:
            for part in dict.fromkeys((words[-1], words[0])):
                by_part[part].append(form)
            by_start[words[-1][:2]].append(form)
    result: dict[int, tuple[str, str]] = {}
    often = Counter(full[name.form] for _, name in people)
    last_seen: dict[str, int] = {}  # full name -> number of the last name that meant it
    for number, name in people:
        words = _words(name.form)
        if full[name.form] != name.form:
            result[number] = full[name.form], "part of the full name"
        elif len(words) > 1:
            result[number] = name.form, "full name"
        else:
            result[number] = _bearer(name, words, by_part, by_start, last_seen, often)
        last_seen[result[number][0]] = number
    return result


def _full_names(forms: list[str]) -> dict[str, str]:
    """Form -> the one longer form that it is a part of, or itself."""
    full: dict[str, str] = {}
    by_last: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: -len(form.split())):
        words = _words(form)
        last = words[-1] if words else ""
        holders = [other for other in by_last[last] if _fits(words, _words(other))]
        if not holders and len(words) > 1:
            holders = [
                other
                for other in by_last[last]
                if len(_words(other)) == len(words) and _misspelt(words[0], _words(other)[:1])
            ]
        full[form] = holders[0] if len(holders) == 1 and len(words) > 1 else form
        if full[form] == form:
            by_last[last].append(form)
    return full


def _bearer(
    name: Name,
    words: list[str],
    by_part: dict[str, list[str]],
    by_start: dict[str, list[str]],
    last_seen: dict[str, int],
    often: Counter[str],
) -> tuple[str, str]:
    """Whose a single word is: the last person before it that has it in their full name."""
    form = name.form
    gender = titles().get(name.title, "")
    options = [
        other
        for other in (by_part.get(words[0], ()) if words else ())
        if not gender or given_names().get(other.split()[0], gender) in ("", gender)
    ]
    if not options:
        near = [other for other in by_start.get(form[:2], ()) if _misspelt(form, _words(other))]
        if len(near) == 1:
            return near[0], "misspelt"
        known = gender and by_part.get(form)
        return (f"{name.title} {form}" if known else form), "same name"
    surname = [other for other in options if _words(other)[-1] == words[0]]
    pool = surname or options
    # Of two seen before it, whoever is named in full more often; then the last one seen.
    best = max(
        pool,
        key=lambda other: (
            other in last_seen,
            often[other],
            last_seen.get(other, -1),
            -pool.index(other),
        ),
    )
    return best, "surname" if surname else "first name"


def _misspelt(surname: str, words: list[str]) -> bool:
    """One letter more, less or other than the surname."""
    other = words[-1] if words else ""
    if min(len(surname), len(other)) < 5 or surname[0] != other[0]:
        return False
    if abs(len(surname) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(surname), len(other)) and surname[same] == other[same]:
        same += 1
    ends = (surname[same:], other[same:])
    return any(
        a == b
        for a, b in (
            (ends[0][1:], ends[1]),
            (ends[0], ends[1][1:]),
            (ends[0][1:], ends[1][1:]),
        )
    )


def _words(form: str) -> list[str]:
    return [word for word in form.split() if word.lower() not in EMPTY]


def _fits(short: list[str], long: list[str]) -> bool:
    """ "Ann Lee" or "A. Lee" in "Ann Mary Lee"."""
    if len(short) >= len(long) + 1 or not short or short[-1] != long[-1]:
        return False
    rest = iter(long[:-1])
    return all(
        any(word == other or (word.rstrip(".") == other[0]) for other in rest)
        for word in short[:-1]
    )


# ------------------------------------------------------------------ organisations


def _merge_bodies(parse: Parse, names: list[Name]) -> dict[str, tuple[str, str]]:
    """Form of an organisation's name -> (its fullest name, why)."""
    forms = list(dict.fromkeys(n.form for n in names if n.kind in BODIES and not n.polity))
    result = {form: (form, "same name") for form in forms}
    bracketed = _bracketed(parse, names)
    often = Counter(name.form for name in names)
    by_length = sorted(forms, key=lambda form: -len(form))
    initials: dict[str, str] = {}
    for form in by_length:
        if len(form.split()) > 1:
            for key in _initials(form):
                initials.setdefault(key, form)
    tops: list[tuple[str, list[str]]] = []
    inside: dict[str, list[str]] = defaultdict(list)  # a word -> full names with it
    for form in by_length:
        words = [word.lower() for word in _words(form)]
        short = form.replace(".", "")
        if form in bracketed:
            result[form] = (bracketed[form], "in brackets after the name")
            continue
        if short in initials and initials[short] != form:
            result[form] = (initials[short], "initials")
            continue
        holders = [
            top
            for top in dict.fromkeys(inside.get(words[0], ()) if words else ())
            if _contained(words, [word.lower() for word in _words(top)])
        ]
        if len(holders) > 1:  # of several, the one that is named again and again
            holders = [top for top in holders if often[top] > 1] or holders
        if len(holders) == 1 and not _bare_head(words):
            result[form] = (holders[0], "part of the full name")
            continue
        tops.append((form, words))
        for word in words:
            inside[word].append(form)
    for form, (top, why) in list(result.items()):
        if result.get(top, (top,))[0] != top:
            result[form] = (result[top][0], why)
    return result


def _bracketed(parse: Parse, names: list[Name]) -> dict[str, str]:
    """Short form -> long form, where one stands in brackets after the other."""
    found: dict[str, str] = {}
    for one, two in pairwise(names):
        if one.kind not in BODIES or two.kind not in BODIES or one.form == two.form:
            continue
        between = parse.word[one.last + 1 : two.first]
        if between in (["("], ["(", "the"]) and parse.word[two.last + 1 : two.last + 2] == [")"]:
            short, long = sorted((one.form, two.form), key=len)
            initials = short.isupper() and short[0] == long[0] and " " in long
            if initials or short.lower() in long.lower():
                found[short] = long
    return found


def _initials(form: str) -> list[str]:
    words = [word for word in re.split(r"[\s-]+", form) if word]
    capital = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0].upper() for word in words if word[0].isalpha())
    return [key for key in (capital, every) if len(key) > 1]


def _contained(short: list[str], long: list[str]) -> bool:
    n = len(short)
    return any(long[i : i + n] == short for i in range(len(long) - n + 1))


def _bare_head(words: list[str]) -> bool:
    return len(words) == 1 and (
        words[0].capitalize() in name_heads() or words[0].capitalize() in polities()
    )


def _body_key(bodies, keys, name: Name) -> tuple[str, str]:
    """A bare "Church" is the last church named before it."""
    form, why = bodies[name.form]
    word = name.form.lower()
    if " " not in form and _bare_head([word]):
        for key in reversed(keys[-NEAR:]):
            if key and key[0] in BODIES and word in key[1].lower().split():
                return key[1], "part of the full name"
    return form, why


# ------------------------------------------------------------------ what is known of an actor


def head_word(parse: Parse, first: int, last: int) -> int:
    """The word of a stretch that the others hang on."""
    for i in range(last, first - 1, -1):
        if not first <= parse.head[i] <= last or parse.head[i] == i:
            return i
    return last


def _describe(parse: Parse, names: list[Name], actor: Actor) -> None:
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
    if actor.kind == "state" or (actor.kind == "place" and not sides and actor.key in known):
        actor.side = actor.key
    elif sides:
        actor.side = sides.most_common(1)[0][0]
    if genders:
        actor.gender = genders.most_common(1)[0][0]
    actor.plural = actor.kind == "group"
    if actor.kind == "organization":
        actor.nouns.update(word.lower() for word in actor.key.split())


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


def _make_unique(actors: list[Actor]) -> None:
    """Two actors of one name and different kinds get the kind after their name."""
    count = Counter(actor.key for actor in actors)
    for actor in actors:
        if count[actor.key] > 1 and actor.kind != "state":
            actor.key = f"{actor.key} ({actor.kind})"
