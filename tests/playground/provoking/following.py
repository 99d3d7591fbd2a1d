"""The errors that many methods have in common, and those that follow from how a method is registered."""

from collections.abc import Awaitable, Callable
from typing import Any

from playground import Playground
from playground.errors import SERVED, Json
from playground.methods import METHODS
from playground.methods.registry import Method
from tests.playground.provoking.ways import usual_token

Provoke = Callable[[Playground, Method], Awaitable[Json]]


def those_that_answer(error: str) -> list[Method]:
    """The methods that answer this, though their own lines of the table do not say so."""
    return [known for known in METHODS.values() if error in known.errors - SERVED[known.name]]


def foreign_token(slack: Playground, known: Method) -> str:
    """A token of a kind that may not call the method."""
    app, person = slack.settings.app_token, slack.core.user("@maria").token
    return app if "app" not in known.kinds else person


async def error_of(slack: Playground, known: Method, token: str | None = None, **args: Any) -> Json:
    value = usual_token(slack, known.name) or slack.settings.bot_token if token is None else token
    return (await slack.api.call(known.name, value, args)).body


async def not_authed(slack: Playground, known: Method) -> Json:
    return await error_of(slack, known, "")


async def invalid_auth(slack: Playground, known: Method) -> Json:
    return await error_of(slack, known, "xoxb-none")


async def not_allowed_token_type(slack: Playground, known: Method) -> Json:
    return await error_of(slack, known, foreign_token(slack, known))


def dead(word: str) -> Provoke:
    async def provoke(slack: Playground, known: Method) -> Json:
        for token in slack.core.world.tokens.values():
            token.dead = word
        return await error_of(slack, known)

    return provoke


async def token_expired(slack: Playground, known: Method) -> Json:
    for token in slack.core.world.tokens.values():
        token.expires = 1.0
    return await error_of(slack, known)


async def missing_scope(slack: Playground, known: Method) -> Json:
    token = slack.core.world.tokens[usual_token(slack, known.name)]
    token.scopes = {"commands", "app_mentions:read"}
    answer = await error_of(slack, known)
    assert (answer["needed"], answer["provided"]) == (known.scopes[0], "app_mentions:read,commands")
    return answer


async def invalid_arguments(slack: Playground, known: Method) -> Json:
    answer = await error_of(slack, known)
    missing = [f"[ERROR] missing required field: {name}" for name in known.needs]
    assert answer["response_metadata"]["messages"] == missing
    return answer


async def ratelimited(slack: Playground, known: Method) -> Json:
    slack.engine.fault(kind="ratelimit", method=known.name, seconds=7)
    answer = await slack.api.call(known.name, usual_token(slack, known.name), {})
    assert (answer.status, answer.headers) == (429, {"retry-after": "7"})
    return answer.body


def by_fault(word: str) -> Provoke:
    async def provoke(slack: Playground, known: Method) -> Json:
        slack.engine.fault(kind="error", method=known.name, error=word)
        return await error_of(slack, known)

    return provoke


def named(name: str) -> Provoke:
    async def provoke(slack: Playground, known: Method) -> Json:
        return await error_of(slack, known, **{name: "x"})

    return provoke


FOLLOWS: dict[str, Provoke] = {
    "not_authed": not_authed,
    "invalid_auth": invalid_auth,
    "account_inactive": dead("account_inactive"),
    "token_revoked": dead("token_revoked"),
    "token_expired": token_expired,
    "not_allowed_token_type": not_allowed_token_type,
    "missing_scope": missing_scope,
    "invalid_arguments": invalid_arguments,
    "ratelimited": ratelimited,
    "invalid_arg_name": named("user-id"),
    "invalid_array_arg": named("users[0]"),
    "internal_error": by_fault("internal_error"),
    "fatal_error": by_fault("fatal_error"),
}
