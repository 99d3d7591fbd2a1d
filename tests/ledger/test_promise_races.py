"""Two acts on one promise at the same instant: the second waits for the first, and sees what it did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.database import Scope
from bot.errors import BotError, PromiseSettled
from bot.facts import Said
from bot.ledger import (
    edits,
    evidence,
    hand_offs,
    marks,
    offers,
    promises,
    requests,
)
from bot.ledger.edits import Edited
from bot.ledger.evidence import Found
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.models import Evidence, HandOff, Promise
from tests.support.at_once import while_under_way
from tests.support.world import ANN, BEN, EVA, OPEN, World

DUE = datetime(2026, 11, 26, 15, tzinfo=UTC)
LATER = DUE + timedelta(days=2)

Act = Callable[[Scope, str], Any]


@pytest.fixture
def world(postgresql_world: World) -> World:
    return postgresql_world


def keep(scope: Scope, promise_id: str) -> Any:
    return promises.keep(scope, promise_id, ANN)


def move(scope: Scope, promise_id: str) -> Any:
    return promises.move(scope, promise_id, ANN, LATER)


def track(scope: Scope, promise_id: str) -> Any:
    return offers.track(scope, promise_id, ANN)


def decline(scope: Scope, promise_id: str) -> Any:
    return offers.decline(scope, promise_id, ANN)


def withdraw(scope: Scope, promise_id: str) -> Any:
    return promises.withdraw(scope, promise_id, ANN, "why")


@pytest.mark.parametrize(("first", "second"), [(keep, move), (keep, withdraw), (withdraw, keep), (withdraw, move)])
def test_what_is_settled_meanwhile_is_not_changed_any_more(world: World, first: Act, second: Act) -> None:
    promise_id = world.promised(DUE)
    with pytest.raises(PromiseSettled):
        while_under_way(world, lambda s: first(s, promise_id), lambda s: second(s, promise_id))
    kept = world.promise(promise_id)
    assert (kept.state, kept.due_at) == ("kept" if first is keep else "withdrawn", DUE)
    assert world.slots(promise_id, "waiting") == []


def test_a_promise_moved_meanwhile_is_kept_as_of_its_new_moment(world: World) -> None:
    promise_id = world.promised(DUE)
    world.now = DUE - timedelta(minutes=1)
    while_under_way(world, lambda s: move(s, promise_id), lambda s: promises.keep(_at(s, DUE), promise_id, ANN))
    found = world.promise(promise_id)
    assert (found.state, found.due_at, found.missed_at) == ("kept", LATER, None)
    assert world.slots(promise_id, "waiting") == []


def _at(scope: Scope, moment: datetime) -> Scope:
    return Scope(scope.session, scope.team_id, moment, scope.new_id)


@pytest.mark.parametrize(("first", "second"), [(decline, track), (track, decline)])
def test_an_offer_is_answered_once(world: World, first: Act, second: Act) -> None:
    promise_id = world.offered(DUE)
    with pytest.raises(PromiseSettled):
        while_under_way(world, lambda s: first(s, promise_id), lambda s: second(s, promise_id))
    assert world.promise(promise_id).state == ("declined" if first is decline else "open")
    assert bool(world.slots(promise_id, "waiting")) == (first is track)


def spoken(due: datetime | None = DUE) -> Spoken:
    return Spoken("I'll get back to her", due, None, is_read=True)


def offered(world: World) -> tuple[Said, str]:
    """A promise that was read in a message, and that message."""
    said = world.said(OPEN, ANN)
    promise_id = world.run(offers.offer, said, spoken())
    assert promise_id is not None
    return said, promise_id


def there(scope: Scope, said: Said) -> Promise:
    """The promise of that message, locked."""
    found = promises.said_at_locked(scope, said.channel_id, said.ts)
    assert found is not None
    return found


def test_an_offer_that_was_tracked_meanwhile_is_not_asked_for(world: World) -> None:
    said, promise_id = offered(world)
    with pytest.raises(BotError):
        while_under_way(
            world,
            lambda s: offers.track(s, promise_id, ANN),
            lambda s: requests.ask(s, Asking(ANN, spoken(), said), EVA),
        )
    assert world.promise(promise_id).state == "open"


def test_what_is_asked_for_meanwhile_is_not_offered_again(world: World) -> None:
    """Their own shortcut, and a colleague's, on a promise that was put aside."""
    said, promise_id = offered(world)
    world.run(offers.decline, promise_id, ANN)
    while_under_way(
        world,
        lambda s: requests.ask(s, Asking(ANN, spoken(), said), EVA),
        lambda s: offers.offer_again(s, there(s, said), spoken()),
    )
    found = world.promise(promise_id)
    assert (found.state, found.asked_by_id) == ("requested", EVA)
    assert [row.purpose for row in world.rows() if row.subject_id == promise_id] == ["request"]


