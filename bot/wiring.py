"""Builds and joins everything; the only file that knows all.

A `House` is one process: it receives (HTTP or Socket Mode), works (reader, sender, clock), or both.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import secrets
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Protocol

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session
from starlette.routing import Route

from bot.clock import Clock, SystemClock, WorkingHours
from bot.database import ALL_TOPICS, Database, Ids, Scope, ThreadedDatabase, Topics, check_schema
from bot.errors import (
    BotError,
    ClockAway,
    DatabaseAway,
    NoDatabase,
    SlackRefused,
    is_told,
    told_shortly,
    trace_of,
)
from bot.facts import WorkspaceFacts
from bot.handlers.api import Api
from bot.handlers.cards import Cards
from bot.handlers.channel_setup import ChannelSetup
from bot.handlers.commands import Commands
from bot.handlers.customers import Customers
from bot.handlers.department_setup import DepartmentSetup
from bot.handlers.desk import Desk
from bot.handlers.file_setup import DepartmentsFile, FileSetup
from bot.handlers.forms import Forms
from bot.handlers.histories import Histories
from bot.handlers.homes import Homes
from bot.handlers.hooks import Hooks
from bot.handlers.intakes import Intakes
from bot.handlers.learning import Rules
from bot.handlers.loops import Loops
from bot.handlers.parts import Parts
from bot.handlers.praise import Praise
from bot.handlers.promises import Promises
from bot.handlers.requests import Requests
from bot.handlers.settings import Settings as OwnSettings
from bot.handlers.setup import Setup
from bot.handlers.sharing import Sharing
from bot.inbox import Inbox
from bot.jobs.catching_up import Historian
from bot.jobs.listening import BEAT, Listening
from bot.jobs.loops import POLL, Shop, work
from bot.jobs.passes import Passes
from bot.jobs.proposing import Proposing
from bot.jobs.reading import Reader
from bot.jobs.sending import Sender
from bot.jobs.telling import Ear, Telling
from bot.jobs.ticks import Ticks
from bot.jobs.timetable import Scheduler, Tick, Timetable, lines
from bot.lanes import Box
from bot.ledger import presence, workspaces
from bot.outages import telling_when_away
from bot.seeds import read_file, seed, write_file
from bot.slack import calls, fetch, leader
from bot.slack.ears import Ears, HttpEars, SocketEars
from bot.slack.receive import Receiver
from bot.slack.serving import serve
from config.departments import read_departments

if TYPE_CHECKING:
    from config.settings import Settings

log = logging.getLogger(__name__)

Part = Literal["receive", "work"]
TIME_TO_FINISH = 12.0  # a little more than a call to Slack may take
FIRST_TRY_AGAIN, LAST_TRY_AGAIN = 1.0, 30.0


OpenEars = Callable[["House"], Awaitable[Ears]]


@dataclass(frozen=True)
class Seams:
    """What lies around a house, made when it starts. A simulation gives its own: then nothing in the house touches
    the machine's clock, chance, threads or network.

    `chance(n)` are n random bytes in hex; `open_ears` begins to receive for a house whose `app` stands.
    """

    open_database: Callable[[str], Database] = ThreadedDatabase
    open_session: Callable[[], aiohttp.ClientSession] = calls.new_session
    open_ears: OpenEars | None = None
    clock: Clock | None = None
    chance: Callable[[int], str] = secrets.token_hex
    make_timetable: Callable[[Clock, list[Tick]], Scheduler] = Timetable
    poll: timedelta = POLL
    beat: timedelta = BEAT


@dataclass
class House:
    """One running process of the bot. `start` returns when it is ready; `stop` ends it in order."""

    settings: Settings
    parts: Sequence[Part] = ("receive", "work")
    seams: Seams = field(default_factory=Seams)
    port: int | None = None
    database: Database = field(init=False)
    clock: Clock = field(init=False)
    shop: Shop = field(init=False)
    app: AsyncApp = field(init=False)
    routes: list[Route] = field(init=False)
    _tasks: list[asyncio.Task[Any]] = field(default_factory=list)
    _closers: list[Callable[[], Any]] = field(default_factory=list)
    _own: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    _meeting: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def address(self) -> tuple[str, int]:
        """Where to listen."""
        return self.settings.host, self.settings.port

    @property
    def has_started(self) -> bool:
        return hasattr(self, "database")

    async def start(self) -> None:
        """Check the database, learn who we are, and begin. Raises NoDatabase when the database is away meanwhile."""
        self.database = self.seams.open_database(self.settings.database_url)
        self._closers.append(self.database.close)
        with telling_when_away():
            await self.database.read(check_schema)
        try:
            await self._begin()
        except DatabaseAway as away:
            raise NoDatabase(**away.fields) from away

    async def _begin(self) -> None:
        session = self._session = self.seams.open_session()
        self._closers.append(session.close)
        self.clock = await self._make_clock(session)
        token = self.settings.slack_bot_token
        self._client = calls.new_client(token.get_secret_value() if token else "", self.settings.slack_api_url, session)
        # Order inside a lane follows the ids: they are made of the machine's time, which no playground moves.
        self.new_id = Ids(self.clock.machine, self.seams.chance)
        await self._install()
        await self._notice_absences()
        worker = f"{socket.gethostname()}:{os.getpid()}:{self.seams.chance(4)}"
        self.shop = Shop(self.database, self.clock, self.new_id, self.client, worker, self.seams.poll)
        if "work" in self.parts:
            await self._start_work(self.shop)
        if "receive" in self.parts:
            await self._start_receiving()

    async def stop(self) -> None:
        """Stop receiving, then working, then close what is open."""
        while self._closers:
            closing = self._closers.pop()()
            if closing is not None:
                await closing

    def client(self, team_id: str) -> AsyncWebClient:
        """The client of a workspace (one token serves one workspace so far)."""
        return self._client

    async def _make_clock(self, session: aiohttp.ClientSession) -> Clock:
        if self.seams.clock is not None:
            return self.seams.clock
        if self.settings.clock_url is None:
            return SystemClock()
        try:
            clock = await leader.first_time(session, self.settings.clock_url)
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
            raise ClockAway(url=self.settings.clock_url) from error
        self._spawn(leader.follow(session, self.settings.clock_url, clock))
        return clock

    def _spawn(self, coroutine: Any) -> None:
        task = asyncio.create_task(coroutine)
        self._tasks.append(task)

        async def end() -> None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        self._closers.append(end)

    async def _install(self) -> None:
        """Ask Slack who we are, again and again until it answers, and write it down."""
        facts = await self._who_we_are()
        seeds = [seed(one) for one in read_departments(self.settings.departments_file)]

        set_up = self.settings
        hours = WorkingHours(
            set_up.workspace_zone,
            set_up.work_start,
            set_up.work_end,
            set_up.work_days,
            holidays=set_up.public_holidays,
        )

        def install(session: Any) -> None:
            workspaces.install(Scope(session, facts.team_id, self.clock.now(), self.new_id), facts, seeds, hours)

        await self.database.run(install)
        self._own[facts.team_id] = (facts.bot_user_id, facts.bot_id)

    async def _notice_absences(self) -> None:
        """Before anything is done: whoever was away finds out first what was settled meanwhile."""
        now, new_id = self.clock.now(), self.new_id

        def notice(session: Session) -> None:
            for team_id in workspaces.all_team_ids(session):
                presence.notice(Scope(session, team_id, now, new_id))

        await self.database.run(notice)

    async def _meet(self, team_id: str) -> None:
        """A workspace is heard of that was not there at the start: ask Slack whether our token speaks for it."""
        async with self._meeting:
            if team_id in self._own:
                return
            try:
                await self._install()
            except (BotError, calls.SlackBusyError, calls.SlackUnknownError) as error:
                if not is_told(error):
                    words = "workspace %s is not known, and Slack does not say more: %s"
                    log.warning(words, team_id, told_shortly(error), exc_info=trace_of(error))

    async def _who_we_are(self) -> WorkspaceFacts:
        pause = FIRST_TRY_AGAIN
        while True:
            try:
                return await fetch.workspace(self._client)
            except calls.SlackShutError as error:
                raise error.refusal from error
            except (calls.SlackBusyError, calls.SlackUnknownError) as error:
                log.warning("Slack does not answer yet (%s); trying again in %g s", error, pause)
                await asyncio.sleep(pause)
                pause = min(LAST_TRY_AGAIN, pause * 2)

    async def _start_work(self, shop: Shop) -> None:
        crews: dict[Box, Reader | Sender | Historian] = {
            "in": Reader(shop),
            "out": Sender(shop),
            "history": Historian(shop),
        }
        wakes = {box: asyncio.Event() for box in crews}
        timetable = self.seams.make_timetable(
            self.clock, lines(Ticks(shop), Passes(shop), Proposing(shop), self._telling())
        )

        def written(topics: Topics) -> None:
            for box, wake in wakes.items():
                if box in topics:
                    wake.set()
            timetable.written(topics)

        def jumped() -> None:
            written(ALL_TOPICS)
            timetable.jumped()

        # Closed in reverse: first the loops take no more, then what is under way is finished.
        for one in crews.values():
            self._closers.append(partial(one.crew.finish, TIME_TO_FINISH))
        for box, one in crews.items():
            self._spawn(work(shop, box, wakes[box], one.do_some))
        timetable.start()
        self._closers.append(timetable.stop)
        self.database.on_write.append(written)
        self.clock.on_jump(jumped)
        if not self.database.is_sqlite:
            self._spawn(listen(self.settings.database_url, written))

    def _telling(self) -> Telling | None:
        """Who tells another program; nobody where no address is set."""
        url, secret = self.settings.events_url, self.settings.events_secret
        if url is None or secret is None:
            return None
        return Telling(self.shop, Ear(url, secret.get_secret_value(), self._session, self.settings.events))

    async def _start_receiving(self) -> None:
        inbox = Inbox(self.database, self.new_id, self.clock.now)
        receiver = Receiver(inbox.put, self._own.get, self._meet)
        self.app = make_app(self.settings, receiver, self._authorizer())
        desk = Desk(self.database, self.clock, self.new_id, self.client)
        for room in rooms(desk, self.settings.customer_tiers):
            room.register(self.app)
        secret = self.settings.api_secret
        key = secret.get_secret_value() if secret else None
        self.routes = [*Api(desk, key, self.settings.customer_tiers).routes(), *Hooks(desk, key).routes()]
        ears = await (self.seams.open_ears or _open_ears)(self)
        self.port = ears.port
        self._closers.append(ears.close)
        if secret is not None and ears.port is None:
            self.port, stop = await serve(None, self.database, self.address, self.routes)
            self._closers.append(stop)
        listening = Listening(self.shop, ears, lambda: list(self._own), self.seams.beat)
        await listening.say()
        self._spawn(listening.keep())

    async def open_socket(self, app_token: str) -> Ears:
        """Connect by Socket Mode."""
        await self._check_app_token(app_token)
        return await SocketEars.open(self.app, app_token, self._client)

    async def _check_app_token(self, token: str) -> None:
        """Socket Mode's client would try a wrong token for ever."""
        client = AsyncWebClient(token, self.settings.slack_api_url, session=self._client.session, retry_handlers=[])
        try:
            await calls.call(client, "apps.connections.open", {})
        except (SlackRefused, calls.SlackShutError) as error:
            refusal = error.refusal if isinstance(error, calls.SlackShutError) else error
            remedy = "Check SLACK_APP_TOKEN: it needs connections:write, and Socket Mode must be on."
            raise SlackRefused(**(refusal.fields | {"remedy": remedy})) from error
        except (calls.SlackBusyError, calls.SlackUnknownError):
            log.warning("Slack gives no socket yet; it is asked again")

    def _authorizer(self) -> Callable[[], Awaitable[AuthorizeResult]]:
        """Answered from memory: Bolt's own asks auth.test for every payload. (Bolt takes no bound method here.)"""
        token = self._client.token

        async def authorize() -> AuthorizeResult:
            team_id, (user_id, bot_id) = list(self._own.items())[-1]
            return AuthorizeResult(
                enterprise_id=None, team_id=team_id, bot_token=token, bot_user_id=user_id, bot_id=bot_id
            )

        return authorize


