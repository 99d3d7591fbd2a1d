"""The reader: a failing event holds its lane for a while, then steps aside; no lane delays another."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from bot import pace
from bot.database import Database
from bot.errors import BotError, DatabaseAway, DiskFull
from bot.inbox import MAX_TRIES, InboxRow
from bot.jobs import applying
from bot.models import Mention
from bot.pace import Pace
from tests.support.waiting import until
from tests.support.world import ANN, OPEN, SECOND, TEAM
from tests.wire.conftest import Hiccup, Mortal, Office, T

POISON = "a word that breaks the reader"
REVIEW = "https://www.trustpilot.com/reviews/{} “I was charged twice and nobody answers my mails, I want a refund”"
POISONED = REVIEW.replace("I was charged twice", POISON).format("poison")
TRIGGER = f"""CREATE TRIGGER poison BEFORE INSERT ON sighting WHEN NEW.quote LIKE '%{POISON}%'
BEGIN SELECT RAISE(ABORT, 'a bug in applying'); END"""


@pytest.fixture(autouse=True)
def poison(sqlite: Engine) -> None:
    """A mention with these words cannot be written down, as if by a bug: it fails when it is half done."""
    with sqlite.begin() as connection:
        connection.execute(text(TRIGGER))


async def say(office: Office, words: str, channel: str = OPEN, by: str = "@ann") -> str:
    """A message arrives; answers its ts."""
    name = "#customers" if channel == OPEN else "#product"
    ts = str(office.slack.engine.say(channel=name, user=by, text=words, raw=True)["ts"])
    await office.inbox.put(office.slack.core.deliveries[-1].body)
    return ts


def rows(office: Office) -> list[InboxRow]:
    statement = select(InboxRow).where(InboxRow.team_id == TEAM).order_by(InboxRow.id)
    return office.world.run(lambda scope: list(scope.session.execute(statement).scalars()))


def states(office: Office) -> list[str]:
    return [row.state for row in rows(office)]


async def test_what_is_read_is_done_and_its_text_erased(office: Office) -> None:
    await say(office, "lunch?")
    await say(office, REVIEW.format("abc"))
    await office.read()
    assert [(row.state, row.payload) for row in rows(office)] == [("done", None)] * 2
    assert len(office.world.rows("card")) == 1


async def test_a_thread_that_is_gone_before_it_is_read_again_has_nothing_to_say(office: Office) -> None:
    ts = await say(office, REVIEW.format("gone"))
    office.world.run(applying.read_thread_again, OPEN, ts)
    office.slack.engine.delete(channel="#customers", user="@ann", ts=ts)
    await office.read()
    assert [(row.state, row.tries) for row in rows(office)] == [("done", 0)] * 2


async def test_poison_steps_aside_after_five_tries_and_the_lane_goes_on(office: Office) -> None:
    for words in (
        REVIEW.format("first"),
        POISONED,
        "https://www.g2.com/products/acme/reviews/7 “It lost all my invoices!”",
    ):
        await say(office, words)
    await office.read()
    # What came before it is done; what comes behind it waits, so that order is kept.
    assert states(office) == ["done", "waiting", "waiting"]
    for tries in range(2, MAX_TRIES + 1):
        office.later(2 ** (tries - 2) + 0.1)
        await office.read()
        assert rows(office)[1].tries == tries
    assert states(office) == ["done", "failed", "done"]
    poisoned = rows(office)[1]
    assert poisoned.error == "IntegrityError: a bug in applying"
    assert POISON in str(poisoned.payload)
    assert len(office.world.rows("card")) == 2


async def test_poison_steps_aside_after_a_minute(office: Office) -> None:
    await say(office, POISONED)
    await office.read()
    office.later(61)
    await office.read()
    assert [(row.state, row.tries) for row in rows(office)] == [("failed", 2)]


async def test_a_failing_lane_delays_no_other(office: Office) -> None:
    await say(office, POISONED)
    await say(office, REVIEW.format("abc"), SECOND)
    await office.read()
    assert states(office) == ["waiting", "done"]


async def test_nothing_of_a_failed_row_stays_behind(office: Office) -> None:
    await say(office, POISONED)
    await office.read()
    assert office.world.rows(state=None) == []
    assert office.world.run(lambda scope: scope.session.execute(select(Mention.id)).all()) == []


async def test_a_slow_lane_delays_no_other(office: Office) -> None:
    office.slack.engine.fault(kind="delay", method="users.info", seconds=600)
    office.slack.core.deliveries.clear()
    office.later(25 * 3600)  # what is known of people is not fresh any more
    await say(office, REVIEW.format("slow"))
    assert await office.reader.do_some()
    await until(lambda: len(office.calls("users.info")) == 1)
    await say(office, REVIEW.format("quick"), SECOND)
    assert await office.reader.do_some()
    await until(lambda: states(office) == ["waiting", "done"])
    office.later(601)
    await office.reader.crew.finish(15)
    assert states(office) == ["done", "done"]


async def test_a_busy_slack_costs_no_try(office: Office) -> None:
    office.later(25 * 3600)
    office.slack.engine.fault(kind="ratelimit", method="users.info", seconds=50)
    await say(office, REVIEW.format("abc"))
    await office.read()
    office.later(40)
    await office.read()
    assert [(row.state, row.tries) for row in rows(office)] == [("waiting", 0)]
    assert len(office.calls("users.info")) == 1
    office.later(11)
    await office.read()
    assert states(office) == ["done"]


async def test_a_slack_that_is_down_for_long_loses_no_event(office: Office) -> None:
    """Five tries are for events that fail by themselves; when Slack answers nobody, they wait."""
    office.later(25 * 3600)
    fault = office.slack.engine.fault(kind="error", method="users.info", error="503", times=None)
    await say(office, REVIEW.format("abc"))
    for _ in range(72):
        office.later(300)
        await office.read()
    office.slack.engine.end_fault(fault["id"])
    office.later(300)
    await office.read()
    assert states(office) == ["done"]


async def test_an_event_over_which_slack_stumbles_steps_aside_within_the_hour_of_others_being_read(
    office: Office,
) -> None:
    office.later(25 * 3600)
    office.slack.engine.fault(kind="error", method="users.info", error="503", times=None)
    await say(office, REVIEW.format("abc"))
    for minute in range(130):
        if minute == 65:
            assert states(office) == ["waiting"]
            office.world.run(pace.note_answer, "users.info")
        office.later(60)
        await office.read()
    assert states(office) == ["failed"]


async def test_what_slack_answers_to_the_reader_shows_that_it_is_not_away(office: Office) -> None:
    office.later(25 * 3600)
    office.world.now = office.clock.now()
    for method in ("users.info", "files.info"):
        office.world.run(pace.note_silence, method)
    await say(office, REVIEW.format("abc"))
    await office.read()
    since = office.world.run(lambda scope: dict(scope.session.execute(select(Pace.method, Pace.silent_since)).all()))
    assert (since["users.info"], since["files.info"] is None) == (None, False)


@pytest.mark.parametrize("error", ["missing_scope", "invalid_auth"])
async def test_an_app_that_slack_refuses_for_half_an_hour_loses_no_event(office: Office, error: str) -> None:
    office.later(25 * 3600)
    fault = office.slack.engine.fault(kind="error", method="users.info", error=error, times=None)
    await say(office, REVIEW.format("abc"))
    for _ in range(30):
        office.later(60)
        await office.read()
    office.slack.engine.end_fault(fault["id"])
    office.later(120)
    await office.read()
    assert states(office) == ["done"]


async def test_a_scope_that_nobody_grants_does_not_hold_a_channel_for_ever(office: Office) -> None:
    """What else is said there may need none."""
    office.slack.engine.fault(kind="error", method="users.info", error="missing_scope", times=None)
    office.later(25 * 3600)
    await say(office, REVIEW.format("abc"))
    for _ in range(70):
        office.later(60)
        await office.read()
    assert states(office) == ["failed"]
    assert "missing_scope" in str(rows(office)[0].error)


async def test_what_comes_before_and_behind_poison_is_fetched_once(office: Office) -> None:
    """A row that fails in applying costs no one else another round of calls."""
    office.later(25 * 3600)
    for by in ("@ann", "@ben", "@cat"):
        await say(office, REVIEW.format(by), by=by)
    await say(office, POISONED, by="@dan")
    await office.read()
    assert states(office) == ["done", "done", "done", "waiting"]
    assert len(office.calls("users.info")) == 4


async def test_a_worker_that_dies_while_reading_leaves_the_lane_to_the_next(office: Office) -> None:
    await say(office, REVIEW.format("abc"))
    office.start_worker_that_dies()
    assert await office.reader.do_some()
    await office.reader.crew.finish(15)
    office.start_worker()
    assert states(office) == ["waiting"]
    await office.read()
    assert states(office) == ["waiting"]
    office.kill_worker()
    await office.read()
    assert states(office) == ["done"]
    assert len(office.world.rows("card")) == 1


@pytest.mark.parametrize("error", [DatabaseAway, DiskFull])
async def test_no_row_is_to_blame_when_the_database_is_in_trouble_for_a_moment(
    office: Office, error: type[BotError], caplog: pytest.LogCaptureFixture
) -> None:
    """Whichever of the reader's transactions meets it."""
    met = 0
    for number in range(1, 100):
        await say(office, REVIEW.format(number), by="@ben")
        hiccup = Hiccup(office.shop.database, error(), number)
        office.start_worker(replace(office.shop, database=hiccup))
        with contextlib.suppress(error):
            await office.read()
        if not hiccup.is_dead:
            break
        met += 1
        await office.read()
        assert {(row.state, row.tries) for row in rows(office)} == {("done", 0)}
    assert met > 3
    assert not caplog.records


