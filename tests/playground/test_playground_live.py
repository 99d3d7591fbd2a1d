"""The page's stream: what one person sees, afterwards only what changed, and nothing that is not theirs."""

import asyncio
import json
from typing import Any

import pytest

from playground import Playground
from playground.errors import Json
from playground.live import Look
from tests.playground.conftest import Receiver, until
from tests.playground.reader import glimpse, parts_of, reading

PARTS = [
    "me",
    "teams",
    "people",
    "groups",
    "app",
    "rooms",
    "room",
    "thread",
    "views",
    "home",
    "faults",
    "notice",
    "time",
]
SUPPORT = "C0SUPPORT00"
BUTTONS: Json = {
    "type": "actions",
    "block_id": "b",
    "elements": [
        {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}},
        {"type": "datepicker", "action_id": "day"},
    ],
}


def room_named(parts: dict[str, Any], name: str) -> Json:
    found: Json = next(room for room in parts["rooms"] if room["name"] == name)
    return found


def texts(part: Json) -> list[str]:
    return [message["text"] for message in part["messages"]]


def say(slack: Playground, channel: str, user: str, text: str, **more: Any) -> str:
    ts: str = slack.engine.say(channel=channel, user=user, text=text, **more)["ts"]
    return ts


async def bot(slack: Playground, method: str, **args: Any) -> Json:
    answer = await slack.api.call(method, slack.settings.bot_token, args)
    assert answer.body["ok"], answer.body
    return answer.body


async def test_a_page_that_opens_gets_every_part_once(slack: Playground) -> None:
    async with reading(slack, user="U0TOM000000", room=SUPPORT) as page:
        sent = [next(iter(parts_of(line))) for line in page.lines if line.startswith("data:")]
    assert sorted(sent) == sorted(PARTS)
    assert page.parts["me"]["name"] == "tom"
    assert page.parts["me"]["locale"] == "en-US"
    assert page.parts["time"]["speed"] == 1.0
    assert {person["name"] for person in page.parts["people"] if person["is_app"]} == {"ours"}


async def test_afterwards_only_what_changed_is_sent(slack: Playground) -> None:
    slack.core.app.subscriptions.clear()
    async with reading(slack, user="@maria", room=SUPPORT) as page:
        before = len(page.lines)
        say(slack, "#support", "@maria", "hello")
        await page.until(lambda parts: parts["room"]["messages"])
        assert {part for line in page.lines[before:] for part in parts_of(line)} == {"rooms", "room"}


async def test_the_time_is_sent_only_when_the_clock_was_changed(slack: Playground) -> None:
    async with reading(slack, user="@maria", room=SUPPORT) as page:
        shown = page.parts["time"]
        say(slack, "#support", "@maria", "hello")
        await page.until(lambda parts: parts["room"]["messages"])
        assert page.parts["time"] == shown
        slack.engine.time(speed=60)
        await page.until(lambda parts: parts["time"]["speed"] == 60)


async def test_nobody_in_particular_is_the_first_person(quiet: Playground) -> None:
    for user in ("", "U0NOBODY000", "@ours", "USLACKBOT"):
        assert (await glimpse(quiet, Look(user)))["me"]["name"] == "maria"


async def test_a_private_room_is_for_its_members(quiet: Playground) -> None:
    ts = say(quiet, "#deals", "@maria", "secret")
    deals = quiet.core.channel("#deals").id
    member = await glimpse(quiet, Look("@lena", deals, ts))
    other = await glimpse(quiet, Look("@tom", deals, ts))
    assert (texts(member["room"]), texts(member["thread"])) == (["secret"], ["secret"])
    assert (other["room"], other["thread"]) == (None, None)
    assert "secret" not in json.dumps(other)
    assert "deals" not in {room["name"] for room in other["rooms"]}


