"""What is told of the past, or of what always happens, names no due moment; what is still to come does."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

PAST = """
It was Tuesday when the server died | none
It was on Monday that the roof gave in | none
Man United won 3-1 on Saturday | none
We lost 2-1 on Friday | none
the juniors drew 4-4 on Thursday | none
The clocks went back on Sunday | none
The meeting lasted until 6 | none
I slept until noon | none
we stayed until 11 | none
they waited till 5 | none
We met on Friday | none
The boss left on Friday | none
The server went down on Friday | none
my sister came on Monday and it rained | none
the plumber called on Tuesday | none
the oven broke down on Thursday | none
our landlord phoned on Monday at 9 | none
I sent it on Friday | none
the parcel arrived on Monday | none
Ana left at 5 | none
our vet retired on Friday | none
I dropped the keys off on Monday | none
the whole choir sang until 10 | none
the movers broke two chairs on Thursday | none
the florist came by on Monday | none
someone stole my bike on Saturday | none
we rowed until noon | none
Dad drove until 2 | none
the electrician called on Monday about the fuse | none
Grandma fell on Sunday and broke a hip | none
"""
TO_COME = """
what is left by Friday | Fri 20 Nov 17:00
what's left on Friday goes to Ana | Fri 20 Nov 17:00
whatever we left on Monday, I'll take | Mon 23 Nov 17:00
whoever is met on Friday gets a badge | Fri 20 Nov 17:00
it must be finished on Friday | Fri 20 Nov 17:00
it will be sent on Friday | Fri 20 Nov 17:00
I need it fixed on Friday | Fri 20 Nov 17:00
I have to get it delivered on Monday | Mon 23 Nov 17:00
they promised to call on Friday | Fri 20 Nov 17:00
they called to say it comes on Friday | Fri 20 Nov 17:00
she wanted it on Friday | Fri 20 Nov 17:00
I booked it on Friday for you | Fri 20 Nov 17:00
the demo was moved to Friday | Fri 20 Nov 17:00
they closed the road until 6 | Wed 18 Nov 18:00
I won't be back until 6 | Wed 18 Nov 18:00
I'll stay until 6 | Wed 18 Nov 18:00
I'll have it shipped on Friday | Fri 20 Nov 17:00
the goods get collected on Friday | Fri 20 Nov 17:00
we agreed on Friday | Fri 20 Nov 17:00
if I met you on Friday would that help | Fri 20 Nov 17:00
He said it was Friday when we deliver | Fri 20 Nov 17:00
the lamps that arrived on Monday are broken, I'll return them on Friday | Fri 20 Nov 17:00
I dropped the car off on Monday, will fetch it on Friday | Fri 20 Nov 17:00
The kids lost 4-0 on Sunday, rematch on Saturday | Sat 21 Nov 17:00
the seats sold on Friday are refundable, I'll check | Fri 20 Nov 17:00
I finished the draft, sending it on Friday | Fri 20 Nov 17:00
The crew arrived and will paint on Friday | Fri 20 Nov 17:00
We hired Tom, he starts on Monday | Mon 23 Nov 17:00
we tried, back to it on Monday | Mon 23 Nov 17:00
If they called on Friday I'd go | Fri 20 Nov 17:00
I want it painted on Friday | Fri 20 Nov 17:00
Get the van cleaned on Saturday | Sat 21 Nov 17:00
we rented the van until Friday | Fri 20 Nov 17:00
it must go by on Friday | Fri 20 Nov 17:00
I left it until Friday | Fri 20 Nov 17:00
she'd read it on Friday | Fri 20 Nov 17:00
Can we get that broken down on Friday | Fri 20 Nov 17:00
We play them at 3-1 odds on Saturday | Sat 21 Nov 17:00
We met, so I'll send it on Friday | Fri 20 Nov 17:00
Yesterday we met. On Friday I'll send it | Fri 20 Nov 17:00
Who won? 3-4 on Saturday is fine | Sat 21 Nov 15:00
"""
ALWAYS = """
The bus leaves hourly from 7 till 7 | none
the shuttle runs daily from 6 until 10 | none
He works the night shift, 10 pm to 6 am | none
she has the late shift, 2 pm to 10 pm | none
I work from 8 to 5 as a rule | none
we're open from 9 to 6 by default | none
7-Eleven closes at 11 on weeknights | none
the pool opens at 7 on weekdays | none
the clinic shuts at noon on school nights | none
The 9:15 was late again | none
The 9:15 is late again | none
the 8:02 never has seats | none
The 5pm crowd is always late | none
The 3pm slot is gone | none
the 7am class was full | none
our 6pm regulars love it | none
"""
ONCE = """
I'll take the 9:15 | Thu 19 Nov 09:15
the 3pm meeting is mine | Wed 18 Nov 15:00
is the 3pm slot free? I'll take it | Wed 18 Nov 15:00
I'm on the night shift, call you at 6 am | Thu 19 Nov 06:00
I work the night shift today, 10 pm to 6 am | Wed 18 Nov 22:00
I'll call at 11 on weekday terms | Wed 18 Nov 11:00
it runs hourly, I'll be there at 4 | Wed 18 Nov 16:00
I'll do it at 5pm as a favour | Wed 18 Nov 17:00
The 3pm deadline is firm | Wed 18 Nov 15:00
the 3pm works for me | Wed 18 Nov 15:00
"""


def test_what_has_happened_on_a_day_or_until_an_hour_is_not_due() -> None:
    assert wrong(cases(PAST, "2026-11-18 10:00", "America/New_York")) == []


def test_words_that_look_like_the_past_stand_beside_what_is_still_to_come() -> None:
    assert wrong(cases(TO_COME, "2026-11-18 10:00", "America/New_York")) == []


def test_what_always_happens_and_hours_that_only_name_are_not_due() -> None:
    assert wrong(cases(ALWAYS, "2026-11-18 10:00", "America/New_York")) == []


def test_hours_that_look_like_habits_and_names_are_due() -> None:
    assert wrong(cases(ONCE, "2026-11-18 10:00", "America/New_York")) == []
