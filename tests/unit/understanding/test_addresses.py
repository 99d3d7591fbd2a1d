"""Canonical addresses and keys of quotes: one outside post is one post, however it is shared."""

from __future__ import annotations

import pytest

from bot.understanding import canonical_url, quote_key

SAME = [
    [
        "https://twitter.com/jane/status/1234567890",
        "https://x.com/jane/status/1234567890?s=20&t=abc",
        "http://mobile.twitter.com/jane/status/1234567890/",
        "https://X.com/i/status/1234567890",
        "https://x.com/i/web/status/1234567890",
        "https://twitter.com/jane/status/1234567890/photo/1",
        "https://www.twitter.com/Jane/statuses/1234567890#m",
    ],
    [
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://youtu.be/abcdefghijk?si=xyz",
        "https://m.youtube.com/watch?v=abcdefghijk&feature=share",
        "https://www.youtube.com/shorts/abcdefghijk",
    ],
    [
        "https://www.reddit.com/r/software/comments/1abcde/acme_broke_again/",
        "https://old.reddit.com/r/software/comments/1abcde/",
        "https://redd.it/1abcde",
        "https://reddit.com/comments/1abcde?utm_source=share",
    ],
    [
        "https://www.trustpilot.com/reviews/64f0c0ffee",
        "https://de.trustpilot.com/reviews/64f0c0ffee/",
        "https://uk.trustpilot.com/reviews/64f0c0ffee?utm_medium=mail",
    ],
    [
        "https://www.instagram.com/p/CxYz_1/",
        "https://instagram.com/jane/p/CxYz_1/?igshid=abc",
        "https://www.instagram.com/reel/CxYz_1",
    ],
    [
        "https://www.linkedin.com/posts/jane-doe_acme-activity-7123456789012345678-AbCd?utm_source=share",
        "https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/",
    ],
    [
        "HTTPS://Example.COM/review/5/?utm_campaign=x&fbclid=y#top",
        "https://www.example.com/review/5",
    ],
    ["https://stackoverflow.com/questions/55/how-to-acme", "https://stackoverflow.com/q/55"],
]


@pytest.mark.parametrize("variants", SAME, ids=[each[0] for each in SAME])
def test_variants_have_one_address(variants: list[str]) -> None:
    assert len({canonical_url(url) for url in variants}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.com/jane/status/1", "https://x.com/jane/status/2"),
        ("https://example.com/a?id=1", "https://example.com/a?id=2"),
        ("https://news.ycombinator.com/item?id=1", "https://news.ycombinator.com/item?id=2"),
        ("https://forum.example.org/viewtopic.php?t=55", "https://forum.example.org/viewtopic.php?t=56"),
        ("https://www.reddit.com/r/a/comments/1a/x/c1/", "https://www.reddit.com/r/a/comments/1a/x/c2/"),
        ("https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijl"),
        ("https://example.com:8443/a", "https://example.com/a"),
    ],
)
def test_different_posts_keep_different_addresses(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("text", ["", "not a url", "mailto:jo@example.com", "https://", "http://[::1", "ftp://x.com/a"])
def test_what_is_no_web_address_comes_back(text: str) -> None:
    assert canonical_url(text) == text


QUOTE = "I have been waiting for my refund since June, nobody answers."


@pytest.mark.parametrize(
    "variant",
    [
        QUOTE.upper(),
        f"“{QUOTE}”",
        QUOTE.replace(" ", "  \n"),
        "I have been waiting for my refund since June — nobody answers!!!",
        "*I have been waiting* for my refund since June; nobody answers…",
        "\uff29 have been waiting for my refund since June, nobody answers.",
    ],
)
def test_the_same_quote_has_the_same_key(variant: str) -> None:
    assert quote_key(variant) == quote_key(QUOTE)
    assert quote_key(QUOTE) is not None


def test_short_quotes_have_no_key_and_other_quotes_another() -> None:
    assert quote_key("thanks, great service") is None
    assert quote_key("x" * 39) is None
    assert quote_key("x" * 40) is not None
    assert quote_key(". " * 100 + "short") is None
    assert quote_key(QUOTE) != quote_key(QUOTE.replace("June", "July"))
