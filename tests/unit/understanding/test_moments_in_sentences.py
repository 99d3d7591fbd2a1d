"""Bare hours and days in the middle of a sentence: where the clause goes on they are moments, before nouns counts."""

from __future__ import annotations

from bot.understanding import impossible_clock
from tests.unit.understanding.moment_tables import NONE, cases, wrong

HOURS_IN_CLAUSES = """
At 4 I'll call | Wed 18 Nov 16:00
at 4 ill call | Wed 18 Nov 16:00
By 5 we should have it | Wed 18 Nov 17:00
by 5 well have it | Wed 18 Nov 17:00
by 5 theyll have it | Wed 18 Nov 17:00
Around 3 he calls back | Wed 18 Nov 15:00
after 4 she's free | Wed 18 Nov 16:00
until 3 it's fine | Wed 18 Nov 15:00
before 4 you\u2019ll hear from me | Wed 18 Nov 16:00
On Friday at 3 I'll walk them through it | Fri 20 Nov 15:00
Tomorrow at 1 I'll walk them through it | Thu 19 Nov 13:00
tomorrow at five they ring us | Thu 19 Nov 17:00
no later than 4 we'll know | Wed 18 Nov 16:00
from 3 to 4 I'm with them | Wed 18 Nov 15:00
between 3 and 4 I'll try again | Wed 18 Nov 15:00
at 1430 I'm on with them | Wed 18 Nov 14:30
at half four he'll ring | Wed 18 Nov 16:30
by nine thirty she has it | Thu 19 Nov 09:30
I'll call at 4 about the invoice | Wed 18 Nov 16:00
I'll send it by 4 once it ships | Wed 18 Nov 16:00
I'll call her at 3 unless she writes | Wed 18 Nov 15:00
I'll do it at 4 from home | Wed 18 Nov 16:00
I'll be there at 3 via Zoom | Wed 18 Nov 15:00
at 4 ok? | Wed 18 Nov 16:00
by 4 lol | Wed 18 Nov 16:00
by 4 please | Wed 18 Nov 16:00
by 4 thanks | Wed 18 Nov 16:00
by 4 hopefully | Wed 18 Nov 16:00
by 4 \U0001f642 | Wed 18 Nov 16:00
call at 4 \u260e\ufe0f | Wed 18 Nov 16:00
call at 4 (Ana) | Wed 18 Nov 16:00
by 4\u2026 | Wed 18 Nov 16:00
by 4 \u2014 I promised | Wed 18 Nov 16:00
at 4 https://zoom.us/j/1 | Wed 18 Nov 16:00
by 5 the customer has it | Wed 18 Nov 17:00
by 5 my boss wants it | Wed 18 Nov 17:00
at 4 in our office | Wed 18 Nov 16:00
by 5 Ana sends it | Wed 18 Nov 17:00
By 5 Dana will have it | Wed 18 Nov 17:00
at 4 Priya's calling them | Wed 18 Nov 16:00
at 4 works for me | Wed 18 Nov 16:00
by 4 would be great | Wed 18 Nov 16:00
at 4 tmrw I'll call | Thu 19 Nov 16:00
@4 I'll call | Wed 18 Nov 16:00
at 4 with 3 people from their side | Wed 18 Nov 16:00
at 4 w/ the customer | Wed 18 Nov 16:00
at 4 regarding the refund | Wed 18 Nov 16:00
at 4 outside | Wed 18 Nov 16:00
by 4 provided she answers | Wed 18 Nov 16:00
by 4 <3 | Wed 18 Nov 16:00
by 4 <@U123> | Wed 18 Nov 16:00
by 4 #promise | Wed 18 Nov 16:00
by 4 & not later | Wed 18 Nov 16:00
at 4 or 5 I'll call | Wed 18 Nov 16:00
"""

DAYS_IN_CLAUSES = """
By the 30th I'll have it | Mon 30 Nov 17:00
by the 30th ill have it | Mon 30 Nov 17:00
On the 5th she'll tell us | Sat 5 Dec 17:00
On the 5th it ships | Sat 5 Dec 17:00
by the 25th they have it | Wed 25 Nov 17:00
by the 25th the customer has it | Wed 25 Nov 17:00
By the 25th Dana will have it | Wed 25 Nov 17:00
no later than the 25th we'll know | Wed 25 Nov 17:00
by the 25th thanks | Wed 25 Nov 17:00
by the 25th \U0001f642 | Wed 25 Nov 17:00
by the 25th once it ships | Wed 25 Nov 17:00
the call is moved to the 5th, thanks | Sat 5 Dec 17:00
they pushed it to the 5th | Sat 5 Dec 17:00
on Friday 27 she'll know | Fri 27 Nov 17:00
"""

