"""The actors with their corrections: merged, split, renamed, added, dropped.

Who is who is decided on the mentions: merging and splitting say whose they are, and the
actors are counted anew from them. Both ``find_actors`` and ``find_mentions`` do it here, so
that the two tables always agree.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from newsread.actors.sightings import read_aliases
from newsread.errata.lines import Line
from newsread.errata.places import DoesNotFit, Place, find_place, whole_words
from newsread.errata.rows import Actors, applied, apply_rows, unfit, with_notes
from newsread.errata.rules import cell, written
from newsread.tables import make_table

if TYPE_CHECKING:
    from newsread.article import Article


# Who made a correction, in a mention's ``corrected`` cell.
BY = re.compile(r"\(([^()]*)\)")


@dataclass
class People:
    """What the corrections say of the actors.

    ``names``: an actor's old name -> its new one. ``spans``: a mention's characters -> whose it
    is. ``added``: new actors -> the line that added them. ``parted``: an actor split off ->
    the one it was split from. ``dropped``: no actors. ``sets``: values of actors' columns.
    """

    names: dict[str, str] = field(default_factory=dict)
    spans: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    added: dict[str, tuple[Line, Place]] = field(default_factory=dict)
    parted: dict[str, str] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    sets: dict[str, dict[str, Line]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    status: dict[Line, str] = field(default_factory=dict)

    def now(self, name: str) -> str:
        """The name under which an actor goes in the end."""
        seen = set()
        while name in self.names and name not in seen:
            seen.add(name)
            name = self.names[name]
        return name

    def note(self, name: str, note: str, line: Line) -> None:
        self.notes.setdefault(name, []).append(f"{note} ({line.by or 'reader'})")


def read_people(article: Article, lines: list[Line], mentions: pd.DataFrame) -> People:
    """The lines about actors, held against the mentions that newsread finds."""
    people = People()
    owners = dict(
        zip(
            zip(mentions["start"].tolist(), mentions["end"].tolist(), strict=True),
            mentions["actor"].tolist(),
            strict=True,
        )
    )
    known = set(owners.values()) - {""}
    lines = [line for line in lines if line.table == "actors"]
    for action, read in (
        ("add", _read_added),
        ("split", _read_split),
        ("merge", _read_name),
        ("set", _read_set),
        ("drop", _read_dropped),
    ):
        for line in (line for line in lines if line.action == action):
            try:
                place = find_place(article.text, line)
                read(people, line, place, known, owners)
                people.status[line] = applied(place)
            except (DoesNotFit, ValueError) as problem:
                people.status[line] = unfit(problem)
    return people


def _read_added(people: People, line: Line, place: Place, known: set[str], owners: dict) -> None:
    name = line.key or line.text
    if line.column:
        written("actors", line.column, line.value)
        people.sets.setdefault(name, {})[line.column] = line
    people.added.setdefault(name, (line, place))
    known.add(name)


def _read_split(people: People, line: Line, place: Place, known: set[str], owners: dict) -> None:
    span = (place.start, place.end)
    if span not in owners:
        raise DoesNotFit("newsread no longer finds a mention there")
    if not line.value.strip():
        raise ValueError("the new actor needs a name")
    people.spans[span] = (line.value, f"actor ({line.by or 'reader'})")
    if line.value not in known:
        people.parted[line.value] = line.key
        people.note(line.value, f"split from {line.key}", line)
    known.add(line.value)


def _read_name(people: People, line: Line, place: Place, known: set[str], owners: dict) -> None:
    """A merge or a new name: from now on the actor goes under another one."""
    old = _owner(line, place, known, owners)
    new = line.value.strip()
    if not new:
        raise ValueError("an actor needs a name")
    if line.action == "merge":
        if new not in known:
            raise DoesNotFit(f"there is no actor {new!r}")
        if people.now(new) == old:
            raise DoesNotFit(f"{new!r} is already merged with {old!r} the other way round")
        people.note(new, f"merged with {old}", line)
    elif people.now(new) == old:
        raise DoesNotFit(f"{new!r} already goes under the name of {old!r}")
    else:
        people.note(new, "actor", line)
    people.names[old] = new
    known.add(new)


def _read_set(people: People, line: Line, place: Place, known: set[str], owners: dict) -> None:
    written("actors", line.column, line.value)
    if line.column == "actor":
        _read_name(people, line, place, known, owners)
        return
    name = _owner(line, place, known, owners)
    people.sets.setdefault(name, {})[line.column] = line
    people.note(name, line.column, line)


def _read_dropped(people: People, line: Line, place: Place, known: set[str], owners: dict) -> None:
    people.dropped.add(_owner(line, place, known, owners))


def _owner(line: Line, place: Place, known: set[str], owners: dict) -> str:
    """The actor that a line is about: by its name, or else by the mention at its place."""
    name = line.key or owners.get((place.start, place.end), "")
    if name in known:
        return name
    if found := owners.get((place.start, place.end)):
        return found
    raise DoesNotFit(f"there is no actor {name!r}" if name else "there is no actor there")


# ---------------------------------------------------------------- mentions
def revise_mentions(
    article: Article, people: People, mentions: pd.DataFrame, lines: list[Line]
) -> tuple[pd.DataFrame, dict[Line, str]]:
    """newsread's mentions as the reader wants them; sides and kinds still to be filled in."""
    mentions = _with_added(article, people, mentions)
    actors, corrected = mentions["actor"].tolist(), mentions["corrected"].tolist()
    spans = zip(mentions["start"].tolist(), mentions["end"].tolist(), strict=True)
    for at, span in enumerate(spans):
        owner, note = people.spans.get(span, (actors[at], ""))
        final = people.now(owner)
        final = "" if final in {people.now(name) for name in people.dropped} else final
        if final != actors[at]:
            actors[at] = final
            corrected[at] = with_notes(corrected[at], [note or "actor (reader)"])
    mentions = mentions.assign(
        actor=pd.array(actors, dtype="str"), corrected=pd.array(corrected, dtype="str")
    )
    known = Actors(dict.fromkeys([*actors, *map(people.now, people.added)], ""))
    known.sides.pop("", None)
    own = [line for line in lines if line.table == "mentions"]
    renamed = {line: _under_new_name(line, people) for line in own}
    mentions, status = apply_rows("mentions", mentions, article, list(renamed.values()), known)
    return mentions, {line: status[renamed[line]] for line in own}


