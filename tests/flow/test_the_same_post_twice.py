"""The same outside post is one mention, wherever it is shared; *Not the same* splits it."""

from __future__ import annotations

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Mention, Sighting
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, has_button, links, only, words

ADDRESS = "https://www.trustpilot.com/reviews/abc123"


async def test_the_second_place_is_told_where_the_thread_is(town: Town) -> None:
    first = await town.say("@yuki", REVIEW)
    second = await town.say("@tom", f"seen this? {ADDRESS}?utm_source=x “I was charged twice”", "#general")
    note = only(town.from_bot("#general", second))
    assert "shared before" in words(note)
    assert town.follow(links(note)[0])["ts"] == first
    assert len(await town.ask(select(Mention))) == 1
    assert len(await town.ask(select(Sighting))) == 2
    assert links(town.card_of(first))
    assert any(town.follow(link)["ts"] == second for link in links(town.card_of(first)) if "/archives/" in link)


async def test_the_same_quoted_words_are_one_mention(town: Town) -> None:
    quoted = "> I was charged twice for my order and nobody answers my mails, I want a refund"
    first = await town.say("@yuki", quoted, raw=True)
    second = await town.say("@tom", quoted.upper(), "#general", raw=True)
    town.card_of(first)
    assert "shared before" in words(only(town.from_bot("#general", second)))


async def test_not_the_same_makes_a_card_of_its_own(town: Town) -> None:
    await town.say("@yuki", REVIEW)
    second = await town.say("@tom", f"{ADDRESS} “I was charged twice for another order too, refund me”", "#general")
    note = only(town.from_bot("#general", second))
    answer = only(await town.click("@tom", note, act.NOT_THE_SAME))
    assert "its own card" in words(answer)
    card = town.card_of(second, "#general")
    assert "another order" in words(card)
    await town.click("@tom", card, act.CLAIM)
    assert f"<@{town.id_of('@tom')}>" in words(town.card_of(second, "#general"))
    assert f"<@{town.id_of('@tom')}>" not in words(town.cards()[0]).split("Who is on it")[1]
    await town.click("@tom", note, act.NOT_THE_SAME)
    assert len(await town.ask(select(Mention))) == 2
    assert len(town.cards("#general")) == 1


async def test_private_first_then_open_stay_apart(town: Town) -> None:
    """Members of the open channel must not hear that the board talks of it too."""
    secret = await town.say("@lena", REVIEW, "#deals")
    opened = await town.say("@yuki", REVIEW)
    town.card_of(secret, "#deals")
    card = town.card_of(opened)
    assert town.channel_id("#deals") not in words(card)
    assert len(town.from_bot("#support")) == 1
    assert len(await town.ask(select(Mention))) == 2


async def test_open_first_then_private_shows_the_private_one_to_nobody_else(town: Town) -> None:
    opened = await town.say("@yuki", REVIEW)
    secret = await town.say("@lena", f"{REVIEW} this is our biggest lead", "#deals")
    note = only(town.from_bot("#deals", secret))
    assert town.follow(links(note)[0])["ts"] == opened
    card = words(town.card_of(opened))
    assert town.channel_id("#deals") not in card
    assert "biggest lead" not in card
    assert "also shared" not in card


async def test_two_posts_are_two_mentions(town: Town) -> None:
    one, two = await town.say("@yuki", REVIEW), await town.say("@yuki", BUG)
    assert town.card_of(one)["ts"] != town.card_of(two)["ts"]
    assert not any(has_button(message, act.NOT_THE_SAME) for message in town.from_bot("#support"))
