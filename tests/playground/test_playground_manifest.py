"""An app as its manifest declares it: what the playground heeds, and what it says of a bad one."""

import asyncio
import copy
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from playground import Playground
from playground.errors import ControlError, Json
from tests.playground.conftest import START, Receiver

MANIFEST: Json = {
    "display_information": {"name": "Lookout", "description": "Looks out", "background_color": "#000000"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": False},
        "bot_user": {"display_name": "Look Out", "always_online": True},
        "shortcuts": [
            {"name": "Note this", "type": "message", "callback_id": "note", "description": "Keeps it"},
            {"name": "New note", "type": "global", "callback_id": "new", "description": ""},
        ],
        "slash_commands": [
            {
                "command": "/look",
                "url": "https://x.example",
                "description": "Looks",
                "usage_hint": "up",
                "should_escape": True,
            }
        ],
    },
    "oauth_config": {
        "redirect_urls": ["https://x.example/back"],
        "scopes": {"bot": ["chat:write", "commands", "channels:history", "channels:read"]},
    },
    "settings": {
        "event_subscriptions": {"request_url": "https://x.example", "bot_events": ["message.channels"]},
        "token_rotation_enabled": False,
    },
}


def changed(path: str, value: Any) -> Json:
    """The manifest with something else at a path; without it when the value is None."""
    found = copy.deepcopy(MANIFEST)
    *parts, last = path.split(".")
    place = found
    for part in parts:
        place = place[part]
    place[last] = value
    if value is None:
        del place[last]
    return found


async def test_the_app_is_what_its_manifest_says() -> None:
    slack = Playground(start=START, manifest=MANIFEST)
    app = slack.engine.state(["app"])["app"]
    assert (app["name"], app["commands"]) == ("Lookout", ["/look"])
    assert app["hints"] == [{"command": "/look", "usage_hint": "up", "description": "Looks"}]
    assert [one["callback_id"] for one in app["shortcuts"]] == ["note", "new"]
    assert app["scopes"] == ["chat:write", "commands", "channels:history", "channels:read"]
    assert app["subscriptions"] == ["message.channels"]
    assert slack.settings.redirect_urls == ["https://x.example/back"]
    assert (app["home_tab"], slack.settings.messages_tab) == (True, False)
    bot = slack.core.user("@look_out")
    assert (bot.real_name, bot.id in slack.core.channel("#support").members) == ("Lookout", True)
    answer = await slack.api.call("auth.test", slack.settings.bot_token, {})
    assert answer.body["user_id"] == bot.id
    await slack.stop()


async def test_what_a_manifest_leaves_out_the_app_has_not() -> None:
    bare = {"display_information": {"name": "Bare"}, "features": {"bot_user": {"display_name": "bare"}}}
    slack = Playground(manifest=bare)
    app = slack.engine.state(["app"])["app"]
    assert (app["scopes"], app["subscriptions"], app["commands"], app["shortcuts"]) == ([], [], [], [])
    assert (app["home_tab"], slack.settings.messages_tab) == (False, True), "as Slack has it"
    answer = await slack.api.call("chat.postMessage", slack.settings.bot_token, {"channel": "C0SUPPORT00", "text": "x"})
    assert answer.body["error"] == "missing_scope"
    slack.engine.world(users=[{"name": "ada"}])
    assert slack.engine.state(["app"])["app"]["scopes"] == []
    await slack.stop()


@pytest.mark.parametrize(
    ("manifest", "error"),
    [
        (changed("display_information", None), "display_information.name is missing"),
        (changed("display_information.name", 7), "display_information.name is 7"),
        (changed("features.bot_user", None), "features.bot_user.display_name is missing"),
        (changed("features", []) | {"features": [1]}, "features is no object"),
        (changed("features.slash_commands", {"a": 1}), "features.slash_commands is no list"),
        (changed("features.slash_commands", ["/x"]), "features.slash_commands holds more than objects"),
        (changed("features.slash_commands", [{"command": "x"}]), "a command is 'x'"),
        (changed("features.slash_commands", [{"command": "/x"}] * 2), "/x is there twice"),
        (changed("features.slash_commands", [{"command": 1}]), "a command's command is 1"),
        (changed("features.shortcuts", [{"name": "x", "callback_id": "x", "type": "y"}]), "a shortcut's type is 'y'"),
        (changed("features.shortcuts", [{"name": "x", "type": "global"}]), "a shortcut lacks"),
        (changed("features.shortcuts", [{"name": "x", "oops": "y"}]), "a shortcut has oops"),
        (changed("oauth_config.scopes", {"bot": "chat:write"}), "oauth_config.scopes.bot is no list"),
        (changed("oauth_config.scopes", {"bot": ["chat:write"]}), 'oauth_config.scopes.bot lacks "commands"'),
        (changed("oauth_config.scopes", {"bot": ["commands", "Oh no"]}), "no scope 'Oh no'"),
        (changed("settings.event_subscriptions.bot_events", ["What?"]), "an event is 'What\\?'"),
        (changed("settings.event_subscriptions.bot_events", [1]), "bot_events holds more than text"),
    ],
)
def test_a_bad_manifest_says_what_to_mend(manifest: Json, error: str) -> None:
    with pytest.raises(ControlError, match=error) as caught:
        Playground(manifest=manifest)
    assert len(caught.value.remedy) > 5


