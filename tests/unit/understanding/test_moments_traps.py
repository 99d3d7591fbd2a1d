"""What looks like a moment, and is none."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import NONE, cases, wrong

TRAPS = """
May I join the call?
May we ship it?
it may rain
that may be the reason
you may as well ask
you may 2 of you go
march on
we march to a different drum
marching orders
Mar the surface
April said she's fine with it
June and Julia are on the team
August is our designer
ask Jan about it
Jan will know
the second one
the first one is fine
the second of the two
first of all, thanks
first come, first served
at first sight
the third party tool
the 1st customer
our 3rd attempt
the 2nd floor
a 3rd time
the 5th element
1st, 2nd and 3rd place
one of three
two of us
part 2 of 3
page 3 of 10
step 4/5
3/4 of the users
1/3 done
a ratio of 3:1
16:9 video
4:3
odds are 10:1
we won 3:2
it's 50:50
version 3.11
v1.2
python 3.12
release 2.4.1
upgraded from 10.4 to 10.5
iOS 17.2
node 18
Windows 11
Ubuntu 22.04
24/7
24/7 support
9/11
$15
€12.50
15 EUR
5k users
2.5M rows
10x faster
15%
3 percent
20 people
12 monkeys
room 12
room 3.14
floor 5
building 7
gate 12
desk 42
table 4
line 12
line 12:5
row 3
port 8080
localhost:3000
port 1433 on 10.1.2.3
127.0.0.1:5432
HTTP 404
error 500
got a 502 at the proxy
code 2013
ISO 9001
ISO 27001
RFC 2616
EN 1090
GPT-4
iPhone 15
Model 3
Boeing 737
F-16
Q&A
PR 12
PR #1234
ticket 4711
JIRA-1234
ABC-12
case 20231
order 1700
SKU 12-05-22-7
+49 30 123456
(555) 123-4567
555-1234
call me at 555 0123
1-800-555-0199
ext. 2030
we sat down
she sat there
the sun is shining
sun exposure
we wed our ideas
mon ami
just a minute
give me a sec
one second please
wait a minute
a second opinion
second that
a minute later he left it at that
for 10 years
for a week
for two hours
it took 3 days
it takes 5 minutes
a 30 minute call
a two-day workshop
a 3 month contract
30 days notice
90-day trial
5 days a week
twice a week
once a month
8 hours a day
every day
every Monday
each week
on Mondays
Mondays are hard
on weekends
daily
weekly report
the weekly digest
monthly fee
yearly plan
a year's subscription
day to day
day by day
these days
one day we will
some day
the other day
back in the day
day one
daytime
nightly build
overnight shipping
good morning
good night
morning!
morning all
afternoon team
evening everyone
happy Friday
happy Monday everyone
have a nice weekend
enjoy the weekend
Happy New Year
merry Christmas
the Friday meeting
our Monday call
the morning shift
Friday's meeting was good
the end
in the end
end of story
end user
end to end
back end
dead end
half of it
half the team
half-baked
a quarter of the users
three quarters of them
quarter finals
he is 45 years old
a 10-year-old bug
aged 5
at 30 I was married
soon
later
see you later
sooner or later
ASAP
as soon as possible
at your earliest convenience
in due course
in due time
at some point
when I get to it
in no time
in time
on time
time to go
it's about time
this time it works
next time
last time
by the time I leave
by then
until now
up to now
by now
from now on
right now I can't
now we know
nowadays
in a bit
in a few minutes
in a few days
in the next few weeks
a few days
several weeks
in the near future
in the long run
long term
to date
up to date
out of date
date of birth
due to the outage
due diligence
by hand
by 10%
by 2 points
by a factor of 3
at 100%
at 80 degrees
in 3 steps
in 2 words
in 10 countries
within 5 meters
after 3 attempts
after the meeting
before the call
once it's done
over 9000
over 100 customers
around 40 of them
about 12 of us
from 10 to 20 users
between 5 and 10 people
2-3 options
1-2 sentences
10-15 people
A4 paper
B2B
24-inch monitor
5-star review
1 on 1
1:1 with Ana
two to one
one to one
one more thing
no one knows
one by one
number one
plan B
I have 3 kids
the last one
last but not least
last resort
next steps
next to me
next up
next please
early access
early bird
late fee
too late
better late than never
mid-size company
middleman
she has been waiting since Monday
the heating has been off since last Tuesday
since 9am nobody can log in
their store was down since 12 November
I am glad since tomorrow is a holiday
they have had no answer since the beginning of last week
by Lunar New Year
before Chinese New Year
Orthodox Easter

"""
ROWS = cases(
    "\n".join(f"{text} | {NONE}" for text in TRAPS.split("\n") if text), "2026-11-18T10:00", "America/New_York"
)


def test_what_is_no_moment() -> None:
    assert {row.expected for row in ROWS} == {NONE}
    assert wrong(ROWS) == []
