"""Leaves, as a status or days off say, and settings: who stands in, that nothing is taken, and when nudges come."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from bot.database import Scope
from bot.facts import PersonFacts
from bot.ledger import absences, leads, leaves, people, settings
from bot.ledger.settings import OwnHours
from bot.models import LeadOffer
from tests.ledger.walk.beginning import EVERYBODY, Walk

EARLY = OwnHours(time(7), time(13), frozenset({0, 1, 2, 3, 4, 5}))
CHOICES: tuple[dict[str, object], ...] = (
    {"hours": EARLY},
    {"hours": None, "quiet": None},
    {"quiet": (time(12), time(13, 30))},
    {"rhythm": "daily"},
    {"rhythm": "each"},
    {"rhythm": "merged"},
)


class Leaving(Walk):
    @rule(user=EVERYBODY, days=st.sampled_from([None, 0.2, 2, 9]))
    def go_on_leave(self, user: str, days: float | None) -> None:
        """As their status says, until some day or nobody knows when."""
        until = self.world.now + timedelta(days=days) if days is not None else None
        before = self.world.run(everybody_else_asked)
        self.world.run(follow_status, user, True, until)
        assert self.world.run(everybody_else_asked) >= before
        self.stand_ins_follow()

    @rule(user=EVERYBODY)
    def return_early(self, user: str) -> None:
        self.world.run(follow_status, user, False, None)
        self.stand_ins_follow()

    @rule(user=EVERYBODY, first=st.integers(0, 4), days=st.integers(0, 6))
    def take_days_off(self, user: str, first: int, days: int) -> None:
        today = self.world.run(people.hours_of, user).local(self.world.now).date()
        begins = today + timedelta(days=first)
        self.choose(user, off=((begins, begins + timedelta(days=days)),))

    @rule(user=EVERYBODY)
    def come_back(self, user: str) -> None:
        self.world.run(settings.come_back, user)
        self.stand_ins_follow()

    @rule(user=EVERYBODY, choices=st.sampled_from(CHOICES))
    def choose_settings(self, user: str, choices: dict[str, object]) -> None:
        self.choose(user, **choices)

    @rule(user=EVERYBODY)
    def choose_evidence(self, user: str) -> None:
        """They don't want to be asked whether they kept a promise, or do again."""
        self.choose(user, evidence=user in self.evidence_off)
        self.evidence_off ^= {user}

    def choose(self, user: str, **chosen: object) -> None:
        before = self.world.run(settings.of, user)
        wanted = replace(before, **chosen)  # type: ignore[arg-type]
        self.act(lambda: self.world.run(settings.choose, user, wanted) != before, wanted != before)
        assert self.world.run(settings.of, user) == wanted
        self.stand_ins_follow()

    def stand_ins_follow(self) -> None:
        """The bot asks others, or nobody any more: whoever leads has it, unless somebody else said yes."""
        self.acted()
        self.stand_ins_are_asked()  # type: ignore[attr-defined]
        self.others_may_be_asked()  # type: ignore[attr-defined]

    @invariant()
    def who_is_away_is_asked_for_nothing_new(self) -> None:
        """Nobody on leave is asked to stand in; and where whoever led is back, they lead again or chose otherwise."""
        standing = self.world.run(leads.waiting, self.mention_id)
        if standing is not None and standing.why and standing.created_at >= self.world.now - timedelta(seconds=1):
            assert not self.world.run(absences.is_on_leave, standing.to_id)


def everybody_else_asked(scope: Scope) -> set[str]:
    """Stand-ins who accepted: somebody's leave takes nothing from them."""
    accepted = select(LeadOffer.id).where(LeadOffer.state == "accepted")
    return set(scope.session.execute(accepted).scalars())


def follow_status(scope: Scope, user_id: str, is_away: bool, until: object) -> None:
    """As the job applies what Slack says of a status."""
    zone = people.hours_of(scope, user_id).zone
    facts = [PersonFacts(user_id, user_id, zone=zone, is_away=is_away, away_until=until)]  # type: ignore[arg-type]
    changed = leaves.changed(scope, facts)
    people.remember(scope, facts)
    for one in changed:
        leaves.follow(scope, one)
