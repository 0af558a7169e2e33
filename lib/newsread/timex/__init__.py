"""Expressions of time in English text, with their TIMEX3 values, from text and date alone.

words.py       the text as words with classes        tokens, vocabulary, numerals
shapes.py      what a rule is: a pattern over classes, a reader, a veto
context.py     what an expression is counted from: dates before it, tense
periods.py     stretches of the calendar             holidays
years.py, months.py, seasons.py, feasts.py           of the calendar
weekdays.py, units.py, counted.py                    counted from another day
clocks.py, lengths.py, references.py                 times of day, durations and sets, "now"
finding.py     the rules put together
"""

from newsread.timex.finding import find_timexes
from newsread.timex.reading import Timex

__all__ = ["Timex", "find_timexes"]
