"""How long somebody waits for their Home: from the moment they open it until Slack has it, and after a click in it.

    python -m bench.home [MENTIONS]

Fills a workspace with so many open mentions (50,000) of 200 departments, and one person with 1,000 promises, 200 parts
and all departments; then lets people of a local Slack open their Homes and turn a page, through the whole bot, on
SQLite and on PostgreSQL. Prints the median and the longest wait, how long this process computed meanwhile (Slack's side
included), and what a Home weighs; ends with an error when somebody's median is above 300 ms. On a machine that does
other work, too, look at the computing.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bot import migrations
from bot.clock import machine_seconds
from bot.database import Scope
from bot.facts import ChannelFacts, PersonFacts
from bot.ledger import people
from bot.models import Department, DepartmentMember, Mention, Promise, Share, Sighting, Tag
from bot.wiring import House
from config.settings import load
from playground import Playground
from tests.process.conftest import Server
from tests.support import databases

MENTIONS, DEPARTMENTS, PROMISES, PARTS = 50_000, 200, 1_000, 200
ROUNDS, MOST_MS = 15, 300.0
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)  # a Tuesday
AT_ONCE = 5_000
WHO = {
    "1,000 promises, 200 departments": "@maria",
    "one department of 200": "@tom",
    "a department without any": "@amara",
    "nothing at all": "@yuki",
}

Json = dict[str, Any]


def fill(scope: Scope, ids: dict[str, str], mentions: range) -> None:
    """Open mentions, one in ten in a private channel, a third of them taken; each concerns two departments."""
    said: dict[Any, list[Json]] = {Mention: [], Sighting: [], Tag: [], Share: []}
    for number in mentions:
        at, room = NOW - timedelta(minutes=number), ids["#deals" if number % 10 == 0 else "#support"]
        key, ts = {"team_id": scope.team_id, "mention_id": f"M{number:08}"}, f"{number}.1"
        place = {"home_channel_id": room, "home_ts": ts, "card_channel_id": room, "card_ts": f"{number}.2"}
        reasons: Json = {"stance_reasons": [], "urgent_reasons": [], "evidence_reasons": []}
        words = {"evidence": "structure", "source": "Trustpilot", "stance": "adversary"}
        said[Mention].append(
            {"team_id": scope.team_id, "id": key["mention_id"], "created_at": at} | place | reasons | words
        )
        seen = {"id": f"S{number:08}", "channel_id": room, "ts": ts, "thread_ts": ts, "shared_by": ids["@ravi"]}
        said[Sighting].append(key | seen | {"shared_at": at, "quote": f"I was charged twice ({number})"})
        for position, one in enumerate(dict.fromkeys((number % DEPARTMENTS, number * 7 % DEPARTMENTS))):
            tag = {"department_id": f"D{one:03}", "position": position, "reasons": ["charged"], "created_at": at}
            said[Tag].append(key | tag)
        if number % 3 == 0:
            said[Share].append(key | {"user_id": ids["@ravi"], "state": "claimed", "claimed_at": at})
        if number < PARTS:
            said[Share].append(key | {"user_id": ids["@maria"], "state": "claimed", "claimed_at": at})
    for table, rows in said.items():
        scope.session.execute(insert(table), rows)


def arrange(scope: Scope, ids: dict[str, str]) -> None:
    """People, channels, departments, and somebody's promises."""
    who = [name for name in ids if name.startswith("@")]
    people.remember(scope, [PersonFacts(ids[name], name, zone="America/New_York") for name in who])
    for room, is_private in (("#support", False), ("#deals", True)):
        people.remember_channel(scope, ChannelFacts(ids[room], room[1:], is_private=is_private, bot_is_in=True))
        people.remember_members(scope, ids[room], [ids["@maria"]])
    names = [f"D{number:03}" for number in range(DEPARTMENTS)] + ["EMPTY"]
    rows = [
        {"team_id": scope.team_id, "id": one, "key": one.lower(), "name": one, "description": "", "words": []}
        for one in names
    ]
    scope.session.execute(insert(Department), [row | {"rota": []} for row in rows])
    members = [(one, "@maria") for one in names] + [("D007", "@tom"), ("EMPTY", "@amara")]
    joined = [
        {"team_id": scope.team_id, "department_id": one, "user_id": ids[name], "joined_at": NOW}
        for one, name in members
    ]
    scope.session.execute(insert(DepartmentMember), joined)
    promise = {"team_id": scope.team_id, "user_id": ids["@maria"], "state": "open", "created_at": NOW, "marks": []}
    owed = []
    for number in range(PROMISES):
        words = {"id": f"P{number:05}", "words": f"I'll call Ada ({number})", "mention_id": f"M{number:08}"}
        owed.append(promise | words | {"due_at": NOW + timedelta(hours=number + 1)})
    scope.session.execute(insert(Promise), owed)


