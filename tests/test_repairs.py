"""Slips of the model put right: the sentence, and how it hangs together afterwards."""

import pytest
from newsread.repairs import repair
from newsread.tree import Parse

# sentence, verb that must lead it, verb the model had put on top, what that one really is
SLIPS = [
    (
        "Bolivia condemned its rival for the recent shelling and the “mass arrests” it claims "
        "Paraguay carried out two years ago.",
        "condemned",
        "claims",
        "relcl",
    ),
    (
        "The survey is honest but needs more detail, so we call it Partly Right.",
        "is",
        "call",
        "conj",
    ),
]


@pytest.mark.parametrize(("sentence", "leads", "misread", "dep"), SLIPS)
def test_speech_needs_a_comma_before_its_verb(reading, sentence, leads, misread, dep):
    parse = reading(sentence).parse
    root, other = parse.word.index(leads), parse.word.index(misread)
    assert parse.head[root] == root
    assert parse.dep[other] == dep


@pytest.mark.parametrize(
    "sentence",
    [
        "The road is closed, the police said.",
        "“We will win,” Ann Lee told reporters.",
        "The strike will go on, said the union that called it.",
    ],
)
def test_real_speech_before_its_verb_stays(reading, sentence):
    parse = reading(sentence).parse
    assert "ccomp" in parse.dep
    said = next(i for i, lemma in enumerate(parse.lemma) if lemma in ("say", "tell"))
    assert parse.head[said] == said


def test_every_word_still_hangs_on_a_root(seed):
    parse = seed.parse
    for i in range(len(parse)):
        for _ in range(len(parse)):
            if parse.head[i] == i:
                break
            i = parse.head[i]
        assert parse.head[i] == i


def test_an_opening_mark_belongs_to_the_sentence_it_opens(reading):
    text = "The mayor was not amused. ''They never asked me,'' she said. ''That is wrong.''"
    article = reading(text)
    assert list(article.sentences["text"])[1:] == [
        "''They never asked me,'' she said.",
        "''That is wrong.''",
    ]


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("The council has pooh-poohed the plan.", "council", "poohed"),
        (
            "In the harbour scandal, people were mistakenly charged fees, saw their credit fall.",
            "people",
            "charged",
        ),
    ],
)
def test_a_subject_hangs_on_the_main_verb(reading, sentence, subject, verb):
    parse = reading(sentence).parse
    assert parse.word[parse.head[parse.word.index(subject)]] == verb


def test_what_is_demanded_is_a_verb(reading):
    parse = reading("Ann Lee demanded that Tom Ray resign.").parse
    resign, ray = parse.word.index("resign"), parse.word.index("Ray")
    assert parse.tag[resign] == "VB"
    assert (parse.dep[ray], parse.head[ray]) == ("nsubj", resign)


def test_a_past_is_no_pair_with_an_infinitive(reading):
    parse = reading("The union urged both sides to talk and offered to mediate.").parse
    offered = parse.word.index("offered")
    assert parse.word[parse.head[offered]] == "urged"
    assert parse.word[parse.head[parse.word.index("and")]] == "urged"


def test_no_clause_is_hung_below_itself():
    """ "plan" hangs on "fail", that on "says": were "says" hung on "plan", they ran in a ring."""
    words = [
        ("Ann", "PROPN", "nsubj", 1),
        ("praised", "VERB", "ccomp", 4),
        ("plan", "NOUN", "dobj", 5),
        ("Bob", "PROPN", "nsubj", 4),
        ("says", "VERB", "ROOT", 4),
        ("fail", "VERB", "xcomp", 4),
    ]
    word, pos, dep, head = (list(column) for column in zip(*words, strict=True))
    sent = [0] * len(words)
    parse = Parse(word=word, pos=pos, tag=pos, dep=dep, head=head, sent=sent, sentences=[(0, 5)])
    repair(parse)
    for i in range(len(words)):
        steps = 0
        while parse.head[i] != i and steps < len(words):
            i, steps = parse.head[i], steps + 1
        assert parse.head[i] == i
