"""Who is for or against whom: a sentence and the row it gives."""

from __future__ import annotations

import pytest
from newsread import find_actors, find_claims, find_mentions, find_stances
from newsread.lexicons import read_lexicon
from newsread.tables import COLUMNS


@pytest.fixture
def stances(reading):
    def find(text: str):
        article = reading(text)
        mentions = find_mentions(article, find_actors(article))
        return find_stances(article, mentions, find_claims(article, mentions))

    return find


def edges(table) -> set[tuple[str, str, int]]:
    return {
        (row.holder, row.target, row.polarity)
        for row in table.itertuples()
        if row.layer == "act" and row.target
    }


# The dress an act may wear, and who is then for (1) or against (-1) whom.
DRESS = {
    "active": ("Germany condemned Iran on Monday.", "Germany", "Iran", -1),
    "passive": ("Iran was condemned by Germany on Monday.", "Germany", "Iran", -1),
    "control": ("Germany accused Iran of hiding the ships.", "Germany", "Iran", -1),
    "infinitive": ("Germany vowed to defend Poland.", "Germany", "Poland", 1),
    "voted against": ("Chile voted against Peru at the council.", "Chile", "Peru", -1),
    "sided with": ("Chile sided with Peru at the council.", "Chile", "Peru", 1),
    "operation against": ("Turkey launched an operation against Syria.", "Turkey", "Syria", -1),
    "ties with": ("Chile has close ties with Peru.", "Chile", "Peru", 1),
    "criticism of": ("Germany repeated its criticism of Iran.", "Germany", "Iran", -1),
    "support for": ("Germany expressed support for Poland.", "Germany", "Poland", 1),
    "receives": ("Iran drew sharp criticism from Germany.", "Germany", "Iran", -1),
    "predicate": ("Germany is critical of Iran.", "Germany", "Iran", -1),
    "appositive": ("Maria Stone, a critic of Iran, spoke on Monday.", "Maria Stone", "Iran", -1),
    "conjunction": ("Germany met Poland and criticized Iran.", "Germany", "Iran", -1),
    "two targets": ("Germany criticized Iran and Syria.", "Germany", "Syria", -1),
    "relative": ("Germany, which supports Poland, agreed.", "Germany", "Poland", 1),
    "whom": ("Poland, which Germany supports, agreed.", "Germany", "Poland", 1),
    "plan of": ("Germany rejected Iran's plan.", "Germany", "Iran", -1),
    "against harm": ("Germany condemned the attack on Poland.", "Germany", "Poland", 1),
    "reported": ("Maria Stone said she supports Poland.", "Maria Stone", "Poland", 1),
    "charges": ("Germany alleged that Iran hid the ships.", "Germany", "Iran", -1),
    "names": ("Maria Stone called Paul Hill a liar.", "Maria Stone", "Paul Hill", -1),
    "describes": ("Maria Stone described Paul Hill as a hero.", "Maria Stone", "Paul Hill", 1),
    "one of": ("Germany is one of Iran's critics.", "Germany", "Iran", -1),
    "including": ("Critics, including Peru, accused Chile of lying.", "Peru", "Chile", -1),
    "statement": ("Germany issued a statement condemning Iran.", "Germany", "Iran", -1),
    "report that": ("Germany published a report that condemned Iran.", "Germany", "Iran", -1),
    "job done": ("Germany praised the job Chile did.", "Germany", "Chile", 1),
    "states like": ("Germany condemned states like Iran.", "Germany", "Iran", -1),
    "imposed on": ("Sanctions imposed by Germany on Iran were lifted.", "Germany", "Iran", -1),
    "aimed at": ("Criticism aimed at Iran by Germany grew.", "Germany", "Iran", -1),
    "others moved": ("Germany urged Chile to punish Iran.", "Germany", "Iran", -1),
}


@pytest.mark.parametrize("name", DRESS)
def test_an_act_is_read_in_any_dress(stances, name):
    text, holder, target, polarity = DRESS[name]
    assert (holder, target, polarity) in edges(stances(text))


def test_the_other_end_of_an_act_holds_nothing(stances):
    assert {holder for holder, _, _ in edges(stances(DRESS["passive"][0]))} == {"Germany"}


NOT_AN_ACT_OF_STANCE = {
    "not condemned": ("Germany did not condemn Iran.", 0),
    "not supported": ("Germany did not support Iran.", -1),
    "refused to back": ("Germany refused to back Iran.", -1),
    "urged": ("Germany urged Iran to stop.", 0),
    "called on": ("Germany called on Iran to stop.", 0),
}


