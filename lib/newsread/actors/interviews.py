"""Who "I" and "you" are in an interview printed as questions and answers."""

from __future__ import annotations

from collections import Counter

from newsread.actors.discourse import Discourse
from newsread.actors.lexicon_words import cue_words
from newsread.actors.quoting import Quoted

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
# Fewer than this outside quotation marks, and the text is no interview.
ENOUGH = 5


class Interview:
    """``guest``: the actor that answers, or -1 where the text is no interview."""

    def __init__(self, discourse: Discourse, quoted: Quoted) -> None:
        self.parse = discourse.parse
        self.guest = -1
        lower = self.parse.lower
        spoken = sum(word in FIRST_PERSON and quoted.inside[i] < 0 for i, word in enumerate(lower))
        if spoken < ENOUGH:
            return
        self.asks = self._questions()
        if any(self.asks.values()):
            self.guest = self._find_guest(discourse)

    def _questions(self) -> dict[int, bool]:
        """Paragraph -> does it end with a question mark?"""
        ends = {paragraph: i for i, paragraph in enumerate(self.parse.paragraph)}
        return {paragraph: self.parse.word[i] == "?" for paragraph, i in ends.items()}

    def _find_guest(self, discourse: Discourse) -> int:
        """The person spoken with; else the one person that is named more than the others."""
        parse = self.parse
        count: Counter[int] = Counter()
        for i, actor in discourse.at.items():
            if actor < 0 or discourse.actors[actor].kind != "person":
                continue
            count[actor] += 1
            governor = parse.head[i]
            verb = parse.head[governor] if parse.dep[i] == "pobj" else governor
            talks = parse.lemma[verb].lower() in cue_words("guest by verb")
            if talks or parse.lower[verb] == "interview":
                count[actor] += 3
        best = count.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return -1
        return best[0][0]

    def who(self, i: int) -> int:
        """The guest, if the word ``i`` is "I" in an answer or "you" in a question."""
        if self.guest < 0:
            return -1
        asked = self.asks[self.parse.paragraph[i]]
        if self.parse.lower[i] in (SECOND_PERSON if asked else FIRST_PERSON):
            return self.guest
        return -1
