"""chat.*Stream, assistant.*, and what few apps call"""

from playground import Playground
from tests.playground.provoking.chat import CLOSED, DIRECT, LONG_SECTION, metadata
from tests.playground.provoking.ways import (
    NOTHING,
    PAGES,
    RANDOM,
    SUPPORT,
    TEAM,
    TOM,
    Ways,
    archived,
    ask,
    called,
    on,
    posted,
    said,
    ways,
)

START = {"channel": SUPPORT, "thread_ts": said(), "recipient_team_id": TEAM, "recipient_user_id": TOM}
DIVIDER = {"type": "divider"}
ONE_CHUNK = [{"type": "markdown_text", "text": "x"}]


async def grow(slack: Playground, **more: str) -> str:
    given = {**START, "thread_ts": said()(slack), **more}
    ts: str = (await called(slack, "chat.startStream", **given))["ts"]
    return ts


async def growing(slack: Playground) -> str:
    """The ts of a message that is empty so far."""
    return await grow(slack)


async def growing_in_markdown(slack: Playground) -> str:
    return await grow(slack, markdown_text="x")


def with_blocks(*blocks: object) -> list[dict[str, object]]:
    return [{"type": "blocks", "blocks": list(blocks)}]


WRITING = ways(
    {},
    channel_not_found=ask(channel="C404"),
    is_archived=ask(archived),
    invalid_chunks=ask(chunks="{broken"),
    msg_too_long=ask(markdown_text="x" * 12_001),
    cannot_provide_both_markdown_text_and_chunks=ask(markdown_text="x", chunks=ONE_CHUNK),
    invalid_blocks=ask(chunks=with_blocks(NOTHING)),
    invalid_blocks_format=ask(chunks=with_blocks(5)),
    msg_blocks_too_long=ask(chunks=with_blocks(*[LONG_SECTION] * 14)),
    msg_blocks_too_many=ask(chunks=with_blocks(*[DIVIDER] * 50) + with_blocks(DIVIDER)),
)
GROWING = on({"channel": SUPPORT, "ts": growing}, WRITING) | ways(
    {"channel": SUPPORT, "markdown_text": "x"},
    message_not_found=ask(ts="1.1"),
    message_not_owned_by_app=ask(ts=said()),
    message_not_in_streaming_state=ask(ts=posted),
    streaming_mode_mismatch=ask(ts=growing_in_markdown, markdown_text=None, chunks=ONE_CHUNK),
)
THREAD = ways(
    {"channel_id": SUPPORT, "thread_ts": said()},
    channel_not_found=ask(channel_id="C404"),
    not_in_channel=ask(channel_id=RANDOM),
    invalid_thread_ts=ask(thread_ts="1.1"),
)
IN_THREADS = {
    error: CLOSED[error]
    for error in (
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_non_threadable_channel",
    )
}

STREAMS: dict[str, Ways] = {
    "chat.startStream": on(START, WRITING)
    | on(START, IN_THREADS)
    | on(START, {error: DIRECT[error] for error in ("messages_tab_disabled", "cannot_dm_bot")})
    | ways(
        START,
        not_in_channel=ask(channel=RANDOM),
        missing_recipient_team_id=ask(recipient_team_id=None),
        missing_recipient_user_id=ask(recipient_user_id=None),
        user_not_found=ask(recipient_user_id="U404"),
        invalid_thread_ts=ask(thread_ts="1.1"),
    ),
    "chat.appendStream": GROWING | ways({"channel": SUPPORT, "ts": growing}, no_text=ask()),
    "chat.stopStream": GROWING
    | ways(
        {"channel": SUPPORT, "ts": growing},
        invalid_metadata_format=ask(metadata="{broken"),
        metadata_too_large=ask(metadata=metadata(notes="x" * 16_000)),
    ),
    "assistant.threads.setStatus": on({"status": "thinking"}, THREAD),
    "assistant.threads.setTitle": on({"title": "x"}, THREAD),
    "assistant.threads.setSuggestedPrompts": on({"prompts": [{"title": "a", "message": "b"}]}, THREAD),
    "auth.teams.list": PAGES | ways({}, invalid_arguments=ask(limit="some")),
    "users.setPresence": {},
}
