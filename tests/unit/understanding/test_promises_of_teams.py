"""Shapes of promises beside "I will": a team's, with a laugh, behind another clause, without a doer; and doubles."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.clock import WorkingHours
from bot.understanding import read_due
from bot.understanding.promises import read_promise

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
PROMISES = {
    "a team's": """
My team will send you the report tomorrow
Our engineers will fix it by Friday
Someone from our team will call you tomorrow
one of our technicians will get back to her today
we gonna fix it for them today
""",
    "with a laugh": """
haha yes I'll tell them
lol ok I'll call them
I'll write them the email 😂
will send it to her today haha
sorry 😅 will send it today
""",
    "behind another clause": """
I was at lunch, will check with them now
was ooo, will reply to him today
I don't know, I'll ask Dana
not sure, I'll check with finance
I won't get to it today, will call her tomorrow
""",
    "that tell whether something happens": """
I'll keep an eye on it and let you know if it happens again
I'll ask her if she wants a call
""",
    "plans and vows": """
We're planning to ship it to them on Thursday
We should be able to send it to you by Wednesday
should have it to you by 5
We undertake to deliver the remaining units by 30 June
I agreed to call her back tomorrow
""",
    "without a doer": """
will be sorted today
It'll be in your inbox by noon
this will be done by EOD
""",
    "with somebody seeing to it": """
I'll see that he gets it today
I'll take that as an action item
We'll knock twenty percent off your next bill
""",
}
LOOK_ALIKES = {
    "of things": """
will do the trick
will do nicely
will take a while
will work for me
will go live tomorrow
will run until 5
""",
    "jokes": """
lol I'll throw my laptop out of the window
haha I'll eat my hat
sure, I'll just rebuild it all by tonight 😂
""",
    "flat noes, and what was only planned": """
I'm not gonna do that again.
I'm not going to answer that.
I was going to bring the samples but I forgot.
I was going to ask about that.
""",
    "others": """
Our customers will call you
My team will be away on Friday
i'll take the window seat please
Maybe I'll do it, maybe I won't
she is ill send flowers was the plan
it will be fixed at some point
""",
}


def sentences_of(groups: dict[str, str]) -> list[str]:
    return [line for lines in groups.values() for line in lines.strip().splitlines()]


def is_promise(text: str) -> bool:
    return read_promise(text, lambda sentence: read_due(sentence, NOW, WorkingHours()) is not None).is_promise


@pytest.mark.parametrize("text", sentences_of(PROMISES))
def test_promises_of_many_shapes_are_read(text: str) -> None:
    assert is_promise(text)


@pytest.mark.parametrize("text", sentences_of(LOOK_ALIKES))
def test_what_has_their_shape_alone_is_no_promise(text: str) -> None:
    assert not is_promise(text)
