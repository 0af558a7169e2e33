"""Words that carry a stance, and which words of the sentence hold it or are meant by it.

Each entry of data/lexicons/stance.csv names a frame, "holder slots > target slots": where in the
sentence its holder stands and where its target. A slot is a grammatical place (``subj``, ``obj``,
``poss``, ...) or a preposition. What is said of a phrase is then passed on inside it: to criticise
X's plan is to criticise X, to reject an attack on Y is to be for Y.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newsread.lexicons import read_lexicon
from newsread.stances import roles
from newsread.stances.polar_words import polar_words
from newsread.tree import Parse


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of data/lexicons/stance.csv."""

    trigger: str
    kind: str
    frame: str
    holder: tuple[str, ...]
    target: tuple[str, ...]
    act: str
    polarity: int
    strength: float
    cameo: str
    second: str


class Reached(NamedTuple):
    """A word reached from a slot: with which sign, how surely, by which steps, from where."""

    token: int
    sign: int = 1
    sure: float = 1.0
    path: str = ""
    place: str = ""


class Firing(NamedTuple):
    """An entry that fired: its words, who may hold it, who may be meant, and what weakens it.

    ``negated`` and ``hedged`` are the words that do so, "" where none does.
    """

    entry: Entry
    token: int
    last: int
    holders: tuple[Reached, ...]
    targets: tuple[Reached, ...]
    negated: str
    hedged: str


@cache
def entries() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """(kind, first word's lemma) -> entries; those of two words go first."""
    table: dict[tuple[str, str], list[Entry]] = {}
    for row in read_lexicon("stance"):
        first, _, second = row["trigger"].partition(" ")
        holder, _, target = row["frame"].partition(">")
        entry = Entry(
            row["trigger"],
            row["pos"],
            row["frame"],
            tuple(holder.split()),
            tuple(target.split()),
            row["act"],
            int(row["polarity"]),
            float(row["strength"]),
            row["cameo"],
            second,
        )
        table.setdefault((row["pos"], first), []).append(entry)
    return {key: tuple(sorted(found, key=lambda e: not e.second)) for key, found in table.items()}


@cache
def first_words() -> dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]:
    """Lemma -> its kinds with their entries: one look-up per word of the text."""
    words: dict[str, list[tuple[str, tuple[Entry, ...]]]] = {}
    for (kind, first), found in entries().items():
        words.setdefault(first, []).append((kind, found))
    return {first: tuple(found) for first, found in words.items()}


# Which kinds of entry a word with this Penn tag can be.
KINDS = {
    "V": frozenset({"verb", "adj"}),
    "N": frozenset({"noun", "role", "prefix"}),
    "J": frozenset({"adj", "role", "prefix"}),
    "I": frozenset({"prep"}),
    "R": frozenset({"prefix", "adv"}),
}
# Slots from which only equals are reached: the critic of X is not X, nor a cruel X's friend.
ALONE = frozenset({"self", "judged", "doer", "named"})


def find_firings(parse: Parse) -> Iterator[Firing]:
    """Every place where an entry of the lexicon finds its frame, in text order."""
    words = first_words()
    for i, lemma in enumerate(parse.lemma):
        kinds = words.get(lemma)
        if kinds is None or parse.tag[i] == "VBN":
            # "odds", and participles that are listed as adjectives ("alarmed by")
            kinds = (kinds or ()) + words.get(parse.lower[i], ())
        if not kinds:
            continue
        allowed = KINDS.get(parse.tag[i][0], frozenset())
        for kind, found in kinds:
            if kind in allowed:
                yield from _fire(parse, i, found)


def _fire(parse: Parse, i: int, found: tuple[Entry, ...]) -> Iterator[Firing]:
    for entry in found:
        last = i
        if entry.second:
            last = _second_word(parse, i, entry.second)
            if last is None:
                continue
        holders, targets = _fill(parse, i, entry)
        if not targets and entry.target:
            continue
        negated, hedged = weakened(parse, i)
        yield Firing(entry, i, last, tuple(holders), tuple(targets), negated, hedged)
        if entry.second:
            return


def _second_word(parse: Parse, i: int, second: str) -> int | None:
    return next((c for c in parse.children[i] if parse.lower[c] == second and c > i), None)


