"""What people do through the control API: names, shared bodies, forms, and what no person could do."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.errors import ControlError, Json
from tests.playground.conftest import Call, Receiver
from tests.playground.test_playground_interactions import FORM, api, open_form, option, payload, plain

SUPPORT = "C0SUPPORT00"
TWO_TEAMS: Json = {
    "teams": [{"id": "T1", "name": "one"}, {"id": "T2", "name": "two"}],
    "users": [
        {"name": "maria", "team": "T1"},
        {"name": "maria", "team": "T2", "id": "U2MARIA"},
        {"name": "bob", "team": "T2", "id": "U2BOB"},
    ],
    "channels": [
        {"name": "support", "team": "T1", "members": ["maria", "ours"]},
        {"name": "support", "team": "T2", "members": ["maria", "bob", "ours"], "id": "C2SUPPORT"},
        {"name": "only2", "team": "T2", "members": ["maria", "bob", "ours"], "id": "C2ONLY"},
    ],
}

Control = Callable[..., Awaitable[tuple[int, Json]]]


@pytest.fixture
async def control(slack: Playground) -> AsyncIterator[Control]:
    async with aiohttp.ClientSession(slack.url) as session:

        async def do(act: str, **body: Any) -> tuple[int, Json]:
            async with session.post(f"/control/{act}", json=body) as answer:
                return answer.status, await answer.json()

        yield do


async def test_each_call_in_the_state_has_its_time_even_a_refused_one(quiet: Playground, call: Call) -> None:
    await call("chat.postMessage", channel=SUPPORT, text="x")
    await call("chat.nope")
    for entry in quiet.engine.state(["calls"])["calls"]:
        assert {"method", "args", "reply", "time", "at"} <= set(entry)
        assert entry["time"].startswith("2026-11-23T15:00")


# names


async def test_a_name_means_whoever_bears_it_in_the_channels_workspace(quiet: Playground) -> None:
    quiet.engine.world(**TWO_TEAMS)
    said = quiet.engine.say(channel="#only2", user="@maria", text="hi")
    message = quiet.core.world.channels["C2ONLY"].messages[said["ts"]]
    assert message.user == "U2MARIA"
    shared = {"channel": "#only2", "user": "@maria", "ts": said["ts"]}
    quiet.engine.edit(**shared, text="hi again")
    quiet.engine.react(**shared, name="eyes")
    assert (message.text, message.reactions) == ("hi again", {"eyes": ["U2MARIA"]})
    quiet.engine.unreact(**shared, name="eyes")
    quiet.engine.delete(**shared)
    assert quiet.engine.say(channel="#support", user="@bob", text="hi")["channel"] == "C2SUPPORT"
    assert quiet.engine.say(channel="#support", user="@maria", text="hi", team="two")["channel"] == "C2SUPPORT"
    assert quiet.engine.say(channel="#support", user="@maria", text="hi")["channel"] != "C2SUPPORT"
    with pytest.raises(ControlError, match="no channel '#only2'"):
        quiet.engine.say(channel="#only2", user="@maria", text="hi", team="one")
    with pytest.raises(ControlError, match="not in"):
        quiet.engine.say(channel="C2ONLY", user=quiet.core.user("@maria", "T1").id, text="hi")


async def test_commands_shortcuts_and_pickers_follow_the_channels_workspace(
    slack: Playground, receiver: Receiver
) -> None:
    slack.engine.world(**TWO_TEAMS)
    await slack.engine.command(channel="#only2", user="@maria", command="/ours")
    assert (receiver.requests[-1].form["user_id"], receiver.requests[-1].form["team_id"]) == ("U2MARIA", "T2")
    ts = slack.engine.say(channel="#only2", user="@bob", text="x")["ts"]
    await slack.engine.shortcut(user="@maria", callback_id="track", channel="#only2", ts=ts)
    assert payload(receiver)["user"]["id"] == "U2MARIA"
    blocks = [{"type": "actions", "elements": [{"type": "users_select", "action_id": "who"}]}]
    ts = slack.engine.say(channel="#only2", user="@bob", text="x", blocks=blocks)["ts"]
    await slack.engine.click(user="@bob", channel="#only2", ts=ts, action_id="who", value="@maria")
    assert payload(receiver)["actions"][0]["selected_user"] == "U2MARIA"


# one body for four calls


async def test_edit_delete_react_and_unreact_take_one_body(control: Control) -> None:
    _, said = await control("say", channel="#support", user="@maria", text="x")
    body = {"channel": "#support", "user": "@maria", "ts": said["ts"], "text": "new", "name": "eyes"}
    for act in ("edit", "react", "unreact", "delete"):
        assert await control(act, **body) == (200, {"ok": True})


@pytest.mark.parametrize(("act", "lacks"), [("edit", "text"), ("react", "name"), ("unreact", "name")])
async def test_what_a_call_cannot_do_without_is_asked_for(control: Control, act: str, lacks: str) -> None:
    _, said = await control("say", channel="#support", user="@maria", text="x")
    status, answer = await control(act, channel="#support", user="@maria", ts=said["ts"])
    assert (status, answer["error"], bool(answer["remedy"])) == (400, f"{act} lacks {lacks}", True)


# what no person could do


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("say", {"text": "x", "bogus": 1}),
        ("say", {"text": 5}),
        ("say", {"text": "x", "blocks": "abc"}),
        ("say", {"text": "x", "blocks": [{"type": "bogus"}]}),
        ("say", {"text": "x", "attachments": "abc"}),
        ("say", {"text": "x", "attachments": [5]}),
        ("say", {"text": "x", "attachments": [{"blocks": [{"type": "bogus"}]}]}),
        ("say", {"text": "x", "files": ["a.txt"]}),
        ("say", {"text": "x", "team": "nope"}),
        ("say", {"text": "   "}),
        ("edit", {"text": ""}),
        ("edit", {"text": "x", "bogus": 1}),
        ("react", {"name": "not an emoji!!"}),
        ("react", {"name": ""}),
        ("react", {"name": "EYES"}),
        ("react", {"name": "thumbsup::skin-tone-9"}),
        ("react", {"name": 5}),
        ("click", {"action_id": "go", "bogus": 1}),
        ("fault", {"kind": "error", "bogus": 1}),
        ("world", {"bogus": 1}),
        ("suggest", {"action_id": "go", "bogus": 1}),
    ],
)
async def test_what_no_person_could_do_is_refused(control: Control, act: str, body: Json) -> None:
    _, said = await control("say", channel="#support", user="@maria", text="x")
    where = {"channel": "#support", "user": "@maria"} if act not in ("fault", "world") else {}
    if act in ("edit", "react", "click", "suggest"):
        where["ts"] = said["ts"]
    status, answer = await control(act, **where, **body)
    assert (status, answer["ok"], bool(answer["remedy"])) == (400, False, True)
    assert "internal" not in answer["error"]


async def test_a_refused_layout_says_what_slack_says(control: Control) -> None:
    _, answer = await control("say", channel="#support", user="@maria", blocks=[{"type": "section"}])
    assert (answer["error"], "`text` or `fields`" in answer["remedy"]) == ("invalid_blocks", True)


async def test_nobody_reacts_to_or_answers_a_whisper(quiet: Playground, call: Call) -> None:
    maria = quiet.core.user("maria").id
    ts = (await call("chat.postEphemeral", channel=SUPPORT, user=maria, text="psst"))["message_ts"]
    with pytest.raises(ControlError, match="only visible to one person"):
        quiet.engine.react(channel="#support", user="@maria", ts=ts, name="eyes")
    with pytest.raises(ControlError, match="only visible to one person"):
        quiet.engine.say(channel="#support", user="@maria", text="r", thread_ts=ts)


async def test_people_do_not_post_where_the_channel_is_closed_to_it(quiet: Playground, call: Call) -> None:
    room = quiet.core.channel("#support")
    parent = quiet.engine.say(channel="#support", user="@tom", text="x")["ts"]
    answer: Json = {"channel": "#support", "user": "@tom", "text": "x", "thread_ts": parent}
    room.is_restricted = room.is_thread_only = True
    with pytest.raises(ControlError, match="restricted_action"):
        quiet.engine.say(**answer)
    with pytest.raises(ControlError, match="thread_only"):
        quiet.engine.say(channel="#support", user="@maria", text="x")
    assert quiet.engine.say(**{**answer, "user": "@maria"})["ok"]
    shown = (await call("conversations.info", channel=SUPPORT))["channel"]
    assert (shown["is_thread_only"], "is_read_only" in shown) == (True, False)


async def test_a_world_says_what_is_closed_and_switched_off(quiet: Playground, call: Call) -> None:
    quiet.engine.world(
        teams=[{"name": "one", "edit_minutes": 0}],
        users=[{"name": "maria"}],
        channels=[{"name": "support", "members": ["maria", "ours"], "is_read_only": True}],
        app={"home_tab": False, "messages_tab": False},
    )
    state = quiet.engine.state(["teams", "app", "users", "channels"])
    quiet.engine.world(**state)
    assert quiet.engine.state(["teams", "app", "users", "channels"]) == state
    room, maria = quiet.core.channel("#support").id, quiet.core.user("maria").id
    refused = await call("chat.postMessage", channel=room, text="x")
    assert refused["error"] == "restricted_action_read_only_channel"
    assert (await call("chat.postMessage", channel=maria, text="x"))["error"] == "messages_tab_disabled"
    assert (await call("views.publish", user_id=maria, view={"type": "home", "blocks": []}))["error"] == "not_enabled"


async def test_who_is_deactivated_does_nothing(quiet: Playground) -> None:
    ts = quiet.engine.say(channel="#support", user="@tom", text="x")["ts"]
    quiet.engine.user(user="@maria", deleted=True)
    with pytest.raises(ControlError, match="deactivated"):
        await quiet.engine.open_home(user="@maria")
    with pytest.raises(ControlError, match="deactivated"):
        await quiet.engine.shortcut(user="@maria", callback_id="x")
    with pytest.raises(ControlError, match="deactivated"):
        await quiet.engine.shortcut(user="@maria", callback_id="x", channel="#support", ts=ts)
    with pytest.raises(ControlError, match="deactivated"):
        await quiet.engine.command(channel="#support", user="@maria", command="/ours")


# inputs

ENTRIES: Json = {
    "d": {"type": "datepicker"},
    "t": {"type": "timepicker"},
    "dt": {"type": "datetimepicker"},
    "n": {"type": "number_input", "is_decimal_allowed": False, "min_value": "3", "max_value": "9"},
    "em": {"type": "email_text_input"},
    "url": {"type": "url_text_input"},
    "txt": {"type": "plain_text_input", "min_length": 2, "max_length": 4},
    "rt": {"type": "rich_text_input"},
    "u": {"type": "users_select"},
    "us": {"type": "multi_users_select", "max_selected_items": 1},
    "s": {"type": "static_select", "options": [option("a"), option("b")]},
    "ms": {"type": "multi_static_select", "max_selected_items": 1, "options": [option("a"), option("b")]},
    "f": {"type": "file_input"},
}


def every_input() -> Json:
    blocks = [
        {
            "type": "input",
            "block_id": name,
            "optional": True,
            "label": plain(name),
            "element": {**item, "action_id": name},
        }
        for name, item in ENTRIES.items()
    ]
    return {**FORM, "blocks": blocks}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("d", "2026-13-45"),
        ("d", "abcdefghij"),
        ("d", 5),
        ("t", "99:99"),
        ("t", "noon!"),
        ("dt", "soon"),
        ("dt", 5),
        ("n", "abc"),
        ("n", "1"),
        ("n", 10),
        ("n", "3.5"),
        ("n", "nan"),
        ("em", "notmail"),
        ("url", "not a link"),
        ("txt", "x"),
        ("txt", "xxxxx"),
        ("txt", {"a": 1}),
        ("rt", 5),
        ("u", "@nobody"),
        ("u", 5),
        ("u", ["@tom"]),
        ("us", ["@tom", "@maria"]),
        ("s", "zz"),
        ("s", ["a"]),
        ("ms", ["a", "b"]),
        ("f", "F404"),
        ("f", 5),
    ],
)
async def test_an_input_refuses_impossible_values_and_keeps_what_it_held(
    slack: Playground, receiver: Receiver, name: str, value: object
) -> None:
    view_id = await open_form(slack, receiver, every_input())
    before, sent = json.dumps(slack.core.views[view_id].state), len(receiver.requests)
    with pytest.raises(ControlError):
        await slack.engine.submit(user="@tom", view_id=view_id, values={"txt": {"txt": "ok"}, name: {name: value}})
    assert (json.dumps(slack.core.views[view_id].state), len(receiver.requests)) == (before, sent)


async def test_an_input_takes_what_a_person_would_enter(slack: Playground, receiver: Receiver) -> None:
    view_id = await open_form(slack, receiver, every_input())
    given = {"d": "2026-12-01", "t": "09:30", "dt": 1795446000, "n": 5, "em": "a@b.example", "url": "https://a.example"}
    given |= {"txt": "abc", "rt": "words", "u": "@tom", "us": ["@tom"], "s": "a", "ms": ["b"]}
    given |= {"f": [{"name": "a.txt", "content": "x"}]}
    answer = await slack.engine.submit(user="@tom", view_id=view_id, values={k: {k: v} for k, v in given.items()})
    assert answer == {"ok": True, "status": 200, "response": None}
    held = {k: v[k] for k, v in payload(receiver)["view"]["state"]["values"].items()}
    assert (held["n"]["value"], held["s"]["selected_option"], held["us"]["selected_users"]) == (
        "5",
        option("a"),
        [slack.core.user("tom").id],
    )
    assert held["rt"]["rich_text_value"]["type"] == "rich_text"
    assert held["f"]["files"][0]["name"] == "a.txt"


async def test_a_select_is_clicked_with_a_value(slack: Playground) -> None:
    names = ("s", "d", "t", "u")
    blocks = [{"type": "actions", "elements": [{**ENTRIES[name], "action_id": name} for name in names]}]
    ts = (await api(slack, "chat.postMessage", channel=SUPPORT, text="x", blocks=blocks))["ts"]
    for name in names:
        with pytest.raises(ControlError, match="nothing is chosen"):
            await slack.engine.click(user="@tom", channel="#support", ts=ts, action_id=name)
    with pytest.raises(ControlError, match="does not fit"):
        await slack.engine.click(user="@tom", channel="#support", ts=ts, action_id="d", selected_date="2026-02-30")


# external selects

EXTERNAL = {"type": "external_select", "action_id": "customer"}


def offer(*values: str) -> tuple[int, dict[str, str], str]:
    return 200, {}, json.dumps({"options": [option(value) for value in values]})


def kinds(receiver: Receiver) -> list[str]:
    return [json.loads(r.form["payload"])["type"] for r in receiver.requests if "payload" in r.form]


async def test_a_click_in_a_message_asks_the_app_for_the_options(slack: Playground, receiver: Receiver) -> None:
    blocks = [{"type": "actions", "block_id": "b", "elements": [EXTERNAL]}]
    ts = (await api(slack, "chat.postMessage", channel=SUPPORT, text="x", blocks=blocks))["ts"]
    where = {"user": "@tom", "channel": "#support", "ts": ts, "action_id": "customer"}
    receiver.answers = [offer("acme")]
    assert (await slack.engine.click(**where, value="acme"))["ok"]
    assert kinds(receiver) == ["block_suggestion", "block_actions"]
    asked = next(json.loads(r.form["payload"]) for r in receiver.requests if "payload" in r.form)
    assert (asked["value"], asked["block_id"], asked["container"]["message_ts"]) == ("acme", "b", ts)
    assert payload(receiver)["actions"][0]["selected_option"] == option("acme")
    assert (await slack.engine.click(**where, value="acme"))["ok"]
    assert kinds(receiver)[2:] == ["block_actions"]
    receiver.answers = [offer(), offer("other")]
    with pytest.raises(ControlError, match="no option 'zeta'"):
        await slack.engine.click(**where, value="zeta")
    receiver.answers = [offer("beta")]
    assert (await slack.engine.suggest(**where, value="be"))["options"] == [option("beta")]


async def test_a_form_asks_the_app_for_the_options_of_its_external_selects(
    slack: Playground, receiver: Receiver
) -> None:
    several = {"type": "multi_external_select", "action_id": "several"}
    blocks = [
        {"type": "input", "block_id": "one", "label": plain("One"), "element": EXTERNAL},
        {"type": "input", "block_id": "many", "label": plain("Many"), "element": several},
    ]
    view_id = await open_form(slack, receiver, {**FORM, "blocks": blocks})
    receiver.answers = [offer(), offer("acme", "beta"), offer("beta"), offer("acme")]
    values = {"one": {"customer": "beta"}, "many": {"several": ["beta", "Acme"]}}
    assert (await slack.engine.submit(user="@tom", view_id=view_id, values=values))["ok"]
    held = payload(receiver)["view"]["state"]["values"]
    assert held["one"]["customer"]["selected_option"] == option("beta")
    assert held["many"]["several"]["selected_options"] == [option("beta"), option("acme")]


@pytest.mark.parametrize("answer", ["", "{}", '{"options": 5}', '{"options": [5]}', "[]", '{"options": [], "x": NaN}'])
async def test_options_of_a_wrong_form_are_the_apps_mistake(slack: Playground, receiver: Receiver, answer: str) -> None:
    block = {"type": "input", "block_id": "c", "label": plain("Customer"), "element": EXTERNAL}
    view_id = await open_form(slack, receiver, {**FORM, "blocks": [block]})
    receiver.answers = [(200, {}, answer)] * 2
    told = await slack.engine.suggest(user="@tom", view_id=view_id, action_id="customer", value="ac")
    assert (told["ok"], told["status"], told["options"]) == (False, 200, [])
    with pytest.raises(ControlError, match="the app gave no options"):
        await slack.engine.submit(user="@tom", view_id=view_id, values={"c": {"customer": "acme"}})


# what the app answers


@pytest.mark.parametrize(
    "answer",
    [
        '{"response_action": "errors", "errors": {"zzz": "no"}}',
        '{"response_action": "errors"}',
        '{"response_action": "errors", "errors": ["x"]}',
        '{"response_action": "errors", "errors": {"what": 5}}',
        '{"response_action": "update"}',
        '{"response_action": "update", "view": {"type": "home", "blocks": []}}',
        '{"response_action": "bogus"}',
        '{"text": "thanks"}',
        "thanks",
        "[1]",
        '{"response_action": "errors", "errors": {"what": "\\ud800"}}',
    ],
)
async def test_a_wrong_answer_to_a_form_leaves_it_open(
    control: Control, slack: Playground, receiver: Receiver, answer: str
) -> None:
    view_id = await open_form(slack, receiver)
    receiver.answers = [(200, {}, answer)]
    status, told = await control("submit", user="@tom", view_id=view_id, values={"what": {"text": "x"}})
    assert (status, told["ok"], told["status"], "response" in told) == (200, False, 200, True)
    assert list(slack.core.views) == [view_id]


async def test_a_fourth_view_is_the_apps_mistake(control: Control, slack: Playground, receiver: Receiver) -> None:
    top = await open_form(slack, receiver)
    push = json.dumps({"response_action": "push", "view": FORM})
    for _ in range(2):
        receiver.answers = [(200, {}, push)]
        assert (await control("submit", user="@tom", view_id=top, values={"what": {"text": "x"}}))[1]["ok"]
        top = slack.core.stacks[slack.core.user("tom").id][-1]
    receiver.answers = [(200, {}, push)]
    status, told = await control("submit", user="@tom", view_id=top, values={"what": {"text": "x"}})
    assert (status, told["ok"], told["response"]["response_action"]) == (200, False, "push")
    assert told["error"] == "invalid_view_response: push_limit_reached"
    assert len(slack.core.views) == 3


@pytest.mark.parametrize(
    ("answer", "fine"),
    [
        ("", True),
        ("plain words", True),
        ('{"response_type": "in_channel"}', True),
        ('{"response_type": "in_channel", "text": "pub"}', True),
        ('{"text": ""}', False),
        ('{"text": 5}', False),
        ('{"blocks": [{"type": "x"}]}', False),
        ('{"attachments": 5}', False),
        ('{"text": "\\ud800"}', False),
        ('{"text": ', False),
    ],
)
async def test_a_command_fails_when_its_answer_is_no_message(
    slack: Playground, receiver: Receiver, answer: str, fine: bool
) -> None:
    receiver.answers = [(200, {}, answer)]
    told = await slack.engine.command(channel="#support", user="@tom", command="/ours")
    assert (told["ok"], told["status"], "error" in told) == (fine, 200, not fine)


async def test_a_response_url_refuses_an_empty_answer_and_stays_unused(slack: Playground, receiver: Receiver) -> None:
    await slack.engine.command(channel="#support", user="@tom", command="/ours")
    hook = receiver.requests[-1].form["response_url"]
    key = hook.removeprefix(f"{slack.url}/actions/")
    async with aiohttp.ClientSession() as session:
        for body, error in (({}, "no_text"), ({"text": "x", "thread_ts": "1.1"}, "thread_not_found")):
            async with session.post(hook, json=body) as answer:
                assert (answer.status, (await answer.json())["error"]) == (400, error)
    assert slack.core.response_urls[key].uses == 0
