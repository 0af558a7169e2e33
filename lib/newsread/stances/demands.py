"""What a claim's source says that somebody should do: "X must resign", "demanded that X go"."""

from __future__ import annotations

from collections.abc import Iterator

from newsread.lexicons import words_for
from newsread.stances.cells import (
    place_row,
    source_cells,
    span_cell,
    who_cells,
    words_between,
)
from newsread.stances.roles import SUBJECT
from newsread.stances.scene import Claim, Mention, Scene
from newsread.stances.sureness import SHOWN_AS_ACT, share_right
from newsread.tree import Parse

OUGHT = frozenset({"must", "should", "ought"})
# After these a bare verb says what somebody should do: "demanded that X leave".
ASKING = frozenset({"demand", "appeal", "propose"})
# To want somebody to do so is to be against them.
GIVES_UP = "its subject gives in or gives up a place"
STRENGTH = 0.3


def find_demands(scene: Scene) -> Iterator[dict]:
    """A row for each actor of whom a claim says what it should do."""
    parse = scene.parse
    for mention in scene.mentions:
        claim = scene.claim_of.get(mention.head)
        if not mention.actor or claim is None or claim.actor in ("", mention.actor):
            continue
        verb = parse.head[mention.head]
        if parse.dep[mention.head] not in SUBJECT or scene.claim_of.get(verb) is not claim:
            continue
        ought = _ought(parse, verb, claim)
        if ought and claim.is_meant:
            yield _row(scene, mention, claim, verb, ought)


def _ought(parse: Parse, verb: int, claim: Claim) -> str:
    """The word that says so: "must", or the verb of asking; "" where none does."""
    helpers = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass", "neg")]
    for c in helpers:
        if parse.lower[c] in OUGHT:
            return parse.word[c]
    bare = parse.lower[verb] == parse.lemma[verb] and not helpers
    return claim.cue if bare and claim.act in ASKING else ""


def _row(scene: Scene, mention: Mention, claim: Claim, verb: int, ought: str) -> dict:
    parse = scene.parse
    negated = any(parse.dep[c] == "neg" for c in parse.children[verb])
    polarity = -1 if _gives_up(parse, verb) and not negated else 0
    traits = (("act", "demand"),)
    return (
        place_row(scene, verb, [(mention.start, mention.end), parse.span(verb, verb)])
        | source_cells(claim)
        | who_cells(scene.article.text, "target", mention)
        | {
            "polarity": polarity,
            "strength": STRENGTH,
            "act": "demand",
            "trigger": words_between(scene, verb, verb),
            "trigger_span": span_cell(parse.span(verb, verb)),
            "entry": parse.lemma[verb],
            "layer": "act",
            "negated": negated,
            "hedged": claim.hedged,
            "claim_id": claim.claim_id,
            "cameo": "10",
            "confidence": round(share_right(traits), 3) if polarity else SHOWN_AS_ACT,
            "why": f"in {claim.claim_id} “{ought}” says what {mention.actor} should do"
            + ("; to ask that of somebody is to be against them" if polarity else ""),
            "traits": traits,
        }
    )


def _gives_up(parse: Parse, verb: int) -> bool:
    """ "resign", "step down"."""
    after = {parse.lower[c] for c in parse.children[verb] if c == verb + 1}
    lemma = parse.lemma[verb]
    return any(
        use in (lemma, *(f"{lemma} {word}" for word in after))
        for use in words_for("verb_uses", GIVES_UP)
    )
