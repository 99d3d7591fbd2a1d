"""Praise: whose it is, and whether the customer may be quoted."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from bot.ledger import praise, shares
from bot.models.praise import QUOTE_MOVES
from tests.ledger.walk.beginning import ACTORS, EVERYBODY, Walk
from tests.ledger.walk.sharing import press_claim, press_release


class Praising(Walk):
    def begin_loops(self) -> None:
        super().begin_loops()
        self.credited: set[str] = set()
        self.quote: str | None = None

    @rule(user=ACTORS)
    def claim_praise(self, user: str) -> None:
        share = self.world.run(shares.get, self.praise_id, user)
        is_on_it = share is not None and share.state == "claimed"
        self.world.run(press_release if is_on_it else press_claim, self.praise_id, user)
        self.acted()

    @rule(user=ACTORS, to=EVERYBODY)
    def credit(self, user: str, to: str) -> None:
        self.act(self.run(praise.credit, self.praise_id, user, to), to not in self.credited)
        self.credited.add(to)

    @rule(user=ACTORS, to=EVERYBODY)
    def take_credit_back(self, user: str, to: str) -> None:
        self.act(self.run(praise.take_credit_back, self.praise_id, user, to), to in self.credited)
        self.credited.discard(to)

    def may_quote(self, act: str, to: str) -> bool:
        return (self.quote, to) in QUOTE_MOVES[act]

    @rule(user=ACTORS)
    def ask_to_quote(self, user: str) -> None:
        if self.act(self.run(praise.ask_to_quote, self.praise_id, user), self.may_quote("ask", "asked")):
            self.quote = "asked"

    @rule(user=ACTORS, is_allowed=st.booleans())
    def answer_quote(self, user: str, is_allowed: bool) -> None:
        """Whoever asks the customer says it, or who is on it."""
        found = self.world.run(shares.of_mention, self.praise_id)
        fit = {one.user_id for one in found if one.state in {"claimed", "done"}}
        fit.add(str(self.world.mention(self.praise_id).quote_to))
        act, to = ("allow", "allowed") if is_allowed else ("refuse", "refused")
        if self.act(
            self.run(praise.answer_quote, self.praise_id, user, is_allowed), user in fit and self.may_quote(act, to)
        ):
            self.quote = to

    @rule(user=ACTORS)
    def take_quote_back(self, user: str) -> None:
        may = self.quote == "asked"
        self.act(self.run(praise.take_quote_back, self.praise_id, user), may)
        self.quote = "taken_back" if may else self.quote

    @invariant()
    def praise_is_as_the_model_says(self) -> None:
        mention = self.world.mention(self.praise_id)
        assert mention.quote_state == self.quote
        assert set(self.world.run(praise.credited, mention)) == self.credited
        found = self.world.run(shares.of_mention, self.praise_id)
        owners = [one for one in found if one.state in {"claimed", "done"}]
        assert [one.is_lead for one in found].count(True) == bool(owners)
