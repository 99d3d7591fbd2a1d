"""Reading what was said: conversations.history and conversations.replies, as Slack gives them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from playground import Playground
from playground.errors import Json
from tests.playground.conftest import Call, events_of

SUPPORT, RANDOM, DEALS, LEADS = "C0SUPPORT00", "C0RANDOM000", "C0DEALS0000", "C0LEADS0000"
METADATA = {"event_type": "card", "event_payload": {"id": "1"}}

Pages = Callable[..., AsyncIterator[list[str]]]


def say(slack: Playground, text: str, user: str = "@maria", **more: Any) -> str:
    ts = slack.engine.say(**{"channel": "#support", "user": user, "text": text, **more})["ts"]
    assert isinstance(ts, str)
    return ts


def texts(answer: Json) -> list[str]:
    return [m["text"] for m in answer["messages"]]


@pytest.fixture
def pages(call: Call) -> Pages:
    """The texts of each page of a method, as long as there is one."""

    async def read(method: str, **args: Any) -> AsyncIterator[list[str]]:
        more: Json = {}
        while True:
            answer = await call(method, channel=SUPPORT, **args, **more)
            yield texts(answer)
            if not answer["has_more"]:
                assert "response_metadata" not in answer
                return
            more = {"cursor": answer["response_metadata"]["next_cursor"]}

    return read


@pytest.fixture
def history(call: Call) -> Callable[..., Awaitable[list[Json]]]:
    async def read(**args: Any) -> list[Json]:
        messages = (await call("conversations.history", **{"channel": SUPPORT, **args}))["messages"]
        assert isinstance(messages, list)
        return messages

    return read


History = Callable[..., Awaitable[list[Json]]]


# pages


async def test_pages_go_backward_newest_first(quiet: Playground, pages: Pages) -> None:
    for number in range(5):
        say(quiet, str(number))
    assert [p async for p in pages("conversations.history", limit=2)] == [["4", "3"], ["2", "1"], ["0"]]


async def test_with_oldest_alone_pages_go_forward_each_newest_first(quiet: Playground, pages: Pages) -> None:
    stamps = [say(quiet, str(number)) for number in range(6)]
    forward = pages("conversations.history", limit=2, oldest=stamps[0])
    assert [p async for p in forward] == [["2", "1"], ["4", "3"], ["5"]]
    one = pages("conversations.history", limit=1, oldest=stamps[3], inclusive=True)
    assert await anext(one) == ["3"]
    both = pages("conversations.history", limit=2, oldest=stamps[0], latest=stamps[5])
    assert [p async for p in both] == [["4", "3"], ["2", "1"]]
    everything = pages("conversations.history", limit=4, oldest="0")
    assert [p async for p in everything] == [["5", "4", "3", "2"], ["1", "0"]]


async def test_a_cursor_neither_skips_nor_repeats_what_moves_meanwhile(quiet: Playground, pages: Pages) -> None:
    stamps = [say(quiet, str(number)) for number in range(8)]
    found = pages("conversations.history", limit=3)
    assert await anext(found) == ["7", "6", "5"]
    say(quiet, "new")
    quiet.engine.delete(channel="#support", user="@maria", ts=stamps[6])
    quiet.engine.delete(channel="#support", user="@maria", ts=stamps[4])
    assert await anext(found) == ["3", "2", "1"]
    assert await anext(found) == ["0"]


async def test_a_forward_cursor_comes_to_what_was_posted_meanwhile(quiet: Playground, pages: Pages) -> None:
    stamps = [say(quiet, str(number)) for number in range(5)]
    found = pages("conversations.history", limit=2, oldest=stamps[0], inclusive=True)
    assert await anext(found) == ["1", "0"]
    quiet.engine.delete(channel="#support", user="@maria", ts=stamps[2])
    say(quiet, "new")
    assert [p async for p in found] == [["4", "3"], ["new"]]


async def test_a_threads_cursor_stays_valid_as_well(quiet: Playground, pages: Pages) -> None:
    root = say(quiet, "root")
    stamps = [say(quiet, str(number), thread_ts=root) for number in range(6)]
    found = pages("conversations.replies", limit=3, ts=root)
    assert await anext(found) == ["root", "0", "1"]
    quiet.engine.delete(channel="#support", user="@maria", ts=stamps[0])
    quiet.engine.delete(channel="#support", user="@maria", ts=stamps[2])
    say(quiet, "new", thread_ts=root)
    assert [p async for p in found] == [["3", "4", "5"], ["new"]]


@pytest.mark.parametrize("cursor", ["nonsense", "bm90aGluZw==", "OjU="])
async def test_a_cursor_belongs_to_one_list(quiet: Playground, call: Call, cursor: str) -> None:
    roots = [say(quiet, "root") for _ in range(2)]
    for root in roots:
        say(quiet, "reply", thread_ts=root)
    for method, more in (("history", {}), ("replies", {"ts": roots[0]})):
        refused = await call(f"conversations.{method}", channel=SUPPORT, cursor=cursor, **more)
        assert refused["error"] == "invalid_cursor"
    answer = await call("conversations.replies", channel=SUPPORT, ts=roots[0], limit=1)
    real = answer["response_metadata"]["next_cursor"]
    other = await call("conversations.replies", channel=SUPPORT, ts=roots[1], cursor=real)
    assert other["error"] == "invalid_cursor"
    assert (await call("conversations.history", channel=SUPPORT, cursor=real))["error"] == "invalid_cursor"
    assert (await call("conversations.replies", channel=SUPPORT, ts=roots[0], cursor=real))["ok"]


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"limit": 0}, "invalid_limit"),
        ({"limit": "-1"}, "invalid_limit"),
        ({"limit": "many"}, "invalid_arguments"),
        ({"oldest": "yesterday"}, "invalid_ts_oldest"),
        ({"latest": "now"}, "invalid_ts_latest"),
    ],
)
async def test_wrong_windows_are_refused(quiet: Playground, call: Call, args: Json, error: str) -> None:
    root = say(quiet, "root")
    assert (await call("conversations.history", channel=SUPPORT, **args))["error"] == error
    assert (await call("conversations.replies", channel=SUPPORT, ts=root, **args))["error"] == error


async def test_a_page_has_a_hundred_messages_unless_told_and_at_most_999(quiet: Playground, call: Call) -> None:
    for number in range(1005):
        say(quiet, str(number))
    sizes = [
        len((await call("conversations.history", channel=SUPPORT, **a))["messages"]) for a in ({}, {"limit": 5000})
    ]
    assert sizes == [100, 999]


# threads


async def test_replies_stand_in_their_thread_and_not_in_the_channel(
    quiet: Playground, call: Call, history: History
) -> None:
    root = say(quiet, "root")
    first, last = (say(quiet, t, user=u, thread_ts=root) for t, u in (("one", "@tom"), ("two", "@amara")))
    (shown,) = await history()
    people = [quiet.core.user(name).id for name in ("tom", "amara")]
    told = {
        "thread_ts": root,
        "reply_count": 2,
        "reply_users": people,
        "reply_users_count": 2,
        "latest_reply": last,
        "subscribed": False,
        "is_locked": False,
    }
    assert {key: shown[key] for key in told} == told
    thread = (await call("conversations.replies", channel=SUPPORT, ts=root))["messages"]
    assert [m["ts"] for m in thread] == [root, first, last]
    assert thread[0] == shown
    assert thread[1]["thread_ts"] == root
    assert thread[1]["parent_user_id"] == quiet.core.user("maria").id


async def test_a_broadcast_reply_is_in_both_with_its_root_as_it_is_now(
    quiet: Playground, call: Call, history: History
) -> None:
    root = say(quiet, "root")
    say(quiet, "for all", thread_ts=root, reply_broadcast=True)
    quiet.engine.edit(channel="#support", user="@maria", ts=root, text="root, edited")
    shown, parent = await history()
    assert (shown["subtype"], shown["root"]["text"], parent["reply_count"]) == ("thread_broadcast", "root, edited", 1)
    thread = await call("conversations.replies", channel=SUPPORT, ts=root)
    assert texts(thread) == ["root, edited", "for all"]


async def test_a_replys_own_ts_gives_that_message_alone(quiet: Playground, call: Call) -> None:
    root = say(quiet, "root")
    reply = say(quiet, "reply", thread_ts=root)
    say(quiet, "another", thread_ts=root)
    answer = await call("conversations.replies", channel=SUPPORT, ts=reply)
    assert (texts(answer), answer["has_more"]) == (["reply"], False)
    assert answer["messages"][0]["thread_ts"] == root


async def test_a_message_without_replies_is_a_thread_of_its_own(quiet: Playground, call: Call) -> None:
    ts = say(quiet, "alone")
    answer = await call("conversations.replies", channel=SUPPORT, ts=ts)
    assert texts(answer) == ["alone"]
    assert "thread_ts" not in answer["messages"][0]


async def test_the_root_comes_first_whatever_the_window(quiet: Playground, call: Call) -> None:
    root = say(quiet, "root")
    stamps = [say(quiet, str(number), thread_ts=root) for number in range(4)]
    window: Json = {"channel": SUPPORT, "ts": root, "oldest": stamps[1], "latest": stamps[3]}
    assert texts(await call("conversations.replies", **window)) == ["root", "2"]
    assert texts(await call("conversations.replies", **window, inclusive=True)) == ["root", "1", "2", "3"]


async def test_a_join_is_in_history_and_has_no_thread(quiet: Playground, call: Call, history: History) -> None:
    quiet.engine.join(channel="#support", user="@ravi", inviter="@maria")
    (joined,) = await history()
    ravi, maria = (quiet.core.user(name).id for name in ("ravi", "maria"))
    assert (joined["subtype"], joined["user"], joined["inviter"]) == ("channel_join", ravi, maria)
    assert joined["text"] == f"<@{ravi}> has joined the channel"
    refused = await call("conversations.replies", channel=SUPPORT, ts=joined["ts"])
    assert refused["error"] == "thread_not_found"


# what became of messages


async def test_a_deleted_message_is_gone_and_so_is_its_thread(quiet: Playground, call: Call, history: History) -> None:
    ts = say(quiet, "oops")
    quiet.engine.delete(channel="#support", user="@maria", ts=ts)
    assert await history() == []
    assert (await call("conversations.replies", channel=SUPPORT, ts=ts))["error"] == "thread_not_found"


async def test_a_deleted_root_is_a_tombstone_until_its_last_reply_goes(
    quiet: Playground, call: Call, history: History
) -> None:
    root = say(quiet, "secret")
    quiet.engine.react(channel="#support", user="@tom", ts=root, name="eyes")
    reply = say(quiet, "reply", user="@tom", thread_ts=root)
    quiet.engine.delete(channel="#support", user="@maria", ts=root)
    (shown,) = await history()
    assert shown == {
        "type": "message",
        "subtype": "tombstone",
        "text": "This message was deleted.",
        "user": "USLACKBOT",
        "parent_user_id": "USLACKBOT",
        "hidden": True,
        "ts": root,
        "thread_ts": root,
        "reply_count": 1,
        "reply_users": [quiet.core.user("tom").id],
        "reply_users_count": 1,
        "latest_reply": reply,
        "is_locked": False,
        "subscribed": False,
    }
    thread = await call("conversations.replies", channel=SUPPORT, ts=root)
    assert texts(thread) == ["This message was deleted.", "reply"]
    quiet.engine.delete(channel="#support", user="@tom", ts=reply)
    assert await history() == []
    assert (await call("conversations.replies", channel=SUPPORT, ts=root))["error"] == "thread_not_found"
    first, last = events_of(quiet, "message")[-2:]
    assert [e["deleted_ts"] for e in (first, last)] == [reply, root]
    assert (last["previous_message"]["subtype"], last["previous_message"]["reply_count"]) == ("tombstone", 0)


async def test_edits_reactions_and_unfurls_show_in_both(quiet: Playground, call: Call, history: History) -> None:
    root = say(quiet, "root https://acme.example")
    reply = say(quiet, "reply", thread_ts=root)
    tom, yuki, maria = (quiet.core.user(name).id for name in ("tom", "yuki", "maria"))
    for ts in (root, reply):
        quiet.engine.edit(channel="#support", user="@maria", ts=ts, text="edited https://acme.example")
        quiet.engine.unfurl(channel="#support", ts=ts, attachments=[{"title": "Acme"}])
        for user, name in (("@tom", "eyes"), ("@yuki", "eyes"), ("@tom", "+1")):
            quiet.engine.react(channel="#support", user=user, ts=ts, name=name)
    thread = (await call("conversations.replies", channel=SUPPORT, ts=root))["messages"]
    for message in [*thread, *await history()]:
        assert message["edited"]["user"] == maria
        assert float(message["edited"]["ts"]) > float(message["ts"])
        assert [a["title"] for a in message["attachments"]] == ["Acme"]
        assert message["reactions"] == [
            {"name": "eyes", "users": [tom, yuki], "count": 2},
            {"name": "+1", "users": [tom], "count": 1},
        ]


async def test_ephemerals_are_in_neither(quiet: Playground, call: Call, history: History) -> None:
    root = say(quiet, "root")
    say(quiet, "reply", thread_ts=root)
    maria = quiet.core.user("maria").id
    for more in ({}, {"thread_ts": root}):
        shown = await call("chat.postEphemeral", channel=SUPPORT, user=maria, text="psst", **more)
        refused = await call("conversations.replies", channel=SUPPORT, ts=shown["message_ts"])
        assert refused["error"] == "thread_not_found"
    (seen,) = await history()
    assert (seen["text"], seen["reply_count"]) == ("root", 1)
    assert texts(await call("conversations.replies", channel=SUPPORT, ts=root)) == ["root", "reply"]


async def test_own_messages_carry_the_apps_marks_and_metadata_when_asked(
    quiet: Playground, call: Call, history: History
) -> None:
    root = say(quiet, "root")
    for more in ({}, {"thread_ts": root}):
        await call("chat.postMessage", channel=SUPPORT, text="card", metadata=METADATA, **more)
    own = quiet.core.user("ours")
    for full, metadata in ((True, METADATA), (False, {"event_type": "card"})):
        thread = await call("conversations.replies", channel=SUPPORT, ts=root, include_all_metadata=full)
        for message in (thread["messages"][1], (await history(include_all_metadata=full))[0]):
            assert message["metadata"] == metadata
            assert (message["user"], message["bot_id"]) == (own.id, own.bot_id)
            assert (message["app_id"], message["bot_profile"]["id"]) == (quiet.settings.id, own.bot_id)
            assert not {"subtype", "client_msg_id"} & set(message)


# where


async def test_direct_and_private_conversations_are_read_by_their_members(quiet: Playground, call: Call) -> None:
    say(quiet, "to the bot", channel="@ours")
    direct = quiet.core.open_im("U0OURS00000", quiet.core.user("maria").id)
    say(quiet, "a deal", channel="#deals")
    for channel, text in ((direct.id, "to the bot"), (DEALS, "a deal")):
        assert texts(await call("conversations.history", channel=channel)) == [text]
    assert (await call("conversations.history", channel=LEADS))["error"] == "channel_not_found"
    others = quiet.core.open_im(quiet.core.user("maria").id, quiet.core.user("tom").id)
    assert (await call("conversations.history", channel=others.id))["error"] == "channel_not_found"
    assert (await call("conversations.history", channel="CNOPE"))["error"] == "channel_not_found"


async def test_a_person_reads_public_channels_from_outside_and_a_bot_does_not(quiet: Playground, call: Call) -> None:
    ts = say(quiet, "hi", channel="#random")
    for method, more in (("conversations.history", {}), ("conversations.replies", {"ts": ts})):
        assert (await call(method, channel=RANDOM, **more))["error"] == "not_in_channel"
        assert texts(await call(method, channel=RANDOM, as_user="amara", **more)) == ["hi"]
        assert (await call(method, channel=RANDOM, as_user="gus", **more))["error"] == "channel_not_found"


@pytest.mark.parametrize(("channel", "scope"), [("#support", "channels:history"), ("#deals", "groups:history")])
async def test_each_kind_needs_its_scope(quiet: Playground, call: Call, channel: str, scope: str) -> None:
    ts = say(quiet, "hi", channel=channel)
    quiet.core.world.tokens[quiet.settings.bot_token].scopes.discard(scope)
    for method, more in (("conversations.history", {}), ("conversations.replies", {"ts": ts})):
        refused = await call(method, channel=quiet.core.channel(channel).id, **more)
        assert (refused["error"], refused["needed"]) == ("missing_scope", scope)
