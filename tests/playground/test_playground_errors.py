"""Every error that the playground lists is provoked by a call, and no other comes."""

import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.errors import (
    ANY,
    COMMON,
    NO_METHOD,
    RESPONSE_URL,
    SERVED,
    TOKEN,
    UNREADABLE,
    WEBHOOK,
    SlackError,
    check_listed,
)
from playground.limits import TIERS
from playground.methods import ABSENT, METHODS
from playground.methods.registry import all_errors
from tests.playground.provoking import WAYS
from tests.playground.provoking.following import FOLLOWS, those_that_answer
from tests.playground.provoking.ways import Way, grant_everything, usual_token
from tests.support.unlisted import Unlisted

PAIRS = sorted((method, error) for method, each in WAYS.items() for error in each)


@pytest.fixture
def granted(quiet: Playground) -> Playground:
    """The app has every scope."""
    grant_everything(quiet)
    return quiet


# the table


def test_the_table_lists_the_methods_there_are() -> None:
    assert set(SERVED) == set(METHODS) == set(WAYS)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_each_listed_error_is_provoked_and_each_provoked_one_is_listed(method: str) -> None:
    assert set(WAYS[method]) == SERVED[method]


@pytest.mark.parametrize(("method", "error"), PAIRS)
async def test_a_method_answers_the_errors_that_it_lists(granted: Playground, method: str, error: str) -> None:
    answer = await WAYS[method][error].call(granted, method)
    assert (answer["ok"], answer.get("error")) == (False, error)


def test_a_method_without_a_line_in_the_table_cannot_be_registered() -> None:
    with pytest.raises(LookupError, match="no errors of chat"):
        all_errors("chat.shout", "", "bot", "")


def test_an_answer_that_no_table_lists_is_complained_of(unlisted: Unlisted) -> None:
    for error in ("too_silent", "no_text", "too_loud"):
        check_listed("chat.shout", frozenset(["no_text", "too_silent"]), SlackError(error))
    assert [found.split(":")[0] for found in unlisted.take()] == ["chat.shout answers too_loud"]


NAMES = sorted({name for each in WAYS.values() for way in each.values() for name in way.args})


def test_every_word_in_the_code_is_listed_somewhere() -> None:
    """Those that are told of the app's own answers are no errors of calls."""
    listed = {error for known in (*METHODS.values(), *ABSENT.values()) for error in known.errors}
    listed |= UNREADABLE | NO_METHOD | RESPONSE_URL | WEBHOOK
    files = [path for path in Path("playground").rglob("*.py") if path.name not in ("interact.py", "suggesting.py")]
    raised = {word for path in files for word in re.findall(r'SlackError\("(\w+)"', path.read_text("utf-8"))}
    assert raised - listed == set()
    assert len(raised) > 100


GARBAGE: list[Any] = [{}, [], 5, -1, True, "x", "[", "{", " ", {"a": [1]}, [{}], "C404", "1.1", "x" * 300]


@pytest.mark.parametrize("method", sorted(METHODS))
async def test_garbage_in_any_argument_gets_listed_errors_only(granted: Playground, method: str) -> None:
    """That nothing else is answered is seen by the fixture `errors_are_listed`."""
    granted.core.limits.enabled = False
    given = {name: [way.args[name] for way in WAYS[method].values() if name in way.args] for name in NAMES}
    usual = {name: max(values, key=values.count) for name, values in given.items() if values}
    for name in NAMES:
        for value in GARBAGE if name in usual else [{}]:
            body = await Way({**usual, name: value}).call(granted, method)
            assert body.get("error") != "internal_error", (name, value)


# what follows from how a method is registered, and what all have in common


def test_what_follows_is_all_that_methods_answer_besides_their_lists() -> None:
    assert {error for known in METHODS.values() for error in known.errors - SERVED[known.name]} == set(FOLLOWS)
    assert set(FOLLOWS) >= COMMON | TOKEN


