"""Who a description means: "the ministry", "its rival", "officials in Oslo", "a teacher".

Only nouns of ``data/lexicons/roles.csv`` are looked at. A description beside a name (apposition)
or said of it ("is", "became") is that actor's. A definite one means an actor named before that it
fits. One that fits nobody, but belongs to somebody, is an actor of its own on that side.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsread.actors.acting import acting_verbs
from newsread.actors.countries import polities
from newsread.actors.discourse import Discourse
from newsread.actors.merging import Actor
from newsread.lexicons import read_lexicon
from newsread.tree import Parse

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CLOSING = frozenset({",", ".", ";", ")", "—", "–", ":"})
OWNING = frozenset({"of", "in", "from", "for", "at", "with", "to"})
BEING = frozenset({"be", "become", "remain"})
# Nouns that mean the one on the other side of a relation.
OTHERS = frozenset(
    {
        "rival",
        "counterpart",
        "opponent",
        "enemy",
        "adversary",
        "foe",
        "neighbor",
        "neighbour",
        "ally",
        "partner",
        "successor",
        "predecessor",
    }
)
# Nouns general enough to take up anyone of their kind.
GENERAL = frozenset(
    "man woman boy girl lady gentleman teenager teen youth child person company firm business "
    "organization organisation group agency country nation state republic city town village team "
    "club party band charity newspaper magazine station university school region territory enclave "
    "area island district province movement union association site website network bank lender "
    "insurer airline carrier retailer supermarket manufacturer maker carmaker automaker brewer "
    "broadcaster publisher utility bloc alliance watchdog regulator".split()
)
# An organisation of any sort may be called so.
ANY_BODY = frozenset("group organization organisation company firm body institution".split())
# Words of one family may take each other up when they have the same owner.
FAMILIES = (
    frozenset(
        "officials official representatives representative authorities leaders leadership "
        "spokesperson spokespeople".split()
    ),
    frozenset(
        "peacekeepers peacekeeper force forces troops soldiers army military contingent "
        "units unit servicemen".split()
    ),
    frozenset(
        "people population residents inhabitants citizens community locals villagers".split()
    ),
    frozenset("government administration cabinet regime leadership".split()),
)


class Role(NamedTuple):
    kind: str
    gender: str


class Description(NamedTuple):
    first: int
    last: int
    head: int
    role: Role
    plural: bool


# A noun in one of these places may be said of somebody though it is no role ("a legend").
SAID_OF = frozenset({"attr", "appos"})
ANYTHING = Role("any", "")


@cache
def roles() -> dict[str, Role]:
    return {row["noun"]: Role(row["kind"], row["gender"]) for row in read_lexicon("roles")}


def find_descriptions(parse: Parse, covered: list[bool]) -> dict[int, Description]:
    """Noun phrases headed by a role noun, by head word. ``covered``: words inside names."""
    found: dict[int, Description] = {}
    known = roles()
    for i, tag in enumerate(parse.tag):
        if tag[:2] != "NN" or covered[i]:
            continue
        plural = tag in ("NNS", "NNPS")
        role = known.get(parse.lower[i]) or known.get(parse.lemma[i].lower())
        if role is None:
            if parse.dep[i] not in SAID_OF or tag != "NN":
                continue
            role = ANYTHING
        if parse.dep[i] in ("compound", "nmod") and parse.head[i] != i:
            continue
        plural = plural or (role.kind == "group" and not role.gender)
        found[i] = Description(_left(parse, i), _right(parse, i), i, role, plural)
    return found


def _left(parse: Parse, i: int) -> int:
    left = i
    for child in parse.children[i]:
        if child >= i:
            break
        if parse.dep[child] not in ("punct", "cc", "preconj", "appos", "relcl", "acl", "advcl"):
            left = parse.left[child]
            break
    while left < i and parse.pos[left] in ("PUNCT", "ADP", "CCONJ"):
        left += 1
    if left == i and i > 1 and parse.word[i - 1] == "-":  # "a co-founder"
        left = i - 2
        if i > 2 and parse.tag[i - 3] in ("DT", "PRP$"):
            left = i - 3
    return left


def _right(parse: Parse, i: int) -> int:
    """The noun and its "of …" or "in …", without clauses and appositions."""
    for child in parse.children[i]:
        if child == i + 1 and parse.dep[child] == "prep" and parse.lower[child] in OWNING:
            for below in parse.children[child]:
                short = below - child <= 6
                owner_like = parse.lower[child] == "of" or _is_somebody(parse, below)
                if parse.dep[below] == "pobj" and short and owner_like:
                    return _right(parse, below)
    return i


def _is_somebody(parse: Parse, i: int) -> bool:
    return parse.pos[i] == "PROPN" or parse.lower[i] in roles()


SIDE = "the side of the actor before it"
NAMELESS = "never named"


class Answer(NamedTuple):
    actor: int
    how: str
    confidence: float


NOBODY = Answer(-1, "", 0.0)


def resolve_description(discourse: Discourse, description: Description) -> Answer:
    """The actor a description means, by the first rule that speaks."""
    named = _before_a_name(discourse, description)
    if named >= 0:
        _learn(named, discourse, description)
        if owner(discourse, description)[0] >= 0 and description.first < description.head:
            return Answer(named, "before the name", 0.9)
        return NOBODY
    rules = BY_GRAMMAR if description.role is ANYTHING else BY_GRAMMAR + BY_SENSE
    for rule in rules:
        answer = rule(discourse, description)
        if answer.actor >= 0:
            return answer
    return NOBODY


# ------------------------------------------------------------------ the grammar says so


def _beside_a_name(discourse: Discourse, d: Description) -> Answer:
    """ "Ann Lee, a teacher", "the teacher, Ann Lee"."""
    parse, at = discourse.parse, discourse.at
    if parse.dep[d.head] == "appos":
        actor = at.get(parse.head[d.head], -1)
        if actor >= 0 and _may_be(discourse.actors[actor], d):
            _learn(actor, discourse, d)
            return Answer(actor, "in apposition to the name", 0.9)
    for child in parse.children[d.head]:
        if parse.dep[child] == "appos":
            actor = at.get(child, -1)
            if actor >= 0 and _may_be(discourse.actors[actor], d):
                _learn(actor, discourse, d)
                return Answer(actor, "in apposition to the name", 0.9)
    actor = _across_a_comma(discourse, d)
    if actor >= 0 and _may_be(discourse.actors[actor], d):
        _learn(actor, discourse, d)
        return Answer(actor, "in apposition to the name", 0.8)
    return NOBODY


def _before_a_name(discourse: Discourse, d: Description) -> int:
    """ "Norwegian public broadcaster NRK": one phrase, of which the name is the mention."""
    parse = discourse.parse
    last = d.last
    for child in parse.children[d.head]:
        if parse.dep[child] == "conj" and child > last:
            last = child  # "lawyer and poet Ann Lee"
    _, actor = discourse.name_from.get(last + 1, (-1, -1))
    touches = d.last == d.head and parse.tag[d.head] == "NN" and not d.plural
    return actor if actor >= 0 and touches and _may_be(discourse.actors[actor], d) else -1


def _across_a_comma(discourse: Discourse, d: Description) -> int:
    """The name before or after the phrase, where the parser missed an apposition."""
    word, tag = discourse.parse.word, discourse.parse.tag
    if d.plural or d.role.kind not in ("person", "organization"):
        return -1
    after = word[d.last + 1] if d.last + 1 < len(word) else ""
    if d.first > 1 and word[d.first - 1] == "," and after in CLOSING:
        actor = discourse.name_to.get(d.first - 2, -1)
        if actor >= 0:
            return actor
    if after == "," and tag[d.first] != "IN":
        last, actor = discourse.name_from.get(d.last + 2, (-1, -1))
        if actor >= 0 and last + 1 < len(word) and word[last + 1] not in ("and", "or"):
            return actor
    return -1


def _said_of_somebody(discourse: Discourse, d: Description) -> Answer:
    """ "Lee is a teacher and poet", "Lee became president", "Lee served as mayor"."""
    parse = discourse.parse
    noun = d.head
    while parse.dep[noun] == "conj" and parse.head[noun] != noun:
        noun = parse.head[noun]
    governor = parse.head[noun]
    served = parse.dep[noun] == "pobj" and parse.lower[governor] == "as"
    if d.plural or not (served or parse.dep[noun] == "attr"):
        return NOBODY
    verb = parse.head[governor] if served else governor
    if not served and parse.lemma[verb] not in BEING:
        return NOBODY
    if served and d.role.kind != "person":
        return NOBODY
    if any(parse.dep[child] == "neg" for child in parse.children[verb]):
        return NOBODY
    for child in parse.children[verb]:
        if parse.dep[child] in ("nsubj", "nsubjpass"):
            actor = discourse.at.get(child, -1)
            if actor >= 0 and _may_be(discourse.actors[actor], d):
                _learn(actor, discourse, d)
                return Answer(actor, "said of the subject", 0.8)
    return NOBODY


def _learn(number: int, discourse: Discourse, d: Description) -> None:
    """What the actor is called here, and so what may take it up later."""
    actor = discourse.actors[number]
    noun = discourse.parse.lower[d.head]
    actor.nouns.add(noun)
    discourse.called(noun, number)
    if actor.kind == "person" and d.role.gender and not actor.gender:
        actor.gender = d.role.gender
    if actor.kind == "other" and d.role.kind in ("person", "organization"):
        actor.kind = d.role.kind
    mine, _ = owner(discourse, d)
    if noun in OTHERS:  # "his Kenyan counterpart" is on Kenya's side, not on his
        called = _polity_before(discourse, d)
        mine = -1 if called is None else called
    if mine >= 0:
        discourse.own(mine, noun, number)
        if not actor.side:
            actor.side = side_of(discourse.actors[mine])


def _may_be(actor: Actor, d: Description) -> bool:
    if d.role is ANYTHING:
        return actor.kind == "person"
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


# ------------------------------------------------------------------ owners and sides


def owner(discourse: Discourse, d: Description) -> tuple[int, int]:
    """(actor, word) the description belongs to: "Norway's …", "its …", "… of Norway"; -1: none."""
    parse, at = discourse.parse, discourse.at
    for child in parse.children[d.head]:
        if parse.dep[child] == "poss" and at.get(child, -1) >= 0:
            return at[child], child
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


def _a_side(discourse: Discourse, d: Description) -> Answer:
    """ "the Norwegian side": the state itself."""
    if discourse.parse.lower[d.head] != "side":
        return NOBODY
    number, word = owner(discourse, d)
    if number >= 0 and discourse.parse.dep[word] in ("amod", "compound", "nmod"):
        return Answer(number, SIDE, 0.9)
    return NOBODY


def _other_one(discourse: Discourse, d: Description) -> Answer:
    """ "its rival": the most mentioned of its kind that is not the owner."""
    if discourse.parse.lemma[d.head] not in OTHERS or d.plural:
        return NOBODY
    number, word = owner(discourse, d)
    if number < 0 or discourse.parse.dep[word] != "poss":
        return NOBODY
    mine = discourse.actors[number]
    called = _polity_before(discourse, d)
    if called is not None:
        return _counterpart(discourse, d, mine, called)
    if mine.kind != "state":
        return NOBODY
    other = next((k for k in discourse.main_states if k != number), -1)
    return Answer(other, "the other state of the text", 0.6) if other >= 0 else NOBODY


def _polity_before(discourse: Discourse, d: Description) -> int | None:
    parse = discourse.parse
    for child in parse.children[d.head]:
        if child < d.head and parse.dep[child] in ("amod", "compound", "nmod"):
            number = discourse.at.get(child, -1)
            if number >= 0 and discourse.actors[number].kind in ("state", "place"):
                return number
    return None


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


# ------------------------------------------------------------------ taken up from before

# Sentences that "the teacher" may reach back.
FAR = 12


def is_definite(discourse: Discourse, d: Description) -> bool:
    parse = discourse.parse
    return any(
        parse.lower[child] in DEFINITE or parse.dep[child] == "poss"
        for child in parse.children[d.head]
        if child < d.head
    )


def _somebodys(discourse: Discourse, d: Description) -> Answer:
    """ "his father", when his father has been spoken of."""
    mine, _ = owner(discourse, d)
    actor = discourse.owned.get((mine, discourse.parse.lower[d.head]), -1) if mine >= 0 else -1
    if actor < 0 or not _may_be(discourse.actors[actor], d):
        return NOBODY
    return Answer(actor, f"the same one of {discourse.actors[mine].key}", 0.8)


def _known_by_it(discourse: Discourse, d: Description) -> Answer:
    """ "the ministry" for "the Norwegian Ministry of Trade"; "the teacher" for a known one."""
    parse = discourse.parse
    noun, lemma = parse.lower[d.head], parse.lemma[d.head].lower()
    mine, _ = owner(discourse, d)
    if not is_definite(discourse, d) and not (mine >= 0 and d.plural):
        return NOBODY
    same = _family(noun)
    best: tuple[float, int] | None = None
    for number in discourse.so_called((noun, lemma, *sorted(same))):
        trace = discourse.latest.get(number)
        actor = discourse.actors[number]
        if trace is None or number == mine:
            continue
        if not same & actor.nouns and (
            actor.plural != d.plural or not (d.plural or _may_be(actor, d))
        ):
            continue
        if d.role.gender and actor.gender not in ("", d.role.gender):
            continue
        if mine >= 0 and side_of(actor) != side_of(discourse.actors[mine]):
            continue
        far = parse.sent[d.head] - trace.sent
        if far > (FAR if actor.kind == "person" else 10 * FAR):
            continue
        weight = trace.place - 0.3 * far
        if best is None or weight > best[0]:
            best = weight, number
    if best is None:
        return NOBODY
    return Answer(best[1], f"called {noun!r} before", 0.75)


def _family(noun: str) -> frozenset[str]:
    return next((family for family in FAMILIES if noun in family), frozenset())


def _taken_up(discourse: Discourse, d: Description) -> Answer:
    """ "the company", "the boy": the most present actor of the kind."""
    parse = discourse.parse
    lemma = parse.lemma[d.head].lower()
    if lemma not in GENERAL or d.plural or not _has_bare_article(parse, d):
        return NOBODY
    best: tuple[float, int] | None = None
    beside = _subject_beside(discourse, d.head)
    for trace in discourse.recent(d.head, 5):
        actor = discourse.actors[trace.actor]
        if actor.plural or trace.actor == beside or not _fits_noun(actor, d, lemma):
            continue
        weight = (
            trace.place
            - 0.5 * (parse.sent[d.head] - trace.sent)
            + min(0.5, 0.1 * discourse.count[trace.actor])
            - (0 if actor.resolved else 0.5)
        )
        if best is None or weight > best[0]:
            best = weight, trace.actor
    if best is None:
        return NOBODY
    return Answer(best[1], f"most present that may be called {lemma!r}", 0.6)


def _subject_beside(discourse: Discourse, i: int) -> int:
    """The actor that is subject where the word ``i`` is object: somebody else."""
    parse = discourse.parse
    while parse.dep[i] in ("pobj", "prep") and parse.head[i] != i:
        i = parse.head[i]
    if parse.dep[i] not in ("dobj", "prep", "dative"):
        return -1
    verb = parse.head[i]
    subjects = (c for c in parse.children[verb] if parse.dep[c] == "nsubj")
    return next((discourse.at.get(c, -1) for c in subjects), -1)


def _has_bare_article(parse: Parse, d: Description) -> bool:
    return any(
        parse.lower[child] in DEFINITE for child in parse.children[d.head] if child < d.head
    ) and not any(
        parse.dep[child] in ("relcl", "acl", "prep")
        for child in parse.children[d.head]
        if child > d.head
    )


def _fits_noun(actor: Actor, d: Description, lemma: str) -> bool:
    known = roles()
    if d.role.kind == "organization":
        return actor.kind == "organization" and (
            lemma in ANY_BODY
            or lemma in actor.nouns
            or not any(known.get(noun, ANYTHING).kind == "organization" for noun in actor.nouns)
        )
    if d.role.kind in ("state", "place"):
        if lemma in ("country", "nation", "state", "republic"):
            return actor.kind == "state"
        return actor.kind == "place"
    return _may_be(actor, d)


def _only_place(discourse: Discourse, d: Description) -> Answer:
    """ "the region" before any is named: the one place that the text is about."""
    lemma = discourse.parse.lemma[d.head].lower()
    if d.role.kind != "place" or d.plural or lemma not in GENERAL:
        return NOBODY
    if not _has_bare_article(discourse.parse, d):
        return NOBODY
    if len(discourse.main_places) != 1:
        return NOBODY
    return Answer(discourse.main_places[0], "the only place the text keeps naming", 0.4)


# ------------------------------------------------------------------ nobody named


def _own_actor(discourse: Discourse, d: Description) -> Answer:
    """Somebody's, or definite and acting, but never named: an actor of its own."""
    parse = discourse.parse
    mine, word = owner(discourse, d)
    noun = parse.lower[d.head]
    acting = parse.dep[d.head] in ("nsubj", "nsubjpass", "agent", "poss", "pobj", "dobj")
    if not acting or d.role.kind in ("place", "state"):
        return NOBODY
    if mine < 0 and not (is_definite(discourse, d) and d.role.kind == "organization"):
        return NOBODY
    some = is_definite(discourse, d) or d.plural or d.role.kind == "organization"
    if mine >= 0 and not (some or _speaks(parse, d.head)):
        return NOBODY
    side = side_of(discourse.actors[mine]) if mine >= 0 else ""
    kind = "group" if d.plural else d.role.kind
    key = _phrase(discourse, d, mine, word)
    named = discourse.by_lower.get(key.lower().removeprefix("the "), -1)
    if named >= 0 and _may_be(discourse.actors[named], d):
        return Answer(named, "the name in small letters", 0.8)
    known = discourse.by_key.get(key, -1)
    if known >= 0 and not discourse.actors[known].resolved:
        return Answer(known, discourse.actors[known].guess, 0.5)
    new = Actor(key, kind, side=side, gender=d.role.gender, plural=d.plural, resolved=False)
    new.nouns = {noun, parse.lemma[d.head].lower()}
    number = discourse.new_actor(new)
    if mine >= 0 and not d.plural:
        discourse.own(mine, noun, number)
    new.guess = f"never named; belongs to {discourse.actors[mine].key}" if mine >= 0 else NAMELESS
    return Answer(number, new.guess, 0.5)


