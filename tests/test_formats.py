"""Articles that are no plain text: saved pages, Word documents, PDFs, and pages of the web."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import subprocess
import sys
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from newsread import load_article
from newsread.formats import web
from newsread.formats.kinds import is_address
from newsread.formats.pdf import Line, join_lines

PARAGRAPHS = [
    "The town council voted on Monday to shut the library on Mill Lane. “We cannot pay for the "
    "roof,” Mayor Anne Thorpe said after the meeting.",
    "Residents who had gathered outside condemned the decision, and a petition has been signed by "
    "four thousand people since then.",
    "The building will be sold next year.",
]
TEXT = "\n\n".join(PARAGRAPHS)
META = """<title>Council shuts library - Ashby Courier</title>
<meta property="og:title" content="Council shuts library">
<meta property="og:site_name" content="Ashby Courier"><meta name="author" content="Jo Field">
<meta property="article:published_time" content="2024-03-05T18:20:00+00:00">
<link rel="canonical" href="https://courier.example/news/library">"""


def page(head: str = META, paragraphs=PARAGRAPHS, before: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'
        f"<article><h1>Council shuts library</h1>{before}{body}</article>"
        "<script>alert(1)</script><footer>© 2019 Ashby Courier. All rights.</footer></body></html>"
    )


@pytest.fixture
def file(tmp_path):
    def write(content: str | bytes, name: str):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


# ---------------------------------------------------------------- saved pages
@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.HTML", "page"])
def test_a_saved_page(file, name):
    article = load_article(file(page(), name))
    assert article.text == TEXT
    assert (article.title, article.outlet) == ("Council shuts library", "Ashby Courier")
    assert (article.author, article.date) == ("Jo Field", dt.date(2024, 3, 5))
    assert (article.date_from, article.url) == ("page", "https://courier.example/news/library")
    assert set(article.found_in.values()) == {"page"}
    assert article.id == "page"
    assert len(article.paragraphs) == 3


def test_a_page_without_a_date_gets_none(file):
    before = "<p>Updated: 3 May 2020. The fire of 1 June 1999 is remembered by many in town.</p>"
    article = load_article(file(page("<title>x</title>", before=before), "page.html"))
    assert (article.date, article.date_from) == (None, "missing")
    assert article.author == article.outlet == ""


def test_the_caller_goes_before_the_page_and_the_page_before_the_file_name(file):
    path = file(page(), "2020-01-01-page.html")
    assert load_article(path).date_from == "page"
    article = load_article(path, date="2024-03-06", title="Mine", outlet="Other")
    assert (article.date.day, article.title, article.outlet) == (6, "Mine", "Other")
    assert article.found_in["title"] == "given"


def test_a_page_in_another_encoding(file):
    raw = page().replace("utf-8", "windows-1252").encode("cp1252")
    assert load_article(file(raw, "page.html")).text == TEXT


def test_markup_in_a_page_is_taken_out_or_letters(file):
    odd = [
        "He wrote &lt;script&gt;alert(1)&lt;/script&gt; <b>on</b> the <i>wall</i> of the hall.",
        *PARAGRAPHS,
    ]
    text = load_article(file(page(paragraphs=odd), "page.html")).text
    assert text.startswith("He wrote <script>alert(1)</script> on the wall of the hall.\n\n")


def test_lists_and_line_breaks_in_a_page(file):
    before = f"<p>{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}</p><ul><li>One thing.</li><li>Two.</li></ul>"
    text = load_article(file(page(before=before), "page.html")).text
    assert text.split("\n\n")[:4] == [*PARAGRAPHS[:2], "One thing.", "Two."]


@pytest.mark.parametrize(
    "content, says",
    [
        ("<html><body><nav><a href=x>y</a></nav></body></html>", "no article was found"),
        ("<html></html>", "no article was found"),
        (b"%PDF-1.4", r"page\.html is not a web page: it looks like a PDF"),
        (b"\x00\x01", "byte 0 is zero"),
        ("  \n", "is empty"),
    ],
)
def test_a_page_without_an_article_is_an_error(file, content, says):
    with pytest.raises(ValueError, match=says):
        load_article(file(content, "page.html"))


def test_a_page_nested_very_deeply(file):
    deep = "<div>" * 3000 + f"<p>{TEXT}</p>" + "</div>" * 3000
    try:
        article = load_article(file(f"<html><body>{deep}</body></html>", "page.html"))
    except ValueError as error:
        assert "no article was found" in str(error)
    else:
        assert article.text


# ---------------------------------------------------------------- Word documents
def word(paragraphs=PARAGRAPHS, **properties) -> bytes:
    from docx import Document

    document = Document()
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    if "heading" in properties:
        document.add_heading(properties["heading"], 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


MADE = dt.datetime(2024, 3, 7, 9, 0)


@pytest.mark.parametrize("name", ["ferry.docx", "ferry.DOCX", "ferry"])
def test_a_word_document(file, name):
    path = file(word(title="Council shuts library", author="Jo Field", created=MADE), name)
    with pytest.warns(UserWarning, match='made on 2024-03-07; if that is the day, add date="2024'):
        article = load_article(path)
    assert (article.text, article.title, article.author) == (
        TEXT,
        "Council shuts library",
        "Jo Field",
    )
    assert article.found_in == {"title": "document", "author": "document"}
    assert (article.date, article.date_from) == (None, "missing")


def test_a_word_document_with_header_lines(file):
    path = file(word(["date: 2024-03-05", "outlet: Courier", *PARAGRAPHS], created=MADE), "a.docx")
    article = load_article(path)
    assert (article.text, article.outlet) == (TEXT, "Courier")
    assert (article.date, article.date_from) == (dt.date(2024, 3, 5), "header")


def test_tables_of_a_word_document_are_read_in_their_place(file):
    from docx import Document

    document = Document()
    document.add_paragraph("Title of it", style="Title")
    document.add_paragraph(PARAGRAPHS[0])
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "First cell", "Second cell"
    document.add_paragraph(PARAGRAPHS[1])
    packed = io.BytesIO()
    document.save(packed)
    article = load_article(file(packed.getvalue(), "a.docx"), date="2024-03-05")
    assert article.text.split("\n\n") == [PARAGRAPHS[0], "First cell", "Second cell", PARAGRAPHS[1]]
    assert article.title == "Title of it"


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content, says",
    [
        (lambda: b"not a document", "is not a Word document"),
        (lambda: word()[:500], "is damaged, or something else"),
        (lambda: zipped(a=b"x"), "is not a Word document"),
        (lambda: word([]), "Word document without text"),
    ],
    ids=["text", "cut", "zip", "no text"],
)
def test_what_is_no_word_document_is_an_error(file, content, says):
    with pytest.raises(ValueError, match=rf"a\.docx.*{says}"):
        load_article(file(content(), "a.docx"))


def test_a_document_that_unpacks_without_end_is_an_error(file, monkeypatch):
    monkeypatch.setattr("newsread.formats.docx.LARGEST", 1000)
    with pytest.raises(ValueError, match="larger than any article"):
        load_article(file(word(), "a.docx"))


# ---------------------------------------------------------------- PDFs
def pdf(*pages: str, info: str = "") -> bytes:
    """A PDF with one line of Helvetica for each line of text, 14 points apart."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for text in pages:
        shown = "".join(
            f"1 0 0 1 72 {760 - 14 * at} Tm ({line}) Tj\n"
            for at, line in enumerate(text.split("\n"))
            if line
        )
        stream = f"BT /F1 11 Tf\n{shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
            f"<< /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size "
        f"{len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF"
    ).encode()
    return out


