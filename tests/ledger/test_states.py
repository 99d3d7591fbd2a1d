"""The graphs of docs/states.md: the page and the code agree, and a machine walks them against the real ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine, select

from bot import outbox
from bot.database import Scope
from bot.errors import LeadOffered, LeadSettled, NoPart, NotAllowed, NotTheLead, PromiseSettled, RequestOver
from bot.ledger import entries, evidence, firing, hand_offs, leads, mentions, offers, parts, promises, requests, shares
from bot.ledger.evidence import Found
from bot.models import Entry, Evidence, HandOff, LeadOffer, Promise, Share
from bot.models.cause import CAUSE_MOVES
from bot.models.mention import LEAD_MOVES, SHARE_MOVES, state_of
from bot.models.praise import QUOTE_MOVES
from bot.models.promise import EVIDENCE_MOVES, HAND_OFF_MOVES, PROMISE_MOVES, SETTLED
from tests.support import databases
from tests.support.states_page import graph, moves, table
from tests.support.world import ANN, BEN, CAT, DAN, EVA, OPEN, World

NAMES = (
    "promise",
    "hand_off",
    "evidence",
    "share",
    "lead_offer",
    "cause",
    "quote",
    "tag_rule",
    "slot",
    "outbox",
    "inbox",
)


@pytest.mark.parametrize("name", NAMES)
def test_picture_and_table_agree(name: str) -> None:
    assert graph(name) == table(name)
    assert table(name)


def test_the_page_and_the_code_have_the_same_promises_and_shares() -> None:
    assert table("promise") == moves(PROMISE_MOVES)
    assert table("hand_off") == moves(HAND_OFF_MOVES)
    assert table("evidence") == moves(EVIDENCE_MOVES)
    assert table("share") == moves(SHARE_MOVES)
    assert table("lead_offer") == moves(LEAD_MOVES)
    assert table("cause") == moves(CAUSE_MOVES)
    assert table("quote") == moves(QUOTE_MOVES)


REFUSALS = (PromiseSettled, RequestOver, NoPart, NotTheLead, LeadOffered, LeadSettled, NotAllowed)
TELLS_THE_END = {"request_answer", "request_end"}
"""Whoever asked hears how it ended when they are at work: this waits, though nothing else of it does."""
ACTORS = st.sampled_from([ANN, BEN, CAT])
HOURS = st.integers(1, 80)


class LedgerMachine(RuleBasedStateMachine):
    """One mention and a few promises in the hands of three people, beside a model of what should be."""

    engine: Engine
    world: World

    @initialize()
    def begin(self) -> None:
        databases.empty(self.engine)
        self.world = World(self.engine).install()
        self.product = self.world.join("product", DAN)
        self.mention_id = self.world.share().mention_id
        self.shares: dict[str, str] = {DAN: "asked"}
        self.promises: dict[str, tuple[str, str]] = {}  # id → state, promiser
        self.requests: dict[str, datetime | None] = {}  # id → the other moment that is proposed
        self.taken_back: set[str] = set()
        self.evidence: dict[str, tuple[str, str]] = {}  # id → promise, state
        self.offers: dict[str, tuple[str, str, str]] = {}  # hand-off → promise, giver, taker
        self.lead_offer: LeadOffer | None = None
        self.answered_by: str | None = None
        self.is_dismissed = self.is_left_out = False
        self.entries = 0
        self.ended: dict[str, str] = {}
        self.acted()

    def acted(self) -> None:
        self.world.later(seconds=1)
        self.entries = self.count_entries()

    def count_entries(self) -> int:
        return len(self.world.run(lambda s: s.session.execute(select(Entry.id)).all()))

    def act(self, does: Callable[[], object], expected: bool) -> None:
        """An act changes something and has an entry, or does neither."""
        try:
            done = does()
        except REFUSALS:
            done = False
        assert bool(done) == expected
        assert (self.count_entries() > self.entries) == expected
        self.acted()

    # The mention

    @rule(user=ACTORS)
    def claim(self, user: str) -> None:
        self.act(lambda: self.world.claim(self.mention_id, user), self.shares.get(user) != "claimed")
        self.shares[user] = "claimed"

    @rule(user=st.sampled_from([ANN, BEN, CAT, DAN]))
    def release(self, user: str) -> None:
        may = self.shares.get(user) in {"asked", "claimed"}
        self.act(lambda: self.world.release(self.mention_id, user), may)
        if may:
            self.shares[user] = "declined"

    @rule(user=ACTORS, note=st.sampled_from(["", "refunded"]), is_done=st.booleans())
    def part(self, user: str, note: str, is_done: bool) -> None:
        state = self.shares.get(user)
        found = self.world.run(shares.get, self.mention_id, user)
        is_owner = state in {"claimed", "done"}
        new = is_owner and ((found and found.note) != note or (state == "done") != is_done)
        self.act(lambda: self.world.run(parts.change, self.mention_id, user, note, is_done), new)
        if is_owner:
            self.shares[user] = "done" if is_done else "claimed"

    def lead(self) -> str | None:
        found = self.world.run(shares.of_mention, self.mention_id)
        return next((share.user_id for share in found if share.is_lead), None)

    def lead_offer_stands(self) -> bool:
        return self.lead_offer is not None and self.lead_offer.from_id == self.lead() and not self.is_dismissed

    @rule(user=ACTORS, to=ACTORS)
    def offer_lead(self, user: str, to: str) -> None:
        may = user == self.lead() and to != user and not self.lead_offer_stands() and not self.is_dismissed
        made: list[LeadOffer] = []

        def offer() -> bool:
            made.append(self.world.run(leads.offer, self.mention_id, user, to))
            return True

        self.act(offer, may)
        self.lead_offer = made[0] if made else self.lead_offer

    @precondition(lambda self: self.lead_offer is not None)
    @rule(user=ACTORS, accepted=st.booleans())
    def answer_lead(self, user: str, accepted: bool) -> None:
        asked = self.lead_offer
        assert asked is not None
        may = self.lead_offer_stands() and asked.to_id == user
        self.act(lambda: self.world.run(leads.answer, asked.id, user, accepted), may)
        if may:
            self.lead_offer = None
        if may and accepted:
            assert self.lead() == user
            self.shares[user] = "claimed"  # also where it was done: whoever leads is on it

    @rule(user=ACTORS)
    def take_lead_back(self, user: str) -> None:
        may = self.lead_offer is not None and self.lead_offer.from_id == user
        self.act(lambda: self.world.run(leads.take_back, self.mention_id, user), may)
        self.lead_offer = None if may else self.lead_offer

    @rule(user=ACTORS)
    def answer(self, user: str) -> None:
        may = self.answered_by is None and not self.is_dismissed
        self.act(lambda: self.world.run(mentions.mark_answered, self.mention_id, user), may)
        if may:
            self.answered_by = user
            if self.shares.get(user) == "claimed":
                self.shares[user] = "done"

    @rule(user=ACTORS)
    def undo_answer(self, user: str) -> None:
        self.act(lambda: self.world.run(mentions.undo_answered, self.mention_id, user), self.answered_by is not None)
        if self.answered_by is not None and self.shares.get(self.answered_by) == "done":
            self.shares[self.answered_by] = "claimed"
        self.answered_by = None

    @rule(user=ACTORS)
    def dismiss(self, user: str) -> None:
        self.act(lambda: self.world.run(mentions.dismiss, self.mention_id, user), not self.is_dismissed)
        self.is_dismissed = True

    @rule(user=ACTORS)
    def undo_dismiss(self, user: str) -> None:
        self.act(lambda: self.world.run(mentions.undo_dismiss, self.mention_id, user), self.is_dismissed)
        self.is_dismissed = False

    @precondition(lambda self: not self.is_dismissed)
    @rule(user=ACTORS)
    def leave_out(self, user: str) -> None:
        """Whoever was asked because of the tag, and did not answer, is asked no more."""
        leave = self.world.run
        self.act(lambda: leave(mentions.leave_out, self.mention_id, self.product, user), not self.is_left_out)
        if self.shares.get(DAN) == "asked":
            del self.shares[DAN]
        self.is_left_out = True

    @precondition(lambda self: not self.is_dismissed)
    @rule(user=ACTORS)
    def undo_leave_out(self, user: str) -> None:
        put_back = self.world.run
        self.act(lambda: put_back(mentions.undo_leave_out, self.mention_id, self.product, user), self.is_left_out)
        if self.is_left_out:
            self.shares.setdefault(DAN, "asked")
        self.is_left_out = False

    # Promises

    @rule(user=ACTORS, hours=HOURS, is_offer=st.booleans())
    def promise(self, user: str, hours: int, is_offer: bool) -> None:
        due = self.world.now + timedelta(hours=hours)
        make = self.world.offered if is_offer else self.world.promised
        promise_id = make(due, user, mention_id=self.mention_id)
        self.promises[promise_id] = ("offered" if is_offer else "open", user)
        if not is_offer:
            self.takes_part(user)
        self.acted()

    def takes_part(self, user: str) -> None:
        """Whoever owes something on a mention is on it."""
        if not self.is_dismissed:
            self.shares[user] = "claimed"

    def walk(self, act: str, which: int, does: Callable[[str, str], Promise], to: str) -> None:
        """Do an act to one promise by its promiser, and compare with the graph."""
        promise_id = sorted(self.promises)[which % len(self.promises)]
        state, user = self.promises[promise_id]
        may = (state, to) in PROMISE_MOVES[act]
        if not may and state == to:
            does_nothing = {"keep", "decline", "track"}  # a second click: it is so already
            assert act in does_nothing or act in {"withdraw", "reopen"}
            return
        self.act(lambda: does(promise_id, user), may)
        if may:
            self.promises[promise_id] = (to, user)
        if may and act == "track":
            self.takes_part(user)

    @precondition(lambda self: self.promises)
    @rule(which=st.integers(0, 9))
    def keep(self, which: int) -> None:
        self.walk("keep", which, lambda one, user: self.world.run(promises.keep, one, user), "kept")

    # Evidence

    @precondition(lambda self: any(state == "open" for state, _ in self.promises.values()))
    @rule(which=st.integers(0, 9))
    def show(self, which: int) -> None:
        """Something is found that may show that an open promise is kept: asked about, unless something else is."""
        opened = sorted(one for one, (state, _) in self.promises.items() if state == "open")
        promise_id = opened[which % len(opened)]
        found = Found("words", OPEN, self.world.ts(), "1.1")
        offered = self.world.run(
            lambda s: evidence.offer(s, s.session.get_one(Promise, (s.team_id, promise_id)), found)
        )
        is_asked = any(one == promise_id and state == "offered" for one, state in self.evidence.values())
        assert (offered is None) == is_asked
        if offered is not None:
            self.evidence[offered] = (promise_id, "offered")
        self.acted()

    @precondition(lambda self: self.evidence)
    @rule(which=st.integers(0, 9), is_kept=st.booleans())
    def answer_evidence(self, which: int, is_kept: bool) -> None:
        shown = sorted(self.evidence)[which % len(self.evidence)]
        promise_id, state = self.evidence[shown]
        of_promise, user = self.promises[promise_id]
        if is_kept and of_promise == "open" and state != "lapsed":
            self.world.run(evidence.count, shown, user)
            self.evidence[shown] = (promise_id, "counted")
            self.promises[promise_id] = ("kept", user)
        elif not is_kept and state == "offered":
            self.world.run(evidence.refuse, shown, user)
            self.evidence[shown] = (promise_id, "refused")
        self.acted()

    @invariant()
    def evidence_is_as_the_model_says(self) -> None:
        """What a promise's end or a reopening does to it follows here, since every act may be one."""
        for shown, (promise_id, state) in self.evidence.items():
            is_open = self.promises[promise_id][0] == "open"
            ends = {("offered", False): "lapsed", ("counted", True): "refused"}
            expected = ends.get((state, is_open), state)
            found = self.world.run(evidence_state, shown)
            assert found in {expected, "lapsed" if state == "offered" else expected}
            self.evidence[shown] = (promise_id, found)

    @precondition(lambda self: self.promises)
    @rule(which=st.integers(0, 9))
    def withdraw(self, which: int) -> None:
        self.walk("withdraw", which, lambda one, user: self.world.run(promises.withdraw, one, user, "why"), "withdrawn")

    @precondition(lambda self: self.promises)
    @rule(which=st.integers(0, 9))
    def reopen(self, which: int) -> None:
        self.walk("reopen", which, lambda one, user: self.world.run(promises.reopen, one, user), "open")

    @precondition(lambda self: self.promises)
    @rule(which=st.integers(0, 9))
    def decline(self, which: int) -> None:
        self.walk("decline", which, lambda one, user: self.world.run(offers.decline, one, user), "declined")

    @precondition(lambda self: self.promises)
    @rule(which=st.integers(0, 9), hours=HOURS)
    def track(self, which: int, hours: int) -> None:
        due = self.world.now + timedelta(hours=hours)
        self.walk("track", which, lambda one, user: self.world.run(offers.track, one, user, due), "open")

    @precondition(lambda self: self.promises)
    @rule(which=st.integers(0, 9), hours=HOURS)
    def move(self, which: int, hours: int) -> None:
        due = self.world.now + timedelta(hours=hours)
        self.walk("move", which, lambda one, user: self.world.run(promises.move, one, user, due), "open")

    # Requests: EVA asks

    @precondition(lambda self: not self.is_dismissed)
    @rule(user=ACTORS, hours=HOURS)
    def ask(self, user: str, hours: int) -> None:
        due = self.world.now + timedelta(hours=hours)
        promise_id = self.world.requested(due, user, mention_id=self.mention_id)
        self.promises[promise_id] = ("requested", user)
        self.requests[promise_id] = None
        self.acted()

    def request(self, which: int) -> tuple[str, str, str]:
        """One that was asked for, its state and whom it was asked of."""
        promise_id = sorted(self.requests)[which % len(self.requests)]
        return (promise_id, *self.promises[promise_id])

    @precondition(lambda self: self.requests)
    @rule(which=st.integers(0, 9), hours=HOURS)
    def counter(self, which: int, hours: int) -> None:
        promise_id, state, user = self.request(which)
        due = self.world.now + timedelta(hours=hours)
        self.act(lambda: self.world.run(requests.counter, promise_id, user, due), state == "requested")
        if state == "requested":
            self.requests[promise_id] = due

    @precondition(lambda self: self.requests)
    @rule(which=st.integers(0, 9))
    def agree(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        due = self.requests[promise_id]
        may = state == "requested" and due is not None
        if state == "open" or (may and due is not None and due <= self.world.now):
            return  # a second click, and one that comes too late
        self.act(lambda: self.world.run(requests.agree, promise_id, EVA), may)
        if may:
            self.promises[promise_id] = ("open", user)
            self.takes_part(user)

    @precondition(lambda self: self.requests)
    @rule(which=st.integers(0, 9))
    def take_back(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        if state == "expired":
            return  # lapsed, or a second click
        self.act(lambda: self.world.run(requests.take_back, promise_id, EVA), state == "requested")
        if state == "requested":
            self.promises[promise_id] = ("expired", user)
            self.taken_back.add(promise_id)

    @precondition(lambda self: self.requests)
    @rule(which=st.integers(0, 9))
    def ask_again(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        due = self.world.promise(promise_id).due_at
        if state == "requested" or (state == "expired" and due is not None and due <= self.world.now):
            return
        self.act(lambda: self.world.run(requests.ask_again, promise_id, EVA), state == "expired")
        if state == "expired":
            self.asked_again(promise_id, user)

    @precondition(lambda self: self.requests)
    @rule(which=st.integers(0, 9))
    def reconsider(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        if state == "requested":
            return
        may = state == "declined" or (state == "expired" and promise_id not in self.taken_back)
        self.act(lambda: self.world.run(requests.reconsider, promise_id, user), may)
        if may:
            self.asked_again(promise_id, user)

    def asked_again(self, promise_id: str, user: str) -> None:
        self.promises[promise_id] = ("requested", user)
        self.requests[promise_id] = None
        self.taken_back.discard(promise_id)

    @precondition(lambda self: any(state == "open" for state, _ in self.promises.values()))
    @rule(taker=st.sampled_from([ANN, BEN, CAT]), answer=st.sampled_from(["take it", "can't", "keep it myself"]))
    def hand_over(self, taker: str, answer: str) -> None:
        promise_id, giver = next((one, who) for one, (state, who) in self.promises.items() if state == "open")
        if taker == giver:
            return
        offered = self.world.run(hand_offs.offer, promise_id, giver, taker)
        if answer == "keep it myself":
            self.world.run(hand_offs.take_back, promise_id, giver)
            assert self.world.run(hand_offs.waiting_for, taker) == []
        else:
            self.world.run(hand_offs.answer, offered.id, taker, answer == "take it")
        if answer == "take it":
            self.promises[promise_id] = ("open", taker)
            self.takes_part(taker)
        self.acted()

    # The clock

    @rule(hours=st.sampled_from([1, 3, 9, 26, 70]))
    def time_passes(self, hours: int) -> None:
        self.world.later(hours=hours)
        self.world.run(firing.note_misses)
        self.world.fire()
        self.world.send()
        self.world.run(offers.expire_due)
        self.world.run(leads.lapse_due)
        if self.lead_offer is not None and self.lead_offer.lapses_at <= self.world.now:
            self.lead_offer = None
        for promise_id, (state, user) in self.promises.items():
            if state in {"offered", "requested"} and self.world.promise(promise_id).state == "expired":
                self.promises[promise_id] = ("expired", user)
        self.acted()

    # What always holds

    @invariant()
    def shares_are_as_the_model_says_and_one_leads(self) -> None:
        found: list[Share] = self.world.run(shares.of_mention, self.mention_id)
        assert {share.user_id: share.state for share in found} == self.shares
        owners = [share for share in found if share.state in {"claimed", "done"}]
        assert [share.is_lead for share in found].count(True) == bool(owners)
        assert all(not share.is_lead for share in found if share not in owners)

    @invariant()
    def one_offer_of_the_lead_stands_at_most(self) -> None:
        standing = self.world.run(leads.waiting, self.mention_id)
        assert (standing and standing.id) == (self.lead_offer and self.lead_offer.id)

    @invariant()
    def the_mention_is_in_the_state_that_its_facts_say(self) -> None:
        parts = [state for state in self.shares.values() if state in {"claimed", "done"}]
        expected = "owned" if parts else "new"
        if self.answered_by is not None:
            expected = "closed" if parts and set(parts) == {"done"} else "answered"
        if self.is_dismissed:
            expected = "dismissed"
        found = self.world.run(shares.of_mention, self.mention_id)
        assert state_of(self.world.mention(self.mention_id), found) == expected

    @invariant()
    def promises_are_as_the_model_says(self) -> None:
        found = self.world.run(lambda s: list(s.session.execute(select(Promise)).scalars()))
        assert {one.id: (one.state, one.user_id) for one in found} == self.promises

    @invariant()
    def what_is_settled_has_nothing_waiting(self) -> None:
        settled = {one for one, (state, _) in self.promises.items() if state in SETTLED}
        live = [slot for slot in self.world.slots() if slot.state in {"waiting", "queued"}]
        assert not settled & {slot.subject_id for slot in live if slot.which not in TELLS_THE_END}
        assert not settled & {
            row.subject_id for row in self.world.rows() if row.purpose in {"nudge", "offer", "evidence"}
        }
        of_settled = {slot.id for slot in self.world.slots() if slot.subject_id in settled}
        assert not of_settled & {slot_id for row in self.world.rows() for slot_id in outbox.slots_of(row)}
        offered = select(HandOff.promise_id).where(HandOff.state == "offered")
        assert not settled & set(self.world.run(lambda s: s.session.execute(offered).scalars().all()))

    @invariant()
    def every_open_promise_still_has_its_nudge_or_had_it(self) -> None:
        for promise_id, (state, user) in self.promises.items():
            if state == "open":
                due = self.world.promise(promise_id).due_at
                live = {
                    slot.which
                    for slot in self.world.slots(promise_id)
                    if slot.person_id == user and slot.due_at == due and slot.state != "skipped"
                }
                assert "missed" in live

    @invariant()
    def each_slot_ends_once(self) -> None:
        for slot in self.world.slots():
            if slot.ended_at is not None:
                assert slot.state in {"sent", "skipped"}
                assert (
                    self.ended.setdefault(slot.id, f"{slot.state} {slot.ended_at}") == f"{slot.state} {slot.ended_at}"
                )
            else:
                assert slot.id not in self.ended
                assert slot.state in {"waiting", "queued"}

    @invariant()
    def no_nudge_is_sent_twice(self) -> None:
        rows = self.world.rows("nudge", state="sent")
        found = [slot_id for row in rows for slot_id in outbox.slots_of(row)]
        assert len(found) == len(set(found))
        assert set(found) == {slot.id for slot in self.world.slots() if slot.state == "sent"}


def evidence_state(scope: Scope, evidence_id: str) -> str:
    return scope.session.get_one(Evidence, (scope.team_id, evidence_id)).state


def walk(engine: Engine, examples: int, steps: int) -> None:
    class Machine(LedgerMachine):
        pass

    Machine.engine = engine
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    wanted = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks, database=None
    )
    run_state_machine_as_test(Machine, settings=wanted)


def test_the_ledger_walks_the_graphs_on_sqlite(sqlite: Engine) -> None:
    walk(sqlite, examples=12, steps=25)


def test_the_ledger_walks_the_graphs_on_postgresql(postgresql: Engine) -> None:
    walk(postgresql, examples=4, steps=15)


def test_every_act_of_a_promise_has_its_entry(world: World) -> None:
    promise_id = world.promised(world.now + timedelta(hours=4))
    world.run(promises.withdraw, promise_id, ANN, "why")
    world.run(promises.reopen, promise_id, ANN)
    world.run(promises.mute, promise_id, ANN)
    world.run(promises.unmute, promise_id, ANN)
    world.run(promises.unmute, promise_id, ANN)  # a second click: it is so already
    acts = [entry.act for entry in world.run(entries.history, promise_id)]
    assert acts == ["make_promise", "withdraw_promise", "reopen_promise", "mute", "unmute"]