class Room(Protocol):
    """Some buttons, forms, commands and shortcuts, and what they do."""

    def register(self, app: AsyncApp) -> None: ...


def rooms(desk: Desk, tiers: Sequence[str]) -> Sequence[Room]:
    """All that listens to people. Bolt asks one after the other: what is seldom used comes last."""
    commands, *setup = setting_up(desk)
    return (
        commands,
        Cards(desk),
        Parts(desk),
        Loops(desk),
        Praise(desk),
        Promises(desk),
        Requests(desk),
        Histories(desk),
        Homes(desk),
        Forms(desk),
        OwnSettings(desk),
        Sharing(desk),
        Intakes(desk),
        Rules(desk),
        Customers(desk, tiers),
        *setup,
    )


def setting_up(desk: Desk) -> Sequence[Commands | DepartmentSetup | ChannelSetup | FileSetup | Setup]:
    """The setup and its pages, and the commands, which open them."""
    setup = Setup(desk)
    departments = DepartmentSetup(desk, setup)
    channels, files = ChannelSetup(desk, setup), FileSetup(desk, setup, DepartmentsFile(read_file, write_file))
    return Commands(desk, setup, departments), departments, channels, files, setup


async def _open_ears(house: House) -> Ears:
    token = house.settings.slack_app_token
    if token is not None:
        return await house.open_socket(token.get_secret_value())
    return await HttpEars.open(house.app, house.database, house.address, house.routes)


