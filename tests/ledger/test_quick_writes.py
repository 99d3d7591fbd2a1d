"""On SQLite every ack waits behind the one writer: no write walks through all there ever was, nor goes row by row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert
from sqlalchemy.orm import Session

from bot import doctor, inbox, outbox, unread
from bot.database import SCHEMA, Scope, transact
from bot.facts import PersonFacts
from bot.inbox import InboxRow
from bot.jobs import applying
from bot.jobs.preparing import Prepared
from bot.lanes import Held
from bot.ledger import (
    digests,
    entries,
    intakes,
    mention_views,
    mentions,
    people,
    presence,
    promise_views,
    reminders,
    tellings,
    visibility,
    watermarks,
)
from bot.ledger.intakes import Heard, Sent
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from bot.models import Promise, Teammate
from bot.slack import events
from tests.support.statements import statements
from tests.support.world import ANN, BEN, DIGESTS, MONDAY, OPEN, World

ZONE = "Europe/London"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def crowd(number: int, name: str = "Pat") -> list[PersonFacts]:
    return [PersonFacts(f"UX{one:05}", name, zone=ZONE) for one in range(number)]


# People


def test_a_crowd_is_remembered_in_as_many_statements_as_one_person(world: World) -> None:
    counts = []
    for size in (1, 400):
        with statements(world.engine) as asked:
            world.run(people.remember, crowd(size))
        counts.append(len(asked))
    assert counts == [1, 1]


def test_more_people_than_one_statement_takes_are_remembered(world: World) -> None:
    world.run(people.remember, crowd(4_000))
    assert world.run(people.unknown_people, [one.id for one in crowd(4_001)]) == ["UX04000"]


def test_what_people_chose_stays_when_slack_tells_of_them_again(world: World) -> None:
    world.run(people.set_promise_reading, ANN, False)
    world.run(people.remember_dm, ANN, "DANN")

    def told_again(scope: Scope) -> tuple[str, bool, str | None]:
        known = scope.session.get_one(Teammate, (scope.team_id, ANN))
        known.share_offers_off = True
        people.remember(scope, [PersonFacts(ANN, "Anna", zone=ZONE), PersonFacts(ANN, "Anna B", zone=ZONE)])
        return known.name, known.promises_off, known.dm_channel_id

    assert world.run(told_again) == ("Anna B", True, "DANN")
    known = world.run(people.find, ANN)
    assert known is not None
    assert (known.share_offers_off, known.zone) == (True, ZONE)


def test_whether_someone_is_known_is_asked_of_them_alone(world: World) -> None:
    world.run(people.remember, crowd(50))
    read: list[int] = []

    def ask(scope: Scope) -> None:
        result = people.unknown_people(scope, [ANN, "UNEW"])
        assert result == ["UNEW"]
        read.append(sum(isinstance(one, Teammate) for one in scope.session.identity_map.values()))

    with statements(world.engine) as asked:
        world.run(ask)
    assert all(" IN (" in one for one in asked)


def test_the_share_offer_comes_once_a_day_even_when_two_messages_are_read_at_once(world: World) -> None:
    for _ in range(3):
        asked = world.at_once(*[lambda: world.run(people.may_offer_share, ANN)] * 4)
        assert sorted(asked) == [False, False, False, True]
        assert not world.run(people.may_offer_share, ANN)
        world.later(days=1)


def test_an_offer_that_is_being_written_is_waited_for(postgresql_world: World) -> None:
    """The second reader sees no offer yet when it asks; it must find one when it writes."""
    world = postgresql_world
    with Session(world.engine) as first:
        assert people.may_offer_share(Scope(first, world.team_id, world.now, world.new_id), ANN)
        first.flush()

        def commit_when_waited_for() -> None:
            with world.engine.connect() as watching:
                while not watching.exec_driver_sql(WAITING).scalar():
                    watching.rollback()
            first.commit()

        _, second = world.at_once(commit_when_waited_for, lambda: world.run(people.may_offer_share, ANN))
    assert not second


WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


# What stands in the way of no ack


def fail_many(engine: Engine, number: int) -> None:
    row = {"team_id": "T1", "lane_id": OPEN, "state": "failed", "tries": 5, "error": "KeyError: 'x'"}
    received = [
        row
        | {"id": f"F{one:04}", "event_id": f"E{one}", "kind": "message", "received_at": MONDAY, "done_at": MONDAY}
        | {"payload": {"event": {"text": "the customer's words"}}}
        for one in range(number)
    ]
    transact(engine, lambda session: session.execute(insert(InboxRow), received))


def test_what_failed_is_listed_in_part_counted_whole_and_read_without_payload(engine: Engine) -> None:
    fail_many(engine, 120)
    with statements(engine) as asked:
        listed, counted = transact(engine, lambda session: (unread.failed(session), unread.count_failed(session)))
    assert (len(listed), counted) == (unread.MOST, 120)
    assert not [one for one in asked if "payload" in one]


def test_the_doctor_reads_while_somebody_writes(sqlite: Engine) -> None:
    World(sqlite).install()
    with sqlite.begin() as writing:
        writing.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        writing.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{SCHEMA}')")
    fail_many(sqlite, 120)
    with sqlite.begin() as writing:
        writing.exec_driver_sql("UPDATE workspace SET name = 'busy'")
        words, is_well = doctor.report(sqlite.url.render_as_string(hide_password=False), MONDAY + timedelta(hours=3))
    assert ("failed 3 h ago" in words, "and 70 more" in words, is_well) == (True, True, False)


def test_many_entries_are_noted_to_be_told_in_as_many_statements_as_one(world: World) -> None:
    def write(scope: Scope, number: int) -> None:
        for one in range(number):
            entries.write(scope, "add_customer", f"K{one}", ANN)

    world.run(tellings.take, EPOCH)
    counts = []
    for number in (1, 300):
        world.run(write, number)
        with statements(world.engine) as asked:
            world.run(tellings.sweep, EPOCH)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def plans(engine: Engine, act: Callable[[], Any]) -> list[str]:
    """How SQLite finds the rows of each statement of an act."""
    found: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            plan = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[3] for row in plan)

    event.listen(engine, "before_cursor_execute", explain)
    try:
        act()
    finally:
        event.remove(engine, "before_cursor_execute", explain)
    return found


WEEK_END = MONDAY.replace(hour=9) + timedelta(days=7)
HELD = Held("T1", "out", OPEN, "worker", MONDAY)
REACTED = events.Reacted(OPEN, "9.9", ANN, "white_check_mark", False)
ACTS: dict[str, Callable[[Scope], Any]] = {
    "outsiders": lambda scope: visibility.has_outsiders(scope, OPEN),
    "private places": lambda scope: people.closed_channels_with_mentions(scope, ANN),
    "erase": lambda scope: inbox.erase_old(scope.session, scope.now),
    "react": lambda scope: applying.apply(scope, Prepared(REACTED)),
    "customers' words that wait": lambda scope: intakes.take(scope, OPEN, Heard("Help"), Sent(ANN, "form:V1")),
    "next to send": lambda scope: outbox.next_unsent(scope.session, HELD),
    "a pass": lambda scope: watermarks.want_all(scope, [OPEN]),
    "next in history": lambda scope: watermarks.next_place(scope, watermarks.CHANNELS),
    "is behind": watermarks.is_behind,
    "unread history": inbox.has_unread_history,
    "absences": lambda scope: (presence.open_absence(scope), presence.held_teams(scope.session, scope.now)),
    "look-ups that wait": lambda scope: outbox.has_unsure(scope, "conversations.history"),
    "reply in a thread": lambda scope: mentions.in_thread(scope, OPEN, "9.9"),
    "idle channels": reminders.decide_idle,
    "one channel": lambda scope: reminders.decide(scope, OPEN),
    "digest": lambda scope: digests.view(scope, Audience(channel_id=DIGESTS), WEEK_END),
    "open": lambda scope: mention_views.some(scope, Audience(user_id=BEN), Wanted(is_open=True), 15),
    "kept": lambda scope: promise_views.some(
        scope, Audience(user_id=BEN), Promise.state == "kept", Promise.ended_at >= scope.now, most=8
    ),
}
SMALL = (
    "ix_mention_open",
    "ix_intake_waiting",
    "ix_outbox_unsent",
    "ix_outbox_failed",
    "ix_inbox_waiting",
    "ix_tag_door",
    "ix_teammate_outside",
)
GROWING = ("teammate", "inbox", "outbox", "mention", "sighting", "promise", "share", "tag", "entry", "intake")


@pytest.mark.parametrize("name", ACTS)
def test_nothing_walks_through_all_there_ever_was(sqlite: Engine, name: str) -> None:
    world = World(sqlite).install()
    world.share(OPEN)
    found = plans(sqlite, lambda: world.run(ACTS[name]))
    walked = [one for one in found if _walks(one)]
    assert found
    assert not walked, walked


def _walks(plan: str) -> bool:
    """Whether a step reads a whole growing table, or all of one workspace in it (small indexes aside)."""
    words = plan.split()
    if len(words) < 2 or words[1] not in GROWING or any(index in plan for index in SMALL):
        return False
    return words[0] == "SCAN" or plan.endswith("(team_id=?)")
