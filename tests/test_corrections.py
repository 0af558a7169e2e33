"""Corrections: written, applied at every later run, undone, and never silently lost."""

from __future__ import annotations

import csv
import gc
import io
import multiprocessing
import re
import shutil
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsread import (
    Article,
    add,
    correct,
    corrections,
    drop,
    find_actors,
    find_claims,
    find_dates,
    find_mentions,
    find_stances,
    load_article,
    merge_actors,
    paths,
    split_actor,
)
from newsread.errata.applying import RUNS
from newsread.errata.days import days_of, type_of
from newsread.errata.lines import COLUMNS, TABLES, Line, change_lines, corrections_file, read_lines
from newsread.errata.people import _counted
from newsread.errata.places import DoesNotFit, find_place, find_words, shifted
from newsread.errata.rows import Actors, stretches
from newsread.errata.rules import KEYS, RULES, rule_for, written
from newsread.tables import COLUMNS as TABLE_COLUMNS
from test_flow import check_rows
from test_flow import check_spans as check_article_spans

TEXT = """Norway condemned the plan on Monday. Oslo said that it was a mistake.

The mayor, Anne Thorpe, denied that the library would close. "We will keep it open," Thorpe said.

Critics claimed that Norway wanted the land. Sweden praised Norway for the decision."""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder of corrections for each test."""
    monkeypatch.setattr(paths, "CORRECTIONS", tmp_path / "corrections")
    return tmp_path / "corrections"


@pytest.fixture(scope="session")
def parsed():
    return Article(id="ashby", text=TEXT).parse


@pytest.fixture
def article(parsed):
    article = Article(id="ashby", text=TEXT)
    article.__dict__["parse"] = parsed
    return article


def read(article):
    """Every table, as at a later run."""
    actors = find_actors(article)
    mentions = find_mentions(article, actors)
    claims = find_claims(article, mentions)
    dates = find_dates(article, claims)
    return {
        "actors": actors,
        "mentions": mentions,
        "claims": claims,
        "dates": dates,
        "stances": find_stances(article, mentions, claims),
    }


def row_of(table: pd.DataFrame, column: str, value: str) -> pd.Series:
    found = table[table[column] == value]
    assert len(found) == 1, table[[column]]
    return found.iloc[0]


def edit(change) -> None:
    """What a person does with the file in an editor."""
    file = corrections_file("ashby")
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def check_spans(article, tables) -> None:
    for name, table in tables.items():
        assert list(table.columns) == list(TABLE_COLUMNS[name])
        for row in table.itertuples():
            assert article.text[row.start : row.end] == row.text


# ---------------------------------------------------------------- setting, dropping, adding
def test_a_value_set_is_there_at_once_and_at_every_later_run(article):
    claims = read(article)["claims"]
    denied = row_of(claims, "cue", "denied")
    for table in (
        correct(claims, denied, source="Anne Thorpe", negated=True, note="the name is enough"),
        read(article)["claims"],
    ):
        row = row_of(table, "cue", "denied")
        assert (row["source"], row["source_actor"], row["negated"]) == (
            "Anne Thorpe",
            "Anne Thorpe",
            True,
        )
        assert row["corrected"] == "negated (reader), source (reader)"
    assert row["source_spans"] == f"{TEXT.index('Anne')}-{TEXT.index(', denied')}"
    check_spans(article, read(article))


@pytest.mark.parametrize(
    "which",
    [
        lambda table: table.iloc[1],
        lambda table: table.iloc[[1]],
        lambda table: table.iloc[1].to_dict(),
        lambda table: list(table.itertuples())[1],
        lambda table: table.index[1],
        lambda table: table["claim_id"].iloc[1],
        lambda table: table[["source", "cue"]].iloc[1],
    ],
    ids=["Series", "DataFrame", "dict", "itertuples", "label", "id", "some columns"],
)
def test_a_row_may_be_named_in_many_ways(article, which):
    claims = read(article)["claims"]
    assert correct(claims, which(claims), quoted="part")["quoted"].tolist()[1] == "part"


def test_a_filtered_table_keeps_its_labels(article):
    claims = read(article)["claims"]
    some = claims[claims["cue"] != "condemned"]
    result = correct(some, some.index[-1], quoted="part")
    assert list(result.index) == list(some.index)
    assert result["quoted"].iloc[-1] == "part"


def test_a_row_dropped_stays_away(article):
    claims = read(article)["claims"]
    dropped = drop(claims, row_of(claims, "cue", "denied"), note="no claim")
    assert "denied" not in set(dropped["cue"])
    assert "denied" not in set(read(article)["claims"]["cue"])
    assert len(dropped) == len(claims) - 1


def test_a_row_added_comes_back_in_its_place(article):
    claims = read(article)["claims"]
    words = {"source": "Norway", "cue": "wanted", "content": "the land"}
    for table in (add(claims, "Norway wanted the land", **words), read(article)["claims"]):
        row = row_of(table, "cue", "wanted")
        assert row["text"] == "Norway wanted the land"
        assert row["source_actor"] == row["source_side"] == "Norway"
        assert row["cue_lemma"] == "want"
        assert row["corrected"] == "added (reader)"
        assert table["start"].is_monotonic_increasing
        assert table["claim_id"].is_unique
    changed = correct(table, row, negated=True)
    assert row_of(changed, "cue", "wanted")["corrected"] == "added (reader), negated (reader)"
    assert row_of(read(article)["claims"], "cue", "wanted")["negated"]
    assert "wanted" not in set(drop(changed, row)["cue"])
    assert "wanted" not in set(read(article)["claims"]["cue"])


def test_the_second_occurrence_is_meant_where_it_is_asked_for(article):
    dates = read(article)["dates"]
    with pytest.raises(ValueError, match="occurrence=1 to 3"):
        add(dates, "Norway", occurrence=4, type="DATE", value="2020")
    table = add(dates, "Norway", occurrence=2, type="DATE", value="2020-02", note="a test")
    row = row_of(table, "text", "Norway")
    assert row["start"] == TEXT.index("Norway wanted")
    assert (row["first_day"], row["last_day"]) == ("2020-02-01", "2020-02-29")


def test_an_empty_table_takes_rows(article):
    read(article)
    empty = read(article)["stances"].iloc[:0]
    with pytest.raises(ValueError, match="article="):
        add(empty, "condemned", holder="Norway", target="Sweden", polarity=-1)
    table = add(empty, "condemned", article=article, holder="Norway", target="Sweden", polarity=-1)
    assert table[["holder", "holder_side", "polarity", "strength"]].to_dict("records") == [
        {"holder": "Norway", "holder_side": "Norway", "polarity": -1, "strength": 1.0}
    ]


def test_a_correction_made_again_replaces_the_first(article):
    claims = read(article)["claims"]
    correct(claims, "c1", quoted="part")
    correct(claims, "c1", quoted="whole")
    assert corrections(article)["value"].tolist() == ["whole"]


def test_a_line_deleted_is_a_correction_undone(article):
    before = read(article)["claims"]
    drop(correct(before, "c1", quoted="whole"), "c2")
    edit(lambda text: text.splitlines()[0] + "\n")
    pd.testing.assert_frame_equal(read(article)["claims"], before)


# ---------------------------------------------------------------- actors and mentions
def test_merged_actors_stay_one_in_every_table(article):
    tables = read(article)
    actors = merge_actors(tables["actors"], "Norway", "Sweden", note="a test")
    assert "Sweden" not in set(actors["actor"])
    norway = row_of(actors, "actor", "Norway")
    assert norway["corrected"] == "merged with Sweden (reader)"
    assert "Sweden ×1" in norway["aliases"]
    tables = read(article)
    theirs = tables["mentions"][tables["mentions"]["actor"] == "Norway"]
    assert "Sweden" in set(theirs["text"])
    assert norway["n_mentions"] == len(theirs)
    assert "Sweden" not in {*tables["stances"]["holder"], *tables["claims"]["source_actor"]}
    check_spans(article, tables)


def test_an_actor_split_off_takes_its_names_along(article):
    actors = split_actor(read(article)["actors"], "Norway", "Oslo")
    oslo = row_of(actors, "actor", "Oslo")
    assert oslo["corrected"] == "split from Norway (reader)"
    assert "Oslo" not in row_of(actors, "actor", "Norway")["aliases"]
    tables = read(article)
    assert row_of(tables["mentions"], "text", "Oslo")["actor"] == "Oslo"
    assert row_of(tables["claims"], "source", "Oslo")["source_actor"] == "Oslo"


def test_rows_of_mentions_may_be_split_off(article):
    tables = read(article)
    mentions = tables["mentions"]
    last = mentions[(mentions["text"] == "Norway") & (mentions["start"] > 200)]
    actors = split_actor(tables["actors"], "Norway", "Norway (team)", last)
    assert row_of(actors, "actor", "Norway (team)")["n_mentions"] == len(last) > 0


def test_an_actor_renamed_is_renamed_everywhere(article):
    actors = correct(read(article)["actors"], "Anne Thorpe", actor="A. Thorpe", side="Ashby")
    assert row_of(actors, "actor", "A. Thorpe")["side"] == "Ashby"
    correct(actors, "A. Thorpe", kind="other")
    tables = read(article)
    assert row_of(tables["actors"], "actor", "A. Thorpe")["kind"] == "other"
    assert "Anne Thorpe" not in set(tables["mentions"]["actor"])
    assert row_of(tables["mentions"], "text", "Anne Thorpe")["side"] == "Ashby"


def test_an_actor_added_is_mentioned_where_its_words_stand(article):
    add(read(article)["actors"], "Critics", kind="group")
    tables = read(article)
    assert row_of(tables["actors"], "actor", "Critics")["kind"] == "group"
    assert row_of(tables["claims"], "source", "Critics")["source_actor"] == "Critics"
    check_spans(article, tables)


def test_an_actor_dropped_is_nobody(article):
    tables = read(article)
    drop(tables["actors"], "Sweden")
    tables = read(article)
    assert "Sweden" not in {*tables["actors"]["actor"], *tables["mentions"]["actor"]}


def test_a_mention_given_to_another_actor_counts_for_it(article):
    tables = read(article)
    before = row_of(tables["actors"], "actor", "Sweden")["n_mentions"]
    oslo = row_of(tables["mentions"], "text", "Oslo")
    mentions = correct(tables["mentions"], oslo, actor="Sweden")
    assert row_of(mentions, "text", "Oslo")["side"] == "Sweden"
    tables = read(article)
    assert row_of(tables["actors"], "actor", "Sweden")["n_mentions"] == before + 1
    assert row_of(tables["claims"], "source", "Oslo")["source_actor"] == "Sweden"


def test_counts_of_actors_agree_with_the_mentions(article):
    tables = read(article)
    merge_actors(tables["actors"], "Norway", "Sweden")
    split_actor(tables["actors"], "Norway", "Oslo")
    drop(tables["mentions"], row_of(tables["mentions"], "text", "Anne Thorpe"))
    tables = read(article)
    counted = tables["mentions"]["actor"].value_counts().drop("", errors="ignore").to_dict()
    assert dict(zip(tables["actors"]["actor"], tables["actors"]["n_mentions"], strict=True)) == (
        counted
    )


def test_actors_merged_both_ways_are_an_error(article):
    actors = read(article)["actors"]
    merge_actors(actors, "Norway", "Sweden")
    with pytest.raises(ValueError, match="one actor already: 'Norway'"):
        merge_actors(find_actors(article), "Sweden", "Norway")
    with pytest.raises(ValueError, match="already merged"):
        merge_actors(actors, "Sweden", "Norway")


def test_merged_actors_keep_all_their_aliases_and_are_resolved(article):
    actors = merge_actors(read(article)["actors"], "Norway", "Sweden")
    norway = row_of(actors, "actor", "Norway")
    counts = Counter(
        text for text in find_mentions(article, actors).query("actor == 'Norway'")["text"]
    )
    aliases = dict(part.rsplit(" ×", 1) for part in norway["aliases"].split("; "))
    assert {"Norway", "Oslo", "Sweden"} <= aliases.keys()
    assert all(int(n) == counts[alias] for alias, n in aliases.items())
    assert norway["resolved"]


@pytest.mark.parametrize(
    "mentions, listed, aliases",
    [
        ("name:Elm Trust description:the trust pronoun:it", ["the trust"], "Elm Trust the trust"),
        ("name:Elm Trust description:the trust pronoun:it", [], "Elm Trust"),
        ("description:the trust pronoun:it pronoun:it", [], "the trust"),
        ("pronoun:they pronoun:their", [], ""),
    ],
)
def test_aliases_are_names_and_descriptions(mentions, listed, aliases):
    its = [
        {"form": form, "text": text, "article_id": "x", "sentence_id": 0, "start": 0, "end": 1}
        for form, text in re.findall(r"(\w+):([\w ]+?)(?= \w+:|$)", mentions)
    ]
    told = re.findall(r"([\w ]+) ×1(?:; )?", _counted(its, set(listed))["aliases"])
    assert " ".join(told) == aliases


def test_actors_show_that_their_mentions_were_corrected(article):
    tables = read(article)
    oslo = row_of(tables["mentions"], "text", "Oslo")
    correct(tables["mentions"], oslo, actor="Sweden", by="Ada")
    corrected = find_actors(article).set_index("actor")["corrected"]
    assert corrected["Sweden"] == "mentions (Ada)"
    assert corrected["Norway"].startswith("mentions (")
    assert corrected["Anne Thorpe"] == ""


def test_an_alias_is_as_good_as_the_name(article):
    tables = read(article)
    assert row_of(correct(tables["actors"], "Oslo", kind="group"), "actor", "Norway")["kind"]
    claims = correct(tables["claims"], "c1", source_actor="the oslo")
    assert claims["source_actor"].iloc[0] == "Norway"
    actors = merge_actors(read(article)["actors"], "Sweden", "Oslo")
    assert "Norway" not in set(actors["actor"])
    with pytest.raises(ValueError, match="Did you mean 'Sweden'"):
        split_actor(actors, "Sweeden", "Norway")


def test_who_goes_by_an_alias_of_two_is_asked():
    actors = Actors({"Elm Trust": "", "Oak Trust": ""}, None, [("the trust", "Elm Trust")])
    assert actors.called("The trust") == ["Elm Trust"]
    actors = Actors({"Elm": "", "Oak": ""}, None, [("the trust", "Elm"), ("trust", "Oak")])
    assert actors.called("a trust") == ["Elm", "Oak"]
    assert actors.called("Ash") == []


def test_a_corrected_source_is_the_actor_of_that_name_where_no_mention_stands(article):
    tables = read(article)
    mentions = tables["mentions"]
    wanted = TEXT.index("Norway wanted")
    mentions = drop(mentions, mentions[mentions["start"] == wanted])
    claims = find_claims(article, mentions)
    claims = correct(claims, row_of(claims, "cue", "claimed"), source="Norway")
    row = row_of(claims, "cue", "claimed")
    assert row["source_spans"].startswith(f"{wanted}-")
    assert (row["source_actor"], row["source_side"]) == ("Norway", "Norway")


def test_an_added_claim_stands_in_text_order_also_where_a_source_stands_far_before(article):
    claims = read(article)["claims"]
    last = claims["cue"] == "praised"
    end = int(claims.loc[last, "end"].iloc[0])
    claims.loc[last, ["start", "text"]] = 0, TEXT[:end]
    words = {"source": "Norway", "cue": "wanted", "content": "the land"}
    cues = add(claims, "Norway wanted the land", **words)["cue"].tolist()
    assert cues[-3:] == ["claimed", "wanted", "praised"]


def test_of_words_that_stand_often_the_nearest_to_the_cue_are_meant():
    text = "Ann left. Ann, a nurse, said no; the rest, like Ann, stayed. Ann went. Ann slept."
    cue = (text.index("said"), text.index("said") + 4)
    sentence = (text.index("Ann, a"), text.index(" Ann went"))
    assert find_words(text, "Ann", cue, sentence) == (10, 13)
    assert find_words(text, "slept", cue, sentence) == (len(text) - 6, len(text) - 1)
    assert find_words(text, "Bob", cue, sentence) is None
    # without a cue: in the row, else nearest to it
    assert find_words(text, "Ann", (60, len(text)))[0] == text.index("Ann went")


def test_a_speaker_is_looked_for_near_the_cue(article):
    claims = read(article)["claims"]
    row = row_of(claims, "cue", "claimed").to_dict() | {"start": 0}
    spans = stretches("claims", "source", row, article)
    assert [TEXT[slice(*span)].split()[0] for span in spans] == [
        "claimed", "Critics", "Critics", "Norway",
    ]  # fmt: skip
    assert stretches("claims", "content", row, article) == [(0, row["end"])]


# ---------------------------------------------------------------- what cannot be
@pytest.mark.parametrize(
    "columns, says",
    [
        ({"act": "sing"}, "act='sing': it can be "),
        ({"quoted": "half"}, "none, part, whole"),
        ({"negated": "maybe"}, "True or False"),
        ({"source": "Bergen"}, "the article does not say 'Bergen'.*source_actor"),
        ({"source_actor": "Bergen"}, "no such actor. There are: .*Norway"),
        ({"start": 3}, "drop the row, and add another"),
        ({"cue": "said"}, "drop the row, and add another"),
        ({"source_side": "Norway"}, "follows from source_actor"),
        ({"confidence": 1}, "counts or writes it itself"),
        ({"speaker": "Norway"}, "no such column. In claims these can: source"),
        ({"sorce": "Norway"}, "Did you mean 'source'"),
        ({}, "say what is right"),
    ],
    ids=str,
)
def test_impossible_values_are_refused_and_nothing_is_written(article, folder, columns, says):
    claims = read(article)["claims"]
    with pytest.raises(ValueError, match=says):
        correct(claims, "c1", **columns)
    assert not folder.exists()


@pytest.mark.parametrize(
    "table, column, value, says",
    [
        ("dates", "first_day", "2023-02-30", "YYYY-MM-DD"),
        ("dates", "value", "last week", "TIMEX3"),
        ("dates", "value", "2023-02-30", "no such day in the calendar"),
        ("dates", "value", "2023-W60", "no such day in the calendar"),
        ("stances", "strength", "1.2", "from 0 to 1"),
        ("stances", "polarity", "2", "-1, 0, 1"),
        ("actors", "kind", "team", "person, organization"),
        ("actors", "actor", " ", "needs a name"),
        ("mentions", "kind", "person", "correct\\(actors"),
    ],
)
def test_every_column_says_what_it_takes(table, column, value, says):
    with pytest.raises(ValueError, match=says):
        written(table, column, value)


def test_rows_that_are_not_there_are_refused(article):
    claims = read(article)["claims"]
    with pytest.raises(ValueError, match="no row claim_id 'c99'; there are: c1"):
        correct(claims, "c99", quoted="none")
    with pytest.raises(ValueError, match="no row 99; there are: 0, 1, 2"):
        correct(claims, 99, quoted="none")
    with pytest.raises(ValueError, match="one row at a time"):
        drop(claims, claims)
    with pytest.raises(ValueError, match="give the whole table"):
        drop(claims[["source", "cue"]], 1)
    with pytest.raises(TypeError, match="the table goes first"):
        drop("claims", 1)
    with pytest.raises(ValueError, match="rows mention_id 'm1': give the row itself"):
        drop(read(article)["mentions"].assign(mention_id="m1"), "m1")


def test_what_is_there_already_is_not_added(article):
    tables = read(article)
    with pytest.raises(ValueError, match=r"already .'Monday'.: correct it"):
        add(tables["dates"], "Monday", type="DATE", value="2020")
    with pytest.raises(ValueError, match=r"already .'Norway'"):
        add(tables["actors"], "Norway")


def test_notes_on_articles_that_are_gone_are_dropped(parsed):
    some = Article(id="gone", text=TEXT)
    some.__dict__["parse"] = parsed
    find_actors(some)
    assert "gone" in RUNS
    del some
    gc.collect()
    assert "gone" not in RUNS


def test_a_table_of_another_text_is_refused(article):
    claims = read(article)["claims"]
    other = claims.assign(article_id="elsewhere")
    with pytest.raises(ValueError, match="is not loaded"):
        correct(other, "c1", quoted="none")


def test_every_column_with_a_rule_is_a_column_of_its_table():
    for table, rules in RULES.items():
        assert set(rules) <= set(TABLE_COLUMNS[table])
        assert set(KEYS[table]) <= set(TABLE_COLUMNS[table])
        for column in set(TABLE_COLUMNS[table]) - set(rules):
            with pytest.raises(ValueError, match="cannot be corrected"):
                rule_for(table, column)


# ---------------------------------------------------------------- an article that changed
def changed_to(text: str) -> Article:
    return Article(id="ashby", text=text)


def test_words_that_moved_are_found_again(article):
    correct(read(article)["claims"], "c1", source="Norway", quoted="part")
    moved = changed_to(f"It rained in Bergen.\n\n{TEXT}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        claims = read(moved)["claims"]
    assert row_of(claims, "cue", "condemned")["quoted"] == "part"
    assert set(corrections(moved)["status"]) == {"applied, text moved by +22"}
    check_spans(moved, read(moved))


@pytest.mark.parametrize(
    "text, says",
    [
        (TEXT.replace("condemned", "welcomed"), "no longer says"),
        (f"Yes. {TEXT[20:]}", "no longer says"),
    ],
)
def test_what_no_longer_fits_is_reported_and_kept(article, text, says):
    correct(read(article)["claims"], "c1", quoted="part", note="kept")
    other = changed_to(text)
    with pytest.warns(UserWarning, match=rf"1 of the corrections of claims .*line 2: .*{says}"):
        claims = read(other)["claims"]
    assert not claims["corrected"].any()
    listed = corrections(other)
    assert listed["status"].str.contains(says).all()
    assert listed["note"].tolist() == ["kept"]
    assert "applied" in set(corrections(article)["status"])


def test_a_row_that_is_no_longer_found_is_reported(article):
    mentions = read(article)["mentions"]
    correct(mentions, row_of(mentions, "text", "Oslo"), actor="Sweden")
    start = TEXT.index("plan")
    edit(
        lambda text: (
            text.replace(f"{TEXT.index('Oslo')},", f"{start},")
            .replace("Oslo", "plan")
            .replace(f"{TEXT.index('Oslo') + 4},", f"{start + 4},")
            .replace(before_of(text), "")
        )
    )
    with pytest.warns(UserWarning, match="no longer"):
        read(article)
    assert corrections(article)["status"].str.contains("no longer fits").all()


def before_of(text: str) -> str:
    return list(csv.reader(io.StringIO(text)))[1][COLUMNS.index("before")]


def line(text, **more):
    start = TEXT.find(text)
    return Line("claims", "set", start, start + len(text), text, **more)


@pytest.mark.parametrize(
    "text, given, place",
    [
        ("Norway is here. Norway is there.", {"text": "Norway"}, None),
        ("Norway is here. Sweden is there.", {"text": "Norway"}, 0),
        ("Norway is here. Norway is there.", {"text": "Norway", "start": 16, "end": 22}, 16),
        ("A Norway is here. Norway is there.", {"text": "Norway", "start": 16, "end": 22}, None),
        (
            "A Norway is here. Norway is there.",
            {"text": "Norway", "start": 16, "end": 22, "before": "A Norway is here."},
            18,
        ),
        ("Norway", {"text": "Sweden"}, None),
    ],
)
def test_places(text, given, place):
    words = Line("claims", "set", given.pop("start", None), given.pop("end", None), **given)
    if place is None:
        with pytest.raises(DoesNotFit):
            find_place(text, words)
    else:
        assert find_place(text, words).start == place


def test_spans_are_shifted():
    assert shifted("3-7 10-12 | 20-21", 5) == "8-12 15-17 | 25-26"


# ---------------------------------------------------------------- the file
def test_the_file_is_plain_sorted_and_has_the_words_in_it(article, folder):
    claims = read(article)["claims"]
    correct(claims, "c2", quoted="part", note="a comma, and\na line break")
    correct(claims, "c1", quoted="part")
    lines = (folder / "ashby.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert lines[1].startswith("claims,set,0,")
    assert len(lines) == 3
    assert "a comma, and a line break" in lines[2]
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "ashby.csv"]


def test_a_line_by_hand_needs_little(article, folder):
    folder.mkdir()
    (folder / "ashby.csv").write_text(
        "table,action,text,column,value\nmentions,set,Oslo,actor,Sweden\n"
        "actors,merge,Sweden,actor,Norway\n",
        encoding="utf-8",
    )
    tables = read(article)
    assert row_of(tables["mentions"], "text", "Oslo")["actor"] == "Norway"
    assert "Sweden" not in set(tables["actors"]["actor"])


GOOD = "table,action,start,end,text,column,value\n"


@pytest.mark.parametrize(
    "text, says",
    [
        (GOOD + "claim,set,0,6,Norway,act,say\n", "line 2: no table 'claim'; there are: actors"),
        (GOOD + "claims,put,0,6,Norway,act,say\n", "line 2: no action 'put'"),
        (GOOD + "claims,set,0,6,Norway,act\n", "line 2: 7 columns expected, 6 found"),
        (GOOD + "\nclaims,set,x,6,Norway,act,say\n", "line 3: start is 'x'"),
        (GOOD + "claims,set,6,6,Norway,act,say\n", "line 2: start and end"),
        (GOOD + "claims,set,,,Norway,,say\n", "line 2: set needs a column"),
        (GOOD + "claims,drop,0,6,,,\n", "line 2: there is no text"),
        (GOOD + "claims,merge,0,6,Norway,actor,x\n", "line 2: merge is for actors"),
        (GOOD + 'claims,set,0,6,"Norway,act,say\n', "line 2: .*quotation mark"),
        (
            GOOD.replace("value", "value,spans") + "claims,set,0,6,Norway,act,say,here\n",
            "line 2: spans must be written as 12-30",
        ),
        (GOOD.replace("text", "words"), "line 1: no column 'words'"),
        ("table,action\nclaims,drop\n", "line 1: the column text is missing"),
        (GOOD.replace(",", ";"), "line 1: .*';'"),
        (
            GOOD + "claims,set,0,6,Norway,act,say\nclaims,set,0,6,Norway,act,deny\n",
            "lines 2 and 3 say different things of 'act'",
        ),
    ],
)
def test_a_broken_file_is_an_error_that_names_the_line(article, folder, text, says):
    folder.mkdir()
    (folder / "ashby.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"corrections/ashby\.csv, {says}"):
        find_actors(article)


def test_a_value_that_cannot_be_is_reported_with_its_line(article, folder):
    folder.mkdir()
    (folder / "ashby.csv").write_text(
        "table,action,text,key,column,value\nactors,set,Sweden,Sweden,kind,team\n",
        encoding="utf-8",
    )
    with pytest.warns(UserWarning, match="line 2: kind='team': it can be person"):
        find_actors(article)


@pytest.mark.parametrize("content", ["", "\n", GOOD, "\ufeff" + GOOD])
def test_a_file_without_lines_says_nothing(article, folder, content):
    folder.mkdir()
    (folder / "ashby.csv").write_text(content, encoding="utf-8")
    assert corrections(article).empty
    assert list(corrections(article).columns)[-2:] == ["line", "status"]


def test_cells_are_no_formulas_and_come_back_as_they_were(folder):
    tricky = Line("claims", "drop", 0, 4, "=1+1", note="-1", value="'@x", before="\t")
    change_lines("x", lambda lines: [tricky])
    assert "'=1+1" in corrections_file("x").read_text(encoding="utf-8")
    assert read_lines("x") == [tricky]


words = st.text(max_size=30)
lines = st.builds(
    lambda table, action, place, text, *rest: Line(
        table, action, place and place[0], place and place[0] + place[1], text, *rest
    ),
    st.sampled_from(["claims", "dates", "mentions"]),
    st.sampled_from(["set", "drop", "add"]),
    st.none() | st.tuples(st.integers(0, 10**9), st.integers(1, 1000)),
    st.text(min_size=1, max_size=60),
    words,
    st.sampled_from(["act", "tone"]),
    words,
    st.sampled_from(["", "3-12", "3-12 15-20"]),
    *[words] * 4,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(lines, max_size=5, unique_by=lambda line: line.about))
def test_any_line_comes_back_from_the_file_as_it_was(tmp_path_factory, some):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("lines")
        patch.setattr(paths, "CORRECTIONS", folder)
        change_lines("any", lambda before: some)
        assert set(read_lines("any")) == set(some)
        assert (folder / "any.csv").exists() == bool(some)
        shutil.rmtree(folder)


def test_an_id_never_leaves_the_folder(folder):
    change_lines("../../outside", lambda lines: [line("Norway", column="act")])
    assert [path.parent for path in folder.glob("*.csv")] == [folder]


def _write_many(folder, who):
    paths.CORRECTIONS = folder
    for number in range(20):
        new = Line("claims", "drop", number, number + 1, "x", by=who, key=who)
        change_lines("both", lambda lines, new=new: [*lines, new])


def test_two_programs_at_once_lose_nothing(folder):
    spawn = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    both = [spawn.Process(target=_write_many, args=(folder, who)) for who in "ab"]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert len(read_lines("both")) == 40


def test_a_lock_of_a_program_that_died_holds_nobody_up(folder):
    folder.mkdir()
    code = (
        "import os, pathlib, sys; from newsread import paths; from newsread.errata import lines; "
        "paths.CORRECTIONS = pathlib.Path(sys.argv[1]); "
        "lines.change_lines('x', lambda lines: os._exit(3))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert done.returncode == 3
    change_lines("x", lambda lines: [line("Norway", column="act", value="say")])
    assert len(read_lines("x")) == 1


def test_without_a_file_nothing_is_read(article, monkeypatch):
    monkeypatch.setattr("newsread.errata.applying.read_lines", lambda article_id: 1 / 0)
    assert not read(article)["claims"].empty


# ---------------------------------------------------------------- days of a value
@pytest.mark.parametrize(
    "value, first, last, precision",
    [
        ("2023-09-19", "2023-09-19", "2023-09-19", "day"),
        ("2023-09-19TMO", "2023-09-19", "2023-09-19", "part-of-day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-W38", "2023-09-18", "2023-09-24", "week"),
        ("2023-W38-WE", "2023-09-23", "2023-09-24", "weekend"),
        ("2023-Q4", "2023-10-01", "2023-12-31", "quarter"),
        ("2023-H1", "2023-01-01", "2023-06-30", "half"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("P3D", "", "", "none"),
        ("PAST_REF", "", "", "vague"),
    ],
)
def test_days_of_a_value(value, first, last, precision):
    assert days_of(value) == (first, last, precision)


@pytest.mark.parametrize(
    "value, was, kind",
    [
        ("2024-03-15", "TIME", "DATE"),
        ("2024-03-15T16:30", "DATE", "TIME"),
        ("2024-03-15TMO", "DATE", "TIME"),
        ("P3D", "DATE", "DURATION"),
        ("PT2H", "TIME", "DURATION"),
        ("P1W", "SET", "SET"),
        ("XXXX-WXX-2", "SET", "SET"),
        ("PAST_REF", "DURATION", "DATE"),
    ],
)
def test_the_type_follows_from_the_value(value, was, kind):
    assert type_of(value, was) == kind


def test_a_corrected_value_brings_its_type_along(reading):
    dates = find_dates(reading("The council met at 4 p.m. on Monday."))
    dates = correct(dates, dates.index[0], value="2024-03-15")
    assert (dates["type"].iloc[0], dates["first_day"].iloc[0]) == ("DATE", "2024-03-15")
    dates = correct(dates, dates.index[0], value="2024-03-15", type="TIME")
    assert dates["type"].iloc[0] == "TIME"


def test_days_of_the_values_that_find_dates_gives(reading):
    text = (
        "In September 2020, in the 1990s, on 5 March 2024, in 2019, in the summer of 2021 "
        "and in the first quarter of 2022 the council met."
    )
    dates = find_dates(reading(text))
    assert len(dates) == 6
    for row in dates.itertuples():
        assert days_of(row.value) == (row.first_day, row.last_day, row.precision), row.value


# ---------------------------------------------------------------- any file at all
@st.composite
def lines_about(draw, tables):
    """Lines that a confused person might write about these tables."""
    table = draw(st.sampled_from(TABLES))
    action = draw(st.sampled_from(["set", "drop", "add", "merge", "split"]))
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, min(start + 40, len(TEXT))))
    cells = {"start": start, "end": end, "text": TEXT[start:end]}
    rows = tables[table].to_dict("records")
    if rows and draw(st.booleans()):
        cells = draw(st.sampled_from(rows))
    key = draw(st.sampled_from(["", "3-9", "Norway", "Sweden", str(cells.get("cue_spans", ""))]))
    columns = [*TABLE_COLUMNS[table], "cue", "actor", "nonsense"]
    values = [
        "",
        "Norway",
        "Oslo",
        "Sweden",
        "yes",
        "0.5",
        "-1",
        "2020",
        "2020-02-31",
        "say",
        "name",
    ]
    return Line(
        table if action in ("set", "drop", "add") else "actors",
        action,
        *draw(st.sampled_from([(cells["start"], cells["end"]), (None, None), (3, 9)])),
        cells["text"],
        key,
        draw(st.sampled_from(columns)),
        draw(st.sampled_from(values)),
        draw(st.sampled_from(["", "0-6", "900-950"])),
    )


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
@pytest.mark.filterwarnings("ignore:.*no longer fit")
def test_any_lines_are_applied_or_reported_and_spans_stay_true(article, data):
    change_lines("ashby", lambda lines: [])
    some = data.draw(
        st.lists(lines_about(read(article)), max_size=6, unique_by=lambda line: line.about)
    )
    change_lines("ashby", lambda lines: some)
    tables = read(article)
    for name, table in tables.items():
        check_rows(article, name, table)
    assert set(tables["mentions"]["actor"]) <= {*tables["actors"]["actor"], ""}
    assert tables["actors"]["actor"].is_unique
    assert not corrections(article)["status"].str.startswith("not yet read").any()


# ---------------------------------------------------------------- promises about all rows
@pytest.fixture(scope="module")
def council():
    return load_article(Path(__file__).parent / "articles" / "council.txt")


def correct_actors(tables: dict) -> None:
    names = tables["actors"]["actor"].tolist()
    actors = merge_actors(tables["actors"], names[0], names[1])
    correct(actors, names[2], actor="Somebody else", side="Nowhere")


def correct_mentions(tables: dict) -> None:
    mentions = drop(tables["mentions"], tables["mentions"].iloc[-1])
    named = mentions[mentions["actor"] != ""]
    correct(mentions, named.iloc[3], actor=named["actor"].iloc[0])


def correct_claims(tables: dict) -> None:
    claims = drop(tables["claims"], tables["claims"].iloc[0])
    correct(claims, claims.iloc[-1], source=claims["source"].iloc[0], hedged=True)


def correct_dates(tables: dict) -> None:
    dates = drop(tables["dates"], tables["dates"].iloc[0])
    dates = correct(dates, dates.iloc[-1], value="2021-05")
    add(dates, tables["mentions"]["text"].iloc[0], type="DATE", value="2020")


def correct_stances(tables: dict) -> None:
    stances = drop(tables["stances"], tables["stances"].iloc[0])
    correct(stances, stances.iloc[-1], polarity=0, holder="the reporter")


def test_promises_hold_for_corrected_tables(council, whole_flow):
    # Each table is corrected as the corrections of the earlier ones have made it.
    for do in (correct_actors, correct_mentions, correct_claims, correct_dates, correct_stances):
        do(whole_flow(council))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tables = whole_flow(council)
    for name, table in tables.items():
        check_rows(council, name, table)
        assert table["corrected"].ne("").any(), name
    pieces = {part: f"{part}_spans" for part in ("source", "cue", "content")}
    check_article_spans(council, tables["claims"], **pieces)
    assert set(tables["claims"]["parent"]) <= {*tables["claims"]["claim_id"], ""}
    assert set(tables["dates"]["claim_id"]) <= {*tables["claims"]["claim_id"], ""}
    assert set(tables["mentions"]["actor"]) <= {*tables["actors"]["actor"], ""}
    listed = corrections(council)
    assert set(listed["table"]) == set(TABLES)
    assert set(listed["status"]) == {"applied"}
