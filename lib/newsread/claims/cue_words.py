"""The cue as written: the words of the higher verb, auxiliaries, negation, preposition, noun."""

from __future__ import annotations

from collections.abc import Container

from newsread.claims.candidate import AUXILIARIES, Candidate
from newsread.claims.uses import GOES_ON, LEAVES_UNDONE, MEDIUM
from newsread.lexicons import words_for
from newsread.tree import Parse

WITHIN_CUE = AUXILIARIES | {"advmod"}
WITH_PREPOSITION = frozenset(("prep", "noun", "adj"))
# These tell what the content is taken for; they stay with it.
TAKEN_FOR = frozenset(("as", "like"))
FARTHEST = 4
WIDEST = 8
MEDIA = frozenset(("in", "during"))
STOPS = frozenset(("of", "from"))
OWN_WORDS = frozenset(("det", "amod", "compound", "nummod", "advmod"))


def cue_words(
    parse: Parse, candidate: Candidate, others: Container[int] = ()
) -> list[tuple[int, int]]:
    """The stretches of words a cue has in the text, (first, last) each.

    A higher verb that is a cue itself (one of ``others``) is left to its own claim.
    """
    if candidate.cue_words:
        return candidate.cue_words
    cue, verb = candidate.cue, candidate.governor
    if verb < 0 or (candidate.parent and candidate.parent.cue == verb):
        verb = cue
    first, last = min(verb, cue), max(verb, cue)
    highest = verb
    for above in verbs_above(parse, candidate)[1:]:
        if above in others:
            break
        highest = above
    first = _with_helpers(parse, highest, min(first, highest))
    if parse.pos[cue] == "NOUN" and verb == cue:
        first = _with_its_own(parse, cue, candidate.source_head)
    for k in parse.children[cue]:
        if parse.dep[k] == "prt":
            if any(a <= k - 1 <= b for a, b in candidate.content):
                return [(first, last), (k, k)]  # "ruled that out"
            if k <= cue + 2:
                last = max(last, k)
    last = _with_preposition(parse, candidate, last)
    if last == cue:
        last = _with_what_follows(parse, candidate)
    return [(first, last)]


def _with_preposition(parse: Parse, candidate: Candidate, last: int) -> int:
    """To the preposition of the construction, right before the content."""
    begin = candidate.content[0][0] if candidate.content else 0
    if candidate.construction == "on to":
        return max(last, begin - 1)
    kind, *_, preposition = candidate.construction.split() * 2
    if kind not in WITH_PREPOSITION or preposition in TAKEN_FOR:
        return last
    beside = last < begin <= last + WIDEST and parse.lower[begin - 1] == preposition
    return begin - 1 if beside else last


def verbs_above(parse: Parse, candidate: Candidate) -> list[int]:
    """The cue's verb, then those it is the infinitive of: "tout", "able", "was" (able to tout)."""
    v = candidate.governor if candidate.governor >= 0 else candidate.cue
    found = [v]
    for _ in range(FARTHEST):
        head = _stops_short(parse, v)
        if head < 0:
            head = parse.head[v]
            if head >= v or not _is_infinitive_of(parse, v, head):
                break
        if any(first <= head <= last for first, last in candidate.content):
            break
        if head < candidate.source_head < v:
            break
        found.append(head)
        v = head
    return found


def _stops_short(parse: Parse, v: int) -> int:
    """The "stopped" of "stopped short of saying", the "refrained" of "refrained from saying"."""
    preposition = parse.head[v]
    if parse.dep[v] != "pcomp" or parse.lower[preposition] not in STOPS:
        return -1
    head = parse.head[preposition]
    if parse.lower[head] == "short":
        head = parse.head[head]
    leaves_undone = parse.lemma[head] in words_for("verb_uses", LEAVES_UNDONE)
    return head if leaves_undone and head < v else -1


def _is_infinitive_of(parse: Parse, v: int, head: int) -> bool:
    dep = parse.dep[v]
    if parse.pos[v] == "ADJ":
        return dep == "acomp" and parse.pos[head] in ("AUX", "VERB")
    if dep == "advcl":
        goes_on = parse.lemma[head] in words_for("verb_uses", GOES_ON)
        if not goes_on or parse.tag[v] != "VB" or v > head + 3:
            return False
    elif dep != "xcomp" or parse.tag[v] not in ("VB", "VBG"):
        return False
    if parse.pos[head] not in ("VERB", "AUX", "ADJ"):
        return False
    return not any(
        head < k < v and parse.dep[k] in ("dobj", "dative", "nsubj", "agent", "prep")
        for k in parse.children[head]
    )


def _with_helpers(parse: Parse, verb: int, first: int) -> int:
    """From the auxiliaries, negation and adverbs right before the verb."""
    for k in reversed(parse.children[verb]):
        if parse.right[k] == first - 1 and parse.dep[k] in WITHIN_CUE:
            first = parse.left[k]  # "has |so far| said"
    return first


def _with_its_own(parse: Parse, noun: int, source: int) -> int:
    """ "a long-standing claim": from the article and adjectives before a noun."""
    first = noun
    for k in reversed(parse.children[noun]):
        if k > noun:
            continue
        if parse.dep[k] not in OWN_WORDS or parse.right[k] != first - 1 or k == source:
            break
        first = parse.left[k]
    return first


def _with_what_follows(parse: Parse, candidate: Candidate) -> int:
    """ "said in a statement", "put it", "complained bitterly": to the end of such words."""
    cue = candidate.cue
    begins = {first for first, _ in candidate.content}
    last = cue
    for k in parse.children[cue]:
        if parse.left[k] != last + 1 or parse.left[k] in begins:
            continue
        if (
            (parse.dep[k] == "advmod" and _is_manner(parse, k))
            or (parse.dep[k] == "dobj" and parse.lower[k] == "it")
            or (parse.dep[k] == "prep" and _medium(parse, k) >= 0)
        ):
            end = parse.right[k] if parse.dep[k] != "prep" else _medium(parse, k)
            if any(a <= end and parse.left[k] <= b for a, b in candidate.content):
                continue
            last = end
    return last


def _is_manner(parse: Parse, k: int) -> bool:
    return parse.right[k] == k and (parse.lower[k].endswith("ly") or parse.lower[k] == "back")


def _medium(parse: Parse, k: int) -> int:
    """The "statement" of "in a statement"; -1 where it is anything else."""
    if parse.lower[k] not in MEDIA:
        return -1
    media = words_for("saying", MEDIUM)
    nouns = (i for i in parse.children[k] if parse.dep[i] == "pobj" and parse.lemma[i] in media)
    return next(nouns, -1)
