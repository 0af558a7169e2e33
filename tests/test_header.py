"""Header lines: what is read from them, and where the article begins."""

from __future__ import annotations

import datetime as dt

import pytest
from newsread.header import date_in_name, read_date, read_header

DAY = dt.date(2023, 9, 19)


@pytest.mark.parametrize(
    "text, fields, body",
    [
        (" date 2023-09-19 The bridge was shut.", {"date": "2023-09-19"}, "The bridge was shut."),
        ("date: 2023-09-19 The bridge was shut.", {"date": "2023-09-19"}, "The bridge was shut."),
        ("date: 2023-09-19\n\nThe bridge.", {"date": "2023-09-19"}, "The bridge."),
        ("Title: A bridge\nDATE: 2023-09-19\nThe bridge.", {"title": "A bridge"}, "The bridge."),
        ("title: A\r\noutlet: B\r\n\r\nText", {"title": "A", "outlet": "B"}, "Text"),
        ("\n\n  title: A\rText", {"title": "A"}, "Text"),
        (
            "author: Jo Field\nurl: https://x.org/a?b:c\nText",
            {"url": "https://x.org/a?b:c"},
            "Text",
        ),
        ("title:\nText", {"title": ""}, "Text"),
        ("title: A\ntitle: B\nText", {"title": "A"}, "title: B\nText"),
        ("\n\nText without a header", {}, "\n\nText without a header"),
        ("Titles: none of them won", {}, "Titles: none of them won"),
        ("The title: A", {}, "The title: A"),
        ("Date palms 2023-09-19 grow", {}, "Date palms 2023-09-19 grow"),
        ("", {}, ""),
    ],
)
def test_headers(text, fields, body):
    header = read_header(text)
    assert fields.items() <= header.fields.items()
    assert text[header.body_start :] == body


def test_a_long_date_line_is_the_article():
    text = (
        "Date: a fruit that people of the river valley have grown for six thousand years, it says."
    )
    assert read_header(text).body_start == 0


@pytest.mark.parametrize(
    "written",
    [
        "2023-09-19",
        "2023-9-19",
        "2023-09-19T23:30:00-05:00",
        "2023-09-19 08:15",
        "19 September 2023",
        "September 19, 2023",
        "Sept. 19, 2023",
        "Tuesday, 19 September 2023",
        "19 September 2023, 10:30 GMT",
        "September 19, 2023 3:45 PM EST",
        "19.09.2023",
    ],
)
def test_days(written):
    assert read_date(written, "line 1") == DAY


@pytest.mark.parametrize(
    "written, says",
    [
        ("2023-02-30", "line 1: there is no day '2023-02-30'"),
        ("2023-13-01", "there is no day"),
        ("30 February 2023", "is not a day"),
        ("September 2023", "is not a day. Write it as YYYY-MM-DD"),
        ("yesterday", "is not a day"),
        ("soon", "is not a day"),
        ("05/03/2024", "day or the month first"),
        ("19 September 2023 to 20 September 2023", "is not a day"),
    ],
)
def test_what_is_no_day_is_an_error_that_says_where(written, says):
    with pytest.raises(ValueError, match=says):
        read_date(written, "line 1")


def test_an_impossible_date_names_its_line():
    with pytest.raises(ValueError, match="line 3 of the header: there is no day '2023-02-30'"):
        read_header("title: A\n\ndate: 2023-02-30\nText")
    with pytest.raises(ValueError, match="line 1 of the header"):
        read_header(" date 2023-02-30 Text")


@pytest.mark.parametrize(
    "name, day",
    [
        ("2023-09-19-bridge.txt", DAY),
        ("bridge_2023_09_19.txt", DAY),
        ("2023-99-19 2023-09-19.txt", DAY),
        ("12023-09-19.txt", None),
        ("2023-02-30.txt", None),
        ("bridge.txt", None),
    ],
)
def test_dates_in_file_names(name, day):
    assert date_in_name(name) == day
