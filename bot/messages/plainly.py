"""Blocks as plain dictionaries: what slack_sdk's `to_dict` answers, in a fraction of the time.

It looks through all attributes of every object for checks, and goes through what is inside again at every level.
"""

from __future__ import annotations

from typing import Any

from slack_sdk.models.basic_objects import EMPTY_ALLOWED_TYPE_AND_PROPERTY_LIST, JsonObject

_MAY_BE_EMPTY = {(one["type"], one["property"]) for one in EMPTY_ALLOWED_TYPE_AND_PROPERTY_LIST}
_AS_IT_IS = frozenset({str, int, bool})


def as_dict(made: JsonObject) -> dict[str, Any]:
    """As `made.to_dict()`. Raises SlackObjectFormationError for what Slack would refuse."""
    kind = type(made)
    if kind.to_dict is not JsonObject.to_dict:
        return made.to_dict()
    checks, names = _shape(kind, made)
    for check in checks:
        getattr(made, check)()
    told: dict[str, Any] = {}
    for name in names:
        value = getattr(made, name, None)
        if value:
            told[name] = value if type(value) in _AS_IT_IS else _plain(value)
        elif value is not None and (not hasattr(value, "__len__") or _may_be_empty(made, name)):
            told[name] = _plain(value)
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return as_dict(value) if isinstance(value, JsonObject) else value


def _may_be_empty(made: JsonObject, name: str) -> bool:
    return (getattr(made, "type", None), name) in _MAY_BE_EMPTY


_shapes: dict[type[JsonObject], tuple[tuple[str, ...], tuple[str, ...]]] = {}


def _shape(kind: type[JsonObject], made: JsonObject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the methods with which an object of this kind is checked, and of what it shows."""
    found = _shapes.get(kind)
    if found is None:
        found = _shapes[kind] = _checks(kind), tuple(sorted(made.attributes))
    return found


def _checks(kind: type[JsonObject]) -> tuple[str, ...]:
    """The names of the methods with which an object of this kind is checked."""
    return tuple(name for name in dir(kind) if not name.startswith("__") and hasattr(getattr(kind, name), "validator"))
