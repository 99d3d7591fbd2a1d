"""Clients without a known name: by seat, trade, firm or family, and by what only who buys says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text.replace("\\n", "\n"), NOW), ()).mention.is_mention


TOLD = r"""
The guest in 27 says the minibar was empty when she arrived
patient in room 6 told me the alarm button does nothing
Table 14 complained that the risotto was cold
The customer on line 3 claims our fitter broke her tap
The couple in cabin 12 want to know why the sauna is closed
The resident downstairs complained again about the bins
Renault's purchasing says our springs failed the salt test
Norsk Havbruk's CFO told me he won't renew unless we drop the setup fee
the museum's IT lead mailed: our player crashes on their kiosks
Kindergarten head in Leipzig rang, she is missing three highchairs from our last delivery
Salon owner on Bridge Street says our dye turned green on two heads
Forklift driver of Hartmann Logistik complains he waits an hour at our ramp every day
Principal of Westbrook High wrote to me, she needs 30 more seats before term starts
Our champion at Delphi is nervous, her boss wants to see numbers or they switch in May
A walk-in wanted to know if we repair violins too
One of the dads asked if the swimming course can start later
one of the brides says the veil we sent has a stain
The Okonkwos asked whether they can move the christening lunch to the garden
the Bergmanns want their deposit back
Tanaka-san rang, he needs the certificates in Japanese or they stop the order
Herr Vogel called, his hearing aid whistles since our service
Señora Ibarra asked if we can deliver before eight
Frau Wenger was just here, her watch stopped again two days after our repair
Mrs Adeyemi just stopped by, the hem came undone. She'd like to know who pays for it
heard from Petrolux that an audit log is a dealbreaker, they won't sign without it
Heard from Calder that ISO 27001 is a must before they renew
Per Quintero's mail they refuse to pay the March invoice until the tiles are replaced
According to Brava's email they won't take delivery unless the pallets are heat treated
Call with the county archive: they need the scans by June, otherwise they cancel the contract
The daughter of the man in bed 3 asks for a refund on the TV card, it never worked
My aunt is a customer of ours and says the letters on the bill are too small
they told me at the expo they'd love a lighter version, the people from the ski school
Truck driver of Nowak Trans is furious, he waited four hours at dock 2
Old lady at the counter says the ticket machine ate her twenty
Mail von Herrn Pichler, translated: the boiler leaks again and he wants a different technician
Voicemail from Madame Roche, translated: the curtains are ten centimetres too short and she wants them redone
Pilot feedback (Harborline): crews find the tablet too heavy, they'd like a strap
Beta feedback from Kronos Tool: operators can't read the screen with gloves on
The lady in suite 9 told me the safe won't open and her passport is inside
Berth 31 complains that the shore power trips every night
Caller on line 4 says she was promised a locksmith two hours ago
The family in chalet 5 asked if they can stay one more night
The neighbour of site 12 complained again, our crane blocks her driveway
Tessaro's head of procurement told us our lead times are killing him
the fire brigade's quartermaster wrote: six of our helmets have cracked visors
Bakery owner in Ghent says our yeast came a day late and he threw out 80 kilos of dough
Site manager of Kowalski Bau is fuming, our concrete came at noon instead of seven
The matron at St Clare's asked me whether the beds can be swapped before Easter
Our sponsor at Rivendale mailed, she can't defend the price internally any more
a walk-in complained that the photo booth kept his money
One of the grandmothers told me the new stairs at our pool are too slippery
The Castellanos want to cancel the second fitting
The Lindqvists rang, the piano we delivered is a semitone flat
Kobayashi-san is upset, the samples arrived without labels
Signora Conti just came by, the strap tore after a week. She wants a new bag
Off the phone with Halvorsen, they want fixed prices for two years or they tender it again
Had a beer with our contact at Stellex, he's frustrated, the exports cost his team a day each month
Per Adler's message they stop all orders until somebody explains the price increase
The mother of the boy in bed 4 wants to know why nobody called her about the fever
my sister-in-law banks with us and says the new login makes her want to scream
Man at the gate says our barrier scratched his van, wants a name
the lads from the rowing club told me at the fair they'd pay double for a foldable one
Mail von Frau Lindner, translated: the wrong stone was engraved and the funeral is on Friday
Trial feedback (Orsted Marine): technicians like the checklists, but the sync is too slow offshore
The gentleman in room 118 claims somebody entered while he was in the shower
Pitch 40 wants to know why there is no hot water in the west block
The passenger in seat 12c complained that her tray was sticky
Brockhaus Verlag's production lead says our paper curls in their press
the brewery's head of quality told me three of our kegs leak
Bookshop manager at Lindgren & Co wrote, she needs another 40 copies by Saturday
Coach driver of Alpenreisen is livid, he waited an hour at our depot for a key
The sexton of St Olaf says the bell motor we installed jams in the frost
Our champion at Sundby told me his team hates the new login and he can't sell it internally
One of the grooms asked if we can hide the cables under the stage
the Fairbanks called, they want their deposit back
Yamada-san says our crate was too small and two vases broke
Frau Keller rang, the blinds we fitted don't close
Mr Banerjee was just here, his crown came loose again. He wants his money back
Per Lindqvist's letter they refuse to pay until the second coat is done
my cousin flies with us and says the new seats kill his back
the folks from the alpine club told me at the expo they'd pay for offline maps
Mail from Señora Ruiz, translated: the dress is two sizes too big and the communion is on Sunday
User feedback (Vellinge site): nurses find the font tiny, they'd like a dark mode
""".strip().splitlines()


@pytest.mark.parametrize("text", TOLD)
def test_what_a_client_without_a_known_name_wants_is_a_mention(text: str) -> None:
    assert is_mention(text)


OF_OTHERS = r"""
The guest wifi in 27 says the password is wrong
Room 6 is booked for the retro
Table 14 needs cutlery
Line 3 says it's ready for the next batch
The tenant downstairs moved out in May
Anna's manager says the vacation is fine
Tom's team asks for more reviewers
Microsoft's CEO says AI will write half the code
AWS's CTO says serverless is the future
The headmaster of my daughter's school wrote, the trip is cancelled
The bus driver says the road is closed
Truck driver wanted: we're hiring two for Leeds
The Beatles said it best: let it be
The Germans want to win the cup
the Lakers asked for a trade
The Devs asked if they can skip the standup
Tanaka-san joins the Tokyo team on Monday
Herr Vogel from HR says the forms are due on Friday
Frau Wenger is our new accountant
Mrs Adeyemi in payroll asked if you got your letter
Spoke to Marco in engineering: he'd take the ticket if we moved the deadline
Talked to the caterer: he'd take 10% off if we order before May
Spoke to the candidate, she'd take the job if we pay 70k
got off the phone with mum, she needs me to drive her on Saturday
Got off the phone with our landlord, they need the meter reading or they estimate it
heard from Lena that the demo went well
Heard from Jonas that remote work is a must before he signs
Heard from legal that the NDA is a must before we talk
Had lunch with our contact at the bank, the account is open now
Had coffee with Priya, she's worried about the deadline
Just out of the QBR with Veldhuis, all green
The QBR with Veldhuis moved to Tuesday
Per Olaf's mail we meet at nine
Per Acme's mail the workshop is on the 4th
According to the landlord's email they won't repair the roof before June
Call with the county archive at 3, can someone join?
Chat with the design team: they need the copy by Friday
Call with the payroll provider: they need our new bank details by Monday
My aunt knits, her blog is great
my neighbour says it will rain all week
my uncle bought a boat lol
they told me at the gym the sauna is closed
Old lady next door says hi
A walk-in closet would be nice for the samples
One of the dads at school is a plumber, I can ask him
Mail von der Bank: neue Karten kommen am Montag
Sprint feedback (team blue): standups are too long
Peer feedback (Tom): great listener, too quiet in meetings
Pilot feedback (Harborline): please add yours to the sheet
The vendor keeps us waiting, I've been on hold for an hour, their service is awful
Our supplier's hotline is terrible, I've been waiting since Monday for a part
The headmaster in that show is hilarious
Walk-ins say a lot about a salon's marketing, my book says
Usually the guest in the corner suite asks for a late checkout
If the tenant upstairs complains again, call me
Has the customer on line 2 been helped?
The CFO wants the numbers before she signs
Our CTO says the new dashboard is the best thing we've ever shipped
Acme's CTO joins us for lunch
Ferrano's procurement approved the order
The council's IT lead confirmed Tuesday
The Hendersons arrive at four
The Hendersons are happy with the second menu
Spoke to Farouk at the cash & carry: delivery is on Monday
The lady in accounting told me the safe code changed
Berth 31 is free from Monday
Line 4 says error again, can maintenance look
The family room is closed for cleaning
The neighbours complained about our summer party
Google's head of search told reporters that AI helps
the fire brigade comes at ten for the drill
The bakery next door says hello and sends croissants
Site manager position is open, apply by Friday
The nurse at my doctor's told me to rest
Our sponsor for the meetup mailed, she can't come
One of the grandmothers in my family was Danish
The Simpsons said it years ago
The Italians want a holiday on Monday, the Swedes on Thursday
Kobayashi-san will present our roadmap
Monsieur Lambert teaches our French class
Spoke to Birgit in marketing: she'd take the photos if we moved it to Friday
Off the phone with the electrician, he wants cash or he won't come
heard from Tom that they won't merge it before the freeze
Had a beer with Nils, he's frustrated with the build times
QBR deck is ready, thanks all
Per Bettina's message the cake is in the kitchen
Call with the tax adviser: they need the receipts by Thursday, otherwise we pay a fine
my mother wants to know when I come home
my brother banks with Revolut and loves it
Man at the gate says the courier was here
the lads from sales told me at the party they'd pay for the drinks
Trial feedback (team): let's collect it here
Our accountant says we need receipts for everything
The landlord's lawyer says our sign has to go
Our freight forwarder is angry, he waited two hours and wants more money
The investor told us our burn is too high
A candidate told me our process takes too long
The auditor asked if we can send the ledger
The plumber says the pipe under our kitchen is broken
My wife says our prices are too low, haha
The customer in the example says his router is broken
Clients in bed with competitors, what a headline
The gentleman in room 118 is our new lawyer
Pitch 40 minutes max, says the jury
The seat 12c issue is fixed in staging
Lena's production lead says yes
the brewery's tour starts at five
Bookshop manager wanted for our Leeds branch
Coach driver called in sick, who can step in?
Our champion at chess told me to resign
One of the grooms fainted, funny video
the Fairbanks office called, they need the keys
Yamada-san says hello to everybody
Frau Keller from accounting rang, your receipt is missing
Mr Banerjee from payroll was here, your form is missing
Talked to Sofia in design: she'd make twenty icons if we gave her a week
got off the phone with my bank, they want a new form or they close it
heard from Tim that same-day deploys are a dealbreaker for him
Back from the QBR, I need a nap
Per Lindqvist is our new CEO
Meeting with the insurer: they need the list, otherwise they raise the premium
my cousin flies in tonight so I leave early
the folks from support told me at the expo they'd love a bigger booth
Mail from Tom, translated: the office in Lyon is closed
User feedback (template): what do you like, what not?
Slack's CTO says the outage hit half of us in Europe
AWS's legal team wants our VAT number
Atlassian's CEO told us on stage that server is dead
Herr Vogel asked if we can move the standup
Frau Wenger wants a new chair for the office
Frau Keller says our coffee is the best in the building
Tanaka-san asked when we ship the release
The Warriors want to know who starts tonight
the Yankees called up a new pitcher
The Avengers asked why we fight, great scene
The Stones cancelled their concert
the Adams want us to come for dinner
The guest in room 3 of the podcast studio is ready
Table 4 in the report says otherwise
Table 2 claims that revenue doubled, is that right?
Room 12 asked for, room 14 booked
Suite 4 complains about missing mocks in CI
Unit 7 says the pump is off
Line 4 claims to be faster
Flat 3 is free, if anyone looks for a place
The nurse at St Mary's told me to keep the leg up
the chef at Noma says taste never fails
The owner of Twitter says our moderation went too far, lol
Bus driver of line 40 refused to take my bike
Our contact at Stripe says the fix is out
Our contact at DHL says our pallets leave tomorrow
our sponsor at the ministry wants the report by May
Spoke to Fedex, they want the forms or they send it back
Talked to the hosting people, they need a card or they cancel the server
Call with DHL: they need customs papers, otherwise they return it
Met Joel at lunch, he'd take two days off if we can cover
heard from the works council that overtime is a no-go for them
Had a call with Datadog, they won't renew at the old price
Per Sven's note they stop the deliveries to the office because of the strike
One of the dads in my son's class said we could rent his van
One of the mums at football wants to know where I got the shoes
my dad is a customer of Vodafone and hates it
Mail from Mr Lindgren: the contract is signed
Call from Ms Park: running ten minutes late
User feedback (round 2): schedule is in the sheet
Training feedback from Tom: too long, but great cookies
""".strip().splitlines()


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_colleagues_sellers_and_those_at_home_say_is_none(text: str) -> None:
    assert not is_mention(text)
