"""The network over words: what it gives is what its tables say, however it is reckoned."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.network import (
    END,
    MOST_WORDS,
    SCALE,
    START,
    UNKNOWN,
    WIDTH,
    Network,
    load_network,
)
from bot.understanding.packing import NEUTRAL
from bot.understanding.promise_features import spoken_words
from bot.understanding.promises import REGISTER_MODEL, TALK_MODEL

HOUSE = Path(__file__).resolve().parents[3]
WORDS = ("<nothing>", UNKNOWN, START, END, "i", "'ll", "send", "it", "tomorrow", "?")
DETECTORS = 5
ACTS, THOUGHTS = "draw write sketch", "believe hope suppose"
rows = st.binary(min_size=len(WORDS) * DETECTORS * WIDTH, max_size=len(WORDS) * DETECTORS * WIDTH)
sentences = st.lists(st.sampled_from([*WORDS[4:], "never seen", ""]), max_size=2 * MOST_WORDS)


def network(tables: bytes, thresholds: list[int], votes: list[int]) -> Network:
    return Network(tables, {word: place for place, word in enumerate(WORDS)}, thresholds, votes, -SCALE)


networks = st.builds(
    network,
    rows,
    st.lists(st.integers(0, 900), min_size=DETECTORS, max_size=DETECTORS),
    st.lists(st.integers(-SCALE, SCALE), min_size=DETECTORS, max_size=DETECTORS),
)


def heard(asked: Network, words: list[str], detector: int) -> list[int]:
    """What each window of three words says to one detector, one by one."""
    there = [START, *words[:MOST_WORDS], END]

    def says(place: int, at: int) -> int:
        if place >= len(there):
            return NEUTRAL
        row = asked.places.get(there[place], asked.places[UNKNOWN])
        return asked.tables[(row * WIDTH + at) * DETECTORS + detector]

    return [sum(says(first + at, at) for at in range(WIDTH)) for first in range(len(there))]


@given(networks, sentences)
def test_the_loudest_window_of_each_detector_votes_with_what_is_above_its_threshold(
    asked: Network, words: list[str]
) -> None:
    votes = sum(
        max(0, max(heard(asked, words, detector)) - asked.thresholds[detector]) * asked.votes[detector]
        for detector in range(DETECTORS)
    )
    assert asked.log_odds(words) == (votes - SCALE) / SCALE


@given(networks, sentences)
def test_what_tells_most_stands_in_the_sentence(asked: Network, words: list[str]) -> None:
    telling = asked.telling(words)
    assert telling in " ".join(words)
    if telling:
        assert any(vote > 0 for vote in asked.votes)


def test_what_one_would_do_speaks_more_for_a_promise_than_what_one_thinks() -> None:
    asked = load_network(TALK_MODEL)
    acts, thoughts = (
        [asked.log_odds(["i", "'ll", word, "it"]) for word in words.split()] for words in (ACTS, THOUGHTS)
    )
    assert min(acts) > max(thoughts)


def test_both_networks_know_talk_from_writing_and_promises_from_the_rest() -> None:
    talks, promises = load_network(REGISTER_MODEL), load_network(TALK_MODEL)
    talk, writing = (
        spoken_words("Um yeah, so I think the the button"),
        spoken_words("Please find attached the invoice."),
    )
    assert talks.log_odds(talk) > 0 > talks.log_odds(writing)
    promise, state = spoken_words("I'll draw it on the whiteboard"), spoken_words("It is yellow")
    assert promises.log_odds(promise) > promises.log_odds(state)


def test_no_network_knows_a_word_that_only_private_texts_have() -> None:
    """Beside words of which others' vectors tell there are but letters and parts of contractions: nobody's name."""
    public = set((HOUSE / "bench" / "training" / "vectors" / "words.txt").read_text(encoding="utf-8").split())
    for name in (REGISTER_MODEL, TALK_MODEL):
        others = load_network(name).places.keys() - public - {"<nothing>", UNKNOWN, START, END}
        assert all(len(word) == 1 or "'" in word for word in others), sorted(others)
