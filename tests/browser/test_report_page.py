"""The report as a reader has it: a file opened in a browser, without a network."""

from __future__ import annotations

import io
from pathlib import Path

import harbour
import pandas as pd
import pytest
from newsread import plot_claims, plot_stances, save_report, show_article
from newsread.show.report import report_html

# Colour and ground of everything with letters of its own, as the browser paints them.
CONTRASTS = r"""() => {
  const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
  const brush = canvas.getContext("2d", {willReadFrequently: true});
  const rgba = colour => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return [255, 255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelectorAll("main *:not(svg *)")) {
    const letters = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!letters || !e.getClientRects().length) continue;
    const [a, b] = [rgba(getComputedStyle(e).color), ground(e)].map(light).sort((x, y) => x - y);
    const contrast = (b + 0.05) / (a + 0.05);
    if (contrast < 4.5) bad.push(`${e.tagName}.${e.className}: ${contrast.toFixed(2)}`);
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def report(folder, seed) -> str:
    return save_report(seed, folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def small(folder) -> str:
    tables = harbour.tables()
    charts = {"claims": plot_claims(tables["claims"]), "stances": plot_stances(tables["stances"])}
    html = report_html(harbour.article(), tables, charts.items(), pd.DataFrame())
    path = folder / "small.html"
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


def table(page, kind: str):
    return page.locator("section#tables table").filter(
        has=page.locator("caption", has_text=f"{kind}:")
    )


def mark(page, word: str):
    """The mark on this word of the text (a note may hold the word too)."""
    return page.locator(".nr-s").filter(
        has=page.locator(f":scope > :not(.nr-tip):has-text('{word}')")
    )


def test_the_whole_report_opens_from_a_file(page, report):
    page.goto(report)
    assert page.locator("section").count() == 6
    assert page.locator("figure svg[role=img]").count() >= 10
    for chart in page.locator("figure svg").all():
        assert chart.bounding_box()["width"] > 300
    for kind in harbour.tables():
        assert table(page, kind).locator("tbody tr").count() >= 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_stand_out(page, small, theme):
    page.emulate_media(color_scheme=theme)
    page.goto(small)
    assert page.evaluate(CONTRASTS) == []
    mark(page, "admitted").first.focus()
    assert page.evaluate(CONTRASTS) == []


def test_a_table_is_searched_filtered_and_sorted(page, small):
    page.goto(small)
    mentions = table(page, "mentions")
    shown = mentions.locator("tbody tr:visible")
    search = page.get_by_label("Search mentions: 9 rows")
    search.fill("RIVAL bay")
    assert shown.count() == 1 and "its rival across the bay" in shown.first.inner_text()
    search.fill("")
    assert shown.count() == 9
    page.locator(".nr-find", has=search).get_by_label("form").select_option("=pronoun")
    assert shown.count() == 1
    assert "1 of 9 rows" in page.locator(".nr-find", has=search).inner_text()
    page.locator(".nr-find", has=search).get_by_label("form").select_option("*")
    head = mentions.get_by_role("button", name="text")
    head.click()
    assert shown.first.locator("td").nth(1).inner_text() == "its rival across the bay"
    head.click()
    assert mentions.locator("th[aria-sort=descending]").inner_text() == "text"
    assert shown.first.locator("td").nth(1).inner_text() == "We"


def test_an_evidence_link_leads_to_the_words_and_back(page, small):
    page.goto(small)
    table(page, "claims").get_by_role("link", name="c3").click()
    target = page.locator("#at-c3")
    target.wait_for(state="attached")
    found = page.locator(".nr-found").all_inner_texts()
    assert "".join(found).startswith("the council") and "admitted" in "".join(found)
    assert page.evaluate(
        "() => { const top = document.querySelector('#at-c3').parentElement"
        ".getBoundingClientRect().top; return top > 0 && top < innerHeight; }"
    )
    mark(page, "admitted").first.click()
    page.locator(".nr-s:focus .nr-tip").get_by_role("link", name="Claim c3").click()
    assert page.url.endswith("#row-c3")
    assert page.locator("tr#row-c3").evaluate("row => row.matches(':target')")


def test_marks_are_reached_with_the_keyboard_alone(page, small):
    page.goto(small)
    page.locator(".nr-on-stance").focus()
    page.keyboard.press("Tab")
    tip = page.locator(".nr-s:focus > .nr-tip")
    assert tip.is_visible() and "Harbour council" in tip.inner_text()
    described = page.locator(".nr-s:focus").get_attribute("aria-describedby")
    assert page.locator(f"[id='{described}']").count() == 1


def test_the_boxes_switch_layers_off(page, small):
    page.goto(small)
    cue = page.locator(".nr-text .nr-cue").first
    style = "e => getComputedStyle(e).fontStyle"
    assert cue.evaluate(style) == "italic"
    page.locator(".nr-on-claim").uncheck()
    assert cue.evaluate(style) == "normal"
    assert not page.locator(".nr-text .nr-tag-content").first.is_visible()
    assert page.locator(".nr-text .nr-actor").first.is_visible()


def test_a_narrow_page_does_not_run_off_its_side(page, small):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(small)
    mark(page, "admitted").first.hover()
    wide = "() => document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(wide) <= 0


def test_copied_text_is_the_articles_own(page, small):
    page.goto(small)
    text = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.nr-text p'));"
        " return getSelection().toString(); }"
    )
    assert " ".join(text.split()) == " ".join(harbour.TEXT.split("\n\n")[0].split())


def test_a_hostile_article_stays_text(page, folder):
    article = harbour.hostile()
    claims = harbour.claims().head(1).assign(
        article_id=article.id, start=0, end=len(article.text), text=article.text,
        source=harbour.SCRIPT, source_spans="0-9", cue_spans="10-15",
        content=article.text, content_spans=f"4-{len(article.text)}",
    )  # fmt: skip
    corrections = pd.DataFrame([{"column": "source", "value": harbour.SCRIPT, "note": "</table>"}])
    charts = [("claims", plot_claims(claims.assign(source_actor=harbour.SCRIPT)))]
    path = folder / "hostile.html"
    path.write_text(report_html(article, {"claims": claims}, charts, corrections), "utf-8")
    page.goto(path.as_uri())
    page.locator(".nr-s").first.hover()
    page.wait_for_timeout(200)
    assert page.title().startswith("<script>document.title = 'owned'</script></title><img")
    assert page.locator("main :is(iframe, img, script, object, form)").count() == 0
    assert page.locator("a:not([href^='#'])").count() == 0
    paragraph = page.locator(".nr-text p").first.evaluate(
        "p => { const copy = p.cloneNode(true);"
        " copy.querySelectorAll('.nr-tip').forEach(tip => tip.remove()); return copy.textContent; }"
    )
    assert paragraph == harbour.HOSTILE_TEXT.split("\n\n")[0]
    assert harbour.HOSTILE["outlet"] in page.locator(".nr-facts").nth(1).inner_text()
    assert page.locator("section#corrections td", has_text=harbour.SCRIPT).count() == 1


def test_even_a_script_that_got_in_would_not_run(page, small, folder):
    """The policy is the second wall: put a script behind the first, and see it stopped."""
    html = Path(small.removeprefix("file://")).read_text(encoding="utf-8")
    path = folder / "broken-in.html"
    broken_in = "<main onclick=\"document.title='owned'\">" + harbour.SCRIPT
    path.write_text(html.replace("<main", broken_in + "<main", 1), encoding="utf-8")
    page.goto(path.as_uri())
    assert page.title().startswith("harbour")
    assert any("Content Security Policy" in error for error in page.heard.errors)
    page.heard.errors.clear()


def test_it_prints_with_every_row_and_no_controls(page, report):
    pypdf = pytest.importorskip("pypdf")
    page.goto(report)
    rows = page.locator("section#tables tbody tr").count()
    document = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "\n".join(sheet.extract_text() for sheet in document.pages)
    assert rows > 30 and 5 <= len(document.pages) <= 60
    assert "What the method gets wrong" in text and "Search" not in text


def test_the_marked_article_alone_works_in_an_exported_page(page, folder):
    tables = {kind: table for kind, table in harbour.tables().items() if kind != "actors"}
    path = folder / "shown.html"
    html = show_article(harbour.article(), **tables).html
    path.write_text(f"<!doctype html><meta charset=utf-8>{html}", encoding="utf-8")
    page.goto(path.as_uri())
    rejected = mark(page, "rejected").first
    rejected.hover()
    assert rejected.locator(".nr-tip").is_visible()
    assert "against" in rejected.locator(".nr-tip").inner_text()


def test_tables_and_the_desks_twin_work_in_an_exported_notebook(page, folder, monkeypatch):
    from nbconvert import HTMLExporter
    from nbformat.v4 import new_code_cell, new_notebook, new_output
    from newsread import read, show_table
    from newsread.show import desk, interactive

    monkeypatch.setattr(desk, "_tables_of", lambda article: harbour.tables())
    interactive._loader_cell.clear()
    shown = [show_table(harbour.mentions(), rows=4), read(harbour.article(), static=True)]
    outputs = [new_output("display_data", {"text/html": s._repr_html_()}) for s in shown]
    notebook = new_notebook(cells=[new_code_cell("…", outputs=outputs)])
    path = folder / "exported.html"
    path.write_text(HTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    page.goto(path.as_uri())
    page.get_by_role("searchbox").fill("ferry")
    table = page.locator("table.dataTable")
    assert table.locator("tbody tr:visible").all_inner_texts()[0].startswith("m2")
    assert page.locator(".nr-text").is_visible() and page.locator("svg[role=img]").count() == 1
    # nbconvert's own page asks for these two; nothing of newsread's needs them.
    assert all("require" in url or "mathjax" in url for url in page.heard.outside)
    page.heard.outside.clear()
    page.heard.errors.clear()


def test_a_table_of_claims_fits_the_cell_of_a_small_window(page, folder):
    from newsread import show_table
    from newsread.show import interactive

    interactive._loader_cell.clear()
    claims = harbour.claims().assign(negated=True, hedged=True)
    html = show_table(claims)._repr_html_()
    path = folder / "claims.html"
    cell = f'<!doctype html><meta charset=utf-8><div style="width:1180px">{html}</div>'
    path.write_text(cell, encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector(".dt-column-title")
    wide, room = page.evaluate(
        "() => {const t = document.querySelector('.dt-layout-table');"
        " return [t.scrollWidth, t.clientWidth]}"
    )
    assert wide <= room
