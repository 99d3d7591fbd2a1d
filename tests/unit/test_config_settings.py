"""Settings: every variable is read as it says, and no mistake ends in a traceback or shows a secret."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars import is_calendar
from config.errors import ConfigError
from config.parsing import WEEKDAYS, format_weekdays, parse_database, parse_holidays, parse_weekdays
from config.settings import OfflineSettings, Settings, load

SOCKET = {"slack_bot_token": "xoxb-1-abc", "slack_app_token": "xapp-1-abc"}
HTTP = {"slack_bot_token": "xoxb-1-abc", "slack_signing_secret": "8f742231b10e8888"}


@pytest.fixture
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No variable of ours is set, and the folder has no `.env`; returns the folder."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems_of(**values: object) -> str:
    with pytest.raises(ConfigError) as caught:
        load(**values)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "read"), [("None", "none"), (" zone ", "zone"), ("de", "DE"), ("gb-sct", "GB-SCT"), ("US-CA", "US-CA")]
)
def test_a_calendar_of_holidays_is_read_however_it_is_spelled(written: str, read: str) -> None:
    assert parse_holidays(written) == read
    assert is_calendar(read)


@pytest.mark.parametrize(("written", "read"), [("gold, silver", ("gold", "silver")), (" A  plus ,B", ("A plus", "B"))])
def test_tiers_are_read_in_their_order(written: str, read: tuple[str, ...]) -> None:
    assert load(**SOCKET, customer_tiers=written).customer_tiers == read


@pytest.mark.parametrize("written", ["gold,,silver", "gold,Gold", "x" * 61])
def test_tiers_that_are_none_are_told(written: str) -> None:
    assert "CUSTOMER_TIERS must be names like gold,silver,bronze" in problems_of(**SOCKET, customer_tiers=written)


def test_a_secret_that_could_be_guessed_is_told_and_not_shown() -> None:
    words = problems_of(**SOCKET, api_secret="hunter2")
    assert "API_SECRET must have at least 32 characters" in words
    assert "hunter2" not in words


def test_an_empty_environment_is_told_both_things_it_needs(empty_environment: Path) -> None:
    words = problems_of()
    assert "SLACK_BOT_TOKEN is missing" in words
    assert "manifest.json" in words
    assert "SLACK_APP_TOKEN is missing, and so is SLACK_SIGNING_SECRET" in words


def test_commands_without_slack_need_no_tokens(empty_environment: Path) -> None:
    offline = load(OfflineSettings)
    assert offline.slack_bot_token is None
    assert offline.database_url == "sqlite:///ours.db"


def test_the_environment_wins_over_the_file(empty_environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "SLACK_BOT_TOKEN=xoxb-file\nSLACK_APP_TOKEN=xapp-file\nPORT=4000\nWORK_DAYS=sun-thu\n"
    (empty_environment / ".env").write_text(text, encoding="utf-8")
    monkeypatch.setenv("PORT", "5000")
    monkeypatch.setenv("LOG_LEVEL", "")
    loaded = load()
    assert loaded.port == 5000
    assert loaded.work_days == frozenset({6, 0, 1, 2, 3})
    assert loaded.log_level == "info"
    assert loaded.uses_socket_mode


def test_values_passed_in_keep_the_environment_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://real/customers")
    assert load(**SOCKET).database_url == "sqlite:///ours.db"


def test_a_file_that_is_not_text_is_refused_in_words(empty_environment: Path) -> None:
    (empty_environment / ".env").write_bytes(b"SLACK_BOT_TOKEN=\xff\xfe\xff")
    assert ".env cannot be read" in problems_of()


@pytest.mark.parametrize(("values", "is_socket"), [(SOCKET, True), (HTTP, False), (SOCKET | HTTP, True)])
def test_an_app_token_means_socket_mode(values: dict[str, str], is_socket: bool) -> None:
    assert load(**values).uses_socket_mode is is_socket


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"slack_bot_token": "xapp-1-abc"}, "SLACK_BOT_TOKEN must start with xoxb-"),
        ({"slack_bot_token": "xoxb-…"}, "SLACK_BOT_TOKEN looks cut off"),
        ({"slack_app_token": "xoxb-1-abc"}, "SLACK_APP_TOKEN must start with xapp-"),
        ({"slack_signing_secret": "xoxb-1-abc"}, "SLACK_SIGNING_SECRET holds a token"),
        ({"database_url": "mysql://a:b@host/x"}, "DATABASE_URL must look like sqlite:///ours.db"),
        ({"database_url": "postgresql://a:b@host:port/x"}, "DATABASE_URL must look like"),
        ({"database_url": "ours.db"}, "DATABASE_URL must look like"),
        ({"slack_api_url": "slack.com/api"}, "SLACK_API_URL must be an address"),
        ({"clock_url": "ftp://somewhere"}, "CLOCK_URL must be an address"),
        ({"port": "http"}, "PORT must be a number"),
        ({"port": "70000"}, "PORT must be a number"),
        ({"log_level": "verbose"}, "LOG_LEVEL must be one of debug, info"),
        ({"workspace_zone": "america/new york"}, "did you mean “America/New_York”?"),
        ({"workspace_zone": "../etc/passwd"}, "WORKSPACE_ZONE must be a time zone"),
        ({"work_start": "9am"}, "WORK_START must be a time of the day like 09:00"),
        ({"work_start": "17:00"}, "WORK_END must be later than WORK_START"),
        ({"work_days": "weekdays"}, "WORK_DAYS must be days like mon-fri"),
        ({"public_holidays": "Germany"}, "PUBLIC_HOLIDAYS must be none, zone, or a country like DE"),
        ({"public_holidays": "DE-XX"}, "PUBLIC_HOLIDAYS names a part of DE that is not known; of DE these have"),
        ({"public_holidays": "IS-1"}, "PUBLIC_HOLIDAYS names a part of IS that is not known; write the country alone"),
    ],
)
def test_a_wrong_value_is_answered_with_its_remedy(values: dict[str, str], words: str) -> None:
    assert words in problems_of(**(SOCKET | values))


def test_all_problems_are_listed_at_once() -> None:
    words = problems_of(slack_bot_token="nothing", port="x", work_days="never")
    assert [line.split()[1] for line in words.splitlines()[1:]] == [
        "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "PORT", "WORK_DAYS",
    ]  # fmt: skip


def test_secrets_show_neither_in_the_settings_nor_in_a_refusal() -> None:
    database = "postgres://ours:hunter2@host/ours"
    shown = repr(load(**SOCKET, slack_signing_secret="5ecret", database_url=database))
    refused = problems_of(slack_bot_token="hunter2", slack_app_token="hunter2", database_url="mysql://hunter2@host")
    for secret in ("1-abc", "5ecret", "hunter2"):
        assert secret not in shown
        assert secret not in refused


@settings(deadline=None)  # the list of time zones is read from disk once
@given(name=st.sampled_from(sorted(Settings.model_fields)), value=st.text(min_size=1))
def test_no_text_in_any_variable_ends_in_a_traceback(name: str, value: str) -> None:
    try:
        load(**(SOCKET | {name: value}))
    except ConfigError as error:
        assert name.upper() in str(error) or name == "work_start"  # noqa: PT017


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_each_way_to_write_postgresql_names_our_driver(scheme: str) -> None:
    assert parse_database(f"{scheme}://u:p%40@host:5432/ours?sslmode=require").startswith(
        "postgresql+psycopg://u:p%40@"
    )


def test_slacks_address_ends_with_one_slash() -> None:
    for written in ("http://localhost:9000/api", "http://localhost:9000/api/", "http://localhost:9000/api//"):
        assert load(**SOCKET, slack_api_url=written).slack_api_url == "http://localhost:9000/api/"


def test_hours_are_read_as_wall_times() -> None:
    loaded = load(**SOCKET, work_start="8:30", work_end="16:45")
    assert (loaded.work_start, loaded.work_end) == (time(8, 30), time(16, 45))


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_weekdays_written_and_read_again_are_the_same(days: frozenset[int]) -> None:
    assert parse_weekdays(format_weekdays(days)) == days


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_range_of_days_may_pass_the_weekend(first: int, last: int) -> None:
    days = parse_weekdays(f"{WEEKDAYS[first]}-{WEEKDAYS[last]}")
    assert {first, last} <= days
    assert len(days) == (last - first) % 7 + 1
