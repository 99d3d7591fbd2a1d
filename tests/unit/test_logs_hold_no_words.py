"""Logs, and what `doctor` shows of errors, hold no texts: an error may quote what people said."""

from __future__ import annotations

import logging

from sqlalchemy.exc import IntegrityError

from bot.__main__ import LOG_FORMAT, WordlessFormatter
from bot.errors import MentionGone, told_shortly

SAID = "I was charged twice"


def stumble() -> None:
    try:
        int(SAID)
    except ValueError as error:
        detail = Exception(f"null value in column violates a constraint\nDETAIL: Failing row contains ({SAID}).")
        raise IntegrityError("INSERT", None, detail) from error


def caught() -> Exception:
    try:
        stumble()
    except IntegrityError as error:
        return error
    raise AssertionError


def test_a_traceback_tells_where_and_not_what() -> None:
    error = caught()
    record = logging.LogRecord("bot", logging.ERROR, "", 0, "a row", None, (type(error), error, error.__traceback__))
    shown = WordlessFormatter(LOG_FORMAT).format(record)
    assert SAID not in shown
    assert "in stumble" in shown
    assert "ValueError" in shown
    assert "null value in column violates a constraint" in shown


def test_a_line_tells_where_and_not_what() -> None:
    cause = caught().__cause__
    assert isinstance(cause, ValueError)
    line = cause.__traceback__.tb_lineno if cause.__traceback__ is not None else 0
    assert told_shortly(cause) == f"ValueError: in stumble, line {line} of test_logs_hold_no_words.py"


def test_what_says_how_to_mend_it_is_told() -> None:
    assert "can't find that mention" in told_shortly(MentionGone())
    assert told_shortly(ConnectionResetError("by peer")) == "ConnectionResetError: by peer"
