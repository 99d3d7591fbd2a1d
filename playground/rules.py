"""Rules for nested JSON, and the words in which Slack complains: ``[ERROR] … [json-pointer:/blocks/0/text]``."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playground.errors import Json

Rule = Callable[[object, str, list[str]], None]
"""Looks at a value, at a path, and appends what is wrong to the list."""


def complain(problems: list[str], what: str, path: str) -> None:
    problems.append(f"[ERROR] {what} [json-pointer:{path}]")


def check_length(value: str, most: int, path: str, problems: list[str], least: int = 1) -> None:
    if len(value) > most:
        complain(problems, f"must be less than {most + 1} characters", path)
    elif len(value) < least:
        complain(problems, "must be more than 0 characters", path)


def string(most: int, least: int = 1) -> Rule:
    def check(value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, str):
            complain(problems, "must be a string", path)
        else:
            check_length(value, most, path, problems, least)

    return check


def url(most: int = 3000) -> Rule:
    def check(value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, str):
            complain(problems, "must be a string", path)
        elif not re.match(r"^(https?://[^\s]+|mailto:[^\s]+|slack://[^\s]+)$", value):
            complain(problems, "must be a valid url", path)
        else:
            check_length(value, most, path, problems)

    return check


def flag(value: object, path: str, problems: list[str]) -> None:
    if not isinstance(value, bool):
        complain(problems, "must be a boolean", path)


def anything(value: object, path: str, problems: list[str]) -> None:
    """No rule."""


def whole(value: object, path: str, problems: list[str]) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        complain(problems, "must be an integer", path)


def pattern(regex: str, what: str) -> Rule:
    def check(value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, str) or not re.fullmatch(regex, value):
            complain(problems, f"must be {what}", path)

    return check


def one_of(*allowed: str) -> Rule:
    def check(value: object, path: str, problems: list[str]) -> None:
        if value not in allowed:
            complain(problems, f"must be one of: {', '.join(allowed)}", path)

    return check


def text(most: int, *kinds: str) -> Rule:
    """A text object; ``kinds`` are plain_text, mrkdwn or both (the default)."""
    allowed = kinds or ("plain_text", "mrkdwn")

    def check(value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, dict):
            complain(problems, "must provide an object", path)
        elif value.get("type") not in allowed:
            complain(problems, f"unsupported type: {value.get('type')}", f"{path}/type")
        elif not isinstance(value.get("text"), str):
            complain(problems, "missing required field: text", path)
        else:
            check_length(value["text"], most, f"{path}/text", problems)
            extra = {"plain_text": {"emoji"}, "mrkdwn": {"verbatim"}}[value["type"]]
            for key in sorted(set(value) - {"type", "text"}):
                if key not in extra:
                    complain(problems, f"invalid additional property: {key}", path)
                elif value[key] is not None:
                    flag(value[key], f"{path}/{key}", problems)

    return check


def listing(of: Rule, most: int, least: int = 1) -> Rule:
    def check(value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, list):
            complain(problems, "must provide an array", path)
            return
        if len(value) > most:
            complain(problems, f"no more than {most} items allowed", path)
        elif len(value) < least:
            complain(
                problems, f"no less than {least} items allowed" if least > 1 else "must contain at least 1 item", path
            )
        for number, item in enumerate(value):
            of(item, f"{path}/{number}", problems)

    return check


@dataclass(frozen=True)
class Shape:
    """An object's fields and which of them must be there; ``any_of``: at least one of these."""

    fields: dict[str, Rule]
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = field(default=())
    free: bool = False

    def __call__(self, value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, dict):
            complain(problems, "must provide an object", path)
            return
        for key in self.required:
            if value.get(key) is None:
                complain(problems, f"missing required field: {key}", path)
        if self.any_of and not any(value.get(key) for key in self.any_of):
            complain(problems, f"must define either `{'` or `'.join(self.any_of)}`", path)
        for key, inner in value.items():
            rule = self.fields.get(key)
            if rule is not None and inner is not None:
                rule(inner, f"{path}/{key}", problems)
            elif rule is None and not self.free:
                complain(problems, f"invalid additional property: {key}", path)


def typed(shapes: dict[str, Shape], allowed: tuple[str, ...] = ()) -> Rule:
    """An object whose ``type`` says which shape it has; ``allowed`` narrows the types."""

    def check(value: object, path: str, problems: list[str]) -> None:
        if not isinstance(value, dict):
            complain(problems, "must provide an object", path)
            return
        kind = value.get("type")
        if kind is None:
            complain(problems, "missing required field: type", path)
        elif not isinstance(kind, str) or kind not in shapes or (allowed and kind not in allowed):
            complain(problems, f"unsupported type: {kind}", f"{path}/type")
        else:
            shapes[kind](value, path, problems)

    return check


def as_metadata(problems: list[str]) -> Json:
    return {"response_metadata": {"messages": problems}}
