"""Descriptions that take up somebody named before: "the ministry", "the boy"."""

from __future__ import annotations

from newsread.actors.actor import Actor
from newsread.actors.answers import NOBODY, Answer
from newsread.actors.descriptions import ANYTHING, Description, roles
from newsread.actors.discourse import Discourse
from newsread.actors.learning import may_be
from newsread.actors.lexicon_words import near_synonyms, nouns_for
from newsread.actors.owners import DEFINITE, is_definite, owner, side_of
from newsread.tree import Parse

# Sentences that "the teacher" may reach back.
FAR = 12
# Sentences in which somebody described first is named.
SOON = 2


def somebodys(discourse: Discourse, d: Description) -> Answer:
    """ "his father", when his father has been spoken of."""
    mine, _ = owner(discourse, d)
    actor = discourse.owned.get((mine, discourse.parse.lower[d.head]), -1) if mine >= 0 else -1
    if actor < 0 or not may_be(discourse.actors[actor], d):
        return NOBODY
    return Answer(actor, f"the same one of {discourse.actors[mine].key}", 0.8)


def spoken_for(discourse: Discourse, d: Description) -> Answer:
    """ "her client" of somebody who was called Lee's lawyer: Lee."""
    mine, _ = owner(discourse, d)
    if mine < 0 or d.plural or _lemma(discourse, d) != "client":
        return NOBODY
    for (whose, noun), lawyer in discourse.owned.items():
        if lawyer == mine and noun in nouns_for("speaks for a client"):
            return Answer(whose, f"whose {noun} {discourse.actors[mine].key} is", 0.8)
    return NOBODY


def employers(discourse: Discourse, d: Description) -> Answer:
    """ "our company" of somebody who was called Acme's chair: Acme."""
    mine, _ = owner(discourse, d)
    number = discourse.works_for.get(mine, -1)
    if number < 0 or d.plural or not _fits_noun(discourse.actors[number], d, _lemma(discourse, d)):
        return NOBODY
    return Answer(number, f"whom {discourse.actors[mine].key} works for", 0.6)


def holder_of_a_post(discourse: Discourse, d: Description) -> Answer:
    """ "the chief executive of Acme", where the text tells of one Acme boss Ann Lee."""
    mine, _ = owner(discourse, d)
    noun = discourse.parse.lower[d.head]
    if mine < 0 or d.plural or not is_definite(discourse, d):
        return NOBODY
    nouns = {noun} | near_synonyms().get(noun, frozenset())
    holders = {who for post in nouns for who in discourse.posts.get((mine, post), ())}
    if len(holders) != 1:
        return NOBODY
    return Answer(holders.pop(), f"who has this post at {discourse.actors[mine].key}", 0.7)


def _lemma(discourse: Discourse, d: Description) -> str:
    return discourse.parse.lemma[d.head].lower()


def known_by_it(discourse: Discourse, d: Description) -> Answer:
    """ "the ministry" for "the Norwegian Ministry of Trade"; "the teacher" for a known one."""
    parse = discourse.parse
    noun, lemma = parse.lower[d.head], _lemma(discourse, d)
    mine, _ = owner(discourse, d)
    if not is_definite(discourse, d) and not (mine >= 0 and d.plural):
        return NOBODY
    same = near_synonyms().get(noun, frozenset())
    best: tuple[float, int] | None = None
    for number in discourse.so_called((noun, lemma, *sorted(same))):
        trace = discourse.latest.get(number)
        actor = discourse.actors[number]
        if trace is None or number == mine:
            continue
        if not same & actor.nouns and (
            actor.plural != d.plural or not (d.plural or may_be(actor, d))
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
    if discourse.actors[best[1]].key == f"the {noun}":  # not "the Kenyan company"
        named = _named_since(discourse, d, best[1])
        if named.actor >= 0:
            return named
    return Answer(best[1], f"called {noun!r} before", 0.75)


def _named_since(discourse: Discourse, d: Description, nameless: int) -> Answer:
    """ "The company that ran it … Nordvik said … the company": Nordvik, and it ran it."""
    answer = taken_up(discourse, d)
    if answer.actor < 0 or not discourse.actors[answer.actor].resolved:
        return NOBODY
    named, before = discourse.latest[answer.actor], discourse.latest[nameless]
    if named.word < before.word:
        return NOBODY
    if discourse.count[answer.actor] == 1 and named.sent - before.sent <= SOON:
        discourse.now[nameless] = answer.actor
    return answer


def taken_up(discourse: Discourse, d: Description) -> Answer:
    """ "the company", "the boy": the most present actor of the kind."""
    parse = discourse.parse
    lemma = _lemma(discourse, d)
    if lemma not in nouns_for("anyone of its kind") or d.plural or not _has_bare_article(parse, d):
        return NOBODY
    best: tuple[float, int] | None = None
    beside = _subject_beside(discourse, d.head)
    for trace in discourse.recent(d.head, 5):
        actor = discourse.actors[trace.actor]
        if actor.plural or trace.actor == beside or not _fits_noun(actor, d, lemma):
            continue
        if _whose_people_speak(parse, trace.word, d.head):
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


def _whose_people_speak(parse: Parse, i: int, description: int) -> bool:
    """ "Analysts at Acme said the company …": they speak of another."""
    before = parse.head[i]
    return (
        parse.sent[i] == parse.sent[description]
        and parse.dep[i] == "pobj"
        and parse.dep[before] == "prep"
        and parse.lower[before] in ("at", "with", "from")
        and parse.dep[parse.head[before]] == "nsubj"
    )


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
        if lemma in nouns_for("a business") and actor.nouns & nouns_for("no business"):
            return False
        return actor.kind == "organization" and (
            lemma in nouns_for("any organization")
            or lemma in actor.nouns
            or not any(known.get(noun, ANYTHING).kind == "organization" for noun in actor.nouns)
        )
    if d.role.kind in ("state", "place"):
        if lemma in ("country", "nation", "state", "republic"):
            return actor.kind == "state"
        its = [noun for noun in actor.nouns if known.get(noun, ANYTHING).kind == "place"]
        return actor.kind == "place" and (lemma in its or not its)
    return may_be(actor, d)


def only_place(discourse: Discourse, d: Description) -> Answer:
    """ "the region" before any is named: the one place that the text is about."""
    lemma = _lemma(discourse, d)
    if d.role.kind != "place" or d.plural or lemma not in nouns_for("anyone of its kind"):
        return NOBODY
    if not _has_bare_article(discourse.parse, d):
        return NOBODY
    if len(discourse.main_places) != 1:
        return NOBODY
    return Answer(discourse.main_places[0], "the only place the text keeps naming", 0.4)
