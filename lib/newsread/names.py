"""Where names stand in a text, and what kind of thing each names.

The language model's entities are where it starts. Their edges are mended by rule, names it
missed are taken up from runs of proper nouns, and then the document is made to agree with
itself: a name found once is found everywhere, under one kind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from newsread.article import Article
from newsread.countries import Polity, polities
from newsread.lexicons import read_lexicon
from newsread.parse import Parse

# What the model calls it -> what it is here. What is not listed is no actor.
KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "MISC": "other",
}
# Labels whose words are not looked at again for names.
BLOCKED = frozenset({"EVENT", "WORK_OF_ART", "LAW", "MONEY", "LANGUAGE"})
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec christmas easter ramadan gmt est pm am internet god".split()
)
LINKS = frozenset({"of", "for", "and", "&", "the", "de", "del", "van", "von", "bin", "al", "-"})
PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "la", "le", "di"})
LONGEST_FORM = 6
PERSONAL_VERBS = frozenset("marry die divorce graduate bear study smile laugh cry".split())
AGE = re.compile(r"[1-9]\d")
BORN = (["born"], ["née"], ["b."], ["d."], ["died"])
KIN = frozenset(
    "father mother son daughter brother sister wife husband parent child family life death "
    "mind career uncle aunt widow friend lawyer attorney body face hand".split()
)
CUTS = frozenset("()[];:/=|")
DASHES = frozenset("-–—")
ARTICLES = frozenset(("The", "A", "An", "the", "a", "an"))
QUANTITIES = frozenset(
    "several many some most few all both other more no hundreds thousands dozens former".split()
)
NO_START = frozenset(("DT", "PRP$", "IN", "CC", "RB", "VBG", "JJ", "TO"))
ABBREVIATED = frozenset(("Inc.", "Corp.", "Ltd.", "Co.", "Jr.", "Sr."))
CAPTIONS = frozenset(("image", "photo", "picture", "credit", "file", "source", "video"))
PREFIXED = re.compile(r"(?:pro|anti|non|pan|post|un)-")
MODEL_NUMBER = re.compile(r"[A-Z]{2,}\d+")
INITIALISM = re.compile(r"(?:[A-Z]\.?){2,6}s?$")


@dataclass(slots=True)
class Name:
    """One name as it stands in the text: words ``first`` to ``last``, both included.

    ``form``: its words joined by one space. ``title``: the title before it, if any.
    ``polity``: the state or bloc its form stands for, if it is such a form.
    """

    first: int
    last: int
    form: str
    kind: str
    how: str
    title: str = ""
    polity: Polity | None = None


def find_names(article: Article) -> list[Name]:
    """All names in text order, none inside another."""
    parse = article.parse
    spans = _Spans(article.text, parse)
    _add_entities(parse, spans)
    _add_polities(parse, spans)
    _drop_titles(parse, spans)
    _join_given_names(parse, spans)
    _widen(parse, spans)
    _add_repeated(parse, spans, {form: 1 for form in spans.forms() if " " in form})
    _add_runs(parse, spans)
    kinds = _agree_on_kinds(parse, spans)
    _add_repeated(parse, spans, kinds)
    _add_in_capitals(parse, spans, kinds)
    _drop_no_actors(parse, spans, kinds)
    surnames = {
        form.split()[-1]
        for form, kind in kinds.items()
        if kind == "person" and " " in form and form not in polities()
    }
    return [_name(parse, spans, kinds, surnames, first) for first in sorted(spans.last)]


class _Spans:
    """Names found so far, by first word; never two on one word."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text = text
        self.parse = parse
        word, start, end = parse.word, parse.start, parse.end
        # True where a line ends between this word and the one before.
        self.breaks = [False] + [
            start[i] - end[i - 1] > 0 and "\n" in text[end[i - 1] : start[i]]
            for i in range(1, len(word))
        ]
        self.capitals = [_in_capitals(word[first : last + 1]) for first, last in parse.sentences]
        self.common = {w for w in word if w.islower()}
        self.blocked = [False] * len(parse)
        for first, last, label in parse.entities:
            if label in BLOCKED:
                self.blocked[first : last + 1] = [True] * (last + 1 - first)
        self.last: dict[int, int] = {}
        self.label: dict[int, str] = {}
        self.how: dict[int, str] = {}
        self.plain: dict[int, str] = {}  # how a name in a headline of capitals is else written
        self.owner: list[int] = [-1] * len(parse)

    def free(self, first: int, last: int) -> bool:
        return all(self.owner[i] < 0 for i in range(first, last + 1))

    def add(self, first: int, last: int, label: str, how: str) -> None:
        for i in range(first, last + 1):
            self.owner[i] = first
        self.last[first], self.label[first], self.how[first] = last, label, how

    def remove(self, first: int) -> None:
        for i in range(first, self.last.pop(first) + 1):
            self.owner[i] = -1
        del self.label[first], self.how[first]

    def forms(self) -> list[str]:
        return list(dict.fromkeys(self.form(first) for first in sorted(self.last)))

    def form(self, first: int) -> str:
        return self.plain.get(first) or self.written(first, self.last[first])

    def written(self, first: int, last: int) -> str:
        return self.text[self.parse.start[first] : self.parse.end[last]].replace("\n", " ")


