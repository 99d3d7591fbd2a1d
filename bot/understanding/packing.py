"""Rows of bytes side by side in one large number, so that whole rows are added and compared at once."""

from __future__ import annotations

from collections.abc import Sequence

BITS = 16
"""Of each slot; 255 bytes can be added in one without an overflow."""
HIGHEST = 1 << (BITS - 1)
"""The bit of a slot that stays free, so that two rows are compared by one subtraction."""
NEUTRAL = 128
"""What stands for nothing in a table: a byte has no sign."""


def packed(row: bytes) -> int:
    """The bytes as one number, each in a slot of its own."""
    wide = bytearray(2 * len(row))
    wide[::2] = row
    return int.from_bytes(wide, "little")


def side_by_side(row: Sequence[int]) -> int:
    """Whole numbers that a slot holds as one number, each in a slot of its own."""
    return int.from_bytes(b"".join(each.to_bytes(BITS // 8, "little") for each in row), "little")


def unpacked(number: int, slots: int) -> memoryview[int]:
    """What stands in each of so many slots."""
    return memoryview(number.to_bytes(2 * slots, "little")).cast("H")
