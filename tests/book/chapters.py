"""The chapters, in the order in which people meet what they show."""

from __future__ import annotations

from tests.book import (
    agreeing,
    arriving,
    away,
    customers,
    elsewhere,
    from_files,
    home,
    house,
    loop,
    mistakes,
    parts,
    promises,
    reverses,
    sharing,
    waiting,
    ways_in,
)
from tests.book.book import Chapter
from tests.flow.test_private_channels import connected
from tests.flow.test_setting_up import WORLD
from tests.flow.test_words_from_elsewhere import SECRET

SIGNED = {"settings": {"api_secret": SECRET}}

CHAPTERS = (
    Chapter(
        "Ours comes in", "One invitation into one channel is enough to begin with.", arriving.invited, {"world": WORLD}
    ),
    Chapter("Setting up", "Everything is arranged in Slack, by an admin or by whoever it concerns.", home.set_up),
    Chapter("A department", "Added, edited, archived and restored; nothing is lost on the way.", arriving.arranged),
    Chapter("Departments from a file", "What an import would change is shown before it does.", from_files.departments),
    Chapter("Who is on duty", "A rota is a week each; whoever works just now is asked.", arriving.on_duty),
    Chapter(
        "A customer speaks",
        "Somebody shares what a customer said, in a channel that Ours was invited to.",
        sharing.shared,
    ),
    Chapter("Shared by an emoji", "A reaction is enough, and taking it away takes it back.", ways_in.by_emoji),
    Chapter("On any message", "*More actions* makes a mention of it, or a promise.", ways_in.by_shortcut),
    Chapter("From anywhere in Slack", "What was heard on the phone is shared by a shortcut.", sharing.from_anywhere),
    Chapter("A listening tool", "Other programs bring customers' words in.", elsewhere.heard, SIGNED),
    Chapter("Ours is not sure", "What is only likely a customer's is asked of its speaker alone.", sharing.likely),
    Chapter("Shared before", "Two posts of the same words lead to one place.", ways_in.shared_before),
    Chapter("Where guests read", "Nothing is posted there, and nothing is lost.", ways_in.where_guests_read),
    Chapter(
        "The card is wrong", "Whoever knows better corrects it, and every correction can be undone.", sharing.corrected
    ),
    Chapter("A department too many", "Or one too few: both are taken back.", reverses.departments),
    Chapter("Taken back", "Whatever somebody does on a card, they or others can undo.", reverses.acts),
    Chapter(
        "Owning together", "Each owner has a part of their own: a note, and an end. One of them leads.", parts.owned
    ),
    Chapter("The lead passes on", "Or it does not: each way is fine.", parts.passed_on),
    Chapter(
        "One answer", "The customer hears one voice, and whoever shared the words hears how it ended.", parts.answered
    ),
    Chapter("Something like it", "What was answered before helps with the next one.", parts.answered_before),
    Chapter("Two at once", "Both are told, and nothing that either wrote is lost.", reverses.at_once),
    Chapter("The customer speaks again", "Their next words open it again.", reverses.speaks_again),
    Chapter(
        "An answer in a shared channel",
        "Where both companies read, Ours says nothing but what a lead wrote and asked it to post.",
        elsewhere.posted,
        {"world": connected()},
    ),
    Chapter(
        "Nobody is on it yet", "Whoever was asked is reminded once; the channel once a working day.", waiting.waiting
    ),
    Chapter("The head hears", "Where nobody acted, once, and with the same click.", waiting.escalated),
    Chapter(
        "A promise",
        "Ours offers to keep a promise to a customer. Until it is tracked, its speaker alone sees it.",
        promises.kept,
    ),
    Chapter("An offer that waits", "Nobody has to answer; what lapses is forgotten.", agreeing.offered),
    Chapter(
        "By command",
        "What no message said is promised by `/ours promise`, and reminded of together.",
        agreeing.by_command,
    ),
    Chapter(
        "A promise that is late", "Nobody is blamed, and nobody is asked twice for the same moment.", promises.missed
    ),
    Chapter("A head helps", "Or hears of it no more.", waiting.taken_by_the_head),
    Chapter(
        "A promise in trouble",
        "Saying so early is one click; so is asking a colleague to take over.",
        promises.in_trouble,
    ),
    Chapter("And back again", "Whatever happens to a promise can be taken back.", agreeing.handed_back),
    Chapter("A promise that changes", "Moved before it is due, or taken back with a reason.", promises.withdrawn),
    Chapter("A yes is a promise, too", "What a colleague asked right before is what was agreed to.", promises.agreed),
    Chapter(
        "Asking for a promise", "Anybody may ask a colleague for one. Only the asked can promise.", promises.requested
    ),
    Chapter("A request that ends otherwise", "No is a fine answer, and so is none.", agreeing.asked_otherwise),
    Chapter(
        "What shows that it was kept",
        "Ours notices what may show it, and asks. It counts nothing by itself.",
        promises.shown_to_be_kept,
    ),
    Chapter(
        "Other signs",
        "A link, a mail, the customer's own words, a reaction: each is asked of once.",
        agreeing.shown_otherwise,
    ),
    Chapter("A promise is edited", "Ours follows the message, and asks before it moves anything.", promises.edited),
    Chapter("A promise is edited away", "Its words go; it stays until it is settled.", agreeing.edited_away),
    Chapter("Somebody is away", "A colleague stands in. Nothing is taken from whoever is away.", away.stood_in_for),
    Chapter("Gone home for the night", "What is urgent does not wait for the morning.", away.gone_home),
    Chapter("Promised, and away", "The customer has their word in time.", away.covered),
    Chapter("Somebody is gone", "What was theirs passes on; no promise is lost.", away.gone),
    Chapter("Left behind", "Whoever is on it next leads, and knows what was found.", away.left_behind),
    Chapter("It waits for a bug", "When the cause is fixed, each customer gets their word.", loop.fixed),
    Chapter("A tool says that it is fixed", "Somebody confirms it before anybody is told.", loop.a_tool_says_so),
    Chapter("Several wait for it", "Whoever fixed it says so once, for all of them.", loop.known_already),
    Chapter("Did it last", "Loyalty, not only an answer: somebody asks again, once.", loop.lasted),
    Chapter("It lasted", "Or a word to them is due.", loop.well),
    Chapter("Good news", "Praise is thanked for, and told to whoever earned it.", loop.praised),
    Chapter("Rather not", "A customer who will not be quoted is not.", loop.not_quoted),
    Chapter("A customer's page", "What is known of a customer, as far as the reader could open it.", customers.known),
    Chapter("Added and removed", "Whatever is known of a customer can be mended.", customers.added_and_removed),
    Chapter("Two who are one", "Duplicates are merged, and split again if that was wrong.", customers.merged),
    Chapter(
        "Customers from a file",
        "Whoever runs Ours types `python -m bot customers import customers.csv`.",
        from_files.customers,
    ),
    Chapter("Home", "All that waits for one person, in one place.", home.at_home),
    Chapter("Days off", "One's own hours hold for all that Ours writes.", home.off),
    Chapter("Asking Ours", "Whatever it answers, the asker alone sees it.", house.asked),
    Chapter("When something can't be done", "It says why, and what does it.", mistakes.told),
    Chapter("A rule to learn", "When people correct the same thing three times, Ours asks.", house.learnt),
    Chapter("Somebody is new", "A new teammate gets a short guide, once.", home.guided),
    Chapter("Monday", "One message a week shows how well the work was shared. Nobody is ranked.", waiting.monday),
    Chapter("A quiet week", "It says so, and says what would change it.", waiting.quiet),
)
