"""Customers who are named: did they speak, or does the name only come up?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.facts import MentionReading, Post
from bot.understanding import candidate_names, normalise_name, read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
CUSTOMERS = (
    "Acme Inc.",
    "Northwind Traders",
    "Northwind",
    "Globex Corporation",
    "Initech",
    "Hooli",
    "Café Noir GmbH",
    "Blue Harbor Foods, LLC",
    "Stark & Sons",
    "Umbrella Health",
    "Wayne",
    "Vandelay Industries",
    "Vandelay",
    "Soylent",
    "O'Neil & Sons Ltd",
    "Target Corp",
    "Square",
    "Müller Logistik",
)
DIRECTORY = {normalise_name(name): name for name in CUSTOMERS}


def mention(text: str) -> MentionReading:
    found = tuple((each, DIRECTORY[each]) for each in candidate_names(Post(text, NOW)) if each in DIRECTORY)
    return read(Post(text, NOW, names=found), ()).mention


EXAMPLES = Path(__file__).parent / "examples"
SPOKE = (EXAMPLES / "named_and_spoke.txt").read_text(encoding="utf-8").splitlines()
ONLY_NAMED = (EXAMPLES / "named_in_passing.txt").read_text(encoding="utf-8").splitlines()


def test_a_named_customer_spoke() -> None:
    found = [(text, mention(text)) for text in SPOKE]
    assert [text for text, one in found if not (one.is_mention and one.customer and one.reasons)] == []


def test_a_name_that_only_comes_up_is_no_mention() -> None:
    assert [text for text in ONLY_NAMED if mention(text).is_mention] == []


def test_there_are_a_hundred_examples_each_way_and_none_twice() -> None:
    assert min(len(SPOKE), len(ONLY_NAMED)) >= 100
    assert len({*SPOKE, *ONLY_NAMED}) == len(SPOKE) + len(ONLY_NAMED)
