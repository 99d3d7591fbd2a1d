"""Praise in the words of trouble: it tells of trouble that is over, denies trouble, or finds others worse.

Rows as in `stance_shapes`, a shape for each idea, with the groups of `unsaid_classes`. Each row has the words of which
one must be said, as most posts have none of them.
"""

from __future__ import annotations

from bot.understanding.english.unsaid_classes import signed

PRAISED_UNSAID = (
    signed(
        "solved resolved sorted fixed cured patched replaced refunded corrected exchanged repaired right found returned"
        " handed waiting brought",
        2.0,
        "put right",
        r"<matter>s? (?:was |is |were |got |has been |been |all )?(?:now |quickly |already |promptly )?<mended>",
        (
            r"(?<!n't )(?<!not )(?<!never )(?<!t have )(?:fixed|solved|cured|resolved|sorted|patched)(?: out)?"
            r" (?:my|our|the|that|this|it)(?: <w>){0,3}? <defect>(?:es|s)?"
        ),
        (
            r"(?:had|with|an?|made) (?:<w> )?<mishap>(?: <w>){0,6}?[,.;]?(?: but| and)?"
            r" <helper>(?: <yes>){0,3}? <made-good>(?! the wrong| nothing| half)"
        ),
        (
            r"(?:^|[.!?] |i |i'd |we |kids |son |daughter )(?:lost|forgot|forgotten|left)(?: <yes>){0,6}?[,.]?"
            r" (?:and |but )?(?:<yes> ){0,2}?<given-back>"
            r"(?! (?:\w+ )?(?:nothing|no|broken|damaged|empty|out|late|after|wet|stolen|gone))"
        ),
    ),
    signed(
        "back",
        1.6,
        "put right",
        (
            r"(?:called|rang|phoned|got|wrote|came)(?: me| us)? (?:right |straight )?back (?:to (?:me|us) )?"
            r"(?:in|within) (?:<w> )?(?:seconds|minutes|the hour|an hour|no time|the day)"
        ),
    ),
    signed(
        "old previous former hate dread loathe dislike nearly almost myself ourselves",
        0.9,
        "better than others",
        (
            r"(?:my|our) (?:old|previous|former) (?:<w> )?<provider>"
            r" (?:was|were|had|never|always|kept|would|took|couldn'?t|didn'?t|\w+ed)"
            r"(?! (?:so |much |far |way )*(?:better|great|good|fine|cheaper|faster|nicer|free|quicker))"
            r"(?: <w>){1,6}?(?=[,.;!:]| but| and| so|$)"
        ),
        r"used to (?:hate|dread|loathe|avoid|fear|dislike)",
        (
            r"(?:nearly|almost) (?:missed|lost|gave up|forgot)(?: <w>){0,4}?,? (?:but |and |until )?"
            r"(?:you|they|your <w>|the <w>) (?:waited|helped|held|saved|found|ran|came|called|reminded)"
        ),
        (
            r"(?:i|we) (?:broke|lost|dropped|damaged|forgot|cracked|spilled|ruined)(?: <w>){0,4}?"
            r" (?:myself|ourselves)"
        ),
    ),
    signed(
        "worried afraid nervous sceptical skeptical dreading dreaded anxious unsure doubts doubtful reluctant scared"
        " feared",
        1.6,
        "better than feared",
        (
            r"(?:was|were|been|had|i|we)(?: <w>){0,2}? <fearful>(?: <w>){0,8}?[,;.-]? ?"
            r"(?:but |and then |until |yet )?(?:it|they|you|she|he|this <w>|that|the <w>)"
            r"(?: all| only| just| really| actually| both)* <went-well>"
        ),
    ),
    signed(
        "better nicer kinder cheaper friendlier finer tastier so such complain fault criticise criticize moan grumble"
        " improve flaw flaws fault wait waited queue queued chase",
        2.2,
        "praise",
        r"<hardly> <come-across>(?: <w>){0,4}? <better>",
        r"(?:nobody|no one) \w+s (?:it |them |a )?(?:better|nicer|finer)",
        r"never (?:have to |had to |need to |needed to )?(?:wait|waited|queue|queued|chase)(?! (?:so|this|that|such))",
        (
            r"(?:tried|trying|hard) to find (?:an?|any) (?:flaw|fault|weakness)"
            r"(?: <w>){0,2}?(?: (?:failed|couldn'?t|in vain))?"
        ),
        r"never (?:been|felt|had|seen|met|travelled|slept)(?: <w>){0,2}? (?:so|such)(?: an?)? <so-well>",
        (
            r"<no-cause>(?: <w>){0,2}?(?: (?:find|found|think of|have|see|spot))?"
            r"(?: (?:anything|something|a thing|one thing|a single thing))? to <complain>(?: about)?"
        ),
        r"<cannot> find (?:a|any|a single|one) (?:fault|flaw)s?",
    ),
    signed(
        "no zero",
        1.5,
        "praise",
        r"(?:no|zero) <annoyance>(?= (?:was|were|is|at all)|[,.;!]|$| and| or|- )",
    ),
    signed(
        "cargo cattle number idiot criminal stupid fool burden nuisance dirt wallet sheep sardines rubbish fault",
        1.9,
        "praise",
        (
            r"(?:doesn'?t|don'?t|didn'?t|never|not|without|isn'?t)(?: <w>){0,2}?"
            r" (?:treat(?:ing|ed|s)?|make|making|made|talk(?:ing)?)(?: <w>){0,2}?"
            r" (?:like|feel|as)(?: like)?(?: an?| just a)? <despised>"
        ),
        r"(?:wasn'?t|isn'?t|was not|not) (?:really )?(?:your|their|his|her) fault",
    ),
    signed(
        "handled sick dealt",
        1.8,
        "praise",
        r"(?:handled|dealt with) (?:it|this|that|everything|the <w>|my <w>|us)(?: <w>)? <with-skill>",
        r"<show-piece> (?:is|are) (?:so |absolutely |just )?sick",
        r"(?<!got )(?<!made me )(?<!feel )sick <cool-thing>",
    ),
)
"""Asked before all complaints, so that its words count for none."""
