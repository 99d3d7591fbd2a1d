"""When a promise is due: not where the writer is till then, not the day that was given up, nor that of the thing."""

from __future__ import annotations

from time import perf_counter

from bot.understanding.due_clauses import LONGEST, corrected_afresh, wordings
from tests.unit.understanding.test_due_clauses import misread

KEPT_FROM_WORK = """
We've got the inspectors until Friday, so I'll mail the permit on Monday | Mon 23 Nov 17:00
I've got the kids until Saturday but I'll send the draft by Monday | Mon 23 Nov 17:00
I have jury duty Thursday, so I'll quote the roof on Friday | Fri 20 Nov 17:00
I'm in Lisbon Fri-Sat, so expect the rota on Monday, I'll send it | Mon 23 Nov 17:00
We're at the fair Thursday and Friday, so I'll post the lenses on Monday | Mon 23 Nov 17:00
I'm in court tomorrow, but I'll file it on Friday | Fri 20 Nov 17:00
I have to be in Leeds until Friday, so I'll do the roof on Saturday | Sat 21 Nov 17:00
I'll send the lens on Friday (tomorrow I'm out) | Fri 20 Nov 17:00
Today is impossible, I'll graft the roses tomorrow | Thu 19 Nov 17:00
I'll varnish it on Friday, tomorrow I'm off | Fri 20 Nov 17:00
"""
NOT_KEPT = """
I've got the quote nearly done, you'll have it Thursday | Thu 19 Nov 17:00
I have to send it by Friday, I'll do it | Fri 20 Nov 17:00
I've got the samples on Thursday and will post them | Thu 19 Nov 17:00
I've got time on Friday, I'll do it then and call on Monday | Fri 20 Nov 17:00
I'm at your place on Friday and I'll mend the tap then | Fri 20 Nov 17:00
Tomorrow is fine, I'll bring the rest on Friday | Thu 19 Nov 17:00
Tomorrow I'm in your street, I'll drop it off | Thu 19 Nov 17:00
We're on track for Friday, I'll send a note Monday | Fri 20 Nov 17:00
"""
THINGS = """
The wedding's on Friday, so I'll press the suit tomorrow | Thu 19 Nov 17:00
Grandma's birthday's Friday but I'll bake the cake tomorrow | Thu 19 Nov 17:00
Diwali's on Friday, but I'll ship the lamps tomorrow | Thu 19 Nov 17:00
It's on Friday, I'll print the programme tomorrow | Thu 19 Nov 17:00
I'll call the vicar about the christening (12 December) by Friday | Fri 20 Nov 17:00
I'll order the tent for the fair on 5 December by tomorrow | Thu 19 Nov 17:00
I'll book the hall for the gala (Dec 12) tomorrow | Thu 19 Nov 17:00
I'll answer about the hearing (Monday) tomorrow | Thu 19 Nov 17:00
I'll write to the club about the regatta, 5 December, by Friday | Fri 20 Nov 17:00
"""
NO_THINGS = """
The kiln's ready on Friday, I'll bring the mugs | Fri 20 Nov 17:00
The party's on Saturday, I'll be there | Sat 21 Nov 17:00
I'll send the seed order (3 December) | Thu 3 Dec 17:00
I'll send the seed order by Friday (20 November) | Fri 20 Nov 17:00
I'll send it on Monday (30 November) by noon | Mon 30 Nov 12:00
I'll send the deed on Monday, 30 November, by noon | Mon 30 Nov 12:00
I'll be in Rome on 3 December by noon | Thu 3 Dec 12:00
I'll post the sample (Thursday) and the report (Friday) | Thu 19 Nov 17:00
"""
HOURS = """
It's 11pm for you, so I'll call you in 20 minutes | Wed 18 Nov 10:20
It's 10 in the morning here, I'll have the proof in an hour | Wed 18 Nov 11:00
It's noon where she is, so I'll ring her in 30 minutes | Wed 18 Nov 10:30
It's 3pm then, I'll call you | Wed 18 Nov 15:00
It's 4pm on Friday, I'll send the invite | Fri 20 Nov 16:00
"""
GIVEN_UP = """
No more baking today, I'll do the tart tomorrow morning | Thu 19 Nov 09:00
No luck today - I'll try the supplier again tomorrow | Thu 19 Nov 17:00
Can't do it today, I'll do it tomorrow | Thu 19 Nov 17:00
I'm not working on Thursday, I'll sew it on Friday | Fri 20 Nov 17:00
There's no way I'll finish today, so I'll do it tomorrow | Thu 19 Nov 17:00
Won't manage the hedge today, tomorrow then, I'll do it | Thu 19 Nov 17:00
Rather than tomorrow, I'll bring the piano on Saturday | Sat 21 Nov 17:00
Instead of tomorrow I'll come on Friday | Fri 20 Nov 17:00
I'd planned to do it today, it'll be tomorrow | Thu 19 Nov 17:00
Not on Thursday, I'll do it on Friday | Fri 20 Nov 17:00
"""
NOT_GIVEN_UP = """
No problem, I'll send it today and the rest tomorrow | Wed 18 Nov 17:00
I won't be late, I'll bring it today at 3 | Wed 18 Nov 15:00
I won't leave until it's fixed today | Wed 18 Nov 17:00
I'll send it no later than Friday | Fri 20 Nov 17:00
Instead of the lamb, I'll bring the fish on Friday | Fri 20 Nov 17:00
Rather than wait I'll send it Thursday and the rest on Monday | Thu 19 Nov 17:00
I'll send it on Friday, I can't do it tomorrow | Fri 20 Nov 17:00
"""
WITH_A_REASON = """
I'll fit the door Thursday - no, Thursday's the funeral - Friday | Fri 20 Nov 17:00
I'll pick it up Friday, no wait, Friday I'm in court, Monday | Mon 23 Nov 17:00
I'll bring it on Thursday. Wait, Thursday is the rehearsal, so Saturday | Sat 21 Nov 17:00
I'll hem it tomorrow - wait, I've got the dentist tomorrow, so Friday | Fri 20 Nov 17:00
I'll plough on Friday, no, I can't Friday, Saturday | Sat 21 Nov 17:00
I'll repair your phone by Friday. No, Monday, sorry | Mon 23 Nov 17:00
I'll send the quote tomorrow. Scratch that, Friday | Fri 20 Nov 17:00
"""
WITHOUT_A_CORRECTION = """
I'll ship it tomorrow - tomorrow is the last day - promise | Thu 19 Nov 17:00
I'll ship it tomorrow. Friday is the fair | Thu 19 Nov 17:00
I'll repair your phone by Friday. Actually, no charge for it | Fri 20 Nov 17:00
I'll repair your phone by Friday. Sorry, Monday was my mistake | Fri 20 Nov 17:00
I'll repair your phone by Friday. Wait, Monday is a holiday | Fri 20 Nov 17:00
I'll do it tomorrow, sorry, I can't do Friday | Thu 19 Nov 17:00
"""


