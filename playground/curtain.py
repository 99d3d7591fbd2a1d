"""Behind the curtain: what passes between Slack and the app, as the page lists it."""

import json
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from typing import Any

from playground.clock import spoken
from playground.core import Core, Delivery
from playground.errors import Json

NEWEST = 200
MOST_CHARACTERS = 20_000
"""Of one value; the whole of it stands in the state."""

UNDER_WAY = ("pending", "retrying")
_SECTIONS = ("call", "event", "interaction")


class Curtain:
    """Follows the records for one page: each look answers what is new or changed since the last one."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._world = -1
        self._seen = dict.fromkeys(_SECTIONS, 0)
        self._open: dict[tuple[str, int], Hashable] = {}

    def look(self) -> Json | None:
        """``{entries, fresh}``, or None when nothing happened. ``fresh``: what was shown before is to be forgotten."""
        fresh = self._world != self._core.generation
        if fresh:
            self._world, self._open = self._core.generation, {}
            self._seen = {kind: max(0, len(self._records(kind)) - NEWEST) for kind in _SECTIONS}
        entries = [*self._changed(), *self._new()]
        entries.sort(key=lambda entry: str(entry["at"]))
        return {"entries": entries[-NEWEST:] if fresh else entries, "fresh": fresh} if entries or fresh else None

    def _records(self, kind: str) -> list[Any]:
        core = self._core
        every: dict[str, list[Any]] = {"call": core.calls, "event": core.deliveries, "interaction": core.interactions}
        return every[kind]

    def _changed(self) -> list[Json]:
        """Those that were under way, when they are other than they were."""
        found = []
        for (kind, number), before in list(self._open.items()):
            record = self._records(kind)[number]
            if _mark(kind, record) != before:
                found.append(self._entry(kind, number, record))
        return found

    def _new(self) -> list[Json]:
        found = []
        for kind in _SECTIONS:
            records = self._records(kind)
            for number in range(self._seen[kind], len(records)):
                found.append(self._entry(kind, number, records[number]))
            self._seen[kind] = len(records)
        return found

    def _entry(self, kind: str, number: int, record: Any) -> Json:
        self._open.pop((kind, number), None)
        if _is_open(kind, record):
            self._open[(kind, number)] = _mark(kind, record)
        shown = _SHOW[kind](record)
        return {"key": f"{kind}:{self._world}:{number}", "kind": kind, **shown}


def _is_open(kind: str, record: Any) -> bool:
    if kind == "call":
        return record["reply"] is None and not record.get("dropped")
    return kind == "event" and record.state in UNDER_WAY


def _mark(kind: str, record: Any) -> Hashable:
    """What tells an open record from the same one later."""
    if kind == "call":
        return record["reply"] is None and not record.get("dropped")
    last = record.attempts[-1]["status"] if record.attempts else None
    return record.state, len(record.attempts), last


def _call(record: Json) -> Json:
    more: Json = {key: record[key] for key in ("retry_after", "dropped", "late") if key in record}
    shown: Json = {key: record.get(key) for key in ("at", "method", "status")}
    return shown | {"args": cut(record["args"]), "reply": cut(record["reply"])} | more


def _event(delivery: Delivery) -> Json:
    event = delivery.event
    moment = datetime.fromtimestamp(float(event.get("event_ts") or 0), UTC)
    return {
        "at": spoken(moment),
        "type": event["type"],
        "summary": _summary(event),
        "state": delivery.state,
        "attempts": [dict(attempt) for attempt in delivery.attempts],
        "envelope": cut(delivery.body),
    }


def _interaction(record: Json) -> Json:
    payload = record["payload"]
    is_command = record["kind"] == "slash_commands"
    shown = {key: record[key] for key in ("at", "status")}
    kind = "command" if is_command else str(payload.get("type"))
    return {
        **shown,
        "type": kind,
        "summary": _done(payload),
        "payload": cut(payload),
        "response": cut(record["response"]),
    }


def _summary(event: Json) -> str:
    """An event in a few words: what is said, or whom it is about."""
    inner = event.get("message") if isinstance(event.get("message"), dict) else event
    said = (inner or event).get("text") or event.get("reaction") or event.get("user") or event.get("channel") or ""
    return str(said if isinstance(said, str) else said.get("id", ""))[:120]


def _done(payload: Json) -> str:
    """An interaction in a few words: the command, or what was clicked or submitted."""
    if "command" in payload:
        return f"{payload['command']} {payload.get('text', '')}".strip()[:120]
    clicked = [str(action.get("action_id")) for action in payload.get("actions") or []]
    view = payload.get("view") or {}
    named = payload.get("callback_id") or payload.get("action_id") or view.get("callback_id") or ""
    return (", ".join(clicked) or str(named))[:120]


_SHOW: dict[str, Callable[[Any], Json]] = {"call": _call, "event": _event, "interaction": _interaction}


def cut(value: Any) -> Any:
    """The value, or how long it is when it is too long for a list."""
    length = len(json.dumps(value))
    return value if length <= MOST_CHARACTERS else {"cut": length, "begins": json.dumps(value)[:2000]}