@pytest.mark.parametrize("name", NOT_AN_ACT_OF_STANCE)
def test_negation_and_demands(stances, name):
    text, polarity = NOT_AN_ACT_OF_STANCE[name]
    assert ("Germany", "Iran", polarity) in edges(stances(text))


def test_a_negated_act_says_by_which_word(stances):
    (row,) = stances("Germany did not support Iran.").itertuples()
    assert row.negated
    assert "negated by “not”" in row.why


def test_a_hedged_act_is_less_sure(stances):
    (plain,) = stances("Germany attacked Iran.").itertuples()
    (hedged,) = stances("Germany might attack Iran.").itertuples()
    assert hedged.hedged and not plain.hedged
    assert hedged.confidence < plain.confidence


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Germany denied hiding the ships.", "deny"),
        ("Germany pledged to wait.", "pledge"),
        ("Germany announced a holiday.", "announce"),
    ],
)
def test_acts_that_are_no_stance_are_shown_without_target(stances, text, act):
    rows = stances(text)
    assert [(row.act, row.polarity, row.target) for row in rows.itertuples()] == [(act, 0, "")]


def test_what_a_speaker_says_of_somebody_is_a_layer_of_its_own(stances):
    rows = stances("Iran committed horrible crimes, Germany said.")
    (row,) = rows[rows["layer"] == "content"].itertuples()
    assert (row.holder, row.target, row.polarity) == ("Germany", "Iran", -1)
    assert row.claim_id
    assert "crimes" in row.entry
    assert row.confidence < 0.6


def test_nobody_is_their_own_target(stances):
    rows = stances("Germany criticized Germany's plan.")
    assert not edges(rows)
    assert any("its own target" in reason for reason in rows.attrs["left_out"])


def test_an_article_without_stance_gives_the_usual_columns(stances):
    rows = stances("It rained on Monday.")
    assert rows.empty
    assert list(rows.columns) == list(COLUMNS["stances"])


def test_the_tables_it_needs_are_named(reading):
    article = reading("It rained on Monday.")
    mentions = find_mentions(article, find_actors(article))
    with pytest.raises(TypeError, match="find_claims"):
        find_stances(article, mentions, None)


# Who judges, of whom, and how: by a word in the reporter's voice, or in a claim's.
JUDGEMENTS = {
    "predicate": ("Paul Hill is a disgrace.", "the reporter", "Paul Hill", -1),
    "attribute": ("The corrupt president Paul Hill resigned.", "the reporter", "Paul Hill", -1),
    "adverb": ("Maria Stone bravely saved the vote.", "the reporter", "Maria Stone", 1),
    "claim": ("Paul Hill is a disgrace, Maria Stone said.", "Maria Stone", "Paul Hill", -1),
}


@pytest.mark.parametrize("name", JUDGEMENTS)
def test_judging_words_belong_to_whoever_speaks(stances, name):
    text, holder, target, polarity = JUDGEMENTS[name]
    (row,) = stances(text).itertuples()
    assert (row.holder, row.target, row.polarity) == (holder, target, polarity)
    assert (row.holder_text == "") == (holder == "the reporter")
    assert row.confidence < 0.5


NO_STANCE = {
    "victims": "Paul Hill was killed in a terrible fire on Monday.",
    "told": "Maria Stone told The Gazette that the road would close.",
    "a date": "Teachers in Chile will strike Easter weekend.",
    "what befalls": "Paul Hill was injured, Maria Stone said.",
    "words of others": "Maria Stone said Paul Hill waited while the corrupt guard slept.",
}


@pytest.mark.parametrize("name", NO_STANCE)
def test_what_is_no_stance(stances, name):
    rows = stances(NO_STANCE[name])
    assert rows[rows["target"] != ""].empty


def test_reasons_are_for_readers(stances):
    (row,) = stances("Germany condemned Iran on Monday.").itertuples()
    assert row.why == "the verb “condemn”: its subject against its object"
    (row,) = stances("Iran was condemned by Germany.").itertuples()
    assert row.why == "the verb “condemn”: the “by” of the passive against its passive subject"
    rows = stances("Iran committed horrible crimes, Germany said.")
    assert rows["trigger"][0] in ("horrible", "crimes")
    assert rows["why"][0].startswith("said in c1 of Iran: ")
    assert rows["why"][0].endswith("(against)")


# --- the article in data/articles/: promises that hold for any country in it ---


