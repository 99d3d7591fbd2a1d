"""What the clock makes Ours say of what waits, and on Monday."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.promises import tracked
from tests.book.sharing import owned
from tests.flow.seen import BUG, words


async def waiting(book: Book) -> None:
    town = book.town
    await town.join("#support", "@lena")
    await town.ours("@lena", "join product")
    await town.jump("2026-11-18T10:20:00+01:00")
    await town.say("@yuki", BUG)
    await town.jump("2026-11-18T14:50:00+01:00")
    nudge = next(one for one in reversed(town.dms_of("@lena")) if "waiting" in words(one))
    await book.page("@lena", nudge, "After four working hours, **Lena** of Product is reminded:")
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
