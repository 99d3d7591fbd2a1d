"""What a status in Slack says of a person's leave."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.slack import statuses
from bot.slack.events import person


@pytest.mark.parametrize(
    ("text", "emoji"),
    [
        ("Vacationing", ":palm_tree:"),
        ("", ":palm_tree:"),
        ("On parental leave", ":baby:"),
        ("out of office until Monday 7 December", ""),
        ("OOO", ":wave:"),
        ("Out sick", ":face_with_thermometer:"),
    ],
)
def test_a_status_of_leave(text: str, emoji: str) -> None:
    assert statuses.read({"status_text": text, "status_emoji": emoji}) is not None


@pytest.mark.parametrize(
    ("text", "emoji"),
    [
        ("", ""),
        ("In a meeting", ":spiral_calendar_pad:"),
        ("Working remotely", ":house_with_garden:"),
        ("Back from vacation!", ":palm_tree:"),
        ("Leave me a note", ":memo:"),
        ("planning my vacation", ":palm_tree:"),
    ],
)
def test_a_status_of_something_else(text: str, emoji: str) -> None:
    assert statuses.read({"status_text": text, "status_emoji": emoji}) is None


def test_it_lasts_until_slack_clears_it() -> None:
    until = datetime(2026, 12, 7, tzinfo=UTC)
    profile = {"real_name": "Ann", "status_emoji": ":palm_tree:", "status_expiration": int(until.timestamp())}
    told = person({"id": "U1", "profile": profile})
    assert (told.is_away, told.away_until) == (True, until)
    told = person({"id": "U1", "profile": profile | {"status_expiration": 0}})
    assert (told.is_away, told.away_until) == (True, None)
