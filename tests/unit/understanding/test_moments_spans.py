"""Weeks, months, quarters and years, and distances from now."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

PERIODS = """
this week | Fri 20 Nov 17:00
sometime this week | Fri 20 Nov 17:00
by the end of this week | Fri 20 Nov 17:00
by week's end | Fri 20 Nov 17:00
before the week is out | Fri 20 Nov 17:00
end of the week | Fri 20 Nov 17:00
end of week latest | Fri 20 Nov 17:00
EOW at the latest | Fri 20 Nov 17:00
late this week | Fri 20 Nov 17:00
sometime next week | Mon 23 Nov 09:00
the following week | Mon 23 Nov 09:00
next wk | Mon 23 Nov 09:00
at the start of next week | Mon 23 Nov 09:00
beginning of next week | Mon 23 Nov 09:00
by the start of next week | Mon 23 Nov 09:00
by the middle of next week | Wed 25 Nov 17:00
mid next week | Wed 25 Nov 17:00
late next week | Thu 26 Nov 09:00
by late next week | Fri 27 Nov 17:00
end of nxt week | Fri 27 Nov 17:00
by the end of the coming week | Fri 27 Nov 17:00
the week after next | Mon 30 Nov 09:00
by the week after next | Fri 4 Dec 17:00
end of the week after next | Fri 4 Dec 17:00
the week of December 7 | Mon 7 Dec 09:00
the week of the 7th | Mon 7 Dec 09:00
the week commencing 7 December | Mon 7 Dec 09:00
w/c 7 December | Mon 7 Dec 09:00
by the week of Dec 7 | Fri 11 Dec 17:00
this weekend | Sat 21 Nov 09:00
over the weekend | Sat 21 Nov 09:00
at the weekend | Sat 21 Nov 09:00
on the weekend | Sat 21 Nov 09:00
by the weekend | Fri 20 Nov 17:00
before the weekend | Fri 20 Nov 17:00
next weekend | Sat 28 Nov 09:00
by the end of the weekend | Sun 22 Nov 17:00
after the weekend | Mon 23 Nov 09:00
this month | Mon 30 Nov 17:00
later this month | Mon 30 Nov 17:00
by month end | Mon 30 Nov 17:00
month-end | Mon 30 Nov 17:00
by the end of the month | Mon 30 Nov 17:00
before the month is out | Mon 30 Nov 17:00
towards the end of the month | Mon 30 Nov 17:00
next month | Tue 1 Dec 09:00
early next month | Tue 1 Dec 09:00
beginning of next month | Tue 1 Dec 09:00
by the beginning of next month | Tue 1 Dec 09:00
by mid next month | Tue 15 Dec 17:00
mid-month | Tue 15 Dec 17:00
by the end of next month | Thu 31 Dec 17:00
EOM December | Thu 31 Dec 17:00
in December | Tue 1 Dec 09:00
by December | Thu 31 Dec 17:00
before December | Mon 30 Nov 17:00
early December | Tue 1 Dec 09:00
mid December | Tue 15 Dec 17:00
late December | Tue 22 Dec 09:00
end of Dec | Thu 31 Dec 17:00
by end Dec | Thu 31 Dec 17:00
end December | Thu 31 Dec 17:00
December 2026 | Tue 1 Dec 09:00
sometime in January | Fri 1 Jan 2027 09:00
by late January | Fri 29 Jan 2027 17:00
the first half of December | Tue 1 Dec 09:00
by the first half of December | Tue 15 Dec 17:00
the second half of January | Sat 16 Jan 2027 09:00
the first week of December | Tue 1 Dec 09:00
in the second week of December | Mon 7 Dec 09:00
the last week of December | Mon 28 Dec 09:00
by the first week of next month | Fri 4 Dec 17:00
the last day of November | Mon 30 Nov 17:00
last working day of the month | Mon 30 Nov 17:00
the last business day of the year | Thu 31 Dec 17:00
the first business day of December | Tue 1 Dec 17:00
first working day of next month | Tue 1 Dec 17:00
the first Monday of next month | Mon 7 Dec 17:00
the third Thursday in December | Thu 17 Dec 17:00
last Friday in December | Fri 25 Dec 17:00
second Tuesday of January 2027 | Tue 12 Jan 2027 17:00
the 2nd Tuesday of January | Tue 12 Jan 2027 17:00
the last Friday of next month | Fri 25 Dec 17:00
the last Monday of this month | Mon 30 Nov 17:00
this quarter | Thu 31 Dec 17:00
by quarter end | Thu 31 Dec 17:00
by the end of the quarter | Thu 31 Dec 17:00
next quarter | Fri 1 Jan 2027 09:00
early next quarter | Fri 1 Jan 2027 09:00
by the end of next quarter | Wed 31 Mar 2027 17:00
Q3 | Thu 1 Jul 2027 09:00
in Q3 | Thu 1 Jul 2027 09:00
in Q1 2027 | Fri 1 Jan 2027 09:00
Q1'27 | Fri 1 Jan 2027 09:00
by Q1 | Wed 31 Mar 2027 17:00
by end of Q1 | Wed 31 Mar 2027 17:00
by the end of Q1 2027 | Wed 31 Mar 2027 17:00
the second quarter of 2027 | Thu 1 Apr 2027 09:00
H1 2027 | Fri 1 Jan 2027 09:00
by H1 2027 | Wed 30 Jun 2027 17:00
by the end of H1 | Wed 30 Jun 2027 17:00
in the first half of next year | Fri 1 Jan 2027 09:00
this year | Thu 31 Dec 17:00
by year end | Thu 31 Dec 17:00
by the end of 2026 | Thu 31 Dec 17:00
before the end of the year | Thu 31 Dec 17:00
before the year is out | Thu 31 Dec 17:00
next year | Fri 1 Jan 2027 09:00
early next year | Fri 1 Jan 2027 09:00
by the end of next year | Fri 31 Dec 2027 17:00
last week | Fri 13 Nov
last month | Fri 30 Oct
Mon-Wed | Mon 23 Nov 17:00
Mon to Wed | Mon 23 Nov 17:00
between Monday and Wednesday | Mon 23 Nov 17:00
from Monday to Wednesday | Mon 23 Nov 17:00
Dec 7-11 | Mon 7 Dec 17:00
7-11 December | Mon 7 Dec 17:00
7 Dec - 11 Dec | Mon 7 Dec 17:00
December 7 through 11 | Mon 7 Dec 17:00
from the 7th to the 11th | Mon 7 Dec 17:00
between Dec 7 and Dec 11 | Mon 7 Dec 17:00
12/7 - 12/11 | Mon 7 Dec 17:00
"""

DISTANCES = """
2 weeks from now | Wed 2 Dec 17:00
in 2 weeks' time | Wed 2 Dec 17:00
in two weeks time | Wed 2 Dec 17:00
two weeks out | Wed 2 Dec 17:00
in an hour and a half | Wed 18 Nov 11:30
in 1.5 hours | Wed 18 Nov 11:30
in 1,5 hours | Wed 18 Nov 11:30
in one and a half hours | Wed 18 Nov 11:30
in 1h30 | Wed 18 Nov 11:30
in 1h 30m | Wed 18 Nov 11:30
in 1hr30min | Wed 18 Nov 11:30
in 90 mins | Wed 18 Nov 11:30
in ninety minutes | Wed 18 Nov 11:30
in two and a half hours | Wed 18 Nov 12:30
in 2 hours and 15 minutes | Wed 18 Nov 12:15
in 45m | Wed 18 Nov 10:45
in forty-five minutes | Wed 18 Nov 10:45
in three quarters of an hour | Wed 18 Nov 10:45
in a quarter of an hour | Wed 18 Nov 10:15
in a half hour | Wed 18 Nov 10:30
half an hour from now | Wed 18 Nov 10:30
in 10 to 15 minutes | Wed 18 Nov 10:15
in 10-15 min | Wed 18 Nov 10:15
in about 20 minutes | Wed 18 Nov 10:20
in like 20 minutes | Wed 18 Nov 10:20
in maybe 20 minutes | Wed 18 Nov 10:20
in ~20 min | Wed 18 Nov 10:20
in 20ish minutes | Wed 18 Nov 10:20
20 minutes from now | Wed 18 Nov 10:20
give me 20 minutes | Wed 18 Nov 10:20
give me an hour | Wed 18 Nov 11:00
give us two days | Fri 20 Nov 17:00
within 20 minutes | Wed 18 Nov 10:20
in under an hour | Wed 18 Nov 11:00
in less than an hour | Wed 18 Nov 11:00
in an hour or so | Wed 18 Nov 11:00
in an hour or two | Wed 18 Nov 12:00
in an hour's time | Wed 18 Nov 11:00
in the next hour | Wed 18 Nov 11:00
within the next hour | Wed 18 Nov 11:00
in the next hour or so | Wed 18 Nov 11:00
one hour from now | Wed 18 Nov 11:00
in 2 hrs | Wed 18 Nov 12:00
in a couple hours | Wed 18 Nov 12:00
a couple of hours from now | Wed 18 Nov 12:00
within 48 hours | Fri 20 Nov 10:00
within the next 48 hours | Fri 20 Nov 10:00
within 24h | Thu 19 Nov 10:00
in 24 hrs | Thu 19 Nov 10:00
in twenty-four hours | Thu 19 Nov 10:00
in 2d | Fri 20 Nov 17:00
in a couple of days | Fri 20 Nov 17:00
in a couple days | Fri 20 Nov 17:00
in the next couple of days | Fri 20 Nov 17:00
over the next two days | Fri 20 Nov 17:00
in a day or two | Fri 20 Nov 17:00
in the next day or two | Fri 20 Nov 17:00
in one or two days | Fri 20 Nov 17:00
in a day or so | Thu 19 Nov 17:00
in a week or so | Wed 25 Nov 17:00
in a week or two | Wed 2 Dec 17:00
in two or three days | Sat 21 Nov 17:00
within a day | Thu 19 Nov 17:00
within a week | Wed 25 Nov 17:00
within the next week | Wed 25 Nov 17:00
inside a week | Wed 25 Nov 17:00
in 3 wks | Wed 9 Dec 17:00
three weeks from today | Wed 9 Dec 17:00
a week from today | Wed 25 Nov 17:00
a week from tomorrow | Thu 26 Nov 17:00
a week from now | Wed 25 Nov 17:00
two days after tomorrow | Sat 21 Nov 17:00
a week after Monday | Mon 30 Nov 17:00
six weeks from Monday | Mon 4 Jan 2027 17:00
a fortnight from today | Wed 2 Dec 17:00
within a fortnight | Wed 2 Dec 17:00
in a month's time | Fri 18 Dec 17:00
a month from now | Fri 18 Dec 17:00
in six months | Tue 18 May 2027 17:00
in 18 months | Thu 18 May 2028 17:00
a year from now | Thu 18 Nov 2027 17:00
10 business days from now | Wed 2 Dec 17:00
in five working days | Wed 25 Nov 17:00
within one business day | Thu 19 Nov 17:00
within 1 working day | Thu 19 Nov 17:00
within 2-3 business days | Mon 23 Nov 17:00
in two to three working days | Mon 23 Nov 17:00
two business days from Monday | Wed 25 Nov 17:00
3 working days after Friday | Wed 25 Nov 17:00
in 4 business hours | Wed 18 Nov 14:00
in 10 working hours | Thu 19 Nov 12:00
in 3 days at noon | Sat 21 Nov 12:00
in 2 days at 3pm | Fri 20 Nov 15:00
2 days ago | Mon 16 Nov
three weeks ago | Wed 28 Oct
an hour ago | Wed 18 Nov 09:00
"""

SENTENCES = """
I'll send the quote over by Thursday, promise. | Thu 19 Nov 17:00
Hi Dana, you'll have the contract before the end of the week. | Fri 20 Nov 17:00
Let me look into it and come back to you tomorrow before noon. | Thu 19 Nov 12:00
We can ship the replacement on the 24th if stock allows. | Tue 24 Nov 17:00
Will ping them again Monday morning | Mon 23 Nov 09:00
ok, answering by 4 today | Wed 18 Nov 16:00
I'll call Mr. Weber back in half an hour. | Wed 18 Nov 10:30
Sure! Draft by EOD, final version by Friday noon. | Wed 18 Nov 17:00
The fix goes out with the release on 2 December. | Wed 2 Dec 17:00
I told Acme they'd hear from us within two business days | Fri 20 Nov 17:00
I was out yesterday but will reply by this evening | Wed 18 Nov 21:00
Invoice #4711 from Oct 12 will be corrected by Nov 30 | Mon 30 Nov 17:00
On it. ETA 3pm. | Wed 18 Nov 15:00
ETA: tomorrow | Thu 19 Nov 17:00
deadline is Friday noon | Fri 20 Nov 12:00
due date: 12/1 | Tue 1 Dec 17:00
due: Dec 1 | Tue 1 Dec 17:00
Deadline 1 Dec, 18:00 | Tue 1 Dec 18:00
we promised Globex a reply "by next Tuesday" | Tue 24 Nov 17:00
*Friday* at the latest :) | Fri 20 Nov 17:00
I'll do it today (Wed) | Wed 18 Nov 17:00
tomorrow (Thursday) at 2 | Thu 19 Nov 14:00
Thursday (tomorrow) 2pm | Thu 19 Nov 14:00
can do it Thu or, worst case, Friday | Thu 19 Nov 17:00
they need it on Monday 9am sharp, so I'll send it Sunday night | Mon 23 Nov 09:00
I\u2019ll get that to you by tomorrow\u2019s end of day | Thu 19 Nov 17:00
Will have an answer for Initech next week Tuesday | Tue 24 Nov 17:00
refund should arrive in 3-5 business days | Wed 25 Nov 17:00
It was due last Friday, I'll finish it today | Wed 18 Nov 17:00
I'd say two weeks from Friday | Fri 4 Dec 17:00
"""

WEDNESDAY = [
    row for table in (PERIODS, DISTANCES, SENTENCES) for row in cases(table, "2026-11-18T10:00", "America/New_York")
]


def test_spans_distances_and_sentences() -> None:
    assert wrong(WEDNESDAY) == []
