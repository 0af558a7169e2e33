"""Merging: which names are one actor's, and which are not."""

from __future__ import annotations

import pytest
from newsread import find_actors


@pytest.mark.parametrize(
    ("text", "key", "aliases"),
    [
        ("Ann Marie Lee spoke. Ann Lee left. Ms Lee slept.", "Ann Marie Lee", 3),
        ("The World Trade Council met. The WTC voted.", "World Trade Council", 2),
        ("The Bergen Civil Guard spoke. The Civil Guard left.", "Bergen Civil Guard", 2),
        ("The Free Music Movement (FMM) met. FMM voted.", "Free Music Movement", 2),
        ("Norway spoke with Chile. The Norwegian minister left. Oslo said no.", "Norway", 3),
        ("North Korea spoke. The North said no.", "North Korea", 2),
        ("Nurses Without Walls met. Nurses Without Walls voted.", "Nurses Without Walls", 1),
        ("The Yorkshire Herald wrote so. Ann Lee told the Herald.", "Yorkshire Herald", 2),
        ("Tom Maurer spoke. Mauer left on Monday.", "Tom Maurer", 2),
        ("The Church of the Lake sued. The Church said it would win.", "Church of the Lake", 2),
    ],
)
def test_one_actor(reading, text, key, aliases):
    row = find_actors(reading(text)).set_index("actor").loc[key]
    assert len(row["aliases"].split("; ")) == aliases


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ann Lee met Tom Lee on Monday.", {"Ann Lee", "Tom Lee"}),
        ("Ann Paris said that she flew to Paris. Paris slept.", {"Ann Paris", "Paris"}),
        (
            "The Norwegian Defense Ministry and the Swedish Defense Ministry met.",
            {"Norwegian Defense Ministry", "Swedish Defense Ministry"},
        ),
        ("Oslo refused to sign. Thousands marched in Oslo.", {"Norway", "Oslo"}),
    ],
)
def test_two_stay_two(reading, text, keys):
    assert set(find_actors(reading(text))["actor"]) >= keys
