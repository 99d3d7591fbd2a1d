"""What else people at Bluebird talk about: small talk between the scenes of the story, as chatter.toml has it."""

from __future__ import annotations

import base64
import tomllib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.demo.company import zone_of
from bot.demo.picture import boiling_curve
from playground import Playground

FILE = Path(__file__).with_name("chatter.toml")
YEAR, MONTH = 2026, 6


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that somebody says, in a channel or directly to a person. `thread` is the number of the talk whose
    thread it continues; `reactions` are names of emoji with who gives them.
    """

    at: datetime
    talk: int
    who: str
    where: str
    text: str
    is_reply: bool = False
    reactions: tuple[tuple[str, str], ...] = ()
    files: tuple[dict[str, Any], ...] = ()


def read_chatter(path: Path = FILE) -> list[Said]:
    """All of it, in the order in which it is said."""
    talks = tomllib.loads(path.read_text(encoding="utf-8"))["talk"]
    return sorted((said for number, talk in enumerate(talks) for said in _said(number, talk)), key=lambda one: one.at)


def _said(number: int, talk: dict[str, Any]) -> Iterator[Said]:
    hour, minute = talk["at"].split(":")
    local = datetime(YEAR, MONTH, talk["day"], int(hour), int(minute), tzinfo=ZoneInfo(zone_of(talk["who"])))
    at, where = local.astimezone(UTC), talk["where"]
    reactions = tuple((name, who) for name, people in talk.get("reactions", {}).items() for who in people)
    files = tuple(_file(one) for one in talk.get("files", []))
    yield Said(at, number, talk["who"], where, talk["text"], reactions=reactions, files=files)
    for minutes, who, text in talk.get("replies", []):
        # In a channel it is said in the thread; two people who write to each other simply go on.
        there = where if where.startswith("#") else f"@{talk['who']}" if who != talk["who"] else where
        yield Said(at + timedelta(minutes=minutes), number, who, there, text, is_reply=where.startswith("#"))


def _file(given: dict[str, Any]) -> dict[str, Any]:
    """As the playground takes it; of a picture only the name is given."""
    if "picture" not in given:
        return given
    return {"name": given["picture"], "content_base64": base64.b64encode(boiling_curve()).decode()}


@dataclass
class Chatter:
    """Says it as time passes; without any it is silent."""

    said: deque[Said] = field(default_factory=deque)
    roots: dict[int, str] = field(default_factory=dict)

    def say_until(self, slack: Playground, moment: datetime) -> None:
        """Let time pass up to what is said last before that moment."""
        while self.said and self.said[0].at < moment:
            one = self.said.popleft()
            if one.at > slack.clock.now():
                slack.clock.set(one.at)
            self._say(slack, one)

    def _say(self, slack: Playground, one: Said) -> None:
        thread = {"thread_ts": self.roots[one.talk]} if one.is_reply else {}
        files = {"files": [dict(file) for file in one.files]} if one.files else {}
        said = slack.engine.say(channel=one.where, user=f"@{one.who}", text=one.text, **thread, **files)
        self.roots.setdefault(one.talk, said["ts"])
        for name, who in one.reactions:
            slack.engine.react(channel=one.where, user=f"@{who}", ts=said["ts"], name=name)
