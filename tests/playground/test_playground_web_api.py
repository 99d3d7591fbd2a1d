"""The Web API answers as Slack does, right and wrong calls alike."""

from datetime import timedelta
from typing import Any

import pytest

from playground import Playground
from playground.errors import Json
from playground.methods import METHODS
from tests.playground.conftest import START, Call, events_of

SUPPORT, RANDOM, DEALS, LEADS = "C0SUPPORT00", "C0RANDOM000", "C0DEALS0000", "C0LEADS0000"
METADATA = {"event_type": "card", "event_payload": {"id": "m1"}}


def grant(slack: Playground, *scopes: str) -> None:
    slack.core.world.tokens[slack.settings.bot_token].scopes |= set(scopes)


async def test_auth_test_says_who_the_token_is(call: Call) -> None:
    bot, person = await call("auth.test"), await call("auth.test", as_user="maria")
    assert (bot["user_id"], bot["bot_id"], bot["team_id"]) == ("U0OURS00000", "B0OURS00000", "T0PLAYGRND0")
    assert person["user"] == "maria"
    assert "bot_id" not in person


@pytest.mark.parametrize(
    ("token", "error"),
    [("xoxb-wrong", "invalid_auth"), ("xapp-1-A0OURS00000-playground", "not_allowed_token_type")],
)
async def test_wrong_tokens_are_refused(call: Call, token: str, error: str) -> None:
    assert (await call("auth.test", token=token))["error"] == error


async def test_a_call_without_a_token_is_not_authed(quiet: Playground) -> None:
    assert (await quiet.web.api.call("auth.test", "", {})).body["error"] == "not_authed"


async def test_an_unknown_method_is_unknown(call: Call) -> None:
    assert (await call("chat.shout"))["error"] == "unknown_method"


async def test_a_missing_scope_names_what_is_needed_and_provided(call: Call) -> None:
    answer = await call("users.lookupByEmail", email="maria@playground.example")
    assert (answer["error"], answer["needed"]) == ("missing_scope", "users:read.email")
    assert "chat:write" in answer["provided"].split(",")


async def test_a_missing_argument_is_named(call: Call) -> None:
    answer = await call("chat.postMessage", text="x")
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]


@pytest.mark.parametrize(
    ("channel", "error"), [(RANDOM, "not_in_channel"), (LEADS, "channel_not_found"), ("C404", "channel_not_found")]
)
async def test_posting_needs_membership(call: Call, channel: str, error: str) -> None:
    assert (await call("chat.postMessage", channel=channel, text="x"))["error"] == error


async def test_chat_write_public_opens_public_channels_only(quiet: Playground, call: Call) -> None:
    grant(quiet, "chat:write.public")
    assert (await call("chat.postMessage", channel=RANDOM, text="x"))["ok"]
    assert (await call("chat.postMessage", channel=LEADS, text="x"))["error"] == "channel_not_found"


