"""All subjects in one walk, the clock, and what must hold whatever was done."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, select

from bot import outbox
from bot.database import Scope
from bot.ledger import entries, firing, leads, offers, views
from bot.messages import cards as card_words
from bot.models import Entry, Mention
from tests.ledger.walk.knowing import Knowing
from tests.ledger.walk.leaving import Leaving
from tests.ledger.walk.looping import Looping
from tests.ledger.walk.praising import Praising
from tests.ledger.walk.promising import Promising
from tests.ledger.walk.requesting import Requesting
from tests.ledger.walk.sharing import OWNS, Sharing
from tests.support import replaying
from tests.support.blocks import plain
from tests.support.world import STAFF


class LedgerMachine(Looping, Praising, Knowing, Leaving, Requesting, Promising, Sharing):
    @rule(hours=st.sampled_from([0, 1, 3, 9, 26, 70]))
    def time_passes(self, hours: int) -> None:
        self.world.later(hours=hours)
        self.world.run(firing.note_misses)
        self.world.fire()
        self.say()
        self.world.run(offers.expire_due)
        self.world.run(leads.lapse_due)
        if self.lead_offer is not None and self.lead_offer.lapses_at <= self.world.now:
            self.lead_offer = None
        self.stand_ins_follow()
        for promise_id, (state, user) in self.promises.items():
            if state in {"offered", "requested"} and self.world.promise(promise_id).state == "expired":
                self.promises[promise_id] = ("expired", user)
        self.acted()

    @invariant()
    def every_entry_is_attributed(self) -> None:
        found = self.world.run(lambda s: list(s.session.execute(select(Entry)).scalars()))
        assert {entry.by for entry in found} <= {*STAFF, entries.BOT}
        assert all(entry.subject_id for entry in found)
        self.the_history_says_what_is([one for one in found if one.subject_id == self.mention_id])

    def the_history_says_what_is(self, found: list[Entry]) -> None:
        """Told again, act by act, it is the mention's shares, its lead, and what was said of it."""
        tale = replaying.of_mention(sorted(found, key=lambda one: one.id))
        expected = {user: state for user, state in self.shares.items() if user in tale.shares or state != "asked"}
        assert tale.shares == expected
        owned = {user for user, state in self.shares.items() if state in OWNS}
        assert (tale.lead if owned else None) == self.lead()
        assert (tale.answered_by, tale.is_dismissed) == (self.answered_by, self.is_dismissed)
        standing = self.lead_offer
        assert tale.offer == ((standing.from_id, standing.to_id) if standing is not None else None)

    @invariant()
    def the_history_of_each_promise_says_what_is(self) -> None:
        found = self.world.run(lambda s: list(s.session.execute(select(Entry).order_by(Entry.id)).scalars()))
        offered = {one.promise_id for one in self.offered_hand_offs()}
        for promise_id, (state, _) in self.promises.items():
            tale = replaying.of_promise([one for one in found if one.subject_id == promise_id], "")
            assert tale.state == state
            assert (tale.hand_off is not None) == (promise_id in offered)

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

    @invariant()
    def the_card_shows_what_is_or_will(self) -> None:
        """Whoever changes something has it told: a card that nothing waits to change is as the ledger says."""
        waiting = {row.subject_id for row in self.world.rows(outbox.CARD)}
        for mention_id, card in self.cards.items():
            if mention_id not in waiting:
                mention = self.world.mention(mention_id)
                is_update = card.method == "chat.update"
                fresh = self.world.run(fresh_card, mention, is_update)
                assert plain(card.arguments["blocks"]) == plain(fresh.blocks)


def fresh_card(scope: Scope, mention: Mention, is_update: bool) -> Any:
    return card_words.card(views.card(scope, mention), is_update)


def walk(engine: Engine, examples: int, steps: int) -> None:
    class Machine(LedgerMachine):
        pass

    Machine.engine = engine
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    wanted = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks, database=None
    )
    run_state_machine_as_test(Machine, settings=wanted)