def _in_capitals(words: list[str]) -> bool:
    """A headline in capitals: the model cannot tell names in it."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return len(letters) > 2 and sum(word.isupper() for word in letters) > 0.7 * len(letters)


# ------------------------------------------------------------------ word lists


@cache
def _by_first_word(lexicon: str, column: str) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in read_lexicon(lexicon):
        words = tuple(row[column].split())
        table[words[0]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


PIECE = re.compile(r"(?:[^\W_]+\.)+(?=\s|$|-)|[^\W_]+|['’]s\b|[^\w\s]")


def word_pieces(form: str) -> list[str]:
    """A written name as the parse cuts it into words."""
    return PIECE.findall(form)


@cache
def polity_forms() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in polities():
        words = tuple(word_pieces(form))
        if words:
            table[words[0]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


@cache
def titles() -> dict[str, str]:
    """Title -> gender it tells ("m", "f" or "")."""
    return {row["title"]: row["gender"] for row in read_lexicon("titles")}


@cache
def given_names() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in read_lexicon("names")}


@cache
def role_kinds() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in read_lexicon("roles")}


@cache
def person_roles() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_lexicon("roles") if row["kind"] == "person")


@cache
def name_heads() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in read_lexicon("name_heads")}


@cache
def _title_ends() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for title in titles():
        words = tuple(title.split())
        table[words[-1]].append(words)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in table.items()}


def title_before(parse: Parse, first: int) -> str:
    """The longest title that ends right before the word ``first``, or ""."""
    word = parse.word
    for words in _title_ends().get(word[first - 1] if first else "", ()):
        start = first - len(words)
        if start >= 0 and tuple(word[start:first]) == words:
            return " ".join(words)
    return ""


# ------------------------------------------------------------------ the model's entities


def _add_entities(parse: Parse, spans: _Spans) -> None:
    for first, last, label in parse.entities:
        if label not in KINDS or spans.capitals[parse.sent[first]]:
            continue
        for piece in _pieces(parse, spans, first, last, label):
            span = _trim(parse, *piece, label)
            if span and spans.free(*span):
                spans.add(*span, label, "named entity")


def _pieces(parse: Parse, spans: _Spans, first: int, last: int, label: str):
    """An entity cut where no name goes on: at brackets, dashes, line ends, "and", "'s"."""
    word = parse.word
    start = first
    if label == "GPE" and spans.written(first, last) in polities():
        yield first, last
        return
    for i in range(first, last + 1):
        cut = (
            word[i] in CUTS
            or (word[i] in DASHES and i > first and parse.start[i] > parse.end[i - 1])
            or (word[i] == "," and label != "ORG")
            or (word[i] == "and" and label in ("GPE", "NORP", "PERSON", "LOC"))
            or (parse.tag[i] == "POS" and i < last and label == "PERSON")
        )
        if cut:
            if i > start:
                yield start, i - 1
            start = i + 1
        elif i > start and spans.breaks[i]:
            yield start, i - 1
            start = i
    if start <= last:
        yield start, last


def _trim(parse: Parse, first: int, last: int, label: str) -> tuple[int, int] | None:
    """Without articles, titles, numbers, genitive endings and marks at its edges."""
    word, tag, lower = parse.word, parse.tag, parse.lower
    while first <= last and (
        not word[first][0].isalnum()
        or word[first] in ARTICLES
        or (first < last and lower[first] in QUANTITIES)
        or (word[first][0].islower() and tag[first] in NO_START)
        or (tag[first] == "CD" and first < last and not word[first][-1].isalpha())
    ):
        first += 1
    while last >= first and (
        tag[last] == "POS"
        or not (
            word[last][-1].isalnum() or word[last] in ABBREVIATED or INITIALISM.match(word[last])
        )
        or (word[last][0].isdigit() and label != "FAC" and last > first)
        or (last > first and lower[last] in CAPTIONS)
    ):
        last -= 1
    if last > first and len(word[last]) == 1 and word[last + 1 : last + 2] == ["-"]:
        last -= 1  # "NASA T-shirt"
    if first > last:
        return None
    if label == "PERSON":
        for start in range(first + 1, min(first + 3, last + 1)):
            if len(title_before(parse, start).split()) > start - first:
                first = start  # "State |Ann Lee" after "Secretary of"
        first = _after_titles(parse, first, last)
    elif label == "ORG":
        while (
            last > first
            and lower[last] in person_roles()
            and word[last] not in name_heads()
            and tag[last] in ("NNP", "NN")
        ):
            last -= 1
    if not any(word[i][0].isupper() or word[i][0].isdigit() for i in range(first, last + 1)):
        return None
    if first == last and (lower[first] in CALENDAR or lower[first] in person_roles()):
        return None
    return first, last


def _after_titles(parse: Parse, first: int, last: int) -> int:
    """The first word after titles, roles and nationalities: "US President |Ann Lee"."""
    word = parse.word
    while first < last:
        for words in _by_first_word("titles", "title").get(word[first], ()):
            if first + len(words) <= last and tuple(word[first : first + len(words)]) == words:
                first += len(words)
                break
        else:
            polity = polities().get(word[first])
            role = parse.lower[first] in person_roles() and word[first] not in given_names()
            if not role and not (polity and polity.relation in ("demonym", "adjective")):
                return first
            first += 1
    return first


def _drop_titles(parse: Parse, spans: _Spans) -> None:
    """ "Home" of "Home Secretary" is no name."""
    for first in list(spans.last):
        last = spans.last[first]
        title = title_before(parse, last + 1)
        if len(title.split()) > last + 1 - first:
            spans.remove(first)  # "State" of "the Secretary of State"
            continue
        if last + 1 >= len(parse) or spans.owner[last + 1] >= 0:
            continue
        if f"{parse.word[last]} {parse.word[last + 1]}" in titles():
            label, how = spans.label[first], spans.how[first]
            spans.remove(first)
            if last - 1 > first:
                spans.add(first, last - 1, label, how)


def _join_given_names(parse: Parse, spans: _Spans) -> None:
    """ "Ann" + "Paris": a given name and what follows it, cut in two by the model."""
    for first in sorted(spans.last):
        second = first + 1
        if (
            spans.label.get(first) in ("PERSON", "GPE")
            and parse.word[first] not in polities()
            and spans.last[first] == first
            and second in spans.last
            and parse.dep[first] == "compound"
            and parse.head[first] == spans.last[second]
            and not spans.breaks[second]
        ):
            last = spans.last[second]
            spans.remove(second)
            spans.remove(first)
            spans.add(first, last, "PERSON", "named entity")


def _widen(parse: Parse, spans: _Spans) -> None:
    """Names over the proper nouns beside them, and an institution's over its "of …"."""
    for first in sorted(spans.last):
        if first not in spans.last:
            continue
        last, label, how = spans.last[first], spans.label[first], spans.how[first]
        start, end = first, last
        while _goes_on(parse, spans, start, start - 1, label):
            start -= 1
        while _goes_on(parse, spans, end + 1, end + 1, label):
            end += 1
        end = _over_hyphen(parse, spans, end, label)
        if label == "ORG":
            end = _over_of(parse, spans, end)
        if (start, end) != (first, last):
            if label == "PERSON" and start < first:
                start = min(first, _after_titles(parse, start, last))
            spans.remove(first)
            for i in range(start, end + 1):
                if spans.owner[i] >= 0:
                    spans.remove(spans.owner[i])
            spans.add(start, end, label, how)


