"""What a reader may correct in each table, and which values it may get."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsread.errata.days import is_possible
from newsread.lexicons import read_lexicon
from newsread.suggesting import meant
from newsread.tables import COLUMNS

REPORTER = "the reporter"
KINDS = ("person", "organization", "state", "place", "group", "other")
PRECISIONS = (
    "minute hour part-of-day day weekend week month season quarter half year decade century "
    "vague none"
).split()
TIMEX_VALUE = re.compile(
    r"(?:P(?=.)|T|[\dX-]|BC|PAST|PRESENT|FUTURE)[\w:.+\-]*|(?:PAST|PRESENT|FUTURE)_REF"
)
TRUE = ("true", "yes", "1")
FALSE = ("false", "no", "0")


@dataclass(frozen=True)
class Rule:
    """How a column is corrected: read a value, and say what it may be.

    ``kind`` "words": words of the article, whose place is written down too. "actor": an
    actor's name (``also``: what else it may be).
    """

    kind: str
    allowed: Callable[[], Iterable[str]] | None = None
    also: tuple[str, ...] = ("",)


def one_of(*values: str) -> Callable[[], Iterable[str]]:
    return lambda: values


def in_lexicon(name: str, column: str) -> Callable[[], Iterable[str]]:
    """The values that a lexicon's column has."""
    return lambda: sorted({row[column] for row in read_lexicon(name) if row[column]})


RULES: dict[str, dict[str, Rule]] = {
    "actors": {
        "actor": Rule("name"),
        "kind": Rule("choice", one_of(*KINDS)),
        "side": Rule("text"),
        "resolved": Rule("flag"),
    },
    "mentions": {
        "actor": Rule("actor"),
        "form": Rule("choice", one_of("name", "description", "pronoun")),
    },
    "claims": {
        "source": Rule("words"),
        "content": Rule("words"),
        "source_actor": Rule("actor"),
        "addressee": Rule("words"),
        "addressee_actor": Rule("actor"),
        "cue_lemma": Rule("text"),
        "act": Rule("choice", in_lexicon("cues", "act")),
        "tone": Rule("choice", in_lexicon("cues", "tone")),
        "quoted": Rule("choice", one_of("none", "part", "whole")),
        "negated": Rule("flag"),
        "hedged": Rule("flag"),
    },
    "dates": {
        "type": Rule("choice", one_of("DATE", "TIME", "DURATION", "SET")),
        "value": Rule("timex"),
        "mod": Rule("text"),
        "first_day": Rule("day"),
        "last_day": Rule("day"),
        "precision": Rule("choice", one_of(*PRECISIONS)),
        "anchor": Rule("text"),
    },
    "stances": {
        "holder": Rule("actor", also=("", REPORTER)),
        "target": Rule("actor"),
        "polarity": Rule("choice", one_of("-1", "0", "1")),
        "strength": Rule("share"),
        "act": Rule("text"),
        "layer": Rule("choice", one_of("act", "content")),
        "negated": Rule("flag"),
        "hedged": Rule("flag"),
        "cameo": Rule("text"),
    },
}
# Given when a row is added, and part of what the row is from then on.
ONLY_ADDED = {
    "claims": {"cue": Rule("words")},
    "stances": {
        "trigger": Rule("words"),
        "holder_text": Rule("words"),
        "target_text": Rule("words"),
    },
}
NEEDED_TO_ADD = {
    "actors": (),
    "mentions": ("actor",),
    "claims": ("content",),
    "dates": ("type", "value"),
    "stances": ("holder", "target", "polarity"),
}
# The columns whose characters tell a row from others at its place.
KEYS = {
    "actors": ("actor",),
    "mentions": (),
    "claims": ("cue_spans",),
    "dates": (),
    "stances": ("trigger_span", "holder_span", "target_span"),
}
IDS = {"mentions": "mention_id", "claims": "claim_id", "stances": "stance_id"}
# "words" columns and the column in which their place stands.
SPANS = {
    "source": "source_spans",
    "cue": "cue_spans",
    "content": "content_spans",
    "trigger": "trigger_span",
    "holder_text": "holder_span",
    "target_text": "target_span",
}
WHY_NOT = {
    "side": "it follows from the actor: correct(actors, …, side=…)",
    "kind": "it follows from the actor: correct(actors, …, kind=…)",
    "source_side": "it follows from source_actor",
    "holder_side": "it follows from the holder",
    "target_side": "it follows from the target",
    "aliases": "merge_actors and split_actor change which names are an actor's",
}
PLACE = ("article_id", "sentence_id", "start", "end", "text", *SPANS, *SPANS.values())


def rule_for(table: str, column: str, adding: bool = False) -> Rule:
    """The rule of a column; a ValueError says why there is none."""
    rules = RULES[table] | (ONLY_ADDED.get(table, {}) if adding else {})
    if column in rules:
        return rules[column]
    hint = ""
    if column not in COLUMNS[table]:
        why = f"the {table} table has no such column"
        hint = meant(column, rules)
    elif column in WHY_NOT:
        why = WHY_NOT[column]
    elif column in PLACE:
        why = "it says which row this is: drop the row, and add another"
    else:
        why = "the program counts or writes it itself"
    raise ValueError(
        f"{column!r} cannot be corrected: {why}. In {table} these can: {', '.join(rules)}.{hint}"
    )


def written(table: str, column: str, value: object, adding: bool = False) -> str:
    """A value as it is written in the file; a ValueError says which values are possible."""
    rule = rule_for(table, column, adding)
    text = "" if value is None else str(value)
    problem = _problem(rule, text)
    if problem:
        raise ValueError(f"{column}={value!r}: {problem}.")
    if rule.kind == "flag":
        return "yes" if text.lower() in TRUE else "no"
    return text.strip() if rule.kind != "words" else text


def _problem(rule: Rule, text: str) -> str:
    if rule.kind == "choice":
        allowed = [str(value) for value in rule.allowed()]
        return "" if text in allowed else f"it can be {', '.join(allowed)}"
    if rule.kind == "flag":
        return "" if text.lower() in (*TRUE, *FALSE) else "it can be True or False"
    if rule.kind == "name":
        return "" if text.strip() else "an actor needs a name"
    if rule.kind == "share":
        return "" if _is_share(text) else "it can be a number from 0 to 1"
    if rule.kind == "day":
        return "" if not text or _is_day(text) else "write a day as YYYY-MM-DD"
    if rule.kind == "timex":
        if not text or TIMEX_VALUE.fullmatch(text):
            return "" if is_possible(text) else "there is no such day in the calendar"
        return (
            "write it as TIMEX3 does: 2023-09-19 (a day), 2023-09 (a month), 2020 (a year), "
            "199 (the 1990s), 2023-W38 (a week), 2023-SU (a summer), 2023-09-19T15:30 or "
            "2023-09-19TMO (a time, a morning), P3D (three days), PAST_REF (some time ago)"
        )
    return ""


def _is_share(text: str) -> bool:
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def cell(table: str, column: str, text: str) -> object:
    """What is written in the file as the table has it."""
    dtype = COLUMNS[table][column]
    if dtype == "bool":
        return text.lower() in TRUE
    return {"int64": int, "float64": float}.get(dtype, str)(text)
