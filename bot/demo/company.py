"""The company of the demo: Bluebird makes kettles that an app can start. Everybody in it is made up."""

from __future__ import annotations

from typing import Any

NEW_YORK, BERLIN, TOKYO = "America/New_York", "Europe/Berlin", "Asia/Tokyo"
HOME = NEW_YORK  # the workspace's zone: its Monday 09:00 is when the digest comes
CITIES = {NEW_YORK: "New York", BERLIN: "Berlin", TOKYO: "Tokyo"}
# Who answers for what, in the order in which they join: name, zone, department.
PEOPLE = (
    ("maria", NEW_YORK, "customer service"),
    ("amara", BERLIN, "customer service"),
    ("tom", BERLIN, "finance"),
    ("jonas", BERLIN, "finance"),
    ("lena", BERLIN, "sales"),
    ("sam", NEW_YORK, "marketing"),
    ("priya", BERLIN, "public relations"),
    ("ingrid", BERLIN, "legal"),
    ("ravi", TOKYO, "security"),
    ("dana", NEW_YORK, "human resources"),
    ("yuki", TOKYO, "product"),  # nobody thought of asking her: see the story
)
# Their colleagues, who answer for nothing yet.
COLLEAGUES = (
    ("grace", NEW_YORK, "managing director"),
    ("omar", NEW_YORK, "sales"),
    ("nadia", NEW_YORK, "public relations"),
    ("leo", NEW_YORK, "product"),
    ("emil", BERLIN, "human resources"),
    ("clara", BERLIN, "legal"),
    ("felix", BERLIN, "product"),
    ("aiko", TOKYO, "customer service"),
    ("kenji", TOKYO, "product"),
    ("mei", TOKYO, "marketing"),
)
EVERYBODY = [name for name, _, _ in (*PEOPLE, *COLLEAGUES)]
GUEST = "gus"  # in one channel, which Ours does not read: see what a guest may do
CUSTOMERS, SUPPORT, DEALS, COMPANY = "customers", "support", "deals", "company"
PRODUCT, MARKETING, RANDOM = "product", "marketing", "random"
APP_REVIEWS = "appreviews"
_ROOMS: dict[str, tuple[str, list[str]]] = {
    CUSTOMERS: ("What customers say: share it, and take your part", EVERYBODY),
    SUPPORT: ("Questions and trouble, and what the app stores say", [*EVERYBODY, APP_REVIEWS]),
    COMPANY: ("News for all of us. The digest comes here on Monday", EVERYBODY),
    RANDOM: ("Tea, weather and everything else", [*EVERYBODY, GUEST]),
    PRODUCT: ("What we build next", ["yuki", "kenji", "felix", "leo", "ravi", "maria", "aiko", "sam"]),
    MARKETING: ("Campaigns and pictures", ["sam", "mei", "priya", "nadia", "lena", "omar", "maria"]),
}


def zone_of(name: str) -> str:
    return next(zone for one, zone, _ in (*PEOPLE, *COLLEAGUES) if one == name)


def world() -> dict[str, Any]:
    """For the playground: people, channels, and an integration that posts reviews from the app stores."""
    people: list[dict[str, Any]] = [
        {
            "name": name,
            "display_name": name.title(),
            "title": f"{part[:1].upper()}{part[1:]}",
            "tz": zone,
            "is_admin": name == "maria",
        }
        for name, zone, part in (*PEOPLE, *COLLEAGUES)
    ]
    people.append({"name": GUEST, "display_name": "Gus", "title": "Photographer", "tz": BERLIN, "is_restricted": True})
    rooms: list[dict[str, Any]] = [
        {"name": name, "topic": topic, "members": members} for name, (topic, members) in _ROOMS.items()
    ]
    deals = {"name": DEALS, "topic": "Offers that are not signed yet", "is_private": True, "members": ["lena", "maria"]}
    return {
        "teams": [{"name": "Bluebird", "domain": "bluebird"}],
        "users": [*people, {"name": APP_REVIEWS, "real_name": "App Reviews", "is_bot": True}],
        "channels": [*rooms, deals],
    }
