"""Nobody is shown more than they could open in Slack: not by a command, card, ping, digest, reminder or link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.messages import actions as act
from playground.seed import DEFAULT_WORLD
from tests.flow.harness import Town, open_town
from tests.flow.seen import REVIEW, Json, find_button, is_card, only, words

SECRET = "https://www.trustpilot.com/reviews/merger9 “Your Zanzibar merger charged me twice, I want a refund!”"
PROMISE = "I'll call them about Zanzibar by Friday EOD"
COMMANDS = ("open", "mine", "digest", "customer Zanzibar", "departments", "help", "setup", "join finance")


async def secret_told(town: Town) -> str:
    """A mention, with an owner and an open promise, in #deals: lena and maria are there, and nobody else."""
    await town.ours("@lena", "customer Zanzibar", "#deals")
    await town.click("@lena", town.ephemerals_of("@lena")[-1], act.ADD_CUSTOMER)
    ts = await town.say("@lena", f"Zanzibar wrote: {SECRET}", "#deals")
    await town.click("@maria", town.card_of(ts, "#deals"), act.CLAIM)
    await town.say("@maria", PROMISE, "#deals", thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    return ts


def assert_silent(town: Town, shown: object, *, names: bool = True) -> None:
    """No words, names, links or counts of #deals."""
    told = str(shown)
    hidden = ["merger", "charged me twice", "call them about", town.channel_id("#deals"), "merger9"]
    hidden += [town.id_of("@lena"), town.id_of("@maria")] if names else []
    assert not [word for word in hidden if word in told]
    assert "*1*" not in told
    assert "1 open" not in told


async def test_no_command_tells_anyone_else(town: Town) -> None:
    await secret_told(town)
    for command in COMMANDS:
        shown = await town.ours("@tom", command)
        assert_silent(town, shown)
    form = town.form_of("@tom")["blocks"]
    assert_silent(town, form, names=False)  # it names the admin, who is in #deals, for another reason
    assert town.id_of("@lena") not in str(form)
    assert "Nothing is open" in words(await town.ours("@tom", "open"))
    assert "A quiet week" in words(await town.ours("@tom", "digest"))
    assert "said nothing yet that you could open" in words(await town.ours("@tom", "customer Zanzibar"))


async def test_its_members_are_shown_everything(town: Town) -> None:
    await secret_told(town)
    for command in ("open", "digest", "customer Zanzibar"):
        shown = words(await town.ours("@lena", command, "#deals"))
        assert "merger" in shown or "*1* mention" in shown


async def test_nothing_of_it_stands_anywhere_else(town: Town) -> None:
    await secret_told(town)
    await town.set_up("@maria", "hours", zone="America/New_York")
    await town.set_up("@maria", "digest", digest_channel="#general")
    for moment in ("2026-11-18T10:00:00-05:00", "2026-11-20T15:30:00-05:00", "2026-11-23T09:05:00-05:00"):
        await town.jump(moment)
    assert_silent(town, only(town.from_bot("#general")), names=False)
    assert "A quiet week" in words(town.from_bot("#general"))
    for room in town.channels():
        inside = {town.id_of("@maria"), town.id_of("@lena"), town.id_of("@ours")}
        if not set(room["members"]) <= inside:
            for message in room["messages"]:
                if message.get("visible_to") not in inside:
                    assert_silent(town, message["text"] + words(message), names=False)


async def test_a_head_who_is_not_in_the_channel_hears_nothing(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.ours("@tom", "join customer service")
    await secret_told(town)
    for moment in ("2026-11-18T16:00:00+01:00", "2026-11-23T09:05:00-05:00", "2026-11-25T15:00:00+01:00"):
        await town.jump(moment)
    assert town.dms_of("@tom") == []
    assert town.id_of("@tom") not in str([words(one) for one in town.messages("#deals")])


async def test_who_has_left_is_shown_no_more(town: Town) -> None:
    await secret_told(town)
    await town.leave("#deals", "@lena")
    for command in ("open", "digest", "customer Zanzibar"):
        assert_silent(town, await town.ours("@lena", command, "#general"), names=False)


async def test_who_has_left_is_shown_no_more_even_if_slack_never_told(town: Town) -> None:
    await secret_told(town)
    town.slack.engine.fault(kind="drop_event", method="member_left_channel")
    await town.leave("#deals", "@lena")
    await town.jump(town.now() + timedelta(minutes=2))
    assert_silent(town, await town.ours("@lena", "open", "#general"), names=False)


async def test_mine_keeps_the_own_words_of_who_has_left_and_nothing_else(town: Town) -> None:
    await secret_told(town)
    town.slack.engine.fault(kind="drop_event", method="member_left_channel")
    await town.leave("#deals", "@maria")
    await town.jump(town.now() + timedelta(minutes=2))
    shown = words(await town.ours("@maria", "mine", "#general"))
    assert "call them about Zanzibar" in shown
    assert "merger" not in shown
    assert town.channel_id("#deals") not in shown


async def test_members_that_cannot_be_read_again_hide_the_channel(town: Town) -> None:
    await secret_told(town)
    await town.jump(town.now() + timedelta(minutes=2))
    town.slack.engine.fault(kind="error", method="conversations.members", error="503", times=-1)
    town.expected.add("internal_error")
    assert_silent(town, await town.ours("@lena", "open", "#general"), names=False)


async def test_a_forged_click_learns_nothing_and_changes_nothing(town: Town) -> None:
    ts = await secret_told(town)
    mention_id = find_button(town.card_of(ts, "#deals"), act.CLAIM)["value"]
    before = words(town.card_of(ts, "#deals"))
    own = town.card_of(await town.say("@yuki", REVIEW))
    message = town.slack.core.message(town.slack.core.channel("#support"), own["ts"])
    for block in message.blocks:
        for element in block.get("elements", []):
            if "value" in element:
                element["value"] = mention_id
    for action in (act.CLAIM, act.ANSWERED, act.DISMISS, act.BRING_IN):
        answer = await town.click("@tom", town.at("#support", own["ts"]), action)
        assert "can't find that mention" in words(answer)
    assert words(town.card_of(ts, "#deals")) == before


# guests and outsiders


async def test_where_guests_read_the_bot_posts_nothing(town: Town) -> None:
    ts = await town.say("@maria", REVIEW, "#customers")
    await town.say("@maria", "I'll get back to her by Friday EOD", "#customers", thread_ts=ts)
    for moment in ("2026-11-18T12:00:00+00:00", "2026-11-19T12:00:00+00:00"):
        await town.jump(moment)
    assert [one for one in town.messages("#customers") if town.is_from_bot(one)] == []
    assert "get back to her" in words(town.dms_of("@maria"))
    assert "charged twice" in words(await town.ours("@tom", "open"))


async def test_a_guest_sees_only_the_channels_that_they_are_in(town: Town) -> None:
    await town.say("@yuki", REVIEW)
    await town.say("@maria", SECRET, "#customers")
    shown = words(await town.ours("@gus", "open", "#customers"))
    assert "merger" in shown
    assert "1 open mention" in shown
    assert "my order" not in shown


async def test_a_guest_who_joins_later_silences_the_channel(town: Town) -> None:
    await town.say("@yuki", REVIEW)
    await town.join("#support", "@gus")
    posted = len(town.from_bot("#support"))
    await town.say("@yuki", SECRET)
    await town.jump("2026-11-18T12:00:00+00:00")
    assert len(town.from_bot("#support")) == posted


def connected() -> Json:
    """The usual company, with a channel that it shares with a customer's company."""
    stranger = {"name": "stan", "team": "Acme", "real_name": "Stan", "tz": "Europe/London"}
    shared = {"name": "with-acme", "is_ext_shared": True, "shared_teams": ["T0PLAYGRND0", "T0ACME"]}
    return {
        **DEFAULT_WORLD,
        "teams": [*DEFAULT_WORLD["teams"], {"id": "T0ACME", "name": "Acme", "domain": "acme", "installed": False}],
        "users": [*DEFAULT_WORLD["users"], stranger],
        "channels": [*DEFAULT_WORLD["channels"], {**shared, "members": ["maria", "tom", "stan"]}],
    }


async def test_in_a_slack_connect_channel_the_bot_posts_nothing(town_url: str) -> None:
    async with open_town(town_url, world=connected()) as town:
        await town.join("#with-acme", "@ours", "@maria")
        assert "Hello, I'm Ours" in words(town.dms_of("@maria")[0])
        ts = await town.say("@maria", REVIEW, "#with-acme")
        await town.say("@maria", "I'll get back to her by Friday EOD", "#with-acme", thread_ts=ts)
        await town.say("@tom", "A customer told me: I was charged twice, I want my money back!", "#with-acme")
        await town.jump("2026-11-18T12:00:00+00:00")
        assert [one for one in town.messages("#with-acme") if town.is_from_bot(one)] == []
        assert "get back to her" in words(town.dms_of("@maria"))
        assert not any(is_card(one) for room in town.channels() for one in room["messages"])
        assert "charged twice" in words(await town.ours("@tom", "open"))


@pytest.mark.parametrize(("seconds", "is_shown"), [(18, True), (180, False)])
async def test_who_is_in_many_private_channels_is_answered_in_time(
    town_url: str, seconds: float, is_shown: bool
) -> None:
    """Slack takes 0.3 s of the machine for each, or 10 s: then they stay hidden, and the command is answered."""
    names = [f"deal-{number}" for number in range(8)]
    rooms = [{"name": name, "is_private": True, "members": ["lena", "ours"]} for name in names]
    async with open_town(town_url, world={**DEFAULT_WORLD, "channels": [*DEFAULT_WORLD["channels"], *rooms]}) as town:
        for name in names:
            await town.say("@lena", REVIEW.replace("abc123", name), f"#{name}")
        await town.jump(town.now() + timedelta(minutes=2))
        town.slack.engine.fault(kind="delay", method="conversations.members", seconds=seconds, times=None)
        shown = words(await town.ours("@lena", "open", "#general"))
        assert ("charged twice" in shown) == is_shown
        assert ("Nothing is open" in shown) == (not is_shown)


async def test_only_channels_of_the_asker_are_read_again(town: Town) -> None:
    await secret_told(town)
    await town.jump(town.now() + timedelta(minutes=2))
    for user, more in (("@tom", 0), ("@lena", 1)):
        before = len(town.slack.core.calls)
        await town.ours(user, "open", "#general")
        asked = [call["method"] for call in town.slack.core.calls[before:]]
        assert asked.count("conversations.members") == more


async def test_who_invites_the_bot_where_guests_read_is_told_where_cards_go(town: Town) -> None:
    await town.leave("#customers", "@ours")
    await town.join("#customers", "@ours", "@maria")
    welcome = town.dms_of("@maria")[0]
    assert f"Thank you for inviting me to <#{town.channel_id('#customers')}>" in words(welcome)
    assert "in the channel of a department it concerns" in words(welcome)
    assert "I open a card" not in words(welcome)
    assert town.from_bot("#customers") == []
