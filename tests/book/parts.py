"""Owning together: parts, the lead, one answer, and how it ended."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned as owned_by_two
from tests.flow.seen import has_button


async def owned(book: Book) -> None:
    town = book.town
    ts = await owned_by_two(book)
    await book.click("@sam", town.card_of(ts), act.PART)
    await book.form("@sam", "**Sam** clicks *My part…*:")
    await town.send_form("@sam", note="Her second charge is found; she gets it back today", done="done")
    await book.form("@sam", "And sends it:")
    await town.close_form("@sam")
    await book.click("@tom", town.card_of(ts), act.PART)
    await town.send_form("@tom", done="on_it", lead=town.id_of("@maria"))
    await town.close_form("@tom")
    question = town.dms_of("@maria")[-1]
    await book.page("@maria", question, "**Tom** asks **Maria** to lead, in the same form. She is asked:")
    await book.click("@maria", question, act.LEAD, "*I'll lead*:")
    await book.page("@tom", town.dms_of("@tom")[-1], "**Tom** is told:")


async def answered(book: Book) -> None:
    town = book.town
    ts = await owned_by_two(book)
    notes = {"@sam": "She gets it back today", "@tom": "The bank returns the second charge"}
    for user, note in notes.items():
        await town.click(user, town.card_of(ts), act.PART)
        await town.send_form(user, note=note, done="done")
        await town.close_form(user)
    await book.page("@tom", town.card_of(ts), "Every part is done; one thing is left:")
    await book.click("@tom", town.card_of(ts), act.WRITE)
    await book.form("@tom", "**Tom** leads. He clicks *Write the answer…*: what everybody found, in one place:")
    words = "Dear Ada, the second charge goes back to your account today. Thank you for telling us."
    await town.send_form("@tom", answer=words, sent=["on"])
    await book.form("@tom", "He writes it, and says that the customer has it:")
    await town.close_form("@tom")
    await book.page("@sam", town.card_of(ts), "Everybody sees it on the card:")
    await town.jump("2026-11-18T15:20:00+01:00")
    told = town.dms_of("@yuki")[-1]
    await book.page("@yuki", told, "**Yuki**, who shared it, hears once how it ended:")
    await book.click("@yuki", told, act.HEARD_BACK, "*They heard back*:")


async def passed_on(book: Book) -> None:
    town = book.town
    ts = await owned_by_two(book)
    await _ask_to_lead(book, ts, "@sam")
    await book.click(
        "@sam", town.dms_of("@sam")[-1], act.CANT_LEAD, "**Tom** asks **Sam** to lead. He clicks *I can't*:"
    )
    await book.told("@tom", "**Tom** is told:")
    await _ask_to_lead(book, ts, "@sam")
    await town.click("@tom", town.card_of(ts), act.PART)
    await book.form("@tom", "He asks again, and may take it back in *My part…*:")
    await book.sends("@tom", "And does:", done="on_it", no_lead=["on"])
    question = town.dms_of("@sam")[-1]
    await book.click("@sam", question, act.LEAD, "**Sam** says yes a moment too late:")
    await _ask_to_lead(book, ts, "@sam")
    await town.jump("2026-11-19T09:20:00+01:00")
    await book.told("@tom", "Asked once more, **Sam** does not answer within four working hours:")


async def _ask_to_lead(book: Book, ts: str, user: str) -> None:
    await book.town.click("@tom", book.town.card_of(ts), act.PART)
    await book.sends("@tom", done="on_it", lead=book.town.id_of(user))


async def answered_before(book: Book) -> None:
    town = book.town
    await town.set_up("@maria", "answers", guidelines="Say sorry once, and say when it will be mended.")
    first = await owned_by_two(book)
    await town.click("@tom", town.card_of(first), act.WRITE)
    await book.sends("@tom", answer="Sorry, Ada: both charges are back by Monday.", sent=["on"])
    ts = await book.say("@yuki", "> I was charged twice for my order again, and nobody answers. (Bo)")
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    await town.click("@sam", town.card_of(ts), act.WRITE)
    await book.form(
        "@sam", "**Sam** writes. The house's guidelines and the last answer to something like it are there:"
    )
    await book.sends("@sam", "He saves a draft:", answer="Sorry, Bo: it is back by Tuesday.")
    await town.click("@sam", town.card_of(first), act.PART)
    await book.sends("@sam", done="done")
    await town.jump("2026-11-18T15:20:00+01:00")
    told = next(one for one in reversed(town.dms_of("@yuki")) if has_button(one, act.NOT_YET))
    await book.click("@yuki", told, act.NOT_YET, "The first is settled. **Yuki**, who shared it, clicks *Not yet*:")
    await book.told("@tom", "It is open again, and **Tom**, who leads, is told:")
