"""The loop is closed: causes, whether it lasted, and praise."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.seen import BUG, REVIEW, only
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
    question = await book.told("@tom", "A post is believed by nobody. **Tom** is asked:")
    await book.click("@tom", question, act.FIX_NO, "*Not yet*:")


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


async def known_already(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await town.say("@tom", "Once bug 4711 is fixed I'll get back to her, by Friday 27 November", thread_ts=ts)
    await town.click("@tom", town.offers_to("@tom")[-1], act.TRACK)
    other = await town.say("@maria", BUG)
    await town.click("@amara", town.card_of(other), act.CLAIM)
    await choose(town, "@amara", town.card_of(other), act.MORE_WAITS, cause="bug 4711")
    book.tell("**Tom** promised a customer to get back to them once bug 4711 is fixed; **Amara**'s waits for it, too.")
    await book.asks("@maria", "fixed")
    await book.asks("@maria", "fixed bug 99")
    await book.asks("@maria", "fixed bug 4711")
    nudge = town.dms_of("@amara")[-1]
    await book.page("@amara", nudge, "**Amara** hears:")
    await book.click("@amara", nudge, act.FIX_TOLD, "*They know*:")
    await book.told("@tom", "**Tom**, who promised:")
    await book.click("@tom", town.dms_of("@tom")[-1], act.UNFIX, "It is not fixed after all, says he:")


async def well(book: Book) -> None:
    town = book.town
    for number, user in enumerate(("@tom", "@amara")):
        ts = await town.say("@yuki", REVIEW.replace("abc123", f"abc{number}").replace("twice", f"{number + 2} times"))
        await town.click(user, town.card_of(ts), act.CLAIM)
        await town.click(user, town.card_of(ts), act.ANSWERED)
        await choose(town, user, town.card_of(ts), act.MORE_CHECK, check_back="7")
    await town.jump("2026-11-24T09:30:00-05:00")
    await book.click("@tom", town.dms_of("@tom")[-1], act.CHECK_WELL, "A week later, **Tom** clicks *All is well*:")
    await book.click("@amara", town.dms_of("@amara")[-1], act.CHECK_WRITE, "And **Amara**, *I'll write to them*:")


async def not_quoted(book: Book) -> None:
    town = book.town
    ts = await town.say("@yuki", PRAISE)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@maria", town.card_of(ts), act.QUOTE)
    await book.page("@maria", town.card_of(ts), "**Maria** would like to quote it, and **Tom** asks the customer:")
    await book.click("@tom", town.dms_of("@tom")[-1], act.QUOTE_NO, "*They'd rather not*:")
    await book.told("@maria", "**Maria** is told:")
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    await book.page("@yuki", town.card_of(ts), "They are thanked, and the card says all of it:")
