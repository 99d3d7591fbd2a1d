"""Across workspaces: people from outside act on the app's messages; organizations; limits of each workspace."""

from typing import Any

import pytest

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import Receiver
from tests.playground.test_playground_interactions import BLOCKS, FORM, payload

JOINT: Json = {
    "teams": [{"id": "T1", "name": "one"}, {"id": "T2", "name": "two", "installed": False}],
    "users": [{"name": "ada", "team": "T1", "id": "U1ADA"}, {"name": "bob", "team": "T2", "id": "U2BOB"}],
    "channels": [
        {
            "id": "C1JOINT",
            "name": "joint",
            "team": "T1",
            "is_ext_shared": True,
            "shared_teams": ["T2"],
            "members": ["ada", "U2BOB", "ours"],
        }
    ],
}


async def api(slack: Playground, method: str, **args: Any) -> Json:
    answer = (await slack.api.call(method, slack.settings.bot_token, args)).body
    assert answer["ok"], answer
    return answer


@pytest.fixture
async def card(slack: Playground) -> str:
    """The ts of the app's message in a channel that both workspaces are in."""
    slack.engine.world(**JOINT)
    ts: str = (await api(slack, "chat.postMessage", channel="C1JOINT", text="card", blocks=BLOCKS))["ts"]
    return ts


async def click(slack: Playground, card: str, user: str = "U2BOB") -> None:
    answer = await slack.engine.click(user=user, channel="C1JOINT", ts=card, action_id="claim")
    assert answer["ok"], answer


async def test_a_click_from_outside_names_the_apps_workspace_and_the_persons(
    slack: Playground, receiver: Receiver, card: str
) -> None:
    await click(slack, card)
    told = payload(receiver)
    assert (told["team"], told["user"]["team_id"]) == ({"id": "T1", "domain": "one"}, "T2")
    await click(slack, card, "U1ADA")
    assert (payload(receiver)["team"]["id"], payload(receiver)["user"]["team_id"]) == ("T1", "T1")


async def test_a_response_url_from_outside_answers_and_replaces(
    slack: Playground, receiver: Receiver, card: str
) -> None:
    await click(slack, card)
    url = payload(receiver)["response_url"]
    assert slack.respond(url, {"text": "only for you"}).status == 200
    room = slack.core.world.channels["C1JOINT"]
    whisper = room.messages[room.order[-1]]
    assert (whisper.visible_to, whisper.extra["app_id"]) == ("U2BOB", slack.settings.id)
    assert slack.respond(url, {"text": "taken", "replace_original": True}).status == 200
    assert room.messages[card].text == "taken"


async def test_a_form_from_outside_names_where_the_app_is_installed(
    slack: Playground, receiver: Receiver, card: str
) -> None:
    await click(slack, card)
    opened = await api(slack, "views.open", trigger_id=payload(receiver)["trigger_id"], view=FORM)
    await slack.engine.submit(user="U2BOB", view_id=opened["view"]["id"], values={"what": {"text": "x"}})
    told = payload(receiver)
    assert (told["team"]["id"], told["view"]["app_installed_team_id"]) == ("T2", "T1")


async def test_an_organization_is_named_wherever_slack_names_it(slack: Playground, receiver: Receiver) -> None:
    slack.engine.world(
        teams=[{"id": "T1", "name": "one", "enterprise_id": "E1"}],
        users=[{"name": "ada"}],
        channels=[{"id": "C1", "name": "one", "members": ["ada", "ours"]}],
    )
    assert (await api(slack, "auth.test"))["enterprise_id"] == "E1"
    ada = (await api(slack, "users.info", user=slack.core.user("@ada").id))["user"]["enterprise_user"]
    assert (ada["enterprise_id"], ada["teams"]) == ("E1", ["T1"])
    await slack.engine.command(channel="#one", user="@ada", command="/ours")
    form = receiver.requests[-1].form
    assert (form["enterprise_id"], form["enterprise_name"]) == ("E1", "E1")
    await slack.engine.shortcut(user="@ada", callback_id="new")
    assert payload(receiver)["enterprise"] == {"id": "E1", "name": "E1"}
    slack.engine.say(channel="#one", user="@ada", text="hi")
    envelope = slack.core.deliveries[-1].body
    assert (envelope["context_enterprise_id"], envelope["authorizations"][0]["enterprise_id"]) == ("E1", "E1")


async def test_each_workspace_has_its_own_limits(quiet: Playground) -> None:
    quiet.engine.world(
        teams=[{"id": "T1", "name": "one"}, {"id": "T2", "name": "two"}],
        users=[{"name": "ada", "team": "T1"}, {"name": "bob", "team": "T2"}],
    )
    quiet.clock.set_speed(0.001)
    tokens = [quiet.core.world.installations[team].token for team in ("T1", "T2")]
    for number in range(21):
        answer = await quiet.api.call("users.list", tokens[0], {})
        assert answer.status == (200 if number < 20 else 429)
    assert (await quiet.api.call("users.list", tokens[1], {})).status == 200
    quiet.engine.fault(kind="ratelimit", method="users.info", seconds=20)
    assert (await quiet.api.call("users.info", tokens[0], {"user": "USLACKBOT"})).status == 429
    assert (await quiet.api.call("users.info", tokens[1], {"user": "USLACKBOT"})).status == 200
