"""Lengths of time and times that come back: two weeks, the past three years, daily, each month."""

import newsread.timex.periods as periods
from newsread.timex.counted import AMOUNT
from newsread.timex.months import ARTICLE
from newsread.timex.periods import add_months
from newsread.timex.reading import Reading, lasting, repeated, vague
from newsread.timex.shapes import Found, Shape
from newsread.timex.units import LETTERS
from newsread.timex.words import Words

HALVES = {"Y": "6M", "D": "T12H", "TH": "30M", "TM": "30S"}


def duration_value(number: str, letter: str, half: bool = False) -> str:
    """``P2Y``, ``PT1H30M``, ``PXM`` from a number (or X) and a unit's letter (``TH``, ``10Y``)."""
    times = "".join(c for c in letter if c.isdigit())
    unit = letter[len(times) :]
    time, unit = ("T", unit[1:]) if unit[0] == "T" else ("", unit)
    if number == "X":
        return f"P{time}X{ {'10': 'DE', '100': 'CE', '1000': 'ML'}.get(times, unit) }"
    amount = float(number) * int(times or 1)
    if half or amount % 1 == 0.5:
        if letter in HALVES:
            whole = int(amount)
            part = HALVES[letter]
            return f"P{time}{whole}{unit}{part}" if whole else "P" + (time + part)
        amount = amount + 0.5 * int(times or 1) if half else amount
    return f"P{time}{amount:.10g}{unit}" if amount < 1e9 else f"P{time}X{unit}"


def length(found: Found) -> Reading:
    """``two weeks``, ``a year and a half``, ``18-month``."""
    if found.word("units") == "months" and found.words.kind(found.i) == "the":
        found.context.months_at = found.i
    return lasting(counted(found), "length", 0.9, precision=unit_name(found))


def counted(found: Found) -> str:
    k = found.where("half")
    letter = found.value("units", "unit", "unit_hyphen")
    if letter in ("2", ""):
        letter = "TS"
    number = found.value("count")
    if k >= 0 and found.has("and"):
        return duration_value(number or "1", letter, half=True)
    if k >= 0:
        return duration_value("0.5", letter)
    return duration_value(number or "1", letter)


def unit_name(found: Found) -> str:
    letter = found.value("units", "unit")
    return LETTERS.get(letter, {"TH": "hour", "TM": "minute"}.get(letter, "none"))


def bare_length(found: Found) -> Reading:
    """``weeks``, ``years``, ``decades``: how many is not said."""
    return lasting(duration_value("X", found.value("units")), "length without a number", 0.8,
                   precision="vague")  # fmt: skip


def length_fits(words: Words, i: int, j: int) -> bool:
    """Not an age, a price a day, a quarter of something or part of a longer number."""
    if is_age(words, j):
        return False
    if words.kind(i) == "a" and j - i == 2 and rate_fits(words, i, j):
        return False
    if words.word(j - 1) == "quarters" and words.kind(j - 2) == "hyphen":
        return False
    if words.kind(i - 1) == "money":
        return False
    if words.kind(j - 1) == "unit_quarter" and words.kind(j - 2) != "hyphen":
        return words.values[i] not in ("1", "") and words.kind(i) != "a"
    if words.kind(i) == "a" and j - i == 2:
        return words.kind(j) != "hyphen" and words.kind(j) != "year"
    if words.kind(i - 1) == "hyphen" and words.kind(i) != "edge":
        return words.kind(i - 2) in ("number", "day_number")
    return True


def is_age(words: Words, j: int) -> bool:
    """``54 years old``, ``8-month-old``, ``two years older``."""
    return words.word(j) in ("old", "older", "younger") or (
        words.kind(j) == "hyphen" and words.word(j + 1) in ("old", "olds")
    )


def bare_fits(words: Words, i: int, j: int) -> bool:
    if is_age(words, j):
        return False
    if words.kind(i - 1) in ("hyphen", "decimal") or words.kind(j) == "hyphen":
        return False
    if words.word(i) == "days" and words.word(i - 1) == "on":
        return False
    if words.word(i) == "minutes" and words.word(i - 1) in ("the", "of"):
        return False
    if words.word(i) in ("seconds", "quarters"):
        return words.word(i - 1) in ("in", "within", "for", "of", "recent", "past")
    return True


def loose_length(found: Found) -> Reading:
    return lasting(found.value("loose_span"), "length without a number", 0.6, precision="vague")


def loose_fits(words: Words, i: int, j: int) -> bool:
    """``for some time`` yes; ``some time in March`` is a point in it; ``once in a while`` no."""
    told = ("for", "quite", "after", "took", "takes", "take", "in")
    return words.word(i - 1) in told and words.word(i - 2) != "once"


def one_day(found: Found) -> Reading:
    return vague("FUTURE_REF", "reference word", 0.75)


def one_day_fits(words: Words, i: int, j: int) -> bool:
    """``will one day be``: a day to come, and not how long."""
    return words.word(i) == "one" and words.word(i - 1) in MODALS and words.kind(j) == "plain"


def near_length(found: Found) -> Reading | None:
    """``the past two years``, ``the next three weeks``: a length that begins or ends today."""
    if found.word("units") == "months":
        found.context.months_at = found.i
    number, letter = found.value("count"), found.value("units", "unit")
    back = found.has("last", "previous")
    value = duration_value(number or "X", letter)
    first, last = stretch(found.context.day, number, letter, -1 if back else 1)
    told = not found.has("last", "next")
    if told:
        first = last = None
    return lasting(value, "length up to the article's day" if back else
                   "length from the article's day", 0.9, first=first, last=last,
                   precision=LETTERS.get(letter, "none"),
                   anchor=ARTICLE if first else "")  # fmt: skip


