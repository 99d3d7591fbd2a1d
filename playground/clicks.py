"""Finding what a person means to click or fill in, and making Slack's ``actions`` of it. Pure."""

import copy
from typing import Any

from playground.blocks import elements_of
from playground.errors import ControlError, Json
from playground.forms import STATELESS, chosen, is_empty
from playground.joint import options_of
from playground.world import Message, View


def clickable(message: Message) -> list[Json]:
    """All blocks of a message, those in attachments too."""
    return [*message.blocks, *(b for a in message.attachments for b in a.get("blocks") or [])]


def find_element(blocks: list[Json], action_id: str, block_id: str | None, value: Any = None) -> tuple[Json, Json]:
    """The block and the element with this action_id; ``value`` tells buttons of the same action_id apart.

    ControlError when there is none, or more than one.
    """
    every = [(block, item) for block in blocks for item, _ in elements_of(block) if item.get("action_id")]
    found = [(b, e) for b, e in every if e["action_id"] == action_id and block_id in (None, b.get("block_id"))]
    if not found:
        known = ", ".join(f"{e['action_id']} (block {b.get('block_id')})" for b, e in every) or "nothing to click"
        raise ControlError(f"no element {action_id!r} here", f"there is: {known}")
    if len(found) > 1 and value is not None:
        found = [(b, e) for b, e in found if e.get("value") == value] or found
    if len(found) > 1:
        raise ControlError(f"{action_id!r} stands in several blocks", 'send "block_id" too, or "value" of the button')
    return found[0]


def action_json(block: Json, item: Json, value: Any, ts: str, extra: list[Json] | None = None) -> Json:
    """One entry of ``actions`` in block_actions: what the person did to ``item``, giving ``value``."""
    shown: Json = {
        "action_id": item["action_id"],
        "block_id": block.get("block_id"),
        "type": item["type"],
        "action_ts": ts,
    }
    kept = {k: item[k] for k in ("text", "value", "style", "placeholder") if k in item}
    if item["type"] in ("button", "workflow_button", "icon_button"):
        _check_button(item, value)
        return shown | kept
    kept.pop("text", None)
    if value is None:
        raise ControlError(f"nothing is chosen in this {item['type']}", "send value, or selected_date and the like")
    if item["type"] == "overflow":
        state = {"selected_option": _among(options_of(item), value)}
    else:
        state = chosen(item, value, extra)
    initial = {k: v for k, v in item.items() if k.startswith("initial_")}
    return shown | {k: v for k, v in kept.items() if k == "placeholder"} | initial | state


def _check_button(item: Json, wanted: Any) -> None:
    if wanted is not None and wanted != item.get("value"):
        raise ControlError(f"this button's value is {item.get('value')!r}", "leave value out, or send the button's own")


def _among(options: list[Json], value: Any) -> Json:
    for option in options:
        if option.get("value") == value:
            return option
    raise ControlError(f"no option {value!r}", f"choose one of: {', '.join(repr(o.get('value')) for o in options)}")


def remember(state: Json, block: Json, item: Json, action: Json) -> None:
    """Keep what was chosen in ``state.values``."""
    if item["type"] in STATELESS:
        return
    held = {
        k: v for k, v in action.items() if k == "type" or k.startswith("selected_") or k in ("value", "rich_text_value")
    }
    state.setdefault(block["block_id"], {})[item["action_id"]] = held


def locate(view: View, values: Json) -> list[tuple[Json, Json, Any]]:
    """The block and the element for each value of ``{block_id: {action_id: value}}``."""
    found = []
    for block_id, given in values.items():
        if not isinstance(given, dict):
            raise ControlError(f"values of block {block_id!r} are no object", 'send {"block_id": {"action_id": value}}')
        for action_id, value in given.items():
            block, item = find_element(view.body["blocks"], action_id, block_id)
            if item["type"] in STATELESS:
                raise ControlError(f"{action_id!r} is a {item['type']}", "click it with /control/click")
            found.append((block, item, value))
    return found


def fill(view: View, entered: list[tuple[Json, Json, Any, list[Json]]]) -> Json:
    """What a modal's inputs hold once these values were entered; all required ones must then hold something.

    ``entered``: block, element, value, and the options that the app suggested. The view itself stays as it is.
    """
    state: Json = copy.deepcopy(view.state)
    for block, item, value, options in entered:
        state.setdefault(block["block_id"], {})[item["action_id"]] = chosen(item, value, options)
    _check_required(view, state)
    return state


def _check_required(view: View, state: Json) -> None:
    for block in view.body["blocks"]:
        if block.get("type") != "input" or block.get("optional"):
            continue
        action = block["element"]["action_id"]
        if is_empty(state.get(block["block_id"], {}).get(action, {})):
            label = block["label"]["text"]
            raise ControlError(
                f"required input {label!r} is empty", f'send a value for {{"{block["block_id"]}": {{"{action}": …}}}}'
            )
