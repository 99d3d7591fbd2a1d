"""A lead's own words in a Slack Connect channel: exactly these, once, and nothing else is ever said there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot import outbox
from bot.database import Scope
from bot.errors import AnswerUnderWay, CantPost, NoPart
from bot.facts import ChannelFacts
from bot.ledger import answers, hand_offs, mentions, people, posting, views
from bot.models import Answer, Department, Sighting
from bot.outbox import Saying
from tests.support.world import ANN, BEN, CAT, CONNECT, OPEN, SECOND, World

WORDS = "Sorry!\n*Your* order <1> & 2 is on its way: https://acme.com/track @channel"


def led(world: World, by: str = ANN) -> str:
    """A customer's words in the channel shared with them; its card stands in a department's channel."""
    department_id = world.department("product")
    world.run(lambda scope: setattr(scope.session.get_one(Department, ("T1", department_id)), "channel_id", SECOND))
    mention_id = world.share(CONNECT).mention_id
    world.claim(mention_id, by)
    world.send()
    return mention_id


def written(world: World, mention_id: str, words: str = WORDS, by: str = ANN) -> None:
    world.run(answers.write, mention_id, by, words, False)


def test_exactly_the_leads_words_are_posted_once_and_count_as_the_answer(world: World) -> None:
    mention_id = led(world)
    written(world, mention_id)
    world.run(posting.ask, mention_id, ANN)
    world.run(posting.ask, mention_id, ANN)
    ((row, outgoing),) = [one for one in world.send() if one[0].lane_id == CONNECT]
    assert row.purpose == posting.ANSWER
    assert outgoing.arguments == {
        "text": "Ann (Acme): Sorry!\n*Your* order &lt;1&gt; &amp; 2 is on its way: https://acme.com/track @channel",
        "thread_ts": world.mention(mention_id).home_ts,
        "mrkdwn": False,
        "unfurl_links": False,
    }
    mention = world.mention(mention_id)
    assert (mention.answered_by, mention.answered_at) == (ANN, world.now)
    with pytest.raises(CantPost, match="answered already"):
        world.run(posting.ask, mention_id, ANN)
    own = world.run(lambda scope: scope.session.get_one(Answer, (scope.team_id, mention_id, ANN)))
    assert own.posted_ts
    world.run(mentions.undo_answered, mention_id, ANN)
    written(world, mention_id, "One more thing")
    world.run(posting.ask, mention_id, ANN)
    assert [outgoing.arguments["text"] for row, outgoing in world.send() if row.lane_id == CONNECT] == [
        "Ann (Acme): One more thing"
    ]


def test_only_the_lead_who_can_write_there_is_offered_it(world: World) -> None:
    mention_id = led(world)
    world.claim(mention_id, CAT)
    world.claim(mention_id, BEN)

    def offered(who: str) -> str:
        return world.run(lambda s: views.answer(s, mentions.get(s, mention_id), who, None).post_as)

    assert [offered(who) for who in (ANN, CAT, BEN)] == ["Ann (Acme)", "", ""]
    for who in (CAT, BEN):
        written(world, mention_id, by=who)
        with pytest.raises(CantPost, match="saved"):
            world.run(posting.ask, mention_id, who)
    elsewhere = world.share(OPEN).mention_id
    world.claim(elsewhere, ANN)
    written(world, elsewhere)
    with pytest.raises(CantPost):
        world.run(posting.ask, elsewhere, ANN)
    with pytest.raises(NoPart):
        world.run(posting.ask, elsewhere, CAT)


def test_words_written_anew_are_not_posted_unless_asked_again(world: World) -> None:
    mention_id = led(world)
    written(world, mention_id, "a draft")
    world.run(posting.ask, mention_id, ANN)
    written(world, mention_id, "better words")
    assert [row for row, _ in world.send() if row.lane_id == CONNECT] == []
    world.run(posting.ask, mention_id, ANN)
    said = [outgoing.arguments["text"] for row, outgoing in world.send() if row.lane_id == CONNECT]
    assert said == ["Ann (Acme): better words"]


def test_what_is_under_way_can_not_be_changed(world: World) -> None:
    mention_id = led(world)
    written(world, mention_id)
    world.run(posting.ask, mention_id, ANN)

    def start(scope: Scope) -> None:
        (row,) = outbox.unsent_to(scope, [CONNECT], posting.ANSWER)
        row.state, row.started_at = "started", world.now

    world.run(start)
    with pytest.raises(AnswerUnderWay):
        written(world, mention_id, "other words")
    with pytest.raises(AnswerUnderWay):
        world.run(posting.ask, mention_id, ANN)


def test_the_lead_hears_why_it_could_not_be_posted(world: World) -> None:
    ended: dict[str, Callable[[str], object]] = {
        "answered already": lambda id_: world.run(mentions.mark_answered, id_, CAT),
        "no customer mention": lambda id_: world.run(mentions.dismiss, id_, CAT),
        "don't lead it any more": lambda id_: world.release(id_, ANN),
        "can't write in that channel": lambda id_: world.run(people.drop_member, CONNECT, ANN),
    }
    for why, end in ended.items():
        world.run(people.add_member, CONNECT, ANN)
        mention_id = led(world)
        world.claim(mention_id, CAT)
        written(world, mention_id)
        world.run(posting.ask, mention_id, ANN)
        end(mention_id)
        told = [(row.lane_id, str(out.arguments)) for row, out in [*world.send(), *world.send()]]
        assert CONNECT not in [lane for lane, _ in told], why
        assert any(lane == ANN and why in words for lane, words in told), why


def test_a_channel_that_is_shared_no_more_gets_nothing(world: World) -> None:
    mention_id = led(world)
    written(world, mention_id)
    world.run(posting.ask, mention_id, ANN)
    world.run(people.remember_channel, ChannelFacts(CONNECT, "with-acme", bot_is_in=True))
    assert posting.ANSWER not in [row.purpose for row, _ in world.send()]


def test_nothing_else_is_said_where_people_from_outside_read(world: World) -> None:
    """Rows of other purposes in that channel's lane, about what they are usually about: all of them end in silence."""
    mention_id = led(world)
    seen = world.run(lambda s: s.session.execute(select(Sighting.id).where(Sighting.mention_id == mention_id)).scalar())
    promise_id = world.offered(world.now.replace(hour=20), mention_id=mention_id, channel=CONNECT)
    day = world.now.date().isoformat()
    hand_off = world.run(hand_offs.offer, world.promised(world.now.replace(hour=20)), ANN, BEN)
    subjects: dict[str, tuple[str | None, dict[str, Any]]] = {
        "card": (mention_id, {}),
        "ping": (mention_id, {"departments": [world.department("product")]}),
        "ping_again": (mention_id, {"departments": [world.department("product")], "ts": "1.1"}),
        "sighting_note": (seen, {}),
        "offer": (promise_id, {}),
        "share_offer": (None, {"channel": CONNECT, "ts": "1.1", "user": ANN}),
        "welcome": (None, {"channel": CONNECT}),
        "reminder": (None, {"day": day}),
        "digest": (None, {"week_end": world.now.isoformat()}),
        "asked": (None, {"kind": "open", "user": ANN, "channel": CONNECT}),
        "edit": (promise_id, {}),
        "hand_off_answer": (hand_off.id, {}),
        "answer_unposted": (mention_id, {"why": "of a purpose that does not look itself"}),
    }
    for purpose, (subject_id, details) in subjects.items():
        world.run(outbox.put, Saying(CONNECT, purpose, subject_id, details=details))
    assert [row.purpose for row, _ in world.send() if row.lane_id == CONNECT] == []
