"""A page from the web, where the person gives its address: the only thing that fetches."""

from __future__ import annotations

import gzip
import io
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

SECONDS = 20
LARGEST = 10_000_000
PASTE = 'Save the page and load the file, or paste the text: load_article(text="…").'
HEADERS = {
    "User-Agent": "newsread (a person reading one article)",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Accept-Language": "en",
}
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True)
class Fetched:
    """The bytes of a page, the address they came from in the end, and what they are said to be."""

    raw: bytes
    url: str
    ending: str
    charset: str | None


def fetch(url: str) -> Fetched:
    """Fetch one page: http and https only, ``SECONDS`` and ``LARGEST`` bytes at most.

    ValueError for an address that is none or a page that cannot be used, ConnectionError
    where the page was not to be had; both say what to do.
    """
    url = _checked(url)
    ends = time.monotonic() + SECONDS
    try:
        with _opener().open(Request(url, headers=HEADERS), timeout=SECONDS) as answer:
            raw = _read(answer, url, ends)
            headers: Message = answer.headers
            address = answer.geturl()
    except HTTPError as error:
        raise ConnectionError(
            f"{url} answered {error.code} {error.reason}: the page is not there or not open "
            f"to programs. {PASTE}"
        ) from None
    except TimeoutError:
        raise ConnectionError(f"{url} did not answer within {SECONDS} seconds. {PASTE}") from None
    except (URLError, OSError, HTTPException, UnicodeError) as error:
        reason = getattr(error, "reason", None) or error or type(error).__name__
        raise ConnectionError(
            f"{url} could not be fetched ({reason}). Is this computer online? {PASTE}"
        ) from None
    ending = ENDINGS.get(headers.get_content_type(), "") if headers.get("Content-Type") else ""
    return Fetched(raw, address, ending, headers.get_content_charset())


def _checked(url: str) -> str:
    """The address with its odd letters written as the web wants them."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"{url!r} is not an address on the web ({error}).") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise ValueError(
            f"{url!r}: only addresses that begin with http:// or https:// are fetched. "
            "For a file, give its path."
        )
    if not host:
        raise ValueError(f"{url!r} is not an address on the web: it names no host.")
    if parts.username or parts.password:
        raise ValueError(f"the address of {host} holds a user name or password: leave it out.")
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        raise ValueError(f"{url!r}: {host!r} is not the name of a host.") from None
    if ":" in host:
        host = f"[{host}]"
    place = host if port is None else f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme.lower(), place, path, query, ""))


class _SameKindOfRedirect(HTTPRedirectHandler):
    """Follows a page that has moved, to http and https addresses only."""

    max_redirections = 5

    def redirect_request(self, request, file, code, message, headers, new_url):
        if urlsplit(new_url).scheme.lower() not in ("http", "https"):
            raise ValueError(f"{request.full_url} leads to {new_url!r}, which is not fetched.")
        return super().redirect_request(request, file, code, message, headers, new_url)


def _opener() -> OpenerDirector:
    """Knows http and https and nothing else: no file, no ftp, no data."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPDefaultErrorHandler,
        _SameKindOfRedirect,
        HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


def _read(answer, url: str, ends: float) -> bytes:
    raw = io.BytesIO()
    while piece := answer.read1(65_536):
        raw.write(piece)
        if raw.tell() > LARGEST:
            raise ValueError(_too_large(url))
        if time.monotonic() > ends:
            raise TimeoutError
    return _unpacked(raw.getvalue(), answer.headers.get("Content-Encoding", ""), url)


def _unpacked(raw: bytes, encoding: str, url: str) -> bytes:
    if encoding.strip().lower() not in ("gzip", "x-gzip"):
        return raw
    try:
        with gzip.open(io.BytesIO(raw)) as packed:
            text = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"{url} sent a page that cannot be unpacked ({error}). {PASTE}") from None
    if len(text) > LARGEST:
        raise ValueError(_too_large(url))
    return text


def _too_large(url: str) -> str:
    return f"{url} is larger than {LARGEST:,} bytes: not an article. {PASTE}"