def _goes_on(parse: Parse, spans: _Spans, later: int, i: int, label: str) -> bool:
    """Does the name go on over the word ``i``? ``later``: the later word at the seam."""
    return (
        0 <= i < len(parse)
        and not spans.breaks[later]
        and _is_name_word(parse, spans, i)
        and parse.sent[i] == parse.sent[later - 1] == parse.sent[min(later, len(parse) - 1)]
        and parse.lower[i] not in person_roles()
        and parse.word[i] not in titles()
        and " " not in title_before(parse, i + 1)
        and not (len(parse.word[i]) == 1 and parse.word[i + 1 : i + 2] == ["-"])
    )


def _over_hyphen(parse: Parse, spans: _Spans, end: int, label: str) -> int:
    """ "Kim Jong|-un", but not "London|-based"."""
    while (
        end + 2 < len(parse)
        and parse.word[end + 1] == "-"
        and parse.start[end + 1] == parse.end[end]
        and parse.start[end + 2] == parse.end[end + 1]
        and parse.word[end + 2].isalpha()
        and (
            parse.word[end + 2][0].isupper()
            or (label == "PERSON" and parse.tag[end + 2][:2] in ("NN", "FW"))
        )
    ):
        end += 2
    return end


def _over_of(parse: Parse, spans: _Spans, end: int) -> int:
    if parse.word[end] not in name_heads() or end + 2 >= len(parse):
        return end
    i = end + 1
    if parse.lower[i] not in ("of", "for"):
        return end
    i += 1
    if parse.lower[i] == "the" and i + 1 < len(parse):
        i += 1
    last = i - 1
    while last + 1 < len(parse) and (
        parse.tag[last + 1] in ("NNP", "NNPS")
        and parse.lower[last + 1] not in CALENDAR
        and parse.word[last + 1][0].isupper()
    ):
        last += 1
    return last if last >= i else end


