"""Mentions that wait for a cause: silent meanwhile, told together and once when it is fixed, and all reversible."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.errors import CauseGone, CauseUnknown, MentionGone
from bot.ledger import causes, check_backs, digests, entries, mentions, offers, promises, sightings
from bot.ledger.promises import Spoken
from bot.ledger.visibility import Audience
from bot.models import Cause
from tests.support.world import ANN, BEN, CAT, DAN, DIGESTS, EVA, OPEN, PRIVATE, World

NEXT_MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
OPS = ("OPS-12", "OPS-12")


def waiting(world: World, *owners: str, channel: str = OPEN, words: str = "Your export is broken") -> str:
    """A mention that these people are on and that waits for OPS-12."""
    mention_id = world.share(channel, BEN, quote=words).mention_id
    for user_id in owners:
        world.claim(mention_id, user_id)
    world.run(causes.wait, mention_id, (owners or (BEN,))[0], OPS)
    return mention_id


def the_cause(world: World) -> Cause:
    return world.run(lambda s: s.session.query(Cause).order_by(Cause.id.desc()).limit(1).one())


def fixed_nudges(world: World) -> list[tuple[str, str]]:
    world.fire()
    return [(row.lane_id, str(outgoing)) for row, outgoing in world.send() if row.purpose == "nudge"]


def test_while_it_waits_nobody_is_nudged_and_the_reminder_is_silent(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    mention_id = world.share(by=BEN).mention_id
    world.run(causes.wait, mention_id, BEN, OPS)
    assert not world.run(causes.wait, mention_id, BEN, OPS)
    world.later(days=2)
    assert world.told() == []
    assert world.remind() == 0
    assert world.run(causes.wait_no_more, mention_id, BEN)
    assert not world.run(causes.wait_no_more, mention_id, BEN)
    world.later(hours=5)
    assert world.told() == [(DAN, "unclaimed")]


def test_all_who_owe_a_word_hear_once_when_it_is_fixed(engine: Engine) -> None:
    world = World(engine).install()
    one, other = waiting(world, ANN, words="One"), waiting(world, CAT, words="Other")
    world.promised(world.now + timedelta(days=9), EVA, mention_id=other)
    world.send()
    assert world.run(causes.fix, the_cause(world).id, DAN) == 2
    assert world.run(causes.fix, the_cause(world).id, DAN) is None
    told = fixed_nudges(world)
    assert sorted(to for to, _ in told) == [ANN, CAT, EVA]
    assert all("OPS-12 is fixed" in words and "<@UDAN>" in words for _, words in told)
    world.later(days=3)
    assert [one for one, words in fixed_nudges(world) if "OPS-12 is fixed" in words] == []
    assert world.mention(one).waits_since is None


def test_who_was_asked_hears_where_nobody_is_on_it(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    waiting(world)
    world.send()
    world.run(causes.fix, the_cause(world).id, BEN)
    assert [to for to, _ in fixed_nudges(world)] == [DAN]


def test_an_answered_mention_is_told_of_too(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = waiting(world, ANN)
    world.run(mentions.mark_answered, mention_id, ANN)
    world.run(causes.fix, the_cause(world).id, BEN)
    assert [to for to, _ in fixed_nudges(world)] == [ANN]


def test_not_fixed_after_all_takes_back_what_was_not_said(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = waiting(world, ANN)
    cause_id = the_cause(world).id
    world.run(causes.fix, cause_id, BEN)
    assert world.run(causes.unfix, cause_id, BEN)
    assert not world.run(causes.unfix, cause_id, BEN)
    assert fixed_nudges(world) == []
    assert world.mention(mention_id).waits_since is not None
    world.later(hours=1)
    world.run(causes.fix, cause_id, BEN)
    assert [to for to, _ in fixed_nudges(world)] == [ANN]
    acts = [one.act for one in world.run(entries.history, cause_id)]
    assert acts == ["fix_cause", "unfix_cause", "fix_cause"]


def test_what_waits_anew_for_the_same_takes_the_others_along(engine: Engine) -> None:
    world = World(engine).install()
    old = waiting(world, ANN, words="One")
    first = the_cause(world).id
    world.run(causes.fix, first, BEN)
    new = waiting(world, CAT, words="Other")
    second = the_cause(world).id
    assert second != first
    world.run(causes.unfix, first, BEN)
    assert {world.mention(old).cause_id, world.mention(new).cause_id} == {second}


def test_a_post_of_an_integration_is_asked_about_and_never_believed(engine: Engine) -> None:
    world = World(engine).install()
    waiting(world, ANN)
    cause_id = the_cause(world).id
    assert world.run(causes.said_fixed, ["OPS-12", "#9"], OPEN, "9.1") == 1
    assert world.run(causes.said_fixed, ["OPS-12"], OPEN, "9.1") == 0
    assert the_cause(world).state == "open"
    ((row, outgoing),) = [one for one in world.send() if one[0].purpose == causes.ASK]
    assert (row.lane_id, "Is OPS-12 fixed?" in str(outgoing)) == (ANN, True)
    assert world.run(causes.refuse, cause_id, ANN)
    assert world.run(causes.said_fixed, ["OPS-12"], OPEN, "9.1") == 0
    assert world.run(causes.said_fixed, ["OPS-12"], OPEN, "9.2") == 1
    world.run(causes.fix, cause_id, ANN)
    assert not world.rows(causes.ASK)
    assert world.run(causes.said_fixed, ["OPS-12"], OPEN, "9.3") == 0


def test_nobody_hears_of_a_post_that_they_could_not_open(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = waiting(world, CAT)
    assert world.run(causes.said_fixed, ["OPS-12"], PRIVATE, "9.1") == 0
    assert not world.rows(causes.ASK)
    world.claim(mention_id, BEN)
    assert world.run(causes.said_fixed, ["OPS-12"], PRIVATE, "9.1") == 1
    assert [row.lane_id for row in world.rows(causes.ASK)] == [BEN]


def test_a_cause_is_shown_to_who_could_open_what_waits(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = waiting(world, ANN, channel=PRIVATE)
    cause_id = the_cause(world).id
    for act in (causes.fix, causes.unfix):
        with pytest.raises(CauseGone):
            world.run(act, cause_id, CAT)
    with pytest.raises(CauseUnknown):
        world.run(causes.named, "OPS-12", CAT, "OPS-12")
    with pytest.raises(MentionGone):
        world.run(causes.wait, mention_id, CAT, OPS)
    assert world.run(causes.waited_for, CAT) == []
    assert world.run(causes.waited_for, BEN) == [(cause_id, "OPS-12", 1)]


def test_the_customer_was_told_by_a_click_a_kept_promise_or_an_answer(engine: Engine) -> None:
    world = World(engine).install()
    found = [waiting(world, who, words=who) for who in (ANN, CAT, DAN)]
    world.run(causes.fix, the_cause(world).id, BEN)
    assert world.run(causes.tell, found[0], ANN)
    assert not world.run(causes.tell, found[0], ANN)
    promise = world.run(check_backs.promise_a_word, found[1], CAT, "Tell Ada that OPS-12 is fixed")
    world.run(promises.keep, promise.id, CAT)
    world.run(mentions.mark_answered, found[2], DAN)
    assert all(world.mention(one).fix_told_at is not None for one in found)
    assert fixed_nudges(world) == []
    week = world.run(lambda s: digests.view(s, Audience(channel_id=DIGESTS), NEXT_MONDAY))
    assert len(week.told) == 3
    assert world.run(causes.tell_not, found[0], ANN)
    assert world.mention(found[0]).fix_told_at is None


def test_a_promise_bound_to_a_cause_joins_it_when_it_is_tracked(engine: Engine) -> None:
    world = World(engine).install()
    recorded: sightings.Recorded = world.share(by=BEN)
    spoken = Spoken("once OPS-12 is out I'll ping her", None, recorded.mention_id, waits_for="OPS-12")
    promise_id = world.run(offers.offer, world.said(OPEN, ANN), spoken)
    assert world.mention(recorded.mention_id).cause_id is None
    world.run(offers.track, str(promise_id), ANN, world.now + timedelta(days=20))
    assert world.mention(recorded.mention_id).waits_for == "OPS-12"
    world.send()
    world.run(causes.fix, the_cause(world).id, BEN)
    assert [to for to, _ in fixed_nudges(world)] == [ANN]


def test_what_was_dismissed_while_its_cause_was_fixed_waits_no_more(world: World) -> None:
    """Somebody takes the dismissal back: it does not wait for ever for what is fixed already."""
    world.join("product", DAN)
    mention_id = waiting(world, words="One")
    waiting(world, ANN, words="Other")
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(causes.fix, the_cause(world).id, ANN)
    world.run(mentions.undo_dismiss, mention_id, BEN)
    assert world.mention(mention_id).waits_since is None
    assert world.run(causes.tell, mention_id, BEN)
    world.run(causes.unfix, the_cause(world).id, ANN)
    assert world.mention(mention_id).waits_since is not None


def test_what_was_dismissed_while_its_cause_was_opened_again_waits_again(world: World) -> None:
    mention_id = waiting(world, BEN, words="One")
    waiting(world, ANN, words="Other")
    world.run(causes.fix, the_cause(world).id, ANN)
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(causes.unfix, the_cause(world).id, ANN)
    world.run(mentions.undo_dismiss, mention_id, BEN)
    assert world.mention(mention_id).waits_since is not None
