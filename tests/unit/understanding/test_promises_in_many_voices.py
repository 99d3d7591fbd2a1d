"""Promises and look-alikes that no model was trained on: the share that is read rightly, and what a reading says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import WorkingHours
from bot.facts import PromiseReading
from bot.understanding import read_due
from bot.understanding.promises import THRESHOLD, read_promise

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
HOUSE = Path(__file__).resolve().parents[3]
UNSEEN = Path(__file__).parent / "data"
TRAINED_ON = HOUSE / "bench" / "training" / "chat"


def lines_of(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def names_moment(sentence: str) -> bool:
    return read_due(sentence, NOW, WorkingHours()) is not None


def reading(text: str, threshold: float = THRESHOLD) -> PromiseReading:
    return read_promise(text, names_moment, threshold)


def precision_and_recall(promises: str, others: str) -> tuple[float, float]:
    real = lines_of(UNSEEN / promises)
    found = sum(reading(text).is_promise for text in real)
    wrong = sum(reading(text).is_promise for text in lines_of(UNSEEN / others))
    return found / (found + wrong), found / len(real)


def same(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def test_no_sentence_is_both_trained_on_and_tested_with() -> None:
    trained = {same(line) for path in TRAINED_ON.glob("*.txt") for line in lines_of(path)}
    tested = {same(line) for path in UNSEEN.glob("*.txt") for line in lines_of(path)}
    assert len(trained) > 1200
    assert len(tested) > 800
    assert not trained & tested


def test_no_sentence_is_told_to_be_both() -> None:
    for folder in (TRAINED_ON, UNSEEN):
        promises = {same(line) for path in folder.glob("*promises.txt") for line in lines_of(path)}
        no_promises = [path for path in folder.glob("*.txt") if not path.stem.endswith("promises")]
        others = {same(line) for path in no_promises for line in lines_of(path)}
        assert not promises & others


def test_promises_in_threads_are_found_with_few_wrong_offers() -> None:
    precision, recall = precision_and_recall("promises.txt", "look_alikes.txt")
    assert precision >= 0.9
    assert recall >= 0.8


def test_promises_on_the_telephone_are_found_with_few_wrong_offers() -> None:
    precision, recall = precision_and_recall("calls_promises.txt", "calls_others.txt")
    assert precision >= 0.85
    assert recall >= 0.8


def test_promises_in_mail_are_found_with_few_wrong_offers() -> None:
    precision, recall = precision_and_recall("mail_promises.txt", "mail_others.txt")
    assert precision >= 0.95
    assert recall >= 0.8


def test_promises_in_meetings_are_found_with_few_wrong_offers() -> None:
    precision, recall = precision_and_recall("meetings_promises.txt", "meetings_others.txt")
    assert precision >= 0.8
    assert recall >= 0.85


def test_every_promise_says_why_in_its_own_words() -> None:
    for path in UNSEEN.glob("*promises.txt"):
        for text in lines_of(path):
            promise = reading(text)
            if promise.is_promise:
                assert promise.reasons, text
                assert promise.reasons[0].words.strip("“”"), text


def test_words_from_a_meeting_say_why_though_no_rule_knows_them() -> None:
    promise = reading("um so I I just draw it on the on the whiteboard,")
    assert promise.is_promise
    assert promise.reasons[0].words == "“I just draw”"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("once the fix is out I'll ping them", "once the fix is out"),
        ("I'll send her the results as soon as the lab has signed.", "as soon as the lab has signed"),
        ("When legal has answered, we'll send him the contract", "When legal has answered"),
        ("I'll get back to you after I've spoken to finance", "after I've spoken to finance"),
        ("The minute I hear from the courier I'll call her", "The minute I hear from the courier"),
        ("I'll call her tomorrow", ""),
        ("I'll call her after lunch", ""),
        ("I will let you know when.", ""),
    ],
)
def test_a_promise_bound_to_a_cause_tells_what_it_waits_for(text: str, cause: str) -> None:
    promise = reading(text)
    assert promise.is_promise
    assert promise.waits_for == cause


def test_what_is_no_promise_waits_for_nothing() -> None:
    assert reading("once the fix is out she'll be happy").waits_for == ""


def test_people_who_declined_offers_get_fewer_of_them() -> None:
    text = "I'll look into it"
    score = reading(text).score
    assert reading(text, score).is_promise
    assert not reading(text, score + 0.001).is_promise


def test_a_lines_talk_between_helpers_is_no_promise_to_a_customer() -> None:
    assert not reading("jo_83: ok, I'll try the other driver").is_promise
    assert not reading("thanks kai2, I'll reboot and see").is_promise


@pytest.mark.parametrize(
    "text", ["", " ", "?", "I", "I'll", "will", "-", "…", "I will " * 2000, "a- " * 3000, "," * 5000]
)
def test_any_text_can_be_read(text: str) -> None:
    assert 0.0 <= reading(text).score <= 1.0


def test_the_same_text_is_always_read_the_same() -> None:
    text = "Sorry for the wait. I'll call her by Friday, ok?"
    assert reading(text) == reading(text)


def steps_of(text: str) -> int:
    """How many sentences of a text are asked for their moment: the dearest step of reading."""
    asked: list[str] = []

    def count(sentence: str) -> bool:
        asked.append(sentence)
        return False

    read_promise(text, count)
    return len(asked)


def test_long_texts_are_read_up_to_a_bound() -> None:
    sentence = "If he wants I might send it. "
    assert steps_of(sentence * 50) <= 50
    assert steps_of(sentence * 5000) <= 100


def test_reading_on_ends_at_a_promise_beyond_doubt() -> None:
    assert steps_of("I'll send her the invoice tomorrow.\n" * 50) < 5
