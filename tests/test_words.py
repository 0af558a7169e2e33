"""Words: counted, paired and found, each with its place in the text."""

from __future__ import annotations

import pytest
from newsread import collocations, find_words, word_frequencies
from newsread.tables import COLUMNS

TEXT = (
    "The ten-year-old deal was signed. The mayor’s peace talks failed, but peace talks go on. "
    "He didn't claim victory; she claimed it. Military targets were hit.\n\n"
    "Peace talks resume. Military targets."
)


def counts(table, column="word") -> dict:
    return dict(zip(table[column], table["n"], strict=True))


def test_frequencies_count_words_without_stop_words(reading):
    found = counts(word_frequencies(reading(TEXT)))
    assert found["peace"] == 3
    assert found["ten-year-old"] == 1
    assert not {"the", "was", "’s", "n't", ",", "."} & found.keys()
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_stop_words_can_be_counted_too(reading):
    assert counts(word_frequencies(reading(TEXT), stop_words=True))["the"] == 2


def test_lemmas_gather_the_forms_of_a_word(reading):
    assert counts(word_frequencies(reading(TEXT), by="lemma"))["claim"] == 2


def test_a_share_is_of_all_words(reading):
    table = word_frequencies(reading("The cat saw the dog."))
    assert dict(zip(table["word"], table["per_1000"], strict=True)) == {
        "cat": 200.0, "saw": 200.0, "dog": 200.0,
    }  # fmt: skip


def test_top_keeps_the_most_frequent(reading):
    assert list(word_frequencies(reading(TEXT), top=1)["n"]) == [3]


def test_collocations_are_pairs_side_by_side_in_one_sentence(reading):
    table = collocations(reading(TEXT))
    assert counts(table, "words") == {"peace talks": 3, "military targets": 2}
    assert table["likelihood_ratio"].is_monotonic_decreasing
    assert (table["likelihood_ratio"] > 0).all()


def test_no_pair_spans_two_sentences(reading):
    text = "Ann left Baltia. Peace came. Bob left Baltia. Peace came."
    assert "baltia peace" not in set(collocations(reading(text))["words"])
    assert "baltia peace" not in set(collocations(reading(text), window=5)["words"])


def test_a_wider_window_finds_pairs_apart(reading):
    text = "Peace in our talks. Peace and more talks."
    assert collocations(reading(text)).empty
    assert counts(collocations(reading(text), window=4), "words") == {"peace talks": 2}


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (("claim",), ["claim", "claimed"]),
        (("claimed",), ["claimed"]),
        (("MILITARY targets",), ["Military targets", "Military targets"]),
        (("peace talks", "mayor"), ["mayor", "peace talks", "peace talks", "Peace talks"]),
        (("ten-year-old",), ["ten-year-old"]),
        (("absent",), []),
    ],
)
def test_words_are_found_where_they_stand(reading, words, texts):
    assert list(find_words(reading(TEXT), *words)["text"]) == texts


@pytest.mark.parametrize("words", [(), ("",), ("  ",)])
def test_no_word_is_a_mistake(reading, words):
    with pytest.raises(ValueError, match="word"):
        find_words(reading(TEXT), *words)


def test_an_unknown_form_is_a_mistake(reading):
    with pytest.raises(ValueError, match="lemma"):
        word_frequencies(reading(TEXT), by="stem")


@pytest.mark.parametrize(
    "text", [TEXT, "", "…", "😀 😀", "a-b-c-", "- -", "naïve naïve naïve naïve"]
)
def test_every_row_points_at_its_own_words(reading, text):
    article = reading(text)
    for name, table in (
        ("frequencies", word_frequencies(article)),
        ("collocations", collocations(article, min_count=1)),
        ("words", find_words(article, "peace", "naïve", "😀")),
    ):
        assert list(table.columns) == list(COLUMNS[name])
        assert table.dtypes.astype(str).to_dict() == COLUMNS[name]
        for row in table.itertuples():
            assert article.text[row.start : row.end] == row.text
