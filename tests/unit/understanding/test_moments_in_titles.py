"""Order numbers, brands, films, idioms, years long past and times of runners: nothing that is due."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

NUMBERS = """
Order 20-11-4471 | none
part no 20-11-2026 is out of stock | none
the serial is 4471-11-20 | none
ticket 12-10-2027 is still open | none
ref 05-12-26 please | none
I'll ship it 20-11-2026 | Fri 20 Nov 17:00
the order leaves on 20-11-2026 | Fri 20 Nov 17:00
"""
BRANDS = """
we track it on Monday.com | none
I put the roster into monday.com | none
Noon.app charges too much | none
june.io shows the numbers | none
by friday.so i'll call her | Fri 20 Nov 17:00
Call Me At Three Thirty | Wed 18 Nov 15:30
I got the ice at 7-Eleven | none
meet at the Seven-Eleven | none
he trains at 24 Hour Fitness | none
I'll call Monday.Then we see | Mon 23 Nov 17:00
"""
TITLES = """
28 Days Later | none
we watched 28 Days Later | none
Six Days Seven Nights was on | none
I'll be back 28 days later | Wed 16 Dec 17:00
I WILL CALL YOU 2 DAYS LATER | Fri 20 Nov 17:00
In 2 Days we open the bakery | Fri 20 Nov 17:00
"""
IDIOMS = """
he has a 5 o'clock shadow | none
it's five o'clock somewhere | none
in my Sunday best | none
she wore her Sunday best to court | none
a Sunday driver scratched the van | none
Monday blues again | none
the Friday feeling is back | none
we had Sunday roast with Gran | none
It's Friday, Friday, gotta get down | none
It's Wednesday again | none
Monday, Monday, so good to me | none
Today is Wednesday | none
tomorrow is Thursday | none
Christmas weekend is always busy | none
Friday is usually quiet | none
it's Wednesday, I'll call at 4 | Wed 18 Nov 16:00
the deadline is Friday | Fri 20 Nov 17:00
it's Friday at 3 | Fri 20 Nov 15:00
it's Friday | Fri 20 Nov 17:00
at 5 o'clock I'll lock the shed | Wed 18 Nov 17:00
I'll bring it Sunday, best wishes | Sun 22 Nov 17:00
"""
PAST_YEARS = """
In 2019 we had none | none
she was born in May 1990 | none
the mill was built in 1962 | none
I worked there until March 2011 | none
he left the band on 12 May 2003 | none
in 2027 we move the shop | Fri 1 Jan 2027 00:00
I'll reopen it in May 2027 | Sat 1 May 2027 09:00
in 2014 | Wed 1 Jan 2014 00:00
"""
GAMES = """
In the 3rd quarter of the game | none
they won it in the last quarter of the game | none
we scored in the fourth quarter of the final | none
I ran 10:42 on the treadmill | none
she swam a 1:58 | none
he rowed 7:05 this morning | Wed 18 Nov 12:00
I did 6:50 for the mile | none
I managed 12:20 on the rower | none
in the 3rd quarter of the year | Thu 1 Jul 2027 09:00
the class ran 10:30-11:15 | Wed 18 Nov 10:30
I'll call 10:42 on the dot | Wed 18 Nov 10:42
"""
FEASTS = """
Cyber Monday sales are down | none
Black Friday deals everywhere | none
our Boxing Day menu is out | none
New Year's Eve tickets are sold out | none
I'll post it Boxing Day morning | Sat 26 Dec 09:00
I'll file it Cyber Monday | Mon 30 Nov 17:00
before the Black Friday rush I'll fix the till | Thu 26 Nov 17:00
"""
NAMED = """
Noon is a nice cafe name | none
Midnight is a great film | none
Monday is a company we supply | none
noon is fine | Wed 18 Nov 12:00
Noon is a good time for me | Wed 18 Nov 12:00
"""


def _read(table: str) -> list[str]:
    return wrong(cases(table, "2026-11-18T10:00", "America/New_York"))


def test_what_is_numbered_like_a_date_is_none() -> None:
    assert _read(NUMBERS) == []


def test_brands_with_words_of_time_name_no_moment() -> None:
    assert _read(BRANDS) == []


def test_titles_with_words_of_time_name_no_moment() -> None:
    assert _read(TITLES) == []


def test_idioms_and_days_that_are_sung_of_name_no_moment() -> None:
    assert _read(IDIOMS) == []


def test_years_long_past_are_told_of_and_nothing_is_due_in_them() -> None:
    assert _read(PAST_YEARS) == []


def test_games_and_runs_are_measured() -> None:
    assert _read(GAMES) == []


def test_a_feast_that_says_which_thing_is_meant_is_no_day() -> None:
    assert _read(FEASTS) == []


def test_a_thing_that_bears_the_name_of_a_time_is_told_of() -> None:
    assert _read(NAMED) == []