PRINTED = """The town council voted on Monday to shut the library, which has stood on
Mill Lane since the war. Mayor Anne Thorpe said that the roof would cost a for-
tune, and that nobody would pay for it.

Residents who had gathered outside condemned the decision, and a well-
known author, who was born there, signed the petition against it on the
same day."""
READ = (
    "The town council voted on Monday to shut the library, which has stood on Mill Lane since the "
    "war. Mayor Anne Thorpe said that the roof would cost a fortune, and that nobody would pay "
    "for it.\n\nResidents who had gathered outside condemned the decision, and a well-known "
    "author, who was born there, signed the petition against it on the same day."
)


def test_a_pdf_with_a_text_layer(file):
    info = "/Title (Council shuts library) /Author (Jo Field) /CreationDate (D:20240307090000Z)"
    path = file(pdf(PRINTED, info=info), "a.pdf")
    with pytest.warns(UserWarning, match="made on 2024-03-07"):
        article = load_article(path)
    assert article.text == READ
    assert (article.title, article.author, article.date) == (
        "Council shuts library",
        "Jo Field",
        None,
    )
    assert article.found_in == {"title": "document", "author": "document"}


def test_pages_run_on_without_their_numbers_and_heads(file):
    pages = [
        f"Ashby Courier\n\n{part}\n\nPage {n} of 3"
        for n, part in enumerate(
            (
                PRINTED.split("\n\n")[0],
                "and this is how the next page be-\ngins in the middle.",
                "The end.",
            ),
            1,
        )
    ]
    text = load_article(file(pdf(*pages), "a.pdf")).text
    assert "Courier" not in text
    assert "Page" not in text
    assert "how the next page begins in the middle." in text


