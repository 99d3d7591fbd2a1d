"""What the clock makes Ours say of what waits, and on Monday."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import BUG, words


async def waiting(book: Book) -> None:
    town = book.town
    await town.jump("2026-12-08T10:20:00+01:00")
    book.chapter("Nobody is on it yet", "Whoever was asked is reminded once; the channel once a working day.")
    await town.join("#support", "@lena")
    await town.ours("@lena", "join product")
    ts = await town.say("@yuki", BUG.replace("bug77", "bug78").replace("mobile", "tablet"))
    await town.jump("2026-12-08T14:50:00+01:00")
    nudge = next(one for one in reversed(town.dms_of("@lena")) if "waiting" in words(one))
    await book.page("@lena", nudge, "After four working hours, **Lena** of Product is reminded:")
    await town.jump("2026-12-09T12:20:00+00:00")
    reminder = next(one for one in reversed(town.from_bot("#support")) if "here today" in words(one))
    await book.page("@yuki", reminder, "And the channel, in the morning, in one message that changes as things settle:")
    await town.click("@lena", town.card_of(ts), act.CLAIM)


async def monday(book: Book) -> None:
    town = book.town
    book.chapter("Monday", "One message a week shows how well the work was shared. Nobody is ranked.")
    await town.jump("2026-12-14T09:30:00-05:00")
    told = next(one for one in reversed(town.from_bot("#general")) if "week with your customers" in words(one))
    await book.page("@yuki", told, "In the channel that an admin chose:")