@pytest.mark.parametrize("error", FOLLOWS)
async def test_every_method_that_should_answers_it(granted: Playground, error: str) -> None:
    answers = {known.name: (await FOLLOWS[error](granted, known)).get("error") for known in those_that_answer(error)}
    assert {method: told for method, told in answers.items() if told != error} == {}
    assert answers


async def test_no_other_method_is_called_without_a_token_or_a_scope(granted: Playground) -> None:
    open_to_all = {known.name for known in METHODS.values()} - {known.name for known in those_that_answer("not_authed")}
    assert open_to_all == {"api.test", "oauth.v2.access", "oauth.v2.exchange"}
    without = {known.name for known in METHODS.values()} - {known.name for known in those_that_answer("missing_scope")}
    assert without - open_to_all == {
        *("apps.uninstall", "auth.revoke", "auth.teams.list", "auth.test", "chat.getPermalink"),
        *("chat.scheduledMessages.list", "views.open", "views.publish", "views.push", "views.update"),
    }


@pytest.mark.parametrize("method", sorted(ABSENT))
async def test_a_method_that_is_not_here_says_so_or_that_slack_retired_it(granted: Playground, method: str) -> None:
    granted.core.world.tokens[granted.settings.bot_token].scopes = {"*"}
    kind = "bot" if "bot" in ABSENT[method].kinds else "user"
    token = granted.settings.bot_token if kind == "bot" else granted.core.user("@maria").token
    told = (await granted.api.call(method, token, {})).body["error"]
    assert {told} == NO_METHOD & ABSENT[method].errors


async def test_an_unknown_method_is_told_by_its_name(granted: Playground) -> None:
    answer = await granted.api.call("chat.shout", granted.settings.bot_token, {})
    assert answer.body == {"ok": False, "error": "unknown_method", "req_method": "chat.shout"}


@pytest.mark.parametrize("tier", sorted({known.tier for known in METHODS.values()}))
async def test_each_tier_refuses_the_call_that_is_too_much(granted: Playground, tier: str) -> None:
    granted.clock.set_speed(0.001)
    known = next(known for known in METHODS.values() if known.tier == tier and known.name != "auth.revoke")
    statuses = []
    for _ in range(TIERS[tier].burst + 1):
        answer = await granted.api.call(known.name, usual_token(granted, known.name), {})
        statuses.append((answer.status, answer.body.get("error") == "ratelimited"))
    assert statuses == [(200, False)] * TIERS[tier].burst + [(429, True)]
    assert int(answer.headers["retry-after"]) >= 1


# bodies that can't be read

PLAIN, AS_JSON = "application/x-www-form-urlencoded", "application/json"
UNREAD: dict[str, tuple[str, bytes]] = {
    "invalid_json": (AS_JSON, b"{broken"),
    "json_not_object": (AS_JSON, b"[1]"),
    "invalid_form_data": (PLAIN, b"text=\xff"),
    "invalid_post_type": ("application/xml", b"<text/>"),
    "missing_post_type": ("", b"text=x"),
    "invalid_charset": (f"{AS_JSON}; charset=utf-16", b"{}"),
}


def test_each_way_not_to_be_read_is_provoked() -> None:
    assert set(UNREAD) == UNREADABLE


@pytest.mark.parametrize("error", UNREAD)
async def test_a_body_that_cannot_be_read_is_refused_by_its_name(slack: Playground, error: str) -> None:
    kind, body = UNREAD[error]
    headers = {"authorization": f"Bearer {slack.settings.bot_token}", **({"content-type": kind} if kind else {})}
    async with aiohttp.ClientSession(skip_auto_headers=["content-type"]) as session:
        async with session.post(f"{slack.url}/api/auth.test", data=body, headers=headers) as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": False, "error": error})
        async with session.post(f"{slack.url}/api/auth.test", headers=headers) as answer:
            assert (await answer.json())["ok"]


def test_any_word_may_be_asked_of_api_test_only() -> None:
    assert [method for method, errors in SERVED.items() if ANY in errors] == ["api.test"]
