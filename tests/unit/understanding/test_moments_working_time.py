"""Due expressions of work in six zones and one more week: working hours, days off, holidays, and clocks that change."""

from __future__ import annotations

from datetime import date, time

from bot.clock import WorkingHours
from tests.unit.understanding.moment_tables import cases, wrong

NEW_YORK = WorkingHours(
    "America/New_York",
    days_off=frozenset({date(2026, 11, 26), date(2026, 11, 27), date(2026, 12, 25), date(2027, 1, 1)}),
)
LONDON = WorkingHours("Europe/London", time(9), time(17, 30))
BERLIN = WorkingHours(
    "Europe/Berlin", time(8, 30), time(17), days_off=frozenset({date(2027, 3, 26), date(2027, 3, 29)})
)
KOLKATA = WorkingHours("Asia/Kolkata", time(10), time(19), days_off=frozenset({date(2026, 11, 9)}))
SYDNEY = WorkingHours("Australia/Sydney", days_off=frozenset({date(2026, 10, 5)}))
LOS_ANGELES = WorkingHours("America/Los_Angeles", time(9), time(18))
RIYADH = WorkingHours("Asia/Riyadh", time(8), time(16), weekdays=frozenset({6, 0, 1, 2, 3}))

THANKSGIVING_IN_NEW_YORK = """
by Friday | Fri 27 Nov 17:00
tomorrow | Wed 25 Nov 17:00
EOW | Wed 25 Nov 17:00
by the end of the week | Wed 25 Nov 17:00
in 2 business days | Mon 30 Nov 17:00
within 3 working days | Tue 1 Dec 17:00
next business day | Wed 25 Nov 17:00
first thing | Wed 25 Nov 09:00
first thing tomorrow | Wed 25 Nov 09:00
first thing Thursday | Thu 26 Nov 09:00
before Friday | Wed 25 Nov 17:00
before the weekend | Wed 25 Nov 17:00
before Thanksgiving | Wed 25 Nov 17:00
after the weekend | Mon 30 Nov 09:00
by the end of the month | Mon 30 Nov 17:00
within 5 business hours | Wed 25 Nov 13:00
in 48 hours | Thu 26 Nov 16:00
by EOY | Thu 31 Dec 17:00
by 6 | Tue 24 Nov 18:00
by 9 | Wed 25 Nov 09:00
COB | Tue 24 Nov 17:00
mid-week | Wed 25 Nov 17:00
next week | Mon 30 Nov 09:00
end of next week | Fri 4 Dec 17:00
in 3 days | Fri 27 Nov 17:00
the last working day of the year | Thu 31 Dec 17:00
the first business day of January | Mon 4 Jan 2027 17:00
tonight | Tue 24 Nov 20:00
"""
CLOCKS_GO_BACK_IN_LONDON = """
by Monday | Mon 26 Oct 17:30
in 72 hours | Mon 26 Oct 14:00
in 3 days | Mon 26 Oct 17:30
tomorrow | Sat 24 Oct 17:30
EOD | Fri 23 Oct 17:30
EOW | Fri 23 Oct 17:30
by Sunday 1:30am | Sun 25 Oct 01:30
half three | Fri 23 Oct 15:30
half nine on Monday | Mon 26 Oct 09:30
next Friday | Fri 30 Oct 17:30
Monday week | Mon 2 Nov 17:30
in a fortnight | Fri 6 Nov 17:30
EOM | Fri 30 Oct 17:30
next working day | Mon 26 Oct 17:30
first thing | Mon 26 Oct 09:00
5pm PT | Sat 24 Oct 01:00
17:00 CET | Fri 23 Oct 16:00
17:00 CET on Monday | Mon 26 Oct 16:00
in 8 working hours | Mon 26 Oct 14:30
on 26/10 | Mon 26 Oct 17:30
by 1/11 | Sun 1 Nov 17:30
by close of play | Fri 23 Oct 17:30
"""
EASTER_IN_BERLIN = """
by tomorrow | Fri 26 Mar 17:00
next business day | Tue 30 Mar 17:00
in 2 business days | Wed 31 Mar 17:00
EOW | Thu 25 Mar 17:00
before Easter | Thu 25 Mar 17:00
before the weekend | Thu 25 Mar 17:00
by Easter | Sun 28 Mar 17:00
after the weekend | Tue 30 Mar 08:30
next week | Tue 30 Mar 08:30
early next week | Tue 30 Mar 08:30
first thing | Tue 30 Mar 08:30
first thing tomorrow | Fri 26 Mar 08:30
in 72 hours | Sun 28 Mar 12:00
in 3 days | Sun 28 Mar 17:00
by Sunday 2:30am | Sun 28 Mar 03:30
Sunday at 2:30 | Sun 28 Mar 14:30
end of next week | Fri 2 Apr 17:00
by EOM | Wed 31 Mar 17:00
by the end of the quarter | Wed 31 Mar 17:00
by 3.4. | Sat 3 Apr 17:00
within 10 working hours | Tue 30 Mar 12:30
15:00 ET | Thu 25 Mar 20:00
mid-week | Wed 31 Mar 17:00
tomorrow morning | Fri 26 Mar 08:30
by noon | Thu 25 Mar 12:00
Tuesday before lunch | Tue 30 Mar 12:00
the first week of April | Thu 1 Apr 08:30
"""
AN_EVENING_IN_KOLKATA = """
EOD | Fri 6 Nov 19:00
tomorrow | Sat 7 Nov 19:00
by Monday | Mon 9 Nov 19:00
next business day | Tue 10 Nov 19:00
in 2 business days | Wed 11 Nov 19:00
first thing | Tue 10 Nov 10:00
by 8 | Fri 6 Nov 20:00
by 10 | Sat 7 Nov 10:00
by 7 | Fri 6 Nov 19:00
half six tomorrow | Sat 7 Nov 18:30
3pm IST tomorrow | Sat 7 Nov 15:00
9am PT Monday | Mon 9 Nov 22:30
noon UTC Monday | Mon 9 Nov 17:30
in 2 hours | Fri 6 Nov 20:30
in 3 working hours | Tue 10 Nov 12:30
EOW | Fri 6 Nov 19:00
next week | Tue 10 Nov 10:00
a week from Tuesday | Tue 17 Nov 19:00
"""
CLOCKS_GO_FORWARD_IN_SYDNEY = """
by Monday | Mon 5 Oct 17:00
next business day | Tue 6 Oct 17:00
in 2 business days | Wed 7 Oct 17:00
in 48 hours | Sun 4 Oct 17:00
Sunday 2:30am | Sun 4 Oct 03:30
EOD | Fri 2 Oct 17:00
tomorrow 9am | Sat 3 Oct 09:00
Monday week | Mon 12 Oct 17:00
in a fortnight | Fri 16 Oct 17:00
5pm PT | Sat 3 Oct 10:00
9am AEDT Monday | Mon 5 Oct 09:00
9am London time on Monday | Mon 5 Oct 19:00
end of next week | Fri 9 Oct 17:00
EOM | Fri 30 Oct 17:00
next week | Tue 6 Oct 09:00
after the weekend | Tue 6 Oct 09:00
in 2 working hours | Tue 6 Oct 10:00
by 5/10 | Mon 5 Oct 17:00
in 3 months | Sat 2 Jan 2027 17:00
"""
CLOCKS_GO_FORWARD_IN_LOS_ANGELES = """
EOD | Fri 12 Mar 18:00
by 6 | Fri 12 Mar 18:00
in 48 hours | Sun 14 Mar 15:00
Sunday 2:15am | Sun 14 Mar 03:15
by Monday | Mon 15 Mar 18:00
noon ET Monday | Mon 15 Mar 09:00
6pm ET | Fri 12 Mar 15:00
9am CET Monday | Mon 15 Mar 01:00
tomorrow night | Sat 13 Mar 20:00
this weekend | Sat 13 Mar 09:00
by EOQ | Wed 31 Mar 18:00
in 10 business days | Fri 26 Mar 18:00
by COB PT | Fri 12 Mar 18:00
by COB ET | Fri 12 Mar 15:00
a week from Monday | Mon 22 Mar 18:00
first thing Monday | Mon 15 Mar 09:00
half past eight tomorrow | Sat 13 Mar 08:30
by lunch on Monday | Mon 15 Mar 13:00
next month | Thu 1 Apr 09:00
mid-month | Mon 15 Mar 18:00
in 6 working hours | Mon 15 Mar 11:00
"""
A_LATE_EVENING_IN_LOS_ANGELES = """
today | Sat 31 Oct 23:59
by EOD | Sat 31 Oct 23:59
tomorrow | Sun 1 Nov 18:00
tomorrow at 1:30am | Sun 1 Nov 01:30
in 3 hours | Sun 1 Nov 01:00
in 5 hours | Sun 1 Nov 03:00
by Monday | Mon 2 Nov 18:00
by 9am | Sun 1 Nov 09:00
"""
A_WEEK_FROM_SUNDAY_IN_RIYADH = """
EOW | Thu 19 Nov 16:00
this week | Thu 19 Nov 16:00
by the end of next week | Thu 26 Nov 16:00
next week | Sun 22 Nov 08:00
early next week | Sun 22 Nov 08:00
by early next week | Mon 23 Nov 16:00
in 2 business days | Sun 22 Nov 16:00
before the weekend | Thu 19 Nov 16:00
by the weekend | Thu 19 Nov 16:00
this weekend | Fri 20 Nov 08:00
over the weekend | Fri 20 Nov 08:00
next weekend | Fri 27 Nov 08:00
after the weekend | Sun 22 Nov 08:00
by Sunday | Sun 22 Nov 16:00
next Sunday | Sun 22 Nov 16:00
next Thursday | Thu 26 Nov 16:00
next working day | Thu 19 Nov 16:00
mid-week | Tue 24 Nov 16:00
first thing | Thu 19 Nov 08:00
before Sunday | Thu 19 Nov 16:00
EOM | Mon 30 Nov 16:00
"""
ROWS = (
    cases(THANKSGIVING_IN_NEW_YORK, "2026-11-24T16:00", "", hours=NEW_YORK)
    + cases(CLOCKS_GO_BACK_IN_LONDON, "2026-10-23T15:00", "", "en-GB", LONDON)
    + cases(EASTER_IN_BERLIN, "2027-03-25T11:00", "", "de", BERLIN)
    + cases(AN_EVENING_IN_KOLKATA, "2026-11-06T18:30", "", "en-IN", KOLKATA)
    + cases(CLOCKS_GO_FORWARD_IN_SYDNEY, "2026-10-02T16:00", "", "en-AU", SYDNEY)
    + cases(CLOCKS_GO_FORWARD_IN_LOS_ANGELES, "2027-03-12T14:00", "", hours=LOS_ANGELES)
    + cases(A_LATE_EVENING_IN_LOS_ANGELES, "2026-10-31T23:00", "", hours=LOS_ANGELES)
    + cases(A_WEEK_FROM_SUNDAY_IN_RIYADH, "2026-11-18T10:00", "", "en-GB", RIYADH)
)


def test_due_expressions_of_work() -> None:
    assert wrong(ROWS) == []
