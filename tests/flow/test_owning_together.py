"""Owning together, as people meet it: parts with notes, a lead that passes on, and a sharer who hears how it ended."""

from __future__ import annotations

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Entry
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, labels, only, words


async def _owned(town: Town) -> str:
    """A review that yuki shared, which tom leads and sam is on, too; answers its ts."""
    await town.ours("@tom", "join finance")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    return ts


async def _write(town: Town, user: str, ts: str, **values: object) -> Json:
    await town.click(user, town.card_of(ts), act.PART)
    done = await town.send_form(user, **values)
    await town.close_form(user)
    return done


async def acts(town: Town, *names: str) -> list[tuple[str, str]]:
    found = await town.ask(select(Entry).where(Entry.act.in_(names)).order_by(Entry.id))
    return [(entry.act, entry.by) for entry in found]


async def test_each_part_has_a_note_and_is_done_by_itself(town: Town) -> None:
    ts = await _owned(town)
    tom = f"<@{town.id_of('@tom')}>"
    assert "Saved. Your part is done" in words(await _write(town, "@tom", ts, note="Refund is booked", done="done"))
    card = words(town.card_of(ts))
    assert f"{tom} — Finance, lead, done: “Refund is booked”" in card
    assert "Every part is done" not in card
    await _write(town, "@sam", ts, note="", done="done")
    assert "Every part is done. Has the customer been told?" in words(town.card_of(ts))
    await town.click("@tom", town.card_of(ts), act.PART)
    shown = town.form_of("@tom")["blocks"]
    (note,) = [block for block in shown if block.get("block_id") == act.INPUT_NOTE]
    assert note["element"]["initial_value"] == "Refund is booked"
    await town.send_form("@tom", note="", done="on_it")
    card = words(town.card_of(ts))
    assert f"{tom} — Finance, lead •" in card
    assert "Refund is booked" not in card
    assert await acts(town, "note_part", "finish_part", "resume_part") == [
        ("note_part", town.id_of("@tom")),
        ("finish_part", town.id_of("@tom")),
        ("finish_part", town.id_of("@sam")),
        ("note_part", town.id_of("@tom")),
        ("resume_part", town.id_of("@tom")),
    ]


async def test_who_has_no_part_is_told_how_to_take_one(town: Town) -> None:
    ts = await _owned(town)
    told = only(await town.click("@maria", town.card_of(ts), act.PART))
    assert "You have no part in this yet. *I'm on it* on the card takes one." in words(told)


async def test_the_lead_passes_on_when_the_other_accepts(town: Town) -> None:
    ts = await _owned(town)
    sam, tom = town.id_of("@sam"), town.id_of("@tom")
    assert "I asked them to lead" in words(await _write(town, "@tom", ts, done="on_it", lead=sam))
    assert f"<@{tom}> — Finance, lead, asked <@{sam}> to lead" in words(town.card_of(ts))
    question = town.dms_of("@sam")[-1]
    assert f"<@{tom}> asks: will you lead on this?" in words(question)
    assert labels(question) == ["I'll lead", "I can't"]
    answer = only(await town.click("@sam", question, act.LEAD))
    assert "You lead. Thank you." in words(answer)
    card = words(town.card_of(ts))
    assert f"<@{sam}> — lead" in card
    assert f"<@{tom}> — Finance •" in card
    assert f"<@{sam}> leads now. Your own part stays yours." in words(town.dms_of("@tom")[-1])


