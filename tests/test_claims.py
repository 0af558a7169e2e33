"""Who says what: a sentence and the claims it should give, and what holds for every row."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsread import Article, find_claims, lexicons, load_lexicon
from newsread.claims import uses
from newsread.claims.finding import find_scored_candidates
from newsread.claims.nesting import nest
from newsread.claims.scoring import features_of, read_scales
from newsread.lexicons import read_lexicon
from newsread.tables import COLUMNS, make_table, read_spans

NOBODY = make_table("mentions", [])
USES = {use for name, use in vars(uses).items() if name.isupper()}


@pytest.fixture(scope="session")
def claims_in(reading):
    def claims(text):
        return find_claims(reading(text), NOBODY)

    return claims


def triples(table):
    return [(row.source, row.cue_lemma, row.content) for row in table.itertuples()]


ONE = [
    ("The minister said that the road was open.", "The minister", "say", "that the road was open"),
    ("The minister said the road was open.", "The minister", "say", "the road was open"),
    ("The road was open, the minister said.", "the minister", "say", "The road was open"),
    ("“The road is open,” said the minister.", "the minister", "say", "“The road is open,”"),
    (
        "The minister pledged to open the road in May.",
        "The minister",
        "pledge",
        "to open the road in May",
    ),
    ("The ministry denied fielding any units.", "The ministry", "deny", "fielding any units"),
    ("Mr. Hill condemned the attack.", "Mr. Hill", "condemn", "the attack"),
    (
        "According to the police, the driver was drunk.",
        "the police",
        "according to",
        "the driver was drunk",
    ),
    ("Ann Hill: “Taxes will fall next year.”", "Ann Hill", ":", "“Taxes will fall next year.”"),
    (
        "The envoy called on the rebels to release the hostages.",
        "The envoy",
        "call",
        "the rebels to release the hostages",
    ),
    (
        "The law was passed, Ms. Hill wrote, to protect the banks.",
        "Ms. Hill",
        "write",
        "The law was passed … to protect the banks",
    ),
    ("It was announced that the road would close.", "", "announce", "that the road would close"),
    ("The mayor criticised the new plan.", "The mayor", "criticize", "the new plan"),
    ("She emphasised that it was safe.", "She", "emphasize", "that it was safe"),
    ("RIVERTON — The road was open, the mayor said.", "the mayor", "say", "The road was open"),
    (
        "The club backs the plan but deputy mayor Tom Reed opposes it.",
        "The club",
        "back",
        "the plan",
    ),
    (
        "Ms. Hill, who chairs the board, said it rained.",
        "Ms. Hill, who chairs the board",
        "say",
        "it rained",
    ),
    ("The club has denied any wrongdoing.", "The club", "deny", "any wrongdoing"),
    ("Mr. Hill is said to have sold the farm.", "", "say", "Mr. Hill … to have sold the farm"),
    (
        "Mr. Hill claimed it was late and that the bridge was closed.",
        "Mr. Hill",
        "claim",
        "it was late and that the bridge was closed",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), ONE)
def test_source_cue_and_content(claims_in, text, source, cue, content):
    assert (source, cue, content) in triples(claims_in(text))


def test_two_cues_of_one_speaker_are_two_claims(claims_in):
    found = claims_in(
        "The minister said that the road was open and promised that it would stay so."
    )
    assert triples(found) == [
        ("The minister", "say", "that the road was open"),
        ("The minister", "promise", "that it would stay so"),
    ]
    assert set(found["parent"]) == {""}


def test_a_participle_after_a_clause_has_the_same_speaker(claims_in):
    found = claims_in("Ms. Hill announced that she had sold the farm, saying that it was too big.")
    assert ("Ms. Hill", "say", "that it was too big") in triples(found)
    assert ("Ms. Hill", "announce", "that she had sold the farm") in triples(found)


def test_that_and_that_stays_one(claims_in):
    found = claims_in("The minister said that the road was open and that the bridge was safe.")
    assert [row.content for row in found.itertuples()] == [
        "that the road was open and that the bridge was safe"
    ]


def test_a_claim_in_a_claim_has_a_parent(claims_in):
    found = claims_in("Ms. Hill said that the ministry claimed that the road was open.")
    outer, inner = found.to_dict("records")
    assert (outer["cue_lemma"], outer["parent"]) == ("say", "")
    assert (inner["cue_lemma"], inner["parent"]) == ("claim", outer["claim_id"])
    assert inner["source"] == "the ministry"


QUOTED = [
    ("“The road is open,” she said.", "whole"),
    ("She said that the road was “open to all”.", "part"),
    ("She said that the road was open.", "none"),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quoted(claims_in, text, quoted):
    assert claims_in(text)["quoted"].tolist() == [quoted]


def test_a_quotation_runs_on_over_sentences(claims_in):
    found = claims_in(
        "“He is a proud father,” she said. “A father for the third time. He is glad.”\n\n"
        "The road was closed."
    )
    assert (found["source"][0], found["cue_lemma"][0]) == ("she", "say")
    assert found["content"][0] == (
        "“He is a proud father,” … “A father for the third time. He is glad.”"
    )


def test_a_quotation_runs_on_over_paragraphs(claims_in):
    found = claims_in("She said: “The road is open.\n\n“The bridge is open too.”")
    assert found["content"][0].endswith("“The bridge is open too.”")


def test_a_quotation_around_its_cue_is_one(claims_in):
    found = claims_in("“We must wait,” he said, “and see what comes of it.”")
    assert ("he", "say", "“We must wait,” … “and see what comes of it.”") in triples(found)


def test_a_scare_quote_is_no_claim_of_its_own(claims_in):
    found = claims_in("The ministry claimed that the town felt “impunity,” and left.")
    assert found["cue_lemma"].tolist() == ["claim"]
    assert found["quoted"].tolist() == ["part"]


NOTHING = [
    "The train left at noon.",
    "The river flows through the valley.",
    "Two men carried the table into the house.",
    "The “old town” has narrow streets.",
    "Nobody said that the road was open.",
    "Asked whom she meant, she left the room.",
    "The war concluded with a treaty between the two towns.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim(claims_in, text):
    assert triples(claims_in(text)) == []


def test_what_something_is_called_goes_with_it(claims_in):
    claims = claims_in(
        "The mayor called the freeze “blackmail” and praised the union for its work."
    )
    assert claims["content"].tolist()[0] == "the freeze “blackmail”"


def test_whom_somebody_accuses_does_it(claims_in):
    claims = claims_in("The report criticized the hospital for failing to say that it had burned.")
    inner = claims[claims["parent"] != ""].iloc[0]
    assert inner["source"] == "the hospital"


def test_the_as_after_an_object_is_the_verbs(claims_in):
    assert claims_in("The mayor dismissed the claim as nonsense.")["cue_lemma"].tolist() == [
        "dismiss"
    ]


def test_negation_and_hedges(claims_in):
    not_said = claims_in("The ministry did not say that the road was open.")
    assert not_said["negated"].tolist() == [True]
    assert not_said["cue"].tolist() == ["did not say"]
    may_say = claims_in("The general reportedly said that the war was lost.")
    assert may_say["hedged"].tolist() == [True]
    assert not claims_in("She said that the road was not open.")["negated"].any()


def test_addressee(claims_in):
    found = claims_in("Ms. Hill told Mr. Lake that the road was open.")
    assert found["addressee"].tolist() == ["Mr. Lake"]


def test_source_is_resolved_through_mentions(reading):
    article = reading("The ministry said that the road was open.")
    mentions = make_table(
        "mentions",
        [article.row(0, 12) | {"mention_id": "m1", "actor": "Norway", "side": "Norway"}],
    )
    claims = find_claims(article, mentions)
    assert claims["source_actor"].tolist() == ["Norway"]
    assert claims["source_side"].tolist() == ["Norway"]


def test_act_and_tone_come_from_the_lexicon(claims_in):
    found = claims_in("The ministry claimed that the road was open.")
    assert (found["act"][0], found["tone"][0]) == ("claim", "distancing")
    assert claims_in("Mr. Hill condemned the attack.")["act"].tolist() == ["condemn"]


def test_the_act_depends_on_the_construction(claims_in):
    assert claims_in("The mayor called the plan reckless.")["act"].tolist() == ["describe"]
    assert claims_in("The mayor called on them to leave.")["act"].tolist() == ["appeal"]


def test_how_says_which_actor_stands_for_the_source(reading):
    article = reading("The ministry’s statement said that the road was open.")
    row = article.row(0, 14) | {"mention_id": "m1", "actor": "the ministry"}
    claims = find_claims(article, make_table("mentions", [row]))
    assert claims["source_actor"].tolist() == ["the ministry"]
    assert claims["how"][0].endswith("its owner the actor")
    article = reading("Bolivia and Paraguay agreed to open the border.")
    row = article.row(0, 7) | {"mention_id": "m1", "actor": "Bolivia"}
    claims = find_claims(article, make_table("mentions", [row]))
    assert claims["source_actor"].tolist() == ["Bolivia"]
    assert claims["how"][0].endswith("the first of several")


def test_turns_of_a_transcript(claims_in):
    found = claims_in(
        "HILL: The road is open.\n\nLAKE: Are you sure?\n\nHILL: I saw it.\n\nNobody left."
    )
    turns = found[found["cue"] == ":"]
    assert turns["source"].tolist() == ["HILL", "LAKE", "HILL"]
    assert turns["content"].tolist() == ["The road is open", "Are you sure", "I saw it"]


def test_other_than_mentions_is_refused(reading):
    with pytest.raises(TypeError, match="find_mentions"):
        find_claims(reading("She left."), None)
    with pytest.raises(ValueError, match="find_mentions"):
        find_claims(reading("She left."), NOBODY[["start", "end"]])
    with pytest.raises(ValueError, match="mention_id"):
        find_claims(reading("She left."), make_table("actors", []))


# ---------------------------------------------------------------- the lexicons


def examples(name):
    return load_lexicon(name).to_dict("records")


@pytest.fixture(scope="session")
def by_example():
    """All examples of a lexicon read at once, one paragraph each: example -> its claims."""

    def read(name):
        rows = examples(name)
        article = Article(id="examples", text="\n\n".join(row["example"] for row in rows))
        claims = find_claims(article, NOBODY)
        sentences = article.sentences
        paragraph = claims["sentence_id"].map(
            dict(zip(sentences["sentence_id"], sentences["paragraph_id"], strict=True))
        )
        return {row["example"]: claims[paragraph == i] for i, row in enumerate(rows)}

    return {name: read(name) for name in ("cues", "hedges")}


@pytest.mark.parametrize("entry", examples("cues"), ids=lambda entry: entry["lemma"])
def test_every_cue_fires_on_its_example(by_example, entry):
    claims = by_example["cues"][entry["example"]]
    fired = claims[claims["cue_lemma"] == entry["lemma"]]
    assert len(fired), f"found only: {claims['how'].tolist()}"
    assert entry["act"] in set(fired["act"])
    assert entry["tone"] in set(fired["tone"])


@pytest.mark.parametrize("entry", examples("hedges"), ids=lambda entry: entry["word"])
def test_every_hedge_fires_on_its_example(by_example, entry):
    claims = by_example["hedges"][entry["example"]]
    column = {"hedge": "hedged", "negation": "negated"}[entry["kind"]]
    assert claims[column].any()


@pytest.mark.parametrize(
    ("lexicon", "word", "use", "example"),
    [
        (name, *(row[column] for column in (word, "use", "example")))
        for name, word in (("verb_uses", "verb"), ("saying", "word"))
        for row in examples(name)
        if row["use"] in USES
    ],
)
def test_without_the_entry_its_example_reads_otherwise(
    reading, monkeypatch, lexicon, word, use, example
):
    article = reading(example)
    with_it = find_claims(article, NOBODY)
    every = read_lexicon

    def without(name):
        rows = every(name)
        if name != lexicon:
            return rows
        return tuple(row for row in rows if (word, use) != tuple(row.values())[:2])

    monkeypatch.setattr(lexicons, "read_lexicon", without)
    lexicons.words_for.cache_clear()
    try:
        assert not find_claims(article, NOBODY).equals(with_it)
    finally:
        lexicons.words_for.cache_clear()


CUES_AS_WRITTEN = [
    ("The mayor went on to explain that it was late.", "went on to explain", False),
    ("The mayor was able to show that it was late.", "was able to show", False),
    ("The mayor could not resist pointing out that it was late.", None, False),
    ("The mayor has yet to explain why it was late.", "has yet to explain", True),
    ("The mayor failed to say that it was late.", "failed to say", True),
    ("The mayor stopped short of saying that it was late.", "stopped short of saying", True),
    ("The mayor has so far said that it was late.", "has so far said", False),
    ("The mayor has made it clear that it was late.", "has made it clear", False),
    ("The mayor complained bitterly that it was late.", "complained bitterly", False),
    ("It was late, the mayor said in a statement on Monday.", "said in a statement", False),
    ("The mayor refused to say that it was late.", "to say", True),
]


@pytest.mark.parametrize(("text", "cue", "negated"), CUES_AS_WRITTEN)
def test_the_cue_begins_at_the_highest_verb(claims_in, text, cue, negated):
    inner = claims_in(text).iloc[-1]
    assert cue is None or inner["cue"] == cue
    assert inner["negated"] == negated


WHOSE = [
    ("The mayor sent a letter saying that it was late.", "say", "The mayor"),
    ("They marched in the hope that the road would open.", "hope", "They"),
    ("They shared their fears about the road.", "fear", "They"),
    ("Protesters were frustrated that the road was shut.", "frustrate", "Protesters"),
    ("The mayor was told that the road was shut.", "tell", ""),
]


@pytest.mark.parametrize(("text", "lemma", "source"), WHOSE)
def test_the_source_of_a_phrase_is_its_doer(claims_in, text, lemma, source):
    claims = claims_in(text)
    assert claims.loc[claims["cue_lemma"] == lemma, "source"].tolist() == [source]


def test_the_cue_of_a_claim_inside_leaves_the_outer_verb(claims_in):
    cues = claims_in("Ms. Hill released a plan to cut taxes.")["cue"].tolist()
    assert cues == ["released", "a plan"]


def test_the_weights_are_those_a_reader_can_look_up(reading):
    article = reading("The minister said that the road was open.")
    (claim,), around = find_scored_candidates(article)
    scales = read_scales()
    features = features_of(article.parse, claim, around, scales.counts)
    total = sum(scales.weights.get(name, 0.0) * size for name, size in features.items())
    assert claim.score == pytest.approx(1 / (1 + exp(-total)))
    assert {"is that", "clause source noun", "cue"} <= features.keys() & scales.weights.keys()


def test_tones_are_the_five_there_are():
    tones = {"neutral", "distancing", "factive", "hostile", "supportive"}
    assert set(load_lexicon("cues")["tone"]) == tones


# ---------------------------------------------------------------- what holds for every row


def check_rows(article, claims):
    text = article.text
    assert list(claims.columns) == list(COLUMNS["claims"])
    ids = claims["claim_id"].tolist()
    assert len(set(ids)) == len(ids)
    parents = dict(zip(ids, claims["parent"], strict=True))
    assert set(parents.values()) <= {"", *ids}
    for row in claims.itertuples():
        assert text[row.start : row.end] == row.text
        assert 0 <= row.confidence <= 1
        for role in ("source", "cue", "content"):
            spans = read_spans(getattr(row, f"{role}_spans"))
            assert " … ".join(text[s:e] for s, e in spans) == getattr(row, role)
            assert spans == sorted(spans)
            assert all(row.start <= s < e <= row.end for s, e in spans)
        assert row.cue
        assert row.content
        seen, up = set(), row.claim_id
        while up:
            assert up not in seen  # no claim stands inside itself
            seen.add(up)
            up = parents[up]


def test_every_row_of_the_seed_article(seed):
    check_rows(seed, find_claims(seed, NOBODY))


def test_no_text_no_claims():
    for text in ("", " \n\n ", "…", "“", "''"):
        article = Article(id="x", text=text)
        check_rows(article, find_claims(article, NOBODY))


MARKS = "“ ” \" ' ‘ ’ « » '' `` , . : ; — \n \n\n".split(" ")
WORDS = (
    "said that claimed he she Mr. Hill according to which who and but told asked whether the"
    " ministry not was been accused of"
).split()
PIECES = st.lists(st.one_of(st.sampled_from(MARKS + WORDS), st.text(max_size=8)), max_size=60)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PIECES)
def test_any_text_goes_through(pieces):
    article = Article(id="x", text=" ".join(pieces))
    check_rows(article, find_claims(article, NOBODY))


def test_deep_nesting_goes_through():
    article = Article(id="x", text="He said that " * 600 + "it rained.")
    check_rows(article, find_claims(article, NOBODY))


def test_nothing_to_nest():
    assert nest([]) == []


def test_the_agent_of_a_passive_is_the_source(reading, whole_flow):
    article = reading("The road is backed by the Kelbrook Chamber of Trade.")
    claim = whole_flow(article)["claims"].iloc[0]
    assert claim["source"] == "the Kelbrook Chamber of Trade"
    assert claim["source_actor"] == "Kelbrook Chamber of Trade"


def test_behind_a_spokesman_stands_whom_he_speaks_for(reading, whole_flow):
    article = reading(
        "The Environment Agency has asked for a survey. "
        "A spokesman for the agency declined to name a day."
    )
    claims = whole_flow(article)["claims"]
    claim = claims[claims["source"] == "A spokesman for the agency"].iloc[0]
    assert claim["source_actor"] == "Environment Agency"