def make_app(settings: Settings, receiver: Receiver, authorize: Any) -> AsyncApp:
    """Bolt, with our receiver in front. Payloads that carry an answer are processed before it."""
    secret = settings.slack_signing_secret
    return AsyncApp(
        name="Ours",  # else Bolt looks for it on the stack, which takes longer than all the rest
        signing_secret=secret.get_secret_value() if secret else "unused: Socket Mode is not signed",
        # Without a token: each payload's client gets it from `authorize`.
        client=AsyncWebClient(base_url=settings.slack_api_url),
        authorize=authorize,
        before_authorize=receiver,
        process_before_response=True,
        request_verification_enabled=settings.slack_app_token is None,
    )


async def listen(url: str, written: Callable[[Topics], None]) -> None:
    """PostgreSQL tells what other processes announced.

    An outage is for the database to tell: of it, here is one line that says whether wake-ups come.
    """
    import psycopg  # noqa: PLC0415 - only where PostgreSQL is used

    address = url.replace("postgresql+psycopg://", "postgresql://")
    is_deaf = False
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(address, autocommit=True) as connection:
                await connection.execute("LISTEN ours")
                is_deaf = False
                written(ALL_TOPICS)
                async for told in connection.notifies():
                    written(ALL_TOPICS & {told.payload})
        except psycopg.OperationalError as error:
            if not is_deaf:
                log.info("PostgreSQL tells no more what others write; listening again soon: %s", told_shortly(error))
            is_deaf = True
            await asyncio.sleep(FIRST_TRY_AGAIN)


def calm_collector() -> None:
    """What lives as long as the process is left alone by the collector: it cuts the slowest acks to a fifth.

    For a process that runs one house and nothing else.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
