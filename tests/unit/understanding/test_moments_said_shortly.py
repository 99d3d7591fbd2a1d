"""Moments said in few words: a bare length, a dotted hour, the number of a day behind a verb, a week that is over."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

AFTER_WORK_ON_FRIDAY = """
Will sort this by end of week, promise | Fri 4 Dec 17:00
end of the week | Fri 4 Dec 17:00
by EOW | Fri 4 Dec 17:00
I'll do it this week | Fri 4 Dec 17:00
I'll fix the boiler later this week | Fri 4 Dec 17:00
by the end of this week | Fri 4 Dec 17:00
next week | Mon 30 Nov 09:00
by next week | Fri 4 Dec 17:00
end of next week | Fri 4 Dec 17:00
this weekend | Sat 28 Nov 09:00
by Friday | Fri 4 Dec 17:00
by tonight | Fri 27 Nov 23:59
end of the month | Mon 30 Nov 17:00
"""
ON_SUNDAY = """
this week | Fri 4 Dec 17:00
by the end of the week | Fri 4 Dec 17:00
I'll paint it this week | Fri 4 Dec 17:00
next week | Mon 30 Nov 09:00
"""
ON_FRIDAY_AT_WORK = """
by end of week | Fri 27 Nov 17:00
this week | Fri 27 Nov 17:00
"""
NUMBERED_DAYS = """
I'll ship it the 22nd | Sun 22 Nov 17:00
We'll pay it the 22nd | Sun 22 Nov 17:00
I'll ship it the 22nd, not the 15th | Sun 22 Nov 17:00
will Venmo on payday, the 31st | Thu 31 Dec 17:00
I'll deliver the cake the 28th | Sat 28 Nov 17:00
we will mow your lawn the 3rd. Ok? | Thu 3 Dec 17:00
I'm coming back Friday, the 27th | Fri 27 Nov 17:00
I'll take the 2nd | none
I'll see the 3rd one | none
I'll finish the 3rd chapter | none
I'll finish it, the 2nd is hard | none
he came the 3rd | none
this is the 5th, I think | none
I'll do the 1st and 2nd floors | none
"""
POST = """
Sir, I will call you post lunch | Wed 18 Nov 13:00
I'll ring him post lunch | Wed 18 Nov 13:00
we'll fix it post dinner | Wed 18 Nov 19:00
let me check and revert to you post lunch | Wed 18 Nov 13:00
can you post lunch menus | none
you post lunch pictures | none
will you post dinner | none
"""
LENGTHS = """
2h | Wed 18 Nov 12:00
2h! | Wed 18 Nov 12:00
30 mins | Wed 18 Nov 10:30
30m | Wed 18 Nov 10:30
an hour | Wed 18 Nov 11:00
half an hour | Wed 18 Nov 10:30
4 weeks | Wed 16 Dec 17:00
two days | Fri 20 Nov 17:00
14h | Wed 18 Nov 14:00
just 10 more minutes and it's yours | Wed 18 Nov 10:10
five more minutes and it's ready | Wed 18 Nov 10:05
only 2 more hours and they're done | Wed 18 Nov 12:00
it took 2h | none
the show is 2h long | none
I slept 4 weeks | none
10 more minutes of that and I scream | none
just 10 more minutes and he was gone | none
a second | none
a minute | none
"""
CHURCH = """
I'll look at it tomorrow after church, say 1ish | Thu 19 Nov 13:00
I'll do it tomorrow after school, around 4 | Thu 19 Nov 16:00
I'll do it Friday after the match, at 6pm | Fri 20 Nov 18:00
tomorrow after the dentist, about 3 | Thu 19 Nov 15:00
tomorrow after the dentist, about 3 people come | Thu 19 Nov 17:00
I'll fix it tomorrow after the call, roughly 4 hours of work | Thu 19 Nov 17:00
tomorrow after the standup, 11ish | Thu 19 Nov 11:00
"""
DOTTED = """
10.30 | Thu 11 Feb 10:30
14.00 | Wed 10 Feb 14:00
9.45 | Thu 11 Feb 09:45
3.11. | Wed 3 Nov 17:00
version 3.11 | none
24.12. | Fri 24 Dec 17:00
I'd give it 9.45 | none
"""
NOT_DOTTED = """
10.30 | none
14.00 | none
version 3.11 | none
"""


def test_once_the_work_of_the_week_is_done_its_end_is_that_of_the_next() -> None:
    assert wrong(cases(AFTER_WORK_ON_FRIDAY, "2026-11-27 18:40", "Europe/London", "en-GB")) == []
    assert wrong(cases(ON_SUNDAY, "2026-11-29 15:20", "Europe/Berlin", "de-DE")) == []
    assert wrong(cases(ON_FRIDAY_AT_WORK, "2026-11-27 16:40", "Europe/London", "en-GB")) == []


def test_a_numbered_day_behind_a_promise_is_due() -> None:
    assert wrong(cases(NUMBERED_DAYS, "2026-11-18 10:00", "America/New_York")) == []


def test_post_a_meal_is_after_it_where_a_verb_has_its_object() -> None:
    assert wrong(cases(POST, "2026-11-18 10:00", "America/New_York")) == []


def test_a_bare_length_is_a_distance() -> None:
    assert wrong(cases(LENGTHS, "2026-11-18 10:00", "America/New_York")) == []


def test_an_hour_goes_with_its_day_across_what_happens_before() -> None:
    assert wrong(cases(CHURCH, "2026-11-18 10:00", "America/New_York")) == []


def test_a_dotted_hour_alone_is_one_where_clocks_are_written_so() -> None:
    assert wrong(cases(DOTTED, "2027-02-10 13:37", "Europe/Berlin", "de-DE")) == []
    assert wrong(cases(NOT_DOTTED, "2026-11-18 10:00", "America/New_York")) == []
