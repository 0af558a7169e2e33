"""Who "I" and "you" are in printed questions and answers."""

from __future__ import annotations

from newsread import find_actors

TALK = """We spoke with Ann Lee, a painter from Bergen, on Monday.

When did you begin?

I began when I was ten. I had a teacher, and I still have my first brush.

Do you like Oslo?

I do. I went there with Tom Ray."""


def test_the_guest_answers(reading):
    actors = find_actors(reading(TALK)).set_index("actor")
    assert actors.loc["Ann Lee", "n_pronouns"] == 9
    assert actors.loc["Tom Ray", "n_pronouns"] == 0


def test_without_questions_it_is_no_interview(reading):
    told = "Ann Lee painted. " + "I saw it, I liked it, and I bought my own. " * 3
    assert find_actors(reading(told)).set_index("actor").loc["Ann Lee", "n_pronouns"] == 0
