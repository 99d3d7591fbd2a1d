"""Clients, and others in nearly the same words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text.replace("\\n", "\n"), NOW), ()).mention.is_mention


CLIENTS = r"""
The guest in bungalow 8 says there are ants in the sugar
Cabin 4 wants to know why the dinghy is gone
Helvetia Druck's purchasing wants a replacement for the whole batch
The chef of Hotel Adler complained that our fish came without ice
The Nakamuras asked if they can bring their own wine
Frau Holm called, the gate we fitted does not close
Per Osterby's mail they won't take delivery before the crane is certified
Mail from Herr Brandt, translated: the roof leaks in three places since our men left
Bluesky: "Your parcel locker ate my shoes."
Ticket 5512: "I pressed delete and all my photos are gone"
"Best dentist ever, I fell asleep." (feedback form, Monday)
why does your machine say sold out when I can see the bottle
""".strip().splitlines()


@pytest.mark.parametrize("text", CLIENTS)
def test_a_client_is_told_of_in_many_trades(text: str) -> None:
    assert is_mention(text)


OTHERS = r"""
Table 9 complains in every unit test
Frau Holm called, she is stuck in traffic
Herr Brandt told me our VPN is slow again
The Giants want to cancel the game
the Windsors asked if they can have privacy, says the paper
Canva's CTO says we should all learn to code
GitHub's legal team wants us to rename the repo
The principal of Lincoln High says my daughter was late
The chef of Noma complained that the knives were dull, in that film
Our contact at AWS wants a call about our renewal
Spoke to the movers from Umzug24, they need a permit or they cancel
Heard from Kim that they won't sign the lease without a guarantor
Per the union's letter they stop all overtime until May
my dad uses our office printer and says it is slow
Mail from Mrs Cole: the cake arrived, thank you
Bluesky: "Your mileage may vary" is the talk to watch
Ticket 5512: "My account page: add delete button"
"I came, I saw" (feedback form mock, v2)
Your waiter app is nice, did you build it alone?
why does your status page say green when the api is down
stop sending me invites, I unsubscribed from that calendar
What kind of company is this that gives cake on Mondays, I love my job
I was charged with the task to clean up, and I want it back to normal
thanks for cleaning my oven tray in the kitchen
Beta feedback from Tom: too slow on my machine
one of the dads in the team asked if we can move the standup
Spoke with Li, he won't order sushi
Had coffee with Ben, or they leave without us
Call with Anna: they need it or they go with React
Met Tom, they leave or they go with the 5pm train
Call with Bob: he'd take 2 tickets if we go to the game
Spoke to Lena, she wants three monitors for two years
Heard from Piet that they won't renew the gym contract
my wife bought our tickets and says row 12 is fine
my friend uses our library, he loves the types
Our contact at Deloitte wants the invoices for the audit
I was charged by Uber twice, I want my money back
I was billed for AWS out of my own pocket, I want it reimbursed
I booked your train too, can I get the money back from you later?
I've been on hold with Vodafone for an hour, what kind of company is this
unsubscribe me from that list and stop sending memes
I asked you to delete my account on staging
my bus pass is gone, please help me look
why does your shop list say I bring the salad
""".strip().splitlines()


@pytest.mark.parametrize("text", OTHERS)
def test_others_in_nearly_the_same_words_are_no_clients(text: str) -> None:
    assert not is_mention(text)
