"""Real texts instead of the story: each is posted by an integration, and where it went is told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.company import HOME
from bot.demo.screen import Screen
from bot.demo.slack import open_slack
from bot.demo.stage import Spot, Stage, open_stage
from bot.errors import BotError
from bot.messages.actions import DISMISS
from bot.messages.text import count
from bot.models import Department, Mention, Sighting, Tag

START = datetime(2026, 6, 1, 21, 30, tzinfo=UTC)  # after work: no nudge or reminder falls due meanwhile
CHANNELS = tuple(f"replay-{number}" for number in range(1, 9))
AT_ONCE = 16
POSTER = "voices"


class FileMissing(BotError):
    """There is no file {path} that I could read. Say where it is: make story REPLAY=folder/file.jsonl"""


class LineUnreadable(BotError):
    """{path}, line {number}: {problem}. Each line must be a JSON object with a “text”, like {{"text": "I was charged twice"}}."""  # noqa: E501


class NothingToReplay(BotError):
    """{path} holds no texts. Write one {{"text": "…"}} a line."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text: its mention (None: none), how many cards show that, and the departments with reasons."""

    text: str
    channel: str
    mention_id: str | None
    cards: int
    departments: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def problem(self) -> str | None:
        if self.mention_id is None:
            return "it was not read as a mention"
        if self.cards != 1:
            return f"it has {self.cards} cards"
        if not self.departments:
            return "no department is tagged"
        return None if all(reasons for _, reasons in self.departments) else "a department has no reason"


def read_texts(path: str, limit: int | None = None) -> list[str]:
    """The texts of a JSON Lines file, in order. Raises an error that names file, line and remedy."""
    try:
        with Path(path).open(encoding="utf-8") as file:
            texts = list(islice(_texts(path, file), limit))
    except (OSError, UnicodeDecodeError) as error:
        raise FileMissing(path=path) from error
    if not texts:
        raise NothingToReplay(path=path)
    return texts


def _texts(path: str, lines: Any) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            raise LineUnreadable(path=path, number=number, problem=f"no JSON ({error})") from error
        text = found.get("text") if isinstance(found, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise LineUnreadable(path=path, number=number, problem="it has no “text”")
        yield text


def world() -> dict[str, Any]:
    return {
        "teams": [{"name": "Replay", "domain": "replay"}],
        "users": [
            {"name": "maria", "display_name": "Maria", "tz": HOME},
            {"name": POSTER, "real_name": "Customer Voices", "is_bot": True},
        ],
        "channels": [{"name": name, "members": ["maria", POSTER, "ours"]} for name in CHANNELS],
    }


async def replay(texts: list[str], console: Console) -> list[Outcome]:
    """Post them, wait until all are read and sent, and tell where each went."""
    screen = Screen(console)
    async with open_slack(world(), START) as slack, open_stage(slack, HOME, screen) as stage:
        spots = []
        for start in range(0, len(texts), AT_ONCE):
            spots += [_post(stage, number, texts[number]) for number in range(start, min(len(texts), start + AT_ONCE))]
            await stage.work()
        outcomes = await stage.house.database.read(lambda session: _outcomes(session, stage, texts, spots))
    for number, outcome in enumerate(outcomes, start=1):
        _print(console, number, outcome)
    return outcomes


def _post(stage: Stage, number: int, text: str) -> Spot:
    channel = CHANNELS[number % len(CHANNELS)]
    return Spot(channel, stage.slack.engine.say(channel=f"#{channel}", user=f"@{POSTER}", text=text)["ts"])


def _outcomes(session: Session, stage: Stage, texts: list[str], spots: list[Spot]) -> list[Outcome]:
    cards = _cards(stage)
    return [_outcome(session, stage, text, spot, cards) for text, spot in zip(texts, spots, strict=True)]


def _cards(stage: Stage) -> Counter[str]:
    """How many messages in the playground show which mention: its buttons carry its id."""
    return Counter(
        element["value"]
        for room in stage.slack.core.world.channels.values()
        for message in room.messages.values()
        for block in message.blocks
        for element in block.get("elements") or []
        if element.get("action_id") == DISMISS
    )


def _outcome(session: Session, stage: Stage, text: str, spot: Spot, cards: Counter[str]) -> Outcome:
    room = stage.slack.core.channel(f"#{spot.channel}")
    seen = session.execute(
        select(Sighting).where(Sighting.channel_id == room.id, Sighting.ts == spot.ts)
    ).scalar_one_or_none()
    if seen is None:
        return Outcome(text, spot.channel, None, 0, ())
    mention = session.get_one(Mention, (seen.team_id, seen.mention_id))
    statement = (
        select(Department.name, Tag.reasons)
        .join(Tag, (Tag.team_id == Department.team_id) & (Tag.department_id == Department.id))
        .where(Tag.mention_id == mention.id)
        .order_by(Tag.position)
    )
    tagged = tuple((name, tuple(reasons)) for name, reasons in session.execute(statement))
    return Outcome(text, spot.channel, mention.id, cards[mention.id], tagged)


def _print(console: Console, number: int, outcome: Outcome) -> None:
    line = Text(f"{number:>4}  ", "dim")
    for name, reasons in outcome.departments:
        line.append(name, "bold cyan").append(f" ({reasons[0].split(', ')[0] if reasons else 'no reason'})  ", "dim")
    if outcome.problem:
        line.append(f"{outcome.problem}  ", "bold red")
    line.append(" ".join(outcome.text.split())[:200], "italic")
    line.truncate(console.width, overflow="ellipsis")
    console.print(line, soft_wrap=True, highlight=False)


def summary(outcomes: list[Outcome]) -> Iterator[str]:
    """Two or three lines on the whole."""
    mentions = {outcome.mention_id for outcome in outcomes if outcome.mention_id}
    again = sum(1 for outcome in outcomes if outcome.mention_id) - len(mentions)
    twice = f" ({again} of the texts had been posted before: another sighting of the same mention)" if again else ""
    yield f"{count(len(outcomes), 'text')} became {count(len(mentions), 'mention')}, each with its card{twice}."
    tags = Counter(name for outcome in outcomes for name, _ in outcome.departments)
    yield "Departments asked: " + ", ".join(f"{name} {count}" for name, count in tags.most_common())
    several = sum(1 for outcome in outcomes if len(outcome.departments) > 1)
    yield f"{several} of them concern more than one department."
