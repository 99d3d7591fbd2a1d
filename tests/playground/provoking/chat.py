"""chat.*"""

from datetime import timedelta
from typing import Any

from playground import Playground
from tests.playground.conftest import START
from tests.playground.provoking.ways import (
    NOTHING,
    PAGES,
    RANDOM,
    RAVI,
    SUPPORT,
    TEAM,
    TOM,
    Ways,
    answered,
    archived,
    ask,
    called,
    direct,
    later,
    on,
    posted,
    said,
    ways,
    with_app,
    with_room,
    with_team,
)

POST = {"channel": SUPPORT, "text": "x"}
SOON = int((START + timedelta(hours=1)).timestamp())
LONG_SECTION = {"type": "section", "text": {"type": "plain_text", "text": "x" * 3000}}
LINK = "http://a.example"


def metadata(**payload: Any) -> dict[str, Any]:
    return {"event_type": "card", "event_payload": payload}


async def growing(slack: Playground) -> str:
    """The ts of a message that still grows."""
    begun = {"channel": SUPPORT, "thread_ts": said()(slack), "recipient_team_id": TEAM, "recipient_user_id": TOM}
    ts: str = (await called(slack, "chat.startStream", **begun))["ts"]
    return ts


async def schedule_thirty(slack: Playground) -> None:
    for number in range(30):
        await called(slack, "chat.scheduleMessage", channel=SUPPORT, text="x", post_at=SOON + number)


PLACE = ways(
    POST,
    channel_not_found=ask(channel="C404"),
    not_in_channel=ask(channel=RANDOM),
    is_archived=ask(archived),
)
TEXTS = ways(
    POST,
    no_text=ask(text="  "),
    msg_too_long=ask(text=None, markdown_text="x" * 12_001),
    markdown_text_conflict=ask(markdown_text="y"),
    invalid_blocks=ask(blocks=[NOTHING]),
    invalid_blocks_format=ask(blocks="{broken"),
    msg_blocks_too_long=ask(blocks=[LONG_SECTION] * 14),
    invalid_attachments=ask(attachments="{broken"),
    too_many_attachments=ask(attachments=[{}] * 101),
    invalid_metadata_format=ask(metadata={"event_type": "card"}),
    metadata_too_large=ask(metadata=metadata(notes="x" * 16_000)),
)
CLOSED = ways(
    POST,
    restricted_action=ask(with_room(is_restricted=True)),
    restricted_action_read_only_channel=ask(with_room(is_read_only=True)),
    restricted_action_thread_only_channel=ask(with_room(is_thread_only=True)),
    restricted_action_non_threadable_channel=ask(with_room(is_non_threadable=True), thread_ts=said()),
    cannot_reply_to_message=ask(thread_ts=answered),
)
DIRECT = ways(
    POST,
    messages_tab_disabled=ask(with_app(messages_tab=False), channel=TOM),
    cannot_dm_bot=ask(channel="USLACKBOT"),
)
UPDATE = {**POST, "ts": posted}

CHAT: dict[str, Ways] = {
    "chat.postMessage": PLACE | TEXTS | CLOSED | DIRECT,
    "chat.meMessage": PLACE | CLOSED | DIRECT | ways(POST, no_text=ask(text=" "), msg_too_long=ask(text="x" * 40_001)),
    "chat.postEphemeral": on({"user": TOM}, PLACE | TEXTS | CLOSED)
    | ways(
        {**POST, "user": TOM},
        user_not_in_channel=ask(user=RAVI),
        user_not_found=ask(user="U404"),
        messages_tab_disabled=ask(with_app(messages_tab=False), channel=direct),
    ),
    "chat.scheduleMessage": on({"post_at": SOON}, PLACE | TEXTS | CLOSED | DIRECT)
    | ways(
        POST,
        time_in_past=ask(post_at=1),
        time_too_far=ask(post_at=SOON + 121 * 86_400),
        invalid_time=ask(post_at="soon"),
        restricted_too_many=ask(schedule_thirty, post_at=SOON),
    ),
    "chat.update": on({"ts": posted}, TEXTS)
    | ways(
        UPDATE,
        msg_too_long=ask(text="x" * 4001),
        channel_not_found=ask(channel="C404"),
        is_inactive=ask(archived),
        message_not_found=ask(ts="1.1"),
        cant_update_message=ask(ts=said()),
        edit_window_closed=ask(with_team(edit_minutes=5), later(301)),
        streaming_state_conflict=ask(ts=growing),
    ),
    "chat.delete": ways(
        {"channel": SUPPORT, "ts": posted},
        channel_not_found=ask(channel="C404"),
        message_not_found=ask(ts="1.1"),
        cant_delete_message=ask(ts=said()),
    ),
    "chat.getPermalink": ways(
        {"channel": SUPPORT, "message_ts": said()},
        channel_not_found=ask(channel="C404"),
        message_not_found=ask(message_ts="1.1"),
    ),
    "chat.unfurl": ways(
        {"channel": SUPPORT, "ts": said(LINK), "unfurls": {LINK: {"text": "A"}}},
        missing_channel=ask(channel=None),
        missing_ts=ask(ts=None),
        missing_unfurls=ask(unfurls=""),
        cannot_find_channel=ask(channel=RANDOM),
        cannot_find_message=ask(ts="1.1"),
        invalid_unfurls_format=ask(unfurls="{broken"),
        cannot_parse_attachment=ask(unfurls={LINK: {"blocks": [NOTHING]}}),
        cannot_unfurl_message=ask(unfurls={"http://b.example": {"text": "B"}}),
        invalid_arguments=ask(channel={}),
    ),
    "chat.scheduledMessages.list": PAGES
    | ways({}, invalid_channel=ask(channel="C404"), invalid_arguments=ask(limit="some")),
    "chat.deleteScheduledMessage": ways(
        {"channel": SUPPORT, "scheduled_message_id": "Q404"},
        invalid_scheduled_message_id=ask(),
        channel_not_found=ask(channel="C404"),
    ),
}
