"""A promise, from the offer to its end; and all that can happen to it on the way."""

from __future__ import annotations

from datetime import datetime

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import REVIEW, Json, has_button

WORDS = "I'll get back to her by Friday 3pm"


def moment(local: str) -> int:
    return int(datetime.fromisoformat(local).timestamp())


async def tracked(book: Book, number: int, text: str = WORDS) -> str:
    """A promise of Maria's about another review, open; answers the review's ts."""
    ts = await book.town.say("@yuki", REVIEW.replace("abc123", f"more{number}").replace("twice", f"{number} times"))
    await book.town.say("@maria", text, thread_ts=ts)
    await book.town.click("@maria", book.town.offers_to("@maria")[-1], act.TRACK)
    return ts


async def mine(book: Book, user: str = "@maria") -> Json:
    await book.town.ours(user, "mine")
    return book.town.ephemerals_of(user)[-1]


async def kept(book: Book) -> None:
    town = book.town
    await town.jump("2026-11-18T10:20:00-05:00")
    book.chapter(
        "A promise", "Ours offers to keep a promise to a customer. Until it is tracked, its speaker alone sees it."
    )
    ts = await town.say("@yuki", REVIEW.replace("abc123", "ada2").replace("my order", "my second order"))
    await book.say("@maria", WORDS, thread_ts=ts)
    offer = town.offers_to("@maria")[-1]
    await book.page("@maria", offer, "**Maria** alone is asked:")
    await book.click("@maria", offer, act.CHANGE_DATE)
    await book.form("@maria", "*Change date* (and so all that asks for a moment):")
    await town.close_form("@maria")
    await book.click("@maria", offer, act.TRACK, "*Track it*:")
    await town.jump("2026-11-20T13:00:30-05:00")
    nudge = town.dms_of("@maria")[-1]
    await book.page("@maria", nudge, "Two working hours before it is due, **Maria** is reminded, once:")
    await book.click("@maria", nudge, act.DONE, "*Done*:")
    await book.page("@tom", town.card_of(ts), "The card says so, too:")


async def missed(book: Book) -> None:
    town = book.town
    await town.jump("2026-11-23T10:20:00+01:00")
    book.chapter("A promise that is late", "Nobody is blamed, and nobody is asked twice for the same moment.")
    ts = await town.say("@yuki", REVIEW.replace("abc123", "more3").replace("twice", "three times"))
    await town.say("@amara", "I'll send her the refund by tomorrow noon", thread_ts=ts)
    await town.click("@amara", town.offers_to("@amara")[-1], act.TRACK)
    await town.jump("2026-11-24T14:20:00+01:00")
    late = town.dms_of("@amara")[-1]
    await book.page("@amara", late, "**Amara** promised it for noon. An hour later:")
    await town.jump("2026-11-25T16:20:00+01:00")
    asked = next(one for one in reversed(town.dms_of("@tom")) if has_button(one, act.HEAD_TAKES))
    await book.page("@tom", asked, "A working day later, **Tom**, who heads Finance, is asked to help:")
    await book.click("@amara", late, act.TOMORROW, "**Amara** clicks *Tomorrow*:")
    await town.click("@amara", await mine(book, "@amara"), act.DONE)


async def in_trouble(book: Book) -> None:
    town = book.town
    await town.jump("2026-11-30T10:20:00-05:00")
    book.chapter("A promise in trouble", "Saying so early is one click; so is asking a colleague to take over.")
    await tracked(book, 4)
    await book.asks("@maria", "mine")
    await book.click("@maria", await mine(book), act.AT_RISK)
    await book.form("@maria", "*At risk…*:")
    await town.send_form("@maria", reason="The bank has not answered")
    await book.form("@maria", "And whoever can help hears of it:")
    await town.close_form("@maria")
    await book.click("@maria", await mine(book), act.HAND_OVER)
    await book.form("@maria", "*Hand over…*:")
    await town.send_form("@maria", person="@sam", reason="I am away from Wednesday")
    await town.close_form("@maria")
    asked = town.dms_of("@sam")[-1]
    await book.page("@sam", asked, "**Sam** is asked:")
    await book.click("@sam", asked, act.TAKE, "*I'll take it*:")
    await book.page("@maria", town.dms_of("@maria")[-1], "And **Maria** is told:")


async def requested(book: Book) -> None:
    town = book.town
    await town.jump("2026-12-01T10:20:00-05:00")
    book.chapter("Asking for a promise", "Anybody may ask a colleague for one. Only the asked can promise.")
    ts = await town.say("@yuki", REVIEW.replace("abc123", "more5").replace("twice", "five times"))
    await book.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    await book.form("@tom", "**Tom** clicks *Ask for a promise…* on a card:")
    due = moment("2026-12-03T12:00:00-05:00")
    await town.send_form("@tom", person="@maria", words="get back to her", moment=due)
    await town.close_form("@tom")
    request = town.dms_of("@maria")[-1]
    await book.page("@maria", request, "**Maria** is asked:")
    await book.click("@maria", request, act.REQUEST_COUNTER)
    await book.form("@maria", "*Another moment…*:")
    await town.send_form("@maria", moment=moment("2026-12-04T12:00:00-05:00"))
    await town.close_form("@maria")
    proposal = town.dms_of("@tom")[-1]
    await book.page("@tom", proposal, "**Tom** hears of it:")
    await book.click("@tom", proposal, act.REQUEST_FINE, "*Fine*:")
    await book.page("@maria", town.dms_of("@maria")[-1], "And **Maria** knows that it stands:")


async def shown_to_be_kept(book: Book) -> None:
    town = book.town
    await town.jump("2026-12-07T10:20:00-05:00")
    book.chapter("What shows that it was kept", "Ours notices what may show it, and asks. It counts nothing by itself.")
    ts = await tracked(book, 6)
    await book.say("@maria", "Replied to her just now!", thread_ts=ts)
    question = town.ephemerals_of("@maria")[-1]
    await book.page("@maria", question, "**Maria** is asked:")
    await book.click("@maria", question, act.EVIDENCE_YES, "*Yes, kept*:")
    await book.click("@tom", town.card_of(ts), act.HISTORY)
    await book.form("@tom", "*History* on the card tells the whole of it:")
    await town.close_form("@tom")
