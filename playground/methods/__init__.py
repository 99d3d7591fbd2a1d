"""The Web API's methods, one file per family. Importing this registers all of them."""

from playground.methods import (
    assistant,
    auth,
    chat,
    conversations,
    files_methods,
    history,
    marks,
    oauth,
    people,
    presence,
    rooms_methods,
    streams,
    views_methods,
)
from playground.methods.absent import ABSENT
from playground.methods.registry import METHODS

__all__ = [
    "ABSENT",
    "METHODS",
    "assistant",
    "auth",
    "chat",
    "conversations",
    "files_methods",
    "history",
    "marks",
    "oauth",
    "people",
    "presence",
    "rooms_methods",
    "streams",
    "views_methods",
]
