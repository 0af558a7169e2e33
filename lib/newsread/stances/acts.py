"""The act layer: somebody does something to somebody, or judges them in so many words."""

from __future__ import annotations

from collections.abc import Iterator

from newsread.lexicons import words_for
from newsread.stances.cells import (
    LEANS,
    place_row,
    source_cells,
    span_cell,
    who_cells,
    words_between,
)
from newsread.stances.entries import Entry
from newsread.stances.reaching import CHOSEN, Reached
from newsread.stances.scene import Claim, Mention, Scene
from newsread.stances.sureness import SHOWN_AS_ACT, Trait, base_of, share_right
from newsread.stances.triggers import Firing
from newsread.tree import Parse

# The holder of a judging word is whoever speaks.
VOICE = ("voice",)
# Entries of less strength (arrest, appoint, visit) are rather facts than stances.
WEAK_STRENGTH = 0.5
# What planning, wishing or possibility leaves of a strength; what negation leaves of it.
HEDGED = 0.6
NEGATED = 0.5
# An act that readers took for a stance less often is said to be weak.
SELDOM = 0.35
PAST = frozenset({"former", "ex", "erstwhile", "onetime", "one-time"})
# No corpus says how often a reporter's word is heard as a judgement.
JUDGED = 0.4


def find_acts(scene: Scene, firings: list[Firing], left_out: list[str]) -> Iterator[dict]:
    """A row for each trigger, holder and target; reasons go to ``left_out`` where there is none."""
    done = set()
    told = set()
    for firing in firings:
        if firing.entry.holder == VOICE:
            yield from _judgements(scene, firing, told)
            continue
        holders = _mentioned(scene, firing.holders)
        targets = _mentioned(scene, firing.targets)
        if not firing.entry.target:
            targets = [(None, Reached(firing.token))]
        for holder, held in holders:
            for target, meant in targets:
                reason = _impossible(scene, firing, holder, target)
                if reason:
                    left_out.append(reason)
                    continue
                key = (firing.token, holder.actor, target.actor if target else "")
                if key not in done:
                    done.add(key)
                    told.add((scene.parse.sent[firing.token], *key[1:]))
                    yield _act_row(scene, firing, holder, held, target, meant)


def _mentioned(scene: Scene, reached: tuple[Reached, ...]) -> list[tuple[Mention, Reached]]:
    """The mentions among the words reached; below a mention only its equals are looked at."""
    found: list[tuple[Mention, Reached]] = []
    taken: set[int] = set()
    for one in reached:
        mention = scene.at.get(one.token)
        if mention is None or not mention.actor or _below(scene.parse, one.token, taken):
            continue
        if one.token in scene.times:
            continue  # one cannot strike a weekend
        taken.add(one.token)
        if all(mention.actor != other.actor for other, _ in found):
            found.append((mention, one))
    return found


def _below(parse: Parse, i: int, taken: set[int]) -> bool:
    for _ in range(6):
        if parse.dep[i] == "conj" or parse.head[i] == i:
            return False
        i = parse.head[i]
        if i in taken:
            return True
    return False


def _impossible(
    scene: Scene, firing: Firing, holder: Mention, target: Mention | None
) -> str | None:
    word = scene.parse.word[firing.token]
    if target is None:
        return None
    if holder.actor == target.actor:
        return f'"{word}": {holder.actor} would be its own target'
    return None


def _act_row(
    scene: Scene,
    firing: Firing,
    holder: Mention,
    held: Reached,
    target: Mention | None,
    meant: Reached,
) -> dict:
    parse, entry = scene.parse, firing.entry
    polarity = _polarity(entry, meant)
    strength = entry.strength
    if _is_past(parse, firing.token):
        polarity = 0
    elif firing.negated:
        polarity = -1 if polarity > 0 else 0  # not to praise is a slight; not to condemn is nothing
        strength *= NEGATED
    traits = _traits(scene, firing, holder, target)
    claim = scene.claim_of.get(firing.token)
    spans = [(holder.start, holder.end), parse.span(firing.token, firing.last)]
    if target:
        spans.append((target.start, target.end))
    return (
        place_row(scene, firing.token, spans)
        | who_cells(scene.article.text, "holder", holder)
        | who_cells(scene.article.text, "target", target)
        | {
            "polarity": polarity,
            "strength": round(strength * (HEDGED if firing.hedged else 1), 3),
            "act": entry.act,
            "trigger": words_between(scene, firing.token, firing.last),
            "trigger_span": span_cell(parse.span(firing.token, firing.last)),
            "entry": entry.trigger,
            "layer": "act",
            "negated": bool(firing.negated),
            "hedged": bool(firing.hedged),
            "claim_id": claim.claim_id if claim else "",
            "cameo": entry.cameo,
            "confidence": round(share_right(traits) if polarity else SHOWN_AS_ACT, 3),
            "why": _why(parse, firing, held, meant),
            "traits": traits,
        }
    )


