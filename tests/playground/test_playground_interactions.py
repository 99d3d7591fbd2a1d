"""Commands, clicks, forms, shortcuts and response URLs, with an app that answers by script."""

import json
from typing import Any

import aiohttp
import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from playground import Playground
from playground.errors import ControlError, Json
from tests.playground.conftest import Call, Receiver

SUPPORT = "C0SUPPORT00"


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value.title()), "value": value}


BLOCKS: list[Json] = [
    {
        "type": "actions",
        "block_id": "acts",
        "elements": [
            {"type": "button", "action_id": "claim", "text": plain("I take it"), "value": "m1"},
            {"type": "static_select", "action_id": "tier", "options": [option("gold"), option("plain")]},
            {"type": "users_select", "action_id": "who"},
            {"type": "datepicker", "action_id": "day"},
            {"type": "datetimepicker", "action_id": "moment"},
            {"type": "overflow", "action_id": "more", "options": [option("mute"), option("split")]},
            {"type": "checkboxes", "action_id": "flags", "options": [option("a"), option("b")]},
            {"type": "radio_buttons", "action_id": "one", "options": [option("x"), option("y")]},
        ],
    }
]
FORM: Json = {
    "type": "modal",
    "callback_id": "promise",
    "title": plain("Promise"),
    "submit": plain("Save"),
    "notify_on_close": True,
    "private_metadata": "m1",
    "blocks": [
        {
            "type": "input",
            "block_id": "what",
            "label": plain("What"),
            "element": {"type": "plain_text_input", "action_id": "text"},
        },
        {
            "type": "input",
            "block_id": "due",
            "optional": True,
            "label": plain("When"),
            "element": {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-30"},
        },
        {
            "type": "input",
            "block_id": "deps",
            "optional": True,
            "label": plain("Departments"),
            "element": {
                "type": "multi_static_select",
                "action_id": "list",
                "options": [option("billing"), option("legal")],
            },
        },
    ],
}


def payload(receiver: Receiver) -> Json:
    """The latest interaction that came in."""
    found = json.loads([r.form["payload"] for r in receiver.requests if "payload" in r.form][-1])
    assert isinstance(found, dict)
    return found


async def api(slack: Playground, method: str, **args: Any) -> Json:
    return (await slack.web.api.call(method, slack.settings.bot_token, args)).body


async def card(slack: Playground, **more: Any) -> str:
    posted = await api(slack, "chat.postMessage", channel=SUPPORT, text="card", blocks=BLOCKS, **more)
    assert isinstance(posted["ts"], str)
    return posted["ts"]


async def click(slack: Playground, ts: str, action_id: str, user: str = "@tom", **more: Any) -> Json:
    return await slack.engine.click(user=user, channel="#support", ts=ts, action_id=action_id, **more)


async def open_form(slack: Playground, receiver: Receiver, view: Json | None = None) -> str:
    """A modal that tom has open; gives its id."""
    await slack.engine.shortcut(user="@tom", callback_id="new")
    opened = await api(slack, "views.open", trigger_id=payload(receiver)["trigger_id"], view=view or FORM)
    assert isinstance(opened["view"]["id"], str)
    return opened["view"]["id"]


async def test_a_command_carries_slacks_fields_and_its_answer_is_private(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(200, {}, "Nothing yet")]
    answer = await slack.engine.command(channel="#support", user="@tom", command="/ours", text="mine @maria")
    assert answer == {"ok": True, "status": 200, "response": "Nothing yet"}
    form = receiver.requests[0].form
    assert (form["command"], form["text"], form["channel_name"]) == ("/ours", "mine @maria", "support")
    assert form["user_id"] == slack.core.user("tom").id
    (message,) = slack.core.channel("#support").messages.values()
    assert (message.text, message.visible_to) == ("Nothing yet", slack.core.user("tom").id)


async def test_a_command_may_answer_for_all(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(200, {}, json.dumps({"response_type": "in_channel", "text": "All see this"}))]
    await slack.engine.command(channel="#support", user="@tom", command="ours", text="")
    (message,) = slack.core.channel("#support").messages.values()
    assert (message.text, message.visible_to, message.subtype) == ("All see this", None, "bot_message")


async def test_a_command_answer_that_slack_would_refuse_is_reported(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(200, {}, json.dumps({"blocks": [{"type": "nonsense"}]}))]
    answer = await slack.engine.command(channel="#support", user="@tom", command="ours", text="")
    assert (answer["ok"], answer["error"]) == (False, "invalid_command_response: invalid_blocks")


async def test_an_app_that_is_too_slow_shows_operation_timeout(slack: Playground, receiver: Receiver) -> None:
    receiver.pauses = [0.5]
    answer = await slack.engine.command(channel="#support", user="@tom", command="ours", text="")
    assert (answer["ok"], answer["error"]) == (False, "operation_timeout")


async def test_a_button_click_carries_message_container_and_response_url(slack: Playground, receiver: Receiver) -> None:
    ts = await card(slack, metadata={"event_type": "card", "event_payload": {"id": "m1"}})
    assert await click(slack, ts, "claim") == {"ok": True, "status": 200}
    sent = payload(receiver)
    assert sent["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": SUPPORT,
        "is_ephemeral": False,
    }
    (action,) = sent["actions"]
    assert (action["value"], action["block_id"], action["type"]) == ("m1", "acts", "button")
    assert sent["message"]["metadata"]["event_payload"] == {"id": "m1"}
    assert sent["response_url"].startswith(slack.url)
    assert sent["user"]["team_id"] == sent["team"]["id"]


@pytest.mark.parametrize(
    ("action_id", "given", "key", "expected"),
    [
        ("tier", {"value": "gold"}, "selected_option", option("gold")),
        ("who", {"value": "U0MARIA0000"}, "selected_user", "U0MARIA0000"),
        ("day", {"selected_date": "2026-12-01"}, "selected_date", "2026-12-01"),
        ("moment", {"selected_date_time": 1795000000}, "selected_date_time", 1795000000),
        ("more", {"value": "mute"}, "selected_option", option("mute")),
        ("flags", {"value": ["a", "b"]}, "selected_options", [option("a"), option("b")]),
        ("one", {"value": "y"}, "selected_option", option("y")),
    ],
)
async def test_each_element_sends_its_own_kind_of_value(
    slack: Playground, receiver: Receiver, action_id: str, given: Json, key: str, expected: object
) -> None:
    ts = await card(slack)
    assert (await click(slack, ts, action_id, **given))["ok"]
    sent = payload(receiver)
    assert sent["actions"][0][key] == expected
    if action_id != "more":
        assert sent["state"]["values"]["acts"][action_id][key] == expected


async def test_a_click_on_what_is_not_there_is_refused_with_what_is(slack: Playground) -> None:
    ts = await card(slack)
    with pytest.raises(ControlError) as no_element:
        await click(slack, ts, "nope")
    assert "claim (block acts)" in no_element.value.remedy
    with pytest.raises(ControlError) as no_option:
        await click(slack, ts, "tier", value="silver")
    assert "'gold', 'plain'" in no_option.value.remedy


async def test_an_ephemeral_can_be_clicked_by_its_reader_only(slack: Playground, receiver: Receiver) -> None:
    tom = slack.core.user("tom").id
    shown = await api(slack, "chat.postEphemeral", channel=SUPPORT, user=tom, text="yours?", blocks=BLOCKS)
    with pytest.raises(ControlError, match="can't see"):
        await click(slack, shown["message_ts"], "claim", user="@maria")
    assert (await click(slack, shown["message_ts"], "claim"))["ok"]
    sent = payload(receiver)
    assert sent["container"]["is_ephemeral"] is True
    assert "message" not in sent


async def test_a_private_channels_card_is_clicked_by_members_only(slack: Playground) -> None:
    posted = await api(slack, "chat.postMessage", channel="C0DEALS0000", text="card", blocks=BLOCKS)
    with pytest.raises(ControlError, match="not in"):
        await slack.engine.click(user="@tom", channel="#deals", ts=posted["ts"], action_id="claim")


async def test_a_response_url_replaces_an_ephemeral_and_wears_out(slack: Playground, receiver: Receiver) -> None:
    tom = slack.core.user("tom").id
    shown = await api(slack, "chat.postEphemeral", channel=SUPPORT, user=tom, text="yours?", blocks=BLOCKS)
    await click(slack, shown["message_ts"], "claim")
    hook = AsyncWebhookClient(payload(receiver)["response_url"])
    for number in range(5):
        assert (await hook.send(text=f"done {number}", replace_original=True)).status_code == 200
    assert slack.core.channel("#support").messages[shown["message_ts"]].text == "done 4"
    slack.clock.advance(5)
    worn = await hook.send(text="again", replace_original=True)
    assert (worn.status_code, json.loads(worn.body)["error"]) == (404, "used_url")


async def test_a_response_url_deletes_and_expires_after_half_an_hour(slack: Playground, receiver: Receiver) -> None:
    ts = await card(slack)
    await click(slack, ts, "claim")
    hook = AsyncWebhookClient(payload(receiver)["response_url"])
    assert (await hook.send(delete_original=True)).status_code == 200
    assert ts not in slack.core.channel("#support").messages
    slack.clock.advance(1801)
    assert json.loads((await hook.send(text="late")).body)["error"] == "expired_url"


async def test_a_form_opens_is_filled_and_closes(slack: Playground, receiver: Receiver) -> None:
    view_id = await open_form(slack, receiver)
    values = {"what": {"text": "A refund"}, "deps": {"list": ["legal"]}}
    answer = await slack.engine.submit(user="@tom", view_id=view_id, values=values)
    assert answer == {"ok": True, "status": 200, "response": None}
    sent = payload(receiver)
    assert sent["type"] == "view_submission"
    assert sent["view"]["state"]["values"] == {
        "what": {"text": {"type": "plain_text_input", "value": "A refund"}},
        "due": {"day": {"type": "datepicker", "selected_date": "2026-11-30"}},
        "deps": {"list": {"type": "multi_static_select", "selected_options": [option("legal")]}},
    }
    assert sent["view"]["private_metadata"] == "m1"
    assert slack.engine.state()["views"] == []


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({}, "required input 'What' is empty"),
        ({"what": {"text": "x"}, "why": {"text": "x"}}, "no element 'text' here"),
        ({"what": {"text": "x"}, "deps": {"list": ["finance"]}}, "no option 'finance'"),
        ({"what": {"text": "x"}, "due": {"day": "tomorrow"}}, "does not fit a datepicker"),
    ],
)
async def test_a_form_refuses_what_a_person_could_not_enter(
    slack: Playground, receiver: Receiver, values: Json, error: str
) -> None:
    view_id = await open_form(slack, receiver)
    with pytest.raises(ControlError, match=error):
        await slack.engine.submit(user="@tom", view_id=view_id, values=values)


