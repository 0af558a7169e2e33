"""One name as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from newsread.actors.countries import Polity


@dataclass(slots=True)
class Name:
    """One name as it stands in the text: words ``first`` to ``last``, both included.

    ``form``: its words joined by one space. ``title``: the title before it, if any.
    ``polity``: the state or bloc its form stands for, if it is such a form.
    """

    first: int
    last: int
    form: str
    kind: str
    how: str
    title: str = ""
    polity: Polity | None = None
