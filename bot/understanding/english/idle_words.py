"""What English says with "I'll" and means no act for anybody: idioms, asides, and steps on one's own account."""

from __future__ import annotations

from bot.understanding.patterns import glued, joined

_WHO = glued(
    r"""
    (?P<who>\b(?:i'll|i\ will|i\ shall|i'?m\ (?:just\ )?(?:going\ to|gonna)|i\ am\ going\ to|i\ gonna
    |ima|i'?mma|let\ me|lemme|we'll|we\ will|we're\ (?:going\ to|gonna)|let's)
    |(?:^|(?<=[,.;:!]\ )|(?<=\band\ )|(?<=\bbut\ )|(?<=\bso\ )|(?<=\bthen\ )|(?<=\bguess\ )|(?<=\bok\ ))
    (?:will|gonna|going\ to)\b)
    """
)
_ADVERBS = glued(
    r"""
    (?:(?:also|just|then|now|probably|definitely|certainly|maybe|perhaps|still|only|simply|at\ least|actually|first
    |always|have\ to|need\ to|gladly|happily|instead|either|again|quickly|go|go\ and)\ )*
    """
)
_FOR_NOBODY = glued(
    r"""
    (?!(?:(?!and\b)[\w'#-]+\ ){0,8}?(?:for|with|to|at|on)\ (?:you|him|her|them|everyone|mr|mrs|ms|dr|the\ (?:customer
    |client|guest|tenant|caller|patient|team))\b)
    """
)
_END = glued(
    r"""
    (?=$|[,.;:!?)\u2026]|\ [-\u2013\u2014(:;]
    |\ (?:then|now|anyways?|though|tho|too|myself|later|soon|again|next|first|instead|thanks|thx|ty|lol|haha
    |and|but|so|or|because|cause|since|somehow|eventually|some\ ?(?:time|day)|one\ day|at\ some\ point|for\ now
    |a\ (?:bit|little|moment|sec|second|minute|while)|for\ a\ (?:bit|moment|sec|second|minute|while)|either\ way
    |after\ all|i\ (?:guess|suppose|think)|if\ need|as\ (?:well|usual|always)|much|more|in\ the\ end)\b)
    """
)
"""Where a clause ends, or goes on with no moment and nobody for whom it would be."""
_IT = r"(?:it|that|this|them|those|these|that\ one|this\ one)"

