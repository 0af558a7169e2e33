"""Those who act and are never named, and whose they may be."""

from __future__ import annotations

import re
from collections import defaultdict

from newsread.actors.acting import acting_verbs
from newsread.actors.actor import Actor
from newsread.actors.answers import NOBODY, Answer
from newsread.actors.countries import polities
from newsread.actors.descriptions import Description
from newsread.actors.discourse import Discourse
from newsread.actors.learning import may_be
from newsread.actors.owners import DEFINITE, is_definite, owner, side_of
from newsread.tree import Parse

NAMELESS = "never named"


def own_actor(discourse: Discourse, d: Description) -> Answer:
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
    kind = "group" if d.plural else _kind(discourse, d, mine)
    key = _phrase(discourse, d, mine, word)
    named = discourse.by_lower.get(key.lower().removeprefix("the "), -1)
    if named >= 0 and may_be(discourse.actors[named], d):
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


def _kind(discourse: Discourse, d: Description, mine: int) -> str:
    """The rival of a company is one, too; the rival of a person is a person."""
    if d.role.kind != "somebody":
        return d.role.kind
    return discourse.actors[mine].kind if mine >= 0 else "person"


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
    elif mine >= 0 and parse.tag[word] in ("PRP$", "WP$") and word == d.first:
        words = [discourse.actors[mine].key + "'s", *words[1:]]
    elif _begins_sentence(parse, d.first) and words[0] not in polities():
        words = [words[0].lower(), *words[1:]]
    text = re.sub(r" (?=['’](?:s\b| )|[,.;:)-])|(?<=[(-]) ", "", " ".join(words))
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
    nameless = {
        k
        for k, actor in enumerate(discourse.actors)
        if actor.guess == NAMELESS and actor.kind == "organization"
    }
    if not nameless:
        return
    acting: dict[int, dict[int, int]] = defaultdict(dict)  # sentence -> state -> its word
    for trace in discourse.traces:
        if trace.actor < 0 or trace.form != "name":
            continue
        is_subject = parse.dep[trace.word] == "nsubj"
        of_sentence = parse.dep[parse.head[trace.word]] == "ROOT"
        if is_subject and of_sentence and discourse.actors[trace.actor].kind == "state":
            acting[trace.sent][trace.actor] = trace.word
    near: dict[int, set[int]] = {k: set() for k in nameless}
    others: dict[int, set[int]] = {k: set() for k in nameless}
    for mention in discourse.mentions:
        if mention.actor in nameless:
            sent = parse.sent[mention.head]
            for around in (sent - 1, sent, sent + 1):
                for state, word in acting[around].items():
                    near[mention.actor].add(state)
                    if parse.left[word] <= mention.head <= parse.right[word]:
                        others[mention.actor].add(state)  # "Norway, the government's ally"
    for k, states in near.items():
        if len(states) == 1 and not others[k]:
            actor, state = discourse.actors[k], discourse.actors[states.pop()].key
            actor.side = state
            actor.guess = f"never named; perhaps of {state}, which acts in the sentences around it"
