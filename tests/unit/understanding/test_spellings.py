"""The same words, spelled in a hurry or written down by a machine, say the same."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import WorkingHours
from bot.understanding import read_due
from bot.understanding.english.spelling import spelled_out, with_apostrophes
from bot.understanding.promise_features import joined
from bot.understanding.promises import read_promise

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
PROMISES = (
    "I'll hop on a call with them in 20",
    "Told him we'd fix it this week",
    "we'll get somebody to call you back this afternoon",
    "I'm going to send them the invoice tonight",
    "Agreed with Lena that I'd present our offer on Thursday",
    "Don't worry, we'll refund her tomorrow",
    "You'll have the revised quote by noon",
    "told them they'd get the report by Friday",
    "Okay, let me ask legal and I'll get back to you",
)
NO_PROMISES = (
    "I'll be out on Friday",
    "If they insist I'll have to escalate",
    "You said you'd call them back",
    "We'll see",
    "I'd like a refund",
)
PARTS = re.compile(r"(\w)('(?:ll|m|ve|re|d|s)|n't)\b")


def is_promise(text: str) -> bool:
    return read_promise(text, lambda sentence: read_due(sentence, NOW, WorkingHours()) is not None).is_promise


def set_apart(text: str) -> str:
    """As tools for linguists write it down: "I 'm gon na send it ."."""
    parted = PARTS.sub(r"\1 \2", text.replace("gonna", "gon na"))
    return re.sub(r"([.,?!])", r" \1", parted)


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_is_one_however_it_is_spelled(text: str) -> None:
    for spelled in (text, text.replace("'", ""), text.replace("'", "\u2019"), set_apart(text), text.lower()):
        assert is_promise(spelled), spelled


@pytest.mark.parametrize("text", NO_PROMISES)
def test_what_is_no_promise_is_none_however_it_is_spelled(text: str) -> None:
    for spelled in (text, text.replace("'", ""), set_apart(text), text.lower()):
        assert not is_promise(spelled), spelled


@pytest.mark.parametrize(
    ("hurried", "spelled"),
    [
        ("Ill hop on a call", "i'll hop on a call"),
        ("What Ill do is ask", "What i'll do is ask"),
        ("thx, well check it", "thx, we'll check it"),
        ("well just send you another", "we'll just send you another"),
        ("told him wed fix it", "told him we'd fix it"),
        ("agreed that Id call", "agreed that i'd call"),
        ("told her shed have an answer", "told her she'd have an answer"),
        ("were going to credit it", "we're going to credit it"),
        ("theyd like it, I dont know", "they'd like it, I don't know"),
    ],
)
def test_apostrophes_that_were_left_out_are_put_back(hurried: str, spelled: str) -> None:
    assert with_apostrophes(hurried) == spelled


@pytest.mark.parametrize(
    "text",
    [
        "she is ill and at home",
        "He felt ill again on Monday",
        "ill health",
        "Well, check it then",
        "it works well and fast",
        "well done",
        "well have you tried that",
        "it might as well send it",
        "call her by wed or thu",
        "told her the id card is lost",
        "Were you there",
        "They were going to call",
        "to hell with it",
        "the shed have a leak",
        "I'll call them, they'd like that",
    ],
)
def test_words_that_are_whole_without_an_apostrophe_stay(text: str) -> None:
    assert with_apostrophes(text) == text


@given(st.text(max_size=200))
def test_spelling_a_text_twice_changes_no_more(text: str) -> None:
    assert with_apostrophes(with_apostrophes(text)) == with_apostrophes(text)
    assert joined(joined(text)) == joined(text)


WORDS = "ill well wed id told him that send have get , . and I 'll n't gon na were you"


@given(st.lists(st.sampled_from(WORDS.split())))
def test_words_in_any_order_are_spelled_once(words: list[str]) -> None:
    text = " ".join(words)
    once = joined(text)
    assert len(once) <= len(text) + len(words)
    assert re.sub(r"[^a-z]", "", once.lower()) == re.sub(r"[^a-z]", "", text.lower())


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("I'll check w/ legal & revert", "I'll check with legal and revert"),
        ("ill bump it w/billing n get back 2 u", "i'll bump it with billing and get back to you"),
        ("i;ll chk", "i'll check"),
        ("I'l send it", "i'll send it"),
        ("I wil send it", "I will send it"),
        ("il send it", "i'll send it"),
        ("ok, il also ask", "ok, i'll also ask"),
        ("lookng into it, callign her", "looking into it, calling her"),
        ("il est la, design and a strong king", "il est la, design and a strong king"),
        ("R&D and a n b", "R&D and a n b"),
        ("I'll go", "I'll go"),
    ],
)
def test_what_is_short_is_spelled_out(short: str, full: str) -> None:
    assert spelled_out(short) == full
