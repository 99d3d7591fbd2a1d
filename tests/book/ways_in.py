"""Other ways in: an emoji, the shortcuts of a message, what was shared before, and where nothing may be posted."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import BUG, REVIEW, only
from tests.flow.test_emoji_that_share import PLAIN, SHARES
from tests.flow.test_the_same_post_twice import ADDRESS


async def by_emoji(book: Book) -> None:
    town = book.town
    ts = await book.say("@yuki", PLAIN)
    book.tell("**Maria** reacts to it with :speaking_head_in_silhouette:, which the setup calls an emoji that shares.")
    await town.react("@maria", "#support", ts, SHARES)
    await book.page("@tom", town.card_of(ts), "Its card comes in the thread, with no word more:")
    await town.unreact("@maria", "#support", ts, SHARES)
    await book.page("@tom", town.card_of(ts), "She takes the reaction away, and nobody has acted yet:")


async def by_shortcut(book: Book) -> None:
    town = book.town
    ts = await book.say("@yuki", "Jo called about the balcony again")
    book.tell("**Tom** takes *Customer mention* among the message's *More actions*.")
    (told,) = await town.shortcut("@tom", act.SHORTCUT_MENTION, "#support", ts)
    await book.page("@tom", told, "He is answered:")
    (told,) = await town.shortcut("@tom", act.SHORTCUT_MENTION, "#support", town.card_of(ts)["ts"])
    await book.page("@tom", told, "On the card itself it means nothing:")
    said = await book.say("@maria", "Jo will hear from us tomorrow 3pm")
    book.tell("**Maria** takes *Track a promise* on her own words.")
    told, _ = await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", said)
    await book.page("@maria", told, "She is answered:")
    await town.click("@maria", town.offers_to("@maria")[-1], act.TRACK)
    (told,) = await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", said)
    await book.page("@maria", told, "And, once she has tracked it:")
    other = await book.say("@maria", "She hears from us on Thursday noon, one way or another", thread_ts=ts)
    await town.shortcut("@tom", act.SHORTCUT_PROMISE, "#support", other)
    await book.form("@tom", "**Tom** takes the same on words of **Maria**. Only she can promise them, so he may ask:")
    await town.close_form("@tom")


async def shared_before(book: Book) -> None:
    town = book.town
    await town.say("@yuki", REVIEW)
    second = await book.say("@tom", f"{ADDRESS} “I was charged twice for another order too, refund me”", "#general")
    note = only(town.from_bot("#general", second))
    await book.page("@tom", note, "The same post was shared in #support before:")
    await book.click("@tom", note, act.NOT_THE_SAME, "*Not the same*:")


async def where_guests_read(book: Book) -> None:
    await book.say("@maria", BUG, "#customers")
    await book.told("@maria", "A guest reads there. **Maria** alone is told:")
