"""Words that were copied from somewhere: what stands before or behind them tells whose they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text.replace("\\n", "\n"), NOW), ()).mention.is_mention


COPIED = r"""
Just out of the QBR with Veldhuis. Their words: "great people, shaky uploads."
Pasting from the live chat:\n*Joost (visitor)*: do you deliver to Texel on Sundays?
From zendesk:\nMara (customer): the voucher code says expired but I bought it yesterday
Ticket #2210: "My booking disappeared after I paid, please help"
tweet: can't stop listening to the new @moonharp soundtrack, I cry every time
Bluesky: @oleg.bsky.social — "your ferry app charged me three times for one crossing"
Threads post: "Went back to @greenfork for the third time, my kids love it"
Email from a groom: "Could you play until two and what would that cost us?"
Mail from a pensioner: "I do not own a smartphone. How am I supposed to check in?"
Von einer Kundin: "Das Sofa wackelt und niemand meldet sich."
Von einem Gast: "Zimmer toll, Frühstück traurig."
D'un client : "La porte du four ne ferme plus."
Screenshot from Facebook: "Been going to Rossi's for years, never again after last night."
Transcribed from Instagram: "Their new rye loaf? Dry as sand."
From the comment cards: pls open the pool before eight
From the guest book: more towels please, we were four and got two
Oof. "I asked for a plumber and got a brochure." (web form, Tuesday)
"You call this fresh?" (comment card, table 9)
Subject: Objection. I hereby dispute the late fee of 3 May because your counter was closed.
Subject: Cancellation of my contract\nI hereby cancel my contract as of May and ask for a written confirmation.
Debrief of the QBR with Pan Nordic. In their words: "we feel like a small fish."
Ticket 90114: "I changed my surname and now your system says I don't exist"
tweet: whoever does the bread at @millandmoor, marry me
Mastodon: @jule@chaos.social — "Your train app knows everything except where my train is."
Email from a mother of a pupil: "Why was my son moved to another class without a word?"
Von einer Mieterin: "Seit drei Wochen kein warmes Wasser."
Screenshot from Nextdoor: "Anyone else furious about the new parking app? I paid twice."
From the comment box: please bring back the lentil soup
Lovely. "My grandmother's ring looks new again, I cried." (feedback form, this morning)
Subject: Complaint about your staff. I was shouted at by your cashier in front of my children.
Just back from the QBR with Okta Foods. Their verdict: "love the people, hate the portal."
Pasted from the chat widget:\nDario (guest): is breakfast included for kids?
Ticket #7781: "I can't find my invoice for May, where do you hide it"
tweet: my gran just discovered @hearwell captions and won't stop reading the news out loud
TikTok: "I waited 40 minutes for a taxi that never came."
Letter from a retired teacher: "Why did you stop printing the large-type edition?"
Von einem Patienten: "Ich habe drei Stunden gewartet."
Screenshot from Reddit: "Their support just ghosted me after I sent the logs."
From the visitors' book: please, more benches
Well. "I have never been so politely ignored." (contact form, 22:41)
Subject: Refund. I never received my tickets and I want my money back, your hotline hangs up.
""".strip().splitlines()


@pytest.mark.parametrize("text", COPIED)
def test_words_copied_from_where_customers_write_are_a_mention(text: str) -> None:
    assert is_mention(text)


OUR_OWN = r"""
Pasting from the wiki:\nDeploy (manual): run the script twice
Ticket #2210: "Refactor the billing module" is ready for review
Ticket 311: "button is two pixels off on Safari"
Case study: "How Delphi saved 30%" goes live at noon
tweet: draft is in the doc, please comment
Tweet: "We're hiring!" goes out at 9
LinkedIn post: "Five years of us, thank you all" scheduled for Friday
Email from HR: "Please submit your holidays by Friday"
Email from a recruiter: "I have an exciting opportunity for you"
Mail from IT: "Your password expires in three days"
Von Anna: "Das Meeting ist um drei."
Screenshot from the staging site: "Welcome back, John" overlaps the logo
Screenshot from Figma: "Your cart is empty" in the new font
From the suggestion box: a second coffee machine for the office, please
"Less is more" (poster, second floor)
"I have a dream" (speech, 1963)
Subject: Team lunch. I booked the Thai place for one.
Subject: Application. I hereby apply for the position of cook.
Subject line ideas: your order is on its way
Copied from slack:\n*Petra (design)*: can I try it without a mask?
Ticket 90114: "Change the surname field to optional" moved to QA
tweet: "Bread is love" - thoughts?
Mastodon: our account is verified now
Email from my mother: "Why don't you call?"
Von Jan: "Bin fünf Minuten später da."
Screenshot from the new onboarding: "Tell us about you" looks off
From the idea box: a ping pong table for the second floor
"My way or the highway" (Frank, as always)
Subject: Complaint handling training. I will hold two sessions in May.
Pasted from the script:\nDario (narrator): is breakfast included?
Ticket #7781: "Invoice page loads slowly" is in review
tweet: check the new captions, out now @hearwell
TikTok: "Behind the scenes" goes live at noon
Letter from a lawyer: "You infringe our trademark"
Von der Chefin: "Bitte alle um drei in den Besprechungsraum."
Screenshot from Jira: "Their support ticket is stuck"
From the visitors' book in the museum yesterday: nothing, we forgot to sign, lol
"I have never been so tired." (me, every Monday)
Subject: Refund policy. I updated the page, please review.
Mail from a friend: "Can you recommend a plumber?"
Text from a babysitter: "Your daughter sleeps"
Reddit: "I built a keyboard from scratch" fun read
LinkedIn: "I'm humbled to announce my promotion" haha
YouTube: "How I learned to code" is a nice one for the interns
Ticket 4481: "As a user I want to see my invoices"
Case 12: "Your session has expired" appears twice
"Please mind the gap" (survey of London signs)
facebook: my aunt wants to be friends with @tom, help
tweet: I just met @jan at the conference, great talk
""".strip().splitlines()


@pytest.mark.parametrize("text", OUR_OWN)
def test_what_was_copied_from_our_own_work_is_none(text: str) -> None:
    assert not is_mention(text)
