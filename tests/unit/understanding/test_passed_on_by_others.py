"""What others than clients leave on a line, at a desk or in a form: suppliers, candidates, authorities, home."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


OF_OTHERS = r"""
They called from Telenor, still no signal on the mast near us
they rang from City Power, still no power in our street
Someone phoned from Brandt Catering: still no confirmation of our menu
an earful from a friend of my brother, our van blocked his drive
From the desk: the florist has brought the wrong flowers for the Christmas party
from reception: the baker delivered the wrong rolls for our breakfast
I have a teacher on the phone who wants to interview our night shift for her thesis
they called from Lindt & Sohn: still no access to our building for their fitters
Somebody called from Hauser, still waiting for our purchase order
someone rang from Nordbank: still no answer on our loan papers
voicemail: the new greeting is broken, IT is on it
voicemail: my dentist moved the appointment, I leave at three
voicemail: plumber can't come before Tuesday
Voicemail from the landlord: water is off tomorrow
answerphone is dead again, who has the manual?
letter (paper!) from the tax office: they want our numbers by May
Letter from Mr Kay, our landlord: he can't fix the roof before June
letter from Mrs Cole, the auditor: we are missing two receipts
Complaint process: see the wiki, don't answer alone
Complaints: 12 in May, never had so few
Complaint to the landlord, sent by post: the heating never worked
Complaint from HR: our kitchen is dirty again
Complaint template: please don't change our logo
walk-in freezer: door doesn't close, use the other one
Walk-in interview: two candidates, never heard of us before
walk-in clinic: closed on Monday, our insurance doesn't cover it
Customer update: Acme moved to plan B
Customer update: three new logos, none lost
Customer update: Globex says Tuesday works
Customer call: moved to four, I can't make three
Client update: we never got the contract back, I'll chase
received by post: our new badges, two are missing
received by mail: the certificate, our name is wrong, I'll return it
from reception: parcel for Tom
from reception: the lady from the cleaning firm says the vacuum's broken
from front desk: a candidate says he can't find our entrance
Feedback from the Platform team: they loved the demo, asked me to thank everybody
Feedback from the design guild: too many colours
Note from the Miller family: thank you all for the flowers, Jim would have been touched
Phoned by the recruiter this morning - the candidate has the wrong visa
Called by the school just now - Ida has the wrong shoes
Just had the owner of the building on the phone, he can't fix the lift
Just had my mum on the phone, she never got the parcel
Had the father of our intern on the phone, he can't come today
Had the plumber on the phone, he's missing a part
I have Kim from legal on line 2, she's missing six signatures
I have Jens from Kopitec on line 2, he can't deliver our toner before Friday
I have a guy from Vattenfall on line 1, he's missing our payment
I've a recruiter from Leeds in the inbox who got someone else's CV
I've got a headhunter from Zurich in the inbox who wants our whole team
Got told by our landlord that our loading bay is blocked
Contact form: deployed, button is green now
contact form: who owns the copy?
feedback form: two new fields, see the doc
complaint via post: toner
Complaint by phone: the kitchen in the office is cold
FW from a customer: deck for the offsite
The landlord is having a go at us about the bins
Twitter is having a go at Acme over the outage
The team on three is roasting marshmallows
they are laughing at us on the terrace
Was told by the police that our van is in the way
Got told by the CFO that our forecast is wrong
Got told by the mother of a colleague that our lasagne recipe is wrong
got an earful from my wife, our holiday is booked twice
got an earful from the CFO, our forecast was wrong twice
got an earful from the bouncer at the club on Mill Lane, never again
Hearing from two colleagues in Leeds that the coffee machine is dead
Hearing from recruiters that the market is dead
They called again from the tax office. Still no form, they're getting nervous
They called again from Kopitec. Still no payment for November, their accountant is pressing
They called from Hays, still no candidate for our role
Someone called from the kindergarten. Still no shoes, Ida can't go out
Read on Reddit that a guy built our stack at home, with photos
Saw on the intranet that a colleague found our lost badge
Just read on LinkedIn that our competitor found a new CEO
voicemail: Mrs Petrov from payroll, the form has the wrong month
voicemail from the garage: the van isn't ready
Voicemail is full, nobody can leave a message
voicemail: a lady from the tax office, our form is wrong
voicemail: a man about the job, he can't come on Tuesday
Night line voicemail test 02:14, no sound on the recording
postcard from Lisa in Rome: she can't believe how hot it is
letter from the council: our sign is too big, they want a permit
Letter from Mr Haas, our lawyer: they refused our offer
Letter from Mrs Wood, candidate for the bakery: she can't start in May
Complaint by the neighbours: our delivery vans block the lane
Complaint, sent by me to Vodafone: our line was dead for days
Complaint handling: if it's broken, replace it
walk-in fridge: too warm again, our cooling firm is coming
Customer call at two: bring the broken sample
Customer call notes: in the drive, one page is missing
Customer report: too long, cut it in half
Client update: slides are wrong, fixing them now
Client question: which logo do they use?
Client call: they moved, we have the room till three
Guest update: two speakers cancelled, panel is short
Member update: we have 400 members now, never had so many
User report: broken since the last deploy, see PR 212
Tenant report: job fails at night, index is missing
User request: 500 on staging when the field is empty
received by mail: two chairs, one is broken, I'll send it back
received from the supplier: she says the flour was damp
heard via the grapevine: she never liked our office
came in by post: his new contract, two pages are missing
arrived by courier: our banner, the colour is wrong
reported by phone: he's sick, can't come today
hotline: two people are missing today, who can help?
Hotline: our numbers for May are down
front desk: visitor badge printer is broken
counter: the till roll is empty, who has the key
from reception: Tom's visitor is here
from the branch: the alarm went off twice, technician is coming
from the shop: we're out of bags, delivery never came
from the counter: young man with a CV says the website form is broken
Feedback from the Berlin team: our deck is too long
Feedback from Mrs Yeo, our head of design: the blue is wrong
Feedback from the interns: the onboarding was too short
Feedback from the speaker: the mic was broken
Thanks from the Ortega family for the flowers: Luis would have been touched
praise from the boss: she loved the demo
Got a message from the Seychelles, my sister: the plane was late
got a mail from the Browns, our neighbours: the hedge fell down
Got an invitation from the Müllers: they want us for dinner
phoned by the bank just now - our card was used twice
phoned by the mother of our au pair - she never got the visa
Phoned by a woman from the agency today - the model is sick
told by the lady at the embassy that our form is wrong
I was told by a colleague that our parking is closed
I was told by the woman at customs that our parcel is stuck
was told by a nurse that I can't drive for a week
we were told by the couple in the flat below that our dishwasher leaks
told by the man at the border that our van has the wrong papers
I have a lady from the temp agency on the phone, she's missing two timesheets
I have a man from the lift company on the phone, he can't find the entrance
I've got the chef on the phone, our fish didn't come
I've got my landlord on line 1, he never got the rent
I have Petra from Sage on the line, our licence is wrong
I have Tom from the Leeds office on line 2, his badge doesn't work
I have Anna from Kopitec on hold, she never got our order
I have Sven from Bauer Bau on the line, he never got our plans for the new office
Had the owner of the café downstairs on the phone, our party is booked twice
Had the owner of Kopitec on the phone, he can't deliver before May
Had the mum of our intern on the phone, he's sick
Had the wife of the late director on the phone, she never got the flowers
had an angry call from my landlord, our bins were never out
got an earful from the mayor, our banner is too big
got an earful from the lady at the dentist's, I missed two appointments
got an earful from the referee, our goalie was late
got grief from the guys in the warehouse, our labels are wrong again
got flak from the press office, our tweet was wrong
Hearing from the unions that nobody wants the deal
hearing from friends in Lyon that the trains are late again
Someone rang from Hertz, still waiting for the car key
Someone called from Berlin. Still no internet there, they work from home
They called from Accounting. Still no invoices, they're getting nervous
They called from Legal, still waiting for the contract
They rang from City Hall. Still no answer about the permit
saw on Facebook that a woman I know loves our street
read on X that a guy got our CEO's jet tracked
saw on LinkedIn that a former colleague calls us slow
read on Google that a user can get two of our logos free
Came into careers@ this morning: "Hello, is it possible to send my CV later"
Came into the HR inbox: "I need my payslips of May, please"
a man came in drunk, he was very angry, police took him
A kid came in with his dad from accounting, he was so upset we gave him cookies
A new intern woman came in and she's quite annoyed by the badge
voicemail: Mr Farr from the insurance, our claim was refused
voicemail: an officer from the port, our permit is missing
Voicemail: Anna, she's stuck in traffic, can't make the standup
letter by registered post: the union, they want a meeting about our shifts
Letter from the Larsen law firm: they refuse our offer
Complaint via the works council: our shifts are too long
complaint by e-mail from the neighbours: our fans are too loud
Complaints came in by post in the old days, now nobody writes
Walk-in closet in the flat: door is stuck
walk-in vaccinations: at noon, bring your card, don't be late
Customer update: nobody churned
Customer call: Anna will take it, she's missing the deck
Client call: he's late, we start without him
User report: she is right, the test was flaky
from the gate: the courier says our box is too heavy
from the gate: security guard says the barrier is broken
from reception: the lady for the interview is here
From the desk: the man from IT says the router is dead
from the branch: the manager says two people are sick
Feedback from the Smiths concert: they were great
Feedback from the Amsterdam office: they loved the cake
Feedback from the panel: too long, nobody could follow
Complaint from the landlord: our bikes block the hall
thanks from the Red Cross: they were very touched by our donation
Got a call from the Hendersons, my in-laws: their car broke down
got told by a passenger on my flight that our seats were swapped
told by the doctor that my knee is damaged
got told by the teacher that our son is late
I was told by a man at the pub that our beer is the best
told by the customer team that our macro is broken
told by a member of staff that our lift is stuck
I've got a student at the door who wants an internship
I've got a man from the gas company at the door, he can't find the meter
I have a customer at three, can't join
I have the family of my sister in the office, they can't wait to meet you
Had the vet on the phone, my cat can't come home yet
Had a teacher on the phone, my daughter is missing her glasses
Had a woman on the phone from the bank, our card is blocked
I've got a nurse on the line, my dad fell
I've got Tim from Adobe on the line, our licence is missing two seats
I have Jo from Randstad on line 1, she's missing two timesheets
got an earful from the vet, I missed the vaccination
got an earful from the coach, our goalie never trains
hearing from parents at school that the bus is late
hearing from clients of Globex that they close
Hearing from the guys that the server is down
They called from Delta Air. Still no luggage, I'm in sweatpants
They rang from Kopitec again. Still waiting for the signed quote
someone mailed from Marketing: still no answer on the logo
Just read on Reddit that a guy got our exact laptop for half the price
saw on Facebook that a man is selling our old sofa
read on Twitter that an user calls our sprint a marathon, it was Tom
voicemail: nobody left a message, just noise
voicemail: the alarm firm, they can't come before noon
voicemail from my son's school, he forgot his bag again
Answerphone: Tom, he's running late and our meeting room is locked
letter (signed) from the CFO: we can't hire before June
Letter from Mr Obi, our insurer: they won't pay for the roof
Complaint about the canteen: soup is too salty, tell the cook
complaints by phone: see page 3, don't promise refunds
Walk-in cooler: alarm went off twice
received by mail: the samples, they never fit
received via the portal: tax letter, we are late
Feedback from the steering group: they loved it
Feedback from the customer team: our macros are broken
Feedback from Ana in sales: demo was too long
I have Jonas from the bank on line 1, he's missing two signatures
I have Lea from the Zurich office on line 3, she's missing three chairs
I have Mia from Kessler Recruiting on the phone, she's missing all CVs
Had the owner of the bar on the phone, our table is too small for twelve
Had the owner of our building on the phone, he never got the key
I've got an architect from Delft in the inbox who got the wrong plans
I've a speaker from Oslo in the inbox who can't open the slides
we were told by the fire brigade that our exits are blocked
I was told by the consultant that our stack is slow
We were told by a lawyer that our contract is wrong
told by the caretaker of the building that our bins are full
phoned by the hospital today - my aunt fell
called by the police - our van was broken into
got an earful from my boss, our slides were late
got an earful from the pub quiz host, our team name was rude
Hearing from the board that our budget is cut
Hearing from two suppliers that prices go up
Someone from HR called, still waiting for my form
Read on Reddit that a guy thinks our planet is flat
Saw on YouTube that a man rates our national team
read on the forum that someone sold our old van
This came in to hiring@ : "hello, my CV is attached, what must I do"
""".strip().splitlines()


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_others_left_there_is_none(text: str) -> None:
    assert not is_mention(text)
