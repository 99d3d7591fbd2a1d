"""A small company to test with: people in three zones, channels of every kind, departments, and a movable now.

    recorded = world.share(by=ANN, departments=("finance",))
    world.run(mentions.bring_in, recorded.mention_id, world.department("product"), BOB)

`world.run(fn, …)` is one transaction of the one workspace at the present moment: `fn(scope, …)`.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine, select

from bot import outbox
from bot.clock import WorkingHours
from bot.database import Base, Scope, make_engine, transact
from bot.facts import (
    ChannelFacts,
    DepartmentFacts,
    DepartmentReading,
    MentionReading,
    Outgoing,
    PersonFacts,
    PromiseReading,
    Reading,
    Reason,
    Said,
    Silence,
    Stance,
    StanceReading,
    UrgencyReading,
    WorkspaceFacts,
)
from bot.ledger import (
    departments,
    firing,
    mentions,
    offers,
    people,
    promises,
    reminders,
    requests,
    shares,
    sightings,
    slots,
    speech,
    workspaces,
)
from bot.models import Mention, Promise, Slot
from bot.outbox import OutboxRow
from tests.support.rows import Rows, put_rows, take_rows

P = ParamSpec("P")
T = TypeVar("T")

TEAM, OTHER_TEAM = "T1", "T2"
MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""10:00 in New York, 15:00 in London, 16:00 in Berlin."""

ANN, BEN, CAT, DAN, EVA = "UANN", "UBEN", "UCAT", "UDAN", "UEVA"
GUEST, STRANGER, GONE, BOT = "UGUEST", "USTRANGER", "UGONE", "UBOT"
PEOPLE = (
    PersonFacts(ANN, "Ann", zone="America/New_York"),
    PersonFacts(BEN, "Ben", zone="Europe/Berlin"),
    PersonFacts(CAT, "Cat", zone="Europe/London"),
    PersonFacts(DAN, "Dan", zone="America/New_York"),
    PersonFacts(EVA, "Eva", zone="Europe/Berlin"),
    PersonFacts(GUEST, "Gus", zone="Europe/London", is_guest=True),
    PersonFacts(STRANGER, "Stan", zone="Europe/London", is_stranger=True),
    PersonFacts(GONE, "Gone", zone="Europe/London", is_deleted=True),
    PersonFacts(BOT, "Ours", is_bot=True),
)
STAFF = (ANN, BEN, CAT, DAN, EVA)

OPEN, SECOND, DIGESTS = "COPEN", "CSECOND", "CDIGESTS"
PRIVATE, CONNECT, GUESTS = "GPRIVATE", "CCONNECT", "CGUESTS"
CHANNELS: dict[str, tuple[ChannelFacts, tuple[str, ...]]] = {
    OPEN: (ChannelFacts(OPEN, "customers", bot_is_in=True), STAFF),
    SECOND: (ChannelFacts(SECOND, "product", bot_is_in=True), STAFF),
    DIGESTS: (ChannelFacts(DIGESTS, "all-hands", bot_is_in=True), STAFF),
    PRIVATE: (ChannelFacts(PRIVATE, "board", is_private=True, bot_is_in=True), (ANN, BEN)),
    CONNECT: (ChannelFacts(CONNECT, "with-acme", is_shared_outside=True, bot_is_in=True), (ANN, CAT, STRANGER)),
    GUESTS: (ChannelFacts(GUESTS, "with-guests", bot_is_in=True), (ANN, GUEST)),
}
DEPARTMENTS = ("customer_service", "product", "finance", "sales")


def reading(
    quote: str = "Your export has been broken for a week",
    concerned: Sequence[str] = ("product",),
    *,
    url: str | None = None,
    urgent: bool = False,
    customer: str | None = None,
    stance: Stance = "adversary",
) -> Reading:
    """What understanding would say of a post that holds a customer's words."""
    tagged = tuple(DepartmentReading(key, 0.9, (Reason("word", f"about {key}"),), True) for key in concerned)
    return Reading(
        mention=MentionReading(True, 1.0, "structure", (Reason("link", "a link"),), quote, url, "Trustpilot", customer),
        promise=PromiseReading(False, 0.0),
        due=None,
        departments=tagged,
        stance=StanceReading(stance, 0.9, 0.0),
        urgency=UrgencyReading(urgent, (Reason("word", "at once"),) if urgent else ()),
    )


