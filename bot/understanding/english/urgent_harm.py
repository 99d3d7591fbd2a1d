"""How it is told that someone may be hurt: those in our care, bodies and what keeps them safe, with what harms them."""

from __future__ import annotations

from bot.understanding.english.urgent_classes import urgent_shape

HARM = (
    urgent_shape(
        "someone may be hurt",
        "over swallowed choked inhaled ate fell falls fallen collapsed collapses dropped toppled tipped exploded"
        " exploding"
        " shattered burst crashed landed broke opened detached came gave snapped missed hit cut cuts crushed bit"
        " burned"
        " burnt scalded sliced stabbed pinched trapped slipped tripped fainted passed bleeding bitten knocked struck"
        " unresponsive breathing hurt groped assaulted attacked mugged punched molested stalked stalking safe danger"
        " licked drank chewed foaming"
        " vomiting seizure seizures concussion stitches paramedics hospitalised hospitalized blew flew shot while"
        " fractured"
        " sprained dislocated chipped rash abandoned forgot left with drunk alcohol asleep texting skin hearing"
        " sight vision eyesight metres meters feet floors stairs steps throwing threw accelerated"
        " drove rolled started hanging alone stung chest helmet numb",
        r"<kin>(?: <w>){0,12}? (?:swallowed|choked on|inhaled|ate|licked|drank|chewed)"
        r" (?:on )?(?:it|them|one of (?:the|your) <w>|(?:an?|the|some|one|two|your)(?: <w>){0,3}? <harmful>)",
        r"(?:fell|falls|fallen|dropped|collapsed|crashed|landed|came down|toppled|tipped|exploded|shattered|burst"
        r"|broke|snapped)(?: over| down| off| apart| right| straight| in half| open)?"
        r" (?:(?:on|onto|over|under|beneath|next to|beside) (?:top of )?(?:me|us|him|<kin>|<body>)"
        r"|in (?:me|<body>))(?! (?:bill|account|order))",
        r"(?:collapsed|broke|opened|detached|came (?:off|undone|loose|open|apart)|gave way|tipped(?: over)?|folded"
        r"|stopped|snapped|broke down|caught fire|moved off)(?: <w>){0,5}? with (?:me|us|<kin>)"
        r" (?:in|on|inside|under|aboard|still)",
        r"(?:just|only just|nearly|almost|narrowly|barely)"
        r" (?:missed|hit|struck|killed|crushed|ran over|drove over)(?: <w>)? (?:<kin>|<body>)"
        r"|(?:hit|struck|crushed|ran over|drove over|burned|burnt|scalded|sliced|stabbed|pinched|trapped|bit|cut"
        r"|cuts|knocked|hurt) (?:into |open )?(?:<body>|<kin>(?! (?:off|out|some|a) (?!a |the )))"
        r"|cut (?:myself|himself|herself)",
        r"<kin>(?: <w>)? (?:(?:fell|tripped|slipped) (?!in love)"
        r"(?:off|down|from|through|out of|into|over|on|and|because|when|in|at)|fainted|passed out|collapsed"
        r"|(?:is|was|got|were|are) (?:badly |seriously )?(?:hurt|hit|bitten|knocked|bleeding|trapped|unresponsive"
        r"|burned|burnt|cut|foaming|vomiting|hospitali[sz]ed)|stopped breathing)"
        r"|i (?:slipped|tripped|fell) (?:on|over|down|off|through|because)(?: <w>){0,2}?"
        r" (?:your|the|a|some|ice|water)|fainted|stopped breathing",
        r"(?:groped|assaulted|attacked|mugged|punched|molested|stalked|is stalking) (?:me|us|<kin>)"
        r"|(?:was|were|been|got) (?:groped|assaulted|attacked|mugged|punched|molested|stalked)"
        r"|(?:don'?t|do not) feel safe|in (?:real |acute |grave )?danger(?! of)",
        r"(?:broke|broken|fractured|sprained|dislocated|chipped|knocked out)(?: <w>)?"
        r" (?:my|his|her|their|our|an?|two) (?:\w+ )?<bone>"
        r"|(?:a|had|having|with) (?:seizures?|concussion|stitches)|paramedics|hospitali[sz]ed"
        r"|rash (?:all over|on (?:his|her))",
        r"(?:came|come|coming|crashed|fell) down on (?:me|us|him|her|them|<kin>)"
        r"|fell (?:<w> ){0,2}?(?:metres|meters|feet|floors|stairs|steps)"
        r"|(?:lift|elevator|cabin|gondola|cable car)(?: <w>)? (?:dropped|plunged|fell)|(?:stung|bitten) by"
        r"|chest pains?",
        r"skin (?:is |was |has )?(?:off|come off|came off|peel\w+)"
        r"|(?:my|his|her) (?:hearing|sight|vision|eyesight) (?:is|was|has) (?:gone|lost|blurr\w+|damaged)"
        r"|(?:lost|losing) (?:my|his|her) (?:hearing|sight|vision|eyesight)",
        r"<kin>(?: <w>)? (?:is|was|are|were|started|has been|keeps?|can'?t stop)"
        r" (?:vomiting|throwing up|being sick|hanging)|<kin> threw up"
        r"|(?:burned|burnt|scorched)(?: <w>){0,4}? <kin>'s"
        r"|(?:nurse|carer|babysitter|lifeguard)(?: <w>){0,3}? passed out",
        r"(?:car|bike|scooter|van|truck|wheelchair|mower|robot|treadmill|oven|stove|heater)(?: <w>)?"
        r" (?:accelerated|drove|rolled|moved|started|sped)(?: <w>)? by (?:itself|themselves)"
        r"|with the doors? (?:wide )?open(?= and)",
        r"(?:lid|door|cap|blade|disc|pan|pot|tyre|tire|hose|valve|boiler|window|panel|pane|wheel|cooker|canister"
        r"|bottle)(?: <w>){0,5}? (?:blew (?:off|up|out)|flew (?:off|out)|shot off|exploded)",
        r"<failing>(?: <w>){0,3}? (?:while|when|with) (?:people|passengers|someone|children|kids|we|i|he|she"
        r"|riders|<kin>)(?: (?:was|were|are))?(?: still| all)?"
        r" (?:on it|in it|inside|under|aboard|riding|driving|on board|up there|cycling|sleeping)",
        r"(?<!i )(?<!we )(?:left|abandoned|forgot) <kin>(?: <w>)? (?:on|at|outside|behind|alone|unattended|in the)"
        r"|<kin> (?:was|were|got) (?:left|abandoned|forgotten)"
        r" (?:alone|behind|unattended|on|at|in|outside|without)",
        r"<keeper>(?: <w>){0,3}? (?:drunk|stoned|(?:smell\w*|reek\w*|stank) of"
        r" (?:alcohol|drink|beer|booze|whisky|vodka|weed)|fell asleep|asleep|texting|ran a red)",
    ),
    urgent_shape(
        "someone may be hurt",
        "trapped stuck locked caught shut gas smoke burning fumes sparks sparking wires stove oven heater burner"
        " grill"
        " iron boiler burnt pouring gushing dripping flooded flooding pipe pipes melted melting swelled swollen"
        " swelling smoking melts water",
        r"(?:trapped|stuck|locked|caught|shut) (?:in|inside|between|under|up in)(?: <w>){0,3}?"
        r" (?:lifts?|elevators?|cable car|gondola|tunnel|escalator|doors|sauna|stairwell|cellar|basement|vault"
        r"|ride|roller ?coaster|freezer|cold store|cage)|(?:trapped|locked|shut) (?:in|inside)(?: <w>){0,3}?"
        r" (?:toilet|restroom|bathroom|room|building|store|shop|car|garage|cabin|gym|office|train|bus|hall|school)"
        r"(?! (?:queue|account))",
        r"(?:smell|smells|smelling|reeks?)(?: strongly)?(?: of| like)?"
        r" (?:gas|burning|fumes|burnt? plastic|something burning)|(?:i|we|can|neighbours) smell smoke"
        r"|(?:gas|burning|burnt|burned) smell|smell of (?:gas|burning|fumes)",
        r"water (?:is |was )?(?:pouring|gushing|coming|running|dripping|streaming)"
        r" (?:through|out of|down|into|from)(?: <w>){0,2}? (?:ceiling|walls?|socket|light|roof|fuse ?box)"
        r"|(?:flooded|flooding) (?:my|our|the)|pipe(?: has| just)? burst|burst pipe",
        r"(?:is|are|was|were|started|keeps?|been) sparking|sparks? (?:came|coming|come|flying|flew|shot"
        r"|shoot)(?! at (?:the|our) (?:concert|party|gig|meeting|date))"
        r"|(?:live|bare|exposed|loose) wires?|(?:stove|oven|gas|heater|burner|grill|iron|boiler|fryer|hob)"
        r"(?: <w>)? (?:won'?t|doesn'?t|can'?t|cannot|will not)(?: be)? (?:turn(?:ed)?|switch(?:ed)?|shut) off",
        r"(?:battery|batteries|charger|plug|socket|cable|outlet|adapter|phone|power ?bank|heater|extension"
        r"|fuse ?box|lamp|laptop|blanket|kettle|toaster|vape)(?: <w>){0,3}?"
        r" (?:melt(?:ed|s)|(?:is|was|are|were|started|keeps?|has) (?:melt\w+|swell\w+|swollen|smok\w+)|swelled)",
    ),
    urgent_shape(
        "someone may be hurt",
        "brakes brake steering belt belts airbag airbags carabiner parachute pump pacemaker ventilator defibrillator"
        " respirator detector alarm epipen inhaler oxygen incubator dialysis harness stroller pram pushchair buggy"
        " crib"
        " cot chair seat ladder scaffold scaffolding stairlift swing balcony ceiling hoist bunk railing bannister"
        " accelerator throttle wheel wheels fork axle",
        r"(?:brakes?|steering|accelerator|throttle|seat ?belts?|air ?bags?|carabiner|climbing rope|parachute"
        r"|(?:insulin|infusion|feeding|heart) pump|pacemaker|ventilator|defibrillator|respirator"
        r"|(?:smoke|fire|co|gas|monoxide) (?:alarm|detector)|epipen|inhaler|oxygen(?: \w+)?|incubator"
        r"|dialysis(?: machine)?|(?:safety |climbing )harness)(?! light)"
        r"(?: (?:of|on|in|at|from)(?: <w>){1,4}?)?(?: (?:just|suddenly|both|all|completely|has|have))? <stopped>",
        r"(?:lost|without|no|zero) (?:its |the |our |my |their |any )?(?:brakes|steering|brake power)",
        r"(?:strollers?|pram|pushchair|buggy|crib|cot|(?:high ?|child |car )(?:chair|seat)|ladder|scaffold(?:ing)?"
        r"|stair ?lift|swing|balcony|ceiling|hoist|bunk(?: bed)?|railing|bannister)(?: <w>){0,3}?"
        r" (?:collapsed|gave way|tipped over|came (?:undone|loose|down|off)|folded|detached|unlatched|snapped)",
        r"(?:wheels?|fork|axle|handlebars?)(?: <w>){0,3}? (?:came|fell|broke|snapped|flew)(?: off| apart)?"
        r" (?:while|as|when) (?:i|we|he|she|riding|driving|cycling|my)",
    ),
    urgent_shape(
        "someone may be hurt",
        "dose doses dosage dosing overdose overdosed medication medicine pills tablets drug insulin vaccine blood"
        " injection allergic allergy allergen glass metal plastic needle blade razor nail nails screw wire splinters"
        " splinter shards shard stones stone bleach syringe staples oxygen inhaler inhalers chemo dialysis epipen"
        " epipens heating heat"
        " water power electricity",
        r"(?:wrong|double the|ten times the|twice the|incorrect)"
        r" (?:dos(?:e|es|age)|medicines?|medications?|pills|tablets|drugs?|insulin|vaccine|blood|injection)"
        r"|overdosed?|(?:dos(?:e|es|age|ing)|pills|tablets|medication|medicine|insulin)(?: <w>){0,6}?"
        r" (?:(?:is|are|was|were) (?:wrong|incorrect|swapped|mixed)|aren'?t the|not the ones?)",
        r"(?:out of|last(?: of)?|without|no)(?: <w>)? <lifeline>"
        r"|<lifeline>(?: <w>){0,3}? (?:hasn'?t|never|didn'?t|not|isn'?t|won'?t)(?: <w>)?"
        r" (?:arrived?|come|came|here|delivered|shipped)",
        r"(?:no|without) (?:<w> )?(?:heating|heat|water|power|electricity)[^.!?\n]{0,60}?(?<!\w)"
        r"(?:baby|newborn|elderly|infant|toddlers?|children|kids|minus|freezing|wheelchair|pregnant|disabled)",
        r"(?:gave|given|served|fed|contain(?:s|ed)|injected|put)(?: <w>){1,8}? (?:allergic|allergy|allergen)"
        r"(?! (?:sheets?|lists?|menus?|info\w*|cards?|labels?|training|tables?|folders?|matrix|guide|icons))"
        r"|allerg(?:ic|y|en)(?: <w>){0,8}? (?:was served|were served|was given|was given it|still got"
        r"|not (?:on|listed))",
        r"(?:found|bit (?:on|into)|was|were|is|are|had|swallowed|contained|with|full of)(?: <w>){0,4}?"
        r" (?:glass|metal|plastic|needles?|blades?|razor|nails?|screws?|wires?|splinters?|shards?|stones?|bleach"
        r"|syringe|staples)(?: of \w+)?(?: <w>)? (?:in|inside)(?: <w>){1,6}? <food>",
    ),
)