async def test_an_archived_channel_takes_nothing(quiet: Playground, call: Call) -> None:
    quiet.core.channel("#support").is_archived = True
    assert (await call("chat.postMessage", channel=SUPPORT, text="x"))["error"] == "is_archived"


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({}, "no_text"),
        ({"text": " "}, "no_text"),
        ({"blocks": "{broken"}, "invalid_blocks_format"),
        ({"blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
        ({"text": "x", "attachments": [{}] * 101}, "too_many_attachments"),
        ({"text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
    ],
)
async def test_a_message_that_slack_would_refuse_is_refused(call: Call, args: Json, error: str) -> None:
    assert (await call("chat.postMessage", channel=SUPPORT, **args))["error"] == error


async def test_long_texts_are_cut_when_posted_and_refused_when_updated(quiet: Playground, call: Call) -> None:
    posted = await call("chat.postMessage", channel=SUPPORT, text="x" * 40_001)
    assert posted["warning"] == "message_truncated"
    assert len(quiet.core.channel("#support").messages[posted["ts"]].text) == 40_000
    assert (await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="x" * 4001))["error"] == "msg_too_long"


async def test_replies_go_to_parents_only(quiet: Playground, call: Call) -> None:
    parent = await call("chat.postMessage", channel=SUPPORT, text="parent")
    reply = await call("chat.postMessage", channel=SUPPORT, text="reply", thread_ts=parent["ts"])
    assert reply["message"]["thread_ts"] == parent["ts"]
    refused = await call("chat.postMessage", channel=SUPPORT, text="x", thread_ts=reply["ts"])
    assert refused["error"] == "cannot_reply_to_message"
    lost = await call("chat.postMessage", channel=SUPPORT, text="x", thread_ts="1700000000.000001")
    assert "thread_ts" not in lost["message"]


async def test_a_broadcast_reply_stands_in_the_channel_too(quiet: Playground, call: Call) -> None:
    parent = await call("chat.postMessage", channel=SUPPORT, text="parent")
    await call("chat.postMessage", channel=SUPPORT, text="r", thread_ts=parent["ts"], reply_broadcast="true")
    history = await call("conversations.history", channel=SUPPORT)
    assert history["messages"][0]["subtype"] == "thread_broadcast"
    assert history["messages"][0]["root"]["ts"] == parent["ts"]


async def test_a_users_id_as_channel_is_the_apps_direct_message(quiet: Playground, call: Call) -> None:
    answer = await call("chat.postMessage", channel=quiet.core.user("tom").id, text="psst")
    channel = quiet.core.world.channels[answer["channel"]]
    assert channel.is_im
    assert set(channel.members) == {"U0OURS00000", quiet.core.user("tom").id}


async def test_only_own_messages_can_be_updated_or_deleted(quiet: Playground, call: Call) -> None:
    ts = quiet.engine.say(channel="#support", user="@maria", text="mine")["ts"]
    assert (await call("chat.update", channel=SUPPORT, ts=ts, text="x"))["error"] == "cant_update_message"
    assert (await call("chat.delete", channel=SUPPORT, ts=ts))["error"] == "cant_delete_message"
    assert (await call("chat.update", channel=SUPPORT, ts="1.1", text="x"))["error"] == "message_not_found"


async def test_text_without_blocks_removes_blocks_and_keeps_metadata(quiet: Playground, call: Call) -> None:
    blocks = [{"type": "divider"}]
    posted = await call("chat.postMessage", channel=SUPPORT, text="a", blocks=blocks, metadata=METADATA)
    updated = await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="b")
    assert "blocks" not in updated["message"]
    assert updated["message"]["metadata"] == METADATA
    cleared = await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="b", metadata={})
    assert "metadata" not in cleared["message"]


async def test_an_update_with_blocks_shows_no_edited_mark(call: Call) -> None:
    posted = await call("chat.postMessage", channel=SUPPORT, text="a")
    with_blocks = await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="b", blocks=[{"type": "divider"}])
    with_text = await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="c")
    assert "edited" not in with_blocks["message"]
    assert with_text["message"]["edited"]["user"] == "U0OURS00000"


async def test_an_update_that_changes_nothing_tells_nobody(quiet: Playground, call: Call) -> None:
    posted = await call("chat.postMessage", channel=SUPPORT, text="a")
    before = len(events_of(quiet))
    assert (await call("chat.update", channel=SUPPORT, ts=posted["ts"], text="a"))["ok"]
    assert len(events_of(quiet)) == before


async def test_history_is_newest_first_paged_and_hides_metadata_payloads(quiet: Playground, call: Call) -> None:
    for number in range(5):
        await call("chat.postMessage", channel=SUPPORT, text=str(number), metadata=METADATA)
        quiet.clock.advance(2)
    first = await call("conversations.history", channel=SUPPORT, limit=2)
    assert [m["text"] for m in first["messages"]] == ["4", "3"]
    assert first["messages"][0]["metadata"] == {"event_type": "card"}
    cursor = first["response_metadata"]["next_cursor"]
    rest = await call("conversations.history", channel=SUPPORT, limit=9, cursor=cursor, include_all_metadata=True)
    assert [m["text"] for m in rest["messages"]] == ["2", "1", "0"]
    assert rest["messages"][0]["metadata"] == METADATA
    assert rest["has_more"] is False


async def test_history_ends_are_exclusive_unless_asked(quiet: Playground, call: Call) -> None:
    stamps = [quiet.engine.say(channel="#support", user="tom", text=str(n))["ts"] for n in range(3)]
    ends: dict[str, Any] = {"channel": SUPPORT, "oldest": stamps[0], "latest": stamps[2]}
    assert [m["text"] for m in (await call("conversations.history", **ends))["messages"]] == ["1"]
    inclusive = await call("conversations.history", **ends, inclusive="1")
    assert [m["text"] for m in inclusive["messages"]] == ["2", "1", "0"]


async def test_replies_give_the_parent_first(quiet: Playground, call: Call) -> None:
    parent = quiet.engine.say(channel="#support", user="tom", text="p")["ts"]
    reply = quiet.engine.say(channel="#support", user="maria", text="r", thread_ts=parent)["ts"]
    thread = await call("conversations.replies", channel=SUPPORT, ts=parent)
    assert [m["ts"] for m in thread["messages"]] == [parent, reply]
    assert thread["messages"][0]["reply_count"] == 1
    assert (await call("conversations.replies", channel=SUPPORT, ts="1.1"))["error"] == "thread_not_found"


