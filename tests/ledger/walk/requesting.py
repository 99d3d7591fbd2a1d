"""Requests: EVA asks for promises."""

from __future__ import annotations

from datetime import timedelta

from hypothesis.stateful import precondition, rule

from bot.ledger import requests
from tests.ledger.walk.beginning import ACTORS, HOURS, WHICH, Walk
from tests.support.world import EVA


class Requesting(Walk):
    @precondition(lambda self: not self.is_dismissed)
    @rule(user=ACTORS, hours=HOURS)
    def ask(self, user: str, hours: int) -> None:
        due = self.world.now + timedelta(hours=hours)
        promise_id = self.world.requested(due, user, mention_id=self.mention_id)
        self.promises[promise_id] = ("requested", user)
        self.requests[promise_id] = None
        self.acted()

    def request(self, which: int) -> tuple[str, str, str]:
        """One that was asked for, its state and whose it is now."""
        promise_id = sorted(self.requests)[which % len(self.requests)]
        return (promise_id, *self.promises[promise_id])

    @precondition(lambda self: self.requests)
    @rule(which=WHICH, hours=HOURS)
    def counter(self, which: int, hours: int) -> None:
        promise_id, state, user = self.request(which)
        due = self.world.now + timedelta(hours=hours)
        if self.act(self.run(requests.counter, promise_id, user, due), state == "requested"):
            self.requests[promise_id] = due

    @precondition(lambda self: self.requests)
    @rule(which=WHICH)
    def agree(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        due = self.requests[promise_id]
        may = state == "requested" and due is not None
        if state == "open" or (may and due is not None and due <= self.world.now):
            return  # a second click, and one that comes too late
        if self.act(self.run(requests.agree, promise_id, EVA), may):
            self.promises[promise_id] = ("open", user)
            self.takes_part(user)

    @precondition(lambda self: self.requests)
    @rule(which=WHICH)
    def take_back(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        if state == "expired":
            return  # lapsed, or a second click
        if self.act(self.run(requests.take_back, promise_id, EVA), state == "requested"):
            self.promises[promise_id] = ("expired", user)
            self.taken_back.add(promise_id)

    @precondition(lambda self: self.requests)
    @rule(which=WHICH)
    def ask_again(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        due = self.world.promise(promise_id).due_at
        if state == "requested" or (state == "expired" and due is not None and due <= self.world.now):
            return
        if self.act(self.run(requests.ask_again, promise_id, EVA), state == "expired"):
            self.asked_again(promise_id, user)

    @precondition(lambda self: self.requests)
    @rule(which=WHICH)
    def reconsider(self, which: int) -> None:
        promise_id, state, user = self.request(which)
        if state == "requested":
            return
        may = state == "declined" or (state == "expired" and promise_id not in self.taken_back)
        if self.act(self.run(requests.reconsider, promise_id, user), may):
            self.asked_again(promise_id, user)

    def asked_again(self, promise_id: str, user: str) -> None:
        self.promises[promise_id] = ("requested", user)
        self.requests[promise_id] = None
        self.taken_back.discard(promise_id)