@dataclass(frozen=True, slots=True)
class Wait:
    """Milliseconds until the Home was another, and of computing; and that Home."""

    took: float
    computed: float
    body: Json


async def waited(slack: Playground, user: str, act: Callable[[], Any]) -> Wait:
    person = slack.core.user(user).id
    before = slack.core.homes[person].hash if person in slack.core.homes else ""
    start, computing = machine_seconds(), time.process_time()
    doing = asyncio.ensure_future(act())
    while (home := slack.core.homes.get(person)) is None or home.hash == before:  # noqa: ASYNC110 - nobody else tells
        await asyncio.sleep(0.001)
    wait = Wait((machine_seconds() - start) * 1000, (time.process_time() - computing) * 1000, home.body)
    await doing
    return wait


async def measure(url: str, mentions: int) -> bool:
    """Answers whether all waits were short enough."""
    migrations.upgrade(url)
    async with Playground(start=NOW) as slack:
        house = House(load(**_settings(slack, url)))
        await house.start()
        slack.deliverer.events_url = f"http://127.0.0.1:{house.port}/slack/events"
        try:
            await _fill(slack, house, mentions)
            return all([await _watch(slack, what, user) for what, user in WHO.items()])
        finally:
            await house.stop()


async def _fill(slack: Playground, house: House, mentions: int) -> None:
    team = next(iter(slack.core.world.teams))
    ids = {name: slack.core.user(name).id for name in ("@maria", "@tom", "@amara", "@yuki", "@ravi")}
    ids |= {name: slack.core.channel(name).id for name in ("#support", "#deals")}

    def run(fn: Callable[..., None], *given: Any) -> Any:
        return house.database.run(lambda session: fn(Scope(session, team, NOW, house.new_id), ids, *given))

    await run(arrange)
    for start in range(0, mentions, AT_ONCE):
        await run(fill, range(start, min(mentions, start + AT_ONCE)))
    await house.database.run(lambda session: session.execute(text("ANALYZE")) if not house.database.is_sqlite else None)


async def _watch(slack: Playground, what: str, user: str) -> bool:
    opened = [await waited(slack, user, lambda: slack.engine.open_home(user=user)) for _ in range(ROUNDS)]
    body, turned = opened[-1].body, list[Wait]()
    for _ in range(ROUNDS):
        button = _next(body)
        if button is None:
            break
        click = {"user": user, "view_id": slack.core.homes[slack.core.user(user).id].id, **button}
        turned.append(await waited(slack, user, lambda: slack.engine.click(**click)))  # noqa: B023 - awaited at once
        body = turned[-1].body
    shown, weight = opened[-1].body["blocks"], len(json.dumps(opened[-1].body).encode()) / 1000
    print(f"  {what:34}opened {_told(opened)}, turned {_told(turned)}, {len(shown):3} blocks, {weight:.0f} kB")
    return all(statistics.median(one.took for one in found) <= MOST_MS for found in (opened, turned) if found)


def _told(found: list[Wait]) -> str:
    if not found:
        return "never"
    took, computed = [one.took for one in found], [one.computed for one in found]
    return f"{statistics.median(took):4.0f} ms (longest {max(took):4.0f}, computing {statistics.median(computed):3.0f})"


def _next(body: Json) -> Json | None:
    """The button to the next page of the list that is the longest to walk."""
    for block in reversed(body["blocks"]):
        for element in block.get("elements") or []:
            if str(element.get("action_id", "")).startswith("home_page") and element["text"]["text"] == "Next":
                return {"action_id": element["action_id"], "block_id": block.get("block_id")}
    return None


def _settings(slack: Playground, url: str) -> Json:
    app = slack.settings
    return {
        "slack_bot_token": app.bot_token,
        "slack_signing_secret": app.signing_secret,
        "slack_api_url": f"{slack.url}/api/",
        "clock_url": slack.url,
        "database_url": url,
        "port": 0,
    }


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'home.db'}"


@contextmanager
def postgresql() -> Iterator[str]:
    for url in databases.postgresql_server(f"bench-{os.getpid()}"):
        server = Server(url)
        made = server.create()
        yield made
        server.drop(made)


def main() -> None:
    logging.disable(logging.WARNING)
    mentions = int(sys.argv[1]) if len(sys.argv) > 1 else MENTIONS
    fits = []
    for name, opened in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        print(f"{name}, {mentions:,} open mentions")
        with opened() as url:
            fits.append(asyncio.run(measure(url, mentions)))
    if not all(fits):
        sys.exit(f"Somebody waited longer than {MOST_MS:.0f} ms.")


if __name__ == "__main__":
    main()