@pytest.fixture(scope="module")
def both_readings(seed):
    """The first article, and the same with other countries in it."""
    from newsread import Article

    swaps = {
        "Azerbaijani": "Serbian",
        "Azerbaijan": "Serbia",
        "Baku": "Belgrade",
        "Armenians": "Croats",
        "Armenian": "Croatian",
        "Armenia": "Croatia",
        "Yerevan": "Zagreb",
    }
    text = seed.text
    for old, new in swaps.items():
        text = text.replace(old, new)
    tables = []
    for article in (seed, Article(id="swapped", text=text, date=seed.date)):
        mentions = find_mentions(article, find_actors(article))
        tables.append(find_stances(article, mentions, find_claims(article, mentions)))
    return tables


def test_every_row_points_at_its_own_words(seed, both_readings):
    for row in both_readings[0].itertuples():
        assert seed.text[row.start : row.end] == row.text
        for cell, words in (
            (row.trigger_span, row.trigger),
            (row.holder_span, row.holder_text),
            (row.target_span, row.target_text),
        ):
            if cell:
                start, end = map(int, cell.split("-"))
                assert seed.text[start:end] == words


@pytest.mark.parametrize("number", [0, 1])
def test_the_two_sides_are_against_each_other_in_any_names(both_readings, number):
    rows = both_readings[number]
    against = rows[rows["polarity"] == -1]
    sides = (("Armenia", "Azerbaijan"), ("Croatia", "Serbia"))[number]
    pairs = set(zip(against["holder_side"], against["target_side"], strict=True))
    assert {sides, sides[::-1]} <= pairs
    assert {"condemn", "attack", "deny", "pledge", "demand", "speak of"} <= set(rows["act"])
    assert "Russia" not in set(rows["holder_side"])


def test_what_somebody_is_asked_to_do_is_not_said_of_them(stances):
    rows = stances("Germany demanded that Iran respect human rights and free the brave sailors.")
    assert rows[(rows["layer"] == "content") & (rows["target"] == "Iran")].empty


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("Ann Lee welcomed Tom Ray's departure.", "praise", -1),
        ("Ann Lee condemned Tom Ray's arrest.", "condemn", 1),
        ("Ann Lee criticized Tom Ray's departure.", "criticize", -1),
        ("Ann Lee called for Tom Ray's resignation.", "demand", -1),
        ("Ann Lee called on Tom Ray to talk.", "demand", 0),
        ("Ann Lee said Tom Ray should resign.", "demand", -1),
        ("Ann Lee demanded that Tom Ray resign.", "demand", -1),
        ("Ann Lee said Tom Ray should not resign.", "demand", 0),
        ("Ann Lee said that Tom Ray must release the report.", "demand", 0),
        ("Ann Lee, a former ally of Tom Ray, slept.", "ally", 0),
        ("Ann Lee tore into Tom Ray over the cuts.", "criticize", -1),
    ],
)
def test_for_and_against_turned_round(stances, text, act, polarity):
    rows = stances(text)
    row = rows[(rows["holder"] == "Ann Lee") & (rows["target"] == "Tom Ray")].iloc[0]
    assert (row["act"], row["polarity"]) == (act, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee rejected claims that Tom Ray lied.",
        "Ann Lee denied that Tom Ray was a liar.",
        "Ann Lee did not say that Tom Ray lied.",
        "Ann Lee said Tom Ray was angry.",
    ],
)
def test_what_is_denied_or_felt_is_not_said_against_somebody(stances, text):
    rows = stances(text)
    assert rows[(rows["target"] == "Tom Ray") & (rows["polarity"] != 0)].empty


def test_rebels_in_a_country_do_not_speak_for_it(stances):
    assert "Norway" not in set(stances("Rebels in Norway denied the attack.")["holder"])


@pytest.mark.parametrize("row", read_lexicon("misfortunes"), ids=lambda row: row["word"])
def test_what_befalls_somebody_is_not_said_against_them(stances, row):
    rows = stances(row["example"])
    said = rows[(rows["layer"] == "content") & (rows["target"] == "Mr. Lake")]
    assert said.empty


PLACES = [row for row in read_lexicon("misfortunes") if "place" in row["sense"]]


@pytest.mark.parametrize("row", PLACES, ids=lambda row: row["word"])
def test_to_welcome_that_somebody_goes_is_to_be_against_them(stances, row):
    rows = stances(row["example"])
    assert rows[rows["act"] == "praise"]["polarity"].tolist() == [-1]


def test_without_the_list_of_misfortunes_some_would_be(stances, monkeypatch):
    from newsread.stances import contents

    monkeypatch.setattr(contents, "words_for", lambda name, sense: frozenset())
    said = [
        row
        for row in read_lexicon("misfortunes")
        if "speak of" in set(stances(row["example"])["act"])
    ]
    assert len(said) >= 10
