"""What the reader calls: correct, drop, add, merge_actors, split_actor, corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from newsread.actors.sightings import found_mentions
from newsread.article import LOADED, Article, check_article
from newsread.errata.applying import RUNS, mentions_now, run_of, under_actors
from newsread.errata.lines import COLUMNS as LINE_COLUMNS
from newsread.errata.lines import Line, change_lines, read_lines
from newsread.errata.people import read_people
from newsread.errata.places import DoesNotFit, context, find_place, find_words, whole_words
from newsread.errata.rows import Actors, apply_rows, key_of, stretches
from newsread.errata.rules import IDS, KEYS, NEEDED_TO_ADD, SPANS, rule_for, written
from newsread.suggesting import listed, meant
from newsread.tables import MADE_BY, require, spans_text

# The column by which a table is known, whatever other columns were taken away.
KNOWN_BY = {
    "actors": "aliases",
    "mentions": "mention_id",
    "claims": "cue_spans",
    "dates": "precision",
    "stances": "stance_id",
}


def correct(
    table: pd.DataFrame,
    row: object,
    note: str = "",
    by: str = "reader",
    article: Article | None = None,
    **columns: object,
) -> pd.DataFrame:
    """Set values in one row, now and at every later run: ``correct(claims, "c3", act="deny")``.

    ``row``: a row of the table (``claims.iloc[3]``), its index label, or its name: a
    ``claim_id``, ``mention_id``, ``stance_id``, an actor, or the expression of a date where it
    stands once. ``note`` says why, ``by`` who says so. Gives back the table with the
    correction in it and writes it to data/corrections/ARTICLE_ID.csv; run later steps again.

    Columns that name words of the article (``source``, ``content``) take words that stand in
    it. Errors say which columns can be corrected and which values each takes.
    """
    if not columns:
        raise ValueError('say what is right: correct(claims, "c3", source="…", note="…").')
    name = table_name(table)
    article = _article(table, article)
    cells = _row(name, table, row)
    lines = []
    for column, value in columns.items():
        value = _actor_meant(name, column, written(name, column, value), article)
        line = _line(name, "set", cells, article, note, by)
        spans = _value_spans(name, column, value, cells, article)
        lines.append(replace(line, column=column, value=value, spans=spans))
    return _write(name, table, article, lines)


def drop(
    table: pd.DataFrame,
    row: object,
    note: str = "",
    by: str = "reader",
    article: Article | None = None,
) -> pd.DataFrame:
    """Take one row out, now and at every later run: ``drop(claims, "c3", note="no claim")``."""
    name = table_name(table)
    article = _article(table, article)
    cells = _row(name, table, row)
    return _write(name, table, article, [_line(name, "drop", cells, article, note, by)])


def add(
    table: pd.DataFrame,
    text: str = "",
    occurrence: int = 1,
    start: int | None = None,
    end: int | None = None,
    note: str = "",
    by: str = "reader",
    article: Article | None = None,
    **columns: object,
) -> pd.DataFrame:
    """Put in a row that was missed, now and at every later run.

    ``add(claims, "Baku denied it", source="Baku", cue="denied", content="it")``. ``text``: the
    row's words as the article has them, or ``start`` and ``end``; where the words stand more
    than once, ``occurrence`` says which. An empty table needs ``article=``.

    An added actor gets a mention wherever its words stand. Claims need ``content``; mentions
    ``actor``; dates ``type`` and ``value``; stances ``holder``, ``target`` and ``polarity``.
    """
    name = table_name(table)
    article = _article(table, article)
    place = _span(article, text, occurrence, start, end)
    if missing := [column for column in NEEDED_TO_ADD[name] if column not in columns]:
        raise ValueError(f"a new row of {name} needs {', '.join(f'{m}=…' for m in missing)}.")
    cells = article.row(*place)
    base = replace(_line(name, "add", cells | _no_key(name), article, note, by))
    lines = []
    for column, value in columns.items():
        value = _actor_meant(name, column, written(name, column, value, adding=True), article)
        spans = _value_spans(name, column, value, cells, article, adding=True)
        lines.append(replace(base, column=column, value=value, spans=spans))
    lines = lines or [base]
    key = _key_of_added(name, lines, cells)
    _refuse_second(name, table, place, key)
    return _write(name, table, article, [replace(line, key=key) for line in lines])


def merge_actors(
    actors: pd.DataFrame,
    actor: str,
    *others: str,
    note: str = "",
    by: str = "reader",
    article: Article | None = None,
) -> pd.DataFrame:
    """Say that these names are one actor: ``merge_actors(actors, "Azerbaijan", "Baku")``.

    The first name stays. Run ``find_mentions`` and the later steps again.
    """
    require(actors, "actors")
    article = _article(actors, article)
    kept = _row("actors", actors, actor)
    lines = []
    if not others:
        raise ValueError('name two actors or more: merge_actors(actors, "Azerbaijan", "Baku").')
    for other in others:
        cells = _row("actors", actors, other)
        if cells["actor"] == kept["actor"]:
            raise ValueError(f"{other!r} and {actor!r} are one actor already: {kept['actor']!r}.")
        line = _line("actors", "merge", cells, article, note, by)
        lines.append(replace(line, column="actor", value=kept["actor"]))
    return _write("actors", actors, article, lines)


def split_actor(
    actors: pd.DataFrame,
    actor: str,
    new: str,
    mentions: pd.DataFrame | Iterable[int] | None = None,
    note: str = "",
    by: str = "reader",
    article: Article | None = None,
) -> pd.DataFrame:
    """Say that some mentions are another actor's: ``split_actor(actors, "Azerbaijan", "Baku")``.

    The mentions that read ``new`` become the actor ``new``'s; or the rows of ``mentions``, where
    they are given: ``split_actor(actors, "Georgia", "Georgia (US)", mentions[mask])``.
    """
    require(actors, "actors")
    article = _article(actors, article)
    old = _row("actors", actors, actor)
    if not new.strip() or new == old["actor"]:
        raise ValueError("give the new actor a name of its own.")
    if mentions is None:
        theirs = mentions_now(article, read_lines(article.id))[0]
        theirs = theirs[(theirs["actor"] == old["actor"]) & (theirs["text"] == new)]
        if theirs.empty:
            raise ValueError(
                f"no mention of {old['actor']!r} reads {new!r}: it goes by {old['aliases']}. "
                "Or say which mentions are meant: mentions=mentions[…]."
            )
    else:
        require(mentions, "mentions", "start", "end", "text", "actor")
        theirs = mentions
        if theirs.empty:
            raise ValueError("mentions= has no rows: nothing to split off.")
    lines = []
    for cells in theirs.to_dict("records"):
        line = _line("actors", "split", cells | {"actor": old["actor"]}, article, note, by)
        lines.append(replace(line, column="actor", value=new.strip()))
    return _write("actors", actors, article, lines)


def corrections(article: Article) -> pd.DataFrame:
    """All corrections of an article: one row per line of data/corrections/ARTICLE_ID.csv.

    column      type   meaning
    table       str    actors, mentions, claims, dates, stances
    action      str    set (a value), drop, add (a row), merge, split (actors)
    start, end  str    the row's characters when it was corrected; "" where nobody wrote them
    text        str    the row's words
    key         str    what tells it from other rows there: characters of its cue, or of its
                       trigger, holder and target; an actor's name
    column      str    the column corrected
    value       str    what the reader says
    spans       str    where in the article the value stands, if it is words of the article
    note, by    str    why, and who says so
    before      str    the letters before it, by which a changed article is searched
    after       str    the letters after it
    line        int    line of the file: delete it to undo the correction
    status      str    applied; applied, text moved by …; no longer fits: …; not yet read: …
    """
    check_article(article)
    status = run_of(article).status
    rows = []
    for line in read_lines(article.id):
        cells = {column: getattr(line, column) for column in LINE_COLUMNS}
        cells |= {key: "" if cells[key] is None else str(cells[key]) for key in ("start", "end")}
        rows.append(cells | {"line": line.number, "status": _status(article, line, status)})
    dtypes = dict.fromkeys(LINE_COLUMNS, "str") | {"line": "int64", "status": "str"}
    return pd.DataFrame(rows, columns=list(dtypes)).astype(dtypes)


def _status(article: Article, line: Line, status: dict[str, dict[Line, str]]) -> str:
    if line in status.get(line.table, {}):
        return status[line.table][line]
    try:
        find_place(article.text, line)
    except DoesNotFit as problem:
        return f"no longer fits: {problem}"
    return f"not yet read: run {MADE_BY[line.table]}"


# ---------------------------------------------------------------- which table, article and row
def table_name(table: object) -> str:
    """Which of the tables this is."""
    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"the table goes first, as in correct(claims, …), not a {type(table).__name__}."
        )
    for name, column in KNOWN_BY.items():
        if column in table.columns and {"start", "end", "text", *KEYS[name]} <= set(table.columns):
            return name
    raise ValueError(
        "this is none of the tables actors, mentions, claims, dates, stances, or columns are "
        "missing: give the whole table, as find_… made it, and say which row."
    )


def _article(table: pd.DataFrame, given: Article | None) -> Article:
    """The article that the table was made from: every row's words stand in its text."""
    if given is not None:
        choices = [given]
    elif table.empty:
        raise ValueError("the table is empty, so say which article is meant: article=article.")
    else:
        ids = table["article_id"].unique()
        if len(ids) > 1:
            raise ValueError(f"the table has rows of {len(ids)} articles: take those of one.")
        choices = [run.article() for run in reversed(RUNS.get(ids[0], []))] + [LOADED.get(ids[0])]
    columns = (table[name].tolist() for name in ("start", "end", "text"))
    spans = list(zip(*columns, strict=True))
    for article in choices:
        if article is not None and all(article.text[s:e] == words for s, e, words in spans):
            return article
    raise ValueError(
        "the article that this table was made from is not loaded, or its text is another one. "
        "Load it and make the table again, or say article=article."
    )


