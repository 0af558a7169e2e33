"""Expressions of time in English text, with their TIMEX3 values, from text and date alone.

words.py           the text as words with classes   (tokens.py, vocabulary.py, numerals.py)
shapes.py          what a rule is
calendar_dates.py  days, months, years, seasons, quarters, holidays  (periods.py, holidays.py)
relative.py        counted from another day           (context.py: anchors and tense)
clocks.py          times of day
lengths.py         durations and sets
finding.py         the rules put together
"""

from newsread.timex.finding import find_timexes
from newsread.timex.reading import Timex

__all__ = ["Timex", "find_timexes"]
