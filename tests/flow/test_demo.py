"""The demo as people run it: the two weeks once, and a replay of a few texts. It meets no setting of the operator's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An operator's folder and environment, and a temporary folder of our own to look into."""
    folder, temporary = tmp_path / "operator", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    (folder / ".env").write_text("SLACK_BOT_TOKEN=wrong\nDATABASE_URL=sqlite:///precious.db\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///precious.db")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "the operator's")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return tmp_path


def test_two_weeks_end_with_all_that_was_played(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawing = elsewhere / "demo.svg"
    code = main(["demo", "--svg", str(drawing)])
    shown = capsys.readouterr().out
    assert code == 0, shown[-3000:]
    assert shown.count("Your week with your customers") == 2
    for line in (
        "Monday 1 June",
        "▸ Tom (16:00 Berlin) clicks I'm on it on the card",
        "⏳ You promised this for today 17:00.",
        "@Maria hears of it tomorrow 14:00",
        "🤝 @Jonas has taken this over.",
        " · only @maria sees this",
    ):
        assert line in shown
    table = shown[shown.index("What the ledger holds") :]
    for line in (
        "10: 5 closed, 3 answered, 1 dismissed, 1 owned; 1 seen twice",
        "7: 5 kept on time, 1 kept late, 1 offer lapsed",
        "1 door opened",
        "11 sent, ",
    ):
        assert line in table
    assert table.split("Failed")[1].split()[0] == "0"
    assert max(map(len, shown.splitlines())) <= 80
    assert "charged&#160;twice" in drawing.read_text(encoding="utf-8")
    assert "@font-face" not in drawing.read_text(encoding="utf-8")
    left_behind(elsewhere)


def test_a_replay_tells_where_each_text_went(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [
        "I was charged twice for one order and want a refund, or I call my lawyer!",
        "The app crashes whenever I open it since the update. " * 200,
        "I was charged twice for one order and want a refund, or I call my lawyer!",
    ]
    path = elsewhere / "texts.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    code = main(["demo", "--replay", str(path), "--check"])
    shown = capsys.readouterr().out
    assert code == 0, shown
    assert "3 texts became 2 mentions, each with its card" in shown
    assert "1 of the texts had been posted before" in " ".join(shown.split())
    assert "Finance ('charged twice')" in shown
    assert "Checked: each became exactly one card" in shown
    left_behind(elsewhere)


def test_a_wrong_file_is_told_in_words(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--replay", str(elsewhere / "nowhere.jsonl")]) == 1
    assert "Say where it is: make demo REPLAY=" in capsys.readouterr().err


def left_behind(elsewhere: Path) -> None:
    assert list((elsewhere / "temporary").iterdir()) == []
    assert [path.name for path in (elsewhere / "operator").iterdir()] == [".env"]
