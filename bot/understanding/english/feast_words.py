"""Days that people name, and when they are: a fixed date, the nth weekday of a month, or days from Easter Sunday."""

from __future__ import annotations

Feast = tuple[str, int, int, int]
"""("date", month, day, 0); ("nth", month, weekday, n), n = -1 the last; ("easter" or "thanksgiving", days, 0, 0)."""

_NAMES: tuple[tuple[str, Feast], ...] = (
    ("christmas eve, xmas eve", ("date", 12, 24, 0)),
    ("christmas day, xmas day, christmas, xmas, x mas", ("date", 12, 25, 0)),
    ("boxing day, st stephen's day", ("date", 12, 26, 0)),
    ("new year's eve, new years eve, new year eve, nye", ("date", 12, 31, 0)),
    ("new year's day, new years day, new year day, new year's, new year", ("date", 1, 1, 0)),
    ("epiphany", ("date", 1, 6, 0)),
    ("martin luther king day, martin luther king's day, martin luther king jr day, mlk day", ("nth", 1, 0, 3)),
    ("groundhog day", ("date", 2, 2, 0)),
    ("valentine's day, valentines day, valentine day, valentine's", ("date", 2, 14, 0)),
    ("presidents day, president's day", ("nth", 2, 0, 3)),
    ("st patrick's day, st patricks day, saint patrick's day, st paddy's day", ("date", 3, 17, 0)),
    ("april fools day, april fool's day, april fools", ("date", 4, 1, 0)),
    ("earth day", ("date", 4, 22, 0)),
    ("anzac day", ("date", 4, 25, 0)),
    ("may day", ("date", 5, 1, 0)),
    ("cinco de mayo", ("date", 5, 5, 0)),
    ("mother's day, mothers day", ("nth", 5, 6, 2)),
    ("memorial day", ("nth", 5, 0, -1)),
    ("juneteenth", ("date", 6, 19, 0)),
    ("father's day, fathers day", ("nth", 6, 6, 3)),
    ("canada day", ("date", 7, 1, 0)),
    ("independence day", ("date", 7, 4, 0)),
    ("bastille day", ("date", 7, 14, 0)),
    ("labor day, labour day", ("nth", 9, 0, 1)),
    ("columbus day, indigenous peoples day", ("nth", 10, 0, 2)),
    ("halloween, hallowe'en", ("date", 10, 31, 0)),
    ("all saints day", ("date", 11, 1, 0)),
    ("guy fawkes night, bonfire night", ("date", 11, 5, 0)),
    ("veterans day, veteran's day, remembrance day, armistice day", ("date", 11, 11, 0)),
    ("thanksgiving day, thanksgiving", ("nth", 11, 3, 4)),
    ("republic day", ("date", 1, 26, 0)),
    ("australia day", ("date", 1, 26, 0)),
    ("mardi gras, shrove tuesday, pancake day", ("easter", -47, 0, 0)),
    ("ash wednesday", ("easter", -46, 0, 0)),
    ("palm sunday", ("easter", -7, 0, 0)),
    ("maundy thursday", ("easter", -3, 0, 0)),
    ("good friday", ("easter", -2, 0, 0)),
    ("easter sunday, easter day, easter", ("easter", 0, 0, 0)),
    ("easter monday", ("easter", 1, 0, 0)),
    ("ascension day", ("easter", 39, 0, 0)),
    ("whit sunday, pentecost", ("easter", 49, 0, 0)),
    ("whit monday", ("easter", 50, 0, 0)),
    ("black friday", ("thanksgiving", 1, 0, 0)),
    ("cyber monday", ("thanksgiving", 4, 0, 0)),
)
"""Apostrophes at a word's end are left out, as are full stops: whoever reads passes over them."""
FEASTS: dict[tuple[str, ...], Feast] = {
    tuple(name.split()): feast for names, feast in _NAMES for name in names.split(", ")
}
FEAST_STARTS = frozenset(name[0] for name in FEASTS)
LONGEST_FEAST = max(len(name) for name in FEASTS)
