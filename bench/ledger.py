"""What a history costs: the same work with a thousand mentions and with a hundred thousand, side by side in one run.

    python -m bench.ledger

A year of mentions in SQLite, forty of them open. Prints milliseconds and statements for both, and the ratio: near 1
means that the work follows what is open or was said this week, not all that ever was. Ratios hold from machine to
machine; the absolute figures do not.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, insert

from bot.clock import WorkingHours, machine_seconds
from bot.database import Base, Ids, Scope, make_engine, transact
from bot.facts import ChannelFacts, DepartmentFacts, PersonFacts, WorkspaceFacts
from bot.ledger import departments, digests, mention_views, people, reminders, workspaces
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from bot.models import Mention, Share, Sighting, Tag
from bot.outbox import OutboxRow

SIZES = (1_000, 100_000)
OPEN_ONES, ROUNDS, IDLE_CHANNELS = 40, 7, 300
TEAM, ANN, BEN = "T1", "UANN", "UBEN"
ROOMS = ("C0", "C1")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)  # a Tuesday
YEAR = timedelta(days=365)
WEEK_END = datetime(2026, 11, 30, 9, tzinfo=UTC)


@dataclass
class Site:
    """A workspace with so many mentions, and the statements it was asked."""

    engine: Engine
    new_id: Ids
    asked: int = 0
    now: datetime = NOW

    def run(self, fn: Callable[[Scope], Any]) -> Any:
        return transact(self.engine, lambda session: fn(Scope(session, TEAM, self.now, self.new_id)))


@contextmanager
def built(mentions: int) -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{Path(folder) / 'bench.db'}")
        Base.metadata.create_all(engine)
        site = Site(engine, Ids(lambda: NOW))
        site.run(install)
        product = site.run(lambda scope: departments.every(scope)[0].id)
        for start in range(0, mentions, 10_000):
            numbers = range(start, min(mentions, start + 10_000))
            site.run(lambda scope, some=numbers: fill(scope, some, mentions, product))  # type: ignore[misc]

        def count(*_: Any) -> None:
            site.asked += 1

        event.listen(engine, "before_cursor_execute", count)
        yield site
        engine.dispose()


def install(scope: Scope) -> None:
    facts = WorkspaceFacts(TEAM, "Acme", "https://acme.slack.com/", "UBOT")
    seeds = [DepartmentFacts("product", "Product", "answers for product", ("product",))]
    workspaces.install(scope, facts, seeds, WorkingHours("Europe/London"))
    people.remember(scope, [PersonFacts(who, who, zone="Europe/London") for who in (ANN, BEN)])
    for name in (*ROOMS, *(f"CIDLE{number}" for number in range(IDLE_CHANNELS))):
        people.remember_channel(scope, ChannelFacts(name, name, bot_is_in=True))
        people.remember_members(scope, name, [ANN, BEN])


def fill(scope: Scope, numbers: range, of: int, department_id: str) -> None:
    """Mentions spread over a year; the last are open, every second one of them claimed."""
    said: dict[Any, list[dict[str, Any]]] = {Mention: [], Sighting: [], Tag: [], Share: [], OutboxRow: []}
    for number in numbers:
        at, room, is_open = NOW - YEAR * ((of - number) / of), ROOMS[number % 2], number >= of - OPEN_ONES
        key, ts = {"team_id": TEAM, "mention_id": f"M{number:08}"}, f"{number}.1"
        place = {"home_channel_id": room, "home_ts": ts, "card_channel_id": room, "card_ts": f"{number}.2"}
        reasons: dict[str, list[str]] = {"stance_reasons": [], "urgent_reasons": [], "evidence_reasons": []}
        words = {"evidence": "structure", "source": "Trustpilot", "stance": "adversary"}
        mention = {"team_id": TEAM, "id": key["mention_id"], "created_at": at, "answered_at": None if is_open else at}
        said[Mention].append(mention | place | reasons | words)
        seen = {"id": f"S{number:08}", "channel_id": room, "ts": ts, "thread_ts": ts, "shared_by": ANN}
        said[Sighting].append(key | seen | {"shared_at": at, "quote": "I was charged twice"})
        tag = {"department_id": department_id, "position": 0, "reasons": ["charged"], "created_at": at}
        said[Tag].append(key | tag)
        if number % 2 or not is_open:
            said[Share].append(key | {"user_id": BEN, "state": "claimed", "claimed_at": at})
        row = {"lane_id": room, "purpose": "card", "details": {}, "state": "sent", "created_at": at, "not_before": at}
        said[OutboxRow].append({"team_id": TEAM, "id": f"O{number:08}", "tries": 0, "ts": f"{number}.2"} | row)
    for table, rows in said.items():
        if rows:
            scope.session.execute(insert(table), rows)


def put_due(site: Site) -> None:
    """The longest of its transactions is what acks wait for; all of them together are timed here."""
    site.now += timedelta(days=7)
    for channel_id in site.run(reminders.decide_idle):
        site.run(lambda scope, where=channel_id: reminders.decide(scope, where))  # type: ignore[misc]


def list_open(site: Site) -> None:
    site.run(lambda scope: mention_views.some(scope, Audience(user_id=ANN), Wanted(is_open=True), 15))


def show_digest(site: Site) -> None:
    site.run(lambda scope: digests.view(scope, Audience(channel_id=ROOMS[0]), WEEK_END))


def timed(site: Site, work: Callable[[Site], None]) -> tuple[float, int]:
    before, start = site.asked, machine_seconds()
    work(site)
    return (machine_seconds() - start) * 1000, site.asked - before


def main() -> None:
    with built(SIZES[0]) as small, built(SIZES[1]) as large:
        print(f"{'':24}{SIZES[0]:>10,} mentions{SIZES[1]:>16,} mentions     ratio")
        for name, work in (("reminders, 302 rooms", put_due), ("/ours open", list_open), ("digest", show_digest)):
            rounds = [(timed(small, work), timed(large, work)) for _ in range(ROUNDS)]
            few, many = (statistics.median(pair[which][0] for pair in rounds) for which in (0, 1))
            (_, asked), (_, asked_of_many) = rounds[-1]
            shown = f"{few:8.1f} ms {asked:4} st.   {many:12.1f} ms {asked_of_many:4} st."
            print(f"{name:24}{shown}   {many / few:6.1f}")


if __name__ == "__main__":
    main()
