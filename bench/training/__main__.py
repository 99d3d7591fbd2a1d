"""Trains every model, or those that are named: `python -m bench.training promises`."""

from __future__ import annotations

import sys
from importlib import import_module

MODELS = ("promises", "voice", "subjects")

if __name__ == "__main__":
    for name in sys.argv[1:] or MODELS:
        import_module(f"bench.training.{name}").train()
