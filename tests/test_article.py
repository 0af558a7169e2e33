"""Loading an article: where it is found, what it is called, and every kind of bad input."""

from __future__ import annotations

import datetime as dt
import os
import warnings
from pathlib import Path

import newsread
import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsread import ARTICLES, Article, find_dates, load_article
from newsread.ids import LONGEST, UNSAFE, pasted_id, safe_id, web_id
from newsread.tables import make_table

DAY = dt.date(2023, 9, 19)
BODY = "The council of the harbour town met on Monday.\n\nThe mayor promised an answer."


@pytest.fixture
def file(tmp_path):
    def write(content: str | bytes, name: str = "ferry.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


TABLE = make_table("claims", [])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (
            lambda: newsread.find_actors("hospital"),
            "name 'hospital'.*load_article\\(\"hospital\"\\)",
        ),
        (lambda: newsread.find_actors("First line.\nSecond."), "not the text 'First line"),
        (lambda: newsread.find_mentions("hospital", TABLE), "an article is needed first"),
        (lambda: newsread.find_claims("hospital", TABLE), "an article is needed first"),
        (lambda: newsread.find_dates(TABLE), "not a table"),
        (lambda: newsread.find_stances(None, TABLE, TABLE), "not None"),
        (lambda: newsread.read_tables("hospital"), "an article is needed first"),
        (lambda: newsread.word_frequencies("hospital"), "an article is needed first"),
        (lambda: newsread.collocations("hospital"), "an article is needed first"),
        (lambda: newsread.find_words("hospital", "bed"), "an article is needed first"),
        (lambda: newsread.concordance("hospital", "bed"), "an article is needed first"),
        (lambda: newsread.corrections("hospital"), "an article is needed first"),
        (lambda: newsread.save_report("hospital"), "an article is needed first"),
        (lambda: newsread.save_everything(3), "not int"),
        (lambda: newsread.save_tables("hospital", claims=TABLE), "an article is needed first"),
        (lambda: newsread.show_article(TABLE), "not a table"),
        (lambda: newsread.save_figure("x", "claims"), "a chart is needed first, not 'x'"),
    ],
)
def test_what_is_no_article_is_answered_with_what_to_type(call, says):
    with pytest.raises(TypeError, match=says):
        call()


def test_a_mistyped_name_is_answered_with_the_likeliest():
    name = sorted(ARTICLES.glob("*.txt"))[0].stem
    with pytest.raises(FileNotFoundError, match=f"Did you mean '{name}'"):
        load_article(name.replace("a", "aa", 1))


# ---------------------------------------------------------------- where it is found
def test_an_article_of_the_project_by_name():
    path = sorted(ARTICLES.glob("*.txt"))[0]
    by_name, by_file, by_path = (load_article(n) for n in (path.stem, path.name, path))
    assert by_name == by_file == by_path
    assert by_name.id == path.stem
    assert (by_name.date, by_name.date_from) == (by_name.date, "header")
    assert by_name.text in path.read_text(encoding="utf-8")


def test_an_article_by_its_path(file):
    for path in (file(BODY), str(file(BODY))):
        article = load_article(path)
        assert (article.id, article.text, article.title) == ("ferry", BODY, "")
        assert (article.date, article.date_from, article.found_in) == (None, "missing", {})


def test_a_pasted_text():
    assert load_article(BODY) == load_article(text=BODY)
    assert load_article(text="The mayor left.").text == "The mayor left."
    long_line = "The mayor promised an answer. " * 20
    assert load_article(long_line).text == long_line
    article = load_article(f"title: A ferry\ndate: 2023-09-19\n\n{BODY}", outlet="Courier")
    assert (article.title, article.date, article.outlet) == ("A ferry", DAY, "Courier")
    assert article.found_in == {"title": "header", "date": "header", "outlet": "given"}
    assert article.id.startswith("pasted-a-ferry-")
    assert load_article(text=BODY, id="my-ferry").id == "my-ferry"


def test_a_name_in_two_forms_must_be_written_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("newsread.article.ARTICLES", tmp_path)
    for ending in (".txt", ".md"):
        (tmp_path / f"ferry{ending}").write_text(BODY, encoding="utf-8")
    with pytest.raises(
        ValueError, match=r"ferry\.txt and ferry\.md .*load_article\('ferry\.txt'\)"
    ):
        load_article("ferry")
    assert load_article("ferry.md").text == BODY


