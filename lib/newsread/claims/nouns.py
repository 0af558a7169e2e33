"""Nouns and adjectives and what hangs on them: "her claim that", "she is sure that"."""

from __future__ import annotations

from collections.abc import Iterator

from newsread.claims.candidate import Candidate, Hopeful, cue_lemma
from newsread.claims.pieces import around
from newsread.claims.spelling import american
from newsread.claims.uses import TELLS
from newsread.lexicons import words_for
from newsread.tree import Parse

OBJECTS = frozenset(("dobj", "dative"))


def of_noun(parse: Parse, n: int, hopeful: Hopeful) -> Iterator[Candidate]:
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
            if not hopeful(lemma, name) or (name == "noun as" and governor >= 0):
                continue  # in "dismissed the claim as nonsense" the "as" is the verb's
            for below in parse.children[c]:
                if parse.dep[below] in ("pobj", "pcomp"):
                    content = around(parse, below, n)
                    yield Candidate(n, lemma, name, content, below, governor=governor)


def _verb_over(parse: Parse, n: int) -> int:
    """The verb of which a noun is the object, or stands in a phrase with a preposition."""
    head = parse.head[n]
    if parse.dep[n] == "pobj" and parse.dep[head] == "prep":
        head = parse.head[head]
    elif parse.dep[n] not in OBJECTS or parse.lemma[head] not in words_for("verb_uses", TELLS):
        return -1
    return head if parse.pos[head] == "VERB" and head < n else -1


def of_noun_with_be(parse: Parse, be: int) -> Iterator[Candidate]:
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


def of_adjective(parse: Parse, be: int) -> Iterator[Candidate]:
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
