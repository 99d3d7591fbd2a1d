"""Two to four people (and the clock) act at the same instant, on PostgreSQL, again and again. After each round all that
must always hold is looked at, and the history, told again, must say what is.

RACES_EXAMPLES and RACES_ROUNDS search longer; RACES_TOLD names a file for what came of each act.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from bot import outbox
from bot.errors import BotError
from bot.facts import Outgoing
from bot.ledger import entries, shares, views
from bot.messages import cards as card_words
from bot.models import Entry, Evidence, HandOff, LeadOffer, Promise
from bot.models.mention import state_of
from bot.models.promise import SETTLED
from tests.support import databases, replaying
from tests.support.actors import ACTS as USUAL
from tests.support.actors import MENTIONS, PROMISES, scene
from tests.support.at_once import all_at_once
from tests.support.blocks import plain
from tests.support.side_actors import SIDES
from tests.support.world import DAN, STAFF, World

EXAMPLES = int(os.environ.get("RACES_EXAMPLES", "6"))
TOLD = os.environ.get("RACES_TOLD")
LENGTH = int(os.environ.get("RACES_ROUNDS", "12"))
Throw = tuple[str, int, int]
Round = tuple[int, list[Throw], int]
NUMBERS = st.integers(0, 59)
HOURS = st.sampled_from([0, 0, 0, 1, 5, 30])


def of_kind(kind: dict[str, Any]) -> st.SearchStrategy[Round]:
    """What two to four do to the same mention, or the same promise, after so many hours."""
    throw = st.tuples(st.sampled_from(sorted(kind)), NUMBERS, NUMBERS)
    return st.tuples(NUMBERS, st.lists(throw, min_size=2, max_size=4), HOURS)


ACTS = USUAL | SIDES
ROUNDS = st.one_of(of_kind(MENTIONS), of_kind(PROMISES), of_kind(PROMISES), of_kind(SIDES), of_kind(ACTS))
ONCE = {"lead_back", "lead_offer", "lead_answer", "hand_off", "hand_off_answer"}
"""Said once of each subject, ever."""


@dataclass
class Company:
    """One mention in the hands of five people, and what was said of it."""

    world: World
    mention_id: str
    product: str
    card: Outgoing | None = None
    told: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def round(self, which: int, throws: Sequence[Throw], hours: int) -> list[str]:
        """All at once; answers what came of each act, in words."""
        self.world.later(seconds=1, hours=hours)
        acts, named = [], []
        for name, who, how in throws:
            try:
                acts.append(ACTS[name](scene(self.world, self.mention_id, self.product, (which, who, how))))
                named.append(name)
            except BotError:
                continue  # there is nothing yet that it could be about
        found = all_at_once(self.world, *acts) if acts else []
        self.send()
        return [f"{name}: {answer!r:.70}" for name, answer in zip(named, found, strict=True)]

    def send(self) -> None:
        """All that waits is said."""
        said: Counter[tuple[str, ...]] = Counter()
        for row, outgoing in self.world.send():
            if row.purpose == outbox.CARD:
                self.card = outgoing
            else:
                said[(row.purpose, row.lane_id, str(row.subject_id), str(sorted(row.details.items())))] += 1
        twice = [key for key, number in said.items() if number > 1 and key[0] != "nudge"]
        assert not twice, f"said twice at once: {twice}"
        self.told.update(said)
        again = [key for key, number in self.told.items() if number > 1 and key[0] in ONCE]
        assert not again, f"said twice: {again}"


def check(company: Company) -> None:
    world = company.world
    history = world.run(lambda s: list(s.session.execute(select(Entry).order_by(Entry.id)).scalars()))
    by_subject = {
        subject: list(some)
        for subject, some in groupby(sorted(history, key=lambda one: (one.subject_id, one.id)), lambda e: e.subject_id)
    }
    _check_entries(history)
    _check_mention(company, by_subject[company.mention_id])
    promises = world.run(lambda s: list(s.session.execute(select(Promise).order_by(Promise.id)).scalars()))
    for promise in promises:
        _check_promise(world, promise, by_subject[promise.id])
    _check_told(world, promises)
    _check_card(company)


def _check_entries(history: list[Entry]) -> None:
    """Each says who, and when."""
    for entry in history:
        assert entry.by in {*STAFF, entries.BOT}, f"{entry.act} by {entry.by}"
        assert entry.subject_id


def _check_mention(company: Company, history: list[Entry]) -> None:
    world, tale = company.world, replaying.of_mention(history)
    mention, found = world.mention(company.mention_id), world.run(shares.of_mention, company.mention_id)
    assert {
        one.user_id: one.state for one in found if one.user_id in tale.shares or one.state != "asked"
    } == tale.shares
    owners = [one for one in found if one.state in {"claimed", "done"}]
    assert [one.user_id for one in found if one.is_lead] == ([tale.lead] if owners else [])
    assert {one.user_id for one in owners} >= {one.user_id for one in found if one.is_lead}
    assert mention.answered_by == tale.answered_by
    assert (mention.dismissed_at is not None) == tale.is_dismissed
    standing = [
        (one.from_id, one.to_id)
        for one in world.run(lambda s: list(s.session.execute(select(LeadOffer)).scalars()))
        if one.state == "offered"
    ]
    assert standing == ([tale.offer] if tale.offer is not None else [])
    assert state_of(mention, found) in {"new", "owned", "answered", "closed", "dismissed"}


def _check_promise(world: World, promise: Promise, history: list[Entry]) -> None:
    first = next((one.from_id for one in _hand_offs(world, promise.id) if one.state == "accepted"), promise.user_id)
    tale = replaying.of_promise(history, first)
    assert (promise.state, promise.user_id) == (tale.state, tale.user_id)
    standing = [one for one in _hand_offs(world, promise.id) if one.state == "offered"]
    assert [one.state for one in standing] == ([tale.hand_off] if tale.hand_off is not None else [])
    if promise.state == "open":
        live = {
            slot.which
            for slot in world.slots(promise.id)
            if slot.person_id == promise.user_id and slot.due_at == promise.due_at and slot.state != "skipped"
        }
        assert "missed" in live or promise.muted_at is not None, f"nobody hears when {promise.id} is missed"


def _hand_offs(world: World, promise_id: str) -> list[HandOff]:
    of_promise = select(HandOff).where(HandOff.promise_id == promise_id).order_by(HandOff.ended_at, HandOff.id)
    return world.run(lambda s: list(s.session.execute(of_promise).scalars()))


def _check_told(world: World, promises: list[Promise]) -> None:
    """What is settled has nothing waiting, and each slot is said once."""
    settled = {one.id for one in promises if one.state in SETTLED}
    live = [slot for slot in world.slots() if slot.state in {"waiting", "queued"}]
    waiting = [slot for slot in live if slot.which not in replaying.TELLS_THE_END]
    assert not settled & {slot.subject_id for slot in waiting}
    said = [slot_id for row in world.rows("nudge", state="sent") for slot_id in outbox.slots_of(row)]
    assert len(said) == len(set(said))
    assert not world.rows(state="failed")
    asked = world.run(lambda s: list(s.session.execute(select(Evidence).where(Evidence.state == "offered")).scalars()))
    assert max(Counter(one.promise_id for one in asked).values(), default=0) <= 1


def _check_card(company: Company) -> None:
    """It shows what is: whoever changed something had it told."""
    assert company.card is not None
    world = company.world
    mention = world.mention(company.mention_id)
    fresh = world.run(lambda s: card_words.card(views.card(s, mention), company.card.method == "chat.update"))  # type: ignore[union-attr]
    assert plain(company.card.arguments["blocks"]) == plain(fresh.blocks)


@pytest.fixture
def engine(postgresql: Engine) -> Engine:
    return postgresql


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],  # what threads do is not done again alike, so nothing can be shrunk
    suppress_health_check=list(HealthCheck),
)
@given(rounds=st.lists(ROUNDS, min_size=LENGTH, max_size=LENGTH))
def test_whoever_acts_at_the_same_instant_nothing_is_lost_or_said_twice(engine: Engine, rounds: list[Round]) -> None:
    databases.empty(engine)
    world = World(engine).install()
    product = world.join("product", DAN)
    company = Company(world, world.share().mention_id, product)
    company.send()
    for which, throws, hours in rounds:
        told = company.round(which, throws, hours)
        if TOLD:
            with Path(TOLD).open("a", encoding="utf-8") as out:
                out.write("\n".join([*told, ""]))
        try:
            check(company)
        except AssertionError as error:
            error.add_note("\n".join(told))
            raise
