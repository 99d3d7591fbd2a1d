"""Reading what comes from outside so that it can be shown again: JSON as the standard has it, and numbers that end."""

import json
from typing import Any

from playground.errors import ControlError

DEEPEST = 100
"""Levels of nesting; far more than any of Slack's shapes, far less than Python's own limit."""


def read_json(raw: bytes | str) -> Any:
    """The value that ``raw`` holds. ValueError for all that could not be written again: NaN and Infinity, halves of
    surrogate pairs, bytes that are not UTF-8; and for nesting that would break whoever walks through it."""
    text = raw.decode() if isinstance(raw, bytes) else raw
    try:
        found = json.loads(text)
        _check_depth(found)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return found


def as_sent(value: Any) -> Any:
    """What the other side of a wire gets of a value: a copy of its own, in JSON's types. TypeError or ValueError for
    what JSON can't carry."""
    return json.loads(json.dumps(value, allow_nan=False))


def _check_depth(value: object) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level if isinstance(outer, (dict, list)) for inner in _inside(outer)]
        if not level:
            return
    raise ValueError("nested too deep")


def _inside(value: dict[str, object] | list[object]) -> list[object]:
    return list(value.values()) if isinstance(value, dict) else value


def seconds(value: object, name: str, most: float = 1e9) -> float:
    """A number of seconds from a control call, 0 or more; ControlError when it is none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    raise ControlError(f"{name} is {value!r}", f"send {name} as a number of seconds, 0 to {most:g}")
