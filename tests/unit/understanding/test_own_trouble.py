"""What teammates suffer from their own suppliers, and the parcels they wait for at work."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


CUSTOMERS = """
Where is my parcel? It has been three weeks and your hotline hangs up
My package never arrived and the representative told me to wait another month.
Why was my order cancelled? I paid you on Monday
Where is my chair? I ordered it in May and your mails say nothing
Has my refund been sent? I returned the shoes to your shop two weeks ago
""".strip().splitlines()


@pytest.mark.parametrize("text", CUSTOMERS)
def test_a_customer_who_waits_for_a_parcel_is_a_mention(text: str) -> None:
    assert is_mention(text)


TEAMMATES = """
our caterer billed us twice for the buffet, I wrote to them
The cleaning firm never showed up and their hotline hangs up on us
Did my monitor arrive? Front desk knows nothing
has my laptop come yet?
where is my package? mailroom has nothing
our internet provider promised a technician twice, nobody came, I complained
Is my delivery here? tracking says it was handed over at the gate
the vendor of our chairs refuses to refund us, still waiting
is there a parcel for me at reception? tracking says delivered yesterday
Our landlord overcharged us for heating, we want a refund
Have our lanyards arrived? The tracking page says so
did the headset for me come? DHL claims it was handed over
my laptop is somewhere in the mailroom, they lost it twice already
our ISP cancelled the appointment again and keeps us on hold
the plumber overcharged us, I disputed the invoice
Our travel agency booked us the wrong flights and refuses a refund
the moving company broke two of our desks and ignores my mails
any package for me downstairs? it was promised for Monday
the hosting provider raised our bill by half without notice, we complained
""".strip().splitlines()


@pytest.mark.parametrize("text", TEAMMATES)
def test_a_teammate_who_waits_for_one_or_pays_a_supplier_is_none(text: str) -> None:
    assert not is_mention(text)


def test_what_a_customer_tells_of_our_supplier_stays_a_mention() -> None:
    assert is_mention("A client complained that our courier charged her twice and hung up on her")
