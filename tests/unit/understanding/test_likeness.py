"""Which earlier text is like a new one: shared rare words say it, common ones do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import most_like

EARLIER = [
    "I was charged twice and nobody answers",
    "The export to Excel fails with an error since Monday",
    "Do you have a price list for schools?",
]


def test_the_one_about_the_same_thing_is_found() -> None:
    assert most_like("Since the update the Excel export shows an error", EARLIER) == 1
    assert most_like("They charged me twice again", EARLIER) == 0


def test_nothing_is_like_a_text_that_shares_chance_words() -> None:
    assert most_like("My parcel lies at the neighbour's since Monday", EARLIER) is None
    assert most_like("", EARLIER) is None
    assert most_like("charged twice", []) is None


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=60))
def test_a_text_said_before_is_most_like_itself(earlier: list[str], text: str) -> None:
    found = most_like(text, [*earlier, text])
    assert found is None or most_like(text, [[*earlier, text][found]]) == 0
    assert most_like(text, [*earlier, text]) == found
    if most_like(text, [text]) == 0:
        assert found is not None
