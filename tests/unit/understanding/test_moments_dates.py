"""Calendar dates, in the order of the writer's locale, and the days that people name."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

DATES = """
Dec 5th, 2026 at 3:15 p.m. | Sat 5 Dec 15:15
December 5, 2026 | Sat 5 Dec 17:00
Dec. 5 | Sat 5 Dec 17:00
Dec.5 | Sat 5 Dec 17:00
5 Dec | Sat 5 Dec 17:00
5th Dec | Sat 5 Dec 17:00
5th of Dec. | Sat 5 Dec 17:00
the 5th of December 2026 | Sat 5 Dec 17:00
December the 5th | Sat 5 Dec 17:00
December the fifth | Sat 5 Dec 17:00
the fifth of December | Sat 5 Dec 17:00
December fifth | Sat 5 Dec 17:00
December twenty-first | Mon 21 Dec 17:00
the twenty-first of December | Mon 21 Dec 17:00
Sat 5th Dec | Sat 5 Dec 17:00
Saturday, 5 December 2026 | Sat 5 Dec 17:00
Saturday the 5th of December | Sat 5 Dec 17:00
Sat, Dec 5 | Sat 5 Dec 17:00
Sat Dec 5 2026 | Sat 5 Dec 17:00
5-Dec-2026 | Sat 5 Dec 17:00
05-DEC-26 | Sat 5 Dec 17:00
5-Dec | Sat 5 Dec 17:00
Dec-5 | Sat 5 Dec 17:00
5/Dec | Sat 5 Dec 17:00
5/Dec/2026 | Sat 5 Dec 17:00
05Dec2026 | Sat 5 Dec 17:00
5Dec | Sat 5 Dec 17:00
5 Dec '26 | Sat 5 Dec 17:00
Dec 5 '26 | Sat 5 Dec 17:00
2026-12-05 | Sat 5 Dec 17:00
2026/12/05 | Sat 5 Dec 17:00
2026.12.05 | Sat 5 Dec 17:00
2026-12-5 | Sat 5 Dec 17:00
2026-Dec-05 | Sat 5 Dec 17:00
2026 December 5 | Sat 5 Dec 17:00
05.12.2026 | Sat 5 Dec 17:00
5.12.2026 | Sat 5 Dec 17:00
05.12.26 | Sat 5 Dec 17:00
5.12. | Sat 5 Dec 17:00
on 5.12. | Sat 5 Dec 17:00
12/5 | Sat 5 Dec 17:00
by 12/05 | Sat 5 Dec 17:00
due 12/5 | Sat 5 Dec 17:00
12/5/26 | Sat 5 Dec 17:00
12/05/2026 | Sat 5 Dec 17:00
12-05-2026 | Sat 5 Dec 17:00
Sat 12/5 | Sat 5 Dec 17:00
Saturday (12/5) | Sat 5 Dec 17:00
12/5 at 2pm | Sat 5 Dec 14:00
12/5 2pm | Sat 5 Dec 14:00
12/5, 14:00 | Sat 5 Dec 14:00
12/5 @ 2 | Sat 5 Dec 14:00
2pm on 12/5 | Sat 5 Dec 14:00
2026-12-05 14:00 | Sat 5 Dec 14:00
2026-12-05 at 14:00 | Sat 5 Dec 14:00
2026-12-05, 2pm | Sat 5 Dec 14:00
2026-12-05T14:00 | Sat 5 Dec 14:00
2026-12-05T14:00:00 | Sat 5 Dec 14:00
2026-12-05T10:00Z | Sat 5 Dec 05:00
2026-12-05T10:00:00.000Z | Sat 5 Dec 05:00
2026-12-05 10:00 UTC | Sat 5 Dec 05:00
2026-12-05 10:00:00+01:00 | Sat 5 Dec 04:00
2026-12-05T10:00+0100 | Sat 5 Dec 04:00
20261205T100000Z | Sat 5 Dec 05:00
Sat, 05 Dec 2026 15:04:05 +0100 | Sat 5 Dec 09:04
Sat Dec 5 15:04:05 2026 | Sat 5 Dec 15:04
Sat Dec  5 15:04:05 EST 2026 | Sat 5 Dec 15:04
Saturday, December 5, 2026 3:04 PM | Sat 5 Dec 15:04
December 5, 3:15pm | Sat 5 Dec 15:15
3:15pm, December 5 | Sat 5 Dec 15:15
on the 3rd | Thu 3 Dec 17:00
by the 3rd | Thu 3 Dec 17:00
the 3rd | Thu 3 Dec 17:00
by the 3rd at 10 | Thu 3 Dec 10:00
on the 3rd, 10am | Thu 3 Dec 10:00
3rd of next month | Thu 3 Dec 17:00
the 3rd of next month | Thu 3 Dec 17:00
the 15th of next month | Tue 15 Dec 17:00
next month on the 3rd | Thu 3 Dec 17:00
the 28th of this month | Sat 28 Nov 17:00
the 28th of the month | Sat 28 Nov 17:00
on the first of the month | Tue 1 Dec 17:00
by the 1st of the month | Tue 1 Dec 17:00
the first of next month | Tue 1 Dec 17:00
no later than the 25th | Wed 25 Nov 17:00
the 25th at the latest | Wed 25 Nov 17:00
after the 25th | Wed 25 Nov 17:00
before the 25th | Tue 24 Nov 17:00
by Nov the 25th | Wed 25 Nov 17:00
on 25 Nov. at noon | Wed 25 Nov 12:00
Nov. 25, noon | Wed 25 Nov 12:00
Jan 4 | Mon 4 Jan 2027 17:00
by January 4th | Mon 4 Jan 2027 17:00
Mar 3 | Wed 3 Mar 2027 17:00
on March 3rd | Wed 3 Mar 2027 17:00
by May 3 | Mon 3 May 2027 17:00
3 May | Mon 3 May 2027 17:00
May 3rd at 9 | Mon 3 May 2027 09:00
1/4/2027 | Mon 4 Jan 2027 17:00
01/04/27 | Mon 4 Jan 2027 17:00
Jan 4 2027 at 9:30 | Mon 4 Jan 2027 09:30
Jan 4, 09:30 | Mon 4 Jan 2027 09:30
29 February | Tue 29 Feb 2028 17:00
Sept 1 | Wed 1 Sep 2027 17:00
the 1st of Sept. | Wed 1 Sep 2027 17:00
in week 49 | Mon 30 Nov 09:00
by week 49 | Fri 4 Dec 17:00
CW 50 | Mon 7 Dec 09:00
by the end of week 50 | Fri 11 Dec 17:00
"""

HOLIDAYS = """
by Christmas | Fri 25 Dec 17:00
before Christmas | Thu 24 Dec 17:00
Christmas Eve | Thu 24 Dec 17:00
on Xmas day | Fri 25 Dec 17:00
Boxing Day | Sat 26 Dec 17:00
New Year's Eve | Thu 31 Dec 17:00
NYE | Thu 31 Dec 17:00
by New Year's | Fri 1 Jan 2027 17:00
New Year's Day | Fri 1 Jan 2027 17:00
New Years Day | Fri 1 Jan 2027 17:00
before the new year | Thu 31 Dec 17:00
in the new year | Fri 1 Jan 2027 09:00
by Thanksgiving | Thu 26 Nov 17:00
Thanksgiving Day | Thu 26 Nov 17:00
before Thanksgiving | Wed 25 Nov 17:00
Black Friday | Fri 27 Nov 17:00
Cyber Monday | Mon 30 Nov 17:00
by Easter | Sun 28 Mar 2027 17:00
before Easter | Fri 26 Mar 2027 17:00
Good Friday | Fri 26 Mar 2027 17:00
Easter Monday | Mon 29 Mar 2027 17:00
Labor Day | Mon 6 Sep 2027 17:00
Memorial Day | Mon 31 May 2027 17:00
MLK Day | Mon 18 Jan 2027 17:00
Martin Luther King Day | Mon 18 Jan 2027 17:00
Presidents' Day | Mon 15 Feb 2027 17:00
Veterans Day | Thu 11 Nov 2027 17:00
Valentine's Day | Sun 14 Feb 2027 17:00
by Halloween | Sun 31 Oct 2027 17:00
Independence Day | Sun 4 Jul 2027 17:00
the 4th of July | Sun 4 Jul 2027 17:00
the day after Christmas | Sat 26 Dec 17:00
the day after Thanksgiving | Fri 27 Nov 17:00
the Monday after Thanksgiving | Mon 30 Nov 17:00
the week after Thanksgiving | Mon 30 Nov 09:00
two days before Christmas | Wed 23 Dec 17:00
"""

WEDNESDAY = [row for table in (DATES, HOLIDAYS) for row in cases(table, "2026-11-18T10:00", "America/New_York")]


def test_dates_and_days_with_a_name() -> None:
    assert wrong(WEDNESDAY) == []


DAY_FIRST = """
5/12 | Sat 5 Dec 17:00
by 05/12 | Sat 5 Dec 17:00
5/12/26 | Sat 5 Dec 17:00
05/12/2026 14:00 | Sat 5 Dec 14:00
05-12-2026 | Sat 5 Dec 17:00
Sat 5/12 | Sat 5 Dec 17:00
5/12 at 2pm | Sat 5 Dec 14:00
12/25 | Fri 25 Dec 17:00
3/4 at noon | Sat 3 Apr 2027 12:00
on 5.12. | Sat 5 Dec 17:00
the 5/12 | Sat 5 Dec 17:00
"""
MONTH_FIRST = """
12/5 | Sat 5 Dec 17:00
25/12 | Fri 25 Dec 17:00
3/4 at noon | Thu 4 Mar 2027 12:00
"""
BY_LOCALE = [
    row for locale in ("en-GB", "de-DE", "en_AU", "fr") for row in cases(DAY_FIRST, "2026-11-18T10:00", "UTC", locale)
] + [row for locale in ("en-US", "en_US", "en") for row in cases(MONTH_FIRST, "2026-11-18T10:00", "UTC", locale)]


def test_the_order_of_day_and_month_is_the_locales() -> None:
    assert wrong(BY_LOCALE) == []
