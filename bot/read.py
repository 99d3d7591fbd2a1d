"""`python -m bot read`: shows on standard output what is read in lines of text, without a database."""

from __future__ import annotations

import argparse
import difflib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import calendars
from bot.clock import WorkingHours
from bot.errors import CommandLineError
from bot.facts import DepartmentWords, Post, Reading, Reason
from bot.understanding import Correction, Corrections, candidate_names, learn, read
from bot.understanding.directory import Directory

Json = dict[str, object]
_BYTE_ORDER_MARK = "\ufeff"
"""What some editors write before the first line."""


def main(
    arguments: argparse.Namespace, departments: Sequence[DepartmentWords], stdin: TextIO, stdout: TextIO, now: datetime
) -> int:
    """Read `stdin` line by line and answer each at once. Raises CommandLineError when a file can't be used."""
    names = load_names(arguments.directory) if arguments.directory else {}
    corrections = load_corrections(arguments.corrections, departments) if arguments.corrections else None
    for line in read_lines(stdin, departments, now=now, names=names, corrections=corrections):
        try:
            stdout.write(line + "\n")
            stdout.flush()
        except BrokenPipeError:  # whoever read us, as `head`, has enough
            _drop_output(stdout)
            break
    return 0


def _drop_output(stdout: TextIO) -> None:
    """What is still buffered goes nowhere, so that closing the stream doesn't fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stdout.fileno())
    os.close(nowhere)


def load_names(path: str) -> Directory:
    """Normalised name → name, from a file with a name a line."""
    return Directory(_lines_of(path, "--directory"))


def load_corrections(path: str, departments: Sequence[DepartmentWords]) -> Corrections:
    """What a file of corrections teaches about these departments."""
    known = [department.key for department in departments]
    found = []
    for number, line in enumerate(_lines_of(path, "--corrections"), 1):
        if not line.strip():
            continue
        value = _parse(line)
        keys = value.get("departments") if value else None
        if (
            value is None
            or not isinstance(value.get("text"), str)
            or not isinstance(keys, list)
            or not all(isinstance(key, str) for key in keys)
        ):
            raise CommandLineError(
                problem=f"Line {number} of {path} is no correction",
                remedy='Write each line as {"text": "…", "departments": ["finance"]}',
            )
        for key in keys:
            if key not in known:
                raise _unknown_department(key, known, f"Line {number} of {path}")
        found.append(Correction(str(value["text"]), tuple(str(key) for key in keys)))
    return learn(found)


def _unknown_department(key: str, known: list[str], where: str) -> CommandLineError:
    near = difflib.get_close_matches(key.casefold(), known, n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    return CommandLineError(
        problem=f"{where} names {key[:60]!r}, which is no department's key",
        remedy=f"{meant}The keys are {', '.join(known)}",
    )


def _lines_of(path: str, option: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandLineError(
            problem=f"{path} can't be read: {error}", remedy=f"Give {option} a UTF-8 text file that exists"
        ) from error


def read_lines(
    lines: Iterable[str],
    departments: Sequence[DepartmentWords],
    *,
    now: datetime,
    names: Mapping[str, str] | None = None,
    corrections: Corrections | None = None,
) -> Iterator[str]:
    """One JSON object for each line, in order. A line that can't be read answers {"id","error"} with the remedy."""
    for number, line in enumerate(lines, 1):
        written = line.rstrip("\r\n").removeprefix(_BYTE_ORDER_MARK)
        answer = _answer(written, number, departments, now, (names or {}, corrections))
        yield _encodable(json.dumps(answer, ensure_ascii=False))


def _answer(
    line: str,
    number: int,
    departments: Sequence[DepartmentWords],
    now: datetime,
    known: tuple[Mapping[str, str], Corrections | None],
) -> Json:
    value = _parse(line)
    row: Json = {"text": line} if value is None else value
    names, corrections = known
    line_id = row.get("id", number)
    try:
        if _is_object(line) and (value is None or "text" not in value):
            raise _Unreadable('a line that begins with { must be a JSON object with a "text": {"text": "…"}')
        post = _find_names(_post(row, now), names)
    except _Unreadable as error:
        return {"id": line_id, "error": str(error)}
    return {"id": line_id, **shown(read(post, departments, corrections))}


class _Unreadable(Exception):
    """A line's fields are wrong; the message says which and what to write."""


def _is_object(line: str) -> bool:
    """Whether the line means to be a JSON object; all others are plain text."""
    return line.lstrip().startswith("{")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _refuse(constant: str) -> None:
    """NaN and Infinity are no JSON: what came in as an id would go out as one."""
    raise ValueError(constant)


def _parse(line: str) -> Json | None:
    if not _is_object(line):
        return None
    try:
        value = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _post(row: Json, now: datetime) -> Post:
    text, zone, locale = row.get("text"), row.get("tz") or "UTC", row.get("locale") or "en-US"
    if not isinstance(text, str):
        raise _Unreadable('"text" must be a string')
    if not isinstance(locale, str):
        raise _Unreadable('"locale" must be a string such as "en-US"')
    hours = WorkingHours(zone=_zone(zone), holidays=_calendar(row.get("holidays") or calendars.NONE))
    return Post(
        text=_encodable(text),
        at=_moment(row.get("at"), hours, now),
        hours=hours,
        locale=locale,
    )


def _zone(zone: object) -> str:
    try:
        if not isinstance(zone, str):
            raise ValueError
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _Unreadable(f'there is no time zone {zone!r}; write "tz" as "Europe/Berlin" or "UTC"') from error
    return zone


def _calendar(calendar: object) -> str:
    if not isinstance(calendar, str) or not calendars.is_calendar(calendar):
        raise _Unreadable(f'there is no calendar {calendar!r}; write "holidays" as "none", "zone", "DE" or "DE-BY"')
    return calendar


def _moment(at: object, hours: WorkingHours, now: datetime) -> datetime:
    """When it was written: given, and local to the zone when naive, or now."""
    if at is None:
        return now
    try:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else None
        if moment is None:
            raise ValueError
    except ValueError as error:
        raise _Unreadable(f'{at!r} is no moment; write "at" as "2026-11-23T14:05:00" or with an offset') from error
    if not 1900 <= moment.year <= 2900:
        raise _Unreadable(f'{at!r} is too far away; write "at" between the years 1900 and 2900')
    return moment if moment.tzinfo else moment.replace(tzinfo=hours.info)


def _find_names(post: Post, names: Mapping[str, str]) -> Post:
    if not names:
        return post
    found = tuple((candidate, names[candidate]) for candidate in candidate_names(post) if candidate in names)
    return replace(post, names=found)


def shown(reading: Reading) -> Json:
    """A reading as the JSON object that the command prints."""
    mention, promise, stance, urgency = reading.mention, reading.promise, reading.stance, reading.urgency
    return {
        "mention": {
            "is": mention.is_mention,
            "score": mention.score,
            "evidence": mention.evidence,
            "reasons": _words(mention.reasons),
        },
        "promise": {"is": promise.is_promise, "score": promise.score, "reasons": _words(promise.reasons)},
        "due": reading.due.isoformat() if reading.due else None,
        "departments": [
            {"key": each.key, "score": each.score, "reasons": _words(each.reasons)} for each in reading.departments
        ],
        "stance": {
            "label": stance.label,
            "negative": stance.negative,
            "prospect": stance.prospect,
            "reasons": _words(stance.reasons),
        },
        "urgency": {"is": urgency.is_urgent, "reasons": _words(urgency.reasons)},
    }


def _words(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.words for reason in reasons]
