"""The directory in little memory answers as a dictionary would."""

from __future__ import annotations

import tracemalloc
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.facts import Post
from bot.understanding import candidate_names, normalise_name
from bot.understanding.directory import Directory
from bot.understanding.names import MOST_CANDIDATES, spelled_names
from tests.unit.understanding.test_named import NOW

NAMES = st.one_of(st.text(max_size=20), st.sampled_from(["Acme Inc.", "ACME", "Café Noir", "", "…", "The Home Depot"]))


@settings(max_examples=60)
@given(st.lists(NAMES, max_size=30), st.lists(NAMES, max_size=10))
def test_it_answers_as_a_dictionary(names: list[str], others: list[str]) -> None:
    expected = {norm: " ".join(name.split()) for name in names if (norm := normalise_name(" ".join(name.split())))}
    directory = Directory(names)
    assert dict(directory) == expected
    assert len(directory) == len(expected)
    for name in [*names, *others]:
        norm = normalise_name(name)
        assert directory.get(norm) == expected.get(norm)
        assert (norm in directory) == (norm in expected)


def test_what_is_no_name_is_not_there() -> None:
    directory = Directory(["Acme Inc."])
    assert directory["acme"] == "Acme Inc."
    anything: object = 7
    assert anything not in directory
    assert directory.get("acm", "nobody") == "nobody"
    with pytest.raises(KeyError):
        directory["acm"]


def test_it_takes_a_fifth_of_a_dictionarys_memory() -> None:
    def given_names() -> list[str]:
        return [f"{chr(97 + number % 26)}{number * 7919 % 99991} Trading Company {number}" for number in range(40_000)]

    def weigh(whole: bool) -> int:
        tracemalloc.start()
        names = given_names()
        held: object = {normalise_name(name): name for name in names} if whole else Directory(names)
        del names
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert held
        return size

    assert weigh(False) * 5 < weigh(True)


def is_plain(text: str) -> bool:
    """Nothing that becomes several words when it is folded, and no accent that stands alone, beyond those of Latin."""
    folded = unicodedata.normalize("NFKC", text)
    return folded == text and not any(unicodedata.combining(c) for c in folded)


@given(st.text(max_size=120).filter(is_plain))
def test_spellings_are_the_normal_forms_of_what_stands_there(text: str) -> None:
    for norm, start, end in spelled_names(text):
        assert norm.replace(" & ", " and ") == normalise_name(text[start:end]).replace(" & ", " and ")


@given(st.text(max_size=200))
def test_candidates_are_the_same_each_time_and_bounded(text: str) -> None:
    found = candidate_names(Post(text, NOW))
    assert found == candidate_names(Post(text, NOW))
    assert len(found) == len(set(found)) <= MOST_CANDIDATES


def test_accents_that_are_written_apart_are_one_with_their_letter() -> None:
    assert "muller logistik" in candidate_names(Post("Mu\u0308ller Logistik called", NOW))


def test_and_is_written_in_two_ways() -> None:
    assert "marks & spencer" in candidate_names(Post("Marks and Spencer are unhappy", NOW))
    assert "marks and spencer" in candidate_names(Post("Marks &amp; Spencer are unhappy", NOW))


def test_a_possessive_is_the_owners_name() -> None:
    found = candidate_names(Post("Wayne's CTO called about McDonald\u2019s", NOW))
    assert {"wayne", "mcdonald", "mcdonalds"} <= set(found)


def test_common_words_in_lower_case_are_no_candidates() -> None:
    found = candidate_names(Post("our target is first to the square", NOW))
    assert not {"target", "first", "square"} & set(found)
    assert "target" in candidate_names(Post("Target is asking", NOW))
