"""The names that Slack gives to blocks and elements that came without one, so that they can be clicked."""

from typing import Any

from playground.errors import Json
from playground.ids import Ids


def name_blocks(ids: Ids, blocks: list[Json]) -> list[Json]:
    """Blocks and their interactive elements as Slack stores them: each with a block_id and an action_id."""
    named = []
    for given in blocks:
        block = {**given, "block_id": given.get("block_id") or ids.block_id()}
        if isinstance(block.get("elements"), list) and block.get("type") in ("actions", "context_actions"):
            block["elements"] = [_with_action(ids, e) for e in block["elements"]]
        for key in ("accessory", "element"):
            if isinstance(block.get(key), dict):
                block[key] = _with_action(ids, block[key])
        named.append(block)
    return named


def name_attachments(ids: Ids, attachments: list[Json]) -> list[Json]:
    """Attachments with their blocks named."""
    return [{**a, "blocks": name_blocks(ids, a["blocks"])} if a.get("blocks") else a for a in attachments]


def _with_action(ids: Ids, element: Any) -> Any:
    if not isinstance(element, dict) or element.get("type") == "image" or element.get("action_id"):
        return element
    return {**element, "action_id": ids.block_id()}


def keep_names(blocks: list[Json], before: list[Json]) -> list[Json]:
    """Blocks sent without block_id keep the name they had, so that a repeated update changes nothing."""
    named = []
    for number, block in enumerate(blocks):
        old = before[number] if number < len(before) else {}
        same = old.get("type") == block.get("type") and not block.get("block_id")
        named.append({**block, "block_id": old["block_id"]} if same else block)
    return named


def keep_attachment_names(attachments: list[Json], before: list[Json]) -> list[Json]:
    """The same for the blocks in attachments."""
    olds = [old.get("blocks") or [] for old in before] + [[]] * len(attachments)
    pairs = zip(attachments, olds, strict=False)
    return [{**a, "blocks": keep_names(a["blocks"], old)} if a.get("blocks") else a for a, old in pairs]
