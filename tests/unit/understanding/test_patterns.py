"""Patterns are compiled when they are first used, and are all right; a process that only starts compiles none."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.patterns import any_of, joined, regex

PATTERNS = """
import gc
from bot.understanding.patterns import regex
patterns = [each for each in gc.get_objects() if type(each) is type(regex(""))]
assert len(patterns) > 300
"""
NONE_IS_COMPILED = "import bot.wiring" + PATTERNS + 'assert not [each for each in patterns if "search" in vars(each)]'
ALL_ARE_RIGHT = (
    """
import importlib, pkgutil
import bot.understanding as room
for module in pkgutil.walk_packages(room.__path__, "bot.understanding."):
    importlib.import_module(module.name)
"""
    + PATTERNS
    + "for each in patterns: each.search"
)
SHAPES = ALL_ARE_RIGHT + "\nprint(sorted(each.pattern for each in patterns))"


@given(st.text(alphabet="ab1 A", max_size=30))
def test_a_pattern_that_waited_answers_as_one_that_did_not(text: str) -> None:
    source, flags = r"(?P<first>a)(b?)|1+", re.IGNORECASE
    waited, at_once = regex(source, flags), re.compile(source, flags)
    assert [found.span() for found in waited.finditer(text)] == [found.span() for found in at_once.finditer(text)]
    assert waited.sub("_", text) == at_once.sub("_", text)
    assert waited.split(text) == at_once.split(text)
    assert (waited.pattern, dict(waited.groupindex)) == (at_once.pattern, dict(at_once.groupindex))


def test_a_mistake_shows_when_the_pattern_is_used() -> None:
    mistaken = regex("(")
    with pytest.raises(re.error):
        mistaken.search("")


@pytest.mark.parametrize("script", [NONE_IS_COMPILED, ALL_ARE_RIGHT], ids=["at the start", "when used"])
def test_no_pattern_is_compiled_before_it_is_used_and_then_each_can_be(script: str) -> None:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_process_has_the_same_patterns() -> None:
    """What is drawn from a set comes in another order in each."""
    script = [sys.executable, "-c", SHAPES]
    one, other = (subprocess.check_output(script, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in "12")
    assert one == other


def test_lines_are_put_together_and_words_part_at_commas() -> None:
    assert joined("a\n    b{1,2}\n").fullmatch("abb")
    assert any_of(r"to the, a{1,2}, b") == r"(?:to the|a{1,2}|b)"
