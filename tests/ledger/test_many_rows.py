"""Where there is much of everything: lists stay whole and in order, and the database is not asked row by row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.facts import ChannelFacts
from bot.ledger import (
    customer_views,
    customers,
    digests,
    mention_views,
    mentions,
    people,
    promise_views,
    promises,
    reminders,
    views,
)
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from bot.messages import digest as digest_words
from bot.messages.views import total
from bot.models import ChannelReminder
from tests.support.statements import statements
from tests.support.world import ANN, BEN, CAT, DAN, DIGESTS, EVA, MONDAY, OPEN, PRIVATE, SECOND, World

WEEK_END = datetime(2026, 11, 30, 9, tzinfo=UTC)
READER = Audience(user_id=CAT)


def share_many(world: World, number: int, **what: Any) -> list[str]:
    found = []
    for _ in range(number):
        world.later(seconds=1)
        found.append(world.share(**what).mention_id)
    return found


# Lists and counts


def test_what_waits_longest_is_in_the_list_however_much_is_open(world: World) -> None:
    oldest, *_ = share_many(world, mention_views.MOST + 1)
    shown = world.run(mention_views.mentions, READER, Wanted(is_open=True))
    assert shown[0].mention_id == oldest


def test_open_mentions_come_unowned_first_then_urgent_then_oldest(world: World) -> None:
    owned, first, second = share_many(world, 3)
    (urgent,) = share_many(world, 1, urgent=True)
    world.claim(owned, DAN)
    shown = world.run(mention_views.mentions, READER, Wanted(is_open=True))
    assert [line.mention_id for line in shown] == [urgent, first, second, owned]


def test_the_number_of_open_mentions_counts_those_that_are_not_shown(world: World) -> None:
    share_many(world, 4)
    share_many(world, 2, channel=PRIVATE, by=BEN)
    shown = world.run(mention_views.some, READER, Wanted(is_open=True), 3)
    assert (len(shown), total(shown)) == (3, 4)


def test_a_busy_week_is_counted_whole_and_each_number_opens_its_own(world: World) -> None:
    many = share_many(world, 12)
    answered, hers = many[-1], many[-2]
    world.run(mentions.mark_answered, answered, ANN)
    world.claim(hers, BEN)
    world.claim(hers, EVA)
    week = world.run(digests.view, Audience(channel_id=DIGESTS), WEEK_END)
    groups = week.groups or {}
    assert (total(week.mentions), len(week.mentions)) == (12, digests.LINKED)
    assert [line.mention_id for line in groups["answered"]] == [answered]
    assert [line.mention_id for line in groups["together"]] == [hers]
    assert [line.mention_id for line in groups["waiting"]] == many[: digests.LINKED]
    assert [total(groups[name]) for name in ("adversary", "waiting")] == [12, 10]
    words = str(digest_words.digest(week).blocks)
    assert "*12* mentions" in words
    assert "*10* waiting for an owner" in words
    assert "+4" in words


def test_everyone_who_shared_is_thanked_however_many_they_are(world: World) -> None:
    share_many(world, 10, by=ANN)
    share_many(world, 1, by=EVA)
    share_many(world, 1, channel=PRIVATE, by=BEN)
    assert world.run(digests.view, Audience(channel_id=DIGESTS), WEEK_END).sharers == (ANN, EVA)


def test_a_busy_week_counts_all_its_promises(world: World) -> None:
    kept = [world.promised(MONDAY + timedelta(hours=2)) for _ in range(10)]
    for promise_id in kept:
        world.run(promises.keep, promise_id, ANN)
    still = [world.promised(WEEK_END + timedelta(days=one)) for one in range(11)]
    week = world.run(digests.view, Audience(channel_id=DIGESTS), WEEK_END)
    assert (total(week.kept), total(week.still_open), week.kept_late, week.missed) == (10, 11, (), ())
    assert [one.id for one in week.still_open] == still[: digests.LINKED]


def test_a_customers_open_promise_is_shown_before_many_that_were_kept(world: World) -> None:
    world.run(customers.add, "Initech", "initech", ANN)
    oldest, *others = share_many(world, 25, customer="Initech")
    for mention_id in others:
        world.run(promises.keep, world.promised(MONDAY + timedelta(hours=9), mention_id=mention_id), ANN)
    still = world.promised(MONDAY + timedelta(days=9), mention_id=oldest)
    page = world.run(customer_views.meant, "initech", "Initech", READER)
    assert page.promises[0].id == still
    assert (total(page.mentions), total(page.promises)) == (25, 25)


def test_a_reminder_counts_all_that_is_open_and_lists_what_waits_longest(world: World) -> None:
    many = share_many(world, 20)
    for mention_id in many[:10]:
        world.claim(mention_id, DAN)
    world.remind()
    share_many(world, 1)
    shown = world.run(reminders.view, OPEN, MONDAY.date())
    assert (total(shown.owned), total(shown.unowned)) == (10, 10)
    assert shown.unowned[0].mention_id == many[10]
    assert "*10 without an owner yet*" in str(digest_words.reminder(shown).blocks)


# Statements


def fill(world: World) -> None:
    """Three open mentions, each with a department, two owners and a promise; and one that nobody is on."""
    for number in range(3):
        mention_id = world.share(by=(ANN, BEN, EVA)[number], customer="Initech").mention_id
        world.run(mentions.bring_in, mention_id, world.department("sales"), CAT)
        for user in (ANN, DAN):
            world.claim(mention_id, user)
        world.promised(MONDAY + timedelta(hours=5), DAN, mention_id=mention_id)
    world.share(SECOND)


VIEWS: dict[str, Callable[[World], Any]] = {
    "open": lambda world: world.run(mention_views.some, READER, Wanted(is_open=True), 15),
    "mine": lambda world: world.run(views.mine, Audience(user_id=DAN)),
    "customer": lambda world: world.run(customer_views.meant, "initech", "Initech", READER),
    "digest": lambda world: world.run(digests.view, Audience(channel_id=DIGESTS), WEEK_END),
    "reminder": lambda world: world.run(reminders.view, OPEN, MONDAY.date()),
    "card's promises": lambda world: world.run(promise_views.listed, Audience(channel_id=OPEN)),
}


@pytest.mark.parametrize("name", VIEWS)
def test_no_view_asks_the_database_row_by_row(world: World, name: str) -> None:
    world.join("sales", EVA)
    world.run(customers.add, "Initech", "initech", ANN)
    counts = []
    for _ in range(2):
        fill(world)
        world.remind()
        world.run(lambda scope: _list_all(scope, MONDAY))
        with statements(world.engine) as asked:
            VIEWS[name](world)
        counts.append(len(asked))
    assert counts[1] <= counts[0], counts
    assert counts[1] < 60


def _list_all(scope: Any, day: datetime) -> None:
    """Today's reminder lists whatever is open by now."""
    reminder = scope.session.get_one(ChannelReminder, (scope.team_id, OPEN, day.date()))
    found = mention_views.open_ids(scope, Audience(channel_id=OPEN), OPEN)
    reminder.subjects = [mention_id for mention_id, _ in found]


def test_idle_channels_are_decided_together(world: World) -> None:

    counts = []
    for size in (2, 40):
        for number in range(size):
            world.run(people.remember_channel, ChannelFacts(f"CIDLE{size}-{number}", "idle", bot_is_in=True))
        world.share(OPEN)
        with statements(world.engine) as asked:
            assert world.run(reminders.decide_idle) == [OPEN]
        counts.append(len(asked))
        world.later(days=1)
    assert counts[0] == counts[1]


def test_a_channel_where_only_a_promise_is_due_is_no_idle_one(world: World) -> None:
    mention_id = world.share(SECOND).mention_id
    world.promised(MONDAY + timedelta(hours=4), channel=SECOND, mention_id=mention_id)
    world.run(mentions.mark_answered, mention_id, ANN)
    assert world.run(reminders.decide_idle) == [SECOND]
    assert world.run(reminders.decide, SECOND)
    assert not world.run(reminders.decide, SECOND), "once a day"
    assert world.run(reminders.decide_idle) == []
