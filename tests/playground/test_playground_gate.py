"""Who may ask: this machine, and of browsers' pages only the playground's own; and nobody acts while it is closed."""

import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from playground import Playground
from playground.errors import Json
from playground.gate import is_loopback, listen


@pytest.fixture
async def browser(slack: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(slack.url) as session:
        yield session


@pytest.mark.parametrize("path", ["/", "/control/state", "/api/api.test", "/page/js/dom.js", "/nothing"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8070", "127.0.0.1.evil.example", "10.0.0.7", "[", ""])
async def test_who_calls_it_by_another_name_is_refused(browser: aiohttp.ClientSession, path: str, host: str) -> None:
    async with browser.get(path, headers={"host": host, "origin": f"http://{host}"}) as answer:
        told = await answer.json()
    assert (answer.status, told["error"]) == (403, "this playground is not called so")
    assert "--host 0.0.0.0" in told["remedy"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8070", "127.1.2.3", "[::1]:8070"])
async def test_this_machine_has_many_names(browser: aiohttp.ClientSession, host: str) -> None:
    async with browser.get("/control/time", headers={"host": host}) as answer:
        assert answer.status == 200


async def test_a_socket_by_another_name_is_refused(slack: Playground, browser: aiohttp.ClientSession) -> None:
    url = (await slack.api.call("apps.connections.open", slack.settings.app_token, {})).body["url"]
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await browser.ws_connect(url, headers={"host": "evil.example"})
    async with browser.ws_connect(url, origin="https://client.example") as socket:
        assert (await socket.receive_json())["type"] == "hello"


@pytest.mark.parametrize("host", ["0.0.0.0", "localhost", "127.0.0.2", "::1", "::"])
async def test_it_tells_an_address_that_can_be_opened(host: str) -> None:
    slack = Playground()
    try:
        await slack.start(host=host)
    except OSError:
        pytest.skip(f"this machine has no {host}")
    try:
        async with aiohttp.ClientSession(slack.url) as session:
            async with session.get("/control/time") as answer:
                assert answer.status == 200
            async with session.get("/control/time", headers={"host": "machine.example"}) as answer:
                assert answer.status == (200 if host in ("0.0.0.0", "::") else 403)
        assert "0.0.0.0" not in slack.url
    finally:
        await slack.stop()


@pytest.mark.parametrize(("address", "is_own"), [("::1", True), ("127.9.9.9", True), ("10.0.0.1", False), ("x", False)])
def test_loopback_is_what_only_this_machine_reaches(address: str, is_own: bool) -> None:
    assert is_loopback(address) is is_own


@pytest.mark.parametrize("path", ["/control/say", "/page/read", "/api/api.test"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
async def test_the_page_of_another_site_cannot_act_here(
    slack: Playground, browser: aiohttp.ClientSession, path: str, origin: str
) -> None:
    body: Json = {"user": "@maria", "channel": "#support"} | ({"text": "x"} if path == "/control/say" else {})
    async with browser.post(path, json=body, headers={"origin": origin or slack.url}) as answer:
        assert answer.status == (403 if origin else 200)
    assert len(slack.core.channel("#support").messages) == (1 if (path, origin) == ("/control/say", "") else 0)


async def test_while_it_is_closed_nobody_acts_and_everybody_sees(
    slack: Playground, browser: aiohttp.ClientSession
) -> None:
    fault = slack.engine.fault(kind="delay", method="auth.test")["id"]
    slack.closed = "Playing the last two weeks."
    body = {"user": "@maria", "channel": "#support", "text": "x"}
    for path in ("/control/say", "/control/time", "/control/fault", "/control/settle", "/page/read"):
        async with browser.post(path, json=body) as answer:
            told = {"ok": False, "error": "Playing the last two weeks.", "remedy": "try again when it is over"}
            assert (answer.status, await answer.json()) == (400, told)
    async with browser.delete(f"/control/fault/{fault}") as answer:
        assert answer.status == 400
    for path in ("/", "/control/state", "/control/time"):
        async with browser.get(path) as answer:
            assert answer.status == 200
    headers = {"authorization": f"Bearer {slack.settings.bot_token}"}
    async with browser.post(
        "/api/chat.postMessage", data={"channel": "#support", "text": "x"}, headers=headers
    ) as call:
        assert (await call.json())["ok"]
    assert slack.engine.say(**body)["ok"]
    slack.closed = ""
    async with browser.post("/control/say", json=body) as answer:
        assert answer.status == 200


def test_answers_do_not_wait_for_acknowledgements() -> None:
    """Else each takes 40 ms: asyncio sees to it only where a socket's protocol is named."""
    listener, _ = listen("127.0.0.1", 0)
    with listener, socket.create_connection(listener.getsockname()), listener.accept()[0] as accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
