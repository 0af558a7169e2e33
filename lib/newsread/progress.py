"""Work that takes more than a moment says how far it is, and leaves nothing behind."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Nothing is shown for work that is over sooner, and not more often than the second number.
QUIET_SECONDS = 1.0
SECONDS_BETWEEN = 0.2
BAR = 30


@contextmanager
def progress(total: int, what: str, at_once: bool = False) -> Iterator[Callable[[int], object]]:
    """``with progress(len(text), "reading") as done: … done(n)``, n of ``total`` at a time.

    In a notebook a line with a bar, which ends as an output of no height (not a word
    on stderr, which a saved notebook would keep in red); in a terminal a bar on stderr;
    elsewhere nothing.
    ``at_once``: show it from the start, for a first step known to be long.
    """
    if in_notebook():
        line = _NotebookLine(total, what, at_once)
        try:
            yield line.add
        finally:
            line.close()
    elif sys.stderr is not None and sys.stderr.isatty():
        from tqdm import tqdm

        delay = 0 if at_once else QUIET_SECONDS
        with tqdm(total=total, desc=what, leave=False, delay=delay, bar_format=_FORMAT) as bar:
            yield bar.update
    else:
        yield lambda n: None


_FORMAT = "{desc} {percentage:3.0f}% |{bar}| {elapsed} (about {remaining} left)"


def in_notebook() -> bool:
    """Does this run in a notebook's kernel (and not in a terminal)?"""
    get_ipython = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell = get_ipython() if get_ipython else None
    return getattr(shell, "kernel", None) is not None


class _NotebookLine:
    def __init__(self, total: int, what: str, at_once: bool) -> None:
        self.total, self.what, self.done = max(total, 1), what, 0
        self.began = time.monotonic()
        self.next = self.began + QUIET_SECONDS
        self.shown = None
        if at_once:
            self._show(f"{what} …")

    def add(self, n: int) -> None:
        self.done += n
        now = time.monotonic()
        if now >= self.next:
            self.next = now + SECONDS_BETWEEN
            share = min(self.done / self.total, 1.0)
            bar = "█" * round(share * BAR) + "░" * (BAR - round(share * BAR))
            self._show(f"{self.what} {bar} {share:.0%}")

    def _show(self, text: str) -> None:
        from IPython.display import display

        # Empty HTML takes no room, empty text takes a line; to clear the output would take
        # the cell's others with it.
        data = {"text/plain": text} if text else {"text/plain": "", "text/html": ""}
        if self.shown is None:
            self.shown = display(data, raw=True, display_id=True)
        else:
            self.shown.update(data, raw=True)

    def close(self) -> None:
        if self.shown is not None:
            self._show("")
