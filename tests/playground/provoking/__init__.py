"""How each error of each method is provoked: one file per family, and its words in ``ways``."""

from tests.playground.provoking.chat import CHAT
from tests.playground.provoking.people import PEOPLE
from tests.playground.provoking.rooms import ROOMS
from tests.playground.provoking.streams import STREAMS
from tests.playground.provoking.things import THINGS
from tests.playground.provoking.ways import Ways

WAYS: dict[str, Ways] = CHAT | ROOMS | PEOPLE | THINGS | STREAMS
