"""What past corrections say: weighed, bounded, explained, and taken back without a trace."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.corrections import (
    MOST_SHIFT,
    Correction,
    Corrections,
    explain,
    features,
    forget,
    learn,
    shift_for,
)
from bot.understanding.departments import read_departments
from tests.unit.understanding.test_departments import DEPARTMENTS

KEYS = tuple(department.key for department in DEPARTMENTS)
TENTS = [
    Correction(f"The {part} of my {colour} tent came apart", ("product",))
    for part in ("zipper", "seam", "pole")
    for colour in ("blue", "red", "green")
]
CHARGED = "I was charged twice for my subscription this month, please refund me"
WORDS = st.sampled_from(["tent", "zipper", "refund", "charged", "twice", "lawyer", "rude", "the", "my", "12", "é"])
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
SOME = st.lists(st.sampled_from(KEYS[:4]), max_size=3).map(tuple)
WEIGHTS = st.floats(0, 8) | st.sampled_from([0.1, 0.3, 0.7, 1.0, 1e-9])
EXAMPLES = st.lists(st.builds(Correction, TEXTS, SOME, SOME, WEIGHTS), max_size=12)


@settings(max_examples=200)
@given(EXAMPLES, EXAMPLES)
def test_an_example_taken_back_leaves_exactly_the_state_before(kept: list[Correction], gone: list[Correction]) -> None:
    before = learn(kept)
    assert forget(learn(gone, onto=before), gone) == before
    assert forget(learn([*gone, *kept]), gone) == before


@given(EXAMPLES)
def test_the_order_of_examples_does_not_matter(examples: list[Correction]) -> None:
    assert learn(examples) == learn(examples[::-1])


@settings(max_examples=200)
@given(EXAMPLES, st.one_of(TEXTS, st.text(max_size=80)))
def test_what_was_learnt_is_bounded_and_explained_as_it_counts(examples: list[Correction], text: str) -> None:
    learned = learn(examples)
    shift = shift_for(text, KEYS, learned)
    for key in KEYS:
        weight, words = explain(text, key, learned)
        assert weight == shift.get(key, 0.0)
        assert abs(weight) <= MOST_SHIFT
        assert not words or weight


def test_features_stand_for_a_text_that_is_not_kept() -> None:
    text = TENTS[0].text
    assert learn([Correction(text, ("product",))]) == learn(
        [Correction("", ("product",), features=tuple(features(text)))]
    )


def test_a_correction_that_has_aged_weighs_less() -> None:
    text = "The pole of my yellow tent came apart"
    fresh = learn([*TENTS, *(Correction("The bill is wrong", ("finance",)) for _ in range(5))])
    old = learn([*(Correction(each.text, each.departments, weight=0.6) for each in TENTS)])
    assert 0 < shift_for(text, KEYS, old)["product"] < shift_for(text, KEYS, fresh)["product"]


def test_a_department_that_was_said_to_be_wrong_is_pushed_further_than_one_that_was_not_named() -> None:
    said = [Correction(each.text, each.departments, wrong=("legal",)) for each in TENTS]
    shift = shift_for("The pole of my yellow tent came apart", KEYS, learn(said))
    assert shift["legal"] < shift["sales"] < shift["product"]


def test_it_is_explained_through_the_words_of_the_text() -> None:
    weight, words = explain("The poles of my yellow tents came apart", "product", learn(TENTS))
    assert weight > 0.3
    assert "tents" in words
    assert explain("Nothing of that", "product", learn(TENTS))[1] == ()


def test_three_wrong_corrections_do_not_flip_a_clear_case() -> None:
    learned = learn([Correction(CHARGED, ("human_resources",), wrong=("finance",))] * 3)
    found = read_departments(CHARGED, DEPARTMENTS, True, shift_for(CHARGED, KEYS, learned))
    assert max(found, key=lambda each: each.score).key == "finance"
    assert next(each for each in found if each.key == "finance").tagged


def test_many_corrections_do() -> None:
    said = [Correction(f"{CHARGED} {i}", ("human_resources",), wrong=("finance",)) for i in range(40)]
    said += [Correction(f"The app crashes on page {i}", ("product",)) for i in range(20)]
    found = read_departments(CHARGED, DEPARTMENTS, True, shift_for(CHARGED, KEYS, learn(said)))
    assert max(found, key=lambda each: each.score).key == "human_resources"


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan")])
def test_an_example_without_weight_is_none(weight: float) -> None:
    assert learn([Correction("the tent broke", ("legal",), weight=weight)]) == Corrections()
