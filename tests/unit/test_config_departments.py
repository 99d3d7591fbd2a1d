"""The file of departments: the packaged one is right, and every mistake is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.departments import NAME_LIMIT, read_departments
from config.errors import ConfigError
from config.settings import PACKAGED_DEPARTMENTS

FINANCE = '[finance]\nname = "Finance"\ndescription = "Money."\nwords = ["Refund", "charged  twice"]\n'


def problems_of(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "departments.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as caught:
        read_departments(path)
    return str(caught.value)


def test_a_new_workspace_starts_with_nine_departments() -> None:
    seeds = read_departments(PACKAGED_DEPARTMENTS)
    assert [seed.key for seed in seeds] == [
        "customer_service", "sales", "marketing", "public_relations", "product",
        "finance", "legal", "security", "human_resources",
    ]  # fmt: skip
    for seed in seeds:
        assert len(seed.words) >= 25
        assert len(seed.description.split()) >= 15


def test_words_are_read_in_lower_case_with_single_spaces(tmp_path: Path) -> None:
    path = tmp_path / "departments.toml"
    path.write_text(FINANCE, encoding="utf-8")
    assert read_departments(path)[0].words == ("refund", "charged twice")


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "departments.toml"
    path.write_text(f"\ufeff{FINANCE}", encoding="utf-8")
    assert [seed.key for seed in read_departments(path)] == ["finance"]


@pytest.mark.parametrize("line", ["", "words = []\n"])
def test_a_description_is_enough(tmp_path: Path, line: str) -> None:
    path = tmp_path / "departments.toml"
    path.write_text(f'[finance]\nname = "Finance"\ndescription = "Money."\n{line}', encoding="utf-8")
    assert read_departments(path)[0].words == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "there are none"),
        ("name = 3", "`name` stands outside a department"),
        ("[finance\n", "it is not TOML"),
        (FINANCE + FINANCE, "stands there twice"),
        (FINANCE.replace("description", "descripton"), "no field `descripton`; did you mean `description`?"),
        (FINANCE.replace('name = "Finance"\n', ""), "department `finance`: it needs a name"),
        (FINANCE.replace("Money.", " "), "department `finance`: it needs a description"),
        (FINANCE.replace("Finance", "F" * (NAME_LIMIT + 1)), "its name has 76 characters; 75 is the most"),
        (FINANCE.replace('["Refund", "charged  twice"]', "[3]"), "department `finance`: its words stand in"),
        (FINANCE.replace('["Refund", "charged  twice"]', '"refund"'), "department `finance`: its words stand in"),
        (FINANCE.replace("Refund", ""), "one of its words is empty"),
        (FINANCE.replace("Refund", "Charged Twice"), "“charged twice” is there twice"),
        (FINANCE.replace("Refund", "r" * 61), "has 61 characters"),
        (FINANCE.replace("[finance]", '["Finance & Co"]'), "the key may have a-z"),
        (FINANCE + FINANCE.replace("[finance]", "[money]"), "department `money`: its name is that of `finance` too"),
        (FINANCE.replace('"Finance"', '"—"'), "department `finance`: it needs a name"),
        (FINANCE.replace("Money.", "Money\\u0000"), "its description holds a sign that nobody sees"),
        (FINANCE.replace("Refund", "re\\u0000fund"), "“re·fund” holds a sign that nobody sees"),
        (FINANCE.replace('"Refund"', ", ".join(f'"w{number}"' for number in range(400))), "has 401 words; 400 is"),
        (f"a = {'[' * 5_000}", "it is nested too deep"),
        (f"a = {'9' * 5_000}", "it is not TOML"),
        (b"\xff\xfe", "it is not text in UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str | bytes, words: str) -> None:
    assert words in problems_of(tmp_path, text)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        read_departments(tmp_path / "nowhere.toml")


def test_a_folder_in_its_place_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Set DEPARTMENTS_FILE"):
        read_departments(tmp_path)


PIECES = st.sampled_from(
    ["[finance]", "[sales.eu]", "[[legal]]", 'name = "Finance"', "name = 3", 'description = "Money"', "words = [1]",
     'words = ["a", "A"]', "words = []", "colour = 2021-01-01", "x = {}", "[", "\x00"]
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=8))
def test_no_file_ends_in_a_traceback(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "departments.toml"
    path.write_text("\n".join(pieces), encoding="utf-8")
    try:
        read_departments(path)
    except ConfigError as error:
        assert error.problems  # noqa: PT017
