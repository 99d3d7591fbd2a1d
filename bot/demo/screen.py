"""What happens in the playground's channels, told on a terminal as it shows: who, where, at what local time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from bot.demo.company import CITIES
from bot.demo.markup import Line, Reader, message_lines, mrkdwn_text
from playground.core import Core
from playground.world import Channel, Message, User

REPLY, BODY = 4, 2
LOOKS: dict[str, tuple[str, str]] = {
    "words": ("", ""),
    "quote": ("│ ", "italic"),
    "small": ("", "dim"),
    "buttons": ("", "green"),
}
Key = tuple[str, str]
REMINDER, FULL_REMINDERS = "Open here today", 2  # how a channel's reminder begins; the first are shown in full
ASKED = " · asked @"


@dataclass
class Screen:
    """Prints what is new since it looked last. What was explained once (small print, rows of buttons) is not
    repeated. While `filming`, `film` gets everything too.
    """

    console: Console
    film: Console | None = None
    filming: bool = False
    _seen: dict[Key, tuple[Any, ...]] = field(default_factory=dict)
    _shown: dict[Key, set[str]] = field(default_factory=dict)
    _explained: set[str] = field(default_factory=set)
    _told: dict[str, str] = field(default_factory=dict)
    _reminders: int = 0
    _day: date | None = None
    _place: Key | None = None

    def watch(self, core: Core, zone: str) -> None:
        """From now on, look at this playground; `zone` is the workspace's."""
        self.core, self.zone = core, zone

    @contextmanager
    def scene(self) -> Iterator[None]:
        """These lines are drawn, too."""
        self.filming, before = True, self.filming
        try:
            yield
        finally:
            self.filming = before

    # printing

    def print(self, what: RenderableType = "", indent: int = 0) -> None:
        for console in (self.console, self.film if self.filming else None):
            if console is not None:
                if isinstance(what, Text):
                    _print_wrapped(console, what, " " * indent)
                else:
                    console.print(what)

    def note(self, words: str) -> None:
        """A word of the narrator."""
        self._begin_day()
        self.print()
        self.print(Text(words, style="yellow"))
        self._place = None

    def act(self, who: str, words: str) -> None:
        """Something that a person does and no message shows; `words` are mrkdwn."""
        self._begin_day()
        person = self.core.user(who)
        line = Text("▸ ", style="magenta").append(self._who(person), "bold")
        line.append(f" ({self._clock(person.tz)}) ", "dim").append_text(mrkdwn_text(words, self._reader(person.tz)))
        self.print(line, BODY)

    def form_said(self, who: str, blocks: list[dict[str, Any]]) -> None:
        """What a form turned into once it was sent."""
        person = self.core.user(who)
        for line in message_lines({"blocks": blocks}, self._reader(person.tz)):
            self.print(Text("  ").append_text(line.text), BODY)

    def _begin_day(self) -> None:
        day = self.core.now().astimezone(ZoneInfo(self.zone)).date()
        if day != self._day:
            self._day, self._place = day, None
            self.print()
            self.print(Rule(f"[bold]{day:%A} {day.day} {day:%B}[/]", style="blue"))

    def _clock(self, zone: str) -> str:
        """The time there; with the day when it is another one than in the workspace."""
        local = self.core.now().astimezone(ZoneInfo(zone))
        home = self.core.now().astimezone(ZoneInfo(self.zone))
        other_day = f"{local:%a} " if local.date() != home.date() else ""
        return f"{other_day}{local:%H:%M} {CITIES.get(zone, zone)}"

    # looking

    def look(self, quiet: bool = False) -> None:
        """Print new and changed messages in their order (quiet: only remember them)."""
        found = [(m.ts, room, m) for room in self.core.world.channels.values() for m in room.messages.values()]
        for _, room, message in sorted(found, key=lambda one: one[0]):
            key = (room.id, message.ts)
            state = (message.text, message.blocks, message.attachments)
            if self._seen.get(key) == state:
                continue
            is_new, self._seen[key] = key not in self._seen, state
            if quiet:
                continue
            self._begin_day()
            self._show_new(room, message) if is_new else self._show_change(room, message)

    def _show_new(self, room: Channel, message: Message) -> None:
        if message.subtype in ("channel_join", "group_join"):
            self._show_join(room, message)
            return
        lines = self._lines(room, message)
        self._shown[room.id, message.ts] = {line.plain for line in lines}
        indent = self._show_heading(room, message)
        words = "\n".join(line.plain for line in lines)
        if message.text.startswith(REMINDER):
            self._reminders += 1
        if self._reminders > FULL_REMINDERS and message.text.startswith(REMINDER):
            self.print(Text(message.text), indent)
            return
        if words in self._told:
            self.print(Text(f"(the same words as {self._told[words]})", "dim"), indent)
            return
        if len(lines) > 3:
            self._told[words] = f"in #{room.name}" if room.name else "before, to somebody else"
        for line in self._unexplained(lines):
            self._print_line(line, indent)

    def _show_join(self, room: Channel, message: Message) -> None:
        who = self.core.world.users[str(message.extra.get("inviter") or message.user)]
        line = Text("▸ ", style="magenta").append(self._who(who), "bold").append(f" ({self._clock(who.tz)})", "dim")
        line.append(f" invites Ours to #{room.name}")
        self.print(line, BODY)

    def _show_change(self, room: Channel, message: Message) -> None:
        """Of a card that was updated only what is new in it."""
        lines = self._lines(room, message)
        known = self._shown.get((room.id, message.ts), set())
        self._shown[room.id, message.ts] = {line.plain for line in lines}
        new = [line for line in self._unexplained(lines) if line.kind != "small" and not _is_known(line, known)]
        if not new:
            return
        is_private = self._audience(room, message) is not None
        self._show_place(room, message)
        what = "now reads" if is_private else "is updated" if message.user == self._bot().id else "gets its preview"
        subject = "It" if is_private or message.user != self._bot().id else self._kind(message)
        self.print(Text(f"↻ {subject} {what}:", "dim"), self._indent(message))
        for line in new:
            self._print_line(line, self._indent(message) + BODY)

    def _kind(self, message: Message) -> str:
        return "The card" if message.is_reply else "The reminder"

    def _show_heading(self, room: Channel, message: Message) -> int:
        """Who speaks, when, to whom; answers how far the words are indented."""
        author, audience = self.core.world.users[str(message.user)], self._audience(room, message)
        self._show_place(room, message)
        zone = author.tz if not self._is_ours(message) else audience.tz if audience else self.zone
        head = Text(self._who(author), "bold green" if self._is_ours(message) else "bold")
        if audience is not None:
            head.append(f" → {self._who(audience)}", "bold")
        head.append(f"  {self._clock(zone)}", "dim")
        if audience is not None:
            head.append(f" · only @{audience.name} sees this", "dim italic yellow")
        self.print(head, self._indent(message))
        return self._indent(message) + BODY

    def _show_place(self, room: Channel, message: Message) -> None:
        """The channel, and in a thread its first words; only when it is another one than just before."""
        place = (room.id, (message.thread_ts or message.ts) if not room.is_im else "")
        if place == self._place:
            return
        self._place = place
        self.print()
        title = Text(f"#{room.name}", "bold cyan") if not room.is_im else Text("Direct message", "bold cyan")
        if room.is_private:
            title.append(" (private)", "dim")
        if message.is_reply and message.thread_ts in room.messages:
            root = message_lines(_json(room.messages[message.thread_ts]), self._reader(self.zone))
            words = " ".join(line.plain for line in root)
            title.append(f" ↳ {words[:52].rstrip()}…" if len(words) > 52 else f" ↳ {words}", "dim")
        self.print(title)

    def _lines(self, room: Channel, message: Message) -> list[Line]:
        audience = self._audience(room, message)
        return message_lines(_json(message), self._reader(audience.tz if audience else self.zone))

    def _unexplained(self, lines: list[Line]) -> Iterator[Line]:
        for line in lines:
            once = line.kind in ("small", "buttons")
            if not once or line.plain not in self._explained:
                yield line
            if once:
                self._explained.add(line.plain)

    def _print_line(self, line: Line, indent: int) -> None:
        prefix, style = LOOKS[line.kind]
        text = line.text.copy()
        text.stylize_before(style)
        for console in (self.console, self.film if self.filming else None):
            if console is not None:
                _print_wrapped(console, text, " " * indent + prefix)

    # who

    def _indent(self, message: Message) -> int:
        return BODY + (REPLY if message.is_reply else 0)

    def _bot(self) -> User:
        return self.core.user("ours")

    def _is_ours(self, message: Message) -> bool:
        return message.user == self._bot().id

    def _audience(self, room: Channel, message: Message) -> User | None:
        """The one person who sees it, if only one does."""
        if message.visible_to:
            return self.core.world.users[message.visible_to]
        if room.is_im:
            return next(self.core.world.users[one] for one in room.members if one != self._bot().id)
        return None

    def _who(self, person: User) -> str:
        return person.real_name if person.is_bot else person.display_name

    def _reader(self, zone: str) -> Reader:
        return Reader(self._name, zone)

    def _name(self, some_id: str) -> str:
        world = self.core.world
        if some_id in world.users:
            return world.users[some_id].display_name
        if some_id in world.channels:
            return world.channels[some_id].name
        return some_id


class Dark(Screen):
    """Shows nothing: who wants to see something looks at the page."""

    def __init__(self) -> None:
        super().__init__(Console(file=io.StringIO()))

    def print(self, what: RenderableType = "", indent: int = 0) -> None:
        return

    def note(self, words: str) -> None:
        return

    def act(self, who: str, words: str) -> None:
        return

    def form_said(self, who: str, blocks: list[dict[str, Any]]) -> None:
        return

    def look(self, quiet: bool = False) -> None:
        return


def _is_known(line: Line, known: set[str]) -> bool:
    """A line that stood there before, or did without whom the ping asked (a new card names nobody)."""
    return line.plain in known or line.plain.partition(ASKED)[0] in known


def _json(message: Message) -> dict[str, Any]:
    return {
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "files": message.files,
    }


def _print_wrapped(console: Console, text: Text, prefix: str) -> None:
    width = max(20, console.width - len(prefix))
    for piece in text.wrap(console, width):
        piece.rstrip()
        console.print(Text(prefix, "dim").append_text(piece), soft_wrap=True, highlight=False)
