"""Where the card stands in a department's own channel, the work on a mention is for those who could open that one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.database import Scope
from bot.errors import NotAllowed
from bot.ledger import (
    answers,
    departments,
    endings,
    entries,
    hand_offs,
    histories,
    leads,
    mentions,
    offers,
    parts,
    promises,
    requests,
)
from bot.ledger.departments import Arrangement
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.ledger.visibility import Audience
from tests.support.world import ANN, BEN, CAT, CONNECT, EVA, OPEN, PRIVATE, World


def behind_doors(world: World, by: str = CAT) -> str:
    """Shared where people from outside read; its card stands in a private channel, of Ann and Ben alone."""
    product = world.join("product", ANN)

    def arrange(scope: Scope) -> None:
        department = departments.get(scope, product)
        wanted = Arrangement(department.head_id, tuple(department.rota), PRIVATE, department.group_id)
        departments.arrange(scope, product, wanted, ANN)

    world.run(arrange)
    mention_id = world.share(CONNECT, by).mention_id
    assert world.mention(mention_id).card_channel_id == PRIVATE
    return mention_id


def test_an_answer_is_an_example_only_for_who_could_open_the_card(world: World) -> None:
    mention_id = behind_doors(world)
    world.claim(mention_id, ANN)
    world.run(answers.write, mention_id, ANN, "we pay it back", True)
    other = world.share(OPEN).mention_id
    assert [one.words for one in world.run(answers.lately, other, BEN)] == ["we pay it back"]
    assert world.run(answers.lately, other, CAT) == []


def test_nobody_is_asked_to_lead_what_they_could_not_work_on(world: World) -> None:
    mention_id = behind_doors(world)
    world.claim(mention_id, ANN)
    with pytest.raises(NotAllowed):
        world.run(leads.offer, mention_id, ANN, CAT)
    assert world.run(leads.offer, mention_id, ANN, BEN).to_id == BEN


def test_a_sharer_who_could_not_open_the_card_is_told_nothing_of_the_work(world: World) -> None:
    mention_id = behind_doors(world)
    world.claim(mention_id, ANN)
    world.run(parts.change, mention_id, ANN, "a secret note", True)
    world.run(mentions.mark_answered, mention_id, ANN)
    assert [row.purpose for row, _ in world.send() if row.purpose == endings.ENDED] == []


def test_who_took_a_promise_over_does_not_read_what_was_its_giver_s_alone(world: World) -> None:
    due = world.now.replace(day=27)
    promise_id = world.offered(due)
    world.run(offers.track, promise_id, ANN)
    world.run(promises.mute, promise_id, ANN)
    world.run(promises.unmute, promise_id, ANN)
    asked = world.run(hand_offs.offer, promise_id, ANN, BEN)
    world.run(hand_offs.answer, asked.id, BEN, True)
    world.later(seconds=1)
    world.run(promises.mute, promise_id, BEN)

    def read(reader: str) -> list[tuple[str, str]]:
        view = world.run(histories.of_promise, promise_id, Audience(user_id=reader))
        return [(line.act, line.by) for line in view.promises[0].lines]

    own = {"offer_promise", "mute", "unmute"}
    assert [line for line in read(BEN) if line[0] in own] == [("mute", BEN)]
    assert ("mute", ANN) in read(ANN)
    assert ("mute", BEN) not in read(ANN)


def test_a_head_s_own_mute_is_told_to_nobody_else(world: World) -> None:
    promise_id = world.promised(world.now + timedelta(days=3))
    world.run(lambda s: entries.write(s, "mute", promise_id, BEN))
    view = world.run(histories.of_promise, promise_id, Audience(user_id=ANN))
    assert "mute" not in [line.act for line in view.promises[0].lines]


def test_an_earlier_request_stays_between_the_two(world: World) -> None:
    """Eva asked in vain; what Cat asks for later, and is promised, tells nobody of that."""
    said = world.said(OPEN, ANN)
    due = world.now + timedelta(days=3)
    asking = Asking(ANN, Spoken("get back to her", due, None), said)
    promise_id = world.run(requests.ask, asking, EVA).id
    world.run(offers.decline, promise_id, ANN)
    world.run(requests.ask, asking, CAT)
    world.run(offers.track, promise_id, ANN)

    def read(reader: str) -> list[tuple[str, str]]:
        view = world.run(histories.of_promise, promise_id, Audience(user_id=reader))
        return [(line.act, line.by) for line in view.promises[0].lines]

    late = [("ask_promise", CAT), ("accept_request", ANN)]
    early = [("ask_promise", EVA), ("decline_request", ANN)]
    assert read(ANN) == early + late
    assert read(CAT) == read(BEN) == late
    assert read(EVA) == early + late
