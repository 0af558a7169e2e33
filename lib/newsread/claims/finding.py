"""Who says what: every claim with its source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newsread.article import Article, check_article
from newsread.claims.acts import act_of
from newsread.claims.candidate import Candidate
from newsread.claims.coordination import part_coordinated
from newsread.claims.counts import read_counts
from newsread.claims.cue_words import cue_words
from newsread.claims.cues import find_candidates
from newsread.claims.nesting import nest
from newsread.claims.running import Speech, find_speeches, give_owners
from newsread.claims.scoring import read_scales
from newsread.claims.speakers import find_speaker, nobody_says, source_words
from newsread.claims.surroundings import Surroundings, look_around, surroundings
from newsread.claims.turning import is_hedged, is_negated
from newsread.claims.turns import find_turns
from newsread.claims.who import Who
from newsread.datelines import after_dateline
from newsread.errata.applying import apply_corrections
from newsread.tables import make_table, require, spans_text
from newsread.tree import Parse

# Trimmed from the ends of a content: they belong to the sentence around it.
EDGES = frozenset((",", ";", ":", "-", "--", "–", "—", ".", "!", "?", "…"))
MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"))
# The share of words in quotation marks from which a content counts as quoted whole.
WHOLE = 0.9


def find_claims(article: Article, mentions: pd.DataFrame) -> pd.DataFrame:
    """Who says what: one row per claim, in reading order.

    A claim is whatever the article puts in somebody's mouth or head: a statement, a belief, a
    wish, a demand, a denial, an accusation. Three parts, each as written: the *source* (who),
    the *cue* (the words that say so) and the *content* (what is said).

    column           type   meaning
    article_id       str    the article
    sentence_id      int    row of ``article.sentences`` that holds the cue
    start, end       int    the smallest stretch of ``article.text`` with source, cue and content
    text             str    ``article.text[start:end]``
    claim_id         str    "c1", "c2", …
    parent           str    the claim_id of the claim in whose content this one stands; "" none
    source           str    who says so, as written; "" where nobody is named
    source_spans     str    its characters, "12-30"; pieces in text order, "12-30 45-60"
    source_actor     str    the actor of ``mentions`` that the source is; "" unknown
    source_side      str    that actor's side; "" none
    cue              str    the cue as written, with its auxiliaries, negation and preposition
    cue_spans        str    its characters
    cue_lemma        str    what it is looked up under in data/lexicons/cues.csv
    content          str    what is said, as written; pieces joined by " … "
    content_spans    str    its characters
    addressee        str    to whom it is said, or who is called on; "" none
    addressee_actor  str    the actor that is; "" unknown
    act              str    what is done in saying so: say, claim, deny, …; from cues.csv; "say"
                            where the cue is not in it
    tone             str    what the reporter's choice of cue gives away: neutral, distancing
                            (claimed), factive (noted), hostile (condemned), supportive (praised)
    quoted           str    "whole": all between quotation marks; "part"; "none"
    negated          bool   the cue is negated: did not say, has yet to say, refused to say
    hedged           bool   the cue is hedged: may say, reportedly said
    confidence       float  how likely it is a claim, 0 to 1
    how              str    construction: cue; how the source was found
    corrected        str    "" unless mended by hand

    ``mentions``: as ``find_mentions`` makes it; with an empty table ``source_actor`` stays "".
    Candidates are every cue word in every construction
    (newsread.claims.candidate.CONSTRUCTIONS); they are weighed by counts over PolNeAR 1.0.0
    (data/models/README.md). Raises TypeError or ValueError where ``mentions`` is not such a table.
    """
    check_article(article)
    require(mentions, "mentions", "mention_id", "start", "end", "actor", "side", "form")
    candidates, around = find_scored_candidates(article)
    claims = give_words(article.parse, nest(candidates))
    table = make_table("claims", _rows(article, claims, mentions, around))
    return apply_corrections("claims", table, article, mentions=mentions)


def find_scored_candidates(
    article: Article, scored: bool = True
) -> tuple[list[Candidate], Surroundings]:
    """Everything that may be a claim, with the head of its source, and how likely it is one."""
    parse = article.parse
    counts = read_counts()
    candidates = list(find_candidates(parse, counts.hopeful) if scored else find_candidates(parse))
    turns = find_turns(parse)
    colons = {turn.cue for turn in turns}
    candidates = [c for c in candidates if c.cue not in colons] + turns
    part_coordinated(parse, candidates, counts.acts)
    speeches = find_speeches(parse, article.quotations)
    speeches = [speech for speech in speeches if not _is_turn(speech, turns)]
    give_owners(parse, candidates, speeches, counts.speaks)
    around = surroundings(parse, speeches)
    if scored:
        candidates = [c for c in candidates if counts.hopeful(c.lemma, c.construction)]
    for candidate in candidates:
        candidate.source_head, candidate.how = find_speaker(parse, candidate)
        candidate.content = _trimmed(parse, candidate.content)
    candidates = [c for c in candidates if c.content and not nobody_says(parse, c)]
    if scored:
        scales = read_scales()
        look_around(parse, around, candidates, counts)
        for candidate in candidates:
            candidate.score = scales.probability(parse, candidate, around)
    return candidates, around


def give_words(parse: Parse, claims: list[Candidate]) -> list[Candidate]:
    """The same claims with the words of source and cue, contents up to their closing marks."""
    cues = {claim.cue for claim in claims}
    for claim in claims:
        claim.content = [(a, _to_closing_mark(parse, a, b)) for a, b in claim.content]
        if claim.source_head >= 0 and not claim.source:
            (first, last), *rest = source_words(parse, claim.source_head, claim.cue)
            first = min(claim.source_head, after_dateline(parse, first))
            claim.source = [(first, last), *rest]
        claim.cue_words = cue_words(parse, claim, cues)
    return claims


def _is_turn(speech: Speech, turns: list[Candidate]) -> bool:
    """Whether the quotation mark only opens a paragraph of a transcript."""
    opens = {first for turn in turns for first, _ in (*turn.content, *turn.source)}
    return speech.first in opens or speech.first + 1 in opens


def _trimmed(parse: Parse, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = []
    for first, last in pieces:
        first = after_dateline(parse, first)
        last = _before_next_clause(parse, last)
        while first <= last and parse.word[first] in EDGES:
            first += 1
        while first <= last and (
            parse.word[last] in EDGES or (parse.dep[last] == "cc" and last > first)
        ):
            last -= 1
        if first <= last:
            found.append((first, last))
    return found


def _to_closing_mark(parse: Parse, first: int, last: int) -> int:
    """The content to the mark that closes a quotation begun in it: "his “silence|”"."""
    words = parse.word[first : last + 1]
    for opening, closing in MARKS:
        begun = words.count(opening) - (words.count(closing) if closing != opening else 0)
        is_open = begun % 2 if closing == opening else begun > 0
        for end in (last + 1, last + 2):
            if is_open and parse.word[end : end + 1] == [closing]:
                return end
            if parse.word[end : end + 1] not in ([","], ["."]):
                break
    return last


def _before_next_clause(parse: Parse, last: int) -> int:
    """ "the plan but deputy mayor [Tom Reed opposes it]": the title goes with the name after it.

    The parse took the title for a second object.
    """
    name = last + 1
    if name >= len(parse) or parse.pos[name] != "PROPN" or parse.dep[last] != "conj":
        return last
    while parse.dep[name] == "compound" and parse.head[name] > name:
        name = parse.head[name]
    before = parse.left[last] - 1
    if parse.dep[name] == "nsubj" and parse.head[name] > name and parse.dep[before] == "cc":
        return before - 1
    return last


def _rows(
    article: Article, claims: list[Candidate], mentions: pd.DataFrame, around: Surroundings
) -> Iterator[dict[str, object]]:
    parse, text = article.parse, article.text
    claims = sorted(claims, key=_place)
    names = {id(claim): f"c{number}" for number, claim in enumerate(claims, 1)}
    who = Who(mentions)
    for claim in claims:
        pieces = {
            "source": [parse.span(*piece) for piece in claim.source],
            "cue": [parse.span(*piece) for piece in claim.cue_words],
            "content": [parse.span(*piece) for piece in claim.content],
        }
        every = [span for spans in pieces.values() for span in spans]
        actor, side, found = who.behind(parse, claim.source_head)
        act, tone = act_of(claim.lemma, claim.construction)
        row = article.row(min(every)[0], max(end for _, end in every)) | {
            "sentence_id": parse.sent[claim.cue],
            "claim_id": names[id(claim)],
            "parent": names[id(claim.parent)] if claim.parent else "",
            "source_actor": actor,
            "source_side": side,
            "cue_lemma": claim.lemma,
            "addressee_actor": who.at(parse, claim.addressee)[0],
            "act": act,
            "tone": tone,
            "quoted": _quoted(parse, claim, around),
            "negated": is_negated(parse, claim),
            "hedged": is_hedged(parse, claim),
            "confidence": round(claim.score, 3),
            "how": f"{claim.construction}: {claim.lemma}; source: {claim.how}{found}",
        }
        if claim.addressee >= 0:
            first, last = parse.left[claim.addressee], parse.right[claim.addressee]
            row["addressee"] = text[slice(*parse.span(first, last))]
        for role, spans in pieces.items():
            row[role] = " … ".join(text[start:end] for start, end in spans)
            row[f"{role}_spans"] = spans_text(spans)
        yield row


def _place(claim: Candidate) -> tuple[int, int, int]:
    """Rows stand in text order by where they begin, then outer before inner, then by cue."""
    begins = min(first for first, _ in claim.source + claim.cue_words + claim.content)
    depth, outer = 0, claim.parent
    while outer:
        depth, outer = depth + 1, outer.parent
    return begins, depth, claim.cue


def _quoted(parse: Parse, claim: Candidate, around: Surroundings) -> str:
    if not any(True in around.quoted[first : last + 1] for first, last in claim.content):
        return "none"
    words = [
        around.quoted[i]
        for first, last in claim.content
        for i in range(first, last + 1)
        if parse.pos[i] != "PUNCT"
    ]
    if not any(words):
        return "none"
    return "whole" if sum(words) >= WHOLE * len(words) else "part"
