"""Words: which are frequent, which go together, and where a word stands.

Counting is NLTK's (``FreqDist``, ``BigramCollocationFinder``); words and sentences are
those of ``article.parse``, stop words those of spaCy. No data are downloaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from newsread.article import Article
from newsread.parse import Parse
from newsread.tables import make_table


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

    Words are what has a letter or a digit in it. Stop words (*the*, *of*, *and* …) are
    left out unless ``stop_words=True``; they count in ``per_1000`` all the same. Ties
    stand in the order of first occurrence.
    """
    from nltk import FreqDist

    parse = article.parse
    forms = _forms(parse, by)
    words = [i for i in range(len(parse)) if _is_word(parse.word[i])]
    counted = [i for i in words if stop_words or not _is_stop_word(parse, i)]
    frequencies = FreqDist(forms[i] for i in counted)
    first = {forms[i]: i for i in reversed(counted)}
    return make_table(
        "frequencies",
        (
            _row(article, first[word], first[word])
            | {"word": word, "n": n, "per_1000": 1000 * n / len(words)}
            for word, n in frequencies.most_common(top)
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
    or mark, and occur at least ``min_count`` times. The ratio is symmetric: it tells how
    strongly two words are tied, not that they attract each other.
    """
    from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

    parse = article.parse
    sentences = [[parse.lower[i] for i in range(a, b + 1)] for a, b in parse.sentences]
    finder = BigramCollocationFinder.from_documents(sentences)
    if window > 2:
        finder = _wide_finder(sentences, window)
    finder.apply_freq_filter(min_count)
    good = {parse.lower[i] for i in range(len(parse)) if _tells(parse, i)}
    finder.apply_word_filter(lambda word: word not in good)
    scored = finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)
    scored.sort(key=lambda pair: (-pair[1], pair[0]))
    scored = scored[:top]
    first = _first_pairs(parse, {pair for pair, _ in scored}, window)
    return make_table(
        "collocations",
        (
            _row(article, *first[pair])
            | {
                "words": " ".join(pair),
                "n": finder.ngram_fd[pair],
                "likelihood_ratio": float(score),
            }
            for pair, score in scored
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


def _forms(parse: Parse, by: str) -> list[str]:
    known = {"word": parse.lower, "lemma": [lemma.lower() for lemma in parse.lemma]}
    if by not in known:
        raise ValueError(f'by={by!r} is not known here; write by="word" or by="lemma".')
    return known[by]


def _is_word(word: str) -> bool:
    return any(char.isalnum() for char in word)


def _is_stop_word(parse: Parse, i: int) -> bool:
    from spacy.lang.en.stop_words import STOP_WORDS

    # The model cuts "’s" and "n’t" off; they are not words of their own.
    word = parse.lower[i].replace("’", "'")
    return word in STOP_WORDS or word.startswith("'") or word == "n't"


def _tells(parse: Parse, i: int) -> bool:
    return _is_word(parse.word[i]) and not _is_stop_word(parse, i)


def _wide_finder(sentences: Iterable[list[str]], window: int):
    """NLTK's finder over a window, with gaps so that no pair spans two sentences."""
    from nltk.collocations import BigramCollocationFinder

    gap = [None] * (window - 1)
    return BigramCollocationFinder.from_words(
        (word for sentence in sentences for word in (*sentence, *gap)), window_size=window
    )


def _first_pairs(
    parse: Parse, pairs: set[tuple[str, str]], window: int
) -> dict[tuple[str, str], tuple[int, int]]:
    first: dict[tuple[str, str], tuple[int, int]] = {}
    for i in range(len(parse)):
        for j in range(i + 1, min(i + window, len(parse))):
            pair = parse.lower[i], parse.lower[j]
            if pair in pairs and parse.sent[i] == parse.sent[j]:
                first.setdefault(pair, (i, j))
    return first


def _row(article: Article, first: int, last: int) -> dict[str, object]:
    parse = article.parse
    return article.row(*parse.span(first, last)) | {"sentence_id": parse.sent[first]}