def _row(name: str, table: pd.DataFrame, row: object) -> dict:
    """The cells of the row that is meant."""
    if isinstance(row, pd.DataFrame):
        if len(row) != 1:
            raise ValueError(f"one row at a time: these are {len(row)}.")
        row = row.iloc[0]
    if isinstance(row, str):
        return _row_by_name(name, table, row)
    if isinstance(row, pd.Series):
        given, label = row.to_dict(), row.name
    elif hasattr(row, "_asdict"):  # from itertuples
        given, label = row._asdict(), getattr(row, "Index", None)
    elif isinstance(row, dict):
        given, label = row, None
    else:
        given, label = {}, row
    needed = ["start", "end", *KEYS[name]]
    if all(column in given for column in needed):
        wanted = tuple(given[column] for column in needed)
        columns = [table[column].tolist() for column in needed]
        places = [at for at, cells in enumerate(zip(*columns, strict=True)) if cells == wanted]
        if len(places) > 1 and label in table.index[places]:
            places = [place for place in places if table.index[place] == label]
    else:
        places = [at for at, other in enumerate(table.index) if _same(other, label)]
    return _only(name, table, places, repr(label), label, list(table.index))


def _same(one: object, other: object) -> bool:
    return type(other) is not bool and one == other


def _row_by_name(name: str, table: pd.DataFrame, row: str) -> dict:
    column = {"actors": "actor", "dates": "text"}.get(name, IDS.get(name))
    if name == "actors" and len(called := Actors.of(table, None).called(row)) > 0:
        row = _one_actor(row, called)
    places = [at for at, value in enumerate(table[column]) if value == row]
    return _only(name, table, places, f"{column} {row!r}", row, table[column].tolist())


