"""Verbs and what hangs on them: clauses, infinitives, objects, prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from newsread.claims.candidate import SUBJECTS, Candidate, Hopeful, cue_lemma
from newsread.claims.nouns import of_adjective, of_noun_with_be
from newsread.claims.pieces import around, outside
from newsread.claims.uses import COURSES, RAISING
from newsread.lexicons import words_for
from newsread.tree import Parse

WH = frozenset(("what", "how", "why", "when", "where", "who", "whom", "whose", "which"))
WHETHER = frozenset(("whether", "if"))
RELATIVE = frozenset(("which", "that", "who", "whom", "what"))
PREDICATES = frozenset(("ccomp", "oprd", "acomp", "xcomp"))
# Words that tie a reason or condition to what is said, not to the saying.
REASONS = frozenset(("because", "if", "unless", "since", "although", "though", "given", "lest"))
TIMES = frozenset(("by", "in", "on", "with"))
# "called on him to go"
CALLED_ON = frozenset(("on", "upon"))
# After "…, she said," these tell more of her, not of what she said.
SPEAKERS_OWN = frozenset(
    "who which whose whom where while after before as according but when during".split()
)


def of_verb(parse: Parse, v: int, hopeful: Hopeful) -> Iterator[Candidate]:
    kids = parse.children[v]
    if parse.pos[v] == "AUX" or parse.lemma[v] == "be":
        yield from of_adjective(parse, v)
        yield from of_noun_with_be(parse, v)
        return
    lemma = cue_lemma(parse, v)
    dep = parse.dep
    roles: dict[str, int] = {}
    for child in kids:
        roles.setdefault(dep[child], child)
    passive = "auxpass" in roles or "nsubjpass" in roles
    if lemma == "make":
        yield from _make_clear(parse, v)
    hangs = dep[v]
    if hangs == "parataxis" or hangs == "advcl":
        yield from _aside(parse, v, lemma)
    elif (hangs == "relcl" or hangs == "acl") and hopeful(lemma, "gap"):
        yield from _gap(parse, v, lemma, roles, passive)
    dobj = roles.get("dobj", -1)
    for child in kids:
        make = BY_DEPENDENCY.get(dep[child])
        if make:
            yield from make(parse, v, lemma, child, dobj, passive, hopeful)


def _make_clear(parse: Parse, v: int) -> Iterator[Candidate]:
    """ "made (it) clear that": verb and adjective are one cue, "make clear"."""
    for a in parse.children[v]:
        if a < v or parse.pos[a] != "ADJ" or parse.dep[a] not in PREDICATES:
            continue
        for c in (*parse.children[a], *parse.children[v]):
            marks = [parse.lower[k] for k in parse.children[c] if parse.dep[k] == "mark"]
            if c > a and parse.dep[c] in ("ccomp", "advcl") and "that" in marks:
                content = [(parse.left[c], parse.right[c])]
                lemma = f"make {parse.lower[a]}"
                yield Candidate(a, lemma, "that", content, c, governor=v)
                return


def _clause(parse, v, lemma, c, dobj, passive, hopeful):
    """A clause as the verb's complement, before or after it."""
    if any(c > k > v and parse.dep[k] == "ccomp" for k in parse.children[v]):
        return  # the first clause takes it in
    content = around(parse, c, v)
    if (c < v and parse.right[c] < v) or (content and content[-1][1] < v):
        content = _with_far_side(parse, v, content)
        yield Candidate(v, lemma, "fronted", content, c, addressee=dobj)
        return
    first = parse.lower[parse.left[c]]
    marks = [k for k in parse.children[c] if parse.dep[k] == "mark" and k < c]
    if c < v:
        kind = "aside"
    elif passive:
        kind = "passive that"
    elif any(parse.lower[k] == "that" for k in marks):
        kind = "that"
    elif first in WH or any(parse.lower[k] in WHETHER for k in marks):
        kind = "wh"
    elif parse.tag[c] == "VB" and any(parse.lower[k] == "to" for k in parse.children[c]):
        kind = "want"
    else:
        kind = "clause"
    content = _with_rest(parse, v, c, content)
    if parse.dep[v] == "relcl" and kind in ("clause", "want"):
        content = [*_antecedent(parse, v), *content]
    yield Candidate(v, lemma, kind, content, c, addressee=dobj)