async def test_errors_keep_the_form_open(slack: Playground, receiver: Receiver) -> None:
    view_id = await open_form(slack, receiver)
    receiver.answers = [(200, {}, json.dumps({"response_action": "errors", "errors": {"what": "Too vague"}}))]
    answer = await slack.engine.submit(user="@tom", view_id=view_id, values={"what": {"text": "x"}})
    assert answer["response"]["errors"] == {"what": "Too vague"}
    (view,) = slack.engine.state()["views"]
    assert (view["id"], view["errors"]) == (view_id, {"what": "Too vague"})


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (200, {"response_action": "push", "view": FORM}),
        (200, {"response_action": "update", "view": FORM}),
        (500, {}),
    ],
)
async def test_old_errors_go_with_the_next_try(
    slack: Playground, receiver: Receiver, status: int, answer: Json
) -> None:
    view_id = await open_form(slack, receiver)
    errors = json.dumps({"response_action": "errors", "errors": {"what": "Too vague"}})
    receiver.answers = [(200, {}, errors), (status, {}, json.dumps(answer))]
    for text in ("x", "clearer"):
        await slack.engine.submit(user="@tom", view_id=view_id, values={"what": {"text": text}})
    assert slack.core.views[view_id].errors == {}


async def test_views_stack_three_high_and_clear_at_once(slack: Playground, receiver: Receiver) -> None:
    first = await open_form(slack, receiver)
    push = json.dumps({"response_action": "push", "view": FORM})
    clear = json.dumps({"response_action": "clear"})
    receiver.answers = [(200, {}, push), (200, {}, push), (200, {}, clear)]
    await slack.engine.submit(user="@tom", view_id=first, values={"what": {"text": "x"}})
    second = slack.core.stacks[slack.core.user("tom").id][-1]
    with pytest.raises(ControlError, match="lies above"):
        await slack.engine.submit(user="@tom", view_id=first, values={"what": {"text": "x"}})
    await slack.engine.submit(user="@tom", view_id=second, values={"what": {"text": "x"}})
    third = slack.core.views[slack.core.stacks[slack.core.user("tom").id][-1]]
    assert (third.root, third.previous) == (first, second)
    await slack.engine.submit(user="@tom", view_id=third.id, values={"what": {"text": "x"}})
    assert slack.core.views == {}


