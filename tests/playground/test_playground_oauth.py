"""Installing the app and rotating its tokens."""

from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground import Playground
from playground.errors import Json
from playground.pages import POLICY

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")
"""slack_sdk makes its client authentication with it."""

BACK = "https://app.example/slack/oauth_redirect"


def two_teams(slack: Playground, **app: object) -> None:
    slack.engine.world(
        teams=[{"name": "Us"}, {"name": "Them", "installed": False}],
        users=[{"name": "ada", "team": "Us"}, {"name": "ben", "team": "Them"}],
        channels=[{"name": "theirs", "team": "Them", "members": ["ben"]}],
        app=app,
    )


async def allow(slack: Playground, team: str) -> dict[str, list[str]]:
    """Press Allow; gives the query of the page one is sent back to."""
    query = {"client_id": slack.settings.client_id, "scope": "chat:write,channels:join", "state": "s1", "team": team}
    async with aiohttp.ClientSession() as session:
        url = f"{slack.url}/oauth/v2/authorize"
        async with session.get(url, params={**query, "redirect_uri": BACK}) as page:
            assert "allow=1" in await page.text()
        allowed = {**query, "redirect_uri": BACK, "allow": "1"}
        async with session.get(url, params=allowed, allow_redirects=False) as response:
            return parse_qs(urlsplit(response.headers["Location"]).query)


def client(slack: Playground, token: str = "") -> AsyncWebClient:
    return AsyncWebClient(token or None, base_url=f"{slack.url}/api/")


async def access(slack: Playground, **args: str) -> Json:
    app = slack.settings
    answer = await client(slack).oauth_v2_access(client_id=app.client_id, client_secret=app.client_secret, **args)
    assert isinstance(answer.data, dict)
    return answer.data


async def test_a_second_workspace_installs_the_app(slack: Playground) -> None:
    two_teams(slack)
    back = await allow(slack, "Them")
    assert back["state"] == ["s1"]
    granted = await access(slack, code=back["code"][0], redirect_uri=BACK)
    assert granted["team"]["name"] == "Them"
    assert granted["scope"] == "chat:write,channels:join"
    joined = await client(slack, granted["access_token"]).conversations_join(channel=slack.core.channel("#theirs").id)
    assert joined["channel"]["is_member"] is True


async def test_a_code_works_once_with_the_same_redirect(slack: Playground) -> None:
    two_teams(slack)
    first, second = [(await allow(slack, "Them"))["code"][0] for _ in range(2)]
    await access(slack, code=first, redirect_uri=BACK)
    with pytest.raises(SlackApiError, match="invalid_code"):
        await access(slack, code=first, redirect_uri=BACK)
    with pytest.raises(SlackApiError, match="bad_redirect_uri"):
        await access(slack, code=second, redirect_uri="https://evil.example")


async def test_a_code_lives_ten_minutes(slack: Playground) -> None:
    two_teams(slack)
    code = (await allow(slack, "Them"))["code"][0]
    slack.clock.advance(601)
    with pytest.raises(SlackApiError, match="invalid_code"):
        await access(slack, code=code, redirect_uri=BACK)


async def test_rotating_tokens_expire_and_refresh_once(slack: Playground) -> None:
    two_teams(slack, token_rotation=True)
    code = (await allow(slack, "Them"))["code"][0]
    granted = await access(slack, code=code, redirect_uri=BACK)
    assert granted["access_token"].startswith("xoxe.xoxb-1-")
    assert granted["expires_in"] == 43_200
    slack.clock.advance(43_201)
    with pytest.raises(SlackApiError, match="token_expired"):
        await client(slack, granted["access_token"]).auth_test()
    refresh = {"grant_type": "refresh_token", "refresh_token": granted["refresh_token"]}
    fresh = await access(slack, **refresh)
    assert (await client(slack, fresh["access_token"]).auth_test())["ok"]
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await access(slack, **refresh)


async def test_a_revoked_token_says_so_and_the_app_hears_of_it(slack: Playground) -> None:
    app = client(slack, slack.settings.bot_token)
    await app.auth_revoke()
    with pytest.raises(SlackApiError, match="token_revoked"):
        await app.auth_test()
    assert [d.event["type"] for d in slack.core.deliveries] == ["tokens_revoked"]


async def test_the_page_of_consent_says_in_words_what_the_app_wants(slack: Playground) -> None:
    slack.engine.world(teams=[{"name": "Us <b>"}], users=[{"name": "ada", "real_name": "Ada & Co"}])
    query = {"client_id": slack.settings.client_id, "scope": "chat:write,users:read,own.thing", "redirect_uri": BACK}
    url = f"{slack.url}/oauth/v2/authorize"
    async with aiohttp.ClientSession() as session, session.get(url, params=query) as answer:
        page = await answer.text()
        assert answer.headers["content-security-policy"] == POLICY
    assert '<html lang="en">' in page
    assert "<title>Allow Ours into Us &lt;b&gt;?</title>" in page
    assert "Send messages as itself" in page
    assert "own.thing" in page
    assert "Ada &amp; Co" in page
    assert 'id="allow"' in page
    assert "<b>" not in page


async def test_who_cancels_is_sent_back_with_access_denied(slack: Playground) -> None:
    query = {"client_id": slack.settings.client_id, "scope": "chat:write", "state": "s1", "cancel": "1"}
    url = f"{slack.url}/oauth/v2/authorize"
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params={**query, "redirect_uri": BACK}, allow_redirects=False) as answer:
            assert answer.headers["Location"] == f"{BACK}?error=access_denied&state=s1"
        async with session.get(url, params=query) as answer:
            assert await answer.json() == {"error": "access_denied", "state": "s1"}
        async with session.get(url, params={**query, "redirect_uri": "http://evil.example"}) as answer:
            assert answer.status == 400
    assert slack.core.codes == {}
