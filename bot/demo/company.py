"""The company of the demo: Bluebird makes kettles that an app can start. Everybody in it is made up."""

from __future__ import annotations

from typing import Any

HOME = "America/New_York"  # the workspace's zone: its Monday 09:00 is when the digest comes
CITIES = {
    "America/New_York": "New York",
    "America/Los_Angeles": "Los Angeles",
    "Europe/Berlin": "Berlin",
    "Europe/London": "London",
    "Europe/Oslo": "Oslo",
    "Africa/Lagos": "Lagos",
    "Asia/Kolkata": "Kolkata",
    "Asia/Tokyo": "Tokyo",
}
# name, zone, department
PEOPLE = (
    ("maria", "America/New_York", "customer service"),
    ("amara", "Africa/Lagos", "customer service"),
    ("tom", "Europe/Berlin", "finance"),
    ("jonas", "Europe/Berlin", "finance"),
    ("lena", "Europe/Berlin", "sales"),
    ("sam", "America/Los_Angeles", "marketing"),
    ("priya", "Europe/London", "public relations"),
    ("ingrid", "Europe/Oslo", "legal"),
    ("ravi", "Asia/Kolkata", "security"),
    ("dana", "America/New_York", "human resources"),
    ("yuki", "Asia/Tokyo", "product"),  # nobody thought of asking her: see the story
)
EVERYBODY = [name for name, _, _ in PEOPLE]
CUSTOMERS, SUPPORT, DEALS, COMPANY = "customers", "support", "deals", "company"
APP_REVIEWS = "appreviews"


def world() -> dict[str, Any]:
    """For the playground: people, channels, and an integration that posts reviews from the app stores."""
    people: list[dict[str, Any]] = [
        {"name": name, "display_name": name.title(), "tz": zone, "is_admin": name == "maria"}
        for name, zone, _ in PEOPLE
    ]
    return {
        "teams": [{"name": "Bluebird", "domain": "bluebird"}],
        "users": [*people, {"name": APP_REVIEWS, "real_name": "App Reviews", "is_bot": True}],
        "channels": [
            {"name": CUSTOMERS, "members": EVERYBODY},
            {"name": SUPPORT, "members": [*EVERYBODY, APP_REVIEWS]},
            {"name": DEALS, "is_private": True, "members": ["lena", "maria"]},
            {"name": COMPANY, "members": EVERYBODY},
        ],
    }
