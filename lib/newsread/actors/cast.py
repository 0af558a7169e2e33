"""Everyone in an article, and every place where they are referred to.

names -> actors -> descriptions and pronouns, in text order. The answer is kept with the
article's parse; ``find_actors`` and ``find_mentions`` lay it out as tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsread.actors.actor import Actor
from newsread.actors.counterparts import SIDE
from newsread.actors.descriptions import Description, find_descriptions
from newsread.actors.discourse import Discourse, Mention
from newsread.actors.interviews import Interview
from newsread.actors.merging import merge_names
from newsread.actors.name import Name
from newsread.actors.name_words import person_roles
from newsread.actors.nameless import guess_owners
from newsread.actors.names import find_names
from newsread.actors.pronouns import PRONOUN_TAGS, PRONOUNS, SPEAKERS, resolve_pronoun
from newsread.actors.quoting import Quoted
from newsread.actors.resolving import resolve_description
from newsread.actors.spans import head_word
from newsread.article import Article

SURE = {
    "capital for": 0.75,
    "seat of": 0.8,
    "misspelt": 0.6,
    "initials": 0.8,
    "surname": 0.85,
    "first name": 0.7,
    "part of": 0.8,
    "short for": 0.7,
}


# Words of a role between an employer and a name.
LONGEST_ROLE = 4


@dataclass
class Cast:
    actors: list[Actor]
    mentions: list[Mention]
    names: list[Name]


def read_cast(article: Article) -> Cast:
    """The cast as the rules see it, worked out once per article."""
    parse = article.parse
    if "_cast" not in parse.__dict__:
        names = find_names(article)
        actors, owner = merge_names(parse, names)
        parse.__dict__["_cast"] = Cast(actors, _resolve(article, names, actors, owner), names)
    return parse.__dict__["_cast"]


def _resolve(
    article: Article, names: list[Name], actors: list[Actor], owner: list[int]
) -> list[Mention]:
    """Every word in its turn: a name, a description, a pronoun, or a thing."""
    parse = article.parse
    quoted = Quoted(article.quotations, parse)
    discourse = Discourse(parse, actors)
    _know_beforehand(discourse, names, owner)
    interview = Interview(discourse, quoted)
    named = {name.first: number for number, name in enumerate(names)}
    covered = [False] * len(parse)
    for name in names:
        covered[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
    descriptions = find_descriptions(parse, covered)
    waiting: list[int] = []
    for i in range(len(parse)):
        if i in named:
            _add_name(discourse, names[named[i]], named[i], owner[named[i]])
        elif i in descriptions:
            _add_description(discourse, descriptions, i)
        elif parse.tag[i] in PRONOUN_TAGS and quoted.inside[i] < 0 and interview.who(i) >= 0:
            how = "question or answer of an interview"
            discourse.add(Mention(i, i, i, "pronoun", interview.guest, how, 0.6))
        elif parse.tag[i] in PRONOUN_TAGS and parse.lower[i] in PRONOUNS:
            if not _add_pronoun(discourse, quoted, i) and quoted.speaker(i) > i:
                waiting.append(i)
        elif parse.tag[i] in ("NN", "NNS") and not covered[i] and parse.dep[i] != "compound":
            discourse.add_thing(i)
    for i in waiting:  # "“I will go,” she said": who she is came after
        if PRONOUNS[parse.lower[i]][0] in SPEAKERS:
            _add_pronoun(discourse, quoted, i)
    _name_the_described(discourse)
    guess_owners(discourse)
    return _without_doubles(discourse.mentions)


def _know_beforehand(discourse: Discourse, names: list[Name], owner: list[int]) -> None:
    """Names are known in the whole text, also those to come."""
    for name, actor in zip(names, owner, strict=True):
        discourse.at[head_word(discourse.parse, name.first, name.last)] = actor
        discourse.name_from[name.first] = name.last, actor
        discourse.name_to[name.last] = actor
    _note_employers(discourse, names, owner)


def _add_name(discourse: Discourse, name: Name, number: int, actor: int) -> None:
    head = head_word(discourse.parse, name.first, name.last)
    how = "nobody in particular"
    if actor >= 0:
        how = discourse.actors[actor].whys.get(number, name.how)
    discourse.add(Mention(name.first, name.last, head, "name", actor, how, sure_of(how)))


def _add_pronoun(discourse: Discourse, quoted: Quoted, i: int) -> bool:
    actor, how, confidence = resolve_pronoun(discourse, quoted, i)
    if actor >= 0:
        discourse.add(Mention(i, i, i, "pronoun", actor, how, confidence))
    return actor >= 0


def _name_the_described(discourse: Discourse) -> None:
    """Mentions of one that was described first go to the name it got later."""
    for mention in discourse.mentions:
        if mention.actor in discourse.now:
            mention.how, mention.confidence = "described first, named later", 0.6
        for _ in range(3):
            mention.actor = discourse.now.get(mention.actor, mention.actor)


def _note_employers(discourse: Discourse, names: list[Name], owner: list[int]) -> None:
    """ "Acme chief executive |Ann Lee": she works for Acme."""
    parse, actors = discourse.parse, discourse.actors
    for before, name, employer, number in zip(names, names[1:], owner, owner[1:], strict=False):
        between = range(before.last + 1, name.first)
        if (
            min(employer, number) >= 0
            and 0 < len(between) <= LONGEST_ROLE
            and actors[employer].kind in ("organization", "other")
            and actors[number].kind == "person"
            and parse.lower[between[-1]] in person_roles()
            and not any(parse.pos[i] == "PUNCT" for i in between)
        ):
            discourse.works_for[number] = employer
            discourse.posts.setdefault((employer, parse.lower[between[-1]]), set()).add(number)


def _without_doubles(mentions: list[Mention]) -> list[Mention]:
    """ "the Norwegian side" is one mention of Norway, not two."""
    whole = {
        i: mention.actor
        for mention in mentions
        if mention.form == "description" and mention.how == SIDE
        for i in range(mention.first, mention.last)
    }
    return [
        m for m in mentions if m.form != "name" or whole.get(m.first, -1) != m.actor or m.actor < 0
    ]


def sure_of(how: str) -> float:
    """How sure a name is its actor's, by the rule that put it there."""
    return next((sure for words, sure in SURE.items() if words in how), 0.9)


def _add_description(discourse: Discourse, descriptions: dict[int, Description], i: int) -> None:
    """Resolve the description at word ``i``, after the one in its "of …"."""
    if i not in descriptions:
        return
    description = descriptions.pop(i)
    parse = discourse.parse
    for child in parse.children[i]:
        if child > i and parse.dep[child] == "prep":
            for below in parse.children[child]:
                _add_description(discourse, descriptions, below)
    answer = resolve_description(discourse, description)
    if answer.actor >= 0:
        first, last, head = description[:3]
        discourse.add(
            Mention(first, last, head, "description", answer.actor, answer.how, answer.confidence)
        )
    else:
        discourse.add_thing(i)
