"""What is told of somebody outside in other frames than "a customer says that"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


HEARD = """
some users report the map stays grey after the patch
Apparently guests believe the spa is free because of our flyer
looks like customers think our Black Friday mail was spam
three tenants report the intercom buzzes all night
seems users find the new menu confusing, got two calls
Turns out patients assume the lab is closed on Mondays, our page says so
Many passengers report the app shows the wrong platform
Two dealers report the paint peels off within a month
a few riders report the helmet lock jams
It seems guests assume breakfast is included, our page is vague
I hear tenants think the fee is a scam
Most callers report the code expires too fast
Four patients report the app forgets their dose
apparently parents believe our camp is full, the form still says so
Turns out subscribers find the paywall twice as annoying on mobile
Guest on the line right now: no hot water in 304
Mail from the university of Ghent: they can't import the grades
Message from a nurse: the pump shows the wrong dose
Patient at the desk: her card is refused by our reader
Customer feedback after the workshop: too much theory, nobody could follow
Client call at Hexagon: planners still print everything because they don't trust the screen
Letter from a bakery in Lyon: our flour arrived damp
Heard from two dealers at the fair that the hinge breaks
Call from the town hall of Brno: they never got the invoice
Word from the shops: customers say the zip breaks
On the hotline everybody keeps asking where the refund button went
user feedback from the beta: search is useless, filters vanish
Tenant on the phone: ceiling dripping since six
Shopper at the till just now: the voucher won't scan
Mail from a school in Cork: the tablets don't charge
Call from the museum in Basel: our audio guides are all dead
Client feedback from the pilot: onboarding is confusing
Customer interview #4: he can't find the invoice and gave up
user call with Anna: she never saw the banner
Letter from a winery near Tours: the labels peel off
On the helpline people ask why the app shows tomorrow's date
Word from the branches: guests complain about the new cups
Heard from a retailer in Genoa that the boxes arrive crushed
""".strip().splitlines()


@pytest.mark.parametrize("text", HEARD)
def test_what_came_in_and_is_heard_of_customers_is_a_mention(text: str) -> None:
    assert is_mention(text)


OF_THE_WORK = """
customers report template is in the drive
the users report is due on Friday
users think in tasks, not in features
customers report to their own auditors
apparently the customer table has no index
Looks like the client library needs an update
guests find the lobby on the left
it seems customers come first in that book
users report in the admin panel is slow to load
customer report for May is in the sheet
apparently the users table is locked
users report their hours in the other tool
It seems client certificates expire next week
Looks like our tenant config is broken
guests think with their stomachs, says chef
readers report directly to Ann
I heard customers of Globex get a discount
the patients report to the nurse on arrival
Mail from the tax office: they need our numbers by May
Email from HR: they can't open the timesheets
Customer on the phone, who takes it?
Customer feedback after launch: please collect it in the sheet
Client feedback on the draft: see the doc
Customer visit at Wayne Corp: train leaves at 8
User interviews: five so far
Message from my son's teacher: he forgot his lunch
Mail from the landlord: they turn off the water on Monday
Word from legal: we can sign
Call from a recruiter: they look for a Go developer
Client meeting at Hexagon: room 4, bring the deck
Letter from the bank: they raise the fees
Heard from two colleagues that the canteen closes
Call from the school: my daughter has a fever
customer feedback from Q3: 4.2 of 5
Customer call at 3: please join
Guest on the line: can someone pick up?
Client feedback: collected in the doc
Customer visit on Friday: bring the demo unit
Mail from a school in Cork: they invite us to their summer fair
Call from the garage: my car is ready
Letter from the city council: rubbish is collected on Tuesdays now
Mail from the hotel: our rooms are confirmed
user interviews: Tom does two, I do three
Word from the board: bonus is approved
Heard from the agency that the shoot moves to May
Call from a nurse: my mother is fine
tenant meeting: moved to June
customer workshop notes: in the drive
patient on the phone for Dr. Lind, please take it
""".strip().splitlines()


@pytest.mark.parametrize("text", OF_THE_WORK)
def test_what_came_from_others_or_is_about_the_work_is_none(text: str) -> None:
    assert not is_mention(text)


TALKED_WITH = """
Met Mr. Okafor from the Lagos depot, he says the labels smear
Just off the phone with Mrs Lind, a client for ten years. She wants to quit.
Talked to Dr. Weiss, one of our users; he can't export the chart
Ran into a subscriber at the station, he complained about the late issues
Coffee with a tenant today. She says the stairs are never cleaned.
Visited a farmer in Kent; he says the pump clogs every week
Had dinner with the owner of a hotel in Split, a customer of ours: he wants better rates
Lunch with Mrs. Tanaka today, she says the crates arrive broken
Just spoke to a subscriber; she can't cancel online
Bumped into one of our members at the pool, he complained about the lockers
Called Mr Novak back. He still has no hot water.
Visited a bakery chain, one of our clients; they want another oven
Talked with a patient this morning. She was given the wrong form.
I met Ms. Duarte from the Lisbon office of a client, she says the seats are too small
One of our largest accounts just called: they want out
a gentleman phoned because the boots we sold him leak
The clinic in Basel says our scanner freezes twice a day
a dad at the booth said he'd buy two if they were cheaper
Key dealer moaned to me at the expo that we ship too late
A kindergarten in Oslo thanks Mia for the quick repair
The theatre in Bergen complains that our ticket scanner is down
an elderly couple came in because the kettle we delivered sparks
A vineyard near Porto reports that the sensor dies at night
The library in Leeds sends thanks to Omar for fixing their terminals
Two hotels in Malta say our invoices never arrive
Two of our oldest accounts called: the export lacks VAT
A woman came in because the stroller we sold her squeaks
The brewery in Plzen reports that the valve leaks
Our top franchisee is annoyed, says our flyers came late
a grandma at the counter asked whether we still repair clocks
A pharmacy in Turin says our delivery was short again
The zoo in Basel thanks Ida for the rush order
A choir coach writes that our app swallows her bookings
Someone on Bluesky says our packaging is wasteful
The dairy near Cork complains that the tank sensor fails
A teacher asked whether we have a school licence
""".strip().splitlines()


@pytest.mark.parametrize("text", TALKED_WITH)
def test_who_talked_with_us_or_has_our_things_is_a_customer(text: str) -> None:
    assert is_mention(text)


ELSEWHERE = """
Spoke to Mr. Brown from the tax office, he says we are fine
Spoke to Ms Ortiz from HR, she says the policy changes in May
Met Dr. Weiss, she will give the keynote
Talked to a candidate, he wants to start in June
Just hung up with Mr. Lee, he confirmed Thursday
Asked a colleague why he left; he says the pay was low
Talked to my doctor, she says I should rest
Met a designer at the fair, she says Figma is dead
Had lunch with Mr. Sato, he retires next year
Spoke with a client at noon, she confirmed the date
Met Mr. Hall from the bank, he says rates fall
Talked to Mrs Berg, she confirmed the room
Lunch with a client today, she paid
Called Mr Novak back, he was out
Spoke to the plumber, he says Tuesday
Visited a customer in Ghent, they have a nice canteen
Interviewed a designer, she asked about the pay
Met a recruiter, she says the market is slow
I talked to Ms. Chen from legal. She wants a new clause.
Chatted with a guest speaker, he will send slides
The school called, I must pick up my son
the hospital reports my results tomorrow
a lady called about the job ad
my dentist says I need a root canal
The city says the road is closed until May
The clinic says I can't drive for a week
A hospital in Graz was hacked, says the news
The university reports that two students were arrested
a man called for Tom, he will try again
The museum in Oslo says it opens late on Thursday
a woman at the bus stop said it would rain
The gym says my card expired
Our distributor is happy with the dates
Our largest account is Globex, says the sheet
The restaurant in Mitte says they have a table for eight
a school in our street closes
The library says my book is overdue
The kindergarten called, Ida has a fever
the garage says the car needs new brakes
A man rang about the flat we rent out on the side
The hotel says checkout is at eleven
The vet says the cat can't eat for a day
a nurse told me to rest
The library in Leeds opens a second floor
A university near Lyon found a new moon
The council says bins are late
A woman on the train lost her ticket
The restaurant says they are full, so we go elsewhere
Someone on Reddit says the new iPhone overheats
my club sends thanks to all sponsors
A restaurant near the office can't take twelve people
A hotel in Malta says it can't quote us before May
Mail from a hotel in Split: they can't keep the rooms until Friday
The airport says our flight is delayed
The hotel says our booking is cancelled
""".strip().splitlines()


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_talked_of_other_things_is_none(text: str) -> None:
    assert not is_mention(text)


def test_a_customer_may_be_named_before_they_are_called_one() -> None:
    assert is_mention("The embassy, a client of ours, wants to know where our servers stand")
    assert is_mention("A journalist who uses our product writes that we have become slow")
    assert is_mention("What a customer sent me on WhatsApp: the gate stays shut, standing in the rain")
