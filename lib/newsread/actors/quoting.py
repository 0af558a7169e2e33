"""Which words stand inside quotation marks, and whose words they are."""

from __future__ import annotations

from newsread.actors.acting import acting_verbs
from newsread.quotes import Quotation
from newsread.tree import Parse


class Quoted:
    """``inside[i]``: number of the quotation the word stands in, or -1."""

    def __init__(self, quotations: list[Quotation], parse: Parse) -> None:
        self.parse = parse
        self.inside = [-1] * len(parse)
        self.spans: list[range] = []
        for quotation in quotations:
            if quotation.depth:
                continue
            words = parse.tokens_in(quotation.inner_start, quotation.inner_end)
            if not words:
                continue
            for i in words:
                self.inside[i] = len(self.spans)
            self.spans.append(words)
        self.speakers = [self._speaker(words) for words in self.spans]

    def speaker(self, i: int) -> int:
        """The word that names who says word ``i``: -1 outside quotations or if nobody is found."""
        number = self.inside[i]
        return self.speakers[number] if number >= 0 else -1

    def _speaker(self, words: range) -> int:
        """The subject of a verb of saying beside the quotation, in its own or the next sentence."""
        parse = self.parse
        said = acting_verbs()
        first, last = words[0], words[-1]
        start = parse.sentences[parse.sent[first]][0]
        end = parse.sentences[parse.sent[last]][1]
        paragraph = parse.paragraph[first]
        if last == end or self._closed_at(last, end):
            follows = parse.sent[last] + 1
            if follows < len(parse.sentences):
                after = parse.sentences[follows]
                if parse.paragraph[after[0]] == paragraph:
                    end = after[1]
        near = [
            i
            for i in range(start, end + 1)
            if self.inside[i] < 0
            and said.get(parse.lemma[i]) == "says"
            and parse.pos[i] in ("VERB", "AUX")
        ]
        near.sort(key=lambda i: min(abs(i - first), abs(i - last)))
        for verb in near:
            for child in parse.children[verb]:
                if parse.dep[child] == "nsubj" and self.inside[child] < 0:
                    return child
        before = self._said_before(start, paragraph)
        if before >= 0 and not near:
            return before
        for i in range(start, min(end, last + 40) + 1):
            if parse.lower[i] == "according" and self.inside[i] < 0:
                for j in range(i + 1, min(i + 12, len(parse))):
                    if parse.dep[j] == "pobj":
                        return j
        return -1

    def _said_before(self, start: int, paragraph: int) -> int:
        """Who spoke in the sentence before, where a quotation goes on after a full stop."""
        parse = self.parse
        if not start or parse.paragraph[start - 1] != paragraph:
            return -1
        said = acting_verbs()
        first, last = parse.sentences[parse.sent[start] - 1]
        if not any(self.inside[i] >= 0 for i in range(first, last + 1)):
            return -1
        for i in range(last, first - 1, -1):
            if self.inside[i] < 0 and said.get(parse.lemma[i]) == "says" and parse.pos[i] == "VERB":
                for child in parse.children[i]:
                    if parse.dep[child] == "nsubj" and self.inside[child] < 0:
                        return child
        return -1

    def _closed_at(self, last: int, end: int) -> bool:
        return all(not self.parse.word[i].isalnum() for i in range(last + 1, end + 1))
