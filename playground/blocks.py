"""Block Kit: the blocks, their limits, and what must be unique in one message or view."""

from collections.abc import Iterator

from playground.elements import ELEMENTS, IMAGE, IN_ACTIONS, IN_INPUT, IN_MESSAGE_ONLY, IN_SECTION, PLAIN, element
from playground.errors import Json, SlackError
from playground.rules import Rule, Shape, anything, as_metadata, complain, flag, listing, string, text, typed, url

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MOST_ATTACHMENTS = 100

_ID = {"type": anything, "block_id": string(255)}


def _in_context(value: object, path: str, problems: list[str]) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        IMAGE(value, path, problems)
    else:
        text(3000)(value, path, problems)


def _cells(value: object, path: str, problems: list[str]) -> None:
    listing(listing(anything, 20), 100)(value, path, problems)


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
        {**_ID, "image_url": url(), "alt_text": string(2000), "title": text(2000, PLAIN), "slack_file": anything},
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
    "rich_text": Shape({**_ID, "elements": listing(anything, 1000)}, ("elements",)),
    "markdown": Shape({**_ID, "text": string(12_000)}, ("text",)),
    "table": Shape({**_ID, "rows": _cells, "column_settings": anything}, ("rows",)),
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
            _check_initial(item, f"{path}/{number}/{where}", problems)
    if focused > 1:
        complain(problems, "only one element can have `focus_on_load` set to true", path)


def _check_initial(item: Json, path: str, problems: list[str]) -> None:
    """What is chosen at first must be among the options."""
    options = options_of(item)
    if not options or str(item.get("type")) not in ELEMENTS:
        return
    chosen = item.get("initial_options") or ([item["initial_option"]] if item.get("initial_option") else [])
    for option in chosen if isinstance(chosen, list) else []:
        if option not in options:
            complain(problems, "initial option must be one of the options", path)
    values = [str(o.get("value")) for o in options]
    if len(set(values)) < len(values) and item.get("type") in ("radio_buttons", "checkboxes"):
        complain(problems, "option values must be unique", f"{path}/options")


def options_of(item: Json) -> list[Json]:
    """All options of an element, those in groups too."""
    groups = item.get("option_groups") or []
    nested = [g.get("options") for g in groups if isinstance(g, dict)] if isinstance(groups, list) else []
    lists = [given for given in (item.get("options"), *nested) if isinstance(given, list)]
    return [option for given in lists for option in given if isinstance(option, dict)]


def check_blocks(blocks: object, path: str = "/blocks") -> list[Json]:
    """The blocks of a message, or SlackError(invalid_blocks) with what is wrong with them."""
    if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
        raise SlackError("invalid_blocks_format")
    problems: list[str] = []
    blocks_rule(MESSAGE_BLOCKS)(blocks, path, problems)
    _sum_markdown(blocks, path, problems)
    if problems:
        raise SlackError(
            "invalid_blocks", errors=[p.removeprefix("[ERROR] ") for p in problems], **as_metadata(problems)
        )
    return blocks


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