BY_GRAMMAR = (_beside_a_name, _said_of_somebody)
BY_SENSE = (
    _a_side,
    _other_one,
    _somebodys,
    _known_by_it,
    _taken_up,
    _only_place,
    _own_actor,
)


def _begins_sentence(parse: Parse, i: int) -> bool:
    return parse.sentences[parse.sent[i]][0] == i


def _speaks(parse: Parse, i: int) -> bool:
    """ "A spokesman for the ministry said": somebody worth a row, named or not."""
    return parse.dep[i] == "nsubj" and acting_verbs().get(parse.lemma[parse.head[i]]) == "says"


def _phrase(discourse: Discourse, d: Description, mine: int, word: int) -> str:
    """Its words as a name: "its president" becomes "Norway's president"."""
    parse = discourse.parse
    words = parse.word[d.first : d.last + 1]
    if words[0].lower() in DEFINITE:
        words = ["the", *words[1:]]
    elif mine >= 0 and parse.tag[word] == "PRP$" and word == d.first:
        words = [discourse.actors[mine].key + "'s", *words[1:]]
    elif _begins_sentence(parse, d.first) and words[0] not in polities():
        words = [words[0].lower(), *words[1:]]
    text = re.sub(r" (?=['’]s?\b|[,.;:)-])|(?<=[(-]) ", "", " ".join(words))
    return text


