"""Links: a customer's post, our own, or one that is shown for its own sake."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.facts import Attachment, Post
from bot.understanding import read

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


def is_mention(text: str) -> bool:
    return read(Post(text, NOW), ()).mention.is_mention


THEIRS = """
https://twitter.com/kim/status/1234
ouch https://www.instagram.com/p/xyz
guy on YouTube tears our app apart https://youtube.com/watch?v=abc123
1 star on Amazon today: https://www.amazon.com/dp/B0ABCDE
who answers this? https://www.linkedin.com/posts/jane-1-2
unhappy customer https://news.ycombinator.com/item?id=40000001
someone commented on our post, pretty angry https://www.facebook.com/ours/posts/123
https://www.reddit.com/r/software/comments/1abcde/x/ they hate the new pricing
new review https://www.google.com/maps/place/Ours/@1,2,3z
This reviewer compares us with Globex https://youtu.be/abcdefghijk
https://www.trustpilot.com/reviews/64f0c0ffee
https://bsky.app/profile/ann.bsky.social/post/3kxyz
angry thread about our fees https://x.com/ann/status/4412
a customer filmed the leak https://www.tiktok.com/@ann/video/7123456789012345678
she mentions us at 4:10 https://www.youtube.com/watch?v=qqq111
two-star review with photos https://www.yelp.com/biz/ours-bakery
people are laughing at us here https://www.reddit.com/r/funny/comments/aa12/x/
Can someone reply to him? https://www.facebook.com/joe/posts/99
HN thread on our outage https://news.ycombinator.com/item?id=39000001
""".strip().splitlines()


@pytest.mark.parametrize("text", THEIRS)
def test_a_post_of_somebody_who_may_mean_us_is_a_mention(text: str) -> None:
    assert is_mention(text)


NOBODYS = """
our launch video is live! https://youtu.be/abcdefghijk
we just posted this, please like and share: https://www.linkedin.com/posts/ours-1-2
my talk from last week: https://vimeo.com/123456
great thread on postgres indexes https://x.com/dan/status/99
lunch here? https://maps.app.goo.gl/AbCdEf123
cute cat https://www.instagram.com/p/abc
this desk is what I bought https://www.amazon.de/dp/B0X1
song of the day https://www.youtube.com/watch?v=xyz
good discussion about remote work https://news.ycombinator.com/item?id=1
hotel for the offsite: https://www.booking.com/hotel/de/xyz.html
I tweeted about it https://x.com/me/status/12
for the gamers among us https://store.steampowered.com/app/123
recipe I promised you: https://medium.com/@ada/apple-pie-0123456789ab
Our new reel went up this morning https://www.instagram.com/reel/abc
have you read this article? https://medium.com/@bob/scaling-teams-0123456789ab
new episode of our podcast https://youtu.be/abcdefghijk
Our stand at the fair, in pictures https://www.instagram.com/p/ours12/
New post from marketing is live, please share https://www.linkedin.com/feed/update/urn:li:activity:71234
best pasta in town https://www.tripadvisor.com/Restaurant_Review-g1-d2-Reviews-Roma.html
this explains generators well https://www.youtube.com/watch?v=gen1
the printer paper I usually order https://www.amazon.co.uk/dp/B00PAPER
Friday tune https://youtu.be/abcdef12345
who wants to play this tonight? https://store.steampowered.com/app/440
we meet here at 7 https://www.google.com/maps/place/Cafe+Nord/@1,2,3z
Lea wrote up our migration https://medium.com/@lea/moving-to-arm-0123456789ab
long read for the train https://medium.com/@x/on-writing-0123456789ab
the keynote starts in 5 https://www.twitch.tv/videos/123456
I retweeted the launch, please do the same https://x.com/ours/status/55
birthday gift for Tom? https://www.etsy.com/listing/123/mug
how to fold a fitted sheet https://www.tiktok.com/@tips/video/7123456789012345679
apartment for the team trip https://www.airbnb.com/rooms/123
""".strip().splitlines()


@pytest.mark.parametrize("text", NOBODYS)
def test_our_own_post_and_what_is_shown_for_its_own_sake_are_none(text: str) -> None:
    assert not is_mention(text)


def unfurled(text: str, words: str) -> bool:
    video = Attachment("https://www.youtube.com/watch?v=abc123", "A video", words, "Kim", "YouTube")
    post = Post(f"{text} https://www.youtube.com/watch?v=abc123", NOW, attachments=(video,))
    return read(post, ()).mention.is_mention


def test_an_unfurled_post_is_judged_by_the_words_beside_it_and_by_its_own() -> None:
    assert not unfurled("have you seen this talk?", "Forty minutes on caches")
    assert unfurled("have you seen this?", "I was charged twice and your support hung up on me")
    assert not unfurled("our new video is live!", "See how your team can save an hour a day")


def test_a_page_of_something_on_sale_is_a_mention_only_with_its_reviews_or_a_word_of_them() -> None:
    assert not is_mention("https://www.amazon.com/dp/B0ABCDE")
    assert is_mention("https://www.amazon.com/product-reviews/B0ABCDE")
    assert is_mention("two customers rant here https://www.amazon.com/dp/B0ABCDE")
