"""What people do in channels, and what the app hears of it."""

from typing import Any

import pytest

from playground import Playground
from playground.errors import ControlError
from tests.playground.conftest import Call, events_of


def say(slack: Playground, text: str = "hello", **more: Any) -> str:
    ts = slack.engine.say(**{"channel": "#support", "user": "@maria", "text": text, **more})["ts"]
    assert isinstance(ts, str)
    return ts


def test_a_persons_message_arrives_complete(quiet: Playground) -> None:
    ts = say(quiet)
    delivery = quiet.core.deliveries[-1]
    event, bot = delivery.event, quiet.core.installation("T0PLAYGRND0")
    assert bot is not None
    assert event["type"] == "message"
    assert event["ts"] == event["event_ts"] == ts
    assert event["channel_type"] == "channel"
    assert event["client_msg_id"]
    assert event["blocks"][0]["elements"][0]["elements"] == [{"type": "text", "text": "hello"}]
    assert not {"bot_id", "subtype"} & set(event)
    assert delivery.body["event_id"].startswith("Ev")
    assert delivery.body["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": "T0PLAYGRND0",
            "user_id": bot.user,
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]


def test_text_is_stored_as_slacks_client_types_it(quiet: Playground) -> None:
    say(quiet, "@ours see https://acme.example/a?b=1&c=2. A & B <3 ann@acme.example and @support-team, @nobody")
    assert events_of(quiet, "message")[-1]["text"] == (
        "<@U0OURS00000> see <https://acme.example/a?b=1&amp;c=2>. A &amp; B &lt;3 "
        "<mailto:ann@acme.example|ann@acme.example> and <!subteam^S0SUPPORTTE>, @nobody"
    )


def test_text_in_slacks_form_stays_as_it_is(quiet: Playground) -> None:
    text = "<@U0TOM000000> look: <https://a.example|a> &amp; <#C0SUPPORT00|support>"
    say(quiet, text)
    assert events_of(quiet, "message")[-1]["text"] == text


def test_a_ping_arrives_twice_with_the_same_ts_and_two_event_ids(quiet: Playground) -> None:
    ts = say(quiet, "@ours help")
    message, mention = quiet.core.deliveries[-2:]
    assert [message.event["type"], mention.event["type"]] == ["message", "app_mention"]
    assert message.event["ts"] == mention.event["ts"] == ts
    assert message.id != mention.id


def test_channels_without_the_bot_are_silent(quiet: Playground) -> None:
    say(quiet, channel="#random")
    say(quiet, channel="#leads")
    assert quiet.core.deliveries == []


def test_a_private_channel_with_the_bot_speaks_as_a_group(quiet: Playground) -> None:
    say(quiet, channel="#deals")
    assert events_of(quiet)[-1]["channel_type"] == "group"


def test_a_direct_message_to_the_bot_arrives_without_a_mention(quiet: Playground) -> None:
    say(quiet, "@ours hi", channel="@ours")
    assert [(e["type"], e["channel_type"]) for e in events_of(quiet)] == [("message", "im")]


def test_an_edit_arrives_as_message_changed_with_both_versions(quiet: Playground) -> None:
    ts = say(quiet, "before")
    quiet.engine.edit(channel="#support", user="@maria", ts=ts, text="after")
    event = events_of(quiet)[-1]
    assert (event["subtype"], event["hidden"]) == ("message_changed", True)
    assert (event["previous_message"]["text"], event["message"]["text"]) == ("before", "after")
    assert event["message"]["edited"]["user"] == quiet.core.user("maria").id
    assert event["ts"] != ts == event["message"]["ts"]


def test_an_unfurl_changes_attachments_but_neither_text_nor_the_edited_mark(quiet: Playground) -> None:
    ts = say(quiet, "see https://acme.example")
    quiet.engine.unfurl(channel="#support", ts=ts, attachments=[{"title": "Acme"}])
    event = events_of(quiet)[-1]
    assert event["subtype"] == "message_changed"
    assert event["message"]["text"] == event["previous_message"]["text"]
    assert event["message"]["attachments"] == [{"title": "Acme"}]
    assert "edited" not in event["message"]


def test_a_deleted_message_arrives_with_what_it_was(quiet: Playground) -> None:
    ts = say(quiet, "oops")
    quiet.engine.delete(channel="#support", user="@maria", ts=ts)
    event = events_of(quiet)[-1]
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", ts)
    assert event["previous_message"]["text"] == "oops"
    assert ts not in quiet.core.channel("#support").messages


def test_a_deleted_parent_stays_as_a_tombstone(quiet: Playground) -> None:
    ts = say(quiet)
    reply = say(quiet, "reply", thread_ts=ts)
    quiet.engine.delete(channel="#support", user="@maria", ts=ts)
    event = events_of(quiet)[-1]
    assert event["subtype"] == "message_changed"
    assert event["message"]["subtype"] == "tombstone"
    assert quiet.core.channel("#support").messages[reply].thread_ts == ts


def test_reactions_come_and_go_once_each(quiet: Playground) -> None:
    ts = say(quiet)
    quiet.engine.react(channel="#support", user="@tom", ts=ts, name=":eyes:")
    with pytest.raises(ControlError, match="already reacted"):
        quiet.engine.react(channel="#support", user="@tom", ts=ts, name="eyes")
    quiet.engine.unreact(channel="#support", user="@tom", ts=ts, name="eyes")
    added, removed = events_of(quiet)[-2:]
    assert (added["type"], removed["type"]) == ("reaction_added", "reaction_removed")
    assert added["item"] == {"type": "message", "channel": "C0SUPPORT00", "ts": ts}
    assert added["item_user"] == quiet.core.user("maria").id


