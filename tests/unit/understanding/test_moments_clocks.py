"""Clock times in figures and in words, with zones, and spans of them."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

CLOCKS = """
quarter past 5 | Wed 18 Nov 17:15
at a quarter past five | Wed 18 Nov 17:15
quarter to 5 | Wed 18 Nov 16:45
quarter till five | Wed 18 Nov 16:45
quarter after four | Wed 18 Nov 16:15
twenty to four | Wed 18 Nov 15:40
twenty past three | Wed 18 Nov 15:20
by ten past two | Wed 18 Nov 14:10
ten after two | Wed 18 Nov 14:10
by five to three | Wed 18 Nov 14:55
twenty-five past two | Wed 18 Nov 14:25
10 past 3 | Wed 18 Nov 15:10
half past three | Wed 18 Nov 15:30
half-past four | Wed 18 Nov 16:30
half past 3 pm | Wed 18 Nov 15:30
at half 5 | Wed 18 Nov 17:30
half three tomorrow | Thu 19 Nov 15:30
half nine | Thu 19 Nov 09:30
three thirty | Wed 18 Nov 15:30
at three thirty | Wed 18 Nov 15:30
four fifteen pm | Wed 18 Nov 16:15
two forty-five | Wed 18 Nov 14:45
three o'clock | Wed 18 Nov 15:00
3 o\u2019clock | Wed 18 Nov 15:00
4 o'clock sharp | Wed 18 Nov 16:00
by 4 o'clock in the afternoon | Wed 18 Nov 16:00
five o'clock tomorrow | Thu 19 Nov 17:00
5ish | Wed 18 Nov 17:00
5-ish | Wed 18 Nov 17:00
by 5ish | Wed 18 Nov 17:00
5pm-ish | Wed 18 Nov 17:00
around 5 | Wed 18 Nov 17:00
at about 5 | Wed 18 Nov 17:00
~5pm | Wed 18 Nov 17:00
circa 5pm | Wed 18 Nov 17:00
5pm sharp | Wed 18 Nov 17:00
5 pm on the dot | Wed 18 Nov 17:00
noon-ish | Wed 18 Nov 12:00
noonish | Wed 18 Nov 12:00
around noon | Wed 18 Nov 12:00
at 12 noon | Wed 18 Nov 12:00
by 12 | Wed 18 Nov 12:00
high noon | Wed 18 Nov 12:00
17h | Wed 18 Nov 17:00
at 17h | Wed 18 Nov 17:00
17h30 | Wed 18 Nov 17:30
17:00h | Wed 18 Nov 17:00
17:00 hrs | Wed 18 Nov 17:00
1700 hours | Wed 18 Nov 17:00
1700 hrs | Wed 18 Nov 17:00
1730h | Wed 18 Nov 17:30
at 1730 | Wed 18 Nov 17:30
0900 hours tomorrow | Thu 19 Nov 09:00
at 0900 tomorrow | Thu 19 Nov 09:00
3p | Wed 18 Nov 15:00
by 3p | Wed 18 Nov 15:00
3:30p | Wed 18 Nov 15:30
3 P.M. | Wed 18 Nov 15:00
3PM | Wed 18 Nov 15:00
3.30pm | Wed 18 Nov 15:30
at 3.30 pm | Wed 18 Nov 15:30
at 15.30 | Wed 18 Nov 15:30
330pm | Wed 18 Nov 15:30
03:30 pm | Wed 18 Nov 15:30
15:30:00 | Wed 18 Nov 15:30
@3 | Wed 18 Nov 15:00
@ 3:30 | Wed 18 Nov 15:30
by 3 pm at the latest | Wed 18 Nov 15:00
no later than 4 | Wed 18 Nov 16:00
not before 4pm | Wed 18 Nov 16:00
after 4 | Wed 18 Nov 16:00
any time after 4pm | Wed 18 Nov 16:00
before 4:30 | Wed 18 Nov 16:30
prior to 4pm | Wed 18 Nov 16:00
4:45 this afternoon | Wed 18 Nov 16:45
4 this afternoon | Wed 18 Nov 16:00
this afternoon at 4 | Wed 18 Nov 16:00
at 7 this evening | Wed 18 Nov 19:00
7pm tonight | Wed 18 Nov 19:00
tonight at 7 | Wed 18 Nov 19:00
tonight by 9 | Wed 18 Nov 21:00
8 in the evening | Wed 18 Nov 20:00
11pm | Wed 18 Nov 23:00
23:59 | Wed 18 Nov 23:59
by 11:59pm | Wed 18 Nov 23:59
12am Friday | Fri 20 Nov 00:00
midnight | Thu 19 Nov 00:00
by midnight tonight | Thu 19 Nov 00:00
by midnight on Friday | Sat 21 Nov 00:00
6 in the morning tomorrow | Thu 19 Nov 06:00
tomorrow at 6 in the morning | Thu 19 Nov 06:00
tomorrow at 9 sharp | Thu 19 Nov 09:00
tomorrow 9ish | Thu 19 Nov 09:00
tomorrow at 9:00 a.m. | Thu 19 Nov 09:00
9am tomorrow | Thu 19 Nov 09:00
9 AM | Thu 19 Nov 09:00
8am | Thu 19 Nov 08:00
10:30 | Wed 18 Nov 10:30
9:30 | Thu 19 Nov 09:30
at 1 | Wed 18 Nov 13:00
by one | Wed 18 Nov 13:00
by one tomorrow | Thu 19 Nov 13:00
at five tomorrow | Thu 19 Nov 17:00
noon tomorrow | Thu 19 Nov 12:00
tomorrow by noon | Thu 19 Nov 12:00
noon on Monday | Mon 23 Nov 12:00
an hour before noon | Wed 18 Nov 11:00
10 minutes before 3pm | Wed 18 Nov 14:50
two hours before EOD | Wed 18 Nov 15:00
half an hour after noon | Wed 18 Nov 12:30
"""

SPANS = """
between 3 and 4 | Wed 18 Nov 15:00
between 3pm and 4pm tomorrow | Thu 19 Nov 15:00
3-4pm | Wed 18 Nov 15:00
3 - 4 pm | Wed 18 Nov 15:00
3\u20134pm Friday | Fri 20 Nov 15:00
3 to 5pm Friday | Fri 20 Nov 15:00
from 3 till 5 | Wed 18 Nov 15:00
from 3pm until 5pm on Friday | Fri 20 Nov 15:00
Friday 3-5pm | Fri 20 Nov 15:00
Friday between 3 and 5 | Fri 20 Nov 15:00
Friday from 15:00 to 16:30 | Fri 20 Nov 15:00
10-11am tomorrow | Thu 19 Nov 10:00
tomorrow 10-11 | Thu 19 Nov 10:00
11am-1pm | Wed 18 Nov 11:00
8am till noon tomorrow | Thu 19 Nov 08:00
between 9 and 5 tomorrow | Thu 19 Nov 09:00
12/5, 14:00-15:00 | Sat 5 Dec 14:00
Dec 5, 2-3pm | Sat 5 Dec 14:00
"""

ZONES = """
3pm PT | Wed 18 Nov 18:00
3 pm pacific | Wed 18 Nov 18:00
3pm Pacific time | Wed 18 Nov 18:00
3pm PST | Wed 18 Nov 18:00
noon Eastern | Wed 18 Nov 12:00
4pm Central | Wed 18 Nov 17:00
4pm Mountain time | Wed 18 Nov 18:00
15:00 CET tomorrow | Thu 19 Nov 09:00
tomorrow 15:00 CET | Thu 19 Nov 09:00
tomorrow at 3pm (CET) | Thu 19 Nov 09:00
17:00 UTC | Wed 18 Nov 12:00
17:00Z | Wed 18 Nov 12:00
1700Z | Wed 18 Nov 12:00
17:00 GMT | Wed 18 Nov 12:00
17:00 GMT+1 | Wed 18 Nov 11:00
17:00 UTC+01:00 | Wed 18 Nov 11:00
17:00+01:00 | Wed 18 Nov 11:00
17:00 +0100 | Wed 18 Nov 11:00
noon UTC tomorrow | Thu 19 Nov 07:00
5pm London time | Wed 18 Nov 12:00
5pm UK time | Wed 18 Nov 12:00
5pm (UK time) | Wed 18 Nov 12:00
5pm UK | Wed 18 Nov 12:00
5pm in London | Wed 18 Nov 12:00
5pm Berlin time tomorrow | Thu 19 Nov 11:00
tomorrow 5pm Berlin time | Thu 19 Nov 11:00
5pm Europe/Berlin tomorrow | Thu 19 Nov 11:00
5pm San Francisco time | Wed 18 Nov 20:00
5pm New York time | Wed 18 Nov 17:00
5pm NYC time | Wed 18 Nov 17:00
tomorrow 9am Tokyo time | Wed 18 Nov 19:00
tomorrow 9am JST | Wed 18 Nov 19:00
tomorrow 5pm IST | Thu 19 Nov 06:30
10am SGT on Friday | Thu 19 Nov 21:00
Friday 9am AEDT | Thu 19 Nov 17:00
Friday 9am Sydney time | Thu 19 Nov 17:00
11am Mumbai time tomorrow | Thu 19 Nov 00:30
9am my time tomorrow | Thu 19 Nov 09:00
tomorrow 9am your time | Thu 19 Nov 09:00
9am local time tomorrow | Thu 19 Nov 09:00
by EOD Pacific | Wed 18 Nov 20:00
by Friday EOD PT | Fri 20 Nov 20:00
by EOD London time tomorrow | Thu 19 Nov 12:00
COB Friday CET | Fri 20 Nov 11:00
end of day PST | Wed 18 Nov 20:00
by midnight UTC | Wed 18 Nov 19:00
3pm ET / noon PT | Wed 18 Nov 15:00
3pm EST tomorrow | Thu 19 Nov 15:00
Dec 5, 2026 15:00 CET | Sat 5 Dec 09:00
"""

WEDNESDAY = [row for table in (CLOCKS, SPANS, ZONES) for row in cases(table, "2026-11-18T10:00", "America/New_York")]


def test_clock_times() -> None:
    assert wrong(WEDNESDAY) == []