def _fill(parse: Parse, i: int, entry: Entry) -> tuple[list[Reached], list[Reached]]:
    """Who holds it and who is meant."""
    takes_it = entry.kind == "noun" and _governor_lemma(parse, i) in RECEIVES
    holders = [
        reached
        for slot, token in _slot_words(parse, i, entry.holder)
        if (not (takes_it and slot == "subj") and token != i) or slot == "self"
        for reached in reach(
            parse,
            token,
            BELOW_ROLE if slot == "self" else BELOW_HOLDER,
            place=place_of(parse, i, slot, token),
        )
    ]
    if entry.kind == "verb" and "subj" in entry.holder:
        holders += _who_wants_it(parse, i)
    targets = [
        reached
        for slot, token in _slot_words(parse, i, entry.target)
        for reached in reach(
            parse,
            token,
            BELOW_ROLE if slot in ALONE else BELOW_TARGET,
            _complement_sign(parse, i) if slot == "named" else 1,
            place=place_of(parse, i, slot, token),
        )
        if reached.token != i
    ]
    if takes_it and not targets:
        targets = [
            reached
            for j in subject_of_noun(parse, i)
            for reached in reach(parse, j, BELOW_TARGET, place=NOUN_PLACE_NAMES["subj"])
        ]
    meant = {reached.token for reached in targets}
    return [reached for reached in holders if reached.token not in meant], targets


# How a reader is told where in the sentence holder and target stand.
PLACE_NAMES = {
    "subj": "its subject",
    "obj": "its object",
    "poss": "its owner",
    "mod": "the name before it",
    "self": "whom it names",
    "head": "whom it describes",
    "next": "the name after it",
    "moved": "whom it moves",
    "told": "its object",
    "judged": "whom it describes",
    "doer": "who does it",
    "named": "whom it describes",
    "voice": "who says so",
    "clause": "its clause",
    "claimed": "the subject of its clause",
    "object": "what follows it",
}
NOUN_PLACE_NAMES = PLACE_NAMES | {"subj": "the subject of its verb"}
PASSIVE_PLACE_NAMES = PLACE_NAMES | {
    "subj": "the “by” of the passive",
    "obj": "its passive subject",
}


def place_of(parse: Parse, i: int, slot: str, token: int) -> str:
    """A slot in words: "its object", "what follows “against”"."""
    if slot == "prep":
        above = parse.head[token]
        return f"what follows “{parse.lower[above]}”" if above != i else "what follows it"
    if parse.tag[i][0] == "N":
        return NOUN_PLACE_NAMES[slot]
    return (PASSIVE_PLACE_NAMES if roles.is_passive(parse, i) else PLACE_NAMES)[slot]


def _who_wants_it(parse: Parse, verb: int) -> list[Reached]:
    """To urge others to back X is to back X."""
    above = parse.head[verb]
    if parse.dep[verb] not in ("xcomp", "ccomp") or parse.lemma[above] not in MOVES_OTHERS:
        return []
    if parse.tag[verb] != "VB":
        return []
    own = set(roles.subjects(parse, verb))
    return [
        Reached(
            r.token, r.sign, r.sure * 0.7, r.path, f"who moves others to it (“{parse.word[above]}”)"
        )
        for subject in roles.subjects(parse, above)
        if subject not in own
        for r in reach(parse, subject, BELOW_HOLDER)
    ]


MOVES_OTHERS = frozenset(
    "urge ask tell order want encourage call advise beg implore push press persuade convince "
    "instruct command lobby exhort direct invite recommend demand get allow let help "
    "authorize enable".split()
)
# Verbs whose subject is at the other end of the noun: "X drew criticism from Y".
RECEIVES = frozenset(
    "face draw receive get win earn attract provoke suffer gain enjoy meet garner spark trigger "
    "secure seek lose endure survive withstand escape deserve invite come weather command pick "
    "land score nab collect bag prompt bring generate elicit spur incur stir arouse fuel".split()
)
# Governors under which a noun's subject does not hold what the noun says.
UNDOES = frozenset(
    "reject deny refuse refute dismiss condemn oppose avoid prevent stop end drop withdraw lack "
    "criticize denounce fear suspect report describe investigate discuss cite mention recall "
    "cover".split()
)


def _governor_lemma(parse: Parse, noun: int) -> str:
    verb = roles.governor(parse, noun)
    return "" if verb is None else parse.lemma[verb]


def subject_of_noun(parse: Parse, noun: int) -> list[int]:
    """The subject of the verb that governs a noun: "X launched an attack"."""
    verb = roles.governor(parse, noun)
    if verb is None:
        return []
    if roles.is_passive(parse, verb):
        under = parse.dep[noun] in roles.SUBJECT or parse.head[noun] != verb
        return roles.agent(parse, verb) if under else roles.objects(parse, verb)
    found = roles.surface_subject(parse, verb)
    return [] if found is None or found == noun else [found]


