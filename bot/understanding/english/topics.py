"""General business concepts: what customers say of each, and the words by which a department's description claims it.

This is how a new department works from its description alone: "Looks after parcels" claims *delivery* through
"parcel", so "my package never arrived" reaches it. A concept claimed by several departments counts less for each.

A row is a name, the words that *claim* it, and the words and phrases that customers *say* of it; what stands after the
stroke counts less. Claims are separated by spaces (an underscore joins the words of one, an equals sign marks
what claims in a department's name only), sayings by commas.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding.english.topics_money import MONEY
from bot.understanding.english.topics_service import SERVICE
from bot.understanding.english.topics_tech import TECH
from bot.understanding.english.topics_trades import TRADES
from bot.understanding.english.topics_usual import USUAL
from bot.understanding.patterns import regex


@dataclass(frozen=True, slots=True)
class Topic:
    """`claims` are words of descriptions, `says` words and phrases of customers, each with a weight up to 1.

    A topic of a trade is heard only where a department names that trade: else a hotel's rooms say nothing.
    """

    name: str
    claims: tuple[tuple[str, float], ...]
    says: tuple[tuple[str, float], ...]
    is_trade: bool = False


_WEAK_CLAIM, _WEAK_SAYING = 0.4, 0.4


def topics() -> tuple[Topic, ...]:
    """All concepts, in the order in which they are first written. Not kept: whoever asks keeps what it needs."""
    rows: dict[str, dict[str, str]] = {}
    trades = set()
    for table in (MONEY, TECH, SERVICE, TRADES, USUAL):
        for name, parts in _rows(table):
            row = rows.setdefault(name, {"claims": "|", "says": "|"})
            for part, words in parts.items():
                row[part] = _both(row[part], words)
            if table is TRADES:
                trades.add(name)
    return tuple(_topic(name, parts, name in trades) for name, parts in rows.items())


def _rows(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    name, parts, part = "", dict[str, str](), "claims"
    for line in [*table.strip().splitlines(), "end"]:
        words = line.strip()
        if not line.startswith(" "):
            if name:
                yield name, parts
            name, parts = words, {}
            continue
        label, colon, rest = words.partition(": ")
        if colon and label in ("claims", "says"):
            part, words = label, rest
        parts[part] = f"{parts.get(part, '')} {words}"


def _both(one: str, other: str) -> str:
    """Two rows in one: what counts fully of both, a stroke, what counts less of both."""
    comma = "," if "," in one + other else " "
    strong, _, weak = one.partition("|")
    more, _, less = other.partition("|")
    return f"{strong}{comma}{more}|{weak}{comma}{less}"


def _topic(name: str, parts: dict[str, str], is_trade: bool) -> Topic:
    claims, says = [], []
    for part, weight in zip(parts["claims"].split("|"), (1.0, _WEAK_CLAIM), strict=True):
        claims += [(word.replace("_", " "), weight) for word in part.split()]
    for part, weight in zip(parts["says"].split("|"), (1.0, _WEAK_SAYING), strict=True):
        says += [(" ".join(phrase.split()), weight) for phrase in part.split(",")]
    return Topic(name, _first(claims), _first(says), is_trade)


def _first(rows: list[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    weights: dict[str, float] = {}
    for words, weight in rows:
        if words:
            weights.setdefault(words, weight)
    return tuple(weights.items())


EXCLUDED = regex(r"\b(?:but not|not|except(?: for)?|excluding|other than|apart from|rather than)\b[^.;:!?\n]*")
"""What a description says that a department does not do."""

GENERAL = (("reaching someone", 1.0), ("how-to questions", 0.5))
"""The topics whose owner answers what nobody else does."""

LIKELY = (
    ("software defects", 0.5),
    ("delivery", 0.5),
    ("billing", 0.5),
    ("quality", 0.4),
    ("health care", 0.4),
    ("trains and buses", 0.4),
    ("appointments and bookings", 0.4),
    ("refunds", 0.3),
    ("kitchen and food", 0.3),
    ("facilities", 0.3),
    ("staff conduct", 0.3),
    ("stores", 0.3),
)
"""What customers write about most, in any trade: where nobody answers for the rest, its owner is the best guess."""

_USUALLY = """
payments: exchange rates, money transfers, cash machines, top-ups, bank accounts, prepaid and gift cards, billing,
  refunds
billing: credit cards, debt collection, mortgages, student loans, vehicle loans, personal loans, credit reports,
  payments, insurance claims, accounting and tax, energy and water
buying: insurance policies, partnerships, account management, pricing complaints, number porting and phone plans
reaching someone: cards as things, account access, delivery, warehouse and stock, returns, appointments and
  bookings, stores, field service, how-to questions, praise of service
account access: pins, single sign-on
hacked accounts: identity checks, fraud and scams, vulnerabilities, data leaks, content moderation
fraud and scams: hacked accounts
software defects: outages, performance, feature wishes, usability and design, devices and hardware, integrations and
  api, network and connection
usability and design: accessibility
devices and hardware: warranty, quality
pharmacy: taking medicine
health care: pharmacy
how-to questions: documentation, training
advertising: loyalty and rewards, fans, community
public anger: press, sustainability, executives
press: public anger, investor relations
law: privacy and data rights, compliance, safety
staff conduct: hiring, pay and benefits
hiring: staff conduct
accounting and tax: procurement and suppliers
"""
USUALLY = {
    topic.strip(): row.partition(": ")[0]
    for row in _USUALLY.replace("\n  ", " ").strip().splitlines()
    for topic in row.partition(": ")[2].split(",")
}
"""Whose topic a topic usually is, where no department claims it: who answers for payments gets exchange rates too."""

SUBJECTS = {
    "complaints": (
        "debt collection",
        "mortgages",
        "credit reports",
        "credit cards",
        "bank accounts",
        "student loans",
        "vehicle loans",
        "personal loans",
        "money transfers",
        "prepaid and gift cards",
    ),
}
"""Trained models, and the topics that each tells apart (see `subjects`)."""
