"""Block Kit: the blocks, their limits, and what must be unique in one message or view."""

from collections.abc import Iterator

from playground.elements import IMAGE, IN_ACTIONS, IN_INPUT, IN_MESSAGE_ONLY, IN_SECTION, PLAIN, SLACK_FILE, element
from playground.errors import Json, SlackError
from playground.joint import check_together
from playground.rules import (
    Rule,
    Shape,
    anything,
    as_metadata,
    complain,
    flag,
    listing,
    one_of,
    string,
    text,
    typed,
    url,
)
from playground.words import words

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MOST_ATTACHMENTS = 100
MOST_CHARACTERS = 40_000
"""Of all texts in a message's blocks. Slack names the error (msg_blocks_too_long) but no number; this is what it cuts a
message's own text to, and a bot that stays below is safe."""

_ID = {"type": anything, "block_id": string(255)}


_INLINE = words("text link emoji user usergroup channel team broadcast date color")


def _inline(value: object, path: str, problems: list[str]) -> None:
    """A piece of rich text; what each kind must have besides its type is left to Slack."""
    if not isinstance(value, dict):
        complain(problems, "must provide an object", path)
    elif value.get("type") not in _INLINE:
        complain(problems, f"unsupported type: {value.get('type')}", f"{path}/type")
    elif value["type"] == "text" and not isinstance(value.get("text"), str):
        complain(problems, "missing required field: text", path)


def _in_context(value: object, path: str, problems: list[str]) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        IMAGE(value, path, problems)
    else:
        text(3000)(value, path, problems)


_RICH = {
    kind: Shape({"type": anything, "elements": listing(_inline, 1000, 0)}, ("elements",), free=True)
    for kind in ("rich_text_section", "rich_text_preformatted", "rich_text_quote")
}
_RICH["rich_text_list"] = Shape(
    {
        "type": anything,
        "style": one_of("bullet", "ordered"),
        "elements": listing(typed({"rich_text_section": _RICH["rich_text_section"]}), 1000, 0),
    },
    ("style", "elements"),
    free=True,
)
_RICH_TEXT = Shape({**_ID, "elements": listing(typed(_RICH), 1000, 0)}, ("elements",))
_CELL = typed(
    {
        "raw_text": Shape({"type": anything, "text": string(3000)}, ("text",)),
        "raw_number": Shape({"type": anything, "value": anything, "text": anything}, ("value",)),
        "rich_text": _RICH_TEXT,
    }
)
_CELLS = listing(listing(_CELL, 20), 100)


BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {
            **_ID,
            "text": text(3000),
            "fields": listing(text(2000), 10),
            "accessory": element(*IN_SECTION),
            "expand": flag,
        },
        any_of=("text", "fields"),
    ),
    "divider": Shape(_ID),
    "header": Shape({**_ID, "text": text(150, PLAIN)}, ("text",)),
    "image": Shape(
        {**_ID, "image_url": url(), "alt_text": string(2000), "title": text(2000, PLAIN), "slack_file": SLACK_FILE},
        ("alt_text",),
        ("image_url", "slack_file"),
    ),
    "context": Shape({**_ID, "elements": listing(_in_context, 10)}, ("elements",)),
    "actions": Shape({**_ID, "elements": listing(element(*IN_ACTIONS), 25)}, ("elements",)),
    "context_actions": Shape({**_ID, "elements": listing(element(*IN_MESSAGE_ONLY), 5)}, ("elements",)),
    "input": Shape(
        {
            **_ID,
            "label": text(2000, PLAIN),
            "element": element(*IN_INPUT),
            "hint": text(2000, PLAIN),
            "optional": flag,
            "dispatch_action": flag,
        },
        ("label", "element"),
    ),
    "rich_text": _RICH_TEXT,
    "markdown": Shape({**_ID, "text": string(12_000)}, ("text",)),
    "table": Shape({**_ID, "rows": _CELLS, "column_settings": anything}, ("rows",)),
    "file": Shape({**_ID, "external_id": string(255), "source": anything}, ("external_id", "source")),
    "video": Shape(
        {
            **_ID,
            "alt_text": string(2000),
            "author_name": string(50),
            "description": text(200, PLAIN),
            "provider_icon_url": url(),
            "provider_name": string(255),
            "title": text(200, PLAIN),
            "title_url": url(),
            "thumbnail_url": url(),
            "video_url": url(),
        },
        ("alt_text", "title", "thumbnail_url", "video_url"),
    ),
}
_MARKED = text(150)
_CARD = Shape(
    {
        **_ID,
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": _MARKED,
        "subtitle": _MARKED,
        "body": text(200),
        "actions": listing(element("button"), 25),
    },
    any_of=("hero_image", "title", "actions", "body"),
)
_SOURCE = typed({"url": Shape({"type": anything, "url": url(), "text": string(255)}, ("url", "text"))})
_TASK = Shape(
    {
        **_ID,
        "task_id": string(255),
        "title": string(256),
        "details": _RICH_TEXT,
        "output": _RICH_TEXT,
        "sources": listing(_SOURCE, 100, 0),
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
    ("task_id", "title", "status"),
)
BLOCKS |= {
    "alert": Shape(
        {**_ID, "text": text(3000), "level": one_of("default", "info", "warning", "error", "success")}, ("text",)
    ),
    "card": _CARD,
    "carousel": Shape({**_ID, "elements": listing(typed({"card": _CARD}), 10)}, ("elements",)),
    "task_card": _TASK,
    "plan": Shape({**_ID, "title": string(256), "tasks": listing(typed({"task_card": _TASK}), 50, 0)}, ("title",)),
}


def blocks_rule(most: int) -> Rule:
    """A list of blocks with all that concerns them together."""
    each = listing(typed(BLOCKS), most, least=0)

    def check(value: object, path: str, problems: list[str]) -> None:
        each(value, path, problems)
        if isinstance(value, list):
            _check_unique([b for b in value if isinstance(b, dict)], path, problems)

    return check


def elements_of(block: Json) -> Iterator[tuple[Json, str]]:
    """The interactive elements of a block, each with its path inside the block."""
    for key in ("accessory", "element"):
        if isinstance(block.get(key), dict):
            yield block[key], key
    if block.get("type") in ("actions", "context_actions") and isinstance(block.get("elements"), list):
        for number, item in enumerate(block["elements"]):
            if isinstance(item, dict):
                yield item, f"elements/{number}"


def _check_unique(blocks: list[Json], path: str, problems: list[str]) -> None:
    ids: set[str] = set()
    focused = 0
    for number, block in enumerate(blocks):
        block_id = block.get("block_id")
        if isinstance(block_id, str) and block_id in ids:
            complain(problems, f"`block_id` already exists: {block_id}", f"{path}/{number}/block_id")
        ids.add(str(block_id))
        actions: set[str] = set()
        for item, where in elements_of(block):
            action = item.get("action_id")
            focused += item.get("focus_on_load") is True
            if isinstance(action, str) and action in actions:
                complain(problems, f"`action_id` already exists: {action}", f"{path}/{number}/{where}/action_id")
            actions.add(str(action) if action is not None else f"#{where}")
            check_together(item, f"{path}/{number}/{where}", problems)
    if focused > 1:
        complain(problems, "only one element can have `focus_on_load` set to true", path)


def check_blocks(blocks: object, path: str = "/blocks") -> list[Json]:
    """The blocks of a message, or SlackError(invalid_blocks) with what is wrong with them."""
    if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
        raise SlackError("invalid_blocks_format")
    problems: list[str] = []
    blocks_rule(MESSAGE_BLOCKS)(blocks, path, problems)
    _sum_markdown(blocks, path, problems)
    if not problems and _count_characters(blocks) > MOST_CHARACTERS:
        raise SlackError("msg_blocks_too_long")
    if problems:
        raise SlackError(
            "invalid_blocks", errors=[p.removeprefix("[ERROR] ") for p in problems], **as_metadata(problems)
        )
    return blocks


def _count_characters(value: object) -> int:
    """The characters of all texts, however deep they stand."""
    if isinstance(value, list):
        return sum(map(_count_characters, value))
    if isinstance(value, dict):
        own = value.get("text")
        inner = sum(_count_characters(v) for v in value.values() if isinstance(v, (dict, list)))
        return inner + (len(own) if isinstance(own, str) else 0)
    return 0


def _sum_markdown(blocks: list[Json], path: str, problems: list[str]) -> None:
    total = sum(len(str(b.get("text"))) for b in blocks if b.get("type") == "markdown")
    if total > 12_000:
        complain(problems, "markdown blocks must be less than 12001 characters together", path)
    if sum(b.get("type") == "table" for b in blocks) > 1:
        complain(problems, "only one table is allowed", path)


def check_attachments(attachments: object) -> list[Json]:
    """The attachments as they came. SlackError: invalid_attachments, too_many_attachments, invalid_blocks."""
    if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
        raise SlackError("invalid_attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        raise SlackError("too_many_attachments")
    for number, attachment in enumerate(attachments):
        if attachment.get("blocks") is not None:
            check_blocks(attachment["blocks"], f"/attachments/{number}/blocks")
    return attachments


def number_attachments(attachments: list[Json]) -> list[Json]:
    """Attachments as Slack stores those that come through the Web API."""
    return [{"id": n + 1, "fallback": "[no preview available]", **a} for n, a in enumerate(attachments)]