def _under_new_name(line: Line, people: People) -> Line:
    if line.column != "actor" or people.now(line.value) == line.value:
        return line
    from dataclasses import replace

    return replace(line, value=people.now(line.value))


def _with_added(article: Article, people: People, mentions: pd.DataFrame) -> pd.DataFrame:
    """Each place where an added actor's words stand is a mention of it, unless it is another's."""
    if not people.added:
        return mentions
    taken = {
        span: at
        for at, span in enumerate(
            zip(mentions["start"].tolist(), mentions["end"].tolist(), strict=True)
        )
    }
    parse, new = article.parse, []
    actors = mentions["actor"].tolist()
    for name, (line, place) in people.added.items():
        for start, end in whole_words(article.text, line.text):
            at = taken.get((start, end))
            if at is not None and (not actors[at] or start == place.start):
                actors[at] = name
            elif at is None:
                words = parse.tokens_in(start, end)
                new.append(
                    article.row(start, end)
                    | {
                        "sentence_id": parse.sent[words[0]] if words else 0,
                        "actor": name,
                        "form": "name",
                        "head_start": parse.start[words[-1]] if words else start,
                        "head_end": parse.end[words[-1]] if words else end,
                        "how": "the reader added this actor",
                        "confidence": 1.0,
                        "corrected": f"added ({line.by or 'reader'})",
                    }
                )
    rows = mentions.assign(actor=pd.array(actors, dtype="str")).to_dict("records") + new
    rows.sort(key=lambda row: (row["start"], -row["end"]))
    numbers = [int(row["mention_id"][1:]) for row in rows if row.get("mention_id")]
    for number, row in enumerate(
        (row for row in rows if not row.get("mention_id")), max(numbers, default=0) + 1
    ):
        row["mention_id"] = f"m{number}"
    return make_table("mentions", rows)


