"""A promise that somebody asks a colleague for: on a card, on a message, by command; every answer and its reverse."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Entry, Promise
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, labels, only, words

ASK = "promise @maria call Ada back by Thursday"
THURSDAY = "2026-11-19T12:00:00-05:00"
FRIDAY = "2026-11-20T12:00:00-05:00"


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


async def asked(town: Town) -> Json:
    """The DM to maria, whom yuki asks by command."""
    shown = await town.ours("@yuki", ASK.replace("@maria", f"<@{town.id_of('@maria')}|maria>"))
    assert "Asked" in words(shown)
    return only(town.dms_of("@maria"))


async def promise_of(town: Town) -> Promise:
    (found,) = await town.ask(select(Promise))
    assert isinstance(found, Promise)
    return found


async def test_a_card_asks_a_teammate_who_promises_it(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    assert not await town.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    done = await town.send_form("@tom", person="@maria", words="get back to her", moment=moment(THURSDAY))
    assert "Asked: by Thursday 19 November" in words(done)
    request = only(town.dms_of("@maria"))
    assert f"<@{town.id_of('@tom')}> asks: can you promise this to a customer?" in words(request)
    assert labels(request) == ["I promise", "Another moment…", "I can't"]
    assert "get back to her" not in words(town.card_of(ts)), "what is not promised is between the two"
    answer = only(await town.click("@maria", request, act.REQUEST_PROMISE))
    assert "Promised, due" in words(answer)
    assert "promised it, due" in words(only(town.dms_of("@tom")))
    card = words(town.card_of(ts))
    assert f"get back to her> · asked for by <@{town.id_of('@tom')}>" in card
    assert f"<@{town.id_of('@maria')}>" in card.split("Who is on it")[1], "whoever owes something is on it"
    await town.jump("2026-11-19T10:00:30-05:00")
    assert "You promised this for" in words(town.dms_of("@maria")[-1])
    entries = await town.ask(select(Entry).where(Entry.act.in_(("ask_promise", "accept_request"))).order_by(Entry.id))
    assert [(one.act, one.by) for one in entries] == [
        ("ask_promise", town.id_of("@tom")),
        ("accept_request", town.id_of("@maria")),
    ]


async def test_another_moment_is_fine(town: Town) -> None:
    request = await asked(town)
    await town.click("@maria", request, act.REQUEST_COUNTER)
    assert "asks for" in words(town.form_of("@maria"))
    due = (await promise_of(town)).due_at
    assert due is not None
    answer = await town.send_form("@maria", moment=int(due.timestamp()))
    assert "the moment you are asked for already" in answer["errors"][act.INPUT_MOMENT]
    assert "Proposed: Friday 20 November, 12:00" in words(await town.send_form("@maria", moment=moment(FRIDAY)))
    proposal = only(town.dms_of("@yuki"))
    assert labels(proposal) == ["Fine", "Withdraw the request"]
    assert (await promise_of(town)).state == "requested"
    assert "promised it, due" in words(only(await town.click("@yuki", proposal, act.REQUEST_FINE)))
    assert "your moment is fine: you promised this" in words(town.dms_of("@maria")[-1])
    found = await promise_of(town)
    assert (found.state, found.due_at) == ("open", datetime.fromisoformat(FRIDAY))


async def test_the_asked_may_still_promise_the_first_moment_after_proposing_another(town: Town) -> None:
    request = await asked(town)
    await town.click("@maria", request, act.REQUEST_COUNTER)
    await town.send_form("@maria", moment=moment(FRIDAY))
    await town.click("@maria", request, act.REQUEST_PROMISE)
    assert (await promise_of(town)).state == "open"
    told = town.dms_of("@yuki")
    assert "promised it, due" in words(told[-1])
    assert "promised it, due" in words(only(await town.click("@yuki", told[0], act.REQUEST_FINE))), "no mistake"


async def test_who_cant_says_so_once_and_may_after_all(town: Town) -> None:
    request = await asked(town)
    cant = only(await town.click("@maria", request, act.REQUEST_CANT))
    assert labels(cant) == ["I can after all"]
    assert "can't promise this" in words(only(town.dms_of("@yuki")))
    again = only(await town.click("@maria", cant, act.REQUEST_RECONSIDER))
    assert labels(again) == ["I promise", "Another moment…", "I can't"]
    await town.click("@maria", again, act.REQUEST_PROMISE)
    assert "promised it, due" in words(town.dms_of("@yuki")[-1])
    assert len(town.dms_of("@yuki")) == 2


async def test_the_asker_withdraws_and_asks_again(town: Town) -> None:
    request = await asked(town)
    await town.ours("@yuki", "mine")
    mine = town.ephemerals_of("@yuki")[-1]
    assert "You asked for 1 promise" in words(mine)
    assert "no answer yet" in words(mine)
    await town.click("@yuki", mine, act.REQUEST_TAKE_BACK)
    assert "took the request back" in words(town.dms_of("@maria")[-1])
    over = only(await town.click("@maria", request, act.REQUEST_PROMISE))
    assert "This request is over" in words(over)
    assert labels(over) == []
    assert (await promise_of(town)).state == "expired"


async def test_what_nobody_answers_lapses_after_a_working_day_and_the_asker_is_told(town: Town) -> None:
    request = await asked(town)
    await town.jump("2026-11-18T09:50:00-05:00")
    assert town.dms_of("@yuki") == []
    await town.jump("2026-11-18T10:10:00-05:00")
    assert town.dms_of("@yuki") == [], "it is night where yuki is"
    await town.jump("2026-11-19T09:10:00+09:00")
    lapsed = only(town.dms_of("@yuki"))
    assert "your request has lapsed" in words(lapsed)
    over = only(await town.click("@maria", request, act.REQUEST_PROMISE))
    assert labels(over) == ["I can after all"]
    await town.click("@yuki", lapsed, act.REQUEST_AGAIN)
    assert (await promise_of(town)).state == "requested"
    assert "can you promise this" in words(town.dms_of("@maria")[-1])


async def test_a_proposal_that_the_asker_does_not_answer_lapses_for_both(town: Town) -> None:
    await town.click("@maria", await asked(town), act.REQUEST_COUNTER)
    await town.send_form("@maria", moment=moment(FRIDAY))
    await town.jump("2026-11-19T15:00:00-05:00")
    assert "about your moment, so the request has lapsed" in words(town.dms_of("@maria")[-1])
    assert (await promise_of(town)).state == "expired"
    await town.jump(FRIDAY)
    assert len(town.dms_of("@maria")) == 2


async def test_a_message_of_a_colleague_is_asked_for_as_their_promise(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", "She hears from us on Thursday noon, one way or another", thread_ts=ts)
    whispers = await town.shortcut("@tom", act.SHORTCUT_PROMISE, "#support", said)
    assert whispers == []
    form = town.form_of("@tom")
    assert f"<@{town.id_of('@maria')}> wrote this" in words(form)
    await town.send_form("@tom", words="get back to her", moment=moment(THURSDAY))
    await town.click("@maria", town.dms_of("@maria")[-1], act.REQUEST_PROMISE)
    found = await promise_of(town)
    assert (found.ts, found.state) == (said, "open")
    assert "get back to her" in words(town.card_of(ts))
    await town.react("@maria", "#support", said)
    assert (await promise_of(town)).state == "kept"


async def test_an_offer_of_the_same_words_becomes_the_request(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    offer = only(town.offers_to("@maria"))
    await town.shortcut("@tom", act.SHORTCUT_PROMISE, "#support", said)
    await town.send_form("@tom", words="get back to her", moment=moment(THURSDAY))
    await town.jump("2026-11-18T09:00:30-05:00")
    assert len(town.dms_of("@maria")) == 1, "the offer is not reminded of beside the request"
    await town.click("@maria", offer, act.TRACK)
    assert (await promise_of(town)).state == "open"
    assert "promised it, due" in words(only(town.dms_of("@tom")))
    whisper = only(await town.shortcut("@yuki", act.SHORTCUT_PROMISE, "#support", said))
    assert "has promised this, or was asked for it already" in words(whisper)


async def test_mistakes_are_told_beside_what_they_are_about(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    answer = await town.send_form("@tom", person="@tom", words="call", moment=moment(THURSDAY))
    assert "A promise is asked of a teammate" in answer["errors"][act.INPUT_PERSON]
    answer = await town.send_form("@tom", person="@maria", words="call", moment=moment("2026-11-16T12:00:00-05:00"))
    assert "has passed already" in answer["errors"][act.INPUT_MOMENT]
    answer = await town.send_form("@tom", person="@maria", words="…", moment=moment(THURSDAY))
    assert "What should they promise" in answer["errors"][act.INPUT_WORDS]
    await town.send_form("@tom", person="@maria", words="call", moment=moment(THURSDAY))
    await town.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    answer = await town.send_form("@tom", person="@maria", words="call", moment=moment(THURSDAY))
    assert "was asked for it already" in answer["errors"][act.INPUT_WORDS]
    assert len(await town.ask(select(Promise))) == 1


async def test_a_name_that_slack_made_no_ping_of_is_no_promise_of_ones_own(town: Town) -> None:
    told = words(await town.ours("@tom", "promise @Mariah call Ada back by Friday"))
    assert "I can't tell who “@Mariah” is" in told
    assert await town.ask(select(Promise)) == []


async def test_who_said_that_they_cant_and_promises_it_of_themselves_later_tells_the_asker(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", "Hmm, she is in Boston", thread_ts=ts)
    await town.shortcut("@tom", act.SHORTCUT_PROMISE, "#support", said)
    await town.send_form("@tom", words="call her back", moment=moment(THURSDAY))
    await town.click("@maria", only(town.dms_of("@maria")), act.REQUEST_CANT)
    assert "can't promise" in words(only(town.dms_of("@tom")))
    await town.shortcut("@maria", act.SHORTCUT_PROMISE, "#support", said)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.send_form("@maria", moment=moment(THURSDAY))
    assert (await promise_of(town)).state == "open"
    assert "promised it, due" in words(town.dms_of("@tom")[-1])
