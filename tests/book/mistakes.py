"""What people read when something can't be done: what is in the way, and what does it."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import BUG, REVIEW


async def told(book: Book) -> None:
    town = book.town
    await town.ours("@tom", "join finance")
    await book.asks("@maria", "join finanse")
    await book.asks("@maria", "leave")
    await book.asks("@yuki", "setup hours")
    await book.asks("@yuki", "departments finance")
    await book.asks("@yuki", "customer")
    await book.asks("@gus", "join finance", "#customers")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    await book.sends(
        "@tom", "What a form can't take is told beside it:", person="@tom", words="call", moment=1795100000
    )
    await town.close_form("@tom")
    town.expected |= {"channel_not_found", "not_in_channel"}
    elsewhere = await town.say("@yuki", BUG, "#random")
    book.tell("**Yuki** takes *Customer mention* on a message in #random, where Ours is not.")
    (answer,) = await town.shortcut("@yuki", act.SHORTCUT_MENTION, "#random", elsewhere)
    await book.page("@yuki", answer, "She is answered:")
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_mode="off")
    await town.close_form("@maria")
    book.tell("**Maria** switches Ours off in #support. **Yuki** takes *Customer mention* there.")
    (answer,) = await town.shortcut("@yuki", act.SHORTCUT_MENTION, "#support", ts)
    await book.page("@yuki", answer, "She is answered:")