def stretch(day, number: str, letter: str, sign: int):
    """First and last day of N units before or after a day; (None, None) when not known."""
    if not day or number in ("", "X") or letter not in LETTERS:
        return None, None
    size, amount = "".join(c for c in letter if c.isdigit()), float(number)
    unit = LETTERS[letter]
    count = amount * int(size or 1)
    if count > 5000:
        return None, None
    if unit in ("day", "week"):
        days = round(count * (7 if letter.endswith("W") else 1))
        other = periods.Period("day", day).shift(sign * days)
        other = other and other.first
    else:
        months = {"M": 1, "Q": 3, "Y": 12}[letter[-1]]
        other = add_months(day, sign * round(count * months))
    if not other:
        return None, None
    return (other, day) if sign < 0 else (day, other)


def past_seasons(found: Found) -> Reading:
    return lasting(
        f"P{found.value('count') or 'X'}{found.value('seasons')}", "length in seasons", 0.7
    )


def recent_units(found: Found) -> Reading:
    """``recent years``, ``the coming months``: when, not how long."""
    back = found.has("recent", "last", "previous")
    return vague("PAST_REF" if back else "FUTURE_REF", "reference to near units", 0.7)


def near_one(found: Found) -> Reading | None:
    """``the past year``, ``the past decade``: the length just over, not the calendar's last."""
    letter = found.value("unit")
    first, last = stretch(found.context.day, "1", letter, -1)
    return lasting(duration_value("1", letter), "length up to the article's day", 0.75, first=first,
                   last=last, precision=LETTERS.get(letter, "none"),
                   anchor=ARTICLE if first else "")  # fmt: skip


# ---- sets --------------------------------------------------------------------------------------


def every_unit(found: Found) -> Reading:
    """``each month``, ``every two years``, ``twice a week``, ``per day``: P1M, P2Y ..."""
    letter = found.value("units", "unit") or "TS"
    nth = found.value("nth")
    number = found.value("count") if found.has("every") else ""
    if "other" in found.words.lower[found.i : found.j]:
        number = "2"
    number = number or (nth if nth.isdigit() else "1")
    return repeated(duration_value(number, letter), "time that comes back")


def adverb(found: Found) -> Reading:
    return repeated(found.value("set_word"), "word for a time that comes back", 0.75)


def adverb_fits(words: Words, i: int, j: int) -> bool:
    """Not the name of a paper (``the Daily Mirror``)."""
    return not words.capital(i) or words.kind(i - 1) in ("stop", "break")


def rate(found: Found) -> Reading:
    return repeated(duration_value("1", found.value("unit")), "a rate", 0.7)


def rate_fits(words: Words, i: int, j: int) -> bool:
    """``$40 a month``, ``10 barrels a day``: so many a unit."""
    if words.word(i - 1) in ("million", "billion", "trillion", "percent", "%", "share", "barrel"):
        return True
    figures = ("number", "decimal", "day_number", "year", "vague")
    if words.kind(i - 1) == "money":
        return True
    if words.kind(i - 1) in figures:
        return words.kind(i - 2) in ("money", "mark")
    noun = (
        words.kind(i - 1) in ("plain", "counted", "units", "name") and words.word(i - 1)[-1] == "s"
    )
    return noun and any(words.kind(k) in figures for k in (i - 2, i - 3))


MODALS = {"will", "would", "may", "might", "could", "can", "must", "shall", "should"}
NEAR = "(the|this)? (this last|this next|last|next|previous|following|recent|future)"
SHAPES = [
    Shape("one day", "count unit_day", one_day, one_day_fits),
    Shape("length", AMOUNT, length, length_fits),
    Shape("length", "(the|the nth|the? current) (count (to|or) count|count) (filler|full)? units",
          length, length_fits),
    Shape("length", "count hyphen (filler hyphen?)? unit_hyphen", length, length_fits),
    Shape("length", "(a|the) count hyphen unit_hyphen period", length, length_fits),
    Shape("length", "(the|the? edge|that)? units ((or|and) units)?", bare_length, bare_fits),
    Shape("loose length", "loose_span", loose_length, loose_fits),
    Shape("long", "unit hyphen filler", length, lambda words, i, j: words.word(j - 1) == "long"
          and words.kind(i - 1) != "hyphen"),
    Shape("near length", "the current count units", length),
    Shape("near length", f"{NEAR} (count|count (to|or) count) (filler|full|fiscal)? units (or so)?",
          near_length),
    Shape("near length", f"{NEAR} half? a? (count) unit", near_length),
    Shape("near one", "the last unit (or so)?", near_one,
          lambda words, i, j: words.word(i) == "the" and words.word(i + 1) == "past"),
    Shape("recent", f"{NEAR} units ((or|and) units)?", recent_units),
    Shape("past seasons", f"{NEAR} count? seasons", past_seasons),
    Shape("every", "every (count|nth|plain)? (unit|units|second_nth)", every_unit,
          lambda words, i, j: words.kind(j - 2) != "plain"
          or words.word(j - 2) in ("other", "single")),
    Shape("every", "(times|count times) (a|every|per) unit", every_unit),
    Shape("rate", "(a|per) unit", rate, lambda words, i, j: words.kind(i) == "per"
          or rate_fits(words, i, j)),
    Shape("adverb", "set_word", adverb, adverb_fits),
]  # fmt: skip
