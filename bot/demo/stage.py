"""A local Slack and the bot in one process, people who act in it, and a clock that is moved from one due moment to
the next. Everything lives in a temporary folder; the operator's settings and database are never met.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import migrations
from bot.clock import machine_seconds
from bot.database import Scope
from bot.demo.chatter import Chatter
from bot.demo.screen import Screen
from bot.errors import BotError
from bot.inbox import InboxRow
from bot.jobs.ticks import next_nudge
from bot.ledger import digests, reminders, workspaces
from bot.models import Channel, ChannelReminder, Digest, Slot
from bot.outbox import UNSETTLED, OutboxRow
from bot.wiring import House
from config.settings import load
from playground import Playground
from playground.world import Channel as Room
from playground.world import Message

PATIENCE = 20.0  # of the machine's seconds, for one thing to be worked through
QUIET = 0.005
TELL_TIME = 1.5
CLOCKS_AGREE = timedelta(seconds=20)
# The house follows the clock a moment behind: it is moved so far past what is due that nobody waits for it.
PAST = timedelta(seconds=2)


class StoryStuck(BotError):
    """The demo could not go on: {problem}. That is a bug in Ours or in its demo; please report it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A message: where, and its ts."""

    channel: str
    ts: str


@dataclass
class Stage:
    """Playground and house, started. What people do here is printed by `screen` as it shows; `chatter` is what else
    they talk about meanwhile.
    """

    slack: Playground
    house: House
    screen: Screen
    chatter: Chatter = field(default_factory=Chatter)

    # time

    @property
    def now(self) -> datetime:
        return self.slack.clock.now()

    def zone_of(self, who: str) -> str:
        return self.slack.core.user(who).tz

    async def at(self, who: str, day: datetime, wall: str) -> None:
        """Let time pass until it is `wall` where that person lives, stopping wherever something falls due."""
        hour, minute = wall.split(":")
        local = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=ZoneInfo(self.zone_of(who)))
        target = local.astimezone(UTC)
        while self.now < target:
            due = await self.house.database.read(self._next_due) + PAST
            self.chatter.say_until(self.slack, min(due, target))
            self.slack.clock.set(max(self.now, min(due, target)))
            await self.settle(moved=True)

    def _scope(self, session: Session) -> Scope:
        return Scope(session, next(iter(workspaces.all_team_ids(session))), self.now, self.house.new_id)

    def _next_due(self, session: Session) -> datetime:
        scope = self._scope(session)
        moments = [next_nudge(session), reminders.next_moment(scope), digests.next_moment(scope)]
        return min(moment for moment in moments if moment is not None)

    async def settle(self, moved: bool = False) -> None:
        """Let the bot do all there is to do now, and show what came of it."""
        await self.work(moved)
        self.screen.look()

    async def work(self, moved: bool = False) -> None:
        """Return when the bot has done all there is to do now; `moved`: the clock's messages of the day, too."""
        began, calm, told = machine_seconds(), 0, 0
        end = began + PATIENCE
        while calm < 2:
            calm = calm + 1 if await self._is_calm(moved) else 0
            if not self._clocks_agree() and machine_seconds() > began + TELL_TIME * (told + 1):
                told += 1
                self.slack.clock.set_speed(self.slack.clock.speed)  # heard late on a busy machine: told anew
            if machine_seconds() > end:
                left = await self.house.database.read(lambda session: self._left(session, moved))
                raise StoryStuck(problem=f"after {PATIENCE:.0f} seconds there is still work left ({left})")
            await asyncio.sleep(0.004)

    async def _is_calm(self, moved: bool) -> bool:
        if not self.slack.core.activity.is_quiet(QUIET) or not self._clocks_agree():
            return False
        return not await self.house.database.read(lambda session: self._left(session, moved))

    def _clocks_agree(self) -> bool:
        return abs(self.house.clock.now() - self.now) <= CLOCKS_AGREE

    def _left(self, session: Session, moved: bool) -> str:
        """What is still to be done now, in a word; empty when all is done."""
        scope = self._scope(session)
        if session.execute(select(InboxRow.id).where(InboxRow.state == "waiting").limit(1)).first():
            return "inbox"
        if session.execute(select(OutboxRow.id).where(OutboxRow.state.in_(UNSETTLED)).limit(1)).first():
            return "outbox"
        if session.execute(select(Slot.id).where(Slot.state == "queued").limit(1)).first():
            return "nudges"
        due = next_nudge(session)
        if due is not None and due <= scope.now:
            return "due rows"
        return "the day's messages" if moved and _day_is_undecided(scope) else ""

    # acting

    async def say(self, who: str, channel: str, text: str, thread: Spot | None = None, **more: Any) -> Spot:
        if thread is not None:
            more["thread_ts"] = thread.ts
        said = self.slack.engine.say(channel=f"#{channel}", user=f"@{who}", text=text, **more)
        await self.settle()
        return Spot(channel, said["ts"])

    async def unfurl(self, spot: Spot, **attachment: str) -> None:
        """Slack has fetched what a link leads to."""
        self.slack.engine.unfurl(channel=f"#{spot.channel}", ts=spot.ts, attachments=[attachment])
        await self.settle()

    async def invite(self, who: str, channel: str) -> None:
        self.slack.engine.join(channel=f"#{channel}", user="@ours", inviter=f"@{who}")
        await self.settle()

    async def react(self, who: str, spot: Spot, name: str) -> None:
        self.screen.act(who, f"reacts to the promise with :{name}:")
        self.slack.engine.react(channel=f"#{spot.channel}", user=f"@{who}", ts=spot.ts, name=name)
        await self.settle()

    async def command(self, who: str, channel: str, text: str, quiet: bool = False) -> None:
        """Type `/ours …`; when quiet, the answer is not shown."""
        self.screen.act(who, f"types `/ours {text}`")
        self._done(
            await self.slack.engine.command(channel=f"#{channel}", user=f"@{who}", command="/ours", text=text), text
        )
        if quiet:
            self.screen.look(quiet=True)
        await self.settle()

    async def press(self, who: str, label: str, spot: Spot | None = None) -> None:
        """Click the newest button of that name: in the thread of `spot`, else in what only this person sees."""
        room, message, block, button = self.button(who, label, spot)
        where = " on the card" if spot else " in the direct message" if room.is_im else ""
        self.screen.act(who, f"clicks *{button['text']['text']}*{where}")
        chosen = {"action_id": button["action_id"], "block_id": block["block_id"], "value": button.get("value")}
        self._done(await self.slack.engine.click(user=f"@{who}", channel=room.id, ts=message.ts, **chosen), label)
        await self.settle()

    def button(self, who: str, label: str, spot: Spot | None) -> tuple[Room, Message, dict[str, Any], dict[str, Any]]:
        """The newest button of that name before a person, with its room, message and block."""
        person = self.slack.core.user(who)
        for room in self.slack.core.world.channels.values():
            if person.id not in room.members or (spot is not None and room.name != spot.channel):
                continue
            for message in sorted(room.messages.values(), key=lambda one: one.ts, reverse=True):
                is_private = message.visible_to == person.id or room.is_im
                is_there = message.visible_to is None and spot is not None and message.thread_ts == spot.ts
                for block in message.blocks if (is_there if spot else is_private) else []:
                    for element in block.get("elements") or []:
                        if element.get("type") == "button" and element["text"]["text"].startswith(label):
                            return room, message, block, element
        raise StoryStuck(problem=f"{who} sees no button “{label}”")

    async def fill(self, who: str, **values: Any) -> None:
        """Fill in the form that is open, send it, and close it. Options are named by what they show."""
        person, core = self.slack.core.user(who), self.slack.core
        stack = core.stacks.get(person.id) or []
        if not stack:
            raise StoryStuck(problem=f"no form opened for {who}")
        view = core.views[stack[-1]]
        chosen = {name: _option(view.body["blocks"], name, value) for name, value in values.items()}
        shown = ", ".join(f"“{_shown(value, person.tz)}”" for value in values.values())
        self.screen.act(who, f"fills in the form *{view.body['title']['text']}*: {shown}")
        sent = await self.slack.engine.submit(
            user=f"@{who}", view_id=view.id, values={name: {name: value} for name, value in chosen.items()}
        )
        self._done(sent, "submit")
        if view.errors:
            raise StoryStuck(problem=f"the form said {view.errors}")
        self.screen.form_said(who, view.body["blocks"])
        await self.slack.engine.close(user=f"@{who}", view_id=view.id, clear=True)
        await self.settle()

    def _done(self, answer: dict[str, Any], what: str) -> None:
        if not answer["ok"]:
            raise StoryStuck(problem=f"“{what}” was answered with {answer.get('error')}")