def _one_actor(given: str, called: list[str]) -> str:
    """The actor that goes by this name or alias."""
    if len(called) > 1:
        raise ValueError(f"{given!r} is said of {' and of '.join(map(repr, called))}: name one.")
    return called[0]


def _only(
    name: str, table: pd.DataFrame, places: list[int], what: str, given: object, known: list
) -> dict:
    if not places:
        there = f"; there are: {listed(known)}." if known else "; it is empty."
        raise ValueError(f"the {name} table has no row {what}{there}{meant(given, known)}")
    if len(places) > 1:
        raise ValueError(
            f"the {name} table has {len(places)} rows {what}: give the row itself, "
            f"for example {name}.iloc[{places[0]}]."
        )
    return table.iloc[places[0]].to_dict()


# ---------------------------------------------------------------- what is written
def _no_key(name: str) -> dict:
    return dict.fromkeys(KEYS[name], "")


def _line(name: str, action: str, cells: dict, article: Article, note: str, by: str) -> Line:
    start, end = int(cells["start"]), int(cells["end"])
    before, after = context(article.text, start, end)
    return Line(
        table=name,
        action=action,
        start=start,
        end=end,
        text=article.text[start:end],
        key=key_of(name, cells),
        note=" ".join(note.split()),
        by=" ".join(by.split()).replace(",", " "),
        before=before,
        after=after,
    )


