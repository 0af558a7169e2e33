"""Who makes a claim: from the cue word to its subject, agent, owner, or the subject it shares."""

from __future__ import annotations

from newsread.claims.candidate import Candidate
from newsread.claims.uses import ASKS, FEELS, RAISING, SUBJECT_CONTROL
from newsread.lexicons import words_for
from newsread.tree import Parse

# The cue has no subject of its own: whose it shares, by how the cue hangs on its head.
SHARES = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"))
CONTRACTED = frozenset(("'s", "’s"))
NAMED = frozenset(("PROPN", "NOUN", "PRON"))
FARTHEST = 6
PAUSES = frozenset((",", "-", "--", "–", "—", "("))
CLOSES = frozenset((",", "-", "--", "–", "—", ")"))
# A noun hung like this is part of another one.
PARTS = frozenset(("pobj", "compound", "poss", "dobj", "appos", "conj", "amod", "nmod", "attr"))
NOBODY = -1
# "accused him of ignoring", "praised him for announcing": he does it.
OBJECT_DOES = frozenset(("of", "for", "from"))
# "in the hope that", "with promises to": what goes with an act is its doer's.
AMID = frozenset(("in", "with"))


def find_speaker(parse: Parse, candidate: Candidate) -> tuple[int, str]:
    """The main word of the source and how it was found; (-1, ...) where nobody is named."""
    if candidate.source_head >= 0:
        return candidate.source_head, "named"
    cue = candidate.cue
    if candidate.same_source_as >= 0:
        head, how = subject_of(parse, candidate.same_source_as)
        return head, f"shared {how}"
    if candidate.construction == "noun is":
        return _owner(parse, cue, -1)
    if candidate.construction.startswith("noun"):
        return _owner(parse, cue, candidate.governor)
    if candidate.lemma in words_for("verb_uses", RAISING):
        return NOBODY, "nobody's"
    if candidate.governor >= 0:
        cue = candidate.governor
    head, how = subject_of(parse, cue)
    if head < 0 and how == "passive" and candidate.construction not in ("passive", "passive as"):
        head, how = _who_feels(parse, cue, how)
    if candidate.construction.startswith("adj") and head >= 0 and parse.lower[head] == "it":
        return NOBODY, "nobody's"
    return head, how


def subject_of(parse: Parse, v: int) -> tuple[int, str]:
    own = _own_subject(parse, v)
    if own:
        return own
    cue = v
    for _ in range(FARTHEST):
        dep, head = parse.dep[v], parse.head[v]
        if dep in ("acl", "relcl", "amod"):
            return _described(parse, cue, v, head)
        if head == v or dep not in SHARES:
            break
        if dep == "ccomp" and parse.tag[v] not in ("VB", "VBG"):
            break
        if dep == "xcomp" and parse.lemma[head] not in words_for("verb_uses", SUBJECT_CONTROL):
            between = [k for k in parse.children[head] if parse.dep[k] == "dobj" and k < v]
            if between:
                return between[0], "object of the verb above"
        if dep == "pcomp" and parse.lower[head] in OBJECT_DOES:
            between = [k for k in parse.children[parse.head[head]] if parse.dep[k] == "dobj"]
            if between and between[0] < v:
                return between[0], "object of the verb above"
        while parse.pos[head] in ("ADP", "SCONJ", "ADJ", "ADV") and parse.head[head] != head:
            head = parse.head[head]
        if parse.pos[head] in NAMED:
            return head, "noun it describes"
        v = head
        for k in parse.children[v]:
            if parse.dep[k] in ("nsubj", "nsubjpass"):
                return k, "shared subject"
    return _nearest(parse, cue)


def _own_subject(parse: Parse, v: int) -> tuple[int, str] | None:
    subject = NOBODY
    passive = parse.tag[v] == "VBN"
    perfect = False
    agent = _agent(parse, v)
    if agent >= 0:
        return agent, "agent"
    for k in parse.children[v]:
        dep = parse.dep[k]
        if dep == "nsubj":
            subject = k
        elif (dep, parse.lemma[k]) == ("aux", "have") or _is_contracted_have(parse, k):
            perfect = True
        elif dep in ("auxpass", "nsubjpass"):
            if _contracted(parse, v):
                subject = k  # "he's called for it": has called, not is called
            else:
                return _low_agent(parse, v)
    if subject >= 0:
        return subject, "subject"
    asked = parse.lemma[v] in words_for("verb_uses", ASKS) and parse.tag[v] in ("VBN", "VBD")
    if asked and parse.dep[v] in ("advcl", "prep", "dep"):
        return NOBODY, "passive"
    if passive and not perfect and parse.dep[v] in ("acl", "amod", "advcl"):
        return NOBODY, "participle"
    return None


def _agent(parse: Parse, v: int) -> int:
    """The "by" phrase of a passive."""
    for k in parse.children[v]:
        if parse.dep[k] == "agent":
            for below in parse.children[k]:
                if parse.dep[below] == "pobj":
                    return below
    return -1


def _who_feels(parse: Parse, v: int, how: str) -> tuple[int, str]:
    """ "she was thrilled with it", "is committed to it": the subject of the passive."""
    if parse.lower[v] in words_for("saying", FEELS):
        for k in parse.children[v]:
            if parse.dep[k] in ("nsubj", "nsubjpass"):
                return k, "subject"
    return NOBODY, how


def _contracted(parse: Parse, v: int) -> bool:
    return any(_is_contracted_have(parse, k) for k in parse.children[v])


