"""Promises that say no "I will", and lines with the same look that promise nothing: what the rules alone make of them.

The models are trained with these rules' findings, so what is asked here is whether a shape commits, not the score.
"""

from __future__ import annotations

import pytest

from bot.understanding.english.promise_words import MAY_PROMISE
from tests.unit.understanding.written import judged, lines

PROMISES = {
    "in the plain present, with a moment": """
ok, I phone the bride tonight
We deliver the two chairs on Wednesday, no extra charge
Sorry about that, we send the missing keys tomorrow
@ana I bring the samples over on Monday
I send the deed tomorrow, call me then
""",
    "in the plain present, as the next step": """
I check the valve first, then I call the tenant
good, then I do the second one
as soon as the lab signs I mail him the results
Once the paint is dry I'm ringing the owner
I'm the one who calls the nursery on Friday
""",
    "of a thing that goes out": """
Her replacement goes out this afternoon
The corrected invoice leaves today
quote follows tomorrow
The credit note will be issued tomorrow
She gets her refund on Monday
""",
    "done by us": """
Your keys will be posted by us on Monday
The gutter will be inspected by our roofer on Thursday
will be couriered by us tomorrow
""",
    "offered": """
I can lend her my projector
I can show the choir round the tower
I can talk to the landlord about the boiler
I can send you the floor plan if that helps
I can ring the school after class if you like
I'd be glad to show your apprentices the workshop
Happy to proofread the brochure
""",
    "owned": """
The letter is on me
Contract part is on me
leave the two late parcels with me
mine, will answer before lunch
""",
    "without a verb": """
can do, before lunch
back to her in 20 min
kk will do tomorrow
""",
    "under way": """
Forwarding the contract.
Re-issuing the invoice
texting him about the keys
Putting them on the guest list
""",
    "of somebody who does it for us": """
I'm having a new door delivered from Lyon
We'll have the menu reprinted
I will have a driver at your door on Monday
I'll have the plaque engraved again
we're having the gate repainted for him
""",
    "told afterwards": """
Promised the bakery two new trays by Monday
Told the tenant that the plumber is booked and that we'd pay for the carpet
emailed him that it ships Monday and I'd waive the fee
""",
    "beside what cannot be": """
We can't come before May, but I'll see if our Basel branch has a slot
Ring us if the leak comes back and we'll send the plumber again
""",
    "written down as one's own": """
Action on me: ring the school before Thursday
next step for me: send the heirs the deed
My to-do: email the baker about the crates
Mr Adeyemi's on my list for this afternoon
the two valves are on my round for tomorrow
Count me in for writing the safety sheet
I will, by noon
ok, we will before Friday
""",
    "on it": """
I am on it and should know more by noon
thanks, I am on this now
ok. I am on that one
""",
    "of somebody's journey or meal, which one arranges": """
I'll book the train to Lyon for the three of us
we'll reserve dinner at the harbour
I'm going to cancel the bus
""",
    "in a hurry": """
il call the school
checkng with the bakery now
tell you what, I'll drop the keys off tonight
tell you what i'll i'll drop the keys off tonight
""",
    "where the customer is": """
I'll be at their farm on Tuesday with the vet's report
""",
}
LOOK_ALIKES = {
    "habits, and what one tells": """
I phone my mother every Sunday
We deliver on Tuesdays and Thursdays
When a guest complains I send a voucher
I run the backup, then I get a kernel panic
We open at 8 tomorrow
I fetch my son at three tomorrow
We pay suppliers within 30 days
I write invoices on Mondays, usually before lunch
once it boots I get an error
I put the two menus in a poll, vote by Wednesday
I set up a sheet, add your sizes by noon
We put the drafts in the folder, comments by Friday please
I post the list here, sign up by Monday
I'll take the train on Friday
we'll have lunch at noon
I am on this floor today
Action on me was lifted
next step for me: no idea
My part: small
the milk is on my list
count me in for beers
There's no way I'll pay for the scratch
no chance we'll take that back
I am on the train now
""",
    "schedules, and what others do": """
The magazine goes out on Thursdays
The concert will be held on Friday
Their letter goes out tomorrow
Our train leaves tomorrow at 8
The award will be presented by our competitor tomorrow
The results will be published on Monday
The parcel will be with you tomorrow
She gets her results from the lab on Monday
""",
    "glad without an offer": """
I'm happy to be back
Glad to have the weekend off
happy to answer any questions
glad to see the back of it
I was happy to show them the workshop
""",
    "what one is able to do": """
I can talk to the printer but it won't print
I can walk to the office from here
I can meet the deadline
I can see the parcel, it left on Monday
I can do Friday at 3
I can tell you that it hurts
""",
    "on others' account": """
Lunch is on me
the joke is on me
They leave the dog with me on Fridays
""",
    "without a verb": """
can do?
can do better
back to work tomorrow
back to them: they never answered
""",
    "under way": """
Asking them was a mistake
I am writing to apply for the teaching post
Sending mails is broken again
I'm having my car repaired
I'm having trouble with the parcels being sent
I'll have limited access to mail
""",
    "told": """
promised myself a quiet week
Promised features are still missing
He promised me a call by Friday
We promised her way too much
She wrote that the plan is fine and that she'd call us
I give you my word that we did not open that parcel
""",
    "words for others": """
Just tell them that we'll think of something
you can tell him we'll look at it
tell them we'll see
""",
    "of oneself": """
I'll never forget what you did for my son
I'm going to toss this laptop out of the window
I'll frame that and hang it above my bed
I plan to move to Lisbon in May
We will meet at the gate at 7
We'll see if anybody comes
I'll join the standup in 10
I could do with a second monitor
il barbiere di siviglia
""",
}
OWN_STEPS = """
gonna try the beta driver
let me try the other cable
will try that
I'll give it a try
today: going to finish the layout
"""


@pytest.mark.parametrize("text", lines(PROMISES))
def test_a_shape_without_i_will_commits(text: str) -> None:
    assert MAY_PROMISE.search(text)
    assert judged(text).commits


@pytest.mark.parametrize("text", lines(LOOK_ALIKES))
def test_what_only_has_the_look_of_it_does_not(text: str) -> None:
    assert not judged(text).commits


@pytest.mark.parametrize("text", OWN_STEPS.strip().splitlines())
def test_an_own_next_step_that_nobody_waits_for_weighs_less_than_it_needs(text: str) -> None:
    assert judged(text).weighing.total < 0


def test_a_condition_in_form_only_takes_nothing_back() -> None:
    plain, polite = judged("I can send you the plan"), judged("I can send you the plan if that helps")
    assert plain.weighing.total == polite.weighing.total
    assert judged("I can send you the plan if they agree").weighing.total < plain.weighing.total
