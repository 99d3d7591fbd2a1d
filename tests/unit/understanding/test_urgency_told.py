"""Urgency that is told, not said: bodies, what is private, many at a standstill, moments, authorities."""

from __future__ import annotations

import pytest

from bot.understanding.english.urgent_classes import CLASSES
from bot.understanding.stance import read_urgency

URGENT = [
    ("hurt", "My toddler put a magnet from your building set in her mouth and swallowed it"),
    ("hurt", "The stroller collapsed with our baby in it"),
    ("hurt", "a tile from your roof just missed my husband"),
    ("hurt", "There were splinters of metal in the soup I gave my son"),
    ("hurt", "The car seat buckle came undone on the motorway with my son in it"),
    ("hurt", "The gas stove won't turn off"),
    ("hurt", "My dad has been trapped in your elevator for twenty minutes"),
    ("hurt", "the wiring your electrician did is sparking"),
    ("hurt", "Our rental van lost its brakes going downhill"),
    ("hurt", "your driver was asleep at the wheel twice"),
    ("hurt", "my epilepsy pills are still not here and I have two left"),
    ("hurt", "the pills in the box aren't the ones on the label"),
    ("data", "When I open the app I see a stranger's bank statements"),
    ("data", "you emailed my test results to my employer"),
    ("data", "our customer list is visible to anyone with the link"),
    ("data", "your employee told my abusive husband where I live"),
    ("data", "I received an email with 300 customers in CC"),
    ("money", "Someone drained my savings while I was abroad"),
    ("many", "None of our 200 employees can sign in"),
    ("many", "Our entire clinic has had no phones since seven"),
    ("many", "no student can submit"),
    ("many", "The card readers in the stadium have died"),
    ("soon", "the wedding is tomorrow and the dress hasn't arrived"),
    ("soon", "my train leaves in half an hour and the app won't show my ticket"),
    ("soon", "I'm stranded in Lyon with three kids"),
    ("legal", "I filed a complaint with the regulator"),
    ("legal", "We have instructed counsel to recover the damages"),
    ("press", "You'll be reading about this in the papers"),
    ("press", "I'm going to post the whole thing on every platform tomorrow"),
    ("leave", "you have until Thursday, then I go to the police"),
    ("hurt", "the lid hit my young son on the head"),
    ("hurt", "The lifeguard was asleep while my kids swam"),
    ("hurt", "My son swallowed two nails from the toy"),
    ("hurt", "the smoke alarm did not go off and we woke up in smoke"),
    ("data", "Someone else got my test results by e-mail from you"),
    ("data", "you emailed my test results to someone else"),
    ("data", "I see other students' grades"),
    ("many", "the whole team has no internet"),
    ("soon", "our hearing is tomorrow and the documents haven't arrived"),
]


@pytest.mark.parametrize(("why", "text"), URGENT)
def test_what_is_told_is_urgent(why: str, text: str) -> None:
    urgency = read_urgency(text)
    assert urgency.is_urgent
    assert any(why in reason.words for reason in urgency.reasons)


@pytest.mark.parametrize("words", CLASSES.values(), ids=CLASSES)
def test_no_class_of_words_holds_a_mark_that_ends_a_string(words: str) -> None:
    """One that was left from how lines were broken once made the word beside it unheard."""
    assert '"' not in words


@pytest.mark.parametrize(
    "text",
    [
        "My kids swallowed the whole pizza in a minute",
        "My daughter fell in love with the doll",
        "the lid fell on the floor, is it covered?",
        "the brakes squeak a little",
        "I couldn't breathe from laughing",
        "My wife hit the jackpot with your raffle",
        "my phone fell in the sink, do you repair it?",
        "I can see other people's reviews, nice",
        "Can I see my invoices when I log in?",
        "I sent my file to the wrong printer, how do I cancel?",
        "Can I let other people have access to my account?",
        "All our customers love the card machine",
        "nobody at the till could tell me the price",
        "My flight is tomorrow, can I change the seat?",
        "I start a course in an hour, can't wait",
        "your delivery got stuck in customs for a day, fine now",
        "My lawyer friend loves your pens",
        "where do I report a lost card?",
        "read about you in the paper, would like to visit",
        "I'd like to go public with my profile, how?",
        "I'm preparing the claim file and she'll have it by Friday",
        "The customer from this morning called again, no parcel yet",
    ],
)
def test_what_only_looks_urgent_is_not(text: str) -> None:
    assert not read_urgency(text).is_urgent


@pytest.mark.parametrize("text", ["my ex can see my address " * 300, "the whole street has no " * 300, "my son " * 900])
def test_a_long_text_repeats_no_reason(text: str) -> None:
    words = [reason.words.partition(":")[0] for reason in read_urgency(text).reasons]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("text", ["our solicitors recommended your hotel", "Our solicitors love the new office"])
def test_lawyers_who_praise_threaten_nothing(text: str) -> None:
    assert not read_urgency(text).is_urgent