async def test_closing_a_form_is_told_when_asked(slack: Playground, receiver: Receiver) -> None:
    view_id = await open_form(slack, receiver)
    await slack.engine.close(user="@tom", view_id=view_id, clear=True)
    assert (payload(receiver)["type"], payload(receiver)["is_cleared"]) == ("view_closed", True)
    assert slack.core.views == {}


async def test_triggers_work_once_and_for_three_seconds(slack: Playground, receiver: Receiver) -> None:
    await slack.engine.shortcut(user="@tom", callback_id="new")
    trigger = payload(receiver)["trigger_id"]
    assert (await api(slack, "views.open", trigger_id=trigger, view=FORM))["ok"]
    assert (await api(slack, "views.open", trigger_id=trigger, view=FORM))["error"] == "exchanged_trigger_id"
    assert (await api(slack, "views.open", trigger_id="1.2.3", view=FORM))["error"] == "invalid_trigger_id"
    await slack.engine.shortcut(user="@tom", callback_id="new")
    trigger = payload(receiver)["trigger_id"]
    slack.core.triggers[trigger].made -= 3.1
    assert (await api(slack, "views.open", trigger_id=trigger, view=FORM))["error"] == "expired_trigger_id"


async def test_an_update_needs_the_current_hash_and_keeps_what_was_typed(slack: Playground, receiver: Receiver) -> None:
    view_id = await open_form(slack, receiver)
    view = slack.core.views[view_id]
    await slack.engine.click(user="@tom", view_id=view_id, action_id="text", value="typed")
    old = view.hash
    assert (await api(slack, "views.update", view_id=view_id, view=FORM, hash=old))["ok"]
    assert view.state["what"]["text"]["value"] == "typed"
    assert (await api(slack, "views.update", view_id=view_id, view=FORM, hash=old))["error"] == "hash_conflict"
    assert (await api(slack, "views.update", view_id="V404", view=FORM))["error"] == "not_found"


