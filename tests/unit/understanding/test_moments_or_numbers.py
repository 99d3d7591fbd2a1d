"""Two numbers with a dot or a slash beside a moment that says when: versions, parts and bugs are no dates."""

from __future__ import annotations

from tests.unit.understanding.moment_tables import cases, wrong

NUMBERS = """
I'll deploy version 3.11 tomorrow | Thu 19 Nov 17:00
we upgrade to version 3.11 tomorrow | Thu 19 Nov 17:00
I'll move to Python 3.11 by Friday | Fri 20 Nov 17:00
We're on 3.11, I'll test tomorrow | Thu 19 Nov 17:00
I'll ship 10.4 by Friday | Fri 20 Nov 17:00
patch 5.11 goes out on Monday | Mon 23 Nov 17:00
I'll ship 4.10 by tomorrow noon | Thu 19 Nov 12:00
the fix lands in 2.10 by Friday | Fri 20 Nov 17:00
I'll upgrade to 9.12 on Monday | Mon 23 Nov 17:00
the ratio goes to 1.4 next week | Mon 23 Nov 09:00
I'll recut the 2.5 in three days | Sat 21 Nov 17:00
I'll migrate them from 2.8 to 3.1 by Monday | Mon 23 Nov 17:00
I'll mark sheet 7/8 by Thursday | Thu 19 Nov 17:00
I'll send part 1/2 tomorrow | Thu 19 Nov 17:00
I'll bring order 1/2 by Friday | Fri 20 Nov 17:00
I'll fix bug 12/3 by Friday | Fri 20 Nov 17:00
I'll fix bug 12/3 by end of week | Fri 20 Nov 17:00
I'll make it a 4/5 by tomorrow | Thu 19 Nov 17:00
I'll fit the 1/2 inch pipe on Monday | Mon 23 Nov 17:00
invoice 2026-11 goes out tomorrow | Thu 19 Nov 17:00
I'll pay invoice 2026-11 tomorrow | Thu 19 Nov 17:00
I'll rewrite clause 4.2 at noon | Wed 18 Nov 12:00
lesson 3.2 is yours by 4pm | Wed 18 Nov 16:00
I'll print chapter 5/12 | none
I'll proof section 4.2 | none
"""
DATES = """
I'll call on 3.12. at noon | Thu 3 Dec 12:00
I'll do it by 4/12 | Mon 12 Apr 2027 17:00
I'll do it by 4/12, Monday at the latest | Mon 12 Apr 2027 17:00
we deliver 12/7 at noon | Mon 7 Dec 12:00
we deliver on Monday 12/7 | Mon 7 Dec 17:00
we deliver 12/7, Monday | Mon 7 Dec 17:00
I'll ship the order 12/5 | Sat 5 Dec 17:00
on 5.12. I'll tune it, tomorrow I can't | Sat 5 Dec 17:00
before 12/7 by noon | Mon 7 Dec 12:00
I'll ring on 3.12 at noon | Thu 3 Dec 12:00
"""
IN_GERMANY = """
ich: I'll call on 3.12, the list comes tomorrow | Thu 3 Dec 17:00
I'll call 3.12 on Thursday | Thu 3 Dec 17:00
we're on 3.11, I'll test tomorrow | Thu 19 Nov 17:00
by 4.12 I'll have it | Fri 4 Dec 17:00
I'll send part 2.12 by Friday | Fri 20 Nov 17:00
"""


def test_numbers_beside_a_moment_are_no_dates() -> None:
    assert wrong(cases(NUMBERS, "2026-11-18T10:00", "America/New_York")) == []


def test_dates_stay_dates() -> None:
    assert wrong(cases(DATES, "2026-11-18T10:00", "America/New_York")) == []
    assert wrong(cases(IN_GERMANY, "2026-11-18T10:00", "America/New_York", locale="de-DE")) == []