def test_a_reply_to_a_reply_stays_in_the_same_thread(quiet: Playground) -> None:
    parent = say(quiet)
    reply = say(quiet, "one", thread_ts=parent)
    say(quiet, "two", thread_ts=reply)
    event = events_of(quiet)[-1]
    assert event["thread_ts"] == parent
    assert event["parent_user_id"] == quiet.core.user("maria").id


def test_a_forwarded_mail_arrives_as_an_email_file(quiet: Playground) -> None:
    mail = {
        "filetype": "email",
        "subject": "It broke",
        "from": "Ann <ann@acme.example>",
        "to": "help@us.example",
        "plain_text": "Please help",
    }
    say(quiet, "", files=[mail])
    event = events_of(quiet)[-1]
    (file,) = event["files"]
    assert event["subtype"] == "file_share"
    assert (file["mode"], file["subject"], file["plain_text"]) == ("email", "It broke", "Please help")
    assert file["from"] == [{"address": "ann@acme.example", "name": "Ann", "original": "Ann <ann@acme.example>"}]
    assert file["url_private"].startswith(quiet.url)


async def test_an_integrations_message_carries_its_bot_marks(quiet: Playground) -> None:
    quiet.engine.user(user="tweets", is_bot=True, real_name="Tweets")
    say(quiet, "via an app", user="tweets")
    modern = events_of(quiet)[-1]
    say(quiet, "via a webhook", user="tweets", subtype="bot_message")
    legacy = events_of(quiet)[-1]
    assert modern["bot_profile"]["name"] == "Tweets"
    assert modern["user"] == quiet.core.user("tweets").id
    assert (legacy["subtype"], legacy["bot_id"]) == ("bot_message", modern["bot_id"])
    assert "user" not in legacy


async def test_the_bots_own_posts_and_edits_echo_back(quiet: Playground, call: Call) -> None:
    metadata = {"event_type": "card", "event_payload": {"id": "1"}}
    posted = await call("chat.postMessage", channel="C0SUPPORT00", text="card", metadata=metadata)
    await call("chat.update", channel="C0SUPPORT00", ts=posted["ts"], text="card 2")
    echo, announced, changed = events_of(quiet)[-3:]
    assert (echo["type"], echo["metadata"], echo["app_id"]) == ("message", metadata, quiet.settings.id)
    assert echo["user"] == "U0OURS00000"
    assert announced["type"] == "message_metadata_posted"
    assert changed["message"]["user"] == "U0OURS00000"
    assert "user" not in changed


def test_ts_are_unique_and_increase_even_in_a_burst(quiet: Playground) -> None:
    stamps = [say(quiet) for _ in range(200)]
    assert stamps == sorted(set(stamps))


def test_members_come_and_go_with_events_while_the_bot_is_there(quiet: Playground) -> None:
    quiet.engine.join(channel="#support", user="@ravi", inviter="@maria")
    joined = events_of(quiet, "member_joined_channel")[-1]
    assert (joined["user"], joined["inviter"]) == (quiet.core.user("ravi").id, quiet.core.user("maria").id)
    quiet.engine.leave(channel="#support", user="@ravi")
    assert events_of(quiet, "member_left_channel")[-1]["user"] == quiet.core.user("ravi").id
    quiet.engine.leave(channel="#support", user="@ours")
    assert events_of(quiet)[-1]["type"] == "channel_left"
    say(quiet)
    assert events_of(quiet)[-1]["type"] == "channel_left"


def test_the_bot_hears_of_its_own_invitation(quiet: Playground) -> None:
    quiet.engine.join(channel="#random", user="@ours", inviter="@maria")
    assert events_of(quiet, "member_joined_channel")[-1]["user"] == "U0OURS00000"


def test_a_changed_user_is_announced(quiet: Playground) -> None:
    quiet.engine.user(user="@tom", tz="Asia/Tokyo", deleted=False)
    event = events_of(quiet)[-1]
    assert (event["type"], event["user"]["tz"]) == ("user_change", "Asia/Tokyo")
    quiet.engine.user(user="nina", tz="Europe/Paris")
    assert events_of(quiet)[-1]["type"] == "team_join"


def test_an_event_needs_its_scope(quiet: Playground) -> None:
    installation = quiet.core.installation("T0PLAYGRND0")
    assert installation is not None
    installation.scopes.remove("channels:history")
    say(quiet, "@ours hi")
    assert [e["type"] for e in events_of(quiet)] == ["app_mention"]


def test_one_cannot_speak_where_one_is_not(quiet: Playground) -> None:
    with pytest.raises(ControlError) as caught:
        say(quiet, channel="#deals", user="@tom")
    assert "/control/join" in caught.value.remedy


def test_a_shared_channel_says_so_and_hides_files_behind_their_id(quiet: Playground) -> None:
    quiet.engine.world(
        teams=[{"name": "Us"}, {"name": "Them", "installed": False}],
        users=[{"name": "maria", "team": "Us"}, {"name": "ann", "team": "Them"}],
        channels=[{"name": "joint", "members": ["maria", "ann", "ours"], "is_ext_shared": True, "shared_teams": ["x"]}],
    )
    say(quiet, "see file", channel="#joint", user="ann", files=[{"name": "a.txt", "content": "x"}])
    delivery = quiet.core.deliveries[-1]
    assert delivery.body["is_ext_shared_channel"] is True
    assert delivery.event["user_team"] == quiet.core.user("ann").team != delivery.body["team_id"]
    assert delivery.event["files"][0]["file_access"] == "check_file_info"
