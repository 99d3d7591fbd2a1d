"""One post read whole: what is read of one thing tells on another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.facts import DepartmentReading, DepartmentWords, Post
from bot.understanding import read
from config.departments import read_departments
from config.settings import PACKAGED_DEPARTMENTS

DEPARTMENTS = tuple(
    DepartmentWords(one.key, one.name, one.description, one.words) for one in read_departments(PACKAGED_DEPARTMENTS)
)
NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)


def tagged(post: Post) -> dict[str, DepartmentReading]:
    return {each.key: each for each in read(post, DEPARTMENTS).departments if each.tagged}


def reasons(found: dict[str, DepartmentReading], key: str) -> list[str]:
    return [reason.words for reason in found[key].reasons]


ACME = Post("Acme rang again and asked for a word with us", NOW, names=(("acme", "Acme"),), homes=(("Acme", "sales"),))


def test_a_customer_who_says_nothing_specific_goes_to_their_home_department() -> None:
    assert list(tagged(replace(ACME, homes=()))) == ["customer_service"]
    found = tagged(ACME)
    assert list(found) == ["sales"]
    assert reasons(found, "sales") == ["Acme is Sales' customer"]


def test_what_a_customer_says_weighs_more_than_where_they_are_at_home() -> None:
    found = tagged(replace(ACME, text="Acme were charged twice on their invoice and want a refund"))
    assert list(found) == ["finance"]


def test_another_customers_home_department_does_not_weigh() -> None:
    assert "sales" not in tagged(replace(ACME, homes=(("Globex", "sales"),)))


def test_a_home_department_takes_nothing_from_another_that_is_spoken_to() -> None:
    both = replace(ACME, text="Acme wants more seats, and a lawyer complains about the contract")
    assert list(tagged(replace(both, homes=()))) == list(tagged(both)) == ["sales", "legal"]


TO_US = "Sent: Monday\nTo: Help <help@ours.example>\nSubject: late\n\n"


def test_a_pasted_mail_from_outside_is_a_mention_and_one_among_colleagues_none() -> None:
    words = "I'll call tomorrow to hear about the parcel"
    assert read(Post(f"From: Ada <ada@acme.example>\n{TO_US}{words}", NOW), DEPARTMENTS).mention.is_mention
    assert not read(Post(f"From: Tom <tom@ours.example>\n{TO_US}{words}", NOW), DEPARTMENTS).mention.is_mention


def test_what_a_customer_will_do_is_no_promise_of_the_teammate() -> None:
    for text in (
        "Customer says: I'll cancel by Friday if you don't fix this",
        "Ada said: I will call the bank tomorrow",
        f"From: Ada <ada@acme.example>\n{TO_US}I'll call tomorrow to hear about the parcel",
    ):
        assert not read(Post(text, NOW), DEPARTMENTS).promise.is_promise, text
    assert read(Post("Customer says: I'll cancel\nI'll call her by Friday", NOW), DEPARTMENTS).promise.is_promise
