"""Shares, the lead, the answer: what people do about a mention."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from bot.database import Scope
from bot.ledger import cards, leads, mentions, parts, shares
from bot.models import LeadOffer, Share
from bot.models.mention import state_of
from tests.ledger.walk.beginning import ACTORS, EVERYBODY, Walk
from tests.support.world import DAN, EVA

OWNS = {"claimed", "done"}


class Sharing(Walk):
    @rule(user=ACTORS)
    def claim(self, user: str) -> None:
        self.act(self.run(press_claim, self.mention_id, user), self.is_dismissed or self.shares.get(user) != "claimed")
        self.claims(user)
        self.is_dismissed = False

    @rule(user=EVERYBODY)
    def release(self, user: str) -> None:
        may = self.shares.get(user) in {"asked", "claimed"}
        if self.act(self.run(press_release, self.mention_id, user), may):
            self.shares[user] = "declined"

    @rule(user=st.sampled_from([DAN, EVA]))
    def mute(self, user: str) -> None:
        """One's nudges of it end; the reverse plans them anew."""
        mute = shares.unmute if user in self.muted else shares.mute
        if self.shares.get(user) is None:
            return
        self.act(lambda: self.world.run(lambda s: [mute(s, mentions.get(s, self.mention_id, by=user), user)]), True)
        self.muted ^= {user}
        live = {slot.which for slot in self.world.slots(self.mention_id) if slot.state == "waiting"}
        assert user not in self.muted or "unclaimed" not in live or self.others_are_asked(user)

    def others_are_asked(self, user: str) -> bool:
        return any(state == "asked" for other, state in self.shares.items() if other != user)

    @rule(user=ACTORS, note=st.sampled_from(["", "refunded"]), is_done=st.booleans())
    def part(self, user: str, note: str, is_done: bool) -> None:
        state = self.shares.get(user)
        found = self.world.run(shares.get, self.mention_id, user)
        is_owner = state in OWNS
        new = is_owner and ((found and found.note) != note or (state == "done") != is_done)
        self.act(self.run(parts.change, self.mention_id, user, note, is_done), new)
        if is_owner:
            self.shares[user] = "done" if is_done else "claimed"

    # the lead

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
    @rule(user=EVERYBODY, accepted=st.booleans(), is_asked=st.booleans())
    def answer_lead(self, user: str, accepted: bool, is_asked: bool) -> None:
        asked = self.lead_offer
        assert asked is not None
        user = asked.to_id if is_asked else user
        may = self.lead_offer_stands() and asked.to_id == user
        self.act(self.run(leads.answer, asked.id, user, accepted), may)
        if may:
            self.lead_offer = None
        if may and accepted:
            assert self.lead() == user
            self.claims(user)  # also where it was done: whoever leads is on it
        self.stand_ins_are_asked()

    @rule(user=ACTORS)
    def take_lead_back(self, user: str) -> None:
        may = self.lead_offer is not None and self.lead_offer.from_id == user
        self.act(self.run(leads.take_back, self.mention_id, user), may)
        self.lead_offer = None if may else self.lead_offer

    def stand_ins_are_asked(self) -> None:
        """The bot may have asked somebody to stand in, or somebody else, or nobody any more: whoever leads keeps it."""
        standing = self.world.run(leads.waiting, self.mention_id)
        if standing is not None and standing.why:
            assert standing.from_id == self.lead()
            assert standing.to_id != standing.from_id
            self.lead_offer = standing
        elif self.lead_offer is not None and self.lead_offer.why:
            assert standing is None
            self.lead_offer = None

    # the answer

    @rule(user=ACTORS)
    def answer(self, user: str) -> None:
        may = self.answered_by is None and not self.is_dismissed
        if self.act(self.run(mentions.mark_answered, self.mention_id, user), may):
            self.answered_by = user
            self.customer_knows()
            if self.shares.get(user) == "claimed":
                self.shares[user] = "done"

    def customer_knows(self) -> None:
        """They had a word: of what is fixed, too."""

    @rule(user=ACTORS)
    def undo_answer(self, user: str) -> None:
        self.act(self.run(mentions.undo_answered, self.mention_id, user), self.answered_by is not None)
        self.opened_again()

    @rule()
    def customer_speaks(self) -> None:
        """What was answered is open again, and nobody need be asked whether it lasted."""
        self.act(lambda: self.world.run(customer_spoke, self.mention_id), self.answered_by is not None)
        self.opened_again(has_spoken=True)

    def opened_again(self, has_spoken: bool = False) -> None:
        if self.answered_by is not None and self.shares.get(self.answered_by) == "done":
            self.shares[self.answered_by] = "claimed"
        if has_spoken or self.answered_by is not None:
            self.is_settled_again(was_answered=self.answered_by is not None)
        self.answered_by = None

    def is_settled_again(self, *, was_answered: bool) -> None:
        """Check-backs end, and whether the customer was told of a fix."""

    @rule(user=ACTORS)
    def dismiss(self, user: str) -> None:
        self.act(self.run(mentions.dismiss, self.mention_id, user), not self.is_dismissed)
        self.is_dismissed = True

    @rule(user=ACTORS)
    def undo_dismiss(self, user: str) -> None:
        self.act(self.run(mentions.undo_dismiss, self.mention_id, user), self.is_dismissed)
        self.is_dismissed = False

    @precondition(lambda self: not self.is_dismissed)
    @rule(user=ACTORS)
    def leave_out(self, user: str) -> None:
        """Whoever was asked because of the tag, and did not answer, is asked no more."""
        may = not self.is_left_out and not self.has_acted
        if not self.act(self.run(mentions.leave_out, self.mention_id, self.product, user), may):
            return
        for asked in [one for one, state in self.shares.items() if state == "asked"]:
            del self.shares[asked]
            self.muted.discard(asked)
        self.is_left_out = True
        live = {slot.which for slot in self.world.slots(self.mention_id) if slot.state in {"waiting", "queued"}}
        assert not live & {"unclaimed", "unclaimed_head"}

    @precondition(lambda self: not self.is_dismissed)
    @rule(user=ACTORS)
    def undo_leave_out(self, user: str) -> None:
        self.act(self.run(mentions.undo_leave_out, self.mention_id, self.product, user), self.is_left_out)
        self.has_acted = self.has_acted and not self.is_left_out
        self.is_left_out = False
        self.others_may_be_asked()

    def others_may_be_asked(self) -> None:
        """A tag, or a stand-in's absence, may have asked somebody of the department who had no part yet."""
        for share in self.world.run(shares.of_mention, self.mention_id):
            if share.user_id not in self.shares:
                assert share.state == "asked"
                assert share.user_id in {DAN, EVA}
                self.shares[share.user_id] = "asked"

    # what always holds

    @invariant()
    def shares_are_as_the_model_says_and_one_leads(self) -> None:
        found: list[Share] = self.world.run(shares.of_mention, self.mention_id)
        assert {share.user_id: share.state for share in found} == self.shares
        owners = [share for share in found if share.state in OWNS]
        assert [share.is_lead for share in found].count(True) == bool(owners)
        assert all(not share.is_lead for share in found if share not in owners)

    @invariant()
    def one_offer_of_the_lead_stands_at_most(self) -> None:
        standing = self.world.run(leads.waiting, self.mention_id)
        assert (standing and standing.id) == (self.lead_offer and self.lead_offer.id)

    @invariant()
    def the_mention_is_in_the_state_that_its_facts_say(self) -> None:
        owned = [state for state in self.shares.values() if state in OWNS]
        expected = "owned" if owned else "new"
        if self.answered_by is not None:
            expected = "closed" if owned and set(owned) == {"done"} else "answered"
        if self.is_dismissed:
            expected = "dismissed"
        found = self.world.run(shares.of_mention, self.mention_id)
        assert state_of(self.world.mention(self.mention_id), found) == expected

    @invariant()
    def whoever_is_still_asked_will_be_nudged_or_was(self) -> None:
        """No share is lost: while nobody is on it, everybody who is asked hears of it, unless they muted it. (Of what
        waited for a cause they hear when it is fixed.)
        """
        if self.is_dismissed or self.answered_by or self.has_waited() or set(self.shares.values()) & OWNS:
            return
        live = {
            slot.person_id
            for slot in self.world.slots(self.mention_id)
            if slot.which == "unclaimed" and slot.state != "skipped"
        }
        for user, state in self.shares.items():
            assert state != "asked" or user in self.muted or user in live, f"{user} will hear nothing"

    def has_waited(self) -> bool:
        """Whether it waits for a cause, or did."""
        return False


def press_claim(scope: Scope, mention_id: str, user_id: str) -> bool:
    """As the card's button does it: what was dismissed is a mention again."""
    mention = mentions.get(scope, mention_id, by=user_id)
    is_back = mention.dismissed_at is not None and mentions.undo_dismiss(scope, mention_id, user_id)
    new = shares.claim(scope, mention, user_id)
    if new:
        cards.changed(scope, mention)
    return new or is_back


def press_release(scope: Scope, mention_id: str, user_id: str) -> bool:
    mention = mentions.get(scope, mention_id, by=user_id)
    released = shares.release(scope, mention, user_id)
    if released:
        cards.changed(scope, mention)
    return released


def customer_spoke(scope: Scope, mention_id: str) -> bool:
    """Whether their words opened it again."""
    was_answered = mentions.get(scope, mention_id).answered_at is not None
    mentions.customer_spoke(scope, mention_id)
    return was_answered
