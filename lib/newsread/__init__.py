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
    "find_actors": "actors.finding",
    "find_mentions": "actors.mentions",
    "find_claims": "claims.finding",
    "find_dates": "dates",
    "find_stances": "stances.finding",
    "load_lexicon": "lexicons",
    "read_tables": "reading",
    "word_frequencies": "words",
    "collocations": "words",
    "find_words": "words",
    "plot_mentions": "charts.mentions",
    "plot_dispersion": "charts.mentions",
    "plot_claims": "charts.claims",
    "plot_voices": "charts.voices",
    "plot_cues": "charts.cues",
    "plot_timeline": "charts.timeline",
    "plot_stances": "charts.stances",
    "plot_stance_course": "charts.stances",
    "plot_words": "charts.words",
    "plot_word_dispersion": "charts.words",
    "describe_chart": "charts.drawing",
    "save_figure": "saving.export",
    "save_tables": "saving.export",
    "save_everything": "saving.everything",
    "show_article": "show.marked",
    "evidence": "show.passages",
    "concordance": "show.passages",
    "show_table": "show.interactive",
    "read": "show.desk",
    "save_report": "show.report",
    "correct": "errata.making",
    "drop": "errata.making",
    "add": "errata.making",
    "merge_actors": "errata.making",
    "split_actor": "errata.making",
    "corrections": "errata.making",
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
