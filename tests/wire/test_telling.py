"""Entries told to another program: signed, each that was committed, in order for one subject, until it is taken."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy import Engine, select, text

from bot import tokens
from bot.database import ThreadedDatabase
from bot.facts import ChannelFacts
from bot.jobs.loops import Shop
from bot.jobs.telling import Ear, Telling
from bot.ledger import entries, mentions, people, tellings
from bot.models import Telling as Row
from config.parsing import parse_events_url
from tests.ledger.conftest import WorldClock
from tests.support.world import ANN, BEN, OPEN, PRIVATE, SECOND, World

SECRET = "a secret that the other program knows"


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class EarlyClock(WorldClock):
    """Its machine's time is before all ids of the world, which only count; `passed` is how much of it went by."""

    passed = timedelta(0)

    def machine(self) -> datetime:
        return EPOCH + self.passed


@dataclass
class Listener:
    """The other program: what it heard, and with what it answers."""

    world: World
    job: Telling
    heard: list[dict[str, Any]] = field(default_factory=list)
    stati: dict[str, int] = field(default_factory=dict)
    status: int = 200
    clock: EarlyClock | None = None
    answers_in: timedelta = timedelta(0)
    tell_all: Callable[[], None] = lambda: None
    """From now on each entry, without exception."""

    async def hear(self, request: web.Request) -> web.Response:
        raw, stamp = await request.read(), request.headers["X-Ours-Timestamp"]
        assert request.headers["X-Ours-Signature"] == tokens.sign_call(SECRET, stamp, raw)
        body = json.loads(raw)
        assert request.headers["X-Ours-Delivery"] == body["id"]
        self.heard.append(body)
        if self.clock is not None:
            self.clock.passed += self.answers_in
        status = self.stati.get(next(iter(body["subjects"].values())), self.status)
        return web.Response(status=status, headers={"Location": "/elsewhere"} if status == 302 else {})

    @property
    def kinds(self) -> list[str]:
        return [one["kind"] for one in self.heard]

    def states(self) -> set[str]:
        return set(self.world.run(lambda scope: scope.session.execute(select(Row.state)).scalars().all()))


@pytest.fixture
async def listener(world: World, database: ThreadedDatabase) -> AsyncIterator[Listener]:
    def client(team_id: str) -> Any:
        raise AssertionError("nothing is asked of Slack")

    clock = EarlyClock(world)
    shop = Shop(database, clock, world.new_id, client, "worker")
    async with aiohttp.ClientSession() as session:
        app = web.Application()
        runner = web.AppRunner(app)
        ear = Ear("", SECRET, session)
        made = Listener(world, Telling(shop, ear), clock=clock)
        app.router.add_post("/events", made.hear)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        ear = Ear(f"http://127.0.0.1:{port}/events", SECRET, session)
        made.job = Telling(shop, ear)
        made.tell_all = lambda: setattr(made, "job", Telling(shop, replace(ear, reach="all")))
        yield made
        await runner.cleanup()


async def test_each_entry_is_told_once_in_order_without_words(listener: Listener) -> None:
    world = listener.world
    mention_id = world.share(OPEN, quote="the SECRET words").mention_id
    world.claim(mention_id, BEN)
    await listener.job.tell()
    assert listener.kinds == ["share_mention", "claim"]
    assert listener.heard[1]["subjects"]["mention"] == mention_id
    assert (listener.heard[1]["actor"], listener.heard[1]["about"]) == (BEN, "mention")
    assert "SECRET" not in json.dumps(listener.heard)
    await listener.job.tell()
    world.run(mentions.mark_answered, mention_id, BEN)
    await listener.job.tell()
    assert listener.kinds == ["share_mention", "claim", "answer"]


async def test_what_is_personal_or_private_is_not_told(listener: Listener) -> None:
    world = listener.world
    world.share(PRIVATE)
    world.offered(world.now + timedelta(hours=2))
    await listener.job.tell()
    assert listener.heard == []
    assert listener.states() <= {"private"}


async def test_all_tells_what_is_personal_or_private_too_by_ids(listener: Listener) -> None:
    world = listener.world
    listener.tell_all()
    mention_id = world.share(PRIVATE, quote="the SECRET words").mention_id
    world.offered(world.now + timedelta(hours=2))
    await listener.job.tell()
    assert {"install", "share_mention", "offer_promise"} <= set(listener.kinds)
    assert {"mention": mention_id} in [one["subjects"] for one in listener.heard]
    assert listener.states() == {"sent"}
    assert "SECRET" not in json.dumps(listener.heard)


async def test_what_waits_in_a_channel_that_turns_private_is_not_told_any_more(listener: Listener) -> None:
    world = listener.world
    shut, still_open = world.share(OPEN).mention_id, world.share(SECOND).mention_id
    listener.status = 500
    await listener.job.tell()
    world.run(people.remember_channel, ChannelFacts(OPEN, "customers", is_private=True, bot_is_in=True))
    listener.status, listener.heard = 200, []
    world.later(seconds=31)
    await listener.job.tell()
    assert [one["subjects"] for one in listener.heard] == [{"mention": still_open}]
    assert shut not in json.dumps(listener.heard)
    assert listener.states() == {"sent", "private"}


