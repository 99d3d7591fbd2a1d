"""What an input holds: its first value, and what a person's choice makes of it, in Slack's shapes."""

from typing import Any

from playground.blocks import elements_of
from playground.entering import entered_text, picked
from playground.errors import ControlError, Json
from playground.joint import options_of

_IDS = {"users_select": "user", "conversations_select": "conversation", "channels_select": "channel"}
_TEXTS = ("plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input")
_PICKED = {"datepicker": "date", "timepicker": "time", "datetimepicker": "date_time"}
STATELESS = ("button", "overflow", "image", "workflow_button", "feedback_buttons", "icon_button")


def initial_state(blocks: list[Json], kept: Json | None = None) -> Json:
    """``state.values``: {block_id: {action_id: {type, …}}}; ``kept`` are values from before, for the same ids."""
    values: Json = {}
    for block in blocks:
        for item, _ in elements_of(block):
            if item.get("type") in STATELESS or "action_id" not in item:
                continue
            old = (kept or {}).get(block["block_id"], {}).get(item["action_id"])
            fresh = old if old and old["type"] == item["type"] else _initial(item)
            values.setdefault(block["block_id"], {})[item["action_id"]] = fresh
    return values


def _initial(item: Json) -> Json:
    kind = item["type"]
    if kind in _TEXTS:
        key = "rich_text_value" if kind == "rich_text_input" else "value"
        return {"type": kind, key: item.get("initial_value")}
    if kind in _PICKED:
        return {"type": kind, f"selected_{_PICKED[kind]}": item.get(f"initial_{_PICKED[kind]}")}
    if kind == "checkboxes" or kind in ("multi_static_select", "multi_external_select"):
        return {"type": kind, "selected_options": item.get("initial_options") or []}
    single = kind.removeprefix("multi_")
    if single in _IDS:
        plural = "s" if kind.startswith("multi_") else ""
        default: Any = [] if plural else None
        return {
            "type": kind,
            f"selected_{_IDS[single]}{plural}": item.get(f"initial_{_IDS[single]}{plural}") or default,
        }
    if kind == "file_input":
        return {"type": kind, "files": []}
    return {"type": kind, "selected_option": item.get("initial_option")}


def chosen(item: Json, value: Any, extra: list[Json] | None = None) -> Json:
    """The state of ``item`` after a person gave ``value``: plain text, an option's value, an id, a date … or a list.

    ``extra`` are options that came from the app (external selects). Raises ControlError when it can't be chosen.
    """
    kind = item["type"]
    if isinstance(value, dict) and value.get("type") == kind:
        value = next((v for k, v in value.items() if k != "type"), None)
    if kind in _TEXTS:
        return {"type": kind, "rich_text_value" if kind == "rich_text_input" else "value": entered_text(item, value)}
    if kind in _PICKED:
        return {"type": kind, f"selected_{_PICKED[kind]}": picked(kind, value)}
    many = kind.startswith("multi_") or kind in ("checkboxes", "file_input")
    if not many and isinstance(value, list):
        raise ControlError(f"a {kind} holds one value", "send it alone, without a list")
    held = _checked_count(item, _as_list(value)) if many else value
    single = kind.removeprefix("multi_")
    if single in _IDS:
        return {"type": kind, f"selected_{_IDS[single]}{'s' if many else ''}": held}
    if kind == "file_input":
        return {"type": kind, "files": held}
    options = options_of(item) + _initial_options(item) + (extra or [])
    if many:
        return {"type": kind, "selected_options": [_option(options, v) for v in held]}
    return {"type": kind, "selected_option": None if held is None else _option(options, held)}


def _as_list(value: Any) -> list[Any]:
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [one for number, one in enumerate(listed) if one not in listed[:number]]


def _checked_count(item: Json, values: list[Any]) -> list[Any]:
    most = item.get("max_files", 10) if item["type"] == "file_input" else item.get("max_selected_items", 100)
    if len(values) > most:
        raise ControlError(f"{len(values)} are chosen", f"this element takes at most {most}")
    return values


def _initial_options(item: Json) -> list[Json]:
    """What an external select shows from the start can be chosen again."""
    return [*(item.get("initial_options") or []), *([item["initial_option"]] if item.get("initial_option") else [])]


def _option(options: list[Json], value: Any) -> Json:
    wanted = value.get("value") if isinstance(value, dict) else value
    alike = [o for o in options if o.get("value") == wanted]
    if found := alike or [o for o in options if (o.get("text") or {}).get("text") == wanted]:
        return found[0]
    known = ", ".join(repr(o.get("value")) for o in options) or "none"
    raise ControlError(f"no option {wanted!r}", f"choose one of: {known}")


def is_empty(state: Json) -> bool:
    return all(v in (None, "", []) for k, v in state.items() if k != "type")


def plain_value(item: Json, body: Json) -> Any:
    """What a control call gives for an element: ``value``, or the field named like the element's own."""
    single = item["type"].removeprefix("multi_")
    key = f"selected_{_PICKED.get(item['type']) or _IDS.get(single) or 'option'}"
    for name in (key, f"{key}s", "value"):
        if name in body:
            return body[name]
    return None