async def test_reading_needs_membership_and_the_scope_of_the_kind(quiet: Playground, call: Call) -> None:
    assert (await call("conversations.history", channel=RANDOM))["error"] == "not_in_channel"
    quiet.core.world.tokens[quiet.settings.bot_token].scopes.discard("groups:history")
    answer = await call("conversations.history", channel=DEALS)
    assert (answer["error"], answer["needed"]) == ("missing_scope", "groups:history")


async def test_ephemerals_reach_members_only_and_never_history(quiet: Playground, call: Call) -> None:
    maria, ravi = quiet.core.user("maria").id, quiet.core.user("ravi").id
    shown = await call("chat.postEphemeral", channel=SUPPORT, user=maria, text="only you")
    refused = await call("chat.postEphemeral", channel=SUPPORT, user=ravi, text="only you")
    assert refused["error"] == "user_not_in_channel"
    assert (await call("conversations.history", channel=SUPPORT))["messages"] == []
    assert (await call("chat.update", channel=SUPPORT, ts=shown["message_ts"], text="x"))[
        "error"
    ] == "message_not_found"
    (message,) = next(c for c in quiet.engine.state()["channels"] if c["name"] == "support")["messages"]
    assert (message["visible_to"], message["is_ephemeral"]) == (maria, True)
    assert events_of(quiet) == []


async def test_a_permalink_names_the_thread_of_a_reply(quiet: Playground, call: Call) -> None:
    parent = quiet.engine.say(channel="#support", user="tom", text="p")["ts"]
    reply = quiet.engine.say(channel="#support", user="tom", text="r", thread_ts=parent)["ts"]
    link = (await call("chat.getPermalink", channel=SUPPORT, message_ts=reply))["permalink"]
    packed = reply.replace(".", "")
    assert link == f"https://playground.slack.com/archives/{SUPPORT}/p{packed}?thread_ts={parent}&cid={SUPPORT}"


async def test_scheduled_messages_are_listed_deleted_and_kept_in_bounds(quiet: Playground, call: Call) -> None:
    soon = int((START + timedelta(hours=1)).timestamp())
    made = await call("chat.scheduleMessage", channel=SUPPORT, text="later", post_at=soon)
    listed = await call("chat.scheduledMessages.list")
    assert [s["id"] for s in listed["scheduled_messages"]] == [made["scheduled_message_id"]]
    await call("chat.deleteScheduledMessage", channel=SUPPORT, scheduled_message_id=made["scheduled_message_id"])
    assert (await call("chat.scheduledMessages.list"))["scheduled_messages"] == []
    assert (await call("chat.scheduleMessage", channel=SUPPORT, text="x", post_at=1))["error"] == "time_in_past"


async def test_users_info_shows_zones_roles_and_locale(quiet: Playground, call: Call) -> None:
    tom, gus = quiet.core.user("tom").id, quiet.core.user("gus").id
    shown = (await call("users.info", user=tom, include_locale=True))["user"]
    assert (shown["tz"], shown["tz_offset"], shown["locale"]) == ("Europe/Berlin", 3600, "en-US")
    assert shown["tz_label"] == "Central European Time"
    assert "email" not in shown["profile"]
    assert (await call("users.info", user=gus))["user"]["is_restricted"] is True
    assert (await call("users.info", user="U404"))["error"] == "user_not_found"


async def test_lists_are_paged_by_cursor(call: Call) -> None:
    first = await call("users.list", limit=4)
    second = await call("users.list", limit=100, cursor=first["response_metadata"]["next_cursor"])
    names = [u["name"] for u in first["members"] + second["members"]]
    assert {"maria", "tom", "ours", "slackbot"} <= set(names)
    assert len(names) == len(set(names))
    assert second["response_metadata"]["next_cursor"] == ""
    assert (await call("users.list", cursor="nonsense"))["error"] == "invalid_cursor"


async def test_conversations_list_hides_foreign_private_channels(call: Call) -> None:
    listed = await call("conversations.list", types="public_channel,private_channel")
    names = {c["name"]: c["is_member"] for c in listed["channels"]}
    assert names["deals"] is True
    assert names["random"] is False
    assert "leads" not in names
    assert (await call("conversations.list", types="mpim"))["needed"] == "mpim:read"


