"""Moments of the kinds that other parsers' suites try: numbers in words, ranges, distances, marks around them."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

SAID = """
I'll be back seven forty seven am | Thu 19 Nov 07:47
I'll be back at seven thirty pm | Wed 18 Nov 19:30
I'll be back 340pm | Wed 18 Nov 15:40
I'll be back 1140 a.m. | Wed 18 Nov 11:40
I'll be back three min past eleven am | Wed 18 Nov 11:03
I'll be back at 7:56:30 pm | Wed 18 Nov 19:56
it's a quarter past eight in the evening | Wed 18 Nov 20:15
set an alarm for eight forty pm | Wed 18 Nov 20:40
0600h | Thu 19 Nov 06:00
06:00 hours | Thu 19 Nov 06:00
5:16p | Wed 18 Nov 17:16
20:32:13 | Wed 18 Nov 20:32
ten to noon | Wed 18 Nov 11:50
seven o'clock | Wed 18 Nov 19:00
at 7 in the evening | Wed 18 Nov 19:00
8pm in the evening | Wed 18 Nov 20:00
8 o'clock in the evening | Wed 18 Nov 20:00
tonight around 7 | Wed 18 Nov 19:00
for tonight 9:30pm | Wed 18 Nov 21:30
tonight at 9.30pm | Wed 18 Nov 21:30
this afternoon at 3 | Wed 18 Nov 15:00
later this evening | Wed 18 Nov 20:00
early this afternoon | Wed 18 Nov 12:00
in the late evening | Wed 18 Nov 20:00
early in the morning | Thu 19 Nov 09:00
I'll go back Oct. 2nd | Sat 2 Oct 2027
I'll go back Jan first | Fri 1 Jan 2027
I'll go back on Jan twenty second | Fri 22 Jan 2027
I'll go back Monday Jan twenty two | Fri 22 Jan 2027
I'll go back twenty second of June | Tue 22 Jun 2027
I'll go back fourth of May | Tue 4 May 2027
I'll go back the 12th of next month | Sat 12 Dec
I'll go back four days from yesterday | Sat 21 Nov
I'll go back this day next week | Wed 25 Nov
a day after tomorrow | Fri 20 Nov
the day after Monday | Tue 24 Nov
the day before Friday | Thu 19 Nov
two days from Sunday | Tue 24 Nov
two sundays from now | Sun 29 Nov
3 Fridays from now | Fri 4 Dec
the Sunday after next | Sun 29 Nov
Sunday after next | Sun 29 Nov
past Monday | Mon 16 Nov
last Wed | Wed 11 Nov
Friday of last week | Fri 13 Nov
Monday of this week | Mon 16 Nov
Friday of this week | Fri 20 Nov
the first Monday of January 2027 | Mon 4 Jan 2027
third Tuesday of next month | Tue 15 Dec
last Sunday of March | Sun 28 Mar 2027
the last week of this month | Mon 30 Nov
last week of December 2026 | Mon 28 Dec
last day of 2026 | Thu 31 Dec
second half of December | Wed 16 Dec
the year 2027 | Fri 1 Jan 2027
from 2027 | Fri 1 Jan 2027
Jan 2027 | Fri 1 Jan 2027
January of 2027 | Fri 1 Jan 2027
2027-01 | Fri 1 Jan 2027
01/2027 | Fri 1 Jan 2027
January '27 | Fri 1 Jan 2027
Jan-Feb | Fri 1 Jan 2027
January through March | Fri 1 Jan 2027
from January to March 2027 | Fri 1 Jan 2027
between January and March | Fri 1 Jan 2027
Jan 4-5, 2027 | Mon 4 Jan 2027
January 4th - 6th | Mon 4 Jan 2027
4 to 6 January | Mon 4 Jan 2027
from the 4th to the 6th of January | Mon 4 Jan 2027
4.-6.1.2027 | Mon 4 Jan 2027
1/4/2027 - 1/6/2027 | Mon 4 Jan 2027
2027-01-04 - 2027-01-06 | Mon 4 Jan 2027
2027-01-04 to 2027-01-06 | Mon 4 Jan 2027
Monday to Friday next week | Mon 23 Nov
next week Monday to Wednesday | Mon 23 Nov
Jan 4 2027 10am - 11am | Mon 4 Jan 2027 10:00
Jan 4, 2027 from 10 to 11 | Mon 4 Jan 2027 10:00
Mon Jan 4 10:00 - 11:30 | Mon 4 Jan 2027 10:00
January 4 2027, 10:00 to 12:00 CET | Mon 4 Jan 2027 04:00
4/1/2027 10:00 | Thu 1 Apr 2027 10:00
20270104 | none
04.01.27, 10 Uhr | Mon 4 Jan 2027
13 sep 2027 | Mon 13 Sep 2027
Wed 13 Jan | Wed 13 Jan 2027
13-Jan-2027 | Wed 13 Jan 2027
13Jan2027 | Wed 13 Jan 2027
Jan13 | Wed 13 Jan 2027
13/1/27 | Wed 13 Jan 2027
2027/1/13 | Wed 13 Jan 2027
2027-1-13 9:05 | Wed 13 Jan 2027 09:05
Jan 13 '27 at 9:05am | Wed 13 Jan 2027 09:05
ends 13 Jan | Wed 13 Jan 2027
meeting on the 13th, 9am | Sun 13 Dec 09:00
the 13th at 9 | Sun 13 Dec 09:00
on 13th | Sun 13 Dec
13th of this month | Fri 13 Nov
6 hours ago | Wed 18 Nov 04:00
half an hour ago | Wed 18 Nov 09:30
an hour and a half ago | Wed 18 Nov 08:30
2 weeks ago | Wed 4 Nov
a fortnight ago | Wed 4 Nov
3 days ago | Sun 15 Nov
one year ago | Tue 18 Nov 2025
in the past 24 hours | Tue 17 Nov 10:00
in the last 3 days | Sun 15 Nov
next 5 days | Mon 23 Nov
the next few days | none
next 2 hours | Wed 18 Nov 12:00
for the next 2 hours | Wed 18 Nov 12:00
in the next half hour | Wed 18 Nov 10:30
within 3 months | Thu 18 Feb 2027
in three months' time | Thu 18 Feb 2027
three months from today | Thu 18 Feb 2027
three weeks from Friday | Fri 11 Dec
three weeks after Friday | Fri 11 Dec
5 days after Christmas | Wed 30 Dec
10 minutes after noon | Wed 18 Nov 12:10
30 minutes before 5pm | Wed 18 Nov 16:30
2 hours after midnight | Thu 19 Nov 02:00
a couple of minutes from now | Wed 18 Nov 10:02
15 min from now | Wed 18 Nov 10:15
15mins later | Wed 18 Nov 10:15
one hour later | Wed 18 Nov 11:00
in 1 hr 20 min | Wed 18 Nov 11:20
in 2hrs30min | Wed 18 Nov 12:30
1h from now | Wed 18 Nov 11:00
within 30s | Wed 18 Nov 10:00
in 2 days and 3 hours | Fri 20 Nov 13:00
at 5 tomorrow afternoon | Thu 19 Nov 17:00
tomorrow at 5 in the afternoon | Thu 19 Nov 17:00
tomorrow evening, 8 o'clock | Thu 19 Nov 20:00
tomorrow noon sharp | Thu 19 Nov 12:00
today at half past four | Wed 18 Nov 16:30
lunch tomorrow | Thu 19 Nov 12:00
dinner on Friday | Fri 20 Nov 18:00
after work tomorrow | Thu 19 Nov 17:00
after 5 | Wed 18 Nov 17:00
before 8am tomorrow | Thu 19 Nov 08:00
since yesterday | Tue 17 Nov
since Monday | Mon 23 Nov
until the end of the month | Mon 30 Nov 17:00
through Friday | Fri 20 Nov 17:00
through the end of the week | Fri 20 Nov 17:00
up to and including Friday | Fri 20 Nov 17:00
any time before Friday | Thu 19 Nov 17:00
sometime around Friday noon | Fri 20 Nov 12:00
Friday-ish | Fri 20 Nov 17:00
tomorrow-ish | Thu 19 Nov 17:00
Friday??? | Fri 20 Nov 17:00
FRI!! | Fri 20 Nov 17:00
(Friday) | Fri 20 Nov 17:00
"tomorrow 9am" | Thu 19 Nov 09:00
_tomorrow_ 9am | Thu 19 Nov 09:00
tomorrow\u00a09am | Thu 19 Nov 09:00
"""
TRAVELS = """
Thu 09-11-2017 07:00 | Thu 9 Nov 07:00
0800 on 12.12 | Tue 12 Dec 08:00
Wednesday, 13th Dec 7.30pm | Wed 13 Dec 19:30
Oct 8 around 3-4pm | Sun 8 Oct 15:00
9pm-7am | Thu 5 Oct 21:00
Fri, Nov 24 - Sun, Nov 26 | Fri 24 Nov 17:00
Sunday the 12th evening | Sun 12 Nov 18:00
20/10 6 am | Fri 20 Oct 06:00
3rd Nov afternoon until 5 Nov morning | Fri 3 Nov 12:00
earliest 7am | Fri 6 Oct 07:00
latest by 9pm | Thu 5 Oct 21:00
8.11. 14:30 | Wed 8 Nov 14:30
12.11 - 14.11 | Sun 12 Nov 17:00
from 25.11. 9:00 to 27.11. 17:00 | Sat 25 Nov 09:00
Nov. 5 2:30pm-4 | Sun 5 Nov 14:30
Nov 5 14.30 | Sun 5 Nov 14:30
Mon 6.11.17 18h | Mon 6 Nov 18:00
Monday 6/11 18 o'clock | Mon 11 Jun 2018 18:00
06NOV17 | Mon 6 Nov 17:00
6 Nov, late evening | Mon 6 Nov 20:00
6 Nov 10-13 | Mon 6 Nov 10:00
6.11-8.11.2017 | Mon 6 Nov 17:00
tonight until tomorrow morning | Thu 5 Oct 20:00
today 17h-19h | Thu 5 Oct 17:00
Sunday 8-10 am | Sun 8 Oct 08:00
Oct 8: 9am | Sun 8 Oct 09:00
9am (Oct 8) | Sun 8 Oct 09:00
8.10.17 | Sun 8 Oct 17:00
on 8.10.17 we saw it | none
midnight Oct 8 | Sun 8 Oct 00:00
early morning Oct 8 | Sun 8 Oct 09:00
next November | Wed 1 Nov 09:00
"""
ROWS = cases(SAID, "2026-11-18T10:00", "America/New_York") + cases(TRAVELS, "2017-10-05T10:00", "Europe/London")


def test_moments_of_other_kinds() -> None:
    assert wrong(ROWS) == []
