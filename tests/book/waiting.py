"""What the clock makes Ours say of what waits, and on Monday."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.promises import tracked
from tests.book.sharing import answered_for, owned
from tests.flow.seen import BUG, has_button, words


async def waiting(book: Book) -> None:
    town = book.town
    await town.join("#support", "@lena")
    await town.ours("@lena", "join product")
    await town.jump("2026-11-18T10:20:00+01:00")
    await town.say("@yuki", BUG)
    await town.jump("2026-11-18T14:50:00+01:00")
    nudge = next(one for one in reversed(town.dms_of("@lena")) if "waiting" in words(one))
    await book.page("@lena", nudge, "After four working hours, **Lena** of Product is reminded:")
    await book.click("@lena", nudge, act.MUTE_MENTION, "*Mute this*:")
    await town.jump("2026-11-19T12:00:00+00:00")
    reminder = next(one for one in reversed(town.from_bot("#support")) if "here today" in words(one))
    await book.page("@yuki", reminder, "And the channel, in the morning, in one message that changes as things settle:")


async def monday(book: Book) -> None:
    town = book.town
    await town.set_up("@maria", "hours", zone="America/New_York")
    await town.set_up("@maria", "digest", digest_channel="#general")
    ts = await owned(book)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    await tracked(book)
    await town.jump("2026-11-20T13:00:30-05:00")
    await town.click("@maria", town.dms_of("@maria")[-1], act.DONE)
    await town.jump("2026-11-23T09:30:00-05:00")
    told = next(one for one in reversed(town.from_bot("#general")) if "week with your customers" in words(one))
    await book.page("@yuki", told, "In the channel that an admin chose:")


async def escalated(book: Book) -> None:
    town = book.town
    await town.ours("@tom", "departments product")
    await book.sends("@tom", head="@tom", on_duty=["@amara"])
    await town.say("@yuki", BUG)
    await town.jump("2026-11-18T13:20:00+01:00")
    await town.jump("2026-11-19T10:20:00+01:00")
    asked = next(one for one in reversed(town.dms_of("@tom")) if has_button(one, act.CLAIM))
    await book.page("@tom", asked, "**Amara** was asked, and reminded. Then **Tom**, who heads Product, hears, once:")
    await book.click("@tom", asked, act.CLAIM, "*I'm on it*:")
    await town.jump("2026-11-19T12:00:00+00:00")
    told = next(one for one in reversed(town.from_bot("#support")) if "here today" in words(one))
    await book.page("@yuki", told, "The channel's reminder of that day:")
    await town.click("@tom", town.cards()[-1], act.ANSWERED)
    await book.page("@yuki", town.at("#support", told["ts"]), "And once it is answered:")


async def taken_by_the_head(book: Book) -> None:
    town = book.town
    await answered_for(book)
    await town.jump("2026-11-23T10:20:00+01:00")
    await tracked(book, "@amara", "I'll send her the refund by tomorrow noon")
    await town.jump("2026-11-24T14:20:00+01:00")
    await town.jump("2026-11-25T16:20:00+01:00")
    asked = next(one for one in reversed(town.dms_of("@tom")) if has_button(one, act.HEAD_TAKES))
    (muted,) = await book.click("@tom", asked, act.HEAD_MUTES, "**Tom** heads Finance, and clicks *Mute this*:")
    await book.click("@tom", muted, act.HEAD_UNMUTES, "And back:")


async def quiet(book: Book) -> None:
    town = book.town
    await book.asks("@maria", "digest")
    await town.set_up("@maria", "digest", digest_channel="#general")
    await town.jump("2026-11-24T12:00:00+00:00")
    await book.page(
        "@yuki", town.from_bot("#general")[-1], "It was switched on late, or Ours was away on Monday morning:"
    )
