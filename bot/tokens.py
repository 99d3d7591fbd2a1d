"""Signed tokens for programs that call us: for which workspace, under which name, until when. And keys of webhooks,
with secrets that sign what is sent, as Slack signs its own.

Nothing of them is stored: whoever has the secret can check them, and a new secret ends them all.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.errors import (
    BotError,
    HookKeyMissing,
    HookStale,
    HookUnsigned,
    HookWrong,
    TokenExpired,
    TokenMissing,
    TokenWrong,
)

KIND, HOOK = "ours1", "ourshook1"
LONGEST = 2_000
NEAR = 300
"""Seconds that a signed call may be away from now."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What a token says, once its signature was checked."""

    team_id: str
    name: str
    until: datetime


def make(secret: str, given: Pass, kind: str = KIND) -> str:
    """A token: its kind, what it says, and the signature of both."""
    said = json.dumps([given.team_id, given.name, int(given.until.timestamp())], separators=(",", ":"))
    signed = f"{kind}.{_pack(said.encode())}"
    return f"{signed}.{_sign(secret, signed)}"


def make_hook(secret: str, given: Pass) -> tuple[str, str]:
    """A webhook's key, which is no secret, and the secret that signs: nothing of them is stored."""
    key, _, signing = make(secret, given, HOOK).rpartition(".")
    return key, signing


def check_hook(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> tuple[Pass, str]:
    """Whose call it is, and its signature; `now` is the machine's. Raises HookKeyMissing, HookUnsigned, HookStale,
    HookWrong or TokenExpired.
    """
    key, stamp = headers.get("x-ours-key", "").strip(), headers.get("x-ours-timestamp", "").strip()
    signature = headers.get("x-ours-signature", "").strip()
    if not key:
        raise HookKeyMissing
    if not signature or not stamp.isascii() or not stamp.isdigit() or len(stamp) > len("1234567890"):
        raise HookUnsigned
    away = abs(int(now.timestamp()) - int(stamp))
    if away > NEAR:
        raise HookStale(seconds=away)
    expected = sign_call(_sign(secret, key[:LONGEST]), stamp, body)
    if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace")) or len(key) > LONGEST:
        raise HookWrong
    if not key.startswith(f"{HOOK}."):
        raise HookWrong
    found = _said(key.removeprefix(f"{HOOK}."), HookWrong)
    if found.until <= now:
        raise TokenExpired(day=f"{found.until:%d %B %Y}", name=found.name)
    return found, signature


def sign_call(secret: str, stamp: str, body: bytes) -> str:
    """The signature of a call at that second, as Slack makes its own: v0, HMAC-SHA256 of v0:TIMESTAMP:BODY."""
    return "v0=" + hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()


def read(secret: str, token: str, now: datetime) -> Pass:
    """What a token says; `now` is the machine's. Raises TokenMissing, TokenWrong or TokenExpired."""
    if not token:
        raise TokenMissing
    signed, _, signature = token.rpartition(".")
    # The signature goes first, and takes as long whatever is wrong with it: nothing is learnt from a guess.
    known = _sign(secret, signed[:LONGEST])
    if not hmac.compare_digest(known.encode(), signature.encode("utf-8", "replace")) or len(token) > LONGEST:
        raise TokenWrong
    if not signed.startswith(f"{KIND}."):
        raise TokenWrong
    found = _said(signed.removeprefix(f"{KIND}."), TokenWrong)
    if found.until <= now:
        raise TokenExpired(day=f"{found.until:%d %B %Y}", name=found.name)
    return found


def _said(packed: str, wrong: type[BotError]) -> Pass:
    try:
        team_id, name, until = json.loads(_unpack(packed))
    except (ValueError, binascii.Error) as error:
        raise wrong from error
    return Pass(str(team_id), str(name), datetime.fromtimestamp(int(until), UTC))


def _sign(secret: str, signed: str) -> str:
    return _pack(hmac.new(secret.encode(), signed.encode("utf-8", "replace"), hashlib.sha256).digest())


def _pack(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _unpack(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
