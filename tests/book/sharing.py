"""A customer's words are shared; departments are tagged; people correct the card."""

from __future__ import annotations

from datetime import datetime

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import BUG, REVIEW, is_card, only

WORDS_ONLY = "A customer told me on the phone: I was charged twice, I want my money back!"


async def answered_for(book: Book) -> None:
    """Tom heads Finance, Maria Customer Service."""
    await book.town.ours("@tom", "join finance")
    await book.town.ours("@maria", "join customer_service")


async def owned(book: Book, also: str = "@sam") -> str:
    """A review that Tom leads and Sam, or another, is on, too; answers its ts."""
    await answered_for(book)
    ts = await book.town.say("@yuki", REVIEW)
    for user in ("@tom", also):
        await book.town.click(user, book.town.card_of(ts), act.CLAIM)
    return ts


async def shared(book: Book) -> None:
    town = book.town
    await book.asks("@tom", "join finance")
    await town.ours("@maria", "join customer_service")
    ts = await book.say("@yuki", REVIEW)
    asked = next(one for one in town.from_bot("#support", ts) if not is_card(one))
    await book.page("@tom", asked, "Whoever should know is asked, in the thread:")
    await book.page("@tom", town.card_of(ts), "And the card shows whom it concerns, and why:")
    await book.click("@tom", town.card_of(ts), act.CLAIM)
    await book.click("@sam", town.card_of(ts), act.CLAIM)
    await book.page("@yuki", town.card_of(ts), "**Tom** and **Sam** click *I'm on it*. Their parts add up:")


async def from_anywhere(book: Book) -> None:
    town = book.town
    await town.global_shortcut("@maria", act.SHORTCUT_SHARE)
    await book.form("@maria", "**Maria** uses the shortcut *What a customer said*:")
    said = "I was charged twice, and nobody answers my mails. I want my money back!"
    await town.send_form("@maria", said=said, who="Ada Lovelace", where="#support")
    await book.form("@maria", "And sends it:")
    await town.close_form("@maria")
    post = next(one for one in town.from_bot("#support") if one.get("thread_ts") in {None, one["ts"]})
    await book.page("@tom", post, "It is posted, and its card stands in the thread:")
    await town.global_shortcut("@maria", act.SHORTCUT_PROMISE_NEW)
    await book.form("@maria", "The other one, *Promise something*:")
    due = int(datetime.fromisoformat("2026-11-20T12:00:00-05:00").timestamp())
    await book.sends("@maria", "And sends it:", words="Send Ada the invoice", moment=due)
    await book.say("@yuki", "A customer told me that your kettle burnt her hand, and wants compensation.", "@ours")
    told = town.dms_of("@yuki")[-1]
    await book.page("@yuki", told, "Told to Ours directly, nobody else would read it, so it says:")
    await book.click("@yuki", told, act.SHARE_WORDS)
    await book.form("@yuki", "*Share it…*:")
    await town.close_form("@yuki")


async def likely(book: Book) -> None:
    town = book.town
    await book.say("@amara", WORDS_ONLY)
    whisper = only(town.ephemerals_of("@amara", "#support"))
    await book.page("@amara", whisper, "**Amara** alone is asked:")
    await book.click("@amara", whisper, act.NOT_NOW, "*Not now* leaves it at that:")
    ts = await town.say("@tom", WORDS_ONLY.replace("told me", "said"))
    await book.click(
        "@tom", town.ephemerals_of("@tom")[-1], act.SHARE_IT, "**Tom** is asked of other words, and clicks *Share it*:"
    )
    await book.page("@sam", town.card_of(ts), "Its card comes:")
    await town.say("@sam", WORDS_ONLY.replace("on the phone", "in the shop"))
    await book.click(
        "@sam", town.ephemerals_of("@sam")[-1], act.NEVER_ASK, "**Sam** is asked, too, and clicks *Never ask me this*:"
    )


async def corrected(book: Book) -> None:
    town = book.town
    ts = await book.say("@yuki", BUG)
    await book.click("@sam", town.card_of(ts), act.WRONG_DEPARTMENT)
    await book.form("@sam", "**Sam** clicks *Wrong department…*:")
    await town.close_form("@sam")
    await book.click("@sam", town.card_of(ts), act.BRING_IN)
    await book.form("@sam", "*Bring in…* asks a department that was not thought of:")
    await town.close_form("@sam")
    await book.click("@sam", town.card_of(ts), act.DISMISS)
    await book.page("@sam", town.card_of(ts), "*Not a customer mention* folds the card; *Undo* brings it back:")
