"""The Web API: finds the token and the method, applies scopes, limits and faults, and keeps a record of each call."""

import logging
from dataclasses import dataclass, field, replace
from datetime import timedelta

from playground.core import Core
from playground.errors import ControlError, Json, SlackError, TooFast, invalid_arguments
from playground.faults import Fault
from playground.methods import METHODS
from playground.methods.registry import Call, Method, missing_scope
from playground.strict import as_sent
from playground.world import Token

log = logging.getLogger(__name__)


@dataclass
class Answer:
    """What goes back over HTTP. ``dropped``: nothing does, the connection is closed."""

    body: Json
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    dropped: bool = False


class WebApi:
    """Calls come in with their token and arguments; ``undeclared`` collects errors that a method's table lacks."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.undeclared: set[tuple[str, str]] = set()

    async def call(self, name: str, token: str, args: Json) -> Answer:
        """Answer one call. In this process too it is as over a wire: nobody shares what the other keeps."""
        args = as_sent(args)
        with self.core.activity.busy():
            record = self._record(name, args) | {"token": token[:5]}
            self.core.calls.append(record)
            if fault := self.core.faults.take("delay", name):
                await self.core.clock.sleep(fault.wait(1.0))
            answer = self._answer_whatever(name, token, args) if self._arrives(token) else Answer({}, dropped=True)
            record |= {"status": answer.status, "reply": None if answer.dropped else answer.body}
            if answer.dropped:
                record["dropped"] = True
            if "retry-after" in answer.headers:
                record["retry_after"] = int(answer.headers["retry-after"])
            return replace(answer, body=as_sent(answer.body))

    def _arrives(self, token: str) -> bool:
        """While the app is down only people's calls do: none with a token of the app, none without any."""
        known = self.core.world.tokens.get(token)
        return not self.core.is_down() or (known is not None and known.kind == "user")

    def refuse(self, name: str, error: SlackError) -> Answer:
        """Answer a call whose arguments could not be read."""
        if self.core.is_down():
            return Answer({}, dropped=True)
        self.core.calls.append(self._record(name, {}) | {"token": "", "status": 200, "reply": error.body()})
        return Answer(error.body())

    def _record(self, name: str, args: Json) -> Json:
        now = self.core.stamp()
        shown = {k: v for k, v in args.items() if k != "token"}
        return {"method": name, "args": shown, "time": now, "at": now, "reply": None}

    def _answer_whatever(self, name: str, token: str, args: Json) -> Answer:
        """An answer even to what nobody foresaw, so that one call cannot break the playground for all."""
        try:
            answer = self._answer(name, token, args)
            answer.dropped |= answer.status == 200 and self.core.faults.take("drop_reply", name) is not None
            return answer
        except Exception:
            log.exception("%s could not be answered", name)
            return Answer({"ok": False, "error": "internal_error"})

    def _answer(self, name: str, token: str, args: Json) -> Answer:
        known = METHODS.get(name)
        if known is None:
            return Answer({"ok": False, "error": "unknown_method", "req_method": name})
        try:
            who = self._identify(known, token)
            self._slow_down(known, who)
            return self._act(known, who, args)
        except TooFast as too_fast:
            body = {"ok": False, "error": "ratelimited"}
            return Answer(body, 429, {"retry-after": str(too_fast.seconds)})
        except SlackError as error:
            if error.code not in known.errors and "*" not in known.errors:
                self.undeclared.add((name, error.code))
            return Answer(error.body(), headers=self._scope_headers(known, token))
        except ControlError as error:
            return Answer(invalid_arguments(error.error).body())

    def _act(self, known: Method, who: Token, args: Json) -> Answer:
        faults, name = self.core.faults, known.name
        if fault := faults.take("error", name):
            return _broken(fault)
        if fault := faults.take("late_act", name):
            when = self.core.now() + timedelta(seconds=fault.wait(5.0))
            self.core.later(when, lambda: self._act_late(known, who, args))
            return Answer({}, dropped=True)
        return Answer(self._perform(known, who, args), headers=self._scope_headers(known, who.value))

    def _act_late(self, known: Method, who: Token, args: Json) -> None:
        self.core.activity.touch()
        record = self._record(known.name, args) | {"late": True}
        self.core.calls.append(record)
        try:
            record["reply"] = self._perform(known, who, args)
        except SlackError as error:
            record["reply"] = error.body()
        except TooFast:
            record["reply"] = {"ok": False, "error": "ratelimited"}
        except ControlError as error:
            record["reply"] = invalid_arguments(error.error).body()
        except Exception:
            log.exception("%s could not be answered late", known.name)
            record["reply"] = {"ok": False, "error": "internal_error"}

    def _perform(self, known: Method, who: Token, args: Json) -> Json:
        missing = [n for n in known.needs if args.get(n) in (None, "")]
        if missing:
            raise invalid_arguments(*(f"missing required field: {name}" for name in missing))
        call = Call(self.core, who, dict(args), known.name)
        body: Json = {"ok": True, **known.handler(call)}
        if call.warnings:
            body["warning"] = ",".join(call.warnings)
            body["response_metadata"] = {**body.get("response_metadata", {}), "warnings": call.warnings}
        return body

    def _identify(self, known: Method, value: str) -> Token:
        """The token behind a call, alive, of a kind that may call this method, with a scope for it."""
        if not value:
            if "none" in known.kinds:
                return Token("", "none", "")
            raise SlackError("not_authed")
        token = self.core.world.tokens.get(value)
        if token is None:
            raise SlackError("invalid_auth")
        if token.dead:
            raise SlackError(token.dead)
        if token.expires and self.core.now().timestamp() >= token.expires:
            raise SlackError("token_expired")
        if token.kind not in known.kinds:
            raise SlackError("not_allowed_token_type")
        if known.scopes and "*" not in token.scopes and not token.scopes & set(known.scopes):
            raise missing_scope(known.scopes[0], token)
        return token

    def _slow_down(self, known: Method, who: Token) -> None:
        """429 when a fault, a block or a bucket says so."""
        now, limits = self.core.now(), self.core.limits
        wait = limits.blocked(who.team, known.name, now)
        if not wait and (fault := self.core.faults.take("ratelimit", known.name)):
            wait = fault.retry_after
            limits.block(who.team, known.name, now + timedelta(seconds=wait))
        if known.tier == "history" and self.core.app.tight_history:
            wait = wait or limits.take("tight_history", (who.team, "tight", known.name), now)
        else:
            wait = wait or limits.take(known.tier, (who.team, who.kind, known.name), now)
        if wait:
            raise TooFast(wait)

    def _scope_headers(self, known: Method, token: str) -> dict[str, str]:
        found = self.core.world.tokens.get(token)
        if found is None:
            return {}
        return {"x-oauth-scopes": ",".join(sorted(found.scopes)), "x-accepted-oauth-scopes": ",".join(known.scopes)}


def _broken(fault: Fault) -> Answer:
    """``error`` as a number is an HTTP status; anything else is Slack's word for what went wrong."""
    wanted, wrong = fault.error or "500", "internal_error"
    if wanted.isdigit():
        word, headers = ("ratelimited", {"retry-after": str(fault.retry_after)}) if wanted == "429" else (wrong, {})
        return Answer({"ok": False, "error": word}, int(wanted), headers)
    return Answer({"ok": False, "error": wanted})
