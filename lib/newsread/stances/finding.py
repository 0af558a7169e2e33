"""Who is for or against whom, by which act, in which words, and by which rule."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from newsread.article import Article, check_article
from newsread.errata.applying import apply_corrections
from newsread.stances.polarity import LOUD, Tone, toward
from newsread.stances.triggers import Entry, Firing, Reached, find_firings
from newsread.tables import cells_of, make_table, read_spans, require
from newsread.tree import Parse

# Share of such acts that readers of a training corpus had marked the same way (tests/benchmarks).
RIGHT = {
    "accuse": 0.93,
    "criticize": 0.91,
    "condemn": 0.89,
    "blame": 0.87,
    "praise": 0.78,
    "support": 0.7,
    "help": 0.67,
    "oppose": 0.64,
    "attack": 0.6,
    "punish": 0.56,
    "join": 0.25,
    "harm": 0.3,
    "ally": 0.4,
    "work with": 0.15,
    "judge": 0.4,
}
# The holder of a judging word is whoever speaks.
VOICE = ("voice",)
RIGHT_OTHERS = 0.6
# Entries of less strength (arrest, appoint, visit) are rather facts than stances.
WEAK_STRENGTH = 0.5
RIGHT_WEAK = 0.5
SHOWN_AS_ACT = 0.8
HEDGED = 0.6
NEGATED = 0.8
# Through a phrase the target is reached no less surely than straight: the holder is.
LEAST_REACHED = 0.85
# A target that only helps to name something else, or stands after a preposition.
IN_PASSING = {"compound": 0.35, "nmod": 0.5, "pobj": 0.6}
# Cues of those who pass on what happened rather than judge it.
RELAYS = frozenset(
    "report announce reveal confirm release publish show find learn decide agree plan understand "
    "discuss include order threaten".split()
) | {"according to"}
HALF = 0.5
# As RIGHT, for what is said of somebody; and where the claim itself is a charge.
CONTENT_RIGHT = {-1: 0.45, 1: 0.25}
CHARGES = frozenset({"accuse", "blame", "charge", "criticize", "fault"})
CHARGES_RIGHT = 0.8
# What somebody is asked to do is not said of them.
WISHES = frozenset({"appeal", "demand", "ask", "propose"})
# Words of less weight are not named as reasons.
HEARD = 0.25
# The content layer speaks where saying neither is this unlikely.
SURE_CONTENT = 0.45
LEAST = 0.35


class Mention(NamedTuple):
    """One row of the mentions table, by its words."""

    actor: str
    side: str
    form: str
    kind: str
    start: int
    end: int
    first: int
    last: int
    head: int
    confidence: float


class Claim(NamedTuple):
    """One row of the claims table, by the words of its content."""

    claim_id: str
    actor: str
    side: str
    source: str
    source_spans: tuple[tuple[int, int], ...]
    content: tuple[range, ...]
    cue: str
    act: str
    hedged: bool


def find_stances(article: Article, mentions: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Who is for or against whom: one row per holder, target and trigger, in reading order.

    column        type   meaning
    article_id    str    the article's id
    sentence_id   int    row of ``article.sentences`` holding the trigger
    start, end    int    characters in ``article.text``: holder, trigger and target together
    text          str    ``article.text[start:end]``
    stance_id     str    "s1", "s2", ... in reading order
    holder        str    actor who holds the stance; "the reporter" for a judging word
                         outside claims and quotations
    holder_text   str    the holder as written; "" for the reporter
    holder_span   str    its characters, "12-30"
    holder_side   str    the side the holder belongs to
    target        str    actor who is meant; "" for an act that names nobody
    target_text   str    the target as written
    target_span   str    its characters
    target_side   str    the side the target belongs to
    polarity      int    -1 against, 0 neither, 1 for
    strength      float  0 to 1: how strong the entry is, after negation and hedges
    act           str    what is done: condemn, accuse, support, deny, ...; "judge" by a judging
                         word, "speak of" by what a claim says
    trigger       str    the words that say so, as written; of a claim the loudest word
    trigger_span  str    their characters
    entry         str    entry of data/lexicons/stance.csv, or the polar words that counted
    layer         str    "act": the holder does something to the target; "content": what the
                         holder says of the target
    negated       bool   the trigger is negated
    hedged        bool   it is conditional, wished, possible, or planned
    claim_id      str    the claim it stands in or is made by; "" for the reporter's own words
    cameo         str    CAMEO root category 01 to 20 of the act, "" none
    confidence    float  0 to 1: the share of such rows that readers of a training corpus marked
                         the same way, less what makes holder, target or wording doubtful
    why           str    the word, and where in the sentence its holder and target stand
    corrected     str    what a reader changed, "" nothing

    ``stances.attrs["left_out"]`` lists what fired and was left out, with the reason.
    Rules: trigger frames over the dependency parse; what is said of a phrase is passed on
    inside it. Errors: see tests/benchmarks/README.md.
    """
    check_article(article)
    require(mentions, "mentions")
    require(claims, "claims")
    scene = _Scene(article, mentions, claims)
    firings = list(find_firings(article.parse))
    left_out: list[str] = []
    rows = list(_acts(scene, firings, left_out))
    rows += _contents(scene, firings, rows)
    rows.sort(key=lambda row: (row["start"], row["end"], row["trigger_span"]))
    table = make_table("stances", (row | {"stance_id": f"s{n}"} for n, row in enumerate(rows, 1)))
    table.attrs["left_out"] = left_out
    return apply_corrections("stances", table, article, mentions=mentions, claims=claims)


