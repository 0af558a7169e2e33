"""British spellings of cue words, folded to the American ones of the tables."""

from __future__ import annotations

import re
from functools import cache

# Verbs that end in -ise on both sides of the ocean.
ALWAYS_ISE = frozenset(
    "advertise advise apprise arise chastise circumcise compromise comprise concise demise despise"
    " devise disenfranchise enfranchise enterprise excise exercise expertise franchise improvise"
    " incise likewise merchandise otherwise paradise precise premise promise reprise revise"
    " supervise surmise surprise televise treatise uprise".split()
)
# Nouns and verbs that end in -our on both sides.
ALWAYS_OUR = frozenset(
    "contour detour devour flour four glamour hour our pour scour sour tour".split()
)
# Those that follow no rule.
WORDS = {
    "analyse": "analyze",
    "defence": "defense",
    "offence": "offense",
    "pretence": "pretense",
    "sceptical": "skeptical",
    "scepticism": "skepticism",
}
ENDINGS = (
    (re.compile(r"(?<=\w[^\Waou])is(?=e$|ation$)"), ALWAYS_ISE, "iz"),
    (re.compile(r"our(?=$|able$|ing$)"), ALWAYS_OUR, "or"),
)


@cache
def american(lemma: str) -> str:
    """ "criticise" as "criticize", "favour" as "favor"; any other word as it is."""
    if lemma in WORDS:
        return WORDS[lemma]
    for ending, kept, new in ENDINGS:
        if lemma not in kept:
            lemma = ending.sub(new, lemma)
    return lemma
