"""What a person can enter into an input of text or a picker: Slack's client lets nothing else through. Pure."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from playground.errors import ControlError, Json

MOST_CHARACTERS = 3000
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_LINK = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def entered_text(item: Json, value: Any) -> Any:
    """What an input of text holds after ``value`` was typed; None when that is nothing."""
    if value in (None, ""):
        return None
    if item["type"] == "rich_text_input":
        return _rich(value)
    if item["type"] == "number_input":
        return _number(item, value)
    if not isinstance(value, str):
        raise ControlError(f"{value!r} is no text", "send what a person would type, as text")
    if item["type"] == "email_text_input" and not _MAIL.fullmatch(value):
        raise ControlError(f"{value!r} is no e-mail address", "send one such as ada@example.com")
    if item["type"] == "url_text_input" and not _LINK.fullmatch(value):
        raise ControlError(f"{value!r} is no link", "send one such as https://example.com")
    most, least = item.get("max_length", MOST_CHARACTERS), item.get("min_length", 0)
    if not least <= len(value) <= most:
        raise ControlError(f"text of {len(value)} characters", f"this input takes {least} to {most} characters")
    return value


def _rich(value: Any) -> Json:
    if isinstance(value, str):
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": value}]}
        return {"type": "rich_text", "elements": [section]}
    if isinstance(value, dict) and value.get("type") == "rich_text" and isinstance(value.get("elements"), list):
        return value
    raise ControlError(f"{value!r} is no rich text", "send text, or a rich_text block")


def _number(item: Json, value: Any) -> str:
    try:
        number = Decimal(str(value)) if isinstance(value, (str, int, float)) else Decimal("nan")
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or isinstance(value, bool):
        raise ControlError(f"{value!r} is no number", "send a number")
    if not item.get("is_decimal_allowed") and number != number.to_integral_value():
        raise ControlError(f"{value!r} has decimals", "this input takes whole numbers")
    least, most = item.get("min_value"), item.get("max_value")
    if (least is not None and number < Decimal(least)) or (most is not None and number > Decimal(most)):
        raise ControlError(f"{value!r} is out of bounds", f"this input takes {least or 'any'} to {most or 'any'}")
    return str(value)


def picked(kind: str, value: Any) -> Any:
    """What a picker of dates or times holds after ``value`` was picked; None when it was emptied."""
    if value in (None, ""):
        return None
    if kind == "datetimepicker":
        if not re.fullmatch(r"\d{10}", str(value)):
            raise ControlError(f"{value!r} is no moment", "send seconds since 1970 as an integer of ten digits")
        return int(value)
    form, fits = ("YYYY-MM-DD", is_date) if kind == "datepicker" else ("HH:mm", _is_time)
    if not fits(value):
        raise ControlError(f"{value!r} does not fit a {kind}", f"send it as {form}")
    return value


def is_date(value: Any) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and _TIME.fullmatch(value) is not None
