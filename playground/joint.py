"""What the fields of one element must be together: options and what is chosen first, least and most."""

from decimal import Decimal, InvalidOperation

from playground.elements import ELEMENTS
from playground.errors import Json
from playground.rules import complain


def options_of(item: Json) -> list[Json]:
    """All options of an element, those in groups too."""
    groups = item.get("option_groups") or []
    nested = [g.get("options") for g in groups if isinstance(g, dict)] if isinstance(groups, list) else []
    lists = [given for given in (item.get("options"), *nested) if isinstance(given, list)]
    return [option for given in lists for option in given if isinstance(option, dict)]


def check_together(item: Json, path: str, problems: list[str]) -> None:
    """Complain of what each field's own rule cannot see."""
    if str(item.get("type")) not in ELEMENTS:
        return
    _check_options(item, path, problems)
    _check_bounds(item, path, problems)
    for key in ("max_selected_items", "max_files"):
        if isinstance(item.get(key), int) and item[key] < 1:
            complain(problems, "must be greater than 0", f"{path}/{key}")
    if isinstance(item.get("min_query_length"), int) and item["min_query_length"] < 0:
        complain(problems, "must be greater than -1", f"{path}/min_query_length")


def _check_options(item: Json, path: str, problems: list[str]) -> None:
    if item.get("options") and item.get("option_groups"):
        complain(problems, "must define only one of `options` and `option_groups`", path)
    options = options_of(item)
    if not options:
        return
    chosen = item.get("initial_options") or ([item["initial_option"]] if item.get("initial_option") else [])
    for option in chosen if isinstance(chosen, list) else []:
        if option not in options:
            complain(problems, "initial option must be one of the options", path)
    values = [str(o.get("value")) for o in options]
    if len(set(values)) < len(values):
        complain(problems, "option values must be unique", f"{path}/options")


def _check_bounds(item: Json, path: str, problems: list[str]) -> None:
    """Lengths of text are 0 to 3,000, the least before the most; numbers are numbers, the first one between them."""
    if item["type"] == "number_input":
        _check_numbers(item, path, problems)
        return
    least, most = item.get("min_length", 0), item.get("max_length", 3000)
    for key, value, floor in (("min_length", least, 0), ("max_length", most, 1)):
        if isinstance(value, int) and not floor <= value <= 3000:
            complain(problems, f"must be between {floor} and 3000", f"{path}/{key}")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        complain(problems, "min_length must not be greater than max_length", path)


def _check_numbers(item: Json, path: str, problems: list[str]) -> None:
    found = {}
    for key in ("min_value", "initial_value", "max_value"):
        try:
            found[key] = Decimal(str(item[key])) if item.get(key) is not None else None
        except InvalidOperation:
            complain(problems, "must be a number", f"{path}/{key}")
            return
    numbers = [number for number in found.values() if number is not None]
    if not all(number.is_finite() for number in numbers):
        complain(problems, "must be a number", path)
    elif numbers != sorted(numbers):
        complain(problems, "min_value, initial_value and max_value must be in order", path)
    elif not item.get("is_decimal_allowed") and any(number != number.to_integral_value() for number in numbers):
        complain(problems, "must be an integer", path)
