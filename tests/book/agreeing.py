"""How promises are agreed on, shown to be kept, and what becomes of them: the paths that end otherwise."""

from __future__ import annotations

from typing import Any

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.promises import WORDS, mine, tracked
from tests.flow.seen import REVIEW, Json, has_button
from tests.flow.test_evidence import MAIL, REPLY


async def asked_otherwise(book: Book) -> None:
    town = book.town
    maria = f"<@{town.id_of('@maria')}|maria>"
    await town.ours("@tom", f"promise {maria} call Ada back by Thursday")
    book.tell("**Tom** types `/ours promise @Maria call Ada back by Thursday`:")
    await book.page("@tom", town.ephemerals_of("@tom")[-1], "He is answered:")
    request = town.dms_of("@maria")[-1]
    (cant,) = await book.click("@maria", request, act.REQUEST_CANT, "**Maria** clicks *I can't*:")
    await book.told("@tom", "**Tom** is told:")
    await book.click("@maria", cant, act.REQUEST_RECONSIDER)
    await book.click("@maria", town.dms_of("@maria")[-1], act.REQUEST_PROMISE, "She can after all, and promises it:")
    await book.told("@tom", "**Tom** is told:")
    await town.ours("@tom", f"promise {maria} send Bo the form by Thursday")
    await book.page("@tom", await mine(book, "@tom"), "He asks for another one. `/ours mine` has what waits:")
    await town.jump("2026-11-19T09:30:00+01:00")
    await book.told("@tom", "Nobody answers for a working day:")


async def shown_otherwise(book: Book) -> None:
    town = book.town
    ts, said = await tracked(book)
    link = await _asked(book, ts, f"Here is our answer: {REPLY}")
    await book.page("@maria", link, "**Maria** posts the link to her public reply in the thread, and is asked:")
    await book.click("@maria", link, act.EVIDENCE_NO, "*Not yet*:")
    mail = await _asked(book, ts, "", files=[MAIL])
    await book.page("@maria", mail, "She forwards her mail:")
    await book.click("@maria", mail, act.EVIDENCE_NO)
    await town.say("@tom", "", thread_ts=ts, files=[MAIL | {"subject": "Thank you", "plain_text": "It works, thanks!"}])
    heard = await book.told("@maria", "The customer writes again; she is asked in her working hours:")
    await town.click("@maria", heard, act.EVIDENCE_NO)
    book.tell("Or she reacts with :white_check_mark: to what she promised, which needs no question.")
    await town.react("@maria", "#support", said)
    await book.page("@maria", await mine(book), "`/ours mine`:")
    await town.unreact("@maria", "#support", said)
    await book.page("@maria", await mine(book), "She takes the reaction away, and it is open again:")


async def _asked(book: Book, ts: str, text: str, **more: Any) -> Json:
    """What Maria is asked of what she says in that thread."""
    await book.town.say("@maria", text, thread_ts=ts, **more)
    return next(one for one in reversed(book.town.seen_by_alone("@maria")) if has_button(one, act.EVIDENCE_YES))


async def edited_away(book: Book) -> None:
    town = book.town
    ts, said = await tracked(book)
    town.slack.engine.edit(channel="#support", user="@maria", ts=said, text="I'll get back to her by Thursday noon")
    await town.settled()
    await book.click("@maria", _question(book), act.EDIT_LEAVE, "**Maria** edits the moment, and clicks *Leave it*:")
    town.slack.engine.edit(channel="#support", user="@maria", ts=said, text="Tom knows her well")
    await town.settled()
    await book.page("@maria", _question(book), "She edits the promise away:")
    town.slack.engine.delete(channel="#support", user="@maria", ts=said)
    await town.settled()
    await book.told("@maria", "She deletes her message:")
    await book.page("@tom", town.card_of(ts), "The promise stands on the card, without its words:")


def _question(book: Book) -> Json:
    return next(one for one in reversed(book.town.seen_by_alone("@maria")) if has_button(one, act.EDIT_LEAVE))


async def offered(book: Book) -> None:
    town = book.town
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", "I'll get back to her about this", thread_ts=ts)
    await book.page("@maria", town.offers_to("@maria")[-1], "**Maria** says no moment, so she is asked without one:")
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.jump("2026-11-18T09:20:00-05:00")
    await book.told("@maria", "What she leaves unanswered comes once more, on her next working morning:")
    await town.say("@maria", "I'll send her the form by Thursday noon", thread_ts=ts)
    offer = town.offers_to("@maria")[-1]
    await town.jump("2026-11-19T09:20:00-05:00")
    await town.jump("2026-11-19T18:20:00-05:00")
    await book.click("@maria", offer, act.TRACK, "Unanswered still, it lapses, and its words are forgotten:")
    await town.say("@maria", "I'll call her by Friday noon", thread_ts=ts)
    offer = town.offers_to("@maria")[-1]
    await book.click("@maria", offer, act.NOT_A_PROMISE, "*Not a promise*:")
    await town.say("@maria", "I'll write to her by Friday noon", thread_ts=ts)
    (never,) = await book.click("@maria", town.offers_to("@maria")[-1], act.NEVER_OFFER, "*Never offer me this*:")
    await book.click("@maria", never, act.OFFERS_ON, "And back:")


async def by_command(book: Book) -> None:
    town = book.town
    await book.asks("@maria", "promise send Ada the invoice by Friday 3pm")
    await book.asks("@maria", "promise call Bob")
    await book.asks("@maria", "promise call Bob on Friday at 25:00")
    await town.ours("@maria", "promise write to Bo by Friday 3pm")
    await town.ours("@maria", "join finance")
    await town.say("@yuki", REVIEW)
    await town.jump("2026-11-20T13:05:00-05:00")
    await book.told("@maria", "Several things fall due together: one message, and each button settles its own:")
    await town.jump("2026-11-20T16:20:00-05:00")
    await book.told("@maria", "An hour after the moment:")


async def handed_back(book: Book) -> None:
    town = book.town
    await tracked(book)
    await town.click("@maria", await mine(book), act.HAND_OVER)
    await book.sends("@maria", "**Maria** asks **Sam** to take a promise over:", person="@sam", reason="I am ill")
    listed = await mine(book)
    await book.page("@maria", listed, "Until he answers it is hers, and `/ours mine` says so:")
    await book.click("@sam", town.dms_of("@sam")[-1], act.CANT, "**Sam** clicks *Can't*:")
    await book.told("@maria", "**Maria** is told:")
    await town.click("@maria", await mine(book), act.AT_RISK)
    await book.sends("@maria", reason="I am ill")
    await book.page("@maria", await mine(book), "She says that it may be late; *On track again* takes it back:")
    await town.jump("2026-11-20T13:05:00-05:00")
    nudge = town.dms_of("@maria")[-1]
    (muted,) = await book.click("@maria", nudge, act.MUTE, "On its reminder she clicks *Mute this*:")
    await book.click("@maria", muted, act.UNMUTE, "*Unmute*:")
    await town.click("@maria", await mine(book), act.DONE)
    await book.click("@maria", await mine(book), act.REOPEN, "And *Done* is taken back by *Reopen*, in `/ours mine`:")
    await town.click("@maria", await mine(book), act.HISTORY)
    await book.form("@maria", "*History*, for **Maria** alone, tells all of it:")
    await town.close_form("@maria")
