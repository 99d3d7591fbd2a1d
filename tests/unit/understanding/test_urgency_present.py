"""Urgency that is under way, and its look-alikes, which tell one half of it."""

from __future__ import annotations

import re

import pytest

from bot.understanding.english.urgent_classes import UrgentShape
from bot.understanding.english.urgent_present import PRESENT
from bot.understanding.stance import read_urgency

URGENT = [
    ("hurt", "My sister's lips are swelling since she ate your bar"),
    ("hurt", "My dad took your drops, now he can't stand up"),
    ("hurt", "five guests are vomiting after your buffet"),
    ("hurt", "The heater you fitted is smoking"),
    ("hurt", "the inverter is too hot to touch and it buzzes"),
    ("hurt", "the charger burnt a hole in the desk"),
    ("hurt", "sparks out of the socket in the hall"),
    ("hurt", "your sign is hanging by one bolt"),
    ("hurt", "the ramp dropped with a van on it"),
    ("hurt", "The lid flew open while it was spinning"),
    ("hurt", "locked in the cellar, your door won't open and it's 35 degrees"),
    ("hurt", "The lift's stuck between two and three with my wife inside"),
    ("hurt", "the ventilator runs on your battery and its light is red"),
    ("hurt", "the fridge with our vaccines has been off all night"),
    ("hurt", "the panic button of my aunt doesn't do anything"),
    ("hurt", "The vet line just rings out and the mare is in labour, the vet line rings out"),
    ("hurt", "nobody here can ring 112 from your phones"),
    ("hurt", "a man is going round saying he's from you"),
    ("hurt", "He says he'll hurt himself if you cut him off"),
    ("hurt", "gran can't be woken since she took your drops"),
    ("hurt", "my dog is having seizures since your chews"),
    ("hurt", "flames out of the dryer, we unplugged it"),
    ("hurt", "The guard flew open while the saw was running"),
    ("hurt", "the on-call number goes to voicemail"),
    ("hurt", "some man let himself into my flat, he had your key card"),
    ("hurt", "the nurse call button in room 9 is dead"),
    ("hurt", "the plug is glowing"),
    ("hurt", "the panel hangs by one wire over the till"),
    ("data", "your app shows everybody's addresses"),
    ("money", "they transferred my pension into another man's account"),
    ("data", "I got a letter meant for a Mrs Lund with her diagnosis"),
    ("data", "I can see another person's medical results in my login"),
    ("data", "your company sent everyone's phone numbers round"),
    ("data", "The salary list of the firm landed in my inbox"),
    ("data", "our passwords are for sale on a forum"),
    ("data", "my ex husband got my new address from your shop"),
    ("money", "you've paid my wages into somebody else's account"),
    ("many", "None of our 90 drivers got paid this month"),
    ("many", "no card machine in any of our shops works"),
    ("many", "not one of our tills takes cards"),
    ("many", "no driver got paid this week"),
    ("data", "your firm e-mailed everybody's salaries to the whole floor"),
    ("soon", "The dress hasn't come. She's getting married in four hours."),
    ("soon", "our interpreter hasn't shown up and the judge starts at nine, the hearing at 9"),
    ("soon", "Hearing's at 9 tomorrow and half the pages are missing"),
    ("authority", "The food inspectors are in our kitchen and want your lists now"),
    ("press", "I'm with the Evening Echo, we want your comment before we print"),
    ("press", "a camera crew is outside our branch"),
    ("leave", "If nobody calls by Friday we leave"),
    ("leave", "unless this is solved by Monday we sign with someone else"),
    ("leave", "We have signed with a competitor, they take over in May unless you fix the export"),
]


