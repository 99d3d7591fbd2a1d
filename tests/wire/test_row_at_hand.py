"""What comes of a step is written down of the row it worked on, though another has become the lane's first meanwhile.

Ids are made from clocks: where one went back, or is behind another process's, a later row has an earlier id.
"""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import speech
from bot.outbox import OutboxRow, Saying
from bot.slack import fetch
from tests.support.world import ANN, OPEN, TEAM
from tests.wire.conftest import Office

EARLY = "0000000000000000000000"


def put_in_front(office: Office, lane_id: str) -> None:
    """A row whose id is earlier than all others."""

    def put(scope: Scope) -> None:
        row = OutboxRow(team_id=TEAM, id=EARLY, lane_id=lane_id, purpose="welcome", state="waiting")
        row.created_at = row.not_before = scope.now
        scope.session.add(row)

    office.world.run(put)


def meanwhile(office: Office, monkeypatch: pytest.MonkeyPatch, name: str, lane_id: str) -> None:
    """While Slack is asked by this function of `fetch`, an earlier row comes."""
    ask = getattr(fetch, name)

    async def asked(client: AsyncWebClient, *given: Any) -> Any:
        put_in_front(office, lane_id)
        return await ask(client, *given)

    monkeypatch.setattr(fetch, name, asked)


async def test_what_cannot_be_looked_up_fails_and_not_what_came_before_it_meanwhile(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.slack.engine.fault(kind="drop_reply", method="chat.postMessage")
    row_id = office.say_welcome()
    await office.send()
    meanwhile(office, monkeypatch, "look_up", OPEN)
    office.slack.engine.fault(kind="error", method="conversations.history", error="channel_not_found")
    await office.send_after(31)
    assert office.row(row_id).state == "failed"
    assert (office.row(EARLY).state, office.row(EARLY).error) == ("sent", None)


async def test_whom_nobody_can_write_to_fails_the_row_for_which_they_were_asked(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    row_id = office.put(Saying(ANN, "welcome"))
    meanwhile(office, monkeypatch, "open_dm", ANN)
    office.slack.engine.fault(kind="error", method="conversations.open", error="user_not_found")
    await office.sender.do_some()
    await office.sender.crew.finish(15)
    assert office.row(row_id).state == "failed"
    assert (office.row(EARLY).state, office.row(EARLY).error) == ("waiting", None)


async def test_an_error_of_ours_is_not_put_on_a_row_that_ended_in_silence_before_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent, bad, behind = office.say_welcome(), office.say_welcome(), office.say_welcome()
    render = speech.render

    def rendered(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
        if row.id == bad:
            raise ValueError("a bug")
        return Silence("nothing to say") if row.id == silent else render(scope, row)

    monkeypatch.setattr(speech, "render", rendered)
    for _ in range(10):
        await office.send_after(6)
    states = [office.row(row_id).state for row_id in (silent, bad, behind)]
    assert states == ["cancelled", "failed", "sent"]
