"""A post with a customer's words is edited: its card says what it says now, and nothing of what was taken away."""

from __future__ import annotations

from sqlalchemy import select

from bot.models import Mention
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, words
from tests.flow.test_customers import added

PRAISE = "https://www.trustpilot.com/reviews/abc123 “Thank you, best support ever. I love the new app!”"


async def edit(town: Town, ts: str, text: str) -> None:
    town.slack.engine.edit(channel="#support", user="@yuki", ts=ts, text=text)
    await town.settled()


async def mention_of(town: Town) -> Mention:
    (found,) = await town.ask(select(Mention))
    assert isinstance(found, Mention)
    return found


async def test_the_right_link_takes_the_place_of_the_wrong_one(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await edit(town, ts, BUG)
    card = words(town.card_of(ts))
    assert "trustpilot.com/reviews/bug77|Open the original" in card
    because = card.split("here because:")[1].split("*Why these departments*")[0]
    assert "'crashes'" in because
    assert "charged twice" not in because, "nobody reads what was edited away"


async def test_the_same_post_elsewhere_is_what_it_is_now(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await edit(town, ts, BUG)
    again = await town.say("@maria", BUG)
    assert len(town.cards()) == 1
    assert "shared before" in words(town.from_bot("#support", again))
    await town.say("@maria", REVIEW)
    assert len(town.cards()) == 2, "the review that stood there by mistake is another mention"


async def test_how_they_feel_follows_their_words(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    assert (await mention_of(town)).stance == "adversary"
    await edit(town, ts, PRAISE)
    found = await mention_of(town)
    assert (found.stance, found.is_praise) == ("advocate", True)
    assert "unhappy" not in words(town.card_of(ts))


async def test_words_that_an_unfurl_brings_say_how_they_feel(town: Town) -> None:
    ts = await town.say("@yuki", "https://www.trustpilot.com/reviews/abc123")
    shown = {
        "from_url": "https://www.trustpilot.com/reviews/abc123",
        "service_name": "Trustpilot",
        "title": "Never again",
        "text": "I was charged twice for my order and nobody answers. I want a refund!",
    }
    town.slack.engine.unfurl(channel="#support", ts=ts, attachments=[shown])
    await town.settled()
    assert (await mention_of(town)).stance == "adversary"
    assert "unhappy" in words(town.card_of(ts))


async def test_a_customer_who_is_named_by_an_edit_is_the_mentions(town: Town) -> None:
    for name in ("Northwind Traders", "Globex Industries"):
        await added(town, "@tom", name)
    ts = await town.say("@yuki", f"Northwind Traders wrote: {REVIEW}")
    assert "Northwind Traders" in words(town.card_of(ts))
    await edit(town, ts, f"Globex Industries wrote: {REVIEW}")
    card = words(town.card_of(ts))
    assert "Globex Industries" in card
    assert "Northwind Traders" not in card