COUNTS = """
at 4 people we stop
by 5 percent
before 3 customers complain
around 3 servers
at 5 dollars
by 10 points
by 5 out of 10 voters
at 4 of them I stopped
at 12 a piece
at 5 per seat
after 3 more tries they gave up
at 4 or 5 percent
by 5 to 10 points
at 10 and 12 percent
by 4 GB
around 3 Linux users it failed
at 12 MB it stops
CPU @ 2.00GHz (800MHz)
at 4.50 each
around 3 Ubuntu installs
after 2 (two) attempts
we grew by 12 and they did not
increase it by 3 so that it fits
off by 2 I think
at 16 he started coding
at 21 I moved out
around 2 they said so
on a scale from 1 to 10 I give it 7
between 1 and 10 I'd say 7
we won by 3 but they play on
around 10 I guess
at 4 & 6 weeks
at 4 (6) of them
after 11 it broke
before 8 they had another API
divide it by 4 or so
capped at 5 so far
priced at 12 for now
sold at 9 I think
at 5 times the speed
at 4 x the cost
by 3 orders of magnitude
from 5 it went to 9
more than 5 I think
less than 3 if possible
at one the end is flat
at 3 \u00b0C
by 4 % or so
on the 5th floor
on the 3rd attempt it worked
by the 2nd customer I was tired
"""

DOTTED = """
by 17.00 | Wed 18 Nov 17:00
until 17.30 I send it | Wed 18 Nov 17:30
before 17.00 | Wed 18 Nov 17:00
after 17.00 | Wed 18 Nov 17:00
I'll send it by 9.30 | Thu 19 Nov 09:30
no later than 16.15 I'll call | Wed 18 Nov 16:15
after 1.4 they changed the API | none
after 2.10 it works | none
before 3.4 it broke | none
before 3.15 there was no API | none
until 1.9 it was fine | none
by 1.4 | none
by 12.05 | none
by 31.03. | Wed 31 Mar 2027 17:00
by 25.12 | Fri 25 Dec 17:00
"""

DOTTED_WHERE_DAYS_COME_FIRST = """
by 17.00 | Wed 18 Nov 17:00
by 1.4 | Thu 1 Apr 2027 17:00
by 12.05 | Wed 12 May 2027 17:00
until 15.04 | Thu 15 Apr 2027 17:00
after 1.4 they changed the API | none
until 1.9 it was fine | none
after 2.10 it works | none
"""

END_OF_THE_DAY = """
At the end of the day it's their money | none
At the end of the day, it's your call | none
at the end of the day its their money | none
but at the end of the day they pay the bills | none
Fine. At the end of the day we're all on one team | none
At the end of the day you decide | none
At the end of the day what counts is the contract | none
At the end of the day that's what they bought | none
At the end of the day I think they're right | none
I'll send it at the end of the day | Wed 18 Nov 17:00
At the end of the day I'll send it | Wed 18 Nov 17:00
At the end of the day, I'll send it | Wed 18 Nov 17:00
at the end of the day ill send it | Wed 18 Nov 17:00
At the end of the day we'll call them | Wed 18 Nov 17:00
At the end of the day they'll have it | Wed 18 Nov 17:00
At the end of the day they have it | Wed 18 Nov 17:00
At the end of the day we send them the report | Wed 18 Nov 17:00
At the end of the day it's due | Wed 18 Nov 17:00
By the end of the day it's done | Wed 18 Nov 17:00
At the end of the day on Friday it's done | Fri 20 Nov 17:00
I'll have it at the end of the day, it's nearly done | Wed 18 Nov 17:00
At the end of the day | Wed 18 Nov 17:00
"""

LETTERS = """
3p | Wed 18 Nov 15:00
3p. | Wed 18 Nov 15:00
3p-ish | Wed 18 Nov 15:00
by 3p | Wed 18 Nov 15:00
at 3p I'll call | Wed 18 Nov 15:00
@3p | Wed 18 Nov 15:00
around 3p | Wed 18 Nov 15:00
Friday 1p PT works | Fri 20 Nov 16:00
call Friday, 3p | Fri 20 Nov 15:00
call them 3p Friday | Fri 20 Nov 15:00
call them 3p on Friday | Fri 20 Nov 15:00
call them 12/5 3p | Sat 5 Dec 15:00
call them 9a to 5p | Thu 19 Nov 09:00
between 1p and 2p | Wed 18 Nov 13:00
call them 3p PT | Wed 18 Nov 18:00
Windows 11 22H2 breaks the driver | none
update to 23H2 | none
commit 4a5b6c broke it | none
flat 3a | none
gate 4a is closed | none
seat 12a. | none
room 5p | none
Appendix 2a | none
rule 4a or 5a | none
1p36 | none
"""

