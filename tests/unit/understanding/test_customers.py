"""Where customers write from, as people and machines write it; and from which of them a post came."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import Attachment, CompanyFacts, MailFile, PersonFacts, Post
from bot.understanding import CustomerReader, candidate_addresses, possible_addresses, read
from bot.understanding.addresses import normalise_domain, normalise_handle, normalise_mail

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "domain"),
    [
        ("acme.com", "acme.com"),
        ("https://www.Acme.com/about?x=1", "acme.com"),
        ("@acme.co.uk", "acme.co.uk"),
        ("ACME.com.", "acme.com"),
        ("münchen.de", "xn--mnchen-3ya.de"),
        ("acme", None),
        ("acme com", None),
        ("-acme.com", None),
        ("10.0.0.1", None),
        ("", None),
    ],
)
def test_a_domain_is_known_however_it_is_written(written: str, domain: str | None) -> None:
    assert normalise_domain(written) == domain


@pytest.mark.parametrize(
    ("written", "handle"),
    [
        ("https://twitter.com/Acme", "x.com/acme"),
        ("x.com/@acme", "x.com/acme"),
        ("https://mobile.twitter.com/acme/status/123?s=20", "x.com/acme"),
        ("@acme@mastodon.social", "mastodon.social/acme"),
        ("https://mastodon.social/@acme/12345678", "mastodon.social/acme"),
        ("linkedin.com/company/acme-inc", "linkedin.com/acme-inc"),
        ("https://www.linkedin.com/posts/acme-inc_great-activity-7", "linkedin.com/acme-inc"),
        ("https://bsky.app/profile/acme.bsky.social/post/3k", "bsky.app/acme.bsky.social"),
        ("youtube.com/@Acme", "youtube.com/acme"),
        ("https://www.reddit.com/user/acme", "reddit.com/acme"),
        ("https://x.com/i/status/123", None),
        ("https://www.trustpilot.com/reviews/abc123", None),
        ("@acme", None),
        ("x.com", None),
    ],
)
def test_a_handle_is_known_behind_its_site_however_it_is_written(written: str, handle: str | None) -> None:
    assert normalise_handle(written) == handle


@given(
    st.text(max_size=60) | st.from_regex(r"https?://[a-z]{1,9}\.(com|social)/@?[a-zA-Z.]{1,9}(/\w+)?", fullmatch=True)
)
def test_what_is_normal_stays_so_and_nothing_raises(written: str) -> None:
    for normalise in (normalise_domain, normalise_handle, normalise_mail):
        found = normalise(written)
        assert found is None or normalise(found) == found


def test_a_mails_sender_goes_before_their_domain_and_nobodys_domain_is_none() -> None:
    sent = MailFile("Broken", "Ada Smith <Ada@eu.Acme.com>", "It broke")
    assert candidate_addresses(Post("fwd", NOW, mails=(sent,))) == ("ada@eu.acme.com", "eu.acme.com", "acme.com")
    private = MailFile("Broken", "bob@gmail.com", "It broke")
    assert candidate_addresses(Post("fwd", NOW, mails=(private,))) == ("bob@gmail.com",)


def test_authors_of_unfurled_and_linked_posts_are_proposed() -> None:
    unfurled = Attachment(
        "https://twitter.com/acme/status/1", "", "Your app is down", "Acme (@AcmeCorp)", "X (formerly Twitter)"
    )
    shown = Attachment("", "", "Your app is down again, please", "Acme (@acme)", "Twitter")
    assert candidate_addresses(Post("look", NOW, attachments=(unfurled,))) == ("x.com/acme",)
    assert candidate_addresses(Post("look", NOW, attachments=(shown,))) == ("x.com/acme",)
    assert candidate_addresses(Post("<https://x.com/acme/status/1|this>", NOW)) == ("x.com/acme",)
    assert candidate_addresses(Post("nothing at all", NOW)) == ()


def test_whoever_wrote_a_mail_is_the_customer_whoever_is_named_in_it() -> None:
    sent = MailFile("Broken", "ada@acme.com", "Globex is no better: your export broke again. Please help!")
    post = Post("fwd", NOW, mails=(sent,), names=(("globex", "Globex"),), addresses=(("acme.com", "Acme"),))
    reading = read(post, ()).mention
    assert reading.customer == "Acme"
    assert "acme.com is Acme" in [reason.words for reason in reading.reasons]


def test_without_evidence_of_a_mention_an_address_makes_none() -> None:
    assert not read(Post("lunch at noon?", NOW, addresses=(("acme.com", "Acme"),)), ()).mention.is_mention


def test_what_somebody_writes_down_may_be_several_kinds_of_address() -> None:
    assert possible_addresses("ada@acme.com") == ("ada@acme.com", "acme.com", "acme.com/ada")
    assert possible_addresses("https://x.com/acme") == ("x.com", "x.com/acme")


COMPANY = CompanyFacts(("gold",), (("D1", "sales", "Sales"),), (PersonFacts("UANN", "Ann"),))


@given(st.dictionaries(st.sampled_from(("name", "aliases", "domains", "handles", "tier", "owners", "id")), st.text()))
def test_every_field_is_read_or_told_and_nothing_raises(fields: dict[str, str]) -> None:
    facts, faults = CustomerReader(COMPANY).read(fields)
    assert faults or facts.norm
    assert all(fault.words.strip() and "\ud800" not in fault.words for fault in faults)
