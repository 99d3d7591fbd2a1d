"""Reads and checks the file of departments that a new workspace starts with.

One table a department; its key is what the ledger, commands and corrections call it:

    [finance]
    name = "Finance"
    description = "Money between the customer and us: invoices, refunds, fees."
    words = ["refund", "charged twice"]

The words may be left out: the name and the description are enough. A file that was exported from a workspace says more,
by Slack's ids: who is in a department, who heads it, its channel and its user group. In an import, a field that is left
out says nothing: what it finds there stays, and of a department that is there already the key is enough.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.errors import ConfigError

FIELDS = ("name", "description", "words", "head", "people", "on_duty", "channel", "group", "archived")
NAME_LIMIT = 75  # Slack's limit for the text of an option or button
DESCRIPTION_LIMIT = 500
WORD_LIMIT = 60
WORDS_LIMIT = 400
DEPARTMENTS_LIMIT = 500
ID_LIMIT = 40

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class DepartmentSeed:
    """A department as a new workspace gets it. `words` are what customers write when it concerns them. The rest is
    known of a department that was exported; None says nothing, and "" that there is none. Of an import, an empty
    name or description says nothing, either, and `says_words` whether the words do.
    """

    key: str
    name: str
    description: str
    words: tuple[str, ...]
    head: str | None = None
    people: tuple[str, ...] | None = None
    on_duty: tuple[str, ...] | None = None
    channel: str | None = None
    group: str | None = None
    archived: bool | None = None
    says_words: bool = True


def read_departments(path: Path) -> tuple[DepartmentSeed, ...]:
    """The departments of the file in its order; raises `ConfigError` with all that is wrong in it."""
    return _read(_text_of(path), str(path), is_import=False)


def read_text(text: str, where: str) -> tuple[DepartmentSeed, ...]:
    """The same of a text to be imported; `where` says for people where it stands."""
    return _read(text, where, is_import=True)


def _read(text: str, where: str, *, is_import: bool) -> tuple[DepartmentSeed, ...]:
    tables = _read_tables(text, f"The departments in {where} cannot be read:")
    problems = [problem for key, table in tables.items() for problem in _check_department(key, table, is_import)]
    problems += _check_together(tables)
    if problems:
        raise ConfigError(f"The departments in {where} need mending:", problems)
    return tuple(_seed(key, table) for key, table in tables.items())


def write_text(seeds: Iterable[DepartmentSeed]) -> str:
    """The text that `read_text` reads as these."""
    return "\n".join(_table(seed) for seed in seeds)


def _table(seed: DepartmentSeed) -> str:
    values = ((name, getattr(seed, name)) for name in FIELDS)
    lines = [f"{name} = {_value(value)}" for name, value in values if value is not None]
    return "\n".join([f"[{seed.key}]", *lines, ""])


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    # A text of JSON is one of TOML, but for a sign that only JSON takes as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text_of(path: Path) -> str:
    title = f"The departments in {path} cannot be read:"
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(title, ["it is not text in UTF-8. Save it as UTF-8."]) from None
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else (error.strerror or "it failed")
        raise ConfigError(title, [f"{reason}. Set DEPARTMENTS_FILE to a TOML file, or leave it out."]) from None


def _read_tables(text: str, title: str) -> dict[str, dict[str, object]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(title, [f"it is not TOML: {error}. {_hint(str(error))}"]) from None
    except ValueError:
        raise ConfigError(title, ["it is not TOML: a number is too long. Texts stand in double quotes."]) from None
    except RecursionError:
        raise ConfigError(title, ["it is nested too deep. Lists hold texts in double quotes, and no lists."]) from None
    wrong = [key for key, table in tables.items() if not isinstance(table, dict)]
    if wrong:
        raise ConfigError(
            title, [f"`{key}` stands outside a department. Put it under [a_department]." for key in wrong]
        )
    return tables


def _hint(reason: str) -> str:
    if "declare" in reason or "overwrite" in reason:
        return "A department or a field stands there twice: keep one."
    return "Texts stand in double quotes, and lists in [brackets] with commas."


def _check_department(key: str, table: Mapping[str, object], is_import: bool) -> Iterator[str]:
    where = f"department `{key}`:"
    if not _KEY.fullmatch(key):
        yield f"{where} the key may have a-z, 0-9 and _, starts with a letter and has 40 characters at most."
    for field in sorted(table.keys() - set(FIELDS)):
        near = difflib.get_close_matches(field, FIELDS, n=1)
        yield f"{where} there is no field `{field}`" + (f"; did you mean `{near[0]}`?" if near else ".")
    for field, limit in (("name", NAME_LIMIT), ("description", DESCRIPTION_LIMIT)):
        if field in table or not is_import:
            yield from _check_text(where, field, limit, table.get(field))
    yield from _check_words(where, table.get("words", []))
    yield from _check_workspace(where, table)


def _check_text(where: str, field: str, limit: int, value: object) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip() or (field == "name" and not any(map(str.isalnum, value))):
        yield f'{where} it needs a {field}: {field} = "…".'
    elif _has_unseen(value):
        yield f"{where} its {field} holds a sign that nobody sees. Write it anew."
    elif len(value.strip()) > limit:
        yield f"{where} its {field} has {len(value.strip())} characters; {limit} is the most that fits."


def _check_words(where: str, words: object) -> Iterator[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        yield f'{where} its words stand in a list: words = ["refund", "charged twice"].'
        return
    plain = [_plain(word) for word in words]
    if len(plain) > WORDS_LIMIT:
        yield f"{where} it has {len(plain)} words; {WORDS_LIMIT} is the most that I can weigh."
    for word in filter(_has_unseen, plain):
        yield f"{where} “{_seen(word)[:20]}” holds a sign that nobody sees. Write it anew."
    if "" in plain:
        yield f"{where} one of its words is empty. Take it out."
    for word in sorted({word for word in plain if word and plain.count(word) > 1}):
        yield f"{where} “{word}” is there twice. Take one out."
    for word in plain:
        if len(word) > WORD_LIMIT:
            yield f"{where} “{word[:20]}…” has {len(word)} characters; a word or phrase has {WORD_LIMIT} at most."


def _has_unseen(text: str) -> bool:
    """Whether it holds what not every database takes: NUL, or half a pair."""
    return _seen(text) != text


def _seen(text: str) -> str:
    return re.sub("[\x00\ud800-\udfff]", "·", text)


def _check_workspace(where: str, table: Mapping[str, object]) -> Iterator[str]:
    """What only an export says: ids of Slack's."""
    for field in ("head", "channel", "group"):
        if not _is_id(table.get(field, "")):
            yield f'{where} its {field} is an id of Slack\'s in quotes, or "" for none.'
    for field in ("people", "on_duty"):
        ids = table.get(field, [])
        if not isinstance(ids, list) or not all(one and _is_id(one) for one in ids):
            yield f'{where} its {field} are ids in a list: {field} = ["U012AB3CD"].'
    if not isinstance(table.get("archived", False), bool):
        yield f"{where} archived is true or false, without quotes."


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) <= ID_LIMIT and (value == "" or value.isalnum())


def _check_together(tables: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    if not tables:
        yield "there are none. A workspace starts with one at least."
    if len(tables) > DEPARTMENTS_LIMIT:
        yield f"there are {len(tables)}; {DEPARTMENTS_LIMIT} is the most that I can tell apart."
    owner: dict[str, str] = {}
    for key, table in tables.items():
        name = _plain(str(table.get("name", "")))
        if name and owner.setdefault(name, key) != key:
            yield f"department `{key}`: its name is that of `{owner[name]}` too. Give each its own."


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())


def _seed(key: str, table: Mapping[str, Any]) -> DepartmentSeed:
    people, on_duty = table.get("people"), table.get("on_duty")
    return DepartmentSeed(
        key=key,
        name=" ".join(table.get("name", "").split()),
        description=" ".join(table.get("description", "").split()),
        words=tuple(_plain(word) for word in table.get("words", [])),
        head=table.get("head"),
        people=tuple(people) if people is not None else None,
        on_duty=tuple(on_duty) if on_duty is not None else None,
        channel=table.get("channel"),
        group=table.get("group"),
        archived=table.get("archived"),
        says_words="words" in table,
    )
