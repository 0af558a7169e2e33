"""newsread: read one news article closely.

    article  = load_article("2023-09-19-nagorno-karabakh")
    actors   = find_actors(article)
    mentions = find_mentions(article, actors)
    claims   = find_claims(article, mentions)
    dates    = find_dates(article, claims)
    stances  = find_stances(article, mentions, claims)

Each name below is loaded from its module at first use, so that importing is quick.
"""

from importlib import import_module

__version__ = "0.1.0"

# public name -> the module that answers
PUBLIC = {
    "ARTICLES": "paths",
    "Article": "article",
    "load_article": "article",
    "find_actors": "actors",
    "find_mentions": "mentions",
    "find_claims": "claims",
    "find_dates": "dates",
    "find_stances": "stances",
    "load_lexicon": "lexicons",
}

__all__ = sorted(PUBLIC)


def __getattr__(name: str):
    if name not in PUBLIC:
        raise AttributeError(f"newsread has no {name!r}; it has: {', '.join(__all__)}")
    value = getattr(import_module(f"newsread.{PUBLIC[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
