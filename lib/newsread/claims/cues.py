"""Where something may be put in somebody's mouth: cue words and what hangs on them.

A *construction* is a way of tying a cue word to its content: ``that`` (said that …), ``to``
(pledged to …), ``object`` (condemned the attack), ``for`` (called for …), and so on; the full
list is CONSTRUCTIONS. Every verb, noun and adjective that stands in one is a candidate here;
which candidates are claims is decided elsewhere, by counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from newsread.claims.spelling import american
from newsread.tree import Parse

# construction -> what it looks like (the codebook of the ``how`` column)
CONSTRUCTIONS = {
    "that": "verb + clause with that: she said that it rained",
    "clause": "verb + clause without that: she said it rained",
    "wh": "verb + question clause: she explained how it works",
    "want": "verb + subject + infinitive: she wants him to go",
    "fronted": "clause + verb: it rained, she said",
    "aside": "verb set into its content: it rained, she said, all day",
    "as": "as + verb: it rained, as she said",
    "quote": "verb beside a quotation: she was clear: “It rained.”",
    "to": "verb + infinitive: she pledged to go",
    "ing": "verb + -ing: she denied going",
    "object": "verb + noun: she condemned the attack",
    "object+": "verb + noun + what is said of it: she accused him of lying",
    "object to": "verb + noun + infinitive: she urged him to go",
    "small": "verb + noun + predicate: she called him a liar",
    "passive": "passive verb, its subject is the content: the attack was condemned",
    "passive as": "passive verb + as: he was described as a liar",
    "passive to": "passive verb + infinitive: he is said to have gone",
    "passive that": "it + passive verb + clause: it was announced that",
    "gap": "relative clause: the deal that she backs",
    "noun that": "noun + clause: her claim that it rained",
    "noun to": "noun + infinitive: her pledge to go",
    "noun is": "noun + be + clause: her hope is that it rains",
    "adj that": "adjective + clause: she is sure that it rained",
    "adj to": "adjective + infinitive: she is eager to go",
    "according": "according to and its like: according to her, it rained",
    "colon": "name and colon: Minister: It rained",
    "turn": "name and colon again and again, in a transcript: HILL: It rained.",
}
# Constructions with a preposition are named after it: "prep for", "noun of", "adj about".

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
WH = frozenset(("what", "how", "why", "when", "where", "who", "whom", "whose", "which"))
WHETHER = frozenset(("whether", "if"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
RELATIVE = frozenset(("which", "that", "who", "whom", "what"))
# Words that tie a reason or condition to what is said, not to the saying.
REASONS = frozenset(("because", "if", "unless", "since", "although", "though", "given", "lest"))
# These tell how something went, not what somebody thinks.
COURSES = frozenset(("begin", "close", "conclude", "end", "finish", "open", "start"))
TIMES = frozenset(("by", "in", "on", "with"))
# "called on him to go"
CALLED_ON = frozenset(("on", "upon"))
# Their object is who is told, not what.
TELLS = frozenset(
    "tell assure reassure remind warn inform notify advise convince persuade promise".split()
)
# After "…, she said," these tell more of her, not of what she said.
SPEAKERS_OWN = frozenset(
    "who which whose whom where while after before as according but when during".split()
)
# (lemma the model gives, word) -> the lemma it is
MISREAD = {
    ("hop", "hoping"): "hope",
    ("hop", "hoped"): "hope",
    ("hop", "hopes"): "hope",
    ("retweete", "retweeted"): "retweet",
    ("lambast", "lambasted"): "lambaste",
}
# "he seems to have gone": his going is what seems so.
RAISING = frozenset(("seem", "appear", "happen", "tend"))


@dataclass(slots=True)
class Candidate:
    """A cue word in a construction, with its pieces as (first, last) words.

    ``cue`` is its main word, ``content_head`` the main word of the content (-1: none).
    """

    cue: int
    lemma: str
    construction: str
    content: list[tuple[int, int]]
    content_head: int = -1
    cue_words: list[tuple[int, int]] = field(default_factory=list)
    source: list[tuple[int, int]] = field(default_factory=list)
    source_head: int = -1
    addressee: int = -1
    governor: int = -1  # the light verb of a noun, the "be" of an adjective
    same_source_as: int = -1  # another cue whose source it shares
    how: str = ""
    score: float = 0.0
    parent: Candidate | None = None


# Whether a word in a construction may be a cue at all.
Hopeful = Callable[[str, str], bool]


def find_candidates(
    parse: Parse, hopeful: Hopeful = lambda lemma, construction: True
) -> Iterator[Candidate]:
    """Every cue word in every construction it stands in, in text order.

    Those not ``hopeful`` may be left out early, where nothing else depends on them.
    """
    dep, children = parse.dep, parse.children
    for i, kind in enumerate(parse.pos):
        if kind == "VERB" or (kind == "AUX" and dep[i] not in AUXILIARIES):
            yield from _verb(parse, i, hopeful)
        elif kind == "NOUN":
            if children[i]:
                yield from _noun(parse, i, hopeful)
        elif (kind == "ADP" or kind == "SCONJ") and parse.lower[i] in ACCORDING_ENDS:
            yield from _preposition(parse, i)
    yield from _colons(parse)


def cue_lemma(parse: Parse, i: int) -> str:
    """The entry a word is looked up under: its lemma, with its particle ("point out")."""
    lemma = parse.lemma[i].lower()
    lemma = american(MISREAD.get((lemma, parse.lower[i]), lemma))
    for child in parse.children[i]:
        if parse.dep[child] == "prt":
            return f"{lemma} {parse.lower[child]}"
    return lemma


# ---------------------------------------------------------------- verbs


def _verb(parse: Parse, v: int, hopeful: Hopeful) -> Iterator[Candidate]:
    kids = parse.children[v]
    if parse.pos[v] == "AUX" or parse.lemma[v] == "be":
        yield from _adjective(parse, v)
        yield from _noun_is(parse, v)
        return
    lemma = cue_lemma(parse, v)
    dep = parse.dep
    roles: dict[str, int] = {}
    for child in kids:
        roles.setdefault(dep[child], child)
    passive = "auxpass" in roles or "nsubjpass" in roles
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
    elif passive or lemma in RAISING:
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
            if word in TIMES and lemma in COURSES:
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
    if parse.lower[c] in ("it", "there"):
        return
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


# ---------------------------------------------------------------- nouns and adjectives


def _noun(parse: Parse, n: int, hopeful: Hopeful) -> Iterator[Candidate]:
    kids = parse.children[n]
    lemma = american(parse.lemma[n].lower())
    governor = -1
    if parse.dep[n] == "dobj" and parse.pos[parse.head[n]] == "VERB":
        governor = parse.head[n]
    for c in kids:
        if c < n:
            continue
        dep = parse.dep[c]
        if dep in ("acl", "relcl", "ccomp") and parse.pos[c] in ("VERB", "AUX"):
            words = [parse.lower[k] for k in parse.children[c] if k < c]
            marks = [parse.lower[k] for k in parse.children[c] if parse.dep[k] == "mark"]
            if "that" in marks or (dep == "ccomp"):
                name = "noun that"
            elif parse.tag[c] == "VB" and "to" in words:
                name = "noun to"
            else:
                continue
            content = around(parse, c, n)
            yield Candidate(n, lemma, name, content, c, governor=governor)
            if name == "noun that":
                told = _verb_over(parse, n)
                if told >= 0:
                    # "assured residents that", "said in a letter that", hung too low
                    yield Candidate(told, cue_lemma(parse, told), "that", content, c, addressee=n)
        elif dep == "prep":
            name = f"noun {parse.lower[c]}"
            if not hopeful(lemma, name):
                continue
            for below in parse.children[c]:
                if parse.dep[below] in ("pobj", "pcomp"):
                    content = around(parse, below, n)
                    yield Candidate(n, lemma, name, content, below, governor=governor)


def _verb_over(parse: Parse, n: int) -> int:
    """The verb of which a noun is the object, or stands in a phrase with a preposition."""
    head = parse.head[n]
    if parse.dep[n] == "pobj" and parse.dep[head] == "prep":
        head = parse.head[head]
    elif parse.dep[n] not in ("dobj", "dative") or parse.lemma[head] not in TELLS:
        return -1
    return head if parse.pos[head] == "VERB" and head < n else -1


def _noun_is(parse: Parse, be: int) -> Iterator[Candidate]:
    subject = clause = -1
    for child in parse.children[be]:
        if parse.dep[child] == "nsubj":
            subject = child
        elif (parse.dep[child] == "ccomp" and child > be) or (
            parse.dep[child] == "xcomp" and child > be
        ):
            clause = child
    if subject >= 0 and clause >= 0 and parse.pos[subject] == "NOUN":
        lemma = american(parse.lemma[subject].lower())
        yield Candidate(subject, lemma, "noun is", around(parse, clause, be), clause, governor=be)


def _adjective(parse: Parse, be: int) -> Iterator[Candidate]:
    for a in parse.children[be]:
        if parse.dep[a] != "acomp" or a < be:
            continue
        lemma = american(parse.lower[a])
        for c in [*parse.children[a], *parse.children[be]]:
            if c < a:
                continue
            dep = parse.dep[c]
            if dep == "ccomp":
                name = "adj that"
            elif dep == "xcomp":
                name = "adj to"
            elif dep == "prep":
                for below in parse.children[c]:
                    if parse.dep[below] in ("pobj", "pcomp"):
                        yield Candidate(
                            a,
                            lemma,
                            f"adj {parse.lower[c]}",
                            around(parse, below, a),
                            below,
                            governor=be,
                        )
                continue
            else:
                continue
            yield Candidate(a, lemma, name, around(parse, c, a), c, governor=be)


# ---------------------------------------------------------------- prepositions and colons

# The words that introduce a source, the last of them governing it -> entry.
ACCORDING = {
    ("according", "to"): "according to",
    ("words", "of"): "in the words of",
    ("view", "of"): "in the view of",
    ("per",): "per",
}
ACCORDING_ENDS = frozenset(words[-1] for words in ACCORDING)
CLAUSES = frozenset(("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"))


def _preposition(parse: Parse, i: int) -> Iterator[Candidate]:
    """ "according to her, it rained": the content is the clause around."""
    last = parse.lower[i]
    before = parse.lower[i - 1] if i else ""
    lemma = ACCORDING.get((last,)) or ACCORDING.get((before, last))
    source = next((k for k in parse.children[i] if parse.dep[k] == "pobj"), -1)
    if not lemma or source < 0:
        return
    top = i
    while top > i - 3 and parse.head[top] != top and parse.head[top] in (i - 1, i - 2, i - 3):
        top = parse.head[top]
    clause = parse.head[top]
    while parse.dep[clause] not in CLAUSES and parse.head[clause] != clause:
        clause = parse.head[clause]
    if clause == top:
        return
    yield Candidate(
        i,
        lemma,
        "according",
        outside(parse, clause, top),
        clause,
        cue_words=[(top, i)],
        source=[(parse.left[source], parse.right[source])],
        source_head=source,
    )


LONGEST_LABEL = 10


def _colons(parse: Parse) -> Iterator[Candidate]:
    """ "Minister: It rained" at the head of a paragraph."""
    begin = 0
    n = len(parse)
    while begin < n:
        end = begin
        while end < n and parse.paragraph[end] == parse.paragraph[begin]:
            end += 1
        for i in range(begin + 1, min(begin + LONGEST_LABEL, end - 1)):
            if parse.word[i] == ":":
                label = range(begin, i)
                if all(parse.pos[k] in LABEL for k in label) and any(
                    parse.pos[k] in ("PROPN", "NOUN") for k in label
                ):
                    yield Candidate(
                        i,
                        ":",
                        "colon",
                        [(i + 1, end - 1)],
                        i + 1,
                        cue_words=[(i, i)],
                        source=[(begin, i - 1)],
                        source_head=i - 1,
                    )
                break
        begin = end


LABEL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PUNCT", "ADP", "CCONJ", "PART", "NUM"))


# ---------------------------------------------------------------- spans


def cue_words(parse: Parse, candidate: Candidate) -> list[tuple[int, int]]:
    """The cue as written: with its auxiliaries, negation, particle and preposition."""
    if candidate.cue_words:
        return candidate.cue_words
    verb = candidate.governor if candidate.governor >= 0 else candidate.cue
    first = last = candidate.cue
    if candidate.governor >= 0:
        first, last = min(verb, candidate.cue), max(verb, candidate.cue)
    kids = parse.children[verb]
    while first > 0 and parse.dep[first - 1] in WITHIN_CUE and first - 1 in kids:
        first -= 1
    for k in parse.children[candidate.cue]:
        if parse.dep[k] == "prt":
            if any(a <= k - 1 <= b for a, b in candidate.content):
                return [(first, last), (k, k)]  # "ruled that out"
            if k <= candidate.cue + 2:
                last = max(last, k)
    if candidate.construction == "on to":
        last = max(last, candidate.content[0][0] - 1)
    preposition = candidate.construction.split()[-1]
    if candidate.construction.split()[0] in ("prep", "noun", "adj"):
        begin = candidate.content[0][0] if candidate.content else 0
        if last < begin <= last + 8 and parse.lower[begin - 1] == preposition:
            last = begin - 1
    return [(first, last)]


WITHIN_CUE = AUXILIARIES | {"advmod"}


def around(parse: Parse, head: int, cue: int) -> list[tuple[int, int]]:
    """The words below ``head``, without those of a cue set in among them."""
    first, last = parse.left[head], parse.right[head]
    if not first < cue < last:
        return [(first, last)]
    return stretches(parse.subtree(head))


def outside(parse: Parse, head: int, cue: int) -> list[tuple[int, int]]:
    """The words below ``head`` but not below ``cue``, as stretches."""
    first, last = parse.left[cue], parse.right[cue]
    words = parse.subtree(head)
    if first <= head <= last:
        return stretches(words)
    return stretches([i for i in words if not first <= i <= last])


def stretches(words: list[int]) -> list[tuple[int, int]]:
    """[3, 4, 5, 8, 9] as [(3, 5), (8, 9)]."""
    found: list[tuple[int, int]] = []
    for i in words:
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found
