"""A request to look whose mention is dismissed while Slack is being told of it."""

from __future__ import annotations

from bot import outbox
from bot.database import Scope
from bot.facts import Outgoing
from bot.ledger import cards, mentions, speech
from bot.outbox import OutboxRow
from tests.support.world import ANN, BEN, DAN, OPEN, World


def start(scope: Scope, row_id: str) -> None:
    row = scope.session.get_one(OutboxRow, (scope.team_id, row_id))
    outgoing = speech.render(scope, row)
    assert isinstance(outgoing, Outgoing)
    outbox.mark_started(scope, row, row.lane_id, outgoing)


def end(scope: Scope, row_id: str, ts: str) -> None:
    row = scope.session.get_one(OutboxRow, (scope.team_id, row_id))
    outbox.mark_sent(scope, row, ts)
    speech.said(scope, row, row.lane_id, ts)


def test_a_ping_that_was_on_its_way_when_its_mention_was_dismissed_is_settled_in_its_place(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    (card,), (ping,) = world.rows("card"), world.rows("ping")
    world.send_row(card.id)
    world.run(start, ping.id)
    world.run(mentions.dismiss, mention_id, BEN)
    assert world.rows(cards.PING_AGAIN) == [], "nothing stands there yet"
    world.run(end, ping.id, "1795.5")
    said = {row.purpose: outgoing for row, outgoing in world.send()}
    settled = said[cards.PING_AGAIN]
    assert (settled.method, settled.arguments["ts"]) == ("chat.update", "1795.5")
    assert "Nothing is asked of you here any more" in str(settled.arguments["blocks"])


def test_dismissed_and_undone_at_once_is_one_change_in_its_place_and_nobody_is_pinged_again(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    world.send()
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(mentions.undo_dismiss, mention_id, ANN)
    told = [(row.lane_id, row.purpose, outgoing.method) for row, outgoing in world.send() if row.purpose != "card"]
    assert told == [(OPEN, cards.PING_AGAIN, "chat.update")]
