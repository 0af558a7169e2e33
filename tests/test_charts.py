"""Charts: what is drawn is what the table says, every label legible, no input a crash."""

from __future__ import annotations

import datetime as dt
import logging
import warnings
from itertools import combinations, pairwise

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import newsread
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.container import BarContainer
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from newsread import (
    describe_chart,
    plot_claims,
    plot_cues,
    plot_dispersion,
    plot_mentions,
    plot_stance_course,
    plot_stances,
    plot_timeline,
    plot_voices,
    plot_word_dispersion,
    plot_words,
)
from newsread.charts.every import draw_charts
from newsread.charts.lettering import LONGEST, label
from newsread.charts.palette import ACTS, FORMS, OTHER_ACTS, TONES, VOICES, luminance
from newsread.charts.stances import COLOURS
from newsread.charts.timewords import plain_time
from newsread.tables import make_table

DAY = dt.date(2023, 9, 19)
LONG = [
    "The Organization for the Prohibition of Extremely Long Institutional Names (OPELIN)",
    "Ministry of Foreign Affairs of the Republic of Ruritania and its Overseas Territories",
    "Ministry of Foreign Affairs of the Republic of Ruritania and its Overseas Islands",
]
ODD = [
    "北京市政府 😀",
    "Москва",
    "$PLN$ Inc. {x}_2^3 $",
    "العربية",
    "हिन्दी",
    "a\nb\tc\x07",
    "<b>x</b>",
]
CASTS = {
    "one actor": ["Ruritania"],
    "a few": ["Ruritania", "Freedonia", "the ministry", "officials"],
    "30 actors": [f"Actor number {n}" for n in range(30)],
    "long names": LONG,
    "odd letters": ODD,
    "nobody": [],
}
FORM_CYCLE = ("name", "name", "description", "pronoun")
CUES = (
    ("say", "neutral", "say"),
    ("claim", "distancing", "claim"),
    ("note", "factive", "say"),
    ("condemn", "hostile", "condemn"),
    ("praise", "supportive", "praise"),
    ("deny", "hostile", "deny"),
    ("pledge", "neutral", "pledge"),
    ("demand", "neutral", "demand"),
    ("accuse", "hostile", "accuse"),
)


def sentences(n: int = 20) -> pd.DataFrame:
    rows = (
        {
            "article_id": "a", "sentence_id": i, "paragraph_id": i // 3,
            "start": 100 * i, "end": 100 * i + 99, "text": ("word " * 20)[:99],
        }
        for i in range(n)
    )  # fmt: skip
    return make_table("sentences", rows)


def tables(cast: list[str]) -> dict[str, pd.DataFrame]:
    mentions, claims, stances, dates = [], [], [], []
    for i in range(7 * len(cast)):
        who, other = cast[i * i % len(cast)], cast[(i + 1) % len(cast)]
        sentence, (cue, tone, act) = i * 7 % 20, CUES[i % len(CUES)]
        start = sentence * 100 + i % 50
        span = {"article_id": "a", "sentence_id": sentence, "start": start, "end": start + 9}
        side = ("Ruritania", "Freedonia", "")[i % 3]
        mentions.append(span | {"actor": who, "side": side, "form": FORM_CYCLE[i % 4]})
        claims.append(
            span
            | {
                "claim_id": f"c{i}", "source": who, "source_actor": who, "source_side": side,
                "cue_lemma": cue, "tone": tone, "act": act, "quoted": ("none", "whole")[i % 2],
                "content_spans": f"{start}-{start + 12}",
            }
        )  # fmt: skip
        stances.append(
            span
            | {
                "holder": who, "target": other, "holder_side": side, "polarity": i % 3 - 1,
                "strength": 0.8, "layer": ("act", "content")[i % 2],
            }
        )  # fmt: skip
        day = (dt.date(2023, 1, 1) + dt.timedelta(days=9 * i)).isoformat()
        dates.append(span | {"expression": who, "value": day, "first_day": day, "last_day": day})
    return {
        "mentions": make_table("mentions", mentions),
        "claims": make_table("claims", claims),
        "stances": make_table("stances", stances),
        "dates": make_table("dates", dates),
        "sentences": sentences(),
    }


