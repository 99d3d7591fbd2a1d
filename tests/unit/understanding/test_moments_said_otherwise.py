"""Rarer ways to say a moment: offsets from UTC, days counted from a feast, rough hours, meals, dashes."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

OFFSETS = """
by 09:00 UTC-8 on Monday | Mon 23 Nov 12:00
the gate opens at 18:30 GMT-3 tomorrow | Thu 19 Nov 16:30
I'll dial in 15:00 UTC-08:00 on Friday | Fri 20 Nov 18:00
the vet rings at 16:00 UTC\u22125 on Thursday | Thu 19 Nov 16:00
we'll pour the slab at 07:00 UTC\u20133 tomorrow | Thu 19 Nov 05:00
the choir starts at 8pm GMT +1 on Saturday | Sat 21 Nov 14:00
I'll upload the scans by 22:30 UTC+5:30 tomorrow | Thu 19 Nov 12:00
I'll post the keys at 14:00 UTC+5.30 on Friday | Fri 20 Nov 03:30
between 14:00 UTC-15:00 UTC tomorrow | Thu 19 Nov 09:00
I'll be at the kiln 14:00 UTC tomorrow - 5 people are coming | Thu 19 Nov 09:00
"""
FROM_FEASTS = """
I'll ship the wreaths two days before Christmas | Wed 23 Dec 17:00
we'll open the rink three days before Christmas | Tue 22 Dec 17:00
we'll send the roof quote a week before Christmas | Fri 18 Dec 17:00
I'll return the van two days after Thanksgiving | Sat 28 Nov 17:00
she'll have the proofs a week after Thanksgiving | Thu 3 Dec 17:00
I'll pick up the tiles the Friday before Christmas | Fri 18 Dec 17:00
he'll fit the boiler Monday after Thanksgiving | Mon 30 Nov 17:00
we'll harvest a day before Halloween | Sat 30 Oct 2027 17:00
I will call the mill ten days after Easter | Wed 7 Apr 2027 17:00
I'll be done by Easter weekend | Fri 26 Mar 2027 17:00
we open the barn over Easter weekend | Sat 27 Mar 2027 09:00
I'll repaint it after Thanksgiving weekend | Mon 30 Nov 09:00
I'll clean the pool before Labor Day weekend | Fri 3 Sep 2027 17:00
"""
ROUGHLY = """
I'll send it by about 4 | Wed 18 Nov 16:00
I'll have the crates out by about 4.30 | Wed 18 Nov 16:30
we'll be there by approx 4.30 | Wed 18 Nov 16:30
the plumber comes at roughly 3 | Wed 18 Nov 15:00
I'll ring tomorrow roughly 3 | Thu 19 Nov 15:00
I'll drop the sash off at approximately 11 | Wed 18 Nov 11:00
you'll have the menu by ca 2 | Wed 18 Nov 14:00
I'll feed the hens before about 11.15 | Wed 18 Nov 11:15
we need about 4 | none
we sold roughly 3 | none
it grew by about 4 | none
the queue was at about 40 people | none
by about 4 percent | none
it is roughly 4.30 long | none
"""
SPOKEN = """
I'll call at quarter of three | Wed 18 Nov 14:45
I'll land by a quarter of twelve | Wed 18 Nov 11:45
I'll call at 5 to 5 | Wed 18 Nov 16:55
the bus leaves at 20 to 4 | Wed 18 Nov 15:40
I'll ring you five to five | Wed 18 Nov 16:55
he'll be here at five and twenty past three | Wed 18 Nov 15:25
we'll lock up at five and twenty to six | Wed 18 Nov 17:35
we're open at 5 to 9 on Friday | Fri 20 Nov 17:00
a quarter of five people left | none
it fell by a quarter of three points | none
we won ten to five | none
I'll feed five to five hundred hens | none
I'll call at the top of the hour | Wed 18 Nov 11:00
the kiln goes on at the bottom of the hour | Wed 18 Nov 10:30
they read the news at the top of every hour | none
the timer sits at the top of the page | none
the top of the hour glass broke | none
"""
SPANS = """
you'll have the plans by close of the week | Fri 20 Nov 17:00
I'll bill you at close of the month | Mon 30 Nov 17:00
we keep it close on weekdays | none
I'll send the honey on the 15th of the month after next | Fri 15 Jan 2027 17:00
I'll be back the month after next | Fri 1 Jan 2027 09:00
by the end of the month after next | Fri 29 Jan 2027 17:00
rent is due on the 1st of the following month | Tue 1 Dec 17:00
2nd week of December | Mon 7 Dec 09:00
we'll plough in the 3rd week of January | Mon 11 Jan 2027 09:00
the 1st week of next month | Tue 1 Dec 09:00
I'll glaze it in the last week of November | Mon 30 Nov 09:00
I'll glaze it by the last week of November | Mon 30 Nov 17:00
I'll mow it Monday three weeks | Mon 14 Dec 17:00
see you Friday in three weeks | Fri 11 Dec 17:00
it broke Monday, three weeks of work lost | Mon 23 Nov 17:00
"""
MEALS = """
I'll feed the calves by breakfast tomorrow | Thu 19 Nov 09:00
I'll ring before breakfast on Friday | Fri 20 Nov 08:00
I'll send the score after dinner | Wed 18 Nov 19:00
before dinner I'll post the key | Wed 18 Nov 18:00
I'll send it tomorrow dinner time at 6.15pm | Thu 19 Nov 18:15
I'll ring at lunch time tomorrow | Thu 19 Nov 12:00
we'll drop it off after supper on Friday | Fri 20 Nov 19:00
we're at dinner | none
I'm at lunch | none
the dinner menu changed | none
what's for dinner | none
Thanksgiving dinner was burnt | none
the Friday dinner was burnt | none
the Friday dinner is on me | none
breakfast is included | none
the dinner was cold | none
a table for 3 at the dinner show | none
"""
DASHED = """
I'll file the permit by 11-25 | Wed 25 Nov 17:00
I'll file the permit by 11-25. | Wed 25 Nov 17:00
dial by 11-25-7 | none
the ewes are due on 12-04 at noon | Fri 4 Dec 12:00
I'll fire the pots before 25-11 | Tue 24 Nov 17:00
it grew by 11-25 percent | none
costs rose by 11-25 | none
read pages 11-25 | none
it takes 11-25 days | none
we seat 11-25 people | none
the score was 11-25 | none
a delay of 11-25 | none
"""
DOTTED = """
I'll send it 1.12.26 | Tue 1 Dec 17:00
I'll bring the cello on 1.12.26 | Tue 1 Dec 17:00
by 3.2.27 you'll have the lease | Wed 3 Feb 2027 17:00
I'll prune them until 30.11.26 at noon | Mon 30 Nov 12:00
I'll be there 24.11. at 10 | Tue 24 Nov 10:00
by 24.11. at 10 I'll have it | Tue 24 Nov 10:00
on 24.11. at 10 | Tue 24 Nov 10:00
we run 1.12.26 in the shop | none
I'll upgrade to 1.12.26 | none
version 1.12.26 broke the till | none
we are on 3.11.15 now | none
"""
WEDNESDAY = "2026-11-18T10:00"


def _read(table: str) -> list[str]:
    return wrong(cases(table, WEDNESDAY, "America/New_York"))


def test_an_offset_from_utc_may_have_any_sign_and_any_dash() -> None:
    assert _read(OFFSETS) == []


def test_days_weeks_and_weekdays_are_counted_from_a_feast_and_feasts_have_weekends() -> None:
    assert _read(FROM_FEASTS) == []


def test_an_hour_may_be_asked_for_roughly() -> None:
    assert _read(ROUGHLY) == []


def test_minutes_are_spoken_in_rarer_ways() -> None:
    assert _read(SPOKEN) == []


def test_ends_of_spans_weeks_of_months_and_weekdays_weeks_away() -> None:
    assert _read(SPANS) == []


def test_meals_are_parts_of_the_day() -> None:
    assert _read(MEALS) == []


def test_two_numbers_with_a_dash_are_a_date_where_one_is_asked_for() -> None:
    assert _read(DASHED) == []


def test_a_dotted_date_with_a_short_year_is_one_where_dates_are_written_so() -> None:
    assert wrong(cases(DOTTED, WEDNESDAY, "Europe/Berlin", "de-DE")) == []


def test_a_weekday_weeks_away_is_counted_from_today_where_it_is_that_day() -> None:
    rows = cases("Monday three weeks | Mon 30 Mar 17:00", "2026-03-09T10:00", "Europe/London", "en-GB")
    assert wrong(rows) == []
