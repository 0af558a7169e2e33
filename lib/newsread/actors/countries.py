"""States and other polities, under all the words that stand for them.

``countryinfo`` gives countries, their demonyms and capitals; ``data/lexicons/actors.csv``
adds what it lacks and goes before it: short forms, unrecognised polities, blocs, and the
buildings a government is called by.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsread.lexicons import read_lexicon

# Other names that countryinfo lists, where they can be read as English.
READABLE = re.compile(r"[A-Z][A-Za-z' -]{3,}")
INVARIABLE = re.compile(r"(?:ese|ish|ch|ss|sh|Thai)$")


class Polity(NamedTuple):
    """What a word stands for. ``relation``: name, demonym, people, capital, metonym, adjective."""

    actor: str
    relation: str
    kind: str
    side: str


@cache
def polities() -> dict[str, Polity]:
    """Written form -> polity: "Baku" -> Azerbaijan, by its capital."""
    found: dict[str, Polity] = {}
    for row in read_lexicon("actors"):
        side = row["side"] or (row["actor"] if row["kind"] == "state" else "")
        found[row["form"]] = Polity(row["actor"], row["relation"], row["kind"], side)
    for form, polity in _from_countryinfo():
        found.setdefault(form, polity)
    return found


def _left_out(column: str) -> set[str]:
    """What countryinfo has in this column and should not have."""
    return {row["form"] for row in read_lexicon("not_states") if row["column"] == column}


def _from_countryinfo():
    from countryinfo import all_countries

    # Where two share a word ("French", "Kingston"), the more populous one is meant.
    countries = sorted(
        (country for country in all_countries() if country.name() not in _left_out("country")),
        key=lambda country: -(country.info().get("population") or 0),
    )
    misleading = _left_out("other name")
    rows = [(country.info(), _plain(country.name())) for country in countries]
    for _, name in rows:
        yield name, Polity(name, "name", "state", name)
    for info, name in rows:
        for other in info.get("altSpellings") or ():
            if READABLE.fullmatch(other) and other not in misleading:
                yield other, Polity(name, "name", "state", name)
    for info, name in rows:
        for demonym in re.split(r",|/| and ", info.get("demonym") or ""):
            if demonym:
                yield demonym, Polity(name, "demonym", "state", name)
                if not INVARIABLE.search(demonym):
                    yield demonym + "s", Polity(name, "people", "group", name)
    for info, name in rows:
        capital = info.get("capital")
        if isinstance(capital, str) and capital and capital != name:
            yield capital, Polity(name, "capital", "state", name)


def _plain(name: str) -> str:
    """ "The Bahamas" as "Bahamas", "Republic of Macedonia" as "Macedonia"."""
    if name == "Republic of the Congo":
        return name
    return re.sub(r"^(?:The |Republic of )|,.*| \(.*", "", name)