CHARTS = {
    "mentions": lambda t, **more: plot_mentions(t["mentions"], **more),
    "mentions by side": lambda t, **more: plot_mentions(t["mentions"], by="side", **more),
    "dispersion": lambda t, **more: plot_dispersion(t["mentions"], t["sentences"], **more),
    "claims": lambda t, **more: plot_claims(t["claims"], **more),
    "claims by side": lambda t, **more: plot_claims(t["claims"], by="side", **more),
    "voices": lambda t, **more: plot_voices(t["claims"], t["sentences"], **more),
    "cues": lambda t, **more: plot_cues(t["claims"], by="actor", **more),
    "cues by side": lambda t, **more: plot_cues(t["claims"], **more),
    "timeline": lambda t, **more: plot_timeline(t["dates"], date=DAY, **more),
    "stances": lambda t, **more: plot_stances(t["stances"], **more),
    "stances by side": lambda t, **more: plot_stances(t["stances"], by="side", **more),
    "stance course": lambda t, **more: plot_stance_course(t["stances"], **more),
}


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def letters(ax) -> list[Text]:
    """Every text that can be seen, as it stands after layout."""
    ax.figure.draw_without_rendering()
    inside = [ax.title, ax._left_title, ax.xaxis.label, ax.yaxis.label, *ax.texts]
    inside += ax.get_yticklabels()
    low, high = sorted(ax.get_xlim())
    inside += [
        text
        for x, text in zip(ax.get_xticks(), ax.get_xticklabels(), strict=True)
        if low <= x <= high
    ]
    inside += ax.get_legend().get_texts() if ax.get_legend() else []
    return [text for text in inside if text.get_visible() and text.get_text().strip()]


def test_every_chart_is_among_those_exported():
    drawn = tables(CASTS["a few"]) | {"frequencies": make_table("frequencies", [])}
    exported = {title_of(ax) for _, ax in draw_charts(drawn, DAY)}
    assert exported >= {title_of(chart(drawn)) for chart in CHARTS.values()}


def title_of(ax) -> str:
    plt.close(ax.figure)
    return ax.newsread.title


def test_bars_are_as_long_as_the_counts():
    table = tables(CASTS["a few"])["mentions"]
    ax = plot_mentions(table)
    names = [text.get_text() for text in ax.get_yticklabels()]
    for container in ax.containers:
        assert isinstance(container, BarContainer)
        for name, bar in zip(names, container, strict=True):
            drawn = table[(table["actor"] == name) & (table["form"] == container.get_label())]
            assert bar.get_width() == len(drawn)
    assert {c.get_label() for c in ax.containers} == set(table["form"])


def test_mentions_of_nobody_known_are_counted_but_not_drawn():
    row = {"article_id": "a", "form": "pronoun"}
    ax = plot_mentions(make_table("mentions", [row, row, row | {"actor": "Baltia"}]))
    assert [text.get_text() for text in ax.get_yticklabels()] == ["Baltia"]
    assert "2 of nobody known" in ax.get_xlabel()


def test_rows_beyond_top_are_told():
    ax = plot_claims(tables(CASTS["30 actors"])["claims"], top=5)
    total = sum(bar.get_width() for container in ax.containers for bar in container)
    assert len(ax.get_yticks()) == 5
    assert f"7 more speakers with {210 - total:.0f} claims" in ax.get_xlabel()
    two = [{"article_id": "a", "actor": who, "form": "name"} for who in ("Ann", "Ann", "Bob")]
    ax = plot_mentions(make_table("mentions", two), top=1)
    assert ax.get_xlabel() == "mentions  (not drawn: 1 more actor with 1 mention)"


def test_a_mention_stands_in_its_sentence():
    rows = [{"article_id": "a", "actor": "Baltia", "form": "name", "start": 250, "end": 256}]
    ax = plot_dispersion(make_table("mentions", rows), sentences())
    (mark,) = [line for line in ax.lines if line.get_label() == "name"]
    assert mark.get_xdata()[0] == pytest.approx(3.5, abs=0.02)


def claim(number: int, spans: str, source: str, parent: str = "", quoted: str = "none") -> dict:
    return {
        "article_id": "a", "claim_id": f"c{number}", "parent": parent, "source": source,
        "source_actor": source, "content_spans": spans, "quoted": quoted,
    }  # fmt: skip


def shares(ax) -> dict[str, float]:
    names = [text.get_text() for text in ax.get_yticklabels()]
    totals = dict.fromkeys(names, 0.0)
    for container in ax.containers:
        for name, bar in zip(names, container, strict=True):
            totals[name] += bar.get_width()
    return totals