@dataclass
class World:
    """One workspace in a real database, and the present moment."""

    engine: Engine
    team_id: str = TEAM
    now: datetime = MONDAY
    counter: itertools.count[int] = field(default_factory=itertools.count)

    def new_id(self) -> str:
        return f"{next(self.counter):022d}"

    def run(self, fn: Callable[Concatenate[Scope, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """One transaction at the present moment: `fn(scope, …)`."""
        return transact(
            self.engine, lambda session: fn(Scope(session, self.team_id, self.now, self.new_id), *args, **kwargs)
        )

    def at_once(self, *acts: Callable[[], Any]) -> list[Any]:
        """Run acts in as many threads, and so in transactions that overlap; the first error is raised."""
        with ThreadPoolExecutor(len(acts)) as threads:
            return [future.result(30) for future in [threads.submit(act) for act in acts]]

    def later(self, **passed: float) -> None:
        self.now += timedelta(**passed)

    def ts(self) -> str:
        return f"{int(self.now.timestamp())}.{next(self.counter):06d}"

    def install(self) -> World:
        """The workspace with its departments, people and channels."""
        is_first = not self.run(lambda scope: workspaces.all_team_ids(scope.session))
        if is_first and self.now == MONDAY and next(copy(self.counter)) == 0:
            rows, ids = _installed(self.team_id)
            put_rows(self.engine, rows)
            self.counter = itertools.count(ids)
        else:
            self.run(_install)
        return self

    def said(self, channel: str = OPEN, by: str | None = ANN, *, thread: str | None = None, **more: Any) -> Said:
        ts = more.pop("ts", None) or self.ts()
        return Said(channel, ts, thread or ts, by, self.now, **more)

    def share(
        self,
        channel: str = OPEN,
        by: str = ANN,
        *,
        concerned: Sequence[str] = ("product",),
        keys: tuple[str, ...] = (),
        quote: str = "Your export has been broken for a week",
        **read: Any,
    ) -> sightings.Recorded:
        """Someone posts a customer's words; `read` is what else was read in them (see `reading`)."""
        said = self.said(channel, by, keys=keys)
        return self.run(sightings.record, said, reading(quote, concerned, **read), by)

    def department(self, key: str) -> str:
        return self.run(lambda scope: departments.by_key(scope)[key].id)

    def join(self, key: str, *user_ids: str) -> str:
        """These people answer for a department, the first as its head."""
        department_id = self.department(key)
        for user_id in user_ids:
            self.run(departments.join, department_id, user_id, user_id)
        return department_id

    def claim(self, mention_id: str, user_id: str) -> bool:
        """*I'm on it*."""
        return self.run(lambda scope: shares.claim(scope, mentions.get(scope, mention_id, by=user_id), user_id))

    def release(self, mention_id: str, user_id: str) -> bool:
        return self.run(lambda scope: shares.release(scope, mentions.get(scope, mention_id, by=user_id), user_id))

    def mention(self, mention_id: str) -> Mention:
        return self.run(lambda scope: scope.session.get_one(Mention, (scope.team_id, mention_id)))

    def promise(self, promise_id: str) -> Promise:
        return self.run(lambda scope: scope.session.get_one(Promise, (scope.team_id, promise_id)))

    def promised(self, due: datetime, by: str = ANN, channel: str = OPEN, mention_id: str | None = None) -> str:
        """Someone makes an open promise in a channel; answers its id."""
        spoken = promises.Spoken("I'll get back to her", due, mention_id, is_read=True)
        return self.run(promises.make, by, spoken, self.said(channel, by)).id

    def offered(self, due: datetime | None, by: str = ANN, channel: str = OPEN, mention_id: str | None = None) -> str:
        """A promise was read in someone's words; answers its id."""
        spoken = promises.Spoken("I'll get back to her", due, mention_id)
        promise_id = self.run(offers.offer, self.said(channel, by), spoken)
        assert promise_id is not None
        return promise_id

    def requested(self, due: datetime, of: str = ANN, by: str = EVA, mention_id: str | None = None) -> str:
        """Somebody asks a colleague for a promise; answers its id."""
        spoken = promises.Spoken(f"get back to her ({next(self.counter)})", due, mention_id, OPEN)
        return self.run(requests.ask, requests.Asking(of, spoken), by).id

    def slots(self, subject_id: str | None = None, state: str | None = None) -> list[Slot]:
        statement = select(Slot).where(Slot.team_id == self.team_id).order_by(Slot.fire_at, Slot.id)
        if subject_id is not None:
            statement = statement.where(Slot.subject_id == subject_id)
        if state is not None:
            statement = statement.where(Slot.state == state)
        return self.run(lambda scope: list(scope.session.execute(statement).scalars()))

    def rows(self, purpose: str | None = None, state: str | None = "waiting") -> list[OutboxRow]:
        statement = select(OutboxRow).where(OutboxRow.team_id == self.team_id).order_by(OutboxRow.id)
        if purpose is not None:
            statement = statement.where(OutboxRow.purpose == purpose)
        if state is not None:
            statement = statement.where(OutboxRow.state == state)
        return self.run(lambda scope: list(scope.session.execute(statement).scalars()))

    def remind(self) -> int:
        """Decide today's channel reminders; answers how many are posted."""
        return sum(self.run(reminders.decide, channel_id) for channel_id in self.run(reminders.decide_idle))

    def fire(self) -> None:
        """A tick of the clock: slots that are due become nudges."""
        self.run(lambda scope: firing.fire(scope, slots.take_due(scope.session, scope.now)))

    def send(self) -> list[tuple[OutboxRow, Outgoing]]:
        """Say all that waits, as the sender does when Slack takes everything; answers what was said."""
        return [sent for row in self.rows() if (sent := self.send_row(row.id)) is not None]

    def send_row(self, row_id: str) -> tuple[OutboxRow, Outgoing] | None:
        """Say one row; None when it ended in silence."""
        return self.run(_send, row_id, self.ts())

    def told(self) -> list[tuple[str, str]]:
        """Tick and send: to whom which nudge went; of a message that merges several "before, missed"."""
        self.fire()
        which = {slot.id: slot.which for slot in self.slots()}
        return [
            (row.lane_id, ", ".join(which[slot_id] for slot_id in outbox.slots_of(row)))
            for row, _ in self.send()
            if row.purpose == "nudge"
        ]


@functools.cache
def _installed(team_id: str) -> tuple[Rows, int]:
    """What installing writes from the beginning, and how many ids it takes: to write it again takes a tenth."""
    engine = make_engine("sqlite:///:memory:")
    Base.metadata.create_all(engine)
    world = World(engine, team_id)
    world.run(_install)
    rows = take_rows(engine)
    engine.dispose()
    return rows, next(world.counter)


def _install(scope: Scope) -> None:
    seeds = [DepartmentFacts(key, key.replace("_", " ").title(), f"answers for {key}", (key,)) for key in DEPARTMENTS]
    facts = WorkspaceFacts(scope.team_id, "Acme", "https://acme.slack.com/", BOT)
    workspaces.install(scope, facts, seeds, WorkingHours("Europe/London"))
    people.remember(scope, PEOPLE)
    for person in people.by_ids(scope, STAFF):
        person.guided_at = scope.now  # they know their way
    for channel, members in CHANNELS.values():
        people.remember_channel(scope, channel)
        people.remember_members(scope, channel.id, members)


def _send(scope: Scope, row_id: str, ts: str) -> tuple[OutboxRow, Outgoing] | None:
    row = scope.session.get_one(OutboxRow, (scope.team_id, row_id))
    if row.state != "waiting":
        return None
    outgoing = speech.render(scope, row)
    if isinstance(outgoing, Silence):
        outbox.mark_cancelled(scope, row, outgoing.reason)
        speech.silenced(scope, row, outgoing)
        return None
    outbox.mark_started(scope, row, row.lane_id, outgoing)
    outbox.mark_sent(scope, row, ts)
    speech.said(scope, row, row.lane_id, ts)
    return row, outgoing