async def test_rooms_are_made_and_managed_by_people(quiet: Playground, call: Call) -> None:
    made = await call("conversations.create", as_user="maria", name="launch")
    room = made["channel"]["id"]
    assert events_of(quiet, "channel_created")[-1]["channel"]["id"] == room
    assert (await call("conversations.create", as_user="maria", name="launch"))["error"] == "name_taken"
    assert (await call("conversations.create", as_user="maria", name="Bad Name"))["error"] == "invalid_name_specials"
    await call("conversations.invite", as_user="maria", channel=room, users="U0OURS00000")
    assert events_of(quiet, "member_joined_channel")[-1]["channel"] == room
    await call("conversations.setTopic", as_user="maria", channel=room, topic="soon")
    await call("conversations.rename", as_user="maria", channel=room, name="launched")
    assert events_of(quiet, "channel_rename")[-1]["channel"]["name"] == "launched"
    await call("conversations.archive", as_user="maria", channel=room)
    assert events_of(quiet, "channel_archive")[-1]["channel"] == room
    assert (await call("conversations.create", name="x"))["error"] == "missing_scope"


async def test_usergroups_change_with_their_events(quiet: Playground, call: Call) -> None:
    (group,) = (await call("usergroups.list", include_users=True))["usergroups"]
    tom = quiet.core.user("tom").id
    changed = await call("usergroups.users.update", as_user="maria", usergroup=group["id"], users=tom)
    assert changed["usergroup"]["users"] == [tom]
    assert set(events_of(quiet, "subteam_members_changed")[-1]["removed_users"]) == set(group["users"])
    await call("usergroups.disable", as_user="maria", usergroup=group["id"])
    assert (await call("usergroups.list"))["usergroups"] == []
    assert (await call("usergroups.users.list", usergroup=group["id"]))["error"] == "no_such_subteam"
    assert (await call("usergroups.list", include_disabled=1))["usergroups"][0]["date_delete"] > 0


async def test_reactions_by_the_bot(quiet: Playground, call: Call) -> None:
    ts = quiet.engine.say(channel="#support", user="tom", text="p")["ts"]
    item = {"channel": SUPPORT, "timestamp": ts, "name": "eyes"}
    assert (await call("reactions.add", **item))["ok"]
    assert (await call("reactions.add", **item))["error"] == "already_reacted"
    (reaction,) = (await call("reactions.get", channel=SUPPORT, timestamp=ts))["message"]["reactions"]
    assert reaction == {"name": "eyes", "users": ["U0OURS00000"], "count": 1}
    assert (await call("reactions.remove", **item))["ok"]
    assert (await call("reactions.remove", **item))["error"] == "no_reaction"


async def test_pins_and_bookmarks(quiet: Playground, call: Call) -> None:
    ts = quiet.engine.say(channel="#support", user="tom", text="p")["ts"]
    assert (await call("pins.add", as_user="tom", channel=SUPPORT, timestamp=ts))["ok"]
    assert (await call("pins.add", as_user="tom", channel=SUPPORT, timestamp=ts))["error"] == "already_pinned"
    (pin,) = (await call("pins.list", as_user="tom", channel=SUPPORT))["items"]
    assert pin["message"]["pinned_to"] == [SUPPORT]
    link = {"channel_id": SUPPORT, "title": "Docs", "type": "link", "link": "https://a.example"}
    made = (await call("bookmarks.add", as_user="tom", **link))["bookmark"]
    assert (await call("bookmarks.list", as_user="tom", channel_id=SUPPORT))["bookmarks"] == [made]


async def test_a_persons_token_posts_as_that_person_with_the_apps_marks(quiet: Playground, call: Call) -> None:
    await call("chat.postMessage", as_user="maria", channel=SUPPORT, text="mine")
    event = events_of(quiet, "message")[-1]
    assert event["user"] == quiet.core.user("maria").id
    assert (event["bot_id"], event["app_id"]) == ("B0OURS00000", quiet.settings.id)


async def test_conversations_open_gives_the_same_direct_message_twice(quiet: Playground, call: Call) -> None:
    tom = quiet.core.user("tom").id
    first, second = [await call("conversations.open", users=tom) for _ in range(2)]
    assert first["channel"]["id"] == second["channel"]["id"]
    assert second["already_open"] is True


async def test_many_methods_are_served(quiet: Playground) -> None:
    assert len(METHODS) >= 60
    assert all(name.count(".") >= 1 for name in METHODS)


async def test_team_and_bots_are_known(call: Call) -> None:
    assert (await call("team.info"))["team"]["domain"] == "playground"
    assert (await call("bots.info", bot="B0OURS00000"))["bot"]["app_id"] == "A0OURS00000"
    assert (await call("bots.info", bot="B404"))["error"] == "bot_not_found"
