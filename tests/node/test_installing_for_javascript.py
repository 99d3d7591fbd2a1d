"""Bolt for JavaScript, installed by OAuth in two workspaces."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from yarl import URL

from playground import Playground
from tests.node.apps import JsApp, settings_of
from tests.playground.conftest import START

pytestmark = pytest.mark.node

WORLD = {
    "teams": [{"id": "T1", "name": "One", "installed": False}, {"id": "T2", "name": "Two", "installed": False}],
    "users": [{"name": "ada", "team": "T1"}, {"name": "bob", "team": "T2"}],
    "channels": [
        {"id": "C1", "name": "one", "team": "T1", "members": ["ada"]},
        {"id": "C2", "name": "two", "team": "T2", "members": ["bob"]},
    ],
}


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    async with Playground(start=START, world=WORLD) as made:
        yield made


@pytest.fixture
async def address(slack: Playground) -> AsyncIterator[str]:
    """Where the app listens."""
    secrets = {"SLACK_CLIENT_ID": slack.settings.client_id, "SLACK_CLIENT_SECRET": slack.settings.client_secret}
    app = await JsApp.start("installed.mjs", {**settings_of(slack), **secrets, "SLACK_URL": slack.url})
    try:
        found = f"http://127.0.0.1:{await app.told('ready')}"
        slack.deliverer.events_url = f"{found}/slack/events"
        slack.settings.redirect_urls = [f"{found}/slack/oauth_redirect"]
        yield found
    finally:
        await app.stop()


async def install(slack: Playground, address: str, team: str, *, keep_cookie: bool = True) -> str:
    """Go from the app's page to Slack's, agree there, and come back; what the app shows then."""
    # As in a browser: over http, secure cookies are for one's own machine only.
    jar = (
        aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=URL(address)) if keep_cookie else aiohttp.DummyCookieJar()
    )
    async with aiohttp.ClientSession(cookie_jar=jar) as browser:
        async with browser.get(f"{address}/slack/install", allow_redirects=False) as answer:
            consent = answer.headers["location"]
        assert consent.startswith(f"{slack.url}/oauth/v2/authorize?")
        async with browser.get(consent, params={"allow": "1", "team": team}) as answer:
            return await answer.text()


async def test_each_workspace_installs_it_and_is_greeted_with_its_own_token(slack: Playground, address: str) -> None:
    for team, person, room in (("T1", "@ada", "C1"), ("T2", "@bob", "C2")):
        assert "Thank you!" in await install(slack, address, team)
        slack.engine.join(channel=room, user=slack.core.world.installations[team].user)
        slack.engine.say(channel=room, user=person, text="hello")
        assert (await slack.engine.settle(timeout=5, quiet=0.1))["settled"]
        assert [m.text for m in slack.core.world.channels[room].messages.values()][-1] == f"Hello from {team}"


async def test_who_comes_back_without_the_cookie_of_the_state_is_turned_away(slack: Playground, address: str) -> None:
    assert "Oops" in await install(slack, address, "T1", keep_cookie=False)
    assert slack.core.world.installations == {}
