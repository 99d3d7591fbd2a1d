"""Promises: offered, tracked, moved, kept, handed over; and what may show that one was kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from sqlalchemy import select

from bot import outbox
from bot.database import Scope
from bot.ledger import evidence, hand_offs, offers, promises, risks
from bot.ledger.evidence import Found
from bot.models import Evidence, HandOff, Promise
from bot.models.promise import PROMISE_MOVES, SETTLED
from tests.ledger.walk.beginning import ACTORS, EVERYBODY, HOURS, WHICH, Walk
from tests.support.replaying import TELLS_THE_END
from tests.support.world import OPEN


class Promising(Walk):
    @rule(user=ACTORS, hours=HOURS, is_offer=st.booleans())
    def promise(self, user: str, hours: int, is_offer: bool) -> None:
        due = self.world.now + timedelta(hours=hours)
        make = self.world.offered if is_offer else self.world.promised
        promise_id = make(due, user, mention_id=self.mention_id)
        self.promises[promise_id] = ("offered" if is_offer else "open", user)
        if not is_offer:
            self.takes_part(user)
        self.acted()

    def walk(self, act: str, which: int, does: Callable[[str, str], object], to: str) -> bool:
        """Do an act to one promise by its promiser, and compare with the graph."""
        promise_id = sorted(self.promises)[which % len(self.promises)]
        state, user = self.promises[promise_id]
        may = (state, to) in PROMISE_MOVES[act]
        if not may and state == to:
            does_nothing = {"keep", "decline", "track"}  # a second click: it is so already
            assert act in does_nothing or act in {"withdraw", "reopen"}
            return False
        self.act(lambda: does(promise_id, user), may)
        if may:
            self.promises[promise_id] = (to, user)
        if may and act in {"track", "move"}:
            self.quiet.discard(promise_id)
        if may and act == "track":
            self.takes_part(user)
        if may and act == "keep":
            self.customer_knows()
        return may

    def customer_knows(self) -> None:
        """They had a word: of what is fixed, too."""

    @precondition(lambda self: self.promises)
    @rule(which=WHICH)
    def keep(self, which: int) -> None:
        self.walk("keep", which, lambda one, user: self.world.run(promises.keep, one, user), "kept")

    @precondition(lambda self: self.promises)
    @rule(which=WHICH)
    def withdraw(self, which: int) -> None:
        self.walk("withdraw", which, lambda one, user: self.world.run(promises.withdraw, one, user, "why"), "withdrawn")

    @precondition(lambda self: self.promises)
    @rule(which=WHICH)
    def reopen(self, which: int) -> None:
        self.walk("reopen", which, lambda one, user: self.world.run(promises.reopen, one, user), "open")

    @precondition(lambda self: self.promises)
    @rule(which=WHICH)
    def decline(self, which: int) -> None:
        self.walk("decline", which, lambda one, user: self.world.run(offers.decline, one, user), "declined")

    @precondition(lambda self: self.promises)
    @rule(which=WHICH, hours=HOURS)
    def track(self, which: int, hours: int) -> None:
        due = self.world.now + timedelta(hours=hours)
        self.walk("track", which, lambda one, user: self.world.run(offers.track, one, user, due), "open")

    @precondition(lambda self: self.promises)
    @rule(which=WHICH, hours=HOURS)
    def move(self, which: int, hours: int) -> None:
        due = self.world.now + timedelta(hours=hours)
        self.walk("move", which, lambda one, user: self.world.run(promises.move, one, user, due), "open")

    def is_open(self) -> bool:
        return any(state == "open" for state, _ in self.promises.values())

    def opened(self, which: int) -> tuple[str, str]:
        """An open promise, and its promiser."""
        found = sorted((one, who) for one, (state, who) in self.promises.items() if state == "open")
        return found[which % len(found)]

    @precondition(is_open)
    @rule(which=WHICH)
    def mute_promise(self, which: int) -> None:
        """It stays open, and its promiser hears no more of it; unmuted, they do."""
        promise_id, user = self.opened(which)
        mute = promises.unmute if promise_id in self.quiet else promises.mute
        self.act(self.run(mute, promise_id, user), True)
        self.quiet ^= {promise_id}

    @precondition(is_open)
    @rule(which=WHICH)
    def say_at_risk(self, which: int) -> None:
        promise_id, user = self.opened(which)
        found = self.world.promise(promise_id)
        if found.at_risk_at is not None:
            self.act(self.run(risks.say_on_track, promise_id, user), True)
        else:
            assert found.due_at is not None
            self.act(self.run(risks.say_at_risk, promise_id, user), found.due_at > self.world.now)

    # hand-offs

    def offered_hand_offs(self) -> list[HandOff]:
        offered = select(HandOff).where(HandOff.state == "offered").order_by(HandOff.id)
        return self.world.run(lambda s: list(s.session.execute(offered).scalars()))

    @precondition(is_open)
    @rule(which=WHICH, taker=EVERYBODY)
    def offer_hand_off(self, which: int, taker: str) -> None:
        promise_id, giver = self.opened(which)
        self.act(self.run(hand_offs.offer, promise_id, giver, taker), taker != giver)

    @rule(which=WHICH, accepted=st.booleans())
    def answer_hand_off(self, which: int, accepted: bool) -> None:
        found = self.offered_hand_offs()
        if not found:
            return
        offered = found[which % len(found)]
        self.act(self.run(hand_offs.answer, offered.id, offered.to_id, accepted), True)
        if accepted:
            self.promises[offered.promise_id] = ("open", offered.to_id)
            self.quiet.discard(offered.promise_id)
            self.takes_part(offered.to_id)

    @precondition(is_open)
    @rule(which=WHICH)
    def keep_it_myself(self, which: int) -> None:
        promise_id, giver = self.opened(which)
        is_asked = promise_id in {one.promise_id for one in self.offered_hand_offs()}
        before = self.count_entries()
        self.world.run(hand_offs.take_back, promise_id, giver)
        assert (self.count_entries() > before) == is_asked
        assert promise_id not in {one.promise_id for one in self.offered_hand_offs()}
        self.acted()

    # evidence

    @precondition(is_open)
    @rule(which=WHICH, kind=st.sampled_from(["words", "customer"]))
    def show(self, which: int, kind: str) -> None:
        """Something is found that may show that an open promise is kept: asked about, unless something else is."""
        promise_id, user = self.opened(which)
        found = Found(kind, OPEN, self.world.ts(), "1.1")  # type: ignore[arg-type]
        offered = self.world.run(
            lambda s: evidence.offer(s, s.session.get_one(Promise, (s.team_id, promise_id)), found)
        )
        is_asked = any(one == promise_id and state == "offered" for one, state in self.evidence.values())
        assert (offered is None) == (is_asked or user in self.evidence_off)
        if offered is not None:
            self.evidence[offered] = (promise_id, "offered")
        self.acted()

    @precondition(lambda self: self.evidence)
    @rule(which=WHICH, is_kept=st.booleans())
    def answer_evidence(self, which: int, is_kept: bool) -> None:
        shown = sorted(self.evidence)[which % len(self.evidence)]
        promise_id, state = self.evidence[shown]
        of_promise, user = self.promises[promise_id]
        if is_kept and of_promise == "open":
            if self.act(self.run(evidence.count, shown, user), state != "lapsed"):
                self.evidence[shown] = (promise_id, "counted")
                self.promises[promise_id] = ("kept", user)
                self.customer_knows()
        elif not is_kept and state == "offered":
            self.act(self.run(evidence.refuse, shown, user), True)
            self.evidence[shown] = (promise_id, "refused")

    @invariant()
    def evidence_is_as_the_model_says(self) -> None:
        """What a promise's end, a hand-over or a reopening does to it follows here, since every act may be one."""
        for shown, (promise_id, state) in self.evidence.items():
            is_open = self.promises[promise_id][0] == "open"
            ends = {("offered", False): "lapsed", ("counted", True): "refused"}
            expected = ends.get((state, is_open), state)
            found = self.world.run(evidence_state, shown)
            assert found in {expected, "lapsed" if state == "offered" else expected}
            self.evidence[shown] = (promise_id, found)

    # what always holds

    @invariant()
    def promises_are_as_the_model_says(self) -> None:
        found = self.world.run(lambda s: list(s.session.execute(select(Promise)).scalars()))
        assert {one.id: (one.state, one.user_id) for one in found} == self.promises

    @invariant()
    def one_colleague_is_asked_to_take_it_over_at_most(self) -> None:
        offered = self.offered_hand_offs()
        assert len({one.promise_id for one in offered}) == len(offered)
        for one in offered:
            assert self.promises[one.promise_id] == ("open", one.from_id)
            assert one.to_id != one.from_id

    @invariant()
    def what_is_settled_has_nothing_waiting(self) -> None:
        settled = {one for one, (state, _) in self.promises.items() if state in SETTLED}
        slots, rows = self.world.slots(), self.world.rows()
        live = [slot for slot in slots if slot.state in {"waiting", "queued"}]
        assert not settled & {slot.subject_id for slot in live if slot.which not in TELLS_THE_END}
        assert not settled & {row.subject_id for row in rows if row.purpose in {"nudge", "offer", "evidence"}}
        of_settled = {slot.id for slot in slots if slot.subject_id in settled and slot.which not in TELLS_THE_END}
        assert not of_settled & {slot_id for row in rows for slot_id in outbox.slots_of(row)}

    @invariant()
    def every_open_promise_still_has_its_nudge_or_had_it(self) -> None:
        slots = self.world.slots()
        for promise_id, (state, user) in self.promises.items():
            if state == "open" and promise_id not in self.quiet:
                due = self.world.promise(promise_id).due_at
                live = {
                    slot.which
                    for slot in slots
                    if (slot.subject_id, slot.person_id, slot.due_at) == (promise_id, user, due)
                    and slot.state != "skipped"
                }
                assert "missed" in live


def evidence_state(scope: Scope, evidence_id: str) -> str:
    return scope.session.get_one(Evidence, (scope.team_id, evidence_id)).state
