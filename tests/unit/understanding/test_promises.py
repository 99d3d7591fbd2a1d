"""Promises of the speaker, in many voices, and what only looks like one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.clock import WorkingHours
from bot.facts import Attachment, MailFile, Post
from bot.understanding import read, read_due
from bot.understanding.promise_features import see
from bot.understanding.promises import read_promise

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_promise(text: str) -> bool:
    return read_promise(text, lambda sentence: read_due(sentence, NOW, WorkingHours()) is not None).is_promise


PROMISES = (
    """
I'll get back to her by Friday EOD
I will call them tomorrow morning
I'll reply to the review this afternoon
will do
Will do!
ok will do, thanks
On it
on it, answer by 3
I'm on it
leave it with me
Leave this one to me
I've got this
consider it done
let me check with legal and reply tomorrow
let me look into it and get back to you
Let me ask finance and I'll update the thread
lemme check with the warehouse
we'll ship her a new one Monday
We'll refund him today
we will send them a replacement by Thursday
told her we'd have it Friday
Told the customer we'd call back before noon
I told them I'd send the invoice tomorrow
just promised Acme that we'd fix it by EOW
I promised her an answer by Monday
once the fix is out I'll ping them
As soon as legal signs off I'll send it over
when the build is green I'll let her know
I'm going to email the customer now
gonna reply to him after lunch
I'm gonna write back to them tonight
Going to call her at 4
I'll take this one
I'll handle it
I'll own the follow-up
I'll draft a reply and post it here
I'll loop in billing and let the client know by tomorrow
I'll forward it to Jane and make sure it gets answered
I will follow up on this early next week
I'll make sure she gets her refund by Wednesday
I'll chase the courier and update the ticket tomorrow
I'll try to have an answer for him by 5pm
I'll see what I can do and report back tomorrow
I'll see to it
I'll have it ready by Friday
I'll have the new contract with them on Tuesday
I'll be sure to call him first thing tomorrow
I'll be happy to call her tomorrow
I'll be in touch with them by Monday
I can get that to them by Friday
I can send her the corrected invoice tomorrow
I am sending the credit note this afternoon
I'm calling the customer at 3pm
I'm meeting them Thursday and will bring the numbers
You'll have the draft from me by Thursday
You will hear from me by end of day
they'll get an answer from me by noon... I'll write it now
I owe them a reply by Wednesday
I plan to send the statement by Thursday
I'm planning to reply to the journalist by 4pm
I promise to get this fixed by Tuesday
Will call her tomorrow
Will send the numbers by EOD
will get back to them on Monday
Will look into this today
Will check and report back
sure, will ask the team and let you know
Yes, I'll write to him today.
Thanks! I'll follow up with the customer.
No worries, I'll answer that review.
Good catch, I'll correct the invoice and resend it.
Sorry for the delay, I will respond to her by tonight.
I shall reply to Mr Ito tomorrow
I'll circle back with the client next week
I'll give them a call in an hour
I'll get this to finance and come back to you by Friday
I'll be calling the customer shortly
I'll be sending the refund tomorrow
we'll get this fixed by tomorrow and tell the customer
We're going to credit her account by Friday
we will notify all affected customers by Monday
Answer coming by 3
Reply coming tomorrow
Fix coming by Wednesday
calling her now, update by 2pm
Looking into it, will update by EOD
taking this one
this one's mine, reply by 4
I'll do it tomorrow
I'll do that first thing Monday
I'll go grab coffee for the guests
I'll go get her invoice
I'll get back to them tomorrow
I'll put it in the mail today
I'll pass it on to the product team and tell her
I'll take care of it
I'll sort it out by tonight
I'll reach out to them
I'll pick this up after lunch
I'll raise it with the vendor and keep the thread posted
I'll explain it to the client on our call tomorrow
I'll schedule a call with them for Friday
I'll write up a response this evening
I will personally make sure this is answered today
I'll definitely answer him by Friday
I'll just call her quickly
I won't forget to call him tomorrow
And I'll send the photos to support
ok, so I'll email procurement and cc you
Jumping on a call with them at 2, I'll post notes here afterwards
Marta and I will visit them next Tuesday
Tell her I'll call at 5
let her know I'll have it by Friday
let me find out and tell you tomorrow
Let me dig into the logs and reply by noon
I{quote}ll get back to her by Friday
I'll ask Tom, then answer her
I'll have someone call her today
I'll get someone from billing to call him by 4
""".format(quote="\u2019")
    .strip()
    .splitlines()
)

NOT_PROMISES = """
Neither Tom nor I will call them tomorrow
I promise nothing
I promise no miracles
I'll go grab lunch
I'll go get some coffee
I'll keep that in mind
I'll work from home tomorrow
I'll get back to work
Can you reply to her by Friday?
Could someone call the customer today?
Please send the invoice by Friday
Please let me know by tomorrow
let me know if you need anything
Let me know when it ships
can you let me know what she says?
Who will answer this one?
Will you call her?
Will she get her refund by Friday?
Should I call her?
Shall I reply?
Do you want me to answer this?
if they insist I'll escalate
If he asks again I'll tell him no
If it breaks again I'll refund her
unless the customer complains I'll leave it as it is
I called her yesterday
I've already replied to the review
I already sent the refund this morning
I sent it on Monday
We fixed it last week
Jane will call her tomorrow
Finance will send the credit note by Friday
He said he'll call back on Monday
She'll get back to us next week
They will refund her by Friday
Tom promised to call her by Friday
the vendor told us they'd have it Friday
The customer says she'll cancel on Friday
You should call her by Friday
you'll need to reply by Monday
Someone should answer this today
we should reply by tomorrow
We could send her a voucher
We might refund him
maybe we can call her
I'd call her if I were you
I would answer today
I could do it but I have no time
I can't do it today
I won't be able to reply by Friday
I won't call him
I will not answer that review
I'm not going to refund this
we won't ship on Friday
I'm not gonna do that
I'll be out Friday
I'll be out of office until Monday
I'll be on vacation next week
I'll be there at 3
I'll be in the office tomorrow
I'll be back on Monday
I'll be away till Thursday
I'll be late today
I'll be offline this afternoon
I'll be in meetings until 4
I'll need the invoice number by Friday
I'll need more time
I'll have lunch at noon
I'll miss the standup tomorrow
I will have to leave at 4
I'll never understand this customer
I'll believe it when I see it
I'll eat my hat if they ship by Friday
I'll bet they cancel by Friday
I'll be damned
I'll reply in my next life lol
sure, I'll just clone myself by tomorrow haha
I'll get right on that... just kidding
I'd love to help
I'd like to know when she wrote
I want to understand the problem
I think she will cancel
I think it will rain tomorrow
I hope they answer tomorrow
I guess it'll be fixed by Friday
I wonder if they'll renew
I know we'll hear from them
I believe it ships Monday
I doubt we'll hear back by Friday
It will be fixed by Friday
The fix goes out tomorrow
The refund should arrive by Monday
This ships on Thursday
Deadline is Friday
Due by Friday
Meeting at 3pm
Standup at 10
Happy Friday!
See you tomorrow
see you at 3
Talk to you later
Have a nice weekend
thanks, this helps
Thanks for getting back to her yesterday
good morning all
Great news, they renewed until 2027
What happens if they cancel on Friday?
When will we ship?
Why will they cancel?
How do we answer this by tomorrow?
Any update by Friday would be great
We need an answer by Friday
the customer wants a reply by Friday
she expects a call tomorrow
they asked for a refund by Monday
he needs the report by 5pm
Acme's contract ends on Friday
I was going to call her but she wrote first
I thought I'd call her tomorrow but she cancelled
we were going to send it on Monday
I usually reply by Friday
I always call them on Mondays
it's on the list
Got it
ok
sounds good
Noted
+1
This is urgent
I have a call with them tomorrow
I have a question about this
I'm in a meeting until 3
I'm out today
I'm waiting for finance
I'm not sure we can do that by Friday
I don't think I'll make it
I doubt I'll get that far
well I don't believe that I'll finish it
Not sure I'll get to it this week
I don't know if I'll have time tomorrow
No idea when I'll get to it
Nobody told me I'd have to call her
Did I say I'll call her?
You said you'd call her
Remember when I said I'd call them? Well, they called first
The bot says I'll be reminded
I'd rather not call her
I'll pass
I'll have to see
we'll see
I'll see you tomorrow
I'll say no more
I'll think about it
I'll let you decide
I'll leave that to you
I'll wait for legal
Let me be clear, this is bad
Let me tell you, this customer is something
let me put it this way
let me guess, they cancelled
Don't let me forget the call
why don't you call her tomorrow
how about we call her tomorrow?
Let's call her tomorrow
let's sync on Monday
well done
Well sent!
I got it from Jane yesterday
who's on it?
Is anyone on it?
is this one mine?
She's on it
Tom is taking this one
Taking this one back was a mistake
sending them a voucher was a bad idea
""".strip().splitlines()


def test_promises() -> None:
    assert [text for text in PROMISES if not is_promise(text)] == []


def test_look_alikes() -> None:
    assert [text for text in NOT_PROMISES if is_promise(text)] == []


def test_a_promise_says_why_and_which_sentence() -> None:
    promise = read_promise(
        "Thanks for sharing. I'll call her by Friday. Have a nice day!", lambda text: "Friday" in text
    )
    assert promise.words == "I'll call her by Friday."
    assert [reason.words for reason in promise.reasons] == ["“i'll call”", "says when"]


@pytest.mark.parametrize(
    "text",
    [
        "&gt; I'll call you by Friday\nShe wrote this, any ideas?",
        "&gt;&gt;&gt; I will send it tomorrow\nI'll be waiting",
        'The customer wrote: "I will send you the forms tomorrow morning."',
        "```\nI'll retry in 5 minutes\n```",
    ],
)
def test_quoted_words_are_no_promise_of_the_teammate(text: str) -> None:
    assert not read(Post(text, NOW), ()).promise.is_promise


def test_mails_attachments_and_apps_make_no_promise() -> None:
    mail = Post("fyi", NOW, mails=(MailFile("Invoice", "jo@example.com", "I will pay you tomorrow."),))
    unfurl = Post("see this", NOW, attachments=(Attachment(text="I'll call you tomorrow"),))
    app = Post("I'll call you tomorrow", NOW, by_app=True, app_name="Intercom")
    assert not any(read(post, ()).promise.is_promise for post in (mail, unfurl, app))


def test_due_is_the_promises_own_moment() -> None:
    reading = read(Post("The call on Thursday was moved to 3pm. I'll send her the offer by Monday.", NOW), ())
    assert reading.promise.is_promise
    assert reading.due == datetime(2026, 11, 23, 17, tzinfo=UTC)


def test_a_promise_without_a_moment_has_no_due() -> None:
    reading = read(Post("once the fix is out I'll ping them", NOW), ())
    assert reading.promise.is_promise
    assert reading.due is None


def test_many_lines_before_a_promise_hide_it_not() -> None:
    assert is_promise("line\n" * 600 + "I'll get back to her by Friday EOD")


def test_a_short_word_about_the_past_is_no_talk() -> None:
    assert not is_promise("This reached me just now.")


def test_two_words_side_by_side_tell_how_a_sentence_was_said() -> None:
    assert "i'll go" in see("I'll go first").manner()
    assert "i'll first" not in see("I'll go first").manner()