def _polarity(entry: Entry, meant: Reached) -> int:
    """To ask for X's resignation is to be against X, though asking is not; so is to blame it."""
    if meant.sign > 0:
        return entry.polarity
    chosen = words_for("misfortunes", CHOSEN).intersection(meant.path.lower().split())
    if entry.act == "demand" or (entry.polarity < 0 and chosen):
        return -1
    return -entry.polarity


def _is_past(parse: Parse, i: int) -> bool:
    """ "a former ally"."""
    return any(parse.lower[c] in PAST and parse.dep[c] == "amod" for c in parse.children[i])


def _traits(
    scene: Scene, firing: Firing, holder: Mention, target: Mention | None
) -> tuple[Trait, ...]:
    """What the row's confidence is counted by."""
    parse = scene.parse
    traits = [("act", _act_name(firing.entry))]
    claim = scene.claim_of.get(firing.token)
    if claim is not None:
        whose = "its holder" if claim.actor == holder.actor else "somebody else"
        traits.append(("voice", f"in a claim of {whose}"))
    if firing.hedged:
        traits.append(("wording", "hedged"))
    if parse.tag[firing.token] == "VB":
        traits.append(("wording", "infinitive"))
    if parse.dep[holder.head] in ("dobj", "nsubjpass", "appos"):
        traits.append(("holder", "no subject"))
    if target and target.form == "pronoun":
        traits.append(("target", "pronoun"))
    if target and target.kind == "place":
        traits.append(("target", "place"))
    return tuple(traits)


def _act_name(entry: Entry) -> str:
    """The act as its shares are counted: "attack", "attack, noun, weak"."""
    kind = f", {entry.kind}" if entry.kind in ("noun", "role", "prep") else ""
    return entry.act + kind + (", weak" if entry.strength < WEAK_STRENGTH else "")


KINDS = {"adj": "adjective", "prep": "word", "role": "noun", "prefix": "prefix"}


def _why(parse: Parse, firing: Firing, held: Reached, meant: Reached) -> str:
    entry = firing.entry
    said = [f"the {KINDS.get(entry.kind, entry.kind)} “{entry.trigger}”: {held.place}"]
    if entry.target:
        leans = entry.polarity if meant.path else entry.polarity * meant.sign
        said[0] += f" {LEANS[leans]} {meant.place}"
    if not entry.polarity and meant.sign > 0:
        said.append("shown as an act, it is for or against nobody by itself")
    if held.path:
        said.append(f"the holder stands in the phrase of “{held.path}”")
    if meant.path:
        said.append(f"the target stands in the phrase of “{meant.path}”")
    if meant.path and meant.sign < 0:
        said.append("turned round: what is spoken of harms the target")
    if _is_past(parse, firing.token):
        said.append("no longer so")
    if firing.negated:
        said.append(f"negated by “{firing.negated}”")
    if firing.hedged:
        said.append(f"hedged by “{firing.hedged}”")
    if entry.polarity and entry.act != "judge" and base_of([("act", _act_name(entry))]) < SELDOM:
        said.append("such an act is seldom a stance by itself")
    return "; ".join(said)


# --- words that judge in whoever's voice they stand ---


def _judgements(scene: Scene, firing: Firing, told: set[tuple]) -> Iterator[dict]:
    """A judging word said of an actor: the claim's source judges, outside claims the reporter."""
    claim = scene.claim_of.get(firing.token)
    if claim is None and scene.is_quoted(firing.token):
        return  # somebody speaks whom the claims do not name
    if claim is not None and not (claim.actor and claim.is_meant):
        return
    for target, meant in _mentioned(scene, firing.targets):
        holder = claim.actor if claim else "the reporter"
        key = (scene.parse.sent[firing.token], holder, target.actor)
        if holder != target.actor and key not in told:
            told.add(key)
            yield _judgement_row(scene, firing, claim, target, meant)


def _judgement_row(
    scene: Scene, firing: Firing, claim: Claim | None, target: Mention, meant: Reached
) -> dict:
    speaker = Mention("the reporter", "", "", "", 0, 0, 0, 0, 0, 1.0)
    row = _act_row(scene, firing, speaker, Reached(firing.token, place="the voice"), target, meant)
    spans = [scene.parse.span(firing.token, firing.last), (target.start, target.end)]
    whose = f"said in {claim.claim_id}" if claim else "said in the reporter's own voice"
    weakened = f"; negated by “{firing.negated}”" if firing.negated else ""
    return (
        row
        | place_row(scene, firing.token, spans)
        | (
            source_cells(claim)
            if claim
            else {"holder_text": "", "holder_span": "", "holder_side": ""}
        )
        | {
            "layer": "content" if claim else "act",
            "confidence": JUDGED,
            "why": f"{whose} of {target.actor}: “{scene.parse.word[firing.token]}” "
            f"({LEANS[row['polarity']]}){weakened}",
        }
    )
