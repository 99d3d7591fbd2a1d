"""`python -m bot read`: one JSON object a line, in order, with exactly the keys that are promised."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import add_reading
from bot.errors import CommandLineError
from bot.facts import DepartmentWords
from bot.read import main, read_lines

NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)
TEAMS = (
    DepartmentWords("finance", "Finance", "Invoices, charges and refunds.", ("refund", "charged twice")),
    DepartmentWords("product", "Product", "Bugs and missing features of the app.", ("crash", "bug")),
)


def answers(*lines: str, **known: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read_lines(lines, TEAMS, now=NOW, **known)]


def run(options: list[str], text: str) -> list[dict[str, Any]]:
    parser = argparse.ArgumentParser()
    add_reading(parser)
    out = io.StringIO()
    assert main(parser.parse_args(options), TEAMS, io.StringIO(text), out, NOW) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_plain_lines_and_json_lines_in_order() -> None:
    found = answers("I'll call her by Friday\n", '{"id": "a", "text": "hello"}', "[1,2]", "null", "")
    assert [each["id"] for each in found] == [1, "a", 3, 4, 5]
    assert all("error" not in each for each in found)


@pytest.mark.parametrize(
    ("line", "line_id"),
    [
        ("{bad json", 2),
        ('  {"text": "a"', 2),
        ('{"no": "text"}', 2),
        ('{"id": "x"}', "x"),
        ('{"id": NaN, "text": "a"}', 2),
    ],
)
def test_a_broken_object_is_told_and_the_next_line_read(line: str, line_id: object) -> None:
    _, bad, good = answers("a", line, "b")
    assert bad == {"id": line_id, "error": bad["error"]}
    assert '"text"' in bad["error"]
    assert good["id"] == 3
    assert "error" not in good


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York"])
@pytest.mark.parametrize("at", ["9999-12-31T23:00:00", "0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00"])
def test_a_moment_too_far_away_is_told(at: str, zone: str) -> None:
    (bad,) = answers(json.dumps({"text": "tomorrow", "at": at, "tz": zone}))
    assert "too far away" in bad["error"]


def test_what_the_docs_say_to_try_works() -> None:
    page = (Path(__file__).parents[2] / "docs" / "understanding.md").read_text(encoding="utf-8")
    said = re.search(r'`echo "([^"`]+)" \| python -m bot read`', page)
    assert said
    assert page.count("python -m bot read") == 1
    (found,) = run([], said[1] + "\n")
    assert found["mention"]["is"]
    assert found["promise"]["is"]
    assert found["due"]
    assert found["urgency"]["is"]


def test_exact_keys() -> None:
    (found,) = answers("A customer says she was charged twice and wants a refund, I'll answer by 3pm")
    assert list(found) == ["id", "mention", "promise", "due", "departments", "stance", "urgency"]
    assert list(found["mention"]) == ["is", "score", "evidence", "reasons"]
    assert list(found["promise"]) == ["is", "score", "reasons"]
    assert [list(each) for each in found["departments"]] == [["key", "score", "reasons"]] * 2
    assert list(found["stance"]) == ["label", "negative", "prospect", "reasons"]
    assert list(found["urgency"]) == ["is", "reasons"]
    assert found["mention"] == {
        "is": True,
        "score": found["mention"]["score"],
        "evidence": "words",
        "reasons": ["tells what a customer said"],
    }
    assert found["promise"]["is"] is True
    assert found["due"] == "2026-11-18T15:00:00+00:00"
    assert found["departments"][0]["reasons"] == ["'charged twice', 'refund'"]


def test_due_is_given_without_a_promise_and_is_local() -> None:
    line = json.dumps({"text": "the deadline is Friday 3pm", "at": "2026-11-18T10:00:00", "tz": "America/New_York"})
    (found,) = answers(line)
    assert found["due"] == "2026-11-20T15:00:00-05:00"
    assert found["promise"]["is"] is False
    assert answers("hello")[0]["due"] is None


def test_a_naive_moment_is_local_and_an_aware_one_is_moved() -> None:
    row = {"text": "in two hours", "tz": "Asia/Tokyo"}
    naive, aware, utc = answers(
        json.dumps({**row, "at": "2026-11-18T10:00:00"}),
        json.dumps({**row, "at": "2026-11-18T10:00:00+00:00"}),
        json.dumps({**row, "at": "2026-11-18T10:00:00Z"}),
    )
    assert naive["due"] == "2026-11-18T12:00:00+09:00"
    assert aware["due"] == utc["due"] == "2026-11-18T21:00:00+09:00"


def test_public_holidays_are_kept_when_a_line_names_whose() -> None:
    row = {"text": "in 2 business days", "at": "2026-11-25T10:00:00", "tz": "America/New_York"}
    found = answers(*(json.dumps(row | one) for one in ({}, {"holidays": "zone"}, {"holidays": "US"})))
    assert [one["due"][:10] for one in found] == ["2026-11-27", "2026-11-30", "2026-11-30"]


def test_locale_orders_dates() -> None:
    us, uk = answers('{"text": "by 4/12"}', '{"text": "by 4/12", "locale": "en-GB"}')
    assert us["due"].startswith("2027-04-12")
    assert uk["due"].startswith("2026-12-04")


@pytest.mark.parametrize(
    "row",
    [
        {"text": 5},
        {"text": None},
        {"text": "a", "tz": "Mars/Base"},
        {"text": "a", "tz": "../etc/passwd"},
        {"text": "a", "tz": 5},
        {"text": "a", "at": "yesterday"},
        {"text": "a", "at": 12},
        {"text": "a", "at": "0001-01-01T00:00:00"},
        {"text": "a", "locale": 5},
        {"text": "a", "holidays": "Germany"},
        {"text": "a", "holidays": ["DE"]},
    ],
)
def test_a_bad_line_gets_an_answer_with_a_remedy(row: dict[str, Any]) -> None:
    bad, good = answers(json.dumps({"id": "x", **row}), "fine")
    assert list(bad) == ["id", "error"]
    assert bad["id"] == "x"
    assert bad["error"]
    assert good["id"] == 2


def test_hostile_lines_never_stop_the_stream() -> None:
    lines = [
        "\x00\x01",
        "[" * 5000,
        "{" * 5000,
        '{"text": "' + "a" * 50_000 + '"}',
        '"\\ud800"',
        '{"text": "\\ud800 tomorrow"}',
        "💥" * 500,
    ]
    found = answers(*lines)
    assert [each["id"] for each in found] == list(range(1, len(lines) + 1))


def test_names_of_the_directory() -> None:
    (found,) = answers("Acme is furious about the outage", names={"acme": "Acme Inc."})
    assert found["mention"]["evidence"] == "name"
    assert answers("Acme is furious about the outage")[0]["mention"]["evidence"] is None


def test_lines_are_answered_as_they_come() -> None:
    asked: list[int] = []

    def lines() -> Iterator[str]:
        for number in range(3):
            asked.append(number)
            yield "hello"

    stream = read_lines(lines(), TEAMS, now=NOW)
    next(stream)
    assert asked == [0]


def test_options(tmp_path: Path) -> None:
    directory = tmp_path / "names.txt"
    directory.write_text("Blue Harbor Foods, LLC\nAcme Inc.\n\n", encoding="utf-8")
    corrections = tmp_path / "corrections.jsonl"
    row = json.dumps({"text": "the tent of my sister came apart", "departments": ["finance"]})
    corrections.write_text(f"{row}\n" * 6, encoding="utf-8")
    options = ["--directory", str(directory), "--corrections", str(corrections)]
    (found,) = run(options, "Blue Harbor Foods says the tent came apart\n")
    assert found["mention"]["evidence"] == "name"
    (plain,) = run([], "Blue Harbor Foods says the tent came apart\n")
    assert found["departments"][0]["score"] > plain["departments"][0]["score"]
    assert any("corrections" in reason for reason in found["departments"][0]["reasons"])


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    directory, corrections = tmp_path / "names.txt", tmp_path / "corrections.jsonl"
    directory.write_text("\ufeffBlue Harbor Foods\n", encoding="utf-8")
    corrections.write_text('\ufeff{"text": "a", "departments": ["finance"]}\n', encoding="utf-8")
    options = ["--directory", str(directory), "--corrections", str(corrections)]
    (found,) = run(options, '\ufeff{"id": "x", "text": "Blue Harbor Foods says the tent came apart"}\n')
    assert found["id"] == "x"
    assert found["mention"]["evidence"] == "name"


def test_files_that_cannot_be_used_name_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(CommandLineError, match="--directory"):
        run(["--directory", str(tmp_path / "none.txt")], "a")
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "a", "departments": "finance"}\n', encoding="utf-8")
    with pytest.raises(CommandLineError, match="Line 1"):
        run(["--corrections", str(bad)], "a")


def test_corrections_with_an_unknown_department(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    path.write_text('{"text": "a", "departments": []}\n\n{"text": "a", "departments": ["product", "finanse"]}\n')
    with pytest.raises(CommandLineError, match=r"Line 3 of .*finanse.*Did you mean finance\?"):
        run(["--corrections", str(path)], "a")
    path.write_text('{"text": "a", "departments": ["zzz"]}\n')
    with pytest.raises(CommandLineError, match=r"Line 1 of .*zzz.*finance, product"):
        run(["--corrections", str(path)], "a")


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    parser = argparse.ArgumentParser()
    add_reading(parser)
    with os.fdopen(writer, "w", encoding="utf-8") as out:
        assert main(parser.parse_args([]), TEAMS, io.StringIO("a\nb\n"), out, NOW) == 0


def test_what_cannot_be_encoded_is_replaced() -> None:
    for line in read_lines(['{"id": "\\ud800", "text": "a"}', "\udcff a"], TEAMS, now=NOW):
        line.encode("utf-8")


def test_the_same_answer_every_time() -> None:
    text = "A client complains: charged twice, app crashes. I'll reply tomorrow"
    assert answers(text) == answers(text)
