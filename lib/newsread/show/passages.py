"""The passages behind rows, and a word in all its contexts."""

from __future__ import annotations

import re
from html import escape

import pandas as pd

from newsread.article import LOADED, Article, check_article, load_article
from newsread.show.columns import kind_of
from newsread.show.marked import NO_FORMULAS, Painter, Shown, style
from newsread.show.marks import Mark, Note, check_marks, marks_of, row_marks, segments
from newsread.suggesting import listed, meant
from newsread.tables import require

SPAN = ("article_id", "start", "end", "text")


def evidence(
    row_or_rows: pd.Series | pd.DataFrame,
    article: Article | None = None,
    context: int = 1,
    **where: object,
) -> Shown:
    """The passages behind rows of any table, marked, in context.

    ``row_or_rows``: one row (``claims.iloc[3]``) or several. ``where`` picks those behind a
    bar or a tile of a chart, column by column: ``evidence(claims, source_actor="A",
    act="deny")``, ``evidence(stances, holder="A", target="B")``. ``context`` is how many
    sentences are shown before and after. The article is the one of that name opened last,
    or the one in data/articles/, unless ``article`` is given; a row that does not fit it is
    an error.
    """
    rows = _picked(_as_table(row_or_rows), where)
    if missing := [column for column in SPAN if column not in rows.columns]:
        raise ValueError(
            f"evidence needs rows with article_id, start, end and text; these lack "
            f"{', '.join(missing)}. Filter the rows and keep the columns: "
            'evidence(claims[claims["act"] == "deny"]).'
        )
    html, plain = [], []
    for article_id, of_one in rows.groupby("article_id", sort=False):
        source = article or LOADED.get(article_id) or load_article(article_id)
        check_marks(source, of_one)
        for position in range(len(of_one)):
            passage, line = _passage(source, of_one.iloc[[position]], context)
            html.append(passage)
            plain.append(line)
    count = f"{len(html)} passage{'s' * (len(html) != 1)}"
    body = "".join(html) or "<p>No rows, so no passages.</p>"
    head = f'<p class="nr-facts">{count}</p>' if len(html) > 1 else ""
    return Shown(
        f'<div class="nr {NO_FORMULAS}">{style()}{head}{body}</div>', "\n\n".join([count, *plain])
    )


def _as_table(rows: object) -> pd.DataFrame:
    """One row, however it was taken out of its table, or several."""
    if isinstance(rows, pd.Series):
        return rows.to_frame().T
    if hasattr(rows, "_asdict"):  # of table.itertuples()
        return pd.DataFrame([rows._asdict()]).drop(columns="Index", errors="ignore")
    if not isinstance(rows, pd.DataFrame):
        raise TypeError(
            f"evidence needs a row or rows of a table, not {type(rows).__name__}. "
            "For example: evidence(claims.iloc[0]), evidence(claims.head())."
        )
    return rows


def _picked(rows: pd.DataFrame, where: dict[str, object]) -> pd.DataFrame:
    for column, value in where.items():
        if column not in rows.columns:
            raise ValueError(
                f"the table has no column {column!r}; "
                f"it has: {', '.join(map(str, rows.columns))}.{meant(column, rows.columns)}"
            )
        there = rows[column].drop_duplicates()
        rows = rows[rows[column] == value]
        if rows.empty and len(there):
            raise ValueError(
                f"no row has {column}={value!r}; "
                f"there are: {listed(map(repr, there))}.{meant(value, there)}"
            )
    return rows


def _passage(article: Article, row: pd.DataFrame, context: int) -> tuple[str, str]:
    kind = kind_of(row)
    marks = _marks(row, kind)
    start = min(mark.start for mark in marks)
    end = max(mark.end for mark in marks)
    inner, outer = _sentences(article, start, end, 0), _sentences(article, start, end, context)
    painter = Painter(article.text, marks)
    note = marks[0].note
    number = sum(first < start + 1 for first, _ in article.paragraph_spans)
    html = (
        f'<section class="nr-passage"><div class="nr-head" dir="auto">{escape(note.title)}</div>'
        f'<div class="nr-where">{escape(article.id)}, paragraph {number}, '
        f"characters {start}–{end}</div>"
        f'<div class="nr-text"><p dir="auto">{_around(article, outer[0], inner[0], "… ", "")}'
        f"{painter.paint(segments(marks, *inner))}"
        f"{_around(article, inner[1], outer[1], '', ' …')}</p></div>"
        f'<div class="nr-where" dir="auto">{_facts(note)}</div></section>'
    )
    return html, f"{note.line}\n    {' '.join(article.text[slice(*inner)].split())}"


