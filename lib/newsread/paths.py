"""Where the project's folders are: the only module that knows."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "data"
ARTICLES = DATA / "articles"
LEXICONS = DATA / "lexicons"
CORRECTIONS = DATA / "corrections"
EXPORTS = PROJECT / "exports"

if not LEXICONS.is_dir():
    raise ImportError(
        f"newsread cannot find its word lists: there is no folder {LEXICONS}. "
        "Install it from the project folder with: pip install -r requirements.txt "
        "(it installs ./lib with -e, so that the library stays beside data/)."
    )
