"""Stance in ordinary posts: praise with a word of trouble, irony in friendly words, what is only reported or asked."""

from __future__ import annotations

import re

import pytest

from bot.understanding.english.unsaid_asked import BLAMED_ASKED
from bot.understanding.english.unsaid_events import BLAMED_EVENTS
from bot.understanding.english.unsaid_irony import BLAMED_IRONY
from bot.understanding.english.unsaid_relief import PRAISED_RELIEF
from bot.understanding.stance import read_stance

GROUP = re.compile(r"<[a-z-]+>")


@pytest.mark.parametrize(
    "text",
    [
        "I hate how comfy this chair is",
        "criminal how easy the new tills are",
        "stupidly fast fitting at the garage",
        "killer view from the roof bar",
        "those pastries are dangerous",
        "my legs hate you, same time on Monday?",
        "The hardest part of the cruise was going home",
        "no more headaches with our payroll",
        "Moved the whole library, zero dents",
        "four years and not a single crash",
        "never a dropped call in the valley",
        "was expecting a fight about the deposit, got a cheque",
        "I dreaded the paperwork. Your lady did it all.",
        "missed the ferry, my own fault, you found us a seat",
        "ok I take it all back, the fitter came on a Sunday",
        "your conductor ran after me with my wallet",
        "you caught a fraud on my card before I did",
        "fell off the wall, got up, and loved it",
        "I'm not even mad, that was clever",
        "dropped the case down the stairs, not a scratch",
        "Stop making such lovely coats",
        "lost my ring, your porter went through the bins to find it",
        "ordered on Sunday, here by Monday",
        "happy tears in the front row",
        "the zoom is not normal 🔥",
        "the puzzle ate my weekend and I'd do it again",
        "refund in 24 hours, didn't have to ask",
        "ran the whole hill, legs dead, heart full",
    ],
)
def test_praise_that_needs_a_word_of_trouble_is_no_complaint(text: str) -> None:
    assert read_stance(text).negative < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Expected chaos and got chaos, worse than last year",
        "I never expected such a nightmare",
        "My mistake for trusting you with the piano",
        "No problem taking my money, no refund though",
        "The cat hates your new food and so do I",
        "Your driver carried nothing and was rude",
        "No more buying from you",
        "Lost my bag and nobody found it",
        "it's ridiculous how late you are",
    ],
)
def test_trouble_that_came_true_is_a_complaint(text: str) -> None:
    assert read_stance(text).label == "adversary"


CALM = "The parcel is on its way to the shop"


@pytest.mark.parametrize(
    "text",
    [
        "Congratulations, you've managed to send my bill to the dog",
        "Shoutout to @brand for giving me an hour of exercise in the rain",
        "please enjoy the £20 you kept",
        "a printer without paper. bold choice",
        "is the water brown on purpose?",
        "I'm on first name terms with the hold music",
        "my goldfish has better memory than your helpdesk",
        "I'd get more answers from a brick than from your chat",
        "it would be quicker to swim",
        "the tent fine, the poles less so",
        "the rest I'd rather not discuss",
        "Could somebody at @brand learn to count",
        "@brand has invented the lift that only goes down",
        "so you closed the gate ten minutes early. Cool cool",
        'your "quiet" carriage has a stag party in it',
        "asked for a cot, got a crate",
        "the shelf came without screws",
        "you gave our table away",
        "site said it was in stock. It wasn't",
        "app says my parcel is with me",
        "my bill went from 20 to 60",
        "two plumbers, two prices, no water",
        "day 6.",
        "booked for nine, it's now 10:40",
        "1h 20m and counting",
        "third engineer this month",
        "stood outside for an hour",
        "the card reader won't accept anything",
        "one till open for the whole shop",
        "why is my line still dead",
        "any reason my fare doubled?",
        "where's my sofa",
        "what's going on with the app",
        "is it normal that the heating hums all night",
        "how do you forget the cheese in a cheese roll",
        "told me to go to the branch",
        "my 9am is now a 4pm",
        "the second form you've lost",
        "your chat closed itself",
    ],
)
def test_a_quiet_complaint_stands_above_plain_words(text: str) -> None:
    assert read_stance(text).negative > read_stance(CALM).negative


@pytest.mark.parametrize(
    "text",
    [
        "Does the ferry take bikes?",
        "hi, which gate is it for Oslo please",
        "what time does the shop close on Sundays",
        "who do I ask about a group booking",
        "Can you tell me the size of the blue one?",
        "how long does a transfer usually take",
        "do you fix cracked screens?",
        "thanks, the crew was lovely",
        "managed to get us on the earlier boat, heroes",
        "you managed to find my bag",
        "Good morning, is the pool open?",
        "more choice than ever",
        "my son is 8 months old and loves the book",
    ],
)
def test_questions_and_thanks_stay_low(text: str) -> None:
    assert read_stance(text).negative < 0.45


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("your fitter was late. Brilliant.", "your fitter was early. Brilliant."),
        ('your "fresh" bread', "your fresh bread"),
        ("why isn't my card here", "when is my card here"),
        ("where is my order", "where is my nearest shop"),
        ("at least the coffee was warm", "the coffee was warm"),
    ],
)
def test_the_same_words_in_another_shape(worse: str, better: str) -> None:
    assert read_stance(worse).negative > read_stance(better).negative


def test_weak_shapes_are_for_posts_and_not_for_letters() -> None:
    letter = "We write about the matter of the garden. " * 12
    assert (
        read_stance(letter + "any reason my fare is new?").negative == read_stance(letter + "A fare is new?").negative
    )


def test_every_group_of_words_that_a_shape_names_is_known() -> None:
    rows = [row for _, row in (*PRAISED_RELIEF, *BLAMED_IRONY, *BLAMED_EVENTS, *BLAMED_ASKED)]
    assert [name for *_, pattern in rows for name in GROUP.findall(pattern.pattern) if name != "<n>"] == []
