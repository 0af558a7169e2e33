"""Figures and tables as files, in exports/ARTICLE_ID/ unless told otherwise."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from newsread import __version__
from newsread.article import Article, check_article
from newsread.paths import EXPORTS
from newsread.saving.cells import guarded
from newsread.saving.files import check_name, folder_name, write_whole

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MAIN = ("actors", "mentions", "claims", "dates", "stances")
LONGEST_NAME = 80


def save_figure(
    ax: Axes,
    name: str,
    article: Article | None = None,
    *,
    folder: str | Path | None = None,
    title: str | None = None,
    caption: str | None = None,
    alt: str | None = None,
) -> list[Path]:
    """Save a chart as NAME.png (300 dpi), NAME.svg and NAME.pdf; returns the three paths.

    ``title``: above the chart; the chart's own unless given. ``caption``: below it, before
    a line with the article, its date and newsread's version, and a line with its source.
    ``alt``: what the chart shows, for who cannot see it; made from the data drawn unless
    given. It stands in the SVG as ``<title>`` and ``<desc>``, in PNG and PDF as metadata.
    The files go to exports/ARTICLE_ID/, the article being ``article`` or the one whose
    rows were drawn, or to ``folder``. The same chart gives the same bytes.
    """
    from newsread.saving.figure import Words, figure_files

    _check_chart(ax)
    if article is not None:
        check_article(article)
    check_name(name)
    chart = getattr(ax, "newsread", None)
    title = title if title is not None else (chart.title if chart else ax.get_title(loc="left"))
    title = title or name
    caption = caption if caption is not None else (chart.caption if chart else "")
    alt = alt if alt is not None else (chart.alt if chart else title)
    ids = (article.id,) if article is not None else (chart.article_ids if chart else ())
    folder = _folder(folder, ids)
    files = figure_files(ax, Words(title, _lines(caption, article, ids), alt))
    return [write_whole(folder / f"{name}.{kind}", content) for kind, content in files.items()]


def save_tables(
    article: Article, *, folder: str | Path | None = None, **tables: pd.DataFrame
) -> list[Path]:
    """Save tables by name: ``save_tables(article, actors=actors, claims=claims)``.

    Writes NAME.csv for each, and all of them as one JSON file and as the sheets of one
    Excel workbook; returns the paths. With actors, mentions, claims, dates and stances
    (and whatever else) these two are ARTICLE_ID.json and ARTICLE_ID.xlsx; with fewer they
    are named after what they hold, ``actors-claims.xlsx``, and the article's own workbook
    stays as it is.

    CSV is UTF-8 with a byte order mark, because Excel takes it for another encoding
    without one; read it with ``pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False)``.
    Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a
    line break) has an apostrophe before it in the CSV; ``newsread.saving.cells.unguard`` takes it
    away. In the workbook such text is a text cell, its letters unchanged; a control
    character that Excel cannot hold is �. The JSON holds every letter as it is.
    Numbers are numbers and flags are flags in all three.
    """
    check_article(article)
    if not tables:
        raise ValueError("which tables? Type save_tables(article, actors=actors, claims=claims).")
    for name, table in tables.items():
        check_name(name, "table's name")
        if not hasattr(table, "to_csv"):
            raise TypeError(f"{name} must be a table, not {type(table).__name__}.")
    name = _workbook_name(article, list(tables))
    folder = _folder(folder, (article.id,))
    files = {f"{name}.csv": _csv(table) for name, table in tables.items()}
    files[f"{name}.json"] = _json(article, tables)
    files[f"{name}.xlsx"] = _xlsx(tables)
    return [write_whole(folder / file, content) for file, content in files.items()]


def _check_chart(ax: object) -> None:
    if not hasattr(ax, "get_figure") or not hasattr(ax, "get_title"):
        what = f"{ax!r}" if isinstance(ax, str) else type(ax).__name__
        raise TypeError(
            f"a chart is needed first, not {what}. "
            'Type: ax = plot_claims(claims), then save_figure(ax, "claims", article).'
        )


def _workbook_name(article: Article, names: list[str]) -> str:
    """The article's own name where every table is there, else what there is."""
    if set(MAIN) <= set(names):
        return folder_name(article.id)
    joined = "-".join(names)
    return joined if len(joined) <= LONGEST_NAME else f"{names[0]}-and-{len(names) - 1}-more"


def _folder(folder: str | Path | None, ids: tuple[str, ...]) -> Path:
    if folder is not None:
        return Path(folder).expanduser()
    if len(ids) != 1:
        raise ValueError(
            f"which folder? The rows drawn are of {len(ids) or 'no'} article(s). "
            "Name the article, save_figure(ax, name, article), or a folder, folder='my-figures'."
        )
    return EXPORTS / folder_name(ids[0])


def _lines(caption: str, article: Article | None, ids: tuple[str, ...]) -> list[str]:
    """What stands below a figure: what it shows, of which article, from where."""
    if article is None:
        about = f"Article: {', '.join(ids) or 'not named'}."
        source = ""
    else:
        name = f"“{article.title}” ({article.id})" if article.title else article.id
        day = article.date.isoformat() if article.date else "no date"
        about = f"Article: {name}, {day}."
        source = ", ".join(filter(None, (article.author, article.outlet, article.url)))
    source = source or (f"text of {', '.join(ids)}" if ids else "not named")
    return [
        line
        for line in (caption, f"{about} Read by newsread {__version__}.", f"Source: {source}.")
        if line
    ]


def _csv(table: pd.DataFrame) -> bytes:
    file = io.StringIO(newline="")
    guarded(table).to_csv(file, index=False, lineterminator="\r\n")
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "backslashreplace")


def _json(article: Article, tables: dict[str, pd.DataFrame]) -> bytes:
    content = {
        "newsread": __version__,
        "article": {
            "id": article.id,
            "title": article.title,
            "date": article.date.isoformat() if article.date else None,
            "date_from": article.date_from,
            "outlet": article.outlet,
            "author": article.author,
            "url": article.url,
        },
        "tables": {name: table.to_dict("records") for name, table in tables.items()},
    }
    # A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape.
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "backslashreplace")


def _xlsx(tables: dict[str, pd.DataFrame]) -> bytes:
    from newsread.saving.workbook import workbook

    return workbook(tables)
