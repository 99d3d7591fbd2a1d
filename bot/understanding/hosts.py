"""Where customers speak in public: hosts, their display names, and what the address of one *post* looks like there.

A home page, a profile or a help page is no post: for a host with patterns one of them must match the path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.patterns import regex


@dataclass(frozen=True, slots=True)
class Site:
    """A site and the shape of the path (with query) of a post on it."""

    name: str
    post: re.Pattern[str]


def _site(name: str, pattern: str) -> Site:
    return Site(name, regex(pattern, re.IGNORECASE))


SITES: dict[str, Site] = {
    "x.com": _site("X", r"/(?:i|\w{1,20})/status/\d+.*"),
    "t.co": _site("X", r"/\w{5,}"),
    "bsky.app": _site("Bluesky", r"/profile/[^/]+/post/\w+"),
    "threads.net": _site("Threads", r"/(?:@[\w.]+/post|t)/[\w-]+"),
    "facebook.com": _site(
        "Facebook",
        r"/(?:[^/]+/(?:posts|videos|photos|reviews)/.+|groups/[^/]+/(?:posts|permalink)/\d+"
        r"|permalink\.php\?.*|story\.php\?.*|photo(?:\.php)?/?\?.*|watch/?\?.*|reel/\d+|share/.+)",
    ),
    "instagram.com": _site("Instagram", r"/(?:[\w.]+/)?(?:p|reel|tv|stories)/[\w-]+.*"),
    "linkedin.com": _site("LinkedIn", r"/(?:posts/.+|feed/update/.+|pulse/.+)"),
    "reddit.com": _site("Reddit", r"/(?:(?:r|user|u)/[^/]+/)?(?:comments/\w+.*|s/\w+)"),
    "news.ycombinator.com": _site("Hacker News", r"/item\?(?:.*&)?id=\d+.*"),
    "youtube.com": _site("YouTube", r"/(?:watch\?.*v=[\w-]+.*|post/[\w-]+.*|channel/[^/]+/community.*)"),
    "tiktok.com": _site("TikTok", r"/(?:@[^/]+/(?:video|photo)/\d+|video/\d+|t/\w+)"),
    "vm.tiktok.com": _site("TikTok", r"/\w{5,}"),
    "pinterest.com": _site("Pinterest", r"/pin/\w+"),
    "tumblr.com": _site("Tumblr", r"/[^/]+/\d+.*"),
    "medium.com": _site("Medium", r"/(?:@[^/]+|[^/]+)/[\w-]+-[0-9a-f]{8,}"),
    "vimeo.com": _site("Vimeo", r"/\d{5,}"),
    "twitch.tv": _site("Twitch", r"/(?:videos/\d+|[^/]+/clip/.+)"),
    "discord.com": _site("Discord", r"/channels/\d+/\d+/\d+"),
    "t.me": _site("Telegram", r"/(?:s/)?[\w]+/\d+"),
    "vk.com": _site("VK", r"/(?:wall|topic)-?\d+_\d+.*"),
    "mastodon.social": _site("Mastodon", r"/@[^/]+/\d+"),
    "lemmy.world": _site("Lemmy", r"/(?:post|comment)/\d+"),
    "quora.com": _site("Quora", r"/(?:unanswered/)?[^/?]+-[^/?]+.*"),
    "nextdoor.com": _site("Nextdoor", r"/p/\w+.*"),
    "trustpilot.com": _site("Trustpilot", r"/reviews?/.+"),
    "g2.com": _site("G2", r"/(?:products/[^/]+/reviews.*|survey_responses/.+|products/[^/]+/.*review.*)"),
    "capterra.com": _site("Capterra", r"/(?:p/\d+/[^/]+.*|reviews?/.+|software/.+/reviews.*)"),
    "getapp.com": _site("GetApp", r"/.+/(?:a|reviews)/.+"),
    "softwareadvice.com": _site("Software Advice", r"/.+(?:reviews|profile).*"),
    "trustradius.com": _site("TrustRadius", r"/(?:reviews/.+|products/[^/]+/reviews.*)"),
    "gartner.com": _site("Gartner Peer Insights", r"/reviews/.+"),
    "sourceforge.net": _site("SourceForge", r"/(?:projects|software)/[^/]+/(?:reviews|tickets).*"),
    "alternativeto.net": _site("AlternativeTo", r"/software/[^/]+/(?:about|reviews|comments).*"),
    "yelp.com": _site("Yelp", r"/(?:biz/[^/?]+.*|user_details_reviews.*)"),
    "tripadvisor.com": _site(
        "Tripadvisor",
        r"/(?:ShowUserReviews|[A-Z]\w+_Review|ShowTopic|Hotel_Review|Restaurant_Review|Attraction_Review)[-\w]*.*",
    ),
    "booking.com": _site("Booking.com", r"/(?:reviews|hotel)/.+"),
    "airbnb.com": _site("Airbnb", r"/rooms/\d+/reviews.*"),
    "expedia.com": _site("Expedia", r"/.*reviews?.*"),
    "opentable.com": _site("OpenTable", r"/r/[^/]+.*"),
    "glassdoor.com": _site("Glassdoor", r"/Reviews/.+|/.*review.*RVW\d+.*"),
    "indeed.com": _site("Indeed", r"/cmp/[^/]+/reviews.*"),
    "kununu.com": _site("kununu", r"/[a-z]{2}/[^/]+.*"),
    "bbb.org": _site("BBB", r"/.*(?:complaints|customer-reviews|profile)/?.*"),
    "consumeraffairs.com": _site("ConsumerAffairs", r"/.+/.+"),
    "sitejabber.com": _site("Sitejabber", r"/reviews/.+"),
    "pissedconsumer.com": _site("PissedConsumer", r"/.+"),
    "complaintsboard.com": _site("ComplaintsBoard", r"/.+-[cb]\d+.*"),
    "ripoffreport.com": _site("Ripoff Report", r"/reports?/.+"),
    "resellerratings.com": _site("ResellerRatings", r"/store/.+"),
    "feefo.com": _site("Feefo", r"/.*reviews/.+"),
    "reviews.io": _site("REVIEWS.io", r"/company-reviews/.+"),
    "productreview.com.au": _site("ProductReview", r"/(?:listings|reviews)/.+"),
    "apps.apple.com": _site("the App Store", r"/.*app/.*id\d+.*"),
    "play.google.com": _site("Google Play", r"/store/apps/details.*[?&]id=.+"),
    "chromewebstore.google.com": _site("the Chrome Web Store", r"/detail/.+"),
    "chrome.google.com": _site("the Chrome Web Store", r"/webstore/detail/.+"),
    "addons.mozilla.org": _site("Firefox Add-ons", r"/.*addon/[^/]+.*"),
    "microsoft.com": _site("the Microsoft Store", r"/.*(?:/p/|store/apps/).+"),
    "store.steampowered.com": _site("Steam", r"/app/\d+.*"),
    "steamcommunity.com": _site("Steam", r"/(?:id|profiles|app)/.+/(?:recommended|discussions|reviews)/.*"),
    "marketplace.visualstudio.com": _site("the Visual Studio Marketplace", r"/items.*"),
    "apps.shopify.com": _site("the Shopify App Store", r"/[^/]+.*"),
    "wordpress.org": _site("WordPress", r"/support/(?:topic|plugin)/.+"),
    "producthunt.com": _site("Product Hunt", r"/(?:posts|products|p|discussions)/[^/]+.*"),
    "amazon.com": _site("Amazon", r"/(?:.*/)?(?:dp|gp/customer-reviews|product-reviews|gp/product)/.+"),
    "ebay.com": _site("eBay", r"/(?:fdbk|urw|itm)/.+"),
    "etsy.com": _site("Etsy", r"/(?:listing|shop)/[^/]+.*"),
    "walmart.com": _site("Walmart", r"/(?:reviews|ip)/.+"),
    "maps.app.goo.gl": _site("Google Maps", r"/\w{5,}"),
    "g.page": _site("Google Maps", r"/[^/]+.*"),
    "g.co": _site("Google Maps", r"/kgs/.+"),
    "stackoverflow.com": _site("Stack Overflow", r"/(?:questions|q|a)/\d+.*"),
    "serverfault.com": _site("Server Fault", r"/(?:questions|q|a)/\d+.*"),
    "superuser.com": _site("Super User", r"/(?:questions|q|a)/\d+.*"),
    "askubuntu.com": _site("Ask Ubuntu", r"/(?:questions|q|a)/\d+.*"),
    "lobste.rs": _site("Lobsters", r"/s/\w+.*"),
    "indiehackers.com": _site("Indie Hackers", r"/post/.+"),
    "slashdot.org": _site("Slashdot", r"/.*(?:story|comments).*"),
    "moneysavingexpert.com": _site("MoneySavingExpert", r"/discussion/.+"),
    "whirlpool.net.au": _site("Whirlpool", r"/archive/.+|/.*thread.*"),
}
_COUNTRY_SITES = regex(
    r"^(?:[a-z]{2}\.)?(?P<name>tripadvisor|yelp|amazon|glassdoor|indeed|capterra|ebay|trustpilot"
    r"|pinterest|airbnb|opentable|getapp|walmart)\.(?:com?\.)?[a-z]{2,3}$"
)
_GOOGLE = regex(r"^(?:maps\.)?google\.(?:com?\.)?[a-z]{2,3}$")
_GOOGLE_PLACE = regex(r"/(?:maps/(?:place|reviews|contrib)/.+|maps\?.*cid=\d+.*|.*[?&]cid=\d+.*)|/search\?.*lrd=.*")
_MASTODON = regex(r"^/@[\w.]+(?:@[\w.\-]+)?/\d{6,}$|^/users/\w+/statuses/\d{6,}$|^/notice/\w{10,}$")
_LEMMY = regex(r"^/(?:post|comment)/\d+$")
_STACK_EXCHANGE = regex(r"^/(?:questions|q|a)/\d+")
_FORUM_HOST = regex(
    r"^(?:community|communities|forum|forums|discuss|discussions|discourse|answers|talk|users|board"
    r"|boards|ideas|feedback|support-community|reviews?)\."
)
_FORUM_PATH = regex(
    r"/(?:t|topic|topics|thread|threads|d|discussion|discussions|questions?|posts?|td-p|m-p|idea|ideas"
    r"|p|c|suggestions|review|reviews|viewtopic\.php|showthread\.php)(?:[/?.\-].+)"
)
_FORUM_ANYWHERE = regex(
    r"/(?:forums?|community|board|discussions?)/(?:.*/)?(?:t|topic|thread|threads|viewtopic|showthread"
    r"|questions?|td-p|m-p|discussion)[/?.\-].+|/(?:viewtopic|showthread)\.php\?.+"
)
LONGEST_PATH = 1_000
_CODE_HOSTS = frozenset({"github.com", "gitlab.com", "bitbucket.org"})


def post_source(host: str, path: str) -> str | None:
    """The display name of the site if host and path (canonical, with query) are those of one outside post."""
    if host in _CODE_HOSTS or len(path) > LONGEST_PATH:
        return None
    if site := SITES.get(host) or _country_site(host):
        return site.name if site.post.fullmatch(path) else None
    if host.endswith(".stackexchange.com"):
        return "Stack Exchange" if _STACK_EXCHANGE.match(path) else None
    if _GOOGLE.match(host):
        return "Google Maps" if _GOOGLE_PLACE.match(path) else None
    return _below_known_host(host, path) or _forum(host, path)


_FOR_ANSWERS = frozenset({"Stack Overflow", "Stack Exchange", "Server Fault", "Super User", "Ask Ubuntu"})


def is_for_answers(source: str) -> bool:
    """Whether people also go there for answers to their own questions, so that a link alone may be a reference."""
    return source in _FOR_ANSWERS or source.startswith("the forum ")


_TO_READ = frozenset(
    {
        "YouTube", "Vimeo", "Medium", "Hacker News", "Lobsters", "Slashdot", "Indie Hackers", "Quora", "Twitch",
        "Tumblr", "Pinterest", "TikTok", "Product Hunt", "Telegram", "Google Maps", "Yelp", "Tripadvisor",
        "the App Store", "Google Play",
    }
)  # fmt: skip
_WARES = frozenset(
    {
        "Amazon", "eBay", "Etsy", "Walmart", "Steam", "Booking.com", "OpenTable", "Airbnb",
        "the Chrome Web Store", "Firefox Add-ons", "the Microsoft Store", "the Shopify App Store",
        "the Visual Studio Marketplace",
    }
)  # fmt: skip
_ONE_REVIEW = regex(r"/ShowUserReviews|[?&]reviewId=")
_OF_REVIEWS = regex(r"(?i)review|fdbk|urw|recommended|discussions")


def is_to_read(source: str, path: str) -> bool:
    """Whether most of what is linked there is shown for its own sake: to watch, to read, to go there."""
    return source in _TO_READ and not _ONE_REVIEW.search(path)


def is_of_wares(source: str, path: str) -> bool:
    """Whether it is the page of something on sale, and not its reviews."""
    return source in _WARES and not _OF_REVIEWS.search(path)


_PARENTS = (
    "pissedconsumer.com",
    "bbb.org",
    "tumblr.com",
    "tripadvisor.com",
    "quora.com",
    "medium.com",
    "gartner.com",
)


def _below_known_host(host: str, path: str) -> str | None:
    for parent in _PARENTS:
        if host.endswith("." + parent):
            return _subdomain(parent, path)
    return None


def _subdomain(parent: str, path: str) -> str | None:
    site = SITES[parent]
    if parent == "tumblr.com":
        return site.name if re.match(r"/post/\d+", path) else None
    if parent == "medium.com":
        return site.name if re.match(r"/[\w-]+-[0-9a-f]{8,}", path) else None
    return site.name if site.post.fullmatch(path) else None


def _country_site(host: str) -> Site | None:
    match = _COUNTRY_SITES.match(host)
    return SITES.get(f"{match['name']}.com") if match else None


def _forum(host: str, path: str) -> str | None:
    if _MASTODON.match(path):
        return "Mastodon"
    if _FORUM_HOST.match(host) and (_FORUM_PATH.search(path) or re.match(r"/t/.+", path)):
        return f"the forum {host}"
    if _FORUM_ANYWHERE.search(path):
        return f"the forum {host}"
    if re.match(r"^lemmy\.", host) and _LEMMY.match(path):
        return "Lemmy"
    return None


SERVICE_NAMES: dict[str, str] = {site.name.casefold().removeprefix("the "): site.name for site in SITES.values()} | {
    "twitter": "X",
    "x (formerly twitter)": "X",
    "mastodon": "Mastodon",
    "app store": "the App Store",
    "appfigures": "an app store",
    "appbot": "an app store",
    "google maps": "Google Maps",
    "stack exchange": "Stack Exchange",
    "intercom": "Intercom",
    "zendesk": "Zendesk",
    "freshdesk": "Freshdesk",
    "help scout": "Help Scout",
    "typeform": "Typeform",
    "delighted": "Delighted",
}
"""Names that unfurls and review services give themselves, folded, and how we show them."""
