"""Commands, plain words and rules."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.test_learning import SAID, STAMPS, bring_in, proposal_to


async def asked(book: Book) -> None:
    await owned(book)
    await book.asks("@tom", "open")
    await book.asks("@tom", "mine")
    await book.asks("@tom", "digest")
    await book.asks("@tom", "privacy")
    await book.asks("@maria", "rules")
    await book.asks("@tom", "opne")
    await book.says_to_it("@tom", "what's open?")
    await book.says_to_it("@tom", "remind me to call Acme on Monday")
    await book.says_to_it("@tom", "please configure yourself")


async def learnt(book: Book) -> None:
    town = book.town
    await town.ours("@tom", "join finance")
    for number in range(3):
        await bring_in(town, number, user=("@amara", "@maria", "@amara")[number])
    book.tell("Three times, people bring Finance in on words about loyalty stamps.")
    asked = await proposal_to(town, "@tom")
    await book.page("@tom", asked, "**Tom** heads Finance:")
    await book.click("@tom", asked, act.RULE_YES, "*Yes*:")
    ts = await book.say("@yuki", STAMPS.format(3, SAID[3]))
    await book.page("@tom", town.card_of(ts), "The next one says why it is tagged:")
    answer = await book.asks("@tom", "rules")
    await book.click("@tom", answer, act.RULE_REMOVE, "*Remove*:")
