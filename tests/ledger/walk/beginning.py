"""Where the walk begins, and how it does an act: two mentions and a few promises in the hands of five people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from sqlalchemy import Engine, func, select

from bot import outbox
from bot.errors import (
    CauseGone,
    CustomersAreOne,
    DepartmentActed,
    EvidenceGone,
    LeadOffered,
    LeadSettled,
    NoPart,
    NotAllowed,
    NotTheLead,
    PromiseSettled,
    QuoteSettled,
    RequestOver,
)
from bot.facts import Outgoing
from bot.ledger import absences, customers, nudge_times, shares
from bot.models import Entry, LeadOffer
from bot.outbox import OutboxRow
from tests.support import databases
from tests.support.world import ANN, BEN, CAT, DAN, EVA, World

REFUSALS = (
    *(PromiseSettled, RequestOver, NoPart, NotTheLead, LeadOffered, LeadSettled, NotAllowed, CauseGone),
    *(QuoteSettled, CustomersAreOne, EvidenceGone, DepartmentActed),
)
ACTORS = st.sampled_from([ANN, BEN, CAT])
EVERYBODY = st.sampled_from([ANN, BEN, CAT, DAN, EVA])
HOURS = st.integers(1, 80)
WHICH = st.integers(0, 9)
ACME, ACME_LTD, GLOBEX = "Acme", "Acme Ltd", "Globex"


class Walk(RuleBasedStateMachine):
    """What all subjects share. The names of the model's parts say what the ledger should say."""

    engine: Engine
    world: World

    @initialize()
    def begin(self) -> None:
        databases.empty(self.engine)
        self.world = World(self.engine).install()
        self.product = self.world.join("product", DAN, EVA)
        self.customers = {
            name: self.world.run(customers.add, name, name.casefold(), ANN).id for name in (ACME, ACME_LTD, GLOBEX)
        }
        self.mention_id = self.world.share(customer=ACME_LTD).mention_id
        self.praise_id = self.world.share(quote="I love the new dashboard", stance="advocate").mention_id
        self.shares: dict[str, str] = {DAN: "asked"}
        self.muted: set[str] = set()  # who hears no more of the mention
        self.promises: dict[str, tuple[str, str]] = {}  # id → state, promiser
        self.quiet: set[str] = set()  # promises that were muted
        self.requests: dict[str, datetime | None] = {}  # id → the other moment that is proposed
        self.taken_back: set[str] = set()
        self.evidence: dict[str, tuple[str, str]] = {}  # id → promise, state
        self.evidence_off: set[str] = set()
        self.lead_offer: LeadOffer | None = None
        self.answered_by: str | None = None
        self.is_dismissed = self.is_left_out = self.has_acted = False
        self.ended: dict[str, str] = {}
        self.cards: dict[str, Outgoing] = {}
        self.entries = 0
        self.begin_loops()
        self.acted()

    def begin_loops(self) -> None:
        """What the model knows of causes, check-backs, praise and customers."""

    def acted(self) -> None:
        self.world.later(seconds=1)
        self.entries = self.count_entries()

    def count_entries(self) -> int:
        return int(self.world.run(lambda s: s.session.execute(select(func.count(Entry.id))).scalar_one()))

    def act(self, does: Callable[[], object], expected: bool) -> bool:
        """An act changes something and has an entry, or does neither."""
        try:
            done = does()
        except REFUSALS:
            done = False
        assert bool(done) == expected
        assert (self.count_entries() > self.entries) == expected
        self.acted()
        return expected

    def run(self, act: Callable[..., Any], *given: Any) -> Callable[[], Any]:
        """An act in a transaction of its own, yet to be done."""
        return lambda: self.world.run(act, *given)

    def lead(self) -> str | None:
        found = self.world.run(shares.of_mention, self.mention_id)
        return next((share.user_id for share in found if share.is_lead), None)

    def takes_part(self, user: str) -> None:
        """Whoever owes something on a mention is on it."""
        if not self.is_dismissed:
            self.claims(user)

    def claims(self, user: str) -> None:
        """Where one of its own takes a part, a department has acted."""
        if self.shares.get(user) != "claimed" and user in {DAN, EVA} and not self.is_left_out:
            self.has_acted = True
        self.shares[user] = "claimed"

    def say(self) -> None:
        """All that waits is said; no nudge comes to anybody who does not want to hear just now."""
        for row, outgoing in self.world.send():
            if row.purpose == outbox.CARD:
                self.cards[str(row.subject_id)] = outgoing
            elif row.purpose == "nudge":
                assert self.wants_to_hear(row), f"{row.lane_id} is nudged at {self.world.now}"

    def wants_to_hear(self, row: OutboxRow) -> bool:
        times = self.world.run(nudge_times.of, row.lane_id)
        local = times.hours.local(self.world.now)
        is_quiet = times.quiet is not None and times.quiet[0] <= local.time() < times.quiet[1]
        is_away = self.world.run(absences.is_on_leave, row.lane_id)
        return times.hours.is_working(self.world.now) and not is_quiet and not is_away
