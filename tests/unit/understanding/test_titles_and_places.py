"""Clients beside a title or a place, and who else has one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


CLIENTS = r"""
letter (handwritten) from Mrs Abara, 91: she can't open our new lids
Hearing from two tenants in block C that the intercom rings all night
caller, didn't want to give her name, says our bus skipped the stop twice
The tenant below the gym mailed us, no heating since Friday
Regular on the late bus tells me that the doors shut too early
tenant of flat 12 can't get the window shut
one of the swimmers came to me after the course, she says her locker was broken into
Mr Olsen, the one with the two dogs, complains that the fence is loose
The Oliveiras cancelled the Sunday cruise, they say the fees were never explained
This landed in info@: "Good day, we are a small hotel in Split and need 40 mattresses"
SMS service line: "bus 12 just drove past me, third time this week"
three calls and two mails this morning, all the same: "the voucher code says invalid"
postcard from Herr Lindner, 84: he can't hear the new doorbell we sent
Hearing from several riders on the coast line that the ticket app crashes at noon
caller, very old by the sound of it, says our nurse never came
patient in the waiting room just now, says the letter has another woman's name
Our subscriber above the pharmacy wrote that the paper comes after ten
Regular on the early tram says the heating is never on
One of the skaters came up to me after closing, she said her blades were ground wrong
Mrs Achterberg, the one with the tulips, wants to know why we sent two bills
The Fischers cancelled the fitting, they say nobody rang them back
Came into orders@ this morning: "Good evening, is it possible to have 30 chairs in Ghent before Sunday"
two mails and a call, all about the same thing: "your gate code stopped working"
The tenant of box 7 can't open the shutter
Had a tenant on the phone, her kitchen ceiling is dripping
customer on chat right now, asks whether the blue one comes in XL
A member in the sauna told me, the stove is dead again
Mr Voss, the one with the long ladder, says our gate pinched his finger
The Moreaus cancelled their room, they say the pool was never mentioned
Landed in the bookings inbox: "Do you have a cot for the attic room? We come with a baby"
WhatsApp line: "driver is at the wrong house again, number 12 not 21"
letter (typed) from Mr Obi, age 79: he can't hold our new bottle
Hearing from two members in Bristol that the turnstile eats their cards
caller, quite young, says our app showed her someone else's bill
guest at the bar just now, asks why breakfast ends at nine
The lodger over the shop called, no water since midnight
Mr Farouk, the one with the red tractor, complains that our hose burst
The Santoros cancelled their booking, they say the terrace was never promised
This came in to support@ : "hello, code does not arrive, what must I do"
""".strip().splitlines()


@pytest.mark.parametrize("text", CLIENTS)
def test_a_client_is_heard_beside_what_else_is_said_of_them(text: str) -> None:
    assert is_mention(text)


OTHERS = r"""
The agency buys its coffee from Kenya and says ours is bad
Regular on our podcast tells me that his book is out
regular on-call engineer says the pager never rang
one of the runners in our team came to me after lunch, he says his knee is broken
one of the trainers came to me after class, she says her contract is wrong
Mr Olsen, the one from IT, complains that the badge reader is loose
Mrs Olsen, our accountant, complains that receipts are missing
The auditor, Mr Singh, complains that two contracts are missing
Our new intern, Ms Falk, asks why her laptop is slow
My neighbour, Mr Park, says his boiler is dead
The school's head, Mrs Lowe, rang, Leo fell off the swing
Head of Fleet, Mr Ode, says the vans are late
Tom from IT keeps getting our alerts though he left
The Giants cancelled the Sunday game, they say the pitch is frozen
The Millers cancelled the barbecue, they say it's too wet
This landed in jobs@: "Good day, I am a designer from Split and need a job"
This landed in hr@: "Hello we need the payslips of May"
two tickets left in the sprint: "the password mail never comes" and "fix footer"
three calls this morning, all the same team: nobody reads the wiki
The growers' association says our fee is due
Our coffee roaster says the beans will be late
Our dealer in Lyon says the new vans will be two months late
Our farmers in Peru can't deliver before May
The reporter from the Herald cancelled our lunch
A journalist wants to interview our CEO about the merger
At school I had a teacher who charged us for chalk
As a student I rented from a guy who kept my deposit
In my twenties I had a bank that charged me for everything
The applicant, Mrs Ito, wrote that she can't start before May
Our CFO, Mr Adeyemi, asks for a smaller printer
caller ID is broken, says unknown for everybody
caller, the new tool, says our token is wrong
customer portal in the new version, says our token expired
The candidate above the bar says the salary is too low
The customer Bobby Tables in the seed data can't log in
Our customer Success Team wants more seats
Guest's name is wrong in the slides, he told me
one of the pupils in my daughter's class came to me, he says she cries
one of the campers in our family came to me, he says his tent leaks, it was my brother
One of the collectors came to me after the job finished, it says disk full
Mr Hale, our fire inspector, wants to know why we sent two plans
Mrs Ortiz, head of procurement, says the tender is missing a page
Ms Roe, the new CFO, complains that our books are late
Mr Bly, who teaches my son, says he never listens
Mr Dunn from the council, a friend of mine, says our sign can't stay
Mr Ray, the plumber, says the pipe leaks
The judge, Mrs Hill, asked why we sent two witnesses
The author, Ms Kane, says nobody reads
Our trainer, Mr Kim, wants to know if the room has a projector
Ms Ito, your new colleague, asks where her badge is
The Rolling Stones cancelled the tour, they say Keith is sick
The Alps cancelled the season because they have no snow
The Lakers cancelled the trip because they lost
two calls at ten, all the same link: "join here"
Our growers in Spain say the lemons will come late
the wholesaler says he can't deliver the paper cups
our resellers say prices go up in May
A reporter asks for a statement about the fire
The journalist moved the photo shoot
At college I had a roommate who never paid the bill and they charged me twice
In my first flat I had a landlord who refused to return my deposit
answering machine: we need a new text, the old one is wrong
Member request: can we get a new coffee machine?
User call moved: they never sent the invite
Guest request for the podcast: could we have him on in May?
Customer question for the quiz: who said we never sleep?
taken from the form: her name, his age, never the phone
left by post: two boxes, they're empty
heard over the radio: they found the van, it's broken
logged at the desk: visitor badge 12 missing, she'll look
We have a guest on the line for the podcast, his mic is broken
We had a man at the door, he wanted to sell us wine
I had a gentleman on the phone who wanted to sell us solar panels
an angry mail from the landlord, our bins were out too early
an angry letter from a supplier, our payment is late
caller, per the docs, must hold the lock
callers, as the manual says, want a number
member, as in the gym, says the dictionary
the customer, says the book, is king
a tenant, in our data model, has many users
the user, if logged in, gets stuck in the loop
the man who rented me his flat wants the deposit
The woman who leased us the office wants more money
The bank rents a floor in our building and says the lift is slow
Pat (buyer, our purchasing) asks for the quote
Our demo customer Jane Doe can't check out
test customer Max Mustermann is missing an address
New customer Baltic Foods asked for the kickoff slides
our customer Baltic Foods is hiring
Boss's daughter called, she wants him home
the intern's mother phoned, she wants to know if he eats
Patient's name in the mock: he wants a call
the guest's microphone died, he asks for a new one
Mr Voss, the one from accounting, says our gate is stuck
Mrs Lang, who runs our canteen, says the oven is broken
Ms Ito, from the agency, says the banner is late
Mr Ott (tax adviser) says our books are late
Dr. Weiss, the company doctor, asks why nobody came
Mr Lund, the new neighbour, complains that our vans are loud
Vera in Lisbon still gets our invites although she left
Cole & Partners say the second draft was fine when they read it
The movers say the box was open when they got it
The Celtics cancelled the order of play, they say it rains
The Browns cancelled dinner, they say the kids are sick
Phone number: "0800 123 456" is the new one
two calls today: "standup" and "retro"
five messages from the bot, all the same: "build failed on main"
Customer survey: never sent, it's still a draft
Customer journey: too long, cut two steps
Parent company: they want our numbers by noon
Reader survey: 40 answers, they love it
Guest wifi: password is wrong on the card
Member login: broken on staging
Visitor parking: full, they use the street
User story: as a user I can't reset my password, she said it's too short
Passenger list: two names are missing
an angry call from the tax office, our filing is late
an angry mail from my neighbour, our dog barks
Somebody phoned from Birch Legal. Still no signature
They phoned from the garage. Still no parts, my car stays there
caller of the function, says the trace, never closes the file
guest editor just now, asks why the page is late
the folks who rented us the booth want it back by six
The hotel next to the office rents us two rooms and says the wifi is slow
Our Silver sponsor Kolbe Druck wants a bigger logo
Our print supplier Osprey needs the maps by Monday
the fake customer Bob Smith wants to cancel, see fixture
Customer's view: too many tabs, he said in the design review
Customer's name is Brother, she wants it fixed in the CRM
Mr Farouk, the new driver, complains that his van is dirty
Mr Farouk, my landlord, complains that our bikes block the hall
Mrs Adams, the fire marshal, wants to know who propped the door
Ms Vega, the speaker, wants a clicker
Mr Blum, our supplier for caps, says the blue ones are late
Ms Stein (candidate) asked why we need two rounds
Mrs Ode (works council) says our shifts are too long
Elena from Casa Blu still gets our love
Elena from support still gets our alerts but she cancelled her pager
Hill & Moor say the film was dull when they saw it
The Beckhams cancelled their booking, says the tabloid
The Browns cancelled their appointment with the bank, they say it's personal, we babysit
Our dealers can't deliver the new model before May
Our sellers say prices will rise
The reporter called about a photo of the founder
A journalist asked for a comment on the strike
The customer moved the demo to Friday
During my student days I had a phone company that billed me twice, we sued
When I was a kid I broke my neighbour's window and paid for it
The mayor, Mrs Lopez, wants to open the fair
our mentor, Mr Chen, said that we charge too little
""".strip().splitlines()


@pytest.mark.parametrize("text", OTHERS)
def test_who_sells_to_us_or_works_here_is_no_client(text: str) -> None:
    assert not is_mention(text)