@pytest.mark.parametrize(
    "content, says",
    [
        (pdf(""), "looks like a scan.*OCR"),
        (b"hello", "is not a PDF"),
        (b"%PDF-1.4 rubbish", "cannot be read"),
        (pdf(PRINTED)[:300], "cannot be read"),
    ],
    ids=["scan", "text", "rubbish", "cut"],
)
def test_a_pdf_without_text_is_an_error(file, content, says):
    with pytest.raises(ValueError, match=rf"a\.pdf.*{says}"):
        load_article(file(content, "a.pdf"))


def test_a_locked_pdf_is_an_error(file):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PRINTED))))
    writer.encrypt("secret", algorithm="RC4-128")
    packed = io.BytesIO()
    writer.write(packed)
    with pytest.raises(ValueError, match="locked with a password"):
        load_article(file(packed.getvalue(), "a.pdf"))


@pytest.mark.parametrize(
    "lines, text",
    [
        (["The gov-", "ernment fell."], "The government fell."),
        (["The well-", "known man.", "A well-known man."], "The well-known man. A well-known man."),
        (["A self-", "made man."], "A self-made man."),
        (["An Anglo-", "French plan."], "An Anglo-French plan."),
        (["From 2019-", "2020 it rained."], "From 2019- 2020 it rained."),
        (["The oﬃ\u00adce was shut."], "The oﬃce was shut."),
    ],
)
def test_hyphens_at_the_end_of_lines(lines, text):
    page = [Line(words, 72, 700 - 12 * at) for at, words in enumerate(lines)]
    assert " ".join(join_lines([page]).split()) == text


