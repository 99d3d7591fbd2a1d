"""From a button on the card to a rule, and back into reading: people correct, and somebody says yes."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Correction, Entry, TagRule
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, Json, find_button, has_button, only, words

STAMPS = "https://www.trustpilot.com/reviews/stamps{} “{}”"
SAID = (
    "My loyalty stamps are gone since the weekend",
    "Where do I find the loyalty stamps from spring?",
    "Nobody in the shop knows about loyalty stamps",
    "I kept my loyalty stamps for a whole winter",
)


def option(form: Json, name: str, department: str) -> str:
    """The value of a department among the options of an input."""
    (element,) = [block["element"] for block in form["blocks"] if block.get("block_id") == name]
    return str(next(one["value"] for one in element["options"] if one["text"]["text"] == department))


async def bring_in(town: Town, number: int, department: str = "Finance", user: str = "@amara") -> str:
    """A review about loyalty stamps, of which somebody knows whom it concerns; answers its ts."""
    ts = await town.say("@yuki", STAMPS.format(number, SAID[number]))
    assert department not in words(town.card_of(ts)).partition("Who is on it")[0]
    await town.click(user, town.card_of(ts), act.BRING_IN)
    await town.send_form(user, department=option(town.form_of(user), act.INPUT_DEPARTMENT, department))
    await town.close_form(user)
    return ts


async def say_wrong(town: Town, ts: str, department: str, user: str = "@amara", instead: str | None = None) -> Json:
    await town.click(user, town.card_of(ts), act.WRONG_DEPARTMENT)
    form = town.form_of(user)
    chosen = {"wrong": option(form, act.INPUT_WRONG, department)}
    if instead is not None:
        chosen["department"] = option(form, act.INPUT_DEPARTMENT, instead)
    answer = await town.send_form(user, **chosen)
    await town.close_form(user)
    return answer


async def proposal_to(town: Town, user: str) -> Json:
    """What that person is asked about a rule; it comes once the clock has ticked."""
    for _ in range(200):
        await town.settled()
        found = [one for one in town.dms_of(user) if has_button(one, act.RULE_YES)]
        if found:
            return only(found)
        await asyncio.sleep(0.02)
    raise AssertionError(f"{user} was asked about no rule")


async def test_three_times_brought_in_a_yes_and_the_fourth_is_tagged_with_its_reason(town: Town) -> None:
    await town.ours("@tom", "join finance")
    for number in range(3):
        await bring_in(town, number, user=("@amara", "@maria", "@amara")[number])
    asked = await proposal_to(town, "@tom")
    assert "Shall I tag Finance for “loyalty stamps” from now on?" in words(asked)
    assert "3 times, 2 people brought Finance in" in words(asked)
    assert "as head of Finance" in words(asked)
    done = only(await town.click("@tom", asked, act.RULE_YES))
    assert "“loyalty stamps” tags *Finance*" in words(done)
    ts = await town.say("@yuki", STAMPS.format(3, SAID[3]))
    assert "*Finance* — brought in 3 times for 'loyalty stamps' (rule accepted by tom)" in words(town.card_of(ts))
    assert f"<@{town.id_of('@tom')}>, head of *Finance*" in words(town.from_bot("#support", ts)[-1])
    listed = await town.ours("@tom", "rules")
    assert "“loyalty stamps” tags *Finance* · brought in 3 times" in words(listed)
    (rule,) = [one for one in town.dms_of("@tom") if has_button(one, act.RULE_REMOVE)]
    gone = only(await town.click("@tom", rule, act.RULE_REMOVE))
    assert "weighs no more" in words(gone)
    later = await town.say("@yuki", STAMPS.format(4, "Loyalty stamps again"))
    assert "Finance" not in words(town.card_of(later)).partition("Who is on it")[0]
    assert "No rules yet" in words(await town.ours("@tom", "rules"))
    acts = await town.ask(select(Entry.act).where(Entry.act.like("%_rule")).order_by(Entry.id))
    assert acts == ["propose_rule", "accept_rule", "retire_rule"]


async def test_a_no_changes_nothing_and_is_not_asked_again(town: Town) -> None:
    await town.ours("@tom", "join finance")
    for number in range(3):
        await bring_in(town, number)
    asked = await proposal_to(town, "@tom")
    assert "nothing changes" in words(only(await town.click("@tom", asked, act.RULE_NO)))
    await bring_in(town, 3)
    await town.jump("2026-12-08T15:00:00+01:00")
    assert await town.ask(select(TagRule.state)) == ["declined"]


async def test_only_the_head_or_an_admin_decides_whoever_clicks(town: Town) -> None:
    await town.ours("@tom", "join finance")
    for number in range(3):
        await bring_in(town, number)
    asked = await proposal_to(town, "@tom")
    yes = find_button(asked, act.RULE_YES)
    listed = await town.ours("@yuki", "rules")
    assert "waits for an answer" in words(listed)
    assert not has_button(listed, act.RULE_YES)
    assert yes["value"]
    await asyncio.gather(*(town.click("@tom", asked, act.RULE_YES) for _ in range(2)))
    assert await town.ask(select(TagRule.state)) == ["accepted"]
    assert len(await town.ask(select(Entry.id).where(Entry.act == "accept_rule"))) == 1


async def test_a_wrong_department_is_asked_no_more_and_undo_asks_it_again(town: Town) -> None:
    await town.ours("@tom", "join product")
    ts = await town.say("@yuki", BUG)
    done = await say_wrong(town, ts, "Product")
    assert "Product is out; nobody there is asked any more" in words(done)
    card = town.card_of(ts)
    assert f"*Product* is not concerned, says <@{town.id_of('@amara')}>" in words(card)
    assert "asked" not in words(card)
    await town.jump("2026-11-18T15:00:00+01:00")
    assert town.dms_of("@tom") == []
    told = await asyncio.gather(*(town.click(user, card, act.CONCERNED) for user in ("@maria", "@sam")))
    assert sum("It is asked again already" in words(one) for one in told) == 1, "the second one at once"
    assert "*Product* — " in words(town.card_of(ts))
    assert not has_button(town.card_of(ts), act.CONCERNED)
    assert len(await town.ask(select(Entry.id).where(Entry.act == "undo_leave_out"))) == 1


async def test_wrong_here_and_right_there_in_one_form(town: Town) -> None:
    ts = await town.say("@yuki", BUG)
    done = await say_wrong(town, ts, "Product", instead="Legal")
    assert "Product is out" in words(done)
    assert "Legal is in" in words(done)
    found = await town.ask(select(Correction).order_by(Correction.id))
    assert [one.is_right for one in found] == [False, True]
    assert all("crash" in one.features and BUG not in str(one.features) for one in found)


async def test_who_has_acted_stays_even_on_a_form_that_lay_open(town: Town) -> None:
    await town.ours("@tom", "join product")
    ts = await town.say("@yuki", BUG)
    await town.click("@amara", town.card_of(ts), act.WRONG_DEPARTMENT)
    product = option(town.form_of("@amara"), act.INPUT_WRONG, "Product")
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    answer = await town.send_form("@amara", wrong=product)
    assert "Product stays" in answer["errors"][act.INPUT_WRONG]
    await town.close_form("@amara")


async def test_the_same_form_of_two_people_takes_it_off_once(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    for user in ("@amara", "@sam"):
        await town.click(user, town.card_of(ts), act.WRONG_DEPARTMENT)
    finance = option(town.form_of("@sam"), act.INPUT_WRONG, "Finance")
    first, second = await asyncio.gather(*(town.send_form(user, wrong=finance) for user in ("@amara", "@sam")))
    assert sorted("was out already" in words(one) for one in (first, second)) == [False, True]
    assert len(await town.ask(select(Correction.id))) == 1


async def test_who_declines_offers_is_offered_fewer_and_reads_so(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    for number in range(9):
        await town.say("@maria", f"I'll get back to her with answer {number} by Friday EOD", thread_ts=ts)
        for offered in town.offers_to("@maria"):
            await town.click("@maria", offered, act.NOT_A_PROMISE)
    assert "so I offer only what is clearer" in words(await town.ours("@maria", "mine"))
    assert "so I offer only what is clearer" not in words(await town.ours("@sam", "mine"))


async def test_an_admin_chooses_how_it_learns_and_nobody_else_does(town: Town) -> None:
    people = town.slack.engine.state(["users"])["users"]
    admin = next(user["id"] for user in people if user.get("is_admin"))
    plain = words(await town.ours("@yuki", "rules"))
    assert "I ask its head or an admin" in plain
    assert "Learn nothing" not in plain
    await town.ours(admin, "rules")
    shown = town.ephemerals_of(admin)[-1]
    said = only(await town.click(admin, shown, act.LEARNING, "Let corrections weigh at once"))
    assert "Corrections weigh at once from now on" in words(said)
    assert "Corrections weigh at once, too." in words(await town.ours("@yuki", "rules"))
    said = only(await town.click(admin, said, act.LEARNING, "Learn nothing"))
    assert "I learn nothing any more" in words(said)
    ts = await town.say("@yuki", BUG)
    await say_wrong(town, ts, "Product")
    assert await town.ask(select(Correction.channel_id)) == [None], "the act stands, and teaches nothing"
