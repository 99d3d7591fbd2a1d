"""What an input holds: its first value, and what a person's choice makes of it, in Slack's shapes."""

from typing import Any

from playground.blocks import elements_of, options_of
from playground.errors import ControlError, Json

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


def chosen(  # noqa: PLR0911 - one way out for each kind of element
    item: Json, value: Any, extra: list[Json] | None = None
) -> Json:
    """The state of ``item`` after a person gave ``value``: plain text, an option's value, an id, a date … or a list.

    ``extra`` are options that came from the app (external selects). Raises ControlError when it can't be chosen.
    """
    kind = item["type"]
    if isinstance(value, dict) and value.get("type") == kind:
        return value
    if kind in _TEXTS:
        return _typed(item, value)
    if kind in _PICKED:
        return {"type": kind, f"selected_{_PICKED[kind]}": _picked(kind, value)}
    single = kind.removeprefix("multi_")
    many = kind.startswith("multi_")
    if single in _IDS:
        key = f"selected_{_IDS[single]}{'s' if many else ''}"
        return {"type": kind, key: [str(v) for v in _as_list(value)] if many else value}
    options = options_of(item) + (extra or [])
    if many or kind == "checkboxes":
        return {"type": kind, "selected_options": [_option(options, v) for v in _as_list(value)]}
    if kind == "file_input":
        return {"type": kind, "files": _as_list(value)}
    return {"type": kind, "selected_option": None if value is None else _option(options, value)}


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _typed(item: Json, value: Any) -> Json:
    key = "rich_text_value" if item["type"] == "rich_text_input" else "value"
    if isinstance(value, str) and key == "value":
        most, least = item.get("max_length", 3000), item.get("min_length", 0)
        if len(value) > most or len(value) < least:
            raise ControlError(f"text of {len(value)} characters", f"this input takes {least} to {most} characters")
    return {"type": item["type"], key: None if value in (None, "") else value if key != "value" else str(value)}


def _picked(kind: str, value: Any) -> Any:
    if value in (None, ""):
        return None
    if kind == "datetimepicker":
        if not str(value).lstrip("-").isdigit():
            raise ControlError(f"{value!r} is no moment", "send seconds since 1970 as an integer")
        return int(value)
    sizes = {"datepicker": (10, "YYYY-MM-DD"), "timepicker": (5, "HH:mm")}
    size, form = sizes[kind]
    if len(str(value)) != size:
        raise ControlError(f"{value!r} does not fit a {kind}", f"send it as {form}")
    return str(value)


def _option(options: list[Json], value: Any) -> Json:
    wanted = value.get("value") if isinstance(value, dict) else value
    for option in options:
        if option.get("value") == wanted:
            return option
    known = ", ".join(repr(o.get("value")) for o in options) or "none: ask for suggestions first"
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
