"""When a promise is due: what stands in its own clause, as it was corrected; others' clauses count only without one."""

from __future__ import annotations

from datetime import datetime
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.clock import WorkingHours
from bot.facts import Post
from bot.understanding import read
from bot.understanding.due_clauses import LONGEST, wordings
from tests.unit.understanding.moment_tables import show

NOW = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo("America/New_York"))

OWN = """
They wrote on Monday; I'll answer tomorrow | Thu 19 Nov 17:00
She wrote on Sunday and I'll call her tomorrow | Thu 19 Nov 17:00
the demo is on Friday and I'll reply tomorrow | Thu 19 Nov 17:00
They have a launch on Friday, I'll reply tomorrow | Thu 19 Nov 17:00
contract ends on 30 November, I'll call them tomorrow | Thu 19 Nov 17:00
She is travelling until Monday so I'll call her tomorrow | Thu 19 Nov 17:00
order from 12 October never came, I'll chase it tomorrow | Thu 19 Nov 17:00
Order came on Tuesday; refund in two days | Fri 20 Nov 17:00
They asked for it by Friday but I'll have it by Monday | Mon 23 Nov 17:00
I spoke to the landlord on Monday, I'll send the lease tomorrow | Thu 19 Nov 17:00
I'm away until Monday, but I'll tune the piano on Tuesday | Tue 24 Nov 17:00
Her flight lands on Friday, so I'll send the itinerary tomorrow | Thu 19 Nov 17:00
I'll bake the cake tomorrow, the party is on Saturday | Thu 19 Nov 17:00
I'll fit the boiler tomorrow because they move in on Friday | Thu 19 Nov 17:00
The Hendersons have a wedding on Saturday, I'll bring the flowers tomorrow at 4pm | Thu 19 Nov 16:00
We have a call at 3, I'll send the minutes at 5 | Wed 18 Nov 17:00
I'll call Ann, who wrote on Monday, tomorrow | Thu 19 Nov 17:00
On Monday they complained, I'll answer tomorrow | Thu 19 Nov 17:00
The pump broke on Sunday (they told us on Monday) - I'll mend it on Friday | Fri 20 Nov 17:00
The auction closes on Monday, 30 November, I'll bid tomorrow | Thu 19 Nov 17:00
"""
ANOTHERS = """
They want it by Friday, I'll have it ready | Fri 20 Nov 17:00
The vet needs the chart by Friday, I'll send it | Fri 20 Nov 17:00
Can you do it by Friday? - I'll do it | Fri 20 Nov 17:00
By Friday, I'll have the quote | Fri 20 Nov 17:00
Friday works, I'll send it | Fri 20 Nov 17:00
Friday suits them, I'll come at 3 | Fri 20 Nov 17:00
I'll send it by Friday noon, Monday at the latest | Fri 20 Nov 12:00
I'll send it when she's back on Monday | Mon 23 Nov 17:00
I'll look at the roof today and I'll send the quote by Friday | Fri 20 Nov 17:00
you'll have it by Friday, and I'll call you on Monday | Fri 20 Nov 17:00
The invoice is with you by Friday, I'll see to it today | Fri 20 Nov 17:00
I'll send the frames tomorrow, the rest goes out by Friday | Fri 20 Nov 17:00
I'll be there on Monday, 30 November, at 4pm | Mon 30 Nov 16:00
I'll be out at 2:00 - 2:30 pm on Tuesday and will call then | Tue 24 Nov 14:00
"""
CORRECTED = """
I'll do it Thursday, no, Friday | Fri 20 Nov 17:00
I'll send it Thursday - sorry, Friday | Fri 20 Nov 17:00
I said Thursday, but it'll be Friday | Fri 20 Nov 17:00
You'll have the crown on Monday, no wait, Tuesday | Tue 24 Nov 17:00
I'll send it on Thursday, I mean Friday | Fri 20 Nov 17:00
I'll bring it by Monday, or rather by Tuesday | Tue 24 Nov 17:00
“Größe 5” comes Thursday… No, Friday, I'll bring it | Fri 20 Nov 17:00
We'll move it from Thursday to Friday | Fri 20 Nov 17:00
I'll shift her lesson from 3pm to 5pm | Wed 18 Nov 17:00
"""
UNCORRECTED = """
I'll do it Thursday, no problem | Thu 19 Nov 17:00
I'll call on Thursday - sorry for the delay, Friday is full | Thu 19 Nov 17:00
I'll come on Thursday, no later than 3 | Thu 19 Nov 15:00
I'll come Thursday or Friday | Thu 19 Nov 17:00
I'm in from Thursday to Friday and will call then | Thu 19 Nov 17:00
"""


def misread(table: str) -> list[str]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    read_as = [(text, due, read(Post(text, NOW, WorkingHours("America/New_York")), ()).due) for text, due in rows]
    return [f"{text}: {found}" for text, due, found in read_as if found is None or show(found, NOW) != due]


def test_the_promise_is_due_when_its_own_clause_says() -> None:
    assert misread(OWN) == []


def test_another_moment_counts_where_its_own_clause_names_none() -> None:
    assert misread(ANOTHERS) == []


def test_what_was_corrected_is_due_as_it_was_corrected() -> None:
    assert misread(CORRECTED) == []
    assert misread(UNCORRECTED) == []


def test_the_work_grows_with_the_length_of_a_text_at_most() -> None:
    def names_moment(words: str) -> bool:
        return "monday" in words.lower()

    for each in ("they came, ", "monday, no, monday ", "move it from a to ", "x's ", "a b c d ", "(- ", "and i so "):
        text = each * (LONGEST // len(each))
        begin = perf_counter()
        assert list(wordings(text, names_moment))
        assert perf_counter() - begin < 0.2, each