def test_what_keeps_the_writer_from_it_does_not_say_when_it_is_due() -> None:
    assert misread(KEPT_FROM_WORK) == []
    assert misread(NOT_KEPT) == []


def test_the_day_of_a_thing_is_not_the_day_of_the_promise() -> None:
    assert misread(THINGS) == []
    assert misread(NO_THINGS) == []


def test_what_the_clock_shows_is_not_when_it_is_due() -> None:
    assert misread(HOURS) == []


def test_a_day_that_was_given_up_is_not_the_one_that_counts() -> None:
    assert misread(GIVEN_UP) == []
    assert misread(NOT_GIVEN_UP) == []


def test_a_correction_may_give_its_reason_or_stand_in_the_next_sentence() -> None:
    assert misread(WITH_A_REASON) == []
    assert misread(WITHOUT_A_CORRECTION) == []


def test_the_work_on_asides_grows_with_the_length_of_a_text_at_most() -> None:
    def names_moment(words: str) -> bool:
        return "monday" in words.lower()

    for each in (
        "no, monday's x, ",
        "i've got a a a ",
        "x (3 May) by monday ",
        "i'm in a-b c ",
        "rather than monday ",
        "a.a's ",
    ):
        text = each * (LONGEST // len(each))
        begin = perf_counter()
        assert list(wordings(text, names_moment))
        corrected_afresh(text[:100], text * 20, names_moment)
        assert perf_counter() - begin < 0.2, each
