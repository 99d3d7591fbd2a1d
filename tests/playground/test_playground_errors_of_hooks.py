"""The errors of response URLs and of incoming webhooks: each that is listed is provoked."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from playground import Playground
from playground.core import ResponseUrl
from playground.errors import RESPONSE_URL, WEBHOOK, Json
from playground.hooks import HookAnswer
from playground.webhooks import receive, webhook_url
from tests.playground.provoking.chat import LONG_SECTION, metadata
from tests.playground.provoking.ways import NOTHING, SUPPORT, TEAM, TOM, archived, posted, with_room


def lose_the_channel(slack: Playground) -> None:
    del slack.core.world.channels[SUPPORT]


def use_up(slack: Playground) -> None:
    for hook in slack.core.response_urls.values():
        hook.uses = 5


def forget_the_message(slack: Playground) -> None:
    for hook in slack.core.response_urls.values():
        hook.ts = None


REPLACED: Json = {"replace_original": True, "text": "x"}
HOOKS: dict[str, tuple[Json, Callable[[Playground], object] | None]] = {
    "expired_url": ({"text": "x"}, lambda slack: slack.clock.advance(1801)),
    "used_url": ({"text": "x"}, use_up),
    "no_text": ({}, None),
    "invalid_arguments": ({"text": 5}, None),
    "channel_not_found": ({"text": "x"}, lose_the_channel),
    "message_not_found": ({"delete_original": True}, forget_the_message),
    "thread_not_found": ({"text": "x", "thread_ts": "1.1"}, None),
    "invalid_blocks": ({"blocks": [NOTHING]}, None),
    "invalid_blocks_format": ({"blocks": "{broken"}, None),
    "msg_blocks_too_long": ({"blocks": [LONG_SECTION] * 14}, None),
    "invalid_attachments": ({"text": "x", "attachments": 5}, None),
    "too_many_attachments": ({"text": "x", "attachments": [{}] * 101}, None),
    "invalid_metadata_format": ({**REPLACED, "metadata": {"event_type": "a"}}, None),
    "metadata_too_large": ({**REPLACED, "metadata": metadata(notes="x" * 16_000)}, None),
}


def hook_of(slack: Playground, ts: str | None = None) -> ResponseUrl:
    return ResponseUrl(TEAM, SUPPORT, TOM, slack.core.now() + timedelta(minutes=30), ts)


async def respond(slack: Playground, body: object, before: Callable[[Playground], object] | None = None) -> HookAnswer:
    """Answer by a fresh response URL of a click on the app's message."""
    url = slack.core.new_response_url(hook_of(slack, await posted(slack)))
    if before:
        before(slack)
    return slack.respond(url, body)  # type: ignore[arg-type]  # what is no object is refused, and that is the point


def test_each_error_of_response_urls_is_provoked() -> None:
    assert set(HOOKS) == RESPONSE_URL


@pytest.mark.parametrize("error", HOOKS)
async def test_a_response_url_refuses_by_name(quiet: Playground, error: str) -> None:
    body, before = HOOKS[error]
    answer = await respond(quiet, body, before)
    gone = error in ("expired_url", "used_url")
    assert (answer.status, json.loads(answer.text)["error"]) == (404 if gone else 400, error)


async def test_a_response_url_takes_objects_only_and_not_too_many(quiet: Playground) -> None:
    quiet.clock.set_speed(0.001)
    told = await respond(quiet, [1])
    assert (told.status, told.text) == (400, "invalid_payload")
    url = quiet.core.new_response_url(hook_of(quiet))
    answers = [quiet.respond(url, {"text": "x"}) for _ in range(5)]
    assert [answer.status for answer in answers] == [200] * 4 + [429]
    assert (json.loads(answers[-1].text)["error"], answers[-1].headers["retry-after"]) == ("ratelimited", "1")


# incoming webhooks

LAYOUT: Json = {
    "no_text": {},
    "invalid_arguments": {"text": 5},
    "invalid_blocks": {"blocks": [NOTHING]},
    "invalid_blocks_format": {"blocks": "{broken"},
    "msg_blocks_too_long": {"blocks": [LONG_SECTION] * 14},
    "invalid_attachments": {"text": "x", "attachments": 5},
    "too_many_attachments": {"text": "x", "attachments": [{}] * 101},
    "invalid_metadata_format": {"text": "x", "metadata": {"event_type": "a"}},
    "metadata_too_large": {"text": "x", "metadata": metadata(notes="x" * 16_000)},
    "invalid_payload": [1],
}
PLACES: dict[str, tuple[int, str, Callable[[Playground], object] | None]] = {
    "no_team": (404, "T404/B0OURS00000/C0SUPPORT00", None),
    "no_service": (404, f"{TEAM}/B404/C0SUPPORT00", None),
    "channel_not_found": (404, f"{TEAM}/B0OURS00000/C404", None),
    "channel_is_archived": (410, "", archived),
    "action_prohibited": (403, "", with_room(is_read_only=True)),
    "rate_limited": (429, "", lambda slack: [post_by(slack) for _ in range(5)]),
}


def post_by(slack: Playground, body: object = None, path: str = "") -> tuple[int, str]:
    usual = webhook_url(slack.core, TEAM, slack.core.channel("#support")).partition("/services/")[2]
    raw = json.dumps({"text": "x"} if body is None else body).encode()
    answer = receive(slack.core, path or usual, "application/json", raw)
    return answer.status, answer.text


def test_each_error_of_webhooks_is_provoked() -> None:
    assert {*LAYOUT, *PLACES} == WEBHOOK


@pytest.mark.parametrize("error", LAYOUT)
async def test_a_webhook_refuses_what_is_no_message(quiet: Playground, error: str) -> None:
    assert post_by(quiet, LAYOUT[error]) == (400, error)


@pytest.mark.parametrize("error", PLACES)
async def test_a_webhook_refuses_where_it_cannot_post(quiet: Playground, error: str) -> None:
    quiet.clock.set_speed(0.001)
    status, path, before = PLACES[error]
    if before:
        before(quiet)
    assert post_by(quiet, path=path) == (status, error)
