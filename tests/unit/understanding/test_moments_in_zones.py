"""More due expressions of work, each from the wall clock and the calendar of one of six zones."""

from __future__ import annotations

from datetime import date, time

from bot.clock import WorkingHours
from tests.unit.understanding.moment_tables import cases, wrong

NEW_YORK = """
have it back to you by close on Thursday | Thu 7 Jan 17:00
by COB on the 15th | Fri 15 Jan 17:00
before close of business next Wednesday | Wed 13 Jan 17:00
no later than EOD Monday | Mon 11 Jan 17:00
EOD today at the latest | Tue 5 Jan 17:00
first thing on Wednesday morning | Wed 6 Jan 09:00
by end of day on the 8th | Fri 8 Jan 17:00
within the next 2 business days | Thu 7 Jan 17:00
three business days from today | Fri 8 Jan 17:00
in the next 90 minutes | Tue 5 Jan 13:00
end of this month | Fri 29 Jan 17:00
by mid-week | Wed 6 Jan 17:00
the beginning of the week after next | Mon 18 Jan 09:00
tomorrow by 10 | Wed 6 Jan 10:00
by 10 tomorrow | Wed 6 Jan 10:00
at quarter to two | Tue 5 Jan 13:45
half four | Tue 5 Jan 16:30
a week from Friday | Fri 15 Jan 17:00
the week of the 18th | Mon 18 Jan 09:00
on the 20th at 3pm ET | Wed 20 Jan 15:00
12pm PT tomorrow | Wed 6 Jan 15:00
by noon CET tomorrow | Wed 6 Jan 06:00
by tomorrow 17:00 CET | Wed 6 Jan 11:00
between 2 and 3 tomorrow afternoon | Wed 6 Jan 14:00
after 4pm on Thursday | Thu 7 Jan 16:00
sometime before Friday | Thu 7 Jan 17:00
over the next two weeks | Tue 19 Jan 17:00
in 10 days | Fri 15 Jan 17:00
in about a week | Tue 12 Jan 17:00
Thursday next week at the latest | Thu 14 Jan 17:00
1/15 | Fri 15 Jan 17:00
1/15 EOD | Fri 15 Jan 17:00
Jan 15 by noon | Fri 15 Jan 12:00
15 Jan, COB | Fri 15 Jan 17:00
tonight before 10 | Tue 5 Jan 22:00
later today | Tue 5 Jan 17:00
this evening by 8 | Tue 5 Jan 20:00
by EOQ | Wed 31 Mar 17:00
end of H1 | Wed 30 Jun 17:00
early February | Mon 1 Feb 09:00
the last Friday in January | Fri 29 Jan 17:00
the 3rd Wednesday of the month | Wed 20 Jan 17:00
before Valentine's Day | Fri 12 Feb 17:00
"""
LONDON = """
by Friday lunchtime | Fri 8 Jan 13:00
half ten tomorrow | Wed 6 Jan 10:30
Thursday week | Thu 14 Jan 17:30
a fortnight today | Tue 19 Jan 17:30
by close of play on Thursday | Thu 7 Jan 17:30
5/2 | Fri 5 Feb 17:30
by 10/1 at noon | Sun 10 Jan 12:00
tomorrow, first thing | Wed 6 Jan 09:00
17:00 ET | Tue 5 Jan 22:00
this arvo | Tue 5 Jan 12:00
at the weekend | Sat 9 Jan 09:00
by the end of play tomorrow | Wed 6 Jan 17:30
quarter past 4 | Tue 5 Jan 16:15
w/c 18 January | Mon 18 Jan 09:00
"""
BERLIN = """
by Friday | Fri 7 May 16:30
in 2 business days | Mon 10 May 16:30
next business day | Fri 7 May 16:30
tomorrow | Thu 6 May 16:30
before Pentecost | Fri 14 May 16:30
Whit Monday | Mon 17 May 16:30
CW 20 | Tue 18 May 08:00
by end of CW 20 | Fri 21 May 16:30
am 12.5. | Wed 12 May 16:30
12.05.2027, 14:00 Uhr | Wed 12 May 14:00
14h30 | Wed 5 May 14:30
by 4 | Wed 5 May 16:00
EOW | Fri 7 May 16:30
"""
KOLKATA = """
by EOD IST | Tue 5 Jan 18:30
by 11am PST | Wed 6 Jan 00:30
by 7 | Tue 5 Jan 19:00
half past six | Tue 5 Jan 18:30
5:30pm | Tue 5 Jan 17:30
9am ET tomorrow | Wed 6 Jan 19:30
in 36 hours | Wed 6 Jan 23:30
COB London time | Wed 6 Jan 00:00
"""
SYDNEY = """
by COB | Tue 5 Jan 17:00
by Friday arvo | Fri 8 Jan 17:00
9am AEST tomorrow | Wed 6 Jan 09:00
9am AEDT tomorrow | Wed 6 Jan 09:00
5pm Perth time | Tue 5 Jan 20:00
26/1 | Tue 26 Jan 17:00
Australia Day | Tue 26 Jan 17:00
in three weeks | Tue 26 Jan 17:00
"""
LOS_ANGELES = """
by EOD | Tue 5 Jan 18:00
EOD ET | Tue 5 Jan 15:00
by 9 tomorrow | Wed 6 Jan 09:00
9am tomorrow | Wed 6 Jan 09:00
first thing tomorrow | Wed 6 Jan 10:00
by noon Eastern tomorrow | Wed 6 Jan 09:00
MLK Day | Mon 18 Jan 18:00
in 3 business hours | Tue 5 Jan 15:00
"""
ASCENSION_AND_WHITSUN = frozenset({date(2027, 5, 6), date(2027, 5, 17)})
JANUARY, MAY = "2027-01-05T11:30", "2027-05-05T10:00"
ROWS = (
    cases(NEW_YORK, JANUARY, "America/New_York")
    + cases(LONDON, JANUARY, "", "en-GB", WorkingHours("Europe/London", time(9), time(17, 30)))
    + cases(
        BERLIN,
        MAY,
        "",
        "de-DE",
        WorkingHours("Europe/Berlin", time(8), time(16, 30), days_off=ASCENSION_AND_WHITSUN),
    )
    + cases(KOLKATA, JANUARY, "", "en-IN", WorkingHours("Asia/Kolkata", time(9, 30), time(18, 30)))
    + cases(SYDNEY, "2027-01-05T10:00", "", "en-AU", WorkingHours("Australia/Sydney", time(8, 30)))
    + cases(LOS_ANGELES, "2027-01-05T12:00", "", hours=WorkingHours("America/Los_Angeles", time(10), time(18)))
)


def test_due_expressions_of_work_in_six_zones() -> None:
    assert wrong(ROWS) == []
