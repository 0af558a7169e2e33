"""Who does what to whom in a sentence: subjects, objects and what phrases reach.

Read off the dependency parse (ClearNLP labels), with its usual dress undone: passive, relative
clauses, control ("accused X of doing", "urged X to do"), conjunction, reduced clauses.
Every function takes the parse and a word's index, and gives words' indices back.
"""

from __future__ import annotations

from functools import cache

from newsread.lexicons import read_lexicon, words_for
from newsread.relatives import RELATIVE, antecedent
from newsread.tree import Parse

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECT = frozenset({"dobj", "dative", "oprd"})
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
# Verbs whose subject, not object, does what the infinitive says ("promised him to go").
SUBJECT_DOES = "its subject does what the infinitive says"
# Verbs that name whom they move to act after a preposition ("call on", "appeal to").
MOVES_AFTER = "moves somebody named after this preposition to do it"
# "accused X of doing", "blamed X for doing": X does it.
OBJECT_DOES = frozenset({"of", "for", "from", "into", "over", "with"})
CLIMB = 6
# "a comment on the criticism of X": two prepositions up, a verb has little to do with the noun.
FARTHEST = 1


def is_passive(parse: Parse, verb: int) -> bool:
    if parse.tag[verb] not in ("VBN", "VBD"):
        return False
    deps = {parse.dep[c] for c in parse.children[verb]}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if parse.tag[verb] == "VBD" or deps & {"aux", "nsubj", "dobj"}:
        return False
    if parse.dep[verb] == "conj":
        return is_passive(parse, parse.head[verb])
    return parse.dep[verb] in ("acl", "amod", "advcl", "oprd", "acomp", "ccomp", "xcomp")


def surface_subject(parse: Parse, i: int, steps: int = CLIMB) -> int | None:
    """The subject a verb or a predicate shows or takes over from a clause above it."""
    for c in reversed(parse.children[i]):  # of two the nearer: "A lawyer, Mr. Lake supports ..."
        if parse.dep[c] in SUBJECT:
            return antecedent(parse, c)
        if parse.dep[c] == "aux":  # at times the model hangs the subject there
            for d in parse.children[c]:
                if parse.dep[d] in SUBJECT:
                    return antecedent(parse, d)
    if steps == 0 or parse.head[i] == i:
        return None
    rule = INHERIT.get(parse.dep[i])
    return rule(parse, i, parse.head[i], steps - 1) if rule else None


def _from_head(parse: Parse, i: int, head: int, steps: int) -> int | None:
    if parse.tag[head] in NOUN:
        return None
    return surface_subject(parse, head, steps)


def _conjunct(parse: Parse, i: int, head: int, steps: int) -> int | None:
    if parse.tag[head] in NOUN:
        return noun_subject(parse, head, steps) if parse.tag[i] in NOUN else None
    return surface_subject(parse, head, steps)


def _controlled(parse: Parse, i: int, head: int, steps: int) -> int | None:
    lemma = parse.lemma[head]
    if parse.tag[i] == "VB" or parse.tag[i] == "VBG":
        for moved in objects_after(parse, head, _moves_after().get(lemma, ())):
            return moved
        if lemma not in words_for("verb_uses", SUBJECT_DOES):
            for c in parse.children[head]:
                if parse.dep[c] in OBJECT and c < i and parse.tag[c] in NOUN:
                    return antecedent(parse, c)
    return surface_subject(parse, head, steps)


