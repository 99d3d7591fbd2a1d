"""A lead has their answer posted where the customer wrote: in a channel that both companies share."""

from __future__ import annotations

from sqlalchemy import update

from bot.messages import actions as act
from bot.models import Department
from tests.flow.harness import Town, open_town
from tests.flow.seen import REVIEW, has_button, only, words
from tests.flow.test_private_channels import connected

WORDS = "Sorry for that! Your money is on its way: https://acme.example/refunds"


def posted(town: Town) -> list[str]:
    """What the bot wrote where people from outside read."""
    return [one["text"] for one in town.messages("#with-acme") if town.is_from_bot(one)]


async def test_exactly_the_leads_words_are_posted_in_the_customers_thread(town_url: str) -> None:
    async with open_town(town_url, world=connected()) as town:
        there = town.channel_id("#support")
        await town.house.database.run(lambda session: session.execute(update(Department).values(channel_id=there)))
        await town.say("@yuki", "good morning")
        await town.join("#with-acme", "@ours", "@maria")
        ts = await town.say("@maria", REVIEW, "#with-acme")
        card = only(town.cards())
        await town.click("@maria", card, act.CLAIM)
        await town.click("@maria", only(town.cards()), act.WRITE)
        assert "In the channel shared with the customer" in words(town.form_of("@maria"))
        answer = await town.send_form("@maria", answer=WORDS, post=["on"], sent=["on"])
        assert "on its way" in words(answer)
        name = town.slack.core.user("@maria").display_name
        company = town.slack.core.team("").name
        assert posted(town) == [f"{name} ({company}): {WORDS}"]
        reply = only([one for one in town.messages("#with-acme") if town.is_from_bot(one)])
        assert reply["thread_ts"] == ts
        assert has_button(only(town.cards()), act.UNDO_ANSWERED)
        await town.say("@stan", "Still nothing came, please help me!", "#with-acme", thread_ts=ts)
        assert len(posted(town)) == 1


async def test_elsewhere_nothing_of_it_is_offered(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@maria", town.card_of(ts), act.CLAIM)
    await town.click("@maria", town.card_of(ts), act.WRITE)
    shown = words(town.form_of("@maria"))
    assert "In the channel shared" not in shown
    assert "after Save you copy it from here." in shown
