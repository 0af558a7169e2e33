"""The report: one file, whole, searchable, in which nothing of an article can run."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import harbour
import pandas as pd
import pytest
from newsread import plot_claims, plot_stances, save_report
from newsread.__main__ import main
from newsread.show.report import report_html
from newsread.show.svg import inline_svg

ALL = harbour.tables()
NONE = pd.DataFrame()
CORRECTIONS = pd.DataFrame(
    [{"table": "claims", "action": "correct", "value": harbour.SCRIPT, "note": "</td></table>"}]
)


class Page(HTMLParser):
    """Elements with their attributes, and the letters of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.code: dict[str, list[str]] = {"script": [], "style": []}
        self.now = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.now = tag

    def handle_data(self, data):
        if self.now in self.code:
            self.code[self.now].append(data)
            self.now = ""

    def all(self, name: str) -> list[str]:
        return [a[name] for _, a in self.elements if a.get(name)]


@pytest.fixture(scope="module")
def html() -> str:
    charts = {"claims": plot_claims(ALL["claims"]), "stances": plot_stances(ALL["stances"])}
    return report_html(harbour.article(), ALL, charts.items(), CORRECTIONS)


@pytest.fixture(scope="module")
def page(html) -> Page:
    return Page(html)


def test_it_holds_all_it_should(html):
    for section in ("article", "charts", "tables", "corrections", "notice", "made"):
        assert f'<section id="{section}">' in html
    for kind, table in ALL.items():
        assert f"<caption>{kind}: {len(table)} rows</caption>" in html
    assert html.count("<svg") == 2 and "newsread 0." in html and "spaCy 3." in html
    assert "2024-05-02 (given)" in html and "SHA-256" in html and "confidence under" in html


def test_every_link_arrives(page):
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    links = page.all("href")
    assert len(links) > 20
    assert {link[1:] for link in links} <= set(ids)


def test_each_row_leads_to_its_words_and_back(page):
    ids = set(page.all("id"))
    for ref in ("c1", "c4", "m1", "m9", "s3", "d2"):
        assert {f"at-{ref}", f"row-{ref}"} <= ids
    # An actor leads to its first mention.
    assert "#at-m1" in page.all("href")


def test_the_policy_allows_only_the_reports_own_code(page):
    policy = next(a["content"] for t, a in page.elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy and "http" not in policy
    for kind, codes in page.code.items():
        assert len(codes) == 1
        digest = b64encode(sha256(codes[0].encode("utf-8")).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_no_attribute_needs_what_the_policy_forbids(page):
    assert not page.all("style")
    assert not [name for _, a in page.elements for name in a if name.startswith("on")]
    assert not page.all("src")


def test_charts_have_names_and_words(page):
    charts = [a for tag, a in page.elements if tag == "svg"]
    ids = set(page.all("id"))
    for chart in charts:
        assert chart["role"] == "img" and set(chart["aria-labelledby"].split()) <= ids


def test_a_hostile_article_stays_text():
    article = harbour.hostile()
    row = article.row(0, len(article.text)) | {"claim_id": '"><script>', "source": harbour.SCRIPT}
    claims = pd.DataFrame([row])
    for column in ALL["claims"].columns:
        if column not in claims:
            claims[column] = ALL["claims"][column].iloc[0]
    claims = claims[ALL["claims"].columns].assign(
        source_spans="", cue_spans="0-3", content_spans=f"4-{len(article.text)}"
    )
    ax = plot_claims(claims)
    html = report_html(article, {"claims": claims}, [("claims", ax)], CORRECTIONS)
    page = Page(html)
    allowed = {"img", "iframe", "b", "a"}
    assert [t for t, _ in page.elements].count("script") == 1
    assert not {"img", "iframe"} & {t for t, _ in page.elements} & allowed
    assert not [link for link in page.all("href") if not link.startswith("#")]
    assert not [name for _, a in page.elements for name in a if name.startswith("on")]
    assert "&lt;script&gt;document.title" in html


def test_svg_is_well_formed_without_style_and_its_ids_are_its_own():
    one, two = (
        inline_svg(plot_claims(ALL["claims"]).figure, name, "A & B", "so <many> rows")
        for name in ("one", "two")
    )
    for name, svg in (("one", one), ("two", two)):
        root = ET.fromstring(svg)
        assert not [e for e in root.iter() if "style" in e.attrib or e.tag.endswith("style")]
        ids = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
        assert ids and all(i.startswith(f"{name}-") for i in ids)
        used = set(re.findall(r"url\(#([^)]+)\)", svg)) | set(re.findall(r'href="#([^"]+)"', svg))
        assert used <= set(ids)
        assert root[0].text == "A & B" and root[1].text == "so <many> rows"
    assert inline_svg(plot_claims(ALL["claims"]).figure, "one", "A & B", "so <many> rows") == one


def test_no_rows_no_charts_no_corrections():
    empty = {name: table.head(0) for name, table in ALL.items()}
    html = report_html(harbour.article(), empty, [], NONE)
    assert "no rows" in html and "No charts were drawn" in html and "None: these are" in html


def test_charts_of_no_rows_are_only_named():
    charts = [
        ("claims", plot_claims(ALL["claims"])),
        ("none", plot_stances(ALL["stances"].head(0))),
    ]
    html = report_html(harbour.article(), ALL, charts, NONE)
    assert html.count("<svg") == 1 and "Not drawn, as there are no rows for it: “For or" in html


def test_letters_that_no_page_may_hold_are_replaced(tmp_path):
    article = harbour.article(text="A bell \x07 rang, half a pair \ud800 too.", title="\x00")
    empty = {name: table.head(0) for name, table in ALL.items()}
    html = report_html(article, empty, [], NONE)
    assert not re.search(r"[\x00-\x08\ud800-\udfff]", html)


# ------------------------------------------------------------------- the whole job
@pytest.fixture(scope="module")
def written(tmp_path_factory, seed):
    return save_report(seed, tmp_path_factory.mktemp("report") / "reading.html")


def test_the_whole_report_of_a_real_article(written, seed):
    html = written.read_text(encoding="utf-8")
    assert html.count("<svg") >= 10 and html.count("<table") >= 5
    assert all(start_of(p) in html for p in seed.paragraphs["text"])
    assert not re.findall(r"(?:src|href)=\"https?:", html)


def start_of(paragraph: str) -> str:
    return re.match(r"\w+", paragraph.lstrip("“\"'"))[0]


def test_it_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "report.html"
    path.write_text("the old report", encoding="utf-8")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    monkeypatch.setattr("newsread.show.report._drawn", lambda *_: [])
    monkeypatch.setattr("newsread.show.report._corrections", lambda _: NONE)
    with pytest.raises(OSError, match="disk full"):
        save_report(harbour.article(), path, tables=ALL)
    assert path.read_text(encoding="utf-8") == "the old report"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(ValueError, match="is a folder"):
        save_report(harbour.article(), tmp_path, tables=ALL)


def test_the_command_line_says_where_it_is_or_why_not(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("newsread.show.report._drawn", lambda *_: [])
    source = tmp_path / "quay.txt"
    source.write_text("The council met on Monday.", encoding="utf-8")
    out = tmp_path / "out" / "quay.html"
    assert main(["report", str(source), "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert "The council" in out.read_text(encoding="utf-8")
    assert main(["report", str(tmp_path / "none.txt")]) == 1
    assert "no report of" in capsys.readouterr().out
