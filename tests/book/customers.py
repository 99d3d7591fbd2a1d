"""A customer's page."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.test_customers import added, edited, page_of


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


async def merged(book: Book) -> None:
    town = book.town
    await added(town, "@maria", "Acme")
    await added(town, "@maria", "Akme")
    await edited(town, "@maria", "Akme", handles="x.com/akme", owners="@tom")
    await town.say("@yuki", "https://x.com/akme/status/77 “I was charged twice, I want my money back!”")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.MERGE_CUSTOMER)
    await book.sends("@maria", "A name that nobody has is told beside its input:", duplicate="Zenith")
    await book.sends("@maria", "The duplicate's name, a domain or a handle does:", duplicate="x.com/akme")
    joined = await page_of(town, "@maria", "Akme")
    await book.page("@maria", joined, "Under either name, `/ours customer` shows both as one:")
    await book.click("@maria", joined, act.SPLIT_CUSTOMER, "It was wrong after all. *Split off*:")
    await book.asks("@maria", "customer Akme")


async def added_and_removed(book: Book) -> None:
    town = book.town
    await added(town, "@maria", "Acme")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.EDIT_CUSTOMER)
    wrong = {"aliases": "…", "domains": "gmail.com", "handles": "@acme", "owners": "@gus"}
    await book.sends("@maria", "What can't be is told beside its input, and nothing is lost:", **wrong)
    await town.close_form("@maria")
    page = await page_of(town, "@maria", "Acme")
    (known,) = await book.click("@maria", page, act.OWN_CUSTOMER, "*I know them*:")
    await book.says_to_it("@tom", "who owns Acme?")
    (back,) = await town.click("@maria", known, act.DISOWN_CUSTOMER)
    await book.click("@maria", back, act.REMOVE_CUSTOMER, "Of whom nobody said anything can be removed:")