# ------------------------------------------------------------------ states and their words


def _add_polities(parse: Parse, spans: _Spans) -> None:
    word, forms = parse.word, polity_forms()
    i = 0
    while i < len(word):
        for words in forms.get(word[i], ()):
            last = i + len(words) - 1
            if tuple(word[i : last + 1]) == words and spans.free(i, last):
                spans.add(i, last, "GPE", "list of states")
                i = last
                break
        if (
            len(word[i]) > 3
            and word[i].isupper()
            and not spans.capitals[parse.sent[i]]
            and word[i] not in polities()
            and word[i].title() in polities()
        ):
            if spans.owner[i] < 0:
                spans.add(i, i, "GPE", "list of states")
            if spans.last.get(i) == i:
                spans.plain[i] = word[i].title()  # "OSLO (Reuters) -"
        i += 1


# ------------------------------------------------------------------ runs of proper nouns


def _add_runs(parse: Parse, spans: _Spans) -> None:
    i = 0
    while i < len(parse):
        last = i
        while (
            last < len(parse)
            and _is_name_word(parse, spans, last)
            and (last == i or not spans.breaks[last])
        ):
            last += 1
        if last > i and not spans.capitals[parse.sent[i]]:
            _add_run(parse, spans, i, last - 1)
        i = max(last, i + 1)


def _is_name_word(parse: Parse, spans: _Spans, i: int) -> bool:
    return (
        parse.tag[i] in ("NNP", "NNPS")
        and parse.word[i][0].isupper()
        and parse.word[i][-1] != "-"
        and spans.owner[i] < 0
        and not spans.blocked[i]
        and parse.lower[i] not in CALENDAR
        and parse.lower[i] not in CAPTIONS
    )


def _add_run(parse: Parse, spans: _Spans, first: int, last: int) -> None:
    word = parse.word
    start = _after_titles(parse, first, last)
    if (start == last and parse.lower[last] in person_roles()) or word[last] in titles():
        return
    title, first = start > first, start
    heads = name_heads()
    if first == last and parse.lower[first] in spans.common:
        return
    if title or (word[first] in given_names() and last > first):
        spans.add(first, last, "PERSON", "title before it" if title else "given name")
    elif word[last] in heads and last > first:
        if heads[word[last]] != "other":
            label = "ORG" if heads[word[last]] == "organization" else "LOC"
            spans.add(first, last, label, "last word")
    elif first < last or len(word[first]) > 1:
        initials = first == last and INITIALISM.match(word[first])
        label = "ORG" if initials else "MISC"
        spans.add(first, last, label, "initials" if initials else "proper nouns")


