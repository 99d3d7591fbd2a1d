"""Somebody is on leave."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.seen import has_button
from tests.flow.test_leaves import BACK, on_leave

URGENT = "https://www.trustpilot.com/reviews/u1 “Nobody answers my calls, my lawyer will sue you today!”"


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


async def gone_home(book: Book) -> None:
    town = book.town
    await town.ours("@maria", "departments legal")
    await book.sends("@maria", head="@tom", on_duty=["@tom", "@maria"])
    ts = await book.say("@yuki", URGENT)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.jump("2026-11-17T17:20:00+01:00")
    question = next(one for one in reversed(town.dms_of("@maria")) if has_button(one, act.LEAD))
    await book.page("@maria", question, "**Tom** leads, and his day in Berlin ends. **Maria** is on duty in New York:")
    await book.click("@maria", question, act.LEAD, "*I'll stand in*:")
    await book.page("@sam", town.card_of(ts), "The card says who leads tonight:")
    await book.asks("@yuki", "duty")
    await town.jump("2026-11-18T09:20:00+01:00")
    await book.told("@tom", "In the morning **Tom** leads again:")


async def left_behind(book: Book) -> None:
    town = book.town
    ts = await owned(book, also="@amara")
    await town.click("@tom", town.card_of(ts), act.PART)
    await book.sends("@tom", note="The bank has her papers", done="on_it")
    town.slack.engine.user(user="@tom", deleted=True)
    await town.settled()
    await book.told("@amara", "**Tom** led, and has no account any more. **Amara**, who is on it, too, is told:")


async def covered(book: Book) -> None:
    town = book.town
    ts = await owned(book, also="@amara")
    await town.say("@tom", "I'll get back to her by tomorrow 5pm", thread_ts=ts)
    await town.click("@tom", town.offers_to("@tom")[-1], act.TRACK)
    await on_leave(town, "@tom")
    await town.jump("2026-11-18T15:20:00+01:00")
    question = next(one for one in reversed(town.dms_of("@amara")) if has_button(one, act.TAKE))
    await book.page("@amara", question, "**Tom** is on leave, and something that he promised falls due:")
    await town.click("@amara", question, act.TAKE)
    await town.jump("2026-11-25T15:30:00+01:00")
    await book.told("@tom", "When he is back:")