def _is_contracted_have(parse: Parse, k: int) -> bool:
    return parse.dep[k] == "auxpass" and parse.lower[k] in CONTRACTED


def _low_agent(parse: Parse, v: int) -> tuple[int, str]:
    """ "seen as a victory by some": the agent hangs too low."""
    for k in parse.children[v]:
        if k > v and parse.dep[k] in ("prep", "oprd"):
            for i in range(k + 1, parse.right[k]):
                if parse.lower[i] == "by" and parse.right[i] == parse.right[k]:
                    for below in parse.children[i]:
                        if parse.dep[below] == "pobj":
                            return below, "agent"
    return NOBODY, "passive"


def _described(parse: Parse, cue: int, v: int, noun: int) -> tuple[int, str]:
    """ "critics saying": the noun; "her attempt to say": whose attempt it is.

    "She sent a letter saying": she does, in sending it.
    """
    governor = parse.head[noun] if parse.dep[noun] == "dobj" else -1
    if parse.tag[v] == "VB" and parse.dep[v] == "acl":
        return _owner(parse, noun, governor)
    if governor >= 0 and parse.tag[v] == "VBG" and parse.pos[noun] == "NOUN":
        head, _ = subject_of(parse, governor)
        if head >= 0:
            return head, "subject of the verb above"
    return noun, "noun it describes"


def _owner(parse: Parse, n: int, governor: int) -> tuple[int, str]:
    for k in parse.children[n]:
        if parse.dep[k] == "poss":
            if parse.pos[k] == "PRON" and governor >= 0:
                subject, how = subject_of(parse, governor)
                if subject >= 0:
                    return subject, how  # "they shared their grievances"
            return k, "owner"
    for k in parse.children[n]:
        if parse.dep[k] == "prep" and parse.lower[k] in ("by", "from"):
            for below in parse.children[k]:
                if parse.dep[below] == "pobj":
                    return below, "by"
    if governor >= 0:
        return subject_of(parse, governor)
    phrase = parse.head[n]
    if parse.dep[n] == "pobj" and parse.lower[phrase] in AMID:
        above = parse.head[phrase]
        if parse.pos[above] == "VERB":
            return subject_of(parse, above)  # "marched in the hope that"
    verb = is_verb_read_as_noun(parse, n)
    for k in parse.children[n]:
        if parse.dep[k] in ("compound", "amod", "nmod") and (verb or parse.pos[k] == "PROPN"):
            return k, "name before it"
    return NOBODY, "none named"


def is_verb_read_as_noun(parse: Parse, n: int) -> bool:
    """ "Hill estimates that it rained", where the parse has a plural noun as the main word."""
    return parse.tag[n] == "NNS" and parse.dep[n] in ("ROOT", "ccomp", "conj", "parataxis")


def _nearest(parse: Parse, v: int) -> tuple[int, str]:
    """For a finite verb the parse left without a subject: the name or pronoun beside it."""
    helped = any(parse.dep[k] == "aux" and parse.lower[k] != "to" for k in parse.children[v])
    if parse.tag[v] not in ("VBD", "VBZ", "VBP", "NNS", "NNP") and not helped:
        return NOBODY, "none named"
    first, last = parse.sentences[parse.sent[v]]
    if v > first:
        before = v - 1
        while before > first and parse.pos[before] in ("ADV", "AUX", "PART"):
            before -= 1
        if parse.pos[before] in NAMED and parse.dep[before] not in ("pobj", "nsubjpass"):
            return before, "beside it"
        if parse.word[before] in CLOSES:
            # "Ann Lee, 44, said", "Ann Lee (the mayor) says": over the insertion
            for k in range(before - 1, first - 1, -1):
                if parse.pos[k] == "PROPN" and parse.dep[k] not in PARTS and parse.right[k] < v:
                    return k, "before the insertion"
            for k in range(before - 1, max(first, before - 12), -1):
                if parse.word[k] == "," and parse.pos[k - 1] == "PROPN":
                    return k - 1, "before the insertion"
    if v < last and parse.pos[v + 1] in ("PROPN", "DET", "PRON"):
        k = v + 1
        while k < last and parse.head[k] > k and parse.head[k] <= v + 8:
            k = parse.head[k]
        if parse.pos[k] in NAMED:
            return k, "beside it"
    return NOBODY, "none named"


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
    for k in parse.children[head]:
        begin = parse.left[k]
        if k < head or begin > last or parse.word[begin - 1] not in PAUSES:
            continue
        if parse.dep[k] in ("acl", "amod", "advmod", "advcl"):
            last = max(head, begin - 2)
    while last > head and parse.word[last] in PAUSES:
        last -= 1
    return [(first, last)]


NOBODIES = frozenset(("nobody", "none", "noone", "no-one", "nothing"))


def nobody_says(parse: Parse, candidate: Candidate) -> bool:
    """ "Nobody said so", "Asked whom she meant, she left": no claim of anybody's."""
    head = candidate.source_head
    if head >= 0:
        word = parse.lower[head]
        return word in NOBODIES or (word == "one" and parse.lower[parse.left[head]] == "no")
    cue = candidate.cue
    return (
        candidate.how in ("passive", "participle")
        and parse.lemma[cue] in words_for("verb_uses", ASKS)
        and parse.dep[cue] == "advcl"
        and candidate.construction in ("wh", "clause", "prep about", "object", "prep if")
    )