def test_voices_share_out_every_word_once():
    text = "Ann said Bob claims it rains today . Rain fell ."  # ten words
    article = make_table("sentences", [{"article_id": "a", "end": len(text), "text": text}])
    outer = claim(1, "9-34", "Ann")  # Bob claims it rains today: five words
    inner = claim(2, "20-34", "Bob", parent="c1")
    overlap = claim(3, "23-34", "Cat")
    ax = plot_voices(make_table("claims", [outer, inner, overlap]), article)
    words = len("Ann said Bob claims it rains today Rain fell".split())
    assert shares(ax) == pytest.approx({"the reporter": 100 * 4 / words, "Ann": 100 * 5 / words})


def test_a_claim_whose_outer_claim_was_filtered_out_counts():
    text = "Ann said Bob claims it rains ."
    article = make_table("sentences", [{"article_id": "a", "end": len(text), "text": text}])
    ax = plot_voices(make_table("claims", [claim(2, "20-28", "Bob", parent="c1")]), article)
    assert shares(ax)["Bob"] == pytest.approx(100 * 2 / 6)


def tiles(ax) -> dict[tuple[int, int], Rectangle]:
    drawn = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    return {(round(p.get_y() + 0.45), round(p.get_x() + 0.47)): p for p in drawn}


def test_cues_stand_under_their_tone_with_their_number():
    rows = [
        {"article_id": "a", "source": "Ann", "source_side": "Baltia", "cue_lemma": c, "tone": t}
        for c, t in (("claim", "distancing"), ("say", "neutral"), ("say", "neutral"))
    ]
    ax = plot_cues(make_table("claims", rows))
    assert [text.get_text() for text in ax.get_xticklabels()] == ["say", "claim"]
    written = {text.get_text() for text in ax.texts}
    assert {"2", "1", "neutral", "distancing"} <= written
    assert describe_chart(ax).endswith("Baltia: say 2 (neutral), claim 1 (distancing).")


def test_of_cues_as_frequent_those_that_tell_a_tone_are_drawn_first():
    cues = [(f"verb{n}", "neutral") for n in range(30)] + [("praise", "supportive")]
    row = {"article_id": "a", "source": "Ann", "source_actor": "Ann"}
    rows = [row | {"cue_lemma": cue, "tone": tone} for cue, tone in cues]
    ax = plot_cues(make_table("claims", rows))
    assert "praise" in [text.get_text() for text in ax.get_xticklabels()]


def test_of_acts_as_frequent_the_telling_ones_get_a_look_of_their_own():
    acts = ["say", "ask", "want", "claim", "hope", "fear", "believe", "deny", "praise", "say"]
    rows = [{"article_id": "a", "source": "Ann", "act": act} for act in acts]
    ax = plot_claims(make_table("claims", rows))
    legend = [text.get_text() for text in ax.get_legend().get_texts()]
    assert legend[:3] == ["say", "deny", "praise"]


def without_sides() -> dict[str, pd.DataFrame]:
    drawn = tables(CASTS["a few"]) | {"frequencies": make_table("frequencies", [])}
    sides = ("side", "source_side", "holder_side", "target_side")
    return {
        name: table.assign(**{column: "" for column in sides if column in table.columns})
        for name, table in drawn.items()
    }


@pytest.mark.parametrize("chart", [name for name in CHARTS if name.endswith("by side")])
def test_where_nobody_has_a_side_a_chart_by_side_says_so(chart):
    ax = CHARTS[chart](without_sides(), **({"by": "side"} if "cues" in chart else {}))
    assert [text.get_text() for text in ax.texts] == ["no sides found"]


def test_where_nobody_has_a_side_no_chart_by_side_is_exported():
    exported = [name for name, _ in draw_charts(without_sides(), DAY)]
    assert "claims-by-speaker" in exported
    assert not [name for name in exported if "side" in name]


def test_cues_are_by_side_where_there_are_sides_else_by_actor():
    assert title_of(plot_cues(tables(CASTS["a few"])["claims"])) == "Reporting verbs by side"
    assert title_of(plot_cues(without_sides()["claims"])) == "Reporting verbs by actor"


