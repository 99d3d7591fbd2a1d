"""Disk full (first draft)."""

from __future__ import annotations

import argparse
import random
from pathlib import Path


async def full(chosen: argparse.Namespace, folder: Path, rng: random.Random) -> list[str]:
    """SQLite on a tiny file system."""
    return []
