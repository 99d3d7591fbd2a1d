"""Customers who are one, or are not: merged and split."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from bot.database import Scope
from bot.ledger import customers, merging
from tests.ledger.walk.beginning import ACME, ACME_LTD, ACTORS, GLOBEX, Walk

NAMES = st.sampled_from([ACME, ACME_LTD, GLOBEX])


class Knowing(Walk):
    """`kept`: by name, as whom a customer counts."""

    def begin_loops(self) -> None:
        super().begin_loops()
        self.kept = {name: name for name in self.customers}

    @rule(user=ACTORS, one=NAMES, other=NAMES)
    def merge(self, user: str, one: str, other: str) -> None:
        kept, gone = self.kept[one], self.kept[other]
        if self.act(self.run(merging.merge, self.customers[one], self.customers[other], user), kept != gone):
            self.kept = {name: kept if root == gone else root for name, root in self.kept.items()}

    @rule(user=ACTORS, name=NAMES)
    def split(self, user: str, name: str) -> None:
        """Only those who were merged with it go along."""
        root = self.kept[name]
        if self.act(self.run(merging.split, self.customers[name], user), root != name):
            now = self.counted()
            assert now[name] == name
            assert all(now[one] in {had, name} if had == root else now[one] == had for one, had in self.kept.items())
            self.kept = now

    @rule(user=ACTORS, one=NAMES, other=NAMES)
    def merge_and_split(self, user: str, one: str, other: str) -> None:
        """The reverse gives all back."""
        before, gone = dict(self.kept), self.kept[other]
        if self.kept[one] == gone:
            return
        self.merge(user, one, other)
        self.act(self.run(merging.split, self.customers[gone], user), True)
        self.kept = self.counted()
        assert self.kept == before

    def counted(self) -> dict[str, str]:
        return self.world.run(lambda s: {name: self.name_of(s, name) for name in self.customers})

    def name_of(self, scope: Scope, name: str) -> str:
        found = customers.find(scope, name.casefold())
        assert found is not None
        return found.name

    @invariant()
    def customers_are_as_the_model_says(self) -> None:
        assert self.counted() == self.kept
        of_mention = self.world.mention(self.mention_id).customer_id
        assert self.world.run(customers.name_of, of_mention) == self.kept[ACME_LTD]
        assert all(self.kept[root] == root for root in self.kept.values())