@pytest.mark.parametrize(
    "value, kind, told",
    [
        ("P17Y", "DURATION", "17 years"),
        ("P1D", "DURATION", "1 day"),
        ("PT90M", "DURATION", "90 minutes"),
        ("P1Y6M", "DURATION", "1 year 6 months"),
        ("PXW", "DURATION", "some weeks"),
        ("P2CE", "DURATION", "2 centuries"),
        ("P1W", "SET", "every week"),
        ("P2D", "SET", "every 2 days"),
        ("XXXX-WXX-2", "SET", "again and again"),
        ("PAST_REF", "DATE", "in the past, no day named"),
        ("FUTURE_REF", "DATE", "in the future, no day named"),
        ("2023-SU", "DATE", "summer 2023"),
        ("2023-Q3", "DATE", "3rd quarter of 2023"),
        ("2023-W38", "DATE", "week 38, 2023"),
        ("2023-W38-WE", "DATE", "weekend of week 38, 2023"),
        ("2024-03-14TMO", "TIME", "2024-03-14, morning"),
        ("2024-03-14T16:30", "TIME", "2024-03-14, 16:30"),
        ("199", "DATE", "1990s"),
        ("19", "DATE", "1900–1999"),
        ("2024-03", "DATE", "2024-03"),
        ("XXXX-WXX-2", "DATE", "needs the article’s date"),
        ("", "DATE", "no day named"),
        ("2024-03-14TXY", "TIME", "2024-03-14TXY"),
    ],
)
def test_a_value_is_told_in_a_readers_words(value, kind, told):
    assert plain_time(value, kind) == told


def test_with_the_articles_date_nothing_needs_it():
    assert plain_time("XXXX-WXX-2", "DATE", DAY) == "no day named"


def test_no_row_or_column_of_tiles_is_empty():
    claims = tables(CASTS["30 actors"])["claims"].assign(cue_lemma=lambda t: t["start"].astype(str))
    stances = tables(CASTS["30 actors"])["stances"]
    for ax, rows in ((plot_cues(claims, by="actor"), 12), (plot_stances(stances, top=4), 4)):
        drawn = tiles(ax)
        assert {y for y, _ in drawn} == set(range(len(ax.get_yticks())))
        assert {x for _, x in drawn} == set(range(len(ax.get_xticks())))
        assert len(ax.get_yticks()) <= rows


def stance(holder: str, target: str, polarity: int, strength: float = 1.0, **more) -> dict:
    row = {"article_id": "a", "holder": holder, "target": target, "polarity": polarity}
    return row | {"strength": strength, "layer": "act"} | more


def test_a_tile_tells_sign_and_number():
    rows = [stance("Ann", "Bob", -1), stance("Ann", "Bob", -1), stance("Bob", "Ann", 1),
            stance("Ann", "Cat", 1), stance("Ann", "Cat", -1), stance("Cat", "Ann", 0)]  # fmt: skip
    ax = plot_stances(make_table("stances", rows))
    assert {text.get_text() for text in ax.texts} == {"▼ 2", "▲ 1", "◆ 2", "● 1"}
    assert "Ann toward Bob: against, 2 passages" in describe_chart(ax)
    assert len(tiles(ax)) == 4


def test_min_evidence_and_layer_choose_the_tiles():
    rows = [stance("Ann", "Bob", -1), stance("Ann", "Bob", -1), stance("Bob", "Ann", 1),
            stance("Cat", "Ann", 1, layer="content")]  # fmt: skip
    table = make_table("stances", rows)
    assert len(tiles(plot_stances(table, min_evidence=2))) == 1
    assert len(tiles(plot_stances(table, layer="content"))) == 1


def test_by_side_rolls_actors_up_and_leaves_the_sideless_as_they_are():
    rows = [stance("its army", "Bob", -1, holder_side="Baltia"), stance("Baltia", "Bob", -1,
            holder_side="Baltia")]  # fmt: skip
    ax = plot_stances(make_table("stances", rows), by="side")
    assert [text.get_text() for text in ax.get_yticklabels()] == ["Baltia"]
    assert [text.get_text() for text in ax.get_xticklabels()] == ["Bob"]


def test_the_course_has_one_lane_per_pair():
    rows = [stance("Ann", "Bob", -1, sentence_id=4), stance("Ann", "Bob", 1, sentence_id=7)]
    ax = plot_stance_course(make_table("stances", rows), sentences())
    assert [text.get_text() for text in ax.get_yticklabels()] == ["Ann → Bob  2"]
    assert [(list(line.get_xdata()), line.get_marker()) for line in ax.lines] == [
        ([5], "v"),
        ([8], "^"),
    ]
    assert ax.get_xlim() == (0.5, 20.5)