async def test_what_was_read_waits_for_the_disk_and_is_not_fetched_again(office: Office) -> None:
    office.later(25 * 3600)
    await say(office, REVIEW.format("abc"))
    office.start_worker(replace(office.shop, database=FullDisk(office.shop.database, 3)))
    await office.read()
    assert states(office) == ["done"]
    assert len(office.calls("users.info")) == 1


class FullDisk(Mortal):
    """It can be read. After the write that takes a lane, so many fail."""

    def __init__(self, database: Database, failing: int) -> None:
        super().__init__(database)
        self._failing, self._writes = failing, 0

    async def run(self, fn: Callable[[Session], T], *, first: bool = False) -> T:
        self._writes += 1
        if 1 < self._writes <= 1 + self._failing:
            raise DiskFull
        return await super().run(fn, first=first)


async def test_slow_fetching_ends_the_batch_before_its_lease_ends(office: Office) -> None:
    """Else the facts are dropped and read again, for ever."""
    office.later(25 * 3600)
    for by in ("@ann", "@cat", "@dan"):
        await say(office, REVIEW.format(by), by=by)
    object.__setattr__(office.shop, "clock", SlowSlack(office))
    office.start_worker()
    await office.read()
    assert states(office) == ["done"] * 3
    assert len(office.calls("users.info")) == 3


class SlowSlack:
    """The office's clock, on whose machine 25 seconds go by whenever Slack is asked for a person."""

    def __init__(self, office: Office) -> None:
        self._office, self._clock = office, office.shop.clock

    def __getattr__(self, name: str) -> Any:
        return getattr(self._clock, name)

    def machine(self) -> datetime:
        return self._clock.machine() + timedelta(seconds=25 * len(self._office.calls("users.info")))


async def test_a_reply_is_read_in_its_authors_zone(office: Office) -> None:
    ts = await say(office, REVIEW.format("abc"))
    office.slack.engine.say(channel="#customers", user="@ann", text="I'll call her by 5pm", thread_ts=ts)
    await office.inbox.put(office.slack.core.deliveries[-1].body)
    await office.read()
    assert states(office) == ["done", "done"]
    (offer,) = office.world.rows("offer")
    assert offer.lane_id == OPEN
    assert office.world.promise(str(offer.subject_id)).user_id == ANN
