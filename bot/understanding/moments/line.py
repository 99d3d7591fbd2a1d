"""A line of tokens with safe look-ahead, and what the grammar knows of the writer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.clock import WorkingHours
from bot.understanding.english.time_words import CARDINALS, ORDINAL_SUFFIXES, ORDINALS
from bot.understanding.moments.lexer import Token
from bot.understanding.moments.slots import Slots

Found = tuple[Slots, int]
"""What was read, and the index of the first token after it."""

NO_TOKEN = Token("break", "", 0, 0, False)
_MARGIN = [NO_TOKEN] * 24


@dataclass(frozen=True, slots=True)
class Writer:
    """The writer's wall clock when they wrote, their working hours, and whether 4/5 is the 4th of May to them."""

    at: datetime
    hours: WorkingHours
    day_first: bool


class Line:
    """Tokens by index; beyond both ends there is an empty one."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.steps = 0
        self._padded = tokens + _MARGIN  # read with a negative index, too, it has none of the tokens

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        self.steps += 1
        try:
            return self._padded[i]
        except IndexError:
            return NO_TOKEN

    def word(self, i: int) -> str:
        """The token's text if it is a word, else ''."""
        token = self[i]
        return token.text if token.kind == "word" else ""

    def words(self, i: int, *expected: str) -> bool:
        """Whether these words stand at `i`, in order."""
        for word in expected:
            if self[i].text != word:
                return False
            i += 1
        return True

    def after_dot(self, i: int) -> int:
        """The index after an abbreviation's full stop, if one stands glued at `i`."""
        return i + 1 if self[i].text == "." and self[i].glued and self[i + 1].text not in ("", "\n") else i

    def count(self, i: int) -> tuple[int, int] | None:
        """A whole number in digits or words ("twenty-seven") at `i`, and the index after it."""
        token = self[i]
        if token.kind == "num" and len(token.text) <= 6:
            return int(token.text), i + 1
        value = CARDINALS.get(token.text) if token.kind == "word" else None
        if value is None:
            return None
        ones = CARDINALS.get(self.word(i + 1), 0)
        if value >= 20 and 0 < ones < 10:
            return value + ones, i + 2
        return value, i + 1

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """An ordinal 1..31 in digits ("3rd") or words ("twenty-seventh") at `i`, and the index after it."""
        token = self[i]
        if token.kind == "num" and len(token.text) <= 2 and self[i + 1].glued and self.word(i + 1) in ORDINAL_SUFFIXES:
            value, after = int(token.text), i + 2
        elif token.kind == "word" and token.text in ORDINALS:
            value, after = ORDINALS[token.text], i + 1
        elif CARDINALS.get(token.text, 0) in (20, 30) and ORDINALS.get(self.word(i + 1), 99) < 10:
            value, after = CARDINALS[token.text] + ORDINALS[self.word(i + 1)], i + 2
        else:
            return None
        return (value, after) if 1 <= value <= 31 else None
