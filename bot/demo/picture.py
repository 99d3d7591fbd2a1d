"""A picture without a library: how water boils, as a curve in a PNG."""

from __future__ import annotations

import math
import struct
import zlib

WIDTH, HEIGHT = 360, 160
GROUND, GRID, CURVE = b"\xf7\xf4\xee", b"\xdd\xd6\xc8", b"\x1f\x5f\x5b"
THICK = 2.2


def boiling_curve() -> bytes:
    """Temperature against time: quick at first, then slower, flat at the boil."""
    rows = b"".join(b"\x00" + b"".join(_pixel(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _pixel(x: int, y: int) -> bytes:
    height = HEIGHT - 20 - 120 * math.tanh(2.4 * x / WIDTH) / math.tanh(2.4)
    if abs(y - height) <= THICK:
        return CURVE
    return GRID if x % 40 == 0 or y % 40 == 0 else GROUND


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