async def test_a_guest_sees_only_rooms_of_their_own(quiet: Playground) -> None:
    say(quiet, "#support", "@maria", "ours")
    guest = await glimpse(quiet, Look("@gus", SUPPORT))
    assert [room["name"] for room in guest["rooms"]] == ["customers"]
    assert guest["room"] is None
    outside = await glimpse(quiet, Look("@ravi", SUPPORT))
    assert (texts(outside["room"]), room_named(outside, "support")["is_member"]) == (["ours"], False)


async def test_people_see_public_rooms_of_their_workspace_and_those_it_shares(quiet: Playground) -> None:
    quiet.engine.world(
        teams=[{"name": "Us"}, {"name": "Them"}],
        users=[{"name": "ada", "team": "Us"}, {"name": "ben", "team": "Them"}],
        channels=[
            {"name": "inside", "team": "Us", "members": ["ada"]},
            {"name": "between", "team": "Us", "members": ["ada"], "is_ext_shared": True, "shared_teams": ["Them"]},
        ],
    )
    ben = await glimpse(quiet, Look("@ben", "#between"))
    assert [room["name"] for room in ben["rooms"]] == ["between"]
    assert ben["room"] is not None
    assert (await glimpse(quiet, Look("@ben", "#inside")))["room"] is None


async def test_a_direct_conversation_is_for_the_two(quiet: Playground) -> None:
    said = quiet.engine.say(channel="@tom", user="@maria", text="between us")
    tom = await glimpse(quiet, Look("@tom", "U0MARIA0000"))
    assert texts(tom["room"]) == ["between us"]
    assert next(room["user"] for room in tom["rooms"] if room["kind"] == "im") == "U0MARIA0000"
    sam = await glimpse(quiet, Look("@sam", said["channel"]))
    assert "between us" not in json.dumps(sam)
    assert said["channel"] not in json.dumps(sam)


async def test_an_ephemeral_is_shown_to_its_person_alone(quiet: Playground) -> None:
    root = say(quiet, "#support", "@maria", "root")
    await bot(quiet, "chat.postEphemeral", channel=SUPPORT, user="U0TOM000000", text="psst")
    await bot(quiet, "chat.postEphemeral", channel=SUPPORT, user="U0TOM000000", text="inside", thread_ts=root)
    tom = await glimpse(quiet, Look("@tom", SUPPORT, root))
    assert (texts(tom["room"]), texts(tom["thread"])) == (["root", "psst"], ["root", "inside"])
    assert tom["room"]["messages"][1]["visible_to"] == "U0TOM000000"
    maria = await glimpse(quiet, Look("@maria", SUPPORT, root))
    assert (texts(maria["room"]), texts(maria["thread"])) == (["root"], ["root"])
    assert "psst" not in json.dumps(maria)


async def test_a_modal_and_a_home_are_shown_to_their_person_alone(quiet: Playground) -> None:
    title = {"type": "plain_text", "text": "Mine"}
    trigger = quiet.core.new_trigger(quiet.core.user("@tom"))
    entry = {"type": "plain_text_input", "action_id": "a"}
    block = {"type": "input", "block_id": "b", "label": title, "element": entry}
    view = {"type": "modal", "title": title, "submit": title, "blocks": [block]}
    await bot(quiet, "views.open", trigger_id=trigger, view=view)
    await bot(quiet, "views.publish", user_id="U0TOM000000", view={"type": "home", "blocks": []})
    tom = await glimpse(quiet, Look("@tom"))
    assert tom["views"][0]["title"]["text"] == "Mine"
    assert tom["views"][0]["state"]["values"]["b"]["a"]["value"] is None
    assert tom["home"]["type"] == "home"
    maria = await glimpse(quiet, Look("@maria"))
    assert (maria["views"], maria["home"]) == ([], None)


