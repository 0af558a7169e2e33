"""Words: which are frequent, which go together, and where a word stands.

Counting is NLTK's (``FreqDist``, ``BigramCollocationFinder``); words and sentences are
those of ``article.parse``, stop words those of spaCy. No data are downloaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from newsread.article import Article, check_article
from newsread.tables import make_table
from newsread.tree import Parse

HYPHENS = frozenset("-‐‑")


class Word(NamedTuple):
    """A word: its first and last token in the parse, and its forms in lower case."""

    first: int
    last: int
    word: str
    lemma: str
    is_stop_word: bool


def word_frequencies(
    article: Article, *, top: int | None = None, by: str = "word", stop_words: bool = False
) -> pd.DataFrame:
    """How often each word occurs: one row per word, most frequent first.

    column       type   meaning
    article_id   str    the article
    sentence_id  int    sentence of the first occurrence
    start, end   int    characters of the first occurrence in ``article.text``
    text         str    the first occurrence, as written
    word         str    the word in lower case; with ``by="lemma"`` its dictionary form
    n            int    occurrences
    per_1000     float  occurrences per 1,000 words of the article

    A word has a letter or a digit in it; one with hyphens is one word. Stop words (*the*,
    *of*, *and* …) are left out unless ``stop_words=True``; they count in ``per_1000`` all
    the same. Ties stand in the order of first occurrence.
    """
    from nltk import FreqDist

    check_article(article)
    words = _words(article.parse)
    if by not in ("word", "lemma"):
        raise ValueError(f'by={by!r} is not known here; write by="word" or by="lemma".')
    counted = [word for word in words if stop_words or not word.is_stop_word]
    frequencies = FreqDist(getattr(word, by) for word in counted)
    first = {getattr(word, by): word for word in reversed(counted)}
    return make_table(
        "frequencies",
        (
            _row(article, first[form].first, first[form].last)
            | {"word": form, "n": n, "per_1000": 1000 * n / len(words)}
            for form, n in frequencies.most_common(top)
        ),
    )


def collocations(
    article: Article, *, top: int | None = 20, min_count: int = 2, window: int = 2
) -> pd.DataFrame:
    """Words that stand together more often than chance: one row per pair, strongest first.

    column            type   meaning
    article_id        str    the article
    sentence_id       int    sentence of the first occurrence
    start, end        int    characters from the first word to the second, first occurrence
    text              str    the first occurrence, as written
    words             str    the two words in lower case, in text order
    n                 int    how often the pair occurs
    likelihood_ratio  float  Dunning's log-likelihood ratio (1993); over 10.8 is p < 0.001

    Pairs lie within ``window`` words of one sentence (2: side by side), hold no stop word
    or mark, and occur at least ``min_count`` times. With a wider window NLTK spreads each
    pair's count over the window's places, so that ratios are lower.
    """
    check_article(article)
    sentences = _sentences(article.parse)
    forms = [[word and word.word for word in sentence] for sentence in sentences]
    finder = _finder(forms, window)
    finder.apply_freq_filter(min_count)
    telling = {w.word for sentence in sentences for w in sentence if w and not w.is_stop_word}
    finder.apply_word_filter(lambda word: word not in telling)
    scored = finder.score_ngrams(_likelihood_ratio)
    scored.sort(key=lambda pair: (-pair[1], pair[0]))
    first = _first_pairs(sentences, {pair for pair, _ in scored[:top]}, window)
    return make_table(
        "collocations",
        (
            _row(article, *first[pair])
            | {
                "words": " ".join(pair),
                "n": finder.ngram_fd[pair],
                "likelihood_ratio": float(score),
            }
            for pair, score in scored[:top]
        ),
    )


def find_words(article: Article, *words: str) -> pd.DataFrame:
    """Every place where these words stand: one row per occurrence, in reading order.

    column       type  meaning
    article_id   str   the article
    sentence_id  int   the sentence
    start, end   int   characters in ``article.text``
    text         str   as written there
    word         str   the word asked for that this is an occurrence of
    lemma        str   dictionary form of the (last) word
    pos          str   its part of speech (Universal POS)

    Upper and lower case are the same, and a dictionary form finds its other forms
    (``find_words(article, "claim")`` finds *claimed*). A phrase ("military targets")
    is found word by word.
    """
    if not words:
        raise ValueError('which words? Type find_words(article, "ceasefire", "peace talks").')
    check_article(article)
    parse = article.parse
    found = [hit for word in words for hit in _occurrences(parse, word)]
    return make_table(
        "words",
        (
            _row(article, first, last)
            | {"word": word, "lemma": parse.lemma[last], "pos": parse.pos[last]}
            for first, last, word in sorted(found, key=lambda hit: hit[:2])
        ),
    )


def _occurrences(parse: Parse, word: str) -> Iterator[tuple[int, int, str]]:
    """First and last word of each place where the word or phrase stands."""
    asked = _split(word)
    if not asked:
        raise ValueError(f"{word!r} is no word to look for.")
    forms = list(zip(parse.lower, (lemma.lower() for lemma in parse.lemma), strict=True))
    for i in range(len(parse) - len(asked) + 1):
        if all(wanted in forms[i + k] for k, wanted in enumerate(asked)):
            yield i, i + len(asked) - 1, word


def _split(phrase: str) -> list[str]:
    """A phrase cut as the article was cut: "Karabakh's" is two words there."""
    from newsread.parse import load_model

    return [word.text.lower() for word in load_model().make_doc(" ".join(phrase.split()))]


def _words(parse: Parse) -> list[Word]:
    return [word for sentence in _sentences(parse) for word in sentence if word]


def _sentences(parse: Parse) -> list[list[Word | None]]:
    """The words of each sentence, with None for a mark between them.

    The parse cuts at hyphens; here "ten-year-old" is one word again.
    """
    sentences = []
    for first, last in parse.sentences:
        words: list[Word | None] = []
        while first <= last:
            end = _end_of_compound(parse, first, last)
            words.append(_word(parse, first, end))
            first = end + 1
        sentences.append(words)
    return sentences


def _end_of_compound(parse: Parse, first: int, last: int) -> int:
    """The last token of the word that begins here: on over each hyphen without a space."""
    while (
        first + 2 <= last
        and parse.word[first + 1] in HYPHENS
        and parse.end[first] == parse.start[first + 1]
        and parse.end[first + 1] == parse.start[first + 2]
        and _has_letter(parse.word[first])
        and _has_letter(parse.word[first + 2])
    ):
        first += 2
    return first


def _word(parse: Parse, first: int, last: int) -> Word | None:
    before = "".join(parse.lower[first:last])
    word = before + parse.lower[last]
    if not _has_letter(word):
        return None
    # The model cuts "’s" and "n’t" off; they are not words of their own.
    plain = word.replace("’", "'")
    stop = plain in _stop_words() or plain.startswith("'") or plain == "n't"
    return Word(first, last, word, before + parse.lemma[last].lower(), stop)


def _has_letter(word: str) -> bool:
    return any(char.isalnum() for char in word)


def _stop_words() -> set[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return STOP_WORDS


def _finder(sentences: list[list[str | None]], window: int):
    """NLTK's finder, with gaps so that no pair spans two sentences."""
    from nltk.collocations import BigramCollocationFinder

    gap = [None] * (window - 1)
    words = (word for sentence in sentences for word in (*sentence, *gap))
    return BigramCollocationFinder.from_words(words, window_size=window)


def _likelihood_ratio(n_both: float, n_each: tuple[int, int], n_all: int) -> float:
    from nltk.collocations import BigramAssocMeasures

    # In a text of a few words NLTK's table of counts would go below zero.
    n_all = max(n_all, sum(n_each) - n_both)
    return BigramAssocMeasures.likelihood_ratio(n_both, n_each, n_all)


def _first_pairs(
    sentences: list[list[Word | None]], pairs: set[tuple[str, str]], window: int
) -> dict[tuple[str, str], tuple[int, int]]:
    first: dict[tuple[str, str], tuple[int, int]] = {}
    for sentence in sentences:
        for i, one in enumerate(sentence):
            for other in filter(None, sentence[i + 1 : i + window] if one else ()):
                pair = one.word, other.word
                if pair in pairs:
                    first.setdefault(pair, (one.first, other.last))
    return first


def _row(article: Article, first: int, last: int) -> dict[str, object]:
    parse = article.parse
    return article.row(*parse.span(first, last)) | {"sentence_id": parse.sent[first]}
