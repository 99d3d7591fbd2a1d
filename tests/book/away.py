"""Somebody is on leave."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.test_leaves import BACK, on_leave


async def stood_in_for(book: Book) -> None:
    town = book.town
    ts = await owned(book, also="@amara")
    book.tell(f"**Tom** goes on leave until {BACK[:10]}: his status in Slack says so.")
    await on_leave(town, "@tom")
    question = town.dms_of("@amara")[-1]
    await book.page("@amara", question, "**Amara**, who is on it, too, is asked:")
    await book.click("@amara", question, act.LEAD, "*I'll stand in*:")
    await book.page("@yuki", town.card_of(ts), "The card says so:")
    await town.jump("2026-11-25T15:30:00+01:00")
    await book.page("@amara", town.dms_of("@amara")[-1], "When Tom is back, **Amara** is told:")
    await book.page("@tom", town.dms_of("@tom")[-1], "And **Tom** hears once what happened meanwhile:")
