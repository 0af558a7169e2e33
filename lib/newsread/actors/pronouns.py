"""Who a pronoun means: the most present actor that it can stand for.

After Lappin and Leass (1994): each actor named before is weighed by where in its sentence it
stands, how far back, and how often; those of another gender or number, and those that grammar
rules out, are not considered.
"""

from __future__ import annotations

from newsread.actors.acting import acting_verbs
from newsread.actors.actor import Actor
from newsread.actors.discourse import MAN, PEOPLE, SOMEONE, THING, THINGS, WOMAN, Discourse
from newsread.actors.lexicon_words import cue_words
from newsread.actors.quoting import Quoted
from newsread.lexicons import words_for
from newsread.tree import Parse

# pronoun -> (class, gender)
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("group", "")),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("speaker", "")),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("speakers", "")),
}
SPEAKERS = ("speaker", "speakers")
# What else than an actor a pronoun of the class and gender may stand for.
OTHERS = {
    ("thing", ""): {THING},
    ("group", ""): {THINGS, PEOPLE, SOMEONE},
    ("person", "m"): {SOMEONE, MAN},
    ("person", "f"): {SOMEONE, WOMAN},
}
# No thing does what takes a will.
LIFELESS = {THING, THINGS}
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
UNITS = frozenset({"organization", "state", "place"})
PER_SENTENCE = 0.6
PER_PARAGRAPH = 0.15
ABOVE = 0.3
NAMELESS = 0.3
LATEST = 0.45
RELATIVE = frozenset({"WP", "WDT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LEAST = 0.0
THING_BONUS = 0.25
PARALLEL = 0.2
SPEAKS_ON = 0.4
AGAIN = 0.15
IN_QUOTATION = 0.3
THAT = frozenset({"ccomp", "xcomp", "acl", "advcl", "csubj", "csubjpass"})


def resolve_pronoun(discourse: Discourse, quoted: Quoted, i: int) -> tuple[int, str, float]:
    """(actor or -1, how, confidence) for the pronoun at word ``i``."""
    kind, gender = PRONOUNS[discourse.parse.lower[i]]
    if kind in SPEAKERS:
        return _speaker(discourse, quoted, i)
    if kind == "thing" and is_empty(discourse, i):
        return -1, "stands for nothing", 0.0
    if kind == "thing" and _is_fact(discourse.parse, i):
        return -1, "stands for what was said", 0.0
    ranked = rank(discourse, quoted, i, kind, gender)
    if not ranked:
        return -1, "nobody before it fits", 0.0
    if ranked[0][1] < 0:
        discourse.add_unnamed(i, ranked[0][1])
        return -1, "something or somebody without a name fits better", 0.0
    best = ranked[0]
    if gender and not discourse.actors[best[1]].gender:
        discourse.actors[best[1]].gender = gender
    margin = best[0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    return best[1], "most present that fits", round(min(0.9, 0.5 + 0.25 * max(0.0, margin)), 2)


def _speaker(discourse: Discourse, quoted: Quoted, i: int) -> tuple[int, str, float]:
    word = quoted.speaker(i)
    actor = discourse.actor_of(word) if word >= 0 else -1
    if actor < 0:
        return -1, "speaker not found", 0.0
    return actor, "speaker of the quotation", 0.8


def _is_fact(parse: Parse, i: int) -> bool:
    """ "The union knew it": an ``it`` that stands for a clause."""
    return parse.dep[i] == "dobj" and parse.lemma[parse.head[i]] in cue_words("fact by verb")


def is_empty(discourse: Discourse, i: int) -> bool:
    """ "It rained", "it is clear that": an ``it`` that stands for nothing."""
    parse = discourse.parse
    if parse.dep[i] == "expl":
        return True
    if parse.dep[i] not in ("nsubj", "nsubjpass"):
        return False
    verb = parse.head[i]
    if parse.lemma[verb] in cue_words("empty it"):
        return True
    said = (c for c in parse.children[verb] if parse.dep[c] == "attr")
    if parse.lemma[verb] == "be" and any(parse.lemma[c] in cue_words("empty it is") for c in said):
        return True
    if parse.lemma[verb] == "be" or parse.dep[i] == "nsubjpass":
        has_predicate = any(parse.dep[c] in ("acomp", "attr", "prep") for c in parse.children[verb])
        has_clause = any(parse.dep[c] in THAT and c > verb for c in parse.children[verb]) or any(
            parse.dep[g] in THAT
            for c in parse.children[verb]
            if parse.dep[c] in ("acomp", "attr")
            for g in parse.children[c]
        )
        return has_clause and (has_predicate or parse.dep[i] == "nsubjpass")
    return False


def rank(
    discourse: Discourse, quoted: Quoted, i: int, kind: str, gender: str
) -> list[tuple[float, int]]:
    """(weight, actor) of those it may stand for, best first."""
    parse = discourse.parse
    apart = _barred(discourse, i)
    barred = {discourse.at.get(word, -1) for word in apart}
    weights: dict[int, float] = {}
    place = discourse.place(i)
    speaker = quoted.speaker(i)
    if speaker >= 0 and kind == "person":
        barred.add(discourse.actor_of(speaker))  # a speaker says "I" of himself
    says = _says(parse, i)
    above = _subjects_above(parse, i)
    latest = _latest_subject(parse, i)
    others = OTHERS[kind, gender] - (LIFELESS if acts(parse, i) else set())
    for trace in discourse.everything(i):
        known = trace.actor >= 0
        if trace.place < 0 or (not known and trace.actor not in others) or trace.word in apart:
            continue
        actor = discourse.actors[trace.actor] if known else None
        if known and (trace.actor in barred or not _agrees(actor, kind, gender)):
            continue
        weight = (
            1.0
            + trace.place
            - PER_SENTENCE * (parse.sent[i] - trace.sent)
            - PER_PARAGRAPH * (parse.paragraph[i] - trace.paragraph)
        )
        if trace.actor in LIFELESS:
            weight += THING_BONUS
        else:
            weight += PARALLEL * (trace.place >= 0.9 and place >= 0.9)
            weight += ABOVE * (trace.word in above) + LATEST * (trace.word == latest)
            speaks = says and trace.sent < parse.sent[i] and _says(parse, trace.word)
            weight += SPEAKS_ON * speaks
        if quoted.inside[i] < 0 <= quoted.inside[trace.word]:
            weight -= IN_QUOTATION
        if known:
            weight += _suits(actor, kind, gender) + AGAIN * (trace.form == "pronoun")
        weights[trace.actor] = max(weights.get(trace.actor, -9.0), weight)
    ranked = sorted(
        ((weight + _fame(discourse, actor), actor) for actor, weight in weights.items()),
        reverse=True,
    )
    return [pair for pair in ranked if pair[0] > LEAST]


def _suits(actor: Actor, kind: str, gender: str) -> float:
    """How well the actor's own nature goes with the pronoun."""
    weight = 0.0 if actor.resolved else -NAMELESS
    if gender and actor.gender == gender:
        weight += 0.3
    if kind == "group":
        weight += 0.8 if actor.plural else -0.2 if actor.kind == "organization" else -0.6
    if kind == "thing" and actor.kind == "place":
        weight -= 0.5
    return weight


def _fame(discourse: Discourse, actor: int) -> float:
    return min(0.4, 0.08 * discourse.count[actor]) if actor >= 0 else 0.0


def acts(parse: Parse, i: int) -> bool:
    """Is the word the subject of a verb that takes a will?"""
    return parse.dep[i] == "nsubj" and parse.lemma[parse.head[i]] in acting_verbs()


def _subjects_above(parse: Parse, i: int) -> set[int]:
    """The subject of the clause that the pronoun's own clause hangs on."""
    verb = parse.head[i]
    for _ in range(6):
        if parse.head[verb] == verb:
            break
        verb = parse.head[verb]
        found = {c for c in parse.children[verb] if c < i and parse.dep[c] in SUBJECTS}
        if found:
            return found
    return set()


def _latest_subject(parse: Parse, i: int) -> int:
    """The last subject before it in its sentence."""
    for j in range(i - 1, parse.sentences[parse.sent[i]][0] - 1, -1):
        if parse.dep[j] in SUBJECTS and parse.tag[j] not in RELATIVE:
            return j
    return -1


def _says(parse: Parse, i: int) -> bool:
    return parse.dep[i] == "nsubj" and acting_verbs().get(parse.lemma[parse.head[i]]) == "says"


def _agrees(actor: Actor, kind: str, gender: str) -> bool:
    if kind == "person":
        return actor.kind == "person" and not actor.plural and actor.gender in ("", gender)
    if kind == "thing":
        return actor.kind in UNITS and not actor.plural
    return actor.kind in ("organization", "state", "group") or actor.plural


def _barred(discourse: Discourse, i: int) -> set[int]:
    """The words that grammar keeps apart from the pronoun: what they stand for it does not."""
    parse = discourse.parse
    if parse.lower[i].endswith(("self", "selves")):
        return set()
    rule = BARRED_BY.get(parse.dep[i])
    return rule(parse, i, parse.head[i]) if rule else set()


def _not_the_owned(parse: Parse, i: int, owned: int) -> set[int]:
    """ "Lee met his brother Ray", "Ray was his deputy": Ray is not "his"."""
    barred = {owned}
    barred.update(c for c in parse.children[owned] if parse.dep[c] in ("appos", "compound"))
    if parse.dep[owned] == "attr":
        barred.update(c for c in parse.children[parse.head[owned]] if parse.dep[c] in SUBJECTS)
    return barred


def _not_named_later(parse: Parse, i: int, verb: int) -> set[int]:
    """Nobody named further on in its clause, nor in the words that it says.

    "It said that Oslo agreed"; "“Ray is wrong,” he said".
    """
    barred = set(range(i + 1, parse.right[verb] + 1))
    for child in parse.children[verb]:
        if child < i and parse.dep[child] == "ccomp":
            barred.update(range(parse.left[child], parse.right[child] + 1))
    above = parse.head[verb]
    moves = words_for("verb_uses", MOVES)
    if parse.dep[verb] == "ccomp" and parse.lemma[above] in moves and _is_bare(parse, verb):
        barred.update(_not_beside_it(parse, i, above))  # "Lee demanded that she resign"
    return barred


def _is_bare(parse: Parse, verb: int) -> bool:
    """ "that she resign": nobody says when."""
    helpers = ("aux", "auxpass")
    return parse.lower[verb] == parse.lemma[verb] and not any(
        parse.dep[c] in helpers for c in parse.children[verb]
    )


def _not_beside_it(parse: Parse, i: int, governor: int) -> set[int]:
    """ "Lee saw him", "Lee came and saw him": he is not Lee."""
    verb = governor
    while parse.dep[verb] in ("prep", "agent") and parse.head[verb] != verb:
        verb = parse.head[verb]
    beside = {c for c in parse.children[verb] if parse.dep[c] in BESIDE and c != i}
    while parse.dep[verb] == "conj" and not any(parse.dep[c] in SUBJECTS for c in beside):
        verb = parse.head[verb]
        beside |= {c for c in parse.children[verb] if parse.dep[c] in SUBJECTS}
    return beside


# Whoever demands that somebody resign does not mean to resign.
MOVES = "moves somebody to do it"
BESIDE = SUBJECTS | {"dobj", "dative"}
BARRED_BY = {
    "poss": _not_the_owned,
    "nsubj": _not_named_later,
    "nsubjpass": _not_named_later,
    "dobj": _not_beside_it,
    "dative": _not_beside_it,
    "pobj": _not_beside_it,
}