async def test_what_was_entered_in_a_modal_is_seen_at_once(slack: Playground) -> None:
    title = {"type": "plain_text", "text": "T"}
    trigger = slack.core.new_trigger(slack.core.user("@tom"))
    element = {"type": "plain_text_input", "action_id": "a"}
    block = {"type": "input", "block_id": "b", "label": title, "element": element}
    view = {"type": "modal", "title": title, "submit": title, "blocks": [block]}
    key = (await bot(slack, "views.open", trigger_id=trigger, view=view))["view"]["id"]
    async with reading(slack, user="@tom") as page:
        await slack.engine.click(user="@tom", view_id=key, action_id="a", value="typed")
        await page.until(lambda parts: parts["views"][0]["state"]["values"]["b"]["a"]["value"] == "typed")
        await slack.engine.close(user="@tom", view_id=key)
        await page.until(lambda parts: parts["views"] == [])


async def test_a_message_carries_its_link_and_what_was_chosen_in_it(slack: Playground) -> None:
    ts = (await bot(slack, "chat.postMessage", channel=SUPPORT, text="x", blocks=[BUTTONS]))["ts"]
    await slack.engine.click(user="@tom", channel="#support", ts=ts, action_id="day", selected_date="2026-12-01")
    reply = say(slack, "#support", "@tom", "r", thread_ts=ts)
    tom = await glimpse(slack, Look("@tom", SUPPORT, ts))
    (shown,) = tom["room"]["messages"]
    assert shown["permalink"] == f"{slack.url}/archives/{SUPPORT}/p{ts.replace('.', '')}"
    assert shown["inputs"]["b"]["day"]["selected_date"] == "2026-12-01"
    assert (shown["reply_count"], shown["replies"]) == (1, [{"user": "U0TOM000000", "ts": reply}])
    assert tom["thread"]["messages"][1]["permalink"].endswith(f"?thread_ts={ts}&cid={SUPPORT}")
    maria = await glimpse(slack, Look("@maria", SUPPORT))
    assert maria["room"]["messages"][0]["inputs"]["b"]["day"]["selected_date"] is None


async def test_a_room_shows_its_newest_hundred_messages_and_more_when_asked(quiet: Playground) -> None:
    for number in range(130):
        say(quiet, "#random", "@maria", str(number))
    room = quiet.core.channel("#random").id
    page = (await glimpse(quiet, Look("@tom", room)))["room"]
    assert (texts(page), page["has_more"]) == ([str(number) for number in range(30, 130)], True)
    page = (await glimpse(quiet, Look("@tom", room, before=50)))["room"]
    assert (len(page["messages"]), page["has_more"]) == (130, False)


async def test_a_file_leads_to_where_the_page_gets_it(quiet: Playground) -> None:
    quiet.engine.say(channel="#support", user="@maria", files=[{"name": "a.txt", "content": "x"}])
    (shown,) = (await glimpse(quiet, Look("@tom", SUPPORT)))["room"]["messages"]
    file = shown["files"][0]
    assert file["page_url"] == f"/page/file/{file['id']}?user=U0TOM000000"


async def test_no_token_and_no_mail_address_is_in_any_part(quiet: Playground) -> None:
    text = json.dumps(await glimpse(quiet, Look("@tom", SUPPORT)))
    assert "xox" not in text
    assert "xapp" not in text
    assert "secret" not in text


@pytest.mark.parametrize(
    "text",
    [
        "x" * 40_000,
        "a\nb\r\nc\u2028d\u2029e",
        "".join(map(chr, range(1, 32))) + "\x7f\x85",
        "data: x\n\nevent: y",
        "\U0001f44d\u202e",
    ],
)
async def test_any_text_arrives_whole(slack: Playground, text: str) -> None:
    await bot(slack, "chat.postMessage", channel=SUPPORT, text=text)
    async with reading(slack, user="@tom", room=SUPPORT, curtain="1") as page:
        assert len(page.parts["room"]["messages"]) == 1
        assert (
            page.parts["room"]["messages"][0]["text"]
            == slack.core.channel("#support").messages[slack.core.channel("#support").order[0]].text
        )


