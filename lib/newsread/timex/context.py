"""What an expression is counted from: the article's day, the dates before it, the tense."""

import datetime as dt
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from newsread.timex.periods import Period
from newsread.timex.vocabulary import vocabulary
from newsread.timex.words import Words, letters

REACH = 25  # words either side in which a verb may tell the tense
PLANS = {"expected", "scheduled", "planned", "slated", "due", "proposed", "hoped"}
# Prepositions that look ahead when no verb tells.
AHEAD = {"until", "by", "before", "till", "through"}
ARTICLES = {"the", "a", "an", "its", "his", "her", "their", "this", "that", "our", "my"}


# Quarters that were themselves counted a year back are compared with nothing.
BEFORE = ("a year before", "quarter a year", "period of")


class Seen(NamedTuple):
    """A date that was read earlier in the text."""

    at: int
    period: Period
    text: str
    how: str


class Context:
    """Where the reader stands: the article's day and the dates read so far."""

    def __init__(
        self, words: Words, day: dt.date | None, tense_at: Callable[[int], int] | None = None
    ):
        self.words = words
        self.day = day
        self.tense_at = tense_at
        self.last: Seen | None = None
        self.by_unit: dict[str, Seen] = {}
        self.quarters: deque[Seen] = deque(maxlen=30)
        self.months_at = -1  # where the text last spoke of a stretch of months
        self.tense, self.ahead = vocabulary().tense, vocabulary().ahead
        to_letter = letters()[0]
        self._stops = to_letter["stop"], to_letter["break"]

    def sentence_start(self, i: int) -> int:
        kinds = self.words.kinds
        return max(kinds.rfind(stop, max(0, i - 200), i) for stop in self._stops) + 1

    def sentence_end(self, i: int) -> int:
        kinds = self.words.kinds
        ends = [kinds.find(stop, i, i + 200) for stop in self._stops]
        return min((end for end in ends if end >= 0), default=min(len(kinds), i + 200))

    def remember(self, seen: Seen) -> None:
        self.last = self.by_unit[seen.period.unit] = seen
        if seen.period.unit in ("quarter", "half") and not seen.how.startswith(BEFORE):
            self.quarters.append(seen)

    def latest(self, units: tuple[str, ...] = (), since: int = 0) -> Seen | None:
        """The date read last, of one of these units if any are given, unless before ``since``."""
        if units:
            there = [self.by_unit[unit] for unit in units if unit in self.by_unit]
            seen = max(there, key=lambda seen: seen.at, default=None)
        else:
            seen = self.last
        return seen if seen and seen.at >= since else None

    def in_sentence(self, i: int, units: tuple[str, ...] = ()) -> Seen | None:
        return self.latest(units, since=self.sentence_start(i))

    def range_begun(self, i: int, unit: str) -> Seen | None:
        """The date that word ``i`` ends a range from (``Monday to Friday``), if there is one."""
        if self.words.kind(i - 1) not in ("to", "through", "hyphen", "dash"):
            return None
        seen = self.last
        return seen if seen and seen.at == i - 2 and seen.period.unit == unit else None

    def direction(self, i: int, j: int) -> int:
        """1 when the verbs around words ``i`` to ``j`` look forward, -1 back, 0 when none tells."""
        preposition = self.words.word(self._before(i))
        if preposition == "since":
            return -1
        looks = self.tense_at(self.words.starts[i]) if self.tense_at else 0
        looks = looks or self._verbs_near(i, j)
        if preposition in AHEAD:
            return max(looks, 0) if looks else 1
        return looks

    def own_verb(self, i: int) -> int:
        """What the verb of ``invaded on 24 February`` says of the day; 0 when unsure."""
        if self.words.word(i - 1) != "on":
            return 0
        told = self.tense_at(self.words.starts[i]) if self.tense_at else 0
        return told or (self._looks(i - 2, self.sentence_start(i)) if i > 1 else 0)

    def _verbs_near(self, i: int, j: int) -> int:
        """What the nearest word that tells says: those before words ``i`` to ``j``, then after."""
        start, end = self.sentence_start(i), self.sentence_end(j)
        before = range(i - 1, max(start, i - REACH) - 1, -1)
        after = range(j, min(end, j + REACH))
        return next((looks for k in (*before, *after) if (looks := self._looks(k, start))), 0)

    def _looks(self, k: int, start: int) -> int:
        """What one word tells about the tense: 1 forward, -1 back, 0 nothing."""
        word = self.words.lower[k]
        told = self.tense.get(word)
        before = self.words.lower[k - 1] if k > start else ""
        if told == "forward":
            if word == "to" and not self._promises(k, before):
                return 0
            if (word == "to" or word in PLANS) and self._had(k, start):
                return -1
            if word == "may" and self.words.capital(k):
                return 0
            if word in PLANS and before in ARTICLES:
                return 0
            return 1
        if told == "backward":
            if word == "set" and self.words.word(k + 1) in ("to", "for"):
                return 1
            return -1 if not self._passive(k, start) else 0
        if word.endswith("ed") and len(word) > 4 and not word.startswith("un"):
            return -1 if before not in ARTICLES and not self._passive(k, start) else 0
        return 0

    def _before(self, i: int) -> int:
        """The word before an expression and before what modifies it (``until early``)."""
        k = i - 1
        while k > 0 and self.words.kind(k) in (
            "edge",
            "hyphen",
            "approx",
            "the",
            "of",
            "edge_noun",
        ):
            k -= 1
        return k

    def _had(self, k: int, start: int) -> bool:
        """``had been due to expire``: a plan that is over."""
        return "had" in self.words.lower[max(start, k - 5) : k]

    def _passive(self, k: int, start: int) -> bool:
        """Is word ``k`` a participle whose tense the words before it tell (``will be held``)?"""
        back = self.words.lower[max(start, k - 2) : k]
        return "be" in back or "being" in back or back[-1:] == ["to"]

    def _promises(self, k: int, before: str) -> bool:
        """Does ``to`` at word ``k`` begin what is still to come (``agreed to meet``, ``to be``)?"""
        return self.words.word(k + 1) == "be" or (before in self.ahead and self._infinitive(k + 1))

    def _infinitive(self, k: int) -> bool:
        word = self.words.word(k)
        kind = self.words.kind(k)
        return (
            kind == "plain" and word.isalpha() and word not in ARTICLES and not word.endswith("ing")
        )
