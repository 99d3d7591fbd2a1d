"""What counts as unread, and what pings."""

from typing import Any

import pytest

from playground import Playground
from playground.errors import Json
from playground.unread import Counts, counted, read_up_to


def say(slack: Playground, channel: str, user: str, text: str = "x", **more: Any) -> str:
    ts: str = slack.engine.say(channel=channel, user=user, text=text, **more)["ts"]
    return ts


def unread(slack: Playground, channel: str, user: str = "@tom") -> tuple[int, int]:
    """Unread and pings."""
    person = slack.core.user(user)
    found = counted(slack.core, slack.core.channel(channel, person), person)
    return found["unread"], found["pings"]


def test_what_others_wrote_after_the_mark_is_unread(quiet: Playground) -> None:
    say(quiet, "#support", "@maria", "old")
    ts = say(quiet, "#support", "@maria", "read")
    read_up_to(quiet.core.channel("#support"), quiet.core.user("@tom"), ts)
    say(quiet, "#support", "@tom", "mine")
    say(quiet, "#support", "@maria", "new")
    assert unread(quiet, "#support") == (1, 0)


def test_the_mark_never_goes_back(quiet: Playground) -> None:
    first, second = say(quiet, "#support", "@maria"), say(quiet, "#support", "@maria")
    room, tom = quiet.core.channel("#support"), quiet.core.user("@tom")
    read_up_to(room, tom, second)
    read_up_to(room, tom, first)
    assert unread(quiet, "#support") == (0, 0)


def test_nothing_is_unread_in_a_room_that_one_is_not_in(quiet: Playground) -> None:
    say(quiet, "#support", "@maria", "@ravi look")
    assert unread(quiet, "#support", "@ravi") == (0, 0)


@pytest.mark.parametrize(
    ("text", "pings"),
    [
        ("hello", 0),
        ("hello @tom", 1),
        ("hello @Tom, look", 1),
        ("hello @yuki", 0),
        ("<!here> hello", 1),
        ("<!channel> hello", 1),
        ("@support-team hello", 0),
        ("<@U0TOM000000|tom> hello", 1),
        ("<@U0TOM0000001> hello", 0),
    ],
)
def test_a_message_pings_whom_it_names(quiet: Playground, text: str, pings: int) -> None:
    say(quiet, "#support", "@maria", text, raw=text.startswith("<"))
    assert unread(quiet, "#support") == (1, pings)


def test_a_group_pings_those_who_are_in_it(quiet: Playground) -> None:
    say(quiet, "#support", "@tom", "@support-team please")
    assert unread(quiet, "#support", "@amara") == (1, 1)
    assert unread(quiet, "#support", "@yuki") == (1, 0)


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": {"type": "mrkdwn", "text": "for <@U0TOM000000>"}},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U0TOM000000"}]}],
        },
    ],
)
async def test_an_apps_blocks_ping_as_well(quiet: Playground, block: Json) -> None:
    args = {"channel": "C0SUPPORT00", "text": "plain", "blocks": [block]}
    answer = await quiet.api.call("chat.postMessage", quiet.settings.bot_token, args)
    assert answer.body["ok"]
    assert unread(quiet, "#support") == (1, 1)
    assert unread(quiet, "#support", "@yuki") == (1, 0)


def test_a_reply_counts_for_those_in_the_thread_and_those_it_pings(quiet: Playground) -> None:
    root = say(quiet, "#support", "@maria", "root")
    for name in ("@tom", "@yuki", "@maria", "@sam"):
        read_up_to(quiet.core.channel("#support"), quiet.core.user(name), root)
    reply = say(quiet, "#support", "@tom", "reply", thread_ts=root)
    assert unread(quiet, "#support", "@maria") == (1, 0)
    assert unread(quiet, "#support", "@yuki") == (0, 0)
    read_up_to(quiet.core.channel("#support"), quiet.core.user("@maria"), reply)
    say(quiet, "#support", "@maria", "@yuki see", thread_ts=root)
    assert unread(quiet, "#support", "@tom") == (1, 0)
    assert unread(quiet, "#support", "@yuki") == (1, 1)
    assert unread(quiet, "#support", "@sam") == (0, 0)


def test_a_broadcast_counts_for_all(quiet: Playground) -> None:
    root = say(quiet, "#support", "@maria", "root")
    read_up_to(quiet.core.channel("#support"), quiet.core.user("@yuki"), root)
    say(quiet, "#support", "@tom", "reply", thread_ts=root, reply_broadcast=True)
    assert unread(quiet, "#support", "@yuki") == (1, 0)


def test_in_a_direct_conversation_everything_pings(quiet: Playground) -> None:
    root = say(quiet, "@tom", "@maria", "dm")
    say(quiet, "@tom", "@maria", "reply", thread_ts=root)
    assert unread(quiet, "@maria") == (2, 2)
    assert unread(quiet, "@tom", "@maria") == (0, 0)


async def test_who_joined_and_what_is_for_one_person_does_not_count(quiet: Playground) -> None:
    quiet.engine.join(channel="#support", user="@ravi")
    args = {"channel": "C0SUPPORT00", "text": "psst", "user": "U0TOM000000"}
    await quiet.api.call("chat.postEphemeral", quiet.settings.bot_token, args)
    assert unread(quiet, "#support") == (0, 0)


def test_a_count_is_kept_until_something_happens(quiet: Playground) -> None:
    counts, room, tom = Counts(quiet.core), quiet.core.channel("#support"), quiet.core.user("@tom")
    ts = say(quiet, "#support", "@maria", "hello")
    found = counts.of(room, tom)
    assert counts.of(room, tom) is found
    quiet.engine.edit(channel="#support", user="@maria", ts=ts, text="hello @tom")
    assert counts.of(room, tom) == {"unread": 1, "pings": 1}
    read_up_to(room, tom, ts)
    assert counts.of(room, tom) == {"unread": 0, "pings": 0}
    say(quiet, "#support", "@maria", "@support-team")
    assert counts.of(room, tom) == {"unread": 1, "pings": 0}
    next(iter(quiet.core.world.usergroups.values())).users.append(tom.id)
    assert counts.of(room, tom) == {"unread": 1, "pings": 1}
    quiet.engine.leave(channel="#support", user="@tom")
    assert counts.of(room, tom) == {"unread": 0, "pings": 0}
    quiet.engine.world(users=[{"name": "maria"}, {"name": "tom"}], channels=[{"name": "support", "members": ["tom"]}])
    assert counts.of(quiet.core.channel("#support"), quiet.core.user("@tom")) == {"unread": 0, "pings": 0}