def _slot_words(parse: Parse, i: int, slots: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    prepositions = tuple(slot for slot in slots if slot not in SLOTS)
    for slot in slots:
        if slot in SLOTS:
            for token in SLOTS[slot](parse, i):
                yield slot, token
    if prepositions:
        for token in _after(parse, i, prepositions):
            yield "prep", token


def _after(parse: Parse, i: int, prepositions: tuple[str, ...]) -> list[int]:
    """What the prepositions govern: the word's own, or for a noun also its verb's."""
    found = roles.objects_after(parse, i, prepositions)
    if found or parse.tag[i][0] not in "NJ":
        return found
    verb = roles.governor(parse, i) if parse.tag[i][0] == "N" else _copula(parse, i)
    if verb is None:
        return []
    return [j for j in roles.objects_after(parse, verb, prepositions) if j > i]


def _copula(parse: Parse, adjective: int) -> int | None:
    return parse.head[adjective] if parse.dep[adjective] in ("acomp", "oprd") else None


def _subj(parse: Parse, i: int) -> list[int]:
    if parse.tag[i][0] == "V":
        return roles.subjects(parse, i)
    if parse.tag[i][0] == "I":
        head = parse.head[i]
        if _takes(parse, head, parse.lower[i]):
            return []  # "attack on", "vote against": the word before it speaks
        if parse.tag[head][0] == "V":
            return roles.subjects(parse, head)
        found = roles.noun_subject(parse, head)
        return [head] if found is None else [found]
    if _governor_lemma(parse, i) in UNDOES:
        return []
    return subject_of_noun(parse, i)


def _takes(parse: Parse, i: int, preposition: str) -> bool:
    """An entry for this word has the preposition in its own frame."""
    return any(
        preposition in entry.target and kind in KINDS.get(parse.tag[i][0], ())
        for kind, found in first_words().get(parse.lemma[i], ())
        for entry in found
    )


def _obj(parse: Parse, i: int) -> list[int]:
    return roles.objects(parse, i)


def _poss(parse: Parse, i: int) -> list[int]:
    return [roles.antecedent(parse, c) for c in parse.children[i] if parse.dep[c] == "poss"]


def _mod(parse: Parse, i: int) -> list[int]:
    return [
        c
        for c in parse.children[i]
        if parse.dep[c] in ("compound", "nmod", "amod") and parse.word[c][:1].isupper()
    ]


def _self(parse: Parse, i: int) -> list[int]:
    """What a role noun denotes: itself, and what it is said of."""
    found = [i]
    if parse.dep[i] == "conj" and parse.tag[parse.head[i]] in ("NN", "NNS"):
        i = parse.head[i]  # "a teacher and X supporter"
        found.append(i)
    if parse.dep[i] == "pobj" and parse.lower[parse.head[i]] == "of":
        one = parse.head[parse.head[i]]
        if parse.lower[one] in ONE_OF:  # "one of X's critics"
            i = one
    if parse.dep[i] in ("attr", "oprd"):
        subject = roles.surface_subject(parse, i)
        found += [] if subject is None else [subject]
    if parse.dep[i] in ("appos", "compound", "amod", "nmod"):
        found.append(parse.head[i])
    found += [c for c in parse.children[i] if parse.dep[c] == "appos"]
    return found[1:] or found  # whoever is named besides is the critic


ONE_OF = frozenset({"one", "some", "many", "several", "most", "two", "three"})


def _head(parse: Parse, i: int) -> list[int]:
    if parse.dep[i] in ("amod", "nmod", "compound"):
        return [parse.head[i]]
    found = roles.surface_subject(parse, i)
    return [] if found is None else [found]


def _next(parse: Parse, i: int) -> list[int]:
    """ "anti-X" is three words to the model."""
    if i + 2 < len(parse) and parse.word[i + 1] == "-" and parse.end[i] == parse.start[i + 1]:
        return [i + 2]
    return []


def _clause(parse: Parse, i: int) -> list[int]:
    return [c for c in parse.children[i] if parse.dep[c] in ("ccomp", "xcomp")]


def _claimed(parse: Parse, i: int) -> list[int]:
    """Of whom something is alleged or feared: the subject of the clause that says what."""
    return [
        d
        for c in parse.children[i]
        if parse.dep[c] == "ccomp" and c > i
        for d in parse.children[c]
        if parse.dep[d] in ("nsubj", "nsubjpass")
    ]


def _moved(parse: Parse, i: int) -> list[int]:
    """Whom one tells or asks to do something; who is only told that it is so is not moved."""
    to_do = any(
        parse.dep[c] in ("xcomp", "ccomp", "advcl") and _is_infinitive(parse, c)
        for c in parse.children[i]
    )
    return roles.objects(parse, i) if to_do else []


def _told(parse: Parse, i: int) -> list[int]:
    """Whom one warns; who is only warned that something will be so is an addressee."""
    stated = any(
        parse.dep[c] == "ccomp" and not _is_infinitive(parse, c) for c in parse.children[i]
    )
    return [] if stated else roles.objects(parse, i)


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] == "to" for c in parse.children[verb] if parse.dep[c] == "aux")