def _option(blocks: list[dict[str, Any]], name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return int(value.timestamp())
    for block in blocks:
        if block.get("block_id") == name:
            for option in block["element"].get("options") or []:
                if option["text"]["text"] == value:
                    return option["value"]
    return value


def _shown(value: Any, zone: str) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(ZoneInfo(zone)):%A %H:%M}"
    return str(value)


def _day_is_undecided(scope: Scope) -> bool:
    """Whether today's reminders or the week's digest are due, and not decided yet."""
    day = reminders.due_day(scope)
    decided = select(ChannelReminder.channel_id).where(ChannelReminder.day == day)
    rooms = select(func.count()).where(Channel.bot_is_in, Channel.is_direct.is_(False), Channel.id.not_in(decided))
    if day is not None and scope.session.execute(rooms).scalar_one():
        return True
    if workspaces.get(scope).digest_channel_id is None:
        return False
    ended = digests.next_moment(scope) - timedelta(days=7)
    return scope.session.get(Digest, (scope.team_id, ended)) is None


@asynccontextmanager
async def open_stage(slack: Playground, zone: str, screen: Screen) -> AsyncIterator[Stage]:
    """Start a house for this Slack, which runs already, on a fresh database; stop it and leave nothing behind."""
    with tempfile.TemporaryDirectory(prefix="ours-demo-") as folder:
        database_url = f"sqlite:///{Path(folder) / 'demo.db'}"
        await asyncio.to_thread(migrations.upgrade, database_url)
        # Values that are passed in take the place of the environment and of .env altogether.
        settings = load(
            slack_bot_token=slack.settings.bot_token,
            slack_signing_secret=slack.settings.signing_secret,
            slack_api_url=f"{slack.url}/api/",
            clock_url=slack.url,
            database_url=database_url,
            workspace_zone=zone,
            port=0,
        )
        house = House(settings)
        try:
            await house.start()
            slack.deliverer.events_url = f"http://127.0.0.1:{house.port}/slack/events"
            screen.watch(slack.core, zone)
            yield Stage(slack, house, screen)
        finally:
            await house.stop()
