"""What may show that a promise was kept: the bot asks its promiser, counts nothing by itself, and links to it."""

from __future__ import annotations

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Evidence, Promise
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, has_button, labels, links, only, words

WORDS = "I'll get back to her by Friday EOD"
REPLY = "https://www.trustpilot.com/reviews/abc123?reply=1"
MAIL = {
    "filetype": "email",
    "mimetype": "message/rfc822",
    "name": "Re: charged twice.eml",
    "subject": "Re: charged twice",
    "from": [{"original": "Maria Lopez <maria@acme.example>"}],
    "plain_text": "Dear Ada, the second charge goes back to your account today. Sorry for the trouble!",
}


async def promised(town: Town, text: str = WORDS) -> str:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", text, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    return ts


def questions(town: Town, user: str = "@maria") -> list[Json]:
    return [one for one in town.seen_by_alone(user) if has_button(one, act.EVIDENCE_YES)]


async def state(town: Town) -> str:
    (found,) = await town.ask(select(Promise.state))
    return str(found)


async def test_the_promisers_link_to_the_public_reply_is_counted_when_they_say_so(town: Town) -> None:
    ts = await promised(town)
    await town.say("@maria", f"Here is our answer: {REPLY}", thread_ts=ts)
    question = only(questions(town))
    assert "Did you keep this promise?" in words(question)
    assert "a link to where people speak in public" in words(question)
    assert REPLY in links(question)
    assert labels(question) == ["Yes, kept", "Not yet"]
    assert await state(town) == "open", "nothing counts silently"
    kept = only(await town.click("@maria", question, act.EVIDENCE_YES))
    assert "Kept. Thank you" in words(kept)
    assert f"kept · <{REPLY}|the reply>" in words(town.card_of(ts))
    await town.jump("2026-11-20T15:00:30-05:00")
    assert town.dms_of("@maria") == []
    await town.click("@maria", kept, act.REOPEN)
    assert REPLY not in links(town.card_of(ts))[2:]
    assert await town.ask(select(Evidence.state)) == ["refused"]


async def test_words_in_the_thread_are_asked_about_once_and_not_yet_leaves_it_open(town: Town) -> None:
    ts = await promised(town)
    said = await town.say("@maria", "Replied to her just now!", thread_ts=ts)
    question = only(questions(town))
    assert town.follow(links(question)[-1])["ts"] == said
    await town.say("@maria", "Called her, too.", thread_ts=ts)
    assert len(questions(town)) == 1, "one question about a promise at a time"
    later = only(await town.click("@maria", question, act.EVIDENCE_NO))
    assert "it stays open, due" in words(later)
    assert await state(town) == "open"
    await town.say("@maria", "Done, she has her money back", thread_ts=ts)
    assert len(questions(town)) == 2, "that one may be counted after all, and this one is new"
    await town.click("@maria", later, act.EVIDENCE_YES)
    assert await state(town) == "kept"
    assert sorted(await town.ask(select(Evidence.state))) == ["counted", "lapsed"]


async def test_the_nudge_before_it_is_due_asks_what_was_not_answered(town: Town) -> None:
    ts = await promised(town)
    await town.say("@maria", "Replied to her just now!", thread_ts=ts)
    await town.jump("2026-11-20T15:00:30-05:00")
    nudge = town.dms_of("@maria")[-1]
    assert "You wrote" in words(nudge)
    assert "Is it kept?" in words(nudge)
    assert labels(nudge)[0] == "Yes, kept"
    await town.click("@maria", nudge, act.EVIDENCE_YES)
    assert "|what was said>" in words(town.card_of(ts))


async def test_a_forwarded_mail_is_asked_about(town: Town) -> None:
    ts = await promised(town)
    await town.say("@maria", "", thread_ts=ts, files=[MAIL])
    question = only(questions(town))
    assert "You forwarded" in words(question)
    await town.click("@maria", question, act.EVIDENCE_YES)
    assert "|the mail>" in words(town.card_of(ts))


async def test_the_customers_next_words_are_asked_about_in_working_hours(town: Town) -> None:
    ts = await promised(town)
    await town.jump("2026-11-18T02:00:00-05:00")
    await town.say(
        "@tom", "", thread_ts=ts, files=[MAIL | {"subject": "Thank you", "plain_text": "It is solved, thanks!"}]
    )
    assert questions(town) == []
    await town.ours("@maria", "mine")
    mine = town.ephemerals_of("@maria")[-1]
    assert "The customer" in words(mine)
    assert labels(mine)[1:3] == ["Yes, kept", "Not yet"]
    await town.jump("2026-11-18T09:00:30-05:00")
    nudge = town.dms_of("@maria")[-1]
    assert "Have you got back to them?" in words(nudge)
    await town.click("@maria", nudge, act.EVIDENCE_YES)
    assert await state(town) == "kept"
    assert "|the customer's words>" in words(town.card_of(ts))


async def test_nobody_is_asked_of_what_others_write_or_what_only_sounds_like_it(town: Town) -> None:
    ts = await promised(town)
    await town.say("@tom", "I've replied to her", thread_ts=ts)
    await town.say("@maria", "I'll have it done by then, not done yet", thread_ts=ts)
    await town.say("@maria", f"the review again: {REVIEW.split()[0]}", thread_ts=ts)
    await town.say("@maria", "Sent it to finance", thread_ts=ts)
    assert questions(town) == []


async def test_what_is_settled_or_deleted_meanwhile_is_asked_no_more(town: Town) -> None:
    ts = await promised(town)
    said = await town.say("@maria", "Replied to her just now!", thread_ts=ts)
    question = only(questions(town))
    town.slack.engine.delete(channel="#support", user="@maria", ts=said)
    await town.settled()
    assert "answered already, or its message is gone" in words(await town.click("@maria", question, act.EVIDENCE_YES))
    assert await state(town) == "open"
    await town.say("@maria", "Called her.", thread_ts=ts)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.EVIDENCE_YES)
    assert await state(town) == "kept"


async def test_who_is_not_read_is_not_asked(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", "She hears from us on Thursday noon", thread_ts=ts)
    await town.shortcut("@tom", act.SHORTCUT_PROMISE, "#support", said)
    await town.send_form("@tom", words="get back to her", moment=1795280400)
    await town.click("@maria", town.dms_of("@maria")[-1], act.REQUEST_PROMISE)
    await town.ours("@maria", "settings")
    await town.send_form("@maria", own_promises=[])
    await town.say("@maria", "Replied to her just now!", thread_ts=ts)
    assert questions(town) == []