def _judged(parse: Parse, i: int) -> list[int]:
    """Of whom a judging word is said: the noun it stands with, the subject it is said of."""
    if parse.tag[i][0] == "N":
        return [j for j in _self(parse, i) if j != i]
    found = _head(parse, i)
    if parse.dep[i] == "amod" and parse.dep[found[0]] in ("attr", "appos", "oprd"):
        found = found + _self(parse, found[0])
    return found


def _doer(parse: Parse, i: int) -> list[int]:
    head = parse.head[i]
    return roles.subjects(parse, head) if parse.tag[head][0] == "V" else []


def _named(parse: Parse, i: int) -> list[int]:
    return roles.objects(parse, i)[:1] if _complement_sign(parse, i) else []


def _complement_sign(parse: Parse, i: int) -> int:
    """Whether "a liar" in "called X a liar" or "described X as a liar" is for or against X."""
    for c in parse.children[i]:
        if parse.dep[c] == "prep" and parse.lower[c] == "as":
            ends = parse.children[c]
        else:
            ends = [c] if parse.dep[c] == "oprd" else []
        for end in ends:
            for j in (end, *parse.children[end]):
                sign = polar_words().get((parse.lemma[j].lower(), parse.pos[j][0]))
                if sign and parse.dep[j] in ("oprd", "pobj", "amod"):
                    return sign
    return 0


SLOTS = {
    "voice": lambda parse, i: [],
    "moved": _moved,
    "told": _told,
    "judged": _judged,
    "doer": _doer,
    "named": _named,
    "subj": _subj,
    "obj": _obj,
    "poss": _poss,
    "mod": _mod,
    "self": _self,
    "head": _head,
    "next": _next,
    "clause": _clause,
    "claimed": _claimed,
    "object": roles.governed,
}

# How surely what is said of a phrase's head word is said of the words below it.
PASSED_ON = {
    "conj": 0.95,
    "appos": 0.95,
    "poss": 0.85,
    "nmod": 0.85,
    "compound": 0.85,
    "amod": 0.8,
    "npadvmod": 0.7,
}
PASSED_ON_AFTER = {
    "including": 0.9,
    "like": 0.9,
    "of": 0.8,
    "by": 0.8,
    "from": 0.7,
    "for": 0.6,
    "in": 0.5,
    "at": 0.5,
}
BELOW_HOLDER = frozenset({"of", "for", "in", "at", "from", "including"})
BELOW_ROLE: frozenset[str] = frozenset()
BELOW_TARGET = frozenset({"of", "by", "from", "including", "like"})
DEED = 0.85
DEEPEST = 4
LEAST_SURE = 0.2


