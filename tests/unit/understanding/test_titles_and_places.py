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
""".strip().splitlines()


@pytest.mark.parametrize("text", OTHERS)
def test_who_sells_to_us_or_works_here_is_no_client(text: str) -> None:
    assert not is_mention(text)
