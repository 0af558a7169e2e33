"""Expressions of time: a sentence, and the expressions it should give, read on Tue 19 Sept 2023."""

import datetime as dt

import pytest
from newsread.lexicons import read_lexicon
from newsread.timex import find_timexes

DAY = dt.date(2023, 9, 19)


def read(text, day=DAY):
    """(as written, type, value) of every expression."""
    return [(text[x.start : x.end], x.type, x.value) for x in find_timexes(text, day)]


CALENDAR = [
    ("He died on 19 September 1943.", "19 September 1943", "1943-09-19"),
    ("He died on September 19th, 1943.", "September 19th, 1943", "1943-09-19"),
    ("He died on the 4th of March, 2001.", "the 4th of March, 2001", "2001-03-04"),
    ("It opened Tuesday, Sept. 19, 2023.", "Tuesday, Sept. 19, 2023", "2023-09-19"),
    ("The file is dated 2021-02-03.", "2021-02-03", "2021-02-03"),
    ("The file is dated 9/19/2021.", "9/19/2021", "2021-09-19"),
    ("The file is dated 19.09.2021.", "19.09.2021", "2021-09-19"),
    ("He will be sentenced Dec. 12.", "Dec. 12", "2023-12-12"),
    ("He was sentenced Aug. 12.", "Aug. 12", "2023-08-12"),
    ("He was sentenced on Dec. 12.", "Dec. 12", "2022-12-12"),
    ("It was signed in June 1989.", "June 1989", "1989-06"),
    ("It was signed in June last year.", "June last year", "2022-06"),
    ("It was signed in nineteen eighty-nine.", "nineteen eighty-nine", "1989"),
    ("It was signed in the year two thousand.", "the year two thousand", "2000"),
    ("He landed in 1066.", "1066", "1066"),
    ("The sea will have risen by 2100.", "2100", "2100"),
    ("The city burned in AD 64.", "AD 64", "0064"),
    ("The city burned in 146 BC.", "146 BC", "BC0146"),
    ("Rents rose in the late 1980s.", "the late 1980s", "198X"),
    ("Rents rose in the early '90s.", "the early '90s", "199X"),
    ("The mill dates from the 1800s.", "the 1800s", "18XX"),
    ("The mill dates from the 19th century.", "the 19th century", "18XX"),
    ("The town grew in the first half of the 19th century.",
     "the first half of the 19th century", "18XX"),
    ("The dam burst in the winter of 1947.", "the winter of 1947", "1947-WI"),
    ("The dam burst in the spring of last year.", "the spring of last year", "2022-SP"),
    ("Sales fell in the third quarter of 1984.", "the third quarter of 1984", "1984-Q3"),
    ("Sales fell in Q3 2022.", "Q3 2022", "2022-Q3"),
    ("Sales fell in last year's third quarter.", "last year's third quarter", "2022-Q3"),
    ("It posted a second-quarter loss.", "second-quarter", "2023-Q2"),
    ("Sales fell in the second half of last year.", "the second half of last year", "2022-H2"),
    ("Sales fell in fiscal year 2019.", "fiscal year 2019", "2019"),
    ("Sales fell in FY2019.", "FY2019", "2019"),
    ("They met on the first Monday of May 2021.", "the first Monday of May 2021", "2021-05-03"),
    ("They met on Christmas Eve.", "Christmas Eve", "2022-12-24"),
    ("They met last Christmas.", "last Christmas", "2022-12-25"),
]  # fmt: skip

