"""Dataclasses out of JSON: every field has the type that it must have, or a ControlError says which one has not."""

import copy
import types
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from playground.errors import ControlError, Json

T = TypeVar("T")


def make(kind: type[T], given: Json, **fixed: Any) -> T:
    """A ``kind`` from those of the given keys that it knows, and from ``fixed``. None counts as not given."""
    hints = _hints(kind)  # type: ignore[arg-type]  # a generic class is as hashable as any
    values = {k: v for k, v in given.items() if k in hints and k not in fixed and v is not None}
    check_fields(kind, values)
    return kind(**copy.deepcopy(values), **fixed)


def check_fields(kind: type, values: Json) -> None:
    """ControlError when a value has not the type of ``kind``'s field of that name."""
    check_types(f"a {kind.__name__.lower()}", values, _hints(kind))


def check_types(whose: str, values: Json, hints: dict[str, Any]) -> None:
    for key, value in values.items():
        if not _fits(value, hints[key]):
            raise ControlError(f"{whose} has {key} {value!r}", f"send {key} as {_spoken(hints[key])}")


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    """Fields that JSON can give; sets are the playground's own."""
    return {name: hint for name, hint in get_type_hints(kind).items() if get_origin(hint) is not set}


def _fits(value: object, hint: Any) -> bool:
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return True
    if origin in (Union, types.UnionType):
        return any(_fits(value, one) for one in inner)
    if origin is list:
        return isinstance(value, list) and all(_fits(one, inner[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(_fits(one, inner[1]) for one in value.values())
    if hint in (int, float):
        return isinstance(value, (int, hint)) and not isinstance(value, bool)
    return isinstance(value, hint)


def _spoken(hint: Any) -> str:
    inner = [one for one in get_args(hint) if one is not type(None)]
    if get_origin(hint) in (Union, types.UnionType):
        return _spoken(inner[0])
    words = {str: "text", float: "a number", int: "a whole number", bool: "true or false"}
    if hint in words:
        return words[hint]
    if get_origin(hint) is list:
        return "a list of text" if get_args(hint) == (str,) else "a list of objects"
    return "an object" if get_origin(hint) is dict else "text"


def entries(body: Json, key: str) -> list[Json]:
    """The objects listed under ``key``; none when it is missing."""
    found = body.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ControlError(f"{key} is no list of objects", f'send "{key}": [{{…}}, …]')
    return found


def check_known(act: str, given: Json, known: list[str]) -> None:
    """ControlError when a control call's body has a field that means nothing to it."""
    if unknown := set(given) - set(known):
        raise ControlError(f"{act} knows no {', '.join(sorted(unknown))}", f"send {', '.join(known)}")


def check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ControlError(f"no time zone {name!r}", "use an IANA name such as Europe/Berlin") from None


def check_new(known: dict[str, Any], key: str, what: str) -> None:
    """ControlError when something else of the world has this id already."""
    if key in known:
        raise ControlError(f"two {what} have the id {key}", "give each its own id, or leave the ids out")