async def test_somebody_who_is_not_on_it_yet_may_be_asked_to_lead(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@tom", ts, done="on_it", lead=town.id_of("@maria"))
    await town.click("@maria", town.dms_of("@maria")[-1], act.LEAD)
    card = words(town.card_of(ts))
    assert f"<@{town.id_of('@maria')}> — lead" in card
    assert town.id_of("@tom") in card
    assert town.id_of("@sam") in card


async def test_who_cannot_lead_leaves_it_where_it_was(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@tom", ts, done="on_it", lead=town.id_of("@sam"))
    assert "goes on leading" in words(only(await town.click("@sam", town.dms_of("@sam")[-1], act.CANT_LEAD)))
    assert "can't lead" in words(town.dms_of("@tom")[-1])
    assert f"<@{town.id_of('@tom')}> — Finance, lead •" in words(town.card_of(ts))


async def test_an_offer_that_nobody_answers_returns_in_working_time(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@tom", ts, done="on_it", lead=town.id_of("@sam"))
    question = town.dms_of("@sam")[-1]
    await town.jump("2026-11-18T18:00:00+01:00")
    assert "to lead" not in words(town.card_of(ts))
    assert town.dms_of("@tom") == [], "it is evening where tom is"
    await town.jump("2026-11-19T09:10:00+01:00")
    assert "did not answer in time" in words(only(town.dms_of("@tom")))
    assert "no longer stands" in words(only(await town.click("@sam", question, act.LEAD)))


async def test_the_lead_is_offered_to_one_at_a_time_and_taken_back(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@tom", ts, done="on_it", lead=town.id_of("@sam"))
    question = town.dms_of("@sam")[-1]
    await town.click("@tom", town.card_of(ts), act.PART)
    shown = {block.get("block_id") for block in town.form_of("@tom")["blocks"]}
    assert act.INPUT_LEAD not in shown
    assert "You go on leading" in words(await town.send_form("@tom", done="on_it", no_lead=["on"]))
    assert "no longer stands" in words(only(await town.click("@sam", question, act.LEAD)))


async def test_who_shared_it_hears_once_how_it_ended(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@sam", ts, note="Her new kettle is on its way", done="done")
    before = len(town.dms_of("@yuki"))
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    assert len(town.dms_of("@yuki")) == before, "it is night where yuki is"
    await town.jump("2026-11-18T15:00:00+01:00")
    told = only(town.dms_of("@yuki")[before:])
    assert "What you shared is settled.* Thank you for opening the door." in words(told)
    assert f"<@{town.id_of('@tom')}> (Finance)" in words(told)
    assert "“Her new kettle is on its way”" in words(told)
    assert "Good to know" in words(only(await town.click("@yuki", told, act.HEARD_BACK)))
    assert "*closed* · they heard back" in words(town.card_of(ts))
    await town.jump("2026-11-19T15:00:00+01:00")
    assert len(town.dms_of("@yuki")) == before + 1


async def test_not_yet_opens_it_again_for_the_same_people(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@sam", ts, done="done")
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    await town.jump("2026-11-18T15:00:00+01:00")
    told = town.dms_of("@yuki")[-1]
    assert "It is open again, with the same people on it" in words(only(await town.click("@yuki", told, act.NOT_YET)))
    card = words(town.card_of(ts))
    assert "closed" not in card
    assert f"<@{town.id_of('@tom')}> — Finance, lead" in card
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    await town.jump("2026-11-19T15:00:00+01:00")
    assert "What you shared is settled" in words(town.dms_of("@yuki")[-1])
    assert len([one for one in town.dms_of("@yuki") if "settled" in words(one)]) == 1


async def test_who_did_it_all_themselves_is_not_told(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@yuki", town.card_of(ts), act.CLAIM)
    await town.click("@yuki", town.card_of(ts), act.ANSWERED)
    await town.jump("2026-11-18T15:00:00+01:00")
    assert "*closed*" in words(town.card_of(ts))
    assert town.dms_of("@yuki") == []


async def _begin(town: Town, user: str, ts: str) -> Json:
    assert await town.click(user, town.card_of(ts), act.WRITE) == []
    return town.form_of(user)


async def test_one_answer_is_written_from_what_all_found(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@sam", ts, note="Her new kettle is on its way", done="done")
    await _write(town, "@tom", ts, note="Refund is booked", done="done")
    form = words(await _begin(town, "@tom", ts))
    assert "I was charged twice for my order" in form
    assert f"<@{town.id_of('@tom')}>, lead: “Refund is booked”" in form
    assert "“Her new kettle is on its way”" in form
    assert "I send nothing to customers" in form
    saved = await town.send_form("@tom", answer="Dear Ada,\nyour *money* is back.")
    assert "Saved. Copy it from here." in words(saved)
    assert saved["view"]["blocks"][-1]["text"] == {
        "type": "plain_text",
        "text": "Dear Ada,\nyour *money* is back.",
        "emoji": False,
    }
    await town.close_form("@tom")
    again = await _begin(town, "@sam", ts)
    (draft,) = [block["element"] for block in again["blocks"] if block.get("block_id") == act.INPUT_ANSWER]
    assert draft["initial_value"] == "Dear Ada,\nyour *money* is back."
    done = await town.send_form("@sam", answer="Dear Ada, both are on their way.", sent=["on"])
    assert "Saved, and marked as answered" in words(done)
    assert "*closed*" in words(town.card_of(ts))


async def test_who_begins_to_answer_at_once_with_another_is_told_and_so_is_the_other(town: Town) -> None:
    ts = await _owned(town)
    sam, tom = town.id_of("@sam"), town.id_of("@tom")
    assert ":pencil2:" not in words(await _begin(town, "@tom", ts))
    assert f":pencil2: <@{tom}> (" in words(await _begin(town, "@sam", ts))
    told = only(town.dms_of("@tom"))
    assert f"<@{sam}> has begun to write an answer, too" in words(told)
    assert town.dms_of("@sam") == []
    await town.close_form("@sam")
    await _begin(town, "@sam", ts)
    assert len(town.dms_of("@tom")) == 1


async def test_how_something_like_it_was_answered_is_shown_to_who_may_see_it(town: Town) -> None:
    first = await _owned(town)
    await _begin(town, "@tom", first)
    await town.send_form("@tom", answer="Sorry, Ada: both charges are back by Monday.", sent=["on"])
    await town.close_form("@tom")
    ts = await town.say("@yuki", "> I was charged twice for my order again, and nobody answers. (Bo)")
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    form = words(await _begin(town, "@sam", ts))
    assert f"was answered*, by <@{town.id_of('@tom')}>" in form
    assert "“Sorry, Ada: both charges are back by Monday.”" in form
    await town.close_form("@sam")
    other = await town.say("@yuki", "> Do you have a wholesale price list for schools? (Cy)")
    await town.click("@sam", town.card_of(other), act.CLAIM)
    assert "was answered*" not in words(await _begin(town, "@sam", other))


async def test_the_house_says_how_it_answers(town: Town) -> None:
    await town.set_up("@maria", "answers", guidelines="Say sorry once, and say when.")
    ts = await _owned(town)
    assert "*How we answer:* Say sorry once, and say when." in words(await _begin(town, "@sam", ts))


async def test_who_saves_an_answer_second_is_told_who_was_first(town: Town) -> None:
    ts = await _owned(town)
    await _begin(town, "@tom", ts)
    await _begin(town, "@sam", ts)
    assert "marked as answered" in words(await town.send_form("@tom", answer="It is on its way.", sent=["on"]))
    told = words(await town.send_form("@sam", answer="You get it back.", sent=["on"]))
    assert f"<@{town.id_of('@tom')}> said already that the customer has an answer" in told
    assert "You get it back." in told


async def test_who_has_no_part_writes_no_answer(town: Town) -> None:
    ts = await _owned(town)
    told = only(await town.click("@maria", town.card_of(ts), act.WRITE))
    assert "You have no part in this yet" in words(told)


async def test_who_cant_be_asked_to_lead_is_told_beside_who_was_chosen(town: Town) -> None:
    ts = await _owned(town)
    answer = await _write(town, "@tom", ts, done="on_it", lead=town.id_of("@tom"))
    assert list(answer["errors"]) == [act.INPUT_LEAD]
    assert "pass the lead on to a teammate" in answer["errors"][act.INPUT_LEAD]


async def test_who_stepped_back_after_asking_is_not_said_to_lead_on(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await _write(town, "@tom", ts, done="on_it", lead=town.id_of("@sam"))
    await town.click("@tom", town.card_of(ts), act.RELEASE)
    told = words(only(await town.click("@sam", town.dms_of("@sam")[-1], act.CANT_LEAD)))
    assert f"<@{town.id_of('@tom')}> has stepped back meanwhile: *I'm on it* on its card takes it up." in told
    assert town.dms_of("@tom") == []


async def test_who_leads_since_another_stepped_back_hears_so_with_their_note(town: Town) -> None:
    ts = await _owned(town)
    await _write(town, "@tom", ts, done="on_it", note="refund is booked")
    before = len(town.dms_of("@sam"))
    await town.click("@tom", town.card_of(ts), act.RELEASE)
    (told,) = town.dms_of("@sam")[before:]
    assert f"<@{town.id_of('@tom')}> has stepped back, so you lead on this now." in words(told)
    assert "refund is booked" in words(told)