# ------------------------------------------------------------------ agreement over the document


def _agree_on_kinds(parse: Parse, spans: _Spans) -> dict[str, str]:
    """One kind for each form, by what speaks for it in all its places."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for first in sorted(spans.last):
        label = spans.label[first]
        count = votes[spans.form(first)]
        count[KINDS[label]] += 0.4 if spans.how[first] == "proper nouns" else 1
        _vote_by_context(parse, spans, first, count)
    kinds = {form: count.most_common(1)[0][0] for form, count in votes.items()}
    known = polities()
    heads = name_heads()
    for form in kinds:
        words = form.split()
        if form in known:
            kinds[form] = known[form].kind
        elif len(words) > 1 and (head := _main_word(words)) in heads:
            kinds[form] = heads[head]
    _agree_in_families(kinds, known)
    for form in [form for form, kind in kinds.items() if kind == "person" and " " in form]:
        surname = form.split()[-1]
        if surname in kinds and (surname not in known or votes[surname]["person"] >= 1):
            kinds[surname] = "person"
    return kinds


def _agree_in_families(kinds: dict[str, str], known: dict[str, Polity]) -> None:
    """ "Ann Lee" is a person if "Ann Marie Lee" or "Lee" is."""
    ends = {
        (form.split()[0], form.split()[-1])
        for form, kind in kinds.items()
        if kind == "person" and " " in form
    }
    for form in kinds:
        words = form.split()
        if len(words) < 2 or form in known or words[-1] in name_heads():
            continue
        surname = len(words) < 4 and kinds.get(words[-1]) == "person"
        if (words[0], words[-1]) in ends or surname:
            kinds[form] = "person"


def _main_word(words: list[str]) -> str:
    """ "Bank" in "Bank of Norway", "Bank" in "Norwegian Bank"."""
    for i, word in enumerate(words):
        if i and word in ("of", "for", "on", "at"):
            return words[i - 1]
    return words[-1]


def _vote_by_context(parse: Parse, spans: _Spans, first: int, count: Counter[str]) -> None:
    last = spans.last[first]
    word, children = parse.word, parse.children
    if title_before(parse, first):
        count["person"] += 3
    if len(word[first]) == 2 and word[first][1] == "." and last > first:
        count["person"] += 3  # "P. Lee"
    if word[first] in given_names() and last > first:
        count["person"] += 1.5
    if parse.lower[last + 1 : last + 2] == ["("] and parse.lower[last + 2 : last + 3][0:1] in BORN:
        count["person"] += 3  # "Ann Lee (born 1950)"
    after = parse.word[last + 1 : last + 4]
    if len(after) == 3 and after[0] == "," and after[2] in (",", ".") and AGE.fullmatch(after[1]):
        count["person"] += 3  # "Lee, 54, …"
    dep, governor = parse.dep[last], parse.head[last]
    verb = parse.lemma[governor]
    if dep in ("nsubj", "nsubjpass") and verb in PERSONAL_VERBS:
        count["person"] += 1.5
    elif dep == "nsubj" and verb in ("say", "tell", "think", "believe") and last > first:
        count["person"] += 0.6
    elif dep == "poss" and parse.lemma[governor] in KIN:
        count["person"] += 2
    elif dep == "pobj" and parse.lower[governor] in ("in", "at", "near"):
        count["place"] += 0.5
    for child in children[last]:
        if parse.dep[child] == "appos":
            kind = role_kinds().get(parse.lower[child])
            if kind in ("person", "organization"):
                count[kind] += 2
    if dep == "appos" and role_kinds().get(parse.lower[governor]) in ("person", "organization"):
        count[role_kinds()[parse.lower[governor]]] += 2
    if dep == "compound" or first == 0:
        return
    role = parse.lower[first - 1]
    if role in person_roles() and word[first - 1].islower():
        count["person"] += 1.5


def _add_repeated(parse: Parse, spans: _Spans, kinds: dict[str, str]) -> None:
    """A name found once is found wherever its words stand again."""
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in list(kinds):
        words = tuple(word_pieces(form))
        if not words:
            continue
        forms[words[0]].append(words)
        if kinds[form] == "person" and len(words) > 1 and len(words[-1]) > 2:
            forms[words[-1]].append(words[-1:])
            kinds.setdefault(words[-1], "person")
    for options in forms.values():
        options.sort(key=len, reverse=True)
    word = parse.word
    for i in range(len(word)):
        for words in forms.get(word[i], ()):
            last = i + len(words) - 1
            alike = tuple(word[i : last + 1]) == words and spans.free(i, last)
            noun = parse.pos[i] in ("PROPN", "NOUN") and word[i][0].isupper()
            if alike and (last > i or noun):
                spans.add(i, last, "GPE", "the same name elsewhere")
                break


def _add_in_capitals(parse: Parse, spans: _Spans, kinds: dict[str, str]) -> None:
    """In a headline in capitals: the names that the text below it has, and states."""
    if not any(spans.capitals):
        return
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in [*kinds, *polities()]:
        words = tuple(form.upper().split())
        if words and len(form) > 3:
            forms[words[0]].append(words)
    for options in forms.values():
        options.sort(key=len, reverse=True)
    written = {form.upper(): form for form in [*polities(), *kinds]}
    for number, (first, last) in enumerate(parse.sentences):
        if not spans.capitals[number]:
            continue
        for i in range(first, last + 1):
            for words in forms.get(parse.word[i], ()):
                end = i + len(words) - 1
                if tuple(parse.word[i : end + 1]) == words and spans.free(i, end):
                    spans.add(i, end, "GPE", "the same name in capitals")
                    spans.plain[i] = written[" ".join(words)]
                    break


def _drop_no_actors(parse: Parse, spans: _Spans, kinds: dict[str, str]) -> None:
    """Laws, wars, prizes, faiths, languages: names, but nobody's."""
    known = polities()
    heads = name_heads()
    things = _things(parse, spans, kinds)
    for first in list(spans.last):
        form = spans.form(first)
        last = spans.last[first]
        polity = known.get(form)
        language = (
            polity
            and polity.relation == "demonym"
            and polity.kind != "group"
            and first == last
            and parse.dep[first] in ("pobj", "dobj")
            and parse.lower[first - 1]
            in ("in", "speak", "speaks", "spoke", "from", "into", "learn")
        )
        if (
            language
            or form in things
            or _in_an_adjective(parse, first)
            or (polity and polity.relation == "no actor")
            or (not polity and last > first and heads.get(parse.word[last]) == "other")
        ):
            spans.remove(first)