RELATIVE = [
    ("The court ruled today.", "today", "2023-09-19"),
    ("The court ruled the day before yesterday.", "the day before yesterday", "2023-09-17"),
    ("The mayor resigned on Tuesday.", "Tuesday", "2023-09-19"),
    ("The mayor resigned on Friday.", "Friday", "2023-09-15"),
    ("The mayor will resign on Friday.", "Friday", "2023-09-22"),
    ("The mayor, who resigned on Friday, will move.", "Friday", "2023-09-15"),
    ("He said on Thursday that rents would fall.", "Thursday", "2023-09-14"),
    ("He worked last Tuesday.", "last Tuesday", "2023-09-12"),
    ("He flies home next Monday.", "next Monday", "2023-09-25"),
    ("He flies home this coming Sunday.", "this coming Sunday", "2023-09-24"),
    ("He flies home this coming January.", "this coming January", "2024-01"),
    ("He left on Monday of last week.", "Monday of last week", "2023-09-11"),
    ("He leaves a week from Monday.", "a week from Monday", "2023-10-02"),
    ("Voting begins Saturday.", "Saturday", "2023-09-23"),
    ("It was shut from Saturday to Monday.", "Monday", "2023-09-18"),
    ("It was shut from November to March.", "March", "2023-03"),
    ("It was shut in March, April and May 2019.", "March", "2019-03"),
    ("Rents rose last week.", "last week", "2023-W37"),
    ("Rents rose this month.", "this month", "2023-09"),
    ("Rents rose earlier this year.", "earlier this year", "2023"),
    ("Rents will rise next year.", "next year", "2024"),
    ("Rents rose last weekend.", "last weekend", "2023-W37-WE"),
    ("Rents rose in late September.", "late September", "2023-09"),
    ("Rents rose in March.", "March", "2023-03"),
    ("They drew one-all in December.", "December", "2022-12"),
    ("Tolls are frozen through January.", "January", "2024-01"),
    ("Tolls rose through June.", "June", "2023-06"),
    ("The truce had been due to end Friday.", "Friday", "2023-09-15"),
    ("Shippers paid more for December delivery.", "December", "2023-12"),
    ("It rained for a third straight day.", "a third straight day", "2023-09-19"),
    ("The strike entered its second day on Monday.", "Monday", "2023-09-18"),
    ("Ann Lee will one day be mayor.", "one day", "FUTURE_REF"),
    ("The law was changed after 9/11.", "9/11", "2001-09-11"),
    ("Rents will rise in March.", "March", "2024-03"),
    ("They agreed to meet in March.", "March", "2024-03"),
    ("It has been shut since November.", "November", "2022-11"),
    ("Schools reopen at the end of the month.", "the end of the month", "2023-09"),
    ("They hope to finish by year-end.", "year-end", "2023"),
    ("The mine closed five years ago.", "five years ago", "2018"),
    ("The mine closed two weeks ago.", "two weeks ago", "2023-W36"),
    ("The mine closed 10 days ago.", "10 days ago", "2023-09-09"),
    ("The mine closed nearly three decades ago.", "nearly three decades ago", "1993"),
    ("The mine closed a year and a half ago.", "a year and a half ago", "2022-03"),
    ("The lease ends three months from now.", "three months from now", "2023-12"),
    ("The mine closed a few years ago.", "a few years ago", "PAST_REF"),
    ("Earlier in the day shots were heard.", "Earlier in the day", "2023-09-19"),
    ("He denied it later that day.", "later that day", "2023-09-19"),
    ("The road is now shut.", "now", "PRESENT_REF"),
    ("They quarrelled in the past.", "the past", "PAST_REF"),
    ("Costs rose in recent years.", "recent years", "PAST_REF"),
    ("Costs will rise in the coming months.", "the coming months", "FUTURE_REF"),
    ("Nobody knows the future.", "the future", "FUTURE_REF"),
]

FROM_THE_TEXT = [
    ("A fire in 2020 likewise began in September.", "September", "2020-09"),
    ("She retired in 1995. The following year she moved.", "The following year", "1996"),
    ("She retired in 1999 and died two years later.", "two years later", "2001"),
    ("She retired in 1999, having married a year earlier.", "a year earlier", "1998"),
    ("She left on May 3, 1999. The next day it burned.", "The next day", "1999-05-04"),
    ("She left on May 3, 1999. The same day it burned.", "The same day", "1999-05-03"),
    ("She left on May 3, 1999. The day before, it had burned.", "The day before", "1999-05-02"),
    ("She retired in 1999 and died the year after.", "the year after", "2000"),
    ("It rained between March and May 2020.", "March", "2020-03"),
    ("Third-quarter profit rose to $5 million from $4 million a year earlier.",
     "a year earlier", "2022-Q3"),
    ("Third-quarter profit rose. Sales in the year-ago quarter were $9 million.",
     "the year-ago quarter", "2022-Q3"),
    ("For the nine months, profit rose from $4 million a year earlier.", "a year earlier", "2022"),
    ("It opened in 1975 and has been shut since then.", "since then", "1975"),
]  # fmt: skip

