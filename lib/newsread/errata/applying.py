"""Corrections applied: the last step of each ``find_`` function."""

from __future__ import annotations

import warnings
import weakref
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsread.actors.sightings import found_mentions, with_sides
from newsread.errata.lines import Line, corrections_file, read_lines

if TYPE_CHECKING:
    import pandas as pd

    from newsread.article import Article


@dataclass
class Run:
    """What is known of an article since it was last read: its letters, and each line's fate."""

    article: weakref.ref
    status: dict[str, dict[Line, str]] = field(default_factory=dict)
    actors: pd.DataFrame | None = None
    mentions: pd.DataFrame | None = None


UNFIT = "no longer fits: "

RUNS: dict[str, list[Run]] = {}


def run_of(article: Article) -> Run:
    """The notes kept on this article, for as long as it is in use."""
    article_id = article.id
    runs = RUNS.setdefault(article_id, [])
    for run in runs:
        if run.article() is article:
            return run
    runs.append(Run(weakref.ref(article, lambda _: _forget(article_id))))
    return runs[-1]


def _forget(article_id: str) -> None:
    """Drop the notes on articles that are gone."""
    RUNS[article_id] = [run for run in RUNS.get(article_id, ()) if run.article() is not None]
    if not RUNS[article_id]:
        del RUNS[article_id]


def apply_corrections(
    name: str,
    table: pd.DataFrame,
    article: Article,
    actors: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """``table`` with the reader's corrections of this article in it.

    Corrections that no longer fit are left out with a warning; ``corrections(article)``
    lists them with the reason. Without a file of corrections this costs a look for it.
    """
    run = run_of(article)
    run.status[name] = {}
    if corrections_file(article.id).exists():
        lines = read_lines(article.id)
        table, run.status[name] = _applied(name, table, article, lines, actors, mentions)
        _warn(name, article.id, run.status[name])
    if name in ("actors", "mentions"):
        setattr(run, name, table)
    return table


def _applied(name, table, article, lines, actors, mentions):
    from newsread.errata.people import revise_actors
    from newsread.errata.rows import Actors, apply_rows

    if name not in ("actors", "mentions"):
        own = [line for line in lines if line.table == name]
        return apply_rows(name, table, article, own, Actors.of(actors, mentions))
    if not any(line.table in ("actors", "mentions") for line in lines):
        return table, {}
    revised, people, status = mentions_now(article, lines)
    if name == "actors":
        return revise_actors(article, people, table, revised), people.status
    return under_actors(revised, actors), status


def under_actors(mentions: pd.DataFrame, actors: pd.DataFrame | None) -> pd.DataFrame:
    """Mentions with their actors' sides and kinds; what the reader said of one goes first."""
    if actors is None:
        return mentions
    table = with_sides(mentions, actors)
    facts = actors.drop_duplicates("actor").set_index("actor")
    says = mentions["corrected"].ne("") & mentions["actor"].isin(facts.index)
    table.loc[says, "actor"] = mentions.loc[says, "actor"]
    for column in ("side", "kind"):
        table.loc[says, column] = mentions.loc[says, "actor"].map(facts[column])
    return table


def mentions_now(article: Article, lines: list[Line]):
    """The mentions with their corrections, what these say of the actors, and each line's fate."""
    from newsread.errata.people import read_people, revise_mentions

    found = found_mentions(article)
    people = read_people(article, lines, found)
    revised, status = revise_mentions(article, people, found, lines)
    return revised, people, status


def _warn(name: str, article_id: str, status: dict[Line, str]) -> None:
    unfit = [(line, why) for line, why in status.items() if not why.startswith("applied")]
    if unfit:
        reasons = [f"line {line.number}: {why.removeprefix(UNFIT)}" for line, why in unfit]
        which = "; ".join(reasons[:3])
        more = f"; and {len(unfit) - 3} more" if len(unfit) > 3 else ""
        warnings.warn(
            f"{len(unfit)} of the corrections of {name} in {corrections_file(article_id).name} "
            f"no longer fit and were left out ({which}{more}). See corrections(article).",
            stacklevel=4,
        )
