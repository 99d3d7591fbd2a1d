"""How people hand each other a page of a forum as an answer: no customer speaks to them there."""

from __future__ import annotations

import re

from bot.understanding.patterns import joined, regex

ADVICE = joined(
    r"""
    \b(?:try|tried|have you tried|see|check|read|here(?:'s| is) (?:how|a|the (?:fix|answer|solution))|how[- ]?to|guide
    |solution|workaround|fix(?:es|ed)?|solved|answer(?:ed)?|found (?:this|it|the|a)|this (?:helps|helped|works|worked
    |explains|might help|could help|should help)|same (?:problem|issue|error)|according to|based on|copied from|docs?
    |tutorial|explained|explains|example|snippet|stack ?overflow|reference|instructions|steps
    |info(?:rmation)?|stumbled?|came across|bookmarked)\b
    """,
    re.IGNORECASE,
)
"""Words beside the link that offer it as help."""
ADDRESSED_TO_ONE = regex(r"^\s*(?:[\w|`^\[\]-]{2,20}\s?[:,]|(?=[\w|`^\[\]-]*[\d|`^\[\]_])[\w|`^\[\]-]{2,20})\s*$")
"""Nothing beside the link but the nick of whom it is for; without a colon only what looks like no word."""
CUSTOMERS = regex(
    r"(?i)\b(?:customers?|clients?|users?|complain\w*|angry|unhappy|asks?|asking|answer (?:them|him|her)|reply)\b"
)
"""Whoever hands on a customer's post says one of these."""
_GENRES = (
    r"(?:tweets?|posts?|threads?|videos?|clips?|reels?|stor(?:y|ies)|talks?|articles?|interviews?|podcasts?|episodes?"
    r"|ads?|campaigns?|webinars?|announcements?|newsletters?|blog(?:\ ?posts?)?|teasers?|trailers?|pins?|demos?"
    r"|slides|keynotes?|launch|listings?|profiles?|page|channel|account|stream|ama|job\ ads?|giveaways?)"
)
OURS = joined(
    rf"""
    \b(?:our|my)\ (?:(?!(?:complaint|bad|negative|angry)\b)[\w'-]+\ ){{0,3}}?{_GENRES}\b
    (?!\ (?:complain|review|about\ (?:us|our)))
    |\b{_GENRES}\ (?:of\ (?:mine|ours)|(?:(?:is|are|went|goes|just\ went|is\ now|are\ now)\ )?(?:out|live|up|online
    |published|scheduled))\b
    |\b(?:we|i|i've|we've)(?:\ have)?(?:\ just|\ also|\ now|\ finally)?\ (?:posted|tweeted|retweeted|reposted|liked
    |upvoted|published|shared|uploaded
    |announced|recorded|filmed|wrote|launched|answered|replied)\b
    |\b(?:please|pls|everyone|everybody)\b[^.!?\n]{{0,20}}\b(?:like|share|retweet|rt|repost|boost|upvote|comment|vote)\b
    |\b(?:like|share|retweet|repost|boost|upvote)\ (?:and\b|&|it\b|this\b|please\b|if\b|our\b)
    """,
    re.IGNORECASE,
)
"""Beside the link of what the house posted itself."""
REACTION = joined(
    r"""
    \b(?:customers?|clients?|users?|guests?|buyers?|patients?|passengers?|tenants?|complain\w*|angry|furious|unhappy
    |upset|someone|somebody|people
    |(?:the|a|this|new|first|that|her|his|got|gets|has|some|many|bad|nasty)\ (?:repl(?:y|ies)|comments?|response)
    |commented|comments?\ (?:on|under|below)|(?:under|below|beneath)\ (?:our|my|the)|backlash|asks|hates?)\b
    """,
    re.IGNORECASE,
)
"""Beside it, when somebody answered to that."""
THEIRS = joined(
    r"""
    \b(?:customers?|clients?|users?|guests?|buyers?|patients?|passengers?|subscribers?|tenants?|fans?|complain\w*
    |angry|furious|unhappy|upset|backlash|rants?|ranting|ouch|feedback|refund\w*|scam\w*|viral|roast\w*|boycott
    |(?:someone|somebody|this\ (?:guy|woman|man|lady|person|user|reviewer|one))\ (?!should|can|could|please)
    |reviewers?|reviews?(?!\ (?:this|it|the|my|our|please)\b)|[1-5][ -]?stars?|(?:one|two|three|four|five)[ -]stars?
    |(?:he|she|they)\ (?:says?|said|wants?|asks?|complains?|hates?|loves?|can't|cannot|never|won't|claims?|thinks?|is
    |are|was|were)|(?:tears|trashes|bashes|slams|praises|mentions?|mentioned|tagged|tags|names|asks|asking|hates
    |calls|called|compares?|about|at|with|against|of|for|from|to)\ (?-i:us)\b
    |(?:about|with|from|of|under|below|on|hates?|loves?|tears|trashes|bashes|slams|praises|mentions?)\ our\b
    |(?:who|can\ (?:someone|anyone|you)|could\ (?:someone|anyone|you)|should\ we|shall\ we|please|needs?\ (?:an?|to)|to)
    \ (?:[\w']+\ )?(?:answers?|repl(?:y|ies)|responds?|responses?|react))\b
    """,
    re.IGNORECASE,
)
"""Beside the link of somebody who speaks of us."""
SHOWN = joined(
    r"""
    \b(?:great|good|nice|cool|fun|funny|hilarious|interesting|useful|excellent|fascinating|inspiring|brilliant|awesome
    |amazing|lovely|beautiful|cute|worth|must|favou?rite|best|neat|solid|thoughtful|relevant|short|long|weekend|friday
    |monday)\ (?:(?!review)[\w-]+\ ){0,2}?(?:reads?|watch|listen|threads?|posts?|articles?|talks?|videos?|clips?
    |discussions?|takes?|pieces?|tweets?|memes?|songs?|tunes?|tracks?|playlists?|explanations?|explainers?
    |introductions?|overview|summary|essays?|papers?|books?|films?|movies?|shows?|episodes?|podcasts?|pictures?
    |photos?|comics?|recipes?|tutorials?|stor(?:y|ies)|points?|places?|spots?|restaurants?|cafes?|hotels?)\b
    |^\W*our\ (?!(?:app|products?|services?|site|website|support|shop|store|prices?|pricing|name|brand|company)\b)
    |\b(?:look\ at|check\ out|see|seen|watch(?:ed|ing)?|read(?:ing)?|love|enjoy|saw|listen(?:ing)?\ to)
    \ (?:this|that|these|those|the|my)\ (?!(?:one|guy|man|woman|lady|person|post|tweet|thread|comment|please|pls|too
    |now|again|and|from|on|in|asap|today)\b)[a-z]+\b
    |\b(?:dogs?|cats?|kitten|pupp(?:y|ies)|memes?|song|playlist|recipes?|cook\w*|bak(?:e|ing)|lunch|dinner|brunch
    |coffee|drinks|pizza|party|offsite|movie|trailer|match|goal|concert|festival|holidays?|vacation|hike|birthday
    |wedding|gift|lol|haha\w*|\U0001f602|tutorials?|how-?to|explainer|conference|keynote|meetup|lecture|course
    |workshop|of\ the\ day|in\ pictures|\w+'s\ (?:talk|interview|keynote|podcast|webinar|slides|blog\w*))\b
    """,
    re.IGNORECASE,
)
"""Beside the link of what is shown for its own sake: to read, to laugh, to go there."""
BARE = joined(
    r"""
    ^\W*(?:(?:fyi|new|one|another|again|see|seen|this|have|you|look|ugh|ouch|hm+|wow|oh|no|here|just|in|now|today|also
    |and|more|it|is|from|on|via|the|a|an|link|post|this|what|cc|check|please|pls|team|folks|hey|hi|all|public|x
    |twitter|youtube|facebook|instagram|linkedin|reddit|google|maps|hacker|news|hn|tiktok|yelp|tripadvisor|medium
    |quora|product|hunt|thoughts|thought)\b\W*){0,8}$
    """,
    re.IGNORECASE,
)
"""Nothing that tells what it is stands beside the link."""
