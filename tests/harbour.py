"""A small article and its tables, made by hand: what is shown must be exactly these rows."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from newsread import Article
from newsread.tables import make_table, spans_text

TEXT = """The harbour council rejected the ferry operator's plan on Tuesday, saying that “the \
noise alone would drive out” the gulls that nested there since the 1990s. It costs $5, or \
$x^2$ & more.

Northline, its rival across the bay, said the council had admitted that the plan was sound. \
"We will appeal in March," Mayor Ada Quist told reporters.

Quist praised the pilots."""

# Everything here must be seen as letters and do nothing.
SCRIPT = "<script>document.title = 'owned'</script>"
HOSTILE = {
    "title": f"{SCRIPT}</title><img src=x onerror=\"document.title='owned'\">",
    "outlet": "</style></script><svg onload=alert(1)> {{7*7}} ${7*7}",
    "author": '"><a href="javascript:alert(1)">Ada</a>',
    "url": "javascript:alert(1)",
}
HOSTILE_TEXT = (
    f"The harbour {SCRIPT} council <b onmouseover=alert(1)>rejected</b> the plan "
    "</mark></p></div></style></script><iframe src=https://example.org></iframe> "
    "on Tuesday & <!-- not a comment --> $\\href{javascript:alert(1)}{x}$ \\(x^2\\) "
    "{{constructor}} "
    "[link](javascript:alert(1)).\n\nIt said: “<img src=https://example.org/x.png>”."
)


def article(**changes: object) -> Article:
    facts = {"id": "harbour", "text": TEXT, "date": dt.date(2024, 5, 2), "outlet": "The Gull"}
    return Article(**(facts | changes))


def hostile() -> Article:
    return article(id="hostile", text=HOSTILE_TEXT, **HOSTILE)


def span(words: str, nth: int = 0, text: str = TEXT) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def row(words: str, nth: int = 0, **cells: object) -> dict[str, object]:
    start, end = span(words, nth)
    return {"article_id": "harbour", "start": start, "end": end, "text": words} | cells


def spans(words: str, nth: int = 0) -> str:
    return spans_text([span(words, nth)])


def mentions() -> pd.DataFrame:
    found = [
        ("The harbour council", 0, "Harbour council", "Quayside", "name"),
        ("the ferry operator", 0, "Northline", "Northline", "description"),
        ("the gulls", 0, "", "", "description"),
        ("Northline", 0, "Northline", "Northline", "name"),
        ("its rival across the bay", 0, "Northline", "Northline", "description"),
        ("the council", 0, "Harbour council", "Quayside", "description"),
        ("We", 0, "Ada Quist", "Quayside", "pronoun"),
        ("Mayor Ada Quist", 0, "Ada Quist", "Quayside", "name"),
        ("Quist", 1, "Ada Quist", "Quayside", "name"),
    ]
    return make_table(
        "mentions",
        [
            row(words, nth, mention_id=f"m{i}", actor=actor, side=side, form=form)
            | {"how": "by hand", "confidence": 0.8}
            for i, (words, nth, actor, side, form) in enumerate(found, start=1)
        ],
    )


def actors() -> pd.DataFrame:
    found = [
        ("The harbour council", "Harbour council", "Quayside", 2),
        ("the ferry operator", "Northline", "Northline", 3),
        ("Mayor Ada Quist", "Ada Quist", "Quayside", 3),
    ]
    return make_table(
        "actors",
        [
            row(words, actor=name, side=side, kind="organization", n_mentions=n)
            for words, name, side, n in found
        ],
    )


def claims() -> pd.DataFrame:
    whole = TEXT[: span("since the 1990s")[1]]
    return make_table(
        "claims",
        [
            _claim("c1", whole, "The harbour council", "saying", whole[whole.index("that") :])
            | {"source_actor": "Harbour council", "source_side": "Quayside", "quoted": "part"},
            _claim(
                "c2",
                "Northline, its rival across the bay, said the council had admitted that the "
                "plan was sound",
                "Northline, its rival across the bay",
                "said",
                "the council had admitted that the plan was sound",
            )
            | {"source_actor": "Northline", "source_side": "Northline"},
            _claim(
                "c3",
                "the council had admitted that the plan was sound",
                "the council",
                "admitted",
                "that the plan was sound",
            )
            | {"parent": "c2", "source_actor": "Harbour council", "tone": "factive"},
            _claim(
                "c4",
                '"We will appeal in March," Mayor Ada Quist told reporters',
                "Mayor Ada Quist",
                "told",
                "We will appeal in March",
            )
            | {"source_actor": "Ada Quist", "source_side": "Quayside", "quoted": "whole"},
        ],
    )


def _claim(claim_id: str, words: str, source: str, cue: str, content: str) -> dict[str, object]:
    return row(words, claim_id=claim_id, act="say", how="by hand", confidence=0.7) | {
        "source": source,
        "source_spans": spans(source),
        "cue": cue,
        "cue_spans": spans(cue),
        "content": content,
        "content_spans": spans(content),
    }


def dates() -> pd.DataFrame:
    found = [
        ("Tuesday", "2024-04-30", "2024-04-30", "2024-04-30", "day"),
        ("the 1990s", "199", "1990-01-01", "1999-12-31", "decade"),
        ("March", "2025-03", "2025-03-01", "2025-03-31", "month"),
    ]
    return make_table(
        "dates",
        [
            row(words, expression=words, type="DATE", value=value, precision=precision)
            | {"first_day": first, "last_day": last, "how": "by hand"}
            for words, value, first, last, precision in found
        ],
    )


def stances() -> pd.DataFrame:
    found = [
        ("rejected", "Harbour council", "The harbour council", "Northline", "the ferry", -1),
        ("praised", "Ada Quist", "Quist", "the pilots", "the pilots", 1),
        ("admitted", "Harbour council", "the council", "the plan", "the plan", 0),
    ]
    return make_table(
        "stances",
        [
            row(trigger, stance_id=f"s{i}", holder=holder, target=target, polarity=polarity)
            | {"trigger": trigger, "trigger_span": spans(trigger), "layer": "act", "why": "hand"}
            | {"holder_span": spans(by), "target_span": spans(at), "strength": 0.7}
            for i, (trigger, holder, by, target, at, polarity) in enumerate(found, start=1)
        ],
    )


def tables() -> dict[str, pd.DataFrame]:
    return {
        "actors": actors(),
        "mentions": mentions(),
        "claims": claims(),
        "dates": dates(),
        "stances": stances(),
    }
