"""Letters and chats that were pasted without a heading."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


CUSTOMERS = [
    "Fwd: Invoice 7781 \u2013 Hello, I paid this twice, please send one amount back. Kind regards, M. Silva",
    "Dear Sirs, we hereby terminate our lease of the copier by 30 June.",
    "Dear Sir or Madam,\nthe boots I ordered on 3 May are two sizes too small. Please advise.",
    "Came in through the contact form: hi, my voucher code is refused at checkout",
    "This landed in our info mailbox: Hello, can I still change my delivery date?",
    "Visitor: do you deliver to Malta?\nAgent: let me check\nVisitor: I asked this yesterday",
    "Customer: my code is refused\nSupport: which one?",
    "[10:02] Guest: is late checkout possible?\n[10:03] Bot: one moment",
    "FW: complaint \u2013 To whom it may concern, your driver blocked my gate for an hour.",
    "Found this in the complaints inbox: I have asked four times for my deposit.",
    "Fwd: Order 5512 \u2013 Hello, my parcel was left in the rain, what now? Best, Ivo",
    "Dear Customer Service, I would like to return the lamp I bought on Monday.",
    "To whom it may concern, we have been without water for two days in flat 9.",
    "Just came in via the web form: hello, is the blue bike still available?",
    "Landed in the support inbox last night: I cannot reach anybody by phone, please call me.",
    "Client: the pump is dead\nSupport: since when?\nClient: this morning",
    "Chat log:\n[09:12] Visitor 4412: my card is refused\n[09:13] Agent (Tom): one moment please",
    "Fw: Re: Claim 8 \u2013 Dear Sirs, I am waiting for your answer since March.",
]


@pytest.mark.parametrize("text", CUSTOMERS)
def test_a_letter_from_outside_is_a_mention(text: str) -> None:
    assert is_mention(text)


OTHERS = [
    "Dear team, I am proud of your work this quarter",
    "Dear all, please fill in your timesheets by Friday",
    "Draft: Dear Sir or Madam, thank you for your order",
    "Dear Sir or Madam, I am applying for the position of a nurse at your clinic",
    "Fwd: offsite \u2013 Hi all, I booked the hotel, see you there",
    "Got this in the inbox of the printer: paper tray 2 is empty",
    "Support inbox: 40 unread, who helps?",
    "Script for the training:\nCustomer: my code is refused\nAgent: I am sorry to hear that",
    "Re: standup \u2013 Hi team, I will be late today",
    "Agent: Smith\nVisitor: Lee\nRoom: 4",
    "Came in through the side door: the new chairs",
    "Fwd: your ticket to PyCon \u2013 Hello Ada, we look forward to seeing you",
    "Dear colleagues, I am happy to announce our new head of sales",
    "Fwd: lunch \u2013 Hi team, I found a place, are you in?",
    "Template:\nDear Sir or Madam, we have checked your claim",
    "Dear Sir or Madam, our agency offers you backlinks and SEO",
    "Example for the bot:\nUser: my card is refused\nAssistant: one moment please",
    "Fwd: minutes \u2013 Hi all, please find my notes, tell me if you disagree",
    "To whom it may concern, thank you for your message",
    "In the team inbox: can you tidy it up, I have no time",
    "Guest: Anna Berg\nRoom: 4",
    "Fwd: Your AWS invoice \u2013 Hello, your statement is available",
    "the form in the drive: I filled it, please check your part",
]


@pytest.mark.parametrize("text", OTHERS)
def test_letters_of_the_house_and_what_was_made_up_are_none(text: str) -> None:
    assert not is_mention(text)


def test_a_heading_without_a_place_is_from_outside_where_the_letter_knows_nobody_here() -> None:
    heading = "From: Ada Ray <ada@acme.example>\nSubject: Our lift\n"
    assert is_mention(f"{heading}Dear Sirs, it has been stuck in our house for six days.")
    assert not is_mention(f"{heading}Dear Tom, it has been stuck in our house for six days.")


def test_what_ours_say_in_a_chat_stays_with_the_writer() -> None:
    reading = read(Post("Visitor: is the blue one back?\nAgent: I'll send you an offer by Friday.", NOW), ())
    assert reading.mention.quote == "is the blue one back?"
    assert reading.promise.is_promise
