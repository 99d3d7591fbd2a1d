"""The loop is closed: causes, whether it lasted, and praise."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.seen import only
from tests.flow.test_causes import choose
from tests.flow.test_praise import PRAISE


async def fixed(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await choose(town, "@tom", town.card_of(ts), act.MORE_WAITS, cause="OPS-12")
    await book.page("@tom", town.card_of(ts), "**Tom** chooses *Waits for…* on the card, and names the bug:")
    await book.click("@maria", town.card_of(ts), act.FIX, "**Maria** says that it is fixed:")
    nudge = town.dms_of("@tom")[-1]
    await book.page("@tom", nudge, "Whoever owes the customer a word hears, once:")
    await book.click("@tom", nudge, act.FIX_PROMISE, "*I'll tell them*:")


async def a_tool_says_so(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await choose(town, "@tom", town.card_of(ts), act.MORE_WAITS, cause="OPS-12")
    town.slack.engine.user(user="tracker", is_bot=True, real_name="Tracker")
    book.tell("**Tracker**, an integration, posts in #support: “OPS-12 resolved”.")
    await town.say("@tracker", "OPS-12 resolved", subtype="bot_message")
    await book.page("@tom", town.dms_of("@tom")[-1], "A post is believed by nobody. **Tom** is asked:")


async def lasted(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    told = await choose(town, "@tom", town.card_of(ts), act.MORE_CHECK, check_back="7")
    assert told
    await book.page("@tom", town.card_of(ts), "**Tom** chooses *Check back…* on the answered card:")
    await town.jump("2026-11-24T09:30:00-05:00")
    nudge = town.dms_of("@tom")[-1]
    await book.page("@tom", nudge, "A week later:")
    await book.click("@tom", nudge, act.CHECK_NOT, "*Not yet*:")


async def praised(book: Book) -> None:
    town = book.town
    await town.ours("@tom", "join product")
    ts = await book.say("@yuki", PRAISE)
    for one in town.from_bot("#support", ts):
        caption = "The card of praise asks for thanks:" if one == town.card_of(ts) else "Whoever earned it is told:"
        await book.page("@tom", one, caption)
    await book.click("@maria", town.card_of(ts), act.CREDIT)
    await book.form("@maria", "*This is theirs…*:")
    await town.send_form("@maria", person=town.id_of("@amara"))
    await town.close_form("@maria")
    await book.page("@amara", only(town.dms_of("@amara")), "**Amara** reads:")
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await book.click("@maria", town.card_of(ts), act.QUOTE, "*Ask to quote*, on the card:")
    question = town.dms_of("@tom")[-1]
    await book.page("@tom", question, "**Tom**, who leads, is asked:")
    await book.click("@tom", question, act.QUOTE_YES, "*They allow it*:")
    await book.page("@maria", town.dms_of("@maria")[-1], "And **Maria** is told:")
