"""Slips of the language model that a rule of English shows to be slips, put right."""

from __future__ import annotations

from newsread.tree import Parse

QUOTES = frozenset(("“", "”", '"', "‘", "’", "'", "``", "''", "«", "»"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass"))
NOUNS = frozenset(("NOUN", "PROPN"))

# The word before the misread verb's subject -> how that verb's clause really hangs on.
INTRODUCED_BY = {"so": "conj", "because": "advcl", "should": "advcl", "that": "ccomp"}


def repair(parse: Parse) -> None:
    """Put the parse right in place; called once, before anything else has read it."""
    for number in range(1, len(parse.sentences)):
        _take_opening_mark(parse, number)
    for i, dep in enumerate(parse.dep):
        if dep == "ccomp" and parse.tag[i] == "NN":
            _give_subject(parse, i)
        elif dep == "ccomp" and parse.head[i] > i:
            _unquote(parse, i)
        elif dep in SUBJECTS and parse.dep[parse.head[i]] in AUXILIARIES:
            main = parse.head[parse.head[i]]
            parse.head[i] = main if main != i else parse.head[i]  # a subject is the main verb's
        elif dep == "conj" and parse.tag[i] == "VBD" and parse.tag[parse.head[i]] == "VB":
            _coordinate_finite(parse, i)


def _take_opening_mark(parse: Parse, number: int) -> None:
    """A mark set close to a sentence's first word opens it; it does not end the one before."""
    (before, mark), (first, last) = parse.sentences[number - 1], parse.sentences[number]
    if parse.word[mark] not in QUOTES or mark == before:
        return
    close_to_next = parse.end[mark] == parse.start[first]
    if not close_to_next or parse.end[mark - 1] == parse.start[mark]:
        return
    parse.sentences[number - 1] = (before, mark - 1)
    parse.sentences[number] = (mark, last)
    parse.sent[mark] = number
    parse.head[mark] = next((i for i in range(first, last + 1) if parse.head[i] == i), first)


def _unquote(parse: Parse, verb: int) -> None:
    """Speech comes before its verb only with a comma or a closing mark between them.

    In "Ann praised the plan Bob says will fail" the model may read "Ann praised the plan"
    as what Bob says. Without the comma it cannot be: "Bob says" belongs to "the plan".
    """
    later = parse.head[verb]
    subject = _first_word_of_subject(parse, verb, later)
    if subject is None:
        return
    before = _word_before(parse, subject, verb)
    if before is None or any(parse.word[i] in QUOTES for i in range(subject, later)):
        return
    head, dep = verb, INTRODUCED_BY.get(parse.word[before].lower())
    if dep is None:
        if parse.pos[before] not in NOUNS or not _hangs_below(parse, before, verb):
            return
        head, dep = before, "relcl"
    above = parse.head[later]
    parse.head[verb] = verb if above == later else above
    parse.dep[verb] = parse.dep[later]
    parse.head[later], parse.dep[later] = head, dep
    first, last = parse.sentences[parse.sent[verb]]
    for i in (*range(first, verb), *range(later + 1, last + 1)):
        if parse.head[i] == later and (i < verb or parse.dep[i] == "punct"):
            parse.head[i] = verb


def _give_subject(parse: Parse, i: int) -> None:
    """ "demanded that Ray resign": what follows "that" and a name is a verb, no noun."""
    name = i - 1
    marked = any(parse.head[k] == i and parse.dep[k] == "mark" for k in range(max(0, i - 8), i))
    if not marked or parse.tag[name] not in ("NNP", "NNPS") or parse.head[name] != i:
        return
    if parse.word[i].islower() and parse.dep[name] == "compound":
        parse.tag[i], parse.pos[i], parse.dep[name] = "VB", "VERB", "nsubj"


def _coordinate_finite(parse: Parse, verb: int) -> None:
    """ "urged both to talk and offered help": past and infinitive are no pair, two pasts are."""
    above, known = parse.head[verb], {verb}
    while parse.tag[above] != "VBD" and above not in known:
        known.add(above)
        above = parse.head[above]
    if parse.tag[above] != "VBD" or above > verb:
        return
    infinitive = parse.head[verb]
    for i in range(infinitive + 1, verb):
        if parse.head[i] == infinitive and parse.dep[i] == "cc":
            parse.head[i] = above
    parse.head[verb] = above


def _hangs_below(parse: Parse, i: int, above: int) -> bool:
    """Only then may what stood above hang on the word: else the tree would run in a ring."""
    while parse.head[i] != i:
        i = parse.head[i]
        if i == above:
            return True
    return False


def _word_before(parse: Parse, subject: int, verb: int) -> int | None:
    """The word before the subject, with nothing between that ends a quoted statement."""
    before = subject - 1
    if parse.word[before] in QUOTES:
        # A few quoted words that began after the verb ("the “grave crimes” it says") are
        # no statement; a mark that was opened earlier closes one.
        before -= 1
        if not any(parse.word[i] in QUOTES for i in range(verb + 1, before)):
            return None
    return before if before > verb and parse.word[before][-1].isalnum() else None


def _first_word_of_subject(parse: Parse, verb: int, later: int) -> int | None:
    """Where the later verb's subject begins, if it stands between the two verbs."""
    for i in range(later - 1, verb, -1):
        if parse.head[i] == later and parse.dep[i] in ("nsubj", "nsubjpass"):
            while i - 1 > verb and _climbs_to(parse, i - 1, later, i):
                i -= 1
            return i
    return None


def _climbs_to(parse: Parse, i: int, later: int, subject: int) -> bool:
    """Does the word hang, step by step, on the subject and not on the verbs themselves?"""
    for _ in range(12):
        head = parse.head[i]
        if head in (i, later) or head < i:
            return False
        if head >= subject and head < later:
            return True
        i = head
    return False
