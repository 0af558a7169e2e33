"""Who makes a claim: from the cue word to its subject, agent, owner, or the subject it shares."""

from __future__ import annotations

from newsread.cues import Candidate
from newsread.parse import Parse

# The cue has no subject of its own: whose it shares, by how the cue hangs on its head.
SHARES = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"))
# "urged him to say": the object says; "promised him to say": the subject does.
SUBJECT_CONTROL = frozenset(("promise", "vow", "swear", "use", "take", "threaten", "have"))
FARTHEST = 6


def find_speaker(parse: Parse, candidate: Candidate) -> tuple[int, str]:
    """The main word of the source and how it was found; (-1, ...) where nobody is named."""
    if candidate.source_head >= 0:
        return candidate.source_head, "named"
    cue = candidate.cue
    if candidate.construction.startswith("noun"):
        return _owner(parse, cue, candidate.governor)
    if candidate.governor >= 0:
        cue = candidate.governor
    return subject_of(parse, cue)


def subject_of(parse: Parse, v: int) -> tuple[int, str]:
    seen_passive = False
    for step in range(FARTHEST):
        passive = any(parse.dep[k] in ("auxpass", "nsubjpass") for k in parse.children[v])
        seen_passive = seen_passive or (passive and step == 0)
        agent = _agent(parse, v)
        if agent >= 0 and step == 0:
            return agent, "agent"
        for k in parse.children[v]:
            if parse.dep[k] == "nsubj" and not (passive and step == 0):
                return k, "subject" if step == 0 else "shared subject"
            if parse.dep[k] == "nsubjpass" and step > 0:
                return k, "shared subject"
        if passive and step == 0:
            return -1, "passive"
        dep, head = parse.dep[v], parse.head[v]
        if dep in ("acl", "relcl", "amod"):
            if parse.tag[v] in ("VBN",) and step == 0:
                return -1, "participle"
            return head, "noun it describes"
        if head == v:
            break
        if dep == "xcomp":
            objects = [k for k in parse.children[head] if parse.dep[k] == "dobj" and k < v]
            if objects and parse.lemma[head] not in SUBJECT_CONTROL:
                return objects[0], "object of the verb above"
        if dep not in SHARES:
            break
        if dep == "ccomp" and parse.tag[v] not in ("VB", "VBG"):
            break
        while parse.pos[head] in ("ADP", "SCONJ", "ADJ", "ADV") and parse.head[head] != head:
            head = parse.head[head]
        if parse.pos[head] in ("NOUN", "PROPN", "PRON"):
            return head, "noun it describes"
        v = head
    return -1, "none named"


def _agent(parse: Parse, v: int) -> int:
    for k in parse.children[v]:
        if parse.dep[k] == "agent" or (parse.dep[k] == "prep" and parse.lower[k] == "by"):
            for below in parse.children[k]:
                if parse.dep[below] == "pobj" and parse.dep[k] == "agent":
                    return below
    return -1


def _owner(parse: Parse, n: int, governor: int) -> tuple[int, str]:
    for k in parse.children[n]:
        if parse.dep[k] == "poss":
            return k, "owner"
    for k in parse.children[n]:
        if parse.dep[k] == "prep" and parse.lower[k] in ("by", "from"):
            for below in parse.children[k]:
                if parse.dep[below] == "pobj":
                    return below, "by"
    if governor >= 0:
        return subject_of(parse, governor)
    for k in parse.children[n]:
        if parse.dep[k] in ("compound", "amod") and parse.pos[k] == "PROPN":
            return k, "name before it"
    return -1, "none named"


def source_words(parse: Parse, head: int, cue: int) -> list[tuple[int, int]]:
    """The whole noun group of a source, without the cue that may stand inside it."""
    first, last = parse.left[head], parse.right[head]
    if first <= cue <= last:
        if cue > head:
            last = min(last, parse.left[cue] - 1)
        else:
            first = max(first, cue + 1)
        if first > head or last < head:
            first = last = head
    return [(first, last)]
