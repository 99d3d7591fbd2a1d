"""A customer's page."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book


async def known(book: Book) -> None:
    town = book.town
    answer = await book.asks("@maria", "customer Acme")
    await book.click("@maria", answer, act.ADD_CUSTOMER, "*Add Acme*:")
    await town.ours("@maria", "customer Acme")
    await book.click("@maria", town.ephemerals_of("@maria")[-1], act.EDIT_CUSTOMER)
    await book.form("@maria", "*Edit…*:")
    await town.send_form("@maria", aliases="Akme", domains="acme.example", handles="", tier="business", owners="@tom")
    await town.close_form("@maria")
    await town.say(
        "@yuki", "Acme wrote: https://www.trustpilot.com/reviews/acme1 “The export has failed since Monday. Help!”"
    )
    answer = await book.asks("@maria", "customer Acme")
    await book.click("@maria", answer, act.MERGE_CUSTOMER)
    await book.form("@maria", "*Merge…*:")
    await town.close_form("@maria")