async def test_an_input_without_dispatch_action_sends_nothing(slack: Playground, receiver: Receiver) -> None:
    view_id = await open_form(slack, receiver)
    before = len(receiver.requests)
    answer = await slack.engine.click(user="@tom", view_id=view_id, action_id="text", value="typed")
    assert answer["sent"] is False
    assert len(receiver.requests) == before


async def test_a_message_shortcut_carries_the_message(slack: Playground, receiver: Receiver) -> None:
    ts = slack.engine.say(channel="#support", user="@maria", text="Acme is angry")["ts"]
    assert (await slack.engine.shortcut(user="@tom", callback_id="track", channel="#support", ts=ts))["ok"]
    sent = payload(receiver)
    assert (sent["type"], sent["callback_id"], sent["message_ts"]) == ("message_action", "track", ts)
    assert sent["message"]["text"] == "Acme is angry"
    assert sent["channel"] == {"id": SUPPORT, "name": "support"}


async def test_external_selects_choose_among_the_apps_suggestions(slack: Playground, receiver: Receiver) -> None:
    element = {"type": "external_select", "action_id": "customer"}
    block = {"type": "input", "block_id": "c", "label": plain("Customer"), "element": element}
    view_id = await open_form(slack, receiver, {**FORM, "blocks": [block]})
    receiver.answers = [(200, {}, json.dumps({"options": [option("acme")]}))]
    found = await slack.engine.suggest(user="@tom", view_id=view_id, action_id="customer", value="ac")
    assert found["options"] == [option("acme")]
    assert payload(receiver)["type"] == "block_suggestion"
    await slack.engine.submit(user="@tom", view_id=view_id, values={"c": {"customer": "acme"}})
    assert payload(receiver)["view"]["state"]["values"]["c"]["customer"]["selected_option"] == option("acme")


