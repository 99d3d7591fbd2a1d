"""What a teammate passes on as it came by a channel, and what others leave there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


CAME_IN = r"""
voicemail: guest in cabin 4, no hot water since last night
answerphone, 06:50: a Mrs Doyle, her stairlift is stuck halfway and our emergency number just rings
Complaint, arrived by post: our driver blocked her ramp for an hour
complaint via the website form: the blinds we fitted fell off after two days
walk-in customer: do we ever sharpen skates?
Walk-in: asks whether we could hem curtains by Friday
Customer call: Bergmann Optik says the lenses from lot 9 peel
received by phone 09:20: burning smell from the dryer we delivered, she unplugged it
from reception: lady with the red hat says the lift voucher's wrong
Feedback from the Duarte family: they loved the band, asked me to thank everybody
Phoned by the widower Kessler this morning - the headstone has the wrong date
Just had the owner of Pixel on the phone (the parrot), she still hasn't got our invoice
Had the father of the groom on the phone, the wedding's on Saturday and he never got the menu
I have Ruth from Halden Print on line 3, she's missing two plates
I've got a baker from Ghent in the inbox who received someone else's flour
Got told by the janitor of one of our clients that our container blocks the fire exit
Was told by a resident of ours that our gardener cut the wrong hedge
got an earful from the bakery on Mill Lane, their card reader died twice this morning
They called again from Oak Hill Stables. Still no delivery of the hay, they're getting nervous
Read on Reddit that a guy found glass in our jam, with photos
Just saw on Facebook that a mother calls our summer camp a prison
Client update: Lofoten Fisk reports the crates from June crack
voicemail: a Mrs Petrov, the wreath was delivered to the wrong chapel
Night line voicemail 02:14, passenger on the sleeper, her berth has no heating
walk-in customer: could we ever print on velvet?
Guest complaint this morning: the sauna is too cold and nobody told them
received through the web form 22:40: her oven from us smells of gas, she is scared
from the counter: young man with the cello case says the bow is cracked
Complaint from the Novak family: their tour skipped the castle
phoned by the mother of one of our pupils - our bus dropped her at the wrong stop
We had the owner of Milo in the lobby, the stitches came undone
I've got Sven from Aurora Hotels on the line, he's missing forty towels
got a mail from the Brandts, the allotment couple: the mower we sold them won't start
got an earful from the florist at Station Road, our van blocked her door again
Someone rang from Polder Dairy, still waiting for the parts
saw on Tripadvisor that a couple calls our boat tour a rip-off
a lady stormed in, parcel in hand, she was absolutely livid
voicemail: old Mr Farr, his hearing aid whistles since our technician was there
Answering machine: patient of ward 2, the night nurse never came
Complaint via the contact form: our mower ran over their flower bed
Walk-in: wants to know if we repair accordions
Passenger complaint: the driver refused her walker, she missed her train
Client call: Steiner Glas says the panes are scratched
Feedback from the Larsen family: they adored the guide, want to come back
got told by a passenger that our conductor was rude to her
We have a guest at the desk who can't open the safe
an angry call from a farmer near Ulm, our drone scared his cows
Somebody mailed from Rowan Farm Shop: still no delivery of the cider labels
Just read on Tripadvisor that a couple got food poisoning in our bistro
voicemail: tenant in the garden flat, her boiler went out at five
Answerphone: Mrs Kaya, the rash is back and our clinic line is always busy
Complaint, came by letter: our removal men scratched her piano
Walk-in customer: do we still frame embroidery?
received via the helpline 08:40: the lift we repaired is stuck again, she is inside
Feedback from the Castillo family: they loved the cellar tour
I have Meret from Jura Watches on line 1, she's missing three straps
Had the owner of Luna on the phone (the pony), she never got the x-rays
I've got a florist from Delft in the inbox who got the wrong bulbs
We were told by a guest that our pool ladder is loose
phoned by the widow Castellano today - our stone has a crack
I have a customer on video, she says the loom we sold her squeaks and is broken
Someone rang from Elba Tours. Still no refund from us
got an earful from a guest in room 9, our fitter broke her glasses
They called from Birch Hall, still no login for the new caretaker
Somebody rang from Delta Yachts. Still no access to their account
from the counter: the florist says our van blocked her door
from the counter: the baker has brought back our mixer, it smokes
I've got a student at the desk who can't open the locker she rents from us
Complaint by phone: the driver was rude
complaint via post: damp boxes
Contact form: my subscription renewed though I cancelled
feedback form: your stairs are too steep for my mother
FW from a patient: the bandage came off twice and nobody called me back
Twitter's having a go at us about the outage
They're slating us on Facebook over the fares
The forum is tearing into our new menu
""".strip().splitlines()


@pytest.mark.parametrize("text", CAME_IN)
def test_what_a_client_left_there_is_a_mention(text: str) -> None:
    assert is_mention(text)
