"""Every button of a card, and its reverse."""

from __future__ import annotations

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Entry
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, buttons, has_button, labels, only, words


async def test_owners_add_up_and_step_back(town: Town) -> None:
    await town.ours("@tom", "join finance")
    ts = await town.say("@yuki", REVIEW)
    assert not has_button(town.card_of(ts), act.RELEASE)
    assert await town.click("@tom", town.card_of(ts), act.CLAIM) == []
    again = only(await town.click("@tom", town.card_of(ts), act.CLAIM))
    assert "You are on it already" in words(again)
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@tom')}> — Finance, lead" in words(town.card_of(ts))
    back = only(await town.click("@tom", town.card_of(ts), act.RELEASE))
    assert "You stepped back" in words(back)
    shown = words(town.card_of(ts)).split("Who is on it")[1]
    assert f"<@{town.id_of('@sam')}> — lead" in shown
    assert town.id_of("@tom") not in shown
    nothing = only(await town.click("@maria", town.card_of(ts), act.RELEASE))
    assert "no part in this" in words(nothing)


async def test_bringing_in_opens_a_door(town: Town) -> None:
    await town.ours("@lena", "join legal", "#general")
    await town.join("#support", "@lena")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@amara", town.card_of(ts), act.BRING_IN)
    form = town.form_of("@amara")
    names = [option["text"]["text"] for option in form["blocks"][0]["element"]["options"]]
    assert "Legal" in names
    assert "Finance" not in names
    legal = next(o["value"] for o in form["blocks"][0]["element"]["options"] if o["text"]["text"] == "Legal")
    done = await town.send_form("@amara", department=legal, reason="she mentions a lawyer")
    assert "Legal is in" in words(done)
    card = words(town.card_of(ts))
    assert f"*Legal* — she mentions a lawyer · brought in by <@{town.id_of('@amara')}>" in card
    assert f"<@{town.id_of('@lena')}>, head of *Legal*" in words(town.from_bot("#support", ts)[-1])
    await town.click("@lena", town.card_of(ts), act.CLAIM)
    assert "opened a door to *Legal*" in words(await town.ours("@amara", "digest"))


def option(form: Json, name: str, department: str) -> str:
    """The value of a department among the options of an input."""
    (element,) = [block["element"] for block in form["blocks"] if block.get("block_id") == name]
    return str(next(one["value"] for one in element["options"] if one["text"]["text"] == department))


async def _bring_in_legal(town: Town) -> str:
    """Legal, headed by lena, is asked about a review by amara's act; answers the review's ts."""
    await town.ours("@lena", "join legal", "#general")
    await town.join("#support", "@lena")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@amara", town.card_of(ts), act.BRING_IN)
    legal = option(town.form_of("@amara"), act.INPUT_DEPARTMENT, "Legal")
    done = await town.send_form("@amara", department=legal)
    assert "*Bring in…* takes it back while nobody there has acted" in words(done)
    await town.close_form("@amara")
    return ts


async def test_who_was_brought_in_is_taken_back_while_nobody_there_has_acted(town: Town) -> None:
    ts = await _bring_in_legal(town)
    await town.click("@tom", town.card_of(ts), act.BRING_IN)
    legal = option(town.form_of("@tom"), act.INPUT_TAKE_BACK, "Legal")
    assert "Choose a department" in (await town.send_form("@tom"))["errors"][act.INPUT_DEPARTMENT]
    done = await town.send_form("@tom", take_back=legal)
    assert "Legal is out again" in words(done)
    assert "Legal" not in words(town.card_of(ts))
    await town.jump("2026-11-18T15:00:00+01:00")
    assert town.dms_of("@lena") == []
    (entry,) = await town.ask(select(Entry).where(Entry.act == "take_back"))
    assert entry.by == town.id_of("@tom")
    await town.close_form("@tom")
    await town.click("@tom", town.card_of(ts), act.BRING_IN)
    assert option(town.form_of("@tom"), act.INPUT_DEPARTMENT, "Legal") == legal


async def test_nobody_takes_back_who_is_on_it(town: Town) -> None:
    ts = await _bring_in_legal(town)
    await town.click("@tom", town.card_of(ts), act.BRING_IN)
    legal = option(town.form_of("@tom"), act.INPUT_TAKE_BACK, "Legal")
    await town.click("@lena", town.card_of(ts), act.CLAIM)
    answer = await town.send_form("@tom", take_back=legal)
    assert "Legal stays" in answer["errors"][act.INPUT_TAKE_BACK]
    assert "Legal" in words(town.card_of(ts))


async def test_answered_and_not_answered_yet(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    card = town.card_of(ts)
    assert f"*answered* by <@{town.id_of('@tom')}>" in words(card)
    assert labels(card) == ["My part…", "Not answered yet"]
    assert "Nothing is open" in words(await town.ours("@tom", "open"))
    await town.click("@amara", card, act.UNDO_ANSWERED)
    card = town.card_of(ts)
    assert "answered* by" not in words(card)
    assert f"<@{town.id_of('@tom')}> — lead" in words(card)
    assert "1 open mention" in words(await town.ours("@tom", "open"))


async def test_when_its_only_owner_answers_a_mention_is_closed(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    assert "*closed*" in words(town.card_of(ts))
    assert f"<@{town.id_of('@tom')}> — lead, done" in words(town.card_of(ts))


async def test_answering_reminds_of_ones_own_open_promise(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    answer = only(await town.click("@maria", town.card_of(ts), act.ANSWERED))
    assert "You still have an open promise here" in words(answer)


async def test_dismissing_shrinks_the_card_and_undo_brings_it_back(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.DISMISS)
    card = town.card_of(ts)
    assert f"Not a customer mention, says <@{town.id_of('@tom')}>" in words(card)
    assert "charged twice" not in words(card)
    assert labels(card) == ["Undo"]
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    assert town.offers_to("@maria") == []
    await town.click("@amara", card, act.UNDO_DISMISS)
    assert "charged twice" in words(town.card_of(ts))


async def test_people_claim_again_what_was_dismissed_by_mistake(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.DISMISS)
    await town.click("@tom", town.card_of(ts), act.UNDO_DISMISS)
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@amara')}> — lead" in words(town.card_of(ts))


async def test_every_answer_of_a_card_is_seen_by_the_clicker_alone(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    posted = len(town.from_bot("#support"))
    for action in (act.CLAIM, act.CLAIM, act.RELEASE, act.RELEASE):
        if has_button(town.card_of(ts), action):
            await town.click("@tom", town.card_of(ts), action)
    assert len(town.from_bot("#support")) == posted
    assert town.ephemerals_of("@amara") == []


async def test_the_person_who_shared_it_is_not_pinged_for_it(town: Town) -> None:
    await town.ours("@tom", "join finance")
    ts = await town.say("@tom", REVIEW)
    assert len(town.from_bot("#support", ts)) == 1
    await town.jump("2026-11-18T13:00:00+01:00")
    assert "since you shared it and answer for Finance" in words(only(town.dms_of("@tom")))
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@tom')}>, who shared it" in words(town.card_of(ts))


async def test_a_card_names_two_departments_with_buttons_of_their_own(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    values = [b["value"] for b in buttons(town.card_of(ts)) if b["action_id"].startswith(act.ANSWER_FOR)]
    assert len(values) == len(set(values)) == 2
