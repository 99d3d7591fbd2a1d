"""`python -m config` says in words what is right and what to mend; what it prints for files is what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.__main__ import describe_database, main
from config.describe import env_example, settings_table
from config.settings import Settings

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_with_nothing_set_it_says_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    shown = capsys.readouterr().out
    assert "SLACK_BOT_TOKEN is missing" in shown
    assert "make demo" in shown
    assert "Finance (finance)" in shown


def test_with_everything_set_it_says_that_all_is_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "SLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=xapp-1\nWORKSPACE_ZON=UTC\n"
    (folder / ".env").write_text(text, encoding="utf-8")
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert "Socket Mode" in shown
    assert "All is well" in shown
    assert "sets WORKSPACE_ZON, which the bot does not know; did you mean “WORKSPACE_ZONE”?" in shown


def test_wrong_departments_fail_even_when_the_settings_are_right(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "abc")
    monkeypatch.setenv("DEPARTMENTS_FILE", str(folder / "none.toml"))
    assert main([]) == 1
    assert "there is no such file" in capsys.readouterr().out


def test_a_database_is_described_without_its_password() -> None:
    assert describe_database("postgresql+psycopg://ours:hunter2@db.example/ours") == "PostgreSQL, db.example/ours"
    assert describe_database("sqlite:///ours.db") == "SQLite, file ours.db"
    assert describe_database("sqlite://").startswith("SQLite in memory")


def test_the_example_in_the_repository_is_the_generated_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--env-example"]) == 0
    assert capsys.readouterr().out == env_example()
    assert (REPOSITORY / ".env.example").read_text(encoding="utf-8") == env_example(), (
        "renew it: python -m config --env-example > .env.example"
    )


def test_the_table_in_the_documents_is_the_generated_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--table"]) == 0
    assert capsys.readouterr().out == settings_table()
    operating = (REPOSITORY / "docs/operating.md").read_text(encoding="utf-8")
    assert settings_table() in operating, "renew the table of docs/operating.md: python -m config --table"


def test_every_variable_says_what_it_is_for() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name


def test_a_wrong_file_of_departments_is_told_beside_other_faults(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".env").write_text("DEPARTMENTS_FILE=nowhere.toml\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "abc")
    assert main([]) == 1
    shown = capsys.readouterr().out
    assert "PORT" in shown
    assert "nowhere.toml" in shown
    assert "packaged" not in shown
