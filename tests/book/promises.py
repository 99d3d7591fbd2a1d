"""A promise, from the offer to its end; and all that can happen to it on the way."""

from __future__ import annotations

from datetime import datetime

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.sharing import answered_for, owned
from tests.flow.seen import REVIEW, Json, has_button

WORDS = "I'll get back to her by Friday 3pm"


def moment(local: str) -> int:
    return int(datetime.fromisoformat(local).timestamp())


async def tracked(book: Book, user: str = "@maria", text: str = WORDS) -> tuple[str, str]:
    """A promise about a review, open; answers the ts of the review, and of the promise."""
    ts = await book.town.say("@yuki", REVIEW)
    said = await book.town.say(user, text, thread_ts=ts)
    await book.town.click(user, book.town.offers_to(user)[-1], act.TRACK)
    return ts, said


async def mine(book: Book, user: str = "@maria") -> Json:
    await book.town.ours(user, "mine")
    return book.town.ephemerals_of(user)[-1]


async def kept(book: Book) -> None:
    town = book.town
    ts = await town.say("@yuki", REVIEW)
    await book.say("@maria", WORDS, thread_ts=ts)
    offer = town.offers_to("@maria")[-1]
    await book.page("@maria", offer, "**Maria** alone is asked:")
    await book.click("@maria", offer, act.CHANGE_DATE)
    await book.form("@maria", "*Change the date…*:")
    await town.close_form("@maria")
    await book.click("@maria", offer, act.TRACK, "*Track it*:")
    await town.jump("2026-11-20T13:00:30-05:00")
    nudge = town.dms_of("@maria")[-1]
    await book.page("@maria", nudge, "Two working hours before it is due, **Maria** is reminded, once:")
    await book.click("@maria", nudge, act.DONE, "*Done*:")
    await book.page("@tom", town.card_of(ts), "The card says so, too:")


async def agreed(book: Book) -> None:
    town = book.town
    ts = await town.say("@yuki", REVIEW)
    await book.say("@yuki", f"<@{town.id_of('@maria')}> can you get back to her by Friday?", thread_ts=ts)
    await book.say("@maria", "Sure, Thursday noon :+1:", thread_ts=ts)
    offer = town.offers_to("@maria")[-1]
    await book.page("@maria", offer, "**Maria** alone is asked:")
    await book.click("@maria", offer, act.TRACK, "*Track it*:")


async def missed(book: Book) -> None:
    town = book.town
    await answered_for(book)
    await town.jump("2026-11-23T10:20:00+01:00")
    await tracked(book, "@amara", "I'll send her the refund by tomorrow noon")
    await town.jump("2026-11-24T14:20:00+01:00")
    late = town.dms_of("@amara")[-1]
    await book.page("@amara", late, "**Amara** promised it for noon. An hour later:")
    await town.jump("2026-11-25T16:20:00+01:00")
    asked = next(one for one in reversed(town.dms_of("@tom")) if has_button(one, act.HEAD_TAKES))
    await book.page("@tom", asked, "A working day later, **Tom**, who heads Finance, is asked to help:")
    await book.click("@amara", late, act.TOMORROW, "**Amara** clicks *Tomorrow*:")


async def in_trouble(book: Book) -> None:
    town = book.town
    ts = await owned(book)
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", town.offers_to("@maria")[-1], act.TRACK)
    await book.asks("@maria", "mine")
    await book.click("@maria", await mine(book), act.AT_RISK)
    await book.form("@maria", "*At risk…*:")
    await town.send_form("@maria", reason="The bank has not answered")
    await book.form("@maria", "And sends it:")
    await town.close_form("@maria")
    await book.page("@tom", town.dms_of("@tom")[-1], "**Tom**, who leads, hears of it:")
    await book.click("@maria", await mine(book), act.HAND_OVER)
    await book.form("@maria", "*Hand over…*:")
    await town.send_form("@maria", person="@sam", reason="I am away from Wednesday")
    await town.close_form("@maria")
    asked = town.dms_of("@sam")[-1]
    await book.page("@sam", asked, "**Sam** is asked:")
    await book.click("@sam", asked, act.TAKE, "*Take it*:")
    await book.page("@maria", town.dms_of("@maria")[-1], "And **Maria** is told:")


async def requested(book: Book) -> None:
    town = book.town
    ts = await town.say("@yuki", REVIEW)
    await book.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    await book.form("@tom", "**Tom** clicks *Ask for a promise…* on a card:")
    due = moment("2026-11-19T12:00:00-05:00")
    await town.send_form("@tom", person="@maria", words="get back to her", moment=due)
    await town.close_form("@tom")
    request = town.dms_of("@maria")[-1]
    await book.page("@maria", request, "**Maria** is asked:")
    await book.click("@maria", request, act.REQUEST_COUNTER)
    await book.form("@maria", "*Another moment…*:")
    await town.send_form("@maria", moment=moment("2026-11-20T12:00:00-05:00"))
    await town.close_form("@maria")
    proposal = town.dms_of("@tom")[-1]
    await book.page("@tom", proposal, "**Tom** hears of it:")
    await book.click("@tom", proposal, act.REQUEST_FINE, "*Fine*:")
    await book.page("@maria", town.dms_of("@maria")[-1], "And **Maria** knows that it stands:")


async def shown_to_be_kept(book: Book) -> None:
    town = book.town
    ts, _ = await tracked(book)
    await book.say("@maria", "Replied to her just now!", thread_ts=ts)
    question = town.ephemerals_of("@maria")[-1]
    await book.page("@maria", question, "**Maria** is asked:")
    await book.click("@maria", question, act.EVIDENCE_YES, "*Yes, kept*:")
    await book.click("@tom", town.card_of(ts), act.HISTORY)
    await book.form("@tom", "*History* on the card tells the whole of it:")
    await town.close_form("@tom")


async def edited(book: Book) -> None:
    town = book.town
    _, said = await tracked(book)
    book.tell("**Maria** edits her message: “I'll get back to her by Thursday noon”.")
    town.slack.engine.edit(channel="#support", user="@maria", ts=said, text="I'll get back to her by Thursday noon")
    await town.settled()
    question = next(one for one in reversed(town.seen_by_alone("@maria")) if has_button(one, act.EDIT_LEAVE))
    await book.page("@maria", question, "She is asked:")
    await book.click("@maria", question, act.EDIT_MOVE, "*Move it*:")


async def withdrawn(book: Book) -> None:
    town = book.town
    await tracked(book)
    await book.click("@maria", await mine(book), act.MOVE)
    await book.form("@maria", "**Maria** clicks *Move…* in `/ours mine`, before it is due:")
    await town.send_form("@maria", moment=moment("2026-11-24T12:00:00-05:00"), reason="She is away until Tuesday")
    await book.form("@maria", "And sends it:")
    await town.close_form("@maria")
    await book.click("@maria", await mine(book), act.WITHDRAW)
    await book.form("@maria", "*Withdraw*:")
    await town.send_form("@maria", reason="She found the invoice herself")
    await book.form("@maria", "And sends it:")
    await town.close_form("@maria")
    await book.asks("@maria", "mine")
