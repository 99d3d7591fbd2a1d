"""Days by their names, however they are written, and the parts of them."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

WEEKDAYS = """
Tues 14:30 | Tue 24 Nov 14:30
Thurs | Thu 19 Nov 17:00
weds | Wed 18 Nov 17:00
on Mon. | Mon 23 Nov 17:00
Monday week | Mon 30 Nov 17:00
Tuesday week | Tue 1 Dec 17:00
tomorrow week | Thu 26 Nov 17:00
a week tomorrow | Thu 26 Nov 17:00
a week today | Wed 25 Nov 17:00
a week on Thursday | Thu 26 Nov 17:00
two weeks today | Wed 2 Dec 17:00
the following Monday | Mon 23 Nov 17:00
this coming Friday | Fri 20 Nov 17:00
the coming Monday | Mon 23 Nov 17:00
the Friday after next | Fri 27 Nov 17:00
Thursday of next week | Thu 26 Nov 17:00
next week Thursday | Thu 26 Nov 17:00
next week on Thursday | Thu 26 Nov 17:00
next week, probably Tuesday | Tue 24 Nov 17:00
Monday of the week after next | Mon 30 Nov 17:00
the Monday after | Mon 23 Nov 17:00
Friday this week | Fri 20 Nov 17:00
this week Friday | Fri 20 Nov 17:00
day after tomorrow | Fri 20 Nov 17:00
the day after tomorrow at noon | Fri 20 Nov 12:00
in the day after tomorrow | Fri 20 Nov 17:00
2 days from today | Fri 20 Nov 17:00
Friday the 27th | Fri 27 Nov 17:00
Friday, the 27th at noon | Fri 27 Nov 12:00
on Friday 27 | Fri 27 Nov 17:00
Tuesday 24 at 3 | Tue 24 Nov 15:00
Friday at the latest | Fri 20 Nov 17:00
Friday latest | Fri 20 Nov 17:00
at the latest Friday | Fri 20 Nov 17:00
at the latest on Friday | Fri 20 Nov 17:00
by Friday at the very latest | Fri 20 Nov 17:00
no later than next Tuesday | Tue 24 Nov 17:00
not later than Friday noon | Fri 20 Nov 12:00
on or before Friday | Fri 20 Nov 17:00
by or before Friday | Fri 20 Nov 17:00
not before Monday | Mon 23 Nov 17:00
not until Monday | Mon 23 Nov 17:00
Monday at the earliest | Mon 23 Nov 17:00
Monday earliest | Mon 23 Nov 17:00
starting Monday | Mon 23 Nov 17:00
as of Monday | Mon 23 Nov 17:00
come Monday | Mon 23 Nov 17:00
Thursday or Friday | Thu 19 Nov 17:00
by this Thursday | Thu 19 Nov 17:00
by tmrw | Thu 19 Nov 17:00
by tmr | Thu 19 Nov 17:00
2moro | Thu 19 Nov 17:00
tommorow | Thu 19 Nov 17:00
later tomorrow | Thu 19 Nov 17:00
sometime tomorrow | Thu 19 Nov 17:00
tomorrow sometime | Thu 19 Nov 17:00
any time tomorrow | Thu 19 Nov 17:00
by tomorrow at the latest | Thu 19 Nov 17:00
the very next day | Thu 19 Nov 17:00
by the next day | Thu 19 Nov 17:00
today | Wed 18 Nov 17:00
by today | Wed 18 Nov 17:00
still today | Wed 18 Nov 17:00
same day | Wed 18 Nov 17:00
later on today | Wed 18 Nov 17:00
on Friday, 2pm | Fri 20 Nov 14:00
on Friday - 2pm | Fri 20 Nov 14:00
Fri, 2 p.m. | Fri 20 Nov 14:00
FRIDAY 2PM | Fri 20 Nov 14:00
fri@2pm | Fri 20 Nov 14:00
Fri 14:00h | Fri 20 Nov 14:00
2pm on Fri. | Fri 20 Nov 14:00
yesterday | Tue 17 Nov
the day before yesterday | Mon 16 Nov
last Friday | Fri 13 Nov
last Tuesday | Tue 17 Nov
yesterday at 5pm | Tue 17 Nov 17:00
this time tomorrow | Thu 19 Nov 10:00
by this time tomorrow | Thu 19 Nov 10:00
same time tomorrow | Thu 19 Nov 10:00
tomorrow same time | Thu 19 Nov 10:00
tomorrow at the same time | Thu 19 Nov 10:00
this time next week | Wed 25 Nov 10:00
same time next week | Wed 25 Nov 10:00
same time on Friday | Fri 20 Nov 10:00
"""

PARTS = """
tomorrow AM | Thu 19 Nov 09:00
Friday PM | Fri 20 Nov 12:00
by Friday PM | Fri 20 Nov 17:00
Monday a.m. | Mon 23 Nov 09:00
tomorrow mid-morning | Thu 19 Nov 10:00
by mid-morning tomorrow | Thu 19 Nov 11:00
by mid-afternoon | Wed 18 Nov 15:00
late afternoon tomorrow | Thu 19 Nov 15:00
tomorrow late afternoon | Thu 19 Nov 15:00
by late afternoon | Wed 18 Nov 17:00
by early afternoon | Wed 18 Nov 14:00
early afternoon | Wed 18 Nov 12:00
early tomorrow | Thu 19 Nov 09:00
early tomorrow morning | Thu 19 Nov 09:00
tomorrow early | Thu 19 Nov 09:00
early on Monday | Mon 23 Nov 09:00
bright and early tomorrow | Thu 19 Nov 09:00
early evening | Wed 18 Nov 17:00
late this afternoon | Wed 18 Nov 15:00
later this afternoon | Wed 18 Nov 15:00
at lunch tomorrow | Thu 19 Nov 12:00
tomorrow at lunchtime | Thu 19 Nov 12:00
over lunch | Wed 18 Nov 12:00
by lunch | Wed 18 Nov 13:00
right after lunch | Wed 18 Nov 13:00
after lunch tomorrow | Thu 19 Nov 13:00
tomorrow after lunch | Thu 19 Nov 13:00
Friday before lunch | Fri 20 Nov 12:00
tomorrow night | Thu 19 Nov 20:00
by tomorrow night | Thu 19 Nov 23:59
Friday evening | Fri 20 Nov 18:00
by tonight | Wed 18 Nov 23:59
later tonight | Wed 18 Nov 21:00
this morning | Wed 18 Nov 12:00
by this afternoon | Wed 18 Nov 17:00
in the afternoon | Wed 18 Nov 12:00
in the evening | Wed 18 Nov 18:00
tomorrow in the afternoon | Thu 19 Nov 12:00
on the afternoon of Friday | Fri 20 Nov 12:00
the morning of the 24th | Tue 24 Nov 09:00
first thing | Thu 19 Nov 09:00
first thing Monday morning | Mon 23 Nov 09:00
Monday first thing | Mon 23 Nov 09:00
first thing on Monday | Mon 23 Nov 09:00
first thing next week | Mon 23 Nov 09:00
last thing today | Wed 18 Nov 17:00
last thing on Friday | Fri 20 Nov 17:00
Monday morning first thing | Mon 23 Nov 09:00
over the course of tomorrow | Thu 19 Nov 17:00
during the afternoon | Wed 18 Nov 12:00
Thursday noon | Thu 19 Nov 12:00
tomorrow midday | Thu 19 Nov 12:00
tomorrow around midday | Thu 19 Nov 12:00
tomorrow before noon | Thu 19 Nov 12:00
by the morning | Thu 19 Nov 12:00
"""

END_OF_WORK = """
end of the business day | Wed 18 Nov 17:00
by the end of the working day | Wed 18 Nov 17:00
by end of the work day | Wed 18 Nov 17:00
by the end of the workday | Wed 18 Nov 17:00
by the end of my day | Wed 18 Nov 17:00
by the end of the day today | Wed 18 Nov 17:00
by the end of day tomorrow | Thu 19 Nov 17:00
end of day on Friday | Fri 20 Nov 17:00
Friday, end of day | Fri 20 Nov 17:00
Friday (EOD) | Fri 20 Nov 17:00
by close of day Monday | Mon 23 Nov 17:00
by the close of business on Monday | Mon 23 Nov 17:00
by business close tomorrow | Thu 19 Nov 17:00
by day's end | Wed 18 Nov 17:00
by day end | Wed 18 Nov 17:00
before end of day | Wed 18 Nov 17:00
before the end of the day | Wed 18 Nov 17:00
before the day is over | Wed 18 Nov 17:00
before the day is out | Wed 18 Nov 17:00
before COB tomorrow | Thu 19 Nov 17:00
tomorrow EOD | Thu 19 Nov 17:00
tomorrow COB | Thu 19 Nov 17:00
EOD Fri | Fri 20 Nov 17:00
by eod today | Wed 18 Nov 17:00
by e.o.d. | Wed 18 Nov 17:00
by EOBD | Wed 18 Nov 17:00
EOB tomorrow | Thu 19 Nov 17:00
eod thursday latest | Thu 19 Nov 17:00
by tomorrow's EOD | Thu 19 Nov 17:00
EOD on the 24th | Tue 24 Nov 17:00
EOD 24 Nov | Tue 24 Nov 17:00
by COB next Monday | Mon 23 Nov 17:00
start of business Monday | Mon 23 Nov 09:00
by start of business tomorrow | Thu 19 Nov 09:00
at the start of the day tomorrow | Thu 19 Nov 09:00
start of day Friday | Fri 20 Nov 09:00
by the start of the working day on Friday | Fri 20 Nov 09:00
by the end of Friday | Fri 20 Nov 17:00
end of Friday | Fri 20 Nov 17:00
by end of today | Wed 18 Nov 17:00
"""

WEDNESDAY = [
    row for table in (WEEKDAYS, PARTS, END_OF_WORK) for row in cases(table, "2026-11-18T10:00", "America/New_York")
]


def test_days_by_name_and_their_parts() -> None:
    assert wrong(WEDNESDAY) == []


FROM_A_FRIDAY_AFTERNOON = """
Friday | Fri 20 Nov 17:00
by Friday | Fri 20 Nov 17:00
next Friday | Fri 27 Nov 17:00
this Friday | Fri 20 Nov 17:00
Monday | Mon 23 Nov 17:00
next Monday | Mon 23 Nov 17:00
Tuesday | Tue 24 Nov 17:00
Wednesday | Wed 25 Nov 17:00
Thursday morning | Thu 26 Nov 09:00
by EOW | Fri 20 Nov 17:00
end of next week | Fri 27 Nov 17:00
mid-week | Wed 25 Nov 17:00
by 3pm | Sat 21 Nov 15:00
by 5 | Fri 20 Nov 17:00
before lunch on Monday | Mon 23 Nov 12:00
this afternoon | Fri 20 Nov 17:00
tonight | Fri 20 Nov 20:00
over the weekend | Sat 21 Nov 09:00
in 2 business days | Tue 24 Nov 17:00
next business day | Mon 23 Nov 17:00
in an hour | Fri 20 Nov 16:30
"""
FROM_A_SUNDAY = """
Monday | Mon 23 Nov 17:00
tomorrow | Mon 23 Nov 17:00
next Monday | Mon 23 Nov 17:00
next Friday | Fri 27 Nov 17:00
this Friday | Fri 27 Nov 17:00
by the end of the week | Fri 27 Nov 17:00
EOW | Fri 27 Nov 17:00
end of this week | Fri 27 Nov 17:00
before the end of the week | Fri 27 Nov 17:00
by the end of the weekend | Sun 22 Nov 17:00
next week | Mon 23 Nov 09:00
by end of next week | Fri 27 Nov 17:00
in 1 business day | Mon 23 Nov 17:00
first thing tomorrow | Mon 23 Nov 09:00
first thing | Mon 23 Nov 09:00
"""
OTHER = cases(FROM_A_FRIDAY_AFTERNOON, "2026-11-20T15:30", "Europe/London") + cases(
    FROM_A_SUNDAY, "2026-11-22T12:00", "Europe/Berlin"
)


def test_days_as_said_late_in_the_week() -> None:
    assert wrong(OTHER) == []
