"""Words of one kind, words of several trades, and whom it concerns where nothing was found: from descriptions alone."""

from __future__ import annotations

import pytest

from bot.facts import DepartmentWords
from bot.understanding.departments import read_departments

VET = (
    DepartmentWords("front", "Welcome Desk", "Takes calls, books visits and keeps the waiting room in order."),
    DepartmentWords("groom", "Grooming", "Baths, haircuts and claws."),
    DepartmentWords("shop", "Pet Shop", "Food, toys, leads and beds, in the shop and by mail."),
    DepartmentWords("money", "Accounts", "Bills, payment plans and pet insurance."),
)
COUNCIL = (
    DepartmentWords("roads", "Roads", "Streets, pavements and roads in winter."),
    DepartmentWords("refuse", "Household refuse", "Collects refuse and runs the dump."),
    DepartmentWords("trees", "Parks", "Lawns, benches and trees."),
)


def first(text: str, departments: tuple[DepartmentWords, ...]) -> str:
    return max(read_departments(text, departments, is_mention=True), key=lambda each: each.score).key


@pytest.mark.parametrize(
    ("key", "text", "departments"),
    [
        ("groom", "The shampoo gave her a rash", VET),
        ("groom", "You clipped her ears", VET),
        ("shop", "The collar broke on day two", VET),
        ("refuse", "Nobody has emptied our bins", COUNCIL),
        ("trees", "A branch came down", COUNCIL),
    ],
)
def test_a_word_speaks_for_the_department_that_names_its_kind(
    key: str, text: str, departments: tuple[DepartmentWords, ...]
) -> None:
    assert first(text, departments) == key


GAMES = (
    DepartmentWords("online", "Online Services", "Servers, matchmaking, lag and saved games in the cloud."),
    DepartmentWords("figures", "Merchandise", "Collectors' figures and boxes."),
    DepartmentWords("engine", "Engine", "Crashes, graphics and bugs."),
)


@pytest.mark.parametrize("text", ["The waiter spilled the soup", "My toddler is ill"])
def test_a_word_of_two_trades_claims_the_one_that_its_description_is_of(text: str) -> None:
    reasons = [reason for each in read_departments(text, GAMES, is_mention=True) for reason in each.reasons]
    assert all(reason.kind == "fallback" for reason in reasons)


def test_servers_of_a_restaurant_still_wait_at_tables() -> None:
    house = (DepartmentWords("floor", "Servers", "Servers, tables and the menu."), *COUNCIL)
    assert first("The waiter was slow", house) == "floor"


def test_where_nothing_is_found_it_concerns_who_hears_most() -> None:
    sea = (
        DepartmentWords("art", "Art", "Murals."),
        DepartmentWords("parcels", "Parcels", "Delivery of parcels."),
        DepartmentWords("law", "Zoning", "Plots."),
    )
    assert first("It happened again", sea) == "parcels"
