"""Blocks as Slack gets them, to compare."""

from __future__ import annotations

from typing import Any


def plain(blocks: Any) -> list[Any]:
    """As dictionaries, whatever made them."""
    return [block if isinstance(block, dict) else block.to_dict() for block in blocks]
