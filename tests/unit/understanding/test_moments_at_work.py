"""Moments as they stand in messages at work, and more that is none."""

from __future__ import annotations

from bot.understanding.english.time_phrases import TRIGGER
from bot.understanding.english.time_words import RELATIVE_DAYS, WEEKDAYS
from tests.unit.understanding.moment_tables import NONE, cases, wrong

SAID = """
this May | Sat 1 May 2027 09:00
this may | Sat 1 May 2027 09:00
out for the rest of the week, but I will call you early next week | Fri 20 Nov 17:00
I'm out this week, but will answer by Monday | Mon 23 Nov 17:00
rest of the day | Wed 18 Nov 17:00
lunch tomorrow at 12:30 | Thu 19 Nov 12:30
you'll get it by close of business Thursday | Thu 19 Nov 17:00
let's say Thursday 11am | Thu 19 Nov 11:00
I can have that ready for the end of the week | Fri 20 Nov 17:00
pencil me in for Thursday, 3:30 | Thu 19 Nov 15:30
should be sorted by mid-afternoon tomorrow | Thu 19 Nov 15:00
will revert by 6pm today | Wed 18 Nov 18:00
I'll circle back early next week | Mon 23 Nov 09:00
we're aiming for the first week of January | Fri 1 Jan 2027 09:00
realistically it's going to be end of next month | Thu 31 Dec 17:00
ETA end of day Friday | Fri 20 Nov 17:00
give me till Friday | Fri 20 Nov 17:00
she has been waiting since Monday, I'll call her tomorrow | Thu 19 Nov 17:00
broken since last Friday, I'll have it fixed by noon | Wed 18 Nov 12:00
I'll do it today since tomorrow is a holiday | Wed 18 Nov 17:00
I'll send it by wendesday | Wed 18 Nov 17:00
I'll call her on thrusday at 9 | Thu 19 Nov 09:00
due firday | Fri 20 Nov 17:00
give me until noon | Wed 18 Nov 12:00
I have until the 27th | Fri 27 Nov 17:00
not today but tomorrow | Thu 19 Nov 17:00
by tomorrow lunchtime | Thu 19 Nov 13:00
by lunchtime tomorrow | Thu 19 Nov 13:00
by Monday lunch | Mon 23 Nov 13:00
sometime Thursday afternoon | Thu 19 Nov 12:00
sometime on Thursday | Thu 19 Nov 17:00
Thursday evening, 7ish | Thu 19 Nov 19:00
at 2 on Thursday | Thu 19 Nov 14:00
at two on Thursday | Thu 19 Nov 14:00
two o'clock Thursday | Thu 19 Nov 14:00
two thirty on Thursday | Thu 19 Nov 14:30
at 14.30 on Thursday | Thu 19 Nov 14:30
Thursday at 1430 | Thu 19 Nov 14:30
Thursday 2.30pm | Thu 19 Nov 14:30
Thursday @ 2:30PM EST | Thu 19 Nov 14:30
the end of business on Thursday | Thu 19 Nov 17:00
before start of business on Thursday | Thu 19 Nov 09:00
in the next business day | Thu 19 Nov 17:00
within the next business day | Thu 19 Nov 17:00
within 1-2 business days | Fri 20 Nov 17:00
in the next two business days | Fri 20 Nov 17:00
the next couple of days | Fri 20 Nov 17:00
in the next couple of weeks | Wed 2 Dec 17:00
2 days from tomorrow | Sat 21 Nov 17:00
two business days after Thanksgiving | Mon 30 Nov 17:00
the Friday before Christmas | Fri 18 Dec 17:00
the Tuesday after next | Tue 1 Dec 17:00
Tuesday in a week | Tue 1 Dec 17:00
a week on Tuesday | Tue 1 Dec 17:00
Tuesday the week after next | Tue 1 Dec 17:00
the last day of next month | Thu 31 Dec 17:00
the first day of next week | Mon 23 Nov 17:00
last thing Friday | Fri 20 Nov 17:00
by the middle of December | Tue 15 Dec 17:00
by mid-Dec | Tue 15 Dec 17:00
mid-next week | Wed 25 Nov 17:00
in the middle of next week | Wed 25 Nov 17:00
beginning of December | Tue 1 Dec 09:00
start of Q1 | Fri 1 Jan 2027 09:00
early Q1 | Fri 1 Jan 2027 09:00
mid Q1 | Mon 15 Feb 2027
end of Q1'27 | Wed 31 Mar 2027 17:00
December, the 9th | Wed 9 Dec 17:00
9th December at 9 | Wed 9 Dec 09:00
09.12. 9:00 | Wed 9 Dec 09:00
9.12.2026, 9 am | Wed 9 Dec 09:00
Wed. Dec. 9th at 9 a.m. | Wed 9 Dec 09:00
2026-12-09 9am PT | Wed 9 Dec 12:00
2026-12-09T09:00-08:00 | Wed 9 Dec 12:00
12/9/2026 9:00:00 AM | Wed 9 Dec 09:00
Dec/9/2026 | Wed 9 Dec 17:00
Dec-9-2026 | Wed 9 Dec 17:00
9-12-2026 | Sat 12 Sep
Wednesday, the ninth of December | Wed 9 Dec 17:00
December 9 through December 11 | Wed 9 Dec 17:00
Dec 9th-11th | Wed 9 Dec 17:00
9th or 10th of December | Wed 9 Dec 17:00
between the 9th and the 11th of December | Wed 9 Dec 17:00
from the 9th of December | Wed 9 Dec 17:00
as of Dec 9 | Wed 9 Dec 17:00
up to Dec 9 | Wed 9 Dec 17:00
up until Dec 9 | Wed 9 Dec 17:00
one minute past midnight | Thu 19 Nov 00:01
at midnight tonight | Thu 19 Nov 00:00
at noon today | Wed 18 Nov 12:00
at noon sharp | Wed 18 Nov 12:00
before noon | Wed 18 Nov 12:00
right before noon | Wed 18 Nov 12:00
shortly before noon | Wed 18 Nov 12:00
just after 3pm | Wed 18 Nov 15:00
shortly after 3 | Wed 18 Nov 15:00
no later than 3pm Thursday | Thu 19 Nov 15:00
Thursday, no later than 3pm | Thu 19 Nov 15:00
latest 3pm | Wed 18 Nov 15:00
3pm at the very latest | Wed 18 Nov 15:00
from 3pm | Wed 18 Nov 15:00
from 3pm onwards | Wed 18 Nov 15:00
3pm onwards | Wed 18 Nov 15:00
3 - 3:30 pm | Wed 18 Nov 15:00
3-3:30 | Wed 18 Nov 15:00
15-16h | Wed 18 Nov 15:00
15h-16h | Wed 18 Nov 15:00
between 3 and half past 3 | Wed 18 Nov 15:00
Thursday from 11 to 12 | Thu 19 Nov 11:00
in 5 | none
in five | none
in ten minutes' time | Wed 18 Nov 10:10
in a min | none
in 1 min | Wed 18 Nov 10:01
in 2-3 hours | Wed 18 Nov 13:00
in under 2 hours | Wed 18 Nov 12:00
in roughly 2 hours | Wed 18 Nov 12:00
in a good hour | Wed 18 Nov 11:00
in half a day | Wed 18 Nov 22:00
in a day | Thu 19 Nov 17:00
in one day | Thu 19 Nov 17:00
in one week's time | Wed 25 Nov 17:00
in eight weeks | Wed 13 Jan 2027 17:00
in 6 weeks' time | Wed 30 Dec 17:00
a couple of weeks from now | Wed 2 Dec 17:00
three days hence | Sat 21 Nov 17:00
90 minutes from now | Wed 18 Nov 11:30
72h from now | Sat 21 Nov 10:00
in 1 week and 2 days | Fri 27 Nov 17:00
in a year and a half | Thu 18 May 2028 17:00
5pm Paris | Wed 18 Nov 11:00
5pm Paris time tomorrow | Thu 19 Nov 11:00
17:00 in Paris tomorrow | Thu 19 Nov 11:00
17h00 Paris time | Wed 18 Nov 11:00
5 PM (Paris) tomorrow | Thu 19 Nov 11:00
noon GMT | Thu 19 Nov 07:00
9am GMT tomorrow | Thu 19 Nov 04:00
9:00 EET tomorrow | Thu 19 Nov 02:00
at 9 PT tomorrow | Thu 19 Nov 12:00
tomorrow 9 PT | Thu 19 Nov 12:00
by tomorrow 9am PST/noon EST | Thu 19 Nov 12:00
COB tomorrow Pacific | Thu 19 Nov 20:00
COB tomorrow, Pacific time | Thu 19 Nov 20:00
EOD my time | Wed 18 Nov 17:00
EOD tomorrow (PT) | Thu 19 Nov 20:00
Friday EOD your time | Fri 20 Nov 17:00
by Friday 12:00 noon | Fri 20 Nov 12:00
Friday at 12 | Fri 20 Nov 12:00
Friday at 8 | Fri 20 Nov 08:00
Friday at 7 | Fri 20 Nov
this Friday at noon | Fri 20 Nov 12:00
next Friday at noon | Fri 27 Nov 12:00
noon next Friday | Fri 27 Nov 12:00
Friday morning at 9 | Fri 20 Nov 09:00
Friday 9 in the morning | Fri 20 Nov 09:00
early Friday morning | Fri 20 Nov 09:00
late Friday afternoon | Fri 20 Nov 15:00
later on Friday | Fri 20 Nov 17:00
Fri AM | Fri 20 Nov 09:00
Fri pm | Fri 20 Nov 12:00
by Fri am | Fri 20 Nov 12:00
Black Friday at noon | Fri 27 Nov 12:00
week 50 | Mon 7 Dec 09:00
wk 50 | Mon 7 Dec 09:00
by EOW next week | Fri 27 Nov 17:00
EOW next week | Fri 27 Nov 17:00
end of week 50 | Fri 11 Dec 17:00
EOM at the latest | Mon 30 Nov 17:00
end of month latest | Mon 30 Nov 17:00
before month's end | Mon 30 Nov 17:00
before EOM | Mon 30 Nov 17:00
before the 1st of December | Mon 30 Nov 17:00
by year's end | Thu 31 Dec 17:00
this side of Christmas | none
after New Year | Fri 1 Jan 2027
three Fridays from now | Fri 4 Dec 17:00
"""
TRAPS = """
the first thing I have to do is close this
the first thing is the budget
both happened at the same time
this time we were right
join you for lunch
a ride some Saturday
at 2.7 MM
back in the days
trends of the past years
the rest of us
this may have happened before
this may take a while
I may be late
Marching band
the May release
call 3-1-1
a 5 to 1 ratio
6 to 8 people
top 10
10 out of 12
chapter 11
section 5.12
in v5.12
build 1204
sprint 12
Q: is it ok?
it's a 10/10
rated 4/5
3/4 inch
12 oz
7up
route 66
catch-22
channel 5
level 2
tier 1 support
phase 2
day 2 operations
second-hand
third-party
first class
two factor
zero day
one-time password
one time only
half price
quarterly results
annual report
the year we met
the day before
the week was long
last minute change
minute details
hour-long call
long weekend
sun microsystems
in sec
sat nav
tomorrowland
yesterday's news
at the moment
for the moment
in a while
once in a while
while at it
until they call
before you go
after you
since you asked
in 4 of 5 cases
by 5 euros
at 9.99 each
at 2x speed
5 at most
at least 3
up to 10
no more than 5
less than 2
over 30 countries
24 hours support
24h service
8-hour shift
9-to-5 job
working 9 to 5
open 8-18
we are 5
number 17
flight 1730
gate B12
A380
5'10"
6 ft
30 C
1,000
10,000 users
1.000,50
3.14159
2^10
x = 12
#12
12)
(12)
[12]
1st
2nd
"""
ROWS = cases(SAID, "2026-11-18T10:00", "America/New_York") + cases(
    "\n".join(f"{text} | {NONE}" for text in TRAPS.split("\n") if text), "2026-11-18T10:00", "America/New_York"
)


def test_moments_in_messages_at_work() -> None:
    assert wrong(ROWS) == []


def test_every_name_of_a_day_is_seen_at_the_first_look() -> None:
    assert [word for word in (*WEEKDAYS, *RELATIVE_DAYS) if not TRIGGER.search(f"by {word}")] == []
