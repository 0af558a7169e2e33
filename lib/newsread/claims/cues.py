"""Where something may be put in somebody's mouth: every cue word in every construction.

Every verb, noun and adjective that stands in one is a candidate here; which candidates are
claims is decided elsewhere, by counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsread.claims.candidate import AUXILIARIES, Candidate, Hopeful
from newsread.claims.labels import ACCORDING_ENDS, of_according, of_colons
from newsread.claims.nouns import of_noun
from newsread.claims.verbs import of_verb
from newsread.tree import Parse


def find_candidates(
    parse: Parse, hopeful: Hopeful = lambda lemma, construction: True
) -> Iterator[Candidate]:
    """Every cue word in every construction it stands in, in text order.

    Those not ``hopeful`` may be left out early, where nothing else depends on them.
    """
    dep, children = parse.dep, parse.children
    for i, kind in enumerate(parse.pos):
        if kind == "VERB" or (kind == "AUX" and dep[i] not in AUXILIARIES):
            yield from of_verb(parse, i, hopeful)
        elif kind == "NOUN":
            if children[i]:
                yield from of_noun(parse, i, hopeful)
        elif (kind == "ADP" or kind == "SCONJ") and parse.lower[i] in ACCORDING_ENDS:
            yield from of_according(parse, i)
    yield from of_colons(parse)
