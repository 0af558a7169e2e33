"""The README's pictures, drawn by the program itself.

    python tests/browser/pictures.py

Needs Chromium and Playwright (tests/browser/requirements.txt). Writes notebooks/pictures/.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from conftest import FLAGS, chromium
from newsread import (
    correct,
    load_article,
    paths,
    plot_voices,
    read,
    read_tables,
    save_report,
    show_article,
    show_table,
)
from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parents[2] / "notebooks" / "pictures"
WIDTH, HEIGHT = 1000, 620


def main() -> None:
    article = load_article("2023-09-19-nagorno-karabakh")
    tables = read_tables(article)
    claims = tables["claims"]
    voices = plot_voices(claims, article.sentences)
    voices.figure.savefig(PICTURES / "voices.png", dpi=110)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        paths.CORRECTIONS = Path(folder)  # an example, not a reader's correction
        put_right = correct(claims, claims["claim_id"].iloc[0], act="announce", note="an example")
        columns = ["claim_id", "source", "cue", "content", "act", "corrected"]
        pages = {
            "marked": show_article(article, *(tables[k] for k in ORDER)).html,
            "desk": read(article, kind="claims", static=True).html,
            "corrected": show_table(put_right.head(4), columns=columns)._repr_html_(),
        }
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, html in pages.items():
            file = Path(folder) / f"{name}.html"
            file.write_text(f'<!doctype html><meta charset="utf-8">{html}', encoding="utf-8")
            shoot(page, file, name)
        shoot(page, save_report(article, Path(folder) / "report.html"), "report")
        browser.close()


ORDER = ("mentions", "claims", "dates", "stances")


def shoot(page: Page, file: Path, name: str) -> None:
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    height = min(HEIGHT, page.evaluate("document.body.getBoundingClientRect().bottom + 12"))
    page.screenshot(
        path=PICTURES / f"{name}.png", clip={"x": 0, "y": 0, "width": WIDTH, "height": height}
    )


if __name__ == "__main__":
    main()
