"""Acts in an order that hardly anybody takes: nobody's part, offer or word is lost by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import Scope
from bot.errors import AskedUnfit, LeadSettled, RequestOver
from bot.facts import PersonFacts
from bot.ledger import (
    causes,
    check_backs,
    department_edits,
    departments,
    endings,
    entries,
    hand_offs,
    leads,
    marks,
    mentions,
    orphans,
    parts,
    people,
    promises,
    requests,
    shares,
    tags,
)
from bot.ledger.departments import Arrangement
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from tests.support.world import ANN, BEN, CAT, DAN, EVA, World


def lead(world: World, mention_id: str) -> list[str]:
    return [one.user_id for one in world.run(shares.of_mention, mention_id) if one.is_lead]


def gone(world: World, user_id: str) -> None:
    def act(scope: Scope) -> None:
        facts = [PersonFacts(user_id, user_id, is_deleted=True)]
        for one in orphans.gone(scope, facts):
            people.remember(scope, facts)
            orphans.leave(scope, one)

    world.run(act)


def watched(world: World, mention_id: str) -> list[str]:
    return [slot.person_id for slot in world.slots(mention_id, "waiting") if slot.which == "watch"]


def test_the_lead_goes_to_somebody_who_is_still_on_it(world: World) -> None:
    mention_id = world.share().mention_id
    for user_id in (ANN, BEN, CAT):
        world.claim(mention_id, user_id)
    world.run(parts.change, mention_id, BEN, "looked it up", True)
    world.release(mention_id, ANN)
    assert lead(world, mention_id) == [CAT]


def test_nobody_without_an_account_leads(world: World) -> None:
    mention_id = world.share().mention_id
    for user_id in (ANN, BEN, CAT):
        world.claim(mention_id, user_id)
    for user_id in (BEN, CAT):
        world.run(parts.change, mention_id, user_id, "", True)
    gone(world, BEN)
    world.release(mention_id, ANN)
    assert lead(world, mention_id) == [CAT]


def test_whoever_leads_an_urgent_mention_next_is_watched_over_too(world: World) -> None:
    mention_id = world.share(urgent=True).mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, BEN)
    world.release(mention_id, ANN)
    assert BEN in watched(world, mention_id)


def test_an_urgent_mention_that_is_open_again_is_watched_over_again(world: World) -> None:
    mention_id = world.share(urgent=True).mention_id
    world.claim(mention_id, ANN)
    world.run(mentions.mark_answered, mention_id, ANN)
    assert watched(world, mention_id) == []
    world.run(mentions.undo_answered, mention_id, ANN)
    assert watched(world, mention_id) == [ANN]
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(mentions.undo_dismiss, mention_id, BEN)
    assert watched(world, mention_id) == [ANN]


def test_the_lead_may_be_taken_when_whoever_offered_it_stepped_back_meanwhile(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    offer = world.run(leads.offer, mention_id, ANN, BEN)
    world.release(mention_id, ANN)
    world.run(leads.answer, offer.id, BEN, True)
    assert lead(world, mention_id) == [BEN]


def test_whoever_stepped_back_is_not_told_that_they_lead_on(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    declined = world.run(leads.offer, mention_id, ANN, BEN)
    world.release(mention_id, ANN)
    world.run(leads.answer, declined.id, BEN, False)
    assert [row for row, _ in world.send() if row.purpose == leads.ANSWER] == []


def test_the_lead_that_somebody_else_took_meanwhile_is_not_theirs(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    offer = world.run(leads.offer, mention_id, ANN, BEN)
    world.release(mention_id, ANN)
    world.claim(mention_id, CAT)
    with pytest.raises(LeadSettled):
        world.run(leads.answer, offer.id, BEN, True)


def test_who_shared_it_hears_how_it_ended_when_the_last_open_part_is_given_back(world: World) -> None:
    mention_id = world.share(by=DAN).mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, CAT)
    world.run(mentions.mark_answered, mention_id, ANN)
    world.run(parts.step_back, mention_id, CAT)
    assert [row.lane_id for row in world.rows(endings.ENDED)] == [DAN]


def test_the_open_part_of_somebody_who_left_does_not_keep_an_answered_mention_open(world: World) -> None:
    mention_id = world.share(by=DAN).mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, CAT)
    world.run(mentions.mark_answered, mention_id, ANN)
    gone(world, CAT)
    found = {one.user_id: one.state for one in world.run(shares.of_mention, mention_id)}
    assert found == {ANN: "done", CAT: "declined"}
    assert [row.lane_id for row in world.rows(endings.ENDED)] == [DAN]


def test_two_quick_clicks_promise_a_word_once(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    first = world.run(check_backs.promise_a_word, mention_id, ANN, "Tell Ada that it is fixed")
    again = world.run(check_backs.promise_a_word, mention_id, ANN, "Tell Ada that it is fixed")
    assert again.id == first.id


def test_a_request_that_is_asked_anew_forgets_the_moment_that_was_proposed_to_another(world: World) -> None:
    said = world.said(by=ANN)
    due = world.now + timedelta(days=2)
    asking = Asking(ANN, Spoken("call her back", due, None), said)
    promise_id = world.run(requests.ask, asking, EVA).id
    world.run(requests.counter, promise_id, ANN, due + timedelta(days=5))
    world.run(requests.take_back, promise_id, EVA)
    world.run(requests.ask, asking, DAN)
    assert world.promise(promise_id).counter_at is None
    with pytest.raises(RequestOver):
        world.run(requests.agree, promise_id, DAN)


def test_a_fix_is_told_of_though_the_mention_was_dismissed_by_mistake_meanwhile(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, BEN)
    world.run(causes.wait, mention_id, BEN, ("bug 4711", "bug 4711"))
    cause_id = str(world.mention(mention_id).cause_id)
    world.run(causes.fix, cause_id, CAT)
    world.run(mentions.dismiss, mention_id, CAT)
    world.run(mentions.undo_dismiss, mention_id, CAT)
    told = [slot.person_id for slot in world.slots(mention_id, "waiting") if slot.which == "fixed"]
    assert told == [BEN]


def test_whoever_left_a_department_is_asked_for_it_no_more_and_another_is(world: World) -> None:
    department_id = world.join("product", ANN, DAN)
    mention_id = world.share().mention_id
    world.send()
    assert asked(world, mention_id) == [ANN]
    world.run(departments.arrange, department_id, Arrangement(ANN, (), None, "S1"), ANN)
    world.run(department_edits.group_changed, "S1", (), (ANN,))
    assert asked(world, mention_id) == [DAN]
    assert {slot.person_id for slot in world.slots(mention_id, "waiting") if slot.which == "unclaimed"} == {DAN}
    assert [row.purpose for row in world.rows("ping")] == ["ping"]


def test_whoever_left_one_of_two_departments_that_ask_them_is_still_asked_for_the_other(world: World) -> None:
    world.join("product", ANN, DAN)
    world.join("finance", ANN)
    mention_id = world.share(concerned=("product", "finance")).mention_id
    world.run(departments.leave, world.department("product"), ANN, ANN)
    world.run(tags.department_changed, world.department("product"))
    assert asked(world, mention_id) == [ANN, DAN]


def test_what_somebody_took_up_stays_theirs_when_they_leave_the_department(world: World) -> None:
    world.join("product", ANN, DAN)
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.run(departments.leave, world.department("product"), ANN, ANN)
    world.run(tags.department_changed, world.department("product"))
    assert lead(world, mention_id) == [ANN]
    assert asked(world, mention_id) == []


def test_where_a_head_has_no_account_any_more_the_longest_serving_colleague_heads_the_department(world: World) -> None:
    department_id = world.join("product", ANN, BEN, CAT)
    gone(world, ANN)
    assert world.run(lambda scope: departments.get(scope, department_id).head_id) == BEN
    assert world.run(entries.history, department_id)[-1].details == {"head_id": BEN}


def test_a_head_who_was_alone_stays_written_down_until_somebody_joins(world: World) -> None:
    department_id = world.join("product", ANN)
    gone(world, ANN)
    assert world.run(lambda scope: departments.get(scope, department_id).head_id) == ANN
    world.join("product", BEN)
    assert world.run(lambda scope: departments.get(scope, department_id).head_id) == BEN


def asked(world: World, mention_id: str) -> list[str]:
    return sorted(one.user_id for one in world.run(shares.of_mention, mention_id) if one.state == "asked")


def test_a_check_mark_is_whose_it_is_also_when_a_promise_goes_to_and_fro(world: World) -> None:
    promise_id = world.promised(world.now + timedelta(days=2), mention_id=world.share().mention_id)
    said = world.promise(promise_id)
    mark = marks.Mark(str(said.channel_id), str(said.ts), "white_check_mark")

    def note(user_id: str, *, is_removal: bool = False) -> bool:
        return world.run(lambda s: marks.note(s, promises.find(s, promise_id, user_id), mark, is_removal=is_removal))

    assert note(ANN)
    hand_over(world, promise_id, ANN, BEN)
    assert world.promise(promise_id).own_marks == []
    assert note(BEN), "it is Ben's first"
    assert note(BEN, is_removal=True)
    assert world.promise(promise_id).own_marks == []
    hand_over(world, promise_id, BEN, ANN)
    assert not note(ANN), "it stands there since, and is no news"


def hand_over(world: World, promise_id: str, by: str, to: str) -> None:
    offer = world.run(hand_offs.offer, promise_id, by, to)
    world.run(hand_offs.answer, offer.id, to, True)


def fixed(world: World, *owners: str) -> str:
    """A mention that waited for a bug; that it is fixed is said, and nobody was told yet."""
    mention_id = world.share().mention_id
    for user_id in owners:
        world.claim(mention_id, user_id)
    world.run(causes.wait, mention_id, owners[0], ("bug 4711", "bug 4711"))
    world.run(causes.fix, str(world.mention(mention_id).cause_id), DAN)
    return mention_id


def to_hear_of_the_fix(world: World, mention_id: str) -> list[str]:
    return sorted(slot.person_id for slot in world.slots(mention_id, "waiting") if slot.which == "fixed")


def test_whoever_was_spared_by_a_promise_hears_of_the_fix_when_it_is_withdrawn(world: World) -> None:
    mention_id = fixed(world, BEN, CAT)
    promise_id = world.run(check_backs.promise_a_word, mention_id, BEN, "Tell Ada that it is fixed").id
    assert to_hear_of_the_fix(world, mention_id) == []
    world.later(minutes=5)
    world.run(promises.withdraw, promise_id, BEN, "I am ill")
    assert to_hear_of_the_fix(world, mention_id) == [CAT]


def test_a_word_that_was_not_given_after_all_tells_nobody_that_they_know(world: World) -> None:
    mention_id = fixed(world, BEN)
    promise_id = world.run(check_backs.promise_a_word, mention_id, BEN, "Tell Ada that it is fixed").id
    world.later(minutes=5)
    world.run(promises.keep, promise_id, BEN)
    assert world.mention(mention_id).fix_told_at is not None
    world.later(minutes=5)
    world.run(promises.reopen, promise_id, BEN)
    assert world.mention(mention_id).fix_told_at is None


def test_what_somebody_told_a_customer_stays_told_when_the_mention_opens_again(world: World) -> None:
    mention_id = fixed(world, BEN)
    world.run(causes.tell, mention_id, BEN)
    world.later(minutes=5)
    world.run(mentions.mark_answered, mention_id, BEN)
    world.run(mentions.undo_answered, mention_id, BEN)
    assert world.mention(mention_id).fix_told_at is not None
    other = fixed(world, CAT)
    world.run(mentions.mark_answered, other, CAT)
    world.run(mentions.undo_answered, other, CAT)
    assert world.mention(other).fix_told_at is None


def test_a_request_is_not_repeated_to_somebody_who_has_left(world: World) -> None:
    promise_id = world.requested(world.now + timedelta(days=2), of=ANN, by=EVA)
    world.run(requests.take_back, promise_id, EVA)
    gone(world, ANN)
    with pytest.raises(AskedUnfit):
        world.run(requests.ask_again, promise_id, EVA)
