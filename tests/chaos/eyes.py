"""What people see in Slack: cards, offers and nudges with their buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.messages import actions as act
from playground import Playground
from playground.world import Message

Json = dict[str, Any]
MARKER = re.compile(r"\bcase\d+\b")


def messages(slack: Playground) -> Iterator[Message]:
    for room in slack.core.world.channels.values():
        yield from room.messages.values()


def buttons(message: Message) -> dict[str, Json]:
    """By action id."""
    return {
        element["action_id"]: element
        for block in message.blocks
        for element in block.get("elements") or []
        if isinstance(element, dict) and "action_id" in element
    }


def is_card(message: Message) -> bool:
    return any(name in {act.CLAIM, act.UNDO_DISMISS, act.UNDO_ANSWERED} for name in buttons(message))


def words(message: Message) -> str:
    return " ".join([message.text, *_texts(message.blocks)])


def _texts(shown: Any) -> Iterator[str]:
    if isinstance(shown, dict):
        for key, value in shown.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(shown, list):
        for one in shown:
            yield from _texts(one)


def marker(message: Message) -> str:
    """Which promise a message is about; empty when it is about none, or about several."""
    found = set(MARKER.findall(words(message)))
    return found.pop() if len(found) == 1 else ""
