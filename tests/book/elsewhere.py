"""Customers' words from elsewhere, and answers that go there."""

from __future__ import annotations

from sqlalchemy import update

from bot.messages import actions as act
from bot.models import Department
from tests.book.book import Book
from tests.flow.seen import REVIEW, only
from tests.flow.test_words_from_elsewhere import HEARD, tell

ANSWER = "Sorry for that! Your money is on its way: https://acme.example/refunds"


async def heard(book: Book) -> None:
    town = book.town
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_intake=["on"])
    await town.close_form("@maria")
    status, _ = await tell(town, dict(HEARD))
    assert status == 202
    post = next(one for one in town.from_bot("#support") if one.get("thread_ts") in {None, one["ts"]})
    await book.page(
        "@tom", post, "A listening tool tells of a post. It comes in the channel, with its card in the thread:"
    )


async def posted(book: Book) -> None:
    town = book.town
    there = town.channel_id("#support")
    await town.house.database.run(lambda session: session.execute(update(Department).values(channel_id=there)))
    await town.say("@yuki", "good morning")
    await town.join("#with-acme", "@ours", "@maria")
    await town.say("@maria", REVIEW, "#with-acme")
    await book.page(
        "@maria", only(town.cards()), "Nothing is posted where outsiders read. The card stands in #support:"
    )
    await town.click("@maria", only(town.cards()), act.CLAIM)
    await book.click("@maria", only(town.cards()), act.WRITE)
    await book.form("@maria", "**Maria**, who leads, clicks *Write the answer…*:")
    await town.send_form("@maria", answer=ANSWER, post=["on"], sent=["on"])
    await book.form("@maria", "She has it posted there:")
    await town.close_form("@maria")
    reply = only([one for one in town.messages("#with-acme") if town.is_from_bot(one)])
    await book.page("@stan", reply, "**Stan**, of the customer's company, reads exactly her words:")
