"""A book of all that people read from Ours, written while it is played in a local Slack.

Each page is what somebody sees at that moment, in words; where there is a camera, a picture beside it. The name of a
picture holds a hash of the words: words that change ask for a new picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.book.camera import Camera
from tests.book.readable import Json, plain, readable
from tests.flow.harness import Town
from tests.flow.homes import home_of

PICTURES = "pictures/messages"
SPEED = 20.0
"""Slow enough for a chapter to end in the hour that it begins in, twenty minutes past: its own times are masked."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What happens in a town of its own; `options` are those of `open_town`."""

    title: str
    words: str
    play: Callable[[Book], Awaitable[None]]
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return re.sub(r"[^a-z]+", "-", self.title.casefold()).strip("-")


@dataclass
class Book:
    """A chapter while it is played."""

    town: Town
    key: str
    camera: Camera | None = None
    lines: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def tell(self, words: str) -> None:
        """What somebody does."""
        self.lines += ["", words]

    async def say(self, user: str, text: str, channel: str = "#support", **more: str) -> str:
        """Somebody posts; answers the ts."""
        where = f"answers in the thread in {channel}" if "thread_ts" in more else f"posts in {channel}"
        where = "writes to Ours directly" if channel == "@ours" else where
        self.tell(f"**{self._name(user)}** {where}:")
        self.lines += ["", *(f"> {line}" for line in plain(text, self._names()).splitlines())]
        return await self.town.say(user, text, channel, **more)

    async def asks(self, user: str, command: str, channel: str = "#support") -> Json:
        """Somebody types `/ours …`; the answer is a page, and returned."""
        await self.town.ours(user, command, channel)
        answer = self.town.ephemerals_of(user, channel)[-1]
        await self.page(user, answer, f"**{self._name(user)}** types `{f'/ours {command}'.strip()}`:")
        return answer

    async def says_to_it(self, user: str, text: str, channel: str = "#support") -> None:
        """Somebody says plain words to the bot; what they alone are answered is a page."""
        self.tell(f"**{self._name(user)}** writes in {channel}: “@Ours {text}”")
        await self.town.say(user, f"<@{self.town.id_of('@ours')}> {text}", channel)
        await self.page(user, self.town.ephemerals_of(user, channel)[-1], "And is answered:")

    async def click(self, user: str, message: Json, action: str, caption: str = "", label: str = "") -> list[Json]:
        """Somebody clicks; what they alone are answered is a page if it has a caption."""
        answered = await self.town.click(user, message, action, label)
        for one in answered if caption else []:
            await self.page(user, one, caption)
        return answered

    async def page(self, user: str, message: Json, caption: str) -> None:
        """A message as that person sees it now."""
        name = self._write(readable(message, self._names()), caption)
        await self._take(lambda camera: camera.take_message(self.town.id_of(user), message, name))

    async def told(self, user: str, caption: str) -> Json:
        """What the bot wrote to somebody directly last; it is a page, and returned."""
        message = self.town.dms_of(user)[-1]
        await self.page(user, message, caption)
        return message

    def prints(self, caption: str, words: str) -> None:
        """What a program says to whoever runs it: words without a picture."""
        self.lines += ["", caption, "", "```text", words.rstrip(), "```"]

    async def home(self, user: str, caption: str) -> None:
        """Somebody's Home as it is now."""
        name = self._write(readable(home_of(self.town, user), self._names()), caption)
        await self._take(lambda camera: camera.take_home(self.town.id_of(user), self.town.id_of("@ours"), name))

    async def form(self, user: str, caption: str) -> None:
        """The form that lies open before that person."""
        view = self.town.form_of(user)
        title = plain(str(view["title"]["text"]), {})
        ends = [view[key]["text"] for key in ("close", "submit") if view.get(key)]
        words = f"{title}\n\n{readable(view, self._names())}\n\n{' '.join(f'[{end}]' for end in ends)}"
        name = self._write(words, caption)
        await self._take(lambda camera: camera.take_form(self.town.id_of(user), name))

    async def sends(self, user: str, caption: str = "", **values: Any) -> None:
        """Somebody sends the form; what it becomes is a page if it has a caption. It closes if nothing is wrong."""
        answer = await self.town.send_form(user, **values)
        if caption:
            await self.form(user, caption)
        if "errors" not in answer:
            await self.town.close_form(user)

    async def _take(self, take: Callable[[Camera], Awaitable[None]]) -> None:
        """Where there is a camera; meanwhile the town's clock hardly moves."""
        if self.camera is None:
            return
        self.town.slack.clock.set_speed(1)
        await take(self.camera)
        self.town.slack.clock.set_speed(SPEED)

    def _write(self, words: str, caption: str) -> str:
        name = f"{self.key}-{len(self.pictures) + 1:02}-{hashlib.sha256(words.encode()).hexdigest()[:8]}.png"
        self.pictures.append(name)
        self.lines += ["", caption, "", f"![{caption.replace('*', '')}]({PICTURES}/{name})", ""]
        self.lines += ["```text", words, "```"]
        return name

    def _name(self, user: str) -> str:
        return self.town.slack.core.user(user).real_name.split()[0]

    def _names(self) -> dict[str, str]:
        world = self.town.slack.core.world
        people = {one.id: f"@{one.real_name.split()[0]}" for one in world.users.values()}
        rooms = {one.id: f"#{one.name}" for one in world.channels.values()}
        return people | rooms | {one.id: f"@{one.handle}" for one in world.usergroups.values()}
