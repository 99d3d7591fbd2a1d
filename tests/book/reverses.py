"""Every act on a card has its reverse, and two who act at once are both told."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import owned
from tests.flow.seen import REVIEW
from tests.flow.test_buttons_of_a_card import option
from tests.flow.test_the_customer_speaks_again import AGAIN


async def departments(book: Book) -> None:
    town = book.town
    await town.ours("@lena", "join legal", "#general")
    await town.join("#support", "@lena")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@sam", town.card_of(ts), act.WRONG_DEPARTMENT)
    finance = option(town.form_of("@sam"), act.INPUT_WRONG, "Finance")
    await book.sends("@sam", "**Sam** says in *Wrong department…* that Finance is not concerned:", wrong=finance)
    await town.click("@amara", town.card_of(ts), act.BRING_IN)
    legal = option(town.form_of("@amara"), act.INPUT_DEPARTMENT, "Legal")
    asked = "**Amara** brings Legal in:"
    await book.sends("@amara", asked, department=legal, reason="she mentions a lawyer")
    await book.page("@tom", town.card_of(ts), "The card says who said so, and takes it back:")
    await book.click("@tom", town.card_of(ts), act.CONCERNED, "*It is concerned*:")
    await town.click("@amara", town.card_of(ts), act.BRING_IN)
    await book.form("@amara", "*Bring in…* takes back, too, while nobody there has acted:")
    await book.sends("@amara", "And sends it:", take_back=legal)


async def acts(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await book.click("@tom", town.card_of(ts), act.CLAIM, "**Tom** clicks *I'm on it* once more:")
    await book.click("@tom", town.card_of(ts), act.RELEASE, "*Step back*:")
    await book.click("@maria", town.card_of(ts), act.RELEASE, "**Maria** was only asked. She steps back, too:")
    await book.click("@maria", town.card_of(ts), act.PART, "Nor has she a part to write about:")
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@sam", town.card_of(ts), act.ANSWERED)
    await book.page("@tom", town.card_of(ts), "**Tom** is on it again, and **Sam**, who leads, says *Answered*:")
    await book.click("@tom", town.card_of(ts), act.UNDO_ANSWERED)
    await book.page("@sam", town.card_of(ts), "*Not answered yet* opens it again, with the same people:")


async def at_once(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await town.click("@tom", town.card_of(ts), act.WRITE)
    await town.click("@sam", town.card_of(ts), act.WRITE)
    await book.form(
        "@sam", "**Tom** writes an answer. **Sam** clicks *Write the answer…*, too, and reads that at once:"
    )
    await book.told("@tom", "And **Tom** is told that **Sam** has begun:")
    await town.send_form("@tom", answer="Dear Ada, the second charge is on its way back.", sent=["on"])
    await town.close_form("@tom")
    await book.sends("@sam", "**Tom** sends his. **Sam** does so second; what he wrote is kept for him:",
                     answer="You get it back today.", sent=["on"])  # fmt: skip


async def speaks_again(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    await town.click("@sam", town.card_of(ts), act.PART)
    await book.sends("@sam", done="done")
    await book.page("@yuki", town.card_of(ts), "Everything is done:")
    book.tell("**Maria** pastes the customer's next words into the thread:")
    book.lines += ["", f"> > {AGAIN}"]
    await town.say("@maria", f"&gt; {AGAIN}", thread_ts=ts, raw=True)
    await book.page("@yuki", town.card_of(ts), "It is open again, and the same people are on it:")
    await book.told("@tom", "**Tom**, who leads, is told:")
