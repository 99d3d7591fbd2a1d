"""The town in which chaos plays: its people and channels, and what customers and teammates say there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday: nobody's weekend comes before the last kill."""
SPEED = 20.0
"""A minute passes in three seconds, and the thirty seconds before a look-up in one and a half."""

ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Africa/Lagos")
NAMES = ("ada", "ben", "cleo", "dan", "eve", "finn", "gina", "hugo", "iris", "jan", "kim", "lou")
PEOPLE = tuple(f"@{name}" for name in NAMES)
ROOMS = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel")
CHANNELS = tuple(f"#{room}" for room in ROOMS)
PRIVATE = "#kilo"
MEMBERS = {"@ada": "finance", "@ben": "customer-service", "@cleo": "product", "@dan": "finance", "@eve": "product"}
"""Who joins which department before the first kill: the first of each is its head."""

COMPLAINTS = (
    "Order {0} never came and nobody answers my mails, refund me!",
    "I was charged twice for order {0} and nobody answers. I want a refund!",
    "The mobile app crashes since update {0}, I lost all my settings.",
    "Invoice {0} is wrong, we were charged twice. Please refund us.",
)
PROMISES = (
    "I'll get back to her about {0} in 3 hours",
    "I'll send him the refund for {0} in 5 hours",
    "I'll call them about {0} by tomorrow noon",
    "I'll get back to her about {0} tomorrow at 4pm",
)
CHATTER = ("lunch in {0} minutes?", "the build {0} is green", "see you at {0}", "has anyone seen ticket {0}?")


def world() -> Json:
    users = [
        {"name": name, "real_name": f"{name.title()} Town", "tz": ZONES[number % len(ZONES)], "is_admin": number == 0}
        for number, name in enumerate(NAMES)
    ]
    everybody = [*NAMES, "ours"]
    rooms: list[Json] = [{"name": room, "members": everybody} for room in ROOMS]
    rooms.append({"name": PRIVATE.lstrip("#"), "is_private": True, "members": everybody})
    return {"users": users, "channels": rooms}


def review(number: int, words: str) -> Json:
    return {"text": f"https://www.trustpilot.com/reviews/chaos{number} “{words}”"}


def mail(number: int, words: str) -> Json:
    told = {
        "name": f"complaint{number}.eml",
        "filetype": "email",
        "subject": f"Complaint {number}",
        "from": [{"address": f"c{number}@client.example", "name": "C", "original": f"C <c{number}@client.example>"}],
        "plain_text": f"Hello, {words} C",
    }
    return {"files": [told]}


def quoted(number: int, words: str) -> Json:
    return {"text": f"from the phone, call {number}\n> {words}"}


FORMS = (review, review, mail, quoted)
