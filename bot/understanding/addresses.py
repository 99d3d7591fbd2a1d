"""Where customers write from: domains, mail addresses, and handles on sites; and from which of them a post came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bot.facts import Post
from bot.understanding.english.mail_hosts import EVERYBODYS, PUBLIC_ENDINGS
from bot.understanding.hosts import SITES
from bot.understanding.patterns import regex
from bot.understanding.text import link_targets
from bot.understanding.urls import host_of

MOST_CANDIDATES = 60
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = regex(rf"(?:{_LABEL}\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{{2,63}}")
_MAIL = regex(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{3,253}")
_HANDLE = regex(r"[\w.\-]{1,80}")
_FEDIVERSE = regex(r"@?([\w.\-]{1,60})@([\w.\-]+\.[a-z]{2,})", re.IGNORECASE)
_HANDLE_IN_NAME = regex(r"@([\w.\-]{1,60})")
# What stands before a handle in the path of a profile.
_BEFORE = frozenset({"company", "in", "school", "showcase", "user", "u", "users", "profile", "c", "channel", "people"})
# What stands first in a path and is nobody's handle: pages of the site itself, and posts that don't say whose.
_PAGES = (
    "i p reel reels tv stories status statuses web watch shorts live embed r comments groups permalink.php story.php"
    " photo.php photo reel posts feed pulse questions q a item t share search explore hashtag home login discussion"
    " discussions review reviews apps app store"
)
_NOBODYS = frozenset(_PAGES.split())
_HOSTS = {site.name.casefold(): host for host, site in reversed(SITES.items())} | {"twitter": "x.com"}


def normalise_domain(written: str) -> str | None:
    """The domain that somebody wrote, in normal form; None for what is no domain. Address bars' and mails' forms do."""
    text = written.strip().casefold()
    if "://" in text:
        text = _host(text)
    text = text.split("/")[0].lstrip("@").rstrip(".").removeprefix("www.")
    try:
        text = text if text.isascii() else text.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return text if len(text) <= 253 and _DOMAIN.fullmatch(text) else None


def normalise_mail(written: str) -> str | None:
    """A whole mail address, in normal form; None for what is none."""
    text = written.strip().removeprefix("mailto:").casefold()
    local, _, domain = text.rpartition("@")
    found = normalise_domain(domain) if _MAIL.fullmatch(text) else None
    return f"{local}@{found}" if found else None


def is_everybodys(domain: str) -> bool:
    """Whether people of any company write from there."""
    return domain in EVERYBODYS or domain in PUBLIC_ENDINGS


def normalise_handle(written: str) -> str | None:
    """A handle behind its site, in normal form ("https://twitter.com/Acme" → "x.com/acme"); None where no site is
    named, or no handle. Addresses of profiles and of posts do, and @acme@mastodon.social.
    """
    text = written.strip()
    if found := _FEDIVERSE.fullmatch(text):
        return f"{found[2].casefold()}/{found[1].casefold()}"
    address = text if re.match(r"https?://", text, re.IGNORECASE) else f"https://{text}"
    return _of_url(address)


def possible_addresses(written: str) -> tuple[str, ...]:
    """What somebody may mean who writes down where a customer writes from, the surest first."""
    found = [*_of_mail(written), normalise_domain(written), normalise_handle(written)]
    return tuple(dict.fromkeys(one for one in found if one))


def candidate_addresses(post: Post) -> tuple[str, ...]:
    """Where a post may have come from, the surest first: to look up among customers' addresses. Of a mail's sender the
    whole address goes before its domain, and that before those above it.
    """
    found: dict[str, None] = {}
    for address in _candidates(post):
        found.setdefault(address)
        if len(found) >= MOST_CANDIDATES:
            break
    return tuple(found)


def _candidates(post: Post) -> Iterator[str]:
    for mail in post.mails:
        for written in _MAIL.findall(mail.sender)[:3]:
            yield from _of_mail(written)
    for attachment in post.attachments:
        if handle := _of_url(attachment.url):
            yield handle
        host = _HOSTS.get(attachment.service.casefold().strip(), "")
        for name in _HANDLE_IN_NAME.findall(attachment.author[:200]) if host else ():
            yield f"{host}/{name.casefold()}"
    for target in link_targets(post.text):
        if handle := _of_url(target):
            yield handle


def _of_mail(written: str) -> Iterator[str]:
    mail = normalise_mail(written)
    if mail is None:
        return
    yield mail
    labels = mail.rpartition("@")[2].split(".")
    for first in range(len(labels) - 1):
        if not is_everybodys(domain := ".".join(labels[first:])):
            yield domain


def _of_url(url: str) -> str | None:
    host = host_of(url) if url else ""
    if not host or ":" in host or not normalise_domain(host):
        return None
    parts = [unquote(part) for part in _path(url).split("/") if part]
    if len(parts) > 1 and parts[0].casefold() in _BEFORE:
        parts = parts[1:]
    elif host == "linkedin.com" and len(parts) > 1 and parts[0] == "posts":
        parts = [parts[1].partition("_")[0]]
    if not parts or (len(parts) > 1 and parts[0].casefold() in _NOBODYS):
        return None
    name = parts[0].removeprefix("@").casefold()
    return f"{host}/{name}" if _HANDLE.fullmatch(name) else None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
