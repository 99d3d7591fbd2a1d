"""Signed tokens for programs that call us: for which workspace, under which name, until when.

Nothing of them is stored: whoever has the secret can check them, and a new secret ends them all.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.errors import TokenExpired, TokenMissing, TokenWrong

KIND = "ours1"
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Pass:
    """What a token says, once its signature was checked."""

    team_id: str
    name: str
    until: datetime


def make(secret: str, given: Pass) -> str:
    """A token: its kind, what it says, and the signature of both."""
    said = json.dumps([given.team_id, given.name, int(given.until.timestamp())], separators=(",", ":"))
    signed = f"{KIND}.{_pack(said.encode())}"
    return f"{signed}.{_sign(secret, signed)}"


def read(secret: str, token: str, now: datetime) -> Pass:
    """What a token says; `now` is the machine's. Raises TokenMissing, TokenWrong or TokenExpired."""
    if not token:
        raise TokenMissing
    signed, _, signature = token.rpartition(".")
    # The signature goes first, and takes as long whatever is wrong with it: nothing is learnt from a guess.
    known = _sign(secret, signed[:LONGEST])
    if not hmac.compare_digest(known.encode(), signature.encode("utf-8", "replace")) or len(token) > LONGEST:
        raise TokenWrong
    try:
        team_id, name, until = json.loads(_unpack(signed.removeprefix(f"{KIND}.")))
    except (ValueError, binascii.Error) as error:
        raise TokenWrong from error
    found = Pass(str(team_id), str(name), datetime.fromtimestamp(int(until), UTC))
    if found.until <= now:
        raise TokenExpired(day=f"{found.until:%d %B %Y}", name=found.name)
    return found


def _sign(secret: str, signed: str) -> str:
    return _pack(hmac.new(secret.encode(), signed.encode("utf-8", "replace"), hashlib.sha256).digest())


def _pack(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _unpack(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
