"""Moments in other words: what was written down after the grammar, to see how far it carries."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

SAID = """
Wed arvo | Wed 18 Nov 12:00
by next Wednesday noon | Wed 25 Nov 12:00
by the 30th of this month | Mon 30 Nov 17:00
by the 30th of Nov at the latest | Mon 30 Nov 17:00
I'd need until Tuesday | Tue 24 Nov 17:00
it'll be there by Thursday morning | Thu 19 Nov 12:00
Thurs. at 10:15 | Thu 19 Nov 10:15
Fri., 20 Nov., 9 a.m. | Fri 20 Nov 09:00
sat morning | Sat 21 Nov 09:00
sunday at 6 | Sun 22 Nov 18:00
on the weekend, Sunday at the latest | Sun 22 Nov 17:00
Monday after lunch | Mon 23 Nov 13:00
Monday 9-ish | Mon 23 Nov 09:00
Monday around 11 | Mon 23 Nov 11:00
Monday at around 11am | Mon 23 Nov 11:00
Monday mid-morning | Mon 23 Nov 10:00
late Monday | Mon 23 Nov 17:00
late on Friday | Fri 20 Nov 17:00
Monday evening at the latest | Mon 23 Nov 21:00
by Monday night | Mon 23 Nov 23:59
the last Thursday in November | Thu 26 Nov 17:00
the 4th Thursday of November | Thu 26 Nov 17:00
by the 1st | Tue 1 Dec 17:00
on the 1st of December at 8:00 | Tue 1 Dec 08:00
December 1st at 0800 | Tue 1 Dec 08:00
Dec 1st, by noon | Tue 1 Dec 12:00
before Dec 1 | Mon 30 Nov 17:00
after Dec 1 | Tue 1 Dec 17:00
from Dec 1 | Tue 1 Dec 17:00
from December 1 on | Tue 1 Dec 17:00
starting December 1st | Tue 1 Dec 17:00
until and including Dec 1 | Tue 1 Dec 17:00
Dec 1 EOD | Tue 1 Dec 17:00
Dec 1 COB PT | Tue 1 Dec 20:00
2026-12-01 EOD | Tue 1 Dec 17:00
12/1 EOD | Tue 1 Dec 17:00
12/1 morning | Tue 1 Dec 09:00
12/1 by 10 | Tue 1 Dec 10:00
Tuesday 12/1 10am | Tue 1 Dec 10:00
Tue 1 Dec | Tue 1 Dec 17:00
Tue 1.12. | Tue 1 Dec 17:00
Tue 01.12.26 | Tue 1 Dec 17:00
1/Dec/2026:10:00:00 | Tue 1 Dec
1 Dec 26 | Tue 1 Dec 17:00
Dec 1st 2026, 10h | Tue 1 Dec 10:00
first of December | Tue 1 Dec 17:00
last day of December | Thu 31 Dec 17:00
31st | none
the thirty-first of December | Thu 31 Dec 17:00
New Year's Eve at noon | Thu 31 Dec 12:00
Christmas 2027 | Sat 25 Dec 2027 17:00
a week before Christmas | Fri 18 Dec 17:00
between Christmas and New Year | Fri 25 Dec 17:00
early in December | Tue 1 Dec 09:00
in early December | Tue 1 Dec 09:00
in mid December | Tue 15 Dec 17:00
towards the end of December | Thu 31 Dec 17:00
the end of next month | Thu 31 Dec 17:00
end of January 2027 | Fri 29 Jan 2027 17:00
by the end of the first quarter | Wed 31 Mar 2027 17:00
first quarter of 2027 | Fri 1 Jan 2027 09:00
4th quarter | Thu 31 Dec 17:00
Q4 2026 | Thu 31 Dec 17:00
2027 Q1 | Fri 1 Jan 2027 09:00
EOQ1 | Wed 31 Mar 2027 17:00
EOY 2026 | Thu 31 Dec 17:00
in 2027 | Fri 1 Jan 2027
by 2027 | Fri 31 Dec 2027 17:00
some time next month | Tue 1 Dec 09:00
any day next week | Mon 23 Nov 09:00
one day next week | Mon 23 Nov 09:00
within this week | Fri 20 Nov 17:00
within the month | Mon 30 Nov 17:00
in the course of next week | Mon 23 Nov 09:00
over the next week | Wed 25 Nov 17:00
during next week | Mon 23 Nov 09:00
the next 2 weeks | Wed 2 Dec 17:00
in the coming week | Mon 23 Nov 09:00
in the coming two weeks | Wed 2 Dec 17:00
in the next 3 to 5 days | Mon 23 Nov 17:00
in the next 24 hours | Thu 19 Nov 10:00
2 hours from now | Wed 18 Nov 12:00
two hours' time | none
in 2 hours time | Wed 18 Nov 12:00
in 1 hour 30 minutes | Wed 18 Nov 11:30
in an hour, 15 minutes | Wed 18 Nov 11:15
an hour and a half from now | Wed 18 Nov 11:30
1.5h from now | Wed 18 Nov 11:30
within the half hour | Wed 18 Nov 10:30
in exactly 3 hours | Wed 18 Nov 13:00
in at most 3 hours | Wed 18 Nov 13:00
in no more than 3 hours | Wed 18 Nov 13:00
in max 3 hours | Wed 18 Nov 13:00
in up to 3 days | Sat 21 Nov 17:00
3 hours max | none
I need 3 hours | none
back in 15 | Wed 18 Nov 10:15
back in 15 mins | Wed 18 Nov 10:15
brb in 5min | Wed 18 Nov 10:05
a few hours from now | none
T+3 | none
one week from Friday | Fri 27 Nov 17:00
2 weeks from Monday at 10 | Mon 7 Dec 10:00
ten days from today | Sat 28 Nov 17:00
10 days after Dec 1 | Fri 11 Dec 17:00
the day after Dec 1 | Wed 2 Dec 17:00
3 weeks before Christmas | Fri 4 Dec 17:00
within five business days of Dec 1 | Tue 8 Dec 17:00
5 business days before Dec 1 | Tue 24 Nov 17:00
half a year from now | Tue 18 May 2027 17:00
in half a year | Tue 18 May 2027 17:00
by 15:00 sharp | Wed 18 Nov 15:00
by 15:00 hours | Wed 18 Nov 15:00
by 3 in the afternoon | Wed 18 Nov 15:00
by around 3pm | Wed 18 Nov 15:00
by like 3pm | Wed 18 Nov 15:00
by 3 or so | Wed 18 Nov 15:00
by 3 or 4pm | Wed 18 Nov 15:00
at 3 or 4 | Wed 18 Nov 15:00
3:30 this aft | Wed 18 Nov 15:30
today by 3 | Wed 18 Nov 15:00
today before 3 | Wed 18 Nov 15:00
today at the end of the day | Wed 18 Nov 17:00
today after 3pm | Wed 18 Nov 15:00
today, 3pm | Wed 18 Nov 15:00
today (3pm) | Wed 18 Nov 15:00
today no later than 3 | Wed 18 Nov 15:00
3pm today | Wed 18 Nov 15:00
3pm this Friday | Fri 20 Nov 15:00
3pm next Friday | Fri 27 Nov 15:00
9am sharp on Monday | Mon 23 Nov 09:00
9 am Monday morning | Mon 23 Nov 09:00
nine a.m. tomorrow | Thu 19 Nov 09:00
nine in the morning | Thu 19 Nov 09:00
seven tonight | Wed 18 Nov 19:00
at half past eleven | Wed 18 Nov 11:30
at half eleven | Wed 18 Nov 11:30
half past twelve | Wed 18 Nov 12:30
quarter to twelve | Wed 18 Nov 11:45
quarter to noon | Wed 18 Nov 11:45
ten minutes to four | Wed 18 Nov 15:50
at five past four | Wed 18 Nov 16:05
at 4 p. m. | Wed 18 Nov 16:00
16 hours | none
16:00-17:00 | Wed 18 Nov 16:00
4-5 pm | Wed 18 Nov 16:00
4 until 5 pm | Wed 18 Nov 16:00
noon to 1pm | Wed 18 Nov 12:00
between noon and 1 | Wed 18 Nov 12:00
from noon till 2 | Wed 18 Nov 12:00
between 11 and noon | Wed 18 Nov 11:00
tomorrow between 11am and noon | Thu 19 Nov 11:00
Thursday 14-16 | Thu 19 Nov 14:00
Thursday, 2 to 4 | Thu 19 Nov 14:00
Thursday 2 to 4pm ET | Thu 19 Nov 14:00
3pm BST tomorrow | Thu 19 Nov 10:00
3pm GMT tomorrow | Thu 19 Nov 10:00
15h CET tomorrow | Thu 19 Nov 09:00
15:00 (CET) tomorrow | Thu 19 Nov 09:00
tomorrow 15:00 UTC+1 | Thu 19 Nov 09:00
tomorrow, 3 p.m. Eastern Time | Thu 19 Nov 15:00
3 p.m. Eastern Standard Time tomorrow | Thu 19 Nov 15:00
3pm Pacific / 6pm Eastern | Wed 18 Nov 18:00
noon PT Friday | Fri 20 Nov 15:00
Friday noon PT | Fri 20 Nov 15:00
Friday 5pm Sydney | Fri 20 Nov 01:00
EOD Berlin time | Wed 18 Nov 11:00
close of business London time on Friday | Fri 20 Nov 12:00
by EOD my time | Wed 18 Nov 17:00
end of your day | Wed 18 Nov 17:00
before I leave today | Wed 18 Nov 17:00
before end of business tomorrow | Thu 19 Nov 17:00
before the close of business Friday | Fri 20 Nov 17:00
before next Tuesday | Mon 23 Nov 17:00
before the end of November | Mon 30 Nov 17:00
prior to Friday | Thu 19 Nov 17:00
ahead of the weekend | Fri 20 Nov 17:00
ahead of Friday | Thu 19 Nov 17:00
in time for Friday | Fri 20 Nov 17:00
for tomorrow | Thu 19 Nov 17:00
for Monday 9am | Mon 23 Nov 09:00
as early as tomorrow | Thu 19 Nov 17:00
as soon as tomorrow | Thu 19 Nov 17:00
only on Monday | Mon 23 Nov 17:00
Monday or Tuesday | Mon 23 Nov 17:00
Monday/Tuesday | Mon 23 Nov 17:00
either tomorrow or Friday | Thu 19 Nov 17:00
tomorrow morning or Friday | Thu 19 Nov 09:00
deadline: EOD | Wed 18 Nov 17:00
deadline = tomorrow noon | Thu 19 Nov 12:00
due tomorrow | Thu 19 Nov 17:00
due on 12/1 | Tue 1 Dec 17:00
ETA Friday | Fri 20 Nov 17:00
ETA ~2h | none
eta 2 hours | none
expected Dec 1 | Tue 1 Dec 17:00
WEDNESDAY | Wed 18 Nov 17:00
TOMORROW 3PM | Thu 19 Nov 15:00
tomorow at noon | Thu 19 Nov 12:00
wensday | Wed 18 Nov 17:00
tomorrow's end of business | Thu 19 Nov 17:00
Friday's EOB | Fri 20 Nov 17:00
I'll have it done by the time you're back on Monday | Mon 23 Nov 17:00
a month ago | Sun 18 Oct
last Monday | Mon 16 Nov
last night | Tue 17 Nov
yesterday morning | Tue 17 Nov
two weeks ago | Wed 4 Nov
last weekend | Sun 15 Nov
last year | Wed 31 Dec 2025
the past week | Fri 13 Nov
"""
ROWS = cases(SAID, "2026-11-18T10:00", "America/New_York")


def test_moments_in_other_words() -> None:
    assert wrong(ROWS) == []