class _Scene:
    """The article with its mentions and claims laid over the words."""

    def __init__(self, article: Article, mentions: pd.DataFrame, claims: pd.DataFrame) -> None:
        self.article = article
        self.parse = article.parse
        self.mentions = list(_read_mentions(article.parse, mentions))
        self.claims = list(_read_claims(article.parse, claims))
        self.at: dict[int, Mention] = {}
        for mention in self.mentions:  # a name's inner words stand for it, too
            if mention.form == "name":
                for i in range(mention.first, mention.last + 1):
                    self.at.setdefault(i, mention)
        for mention in self.mentions:
            known = self.at.get(mention.head)
            if known is None or known.head != mention.head or (mention.actor and not known.actor):
                self.at[mention.head] = mention
        self.times = {
            i
            for first, last, label in self.parse.entities
            if label in ("DATE", "TIME")
            for i in range(first, last + 1)
        }
        self.claim_of: dict[int, Claim] = {}
        for claim in self.claims:  # outer ones come first, inner ones go over them
            for words in claim.content:
                for i in words:
                    self.claim_of[i] = claim
        self._quotations: list[tuple[int, int]] = []  # outermost, in text order
        for quotation in article.quotations:
            if not self._quotations or quotation.start >= self._quotations[-1][1]:
                self._quotations.append((quotation.start, quotation.end))
        self.by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self.by_sentence[self.parse.sent[mention.head]].append(mention)

    def is_quoted(self, token: int) -> bool:
        at = self.parse.start[token]
        place = bisect_right(self._quotations, at, key=itemgetter(0))
        return place > 0 and at < self._quotations[place - 1][1]


def _read_mentions(parse: Parse, mentions: pd.DataFrame) -> Iterator[Mention]:
    columns = ["actor", "side", "form", "kind", "start", "end", "head_start", "head_end"]
    for cells in cells_of(mentions, *columns, "confidence"):
        actor, side, form, kind, start, end, head_start, head_end, sure = cells
        words = parse.tokens_in(start, end)
        if words:
            heads = parse.tokens_in(head_start, head_end)
            inside = range(max(words[0], heads.start), heads.stop) or words
            head = inside[0] if len(inside) == 1 else _top(parse, inside)
            yield Mention(actor, side, form, kind, start, end, words[0], words[-1], head, sure)


def _top(parse: Parse, words: range) -> int:
    """The word whose own head stands outside."""
    for i in words:
        if parse.head[i] not in words or parse.head[i] == i:
            return i
    return words[0]


def _read_claims(parse: Parse, claims: pd.DataFrame) -> Iterator[Claim]:
    columns = ("claim_id", "source_actor", "source_side", "source", "source_spans")
    columns += ("content_spans", "cue_lemma", "act", "hedged")
    found = [
        Claim(
            *who,
            tuple(read_spans(source)),
            tuple(parse.tokens_in(*span) for span in read_spans(content)),
            lemma,
            act,
            hedged,
        )
        for *who, source, content, lemma, act, hedged in cells_of(claims, *columns)
    ]
    return iter(sorted(found, key=lambda claim: -sum(len(words) for words in claim.content)))


# --- the act layer ---


def _acts(scene: _Scene, firings: list[Firing], left_out: list[str]) -> Iterator[dict]:
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