_FOODS = "[\u2615\U0001f32d-\U0001f32f\U0001f345-\U0001f37f\U0001f382\U0001f950-\U0001f96f\U0001f9c0-\U0001f9cb]"
_FIXED = glued(
    rf"""
    take\ (?:my\ chances?|(?:the|that|this|a)\ (?:risk|chance|plunge|hit|bait|hint|gamble|punt|breather|(?:wild\ )?guess
    |rain\ check)|{_IT}\ as\ an?\ (?:yes|no|compliment|hint|sign|maybe|given|lesson)
    |(?:your|his|her|their)\ word|it\ (?:easy|slow)|one\ for\ the\ team|the\ fifth{_END})
    |give\ (?!you\b|him\b|her\b|them\b)(?:[a-z']+\ ){{1,4}}?(?:a|another|one\ more)\ (?:[a-z]+\ )?(?:go|try|shot|whirl
    |spin|swing|bash|rest|miss)\b(?!\ at\b)
    |(?:have|take)\ (?:a|another)\ (?:go|stab|crack|shot|swing|bash)\ at\ {_IT}{_END}
    |(?:give|hand|grant)\ (?:you|ya|him|her|them|'?em)\ (?:that|this|credit)(?:\ (?:one|much|for))?{_END}
    |tell\ (?:you|ya|u)(?=[,:])
    |tell\ (?:you|ya|u)\ (?:what(?=$|[,.:;!\u2026-]|\ tho(?:ugh)?\b|\ [-\u2013\u2014]|\ (?:i'd|let's|if|this\ is
    |that\ is|it's|that's|he's|she's)\b|(?:'s|\ is)\ (?:wrong|weird|funny|annoying|worse|better|great|sad)\b)
    (?!,?\ (?:-\ |\u2013\ |\u2014\ )?(?:i'll|i\ will|i\ can|we'll|we\ can|let\ me)\b)
    |(?:something|one\ thing|(?:a|my|another|one\ more)\ (?:little\ )?(?:secret|story|joke)|this|that)(?:\ much
    |\ for\ free)?(?=$|[,.:;!]|\ [-\u2013\u2014]))
    |say\ (?:(?:this|that|it|so|again|no\ more|one\ thing)(?:\ much)?{_END}|it\ [a-z]+ly|that\ (?:again|[a-z]+\ is))
    |be\ (?:honest|frank|blunt|brief|damned|fine|ok|okay|alright|lucky|glad\ when|happy\ when|surprised)\b
    |put\ {_IT}\ (?:(?:this|another|that)\ way|differently|bluntly|like\ this|simply|mildly|politely)
    |cross\ (?:that|this)\ bridge|bite\ (?:the\ bullet|my\ (?:tongue|lip))
    |bet\b|(?:read|repeat|say|spell|play)\ (?:(?:it|that|this|these|those|them|the\ [a-z]+|your\ [a-z]+
    |what\ i\ have)\ (?:back|out|again
    |once\ more|slowly)\b(?:\ (?:to|for)\ you\b)?|(?:it|that|this)(?=$|[.,!?]|\ for\ you[.,!]*$))
    |(?:take|grab|have)\ (?:an?|one|two|three|four|five|six|a\ few|some|another|the\ last(?:\ one)?
    |\d+)(?:\ [a-z]+){{0,3}},?\ ?(?:please\ )?{_FOODS}
    |(?:take|have|grab)\ (?:one|two|three|four|five|six|another|\d+),?\ (?:of\ those\ )?please{_END}
    |call\ it\ (?:a\ (?:day|night|draw|win|week|career)|quits|even)
    |keep\ (?:(?:my|our)\ (?:fingers|mouth|cool|distance|options|head\ down|opinions?|day\ job|hopes|thoughts)
    |(?:it|this|things)\ (?:short|brief|simple|quick|civil|clean|real|to\ myself|like\ that|that\ way|as\ is)
    |(?:trying|going|hoping|dreaming|guessing|playing|practi[cs]ing|at\ it|calm|quiet){_END})
    |hold\ my\ (?:breath|horses|tongue|peace|beer)|rest\ my\ case|stand\ corrected|second\ that
    |eat\ (?:my\ (?:hat|words|shoes?|shirt)|humble\ pie|crow)|drink\ to\ that|settle\ for\b|plead\ (?:guilty|ignorance)
    |do\ (?:without\b|my\ own\ thing|it\ the\ (?:hard|easy|old)\ way{_END})
    |make\ (?:do\b|a\ mental\ note|peace\ with|ends\ meet)
    |get\ (?:by(?:\ (?:with|on|without)\b|{_END})|over\ it|used\ to|there{_END}|the\ hang|lost\b|my\ coat
    |a?round\ to\ it{_END})
    |go\ (?:crazy|nuts|mad|insane|bananas|hungry|broke|bankrupt|blind|deaf|bald|gr[ae]y|without\b|away{_END}
    |for\ (?!you|him|her|them|everyone|the\ customer))
    |(?:spare|save)\ (?:you|us|myself|him|her|them)\ (?:the|my|some|a)\ (?:details?|trouble|time|pain|hassle|rest|rant
    |lecture|suspense|bother|effort|embarrassment)
    |let\ (?:it|that|this|things|that\ one|this\ one)\ (?:slide|go|be|pass|sink|ride|rest|stand)\b
    |leave\ (?:it|that|this)\ (?:there|at\ that|be|alone|unsaid|for\ now)\b
    |turn\ (?:\d\d|eighteen|twenty(?:-one)?|thirty|forty|fifty|sixty|seventy)\b
    |stop\ (?:you|him|her|them)\ (?:right\ )?there\b
    |(?:start|begin|take\ up)\ (?:my|a|the)\ (?:new\ |first\ )?(?:job|role|position|post|studies|degree|course
    |apprenticeship|internship)\b|run\ (?:an?|my|the)\ (?:[a-z]+\ )?marathon\b|do\ anything\ (?:for|to)\b
    |be\ using\ (?:the|my)\b
    |stop\ (?:here|there|now|talking|typing|complaining|whining|bothering|rambling|ranting|worrying)\b|shut\ up
    |go\ back\ to\ (?:the|my)\ old\b|rephrase\ {_IT}|(?:show|see)\ myself\ out|sleep\ on\ {_IT}
    |give\ {_IT}\ (?:some|a\ little|more)\ thought
    |sit\ (?:this|that|it|here|down)\b
    |(?:start|begin|open|close|finish|end)\ (?:off\ )?(?:by|with)\ (?:saying|thanking|admitting|apologi[sz]ing|an?
    \ (?:joke|quote|story|question|confession|disclaimer|toast|poem|anecdote))
    |(?:live|survive|manage|cope|bite|pass|adapt|improvise|shrug|chance\ it|risk\ it|wing\ it|tough\ it\ out
    |ride\ it\ out|wait\ and\ see|muddle\ through|scrape\ by|hang\ in\ there|deal{_END}){_END}
    |(?:treat|kick|tell|ask|remind|teach|pinch|educate|reward|familiari[sz]e|help|consider|count|call|find|pride|enjoy
    |force|drag|see|hate|lock|bury|pat)\ myself\b
    |(?:roll|go)\ with\ (?:it|that|the\ flow)\b|raise\ (?:a|my)\ glass|file\ {_IT}\ under\b|chalk\ {_IT}\ up\b
    |try\ (?:my|our)\ luck|count\ (?:my\ blessings|sheep)|lick\ my\ wounds|swallow\ my\ pride|mind\ my\ own
    |(?:[a-z']+\ ){{1,6}}?(?:for\ (?:myself|fun|kicks|a\ laugh|the\ (?:heck|hell|fun)\ of\ it)|just\ for\ me)\b
    """
)
"""Idioms and what one says of one's own talk: whatever follows, nobody is promised anything by them."""
_OWN = glued(
    rf"""
    (?:re)?learn\b|(?:think|ponder|mull|chew|muse|reflect|contemplate|meditate|brood|digest|daydream|speculate
    |doze|nap|snooze|lie|crawl|hide|hibernate|breathe|sweat|weep|sulk|mope|panic|freak|celebrate|rejoice|gloat|pray
    |pretend|dream|curse|swear|grumble|rant|whine|moan|lurk|wander|vanish|disappear|explode|melt|faint|drown|rot|retire
    |emigrate|grin|cringe|snack|chill|unwind|concede|stare|gaze|marvel)
    (?:\ (?:on|over|about|of|that|down|low|under|behind|back|away|into|out|for\ a|i|like)\b
    |\ (?:it|this)\ over\b|{_END})
    |do\ (?:some|a\ (?:bit|little)\ of|a\ little|more)\ (?:reading|digging|googling|thinking|learning|experimenting
    |tinkering|research){_END}|(?:make|brew|cook|fetch|bake)\ (?:some|a|another|more|myself)\ (?:[a-z]+\ of\ )?(?:tea
    |coffee|lunch|dinner|breakfast|food|pasta|toast|popcorn|sandwich){_END}
    |practi[cs]e\b|brush\ up\ on\b|(?:read|bone)\ up(?:\ on)?\b|read\ (?:more\ )?about\b
    |(?:google|bing|duckduckgo|rtfm)\b
    |ask\ (?:google|chatgpt|claude|gemini|siri|alexa|copilot|reddit|stack\ ?overflow|the\ internet
    |(?:in|on)\ (?:\#|the\ (?:forums?|mailing\ list)|reddit|irc|stack\ ?overflow))
    |(?:play|fiddle|tinker|mess|muck|fool|faff|toy|experiment|dabble|noodle)(?:\ (?:about|around))?(?:\ with\b|{_END})
    |(?:(?:re-?)?read|check|consult|search|(?:have\ a\ |take\ a\ )?look\ (?:at|in|into|through|up))
    \ (?:(?:the|that|their|its|your|those)\ )?(?:[a-z]+\ )?(?:docs|documentation|manual|man\ ?pages?|wiki|readme
    |faq|howto|tutorial|changelog|source\ code){_END}
    """
)
_STEP = glued(
    rf"""
    (?:(?:(?<=let\ me\ )|(?<=lemme\ )|(?<=me\ just\ ))(?:check|look|have\ a\ (?:quick\ )?look)
    |think|see|have\ to\ (?:look|see|think)|go\ (?:and\ )?look|look\ (?:around|about)
    |(?:poke|dig|browse|snoop|sniff|nose)\ around
    |figure\ (?:(?:it|that|this|something|things|one)\ out|out)|work\ around\ {_IT}
    |have\ a\ (?:think|read|go)|(?:ponder|contemplate)\ {_IT}|experiment
    |see\ (?:if|whether|how\ long)\ (?:it|that|this|they|those|he|she|the\ [a-z]+)\ (?:still\ |ever\ |really\ |actually
    \ |just\ |even\ )?(?:survives?|lasts?|holds?(?:\ up)?|boots?|sticks?|works?(?:\ out)?|helps?|happens?|stays?|breaks?
    |goes\ away|gets\ (?:any\ )?(?:better|worse|faster|fixed|through)|improves?|changes?|crash(?:es)?|starts?|runs?
    |stops?|compiles?|makes?\ (?:it|a\ difference|any\ difference|sense)|fits?|feels?|comes\ back|does\ (?:it|that
    |anything))(?:\ (?:the|this|that|another|until|till|all|long)(?:\ [a-z]+)?)?
    |try\ (?:{_IT}|(?:another|the\ other|the\ next)(?:\ [a-z]+)?|something\ else|(?:it|that)\ again|again|harder|both
    |(?:reboot|reinstall
    |restart|recompil|updat|upgrad|googl|install|boot|plugg|unplugg|format|downgrad|purg|mount|compil|download)ing
    (?:\ (?:it|that|this|them))?))
    """
)
"""Steps that end with oneself, where the clause ends there, too."""
_RESIGNED = glued(
    r"""
    (?:re-?install|re-?boot|restart|upgrade|downgrade|compile|recompile|reformat|format|switch|google|buy|wait|live
    |try|stick|stay|move\ to|go\ back|start\ over|do\ without|accept|ignore|give\ up|use)\b
    """
)
IDLE = joined(
    rf"""
    (?:{_WHO}\ {_ADVERBS}(?:(?:{_FIXED})|{_FOR_NOBODY}(?:{_OWN})|{_FOR_NOBODY}(?:{_STEP}){_END})
    |\b(?:guess|suppose|think|reckon|looks\ like|seems(?:\ like)?|maybe)\ (?:that\ )?(?P<hedged>i'll|i\ will)
    \ {_ADVERBS}{_FOR_NOBODY}{_RESIGNED}(?:\ [a-z]+){{0,4}}?{_END})
    (?:(?:\ (?!and\b|i'll\b)[\w'-]+){{0,6}}?,?\ (?P<more>(?:and|&)\ (?:then\ |also\ )?
    (?!i\b|i'll\b|we\b|you\b|see\b|let\ (?:it|that|this|me)\b|the\b|it\b|that\b|they\b|he\b|she\b|if\b)(?=[a-z])))?
    """
)
"""… with "and" where another act of the same person follows."""
IDLE_HINTS = ("ll ", "ill", "let me", "lemme", "gonna", "going to", "ima ", "imma", "let's", "shall")
