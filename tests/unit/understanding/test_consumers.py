"""What a consumer says to a company in the first person, and what teammates say in the same words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text.replace("\\n", "\n"), NOW), ()).mention.is_mention


CONSUMERS = r"""
Your driver left my parcel in the rain. I have pictures.
Your technician drilled through my water pipe and just left
why does your app want my location just to show me the menu??
I was billed for a gym I quit in March. I want my money back now.
ordered your starter kit last week, today it's half price. Can I get the difference refunded?
I've unsubscribed three times. Stop sending me texts about mattresses!
third time I'm told to wait for a letter. What kind of insurance is this?
You saved our honeymoon. The suitcase was at the hotel before we were. Thank you!
Thank you so much for fixing my boiler on a Sunday, your engineer was a star
hi my prepaid card is not working since yesterday please help i need it for the bus
Your fitter left a hole in my kitchen wall and drove off
why does your website say open when I am standing in front of a closed door
I've been charged for two nights but I stayed one. I want the second one refunded today.
bought your season ticket in May, now you cut half of the trains. Do I get part of it back?
You saved our wedding. The cake arrived in one piece in that heat. Thank you, thank you!
I asked you twice to delete my data. Stop calling me.
hello my meter shows zero since monday please help i don't want a big bill later
Your installer broke my tiles and told me to call you
why is your chatbot asking for my blood type
I was invoiced for a tow I never had. I expect this corrected.
I told you twice to delete my account. Stop texting me, I unsubscribed in June!
My heating has been off for nine days. What sort of company are you?
Thank you for the careful delivery of our piano, not a scratch!
""".strip().splitlines()


@pytest.mark.parametrize("text", CONSUMERS)
def test_what_only_a_consumer_says_to_a_company_is_a_mention(text: str) -> None:
    assert is_mention(text)


TEAMMATES = r"""
My son's principal wrote to me, he needs new glasses
Your driver is missing in the new image, I added it
Your branch broke my build
why does your script want my password?
I was billed for a Zoom account I don't use, who do I tell in finance?
I ordered a USB hub and got a mouse, returning it today
I've unsubscribed from three channels, so much better
What kind of bank account do we need for Poland?
You saved my day, Ines!
You saved our launch, thank you platform team
Thank you so much for fixing my laptop on a Sunday
hi my vpn is not working since yesterday please help
stop sending me cat pictures I can't focus
I've been promised a new chair six times by facilities
Your fitter script left a hole in the logs
why does your calendar say free when you're in a meeting
I've been charged for parking at the office again, facilities said it's free
bought your sister's book yesterday, can't put it down
You saved our retro, those donuts!
I asked you twice to review my PR. Please :)
hello my account in staging shows zero since monday, did someone reset it
Your installer broke on my Mac, log attached
why is your status set to away
I was invoiced for the team lunch, can I expense it?
I told you twice to mute your mic, haha
My heating has been off for nine days, so I work from the library
What sort of company are you thinking of for the pilot?
Thank you for the careful review of our proposal, not a typo left!
thanks for fixing my bike, Lars!
thank you for cleaning our fridge, whoever it was
why does your machine say 3am?
your hotline idea was great, let me try
Your waiter story made my day
you guys made our trip to Lisbon so much fun, best offsite ever
I was charged twice by the hotel in Rome, I want it reimbursed, how do I file this?
my card is not working at the door, please help
my badge is not working please help
my contract isn't in the HR tool, please help
""".strip().splitlines()


@pytest.mark.parametrize("text", TEAMMATES)
def test_a_teammates_own_trouble_and_thanks_are_none(text: str) -> None:
    assert not is_mention(text)
