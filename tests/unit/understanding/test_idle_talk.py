"""What is said with "I'll" and promises nobody anything, and the promises that stand right beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.clock import WorkingHours
from bot.understanding import read_due
from bot.understanding.promise_idle import past_idle
from bot.understanding.promises import Judged, Setting, judge, read_promise

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
WRITTEN, MAYBE_SPOKEN = Setting(0.0, False), Setting(0.98, False)
IDLE = {
    "trying it": """
I'll give it a whirl
thx, gonna give the other loom a go tonight
let me try another thread
I'll have another go at it
I'll try reinstalling it then
""",
    "looking and thinking": """
I'll have to look
let me see
lemme think for a sec
we'll see
I'll have a think
I'll mull it over
I'll see if the glue holds
I'll see how long it lasts I guess
I'll work around it somehow
we'll figure it out
""",
    "one's own life": """
I'll turn fifty in March
I'll begin my new role after Easter
I'll run the city marathon next spring
I'll do anything for a window seat
I'll be using the press until noon
I'll stop you right there
""",
    "learning and reading": """
guess I'll have to learn to knit after all
I'll go read up on that
I'll brush up on my Dutch
I'll look at the man page
will google it
I'll ask in #weaving
I'll do some reading
""",
    "idioms": """
I'll take my chances with the ferry
I'll cross that bridge when I come to it
I'll keep my fingers crossed
I'll call it a day
I'll get used to the smell
I'll go for the cheaper one
I'll make do
I'll manage
I'll live, thanks
I'll go nuts here
I'll leave it at that
""",
    "of what one says": """
I'll tell you what, that bread was something else
I'll tell you a secret, the cook quit
I'll just say this, the scales don't lie
I'll put it this way, no
I'll give you that
I'll spare you the details
I'll start by saying thanks
I'll keep it short
""",
    "of oneself": """
I'll treat myself to a cake
I'll consider myself warned
I'll paint one for fun
I'll lie down for a minute
I think I'll just reinstall
""",
}
PROMISES = {
    "the same words with somebody in them": """
I'll have to look into her invoice and will reply today
let me see what I can do for her and I'll call back
let me see if I can get you through
I'll see if the depot has another pump for them
I'll ask in the workshop whether his saddle is ready
I'll find out for her
I'll take this one
I'll give her a call tonight
I'll keep her file up to date and send it to you on Friday
I'll learn from him where the key is and tell you tonight
I'll manage the refund
I'll hide her address on the page today
""",
    "an act that follows": """
I'll give it a try and tell you tonight
I'll read up on the warranty and answer him today
I'll sleep on it and write to her in the morning
I'll bite the bullet and phone the judge
let me think about the layout and send you a sketch on Monday
I'll tell you what, I'll drop the crutches at your door on Friday
gonna try the other lens first and mail them the picture
I'll eat humble pie and call her this afternoon
""",
    "with a moment": """
I couldn't reach him, I'll try again at nine
""",
}


def judged(text: str, setting: Setting = WRITTEN) -> Judged:
    return judge(text, lambda sentence: read_due(sentence, NOW, WorkingHours()) is not None, setting)


def lines(groups: dict[str, str]) -> list[str]:
    return [line for block in groups.values() for line in block.strip().splitlines()]


@pytest.mark.parametrize("text", lines(IDLE))
def test_idle_talk_promises_nothing_in_writing_nor_where_it_may_be_spoken(text: str) -> None:
    assert not judged(text).may_be
    assert not judged(text, MAYBE_SPOKEN).commits


@pytest.mark.parametrize("text", lines(PROMISES))
def test_a_promise_beside_idle_talk_stays_one(text: str) -> None:
    assert judged(text).commits


def test_what_is_left_of_a_sentence_keeps_who_speaks() -> None:
    assert past_idle("i'll give it a try and tell you") == "i'll tell you"
    assert past_idle("i'll call her") == "i'll call her"


@pytest.mark.parametrize(
    "text",
    ["I'll give it some thought", "I'll sleep on that one", "I'll give it a try", "I'll just say this", "let me check"],
)
def test_a_short_idle_line_is_no_offer_even_where_it_sounds_like_talk(text: str) -> None:
    assert not read_promise(text, lambda _: False).is_promise


@pytest.mark.parametrize(
    "text",
    [
        "expect an update of Windows tonight",
        "please expect the invoice from Canon by Friday",
        "I guarantee it will rain tomorrow",
        "rest assured the build will break again",
        "let me be the one to say it: that build is cursed",
        "put me down for the quiz",
    ],
)
def test_what_others_or_nature_will_do_is_nobodys_promise(text: str) -> None:
    assert not read_promise(text, lambda _: True).is_promise


@pytest.mark.parametrize(
    "text",
    ["I'll blame the courier in my reply to her and send it today", "I'll get around to it this afternoon"],
)
def test_a_promise_with_an_idle_word_in_it_stays_one(text: str) -> None:
    assert read_promise(text, lambda _: True).is_promise