# ---------------------------------------------------------------- actors
def revise_actors(
    article: Article, people: People, table: pd.DataFrame, mentions: pd.DataFrame
) -> pd.DataFrame:
    """The actors, counted from the mentions where the reader changed whose they are."""
    old = {row["actor"]: row for row in table.to_dict("records")}
    theirs: dict[str, list[dict]] = {}
    for mention in mentions.to_dict("records"):
        if mention["actor"]:
            theirs.setdefault(mention["actor"], []).append(mention)
    rows = []
    for name, its in theirs.items():
        sources = [before for before in old if people.now(before) == name]
        best = name if name in old else next(iter(sources), people.parted.get(name, ""))
        row = dict(old.get(best) or make_table("actors", [{}]).to_dict("records")[0])
        changed = _changed(row, its)
        if name not in old or changed or sources != [name]:
            listed = {a for before in sources for a in read_aliases(old[before]["aliases"])}
            row |= _counted(its, listed) | {"actor": name}
            row["resolved"] = row["n_names"] > 0 or any(old[s]["resolved"] for s in sources)
        if name not in old and not sources:
            row |= {"how": "the reader says who this is", "confidence": 1.0, "resolved": True}
            row["kind"] = row["kind"] or "other"
        if best and row["side"] == best:  # a state's own side is itself
            row["side"] = name
        row["side"] = people.now(row["side"])
        says = _reader_says(people, name, sources)
        if not says["corrected"] and name in old and changed:
            says["corrected"] = f"mentions ({_who_corrected(its)})"
        rows.append(row | says)
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return make_table("actors", rows)


def _changed(row: dict, its: list[dict]) -> bool:
    counts = Counter(mention["form"] for mention in its)
    same = all(row[f"n_{form}s"] == counts[form] for form in ("name", "description", "pronoun"))
    return not same


def _who_corrected(its: list[dict]) -> str:
    """By whom the mentions are that an actor gained; of one that lost some, the reader."""
    found = (BY.search(mention["corrected"]) for mention in its)
    return next((by[1] for by in found if by), "reader")


def _counted(its: list[dict], listed: set[str]) -> dict:
    """An actor's counts, and its aliases: the names, and the descriptions ``listed`` before.

    Who is never named goes by the descriptions; a pronoun is nobody's name.
    """
    count = Counter(mention["form"] for mention in its)
    named = [mention for mention in its if mention["form"] == "name"]
    first = (named or its)[0]
    described = [mention for mention in its if mention["form"] == "description"]
    if named:
        described = [mention for mention in described if mention["text"] in listed]
    forms = Counter(mention["text"] for mention in [*named, *described])
    return {key: first[key] for key in ("article_id", "sentence_id", "start", "end", "text")} | {
        "aliases": "; ".join(f"{form} ×{n}" for form, n in forms.most_common()),
        "n_mentions": len(its),
        "n_names": count["name"],
        "n_descriptions": count["description"],
        "n_pronouns": count["pronoun"],
    }


def _reader_says(people: People, name: str, sources: list[str]) -> dict:
    """The values that the reader set, and the ``corrected`` cell."""
    says: dict[str, object] = {}
    notes: list[str] = []
    for before in dict.fromkeys([*sources, name]):
        for column, line in people.sets.get(before, {}).items():
            if column != "actor":
                says[column] = cell("actors", column, written("actors", column, line.value))
        notes += people.notes.get(before, [])
    for before, (line, _) in people.added.items():
        if people.now(before) == name:
            notes.insert(0, f"added ({line.by or 'reader'})")
    return says | {"corrected": with_notes("", notes)}