@cache
def _moves_after() -> dict[str, tuple[str, ...]]:
    """Verb -> the prepositions after which those stand whom it moves to act."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in sorted(words_for("verb_uses", MOVES_AFTER)):
        verb, preposition = entry.split()
        found[verb] = (*found.get(verb, ()), preposition)
    return found


def _after_preposition(parse: Parse, i: int, head: int, steps: int) -> int | None:
    above = parse.head[head]
    if parse.tag[above] in NOUN:
        return noun_subject(parse, above, steps)
    if parse.lower[head] in OBJECT_DOES:
        if is_passive(parse, above):
            return surface_subject(parse, above, steps)
        for c in parse.children[above]:
            if parse.dep[c] == "dobj" and c < i:
                return antecedent(parse, c)
    return surface_subject(parse, above, steps)


def _reduced_clause(parse: Parse, i: int, head: int, steps: int) -> int | None:
    if any(parse.dep[c] == "aux" and parse.lower[c] == "to" for c in parse.children[i]):
        return noun_subject(parse, head, steps)
    return head


def _predicate(parse: Parse, i: int, head: int, steps: int) -> int | None:
    if parse.dep[i] == "oprd":
        for c in parse.children[head]:
            if parse.dep[c] in ("dobj", "oprd") and c < i:
                return antecedent(parse, c)
    return surface_subject(parse, head, steps)


INHERIT = {
    "conj": _conjunct,
    "advcl": _from_head,
    "ccomp": _from_head,
    "xcomp": _controlled,
    "pcomp": _after_preposition,
    "acl": _reduced_clause,
    "relcl": lambda parse, i, head, steps: head,
    "amod": lambda parse, i, head, steps: head,
    "acomp": _predicate,
    "attr": _predicate,
    "oprd": _predicate,
}


def agent(parse: Parse, verb: int) -> list[int]:
    """ "by X" of a passive."""
    return objects_after(parse, verb, ("by",))


def subjects(parse: Parse, verb: int) -> list[int]:
    """Who does it."""
    if is_passive(parse, verb):
        prefix = [c for c in parse.children[verb] if parse.dep[c] == "npadvmod" and c == verb - 2]
        return agent(parse, verb) or prefix  # "backed by X", "X-backed"
    found = surface_subject(parse, verb)
    if found is None:
        return []
    if parse.dep[verb] in ("acl", "relcl") and found == parse.head[verb] and is_thing(parse, found):
        speaker = noun_subject(parse, found)
        if speaker not in (None, found, verb):
            return [found, speaker]
    return [found]


def is_thing(parse: Parse, noun: int) -> bool:
    """A common noun for nobody: "a statement", "millions"."""
    return parse.tag[noun] in ("NN", "NNS") and parse.lemma[noun] not in _somebody()


@cache
def _somebody() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_lexicon("roles") if row["kind"] != "place")


def objects(parse: Parse, verb: int) -> list[int]:
    """To whom it is done."""
    if is_passive(parse, verb):
        found = surface_subject(parse, verb)
        return [] if found is None else [found]
    direct = [antecedent(parse, c) for c in parse.children[verb] if parse.dep[c] in OBJECT]
    if not direct and parse.dep[verb] == "relcl" and _has_own_subject(parse, verb):
        return [parse.head[verb]]
    return direct or [
        c
        for c in parse.children[verb]
        if parse.dep[c] == "npadvmod" and c > verb and parse.tag[c] in ("NNP", "NNPS")
    ]


def _has_own_subject(parse: Parse, verb: int) -> bool:
    return any(
        parse.dep[c] in SUBJECT and parse.tag[c] not in RELATIVE for c in parse.children[verb]
    )


def objects_after(parse: Parse, i: int, prepositions: tuple[str, ...] | frozenset) -> list[int]:
    """The words that a word's prepositions govern ("against X", "out against X")."""
    if not prepositions:
        return []
    found: list[int] = []
    for c in parse.children[i]:
        dep = parse.dep[c]
        if dep in ("prep", "agent", "dative", "prt", "advmod") or parse.tag[c] == "IN":
            if parse.lower[c] in prepositions:
                found.extend(governed(parse, c))
            elif dep in ("prt", "advmod", "prep"):
                for d in parse.children[c]:
                    if parse.dep[d] == "prep" and parse.lower[d] in prepositions:
                        found.extend(governed(parse, d))
    return found


def governed(parse: Parse, preposition: int) -> list[int]:
    return [
        antecedent(parse, c)
        for c in parse.children[preposition]
        if parse.dep[c] in ("pobj", "pcomp", "amod", "dobj")
    ]


def governor(parse: Parse, noun: int) -> int | None:
    """The verb whose object (or whose preposition's object) a noun is."""
    i, hops = noun, 0
    for _ in range(CLIMB):
        head = parse.head[i]
        hops += parse.dep[i] == "pobj"
        if head == i or hops > FARTHEST:
            return None
        if parse.dep[i] in SUBJECT and parse.dep[i] != "nsubjpass":
            return None
        if parse.pos[head] in ("VERB", "AUX"):
            return head
        if parse.dep[i] not in ("dobj", "pobj", "prep", "conj", "attr", "compound", "nsubjpass"):
            return None
        i = head
    return None


def noun_subject(parse: Parse, noun: int, steps: int = CLIMB) -> int | None:
    """Who does what a noun says: its possessor, its "by X", or the subject of its verb."""
    for c in parse.children[noun]:
        if parse.dep[c] == "poss":
            return antecedent(parse, c)
    for found in objects_after(parse, noun, ("by",)):
        return found
    verb = governor(parse, noun)
    if verb is None or steps == 0:
        return None
    return surface_subject(parse, verb, steps - 1)
