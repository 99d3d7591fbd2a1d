"""A message as the one call to Slack that says it."""

from __future__ import annotations

from bot.facts import Outgoing
from bot.messages.views import Message


def post(message: Message, thread_ts: str | None = None) -> Outgoing:
    arguments: dict[str, object] = {"text": message.text, "blocks": list(message.blocks), "unfurl_links": False}
    if thread_ts:
        arguments["thread_ts"] = thread_ts
    return Outgoing("chat.postMessage", arguments)


def update(message: Message, ts: str) -> Outgoing:
    return Outgoing("chat.update", {"text": message.text, "blocks": list(message.blocks), "ts": ts})


def ephemeral(message: Message, user_id: str, thread_ts: str | None) -> Outgoing:
    arguments: dict[str, object] = {"text": message.text, "blocks": list(message.blocks), "user": user_id}
    if thread_ts:
        arguments["thread_ts"] = thread_ts
    return Outgoing("chat.postEphemeral", arguments)
