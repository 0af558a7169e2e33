"""Lists in error messages: in natural order, cut with the number left out, likeliest named."""

from __future__ import annotations

import pytest
from newsread.suggesting import listed, meant


def test_a_list_is_in_natural_order_and_says_what_it_leaves_out():
    names = [f"c{n}" for n in range(31, 0, -1)]
    assert listed(names, 3) == "c1, c2, c3, … and 28 more"
    assert listed(["c10", "c9", "c9"]) == "c9, c10"
    assert listed([]) == ""


@pytest.mark.parametrize(
    ("given", "names", "says"),
    [
        ("Norwy", ["Sweden", "Norway"], " Did you mean 'Norway'?"),
        ("norway", ["Sweden", "Norway"], " Did you mean 'Norway'?"),
        ("Marsh", ["Elaine Marsh", "the trust"], " Did you mean 'Elaine Marsh'?"),
        ("quay", ["Sweden", "Norway"], ""),
        ("", ["Sweden"], ""),
    ],
)
def test_what_was_probably_meant(given, names, says):
    assert meant(given, names) == says
