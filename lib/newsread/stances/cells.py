"""Cells that every stance row has: where it stands, who holds it, who is meant."""

from __future__ import annotations

from newsread.stances.scene import Claim, Mention, Scene

LEANS = {-1: "against", 0: "toward", 1: "for"}


def place_row(scene: Scene, token: int, spans: list[tuple[int, int]]) -> dict:
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return scene.article.row(start, end) | {"sentence_id": scene.parse.sent[token]}


def who_cells(text: str, role: str, mention: Mention | None) -> dict:
    if mention is None:
        return {}
    return {
        role: mention.actor,
        f"{role}_text": text[mention.start : mention.end],
        f"{role}_span": span_cell((mention.start, mention.end)),
        f"{role}_side": mention.side,
    }


def words_between(scene: Scene, first: int, last: int) -> str:
    start, end = scene.parse.span(first, last)
    return scene.article.text[start:end]


def span_cell(span: tuple[int, int]) -> str:
    return f"{span[0]}-{span[1]}"


def source_cells(claim: Claim) -> dict:
    return {
        "holder": claim.actor,
        "holder_text": claim.source,
        "holder_span": span_cell(claim.source_spans[0]) if claim.source_spans else "",
        "holder_side": claim.side,
    }