async def test_who_answers_slowly_is_told_no_longer_than_the_turn_lasts(listener: Listener) -> None:
    """Else another worker tells the same, and out of order."""
    world, listener.answers_in = listener.world, timedelta(seconds=7.4)
    for _ in range(60):
        world.share(OPEN)
    await listener.job.tell()
    assert listener.clock is not None
    assert 10 < len(listener.heard) < 60
    assert listener.clock.passed <= tellings.LEASE - timedelta(seconds=10)


async def test_one_that_is_refused_holds_back_its_own_subject_alone(listener: Listener) -> None:
    world = listener.world
    bad, good = world.share(OPEN).mention_id, world.share(OPEN, by=BEN).mention_id
    listener.stati[bad] = 400
    world.claim(bad, BEN)
    world.claim(good, ANN)
    await listener.job.tell()
    told = [(one["subjects"]["mention"], one["kind"]) for one in listener.heard]
    assert told == [(bad, "share_mention"), (good, "share_mention"), (good, "claim")]
    await listener.job.tell()
    assert len(listener.heard) == 3, "it waits before it is tried again"
    listener.stati.clear()
    world.later(seconds=31)
    await listener.job.tell()
    assert [one["kind"] for one in listener.heard[3:]] == ["share_mention", "claim"]


@pytest.mark.parametrize("status", [500, 429, 503])
async def test_who_does_not_answer_is_asked_less_and_less_and_nothing_is_lost(listener: Listener, status: int) -> None:
    world = listener.world
    listener.status = status
    mention_id = world.share(OPEN).mention_id
    for pause in (0, 31, 61, 121):
        world.later(seconds=pause)
        await listener.job.tell()
        await listener.job.tell()
    assert len(listener.heard) == 4
    listener.status = 200
    world.later(seconds=301)
    world.claim(mention_id, BEN)
    await listener.job.tell()
    assert listener.kinds[-2:] == ["share_mention", "claim"]


@pytest.mark.parametrize("status", [302, 400, 503])
async def test_after_a_day_it_is_given_up_and_said(listener: Listener, status: int, caplog: Any) -> None:
    world = listener.world
    listener.status = status
    world.share(OPEN)
    await listener.job.tell()
    world.later(days=1, seconds=1)
    await listener.job.tell()
    assert listener.states() - {"private"} == {"failed"}
    assert "given up" in caplog.text
    assert world.run(lambda scope: tellings.failed(scope.session)) == 1
    assert len(listener.heard) == 2, "a redirect is not followed"


async def test_an_entry_that_commits_after_a_later_one_was_told_is_told_too(listener: Listener, engine: Engine) -> None:
    """On SQLite one writes at a time; a row with a smaller id stands for what PostgreSQL commits out of order."""
    world = listener.world
    mention_id = world.share(OPEN).mention_id
    early = world.new_id()
    world.claim(mention_id, BEN)
    await listener.job.tell()
    world.run(lambda scope: entries.write(_with_id(scope, early), "note_part", mention_id, BEN))
    await listener.job.tell()
    assert listener.kinds == ["share_mention", "claim", "note_part"]
    assert len({one["id"] for one in listener.heard}) == 3


def _with_id(scope: Any, entry_id: str) -> Any:
    from dataclasses import replace  # noqa: PLC0415

    return replace(scope, new_id=lambda: entry_id)


def test_one_worker_at_a_time_has_the_turn(world: World) -> None:
    machine = datetime(2026, 11, 24, tzinfo=UTC)
    first = world.run(tellings.take, machine)
    assert first is not None
    assert world.run(tellings.take, machine + timedelta(seconds=1)) is None
    later = machine + tellings.LEASE + timedelta(seconds=1)
    second = world.run(tellings.take, later)
    assert second is not None
    world.run(tellings.free, first, later)
    assert world.run(tellings.take, later) is None, "whose turn is over ends nobody else's"
    world.run(tellings.free, second, later)
    assert world.run(tellings.take, later) is not None


def test_a_transaction_that_began_long_ago_makes_nothing_new_of_what_was_told(postgresql: Engine) -> None:
    """Somebody's that was open for hours, say: what was told meanwhile, and is forgotten, is not told again."""
    world, machine = World(postgresql).install(), datetime.now(UTC)
    mention_id = world.share(OPEN).mention_id
    world.run(tellings.take, machine - timedelta(hours=1))
    early = f"{int((machine - timedelta(minutes=30)).timestamp() * 1_000_000):014x}00000000"
    world.run(lambda scope: entries.write(_with_id(scope, early), "note_part", mention_id, BEN))
    world.run(tellings.sweep, machine)
    world.run(tellings.sent, early)
    for hours in (4, 5, 6):
        world.run(tellings.sweep, machine + timedelta(hours=hours))
    with postgresql.connect() as long_open:
        long_open.execute(text("SELECT pg_current_xact_id()"))
        world.run(tellings.sweep, machine + timedelta(hours=6))
    assert world.run(tellings.due) == []


def test_only_https_or_this_machine_is_told() -> None:
    for good in ("https://example.com/ours", "http://localhost:9000/x", "http://127.0.0.1/"):
        assert parse_events_url(good) == good
    for bad in ("http://example.com/", "ftp://x.y/", "https://", "https://u:p@example.com/", "http://169.254.169.254/"):
        with pytest.raises(ValueError, match="must"):
            parse_events_url(bad)