def date(expression: str, first: str = "", last: str = "", **more) -> dict:
    row = {"article_id": "a", "type": "DATE", "expression": expression, "value": first}
    return row | {"first_day": first, "last_day": last or first} | more


SEED_LIKE = [
    date("the 1990s", "1990-01-01", "1999-12-31", value="199", precision="decade"),
    date("in 2020", "2020-01-01", "2020-12-31"),
    date("Tuesday", "2023-09-19"),
    date("today", "2023-09-19"),
    date("that day", "2023-09-19", claim_id="c1"),
    date("now"),
]


def test_a_day_is_a_point_and_a_decade_a_bar():
    ax = plot_timeline(make_table("dates", SEED_LIKE), date=DAY)
    widths = [round(patch.get_width()) for patch in ax.patches]
    assert widths == [3652, 366]
    assert len([line for line in ax.lines if line.get_marker() == "D"]) == 2
    assert [text.get_text() for text in ax.get_yticklabels()] == [
        "the 1990s", "in 2020", "Tuesday, today  ×2", "that day", "now",
    ]  # fmt: skip
    written = {text.get_text() for text in ax.texts}
    assert {"1990s", "2023-09-19, claimed", "no day named"} <= written


def test_the_articles_own_date_is_marked():
    ax = plot_timeline(make_table("dates", SEED_LIKE), date=DAY)
    legend = [text.get_text() for text in ax.get_legend().get_texts()]
    assert legend == ["the reporter’s", "inside a claim", "the article, 2023-09-19"]


def test_far_apart_times_are_all_legible():
    near = [date(f"on day {n}", f"2023-09-{n:02}") for n in (1, 8, 15, 18, 19)]
    far = date("1453", "1453-01-01", "1453-12-31")
    ax = plot_timeline(make_table("dates", [far, *near]), date=DAY)
    ax.figure.draw_without_rendering()
    left, right = ax.get_window_extent().extents[[0, 2]]
    marks = [line for line in ax.lines if line.get_marker() == "D"]
    places = sorted(ax.transData.transform((line.get_xdata()[0], 0))[0] for line in marks)
    assert all(left <= place <= right for place in places)
    assert min(b - a for a, b in pairwise(places)) > 0.02 * (right - left)


@pytest.mark.parametrize(
    "rows",
    [
        [date("year one", "0001-01-01", "0001-12-31"), date("the end", "9999-01-01", "9999-12-31")],
        [date("no day"), date("nor here")],
        [date("not a day", "2023-02-30")],
        [date("Tuesday", "2023-09-19")],
    ],
    ids=["all of time", "undated", "no such day", "one day"],
)
@pytest.mark.parametrize("day", [DAY, None])
def test_any_dates_are_drawn(rows, day):
    assert len(plot_timeline(make_table("dates", rows), date=day).get_yticks()) == len(rows)


@pytest.mark.parametrize("cast", CASTS)
@pytest.mark.parametrize("chart", CHARTS)
def test_every_label_is_inside_the_figure_and_none_overlap(chart, cast, caplog):
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")  # a missing letter is a warning
        ax = CHARTS[chart](tables(CASTS[cast]))
        texts = letters(ax)
    assert not caplog.records
    figure = ax.figure.bbox
    boxes = [
        (text.get_text(), text.get_window_extent()) for text in texts if not text.get_rotation()
    ]
    for text in texts:
        box = text.get_window_extent()
        assert box.x0 >= -1 and box.y0 >= -1, text
        assert box.x1 <= figure.x1 + 1 and box.y1 <= figure.y1 + 1, text
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a.x1 <= b.x0 + 1 or b.x1 <= a.x0 + 1 or a.y1 <= b.y0 + 1.5 or b.y1 <= a.y0 + 1.5
        assert apart, (one, other)


