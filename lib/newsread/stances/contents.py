"""The content layer: what a claim's source says of somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newsread.claims.uses import FEELS
from newsread.lexicons import words_for
from newsread.stances.cells import (
    LEANS,
    place_row,
    source_cells,
    span_cell,
    who_cells,
    words_between,
)
from newsread.stances.entries import entries
from newsread.stances.polarity import BEFALLS, LOUD, Tone, place_of_word, toward
from newsread.stances.scene import Claim, Mention, Scene
from newsread.stances.sureness import Trait, share_right
from newsread.stances.triggers import Firing
from newsread.tree import Parse

# What somebody is asked to do is not said of them.
WISHES = frozenset({"appeal", "demand", "ask", "propose"})
# Cues of those who pass on what happened rather than judge it.
RELAYS = "only passes on what happened"
# What befalls somebody, and what the law does to them, is told of them rather than said.
HAPPENS = "happens to somebody"
LAW = "step of the law"
# Words of less weight are not named as reasons.
HEARD = 0.25
# The content layer speaks where saying neither is this unlikely.
SURE_CONTENT = 0.45
LEAST = 0.35


def find_contents(scene: Scene, firings: list[Firing], acts: list[dict]) -> Iterator[dict]:
    """What a claim's source says of each actor named in it, unless an act of theirs says it."""
    parse = scene.parse
    told = {(row["holder"], row.get("target_span", "")) for row in acts}
    done = {(row["trigger_span"], row.get("target", "")) for row in acts if row["polarity"]}
    paired = {(row["holder"], row.get("target", ""), row["sentence_id"]) for row in acts}
    by_sentence: dict[int, list[Firing]] = defaultdict(list)
    for firing in firings:
        by_sentence[parse.sent[firing.token]].append(firing)
    for sentence, mentions in scene.by_sentence.items():
        spoken: set[tuple[str, str]] = set()
        for mention in mentions:
            claim = scene.claim_of.get(mention.head)
            if (
                not mention.actor
                or claim is None
                or not claim.actor
                or claim.actor == mention.actor
            ):
                continue
            if claim.act in WISHES or not claim.is_meant:
                continue
            key = (claim.actor, mention.actor)
            if key in spoken or (claim.actor, span_cell((mention.start, mention.end))) in told:
                continue
            if mention.form == "pronoun" and (*key, sentence) in paired:
                continue  # the same passage once more
            within = {i for words in claim.content for i in words}
            tone = toward(
                parse, mention.first, mention.last, by_sentence[sentence], within, of_it=True
            )
            likely = max(tone.negative, tone.positive)
            loudest = _loudest(parse, mention, tone)
            if 1 - tone.neutral >= SURE_CONTENT and likely >= LEAST and loudest is not None:
                if (span_cell(parse.span(loudest, loudest)), mention.actor) in done:
                    continue  # "she said that he blamed X": it is he who is against X
                spoken.add(key)
                yield _content_row(scene, mention, claim, tone, loudest)


def _content_row(scene: Scene, mention: Mention, claim: Claim, tone: Tone, loudest: int) -> dict:
    parse = scene.parse
    likely = max(tone.negative, tone.positive)
    heard = [word for word, weight in tone.words if weight * tone.leaning >= HEARD]
    spans = [(mention.start, mention.end)]
    here = [s for s in claim.source_spans if _sentence_of(parse, s) == parse.sent[mention.head]]
    spans += here[:1]
    traits = _traits(scene, mention, claim, tone, loudest)
    spans.append(parse.span(loudest, loudest))
    return (
        place_row(scene, mention.head, spans)
        | source_cells(claim)
        | who_cells(scene.article.text, "target", mention)
        | {
            "polarity": tone.leaning,
            "strength": round(likely, 3),
            "act": "speak of",
            "trigger": words_between(scene, loudest, loudest),
            "trigger_span": span_cell(parse.span(loudest, loudest)),
            "entry": ", ".join(heard),
            "layer": "content",
            "hedged": claim.hedged,
            "claim_id": claim.claim_id,
            "confidence": round(share_right(traits), 3),
            "why": f"said in {claim.claim_id} of {mention.actor}: "
            + ", ".join(f"“{word}”" for word in heard)
            + f" ({LEANS[tone.leaning]})",
            "traits": traits,
        }
    )


def _traits(
    scene: Scene, mention: Mention, claim: Claim, tone: Tone, loudest: int
) -> tuple[Trait, ...]:
    """What the row's confidence is counted by."""
    parse = scene.parse
    traits = [("content", LEANS[tone.leaning]), ("claim", claim.act)]
    if claim.cue == "according to" or claim.cue in words_for("verb_uses", RELAYS):
        traits.append(("cue", "passes on"))
    if scene.kinds.get(claim.actor) in ("group", "place"):
        traits.append(("source", "group or place"))
    where = place_of_word(parse, mention.first, mention.last, loudest)
    traits.append(("word", where.removesuffix(" clause")))
    if parse.dep[mention.head] == "pobj":
        traits.append(("target", "after a preposition"))
    return tuple(traits)


def _loudest(parse: Parse, mention: Mention, tone: Tone) -> int | None:
    """The word that says most clearly so; what is only told of somebody does not."""
    misfortunes = words_for("misfortunes", HAPPENS) | words_for("misfortunes", LAW)
    feelings = words_for("saying", FEELS) | words_for("misfortunes", FEELS)
    for (_, weight), i in zip(tone.words, tone.tokens, strict=True):
        if weight * tone.leaning < LOUD or parse.lemma[i].lower() in misfortunes:
            continue
        if parse.lower[i] in feelings and parse.dep[i] == "acomp":
            continue
        if not (parse.tag[i][0] == "V" and _is_done_to(parse, mention, i)):
            return i
    return None


def _is_done_to(parse: Parse, mention: Mention, verb: int) -> bool:
    """The verb has the target for its object and judges nobody ("damaged", "rescued")."""
    where = place_of_word(parse, mention.first, mention.last, verb)
    return where.startswith("head of object") and not any(
        entry.polarity and entry.act not in BEFALLS
        for entry in entries().get(("verb", parse.lemma[verb]), ())
    )


def _sentence_of(parse: Parse, span: tuple[int, int]) -> int | None:
    words = parse.tokens_in(*span)
    return parse.sent[words[0]] if words else None
