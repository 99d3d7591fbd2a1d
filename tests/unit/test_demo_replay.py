"""Files of texts: what is read of them, and mistakes that name line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.replay import FileMissing, LineUnreadable, NothingToReplay, Outcome, read_texts, summary
from bot.errors import BotError


def write(folder: Path, *lines: str) -> str:
    path = folder / "texts.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_texts_are_read_in_order_and_up_to_a_limit(tmp_path: Path) -> None:
    path = write(tmp_path, '{"text": "one"}', "", '{"id": 2, "text": "two"}', '{"text": "three"}')
    assert read_texts(path) == ["one", "two", "three"]
    assert read_texts(path, 2) == ["one", "two"]


def test_a_mistake_behind_the_limit_is_not_met(tmp_path: Path) -> None:
    assert read_texts(write(tmp_path, '{"text": "one"}', "no json"), 1) == ["one"]


@pytest.mark.parametrize(
    ("lines", "error", "words"),
    [
        (('{"text": "one"}', "nonsense"), LineUnreadable, "line 2: no JSON"),
        (('{"text": "one"}', '{"txt": "two"}'), LineUnreadable, "line 2: it has no “text”"),
        (('{"text": "  "}',), LineUnreadable, "line 1: it has no “text”"),
        (('{"text": 5}',), LineUnreadable, '{"text": "I was charged twice"}'),
        (('["one"]',), LineUnreadable, "line 1"),
        (("",), NothingToReplay, "holds no texts"),
    ],
)
def test_mistakes_name_line_and_remedy(
    tmp_path: Path, lines: tuple[str, ...], error: type[BotError], words: str
) -> None:
    with pytest.raises(error) as raised:
        read_texts(write(tmp_path, *lines))
    assert words in raised.value.words
    assert "texts.jsonl" in raised.value.words


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        with pytest.raises(FileMissing, match=r"make story REPLAY=folder/file\.jsonl"):
            read_texts(str(path))


def test_each_outcome_knows_what_is_wrong_with_it() -> None:
    def problem(mention_id: str | None, cards: int, *departments: tuple[str, tuple[str, ...]]) -> str | None:
        return Outcome("text", "replay-1", mention_id, cards, departments).problem

    assert problem("M1", 1, ("Finance", ("'refund'",))) is None
    assert problem(None, 0) == "it was not read as a mention"
    assert problem("M1", 2, ("Finance", ("'refund'",))) == "it has 2 cards"
    assert problem("M1", 1) == "no department is tagged"
    assert problem("M1", 1, ("Finance", ())) == "a department has no reason"


def test_the_summary_counts_the_same_words_once() -> None:
    tagged = (("Finance", ("'refund'",)), ("Legal", ("'lawyer'",)))
    outcomes = [Outcome("a", "r", "M1", 1, tagged), Outcome("a", "r", "M1", 1, tagged), Outcome("b", "r", None, 0, ())]
    lines = list(summary(outcomes))
    assert lines[0].startswith("3 texts became 1 mention")
    assert "1 of the texts had been posted before" in lines[0]
    assert lines[1] == "Departments asked: Finance 2, Legal 2"