def _mentioned(scene: _Scene, reached: tuple[Reached, ...]) -> list[tuple[Mention, Reached]]:
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
    scene: _Scene, firing: Firing, holder: Mention, target: Mention | None
) -> str | None:
    word = scene.parse.word[firing.token]
    if target is None:
        return None
    if holder.actor == target.actor:
        return f'"{word}": {holder.actor} would be its own target'
    return None


def _act_row(
    scene: _Scene,
    firing: Firing,
    holder: Mention,
    held: Reached,
    target: Mention | None,
    meant: Reached,
) -> dict:
    parse, entry = scene.parse, firing.entry
    polarity = entry.polarity * meant.sign
    strength = entry.strength
    if firing.negated:
        polarity = -1 if polarity > 0 else 0  # not to praise is a slight; not to condemn is nothing
        strength *= 0.5
    sure = _share_right(entry) * held.sure * max(LEAST_REACHED, meant.sure) * holder.confidence
    sure *= target.confidence if target else 1
    sure *= HEDGED if firing.hedged else 1
    sure *= NEGATED if firing.negated else 1
    claim = scene.claim_of.get(firing.token)
    spans = [(holder.start, holder.end), parse.span(firing.token, firing.last)]
    if target:
        spans.append((target.start, target.end))
    return (
        _place(scene, firing.token, spans)
        | _who(scene.article.text, "holder", holder)
        | _who(scene.article.text, "target", target)
        | {
            "polarity": polarity,
            "strength": round(strength * (HEDGED if firing.hedged else 1), 3),
            "act": entry.act,
            "trigger": _between(scene, firing.token, firing.last),
            "trigger_span": _span(parse.span(firing.token, firing.last)),
            "entry": entry.trigger,
            "layer": "act",
            "negated": bool(firing.negated),
            "hedged": bool(firing.hedged),
            "claim_id": claim.claim_id if claim else "",
            "cameo": entry.cameo,
            "confidence": round(sure, 3),
            "why": _why(firing, held, meant),
        }
    )


def _share_right(entry: Entry) -> float:
    if not entry.polarity:
        return SHOWN_AS_ACT
    share = RIGHT.get(entry.act, RIGHT_OTHERS)
    return min(share, RIGHT_WEAK) if entry.strength < WEAK_STRENGTH else share


KINDS = {"adj": "adjective", "prep": "word", "role": "noun", "prefix": "prefix"}
LEANS = {-1: "against", 0: "toward", 1: "for"}


def _why(firing: Firing, held: Reached, meant: Reached) -> str:
    entry = firing.entry
    said = [f"the {KINDS.get(entry.kind, entry.kind)} “{entry.trigger}”: {held.place}"]
    if entry.target:
        leans = entry.polarity if meant.path else entry.polarity * meant.sign
        said[0] += f" {LEANS[leans]} {meant.place}"
    else:
        said[0] += "; shown as an act, it is for or against nobody by itself"
    if held.path:
        said.append(f"the holder stands in the phrase of “{held.path}”")
    if meant.path:
        said.append(f"the target stands in the phrase of “{meant.path}”")
    if meant.path and meant.sign < 0:
        said.append("turned round: what is spoken of harms the target")
    if firing.negated:
        said.append(f"negated by “{firing.negated}”")
    if firing.hedged:
        said.append(f"hedged by “{firing.hedged}”")
    return "; ".join(said)


# --- words that judge in whoever's voice they stand ---


def _judgements(scene: _Scene, firing: Firing, told: set[tuple]) -> Iterator[dict]:
    """A judging word said of an actor: the claim's source judges, outside claims the reporter."""
    claim = scene.claim_of.get(firing.token)
    if claim is None and scene.is_quoted(firing.token):
        return  # somebody speaks whom the claims do not name
    if claim is not None and not claim.actor:
        return
    for target, meant in _mentioned(scene, firing.targets):
        holder = claim.actor if claim else "the reporter"
        key = (scene.parse.sent[firing.token], holder, target.actor)
        if holder != target.actor and key not in told:
            told.add(key)
            yield _judgement_row(scene, firing, claim, target, meant)