def reach(
    parse: Parse,
    i: int,
    after: frozenset[str],
    sign: int = 1,
    sure: float = 1.0,
    path: str = "",
    depth: int = DEEPEST,
    place: str = "",
) -> list[Reached]:
    """The word and those below it of which the same (or the opposite) is said."""
    found = [Reached(i, sign, sure, path, place)]
    if depth == 0 or sure < LEAST_SURE:
        return found
    if parse.tag[i][0] == "V":
        return found + _reach_clause(parse, i, after, sign, sure, path, depth, place)
    polar = _polar_noun(parse, i) if after is BELOW_TARGET else None
    if polar:
        for slot, j in _slot_words(parse, i, tuple(s for s in polar.target if s != "poss")):
            if j != i and slot == "prep":
                step = f"{path} {parse.word[i]}".strip()
                turned = sign * polar.polarity
                found += reach(parse, j, after, turned, sure * 0.7, step, depth - 1, place)
        after = after - set(polar.target)
    for c in parse.children[i]:
        dep = parse.dep[c]
        if after is BELOW_ROLE and dep not in ("conj", "appos"):
            continue  # the critic of X is not X
        if dep in PASSED_ON and not (dep == "amod" and parse.tag[c][0] == "V"):
            step = path if dep in ("conj", "appos") else f"{path} {parse.word[i]}".strip()
            deeper = depth if dep == "conj" else depth - 1
            found += reach(parse, c, after, sign, sure * PASSED_ON[dep], step, deeper, place)
        elif dep == "prep" and parse.lower[c] in after:
            step = f"{path} {parse.word[i]} {parse.lower[c]}".strip()
            less = sure * PASSED_ON_AFTER[parse.lower[c]]
            for d in roles.governed(parse, c):
                found += reach(parse, d, after, sign, less, step, depth - 1, place)
        elif (
            dep == "relcl" and after is BELOW_TARGET and roles.is_thing(parse, i)
        ):  # "the job X did"
            step = f"{path} {parse.word[i]}".strip()
            for d in parse.children[c]:
                if parse.dep[d] == "nsubj" and parse.tag[d] not in roles.RELATIVE:
                    found += reach(parse, d, after, sign, sure * DEED, step, depth - 1, place)
    return found


def _reach_clause(parse, i, after, sign, sure, path, depth, place) -> list[Reached]:
    """To be against what harms Y is to be for Y."""
    found: list[Reached] = []
    for entry in entries().get(("verb", parse.lemma[i]), ()):
        if entry.polarity and not entry.second:
            step = f"{path} {parse.word[i]}".strip()
            turned = sign * entry.polarity
            for _, j in _slot_words(parse, i, entry.target):
                found += reach(parse, j, after, turned, sure * 0.6, step, depth - 1, place)
            return found
    if any(parse.lower[c] in FREE_RELATIVE for c in parse.subtree(i)):
        for c in _clause(parse, i):  # "what it claimed to be X": X is meant
            for d in parse.children[c]:
                if parse.dep[d] in ("attr", "oprd"):
                    found += reach(parse, d, after, sign, sure * 0.9, path, depth - 1, place)
    return found


FREE_RELATIVE = frozenset({"what", "whom", "whoever", "whomever"})


def _polar_noun(parse: Parse, i: int) -> Entry | None:
    if parse.tag[i][0] != "N":
        return None
    found = entries().get(("noun", parse.lemma[i]))
    return found[0] if found and found[0].polarity else None


# Governing words that turn what hangs below them into its absence.
NEGATORS = frozenset(
    "refuse decline fail stop cease avoid forbid prohibit prevent hesitate neglect forget deny "
    "lack withdraw end without reject abandon halt suspend cancel drop never".split()
)
NOT = frozenset({"no", "neither", "nor", "hardly", "barely", "scarcely", "without", "nobody"})
MODALS = frozenset({"may", "might", "could", "would", "should", "can", "ca"})
HEDGES = frozenset(
    "threaten plan seek try attempt consider want hope intend expect seem appear likely willing "
    "ready allegedly reportedly possibly perhaps probably maybe".split()
)
CONDITIONS = frozenset({"if", "unless", "whether"})
NONE: frozenset[str] = frozenset()
HEDGE_AS = {"advmod": HEDGES, "mark": CONDITIONS}


def weakened(parse: Parse, i: int) -> tuple[str, str]:
    """The words that negate a trigger and those that hedge it."""
    negated: list[str] = []
    hedged: list[str] = []
    j = i
    for _ in range(4):
        for c in parse.children[j]:
            lower = parse.lower[c]
            if parse.dep[c] == "neg" or (lower in NOT and c < i and parse.dep[c] != "conj"):
                if not (lower == "only" or _not_only(parse, c)):
                    negated.append(parse.word[c])
            elif lower in MODALS or HEDGE_AS.get(parse.dep[c], NONE) & {lower, parse.lemma[c]}:
                hedged.append(parse.word[c])
        head = parse.head[j]
        if head == j or parse.dep[j] not in ("xcomp", "pcomp", "dobj", "prep", "pobj", "acomp"):
            break
        if parse.lemma[head] in NEGATORS:
            negated.append(parse.word[head])
        elif parse.lemma[head] in HEDGES:
            hedged.append(parse.word[head])
        j = head
    return (negated[0] if len(negated) % 2 else ""), (hedged[0] if hedged else "")


def _not_only(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.lower[i + 1] in ("only", "just", "merely")
