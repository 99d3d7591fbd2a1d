"""Complaints in the words of praise, and praise in the words of complaints: what the shapes of posts must not take."""

from __future__ import annotations

import re

import pytest

from bot.understanding.english import unsaid_asked, unsaid_events, unsaid_irony, unsaid_relief
from bot.understanding.patterns import any_of
from bot.understanding.stance import read_stance

CALM = "The parcel is on its way to the shop"

COMPLAINTS = """
No reply in two days
Still no refund within 10 hours as promised
not one answer in three hours
Never crashed until your update, now daily
nobody complained louder than us
I managed to find nobody at your desk
The driver turned around and left with my bag
the driver turned back and left us at the stop
The waiter ran out of menus and patience
The driver carried on without stopping at our stop
The assistant stayed on the phone and ignored me
The technician found my router and broke it
the guard found our tent and threw it out
The manager found our booking and then cancelled it
Your broken update ate my weekend
got my money back after ten calls
My wallet hates you and so do I
What a trip, what a mess
killer price for a broken chair
nobody cried but us when the hall was locked
my fault for trusting you
Thanks for letting us wait two hours in the rain
Thank you for giving my mum an extra night on the airport floor
thanks for teaching me patience, 3 hours on hold
thanks for letting me miss my train
cheers for leaving us outside without a key
""".strip().splitlines()


@pytest.mark.parametrize("text", COMPLAINTS)
def test_a_complaint_in_words_of_praise_is_not_credited_as_praise(text: str) -> None:
    stance = read_stance(text)
    assert stance.label != "advocate"
    assert stance.negative >= read_stance(CALM).negative


PRAISE = """
Thanks for having us again, we loved it
Thank you for letting us wait inside while it rained
Thanks for giving us an extra hour in the room
Thanks for letting me walk your dogs
Thanks for helping me find my missing cat
Thanks for sending me another one after mine got broken
Thank you for showing us the old town on the walk
Thanks for letting us stay late
Amazing how you light the stage
Great timing, the cake arrived as the guests sat down
What a surprise, flowers in the room!
Lucky me, I won the voucher
We know your songs by heart now
Can someone please look up my membership number
could somebody test my reading glasses on Friday
I want more plants for the lobby
my plants are getting stronger with your feed
We have seen more of Norway with you than in ten years
It's June, time for your strawberry tart
It's 2 pm now and I'm on my third slice
Two nights, two perfect breakfasts
They passed around free samples
I booked a single, you gave us a suite, thank you
Why are they called angel buns?
How do I call the front desk?
How can I charge my card?
only bad thing was saying goodbye
she gave me my ring back within the hour
moved us at no extra charge
""".strip().splitlines()


@pytest.mark.parametrize("text", PRAISE)
def test_praise_or_a_question_in_words_of_complaint_is_none(text: str) -> None:
    assert read_stance(text).negative < 0.5


ROWS = [
    *unsaid_relief.PRAISED_RELIEF,
    *unsaid_irony.BLAMED_IRONY,
    *unsaid_events.BLAMED_EVENTS,
    *unsaid_asked.BLAMED_ASKED,
]


@pytest.mark.parametrize(("signs", "row"), ROWS)
def test_every_sign_begins_as_a_word_of_its_shapes_does(
    signs: frozenset[str], row: tuple[float, str, re.Pattern[str]]
) -> None:
    shapes = row[2].pattern.replace(r"\s", " ")
    assert [sign for sign in signs if not re.search(rf"(?<![a-z]){sign[: min(3, len(sign) - 1)]}", shapes)] == []


def test_a_group_of_words_is_parted_at_commas_before_a_blank_only() -> None:
    assert any_of(r"went(?: \w+){0,6}? to find, sang") == r"(?:went(?: \w+){0,6}? to find|sang)"


def test_a_helper_who_went_far_is_praised() -> None:
    helped = read_stance("Your porter went through all the bins to find my ring")
    assert helped.negative < read_stance("Your porter went through all the bins").negative
