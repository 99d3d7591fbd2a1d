"""A customer's words are shared; departments are tagged; people correct the card."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import BUG, REVIEW, is_card, only

WORDS_ONLY = "A customer told me on the phone: I was charged twice, I want my money back!"


async def shared(book: Book) -> str:
    """A review that Finance and Customer Service are asked about, with Tom and Sam on it; answers its ts."""
    town = book.town
    book.chapter("A customer speaks", "Somebody shares what a customer said, in a channel that Ours was invited to.")
    await book.asks("@tom", "join finance")
    await town.ours("@maria", "join customer_service")
    ts = await book.say("@yuki", REVIEW)
    asked = next(one for one in town.from_bot("#support", ts) if not is_card(one))
    await book.page("@tom", asked, "Whoever should know is asked, in the thread:")
    await book.page("@tom", town.card_of(ts), "And the card shows whom it concerns, and why:")
    await book.click("@tom", town.card_of(ts), act.CLAIM)
    await book.click("@sam", town.card_of(ts), act.CLAIM)
    await book.page("@yuki", town.card_of(ts), "**Tom** and **Sam** click *I'm on it*. Their parts add up:")
    return ts


async def likely(book: Book) -> None:
    """Words of which Ours is not sure."""
    town = book.town
    book.chapter("Ours is not sure", "What is only likely a customer's is nobody's business but the speaker's.")
    await book.say("@amara", WORDS_ONLY)
    whisper = only(town.ephemerals_of("@amara", "#support"))
    await book.page("@amara", whisper, "**Amara** alone is asked:")
    await book.click("@amara", whisper, act.NOT_NOW, "*Not now* leaves it at that:")


async def corrected(book: Book) -> None:
    """A card that people correct."""
    town = book.town
    book.chapter(
        "The card is wrong", "Every tag can be corrected by whoever knows better, and every correction undone."
    )
    ts = await book.say("@yuki", BUG)
    await book.click("@sam", town.card_of(ts), act.WRONG_DEPARTMENT)
    await book.form("@sam", "**Sam** clicks *Wrong department…*:")
    await town.close_form("@sam")
    await book.click("@sam", town.card_of(ts), act.BRING_IN)
    await book.form("@sam", "*Bring in…* asks a department that was not thought of:")
    await town.close_form("@sam")
    await book.click("@sam", town.card_of(ts), act.DISMISS)
    await book.page("@sam", town.card_of(ts), "*Not a customer mention* folds the card; *Undo* brings it back:")
    await book.click("@sam", town.card_of(ts), act.UNDO_DISMISS)