def _antecedent(parse: Parse, v: int) -> list[tuple[int, int]]:
    """ "the crimes it claims he committed": the crimes are part of what is claimed."""
    noun = parse.head[v]
    for k in parse.children[v]:
        if parse.lower[k] in RELATIVE and k < v:
            return [] if parse.dep[k] in SUBJECTS else [(k, k)]
    return [(parse.left[noun], parse.left[v] - 1)] if parse.left[noun] < parse.left[v] else []


def _with_rest(parse, v: int, c: int, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What the parse hung on the verb beside its clause: "and that …", "given that …"."""
    rest = list(content)
    for k in parse.children[v]:
        if k <= c or parse.left[k] <= rest[-1][1]:
            continue
        first = parse.lower[parse.left[k]]
        gap = parse.left[k] - rest[-1][1]
        if gap <= 3 and (
            (parse.dep[k] == "ccomp" and parse.tag[k] not in ("VB", "VBG"))
            or (parse.dep[k] in ("advcl", "prep") and first in REASONS)
        ):
            rest[-1] = (rest[-1][0], parse.right[k])
    return rest


def _infinitive(parse, v, lemma, c, dobj, passive, hopeful):
    has_to = any(parse.lower[k] == "to" and parse.dep[k] == "aux" for k in parse.children[c])
    if any(c > k > v and parse.lower[k] in CALLED_ON for k in parse.children[v]) and has_to:
        return  # "called on him to go": see _prep
    content = around(parse, c, v)
    if c < v:
        yield Candidate(v, lemma, "fronted", content, c)
    elif passive or lemma in words_for("verb_uses", RAISING):
        yield Candidate(v, lemma, "passive to", _with_subject(parse, v, content), c)
    elif parse.tag[c] == "VBG":
        yield Candidate(v, lemma, "ing", content, c)
    elif has_to and dobj >= 0 and dobj < c:
        both = [(parse.left[dobj], parse.right[c])]
        yield Candidate(v, lemma, "object to", both, c, addressee=dobj)
    elif has_to:
        yield Candidate(v, lemma, "to", content, c)
    else:
        yield Candidate(v, lemma, "small", content, c)


def _with_subject(parse: Parse, v: int, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "he is said to have gone": what is said is "he … to have gone"."""
    for k in parse.children[v]:
        if parse.dep[k] in ("nsubjpass", "nsubj") and k < v and parse.lower[k] != "it":
            return [(parse.left[k], parse.right[k]), *content]
    return content


def _object(parse, v, lemma, c, dobj, passive, hopeful):
    yield Candidate(v, lemma, "object", around(parse, c, v), c)
    if c < v:
        return
    for later in parse.children[v]:
        if later > c and parse.dep[later] in ("prep", "oprd", "xcomp", "advcl"):
            if parse.dep[later] == "prep":
                name = f"object+{parse.lower[later]}"
            elif parse.dep[later] == "oprd":
                name = "small"
            else:
                continue
            if name == "small" or hopeful(lemma, name):
                both = [(parse.left[c], parse.right[later])]
                yield Candidate(v, lemma, name, both, c, addressee=c)
            if parse.dep[later] == "prep" and parse.lower[later] != "as":
                name = f"object {parse.lower[later]}"
                if not hopeful(lemma, name):
                    continue
                for below in parse.children[later]:
                    if parse.dep[below] in ("pobj", "pcomp"):
                        yield Candidate(v, lemma, name, around(parse, below, v), below, addressee=c)


def _one_phrase(parse, v, lemma, c, dobj, passive, hopeful):
    """ "called the freeze “blackmail”", where the parse takes both for one phrase."""
    if c > v and dobj < 0 and not passive and parse.left[c] < c:
        yield Candidate(v, lemma, "small", [(parse.left[c], parse.right[c])], c)


def _prep(parse, v, lemma, c, dobj, passive, hopeful):
    word = parse.lower[c]
    name = f"prep {word}"
    below_it = parse.children[c] if word == "as" or hopeful(lemma, name) else ()
    for below in below_it:
        if parse.dep[below] in ("pobj", "pcomp"):
            if word == "as" and (passive or dobj >= 0):
                if 0 <= dobj < v:  # "whom she sees as a friend"
                    both = [(dobj, dobj), (c, parse.right[c])]
                    yield Candidate(v, lemma, "object+as", both, dobj)
                break  # else see _object and _passive
            if word in TIMES and lemma in words_for("verb_uses", COURSES):
                continue  # "the war concluded with a treaty"
            yield Candidate(v, lemma, name, around(parse, below, v), below)
    if word in CALLED_ON and not passive:
        target = next((k for k in parse.children[c] if parse.dep[k] == "pobj"), -1)
        for later in parse.children[v]:
            if later < c or parse.dep[later] not in ("xcomp", "advcl"):
                continue
            if any(parse.lower[k] == "to" for k in parse.children[later]):
                content = [(parse.left[target] if target >= 0 else later, parse.right[later])]
                yield Candidate(v, lemma, f"{word} to", content, later, addressee=target)


def _passive(parse, v, lemma, c, dobj, passive, hopeful):
    if parse.lower[c] not in ("it", "there"):
        yield Candidate(v, lemma, "passive", around(parse, c, v), c)
    for k in parse.children[v]:
        if k > v and (
            parse.dep[k] == "oprd" or (parse.dep[k] == "prep" and parse.lower[k] == "as")
        ):
            both = [(parse.left[c], parse.right[c]), (parse.left[k], _before_agent(parse, k))]
            yield Candidate(v, lemma, "passive as", both, c)


def _before_agent(parse: Parse, top: int) -> int:
    """The last word below ``top`` that is not in a "by …" hung too low."""
    for i in range(top + 1, parse.right[top] + 1):
        if parse.lower[i] == "by" and parse.right[i] == parse.right[top]:
            return i - 1
    return parse.right[top]


BY_DEPENDENCY = {
    "oprd": _one_phrase,
    "ccomp": _clause,
    "xcomp": _infinitive,
    "dobj": _object,
    "prep": _prep,
    "nsubjpass": _passive,
}


def _aside(parse: Parse, v: int, lemma: str) -> Iterator[Candidate]:
    """A verb set into its own content, or hung under it with "as"."""
    head = parse.head[v]
    if head == v or parse.pos[head] not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return
    marks = [parse.lower[k] for k in parse.children[v] if parse.dep[k] in ("mark", "advmod")]
    if parse.dep[v] == "parataxis":
        content = _with_far_side(parse, v, outside(parse, head, v))
        yield Candidate(v, lemma, "aside", content, head)
    elif parse.dep[v] == "advcl" and "as" in marks:
        yield Candidate(v, lemma, "as", outside(parse, head, v), head)


def _with_far_side(parse: Parse, v: int, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "It rained, she said, and it poured": what follows the second comma is content too."""
    last = parse.sentences[parse.sent[v]][1]
    end = v
    for k in parse.children[v]:
        if (
            k > v
            and parse.dep[k] in ("nsubj", "npadvmod", "advmod", "dobj")
            and parse.right[k] < last
        ):
            end = max(end, parse.right[k]) if k <= end + 2 else end
    if not content or content[0][0] > v or content[-1][1] > end:
        return content
    begin = end + 2
    if begin >= last or parse.word[end + 1] != ",":
        return content
    if "," not in (parse.word[parse.left[v]], parse.word[parse.left[v] - 1]):
        return content
    if parse.tag[begin] == "VBG" or parse.lower[begin] in SPEAKERS_OWN:
        return content
    if parse.pos[begin] == "CCONJ" and not any(
        parse.dep[k] in SUBJECTS for k in range(begin + 1, min(begin + 6, last))
    ):
        return content
    return [*content, (begin, last)]


def _gap(parse, v, lemma, roles, passive):
    """The content is the noun that the verb's relative clause (or participle) hangs on."""
    noun = parse.head[v]
    if parse.dep[v] == "relcl" and not passive:
        subject = roles.get("nsubj", -1)
        if (
            subject >= 0
            and parse.lower[subject] not in RELATIVE
            and "dobj" not in roles
            and "ccomp" not in roles
        ):
            yield Candidate(v, lemma, "gap", [(parse.left[noun], parse.left[v] - 1)], noun)
    elif parse.dep[v] == "acl" and parse.tag[v] == "VBN":
        yield Candidate(v, lemma, "gap", [(parse.left[noun], parse.left[v] - 1)], noun)