@pytest.mark.parametrize(("why", "text"), URGENT)
def test_what_is_under_way_is_urgent(why: str, text: str) -> None:
    urgency = read_urgency(text)
    assert any(why in reason.words for reason in urgency.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "My husband can't stand the colour, can we swap it?",
        "my dad can't stand waiting, so thanks for being quick",
        "five guests had the buffet, superb",
        "The dryer hums a tune at the end",
        "the washing machine smokes the competition",
        "this deal burnt a hole in my pocket haha",
        "Sparks flew at the concert, thank you",
        "The lamps hang over the entrance and look lovely",
        "the shelf is a bit wobbly",
        "we've been stuck on level 40 for ages, any hints?",
        "Our lift got stuck once in 2019, all fine since",
        "Which feeding pump suits a cat?",
        "What temperature for milk in your freezer bags?",
        "Could you explain how the emergency button is tested?",
        "Is there an emergency number for weekends?",
        "Does the watch call 112 by itself?",
        "someone came to clean the room, so kind",
        "The envelope was addressed to a Ms Rowe, my maiden name",
        "There's a Mr Kowalski who would like to join",
        "You have a scan of my passport, is it still valid?",
        "Please send round everyone's phone numbers for the choir",
        "How do I change my staff password?",
        "my ex recommended you, of all people",
        "I paid my rent into the new account as you asked",
        "Nobody got paid for the charity run, we did it for fun",
        "Grandpa walks faster than me since your insoles",
        "Unless I'm mistaken you close at six?",
        "half our team is paid weekly, half monthly",
        "Do your tills take cards from Japan?",
        "The service starts at ten, doesn't it?",
        "the wedding cake was divine",
        "The auditors are here next month, which papers will they need?",
        "Do I need a fire inspector for a shed?",
        "The inspectorate gave us top marks with your allergen sheets",
        "I read the Echo every morning, do you deliver on Sundays?",
        "We love Channel 4 in your package",
        "If the colour isn't right, can I switch it?",
        "we got an offer from a rival and laughed, you're cheaper",
        "My solicitor recommended you, could you send a brochure?",
        "my lawyer asks for a copy of the lease, whenever it suits",
        "We had an outage in 2022, could we have the report?",
        "How is data leak insurance priced?",
        "I nearly died laughing at your ad",
        "I burned my first CD from your shop in 1999",
        "we are leaving for Spain, please stop the milk",
        "My throat is swelling with pride",
        "my eyes were swollen from laughing at the show",
        "My oven is smoking salmon nicely, recipe please",
        "the router is glowing green, so does it work?",
        "The lamp is glowing nicely in the hall",
        "The sign is held by two screws, which size are they?",
        "the lid popped open during shipping but nothing spilled",
        "We go to print on Tuesday with your flyers",
        "My mother cannot stand up long, do you have chairs?",
        "the lid sprang open when I pressed it, as it should",
        "A man was in my home town selling your pies",
        "if the weather isn't good we switch to next week",
        "The red button doesn't light up on my controller",
        "the call button in the app doesn't work on Android",
        "The call button on the remote doesn't respond, which battery does it take?",
        "A man came into my life at your dance class",
        "Somebody walked into my home office with your catalogue",
        "They paid my salary into another account as I asked",
        "Half of our staff hasn't been paid a visit by your barista yet",
        "Nobody has been paid to write this review",
        "Every order went out twice as fast",
        "The auditors are in our office this week, can we have invoices before Friday?",
        "if the sofa doesn't fit we'll switch to a smaller one",
        "The letter is from another person's point of view, lovely",
    ],
)
def test_half_of_it_is_not_urgent(text: str) -> None:
    assert not read_urgency(text).is_urgent


GROUP = re.compile(r"(?<!\?)(?<!\(\?P)<[a-z][a-z' -]*>")


def test_every_group_of_words_that_a_shape_names_is_known() -> None:
    assert [name for shape in PRESENT for name in GROUP.findall(shape.pattern.pattern)] == []


@pytest.mark.parametrize("shape", PRESENT)
def test_every_sign_begins_as_a_word_of_its_shapes_does(shape: UrgentShape) -> None:
    written = shape.pattern.pattern.replace(r"\s", " ")
    pattern = written + written.replace("-?", "")
    begins = {sign: sign[: min(3, len(sign) - 1)] for sign in shape.signs}
    assert [sign for sign, begin in begins.items() if not re.search(rf"(?<![a-z])(?:e-\?)?{begin}", pattern)] == []
