"""Times without days: now, recently, the future, the last days of an empire."""

from newsread.timex.reading import Reading, vague
from newsread.timex.shapes import Found, Shape
from newsread.timex.words import Words


def reference(found: Found) -> Reading:
    return vague(found.value("ref"), "reference word", 0.8)


def adjective(found: Found) -> Reading:
    """``current`` and ``recent`` before a noun that is not a unit."""
    kind = found.words.kind(found.i)
    value = {"current": "PRESENT_REF", "recent": "PAST_REF"}[kind]
    return vague(value, "reference word", 0.7)


def adjective_fits(words: Words, i: int, j: int) -> bool:
    if words.word(i) not in ("current", "recent") or words.capital(i):
        return False
    if words.kind(j) in ("number", "day_number"):
        return words.kind(j + 1) == "plain"
    return words.kind(j) in ("plain", "name", "counted", "numbered", "fiscal", "filler", "full")


def reference_fits(words: Words, i: int, j: int) -> bool:
    word = words.word(i)
    if word in ("the future", "the near future"):
        return words.word(j) != "of" or words.word(i - 1) in ("in", "about", "for")
    if word == "now":
        return words.kind(j) != "hyphen" and words.kind(i - 1) != "hyphen"
    if word == "soon":
        return words.word(i - 1) not in ("as", "too", "how") and words.word(j) not in (
            "after",
            "as",
        )
    return not (word == "the short term" and words.kind(j) == "hyphen")


def past_fits(words: Words, i: int, j: int) -> bool:
    """``in the past,`` yes; ``the past two years``, ``the past president`` no."""
    return words.word(i + 1) == "past" and words.word(i - 1) in ("in", "from", "of", "than") and (
        words.kind(j) in ("stop", "break", "mark", "comma", "dash")
        or words.word(j) in ("and", "or", "but", "to", "for", "by", "have", "has", "had", "that",
                             "because", "when", "with", "as", "is", "was", "they", "he", "she",
                             "it", "we", "i", "you", "there")
    )  # fmt: skip


def these_days(found: Found) -> Reading:
    return vague("PRESENT_REF", "reference word", 0.8)


def last_days_of(found: Found) -> Reading:
    """``the last days of the Soviet Union``: a time known by what it was, without days."""
    turn = "FUTURE_REF" if found.context.direction(found.i, found.j) > 0 else "PAST_REF"
    return vague(turn, "known by an event, not by the calendar", 0.7)


def last_days_fits(words: Words, i: int, j: int) -> bool:
    edge = words.word(i + 1)
    return edge in ("last", "final", "first", "early", "dying", "closing", "opening", "earliest")


SHAPES = [
    Shape("reference", "ref", reference, reference_fits),
    Shape("reference", "the last", lambda found: vague("PAST_REF", "reference word", 0.75),
          past_fits),
    Shape("reference", "in future", lambda found: vague("FUTURE_REF", "reference word", 0.75),
          lambda words, i, j: words.kind(j) in ("stop", "comma", "break", "mark")),
    Shape("reference", "this units", these_days, lambda words, i, j: words.word(j - 1) == "days"
          and words.word(i) == "these"),
    Shape("adjective", "(current|recent)", adjective, adjective_fits),
    Shape("event",
          "the (last|nth|edge|plain) (units|unit_day) of the? plain? (name|plain) name{0,3}",
          last_days_of, last_days_fits),
]  # fmt: skip
