"""What is wrong with the configuration, in words that say what to mend."""

from __future__ import annotations

from collections.abc import Iterable


class ConfigError(Exception):
    """One or more things an operator has to mend; the message is a list of them, and holds no secret."""

    def __init__(self, title: str, problems: Iterable[str]) -> None:
        self.title = title
        self.problems = tuple(problems)
        super().__init__("\n".join([title, *(f"  - {problem}" for problem in self.problems)]))