TIMES = [
    ("They met at 5 p.m. EST Nov. 9.", "5 p.m. EST Nov. 9", "2023-11-09T17:00"),
    ("They met at 7:15 a.m. Friday.", "7:15 a.m. Friday", "2023-09-15T07:15"),
    ("They met at 1:30 this afternoon.", "1:30 this afternoon", "2023-09-19T13:30"),
    ("They met at noon Saturday.", "noon Saturday", "2023-09-16T12:00"),
    ("They met at midnight on Friday.", "midnight on Friday", "2023-09-15T24:00"),
    ("They met at 14:30 GMT.", "14:30 GMT", "2023-09-19T14:30"),
    ("They met at 0430 GMT.", "0430 GMT", "2023-09-19T04:30"),
    ("They met at eight o'clock.", "eight o'clock", "2023-09-19T08:00"),
    ("They met at half past eight.", "half past eight", "2023-09-19T08:30"),
    (
        "They met at a quarter to nine in the evening.",
        "a quarter to nine in the evening",
        "2023-09-19T20:45",
    ),
    ("They met this morning.", "this morning", "2023-09-19TMO"),
    ("They met last night.", "last night", "2023-09-18TNI"),
    ("They met early Saturday morning.", "early Saturday morning", "2023-09-16TMO"),
    ("They met on the night of March 3, 1999.", "the night of March 3, 1999", "1999-03-03TNI"),
    ("They met in the early hours of Monday.", "the early hours of Monday", "2023-09-18TMO"),
]

