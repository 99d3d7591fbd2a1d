"""Faults that were ordered through the control API: kept here, taken where they strike."""

import difflib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from playground.clock import checked_moment, spoken
from playground.errors import ControlError, Json
from playground.ids import Ids
from playground.making import check_known
from playground.strict import seconds
from playground.words import words

CALL_KINDS = ("ratelimit", "error", "drop_reply", "late_act", "delay")
DELIVERY_KINDS = ("delay", "duplicate", "reorder", "drop_event")
ONCE_KINDS = ("disconnect", "revoke")
DOWN = "down"
DOWN_SECONDS = 3 * 3600.0
"""How long an app is down, unless told otherwise."""

DISCONNECTS = ("warning", "refresh_requested", "link_disabled", "too_many_websockets", "abort")
KINDS = tuple(dict.fromkeys(CALL_KINDS + DELIVERY_KINDS + ONCE_KINDS + (DOWN,)))

_FIELDS = words("kind method times seconds error")
_WORD = re.compile(r"[a-z][a-z0-9_]*")


@dataclass
class Fault:
    """``method`` is a Web API method, an event type, or empty for any; ``times`` counts down, None lasts for ever;
    ``until`` is the moment when being down ends."""

    id: str
    kind: str
    method: str = ""
    times: int | None = 1
    seconds: float | None = None
    error: str = ""
    until: datetime | None = None

    def wait(self, default: float) -> float:
        return default if self.seconds is None else self.seconds

    @property
    def retry_after(self) -> int:
        """Slack counts whole seconds, and at least one."""
        return max(1, math.ceil(self.wait(30.0)))

    def as_json(self) -> Json:
        shown: Json = {
            "id": self.id,
            "kind": self.kind,
            "method": self.method,
            "times": self.times,
            "seconds": self.seconds,
            "error": self.error,
        }
        return shown if self.until is None else shown | {"until": spoken(self.until)}


class Faults:
    """``now`` tells the moment that those with an end are measured by."""

    def __init__(self, ids: Ids, now: Callable[[], datetime]) -> None:
        self._ids = ids
        self._now = now
        self._all: dict[str, Fault] = {}

    def add(self, body: Json, known: set[str]) -> Fault:
        """Order a fault; ``known`` are the methods and event types there are. ControlError when it makes no sense."""
        fault = _checked(self._ids.next("F"), body, known)
        if fault.kind == DOWN:
            fault.times, fault.until = None, _end(self._now(), fault.wait(DOWN_SECONDS))
        if fault.kind not in ONCE_KINDS:
            self._all[fault.id] = fault
        return fault

    def remove(self, fault_id: str) -> None:
        if self._all.pop(fault_id, None) is None:
            raise ControlError(f"no fault {fault_id!r}", "it may be used up already; GET /control/state lists faults")

    def clear(self) -> None:
        self._all.clear()

    def take(self, kind: str, name: str) -> Fault | None:
        """The fault of this kind that strikes this method or event type; it is used up after its times.

        ``name`` of a message's event is message.channels, message.groups …; ``method`` message stands for all of them.
        A fault without ``method`` strikes any Web API call, or any event when its kind is one of deliveries only.
        A ``delay`` without method delays events.
        """
        for fault in self._all.values():
            if fault.kind == kind and self._strikes(fault, name):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        del self._all[fault.id]
                return fault
        return None

    def is_down(self) -> bool:
        """Whether the app is down right now."""
        self._let_go()
        return any(fault.kind == DOWN for fault in self._all.values())

    def _let_go(self) -> None:
        """Forget what has ended by itself."""
        for fault in [one for one in self._all.values() if one.until is not None and one.until <= self._now()]:
            del self._all[fault.id]

    @staticmethod
    def _strikes(fault: Fault, name: str) -> bool:
        if fault.method:
            return fault.method == name or name.startswith(f"{fault.method}.")
        return not (fault.kind == "delay" and "." in name and not name.startswith("message."))

    def as_json(self) -> list[Json]:
        self._let_go()
        return [fault.as_json() for fault in self._all.values()]


def _end(now: datetime, seconds: float) -> datetime:
    try:
        return checked_moment(now, seconds)
    except ValueError as error:
        raise ControlError(str(error), "send fewer seconds") from None


def _checked(key: str, body: Json, known: set[str]) -> Fault:
    check_known("fault", body, _FIELDS)
    kind, method, times = body.get("kind"), str(body.get("method") or ""), body.get("times", 1)
    if kind not in KINDS:
        raise ControlError(f"no fault of kind {kind!r}", f"use one of: {', '.join(KINDS)}")
    if not isinstance(times, int | None) or isinstance(times, bool) or times == 0:
        raise ControlError(f"times is {times!r}", "send how often it shall strike, or -1 for ever")
    if method and method not in known:
        alike = difflib.get_close_matches(method, known, 3, 0.5) or ["message"]
        raise ControlError(f"no method or event {method!r}", f"use one there is, such as {', '.join(alike)}")
    fault = Fault(key, kind, method, None if times is None or times < 0 else times)
    if body.get("seconds") is not None:
        fault.seconds = seconds(body["seconds"], "seconds", 1e8)
    fault.error = _checked_error(kind, str(body.get("error") or ""))
    return fault


def _checked_error(kind: str, error: str) -> str:
    fits = not error or _WORD.fullmatch(error) is not None
    if kind == "error" and error.isdecimal():
        fits = 400 <= int(error[:4]) <= 599
    if kind == "disconnect":
        fits = error in ("", *DISCONNECTS)
    if not fits:
        allowed = "400 to 599 or one of Slack's error words" if kind != "disconnect" else ", ".join(DISCONNECTS)
        raise ControlError(f"error is {error!r}", f"send {allowed}")
    return error
