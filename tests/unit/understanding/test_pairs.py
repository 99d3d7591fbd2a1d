"""Look-alikes in pairs: what asks for a card, an offer or a moment, beside what only sounds so."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.clock import WorkingHours
from bot.facts import Post
from bot.understanding import candidate_names, normalise_name, read, read_due

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
DIRECTORY = {normalise_name(name): name for name in ("Acme", "Globex", "Northwind Traders")}


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def has_card(text: str) -> bool:
    post = Post(text, NOW)
    names = tuple((each, DIRECTORY[each]) for each in candidate_names(post) if each in DIRECTORY)
    return read(Post(text, NOW, names=names), ()).mention.is_mention


def is_offered(text: str) -> bool:
    return read(Post(text, NOW), ()).promise.is_promise


CARDS = """
Got a 1-star on Google: "Worst pizza ever, never again"
New one star review: "Cold soup, rude waiter"
another 5 star rating: "Best haircut in town"
Two stars on Yelp: “Too loud, too slow”
A reviewer on the app store says "crashes all day"
We have a fresh review on Trustpilot: "Never again."
★☆☆☆☆ "Total waste of money"
Nasty review on Tripadvisor this morning: "Bed bugs, avoid"
Good review for once: "Lovely people, thanks"
on Google just now: "nobody picks up"
a student wrote: "I can't log in since Monday"
A farmer wrote that the pump broke twice this week
a dentist from Leeds wrote us: "we never got our sterilisers"
One beekeeper emailed us: "my jars came without lids again"
Another nurse complained: "you sent me the wrong size twice"
An old lady texted: "is your shop open on Sunday or not"
Mrs Brown wrote that she is still waiting for her order
Mr. Okafor called, he was charged twice
Ms Ito emailed, her parcel arrived broken
A pensioner called and says the remote is too small
お客様から「届いた商品が壊れていました」と連絡がありました
レビューに「最悪でした」と書かれていました
問い合わせがありました「いつまで待てばいいですか、教えてください」
Acme still has no invoice
Globex still has no access, second week now
Northwind Traders still have no replacement
"""
NO_CARDS = """
The button says "Save and close"
The error page shows: "Something went wrong"
Review of my PR: "looks good to me"
In code review Tom wrote "use a set here"
Our new banner reads "Fresh every day"
The sign on the fridge: "Label your food"
Password hint: "first pet's name"
my wife wrote: "where are you"
A colleague wrote: "I can't come in today, my kid is ill"
A recruiter wrote me: "I saw your profile and love it"
A friend texted: "are you coming to my party tonight"
An engineer wrote: "we should move this to its own queue"
One candidate wrote: "I accept your offer, see you in May"
A poet wrote: "I wandered lonely as a cloud that floats"
The CFO wrote: "numbers by noon, all of you"
設定画面の「保存」ボタンを押してください
ファイル名は「報告書」にしました
Tom still has no laptop
Acme has no offices in Spain
Globex still has its old logo
my refund from Amazon never came, anyone else?
My internet is down again, anybody else?
Is it just me or is my bank's app down today?
My order from Ikea still hasn't shipped, anyone else here waiting?
Am I the only one whose Netflix account got charged twice?
"""
OFFERED = """
I'm sending the customer a new one Monday
I'll get her refund out today
I promise I won't forget her refund
I promise I'll call her back today
I'll pick up the returns from the client tomorrow
I'll bring the contract to Acme on Friday
I'm calling the guest back tonight
I'll take her complaint to finance by noon
Happy to call him Monday
Glad to send them the numbers tomorrow
I'd be happy to write to her on Friday
Happy to email you the draft by noon
I owe Ada a call, today by 6
I owe Mr. Brown a reply by Friday
I still owe Northwind an answer, will be tomorrow
We promised them a date, I'll send it tonight
I promise to send her the invoice by Tuesday
I'll fix the client's login this afternoon
Sending them the quote by 3pm
I'll drop off the samples at the customer on Monday
"""
NOT_OFFERED = """
I'm sending my kids to camp Monday
I'll get my coat
I promise I won't be late
I promise I won't tell anyone
I'll pick up my daughter at 3
I'll bring my lunch tomorrow
I'm calling my mum tonight
I'll take my dog to the vet at noon
Happy to be back Monday
Glad to hear that, see you tomorrow
Happy to see her on Friday
Happy to help!
I owe Ada a beer
I owe Tom big time
I owe you one
I promise I'll be quick
I'm bringing my wife on Friday
I'll fix my bike this weekend
Sending my parents some photos tonight
I'll drop off my keys on Monday
"""


def test_a_customers_words_get_a_card_and_what_only_looks_like_them_gets_none() -> None:
    assert [text for text in lines(CARDS) if not has_card(text)] == []
    assert [text for text in lines(NO_CARDS) if has_card(text)] == []


def test_a_promise_is_offered_and_what_only_sounds_like_one_is_not() -> None:
    assert [text for text in lines(OFFERED) if not is_offered(text)] == []
    assert [text for text in lines(NOT_OFFERED) if is_offered(text)] == []


DUE = [
    ("I'll refund her order from 12/5", None),
    ("I'll refund her order from 12/5 tomorrow", 27),
    ("I'll answer her mail of Monday", None),
    ("I'll answer her mail of Monday by Friday", 27),
    ("I'll reply to their email from Tuesday", None),
    ("I'll look at the complaint from last Friday", None),
    ("I'll pay the invoice dated 3 December", None),
    ("I'll call her about that ticket from Wednesday today", 26),
    ("I'll check the customer's review from Sunday tonight", 26),
    ("Will send the statement of 1 December", None),
    ("I'll listen to the voicemail from this morning", None),
    ("I'll go through your notes of the call of Monday", None),
    ("I'll refund her order on 12/5", 5),
    ("I'll answer her mail on Monday", 30),
    ("I'll reply to their email Tuesday", 1),
    ("I'll take orders from Monday", 30),
    ("I'll be on support from Monday", 30),
    ("I'll call her by the morning of Monday", 30),
    ("the invoice comes by the end of Friday", 27),
    ("I'll send the report from home by Friday", 27),
    ("I'll answer the mail from Ada on Friday", 27),
    ("The delivery from Monday to Wednesday is confirmed", 30),
]


def test_a_date_that_says_which_thing_is_meant_is_no_due_moment() -> None:
    read_as = [(text, moment.day if (moment := read_due(text, NOW, WorkingHours())) else None) for text, _ in DUE]
    assert read_as == DUE
