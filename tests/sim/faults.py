"""The faults of a week, drawn from the seed: what strikes, when, and how hard. They strike where something happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

from playground.core import Core
from playground.faults import Fault, Faults
from playground.sockets import SocketHub
from tests.sim.people import HOUR, MINUTE
from tests.sim.room import Process
from tests.sim.stage import Stage
from tests.sim.trace import Trace
from tests.sim.week import SETTING_UP, Size

Json = dict[str, Any]
# How often each kind is ordered in a week. Those of a socket come only in weeks of Socket Mode.
COUNTS = {
    "drop_event": 3,
    "duplicate": 5,
    "delay": 5,
    "reorder": 5,
    "ratelimit": 5,
    "error": 5,
    "drop_reply": 6,
    "late_act": 4,
    "slow": 3,
    "unreachable": 3,
    "reset": 3,
    "silence": 2,
    "gateway": 3,
    "before": 4,
    "after": 4,
    "deadlock": 2,
    "death at a seam": 3,
    "death at an await": 2,
    "suspend": 1,
    "revoke": 1,
    "downtime": 1,
}
DISCONNECTS = ("warning", "refresh_requested", "link_disabled", "too_many_websockets", "abort")
CALLS = ("chat.postMessage", "chat.postMessage", "chat.postMessage", "chat.update", "chat.postEphemeral", "")
LATEST = 12.0
"""Seconds after which a call that got no answer may still be done: a look-up comes 30 s after the attempt."""
REQUIRED = {
    "drop_event",
    "duplicate",
    "delay",
    "reorder",
    "ratelimit",
    "error",
    "drop_reply",
    "late_act",
    "slow",
    "unreachable",
    "reset",
    "silence",
    "gateway",
    "database error, before",
    "database error, after",
    "deadlock",
    "death",
    "suspend",
    "revoke",
    "restore",
    "downtime",
    *(f"disconnect, {reason}" for reason in DISCONNECTS),
}
"""Each of these must have struck in a run; a kind that never did was not tested."""


class CountedFaults(Faults):
    """The playground's, which tell when they strike."""

    def __init__(self, core: Core, trace: Trace) -> None:
        super().__init__(core.ids, core.now)
        self._trace = trace

    def take(self, kind: str, name: str) -> Fault | None:
        fault = super().take(kind, name)
        if fault is not None:
            is_slow = kind == "delay" and "." in name and not name.startswith("message.")
            self._trace.fault("slow" if is_slow else kind, name)
        return fault


