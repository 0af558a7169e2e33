"""A real browser that can reach this machine only, and remembers whom it asked.

Skipped where Playwright or Chromium is missing; with NEWSREAD_BROWSER=required, as in
.ci/run, that is an error.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = {"127.0.0.1", "localhost"}
NAMES = ("chromium", "chromium-browser", "google-chrome")


def missing() -> str:
    """What is missing for a browser test, and how to get it; "" when all is there."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "no Playwright: pip install -r tests/browser/requirements.txt"
    if not chromium():
        return "no Chromium: apt-get install chromium (or set NEWSREAD_CHROMIUM to its path)"
    return ""


def chromium() -> str:
    named = os.environ.get("NEWSREAD_CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), "")


@pytest.fixture(scope="session")
def browser():
    if reason := missing():
        if os.environ.get("NEWSREAD_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@dataclass
class Heard:
    """What a page did that a reader does not see."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def watch(page) -> Heard:
    """Block whatever leads off this machine; note it, and every error of the page."""
    heard = Heard()

    def only_here(route) -> None:
        parts = urlsplit(route.request.url)
        if parts.scheme in ("file", "data", "blob", "about") or parts.hostname in HERE:
            route.continue_()
        else:
            heard.outside.append(route.request.url)
            route.abort()

    def said(message) -> None:
        if message.type == "error":
            heard.errors.append(message.text)

    page.route("**/*", only_here)
    page.on("console", said)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on("dialog", lambda dialog: (heard.errors.append("a dialog"), dialog.dismiss()))
    page.set_default_timeout(15_000)
    return heard


@pytest.fixture
def page(browser) -> Iterator:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    heard = watch(opened)
    opened.heard = heard
    yield opened
    context.close()
    assert not heard.outside, "a request to another host"
    assert not heard.errors
