"""Reviews and letters pasted without quotation marks, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import MentionReading, Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
SAID = "Waited 50 minutes for a table we had reserved. Food was ok."


def mention(text: str, **facts: object) -> MentionReading:
    return read(Post(text, NOW, **facts), ()).mention  # type: ignore[arg-type]


INTRODUCTIONS = [
    "★☆☆☆☆ ",
    "★★☆☆☆\n",
    ":star::star: ",
    ":star: :star: :star:\n",
    "*★★★★★* ",
    "New Google review: ",
    "New Google review:\n",
    "New Google review.\n",
    "Review on Trustpilot:\n",
    "Review on Trustpilot\n\n",
    "*Review on Trustpilot:*\n",
    "G2 review, 2.5/5: ",
    "Pasted from Yelp: ",
    "From Tripadvisor this morning:\n",
    "ouch, this Yelp review from Anna K.: ",
    "Yelp review ★★☆☆☆\n",
    "Yelp review (2 stars):\n",
    "We just got a bad Google review: ",
    "another 1-star review: ",
    "Rating: 2/5 ",
    "Rating: ★★☆☆☆\n",
    "Overall rating: 2.5 out of 5\n",
    "Google Maps review \u2013 ",
    "Review from the App Store, version 4.2: ",
    "negative review: ",
]


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_a_review_needs_no_quotation_marks(introduction: str) -> None:
    found = mention(introduction + SAID)
    assert (found.evidence, found.source) == ("structure", "a review")
    assert found.quote.endswith(SAID)


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
@pytest.mark.parametrize("marks", ['"{}"', "“{}”"])
def test_nor_does_it_mind_them(introduction: str, marks: str) -> None:
    found = mention(introduction + marks.format(SAID))
    assert (found.evidence, found.quote) == ("structure", SAID)


@pytest.mark.parametrize(
    "text",
    [
        "1 star: Uninstalled it, nobody at your support ever answers me.",
        "One star because zero isn't possible. My package never arrived and the agent hung up on me.",
        "Title: Great idea, poor execution\nRating: 2/5\nReview: It sags after four months and the middle is worse",
        "Reviewer: Anna\nStars: 1\nDate: 3 Nov\n\nReview on Yelp: The soup was cold and the waiter knew it",
        "*Rating:* :star::star:\n*Comment:* The soup was cold and the waiter knew it",
    ],
)
def test_reviews_in_other_shapes(text: str) -> None:
    assert mention(text).source == "a review"


@pytest.mark.parametrize(
    "text",
    [
        "We got our first 5 star review today!",
        "review on GitHub: please look at my PR",
        "code review: the loop in line 40 never ends",
        "performance review: mine is on Thursday, so nervous",
        "review on Tuesday: bring the numbers of the last month",
        "new review: the contract with Halcyon needs a second look",
        "Google reviews: we're at 4.6 now, up from 4.4",
        "Google review: who answers it today?",
        "Google review reply draft: hi Anna, we are sorry about the soup",
        "Google review link for the shop: https://ours.example/review",
        "App Store review: rejected again, guideline 5.1.1 this time",
        "App Store review: our build is in review since Monday",
        "Trustpilot review process: we answer within a day and never argue",
        "G2 review requests go out on Friday: marketing has the list",
        "On G2 we need ten more reviews by Friday",
        "on Trustpilot we're at 4.2 now",
        "from Google: the definition of churn is in the second box",
        "Rating: 4/5, strong hire, good on system design",
        "Risk rating: 3/5, see the sheet for the reasons",
        "2/5 done with the migration, the rest goes tomorrow",
        ":star: shout out to Ben for fixing the printer on the 4th floor",
        "⭐⭐⭐⭐⭐ great work on the launch everyone",
        "⭐⭐⭐ huge thanks to the whole ops team for last night",
        "5 stars: the new coffee machine on the third floor",
        "five stars for the canteen today",
        "another review: can you look at the second chapter?",
        "design review: moved to three, same room",
        "Pros: cheap and quick\nCons: nobody here knows it",
        "Title: Q3 review\nRating: green\nComment: nothing blocked, all on track",
        "Amazon review on Thursday: numbers are in the drive",
        "Customer emails below are from the old list",
        "customer email template below: Dear {name}, we are sorry about your order",
        "client letter: draft is in the drive, comments welcome",
        "star schema or snowflake: which one do we want for the new warehouse?",
        "from Yelp's careers page: they look for a data engineer in Berlin",
        "we got a bad review: how do we respond to it without sounding rude?",
    ],
)
def test_what_only_looks_like_a_review_is_none(text: str) -> None:
    assert not mention(text).is_mention


def test_the_teammates_words_behind_a_review_stay_theirs() -> None:
    for after in (" I'll reply to her by Friday.", "\nI'll reply to her by Friday.", "\n\nI'll call her by Friday."):
        reading = read(Post(f"New Google review: {SAID}{after}", NOW), ())
        assert reading.promise.is_promise
        assert reading.mention.quote == SAID


def test_a_promise_in_a_review_is_not_the_teammates() -> None:
    assert not read(
        Post("New Google review: Rude staff, cold soup. I'll write to your boss tomorrow.", NOW), ()
    ).promise.is_promise


@pytest.mark.parametrize(
    "text",
    [
        "Customer email below\n\nHello there,\n\nI bought the annual plan by mistake.\n\nMarek",
        "Customer mail: I bought the annual plan by mistake, can you check that?",
        "Mail from a customer below:\n\nCould you please send me the invoice for October?",
        "got this email from a guest:\nCould you please send me the invoice for October?",
    ],
)
def test_a_letter_that_is_announced_is_a_mention(text: str) -> None:
    assert mention(text).evidence == "structure"
