"""Brings events and interactions to the app: over HTTP with Slack's retries, or over Socket Mode."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode

from playground.core import Core, Delivery
from playground.errors import Json
from playground.strict import as_sent

RETRY_AFTER = (0.0, 60.0, 300.0)
"""Seconds of the playground's clock before the first, second and third retry."""

ACK_SECONDS = 3.0
"""Seconds of the machine that the app has to answer."""


@dataclass
class Reply:
    """What the app answered. ``status`` is 0 when it did not; then ``reason`` says why, in Slack's words."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    reason: str = ""

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


class Transport(Protocol):
    """Sends one HTTP request. Never raises: what goes wrong is a Reply with status 0 and a reason. It is cancelled when
    the app's three seconds are over; one in memory runs the app in a task of its own, for a real app goes on then."""

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> Reply: ...


class Sockets(Protocol):
    """Sends one Socket Mode envelope to any one connection and waits for its ack; never raises."""

    @property
    def connected(self) -> bool: ...

    @property
    def expected(self) -> bool: ...

    async def send(self, envelope: Json) -> Reply: ...


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's v0 signature of a raw body."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class Deliverer:
    """``epoch`` gives the machine's time of day, for signatures: clients compare it with their own."""

    def __init__(self, core: Core, transport: Transport, sockets: Sockets, epoch: Callable[[], float]) -> None:
        self.core = core
        self.ack_seconds = ACK_SECONDS
        self.transport = transport
        self.sockets = sockets
        self.epoch = epoch
        self.events_url = ""
        self.interactivity_url = ""
        self.socket_only = False
        self.tasks: dict[asyncio.Task[None], None] = {}  # no set: it has another order in each run
        self._held: list[asyncio.Event] = []

    def start(self, delivery: Delivery) -> None:
        """Begin to deliver an event; faults that were ordered for events strike here."""
        faults, kind = self.core.faults, delivery.kind
        if faults.take("drop_event", kind):
            delivery.state = "dropped"
            return
        if fault := faults.take("duplicate", kind):
            self._spawn(self._deliver(self._twin(delivery, fault.error == "new_id"), fault.wait(0.0)))
        if fault := faults.take("delay", kind):
            self._spawn(self._deliver(delivery, fault.wait(1.0)))
        elif fault := faults.take("reorder", kind):
            self._spawn(self._deliver_after_next(delivery, fault.wait(2.0)))
        else:
            self._spawn(self._deliver(delivery, 0.0))

    def forget(self) -> None:
        """Give up all deliveries that are under way."""
        for task in list(self.tasks):
            task.cancel()

    async def stop(self) -> None:
        self.forget()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self.tasks[task] = None
        task.add_done_callback(lambda done: self.tasks.pop(done, None))

    def _twin(self, delivery: Delivery, new_id: bool) -> Delivery:
        twin = Delivery(self.core.ids.next("Ev") if new_id else delivery.id, dict(delivery.body))
        twin.body["event_id"] = twin.id
        self.core.deliveries.append(twin)
        return twin

    async def _deliver_after_next(self, delivery: Delivery, seconds: float) -> None:
        """Let the next event overtake this one; go anyway after ``seconds`` of the clock."""
        overtaken = asyncio.Event()
        self._held.append(overtaken)
        waits = [asyncio.ensure_future(overtaken.wait()), asyncio.ensure_future(self.core.clock.sleep(seconds))]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        if overtaken in self._held:
            self._held.remove(overtaken)
        await self._deliver(delivery, 0.0)

    async def _deliver(self, delivery: Delivery, delay: float) -> None:
        if delay:
            await self.core.clock.sleep(delay)
        reason = ""
        for number, wait in enumerate((0.0, *RETRY_AFTER)):
            if number and wait:
                await self.core.clock.sleep(wait)
            with self.core.activity.busy():
                reply = await self._attempt(delivery, number, reason)
            self._release()
            if reply.ok:
                delivery.state = "delivered"
                return
            reason = reply.reason
            if reply.headers.get("x-slack-no-retry") == "1":
                break
            delivery.state = "retrying"
        delivery.state = "failed"

    def _release(self) -> None:
        for overtaken in self._held:
            overtaken.set()
        self._held.clear()

    async def _attempt(self, delivery: Delivery, number: int, reason: str) -> Reply:
        attempt: Json = {"n": number, "at": self.core.stamp(), "transport": self.transport_now(), "status": None}
        delivery.attempts.append(attempt)
        if self.core.is_down():
            reply = Reply(0, reason="connection_failed")
        elif self._uses_sockets():
            envelope = {"type": "events_api", "payload": delivery.body, "accepts_response_payload": False}
            told = "timeout" if reason == "http_timeout" else reason
            reply = await self.sockets.send({**envelope, "retry_attempt": number, "retry_reason": told})
        else:
            headers = {"content-type": "application/json"}
            if number:
                headers |= {"x-slack-retry-num": str(number), "x-slack-retry-reason": reason}
            reply = await self._post(self.events_url, headers, json.dumps(delivery.body).encode())
        attempt |= {"status": reply.status, "reason": reply.reason}
        return reply

    def transport_now(self) -> str:
        return "socket" if self._uses_sockets() else "http"

    def connection(self) -> str:
        """How the app is reached right now: socket, http, or none."""
        if self.core.is_down():
            return "none"
        if self.sockets.connected:
            return "socket"
        return "http" if self.events_url and not self.socket_only else "none"

    def _uses_sockets(self) -> bool:
        """Connecting a socket is what switches Socket Mode on; then HTTP is off."""
        sockets = self.sockets.connected or self.sockets.expected
        return self.socket_only or sockets or not self.events_url

    async def interact(self, kind: str, payload: Json) -> Reply:
        """Send an interaction once and give back the app's answer. ``kind``: interactive or slash_commands."""
        payload = as_sent(payload)
        with self.core.activity.busy():
            if self.core.is_down():
                reply = Reply(0, reason="connection_failed")
            elif self._uses_sockets():
                answers = kind == "slash_commands" or payload.get("type") in ("view_submission", "block_suggestion")
                reply = await self.sockets.send({"type": kind, "payload": payload, "accepts_response_payload": answers})
            else:
                fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
                headers = {"content-type": "application/x-www-form-urlencoded"}
                reply = await self._post(self.interactivity_url or self.events_url, headers, urlencode(fields).encode())
        record = {
            "kind": kind,
            "payload": payload,
            "at": self.core.stamp(),
            "status": reply.status,
            "response": reply.body,
        }
        self.core.interactions.append(record)
        return reply

    async def verify(self) -> Json:
        """Send url_verification; ok when the answer holds the challenge."""
        challenge = self.core.ids.secret(40)
        if self.core.is_down():
            return {"ok": False, "status": 0, "response": ""}
        body = {"type": "url_verification", "token": self.core.app.verification_token, "challenge": challenge}
        reply = await self._post(self.events_url, {"content-type": "application/json"}, json.dumps(body).encode())
        return {"ok": reply.ok and challenge in reply.body, "status": reply.status, "response": reply.body}

    async def _post(self, url: str, headers: dict[str, str], body: bytes) -> Reply:
        timestamp = str(int(self.epoch()))
        signature = sign(self.core.app.signing_secret, timestamp, body)
        signed = {
            **headers,
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "x-slack-request-timestamp": timestamp,
            "x-slack-signature": signature,
        }
        try:
            async with asyncio.timeout(self.ack_seconds):
                reply = await self.transport.post(url, signed, body)
        except TimeoutError:
            return Reply(0, reason="http_timeout")
        return Reply(0, reason="connection_failed") if self.core.is_down() else reply