@pytest.mark.parametrize("left", [None, "I'll write to her on Friday"], ids=["no promise", "other words"])
def test_an_offer_that_was_tracked_meanwhile_outlives_an_edit(world: World, left: str | None) -> None:
    said, promise_id = offered(world)
    later = DUE + timedelta(days=1)

    def edit(scope: Scope) -> None:
        wanted = Spoken(left, later, None, is_read=True) if left else None
        offers.edited(scope, there(scope, said), wanted)

    while_under_way(world, lambda s: offers.track(s, promise_id, ANN), edit)
    found = world.promise(promise_id)
    assert (found.state, found.due_at) == ("open", DUE)
    assert len(world.slots(promise_id, "waiting")) == 2


def test_an_offer_that_was_tracked_meanwhile_outlives_the_deletion_of_its_message(world: World) -> None:
    said, promise_id = offered(world)

    def delete(scope: Scope) -> None:
        offers.deleted(scope, there(scope, said))

    while_under_way(world, lambda s: offers.track(s, promise_id, ANN), delete)
    found = world.promise(promise_id)
    assert (found.state, found.words) == ("open", "")


def test_two_edits_leave_the_words_of_the_later_one(world: World) -> None:
    said = world.said(OPEN, ANN)
    promise_id = world.run(promises.make, ANN, spoken(), said).id

    def edit(ts: str, words: str) -> Any:
        def follow(scope: Scope) -> None:
            known = promises.said_at(scope, said.channel_id, said.ts)
            assert known is not None
            edits.follow(scope, known.id, Edited(ANN, ts, words, DUE, True))

        return follow

    while_under_way(world, edit("1900000002.0", "the later"), edit("1900000001.0", "the earlier"))
    assert world.promise(promise_id).words == "the later"


def test_marks_that_come_together_both_stand(world: World) -> None:
    said = world.said(OPEN, ANN)
    promise_id = world.run(promises.make, ANN, spoken(), said).id

    def mark(name: str) -> Any:
        def note(scope: Scope) -> bool:
            found = marks.promise_at(scope, said.channel_id, said.ts)
            assert found is not None
            return marks.note(scope, found, marks.Mark(said.channel_id, said.ts, name), False)

        return note

    while_under_way(world, mark("white_check_mark"), mark("heavy_check_mark"))
    assert len(world.promise(promise_id).marks) == 2


def test_evidence_that_was_counted_meanwhile_outlives_its_message(world: World) -> None:
    promise_id = world.promised(DUE)
    found = Found("words", OPEN, world.ts(), "1.1")
    shown = world.run(lambda s: evidence.offer(s, s.session.get_one(Promise, (s.team_id, promise_id)), found))
    assert shown is not None
    while_under_way(
        world,
        lambda s: evidence.count(s, shown, ANN),
        lambda s: evidence.deleted(s, found.channel_id, found.ts),
    )
    kept = world.run(lambda s: s.session.get_one(Evidence, (s.team_id, shown)))
    assert (kept.state, kept.ts) == ("counted", None)


def test_a_hand_off_and_the_end_of_its_promise_never_wait_for_each_other(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Both lock the promise first: else PostgreSQL would have to end one of them."""
    caplog.set_level("INFO", "bot.database")
    promise_id = world.promised(DUE)
    asked = world.run(hand_offs.offer, promise_id, ANN, BEN)
    with pytest.raises(PromiseSettled):
        while_under_way(
            world, lambda s: promises.keep(s, promise_id, ANN), lambda s: hand_offs.answer(s, asked.id, BEN, True)
        )
    assert world.promise(promise_id).user_id == ANN
    assert world.run(lambda s: s.session.get_one(HandOff, (s.team_id, asked.id))).state == "lapsed"
    assert not caplog.records


def find_evidence(scope: Scope, promise_id: str) -> str | None:
    """What the promiser just wrote may show that it is kept."""
    promise = scope.session.get_one(Promise, (scope.team_id, promise_id))
    return evidence.offer(scope, promise, Found("words", OPEN, "1900000001.0", "1.1"))


@pytest.mark.parametrize("settle", [keep, withdraw])
def test_what_is_settled_meanwhile_is_not_asked_about(world: World, settle: Act) -> None:
    promise_id = world.promised(DUE)
    asked = while_under_way(world, lambda s: settle(s, promise_id), lambda s: find_evidence(s, promise_id))
    assert asked is None
    assert world.run(evidence.standing, promise_id) is None
    assert world.rows("evidence") == []


def test_what_was_handed_over_meanwhile_is_not_asked_of_whoever_has_it_now(world: World) -> None:
    promise_id = world.promised(DUE)
    asked = world.run(hand_offs.offer, promise_id, ANN, BEN)
    shown = while_under_way(
        world, lambda s: hand_offs.answer(s, asked.id, BEN, True), lambda s: find_evidence(s, promise_id)
    )
    assert shown is None
    assert world.run(evidence.standing, promise_id) is None
