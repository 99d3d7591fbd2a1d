"""Promises that are offered, owed or said by the way, in few words; and look-alikes of each."""

from __future__ import annotations

import pytest

from bot.understanding.english.promise_words import MAY_PROMISE
from bot.understanding.promises import Setting, judge, read_promise
from tests.unit.understanding.written import judged, lines, names_moment

PROMISES = {
    "offered": """
I'd be glad to come by on Monday and measure the stairs.
Happy to drop in on Thursday and show the nurses the new lamp
I'd be happy to drive over to them and talk to the chef
I'd be willing to go round there and speak to the neighbours
I don't mind doing the Saturday stall
I don't mind calling the landlord
I could write the letter to the parents if you like
I could ring the lab if that helps
I can ask my cousin at the customs office about the crate
yeah I can call my contact at the brewery and see
I can ask my vet whether she stocks the drops
I can call my old boss at the mill for you
I take it upon myself to tell the neighbours.
""",
    "without a subject": """
sorry was in surgery, calling her right after lunch
soz was on the tram, replying to them after standup
I've got Frau Dr. Kessel's complaint about the crown, will reply once the lab has looked
Quick update: I credited her the tasting and will mail her the new date today
Small win: we found her ring and will courier it to her tomorrow
""",
    "in the plain present": """
ok i do the answer
k, I take the call
okidoki I do the letter
Ja, I send her the plan until Thursday
jo I write the answer until noon
""",
    "owed": """
I still owe Mr Baptiste a price and will send it tonight
still on this: we owe them a plan and I'll write it up by Monday
""",
    "what they will have": """
I'm collecting the X-rays and you'll get them this evening.
You will receive the drawings in the course of next week.
You'll have your deposit back this week.
""",
    "with an address in between": """
What I'll do, Mr. Osei, is book you on the later tour and text you the code.
What I can do, madam, is send you a replacement key today.
Now what we'll do, Dr Lindholm, is swap the unit tomorrow.
What we can do, Mrs Brandt, is send a mechanic over tonight.
""",
    "for what is theirs": """
I'll upgrade your cabin at no cost.
I'll have a plumber at hers by nine
I'll make sure Mrs Ode has a ground floor room when she checks in
I will see to it that the piano is tuned when your choir comes.
""",
    "with a word behind it": """
I'll send the map by Friday, said so to Ines too
We'll ship the looms on Friday, according to plan
Just off the phone with the abbey, promised them a plan for the 14th
I'll call the mill, say around four
""",
    "beside idle talk": """
I'll take two of her complaints, you take the rest
I'll be with you on Tuesday at ten
if that doesn't work I'll call the supplier for you
Our terms say two weeks but I'll refund her today
I'll check my settings and get back to you
""",
}
LOOK_ALIKES = {
    "said by somebody behind it": """
They'll have it by Friday, says the carrier
she'll get it tomorrow, says the man at the depot
You'll have it on Monday, according to the mill
we'll get the keys on Monday, claims the landlord
"we will call you back", says the recording
""",
    "offered": """
I don't mind waiting
I don't mind doing the dishes
I don't mind calling it a day
I'd be glad to go home
I'd be happy to come in late on Monday
we'd be glad to come to your wedding in June
I could draft it but Beth is better at this
I can ask my doctor about my knee
I can ask my brother for my old skis
I can call my bank from the app
I can talk to my neighbour with my window open
I could send it if I had the file
she doesn't mind doing the rota
I take it you have told them.
""",
    "in the plain present": """
i do the dishes
I do the reply every Monday
I work until tomorrow noon
I take the train until Friday
""",
    "of others": """
he was at the dentist, answering him is pointless
Note: he refunded her and will send the card tomorrow
Sofia will take over from me on Monday
Frau Adler, who will take over from us in June, is very kind
""",
    "owed to oneself": """
I owe him a beer
I still owe her money
""",
    "what one will have": """
You'll get wet this evening, take a coat.
You'll get the best view this evening from the pier.
You'll get it eventually.
You'll get there in an hour by train.
You'll get your results from the hospital this week.
""",
    "on the phone": """
I'll be with you in a moment, the kettle is boiling.
I'll be right with you, one second.
I'll just repeat that back to you.
Let me read the number back to you.
let me repeat that
""",
    "talk": """
I'll bet it was crowded there.
I'll take three 🥐
i'll check my router, brb
I'll make sure I have a coat
""",
}
NO_PROMISES = """
Our policy says we'll reply in two working days
The contract states that we will deliver on the 1st
according to our terms we'll refund within 14 days
the brochure says we'll pick you up at the station
I will survive is playing in the canteen again
we will rock you is on the radio
if that fails i'll reboot the router
if it fails again I'll format the disk
What I'll do when I retire, Mr Osei, is none of your business.
"""


@pytest.mark.parametrize("text", lines(PROMISES))
def test_what_is_offered_or_owed_commits(text: str) -> None:
    assert MAY_PROMISE.search(text)
    assert judged(text).commits


@pytest.mark.parametrize("text", lines(LOOK_ALIKES))
def test_what_only_has_the_look_of_it_does_not(text: str) -> None:
    assert not judged(text).commits


@pytest.mark.parametrize("text", NO_PROMISES.strip().splitlines())
def test_what_papers_songs_and_conditions_say_promises_nothing(text: str) -> None:
    assert not read_promise(text, names_moment).is_promise


@pytest.mark.parametrize(
    "text",
    ["I was I was gonna say the same thing", "Right. Next point", "Oh, I'll bet it was loud.", "I", "i...", "uh so I"],
)
def test_agreement_and_guesses_promise_nothing_in_the_surest_talk_either(text: str) -> None:
    assert not judge(text, names_moment, Setting(0.999, False)).may_be_said


def test_what_is_tried_next_on_ones_own_promises_nothing_in_talk_either() -> None:
    assert not judge("if that doesn't work I'll reinstall the lot", names_moment, Setting(0.97, False)).may_be_said


def test_a_word_that_is_given_makes_an_act_firmer() -> None:
    plain, firm = judged("I'll find out why it broke"), judged("I promise you I'll find out why it broke")
    assert firm.weighing.total > plain.weighing.total
