"""The ways in which talk is written down: with or without capitals, with or without marks, by people or machines."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from bench.training.fitting import Example

_MARKS = re.compile(r"[.,?!;:\u2026]+(?=\s|$)")
_SPACE = re.compile(r"\s+")


def without_marks(text: str) -> str:
    """What is left without full stops, commas and the like."""
    return _SPACE.sub(" ", _MARKS.sub(" ", text)).strip()


def without_capitals(text: str) -> str:
    """As many people write in chat, and machines that listen."""
    return text.lower()


def bare(text: str) -> str:
    """Neither: as many machines write down what they hear."""
    return without_marks(without_capitals(text))


CONVENTIONS = (without_marks, without_capitals, bare)


def rewritten(examples: Sequence[Example]) -> list[Example]:
    """Each example as it would look by one of the other conventions, chosen by its letters."""
    return [replace(each, text=_rewrite(each.text)) for each in examples]


def _rewrite(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return CONVENTIONS[digest[0] % len(CONVENTIONS)](text) or text
