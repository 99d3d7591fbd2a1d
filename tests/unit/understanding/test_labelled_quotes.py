"""Quotes with a label before or behind them, and few words that were quoted alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


CUSTOMERS = """
CSAT comment, score 2: "waited an hour for nothing"
App Store, 2 stars: drains the battery
From G2: Pros: fast. Cons: support sleeps.
"Sold me the wrong size twice" \u2013 from our Instagram
"Soup was cold, waiter was rude" Yelp, 1 star
Comment under our TikTok: "please bring back the old flavour"
😤 from the hotline: "fourth transfer, same music"
Somebody on Reddit says our onboarding is a joke
NPS comment (9): you saved our season
“Best tour of the trip, ask for Lena” (Tripadvisor, 5 stars)
Google, 1 star: rude staff, cold soup
Detractor comment, score 1: nobody ever called me back
CES answer, 2: "had to explain it three times"
Trustpilot, 1 star: box was empty
From Trustpilot: Pros: price. Cons: everything else.
"Never got a receipt, asked twice" \u2013 via the contact form
"Left hungry, paid a lot" \u2013 Google review
Reply under our Instagram post: "stop greenwashing"
😂 from the guest book: "the ghost was friendlier than the staff"
A woman on LinkedIn says our recruiter ghosted her
survey answer: you forget who pays you
"the belt snapped on day two" \u2013 a customer from Oslo
Yelp ★★: overpriced and loud
Promoter comment (10): your drivers are angels
> Menu is full of typos
> Ticket says invalid
> No vegan option?
> Soup was cold
> Where is gate 4?
> App never loads
> Strap broke already
> Zip broke twice
> No size 44?
> Queue never moves
> App shows blank page
> Where can I park?
> Coupon already expired
> Bread was stale
""".strip().splitlines()


@pytest.mark.parametrize("text", CUSTOMERS)
def test_what_is_labelled_as_a_customers_or_cries_out_is_a_mention(text: str) -> None:
    assert is_mention(text)


COLLEAGUES = [
    '"Stay hungry, stay foolish" \u2013 from the Jobs speech',
    '"Summer sale starts on Friday" for our Instagram',
    "NPS score: 41, up from 38",
    "NPS comment field: should we make it optional?",
    "Someone on Reddit says Rust is faster than Go",
    '"Done is better than perfect" \u2013 from a Facebook poster',
    "From G2: the badge arrived, we are leader in our class",
    "Play Store, 4.6 stars: our best month so far",
    '"We are hiring two bakers" \u2013 on our Facebook page?',
    "App Store, version 4: waiting for approval since Monday",
    'comment on our roadmap doc: "can we move this to Q2 please"',
    "a hotel with 4 stars: booked for the offsite",
    '"The only way out is through" \u2013 from a poster in the gym',
    "Someone on LinkedIn says AI will replace us all by 2030, says the analyst",
    '"Culture eats strategy for breakfast" \u2013 Drucker',
    '"Hello world" from the chat bot demo',
    "CSAT: 4.5 this week",
    "survey answers: I put them in the sheet",
    "Yelp: our account is verified now",
    '"Sorry we missed you" \u2013 card for the door',
    '"See you on Monday" from Tom in the chat',
    '"We are open on Sunday" \u2013 for our website',
    "Google, 5 stars: let's aim for that",
    "A woman on LinkedIn says remote work is over",
    '"Ship it" \u2013 the whole team',
    'comment under our OKR doc: "this one is not measurable at all"',
    "From Capterra: they want 2k for the badge",
    '"Less is more" \u2013 poster in the lobby',
    "> lunch at noon?\nyes",
    "> no standup today?\nright",
    "> wifi is down\nworks again",
    "> see you tomorrow",
    "> who broke main?\nme, sorry",
    "> works for me",
    "> Tests are red\nlooking",
    "> sounds good to me",
    "> +1 on that",
    "> fixed in main",
    "> Be the change",
    "> no worries",
    "> this is fine",
    "> not my circus",
    "> build failed\non it",
    "> what a day",
    "> nothing to add",
    "> time is money",
    "> see the wiki",
    "> never say never",
    "> all good here",
    "> winter is coming",
]


@pytest.mark.parametrize("text", COLLEAGUES)
def test_what_colleagues_quote_is_none(text: str) -> None:
    assert not is_mention(text)