def _facts(note: Note) -> str:
    return " · ".join(
        f"{escape(name)}: {escape(value)}" for name, value in note.facts if name != "content"
    )


def _marks(row: pd.DataFrame, kind: str) -> list[Mark]:
    marks = []
    if kind in ("mentions", "claims", "dates", "stances"):
        marks = marks_of(**{kind: row}, parties=True)
    return marks or list(row_marks(row, kind))


def _sentences(article: Article, start: int, end: int, around: int) -> tuple[int, int]:
    """The stretch of whole sentences holding these letters, and ``around`` more each way."""
    parse = article.parse
    words = parse.tokens_in(start, end)
    if not words:
        return start, end
    first = max(parse.sent[words[0]] - around, 0)
    last = min(parse.sent[words[-1]] + around, len(parse.sentences) - 1)
    from_, to = parse.start[parse.sentences[first][0]], parse.end[parse.sentences[last][1]]
    return min(from_, start), max(to, end)


def _around(article: Article, start: int, end: int, before: str, after: str) -> str:
    if start >= end:
        return ""
    text = escape(article.text[start:end])
    return f'<span class="nr-around">{before}{text}{after}</span>'


# -------------------------------------------------------------------- concordance
def concordance(
    article: Article, word_or_actor: str, mentions: pd.DataFrame | None = None, width: int = 50
) -> pd.DataFrame:
    """A word in all its contexts, or every mention of an actor: one row per place.

    ``word_or_actor`` is found as a whole word or phrase, capitals or not; "attack*" takes
    every ending. With ``mentions``, the name of an actor there gives all its mentions, by
    name, description or pronoun. ``width`` is how many characters are shown on each side.

    Columns: ``article_id, sentence_id, start, end, text, left, right``. Where nothing is
    found the table is empty, and a printed line says so.
    """
    check_article(article)
    wanted = word_or_actor.strip()
    if not wanted.strip("*"):
        raise ValueError('type a word or an actor: concordance(article, "ceasefire")')
    spans = _mention_spans(mentions, wanted) or _word_spans(article.text, wanted)
    rows = [
        article.row(start, end)
        | {
            "sentence_id": _sentence(article, start, end),
            "left": _one_line(article.text[max(start - width, 0) : start]),
            "right": _one_line(article.text[end : end + width]),
        }
        for start, end in spans
    ]
    columns = ["article_id", "sentence_id", "start", "end", "text", "left", "right"]
    dtypes = {"sentence_id": "int64", "start": "int64", "end": "int64"}
    if not rows:
        print(_not_found(article, wanted, mentions))
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({column: dtypes.get(column, "str") for column in columns})


def _not_found(article: Article, wanted: str, mentions: pd.DataFrame | None) -> str:
    said = f"{wanted!r} stands nowhere in {article.id}."
    if mentions is None:
        return f"{said} For an actor's mentions: concordance(article, {wanted!r}, mentions)."
    return said + meant(wanted, mentions.loc[mentions["actor"] != "", "actor"])


def _mention_spans(mentions: pd.DataFrame | None, actor: str) -> list[tuple[int, int]]:
    if mentions is None:
        return []
    require(mentions, "mentions", "actor", "start", "end")
    theirs = mentions[mentions["actor"].str.casefold() == actor.casefold()]
    return list(zip(theirs["start"], theirs["end"], strict=True))


def _word_spans(text: str, wanted: str) -> list[tuple[int, int]]:
    open_end = wanted.endswith("*")
    words = (re.escape(word) for word in wanted.rstrip("*").split())
    pattern = r"(?<!\w)" + r"\s+".join(words) + (r"\w*" if open_end else r"(?!\w)")
    return [match.span() for match in re.finditer(pattern, text, re.I)]


def _sentence(article: Article, start: int, end: int) -> int:
    words = article.parse.tokens_in(start, end)
    return article.parse.sent[words[0]] if words else 0


def _one_line(text: str) -> str:
    return " ".join(text.split())
