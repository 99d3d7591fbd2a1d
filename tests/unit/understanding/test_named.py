"""Customers who are named: did they speak, or does the name only come up?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

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


SPOKE = """
Acme says the new export is missing a column
Acme said they never got our invoice
Acme wrote to say the fix works
acme emailed again about the discount
Globex called, they can't log in since the weekend
Globex called about the broken dashboard
Initech complained about the response times again
Initech is complaining that nobody picks up the phone
Hooli asked us for a security questionnaire
Hooli asks whether we will support passkeys
Hooli is asking for a bigger discount
Northwind wants to cancel their contract
Northwind Traders wants a call with the CEO
Northwind would like to see the roadmap
Vandelay reports that all imports fail since noon
Vandelay reported a bug in the label printer
Vandelay Industries is furious about Friday's outage
Wayne is very unhappy with the rollout
Wayne are angry about the price increase
Soylent was charged twice in October
Soylent got charged for seats they deleted
Café Noir can't print receipts
Café Noir cannot open the booking page
Müller Logistik couldn't reach anybody yesterday evening
Müller Logistik is still waiting for our answer
Umbrella Health is threatening to leave
Umbrella Health threatened to go to the press
Umbrella Health loves the new calendar
Stark & Sons hates the redesign
Stark & Sons told me our driver was rude
O'Neil & Sons told us they will not renew
O'Neil & Sons left a one star review
Blue Harbor Foods demands a refund for May
Blue Harbor Foods requested a copy of all their data
Hooli churned over the outage
Hooli is down again since 9, their whole warehouse stands still
Globex is locked out of their account
Globex is seeing timeouts on every page
Initech keeps getting duplicate invoices
Initech never received the hardware
Wayne didn't get the parcel
Wayne's CTO says the API docs are wrong
Acme's finance team is asking for a corrected invoice
Acme's people are confused by the new menu
Acme (the bakery chain) wants us to pause their subscription
Acme and Globex are both furious about the maintenance window
Acme just told us that they picked a competitor
Acme also asked for a Spanish version
Acme again complained about late deliveries
complaint from Acme: the drivers block their yard
got a complaint from Globex about the noise
got an angry mail from Initech this morning
new ticket from Hooli, exports are empty
another escalation from Northwind
just got a voicemail from Wayne, he sounds upset
received a letter from Vandelay about the contract
two bug reports from Soylent today
great feedback from Café Noir on the new app
here's an email from Umbrella Health about the audit
there's a question from Stark & Sons about invoices
Just heard from O'Neil & Sons, their order is incomplete
heard back from Acme, they are not happy with the offer
spoke with Globex this morning, they think we are too slow
talked to Initech: they can't find the export button
got off the phone with Hooli. They want to leave.
had a call with Northwind, they love the new reports
chatted with Wayne, he says the delivery was short two boxes
met with Vandelay yesterday, they're worried about our roadmap
call with Soylent today: they are thinking about cancelling
on the phone with Café Noir and they have no idea how to reset it
FYI Müller Logistik opened a ticket about customs papers
FYI: Acme is evaluating two other vendors and asked for our best price
heads up, Globex sent us a long list of complaints
bad news: Initech refuses to pay the last invoice
So Hooli mentioned that their board wants a refund
Looks like Northwind is unable to upload files
Apparently Wayne feels ignored by us
Vandelay escalated to our CEO
Soylent thanked us for the quick fix
Café Noir praised Martha for her patience
Umbrella Health found a security hole in the portal
Umbrella Health finds the new pricing unfair
Stark & Sons insists on a written apology
O'Neil & Sons wonders if we deliver on Sundays
Blue Harbor Foods needs an answer today
Blue Harbor Foods needs help with the migration, they are stuck
Target is asking for a new quote
Target complained about the shipping labels
Square wants us to sign their terms
Globex lost all their settings after the update
Initech got in touch because nobody answers their tickets
Hooli reached out, they have a problem with single sign-on
Northwind pinged me: orders are stuck
Wayne texted that the truck isn't there
Vandelay has an issue with the new invoice layout
Soylent has been waiting for a reply for nine days
Café Noir's owner called, the terminal is dead
Müller Logistik won't renew unless we fix the sync
Umbrella Health is disappointed, they expected more
Acme disputes the November invoice
Acme claims we promised free training
Acme would prefer a monthly plan
The folks at Initech are getting blank reports since your deploy
Hooli reports 30 minute delays in message delivery
Initech: "we can't work like this, please call us back today"
Got pinged by Globex, invoices are wrong again
Wayne Industries is mad about the billing mistake
""".strip().splitlines()

ONLY_NAMED = """
moved the Acme call to 3
Acme deck is ready
Acme demo went well
the Acme contract is with legal
who joins the Acme meeting?
Acme renewal is in May
can someone send me the Acme slides
Acme kickoff is on Monday, agenda in the doc
prepping for the Acme QBR
lunch with the Acme folks at 1
I'm on site at Globex tomorrow
Globex is our biggest customer
Globex is based in Ohio
Globex has 300 seats
Globex signed!
Globex moved to stage 3
Globex: 40k, closing in March
closed the Globex deal
added Globex to the CRM
Globex integration is merged
fixed the Globex import
the Globex data is in the bucket
Globex sandbox is up
Globex migration starts on Sunday
Globex users are imported
the Initech logo is missing on the site
ticket 4411 (Initech) is closed
Initech's fiscal year ends in June
Initech's office is next to the station
Initech's contract says 30 days
Initech will sign next week
Initech goes live on Monday
Initech is live
Initech is on the enterprise plan
Initech uses single sign-on
Initech bought one of our competitors
Initech just raised 20 million
does Initech use SSO?
did Hooli get back to us?
has Hooli complained?
has anyone heard from Hooli?
is Hooli still angry?
is Hooli down?
what does Hooli want?
why is Hooli so unhappy?
who is talking to Hooli?
when did Hooli call?
any news from Hooli?
any feedback from Hooli yet?
no answer from Hooli yet
waiting for feedback from Hooli
still waiting for Hooli to sign
if Hooli asks, say June
when Hooli complains, send them to me
in case Hooli calls, I'm at my desk
once Hooli says yes we can start
ask Hooli whether they want the beta
tell Hooli we are late
let's ask Northwind what they think
I'll email Northwind tomorrow
I emailed Northwind the new price list
I called Northwind, no answer
sent the proposal to Northwind
we should invite Northwind to the beta
we won Northwind
we lost Northwind to a competitor last year
remember when Northwind sent us donuts?
meeting with Northwind tomorrow
meeting with Northwind at 3, they moved it
call with Northwind in 10 min
good call with Northwind today
had a call with Northwind, notes in the doc
spoke to Northwind, all good
follow up with Northwind on Thursday
I used to work at Wayne
Wayne invited us to their conference
Wayne's birthday is tomorrow
invite Wayne to the channel
created a channel for Wayne
Lisa takes over Wayne from Tom
Tom is the new account manager for Vandelay
forecast: Vandelay 25k, Soylent 12k
compare Vandelay with Soylent in the report
like Vandelay, we should move to Postgres
unlike Vandelay we don't have a warehouse
Vandelay-style labels
Vandelay stock is up 3 percent
Vandelay reported earnings yesterday
saw the Vandelay ad on the train
the Vandelay case study is out
please review the Vandelay statement of work
Soylent workshop moved to Wednesday
Soylent training is on Tuesday, who joins?
Soylent invoice goes out tomorrow
Soylent PO arrived
the Soylent project is green
Soylent visit on Friday, please tidy up
Soylent environment is down for maintenance
using Soylent as an example in the docs
docs for Café Noir are done
Café Noir is next to the office, good coffee
lunch at Café Noir?
meet me at Café Noir at 12
Müller Logistik asked to move the meeting to Thursday
Müller Logistik asked to reschedule
Umbrella Health confirmed Tuesday 10:00
Umbrella Health will be here at 9
I need the feedback from Umbrella Health before I write the summary
Umbrella Health pilot has 40 users now
Stark & Sons onboarding is done
Stark & Sons is in our pipeline
Stark & Sons next steps: proposal, demo
our target is 40 deals this quarter
Target is to ship by Friday
the target says nothing about margins
Square that number first
square brackets are missing
draw a square and a circle
Blue Harbor Foods has offices in twelve countries
O'Neil & Sons renewed for two years
Acme reported as a win in the newsletter
Blue Harbor Foods called to confirm the visit
Globex asked for Tuesday instead
Umbrella Health asked for the slides
the deck for Acme looks great
Soylent wants a demo on Tuesday
Wayne is waiting for our signature on the MSA
Globex said yes to Thursday
""".strip().splitlines()


@pytest.mark.parametrize("text", SPOKE)
def test_a_named_customer_spoke(text: str) -> None:
    found = mention(text)
    assert found.is_mention
    assert found.customer
    assert found.reasons


@pytest.mark.parametrize("text", ONLY_NAMED)
def test_a_name_that_only_comes_up_is_no_mention(text: str) -> None:
    assert not mention(text).is_mention


def test_there_are_a_hundred_examples_each_way_and_none_twice() -> None:
    assert min(len(SPOKE), len(ONLY_NAMED)) >= 100
    assert len({*SPOKE, *ONLY_NAMED}) == len(SPOKE) + len(ONLY_NAMED)
