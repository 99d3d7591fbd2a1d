"""What Slack may do to calls and connections changes nothing that people see."""

from __future__ import annotations

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town, open_town
from tests.flow.seen import BUG, REVIEW, only, words


@pytest.mark.parametrize("kind", ["ratelimit", "drop_reply", "late_act"])
async def test_a_card_is_posted_once_whatever_becomes_of_the_call(town: Town, kind: str) -> None:
    town.expected.add("ratelimited")
    town.slack.engine.fault(kind=kind, method="chat.postMessage", seconds=20)
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    assert f"<@{town.id_of('@tom')}> — lead" in words(town.card_of(ts))
    assert len(town.from_bot("#support")) == 1


@pytest.mark.parametrize("kind", ["ratelimit", "drop_reply"])
async def test_a_card_shows_its_latest_state_whatever_becomes_of_an_update(town: Town, kind: str) -> None:
    town.expected.add("ratelimited")
    ts = await town.say("@yuki", REVIEW)
    town.slack.engine.fault(kind=kind, method="chat.update", seconds=20)
    for user in ("@tom", "@amara", "@sam"):
        await town.click(user, town.card_of(ts), act.CLAIM)
    assert all(town.id_of(user) in words(town.card_of(ts)) for user in ("@tom", "@amara", "@sam"))


async def test_a_nudge_whose_reply_was_lost_comes_once(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Friday 5pm")
    town.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    await town.jump("2026-11-20T15:00:30-05:00")
    only(town.dms_of("@maria"))
    await town.click("@maria", only(town.dms_of("@maria")), act.DONE)
    await town.jump("2026-11-23T10:00:00-05:00")
    only(town.dms_of("@maria"))


async def test_a_cut_socket_loses_nothing_and_doubles_nothing(town_url: str) -> None:
    async with open_town(town_url, socket_mode=True) as town:
        first = await town.say("@yuki", REVIEW)
        town.slack.engine.fault(kind="disconnect", error="abort")
        second = town.slack.engine.say(channel="#general", user="@yuki", text=REVIEW.replace("abc123", "x"))["ts"]
        await town.settled()
        town.card_of(first)
        assert len(town.from_bot("#general", second)) == 1


TROUBLE = [("503", "Slack is slow just now"), ("missing_scope", "the scopes of manifest.json")]


@pytest.mark.parametrize(("error", "told"), TROUBLE)
async def test_a_form_is_answered_kindly_when_slack_is_not_there(town: Town, error: str, told: str) -> None:
    town.expected |= {"internal_error", "missing_scope"}
    nora = unheard_of(town)
    ts = await town.say("@maria", BUG)
    await town.click("@maria", town.card_of(ts), act.NAME_SOMEONE)
    town.slack.engine.fault(kind="error", method="users.info", error=error)
    answer = await town.send_form("@maria", **{act.INPUT_PERSON: nora})
    assert told in str(answer["errors"])
    assert "has someone now" in words(await town.send_form("@maria", **{act.INPUT_PERSON: nora}))


def unheard_of(town: Town) -> str:
    """Somebody who came to #support, of which no event told."""
    for event in ("team_join", "member_joined_channel"):
        town.slack.engine.fault(kind="drop_event", method=event)
    nora: str = town.slack.engine.user(user="nora", tz="Europe/Berlin")["id"]
    town.slack.engine.join(channel="#support", user="@nora")
    return nora


@pytest.mark.parametrize(("error", "told"), TROUBLE)
async def test_a_shortcut_is_answered_kindly_when_slack_is_not_there(town: Town, error: str, told: str) -> None:
    town.expected |= {"internal_error", "missing_scope"}
    unheard_of(town)
    await town.settled()
    town.slack.engine.fault(kind="drop_event", method="message")
    ts = await town.say("@nora", "The customer says that nothing works")  # so she is not known yet
    town.slack.engine.fault(kind="error", method="users.info", error=error)
    # Where all is slow, history may be read meanwhile: of what was dropped it asks whether to share it.
    answers = await town.shortcut("@nora", act.SHORTCUT_MENTION, "#support", ts)
    assert told in words(only([one for one in answers if "Share this as a customer mention?" not in words(one)]))
    assert "Its card comes" in words(await town.shortcut("@nora", act.SHORTCUT_MENTION, "#support", ts))
    town.card_of(ts)


async def test_a_shortcut_in_a_channel_that_is_switched_off_says_so(town: Town) -> None:
    ts = await town.say("@maria", "The customer says that nothing works")
    await town.ours("@maria", "setup")
    await town.send_form("@maria", **{act.INPUT_CHANNEL_MODE: "off"})
    for shortcut in (act.SHORTCUT_MENTION, act.SHORTCUT_PROMISE):
        answer = only(await town.shortcut("@maria", shortcut, "#support", ts))
        assert "I am switched off in this channel" in words(answer)
    assert town.cards() == []
