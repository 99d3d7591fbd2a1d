"""Where a sentence ends: a dot that only shortens a word, or stands in a date, ends none."""

from __future__ import annotations

import pytest

from bot.understanding.text import sentences

WHOLE = """
I'll reply by Dec. 15
I'll call the vet on Mon., Nov. 30, 2026, at 3:00 p.m. sharp
The roof is done Fri. at 3
You'll have the frames next Tues. before noon
I'll bring it Thurs. EOD
will ring her on wed. at ten
we pour the concrete on Sat. Nov. 28
I'll fetch the keys on Wed. 2 December
Delivery moved to Sept. 9th
I'll prune it from Jan. to Mar. if they like
I'll be there on 3.12. at noon
the crown fits on 3. December
I'll call Mrs. Okafor tomorrow
I'll ask Dr. Lund or Prof. Abe
Sgt. Ruiz gets the report
Bring tools, e.g. Allen keys
I'll paint both doors, i.e. Front and back
Acme vs. Globex is on Friday
It takes approx. 30 minutes
I'll mend no. 7 tomorrow
see fig. 3 and p. 12
St. Mary's gets the organ back
Bolts, nuts etc. arrive tomorrow
I'll invoice Acme Inc. on Friday
Hartmann Ltd. Munich gets the pump
I'll write to J. Smith tomorrow
I'll see J.R. Ewing at 4
The U.S. team calls back
At 3 p.m. I'll call her
Tomorrow at 9 a.m. Ana brings the cake
I'll call at 3 p.m. EST on Friday
I'll be there by 10 a.m. Monday
done by 5 p.m. tomorrow
"""
PARTED = r"""
I'll call on Mon. Then we see | 2
I'll be done by Fri. They want it sooner | 2
The fitter came in Nov. I'll ask him | 2
there we sat. 3 people waited | 2
Is it fixed? No. I'll send someone | 3
They called at 3 p.m. I'll answer tomorrow | 2
we open at 9 a.m. The baker comes at 10 | 2
We sell soap, candles etc. I'll send a list | 2
I spoke to Acme Inc. They wait until Friday | 2
He moved to Main St. I'll drive there | 2
That was plan B. Now I'll try C | 2
Take vitamin C. Anna will bring it | 2
so do I. Nobody objects | 2
I'll do it by Dec.\n15 people wait | 2
We are on 3.11. I'll test it | 2
We'll do it in 2 or 3. Ana decides | 2
I'll reply on Dec. 15. Then we ship | 2
"""


@pytest.mark.parametrize("text", WHOLE.strip().splitlines())
def test_a_shortened_word_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("row", PARTED.strip().splitlines())
def test_a_shortened_word_may_stand_at_the_end(row: str) -> None:
    text, count = row.replace("\\n", "\n").split(" | ")
    assert len(sentences(text)) == int(count)
