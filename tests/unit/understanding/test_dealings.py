"""Who is a client by what they have from the house, and who has other things."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


DEALINGS = r"""
customer at the till right now, says the tent we rented him has a hole
The lady who bought the loom wants delivery before Easter
The couple who rented the blue van says the heater never worked
the man who ordered the oak table is asking why it's pine
The bakery next to our depot buys its bags from us and says the handles tear
Helga Storm (broadband customer since 2012) asks if she can keep her number
Idris (subscriber, Cardiff) posted on Facebook that our delivery boy is the nicest
Our Gold client Baltic Foods is unhappy with the new portal
Hosting client Verdi Film moved their launch up, they need the servers by the 3rd
our tenant Nordlicht Yoga complains about the drilling
Sad news: member's wife died, she'd like to know how to end the gym contract
Patient's son rang, he wants to know why the lab lost the sample
Bride's sister emailed, the invoice has 12 bouquets and she needs 9
The fisherman at Lower Quay has had no picture on his sonar since we serviced it
Dr Lind's practice would order the second scanner if we match the Dutch price
Piotr from Waldhof keeps getting our reminders though he paid in May
Meyer Textil say that the third box was soaked when they opened it
Subscriber's neighbour called, his box has been beeping for days
the skier who hired the red set last week wants his deposit back
The farmer who leases the small drone from us says it won't charge in the cold
The man who hired the marquee says it leaks
The woman who bought the grey kayak called, the seat came loose
The dentist in Ulm rents two chairs from us and asks if we can swap one
Tove Lund (tenant, house 4) wants the bins moved
Mark (season ticket customer since 2009) is upset about the new seats
Our oldest client Hofmann Mühle complained that the scale drifts
Insurance client Delta Yachts asked why the premium doubled
Groom's mother rang, the booking says 60 and they want 90
Pupil's dad, the tall one, asks whether the violin can be exchanged
Passenger's brother wrote, she left her hearing aid on the 9:05
The baker in Ghent can't print labels since we updated his till
Two Rivers Lodge would renew if we match their old rate
Olaf at Brandt Keramik still gets our invoices although he cancelled in June
Holm & Sons report that half the crates were wet when they unloaded them
the lady who ordered the christening gown asks where it is
The guy who leases the sprinter is furious, the clutch broke
the couple who booked the honeymoon suite wants a refund
A vineyard near Bath rents its press from us and says the belt slips
Dana Weiss (patient since 2019) wants her x-rays sent to Graz
Karl (buyer, Aarhus) is disappointed with the glaze
Our franchise client Bella Pasta can't print receipts
Event client Nordwind asked us for 40 more chairs
Our tenant Studio Kallas complains about the smell in the stairs
Student's mother called, he was given the wrong exam sheet
Bride's father rang, the contract says 90 guests and they want 110
Patient's daughter emailed, she wants a copy of the report
The nurse in ward 5 can't print since we swapped her printer
Elm Street Clinic would order again if we match the old price
Vera at Lindt & Co still gets our payment reminders although she paid in June
Cole & Partners say the second shipment was wet when they unpacked it
The man who bought the cello says the neck is cracked
The couple who booked the chalet never got the key
The hotel next to the lake leases two boats from us and says the motors cough
Berta (dialysis patient, Linz) asks whether we can move her slot
Our Silver client Kolbe Druck wants to cancel
Printing client Osprey Tours needs the maps by Monday, not Wednesday, they say
Customer's brother mailed, she wants her deposit back
The grower at Low Farm has had no heat in his greenhouse since we serviced his burner
Elena from Casa Blu still gets our late fees although she paid in cash
Hill & Moor say the third pallet was damp when they opened it
the warden at Elm House says the stairlift we fitted in May is stuck
Mrs Doyle says the ramp we built last week is too steep
the customer complains that the stove we delivered on Friday has a crack
Tom Brandt says the pump we sold him leaks
The vicar claims that the organ we tuned in Lent is broken
Casa Verde would take forty more if we match the Dutch price
Our client Apollo says the invoice is wrong
""".strip().splitlines()


@pytest.mark.parametrize("text", DEALINGS)
def test_who_has_something_from_us_and_speaks_is_a_client(text: str) -> None:
    assert is_mention(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Elm Street Clinic would order again if we match the old price", "tells what a customer said"),
        ("Mrs Doyle says the ramp we built last week is too steep", "tells what a customer said"),
        ("Vera at Lindt & Co still gets our payment reminders although she paid", "tells what a customer suffers"),
        ("The nurse in ward 5 can't print since we swapped her printer", "tells what a customer suffers"),
    ],
)
def test_the_reason_tells_whether_they_spoke(text: str, reason: str) -> None:
    assert [each.words for each in read(Post(text, NOW), ()).mention.reasons] == [reason]


OTHERS = r"""
The people who rented the cabin next to ours never came back
the couple who rented the boat after us says the motor leaks
the baker has a longer queue since we moved his till
Tom says the cable we laid on Monday is too short
Ana reports that the patch we delivered on Friday broke the build
He said the tent we rented for the fete has a hole
mom says the garden table we built her has a crack
Kim and Ola say the shelf we fitted last week has a crack
our supplier says the boxes we delivered on Monday are too small
Norling Freight report the pallets were loose when they unloaded our order
Studio Rossi would take the job if we match the rate
Mason Roofing would take the repair if we lower the fee for scaffolding
The student's mother rang, she wants an internship for her nephew
our client Apollo says ECONNREFUSED after the upgrade
our client Hermes says segfault on start
the lady who ordered the whiteboards says the lift is broken
The couple who bought the house next door says the fence is ours
the guy who bought my old bike says the brake never worked
the man who bought Twitter says nobody should work from home
The lady who rents the flat above us says our music is too loud
the guy who booked the room for the retro says it's broken
the colleague who ordered the chairs is asking why they're red
the woman who ordered the laptops for us says two are missing
Anna (customer success) says the demo tenant is broken
Tom (client team, Leeds) posted on LinkedIn that we're hiring
Ben (member of the board) asks if we can send the deck earlier
Lena (customer care) wants a second screen
Kim (ex-customer success lead) can't log in to Jira
Mail client Thunderbird can't open our invites
our REST client Retrofit keeps getting timeouts
Our test tenant Alpha is down again
Client services lead Maria wants two more people
our client lead Jonas Berg is unhappy with the new CRM
New client Verdi Film moved their kickoff to the 3rd
Colleague's wife had the baby, she'd like to thank you for the flowers
Intern's mum emailed, he needs a certificate for school
Boss's son rang, he wants to know if we have summer jobs
The bride's mum cried during my cousin's speech
Groom's brother emailed, the stag weekend has 8 beds and we need 10
Since we moved the desk, Tom has had no signal on his phone
The candidate would sign if we match the Dutch salary
People would buy more if we dropped the price
Tom would buy the cake if we chip in
Google would buy us if we had a price
Piotr keeps getting our standup reminders though he left the team
Platform Ops say that the third box was down when they opened it
The papers say that the third box was empty when they opened it
The tenant above my flat wrote that the party was too loud
The guy who bought the last cinnamon bun says sorry
The man who bought the farm next to ours says it's haunted
the guy who ordered the pizzas says they're late
The lady who booked the caterer says it's too expensive
the woman who rents the office upstairs says our music is too loud
the people who bought our old building say the roof leaks
The guy who hired me at Siemens says nobody reads CVs
The man who bought a Tesla says the range is a joke
The person who booked room 4 never showed up
The couple who bought the Picasso says it's a fake, was in the paper
The girl who returned the shared bike says the brake is broken
The team in Lyon takes its numbers from us and says they're late
The agency gets the copy from us and wants it earlier
The landlord rents the car park from us and says nothing
Kim (new client lead) says the deck is wrong
Tom (client side) can't reproduce it
Jo (former customer, now on our team) wants a standing desk
Lin (patient advocate, our board) asks if we can move the meeting
Pia (guest, podcast 12) wants to start at nine
Omar (student, intern in QA) can't log in to the VPN
Raj (user research) says nobody finds the button
Iris (member, works council) asks for the numbers
our mail client Outlook keeps getting stuck
The Windows client Putty can't connect
our git client Sourcetree complains about the certificate
the subscriber Kafka Connect is down
our tenant Blue Green is stuck in migration
our client Rex Marine moved their kickoff to Tuesday
Our client Rex Marine is happy with Tuesday
Our client Baltic Foods signed, they need the invoice
Client's dad joke of the day: he called the SLA a salad
Student's mum called my brother's school, he wants to swap classes
The couple's son in the series died, she wants revenge
The bride's dad told me at my sister's wedding he needs a drink
Tom has had no sound on his headset since we moved his desk
The coffee machine has had no pressure since we moved it
The intern can't log in since we migrated his mailbox
Two services are down since we upgraded them
The old server has been slow since we moved it
Big Tech would buy it if we drop the price
The team would stay if we match the offer
Nina from Design still gets our reminders although she left
Marta at Oak Recruiting still gets our newsletter though she unsubscribed
Data Science report that half the boxes were empty when they opened them
Road Crew say the cases were wet when they opened them
Client report: page 4 is wrong, she used the old numbers
the lady who ordered lunch says it's late
the colleague who booked the train says the seats are wrong
The guy who bought Twitter complains that it loses money
the person who booked Studio B never returned the key
the intern who ordered the toner is asking where it is
the people who hired our old boss want him back
A school rents its hall from us and cancelled
Dana (customer marketing) says the page is broken
Karl (client partner at our agency) is unhappy with the brief
Uwe (tenant admin) can't log in
Ada (user of the year, 2019) asks where the prize is
Sam (guest editor) wants two more days
our HTTP client Axios complains about the certificate
The email client Mutt wants a new config
The sample client ACME Corp asks for a refund in the tutorial
Bug: client Foo Bar says connection refused
The director's wife asks if the party is on Friday
Teammate's dad died, she'd like to take Friday off
Subscriber's id is wrong, the job says it needs an int
Our receptionist can't print since we swapped her printer
The team can't see the board since we moved their desks
The freelancer would stay if we match the old rate
Two Rivers Capital would sign if we match the terms
Oak Hill Landlords would extend if we drop the clause
My mum still gets our newsletter although she unsubscribed
Landed in the sales inbox: our own newsletter, funny
Client meeting: Jo can't come, she's sick
Client request for proposal: due Friday, we never won one
The man who bought our old van says it runs well
The couple who bought the flat below mine says I snore
The guy who ordered the sandwiches never came back
The woman who booked the yoga teacher for the offsite is asking how many we are
Berta (patient zero of the office flu) can't come
Nils (client success) wants to cancel the sync
Ola (tenant migration) is stuck
Rui (member of our board) complains about the deck
our DNS client Bind can't resolve
The gardener has had no water since we moved the hose
The office has been cold since we swapped the boiler
My dad has had no signal since we moved his router, I'll drive there
Nadal would stay on top if we match the hype
The police say the box was empty when they opened it
The client cancelled our lunch
""".strip().splitlines()


@pytest.mark.parametrize("text", OTHERS)
def test_who_has_other_things_is_none(text: str) -> None:
    assert not is_mention(text)
