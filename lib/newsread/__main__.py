"""The command line: ``newsread export ARTICLE... [--out DIR]``, ``newsread report ARTICLE``."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from newsread import __version__

OK, FAILED, STOPPED = 0, 1, 130


class Command(NamedTuple):
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when all went well, 1 when something failed, 2 for a mistyped line."""
    _print_any_letter()
    arguments = _parser().parse_args(argv)
    try:
        return COMMANDS[arguments.command].run(arguments)
    except KeyboardInterrupt:
        print("newsread: stopped.")
        return STOPPED


def _print_any_letter() -> None:
    """A terminal that lacks a letter shows an escape instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsread", description="Read news articles: tables, charts and reports of each."
    )
    parser.add_argument("--version", action="version", version=f"newsread {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.arguments(commands.add_parser(name, help=command.help, description=command.help))
    return parser


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="a file, or a name in data/articles/"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for the results (default: exports/)"
    )


def _export(arguments: argparse.Namespace) -> int:
    """Each article in turn; what fails is told, and does not stop the rest."""
    from tqdm import tqdm

    from newsread.paths import EXPORTS

    out = (arguments.out or EXPORTS).expanduser()
    done: dict[Path, str] = {}
    failed: dict[str, str] = {}
    undated: list[str] = []
    several = len(arguments.articles) > 1
    for name in tqdm(arguments.articles, desc="articles", disable=not several):
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", UserWarning)
            try:
                dated = _export_one(name, out, done, quiet=several)
                if not dated:
                    undated.append(name)
            except Exception as error:
                failed[name] = _reason(error)
        for message in dict.fromkeys(str(warning.message) for warning in warned):
            tqdm.write(f"newsread: {message}", file=sys.stderr)
    if undated:
        print(
            f"newsread: no date is known of {', '.join(undated)}: “on Tuesday” and the like have "
            "no days. Write “date: YYYY-MM-DD” as the first line of the file."
        )
    print(_last_line(len(arguments.articles), failed, out))
    return FAILED if failed else OK


def _export_one(name: str, out: Path, done: dict[Path, str], quiet: bool) -> bool:
    """Save everything of one article; is its date known?"""
    from newsread.article import load_article

    article = load_article(name)
    import matplotlib

    matplotlib.use("Agg")  # no window, also where there is a screen
    from newsread.progress import progress
    from newsread.saving.everything import STEPS, save_everything
    from newsread.saving.files import folder_name

    folder = out / folder_name(article.id)
    if folder in done:
        raise ValueError(
            f"its results would go where those of {done[folder]} went; rename one of the two."
        )
    done[folder] = name
    if quiet:
        save_everything(article, folder=folder)
    else:
        with progress(STEPS, article.id) as step:
            save_everything(article, folder=folder, progress=step)
    return article.date is not None


def _reason(error: Exception) -> str:
    """One line: plain for what a user can mend, with the kind of error for the rest."""
    text = " ".join(str(error).split())
    if isinstance(error, (ValueError, OSError)) and text:
        return text
    return f"{type(error).__name__}: {text}".rstrip(": ")


def _last_line(n: int, failed: dict[str, str], out: Path) -> str:
    if not failed:
        return f"newsread: {n} article{'s' * (n > 1)} exported to {out}"
    reasons = "; ".join(f"{name} ({why})" for name, why in failed.items())
    return f"newsread: {len(failed)} of {n} failed: {reasons}"


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="a file, or a name in data/articles/")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="default: exports/ARTICLE_ID/report.html"
    )


def _report(arguments: argparse.Namespace) -> int:
    import matplotlib

    matplotlib.use("Agg")
    from newsread.article import load_article
    from newsread.show.report import save_report

    print(f"newsread: reading {arguments.article} …", file=sys.stderr, flush=True)
    try:
        path = save_report(load_article(arguments.article), arguments.out)
    except Exception as error:
        print(f"newsread: no report of {arguments.article}: {_reason(error)}")
        return FAILED
    print(f"newsread: report written to {path}")
    return OK


COMMANDS = {
    "export": Command(
        "Save every table and every figure of each article.", _export_arguments, _export
    ),
    "report": Command(
        "Save one article's reading as one web page that opens anywhere.",
        _report_arguments,
        _report,
    ),
}

if __name__ == "__main__":
    sys.exit(main())
