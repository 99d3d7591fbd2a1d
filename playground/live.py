"""The page's stream: what one person sees, and afterwards only what changed of it."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Any

from playground import shown
from playground.core import Core
from playground.curtain import Curtain
from playground.errors import ControlError, Json
from playground.unread import Counts
from playground.world import User

TOGETHER = 0.02
"""Machine seconds in which changes are gathered before the page hears of them."""

BEAT = 15.0
"""Machine seconds after which a quiet stream says that it lives."""

SHARE = 4
"""A look that took so long is followed by a pause of this many times as long: a busy app comes first."""


@dataclass(frozen=True)
class Look:
    """What a page looks at. ``before``: so many more messages than a page of them."""

    user: str = ""
    room: str = ""
    thread: str = ""
    before: int = 0
    curtain: bool = False


class Live:
    """All open streams. A part is written once for each state of the world, however many pages show it."""

    def __init__(self, core: Core, connection: Callable[[], str]) -> None:
        self.core = core
        self._connection = connection
        self._counts = Counts(core)
        self._written: dict[tuple[Any, ...], str] = {}
        self._version = -1
        self.closed = False

    def close(self) -> None:
        """End all streams: the playground stops."""
        self.closed = True
        self.core.activity.touch()

    async def follow(self, look: Look) -> AsyncGenerator[str, None]:
        """The lines of one stream, until it is closed or the playground stops."""
        core, curtain, sent, seen = self.core, Curtain(self.core) if look.curtain else None, dict[str, str](), -1
        clock = -1
        while not self.closed:
            version, begun = core.activity.version, core.machine()
            if version == seen:
                yield ": still here\n\n"
            lines = "".join(self._news(look, sent)) if version != seen else ""
            if clock != core.clock.version:
                clock = core.clock.version
                lines += _line("time", json.dumps({"now": core.stamp(), "speed": core.clock.speed}))
            if curtain and (entries := curtain.look()):
                lines += _line("curtain", json.dumps(entries))
            if lines:
                yield lines
            seen = version
            await asyncio.sleep(max(TOGETHER, SHARE * (core.machine() - begun)))
            if not self.closed:
                await core.activity.changed(seen, BEAT)

    def _news(self, look: Look, sent: dict[str, str]) -> list[str]:
        """The lines of those parts that are other than what was sent."""
        found = []
        for part, key, make in self._parts(look):
            text = self.write((part, *key), make)
            if sent.get(part) != text:
                sent[part] = text
                found.append(_line(part, text))
        return found

    def _parts(self, look: Look) -> list[tuple[str, tuple[Any, ...], Callable[[], Any]]]:
        """Each part: its name, whose it is, and what makes it."""
        core = self.core
        try:
            person = shown.viewer(core, look.user)
        except ControlError:
            return [("me", (), lambda: None), ("notice", (), lambda: _notice(core))]
        mine, here = (person.id,), (person.id, look.room, look.before)
        return [
            ("me", mine, lambda: _me(core, person)),
            ("teams", (), lambda: shown.teams_json(core)),
            ("people", (), lambda: shown.people_json(core)),
            ("groups", (), lambda: shown.groups_json(core)),
            ("app", mine, lambda: shown.app_json(core, person, self._connection())),
            ("rooms", mine, lambda: shown.rooms_json(core, person, self._counts)),
            ("room", here, lambda: shown.room_json(core, person, look.room, look.before)),
            ("thread", (*here, look.thread), lambda: shown.thread_json(core, person, look.room, look.thread)),
            ("views", mine, lambda: shown.views_json(core, person)),
            ("home", mine, lambda: shown.home_json(core, person)),
            ("faults", (), core.faults.as_json),
            ("notice", (), lambda: _notice(core)),
        ]

    def write(self, key: tuple[Any, ...], make: Callable[[], Any]) -> str:
        """A part as JSON; ``make`` is asked once for each state of the world."""
        if self._version != self.core.activity.version:
            self._version = self.core.activity.version
            self._written.clear()
        if key not in self._written:
            self._written[key] = json.dumps(make())
        return self._written[key]


def _me(core: Core, person: User) -> Json:
    return {**shown.person_json(core, person), "locale": person.locale}


def _notice(core: Core) -> Json | None:
    """What everybody is told; ``closed``: and nobody may act."""
    words = core.closed or core.notice
    return {"text": words, "closed": bool(core.closed)} if words else None


def _line(part: str, text: str) -> str:
    """One event. The text is ASCII without line breaks: JSON escapes all others."""
    return f'data: {{"part": "{part}", "value": {text}}}\n\n'
