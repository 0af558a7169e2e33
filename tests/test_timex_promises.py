"""What holds for expressions of time in any text whatever."""

import datetime as dt
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsread.timex import find_timexes

DAY = dt.date(2023, 9, 19)
DATE_VALUE = re.compile(
    r"(?:BC)?\d{4}|\d{3}X|\d{2}XX|XXXX"
    r"|(?:\d{4}|XXXX)-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?"
    r"|(?:\d{4}|XXXX)-W(?:\d{2}|XX)(?:-(?:[1-7]|WE|XX))?"
    r"|(?:\d{4}|XXXX)-(?:SP|SU|FA|WI|Q[1-4X]|H[12X])"
    r"|PAST_REF|PRESENT_REF|FUTURE_REF"
)
TIME_VALUE = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}|XXXX-XX-XX|XXXX-WXX-[1-7])"
    r"T(?:[0-2]\d:[0-5]\d(?::[0-5]\d)?Z?|MO|MI|AF|EV|NI|XX)"
)
AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
DURATION_VALUE = re.compile(
    rf"P(?:XX|{AMOUNT}(?:Y(?:6M)?|M|W|D(?:T12H)?|Q|DE|CE|ML|SU|WI|SP|FA)"
    rf"|T{AMOUNT}(?:H(?:30M)?|M(?:30S)?|S)|6M|T12H|T30M|T30S)"
)
VALUES = {
    "DATE": [DATE_VALUE],
    "TIME": [TIME_VALUE],
    "DURATION": [DURATION_VALUE],
    "SET": [DURATION_VALUE, DATE_VALUE, re.compile(r"XXXX-(?:XX-XX|WXX-[1-7])T(?:MO|MI|AF|EV|NI)")],
}
# An abbreviation may end in a full stop, a short year may begin with an apostrophe.
LOOSE_ENDS = re.compile(r"\A[\s,;:!?.()\[\]\"“”-]|[\s,;:!?(\[\]\"“”-]\Z|\A[^(]*\)\Z")
MODS = set("START MID END APPROX MORE_THAN LESS_THAN EQUAL_OR_MORE EQUAL_OR_LESS".split()) | {""}
UNITS = set(
    "minute hour part-of-day day weekend week month season quarter half year decade".split()
)
PRECISIONS = UNITS | {"century", "vague", "none"}

WORDS = (
    "the a of in on at by last next this that past few several two 31 12 1999 2016-17 '96 1990s "
    "twenty-four hundred million May March Sept. Monday Tuesdays Friday week weeks year years "
    "year-ago quarter third-quarter first half century ago earlier later before from now each "
    "every daily twice early late mid- end beginning about more than at least 5 p.m. 14:30 GMT "
    "noon today yesterday tonight morning nights weekend summer winters fiscal Q3 FY99 Easter "
    "Christmas BC AD 3rd - , . ' ( ) and to will said 9/19/2023 30/02/2020 2020-02-30 0 00 99999 "
    "seconds minutes decade decades millennia ended period o'clock other same following second "
    "day days hours Christmas Thanksgiving 9/11 GMT half past a while "
    "Feb. 29 or so then until since recent current future coming"
).split()
sentences = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
days = st.dates() | st.just(DAY)


def check(text, timexes):
    """What is promised of every row."""
    end = 0
    for timex in timexes:
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end].strip() == text[timex.start : timex.end]
        assert not LOOSE_ENDS.search(text[timex.start : timex.end]), timex
        end = timex.end
        assert any(form.fullmatch(timex.value) for form in VALUES[timex.type]), timex
        assert timex.mod in MODS
        assert timex.precision in PRECISIONS
        assert 0 < timex.confidence <= 1
        assert timex.how
        assert (timex.first_day is None) == (timex.last_day is None)
        if timex.first_day:
            assert timex.first_day <= timex.last_day


@settings(max_examples=250, deadline=None)
@given(st.text(max_size=300), days | st.none())
def test_any_text_is_read_without_an_error(text, day):
    check(text, find_timexes(text, day))


@settings(max_examples=250, deadline=None)
@given(sentences, days | st.none())
def test_any_order_of_words_of_time_is_read_without_an_error(text, day):
    check(text, find_timexes(text, day))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    st.sampled_from(["He left on {}.", "He will leave on {}.", "He left last {}.", "It is {}."]),
    st.dates(dt.date(1600, 1, 1), dt.date(2400, 1, 1)),
)
def test_an_article_a_week_later_means_a_weekday_a_week_later(name, sentence, day):
    text, week = sentence.format(name), dt.timedelta(days=7)
    (here,), (there,) = find_timexes(text, day), find_timexes(text, day + week)
    assert dt.date.fromisoformat(there.value) - dt.date.fromisoformat(here.value) == week


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)), st.sampled_from([None, DAY]))
def test_a_full_date_reads_as_itself(day, article_day):
    for form in ("{:%B} {}, {}", "{:%b}. {}, {}"):
        text = "It ended on " + form.format(day, day.day, day.year) + "."
        if "May." not in text:
            (timex,) = find_timexes(text, article_day)
            assert timex.value == day.isoformat()
            assert timex.first_day == timex.last_day == day


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)))
def test_weeks_and_weekends_hold_their_own_days(day):
    week, weekend = find_timexes("Rents rose this week and this weekend.", day)
    assert week.first_day <= day <= week.last_day
    assert weekend.first_day.isoweekday() == 6
    assert weekend.last_day.isoweekday() == 7


HARD = {
    "digits": "7", "the the": "the ", "brackets": "[", "nested": "((", "quotes": "'", "dots": ".",
    "numbers": "two ", "hyphens": "two-", "commas": "1,111", "initials": "A.", "spaces": " ",
    "lines": "\n ", "days": "May 3, ", "years ago": "a year earlier ", "figures": "1-1/",
    "the last": "the last ", "weekdays": "Tuesday ", "stops": ".   ",
}  # fmt: skip


@pytest.mark.parametrize("piece", HARD.values(), ids=HARD.keys())
def test_time_grows_with_length_and_no_faster(piece):
    """Four times the text may take four times as long; a quadratic rule would take sixteen."""

    def seconds(length):
        text = (piece * length)[:length]
        tries = []
        for _ in range(3):
            began = time.process_time()
            find_timexes(text, DAY)
            tries.append(time.process_time() - began)
        return min(tries)

    short, long = seconds(5_000), seconds(20_000)
    assert long < 9 * short + 0.1


@pytest.mark.parametrize(
    "piece", ["7", "the ", "[", "()"], ids=["digits", "the", "nested", "pairs"]
)
def test_a_megabyte_is_read_in_seconds(piece):
    text = (piece * 1_000_000)[:1_000_000]
    began = time.process_time()
    assert find_timexes(text, DAY) == []
    assert time.process_time() - began < 40
