"""The chapters, in the order in which people meet what they show."""

from __future__ import annotations

from tests.book import away, customers, elsewhere, home, house, loop, parts, promises, sharing, waiting
from tests.book.book import Chapter
from tests.flow.test_private_channels import connected
from tests.flow.test_words_from_elsewhere import SECRET

SIGNED = {"settings": {"api_secret": SECRET}}

CHAPTERS = (
    Chapter("Setting up", "Everything is arranged in Slack, by an admin or by whoever it concerns.", home.set_up),
    Chapter(
        "A customer speaks",
        "Somebody shares what a customer said, in a channel that Ours was invited to.",
        sharing.shared,
    ),
    Chapter("From anywhere in Slack", "What was heard on the phone is shared by a shortcut.", sharing.from_anywhere),
    Chapter("A listening tool", "Other programs bring customers' words in.", elsewhere.heard, SIGNED),
    Chapter("Ours is not sure", "What is only likely a customer's is asked of its speaker alone.", sharing.likely),
    Chapter(
        "The card is wrong", "Whoever knows better corrects it, and every correction can be undone.", sharing.corrected
    ),
    Chapter(
        "Owning together", "Each owner has a part of their own: a note, and an end. One of them leads.", parts.owned
    ),
    Chapter(
        "One answer", "The customer hears one voice, and whoever shared the words hears how it ended.", parts.answered
    ),
    Chapter(
        "An answer in a shared channel",
        "Where both companies read, Ours says nothing but what a lead wrote and asked it to post.",
        elsewhere.posted,
        {"world": connected()},
    ),
    Chapter(
        "Nobody is on it yet", "Whoever was asked is reminded once; the channel once a working day.", waiting.waiting
    ),
    Chapter(
        "A promise",
        "Ours offers to keep a promise to a customer. Until it is tracked, its speaker alone sees it.",
        promises.kept,
    ),
    Chapter(
        "A promise that is late", "Nobody is blamed, and nobody is asked twice for the same moment.", promises.missed
    ),
    Chapter(
        "A promise in trouble",
        "Saying so early is one click; so is asking a colleague to take over.",
        promises.in_trouble,
    ),
    Chapter("A promise that changes", "Moved before it is due, or taken back with a reason.", promises.withdrawn),
    Chapter("A yes is a promise, too", "What a colleague asked right before is what was agreed to.", promises.agreed),
    Chapter(
        "Asking for a promise", "Anybody may ask a colleague for one. Only the asked can promise.", promises.requested
    ),
    Chapter(
        "What shows that it was kept",
        "Ours notices what may show it, and asks. It counts nothing by itself.",
        promises.shown_to_be_kept,
    ),
    Chapter("A promise is edited", "Ours follows the message, and asks before it moves anything.", promises.edited),
    Chapter("Somebody is away", "A colleague stands in. Nothing is taken from whoever is away.", away.stood_in_for),
    Chapter("Somebody is gone", "What was theirs passes on; no promise is lost.", away.gone),
    Chapter("It waits for a bug", "When the cause is fixed, each customer gets their word.", loop.fixed),
    Chapter("A tool says that it is fixed", "Somebody confirms it before anybody is told.", loop.a_tool_says_so),
    Chapter("Did it last", "Loyalty, not only an answer: somebody asks again, once.", loop.lasted),
    Chapter("Good news", "Praise is thanked for, and told to whoever earned it.", loop.praised),
    Chapter("A customer's page", "What is known of a customer, as far as the reader could open it.", customers.known),
    Chapter("Home", "All that waits for one person, in one place.", home.at_home),
    Chapter("Asking Ours", "Whatever it answers, the asker alone sees it.", house.asked),
    Chapter("A rule to learn", "When people correct the same thing three times, Ours asks.", house.learnt),
    Chapter("Somebody is new", "A new teammate gets a short guide, once.", home.guided),
    Chapter("Monday", "One message a week shows how well the work was shared. Nobody is ranked.", waiting.monday),
)
