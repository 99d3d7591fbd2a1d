"""Ids that look like Slack's, and are the same in every run."""

import copy
import random
import re
import string

_ALPHABET = string.ascii_uppercase + string.digits


class Ids:
    """Makes ids and secrets from a seed: the same calls give the same ids."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible on purpose
        self._counter = 0
        self._taken: set[str] = set()

    def named(self, prefix: str, name: str) -> str:
        """An id one can read, e.g. ``U0MARIA0000`` for maria."""
        stem = prefix + "0" + re.sub(r"[^A-Z0-9]", "", name.upper())[:9]
        candidate = stem.ljust(11, "0")
        number = 0
        while candidate in self._taken:
            number += 1
            candidate = stem[:7] + f"{number:04d}".rjust(11 - len(stem[:7]), "0")
        self._taken.add(candidate)
        return candidate

    def fork(self) -> "Ids":
        """The same from here on, with all names free: for a new world that may yet fail."""
        forked = copy.deepcopy(self)
        forked._taken.clear()
        return forked

    def adopt(self, forked: "Ids") -> None:
        """Go on from where ``forked`` is."""
        vars(self).update(vars(forked))

    def take(self, used: str) -> None:
        """Remember an id that was given from outside."""
        self._taken.add(used)

    def next(self, prefix: str) -> str:
        """The next id of its kind, e.g. ``Ev0000000012``."""
        self._counter += 1
        return f"{prefix}{self._counter:010d}"

    def secret(self, length: int = 24) -> str:
        return "".join(self._random.choices(_ALPHABET, k=length))

    def uuid(self) -> str:
        """A version 4 UUID, as envelope_id and client_msg_id are."""
        digits = f"{self._random.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"

    def pick(self, count: int) -> int:
        """One of ``count`` places, by chance (Slack gives a payload to any one connection)."""
        return self._random.randrange(count)

    def block_id(self) -> str:
        """Slack names blocks that came without a block_id."""
        return "".join(self._random.choices(string.ascii_letters + string.digits, k=5))