async def test_a_home_is_published_and_clicked(slack: Playground, receiver: Receiver) -> None:
    tom = slack.core.user("tom").id
    home = {"type": "home", "blocks": BLOCKS}
    assert (await api(slack, "views.publish", user_id=tom, view=home))["ok"]
    opened = await slack.engine.open_home(user="@tom")
    assert opened["view"]["blocks"][0]["block_id"] == "acts"
    assert receiver.events("app_home_opened")[0]["tab"] == "home"
    await slack.engine.click(user="@tom", view_id=opened["view"]["id"], action_id="claim")
    assert payload(receiver)["container"] == {"type": "view", "view_id": opened["view"]["id"]}


async def test_the_messages_tab_is_told_without_a_view(slack: Playground, receiver: Receiver) -> None:
    view = {"type": "home", "blocks": BLOCKS}
    assert (await api(slack, "views.publish", user_id=slack.core.user("tom").id, view=view))["ok"]
    await slack.engine.open_home(user="@tom", tab="messages")
    await slack.engine.settle()
    (event,) = receiver.events("app_home_opened")
    assert event["tab"] == "messages"
    assert "view" not in event
    with pytest.raises(ControlError, match="no tab"):
        await slack.engine.open_home(user="@tom", tab="about")


async def test_only_known_commands_exist_once_the_world_names_them(quiet: Playground, call: Call) -> None:
    quiet.engine.world(
        users=[{"name": "tom"}], channels=[{"name": "c", "members": ["tom"]}], app={"commands": ["/ours"]}
    )
    with pytest.raises(ControlError) as caught:
        await quiet.engine.command(channel="#c", user="tom", command="/theirs", text="")
    assert caught.value.remedy == "the app has: /ours"


async def test_a_private_file_needs_a_token_that_sees_it(slack: Playground) -> None:
    slack.engine.say(channel="#leads", user="@tom", files=[{"name": "secret.txt", "content": "hush"}])
    slack.engine.say(channel="#support", user="@tom", files=[{"name": "open.txt", "content": "hello"}])
    secret, shared = list(slack.core.world.files.values())
    headers = {"Authorization": f"Bearer {slack.settings.bot_token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.get(shared.info["url_private"]) as found:
            assert await found.text() == "hello"
        async with session.get(secret.info["url_private_download"]) as hidden:
            assert hidden.status == 404
    async with aiohttp.ClientSession() as session, session.get(shared.info["url_private"]) as page:
        assert "Sign in" in await page.text()


async def test_people_can_be_chosen_by_name(slack: Playground, receiver: Receiver) -> None:
    ts = await card(slack)
    await click(slack, ts, "who", value="@maria")
    assert payload(receiver)["actions"][0]["selected_user"] == slack.core.user("maria").id
    with pytest.raises(ControlError, match="no user '@nobody'"):
        await click(slack, ts, "who", value="@nobody")


async def test_a_messages_state_lists_all_its_inputs(slack: Playground, receiver: Receiver) -> None:
    ts = await card(slack)
    await click(slack, ts, "claim")
    values = payload(receiver)["state"]["values"]["acts"]
    assert set(values) == {"tier", "who", "day", "moment", "flags", "one"}
    assert values["tier"] == {"type": "static_select", "selected_option": None}
