"""An office: a playground and the bot's workers in one process, on one clock, driven step by step."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, update
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Database, Scope
from bot.errors import BotError
from bot.inbox import Inbox
from bot.jobs.loops import Shop
from bot.jobs.reading import Reader
from bot.jobs.sending import Sender
from bot.lanes import Lane
from bot.ledger import cards, mentions, shares, sightings
from bot.outbox import OutboxRow, Saying
from bot.slack import calls
from playground import PlayClock, Playground
from playground.errors import Json
from tests.support.loops import LoopFactory, as_served
from tests.support.reading import WatchedDatabase
from tests.support.world import ANN, BEN, BOT, CAT, DAN, EVA, MONDAY, OPEN, SECOND, TEAM, World, reading

T = TypeVar("T")

SLACK_WORLD: Json = {
    "teams": [{"id": TEAM, "name": "Acme", "domain": "acme"}],
    "users": [{"id": user, "name": user[1:].lower(), "tz": "Europe/London"} for user in (ANN, BEN, CAT, DAN, EVA)]
    + [{"id": BOT, "name": "ours", "is_bot": True}],
    "channels": [
        {"id": channel, "name": name, "members": ["ann", "ben", "cat", "dan", "eva", "ours"]}
        for channel, name in ((OPEN, "customers"), (SECOND, "product"))
    ],
}


@dataclass
class PlaygroundClock:
    """The playground's clock, as the bot's. `slept` is how long the machine was suspended."""

    leader: PlayClock
    slept: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.leader.now()

    def machine(self) -> datetime:
        return datetime.now(UTC) + self.slept

    def machine_seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds() / self.leader.speed

    def on_jump(self, callback: Any) -> None:
        self.leader.on_jump(callback)


class Mortal:
    """The office's database, in the hands of a worker that may die: from then on nothing is read or written by it.

    `end` is what it meets: by default its task ends, as in a death.
    """

    def __init__(self, database: Database, end: BaseException | None = None) -> None:
        self._database = database
        self.is_sqlite, self.on_write = database.is_sqlite, database.on_write
        self._end = end or asyncio.CancelledError()
        self.is_dead = False

    async def run(self, fn: Callable[[Session], T], *, first: bool = False) -> T:
        self._check()
        return await self._database.run(fn, first=first)

    async def read(self, fn: Callable[[Session], T]) -> T:
        self._check()
        return await self._database.read(fn)

    async def close(self) -> None:
        await self._database.close()

    def _check(self) -> None:
        if self.is_dead:
            raise self._end


class Hiccup(Mortal):
    """A database in whose n-th transaction, and in no other, one meets that error."""

    def __init__(self, database: Database, error: BotError, number: int) -> None:
        super().__init__(database, error)
        self._left = number

    def _check(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.is_dead = True
            raise self._end


@dataclass
class Office:
    """Everything at hand. `work` lets the sender and the reader do what is due at the present moment."""

    slack: Playground
    world: World
    shop: Shop
    clock: PlaygroundClock
    inbox: Inbox
    sender: Sender = field(init=False)
    reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self.start_worker()

    def start_worker(self, shop: Shop | None = None) -> None:
        """Another incarnation of the worker, which remembers nothing."""
        self.sender, self.reader = Sender(shop or self.shop), Reader(shop or self.shop)

    def start_worker_that_dies(self, end: BaseException | None = None) -> None:
        """As soon as it asks Slack for something: the call is made, and its answer comes to nobody.

        Or is known and can't be written down: then `end` is the database's error.
        """
        database = Mortal(self.shop.database, end)

        def client(team_id: str) -> AsyncWebClient:
            database.is_dead = True
            return self.shop.client(team_id)

        self.start_worker(replace(self.shop, database=database, client=client))

    def kill_worker(self) -> None:
        """The worker is gone, and the leases of its lanes have ended."""
        ended = datetime.now(UTC) - timedelta(seconds=1)
        self.world.run(lambda scope: scope.session.execute(update(Lane).values(taken_until=ended)))
        self.start_worker()

    def later(self, seconds: float) -> None:
        self.slack.clock.advance(seconds)
        self.world.now = self.slack.clock.now()

    def suspend(self, seconds: float) -> None:
        """The machine sleeps: all its clocks go on."""
        self.later(seconds)
        self.clock.slept += timedelta(seconds=seconds)

    async def send(self) -> None:
        while await self.sender.do_some():
            await self.sender.crew.finish(15)
        self.world.now = self.slack.clock.now()

    async def send_after(self, seconds: float) -> None:
        self.later(seconds)
        await self.send()

    async def read(self) -> None:
        while await self.reader.do_some():
            await self.reader.crew.finish(15)
        self.world.now = self.slack.clock.now()

    def say_welcome(self, channel: str = OPEN) -> str:
        """Queue a plain message of the bot; answers its row's id."""
        return self.put(Saying(channel, "welcome"))

    def put(self, saying: Saying) -> str:
        row_id = self.world.run(outbox.put, saying)
        assert row_id is not None
        return row_id

    def share(self, words: str = "They are angry") -> str:
        """Cat shares a customer's words; answers the mention's id."""
        ts = self.slack.engine.say(channel="#customers", user="@cat", text=words)["ts"]
        return self.world.run(sightings.record, self.world.said(OPEN, CAT, ts=ts), reading(words), CAT).mention_id

    async def card_that_stands(self) -> tuple[str, str]:
        """A mention whose card stands and whose people are pinged; answers its id and the card's ts."""
        mention_id = self.share()
        for _ in range(3):
            await self.send_after(2)
        card_ts = self.world.mention(mention_id).card_ts
        assert card_ts is not None
        return mention_id, card_ts

    def claim(self, mention_id: str, user_id: str) -> None:
        """*I'm on it*, as its handler does it."""

        def claim(scope: Scope) -> None:
            mention = mentions.get(scope, mention_id, by=user_id)
            shares.claim(scope, mention, user_id)
            cards.changed(scope, mention)

        self.world.run(claim)

    def nudge_due(self, by: str = ANN) -> str:
        """A promise whose first nudge is queued now; answers the promise's id."""
        promise_id = self.world.promised(self.world.now + timedelta(hours=1), by)
        self.later(31 * 60)
        self.world.fire()
        return promise_id

    def row(self, row_id: str) -> OutboxRow:
        return self.world.run(lambda scope: scope.session.get_one(OutboxRow, (TEAM, row_id)))

    def only_row(self, purpose: str) -> OutboxRow:
        (row,) = self.world.rows(purpose, state=None)
        return row

    def calls(self, method: str) -> list[Json]:
        return [one for one in self.slack.core.calls if one["method"] == method]

    def said(self, channel: str = OPEN) -> list[str]:
        """The rows whose messages stand in a channel, in order."""
        shown = [message for message in self.messages(channel) if message.get("metadata")]
        return [message["metadata"]["event_payload"]["row"] for message in shown]

    def messages(self, channel: str = OPEN) -> list[Json]:
        (found,) = [one for one in self.slack.engine.state(["channels"])["channels"] if one["id"] == channel]
        return list(found["messages"])

    def dms(self) -> list[Json]:
        """What the bot said in direct conversations."""
        rooms = [one for one in self.slack.engine.state(["channels"])["channels"] if one.get("is_im")]
        return [message for room in rooms for message in room["messages"]]


def pytest_asyncio_loop_factories() -> dict[str, LoopFactory]:
    return as_served()


@pytest.fixture
def slack_world() -> Json:
    """A file of tests may have its own."""
    return SLACK_WORLD


@pytest.fixture
async def slack(slack_world: Json) -> AsyncIterator[Playground]:
    made = Playground(start=MONDAY, world=slack_world)
    made.core.deliver = lambda delivery: None
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def office(slack: Playground, sqlite: Engine) -> AsyncIterator[Office]:
    world = World(sqlite).install()
    world.now = slack.clock.now()
    database = WatchedDatabase(sqlite.url.render_as_string(hide_password=False))
    session = calls.new_session()
    client = calls.new_client(slack.settings.bot_token, f"{slack.url}/api/", session)
    clock = PlaygroundClock(slack.clock)
    shop = Shop(database, clock, world.new_id, lambda team_id: client, "worker", after_error=0.001)
    yield Office(slack, world, shop, clock, Inbox(database, world.new_id, clock.now))
    await session.close()
    await database.close()
