"""One promise, one card, one line in a list; and how a message reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from textwrap import dedent
from typing import Any

from bot.messages.views import CardView, MentionLine, PromiseView, TagView
from tests.unit.messages.message_limits import check_message, shown
from tests.unit.messages.message_world import NOW

THREAD = "https://acme.slack.com/archives/C1/p1"
PROMISE = PromiseView(
    "P1",
    "U1",
    "I'll get back to her by Friday EOD",
    datetime(2026, 3, 6, 22, tzinfo=UTC),
    "America/New_York",
    "open",
    about="I was charged twice",
    link=THREAD,
)
CARD = CardView(
    "M1",
    "new",
    quote="I was charged twice and nobody answers.\nNow I call my lawyer!",
    source="Trustpilot",
    url="https://trustpilot.com/reviews/1",
    customer="Ada Smith",
    stance="adversary",
    stance_reasons=("“nobody answers”",),
    urgent_reasons=("“lawyer”",),
    evidence_reasons=("a link to Trustpilot",),
    shared_by="U9",
    tags=(
        TagView("D1", "Finance", ("“charged twice”",), has_people=True, asked="U2"),
        TagView("D2", "Legal", ("“lawyer”",), has_people=False),
    ),
    owners=(),
    promises=(),
)
LINE = MentionLine(
    "M1",
    "I was charged twice",
    THREAD,
    "C1",
    "new",
    NOW - timedelta(hours=4),
    "adversary",
    is_urgent=True,
    departments=("Finance", "Legal"),
    owners=(),
    shared_by="U9",
    source="Trustpilot",
)


def reads(message: Any, expected: str) -> None:
    check_message(message, may_ping_groups=True)
    assert shown(message) == dedent(expected).strip()


def moment_of(promise: PromiseView) -> str:
    assert promise.due is not None
    return f"<!date^{int(promise.due.timestamp())}^{{date_short_pretty}} at {{time}}|Fri 6 Mar 2026, 17:00 EST>"