@pytest.mark.parametrize("chart", CHARTS)
def test_no_rows_is_a_chart_that_says_so(chart):
    ax = CHARTS[chart](tables([]))
    if chart == "voices":  # an article without claims is all the reporter's
        assert shares(ax) == {"the reporter": 100}
        return
    assert any("found" in text.get_text() and "no " in text.get_text() for text in ax.texts)
    assert "Nothing is drawn" in describe_chart(ax)


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_drawn_into_the_axes_given_and_changes_no_setting(chart):
    settings = dict(matplotlib.rcParams)
    figure, ax = plt.subplots(1, 2)
    assert CHARTS[chart](tables(CASTS["30 actors"]), ax=ax[1]) is ax[1]
    assert plt.get_fignums() == [figure.number]
    assert dict(matplotlib.rcParams) == settings
    figure.draw_without_rendering()


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_changes_no_table(chart):
    ours = tables(CASTS["a few"])
    before = {name: table.copy() for name, table in ours.items()}
    CHARTS[chart](ours)
    for name, table in ours.items():
        pd.testing.assert_frame_equal(table, before[name])


def test_word_charts():
    rows = [{"article_id": "a", "word": w, "n": n} for w, n in (("peace", 5), ("war", 3))]
    ax = plot_words(make_table("frequencies", rows))
    assert [bar.get_width() for bar in ax.containers[0]] == [5, 3]
    rows = [{"article_id": "a", "word": "war", "start": n} for n in (10, 250, 1990)]
    ax = plot_word_dispersion(make_table("words", rows), sentences())
    assert ax.get_yticklabels()[0].get_text() == "war  3"
    assert "Nothing is drawn" in describe_chart(plot_words(make_table("frequencies", [])))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: plot_claims("claims"), "claims = find_claims(article, mentions)"),
        (lambda: plot_claims(pd.DataFrame({"who": []})), "it has who"),
        (lambda: plot_claims(make_table("claims", []), by="colour"), "by='actor' or by='side'"),
        (lambda: describe_chart(plt.subplots()[1]), "not drawn by a newsread"),
    ],
)
def test_a_mistake_is_answered_with_what_to_type(call, said):
    with pytest.raises((TypeError, ValueError)) as error:
        call()
    assert said in str(error.value)


@pytest.mark.parametrize(
    "looks",
    [list(FORMS.values()), [*ACTS, OTHER_ACTS], list(VOICES.values())],
    ids=["forms", "acts", "voices"],
)
def test_neighbours_differ_in_greyscale_and_by_hatch(looks):
    for one, other in pairwise(looks):
        assert abs(luminance(one.colour) - luminance(other.colour)) > 0.15 or (
            one.hatch != other.hatch
        )
        assert (one.colour, one.hatch) != (other.colour, other.hatch)


@pytest.mark.parametrize(
    "look", [*FORMS.values(), *ACTS, OTHER_ACTS, *TONES.values(), *VOICES.values()]
)
def test_what_is_written_on_a_colour_can_be_read(look):
    ink = {"white": 1.0, "black": 0.0}[look.ink]
    light, dark = sorted((luminance(look.colour), ink), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG AA


@pytest.mark.parametrize("mean", [-1, -0.6, -0.3, 0, 0.3, 0.6, 1])
def test_what_is_written_on_a_tile_can_be_read(mean):
    ax = plot_stances(
        make_table("stances", [stance("Ann", "Bob", (mean > 0) - (mean < 0), abs(mean))])
    )
    colour = luminance(matplotlib.colors.to_hex(COLOURS((mean + 1) / 2)))
    ink = {"white": 1.0, "black": 0.0}[ax.texts[0].get_color()]
    light, dark = sorted((colour, ink), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a  b\nc", "a b c"),
        ("costs $5 or $6", r"costs \$5 or \$6"),
        ("bell\x07", "bell"),
        ("x" * 50 + " the end", "x" * 22 + "…" + "xxx the end"),
    ],
)
def test_labels_are_one_plain_line(text, shown):
    assert label(text) == shown


@given(st.text(max_size=80))
def test_any_text_is_a_short_label_of_letters_that_can_be_drawn(text):
    shown = label(text)
    assert len(shown.replace(r"\$", "$")) <= LONGEST
    assert "\n" not in shown
    assert label(shown.replace(r"\$", "$")) == shown


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6, unique=True))
def test_any_names_are_drawn_without_a_complaint(names):
    rows = [stance(name or "x", "Ann", -1) for name in names]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plot_stances(make_table("stances", rows)).figure.draw_without_rendering()
    plt.close("all")


def test_importing_newsread_does_not_load_matplotlib():
    import subprocess
    import sys

    code = "import sys, newsread; newsread.load_article; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert newsread.__version__
