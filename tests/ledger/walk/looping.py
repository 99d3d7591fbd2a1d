"""Causes that mentions wait for, and check-backs: loops that are closed days later."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from sqlalchemy import select

from bot.ledger import causes, check_backs
from bot.models import Cause
from tests.ledger.walk.beginning import ACTORS, WHICH, Walk
from tests.support.world import OPEN

KEYS = st.sampled_from(["OPS-12", "bug 4711"])


class Looping(Walk):
    """`waits`: by mention, its cause, and whether it waits still; `told`: of which fix the customer knows."""

    def begin_loops(self) -> None:
        super().begin_loops()
        self.causes: dict[str, tuple[str, str]] = {}  # id → key, state
        self.waits: dict[str, tuple[str, bool]] = {}
        self.told: set[str] = set()
        self.check_back: str | None = None  # who asked for it

    def has_waited(self) -> bool:
        return self.mention_id in self.waits

    def mention_of(self, which: int) -> str:
        return (self.mention_id, self.praise_id)[which % 2]

    def customer_knows(self) -> None:
        super().customer_knows()  # type: ignore[misc]
        if not self.waits.get(self.mention_id, ("", True))[1]:
            self.told.add(self.mention_id)

    def is_settled_again(self, *, was_answered: bool) -> None:
        self.check_back = None
        if was_answered:
            self.told.discard(self.mention_id)

    def is_shut(self, mention_id: str) -> bool:
        return self.is_dismissed and mention_id == self.mention_id

    # causes

    @rule(which=WHICH, user=ACTORS, key=KEYS)
    def wait(self, which: int, user: str, key: str) -> None:
        mention_id = self.mention_of(which)
        cause_id, waits = self.waits.get(mention_id, ("", False))
        is_known = waits and self.causes[cause_id][0] == key
        may = not is_known and not self.is_shut(mention_id)
        self.act(self.run(causes.wait, mention_id, user, (key, key)), may)
        known = self.world.run(lambda s: {one.id: one for one in s.session.execute(select(Cause)).scalars()})
        for one in known.values():
            self.causes.setdefault(one.id, (one.key, "open"))
        if may:
            opened = next(one for one, (its, state) in self.causes.items() if (its, state) == (key, "open"))
            self.waits[mention_id] = (opened, True)
            self.told.discard(mention_id)

    @rule(which=WHICH, user=ACTORS)
    def wait_no_more(self, which: int, user: str) -> None:
        mention_id = self.mention_of(which)
        may = self.waits.get(mention_id, ("", False))[1]
        if self.act(self.run(causes.wait_no_more, mention_id, user), may):
            del self.waits[mention_id]

    def cause(self, which: int) -> tuple[str, str, bool]:
        """A cause, its state, and whether somebody can see anything that waits or waited for it."""
        cause_id = sorted(self.causes)[which % len(self.causes)]
        seen = [one for one, (its, _) in self.waits.items() if its == cause_id and not self.is_shut(one)]
        return cause_id, self.causes[cause_id][1], bool(seen)

    @precondition(lambda self: self.causes)
    @rule(which=WHICH, user=ACTORS)
    def fix(self, which: int, user: str) -> None:
        cause_id, state, is_seen = self.cause(which)
        may = state == "open" and is_seen
        self.act(lambda: self.world.run(causes.fix, cause_id, user) is not None, may)
        if may:
            self.causes[cause_id] = (self.causes[cause_id][0], "fixed")
            self.waits |= {one: (its, False) for one, (its, _) in self.waits.items() if its == cause_id}

    @precondition(lambda self: self.causes)
    @rule(which=WHICH, user=ACTORS)
    def unfix(self, which: int, user: str) -> None:
        cause_id, state, is_seen = self.cause(which)
        may = state == "fixed" and is_seen
        self.act(self.run(causes.unfix, cause_id, user), may)
        if may:
            key = self.causes[cause_id][0]
            again = next((one for one, had in self.causes.items() if had == (key, "open")), None)
            if again is None:
                self.causes[cause_id] = (key, "open")
            meant = [one for one, (its, _) in self.waits.items() if its == cause_id]
            self.waits |= dict.fromkeys(meant, (again or cause_id, True))
            self.told -= {*meant}

    @rule(keys=st.lists(KEYS, min_size=1, max_size=2, unique=True))
    def an_integration_says_fixed(self, keys: list[str]) -> None:
        """Somebody is asked, nothing is done."""
        self.world.run(causes.said_fixed, keys, OPEN, self.world.ts())
        self.acted()

    @precondition(lambda self: self.causes)
    @rule(which=WHICH, user=ACTORS)
    def refuse_fix(self, which: int, user: str) -> None:
        cause_id, state, is_seen = self.cause(which)
        asked = self.world.run(lambda s: s.session.get_one(Cause, (s.team_id, cause_id)).asked_id)
        self.act(self.run(causes.refuse, cause_id, user), is_seen and state == "open" and asked == user)

    @rule(which=WHICH, user=ACTORS, is_told=st.booleans())
    def tell(self, which: int, user: str, is_told: bool) -> None:
        """*They know*, and its reverse."""
        mention_id = self.mention_of(which)
        was_told = mention_id in self.told
        if is_told:
            may = mention_id in self.waits and not self.waits[mention_id][1] and not was_told
            self.act(self.run(causes.tell, mention_id, user), may)
        else:
            may = was_told
            self.act(self.run(causes.tell_not, mention_id, user), may)
        self.told ^= {mention_id} if may else set()

    @invariant()
    def causes_are_as_the_model_says(self) -> None:
        found = self.world.run(lambda s: list(s.session.execute(select(Cause)).scalars()))
        assert {one.id: (one.key, one.state) for one in found} == self.causes
        opened = [key for key, state in self.causes.values() if state == "open"]
        assert len(opened) == len(set(opened))
        for mention_id in (self.mention_id, self.praise_id):
            mention = self.world.mention(mention_id)
            assert (mention.fix_told_at is not None) == (mention_id in self.told)
            if mention_id in self.waits:
                assert (mention.cause_id, mention.waits_since is not None) == self.waits[mention_id]
            else:
                assert (mention.cause_id, mention.waits_since) == (None, None)
            assert mention.waits_since is None or self.causes[str(mention.cause_id)][1] == "open", "it waits for ever"

    @invariant()
    def nobody_is_nudged_to_take_up_what_waits(self) -> None:
        for mention_id, (_, waits) in self.waits.items():
            live = {slot.which for slot in self.world.slots(mention_id) if slot.state in {"waiting", "queued"}}
            assert not waits or not live & {"unclaimed", "unclaimed_head", "fixed"}

    # check-backs

    @rule(user=ACTORS, days=st.sampled_from(check_backs.DAYS))
    def ask_to_check_back(self, user: str, days: int) -> None:
        if self.act(self.run(check_backs.ask, self.mention_id, user, days), not self.is_dismissed):
            self.check_back = user

    @rule(user=ACTORS)
    def take_check_back_back(self, user: str) -> None:
        self.act(self.run(check_backs.take_back, self.mention_id, user), self.check_back is not None)
        self.check_back = None

    @precondition(lambda self: self.check_back is not None and not self.is_dismissed)
    @rule(user=ACTORS, is_well=st.booleans())
    def answer_check_back(self, user: str, is_well: bool) -> None:
        if is_well:
            self.world.run(check_backs.all_is_well, self.mention_id, user)
            self.acted()
        else:
            made = self.world.run(check_backs.promise_a_word, self.mention_id, user, "I'll write to her")
            self.promises[made.id] = ("open", user)
            self.takes_part(user)
            self.acted()
        self.check_back = None

    @invariant()
    def who_wants_to_check_back_is_asked_once_or_will_be(self) -> None:
        mention = self.world.mention(self.mention_id)
        assert mention.check_back_by == self.check_back
        slots = [slot for slot in self.world.slots(self.mention_id) if slot.which == "check_back"]
        live = [slot for slot in slots if slot.state in {"waiting", "queued"}]
        assert len(live) <= (self.check_back is not None)
        if mention.check_back_at is not None and mention.check_back_at > self.world.now:
            assert len(live) == (not self.is_dismissed)