def _span(
    article: Article, text: str, occurrence: int, start: int | None, end: int | None
) -> tuple[int, int]:
    if start is not None and end is not None:
        if not 0 <= start < end <= len(article.text) or not article.text[start:end].strip():
            raise ValueError(
                f"start={start}, end={end}: the article has {len(article.text)} characters."
            )
        if text and article.text[start:end] != text:
            raise ValueError(f"at {start}-{end} the article says {article.text[start:end]!r}.")
        return start, end
    if not text.strip():
        raise ValueError('say which words: text="…" as they stand in the article.')
    text = text.strip()
    places = whole_words(article.text, text)
    if not places:
        raise ValueError(f"the article does not say {text!r}.")
    if not 1 <= occurrence <= len(places):
        raise ValueError(f"{text!r} stands {len(places)} times: occurrence=1 to {len(places)}.")
    return places[occurrence - 1]


def _value_spans(
    name: str, column: str, value: str, cells: dict, article: Article, adding: bool = False
) -> str:
    """Where the words that a value names stand; an error where they do not."""
    if rule_for(name, column, adding).kind != "words" or not value:
        return ""
    pieces, near = [], stretches(name, column, cells, article)
    for piece in value.split(" … "):
        found = find_words(article.text, piece, *near)
        if found is None:
            other = f" To say who is meant use {column}_actor=…" if column == "source" else ""
            raise ValueError(f"{column}={value!r}: the article does not say {piece!r}.{other}")
        pieces.append(found)
    return spans_text(pieces)


def _refuse_second(name: str, table: pd.DataFrame, place: tuple[int, int], key: str) -> None:
    """One row for one thing: what is there already is corrected, not added."""
    for row in table.to_dict("records"):
        same_place = name == "actors" or (row["start"], row["end"]) == place
        if same_place and key_of(name, row) == key:
            what = row[IDS[name]] if name in IDS else row["text"]
            raise ValueError(f"the {name} table has this row already ({what!r}): correct it.")


def _actor_meant(name: str, column: str, value: str, article: Article) -> str:
    """The actor that goes by the name or alias given; any other value as it is."""
    rule, run = rule_for(name, column, adding=True), run_of(article)
    if rule.kind != "actor" or run.actors is None or value in rule.also:
        return value
    if called := Actors.of(run.actors, None).called(value):
        return _one_actor(value, called)
    names = run.actors["actor"].tolist()
    raise ValueError(
        f"{column}={value!r}: there is no such actor. There are: {listed(names)}."
        f"{meant(value, names)} "
        "Add one with add(actors, …) and run find_actors and find_mentions again."
    )


def _key_of_added(name: str, lines: list[Line], cells: dict) -> str:
    """What will tell the new row from others: the same columns as in a row that was found."""
    if name == "actors":
        names = [line.value for line in lines if line.column == "actor"]
        return names[0] if names else cells["text"]
    row = _no_key(name) | {SPANS[line.column]: line.spans for line in lines if line.column in SPANS}
    return key_of(name, row)


def _write(name: str, table: pd.DataFrame, article: Article, lines: list[Line]) -> pd.DataFrame:
    """Try the lines on the table, write them to the file, and give back the table."""
    run = run_of(article)
    actors = run.actors
    if name == "actors":
        every = _without(read_lines(article.id), lines) + lines
        status = read_people(article, every, found_mentions(article)).status
        status = {line: status[line] for line in lines}
    else:
        result, status = apply_rows(name, table, article, lines, Actors.of(actors, run.mentions))
    if problems := [why for why in status.values() if not why.startswith("applied")]:
        raise ValueError("; ".join(dict.fromkeys(problems)))
    change_lines(article.id, lambda there: _without(there, lines) + lines)
    run.status.setdefault(name, {}).update(status)
    if name == "actors":  # counted anew: the merged and the parted have other mentions now
        from newsread.actors.finding import find_actors

        return find_actors(article)
    return under_actors(result, actors) if name == "mentions" else result


def _without(there: list[Line], lines: list[Line]) -> list[Line]:
    """The lines that the new ones do not replace."""
    about = {line.about for line in lines}
    return [line for line in there if line.about not in about]
