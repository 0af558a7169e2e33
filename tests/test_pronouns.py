"""Pronouns: what grammar rules out, and what is most present."""

from __future__ import annotations

import pytest
from newsread import find_actors, find_mentions

CASES = [
    # a subject is nobody named further on in its clause
    ("Sweden waited. It said that Oslo agreed.", "It", "Sweden"),
    # an object is not the subject of its clause
    ("Tom Ray left. Jim Holm saw him.", "him", "Tom Ray"),
    ("Eva Moss sang. Ann Lee called the police and thanked her.", "her", "Eva Moss"),
    # "his" is not the one he owns
    ("Tom Ray met his brother Jim.", "his", "Tom Ray"),
    # gender by title, by given name, by what they are called
    ("Mrs Ray met Mr Holm. She left.", "She", "Ray"),
    ("Anna Holm met Jim Ray. She left.", "She", "Anna Holm"),
    ("Kim Ray, an actress, met Jim Holm. She left.", "She", "Kim Ray"),
    # several people, not one
    ("Officials in Oslo met Jim Ray. They left.", "They", "officials in Oslo"),
    # a person is not "it"
    ("Acme Holdings hired Jim Ray. It paid well.", "It", "Acme Holdings"),
]


@pytest.mark.parametrize(("text", "pronoun", "actor"), CASES)
def test_whose_pronoun(reading, text, pronoun, actor):
    mentions = find_mentions(reading(text), find_actors(reading(text)))
    found = mentions[(mentions["text"] == pronoun) & (mentions["form"] == "pronoun")]
    assert found["actor"].tolist() == [actor]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Jim Ray slept. She left.", "She"),
        ("They left at noon.", "They"),
        ("The ships reached Norway. They were painted red.", "They"),
        # somebody whom nobody names stands nearer
        ("Jim Ray slept. A farmer arrived, and then he spoke.", "he"),
        ("Acme Holdings waited. Union leaders praised the crew, who they said was brave.", "they"),
        ("Acme Holdings waited. An official said they were not allowed to speak.", "they"),
    ],
)
def test_nobody_fits(reading, text, pronoun):
    mentions = find_mentions(reading(text), find_actors(reading(text)))
    assert pronoun not in mentions["text"].tolist()
