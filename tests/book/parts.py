"""Owning together: parts, the lead, one answer, and how it ended."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book


async def owned(book: Book, ts: str) -> None:
    """On the review that Tom leads and Sam is on, too."""
    town = book.town
    book.chapter("Owning together", "Each owner has a part of their own: a note, and an end. One of them leads.")
    await book.click("@sam", town.card_of(ts), act.PART)
    await book.form("@sam", "**Sam** clicks *My part…*:")
    await town.send_form("@sam", note="Her second charge is found; she gets it back today", done="done")
    await book.form("@sam", "And sends it:")
    await town.close_form("@sam")
    await _lead(book, ts)
    await _answer(book, ts)


async def _lead(book: Book, ts: str) -> None:
    town = book.town
    await book.click("@tom", town.card_of(ts), act.PART)
    await town.send_form("@tom", done="on_it", lead=town.id_of("@maria"))
    await town.close_form("@tom")
    question = town.dms_of("@maria")[-1]
    await book.page("@maria", question, "**Tom** asks **Maria** to lead. She is asked; until she says yes, Tom leads:")
    await book.click("@maria", question, act.LEAD)
    await book.page("@tom", town.dms_of("@tom")[-1], "She will. **Tom** is told:")


async def _answer(book: Book, ts: str) -> None:
    town = book.town
    for user, note in (("@tom", "The bank returns the second charge"), ("@maria", "")):
        await town.click(user, town.card_of(ts), act.PART)
        await town.send_form(user, note=note, done="done")
        await town.close_form(user)
    await book.page("@maria", town.card_of(ts), "Once every part is done, one thing is left:")
    await book.click("@maria", town.card_of(ts), act.WRITE)
    await book.form("@maria", "**Maria** clicks *Write the answer…*: what everybody found, in one place:")
    words = "Dear Ada, the second charge goes back to your account today. Thank you for telling us."
    await town.send_form("@maria", answer=words, sent=["on"])
    await book.form("@maria", "She writes it, and says that the customer has it:")
    await town.close_form("@maria")
    await book.page("@tom", town.card_of(ts), "Everybody sees it on the card:")
    await town.jump("2026-11-18T15:20:00+01:00")
    told = town.dms_of("@yuki")[-1]
    await book.page("@yuki", told, "**Yuki**, who shared it, hears once how it ended:")
    await book.click("@yuki", told, act.HEARD_BACK, "*They heard back*:")