def _in_an_adjective(parse: Parse, first: int) -> bool:
    """ "pro-Oslo": a view, not Oslo."""
    if PREFIXED.match(parse.lower[first]):
        return True
    return (
        first > 1
        and parse.word[first - 1] == "-"
        and parse.end[first - 1] == parse.start[first]
        and parse.lower[first - 2] in ("pro", "anti", "non", "pan", "post", "un")
    )


def _things(parse: Parse, spans: _Spans, kinds: dict[str, str]) -> set[str]:
    """One-word names of things: "an Xbox", "Xboxes", "IE6"."""
    found: set[str] = set()
    known = polities()
    for first, last in spans.last.items():
        word = parse.word[first]
        if first < last or word in known:
            continue
        one_of_many = first and parse.lower[first - 1] in ("a", "an")
        is_head = parse.dep[first] not in ("compound", "nmod", "amod", "poss")
        unsure = kinds.get(word) in ("organization", "other")
        if (one_of_many and is_head and unsure) or MODEL_NUMBER.fullmatch(word):
            found |= {word, word + "s"}
    return found


def _name(
    parse: Parse, spans: _Spans, kinds: dict[str, str], surnames: set[str], first: int
) -> Name:
    form = spans.form(first)
    kind, polity = kinds.get(form, KINDS[spans.label[first]]), polities().get(form)
    if polity and form in surnames and not (first and parse.pos[first - 1] == "ADP"):
        kind, polity = "person", None
    return Name(
        first,
        spans.last[first],
        form,
        kind,
        spans.how[first],
        title_before(parse, first),
        polity,
    )
