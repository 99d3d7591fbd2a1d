"""Who is there: people in several zones, guests, open and private channels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
ZONES = (
    "America/New_York",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Europe/London",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
)
NAMES = re.findall(
    r"\w+",
    "ada bela cyd dora emil fay gil hana ivo jana kofi lina milo nora otto pia quin rosa sven tara umar vera wim xenia",
)
GUESTS = ("guy", "gwen")
DEPARTMENTS = ("customer_service", "finance", "product", "sales")
DIGESTS = "general"


@dataclass
class Room:
    """A channel: who is in it, by name."""

    name: str
    members: list[str]
    is_private: bool = False
    has_bot: bool = True


@dataclass
class Town:
    """`zones` by person; `heads` by department."""

    zones: dict[str, str]
    rooms: dict[str, Room]
    heads: dict[str, list[str]]
    zone: str
    guests: tuple[str, ...] = GUESTS
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def open_rooms(self) -> list[str]:
        """Where everybody inside may read and no guest does."""
        return [r.name for r in self.rooms.values() if r.has_bot and not r.is_private and not self.has_guests(r.name)]

    @property
    def private_rooms(self) -> list[str]:
        return [room.name for room in self.rooms.values() if room.is_private]

    def has_guests(self, room: str) -> bool:
        return any(guest in self.rooms[room].members for guest in self.guests)

    def info(self, person: str) -> ZoneInfo:
        return ZoneInfo(self.zones[person])

    def as_world(self) -> Json:
        """For the playground."""
        people = [{"name": name, "tz": zone, "is_admin": name == NAMES[0]} for name, zone in self.zones.items()]
        for person in people:
            if person["name"] in self.guests:
                person["is_restricted"] = True
        channels = [
            {
                "name": room.name,
                "is_private": room.is_private,
                "members": room.members + (["ours"] if room.has_bot else []),
            }
            for room in self.rooms.values()
        ]
        return {
            "teams": [{"id": "T0SIM000000", "name": "Sim", "domain": "sim"}],
            "users": people,
            "channels": channels,
        }


def found(chance: Random) -> Town:
    """A town drawn from the seed."""
    people = list(NAMES)
    zones = {name: chance.choice(ZONES) for name in (*people, *GUESTS)}

    def some(count: int) -> list[str]:
        return sorted(chance.sample(people, count))

    rooms = [
        Room(DIGESTS, people),
        Room("support", some(15)),
        Room("customers", some(12)),
        Room("product", some(10)),
        Room("sales", some(9)),
        Room("deals", some(5), is_private=True),
        Room("board", some(4), is_private=True),
        Room("partners", [*some(6), GUESTS[0]]),
        Room("random", some(12), has_bot=False),
    ]
    heads = {department: chance.sample(people, 2) for department in DEPARTMENTS}
    return Town(zones, {room.name: room for room in rooms}, heads, chance.choice(ZONES[:4]))
