"""Names of causes: two that mean the same have one key; posts that say something is fixed, and posts that don't."""

from __future__ import annotations

import pytest

from bot.understanding import cause_key, cause_keys, names_cause, says_fixed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bug 4711", "Bug #4711"),
        ("bug 4711", "#4711"),
        ("issue no. 4711", "ticket 4711"),
        ("OPS-12", "ops-12"),
        ("OPS-12", "https://acme.atlassian.net/browse/OPS-12"),
        ("https://github.com/acme/app/issues/12", "acme/app#12"),
        ("https://github.com/acme/app/issues/12", "https://github.com/Acme/App/issues/12?x=1"),
        ("the kitchen renovation", "The  kitchen renovation"),
        ("https://www.example.com/status/", "https://example.com/status/"),
    ],
)
def test_the_same_cause_by_two_names(one: str, other: str) -> None:
    assert cause_key(one) == cause_key(other)


@pytest.mark.parametrize(("one", "other"), [("bug 4711", "bug 4712"), ("OPS-12", "DEV-12"), ("bug 12", "the fix")])
def test_two_causes(one: str, other: str) -> None:
    assert cause_key(one) != cause_key(other)


def test_a_post_names_all_that_it_is_about() -> None:
    post = "Issue #12 closed <https://github.com/acme/app/issues/12> fixes OPS-7"
    assert cause_keys(post) == ("acme/app#12", "OPS-7", "#12")
    assert cause_keys("lunch at 12, room 7") == ()


@pytest.mark.parametrize(
    "text",
    ["OPS-12 resolved", "Issue #12 closed by tom", "Status: Open → Done", "deployed: OPS-12", "OPS-12 is live"],
)
def test_a_post_that_says_fixed(text: str) -> None:
    assert says_fixed(text)


@pytest.mark.parametrize(
    "text",
    ["OPS-12 opened", "OPS-12 reopened", "OPS-12 is not fixed", "Closed as duplicate", "OPS-12 will be fixed soon", ""],
)
def test_a_post_that_does_not(text: str) -> None:
    assert not says_fixed(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OPS-12 is deployed", "OPS-12"),
        ("the fix for bug 4711 is out", "bug 4711"),
        ("the fix is out", ""),
        ("https://github.com/acme/app/issues/12 is closed", "https://github.com/acme/app/issues/12"),
        ("https://example.com/a is up", ""),
    ],
)
def test_what_a_promise_is_bound_to(text: str, name: str) -> None:
    assert names_cause(text) == name
