"""The voice of a customer: any text is weighed, the same each time, in time that grows with its length."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.facts import Post
from bot.understanding import separate
from bot.understanding.mentions import read_mention
from bot.understanding.voice import MOST_CHARACTERS, hear_customer, voice_features

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
WORDS = [
    "i",
    "my",
    "your",
    "order",
    "account",
    "@brand",
    "@someone",
    "#fail",
    "refund",
    "never",
    "called",
    "the",
    "a",
    "customer",
    "says",
    "!!",
    "?",
    ".",
    "don't",
    "20$",
    "http://x.y",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))


@settings(max_examples=150)
@given(TEXTS)
def test_hearing_never_raises_and_hears_the_same_again(text: str) -> None:
    heard = hear_customer(text)
    assert 0 <= heard.score <= 1
    assert heard == hear_customer(text)
    assert voice_features(text) == voice_features(text)
    assert heard.score < 0.5 or heard.reasons


@settings(max_examples=80)
@given(TEXTS)
def test_a_mention_of_words_tells_its_reasons(text: str) -> None:
    post = Post(text, NOW)
    found = read_mention(post, separate(post))
    assert not found.is_mention or (found.reasons and found.source)


@pytest.mark.parametrize(
    "piece", ["customer a a a ", "@a ", "i ", "(", "my my my account ", "our a-a-a customers ", "!?"]
)
def test_features_grow_no_faster_than_the_text(piece: str) -> None:
    """Counted: up to three runs of shapes for each token, and a fixed number of signs."""
    for times in (10, 100, 1_000):
        text = (piece * times)[:MOST_CHARACTERS]
        assert len(voice_features(text)) <= 3 * (len(text.split()) * 2 + 3) + 60


def test_only_the_head_of_a_long_text_is_weighed() -> None:
    head = "I was charged twice and nobody at customer service answers my emails. " * 30
    assert voice_features(head[:MOST_CHARACTERS] + "sprint " * 500) == voice_features(head[:MOST_CHARACTERS])


@pytest.mark.parametrize(
    "text",
    [
        "@brandly my parcel is lost and your chat keeps hanging up on me",
        "why was I charged for a plan I cancelled in June?? @brandly",
        "@BrandlyHelp been on hold for an hour and your chat is closed, is anybody there",
        "I've emailed your support four times about my refund and still no answer.",
        "@petpalace my order 5512 came with a dog bed instead of the cat tree. can someone DM me please",
        "@petpalace where's my parcel? our order no. #5512 was charged, can anyone look",
    ],
)
def test_words_to_a_company_are_heard(text: str) -> None:
    assert hear_customer(text).score >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "@jo can you look at my branch?",
        "@jonas my ticket 5512 is in review, can someone merge it",
        "@someone my order 5512 for the screens is with finance",
        "@channel our booking 5512 is room two, not three",
        "@someone thanks for the review!",
        "the email client keeps crashing when a customer replies",
        "what do we tell customers who want a refund?",
        "my laptop order is late again, asking facilities",
        "spent an hour on hold with the tax office, sorry for being late",
    ],
)
def test_words_among_teammates_are_not(text: str) -> None:
    assert hear_customer(text).score < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Someone on the hotline can't activate her card, she tried three times",
        "lady at the counter says nobody told her about the fee",
        "Client just texted: they love the draft",
        "two callers this morning asked whether we close",
    ],
)
def test_what_is_told_of_somebody_outside_is_heard(text: str) -> None:
    assert hear_customer(text).score >= 0.5


@pytest.mark.parametrize(
    ("text", "is_mention"),
    [
        ("try this solution: https://forum.example.org/viewtopic.php?t=55", False),
        ("see https://stackoverflow.com/questions/123456/acme-sdk", False),
        ("jo: https://stackoverflow.com/questions/123456/acme-sdk", False),
        ("https://stackoverflow.com/questions/123456/acme-sdk", True),
        ("a customer asks here, see https://stackoverflow.com/questions/123456/acme-sdk", True),
        ("angry users: https://community.acme.com/t/export-is-broken/123", True),
        ("see https://www.trustpilot.com/reviews/64f0c0ffee", True),
    ],
)
def test_a_page_of_answers_that_is_handed_on_as_help_is_no_mention(text: str, is_mention: bool) -> None:
    post = Post(text, NOW)
    assert read_mention(post, separate(post)).is_mention is is_mention


@pytest.mark.parametrize(
    "handle", ["BlueJayAir", "NORTHRAIL", "TVL", "kettlesuk", "Lumo_UK", "brandly_cares", "115712"]
)
def test_a_handle_that_no_teammate_has_tells_that_a_company_is_spoken_to(handle: str) -> None:
    assert "@brand" in voice_features(f"@{handle} the box came without the lid")


@pytest.mark.parametrize("handle", ["maria", "Tom", "li", "here", "oncall", "JR"])
def test_a_handle_that_may_be_a_teammates_does_not(handle: str) -> None:
    assert "@brand" not in voice_features(f"@{handle} the box came without the lid")
