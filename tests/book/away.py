"""Somebody is on leave."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.seen import has_button
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


async def gone(book: Book) -> None:
    town = book.town
    ts = await owned(book, also="@amara")
    await town.say("@tom", "I'll get back to her by tomorrow 5pm", thread_ts=ts)
    await town.click("@tom", town.offers_to("@tom")[-1], act.TRACK)
    book.tell("**Tom** leaves the company: his account in Slack is gone.")
    town.slack.engine.user(user="@tom", deleted=True)
    await town.settled()
    question = next(one for one in reversed(town.dms_of("@amara")) if has_button(one, act.TAKE))
    await book.page("@amara", question, "He promised the customer something. **Amara** is asked:")
    await book.click("@amara", question, act.TAKE, "*Take it*:")
    await book.page("@yuki", town.card_of(ts), "His part passed on, too:")