async def test_only_declared_shortcuts_can_be_used(receiver: Receiver) -> None:
    async with Playground(manifest=MANIFEST, events_url=receiver.url) as slack:
        ts = slack.engine.say(channel="#support", user="@maria", text="x")["ts"]
        where = {"user": "@maria", "channel": "#support", "ts": ts}
        assert (await slack.engine.shortcut(**where, callback_id="note"))["ok"]
        assert (await slack.engine.shortcut(user="@maria", callback_id="new"))["ok"]
        with pytest.raises(ControlError, match="no message shortcut 'new'") as caught:
            await slack.engine.shortcut(**where, callback_id="new")
        assert caught.value.remedy == "the app has: note"
        with pytest.raises(ControlError, match="no global shortcut 'other'"):
            await slack.engine.shortcut(user="@maria", callback_id="other")


async def test_an_app_that_declares_no_shortcut_may_have_any(slack: Playground, receiver: Receiver) -> None:
    assert (await slack.engine.shortcut(user="@maria", callback_id="anything"))["ok"]
    assert len(receiver.requests) == 1


def test_a_world_sets_commands_with_their_help_and_shortcuts(quiet: Playground) -> None:
    hint = {"command": "/ours", "usage_hint": "mine", "description": "What is mine"}
    shortcut = {"name": "Promise", "callback_id": "p", "type": "message", "description": "x"}
    quiet.engine.world(app={"commands": ["/other"], "hints": [hint], "shortcuts": [shortcut]})
    shown = quiet.engine.state(["app"])["app"]
    assert (shown["commands"], shown["hints"], shown["shortcuts"]) == (["/other", "/ours"], [hint], [shortcut])
    quiet.engine.world(app={"commands": ["/third"]})
    shown = quiet.engine.state(["app"])["app"]
    assert (shown["commands"], shown["hints"], shown["shortcuts"]) == (["/third"], [], [shortcut])


@pytest.mark.parametrize(
    "wrong",
    [
        {"hints": [{"command": "x"}]},
        {"hints": "x"},
        {"shortcuts": [{"name": "x"}]},
        {"shortcuts": {"a": 1}},
        {"hints": [1]},
    ],
)
def test_a_world_with_wrong_help_or_shortcuts_is_refused(quiet: Playground, wrong: Json) -> None:
    with pytest.raises(ControlError):
        quiet.engine.world(app=wrong)
    assert quiet.engine.state(["app"])["app"]["shortcuts"] == []


async def run(*arguments: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "playground", "--port", "0", *arguments, stdout=pipe, stderr=pipe
    )


async def test_the_command_line_tells_first_where_the_page_is(tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps(MANIFEST))
    process = await run("--manifest", str(file))
    assert process.stdout
    async with asyncio.timeout(20):
        name, address = (await process.stdout.readline()).decode().split()
    assert (name, address.startswith("http://127.0.0.1:"), address[-1]) == ("Page", True, "/")
    process.terminate()
    _, said = await process.communicate()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.parametrize(
    ("content", "error"),
    [("{", b"can't be read as JSON"), ("[]", b"holds no object"), ("{}", b"display_information.name is missing")],
)
async def test_the_command_line_refuses_a_bad_manifest(tmp_path: Path, content: str, error: bytes) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(content)
    process = await run("--manifest", str(file))
    _, said = await process.communicate()
    assert process.returncode != 0
    assert error in said
    assert b"Traceback" not in said


def test_a_manifest_of_a_real_app_is_taken() -> None:
    file = Path(__file__).parents[2] / "manifest.json"
    app = Playground(manifest=json.loads(file.read_text())).settings
    assert app.commands
    assert {one["type"] for one in app.shortcuts} == {"message", "global"}


async def test_the_command_line_says_when_its_port_is_taken(slack: Playground) -> None:
    process = await run("--port", slack.url.rsplit(":", 1)[-1])
    _, said = await process.communicate()
    assert process.returncode == 1
    assert b"can't listen on 127.0.0.1:" in said
    assert b"Traceback" not in said
