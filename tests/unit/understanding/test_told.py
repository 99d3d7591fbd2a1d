"""What is told of a customer without a name, and what is said of customers in passing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.facts import MentionReading, Post
from bot.understanding import candidate_names, normalise_name, read
from bot.understanding.text import fold
from bot.understanding.told import hear_told

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
CUSTOMERS = ("Acme", "Globex", "Northwind Traders", "Sage")
DIRECTORY = {normalise_name(name): name for name in CUSTOMERS}


def mention(text: str) -> MentionReading:
    found = tuple((each, DIRECTORY[each]) for each in candidate_names(Post(text, NOW)) if each in DIRECTORY)
    return read(Post(text, NOW, names=found), ()).mention


TOLD = """
A tenant says the cellar is flooded
Two shoppers complained about the broken door
the guest from room 9 called again, still no towels
Users report that the map stays white
Customers can't check out since the update
just met a client, she thinks our prices are a joke
Got a long mail from a customer about the fee
had an angry visitor at the gate this morning
one of our patients was given the wrong form
Our client hates the new menu
A parent wrote that the bus never came
a buyer on the phone wants his deposit back
Several passengers have been waiting for two hours
Customer: "why was I billed twice?"
A client who was charged twice called me at home
""".strip().splitlines()
PASSING = """
Customers hate waiting, so we added a progress bar
Every customer wants a discount
A good client asks for the price first
A guest who complains is still a guest
The client can't open the socket before the handshake
A subscriber got the event twice, so the handler checks its id
a user wants to print, so we need a print view
Suppose a customer wants to leave early
Let's say the client is unhappy with the date
Scenario: a guest complains about the soup
Error text: "We could not charge your card, please try again"
Template "customer asks for a refund" is updated
Did the client say anything about the price?
Has any customer complained about this?
Have customers complained about the new door?
For example, a customer says the app is slow
We log them, e.g. a customer who was charged twice
For instance a client complained about the price
Not a single customer called yesterday
No tenant has complained so far
Met with a customer today, good session
Call with a client at four, room Ada
Letters from customers are in the blue folder
The client said yes
Client says it works now, closing
The customer is happy with the second draft
A prospect asked for the slides, sent
At my last job a customer called every night
I'm a customer of that bank too
Two board members asked for the minutes
The guest speaker wants a second microphone
The tenant is asked to leave the keys
Hopefully the client loves it
""".strip().splitlines()


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_a_customer_is_a_mention(text: str) -> None:
    found = mention(text)
    assert found.is_mention
    assert found.reasons


@pytest.mark.parametrize("text", PASSING)
def test_customers_who_only_come_up_are_no_mention(text: str) -> None:
    assert not mention(text).is_mention


ORDINARY = Path(__file__).resolve().parents[3] / "bench" / "reading" / "ordinary"


def lines_of(name: str) -> list[str]:
    lines = (ORDINARY / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_ordinary_messages_call_for_no_card_and_those_that_are_due_get_one() -> None:
    directory = {normalise_name(name): name for name in lines_of("customers")}

    def is_card(text: str) -> bool:
        found = tuple((each, directory[each]) for each in candidate_names(Post(text, NOW)) if each in directory)
        return read(Post(text, NOW, names=found), ()).mention.is_mention

    assert [text for text in lines_of("quiet") if is_card(text)] == []
    assert sum(map(is_card, lines_of("due"))) >= 95


NAMED = """
Acme is really happy with the new reports
Acme is happy with our support
Acme reports the export is broken
Acme reports export broken
Globex isn't happy with the second draft
Globex wants 40 more seats by June
Acme says the export fails again
Acme again: their import fails with a blank page
Tom from Globex says the link is dead
Visited Globex yesterday, they lose an hour a day
Spoke to Acme, the parcels were soaked
Had Acme on the phone, their data is gone
Acme was charged for seats they don't use
Northwind Traders reports that labels print twice
Sage demands an answer
""".strip().splitlines()
ONLY_NAMED = """
Acme is happy with the second draft
Acme says it works again, closing
Globex told me they'll sign on Monday
Acme was billed yesterday
Acme is getting a new account manager
Globex found a new office
Globex gave us access to the sandbox
Got a mail from Acme, contract attached
The bug that Globex reported is fixed
Acme asked for our VAT number, sent
Tom from Globex arrives at nine
Had Acme on the phone, all good
Acme: import is at 80 percent
Sage wants nothing from us this week
Acme loves cake
I think Acme would like the blue one
In the news: Acme wants to hire 200 people, says their website
""".strip().splitlines()


@pytest.mark.parametrize("text", NAMED)
def test_a_named_customer_who_wants_or_suffers_something_is_a_mention(text: str) -> None:
    assert mention(text).customer


@pytest.mark.parametrize("text", ONLY_NAMED)
def test_a_named_customer_who_agrees_or_comes_up_is_none(text: str) -> None:
    assert not mention(text).is_mention


def test_only_the_first_customers_of_a_long_text_are_looked_at() -> None:
    assert not hear_told(fold("clients, " * 9 + "a client complained"))
