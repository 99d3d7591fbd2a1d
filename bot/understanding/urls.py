"""One address for one outside post, however it was shared."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from bot.understanding.patterns import regex

_TRACKING = regex(
    r"(?i)^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_[ce]id|igsh(?:id)?|_ga|_gl|_hsenc"
    r"|_hsmi|mkt_tok|ref|ref_src|ref_url|referrer|referer|src|si|feature|share_id|shared|sharetype|cn|cxt|trk\w*|rdt"
    r"|correlation_id|ncid|cmpid|spm|wt_mc|s_kwcid|__cft__.*|__tn__|mibextid|paipv|eav|rcm|lipi|sfnsn|web_copy"
    r"|is_from_webapp|sender_device|sender_web_id|_r|_t|tt_from|checksum|ab_channel|pp|see-all|hl|gl)$"
)
_HOST_PREFIX = regex(r"^(?:www\d?|m|mobile|touch|mbasic|amp|old|new|np|i|web)\.(?=[^.]+\.[^.]+)")
_SAME_HOST = {
    "twitter.com": "x.com",
    "nitter.net": "x.com",
    "fxtwitter.com": "x.com",
    "vxtwitter.com": "x.com",
    "fixupx.com": "x.com",
    "fb.com": "facebook.com",
    "fb.me": "facebook.com",
    "instagr.am": "instagram.com",
    "threads.com": "threads.net",
    "music.youtube.com": "youtube.com",
    "youtube-nocookie.com": "youtube.com",
    "itunes.apple.com": "apps.apple.com",
}
_PREFIX_NEVER_DROPPED = ("amazon.", "i.redd.it", "new.")
_REGIONAL_REVIEWS = regex(r"^(?:[a-z]{2}(?:-[a-z]{2})?)\.(trustpilot\.com)$")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PATHS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (host, regex(pattern), form)
    for host, pattern, form in (
        ("x.com", r"/(?:i/(?:web/)?|[^/]+/)status(?:es)?/(\d+).*", "/i/status/{0}"),
        ("youtube.com", r"/(?:shorts|live|embed|v)/([\w-]{6,})/?.*", "/watch?v={0}"),
        ("reddit.com", r"/(?:r|user|u)/[^/]+/comments/(\w+)/[^/]*/(\w+)/?", "/comments/{0}/_/{1}"),
        ("reddit.com", r"/(?:(?:r|user|u)/[^/]+/)?comments/(\w+)(?:/[^/]*)?/?", "/comments/{0}"),
        ("apps.apple.com", r"/(?:[a-z]{2}/)?app/(?:[^/]+/)?(id\d+)/?.*", "/app/{0}"),
        ("instagram.com", r"/(?:[^/]+/)?(?:p|reel|reels|tv)/([\w-]+)/?.*", "/p/{0}"),
        ("facebook.com", r"/([^/]+)/(?:posts|videos)/(?:[^/]+/)?(\w+)/?.*", "/{0}/posts/{1}"),
        ("threads.net", r"/(@[^/]+)/post/([\w-]+)/?.*", "/{0}/post/{1}"),
        ("linkedin.com", r"/(?:posts|feed/update)/(?:[^/]*?)(?:activity|share|ugcPost)[-:](\d+).*", "/feed/update/{0}"),
        ("tiktok.com", r"/@[^/]+/(?:video|photo)/(\d+)/?.*", "/video/{0}"),
        ("stackoverflow.com", r"/(?:questions|q)/(\d+)(?:/.*)?", "/questions/{0}"),
        ("trustpilot.com", r"/reviews/(\w+)/?", "/reviews/{0}"),
        ("bsky.app", r"/profile/([^/]+)/post/(\w+)/?.*", "/profile/{0}/post/{1}"),
    )
)


def canonical_url(url: str) -> str:
    """The address under which an outside post is known: sharing variants of one post give one address.

    Scheme and host in lower case, `www.`, `m.` and the like dropped, known mirrors folded, tracking parameters and
    the fragment dropped. What is no web address comes back stripped. Applying it twice changes nothing.
    """
    stripped = url.strip()
    for _ in range(4):
        folded = _fold_once(stripped)
        if folded == stripped:
            break
        stripped = folded
    return stripped


def host_of(url: str) -> str:
    """The canonical host of a web address, or ''."""
    parsed = _split(url.strip())
    return parsed[1] if parsed else ""


def path_of(url: str) -> str:
    """The path and query of a web address, or ''."""
    parsed = _split(url.strip())
    return f"{parsed[2]}?{parsed[3]}" if parsed and parsed[3] else parsed[2] if parsed else ""


def _fold_once(url: str) -> str:
    parsed = _split(url)
    if parsed is None:
        return url
    scheme, host, path, query = parsed
    host, path, query = _short_links(host, path, query)
    for known, pattern, form in _PATHS:
        if host == known and (match := pattern.fullmatch(path)):
            path, _, fixed = form.format(*match.groups()).partition("?")
            query = fixed
            break
    path = quote(unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._%", errors="surrogateescape")
    path = path.rstrip("/")
    kept = _kept_query(host, query)
    return f"{scheme}://{host}{path}" + (f"?{kept}" if kept else "")


def _split(url: str) -> tuple[str, str, str, str] | None:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        return None
    host = _canonical_host(host.lower())
    shown = host if port in (None, 80, 443) else f"{host}:{port}"
    return "https", shown, parts.path, parts.query


def _canonical_host(host: str) -> str:
    for _ in range(3):
        shorter = _HOST_PREFIX.sub("", host)
        if shorter == host or host.startswith(_PREFIX_NEVER_DROPPED):
            break
        host = shorter
    if regional := _REGIONAL_REVIEWS.match(host):
        host = regional.group(1)
    return _SAME_HOST.get(host, host)


def _short_links(host: str, path: str, query: str) -> tuple[str, str, str]:
    if host == "youtu.be" and len(path) > 1:
        return "youtube.com", "/watch", f"v={path.strip('/').split('/')[0]}"
    if host == "redd.it" and len(path) > 1:
        return "reddit.com", f"/comments/{path.strip('/').split('/')[0]}", ""
    return host, path, query


def _kept_query(host: str, query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [(key, value) for key, value in pairs if not _TRACKING.match(key)]
    if host == "x.com":
        kept = []
    if host == "youtube.com":
        kept = [(key, value) for key, value in kept if key in {"v", "lc", "list"}]
    return urlencode(sorted(kept), errors="surrogateescape")