class Storm:
    """Orders the faults. `stop` ends all that lasts or waits to strike."""

    def __init__(self, stage: Stage, moments: list[float], size: Size) -> None:
        self.stage, self._size = stage, size
        self.chance: Random = stage.chance("faults")
        self._moments = sorted(moments)
        self._armed: dict[str, int] = {}
        self._calls: list[str] = []
        self.is_over = False
        stage.slack.core.faults = CountedFaults(stage.slack.core, stage.trace)
        stage.disk.next_error = self._database_error
        stage.wires.next_error = self._network_error

    def plan(self) -> None:
        for kind, count in COUNTS.items():
            # What is rare in a week is left out of a morning; of the rest there is at least one.
            for _ in range(max(round(count * self._size.share), int(count > 1))):
                self._at(self._moment(), lambda kind=kind: self.strike(kind))  # type: ignore[misc]
        if self.stage.is_socket:
            for reason in DISCONNECTS:
                self._at(self._moment(), lambda reason=reason: self.disconnect(reason))  # type: ignore[misc]

    def _moment(self) -> float:
        """Near something that people do; a few at any time, when what the clock does falls due."""
        if self.chance.random() < 0.2:
            return self.chance.uniform(SETTING_UP, self._size.seconds)
        return (
            self.chance.choice(self._moments) + self.chance.choice((-2.0, 0.0, 1.0, 5.0, 30.0)) * self.chance.random()
        )

    def _at(self, moment: float, do: Callable[[], None]) -> None:
        def strike() -> None:
            if not self.is_over:
                do()

        self.stage.loop.call_at(max(moment, SETTING_UP), strike)

    def strike(self, kind: str) -> None:
        """Order one fault of that kind."""
        order = self._orders(kind)
        if order is not None:
            self.stage.slack.engine.fault(**order)
        elif kind in {"unreachable", "reset", "silence", "gateway"}:
            self._calls.append(kind)
        elif kind in {"before", "after", "deadlock"}:
            self._armed[kind] = self.chance.randrange(12)
        elif kind.startswith("death"):
            self._kill(kind)
        elif kind == "suspend":
            self._suspend()
        elif kind == "revoke":
            self._revoke()
        else:
            self._go_down()

    def _orders(self, kind: str) -> Json | None:
        """What the playground is told, for the kinds that it knows."""
        seconds = self.chance.uniform
        orders: dict[str, Json] = {
            "drop_event": {"kind": kind, "method": "message"},
            "duplicate": {"kind": kind, "error": self.chance.choice(("", "new_id")), "seconds": seconds(0, 90)},
            "delay": {"kind": kind, "method": "message", "seconds": seconds(5, 400)},
            "reorder": {"kind": kind, "method": "message", "seconds": seconds(30, 900)},
            "ratelimit": {"kind": kind, "method": self.chance.choice(CALLS), "seconds": seconds(1, 60)},
            "error": {"kind": kind, "method": self.chance.choice(CALLS), "error": self.chance.choice(("500", "503"))},
            "drop_reply": {"kind": kind, "method": self.chance.choice(CALLS)},
            "late_act": {"kind": kind, "method": self.chance.choice(CALLS), "seconds": seconds(1, LATEST)},
            "slow": {"kind": "delay", "method": self.chance.choice(CALLS[:5]), "seconds": seconds(2, LATEST)},
        }
        return orders.get(kind)

    def _kill(self, kind: str) -> None:
        process = self._someone()
        if process is None or process.life is None:
            return
        if kind == "death at a seam":
            process.life.die_at_crossing(self.chance.randrange(30))
        else:
            process.life.die_at_step(self.chance.randrange(200))

    def _suspend(self) -> None:
        process = self._someone()
        if process is not None and process.life is not None:
            process.life.sleep(self.chance.uniform(20, 400))
            self.stage.room.poll_soon()

    def _someone(self) -> Process | None:
        living = self.stage.room.living
        return self.chance.choice(living) if living else None

    def _revoke(self) -> None:
        self.stage.trace.fault("revoke")
        self.stage.slack.engine.fault(kind="revoke")
        self.stage.loop.call_later(self.chance.uniform(5, 40) * MINUTE, self.restore)

    def restore(self) -> None:
        """The token is given back."""
        if self.stage.slack.engine.restore()["restored"]:
            self.stage.trace.fault("restore")

    def _go_down(self) -> None:
        """All processes are stopped for hours, in order or not."""
        self.stage.trace.fault("downtime")
        self.stage.room.stop(is_orderly=self.chance.random() < 0.5)
        self.stage.loop.call_later(self.chance.uniform(2, 6) * HOUR, self.stage.room.is_up.set)

    def disconnect(self, reason: str) -> None:
        hub: SocketHub = self.stage.slack.hub
        if hub.connections:
            self.stage.trace.fault(f"disconnect, {reason}")
            hub.disconnect(reason, None)

    def _database_error(self) -> str:
        if self.is_over:
            return ""
        for kind in sorted(self._armed):
            self._armed[kind] -= 1
            if self._armed[kind] < 0:
                del self._armed[kind]
                return kind
        return ""

    def _network_error(self, method: str) -> str:
        return "" if self.is_over or not self._calls else self._calls.pop(0)

    def stop(self) -> None:
        """From now on nothing goes wrong any more."""
        self.is_over = True
        self.stage.slack.core.faults.clear()
        for process in self.stage.room.living:
            if process.life is not None:
                process.life.calm()
        self.restore()
        self.stage.room.is_up.set()
        self.stage.trace.note("the storm is over")


def never_struck(struck: Counter[str]) -> list[str]:
    return sorted(REQUIRED - set(struck))
