"""Faults that were ordered through the control API: kept here, taken where they strike."""

from dataclasses import dataclass

from playground.errors import ControlError, Json
from playground.ids import Ids

CALL_KINDS = ("ratelimit", "error", "drop_reply", "late_act", "delay")
DELIVERY_KINDS = ("delay", "duplicate", "reorder", "drop_event")
ONCE_KINDS = ("disconnect", "revoke")
KINDS = tuple(dict.fromkeys(CALL_KINDS + DELIVERY_KINDS + ONCE_KINDS))


@dataclass
class Fault:
    """``method`` is a Web API method, an event type, or empty for any; ``times`` counts down, None lasts for ever."""

    id: str
    kind: str
    method: str = ""
    times: int | None = 1
    seconds: float | None = None
    error: str = ""

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "kind": self.kind,
            "method": self.method,
            "times": self.times,
            "seconds": self.seconds,
            "error": self.error,
        }


class Faults:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._all: dict[str, Fault] = {}

    def add(self, body: Json) -> Fault:
        kind = body.get("kind")
        if kind not in KINDS:
            raise ControlError(f"no fault of kind {kind!r}", f"use one of: {', '.join(KINDS)}")
        times = body.get("times", 1)
        fault = Fault(
            self._ids.next("F"),
            kind,
            str(body.get("method") or ""),
            None if times is None or int(times) < 0 else int(times),
            None if body.get("seconds") is None else float(body["seconds"]),
            str(body.get("error") or ""),
        )
        if kind not in ONCE_KINDS:
            self._all[fault.id] = fault
        return fault

    def remove(self, fault_id: str) -> None:
        if self._all.pop(fault_id, None) is None:
            raise ControlError(f"no fault {fault_id!r}", "it may be used up already; GET /control/state lists faults")

    def clear(self) -> None:
        self._all.clear()

    def take(self, kind: str, name: str) -> Fault | None:
        """The fault of this kind that strikes this method or event type; it is used up after its times.

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

    @staticmethod
    def _strikes(fault: Fault, name: str) -> bool:
        if fault.method:
            return fault.method == name or (name == "message" and fault.method.startswith("message."))
        return not (fault.kind == "delay" and "." in name)

    def as_json(self) -> list[Json]:
        return [fault.as_json() for fault in self._all.values()]
