"""Mentions: structure, then names, then words; and what is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Attachment, MailFile, MentionReading, Post
from bot.understanding import candidate_names, normalise_name, read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def mention(text: str = "", **facts: object) -> MentionReading:
    return read(Post(text, NOW, **facts), ()).mention  # type: ignore[arg-type]


POSTS = [
    ("https://twitter.com/jane/status/1234567890", "X"),
    ("<https://x.com/jane/status/1234567890?s=20|x.com>", "X"),
    ("<https://mobile.twitter.com/jane/status/1234567890>", "X"),
    ("<https://bsky.app/profile/jane.bsky.social/post/3kabc>", "Bluesky"),
    ("<https://mastodon.online/@jane/111222333444>", "Mastodon"),
    ("<https://www.threads.net/@jane/post/Cxyz123>", "Threads"),
    ("<https://www.facebook.com/acme/posts/123456789>", "Facebook"),
    ("<https://www.instagram.com/p/CxYz_1/>", "Instagram"),
    ("<https://www.linkedin.com/posts/jane-doe_acme-activity-7123456789-abcd>", "LinkedIn"),
    ("<https://www.reddit.com/r/software/comments/1abcde/acme_broke_again/>", "Reddit"),
    ("<https://old.reddit.com/r/software/comments/1abcde/>", "Reddit"),
    ("<https://news.ycombinator.com/item?id=39000000>", "Hacker News"),
    ("<https://www.youtube.com/watch?v=abcdefghijk>", "YouTube"),
    ("<https://youtu.be/abcdefghijk>", "YouTube"),
    ("<https://www.tiktok.com/@jane/video/7123456789012345678>", "TikTok"),
    ("<https://www.trustpilot.com/reviews/64f0c0ffee>", "Trustpilot"),
    ("<https://de.trustpilot.com/reviews/64f0c0ffee>", "Trustpilot"),
    ("<https://www.g2.com/products/acme/reviews/acme-review-123>", "G2"),
    ("<https://www.capterra.com/p/12345/Acme/reviews/>", "Capterra"),
    ("<https://www.trustradius.com/reviews/acme-2026-01-02>", "TrustRadius"),
    ("<https://www.yelp.com/biz/acme-cafe-berlin>", "Yelp"),
    ("<https://maps.app.goo.gl/AbCdEf123>", "Google Maps"),
    ("<https://www.google.com/maps/place/Acme/@1,2,3z>", "Google Maps"),
    ("<https://www.tripadvisor.com/ShowUserReviews-g1-d2-r3-Acme.html>", "Tripadvisor"),
    ("<https://www.tripadvisor.co.uk/Hotel_Review-g1-d2-Reviews-Acme.html>", "Tripadvisor"),
    ("<https://apps.apple.com/us/app/acme/id123456789?see-all=reviews>", "the App Store"),
    ("<https://play.google.com/store/apps/details?id=com.acme&reviewId=1>", "Google Play"),
    ("<https://www.producthunt.com/posts/acme>", "Product Hunt"),
    ("<https://www.bbb.org/us/ca/x/profile/software/acme-1/complaints>", "BBB"),
    ("<https://www.consumeraffairs.com/online/acme.html>", "ConsumerAffairs"),
    ("<https://www.quora.com/Is-Acme-any-good>", "Quora"),
    ("<https://stackoverflow.com/questions/123456/acme-sdk>", "Stack Overflow"),
    ("<https://ux.stackexchange.com/questions/1234/x>", "Stack Exchange"),
    ("<https://community.acme.com/t/export-is-broken/123>", "the forum community.acme.com"),
    ("<https://forum.example.org/viewtopic.php?t=55>", "the forum forum.example.org"),
    ("<https://www.glassdoor.com/Reviews/Acme-Reviews-E123.htm>", "Glassdoor"),
    ("have you seen this? <https://www.sitejabber.com/reviews/acme.com>", "Sitejabber"),
]


@pytest.mark.parametrize(("text", "source"), POSTS, ids=[text for text, _ in POSTS])
def test_links_to_posts(text: str, source: str) -> None:
    found = mention(text)
    assert (found.is_mention, found.evidence, found.source) == (True, "structure", source)
    assert found.url is not None
    assert found.reasons


NO_POSTS = [
    "https://twitter.com/acme",
    "https://x.com",
    "https://x.com/home",
    "https://www.facebook.com/acme",
    "https://www.linkedin.com/company/acme",
    "https://www.linkedin.com/in/jane",
    "https://www.reddit.com/r/software",
    "https://www.youtube.com/@acme",
    "https://www.trustpilot.com/",
    "https://www.yelp.com/login",
    "https://news.ycombinator.com/",
    "https://example.com/blog/our-new-release",
    "https://docs.example.com/guide/getting-started",
    "https://github.com/acme/app/issues/12",
    "https://github.com/acme/app/pull/12",
    "https://acme.atlassian.net/browse/ABC-1",
    "https://docs.google.com/document/d/1abc/edit",
    "https://www.google.com/search?q=acme",
    "https://app.slack.com/client/T1/C1",
    "https://zoom.us/j/123456",
    "https://maps.google.com/",
    "https://play.google.com/store",
    "https://apps.apple.com/",
    "https://stackoverflow.com/",
    "https://community.acme.com/",
    "https://login.example.com/signin?next=/t/12",
    "look at https://en.wikipedia.org/wiki/Customer",
]


@pytest.mark.parametrize("text", NO_POSTS)
def test_other_links_are_no_posts(text: str) -> None:
    assert not mention(text).is_mention


def test_unfurled_posts() -> None:
    tweet = Attachment("https://twitter.com/jane/status/12", "", "Your app lost all my photos!", "Jane", "twitter")
    found = mention("ugh", attachments=(tweet,))
    assert (found.evidence, found.source, found.quote) == ("structure", "X", "Your app lost all my photos!")
    assert found.url == "https://x.com/i/status/12"
    page = Attachment(
        "https://example.com/blog/x", "Our blog", "We wrote about the release and it is very nice", "", "Example"
    )
    assert not mention("", attachments=(page,)).is_mention


def test_forwarded_mails() -> None:
    mail = MailFile("Where is my order?", "Jo Ray <jo@example.com>", "I ordered two weeks ago and nothing came.")
    found = mention("fyi", mails=(mail,))
    assert (found.evidence, found.source) == ("structure", "a forwarded mail")
    assert found.quote == "I ordered two weeks ago and nothing came."


@pytest.mark.parametrize(
    "mail",
    [
        MailFile("Invitation: Weekly sync @ Mon Nov 23", "Jo <jo@example.com>", "Join Zoom meeting"),
        MailFile("Accepted: Planning", "calendar-notification@google.com", "Jo has accepted this invitation."),
        MailFile("Your weekly report", "no-reply@example.com", "Here is what happened in your account."),
        MailFile("[GitHub] A new sign-in", "noreply@github.com", "We noticed a new sign-in."),
        MailFile("Out of office: Re: Invoice", "jo@example.com", "I am out of office until Monday."),
        MailFile("Undeliverable: hello", "postmaster@example.com", "Your message could not be delivered."),
    ],
)
def test_automated_mails_are_no_mention(mail: MailFile) -> None:
    assert not mention("", mails=(mail,)).is_mention


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("&gt; I have been waiting for my refund since June.", "I have been waiting for my refund since June."),
        (
            "&gt;&gt;&gt; Your driver was so kind\nand helped me carry it",
            "Your driver was so kind\nand helped me carry it",
        ),
        ("from the survey:\n&gt; it never syncs on my phone, sadly", "it never syncs on my phone, sadly"),
        (
            "&gt; the migration to your new endpoint broke two of our jobs",
            "the migration to your new endpoint broke two of our jobs",
        ),
        ("from a client:\n&gt; should we use the old endpoint for this?", "should we use the old endpoint for this?"),
        ('A customer said: "The new export is missing half of my rows."', "The new export is missing half of my rows."),
        ("Client wrote “we will not renew unless this is fixed soon”", "we will not renew unless this is fixed soon"),
    ],
)
def test_quotes(text: str, quote: str) -> None:
    found = mention(text)
    assert found.evidence == "structure"
    assert found.quote == quote


REVIEW = "https://www.trustpilot.com/reviews/h1"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('https://x.com/kim/status/12 "your app ate my invoice"', "your app ate my invoice"),
        ("<https://x.com/kim/status/12>\n&gt; never again", "never again"),
        ("https://x.com/kim/status/12 “can you review this?” said Tom", ""),
        ("https://x.com/kim/status/12 who answers?", ""),
    ],
)
def test_a_short_quote_beside_a_link_is_the_posts(text: str, quote: str) -> None:
    found = mention(text)
    assert (found.evidence, found.quote) == ("structure", quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (f'{REVIEW} "<!channel> invoice was wrong, refund"', "invoice was wrong, refund"),
        (f'{REVIEW} "<@UBEN> refund my invoice was wrong"', "refund my invoice was wrong"),
        (f'{REVIEW} "<@UBEN> <@UANA>, refund my invoice was wrong"', "refund my invoice was wrong"),
        (f'{REVIEW} "hi <@UBEN>: refund my invoice was wrong"', "refund my invoice was wrong"),
        (f'{REVIEW} "cc @here refund my invoice was wrong"', "refund my invoice was wrong"),
        (f'{REVIEW} "refund my invoice <@UBEN> was wrong"', "refund my invoice was wrong"),
        (f'{REVIEW} "refund, my invoice was wrong <!here>"', "refund, my invoice was wrong"),
        (f'{REVIEW} "&lt;@UBEN&gt; refund my invoice was wrong"', "refund my invoice was wrong"),
        (f"{REVIEW}\n&gt; <@UBEN> refund my invoice\n&gt; it was wrong", "refund my invoice\nit was wrong"),
        (
            "&gt; <@UBEN> I was charged twice and your support never called me back",
            "I was charged twice and your support never called me back",
        ),
        (f'{REVIEW} "@acme refund my invoice, it was wrong"', "@acme refund my invoice, it was wrong"),
        (f'{REVIEW} "mail jo@someone.com about my invoice"', "mail jo@someone.com about my invoice"),
    ],
)
def test_pings_are_taken_out_of_quotes(text: str, quote: str) -> None:
    found = mention(text)
    assert found.evidence == "structure"
    assert found.quote == quote


@pytest.mark.parametrize(
    "text",
    [
        f'{REVIEW} "<@UBEN> can you review my pull request please"',
        f"{REVIEW}\n&gt; <@UBEN> can you review my pull request please",
        f'{REVIEW} "<@UBEN> <@UANA> <!channel> refund"',
    ],
)
def test_pings_of_teammates_are_no_quote(text: str) -> None:
    assert mention(text).quote == ""


@pytest.mark.parametrize(
    "text",
    [
        "&gt; ok thanks",
        "&gt; yes",
        "&gt; should we use the old endpoint for this one?\nyes please",
        "&gt; I'll take the one about the login page\nthanks!",
        "&gt; can you send me the numbers of last week\nin a minute",
        "&gt; we could meet in the small room instead\n+1",
        "&gt; the tests on staging are red since the merge\nlooking",
        "&gt; &lt;@U123&gt; can you review my pull request please",
        "&gt; <@U123> the pictures are in the other folder now\nthanks",
        "&gt; fyi the pictures are in the other folder now\nthanks",
        "&gt; let's move the standup to 10 tomorrow, ok?",
        "&gt; are we still on for three?\nyes, see you there",
        "&gt; the oven in the kitchen is red since noon\nfixed",
        'The toast says "Your payment was declined, please contact us"',
        'From the handbook: "A customer is asking for help and not for an argument"',
        '&gt; Traceback (most recent call last):\n&gt;   File "x.py", line 3\n&gt; ValueError: no',
        "&gt; 2026-11-18 10:00:01 ERROR worker failed to connect to db-1",
        "&gt; git rebase -i origin/main && git push --force",
        "```\nI have been waiting for my refund since June.\n```",
        'He said "let\'s merge the branch before the sprint ends" in standup',
        'the button says "Save all your changes and continue"',
    ],
)
def test_no_customer_is_quoted(text: str) -> None:
    assert not mention(text).is_mention


TOLD = [
    "A customer complains that the invoice is wrong again",
    "customer just called, her order never arrived",
    "Got a call from a client who can't log in since this morning",
    "one of our customers says the export button does nothing",
    "an angry client emailed: they were charged twice",
    "spoke with a customer who wants to cancel",
    "two customers reported that checkout hangs",
    "Just got an email from a customer asking for a refund",
    "Customer is threatening to leave if we don't fix the sync",
    "a prospect asked whether we support single sign-on",
    "The guest in room 12 complained about the noise",
    "A user wrote in: the app crashes when he opens settings",
    "got a complaint from a long-time customer about the new pricing",
]
PASTED = [
    "I was charged twice for my subscription and nobody at customer service answers my emails.",
    "Your company sent me the wrong order, I called three times and still have no refund!",
    "I have been a loyal customer for ten years but your support team hung up on me twice.",
    "They closed my account without notice and refuse to return my deposit. This is unacceptable.",
    "My package never arrived and the representative told me to wait another month.",
    "We are interested in buying 40 licenses, how much is your enterprise plan?",
    "My card was declined at the store even though I paid my bill last week, your support never called back",
]


@pytest.mark.parametrize("text", TOLD + PASTED)
def test_words_of_customers(text: str) -> None:
    found = mention(text)
    assert (found.is_mention, found.evidence) == (True, "words")
    assert found.quote


ORDINARY = """
can you review my PR please
standup moved to 10
the build is broken again
I paid for lunch yesterday
who broke the customers table?
let's talk about customer journeys in the retro
the customer service team has new headsets
we should ask our customers more often
if a customer complains, open a ticket
when customers call, note the order number
how do customers find this page?
The customer portal deploy is done
add a column to the customer import
our customers love us, right?
I was told the meeting is cancelled
my laptop never arrived, asking IT
I called the plumber, waiting
what's the refund policy again?
where is the billing code?
the payment service is slow in staging
I'm out tomorrow
happy birthday Jane!
lunch?
the invoice for the offsite hotel is in the folder
please book a demo slot for the team training
my order for new chairs was approved by finance
new starter on Monday, please say hi
can someone help me with the VPN
my computer is slow and keeps crashing, any ideas?
I hate Mondays
thanks for your help yesterday, you are the best
docs are updated
we hit 1000 customers!
customer count is up 4%
I'll be late, train is stuck
this query is terrible
""".strip().splitlines()


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_is_no_mention(text: str) -> None:
    assert not mention(text).is_mention


APPS = [
    ("Typeform", "I'd recommend it, but the onboarding took far too long."),
    ("Zendesk", "Hi, where can I change my delivery address?"),
    ("App reviews", "★☆☆☆☆ Crashes on start since the update"),
    ("Replay", "They called me eight times a day about a debt that isn't mine."),
    ("", "The seat was broken and the staff did not care."),
]


@pytest.mark.parametrize(("app", "text"), APPS)
def test_posts_of_apps_are_mentions(app: str, text: str) -> None:
    found = mention(text, by_app=True, app_name=app)
    assert (found.is_mention, found.evidence) == (True, "structure")
    assert found.quote == text


MACHINES = [
    ("GitHub", "[acme/app] Pull request opened by jane: Fix the export"),
    ("CircleCI", "Build #1234 failed on main"),
    ("PagerDuty", "Triggered: high error rate on api"),
    ("Google Calendar", "Weekly sync starts in 10 minutes"),
    ("Geekbot", "What did you do yesterday?"),
    ("Jira", "ABC-12 was moved to Done"),
    ("Bot", "Deploy of web to production succeeded"),
    ("Bot", "Build 77 passed"),
    ("Bot", "[FIRING:1] HighLatency api p99 > 800 ms"),
    ("Bot", "Pull request #12 merged by jane"),
    ("Bot", "2026-11-18 10:00:01 ERROR worker: connection refused"),
    ("Bot", "Reminder: standup in 10 minutes"),
    ("Bot", "CPU on db-1 above 90%"),
]


@pytest.mark.parametrize(("app", "text"), MACHINES)
def test_machine_talk_is_no_mention(app: str, text: str) -> None:
    assert not mention(text, by_app=True, app_name=app).is_mention


def names_in(text: str, *customers: str) -> tuple[tuple[str, str], ...]:
    directory = {normalise_name(name): name for name in customers}
    return tuple((each, directory[each]) for each in candidate_names(Post(text, NOW)) if each in directory)


NAMED = [
    ("Acme is furious about the outage", "Acme Inc."),
    ("acme says the invoice is wrong", "Acme Inc."),
    ("Just heard from Acme, they can't log in", "Acme Inc."),
    ("Complaint from Café Noir about the delivery", "Cafe Noir GmbH"),
    ("Blue Harbor Foods wants to renew", "Blue Harbor Foods, LLC"),
    ("Target is asking for a new quote", "Target Corp"),
    ("O'Neil & Sons reported a bug in the export", "O'Neil & Sons Ltd"),
]


@pytest.mark.parametrize(("text", "customer"), NAMED)
def test_named_customers(text: str, customer: str) -> None:
    found = mention(text, names=names_in(text, customer))
    assert (found.is_mention, found.evidence, found.customer) == (True, "name", customer)


INCIDENTAL = [
    ("moved the Acme call to 3", "Acme Inc."),
    ("I'm preparing the Acme deck", "Acme Inc."),
    ("the Acme project kick-off is on Monday", "Acme Inc."),
    ("who joins the Acme meeting?", "Acme Inc."),
    ("our target is 40 deals this quarter", "Target Corp"),
    ("Target is to ship by Friday", "Target Corp"),
    ("First we fix the bug", "First"),
    ("first says the doc, then the code", "First"),
    ("Acme demo at 4pm", "Acme Inc."),
]


@pytest.mark.parametrize(("text", "customer"), INCIDENTAL)
def test_names_that_only_come_up(text: str, customer: str) -> None:
    assert not mention(text, names=names_in(text, customer)).is_mention


def test_structure_keeps_the_customer() -> None:
    text = "Acme again: <https://x.com/jane/status/12345>"
    found = mention(text, names=names_in(text, "Acme Inc."))
    assert (found.evidence, found.customer) == ("structure", "Acme Inc.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme, Inc.", "ACME"),
        ("Café Noir GmbH", "cafe noir"),
        ("The Home Depot", "home depot"),
        ("AT&T Inc", "at&t"),
        ("Smith & Wesson Co.", "Smith & Wesson"),
        ("Yahoo!", "yahoo"),
        ("\uff26\uff35\uff2c\uff2c Width Ltd", "full width"),
        ("O'Reilly Media, Inc.", "oreilly media"),
    ],
)
def test_names_are_spelled_alike(one: str, other: str) -> None:
    assert normalise_name(one) == normalise_name(other) != ""


def test_candidates_are_bounded_and_whole_words() -> None:
    assert "acme" in candidate_names(Post("Is Acme down?", NOW))
    assert "blue harbor foods" in candidate_names(Post("met Blue Harbor Foods today", NOW))
    assert "acme" not in candidate_names(Post("acmeism is a movement", NOW))
    assert len(candidate_names(Post("many different words " * 3000, NOW))) <= 400
    assert len(candidate_names(Post(" ".join(f"w{i}" for i in range(5000)), NOW))) <= 400