def guess_owners(discourse: Discourse) -> None:
    """Sides of places with people of their own, and of institutions that nobody named.

    The state that acts, as subject of a whole sentence, nearest to where they are mentioned.
    What an institution says of a state stands in a clause of its own and does not count.
    """
    parse = discourse.parse
    sides = {actor.side for actor in discourse.actors}
    for actor in discourse.actors:
        if actor.kind == "place" and not actor.side and actor.key in sides:
            actor.side = actor.key
    nameless = {k for k, actor in enumerate(discourse.actors) if actor.guess == NAMELESS}
    if not nameless:
        return
    acting: dict[int, set[int]] = {}
    for trace in discourse.traces:
        if trace.actor < 0 or trace.form != "name":
            continue
        is_subject = parse.dep[trace.word] == "nsubj"
        of_sentence = parse.dep[parse.head[trace.word]] == "ROOT"
        if is_subject and of_sentence and discourse.actors[trace.actor].kind == "state":
            acting.setdefault(trace.sent, set()).add(trace.actor)
    near: dict[int, set[int]] = {k: set() for k in nameless}
    for mention in discourse.mentions:
        if mention.actor in nameless:
            sent = parse.sent[mention.head]
            for other in (sent - 1, sent, sent + 1):
                near[mention.actor] |= acting.get(other, set())
    for k, states in near.items():
        if len(states) == 1:
            actor, state = discourse.actors[k], discourse.actors[states.pop()].key
            actor.side = state
            actor.guess = f"never named; perhaps of {state}, which acts in the sentences around it"
