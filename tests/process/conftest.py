"""Real processes of the bot against a playground in this one: started, watched, killed."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text, update
from sqlalchemy.engine import make_url

from bot import migrations
from bot.database import make_engine, transact
from bot.lanes import Lane
from playground import Playground
from playground.errors import Json
from playground.world import Message
from tests.support.waiting import until

REPOSITORY = Path(__file__).parents[2]
START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
SPEED = 40.0
REVIEW = "https://www.trustpilot.com/reviews/{0} “Order {0} never came and nobody answers my mails, refund me!”"


@dataclass
class Process:
    """One `python -m bot …`; what it says is kept in files."""

    pid: int
    folder: Path
    running: asyncio.subprocess.Process

    @property
    def words(self) -> str:
        """Standard error so far: the log, and what it says when it ends."""
        return (self.folder / "stderr").read_text(encoding="utf-8")

    @property
    def output(self) -> str:
        return (self.folder / "stdout").read_text(encoding="utf-8")

    @property
    def port(self) -> int | None:
        """Where it listens, as it says itself: the system chose it."""
        found = re.search(r"listening on \S+:(\d+)", self.words)
        return int(found[1]) if found else None

    async def ready(self) -> None:
        def is_ready() -> bool:
            assert self.running.returncode is None, self.words
            return "Ours is ready" in self.words

        await until(is_ready, 40)

    async def ended(self) -> int:
        async with asyncio.timeout(40):
            return await self.running.wait()

    async def kill(self) -> None:
        """Without a word: kill -9."""
        self.running.kill()
        await self.ended()

    async def terminate(self) -> int:
        self.running.send_signal(signal.SIGTERM)
        return await self.ended()

    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
        return int(line.split()[1]) / 1024

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Site:
    """Where processes run: a folder, a database, a Slack."""

    folder: Path
    slack: Playground
    database_url: str
    processes: list[Process] = field(default_factory=list)
    engines: list[Engine] = field(default_factory=list)

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {
            **kept,
            "PYTHONPATH": str(REPOSITORY),
            "SLACK_BOT_TOKEN": self.slack.settings.bot_token,
            "SLACK_SIGNING_SECRET": self.slack.settings.signing_secret,
            "SLACK_API_URL": f"{self.slack.url}/api/",
            "CLOCK_URL": self.slack.url,
            "DATABASE_URL": self.database_url,
            "PORT": "0",
            **more,
        }

    async def start(self, *command: str, given: str = "", **environment: str) -> Process:
        folder = self.folder / f"{len(self.processes)}-{command[0]}"
        folder.mkdir()
        with (folder / "stdout").open("wb") as out, (folder / "stderr").open("wb") as err:
            running = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", *command),
                cwd=folder,
                env=self.environment(**environment),
                stdin=asyncio.subprocess.PIPE,
                stdout=out,
                stderr=err,
            )
        assert running.stdin is not None
        running.stdin.write(given.encode())
        running.stdin.close()
        self.processes.append(Process(running.pid, folder, running))
        return self.processes[-1]

    async def serve(self, command: str, **environment: str) -> Process:
        """Until it is ready; where it listens, Slack delivers."""
        process = await self.start(command, **environment)
        await process.ready()
        if process.port is not None:
            self.slack.deliverer.events_url = f"http://127.0.0.1:{process.port}/slack/events"
        return process

    async def run(self, *command: str, given: str = "", **environment: str) -> Process:
        """To its end."""
        process = await self.start(*command, given=given, **environment)
        await process.ended()
        return process

    async def close(self) -> None:
        for process in self.processes:
            if process.running.returncode is None:
                await process.kill()
        for engine in self.engines:
            engine.dispose()

    def engine(self) -> Engine:
        """One that lives as long as the site."""
        self.engines.append(make_engine(self.database_url))
        return self.engines[-1]

    def end_leases(self) -> None:
        """What a minute does after a kill -9: the dead worker's leases end."""
        engine = self.engine()
        ended = datetime.now(UTC) - timedelta(seconds=1)
        transact(engine, lambda session: session.execute(update(Lane).values(taken_until=ended)))

    def say(self, text: str, channel: str = "#support") -> str:
        return str(self.slack.engine.say(channel=channel, user="@maria", text=text)["ts"])

    async def acknowledged(self) -> None:
        await until(lambda: all(one.state == "delivered" for one in self.slack.core.deliveries), 30)

    def calls(self, method: str) -> list[Json]:
        return [one for one in self.slack.core.calls if one["method"] == method]

    def cards(self) -> list[str]:
        """The threads in which a card stands, once for each card."""
        said = [one for room in self.slack.core.world.channels.values() for one in room.messages.values()]
        return sorted(str(one.thread_ts) for one in said if _buttons(one) & {"card_claim"})

    def dms(self) -> list[Message]:
        """What the bot said in direct conversations."""
        rooms = [room for room in self.slack.core.world.channels.values() if room.is_im]
        return [one for room in rooms for one in room.messages.values()]


def _buttons(message: Message) -> set[str]:
    """Read from the playground's own objects: state() would take it more time than the bot needs to work."""
    return {element.get("action_id", "") for block in message.blocks for element in block.get("elements") or []}


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    async with Playground(start=START, speed=SPEED) as opened:
        yield opened


@pytest.fixture
async def site(tmp_path: Path, slack: Playground, migrated_sqlite: Path) -> AsyncIterator[Site]:
    """On SQLite, with all tables."""
    path = shutil.copy(migrated_sqlite, tmp_path / "ours.db")
    opened = _site(tmp_path, slack, f"sqlite:///{path}")
    yield opened
    await opened.close()


@pytest.fixture
async def new_site(tmp_path: Path, slack: Playground) -> AsyncIterator[Site]:
    """On SQLite, which does not exist yet."""
    opened = _site(tmp_path, slack, f"sqlite:///{tmp_path / 'ours.db'}")
    yield opened
    await opened.close()


@pytest.fixture
async def postgresql_site(tmp_path: Path, slack: Playground, postgresql_server: Server) -> AsyncIterator[Site]:
    """On PostgreSQL, with all tables."""
    url = postgresql_server.create(postgresql_server.migrated)
    opened = _site(tmp_path, slack, url)
    yield opened
    await opened.close()
    postgresql_server.drop(url)


@pytest.fixture
async def new_postgresql_site(tmp_path: Path, slack: Playground, postgresql_server: Server) -> AsyncIterator[Site]:
    """On PostgreSQL, without any table yet."""
    url = postgresql_server.create()
    opened = _site(tmp_path, slack, url)
    yield opened
    await opened.close()
    postgresql_server.drop(url)


def _site(folder: Path, slack: Playground, database_url: str) -> Site:
    slack.deliverer.events_url = "http://127.0.0.1:9/slack/events"  # nobody listens yet
    return Site(folder, slack, database_url)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "ours.db"
    migrations.upgrade(f"sqlite:///{path}")
    return path


@dataclass
class Server:
    """A PostgreSQL server that makes databases; `migrated` is the name of one to copy."""

    url: str
    migrated: str = ""

    def create(self, template: str = "template1") -> str:
        name = f"ours_{uuid.uuid4().hex[:12]}"
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        self._do(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def _do(self, statement: str) -> None:
        admin = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text(statement))
        admin.dispose()


@pytest.fixture(scope="session")
def postgresql_server(postgresql_url: str) -> Iterator[Server]:
    server = Server(postgresql_url)
    url = server.create()
    migrations.upgrade(url)
    server.migrated = str(make_url(url).database)
    yield server
    server.drop(url)