ADJECTIVES = """
3 am calls are the worst | none
9am meetings are evil | none
10:30 deploys are bad | none
Midnight blue looks better | none
the midnight release | none
midnight commander is fine | none
Noon Foods complained | none
9am meeting tomorrow, I'll bring it | Thu 19 Nov 09:00
noon call with Ana, I'll raise it | Wed 18 Nov 12:00
3pm suits me | Wed 18 Nov 15:00
3pm thanks | Wed 18 Nov 15:00
noon is fine | Wed 18 Nov 12:00
noon ET works | Wed 18 Nov 12:00
Noon your time works | Wed 18 Nov 12:00
by midnight customers get it | Thu 19 Nov 00:00
tomorrow noon Ana calls | Thu 19 Nov 12:00
Friday 9am calls | Fri 20 Nov 09:00
"""

SLOPPY = """
gimme 30m ill have it | Wed 18 Nov 10:30
gimme about 20 mins ok? | Wed 18 Nov 10:20
give me 30 min I'll have it | Wed 18 Nov 10:30
give me five minutes lol | Wed 18 Nov 10:05
gimme til 3 and I'll have it | Wed 18 Nov 15:00
give me 20 minutes of your time | none
gimme a sec | none
tonite ill reply | Wed 18 Nov 20:00
at 8 2nite | Wed 18 Nov 20:00
will do it tomoz | Thu 19 Nov 17:00
tomoz at 4 I'll call | Thu 19 Nov 16:00
"""

RELEASES_AND_NOW = """
upgrade to 2026.3.1 first | none
version 2026.3.1 breaks it | none
by 2026.12.1 | Tue 1 Dec 17:00
from 2026.11.20 to 2026.12.1 | Fri 20 Nov 17:00
The deadline is now. | Wed 18 Nov 10:00
now. | Wed 18 Nov 10:00
right now! | Wed 18 Nov 10:00
now what? | none
now. what | none
I wonder where it is right now. | none
potentially harmful as it is now | none
"""

WEDNESDAY = [
    row for table in (HOURS_IN_CLAUSES, DAYS_IN_CLAUSES) for row in cases(table, "2026-11-18T10:00", "America/New_York")
]
COUNTED = cases(
    "\n".join(f"{text} | {NONE}" for text in COUNTS.split("\n") if text), "2026-11-18T10:00", "America/New_York"
)


def test_an_hour_or_a_day_is_read_however_the_clause_goes_on() -> None:
    assert wrong(WEDNESDAY) == []


def test_a_number_that_counts_or_measures_is_no_hour_and_no_day() -> None:
    assert wrong(COUNTED) == []


def test_two_numbers_with_a_dot_are_an_hour_a_date_or_a_version() -> None:
    american = cases(DOTTED, "2026-11-18T10:00", "America/New_York")
    german = cases(DOTTED_WHERE_DAYS_COME_FIRST, "2026-11-18T10:00", "Europe/Berlin", "de-DE")
    assert wrong([*american, *german]) == []


def test_the_end_of_the_day_is_an_idiom_where_an_opinion_follows() -> None:
    assert wrong(cases(END_OF_THE_DAY, "2026-11-18T10:00", "America/New_York")) == []


def test_a_letter_behind_a_number_is_half_a_day_only_where_an_hour_is_asked_for_or_dated() -> None:
    assert wrong(cases(LETTERS, "2026-11-18T10:00", "America/New_York")) == []


def test_a_number_with_a_letter_that_is_no_hour_is_no_impossible_one() -> None:
    assert impossible_clock("flat 13a") == ""
    assert impossible_clock("by 13p") == "13p"


def test_a_clock_time_that_only_says_which_is_none() -> None:
    assert wrong(cases(ADJECTIVES, "2026-11-18T10:00", "America/New_York")) == []


def test_sloppy_spellings_are_read_like_careful_ones() -> None:
    assert wrong(cases(SLOPPY, "2026-11-18T10:00", "America/New_York")) == []


def test_a_release_named_after_its_day_is_none_and_now_may_end_with_a_stop() -> None:
    assert wrong(cases(RELEASES_AND_NOW, "2026-11-18T10:00", "America/New_York")) == []