@pytest.mark.parametrize("name", ["ferry.md", "ferry", "ferry.TXT", "ferry.unknown"])
def test_text_with_any_ending_is_text(file, name):
    article = load_article(file(BODY, name))
    assert (article.text, article.id) == (BODY, "ferry")


@pytest.mark.parametrize(
    "content, title",
    [
        (f"# A ferry, or none\n\n{BODY}", "A ferry, or none"),
        (f"\n# A ferry #\r\ndate: 2023-09-19\n{BODY}", "A ferry"),
        (f"# A ferry\ntitle: Another\n\n{BODY}", "Another"),
        (f"## Not the title\n\n{BODY}", ""),
    ],
)
def test_the_heading_of_a_markdown_text_is_its_title(file, content, title):
    article = load_article(file(content, "ferry.md"))
    assert article.title == title
    assert article.text.endswith(BODY)
    assert ("#" in article.text) == (not title)
    assert article.found_in.get("title") == ("header" if title else None)
    assert load_article(file(content, "ferry.txt")).text.lstrip().startswith("#")


# ---------------------------------------------------------------- what is said about it
def test_what_the_caller_says_goes_before_the_header(file):
    path = file(f"title: Header\ndate: 2020-01-01\nauthor: Jo Field\n\n{BODY}")
    for date in ("2023-09-19", DAY, dt.datetime(2023, 9, 19, 12)):
        article = load_article(path, date=date, title="Given", author="A. Thorpe", url="http://x")
        assert (article.title, article.date, article.date_from) == ("Given", DAY, "given")
        assert (article.author, article.url) == ("A. Thorpe", "http://x")
    assert load_article(path).author == "Jo Field"


def test_the_header_goes_before_the_file_name(file):
    path = file(f"date: 2020-01-01\n{BODY}", "2023-09-19-ferry.txt")
    assert load_article(path).date_from == "header"
    path = file(BODY, "2023-09-19-ferry.txt")
    assert (load_article(path).date, load_article(path).date_from) == (DAY, "file name")


def test_the_text_is_the_letters_of_the_file_from_the_body_on(file):
    text = "  An odd\tline \r\nwith\u200b  spaces\xa0in it.  \r\n\r\n  Another one.\n "
    assert load_article(file(text)).text == text
    assert load_article(file(f"title: x\r\n{text}")).text == text


def test_an_article_made_by_hand_has_a_given_date():
    assert Article(id="x", text="y", date=DAY).date_from == "given"
    assert Article(id="x", text="y").date_from == "missing"
    assert repr(Article(id="x", text="a b", date=DAY)) == "Article('x', 2023-09-19, 2 words)"


# ---------------------------------------------------------------- bad input
def refused(what, error, says, **more):
    with pytest.raises(error, match=says):
        load_article(what, **more)


def test_a_missing_file_is_named_and_what_to_type(tmp_path):
    says = r"no article 'nowhere'.*In data/articles/ there are: .*load_article\("
    refused("nowhere", FileNotFoundError, says)
    refused(tmp_path / "nowhere.txt", FileNotFoundError, "nowhere.txt")
    refused("\0", FileNotFoundError, "no such file")
    refused("x" * 255, FileNotFoundError, "no such file")


def test_a_folder_is_named(tmp_path):
    refused(tmp_path, ValueError, r"is a folder, not an article.*article\.txt")


@pytest.mark.parametrize("content", ["", "\n \t\r\n", "\ufeff", b"\xff\xfe"], ids=repr)
def test_an_empty_file_is_named(file, content):
    refused(file(content), ValueError, r"ferry\.txt is empty")


@pytest.mark.parametrize("text", ["", " \n \n "])
def test_an_empty_text_is_said(text):
    with pytest.raises(ValueError, match="the pasted text is empty"):
        load_article(text=text)


def test_a_header_without_an_article_is_said(file):
    refused(file("title: A ferry\ndate: 2023-09-19\n"), ValueError, "no article text below it")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_named(file):
    path = file(BODY)
    path.chmod(0)
    refused(path, ValueError, "cannot be read: Permission denied")


def test_an_unreadable_device_is_named(file, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda self: (_ for _ in ()).throw(OSError(5, "I/O")))
    refused(file(BODY), ValueError, r"ferry\.txt cannot be read: I/O")


