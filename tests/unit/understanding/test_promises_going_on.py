"""Promises that go on from something idle, that others carry out, or that tell what to expect; and look-alikes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.clock import WorkingHours
from bot.understanding import read_due
from bot.understanding.english.promise_words import MAY_PROMISE
from bot.understanding.promises import Judged, Setting, judge

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
PROMISES = {
    "first something idle": """
I'll grit my teeth and call the landlord
I'll sit down after surgery and write the referral for you
once the ovens cool down, I'll go away and bake a second tray for them
fine, I'll skip lunch and drive the part over to them
I'll be the messenger and tell the Okafors it's delayed
""",
    "others carry it out": """
I'll have the porter carry her trunk up
I'll have Kwame pick up the harp
we'll have the night nurse check on him
I'll get someone to sweep your chimney
we'll see to it that the gate is painted
""",
    "what may be expected": """
Expect my estimate by Thursday.
Please expect our reply before noon tomorrow.
You can expect the sketches on Monday.
Rest assured that you will have the keys by Friday.
We guarantee that the lift will run again by Monday.
The casket leaves our workshop tomorrow.
""",
    "by name": """
put me down for the Lindqvist visit
you can put my name down for the Sunday stall
happy to own the seating plan
we'd be willing to store the piano for you
let me be the one to call her
I'll be the one to tell the parents
""",
    "time that is asked for": """
gimme till noon and I'll have a price for the Haddads
give me 20 minutes and I'll ring her
""",
    "staying with them": """
I'll stay on the line with him until the plumber's there
I'll stay with you on the line until the ambulance comes
we'll keep the family posted on the search
""",
    "after what was told": """
Told the mayor already and will tell the school as soon as I'm back
texted the bride and will call the florist at two
will def bring her the tiles on Friday
""",
}
LOOK_ALIKES = {
    "idle on both sides": """
I'll sit down and have a coffee
I'll stay home and watch the match
I'll be in Rome and visit the museums
I'll be in bed and not answer the phone
I'll wait here and see if he calls
I'll be there and so will she
""",
    "what one has": """
I'll have the soup please
I'll have the fish and she'll have the steak
I'll have someone to talk to at least
I'll have my hair cut tomorrow
""",
    "expected otherwise": """
expect rain on Monday
I expect an answer by Friday
we expect your payment by Friday
he expects my report by Monday
Don't expect a reply before Monday
we guarantee nothing
they guarantee that it will arrive tomorrow
rest assured I never liked him
The bus leaves my street at 8 tomorrow
""",
    "by name": """
put me down for the fish on Saturday
they put my name down for Monday
I'm happy to own two cats
I'd be willing to bet on that
let me be clear about the price
I'll be the one to pay for it
you'll be the one to blame
""",
    "staying and giving": """
I'll stay at the hotel with friends
I'll stay on the bus with them
gimme a break
gimme five
""",
    "told by others": """
Told me it's fine and will call back tomorrow
Told the boss already, he will tell the school
""",
}


def judged(text: str) -> Judged:
    return judge(text, lambda sentence: read_due(sentence, NOW, WorkingHours()) is not None, Setting(0.0, False))


def lines(groups: dict[str, str]) -> list[str]:
    return [line for block in groups.values() for line in block.strip().splitlines()]


@pytest.mark.parametrize("text", lines(PROMISES))
def test_a_promise_commits_however_it_begins(text: str) -> None:
    assert MAY_PROMISE.search(text)
    assert judged(text).commits


@pytest.mark.parametrize("text", lines(LOOK_ALIKES))
def test_what_only_begins_like_one_does_not(text: str) -> None:
    assert not judged(text).commits
