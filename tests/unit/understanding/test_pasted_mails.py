"""Mails pasted or forwarded into a message: who wrote them, and whether they are a customer's words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import MentionReading, Post
from bot.understanding import read
from bot.understanding.parts import separate_text

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)

FULL = (
    "From: Ada Ray <ada@acme.example>\nTo: support@ours.example\n"
    "Date: Mon, 2 Nov 2026 09:12\nSubject: Our order\n\n{body}"
)
OUTLOOK = (
    "-----Original Message-----\nFrom: Ada Ray [mailto:ada@acme.example]\n"
    "Sent: Monday, November 02, 2026 4:55 PM\nTo: Service\nSubject: Our order\n\n{body}"
)
FORWARDED = (
    "fyi\n---------- Forwarded message ---------\nFrom: Ada Ray &lt;<mailto:ada@gmail.com|ada@gmail.com>&gt;\n"
    "Date: Mon, Nov 2, 2026 at 7:41 PM\nSubject: Our order\nTo: &lt;billing@ours.example&gt;\n\n{body}"
)
APPLE = (
    "Begin forwarded message:\n\nFrom: Ada Ray <ada@acme.example>\nSubject: Our order\n"
    "Date: 2 November 2026 at 14:03:11 GMT\nTo: hello@ours.example\n\n{body}"
)
IN_QUOTES = "see:\n> From: Ada Ray <ada@acme.example>\n> To: support@ours.example\n> Subject: Our order\n>\n> {body}"
WROTE = "On Mon, 2 Nov 2026 at 09:15, Ada Ray <ada@hotmail.com> wrote:\n> {body}"
LIKE_A_TEAMMATE = [
    "Could you please send me the invoice for October?",
    "Can you check why the parcel is stuck?",
    "Would you add my colleague to the account, please?",
    "Can we move our appointment to Thursday?",
    "I will send the broken part back to you today.",
    "I'll be late for check-in tomorrow",
    "We should have received twelve crates, we got eight.",
    "Our team can't log in since this morning.",
    "The meeting room we booked was double booked.",
    "We'll do without the second pallet then.",
    "The tests came back positive and the release date slipped.",
    "Any news?",
]


def mention(text: str) -> MentionReading:
    return read(Post(text, NOW), ()).mention


@pytest.mark.parametrize("mail", [FULL, OUTLOOK, FORWARDED, APPLE, IN_QUOTES, WROTE])
@pytest.mark.parametrize("body", LIKE_A_TEAMMATE[:-1])
def test_a_mail_from_outside_is_a_mention_though_a_teammate_could_say_the_same(mail: str, body: str) -> None:
    found = mention(mail.format(body=body))
    assert found.evidence == "structure"
    assert body in found.quote


def test_a_mail_from_outside_may_be_short() -> None:
    assert mention(FULL.format(body="Any news?")).evidence == "structure"


@pytest.mark.parametrize("body", LIKE_A_TEAMMATE)
def test_a_colleagues_mail_is_none(body: str) -> None:
    assert not mention(FULL.replace("ada@acme", "tom@ours").format(body=body)).is_mention


@pytest.mark.parametrize(
    ("before", "sender"),
    [
        ("this is what I sent to Acme", "tom@ours.example"),
        ("my reply to her:", "tom@ours.example"),
        ("", "support@ours.example"),
        ("", "GitHub <notifications@github.example>"),
        ("", "no-reply@calendar.example"),
    ],
)
def test_what_we_sent_or_no_person_wrote_is_read_as_before(before: str, sender: str) -> None:
    mail = f"{before}\nFrom: {sender}\nTo: ada@acme.example\nSubject: Hello\n\nCan you check the release notes?"
    assert not mention(mail).is_mention


TO_US = "To: team@ours.example"


@pytest.mark.parametrize(
    "heading",
    [
        f"From: jonas@firm.example\n{TO_US}\nCc: karin@firm.example\nDate: 3 Nov 2026\nSubject: Thanks",
        f"From: jonas@gmail.com\n{TO_US}\nCc: karin@gmail.com\nDate: 3 Nov 2026\nSubject: Thanks",
        f"Subject: Thanks\nFrom: jonas@firm.example\n{TO_US}",
        f"Date: 3 Nov 2026\nSubject: Thanks\nFrom: jonas@firm.example\n{TO_US}",
        f"From: jonas@firm.example\n{TO_US}",
        f"From: jonas@firm.example\n\nSent: 3 Nov 2026\n\n{TO_US}\n\nSubject: Thanks",
        "From: jonas@gmail.com\nDate: 3 Nov 2026\nSubject: Thanks",
        "From: jonas@firm.example\nTo: Customer Service\nDate: 3 Nov 2026\nSubject: Thanks",
        "From: jonas@firm.example\nTo: karin@firm.example\nCc: support@ours.example\nSubject: Thanks",
        "Ticket #90312 (via email)\nRequester: jonas@protonmail.com\nSubject: Thanks",
    ],
)
def test_headings_of_mails_from_outside(heading: str) -> None:
    found = mention(f"{heading}\n\nTamara on the phone saved our week, can you add her boss?")
    assert found.evidence == "structure"
    assert "jonas" not in found.quote


@pytest.mark.parametrize(
    "heading",
    [
        "From: tom@ours.example\nTo: ann@ours.example\nDate: 3 Nov 2026\nSubject: Thanks",
        "From: tom@eu.ours.example\nTo: ann@ours.example\nDate: 3 Nov 2026\nSubject: Thanks",
        "From: tom@ours.example\nTo: ann@ours.example\nCc: ada@acme.example\nSubject: Thanks",
        "From: Tom Lee\nTo: ann@ours.example\nSubject: Thanks",
        "Subject: Thanks\nFrom: Tom Lee\nTo: All of us",
        "From: tom@ours.example\nTo: Team\nDate: 3 Nov 2026\nSubject: Thanks",
        "Requester: tom@ours.example\nSubject: New laptop",
    ],
)
def test_headings_of_mails_that_may_be_a_colleagues(heading: str) -> None:
    assert not mention(f"{heading}\n\nTamara on the phone saved our week, can you add her boss?").is_mention


@pytest.mark.parametrize(
    "text",
    [
        "From: Berlin\nTo: Munich\nI'll send it today",
        "Date: Friday\nFrom: Berlin\nTo: Munich\nI'll send it today",
        "Subject: the offsite\nI'll send it today",
        "From: &lt;your address&gt;\nTo: Munich\nI'll send it today",
        "Name: Anna\nEmail: anna@ours.example\nRole: designer\nI'll send it today",
        "Email: fine\nMessage: fine\nI'll send it today",
    ],
)
def test_lines_with_colons_are_no_mail(text: str) -> None:
    assert separate_text(text).quotes == ()


def test_a_customers_words_in_a_quote_with_an_introduction_stay_theirs() -> None:
    assert mention("From a customer:\n> can you check why the parcel is stuck?").evidence == "structure"
    assert not mention("> can you check why the parcel is stuck?").is_mention


@pytest.mark.parametrize(
    "form",
    [
        "FYI from our contact form:\n\nName: Sofia Marin\nEmail: sofia.marin@outlook.es\nMessage: {}",
        "*Name:* Sofia Marin\n*E-Mail:* <mailto:s@firm.example|s@firm.example>\n*Phone:* 1234\n*Message:*\n{}",
        "First name: Sofia\nLast name: Marin\nEmail address: s@firm.example\nCountry: Spain\nYour message: {}",
        "New enquiry\nEmail: s@firm.example\nOrder number: 4471\nHow can we help?\n{}",
    ],
)
def test_a_contact_form_is_a_mention(form: str) -> None:
    found = mention(form.format("Can you send me the papers?\nMy flight is on Saturday."))
    assert (found.evidence, found.quote) == ("structure", "Can you send me the papers?\nMy flight is on Saturday.")
