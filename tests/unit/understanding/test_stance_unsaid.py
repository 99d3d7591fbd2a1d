"""Stance without words of feeling, or with those of the contrary: irony, harm told as a fact, trouble that is over."""

from __future__ import annotations

import re

import pytest

from bot.understanding.english.stance_shapes import PLEASED_SHAPES, UNHAPPY_SHAPES
from bot.understanding.english.unsaid_blame import BLAMED_UNSAID
from bot.understanding.english.unsaid_praise import PRAISED_UNSAID
from bot.understanding.stance import read_stance

GROUP = re.compile(r"<[a-z-]+>")


@pytest.mark.parametrize(
    "text",
    [
        "Fantastic, another strike day and no word from you",
        "Wonderful. The lift is broken again and I'm on the ninth floor",
        "Love that the museum is closed whenever I visit, again",
        "Love how my window seat has been without a window for years, still",
        "You call these noodles?",
        "Why does it take a law degree to read your bill?",
        "Has anyone at your depot ever seen a clock?",
        "how many forms until you believe I moved?",
        "The tent pole bent in the first breeze",
        "My new boots leak",
        "The kettle arrived dented",
        "the crib arrived with screws missing",
        "Nothing like the brochure",
        "Two fitters, two opinions, zero kitchen",
        "They never sent the certificate",
        "I always told my friends to come here. I've stopped.",
        "We hoped for a quiet week and got a building site",
        "I used to swear by this brand",
        "Such a step backwards",
        "Could have been a lovely evening",
        "Off to the bakery across the road",
        "your receptionist sighed when I asked for a towel",
        "You lost my bag and never found it",
    ],
)
def test_a_complaint_is_heard_in_what_it_tells(text: str) -> None:
    stance = read_stance(text)
    assert stance.label == "adversary"
    assert stance.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Had a problem with the zip, you exchanged it on the spot",
        "The error is fixed now, great",
        "your mechanic cured the rattle in ten minutes",
        "My previous landlord never answered, you reply in an hour",
        "We were nervous about flying with a baby, it went like a dream",
        "nobody makes a better curry",
        "You can't get a friendlier crew",
        "never felt so looked after",
        "no jargon, no pressure",
        "nothing to moan about",
        "You never make us feel like a burden",
        "not your fault that it rained",
        "lost my ring, found it thanks to your cleaner",
        "I used to dread the dentist. Not with you.",
        "I nearly missed the train, your conductor waited",
        "Great, the second parcel is here too",
        "another great evening at your place",
        "how many rooms do you have?",
        "Why is the sky in your photo so blue? Gorgeous",
        "took me two minutes to set up",
        "Does anyone know your opening hours?",
    ],
)
def test_trouble_that_is_over_or_denied_is_no_complaint(text: str) -> None:
    assert read_stance(text).label != "adversary"


@pytest.mark.parametrize(
    "text",
    [
        "The issue is still not fixed",
        "You still haven't fixed the bug",
        "I had a problem with the zip and you never replaced it",
        "I was worried about my parcel and it never arrived",
        "Your hotel lost my coat and nobody returned it",
        "My old phone was better than this one, what a disappointment",
    ],
)
def test_trouble_that_lasts_is_not_taken_for_over(text: str) -> None:
    assert read_stance(text).label == "adversary"


def test_every_group_of_words_that_a_shape_names_is_known() -> None:
    rows = (*PLEASED_SHAPES, *UNHAPPY_SHAPES, *(row for _, row in (*PRAISED_UNSAID, *BLAMED_UNSAID)))
    assert [name for *_, pattern in rows for name in GROUP.findall(pattern.pattern)] == []
