"""What a promiser writes in passing about having got back to the customer, and what only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import read_kept

REVIEW = "https://www.trustpilot.com/reviews/abc123"

KEPT = (
    "Done!",
    "Replied to her just now.",
    "I've replied on Trustpilot",
    "I just emailed her",
    "ok, sent her the form",
    "We refunded them this morning",
    "Just got back to him, all good",
    "Sent it to the customer",
    "The reply is out",
    "Refund has been sent",
    "That's sorted now",
    "Called her. She is happy again!",
    "I have already answered him, twice",
    "Spoke to them, they will wait",
    "update: apologized and refunded",
)
NOT_KEPT = (
    "Done?",
    "Not done yet",
    "I haven't replied yet",
    "I'll have replied by noon",
    "Has anybody replied to her?",
    "She replied that she still waits",
    "The customer called again",
    "I will tell you once I've replied",
    "When I called her nobody answered",
    "I sent it to finance",
    "Forwarded to the team",
    "I talked to product about it",
    "<@U123> I sent it to you",
    "I need to get back to her",
    "almost done",
    "done soon",
    "Could you tell me what she said?",
    "> I replied to them",
    "`done`",
    "a done deal for the other one, I guess",
)


@pytest.mark.parametrize("text", KEPT)
def test_what_says_that_the_customer_heard(text: str) -> None:
    found = read_kept(text)
    assert found is not None
    assert found.kind == "words"


@pytest.mark.parametrize("text", NOT_KEPT)
def test_what_only_sounds_like_it(text: str) -> None:
    assert read_kept(text) is None


def test_a_link_to_a_public_place_may_lead_to_the_reply() -> None:
    reply = "https://www.trustpilot.com/reviews/abc123?reply=1"
    found = read_kept(f"Here is our reply: <{reply}>", REVIEW)
    assert found is not None
    assert (found.kind, found.url) == ("link", reply)
    assert read_kept("<https://x.com/acme/status/99887766554433>") is not None
    own_forum = read_kept("<https://help.acme.example/t/4711/2>", "https://help.acme.example/t/4711")
    assert own_forum is not None


@pytest.mark.parametrize(
    "text",
    [
        f"the review again: <{REVIEW}>",
        "<https://trustpilot.com/reviews/abc123/?utm_source=x>",
        "<https://docs.google.com/document/d/1>",
        "<https://acme.slack.com/x>",
    ],
)
def test_other_links_lead_to_no_reply(text: str) -> None:
    assert read_kept(text, REVIEW) is None


@given(st.text(max_size=300), st.none() | st.text(max_size=60))
def test_no_text_makes_it_stumble(text: str, about: str | None) -> None:
    read_kept(text, about)
