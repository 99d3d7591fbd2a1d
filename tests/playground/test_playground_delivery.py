"""Events over HTTP: signed, timed, tried again as Slack does."""

import hashlib
import hmac
import time

import pytest
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from playground import Playground
from playground.deliver import sign
from tests.playground.conftest import Receiver


def say(slack: Playground, text: str = "hello") -> None:
    slack.engine.say(channel="#support", user="@maria", text=text)


async def settle(slack: Playground) -> None:
    assert (await slack.engine.settle(timeout=5, quiet=0.05))["settled"]


def test_signatures_are_slacks() -> None:
    digest = hmac.new(b"secret", b"v0:1531420618:token=x&team=T1", hashlib.sha256).hexdigest()
    assert sign("secret", "1531420618", b"token=x&team=T1") == f"v0={digest}"


async def test_a_delivery_is_signed_with_the_machines_time(slack: Playground, receiver: Receiver) -> None:
    say(slack)
    await settle(slack)
    (request,) = receiver.requests
    verifier = SignatureVerifier(slack.settings.signing_secret)
    assert verifier.is_valid_request(request.body, request.headers)
    assert abs(int(request.headers["x-slack-request-timestamp"]) - time.time()) < 5
    assert "x-slack-retry-num" not in request.headers


async def test_a_refused_event_is_tried_at_once_after_one_and_after_five_minutes(
    slack: Playground, receiver: Receiver
) -> None:
    receiver.answers = [(500, {}, "")] * 4
    say(slack)
    await settle(slack)
    assert len(receiver.requests) == 2
    for seconds, expected in ((55, 2), (6, 3), (290, 3), (11, 4), (7200, 4)):
        slack.clock.advance(seconds)
        await settle(slack)
        assert len(receiver.requests) == expected
    numbers = [r.headers.get("x-slack-retry-num") for r in receiver.requests]
    assert numbers == [None, "1", "2", "3"]
    assert receiver.requests[3].headers["x-slack-retry-reason"] == "http_error"
    assert len({r.json["event_id"] for r in receiver.requests}) == 1
    assert slack.core.deliveries[0].state == "failed"


async def test_no_retry_ends_it_on_a_refusal(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(500, {"X-Slack-No-Retry": "1"}, "")]
    say(slack)
    await settle(slack)
    slack.clock.advance(600)
    await settle(slack)
    assert len(receiver.requests) == 1
    assert slack.core.deliveries[0].state == "failed"


async def test_a_slow_app_is_tried_again_with_http_timeout(slack: Playground, receiver: Receiver) -> None:
    receiver.pauses = [0.6]
    say(slack)
    await settle(slack)
    assert receiver.requests[1].headers["x-slack-retry-reason"] == "http_timeout"
    assert slack.core.deliveries[0].state == "delivered"


async def test_an_app_that_is_away_counts_as_connection_failed(slack: Playground) -> None:
    slack.deliverer.events_url = "http://127.0.0.1:9/slack/events"
    say(slack)
    await settle(slack)
    attempts = slack.core.deliveries[0].attempts
    assert [a["reason"] for a in attempts] == ["connection_failed"] * 2


async def test_too_many_redirects_are_not_followed(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(307, {"Location": receiver.url}, "")] * 3
    say(slack)
    await settle(slack)
    assert slack.core.deliveries[0].attempts[0]["reason"] == "too_many_redirects"
    assert slack.core.deliveries[0].state == "delivered"


async def test_a_url_is_verified_by_its_echo(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(200, {}, "nothing")]
    assert (await slack.engine.verify())["ok"] is False
    sent = receiver.requests[0].json
    assert sent["type"] == "url_verification"


async def test_settle_waits_for_a_delivery_that_is_under_way(slack: Playground, receiver: Receiver) -> None:
    receiver.pauses = [0.2]
    say(slack)
    assert (await slack.engine.settle(timeout=0.05, quiet=0.01))["settled"] is False
    assert (await slack.engine.settle(timeout=5, quiet=0.05))["settled"] is True
    assert slack.core.deliveries[0].state == "delivered"


async def test_a_new_world_ends_old_deliveries(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(500, {}, "")] * 2
    say(slack)
    await settle(slack)
    slack.engine.world()
    slack.clock.advance(600)
    await settle(slack)
    assert len(receiver.requests) == 2


@pytest.mark.parametrize("status", [301, 302])
async def test_two_redirects_are_followed_with_the_same_body_and_signature(
    slack: Playground, receiver: Receiver, status: int
) -> None:
    receiver.answers = [(status, {"Location": receiver.url}, ""), (status, {"Location": "/slack/events"}, "")]
    say(slack)
    await settle(slack)
    assert [a["status"] for a in slack.core.deliveries[0].attempts] == [200]
    assert len(receiver.requests) == 3
    assert len({(r.body, r.headers["x-slack-signature"]) for r in receiver.requests}) == 1


async def test_a_third_redirect_is_one_too_many(slack: Playground, receiver: Receiver) -> None:
    receiver.answers = [(302, {"Location": receiver.url}, "")] * 3
    say(slack)
    await settle(slack)
    assert receiver.requests[3].headers["x-slack-retry-reason"] == "too_many_redirects"


@pytest.mark.parametrize("answer", [(304, {}, ""), (302, {}, ""), (404, {}, "")])
async def test_what_is_no_success_is_tried_again_as_http_error(
    slack: Playground, receiver: Receiver, answer: tuple[int, dict[str, str], str]
) -> None:
    receiver.answers = [answer]
    say(slack)
    await settle(slack)
    assert receiver.requests[1].headers["x-slack-retry-reason"] == "http_error"
    assert slack.core.deliveries[0].state == "delivered"


@pytest.mark.parametrize(("status", "attempts"), [(200, [200]), (500, [500, 200])])
async def test_an_answer_that_is_not_utf8_counts_by_its_status(
    slack: Playground, receiver: Receiver, status: int, attempts: list[int]
) -> None:
    receiver.raw = [web.Response(status=status, body=b"\xff\xfe", content_type="text/plain", charset="utf-8")]
    say(slack)
    await settle(slack)
    assert [a["status"] for a in slack.core.deliveries[0].attempts] == attempts
    receiver.raw = [web.Response(body=b"\xff\xfe", content_type="text/plain", charset="utf-8")]
    answer = await slack.engine.command(channel="#support", user="@maria", command="/ours")
    assert answer["status"] == 200