async def test_half_a_character_is_json_as_well(quiet: Playground) -> None:
    say(quiet, "#support", "@maria", "fine")
    (message,) = quiet.core.channel("#support").messages.values()
    message.text = "half \ud83d"
    assert texts((await glimpse(quiet, Look("@tom", SUPPORT)))["room"]) == ["half \ud83d"]


async def test_many_changes_at_once_come_together(slack: Playground) -> None:
    async with reading(slack, user="@tom", room=SUPPORT) as page:
        before = len(page.lines)
        for number in range(50):
            say(slack, "#support", "@maria", str(number))
        await page.until(lambda parts: len(parts["room"]["messages"]) == 50)
        assert len([line for line in page.lines[before:] if '"part": "room"' in line]) <= 2


async def test_a_part_is_written_once_however_many_pages_show_it(quiet: Playground) -> None:
    say(quiet, "#support", "@maria", "x")
    live = quiet.pages.live
    made: list[str] = []
    write = live.write

    assert write(("rooms", "U1"), lambda: made.append("once")) == "null"
    assert write(("rooms", "U1"), lambda: made.append("twice")) == "null"
    quiet.core.activity.touch()
    assert write(("rooms", "U1"), lambda: made.append("again")) == "null"
    assert made == ["once", "again"]


async def test_streams_end_when_the_playground_stops() -> None:
    slack = Playground()
    await slack.start()
    async with reading(slack) as page:
        async with asyncio.timeout(5):
            stopping = asyncio.ensure_future(slack.stop())
            while await page.line():
                pass
            await stopping


async def test_a_page_that_closes_is_forgotten(slack: Playground) -> None:
    async with reading(slack):
        await until(lambda: slack.core.activity.followers == 1)
    await until(lambda: slack.core.activity.followers == 0)


async def test_another_world_is_shown_at_once(slack: Playground) -> None:
    async with reading(slack, user="@tom", room=SUPPORT, curtain="1") as page:
        slack.engine.world(users=[{"name": "ada"}], channels=[{"name": "new", "members": ["ada"]}])
        await page.until(lambda parts: parts["me"]["name"] == "ada" and parts["rooms"][0]["name"] == "new")
        await page.until(lambda parts: parts["room"] is None)


async def test_the_app_is_shown_with_its_commands_and_how_it_is_reached(slack: Playground) -> None:
    hint = {"command": "/ours", "usage_hint": "mine", "description": "What is mine"}
    shortcut = {"name": "Promise", "callback_id": "p", "type": "message", "description": ""}
    slack.engine.world(users=[{"name": "ada"}], app={"commands": ["/other"], "hints": [hint], "shortcuts": [shortcut]})
    app = (await glimpse(slack, Look()))["app"]
    assert app["connection"] == "http"
    assert app["commands"] == [{"command": "/other", "usage_hint": "", "description": ""}, hint]
    assert app["shortcuts"] == [shortcut]
    url = (await slack.api.call("apps.connections.open", slack.settings.app_token, {})).body["url"]
    async with reading(slack) as page:
        slack.connect(url)
        await page.until(lambda parts: parts["app"]["connection"] == "socket")
        slack.engine.fault(kind="revoke", error="app_uninstalled")
        await page.until(lambda parts: parts["app"] is None)


async def test_a_notice_is_shown_to_everybody_until_it_is_taken_away(slack: Playground) -> None:
    async with reading(slack, user="@gus") as page:
        assert page.parts["notice"] is None
        slack.notice = "Your turn"
        await page.until(lambda parts: parts["notice"] == {"text": "Your turn", "closed": False})
        slack.closed = "Playing the last two weeks"
        await page.until(lambda parts: parts["notice"] == {"text": "Playing the last two weeks", "closed": True})
        slack.notice = slack.closed = ""
        await page.until(lambda parts: parts["notice"] is None)