LENGTHS = [
    ("It took two weeks.", "two weeks", "P2W"),
    ("It took a year and a half.", "a year and a half", "P1Y6M"),
    ("It took two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
    ("It took 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("He got an 18-month sentence.", "18-month", "P18M"),
    ("It took several months.", "several months", "PXM"),
    ("A month-long siege ended.", "month-long", "P1M"),
    ("It took weeks.", "weeks", "PXW"),
    ("It rained for a while.", "a while", "PXX"),
    ("The work takes a year or two.", "a year or two", "P2Y"),
    ("It took more than four hours.", "more than four hours", "PT4H"),
    ("It took two to three weeks.", "two to three weeks", "P2W"),
    ("Rents rose over the past two years.", "the past two years", "P2Y"),
    ("Rents rose over the past decade.", "the past decade", "P10Y"),
    ("Rents will rise in the next three months.", "the next three months", "P3M"),
    ("Sales fell in the first nine months.", "the first nine months", "P9M"),
    ("The 2016-17 season was poor.", "2016-17", "P2Y"),
    ("The fair runs Oct. 3-5.", "Oct. 3-5", "P3D"),
    ("The fair runs from May 3 to 7.", "May 3 to 7", "P5D"),
]

SETS = [
    ("The council meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("The council meets on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
    ("The ferry sails on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    ("The council meets each month.", "each month", "P1M"),
    ("The council meets every other week.", "every other week", "P2W"),
    ("The council meets every two years.", "every two years", "P2Y"),
    ("The council meets twice a week.", "twice a week", "P1W"),
    ("Orangemen march each July.", "each July", "XXXX-07"),
    ("The paper is printed daily.", "daily", "XXXX-XX-XX"),
    ("Rent is $900 a month.", "a month", "P1M"),
    ("They meet on the last Friday of each month.", "the last Friday of each month", "P1M"),
]

TABLES = [
    *(pytest.param(*case, None, id=case[1]) for case in CALENDAR + RELATIVE + FROM_THE_TEXT),
    *(pytest.param(*case, "TIME", id=case[1]) for case in TIMES),
    *(pytest.param(*case, "DURATION", id=case[1]) for case in LENGTHS),
    *(pytest.param(*case, "SET", id=case[1]) for case in SETS),
]


@pytest.mark.parametrize(("sentence", "expression", "value", "kind"), TABLES)
def test_an_expression_is_found_and_read(sentence, expression, value, kind):
    assert (expression, kind or "DATE", value) in read(sentence)


NO_DATES = [
    "The minister may resign.",
    "Theresa May met June Carter.",
    "March on, said the sergeant.",
    "The march reached the bridge.",
    "It has 1,990 members and 2020 seats.",
    "He was charged under Section 2020.",
    "They cited U.N. Resolution 1970.",
    "Call 555-1990 or 202-555-2012.",
    "The score was 3:15 at half-time.",
    "She won 6-4, 7-5.",
    "The 54-year-old driver was 37 years old when hired.",
    "She is two years older.",
    "It costs $1990 or €2020.",
    "The F-16 flew at 2,000 feet.",
    "They drove a Boeing 747.",
    "Prices fall when rain comes.",
    "The fall of Rome surprised nobody.",
    "He read John 3:16 aloud.",
    "The Sun and the Daily Mirror disagreed.",
    "Three-quarters of the food is imported.",
    "It ran Windows 2000.",
    "They wanted about 2000 troops.",
    "The version is 1.2.10.",
    "He was second.",
    "The score was 9/11.",
    "On days when it rains they stay in.",
    "Rents fell by a quarter to 9 pounds.",
]


@pytest.mark.parametrize("sentence", NO_DATES)
def test_what_is_no_date_stays_out(sentence):
    assert read(sentence) == []


EDGES = [
    ("He comes home for Christmas, she said.", "Christmas"),
    ("Since Easter, he has been away.", "Easter"),
    ("They spoke at 8 p.m. (16:00 EST).", "8 p.m."),
    ("They left at dawn on May 3, and ate.", "May 3"),
    ("Nobody spoke (on Tuesday).", "Tuesday"),
]


@pytest.mark.parametrize(("sentence", "expression"), EDGES)
def test_no_mark_beside_an_expression_belongs_to_it(sentence, expression):
    found = [written for written, *_ in read(sentence)]
    assert expression in found
    assert not any(written[-1] in " ,;)" or written[0] in " ,;(" for written in found)


MODS = [
    ("It began in early 1990.", "START"), ("It began in mid-November.", "MID"),
    ("It began late last week.", "END"), ("It began about two years ago.", "APPROX"),
    ("It began at the end of 1990.", "END"), ("It took more than four hours.", "MORE_THAN"),
    ("It took at least 30 days.", "EQUAL_OR_MORE"), ("It took nearly a year.", "LESS_THAN"),
    ("It takes up to 180 days.", "EQUAL_OR_LESS"), ("It began in 1990.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "mod"), MODS)
def test_what_modifies_an_expression_is_kept(sentence, mod):
    assert [x.mod for x in find_timexes(sentence, DAY)] == [mod]


DAYS = [
    ("It began in 1990.", "1990-01-01", "1990-12-31", "year"),
    ("It began in February 2024.", "2024-02-01", "2024-02-29", "month"),
    ("It began on Feb. 29, 2024.", "2024-02-29", "2024-02-29", "day"),
    ("It began in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
    ("It began last week.", "2023-09-11", "2023-09-17", "week"),
    ("It began last weekend.", "2023-09-16", "2023-09-17", "weekend"),
    ("It began in the winter of 1999.", "1999-12-01", "2000-02-29", "season"),
    ("It began in the second quarter of 1999.", "1999-04-01", "1999-06-30", "quarter"),
    ("It rained for the past two weeks.", "2023-09-05", "2023-09-19", "week"),
    ("It will rain for the next three days.", "2023-09-19", "2023-09-22", "day"),
    ("The 2016-17 season was poor.", "2016-01-01", "2017-12-31", "year"),
    ("The first half of the 1980s was dry.", "1980-01-01", "1984-12-31", "decade"),
    ("It began at 5 p.m. Friday.", "2023-09-15", "2023-09-15", "minute"),
    ("It is now shut.", "", "", "vague"),
    ("Nobody knew it in the last days of the Soviet Union.", "", "", "vague"),
    ("It took two weeks.", "", "", "week"),
]


@pytest.mark.parametrize(("sentence", "first", "last", "precision"), DAYS)
def test_the_days_an_expression_means(sentence, first, last, precision):
    (timex,) = find_timexes(sentence, DAY)
    assert (str(timex.first_day or ""), str(timex.last_day or "")) == (first, last)
    assert timex.precision == precision


def test_a_time_known_by_an_event_is_an_expression_without_days():
    (timex,) = find_timexes("It split off in the last days of the Soviet Union.", DAY)
    assert timex.value == "PAST_REF"
    assert "event" in timex.how


def test_what_it_was_counted_from_is_named():
    text = "She retired in 1999 and died two years later, on a Monday."
    anchors = {text[x.start : x.end]: x.anchor for x in find_timexes(text, DAY)}
    assert anchors["1999"] == ""
    assert anchors["two years later"] == "1999"
    assert anchors["Monday"] == "the article's date"


ACROSS = [
    # article's day, sentence, value
    ("2024-01-02", "The mayor resigned on Friday.", "2023-12-29"),
    ("2024-01-02", "It was signed yesterday.", "2024-01-01"),
    ("2024-01-01", "It was signed yesterday.", "2023-12-31"),
    ("2024-01-02", "It was signed in December.", "2023-12"),
    ("2023-12-30", "It will be signed in January.", "2024-01"),
    ("2024-01-02", "It was signed last week.", "2023-W52"),
    ("2021-01-03", "It was signed this week.", "2020-W53"),
    ("2024-02-29", "It was signed a year ago.", "2023"),
    ("2024-03-31", "It was signed a month ago.", "2024-02"),
    ("2024-03-01", "It was signed yesterday.", "2024-02-29"),
    ("2100-03-01", "It was signed yesterday.", "2100-02-28"),
    ("1899-12-31", "It will be signed tomorrow.", "1900-01-01"),
    ("1863-11-20", "He spoke on Thursday.", "1863-11-19"),
    ("0001-01-01", "It was signed yesterday.", None),
    ("9999-12-31", "It will be signed tomorrow.", None),
]


@pytest.mark.parametrize(("day", "sentence", "value"), ACROSS)
def test_year_boundaries_leap_days_and_far_years(day, sentence, value):
    values = [x.value for x in find_timexes(sentence, dt.date.fromisoformat(day))]
    assert values == ([value] if value else [])


UNDATED = [
    ("The mayor resigned on Tuesday.", "XXXX-WXX-2"), ("The mayor resigned in June.", "XXXX-06"),
    ("The mayor resigned on June 3.", "XXXX-06-03"), ("The mayor resigned last week.", "XXXX-WXX"),
    ("The mayor resigned last year.", "XXXX"), ("The mayor resigned in 1999.", "1999"),
    ("The mayor resigned two years ago.", "PAST_REF"), ("He spoke this morning.", "XXXX-XX-XXTMO"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "value"), UNDATED)
def test_without_a_date_what_is_relative_has_no_days(sentence, value):
    (timex,) = find_timexes(sentence, None)
    assert timex.value == value
    assert timex.first_day is None or value == "1999"


ENTRIES = [*read_lexicon("dates"), *read_lexicon("holidays")]


@pytest.mark.parametrize(
    "entry", ENTRIES, ids=lambda e: f"{e.get('class', 'holiday')}-{e['example']}"
)
def test_every_entry_fires_on_its_own_example(entry):
    """``reads``: the value its example must give; ``-`` none; 2023-12 also any day of it."""
    values = [x.value for x in find_timexes(entry["example"], DAY)]
    if entry["reads"] == "-":
        assert values == []
    else:
        assert entry["reads"] in values
