"""Who does what to whom, in any dress."""

from __future__ import annotations

import pytest
from newsread.stances import roles

# sentence, verb, its subjects, its objects
CLAUSES = [
    ("Lake praised Hill.", "praised", ["Lake"], ["Hill"]),
    ("Hill was praised by Lake.", "praised", ["Lake"], ["Hill"]),
    ("Lake promised to praise Hill.", "praise", ["Lake"], ["Hill"]),
    ("Lake urged Stone to praise Hill.", "praise", ["Stone"], ["Hill"]),
    ("Lake called on Stone to praise Hill.", "praise", ["Stone"], ["Hill"]),
    ("Lake accused Stone of attacking Hill.", "attacking", ["Stone"], ["Hill"]),
    ("Lake, who praised Hill, left.", "praised", ["Lake"], ["Hill"]),
    ("Hill, whom Lake praised, left.", "praised", ["Lake"], ["Hill"]),
    ("Lake came and praised Hill.", "praised", ["Lake"], ["Hill"]),
]


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), CLAUSES)
def test_subjects_and_objects(reading, text, verb, subjects, objects):
    parse = reading(text).parse
    i = parse.word.index(verb)
    assert [parse.word[j] for j in roles.subjects(parse, i)] == subjects
    assert [parse.word[j] for j in roles.objects(parse, i)] == objects


@pytest.mark.parametrize(
    ("text", "noun", "subject"),
    [
        ("Lake launched an attack on Hill.", "attack", "Lake"),
        ("Lake's attack on Hill failed.", "attack", "Lake"),
        ("The attack by Lake failed.", "attack", "Lake"),
    ],
)
def test_who_does_what_a_noun_says(reading, text, noun, subject):
    parse = reading(text).parse
    found = roles.noun_subject(parse, parse.word.index(noun))
    assert found is not None and parse.word[found] == subject
