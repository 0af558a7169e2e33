"""Descriptions beside a name, or said of it: the grammar tells whose they are."""

from __future__ import annotations

from newsread.actors.answers import NOBODY, Answer
from newsread.actors.descriptions import Description
from newsread.actors.discourse import Discourse
from newsread.actors.learning import learn, may_be

CLOSING = frozenset({",", ".", ";", ")", "—", "–", ":"})

BEING = frozenset({"be", "become", "remain"})


def beside_a_name(discourse: Discourse, d: Description) -> Answer:
    """ "Ann Lee, a teacher", "the teacher, Ann Lee"."""
    parse, at = discourse.parse, discourse.at
    if parse.dep[d.head] == "appos":
        actor = at.get(parse.head[d.head], -1)
        if actor >= 0 and may_be(discourse.actors[actor], d):
            learn(actor, discourse, d)
            return Answer(actor, "in apposition to the name", 0.9)
    for child in parse.children[d.head]:
        if parse.dep[child] == "appos":
            actor = at.get(child, -1)
            if actor >= 0 and may_be(discourse.actors[actor], d):
                learn(actor, discourse, d)
                return Answer(actor, "in apposition to the name", 0.9)
    actor = _across_a_comma(discourse, d)
    if actor >= 0 and may_be(discourse.actors[actor], d):
        learn(actor, discourse, d)
        return Answer(actor, "in apposition to the name", 0.8)
    return NOBODY


def before_a_name(discourse: Discourse, d: Description) -> int:
    """ "Norwegian public broadcaster NRK": one phrase, of which the name is the mention."""
    parse = discourse.parse
    last = d.last
    for child in parse.children[d.head]:
        if parse.dep[child] == "conj" and child > last:
            last = child  # "lawyer and poet Ann Lee"
    _, actor = discourse.name_from.get(last + 1, (-1, -1))
    touches = d.last == d.head and parse.tag[d.head] == "NN" and not d.plural
    return actor if actor >= 0 and touches and may_be(discourse.actors[actor], d) else -1


def _across_a_comma(discourse: Discourse, d: Description) -> int:
    """The name before or after the phrase, where the parser missed an apposition."""
    word, tag = discourse.parse.word, discourse.parse.tag
    if d.plural or d.role.kind not in ("person", "somebody", "organization"):
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


def said_of_somebody(discourse: Discourse, d: Description) -> Answer:
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
    if served and d.role.kind not in ("person", "somebody"):
        return NOBODY
    if any(parse.dep[child] == "neg" for child in parse.children[verb]):
        return NOBODY
    for child in parse.children[verb]:
        if parse.dep[child] in ("nsubj", "nsubjpass"):
            actor = discourse.at.get(child, -1)
            if actor >= 0 and may_be(discourse.actors[actor], d):
                learn(actor, discourse, d)
                return Answer(actor, "said of the subject", 0.8)
    return NOBODY
