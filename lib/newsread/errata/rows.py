"""A table of mentions, claims, dates or stances with its corrections in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from newsread.actors.sightings import read_aliases
from newsread.errata.lines import Line
from newsread.errata.places import DoesNotFit, Place, find_place, find_words, shifted
from newsread.errata.rules import IDS, KEYS, SPANS, cell, rule_for, written
from newsread.lexicons import read_lexicon
from newsread.tables import make_table, read_spans, spans_text

if TYPE_CHECKING:
    from newsread.article import Article

# An actor's column and the column that shows its side.
SIDES = {"source_actor": "source_side", "holder": "holder_side", "target": "target_side"}
BY_THE_CUE = ("source", "addressee")
ARTICLE_WORD = re.compile(r"^(the|an?) ")
ADDED = "the reader added it"


class Actors:
    """Who is in the article and which side each is on, for the columns that name an actor."""

    def __init__(
        self,
        sides: dict[str, str],
        spans: list[tuple[int, int, str]] | None = None,
        words: Iterable[tuple[str, str]] = (),
    ):
        self.sides = sides
        self.spans = spans or []
        self.known_as: dict[str, set[str]] = {}
        for alias, actor in (*((name, name) for name in sides), *words):
            self.known_as.setdefault(_bare(alias), set()).add(actor)

    @classmethod
    def of(cls, actors: pd.DataFrame | None, mentions: pd.DataFrame | None) -> Actors | None:
        """From whichever of the two tables there is; None without either."""
        table = actors if actors is not None else mentions
        if table is None:
            return None
        named = table[table["actor"] != ""]
        sides = dict(zip(named["actor"], named["side"], strict=True))
        spans, words = [], []
        if actors is not None:
            for actor, aliases in zip(actors["actor"], actors["aliases"], strict=True):
                words += [(alias, actor) for alias in read_aliases(aliases)]
        if mentions is not None:
            named = mentions[mentions["actor"] != ""]
            columns = (named[name].tolist() for name in ("start", "end", "actor"))
            spans = sorted(zip(*columns, strict=True), key=lambda span: span[0] - span[1])
            named = named[named["form"] != "pronoun"]
            words += zip(named["text"], named["actor"], strict=True)
        return cls(sides, spans, words)

    def called(self, name: str) -> list[str]:
        """The actors of this name or alias, capitals and articles apart; the name goes first."""
        if name in self.sides:
            return [name]
        return sorted(self.known_as.get(_bare(name), ()))

    def inside(self, spans: list[tuple[int, int]]) -> str:
        """Who these words are: the longest mention within them, or the shortest around them."""
        for start, end, actor in self.spans:
            if any(first <= start and end <= last for first, last in spans):
                return actor
        for start, end, actor in reversed(self.spans):
            if any(start <= first and last <= end for first, last in spans):
                return actor
        return ""


def _bare(name: str) -> str:
    return ARTICLE_WORD.sub("", " ".join(name.split()).casefold())


def key_of(table: str, row: dict) -> str:
    """What tells a row from others at its place, as it is written in the file."""
    parts = [str(row[column]) for column in KEYS[table]]
    return " | ".join(parts) if any(parts) else ""


def apply_rows(
    name: str, table: pd.DataFrame, article: Article, lines: list[Line], actors: Actors | None
) -> tuple[pd.DataFrame, dict[Line, str]]:
    """The table with these corrections, and what became of each line."""
    rows = table.to_dict("records")
    labels = list(table.index)
    done: dict[int, list[str]] = {}
    dropped: set[int] = set()
    status: dict[Line, str] = {}
    additions = _additions(lines)
    for group in additions:
        try:
            place = find_place(article.text, group[0])
            row = _new_row(name, group, place, article, rows)
            for line in group:
                if line.column:
                    _set(name, row, line, place, article, actors)
            _complete(name, row, group, article, actors)
        except (DoesNotFit, ValueError) as problem:
            status |= {line: unfit(problem) for line in group}
            continue
        rows.append(row)
        labels.append(None)
        status |= {line: applied(place) for line in group}
    # Sides and spans follow from other columns, so a row's lines are taken together.
    for line in lines:
        if line.action == "add":
            continue
        try:
            place = find_place(article.text, line)
            at = _find_row(name, rows, line, place)
            if line.action == "drop":
                dropped.add(at)
            else:
                _set(name, rows[at], line, place, article, actors)
                done.setdefault(at, []).append(f"{line.column} ({line.by or 'reader'})")
            status[line] = applied(place)
        except (DoesNotFit, ValueError) as problem:
            status[line] = unfit(problem)
    for at, changes in done.items():
        _follow(name, rows[at], [change.split(" (")[0] for change in changes], article, actors)
        rows[at]["corrected"] = with_notes(rows[at]["corrected"], sorted(changes))
    return _laid_out(name, table, rows, labels, dropped), status


def with_notes(corrected: str, notes: list[str]) -> str:
    """A ``corrected`` cell with more in it, nothing twice."""
    return ", ".join(dict.fromkeys([*filter(None, corrected.split(", ")), *notes]))


def applied(place: Place) -> str:
    return f"applied, text moved by {place.moved:+}" if place.moved else "applied"


def unfit(problem: Exception) -> str:
    return f"no longer fits: {problem}"


def _laid_out(
    name: str, table: pd.DataFrame, rows: list[dict], labels: list, dropped: set[int]
) -> pd.DataFrame:
    """The rows as a table again, added ones in their place; other rows keep their order."""
    order = [at for at in range(len(table)) if at not in dropped]
    added = [at for at in range(len(table), len(rows)) if at not in dropped]
    if table["start"].is_monotonic_increasing:
        order = sorted([*order, *added], key=lambda at: rows[at]["start"])
    else:  # a claim's source may stand far before it, or the reader has sorted the table
        for at in added:
            place = _reading_place(name, rows[at])
            later = (
                n for n, other in enumerate(order) if _reading_place(name, rows[other]) > place
            )
            order.insert(next(later, len(order)), at)
    if name == "claims":
        _adopt(rows, dropped)
    result = make_table(name, [rows[at] for at in order])
    result.attrs = dict(table.attrs)
    plain = isinstance(table.index, pd.RangeIndex) and table.index.start == 0
    if not plain and len(rows) == len(table):
        result.index = pd.Index([labels[at] for at in order])
    return result


def _reading_place(name: str, row: dict) -> int:
    """Where a row stands in reading order: a claim at its cue."""
    cue = read_spans(row["cue_spans"]) if name == "claims" else []
    return cue[0][0] if cue else row["start"]


def _adopt(rows: list[dict], dropped: set[int]) -> None:
    """Claims inside a dropped one go to the claim around it."""
    parents = {rows[at]["claim_id"]: rows[at]["parent"] for at in dropped}
    for row in rows:
        while row["parent"] in parents:
            row["parent"] = parents[row["parent"]]


# ---------------------------------------------------------------- finding
def _find_row(name: str, rows: list[dict], line: Line, place: Place) -> int:
    key = shifted(line.key, place.moved)
    at_place = [
        at for at, row in enumerate(rows) if (row["start"], row["end"]) == (place.start, place.end)
    ]
    found = at_place
    if key and KEYS[name]:
        found = [at for at, row in enumerate(rows) if key_of(name, row) == key]
        if len(found) > 1:
            found = [at for at in found if at in at_place]
    if not found:
        raise DoesNotFit("newsread no longer finds this row")
    if len(found) > 1:
        raise DoesNotFit(f"{len(found)} rows stand there: fill in the key")
    return found[0]


# ---------------------------------------------------------------- setting
def _set(
    name: str, row: dict, line: Line, place: Place, article: Article, actors: Actors | None
) -> None:
    adding = line.action == "add"
    rule = rule_for(name, line.column, adding)
    value = written(name, line.column, line.value, adding)
    if rule.kind == "actor" and actors is not None and value not in (*actors.sides, *rule.also):
        raise DoesNotFit(f"there is no actor {value!r}")
    if rule.kind == "words":
        value, spans = _words(value, line, row, place, article)
        if line.column in SPANS:
            row[SPANS[line.column]] = spans_text(spans)
    row[line.column] = cell(name, line.column, value)


def stretches(name: str, column: str, row: dict, article: Article) -> list[tuple[int, int]]:
    """Where to look for the words of a cell: a speaker near the cue, all else in the row."""
    whole = (row["start"], row["end"])
    cue = read_spans(row.get("cue_spans", "")) if name == "claims" else []
    if not cue or column not in BY_THE_CUE:
        return [whole]
    parse = article.parse
    words = parse.tokens_in(*cue[0])
    near = [parse.span(*parse.sentences[parse.sent[words[0]]])] if words else []
    near += [span for span in article.paragraph_spans if span[0] <= cue[0][0] < span[1]]
    return [cue[0], *near, whole]


def _words(
    value: str, line: Line, row: dict, place: Place, article: Article
) -> tuple[str, list[tuple[int, int]]]:
    """The words as they stand in the article, and where."""
    if not value:
        return "", []
    text = article.text
    if line.spans:
        spans = read_spans(shifted(line.spans, place.moved))
        if " … ".join(text[start:end] for start, end in spans) == value:
            return value, spans
    row = row | {"start": place.start, "end": place.end}
    if found := find_words(text, value, *stretches(line.table, line.column, row, article)):
        return value, [found]
    raise DoesNotFit(f"the article does not say {value!r}")


def _follow(
    name: str, row: dict, columns: list[str], article: Article, actors: Actors | None
) -> None:
    """What hangs on the columns that were set."""
    if name == "claims":
        if "source" in columns and "source_actor" not in columns and actors is not None:
            inside = actors.inside(read_spans(row["source_spans"]))
            row["source_actor"] = inside or _only_one(actors.called(row["source"]))
        if "addressee" in columns and "addressee_actor" not in columns:
            called = actors.called(row["addressee"]) if actors is not None else []
            row["addressee_actor"] = _only_one(called)
        pieces = [span for role in ("source", "cue", "content") for span in _spans(row, role)]
        if pieces:
            row["start"], row["end"] = min(s for s, _ in pieces), max(e for _, e in pieces)
            row["text"] = article.text[row["start"] : row["end"]]
    if name == "dates" and "value" in columns:
        _days_of_value(row, columns)
    if actors is not None:
        for column, side in SIDES.items():
            if column in row:
                row[side] = actors.sides.get(row[column], "")


def _only_one(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _spans(row: dict, role: str) -> list[tuple[int, int]]:
    return read_spans(row[SPANS[role]])


def _days_of_value(row: dict, columns: list[str]) -> None:
    """The days that a corrected TIMEX3 value means; none where it means no calendar day."""
    from newsread.errata.days import days_of, type_of

    if "type" not in columns:
        row["type"] = type_of(row["value"], row["type"])
    first, last, precision = days_of(row["value"])
    for column, value in (("first_day", first), ("last_day", last), ("precision", precision)):
        if column not in columns:
            row[column] = value


# ---------------------------------------------------------------- adding
def _additions(lines: list[Line]) -> list[list[Line]]:
    """The lines of each added row together, in file order."""
    groups: dict[tuple, list[Line]] = {}
    for line in lines:
        if line.action == "add":
            groups.setdefault((line.start, line.end, line.text, line.key), []).append(line)
    return list(groups.values())


def _new_row(
    name: str, group: list[Line], place: Place, article: Article, rows: list[dict]
) -> dict:
    row = make_table(name, [article.row(place.start, place.end)]).to_dict("records")[0]
    parse = article.parse
    tokens = parse.tokens_in(place.start, place.end)
    row["sentence_id"] = parse.sent[tokens[0]] if tokens else 0
    row["corrected"] = f"added ({group[0].by or 'reader'})"
    row["confidence"] = 1.0
    row["why" if name == "stances" else "how"] = ADDED
    if name in IDS:
        numbers = [int(other[IDS[name]][1:]) for other in rows if other[IDS[name]][1:].isdigit()]
        row[IDS[name]] = f"{name[0]}{max(numbers, default=0) + 1}"
    return row


def _complete(
    name: str, row: dict, group: list[Line], article: Article, actors: Actors | None
) -> None:
    """The columns that the reader left out and the words themselves tell."""
    parse = article.parse
    given = {line.column for line in group}
    if name == "mentions":
        head = _head(parse, row["start"], row["end"])
        row["head_start"], row["head_end"] = head if head else (row["start"], row["end"])
        row["form"] = row["form"] or "name"
    if name == "dates":
        row["expression"] = row["text"]
    if name == "stances" and "strength" not in given:
        row["strength"] = float(abs(row["polarity"]))
    if name == "claims":
        row["quoted"] = row["quoted"] or "none"
        tokens = [word for span in _spans(row, "cue") for word in parse.tokens_in(*span)]
        if tokens:
            row["sentence_id"] = parse.sent[tokens[0]]
            row["cue_lemma"] = row["cue_lemma"] or _cue_lemma(parse, tokens)
        _from_lexicon(row)
    _follow(name, row, sorted(given), article, actors)


def _head(parse, start: int, end: int) -> tuple[int, int] | None:
    words = parse.tokens_in(start, end)
    heads = [i for i in words if parse.head[i] not in words or parse.head[i] == i]
    return parse.span(heads[0], heads[0]) if heads else None


def _cue_lemma(parse, words: list[int]) -> str:
    known = {row["lemma"] for row in read_lexicon("cues")}
    lemmas = [parse.lemma[word].lower() for word in words]
    return next((lemma for lemma in lemmas if lemma in known), lemmas[0])


def _from_lexicon(row: dict) -> None:
    entries = {entry["lemma"]: entry for entry in read_lexicon("cues")}
    entry = entries.get(row["cue_lemma"], {"act": "say", "tone": "neutral"})
    row["act"] = row["act"] or entry["act"]
    row["tone"] = row["tone"] or entry["tone"]
