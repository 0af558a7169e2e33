"""The dates table: where, when, and whose date it is."""

import datetime as dt

import pandas as pd
import pytest
from newsread import find_dates
from newsread.tables import COLUMNS, make_table


def claims_on(article, *contents):
    """A claims table whose contents are these words of the article."""
    rows = []
    for number, words in enumerate(contents, 1):
        start = article.text.index(words)
        row = article.row(start, start + len(words))
        rows.append(
            row | {"claim_id": f"c{number}", "content_spans": f"{start}-{start + len(words)}"}
        )
    return make_table("claims", rows)


def test_a_row_says_where_what_and_why(reading):
    article = reading("Ann Lee resigned. The minister left on Friday, two years after the vote.")
    table = find_dates(article)
    assert list(table.columns) == list(COLUMNS["dates"])
    friday, years = table.to_dict("records")
    assert friday["expression"] == friday["text"] == "Friday"
    assert (friday["sentence_id"], friday["type"], friday["value"]) == (1, "DATE", "2023-09-15")
    assert (friday["first_day"], friday["last_day"]) == ("2023-09-15", "2023-09-15")
    assert (friday["precision"], friday["anchor"]) == ("day", "the article's date")
    assert (years["type"], years["value"], years["first_day"]) == ("DURATION", "P2Y", "")
    assert article.text[years["start"] : years["end"]] == years["text"]


def test_an_article_without_dates_gives_an_empty_table(reading):
    table = find_dates(reading("The road is closed."))
    assert table.empty
    assert list(table.columns) == list(COLUMNS["dates"])


def test_a_date_inside_a_claim_is_the_claims(reading):
    article = reading("On Monday Ann Lee said that the bridge was shut in June.")
    table = find_dates(article, claims_on(article, "that the bridge was shut in June"))
    assert table.set_index("expression")["claim_id"].to_dict() == {"Monday": "", "June": "c1"}


def test_of_nested_claims_the_innermost_owns_the_date(reading):
    article = reading("Ann Lee said that Bob Ray denied that he left in June.")
    claims = claims_on(article, "that Bob Ray denied that he left in June", "that he left in June")
    assert list(find_dates(article, claims)["claim_id"]) == ["c2"]


def test_without_claims_every_date_is_the_reporters(reading):
    article = reading("Ann Lee said that the bridge was shut in June.")
    assert list(find_dates(article)["claim_id"]) == [""]


def test_an_article_without_a_date_keeps_absolute_days(reading):
    table = find_dates(reading("He left on Tuesday; she left in May 1999.", date=None))
    assert list(table["value"]) == ["XXXX-WXX-2", "1999-05"]
    assert list(table["first_day"]) == ["", "1999-05-01"]


def test_years_before_1000_are_padded(reading):
    assert list(find_dates(reading("The city burned in AD 64."))["first_day"]) == ["0064-01-01"]


def test_another_article_date_moves_what_is_relative(reading):
    text = "On Tuesday he spoke of 1999 and of last week."
    here = find_dates(reading(text))
    there = find_dates(reading(text, date=dt.date(2023, 9, 26)))
    assert list(here["value"]) == ["2023-09-19", "1999", "2023-W37"]
    assert list(there["value"]) == ["2023-09-26", "1999", "2023-W38"]


def test_a_wrong_claims_table_is_refused(reading):
    with pytest.raises(ValueError, match="find_claims"):
        find_dates(reading("He left on Tuesday."), pd.DataFrame({"speaker": []}))


NINE = [
    # expression, type, value
    ("2020", "DATE", "2020"), ("September", "DATE", "2020-09"),
    ("three years ago", "DATE", "2020"), ("Earlier in the day", "DATE", "2023-09-19"),
    ("the last days of the Soviet Union", "DATE", "PAST_REF"), ("the 1990s", "DATE", "199X"),
    ("2020", "DATE", "2020"), ("currently", "DATE", "PRESENT_REF"),
    ("Tuesday", "DATE", "2023-09-19"),
]  # fmt: skip


def test_every_expression_of_the_first_article_is_right(seed):
    table = find_dates(seed)
    rows = list(zip(table["expression"], table["type"], table["value"], strict=True))
    assert [row for row in rows if row[0] != "recent"] == NINE


# What the verb says of a day, however far from it, needs the parse.
BY_VERB = [
    ("The mayor told the council to shut the bridge on Friday.", "2023-09-22"),
    ("The union managed to shut the bridge on Friday.", "2023-09-15"),
    ("The mayor is leaving on Friday.", "2023-09-22"),
    ("The final is on Friday.", "2023-09-22"),
    ("The envoys meet in the capital on Friday.", "2023-09-22"),
    ("Storms hurt trade on Friday.", "2023-09-15"),
    ("The strike follows Friday's vote.", "2023-09-15"),
    ("The mayor would have left on Friday.", "2023-09-15"),
    ("The truce had been due to end on Friday.", "2023-09-15"),
    ("The truce is due to end on Friday.", "2023-09-22"),
]


@pytest.mark.parametrize(("sentence", "value"), BY_VERB)
def test_the_verb_tells_which_friday(reading, sentence, value):
    assert list(find_dates(reading(sentence))["value"]) == [value]
