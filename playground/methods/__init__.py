"""The Web API's methods, one file per family. Importing this registers all of them."""

from playground.methods import (
    auth,
    chat,
    conversations,
    files_methods,
    history,
    marks,
    oauth,
    people,
    rooms_methods,
    views_methods,
)
from playground.methods.registry import METHODS

__all__ = [
    "METHODS",
    "auth",
    "chat",
    "conversations",
    "files_methods",
    "history",
    "marks",
    "oauth",
    "people",
    "rooms_methods",
    "views_methods",
]
