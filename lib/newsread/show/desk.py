"""The reading desk: choose an article, somebody in it and a kind of row; text, chart and
table follow. Its static twin shows the same without widgets."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from newsread.article import Article, load_article
from newsread.paths import ARTICLES
from newsread.show.columns import plain_table, shown_columns
from newsread.show.interactive import ROWS_PER_PAGE, loader, table_html
from newsread.show.marked import NO_FORMULAS, Shown, marked_article, style
from newsread.show.marks import KINDS, marks_of, row_marks
from newsread.suggesting import listed, meant

if TYPE_CHECKING:
    from matplotlib.axes import Axes

EVERYONE = "everyone"
FIRST_KIND = "claims"

# Which columns name the actors, and the sides, that a row of each table is about.
ABOUT = {
    "actors": (("actor",), ("side",)),
    "mentions": (("actor",), ("side",)),
    "claims": (("source_actor",), ("source_side",)),
    "stances": (("holder", "target"), ("holder_side", "target_side")),
}


@dataclass(frozen=True)
class Choice:
    """What lies on the desk: somebody ("" for everyone), or a side, and a kind of row."""

    actor: str = ""
    side: str = ""
    kind: str = FIRST_KIND

    @property
    def who(self) -> str:
        return self.actor or (f"side: {self.side}" if self.side else EVERYONE)


@dataclass(frozen=True)
class View:
    """What the desk shows for a choice, each part as HTML, and the rows themselves."""

    text: str
    chart: str
    rows: pd.DataFrame
    caption: str


def read(
    article: Article | str | Path | None = None,
    *,
    actor: str = "",
    side: str = "",
    kind: str = FIRST_KIND,
    static: bool = False,
) -> Desk | Shown:
    """The reading desk: one view in which text, chart and table follow what you choose.

    ``article``: an article, or the name of one; the first in data/articles/ if left out.
    ``actor`` or ``side``, and ``kind`` ("actors", "mentions", "claims", "dates",
    "stances") are what it shows at first. For an actor, dates are those in sentences that
    mention it, stances those it holds or meets with. ``static=True`` gives the same view
    without widgets, for a page or a print.
    """
    if kind not in KINDS:
        raise ValueError(f"kind={kind!r} is not known; write one of: {', '.join(KINDS)}.")
    if article is None:
        article = _article_names()[0]
    if not isinstance(article, Article):
        article = load_article(article)
    choice = Choice(actor, "" if actor else side, kind)
    return static_desk(article, choice) if static else Desk(article, choice)


def static_desk(article: Article, choice: Choice, tables: dict | None = None) -> Shown:
    """The static twin: what the desk shows for one choice, as HTML."""
    tables = tables or _tables_of(article)
    check_choice(who_is_there(tables), choice)
    view = make_view(article, tables, choice)
    html = (
        f'<div class="nr {NO_FORMULAS}">{style()}<p class="nr-facts">{escape(view.caption)}</p>'
        f"{view.text}{view.chart}{plain_table(view.rows, view.caption)}</div>"
    )
    return Shown(html, f"{view.caption}\n\n{view.rows[shown_columns(view.rows)]}")


def make_view(article: Article, tables: dict[str, pd.DataFrame], choice: Choice) -> View:
    rows = chosen_rows(tables, choice, choice.kind)
    shown = {"mentions": chosen_rows(tables, choice, "mentions")}
    if choice.kind not in ("actors", "mentions"):
        shown[choice.kind] = rows
    marks = marks_of(**shown)
    if choice.kind == "actors" and not marks:
        marks = list(row_marks(rows, "actors"))
    n = f"{len(rows)} row{'s' * (len(rows) != 1)}"
    return View(
        text=marked_article(article, marks),
        chart=_chart(article, rows, shown["mentions"], choice),
        rows=rows,
        caption=f"{article.id} · {choice.who} · {choice.kind}: {n}",
    )


def who_is_there(tables: dict[str, pd.DataFrame]) -> list[tuple[str, tuple[str, str]]]:
    """Labels and (actor, side) pairs to choose from: everyone, actors by mentions, sides."""
    actors = tables["actors"].sort_values("n_mentions", ascending=False, kind="stable")
    counted = zip(actors["actor"], actors["n_mentions"], strict=True)
    sides = dict.fromkeys(side for side in actors["side"] if side)
    return [
        (EVERYONE, ("", "")),
        *((f"{name} ({n})", (name, "")) for name, n in counted),
        *((f"side: {side}", ("", side)) for side in sides),
    ]


def check_choice(people: list[tuple[str, tuple[str, str]]], choice: Choice) -> None:
    known = [pair for _, pair in people]
    if (choice.actor, choice.side) not in known:
        names = [actor or f"side: {side}" for actor, side in known[1:]]
        raise ValueError(
            f"{choice.who!r} is not in this article; there are: {listed(names) or 'none'}."
            f"{meant(choice.who, names)}"
        )


def chosen_rows(tables: dict[str, pd.DataFrame], choice: Choice, kind: str) -> pd.DataFrame:
    """The rows of one table that are about whoever was chosen."""
    table = tables[kind]
    wanted = choice.actor or choice.side
    if not wanted:
        return table
    if kind == "dates":
        sentences = chosen_rows(tables, choice, "mentions")["sentence_id"]
        return table[table["sentence_id"].isin(sentences)]
    columns = ABOUT[kind][0 if choice.actor else 1]
    return table[table[list(columns)].eq(wanted).any(axis=1)]


def _chart(article: Article, rows: pd.DataFrame, mentions: pd.DataFrame, choice: Choice) -> str:
    import matplotlib.pyplot as plt

    from newsread.show.svg import inline_svg

    ax = _plot(article, rows, mentions, choice.kind)
    figure = ax.get_figure(root=True)
    known_by = sha256(repr((article.id, choice)).encode("utf-8", "replace")).hexdigest()[:8]
    name = f"desk-{choice.kind}-{known_by}"
    svg = inline_svg(figure, name, ax.newsread.title, ax.newsread.alt)
    plt.close(figure)
    return f'<div class="nr-chart">{svg}</div>'


def _plot(article: Article, rows: pd.DataFrame, mentions: pd.DataFrame, kind: str) -> Axes:
    from newsread.charts.claims import plot_claims
    from newsread.charts.mentions import plot_dispersion, plot_mentions
    from newsread.charts.stances import plot_stances
    from newsread.charts.timeline import plot_timeline

    draw: dict[str, Callable[[], Axes]] = {
        "actors": lambda: plot_mentions(mentions),
        "mentions": lambda: plot_dispersion(rows, article.sentences),
        "claims": lambda: plot_claims(rows),
        "dates": lambda: plot_timeline(rows, date=article.date),
        "stances": lambda: plot_stances(rows),
    }
    return draw[kind]()


def _tables_of(article: Article) -> dict[str, pd.DataFrame]:
    from newsread.reading import read_tables

    return read_tables(article)


def _article_names() -> list[str]:
    names = sorted(path.name for path in ARTICLES.iterdir() if not path.name.startswith("."))
    if not names:
        raise FileNotFoundError(
            "there is no article in data/articles/. Put a text file there, or give an article: "
            "read(load_article(text='…'))"
        )
    return names


# -------------------------------------------------------------------- with widgets
class Desk:
    """The widgets. What goes wrong in a choice is shown on the desk itself."""

    def __init__(self, article: Article, choice: Choice) -> None:
        import ipywidgets as widgets

        self.article = article
        self.tables: dict[str, pd.DataFrame] = {}
        self.opened = {article.id: article}
        names = {Path(name).stem: name for name in _article_names()}
        self.articles = widgets.Dropdown(
            options=list({article.id: None, **names}), value=article.id, description="Article"
        )
        self.files = names
        self.who = widgets.Dropdown(description="Who")
        self.kind = widgets.ToggleButtons(options=list(KINDS), value=choice.kind)
        self.said = widgets.HTML()
        # The text scrolls by itself, so that chart and table stay in sight.
        self.text = widgets.HTML(
            layout=widgets.Layout(
                flex="3 1 28em", min_width="0", max_height="40em", overflow="auto"
            )
        )
        self.chart = widgets.HTML(layout=widgets.Layout(flex="2 1 22em", min_width="0"))
        self.rows = widgets.Output()
        wrap = widgets.Layout(flex_flow="row wrap", align_items="flex-start")
        self.box = widgets.VBox(
            [
                widgets.HBox([self.articles, self.who, self.kind], layout=wrap),
                self.said,
                widgets.HBox([self.text, self.chart], layout=wrap),
                self.rows,
            ]
        )
        self.box.add_class("nr-desk")
        self.needs_loader = True
        self._open(choice)  # a wrong choice in the call is the caller's error
        self.articles.observe(lambda change: self._attempt(self._change_article), "value")
        self.who.observe(lambda change: self.settling or self._attempt(self._show), "value")
        self.kind.observe(lambda change: self._attempt(self._show), "value")

    def __repr__(self) -> str:
        return f"Desk({self.article.id!r}, {self.choice.who}, {self.choice.kind})"

    def _ipython_display_(self) -> None:
        """The widgets, and below them the static twin, which hides while they are alive: it
        is what a saved page, a preview or a notebook opened without its kernel shows."""
        from IPython.display import display

        twin = static_desk(self.article, self.choice, self.tables)
        widgets = self.box._repr_mimebundle_()
        display(widgets | {"text/plain": "The reading desk, if its kernel runs."}, raw=True)
        html = f'<div class="nr-twin">{twin.html}</div>'
        display({"text/html": html, "text/plain": twin.plain}, raw=True)

    @property
    def choice(self) -> Choice:
        actor, side = self.who.value or ("", "")
        return Choice(actor, side, self.kind.value)

    def _attempt(self, step: Callable[[], None]) -> None:
        """A callback's error would only reach a log: it is shown where the reader looks."""
        try:
            step()
        except Exception as error:
            self.said.value = (
                f'<div class="nr nr-error" role="alert">{style()}<b>This could not be shown.</b> '
                f"{escape(type(error).__name__)}: {escape(str(error))}"
                f"<details><summary>Where it happened</summary><pre>"
                f"{escape(traceback.format_exc())}</pre></details></div>"
            )

    def _change_article(self) -> None:
        name = self.articles.value
        self.said.value = f"<p>Reading {escape(name)} …</p>"
        if name not in self.opened:
            self.opened[name] = load_article(self.files[name])
        self.article = self.opened[name]
        self._open(Choice(kind=self.kind.value))

    def _open(self, choice: Choice) -> None:
        self.tables = _tables_of(self.article)
        people = who_is_there(self.tables)
        check_choice(people, choice)
        self.settling = True  # new options choose the first of themselves: not the reader's choice
        self.who.options = people
        self.who.value = (choice.actor, choice.side)
        self.settling = False
        self._show()

    def _show(self) -> None:
        view = make_view(self.article, self.tables, self.choice)
        frame = f'<div class="nr {NO_FORMULAS}">{style()}'
        self.text.value = f"{frame}{view.text}</div>"
        self.chart.value = f"{frame}{view.chart}</div>"
        html = table_html(view.rows, shown_columns(view.rows), ROWS_PER_PAGE)
        if self.needs_loader:
            html, self.needs_loader = loader() + html, False
        data = {"text/html": html, "text/plain": view.caption}
        self.rows.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)
        self.said.value = f"<p>{escape(view.caption)}</p>"
