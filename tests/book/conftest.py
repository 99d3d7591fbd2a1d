"""The towns of the book are made of what those of the flow tests are."""

from tests.flow.conftest import migrated, town_url

__all__ = ["migrated", "town_url"]
