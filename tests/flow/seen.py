"""What people see of a message, an answer or a form, and the reviews that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]

REVIEW = (
    "https://www.trustpilot.com/reviews/abc123 “I was charged twice for my order and nobody answers. I want a refund!”"
)
"""It concerns Finance and Customer Service."""
BUG = "https://www.trustpilot.com/reviews/bug77 “The mobile app crashes since the latest update, I lost my settings.”"
"""It concerns Product."""


def is_card(message: Json) -> bool:
    return has_button(message, "card_claim") or has_button(message, "card_undo")


def blocks_of(message: Json) -> list[Json]:
    return list(message.get("blocks") or [])


def buttons(message: Json) -> list[Json]:
    return [
        {**element, "block_id": block.get("block_id")}
        for block in blocks_of(message)
        for element in [*(block.get("elements") or []), block.get("accessory")]
        if isinstance(element, dict) and element.get("action_id")
    ]


def labels(message: Json) -> list[str]:
    return [button["text"]["text"] for button in buttons(message) if "text" in button]


def has_button(message: Json, action: str) -> bool:
    return any(button["action_id"].startswith(action) for button in buttons(message))


def find_button(message: Json, action: str, label: str = "") -> Json:
    found = [
        button
        for button in buttons(message)
        if button["action_id"].partition(".")[0] == action and label in button.get("text", {}).get("text", "")
    ]
    assert len(found) == 1, (action, label, labels(message))
    return found[0]


def find_in_view(view: Json, action: str, label: str = "") -> tuple[Json, str]:
    """What can be clicked or chosen in a view, by its action and what stands in its block; and the block's id."""
    found = [
        (item, str(block.get("block_id")))
        for block in blocks_of(view)
        for item in [*(block.get("elements") or []), block.get("accessory")]
        if isinstance(item, dict) and str(item.get("action_id", "")).partition(".")[0] == action
        if label in words(item if block["type"] == "actions" else block)
    ]
    assert len(found) == 1, (action, label, [words(block) for block in blocks_of(view)])
    return found[0]


def words(shown: Any) -> str:
    """All words of a message, an answer, a form or several of them, as one line."""
    return " ".join(" ".join(_texts(shown)).split())


def _texts(shown: Any) -> Iterator[str]:
    if isinstance(shown, dict):
        for key, value in shown.items():
            if key in {"text", "title", "label", "hint"} and isinstance(value, str):
                yield value
            elif key not in {"previous_message", "metadata", "reactions"}:
                yield from _texts(value)
    elif isinstance(shown, list | tuple):
        for one in shown:
            yield from _texts(one)


def links(shown: Any) -> list[str]:
    """The addresses that a message leads to."""
    return re.findall(r"<(https?://[^|>]+)", words(shown))


def local(ts: str, zone: str) -> datetime:
    return datetime.fromtimestamp(float(ts), ZoneInfo(zone))


def only(found: Sequence[Json]) -> Json:
    assert len(found) == 1, [one.get("text") for one in found]
    return found[0]
