"""One scene: a town, processes of the bot, harm; then peace, and the account of what was lost or said twice."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playground import Playground
from tests.chaos import checks, town
from tests.chaos.balancer import Balancer
from tests.chaos.drain import drain
from tests.chaos.evidence import Evidence, gather
from tests.chaos.fleet import Fleet, Role
from tests.chaos.life import Life
from tests.chaos.record import Record
from tests.process.conftest import Site

EVENTS_PATH = "/slack/events"
PROGRESS = 15.0
SEVERAL = 0.15
"""How often more than one process is killed at once."""
PATIENT = 0.75
UNEXPECTED = re.compile(r"^(?:[\w.]+\.)?\w*(?:Error|Exception|Warning)\b.*$", re.MULTILINE)


@dataclass
class Scene:
    """All that plays in it, for whoever does harm."""

    name: str
    slack: Playground
    balancer: Balancer
    fleet: Fleet
    life: Life
    record: Record
    rng: random.Random
    begun: float = field(default_factory=time.monotonic)
    harms: Counter[str] = field(default_factory=Counter)

    def tell(self, words: str) -> None:
        print(f"  {self.name} {time.monotonic() - self.begun:5.0f} s  {words}", flush=True)

    def progress(self) -> str:
        kills = sum(self.fleet.kills.values())
        told = sum(one.told != "" for one in self.record.promises)
        harms = "".join(f", {count} {what}" for what, count in self.harms.items())
        return (
            f"{kills} kills{harms}; {len(self.balancer.acked)} events acked, {len(self.record.posts)} mentions, "
            f"{told} promises tracked; the town's clock shows {self.slack.clock.now():%a %H:%M}"
        )


Harm = Callable[[Scene], Awaitable[None]]


@asynccontextmanager
async def scene(name: str, folder: Path, url: str, roles: list[Role], rng: random.Random) -> AsyncIterator[Scene]:
    balancer, record = Balancer(rng), Record()
    playground = Playground(transport=balancer, start=town.START, speed=town.SPEED, world=town.world())
    async with playground as slack:
        slack.deliverer.events_url = EVENTS_PATH
        fleet = Fleet(Site(folder, slack, url), balancer, rng, roles)
        try:
            life = Life(slack, record, rng, lambda: bool(balancer.ports))
            yield Scene(name, slack, balancer, fleet, life, record, rng)
        finally:
            await fleet.close()
            await balancer.close()


async def play(here: Scene, harm: Harm) -> list[str]:
    """Live, be harmed, come to rest. Prints the account, and answers what is broken."""
    await here.fleet.start()
    await here.life.settle_in()
    living = asyncio.create_task(here.life.go_on())
    telling = asyncio.create_task(_tell(here))
    try:
        await _unless_life_ends(living, harm(here))
    finally:
        telling.cancel()
        living.cancel()
        await asyncio.gather(living, telling, return_exceptions=True)
    await here.life.end()
    here.life.is_heard = lambda: True
    here.tell(f"{here.progress()}. Peace now: all that is due is done")
    return await _account(here)


async def _unless_life_ends(living: asyncio.Task[None], harming: Awaitable[None]) -> None:
    harm = asyncio.ensure_future(harming)
    await asyncio.wait({living, harm}, return_when=asyncio.FIRST_COMPLETED)
    if living.done():
        harm.cancel()
        await living
    await harm


async def _tell(here: Scene) -> None:
    while True:
        await asyncio.sleep(PROGRESS)
        here.tell(here.progress())


async def _account(here: Scene) -> list[str]:
    here.slack.core.faults.clear()
    await here.fleet.ready()
    engine = here.fleet.site.engine()
    left = await drain(here.slack, engine)
    trouble = [*left, *here.fleet.trouble, *here.life.trouble]
    evidence = gather(here.slack, engine, here.record, here.balancer.acked, trouble)
    engine.dispose()
    for line in counts(here, evidence):
        here.tell(line)
    return [f"{here.name}: {words}" for words in checks.broken(evidence)]


def counts(here: Scene, evidence: Evidence) -> Iterator[str]:
    """The final account, in lines."""
    ledger, fleet, slack = evidence.ledger, here.fleet, here.slack.core
    kills = sum(fleet.kills.values())
    yield f"kills: {_listed(fleet.kills)}; {fleet.young} of {kills} while starting"
    yield f"leases of the dead: {fleet.whole_leases} ran their minute, the others were ended sooner"
    acked, given_up = len(here.balancer.acked), sum(one.state == "failed" for one in slack.deliveries)
    yield f"events: {acked} acked, {given_up} given up by Slack; answers: {_listed(here.balancer.answers)}"
    yield f"people: {_listed(here.record.counts)}"
    cards = len(evidence.cards)
    yield f"mentions: {len(here.record.posts)} posted, {len(ledger.mentions)} in the ledger, {cards} cards"
    yield f"promises: {_listed(Counter(one.state for one in ledger.promises))}"
    yield f"slots: {_listed(Counter(f'{slot.which} {slot.state}' for slot in ledger.slots))}"
    nudges = sum(bool(row.slot_id) for row in ledger.outbox if row.state == "sent")
    yield f"in Slack: {len(evidence.spoken)} messages of the bot, {nudges} of them nudges"
    look_ups = sum(bool(call["args"].get("include_all_metadata")) for call in slack.calls)
    yield f"outbox: {_listed(Counter(row.state for row in ledger.outbox))}; {look_ups} look-ups of uncertain rows"
    errors = Counter(found.split(":")[0] for found in UNEXPECTED.findall(fleet.words()))
    yield f"in the logs: {_listed(errors)}; {fleet.away} starts found no database"


def _listed(counted: dict[str, int]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(counted.items())) or "nothing"


def kills(count: int, pause: float) -> Harm:
    """So many: `pause` seconds on average after somebody is ready, or (one in four) whether anybody is or not."""

    async def kill(here: Scene) -> None:
        roles = here.fleet.roles
        while sum(here.fleet.kills.values()) < count:
            if here.rng.random() < PATIENT:
                await here.fleet.some_ready()
            await asyncio.sleep(here.rng.expovariate(1 / pause))
            some = here.rng.randint(2, len(roles)) if len(roles) > 1 and here.rng.random() < SEVERAL else 1
            await here.fleet.kill(here.rng.sample(roles, some))

    return kill


def roles(*commands: str) -> list[Role]:
    return [Role(f"{command}-{number}", command) for number, command in enumerate(commands, 1)]
