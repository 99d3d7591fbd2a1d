"""The bot comes into a channel of thousands: it learns who is there, however slowly Slack tells."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import func, select

from bot.database import Scope
from bot.facts import PersonFacts
from bot.inbox import InboxRow
from bot.models import Membership, Teammate
from bot.slack import calls, fetch
from playground.errors import Json
from tests.support.world import BOT, TEAM
from tests.wire.conftest import Office

MANY = 2_000


@pytest.fixture
def slack_world() -> Json:
    people = [{"id": f"UX{number:05}", "name": f"x{number}", "tz": "Europe/London"} for number in range(MANY)]
    return {
        "teams": [{"id": TEAM, "name": "Acme", "domain": "acme"}],
        "users": [*people, {"id": BOT, "name": "ours", "is_bot": True}],
        "channels": [{"id": "CBIG", "name": "big", "members": [*(one["name"] for one in people), "ours"]}],
    }


async def join(office: Office, channel_id: str = "CBIG") -> None:
    event = {"type": "member_joined_channel", "user": BOT, "channel": channel_id, "inviter": "UX00001"}
    await office.inbox.put({"team_id": TEAM, "event_id": f"E{channel_id}", "event": event})


def known(office: Office) -> tuple[str, int, int]:
    """The state of the event, how many members are known, and how many people."""

    def count(scope: Scope) -> tuple[str, int, int]:
        session = scope.session
        state = session.execute(select(InboxRow.state)).scalar_one()
        there = select(func.count()).select_from(Membership).where(Membership.channel_id == "CBIG")
        met = select(func.count()).select_from(Teammate).where(Teammate.id.like("UX%"))
        return state, session.execute(there).scalar_one(), session.execute(met).scalar_one()

    return office.world.run(count)


async def test_everyone_is_known_after_a_few_calls(office: Office) -> None:
    await join(office)
    await office.read()
    assert known(office) == ("done", MANY + 1, MANY)
    assert (len(office.calls("conversations.members")), len(office.calls("users.list"))) == (3, 3)


async def test_what_slack_interrupts_goes_on_where_it_was() -> None:
    """Every second call is refused, in turn as busy and without an answer: going back to page 1 would never end."""
    pages = StumblingPages(10)
    async with pages.client() as client:
        marks, found = fetch.Bookmarks(), list[PersonFacts]()
        while not found:
            with suppress(calls.SlackBusyError, calls.SlackUnknownError):
                found = await fetch.people(client, [f"U{number}" for number in range(100)], marks)
    assert [one.id for one in found] == [f"U{page}" for page in range(10)]
    assert pages.told == list(range(10)), "each page was read once"


class StumblingPages:
    """A Slack with one person on each page of its list."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.told: list[int] = []
        self.calls = 0

    async def handle(self, request: web.Request) -> web.Response:
        self.calls += 1
        if self.calls % 2 == 0:
            return web.Response(status=429 if self.calls % 4 else 503, headers={"Retry-After": "1"})
        page = int(request.query.get("cursor") or 0)
        self.told.append(page)
        following = str(page + 1) if page + 1 < self.count else ""
        members = [{"id": f"U{page}", "name": f"u{page}"}]
        return web.json_response({"ok": True, "members": members, "response_metadata": {"next_cursor": following}})

    @asynccontextmanager
    async def client(self) -> AsyncIterator[AsyncWebClient]:
        app = web.Application()
        app.router.add_get("/api/users.list", self.handle)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        session = calls.new_session()
        yield calls.new_client("xoxb-x", f"http://127.0.0.1:{runner.addresses[0][1]}/api/", session)
        await session.close()
        await runner.cleanup()