def _judgement_row(
    scene: _Scene, firing: Firing, claim: Claim | None, target: Mention, meant: Reached
) -> dict:
    speaker = Mention("the reporter", "", "", "", 0, 0, 0, 0, 0, 1.0)
    row = _act_row(scene, firing, speaker, Reached(firing.token, place="the voice"), target, meant)
    spans = [scene.parse.span(firing.token, firing.last), (target.start, target.end)]
    whose = f"said in {claim.claim_id}" if claim else "said in the reporter's own voice"
    weakened = f"; negated by “{firing.negated}”" if firing.negated else ""
    return (
        row
        | _place(scene, firing.token, spans)
        | (_source(claim) if claim else {"holder_text": "", "holder_span": "", "holder_side": ""})
        | {
            "layer": "content" if claim else "act",
            "why": f"{whose} of {target.actor}: “{scene.parse.word[firing.token]}” "
            f"({LEANS[row['polarity']]}){weakened}",
        }
    )


def _source(claim: Claim) -> dict:
    return {
        "holder": claim.actor,
        "holder_text": claim.source,
        "holder_span": _span(claim.source_spans[0]) if claim.source_spans else "",
        "holder_side": claim.side,
    }


# --- the content layer ---


def _contents(scene: _Scene, firings: list[Firing], acts: list[dict]) -> Iterator[dict]:
    """What a claim's source says of each actor named in it, unless an act of theirs says it."""
    parse = scene.parse
    told = {(row["holder"], row.get("target_span", "")) for row in acts}
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
            if claim.act in WISHES:
                continue
            key = (claim.actor, mention.actor)
            if key in spoken or (claim.actor, _span((mention.start, mention.end))) in told:
                continue
            if mention.form == "pronoun" and (*key, sentence) in paired:
                continue  # the same passage once more
            within = {i for words in claim.content for i in words}
            tone = toward(
                parse, mention.first, mention.last, by_sentence[sentence], within, of_it=True
            )
            likely = max(tone.negative, tone.positive)
            if 1 - tone.neutral >= SURE_CONTENT and likely >= LEAST and tone.outspoken:
                spoken.add(key)
                yield _content_row(scene, mention, claim, tone)


def _content_row(scene: _Scene, mention: Mention, claim: Claim, tone: Tone) -> dict:
    parse = scene.parse
    likely = max(tone.negative, tone.positive)
    near = IN_PASSING.get(parse.dep[mention.head], 1) * (HALF if claim.cue in RELAYS else 1)
    heard = [word for word, weight in tone.words if weight * tone.leaning >= HEARD]
    share = CHARGES_RIGHT if claim.cue in CHARGES else CONTENT_RIGHT[tone.leaning]
    spans = [(mention.start, mention.end)]
    here = [s for s in claim.source_spans if _sentence_of(parse, s) == parse.sent[mention.head]]
    spans += here[:1]
    loudest = next(
        i
        for (_, weight), i in zip(tone.words, tone.tokens, strict=True)
        if weight * tone.leaning >= LOUD
    )
    spans.append(parse.span(loudest, loudest))
    return (
        _place(scene, mention.head, spans)
        | _source(claim)
        | _who(scene.article.text, "target", mention)
        | {
            "polarity": tone.leaning,
            "strength": round(likely, 3),
            "act": "speak of",
            "trigger": _between(scene, loudest, loudest),
            "trigger_span": _span(parse.span(loudest, loudest)),
            "entry": ", ".join(heard),
            "layer": "content",
            "hedged": claim.hedged,
            "claim_id": claim.claim_id,
            "confidence": round(share * mention.confidence * near, 3),
            "why": f"said in {claim.claim_id} of {mention.actor}: "
            + ", ".join(f"“{word}”" for word in heard)
            + f" ({LEANS[tone.leaning]})",
        }
    )


def _sentence_of(parse: Parse, span: tuple[int, int]) -> int | None:
    words = parse.tokens_in(*span)
    return parse.sent[words[0]] if words else None


# --- cells ---


def _place(scene: _Scene, token: int, spans: list[tuple[int, int]]) -> dict:
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return scene.article.row(start, end) | {"sentence_id": scene.parse.sent[token]}


def _who(text: str, role: str, mention: Mention | None) -> dict:
    if mention is None:
        return {}
    return {
        role: mention.actor,
        f"{role}_text": text[mention.start : mention.end],
        f"{role}_span": _span((mention.start, mention.end)),
        f"{role}_side": mention.side,
    }


def _between(scene: _Scene, first: int, last: int) -> str:
    start, end = scene.parse.span(first, last)
    return scene.article.text[start:end]


def _span(span: tuple[int, int]) -> str:
    return f"{span[0]}-{span[1]}"
