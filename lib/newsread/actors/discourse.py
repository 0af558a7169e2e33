"""What a reader has in mind at a given word: the actors so far, and how present each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from newsread.actors.actor import Actor
from newsread.actors.descriptions import roles
from newsread.actors.lexicon_words import cue_words
from newsread.actors.name_words import person_roles
from newsread.tree import Parse

# How much standing in this place of a sentence draws attention.
PLACES = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "agent": 0.6,
    "dobj": 0.55,
    "dative": 0.5,
    "poss": 0.45,
    "appos": 0.3,
    "attr": 0.3,
    "pobj": 0.35,
    "compound": -1.0,
    "amod": -1.0,
    "nmod": -1.0,
}
ELSEWHERE = 0.3
# Who or what is no actor, but may be what a pronoun stands for.
THING, THINGS, SOMEONE, MAN, WOMAN, PEOPLE = -1, -2, -3, -4, -5, -6
# Sentences a pronoun or a description may reach back.
WINDOW = 4
# As many actors are remembered under one noun.
MOST = 30


@dataclass(slots=True)
class Mention:
    """Words ``first`` to ``last`` refer to ``actor`` (its number; -1: not known)."""

    first: int
    last: int
    head: int
    form: str
    actor: int
    how: str
    confidence: float


@dataclass(slots=True)
class Trace:
    """A mention as it is remembered."""

    word: int
    sent: int
    paragraph: int
    actor: int
    place: float
    form: str


class Discourse:
    """The actors, the mentions so far, and which actor each head word stands for."""

    def __init__(self, parse: Parse, actors: list[Actor]) -> None:
        self.parse = parse
        self.actors = actors
        self.mentions: list[Mention] = []
        self.at: dict[int, int] = {}
        self.by_key = {actor.key: number for number, actor in enumerate(actors)}
        self.main_places = [
            number
            for number, actor in enumerate(actors)
            if actor.kind == "place" and len(actor.names) > 1
        ]
        self.by_lower = {key.lower(): number for key, number in self.by_key.items()}
        self.main_states = sorted(
            (k for k, actor in enumerate(actors) if actor.kind == "state" and len(actor.names) > 1),
            key=lambda k: -len(actors[k].names),
        )
        self.name_from: dict[int, tuple[int, int]] = {}  # first word -> (last word, actor)
        self.name_to: dict[int, int] = {}  # last word -> actor
        self.traces: list[Trace] = []
        self.latest: dict[int, Trace] = {}
        self.by_noun: dict[str, dict[int, None]] = defaultdict(dict)
        self.owned: dict[tuple[int, str], int] = {}
        self.works_for: dict[int, int] = {}  # "Acme's chair" -> Acme
        self.posts: dict[tuple[int, str], set[int]] = {}  # Acme's "chair": who, in the whole text
        self.now: dict[int, int] = {}  # a described actor that turned out to have a name
        self.count: list[int] = [0] * len(actors)  # mentions so far
        self.total: list[int] = [len(actor.names) for actor in actors]  # names in the whole text

    def new_actor(self, actor: Actor) -> int:
        """The actor's number; its key made unlike the others'."""
        while actor.key in self.by_key:
            actor.key += " (not named)"
        self.by_key[actor.key] = len(self.actors)
        self.actors.append(actor)
        self.count.append(0)
        self.total.append(0)
        return len(self.actors) - 1

    def called(self, noun: str, number: int) -> None:
        """From here on the noun may mean the actor; the latest of many come last."""
        known = self.by_noun[noun]
        known[number] = None
        if len(known) > MOST:
            del known[next(iter(known))]

    def so_called(self, nouns: Iterable[str]) -> list[int]:
        return list(dict.fromkeys(n for noun in nouns for n in self.by_noun.get(noun, ())))

    def own(self, owner: int, noun: str, number: int) -> None:
        """The owner's "father" is this actor; one only described before was the same."""
        before = self.owned.get((owner, noun), number)
        if before != number and not self.actors[before].resolved:
            self.now[before] = number
        self.owned[owner, noun] = number
        if self.actors[owner].kind == "organization" and self.actors[number].kind == "person":
            self.works_for[number] = owner

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.at[mention.head] = mention.actor
        if mention.actor < 0:
            return
        self.count[mention.actor] += 1
        parse, head = self.parse, mention.head
        trace = Trace(
            head,
            parse.sent[head],
            parse.paragraph[head],
            mention.actor,
            max(self.place(head), self._as_owner(mention)),
            mention.form,
        )
        self.traces.append(trace)
        self.latest[mention.actor] = trace
        if self.count[mention.actor] == 1:
            for noun in self.actors[mention.actor].nouns:
                self.called(noun, mention.actor)

    def _as_owner(self, mention: Mention) -> float:
        """ "Acme chief executive Ann Lee" is as much of Acme as "Acme's chief executive" is."""
        after = mention.last + 1
        if self.actors[mention.actor].kind != "organization" or after >= len(self.parse):
            return PLACES["compound"]
        word = self.parse.lower[after]
        employs = word in person_roles() or word in cue_words("before a role")
        return PLACES["poss"] if employs else PLACES["compound"]

    def add_thing(self, i: int) -> None:
        """A noun that is no actor, but that a pronoun may stand for."""
        self.add_unnamed(i, self._thing_or_person(i, self.parse.tag[i] in ("NNS", "NNPS")))

    def add_unnamed(self, i: int, number: int) -> None:
        """A word for a thing or a person without a name: THING, SOMEONE, …"""
        parse = self.parse
        trace = Trace(i, parse.sent[i], parse.paragraph[i], number, self.place(i), "thing")
        self.traces.append(trace)

    def _thing_or_person(self, i: int, plural: bool) -> int:
        """A teacher whom nobody names is no "it", but may be "she"."""
        role = roles().get(self.parse.lower[i]) or roles().get(self.parse.lemma[i])
        if role is None or role.kind not in ("person", "somebody", "group"):
            return THINGS if plural else THING
        if plural or role.kind == "group":
            return PEOPLE
        return {"m": MAN, "f": WOMAN}.get(role.gender, SOMEONE)

    def actor_of(self, i: int) -> int:
        """The actor that the phrase around word ``i`` stands for, or -1."""
        if self.at.get(i, -1) >= 0:
            return self.at[i]
        for child in self.parse.children[i]:
            if self.parse.dep[child] == "appos" and self.at.get(child, -1) >= 0:
                return self.at[child]
        if self.parse.dep[i] == "appos":
            return self.at.get(self.parse.head[i], -1)
        return -1

    def place(self, i: int) -> float:
        parse = self.parse
        dep = parse.dep[i]
        for _ in range(4):
            if dep in ("conj", "appos") and parse.head[i] != i:
                i = parse.head[i]
                dep = parse.dep[i]
        return PLACES.get(dep, ELSEWHERE)

    def recent(self, i: int, window: int = WINDOW):
        """Traces of actors before word ``i``, latest first, ``window`` sentences back."""
        return (trace for trace in self.everything(i, window) if trace.actor >= 0)

    def everything(self, i: int, window: int = WINDOW):
        """The same, with what is no actor."""
        sent = self.parse.sent[i]
        for trace in reversed(self.traces):
            if trace.sent < sent - window:
                return
            if trace.word < i:
                yield trace