# ---------------------------------------------------------------- pages of the web
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = self.server.answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body() if callable(body) else body)

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A reader that goes away in the middle of a page is what some tests are about."""


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    server = Server(("127.0.0.1", 0), Handler)
    server.answers = {}
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_of_the_web(server):
    server.answers["/news/a%20b?x=1"] = (200, HTML, page().encode())
    article = load_article(f"{server.address}/news/a b?x=1".replace(" ", "%20") + "#top")
    assert (article.text, article.outlet, article.date_from) == (TEXT, "Ashby Courier", "page")
    assert article.id.startswith("127.0.0.1-a-b-")


def test_other_forms_of_the_web(server):
    text = {"Content-Type": "text/plain"}
    server.answers["/a.txt"] = (200, text, f"date: 2024-03-05\n{TEXT}".encode())
    server.answers["/a.pdf"] = (200, {"Content-Type": "application/pdf"}, pdf(PRINTED))
    server.answers["/zip"] = (
        200,
        HTML | {"Content-Encoding": "gzip"},
        gzip.compress(page().encode()),
    )
    article = load_article(f"{server.address}/a.txt")
    assert (article.text, article.url) == (TEXT, f"{server.address}/a.txt")
    assert load_article(f"{server.address}/a.pdf").text == READ
    assert load_article(f"{server.address}/zip").text == TEXT


def test_a_page_that_moved_is_followed(server):
    server.answers["/old"] = (301, {"Location": "/new"}, b"")
    server.answers["/new"] = (200, HTML, page("<title>x</title>").encode())
    article = load_article(f"{server.address}/old")
    assert article.url == f"{server.address}/new"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/html,x"])
def test_a_page_that_leads_elsewhere_is_not_followed(server, target):
    server.answers["/old"] = (302, {"Location": target}, b"")
    with pytest.raises((ValueError, ConnectionError), match=r"not fetched|not there"):
        load_article(f"{server.address}/old")


def test_a_page_that_leads_to_itself_is_an_error(server):
    server.answers["/old"] = (302, {"Location": "/old"}, b"")
    with pytest.raises(ConnectionError, match="answered 302"):
        load_article(f"{server.address}/old")


def test_a_page_that_is_not_there_is_an_error(server):
    server.answers["/no"] = (404, HTML, page().encode())
    with pytest.raises(ConnectionError, match=r"answered 404 .*paste the text"):
        load_article(f"{server.address}/no")


def test_a_page_without_end_is_an_error(server, monkeypatch):
    monkeypatch.setattr(web, "LARGEST", 100_000)
    server.answers["/big"] = (200, HTML, b"x" * 300_000)
    server.answers["/bomb"] = (
        200,
        HTML | {"Content-Encoding": "gzip"},
        gzip.compress(b"x" * 10**6),
    )
    for path in ("/big", "/bomb"):
        with pytest.raises(ValueError, match="larger than 100,000 bytes"):
            load_article(f"{server.address}{path}")


def test_a_page_that_does_not_come_is_an_error(server, monkeypatch):
    monkeypatch.setattr(web, "SECONDS", 0.3)
    waiting = threading.Event()
    server.answers["/slow"] = (200, HTML, lambda: b"x" * waiting.wait(5))
    with pytest.raises(ConnectionError, match=r"did not answer within 0\.3 seconds|timed out"):
        load_article(f"{server.address}/slow")
    waiting.set()


def test_a_computer_that_is_not_online_is_told_so(monkeypatch):
    def offline(*args, **kwargs):
        raise OSError(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", offline)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ConnectionError, match="Is this computer online"):
        load_article("https://courier.example/news")


@pytest.mark.parametrize(
    "address, says",
    [
        ("ftp://x.org/a", "only addresses that begin with http"),
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("http:///a", "not an address|no host|no article"),
        ("http://user:pw@x.org/", "user name or password"),
        ("http://[::1", "is not an address"),
        ("http://x.org:99999/", "is not an address"),
    ],
)
def test_what_is_no_address_is_refused(address, says):
    with pytest.raises(ValueError, match=says):
        load_article(address)


@pytest.mark.parametrize(
    "text, address",
    [
        ("https://x.org/a", True),
        ("HTTP://x.org", True),
        ("ftp://x.org", True),
        ("x.org/a", False),
        ("C://folder", True),
        ("a file://with space", False),
        ("article", False),
    ],
)
def test_addresses(text, address):
    assert is_address(text) is address


def test_nothing_large_is_loaded_for_a_text_file(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys, newsread; newsread.load_article(sys.argv[1]); print([m for m in "
        "('trafilatura', 'docx', 'pypdf', 'urllib.request', 'spacy', 'pandas') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