@pytest.mark.parametrize(
    "content, says",
    [
        (b"%PDF-1.4 ...", r"looks like a PDF\. Save it with the ending \.pdf"),
        (b"<!doctype html><p>x", r"web page \(HTML\)\. Save it with the ending \.html"),
        (b"MZ\x90\x00\x03\x00", "byte 3 is zero, as in a binary file"),
        ("Café ".encode() * 9 + b"\xe9 Caf\xc3\xa9", "damaged: .*byte 54"),
    ],
    ids=["PDF", "HTML", "binary", "damaged"],
)
def test_what_is_no_text_says_what_it_looks_like(file, content, says):
    refused(file(content), ValueError, rf"ferry\.txt.*{says}")


def test_another_encoding_is_read_and_said(file):
    with pytest.warns(UserWarning, match=r"ferry\.txt is not UTF-8 \(byte 3\); read as cp1252"):
        assert load_article(file("Café “Sea” shut.".encode("cp1252"))).text == "Café “Sea” shut."


def test_an_impossible_date_names_its_line(file):
    path = file(f"title: x\ndate: 2023-02-30\n{BODY}")
    refused(path, ValueError, r"ferry\.txt, line 2 of the header: there is no day '2023-02-30'")
    refused(file(f" date 2023-02-30 {BODY}"), ValueError, r"ferry\.txt, line 1 of the header")
    refused(file(BODY), ValueError, "date=: there is no day '2023-02-30'", date="2023-02-30")


def test_two_articles_at_once_are_refused():
    refused("ferry", ValueError, "not both", text=BODY)
    with pytest.raises(ValueError, match="nothing to load"):
        load_article()


def test_an_id_that_is_no_file_name_is_refused():
    refused(BODY, ValueError, r"id='a/b' cannot be a file name.*id='a-b-", id="a/b")


def test_an_article_without_a_date_reads_and_says_so():
    dates = find_dates(load_article(text="The mayor left on Tuesday. She returned in May 2020."))
    assert dates["first_day"].tolist() == ["", "2020-05-01"]
    assert dates["anchor"].tolist()[0] == ""


def test_what_is_not_english_is_read_with_a_warning():
    german = "Der Bürgermeister sagte am Montag, dass die Fähre im Sommer nicht fahren werde. " * 5
    with pytest.warns(UserWarning, match="does not look like English"):
        assert len(load_article(text=german).sentences)


def test_english_is_read_without_one(seed):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(Article(id="x", text=seed.text).sentences) > 10


def test_five_megabytes_load(file):
    text = "The mayor of the harbour town spoke. " * 150_000
    article = load_article(file(text))
    assert len(article.text) > 5_000_000
    assert len(article.paragraph_spans) == 1


def test_markup_is_only_letters(file):
    text = "The <script>alert(1)</script> *mayor* said $x$ & left. " * 3
    assert load_article(file(text)).text == text


# ---------------------------------------------------------------- what it is filed under
@pytest.mark.parametrize(
    "name",
    ["ferry", "2023-09-19-ferry", "Fähre", "a b", "über_uns.2", "récit-d’été", "قول", "a'b"],
)
def test_a_good_file_name_is_an_id_as_it_is(name):
    assert safe_id(name) == name


@pytest.mark.parametrize(
    "name",
    ["a/b", "a\\b", "..", "", "a:b", "con", "NUL.x", "a\nb", "a\u202eb", ".a", "a.", "x" * 300],
)
def test_others_are_changed_and_stay_apart(name):
    changed = safe_id(name)
    assert changed != name
    assert safe_id(changed) == changed


@given(st.text())
def test_any_name_becomes_a_safe_one(name):
    changed = safe_id(name)
    assert not UNSAFE.search(changed)
    assert changed.strip(" .") == changed != ""
    assert len(changed) <= LONGEST + 7
    assert safe_id(changed) == changed


def test_ids_of_pasted_texts_and_pages_tell_them_apart():
    assert pasted_id(BODY) == pasted_id(BODY + "\n\nMore.") != pasted_id("Another line")
    ids = {
        web_id(f"https://www.x.org/news/{page}") for page in ("a-b.html", "a-b.html?p=2", "c", "")
    }
    assert len(ids) == 4
    assert all(name.startswith("x.org") and safe_id(name) == name for name in ids)


def test_odd_characters_in_a_file_name(tmp_path):
    path = tmp_path / "what? a:ferry\u202e.txt"
    path.write_text(BODY, encoding="utf-8")
    assert load_article(path).id.startswith("what- a-ferry-")