@pytest.mark.parametrize(
    ("landing", "name", "place"),
    [("#support", "tom", "C0SUPPORT00"), ("#deals", "maria", "C0DEALS0000"), ("#deals", "tom", ""), ("", "tom", "")],
)
async def test_a_newcomer_lands_where_the_playground_says_if_that_is_seen(landing: str, name: str, place: str) -> None:
    slack = Playground(landing=landing)
    slack.core.deliver = lambda delivery: None
    app = (await glimpse(slack, Look(user=f"@{name}")))["app"]
    assert app["landing"] == place
    await slack.stop()


async def test_faults_come_and_go_on_the_page(slack: Playground) -> None:
    async with reading(slack) as page:
        fault = slack.engine.fault(kind="error", method="auth.test")
        await page.until(lambda parts: parts["faults"])
        slack.engine.end_fault(fault["id"])
        await page.until(lambda parts: not parts["faults"])


# behind the curtain


async def test_the_curtain_shows_what_passes_and_what_becomes_of_it(slack: Playground, receiver: Receiver) -> None:
    receiver.answers += [(500, {}, "")]
    async with reading(slack, user="@tom", curtain="1") as page:
        known: dict[str, Json] = {}

        def learn(parts: dict[str, Any]) -> dict[str, Json]:
            known.update({entry["key"]: entry for entry in parts.get("curtain", {}).get("entries", [])})
            return known

        say(slack, "#support", "@maria", "hello")
        await page.until(lambda parts: any(len(e["attempts"]) == 2 for e in learn(parts).values()))
        await page.until(lambda parts: all(e["state"] == "delivered" for e in learn(parts).values()))
        (event,) = known.values()
        assert (event["kind"], event["type"], event["summary"]) == ("event", "message", "hello")
        assert [attempt["status"] for attempt in event["attempts"]] == [500, 200]
        await bot(slack, "auth.test")
        await slack.engine.command(channel="#support", user="@tom", command="/ours", text="mine")
        await page.until(lambda parts: len(learn(parts)) == 3)
    call, command = (next(e for e in known.values() if e["kind"] == kind) for kind in ("call", "interaction"))
    assert (call["method"], call["status"], call["reply"]["ok"]) == ("auth.test", 200, True)
    assert (command["type"], command["summary"], command["status"]) == ("command", "/ours mine", 200)


async def test_the_curtain_begins_with_the_newest_and_cuts_what_is_long(quiet: Playground) -> None:
    for _ in range(3):
        for _ in range(100):
            await quiet.api.call("api.test", quiet.settings.bot_token, {"x": "1"})
    await quiet.api.call("api.test", quiet.settings.bot_token, {"x": "y" * 30_000})
    curtain = (await glimpse(quiet, Look(curtain=True)))["curtain"]
    assert (len(curtain["entries"]), curtain["fresh"]) == (200, True)
    assert curtain["entries"][-1]["args"]["cut"] > 30_000


async def test_without_asking_nothing_is_seen_behind_the_curtain(quiet: Playground) -> None:
    await quiet.api.call("api.test", quiet.settings.bot_token, {})
    assert "curtain" not in await glimpse(quiet, Look())


async def test_options_are_shown_to_whom_they_were_offered(slack: Playground, receiver: Receiver) -> None:
    select = {"type": "external_select", "action_id": "who", "placeholder": {"type": "plain_text", "text": "Who"}}
    block = {"type": "actions", "block_id": "b", "elements": [select]}
    ts = (await bot(slack, "chat.postMessage", channel=SUPPORT, text="x", blocks=[block]))["ts"]
    await slack.engine.settle(quiet=0.05)
    option = {"text": {"type": "plain_text", "text": "Acme"}, "value": "acme"}
    receiver.answers += [(200, {}, json.dumps({"options": [option]}))]
    await slack.engine.suggest(user="@tom", channel="#support", ts=ts, action_id="who", value="a")
    tom, maria = [(await glimpse(slack, Look(name, SUPPORT)))["room"]["messages"][0] for name in ("@tom", "@maria")]
    assert tom["options"] == {"who": [option]}
    assert "options" not in maria
