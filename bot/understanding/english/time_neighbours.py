"""What may stand behind a bare hour or the number of a day where the clause goes on, and what makes it a count.

Nouns are counted; words of the classes that no language adds to (pronouns, conjunctions, auxiliaries) never are.
"""

from __future__ import annotations

from bot.understanding.english.time_phrases import AFTER_A_DAY, AFTER_HOUR, STOPS
from bot.understanding.english.time_words import COMING, NEXT, RELATIVE_DAYS, THIS, TONIGHTS
from bot.understanding.english.zone_words import ZONES
from bot.understanding.patterns import word_set

PRONOUNS = word_set("i you u he she it we they this that these those there here who everyone everybody someone")
PRONOUNS |= word_set("somebody nobody im ill ive id youll youre youve ur hes shes its itll theyll theyre theyve well")
PRONOUNS |= word_set("weve wed thats theres lets let's y'all yall what whatever how why")
"""Who acts next, also with the apostrophe left out."""
DETERMINERS = word_set("the my our your his her their no")
CHATTER = word_set("ok okay k kk right yes yeah yep yup nope thanks thx tnx ty cheers lol haha hahaha hehe lmao rofl")
CHATTER |= word_set("please pls plz mate bro dude ya tho though anyway hopefully probably maybe perhaps ideally")
CHATTER |= word_set("possibly definitely certainly likely exactly precisely roughly instead again too either also")
CHATTER |= word_set("already just only still not sorry guess hmm uh um xd xx xoxo sir boss maam ma'am")
JOINTS = word_set("once unless while whilst whenever whereas where wherever whether except although assuming since")
JOINTS |= word_set("nor yet or but cause cos cuz bc before after as if when then so and because provided")
ADVERBIAL = word_set("about from over via w b without into onto through during under near re like across by")
ADVERBIAL |= word_set("regarding concerning depending along together outside inside")
"""Prepositions that begin another part of the clause; before a figure they may go on counting."""
AUXILIARIES = word_set("is isn't isnt works work suits should shouldn't would wouldn't wont won't will could can")
AUXILIARIES |= word_set("can't cant might may does doesn't doesnt do don't dont did sounds seems fits")
GOES_ON = AFTER_HOUR | PRONOUNS | DETERMINERS | CHATTER | JOINTS | ADVERBIAL | frozenset(RELATIVE_DAYS)
"""What may follow a bare hour that was asked for."""
AFTER_A_DATE = AFTER_A_DAY | GOES_ON
"""What may follow the number of a day."""
AFTER_GIVEN = STOPS | PRONOUNS | CHATTER | word_set("and to max tops then so or but once unless if")
"""What may follow what one is given: "gimme 30m ok?"."""
PAST = word_set("said told left sent met made found knew thought heard felt wrote rang ran kept was were had did")
PAST |= word_set("broke went got came began saw gave took")
NO_PAST = word_set("need feed speed proceed exceed succeed embed")
"""“After 11 it broke” is told, often of a version, and nothing is due then."""
PLACES = word_set("the my our your his her their person")
"""Behind "at 4 in"."""
SOLD_BY = word_set("most max hour dozen piece pound kilo ton gallon litre liter unit seat user head person month")
SOLD_BY |= word_set("year")
"""“At 10 the dozen”."""
ASKS_PLAINLY = word_set("at by before until till til @ after around than")
"""Behind "from" and "between" a number is a count as often as an hour."""
ACTS = word_set("will has is was can could should would might must does")
DOES = word_set("sends calls gets gives tells writes brings takes makes wants needs goes comes joins ships delivers")
DOES |= word_set("signs pays checks reviews replies answers rings emails mails pings posts updates fixes closes")
DOES |= word_set("confirms shows")
ACTED_ON = word_set("it them me us her him you this that the back to with")
UNITS_IN_CAPITALS = word_set("gb mb kb tb gib mib kib ghz mhz khz hz mbps gbps kbps mbit gbit kw kwh mw gw db dbi mv")
UNITS_IN_CAPITALS |= word_set("ma mm cm km kg lb lbs usd eur gbp chf inr aud cad dollar dollars euro euros percent")
UNITS_IN_CAPITALS |= word_set("degrees volt volts watt watts v w c f k m b g")
GROWN_BY = word_set("grew grow grows grown growing increase increased increases increasing decrease decreased")
GROWN_BY |= word_set("decreases divide divided divides multiply multiplied multiplies rose rise risen rises fell")
GROWN_BY |= word_set("fallen dropped reduce reduced reduces bump bumped shrunk shrank lowered lower increment")
GROWN_BY |= word_set("incremented decrement scale scaled exceeded won lost beat short outnumbered outvoted divisible")
"""“Increased by 4”."""
IS_OFF = word_set("is was are were be been it's that's i'm we're they're you're")
"""“We're off by 2”, but “drop it off by 2”."""
MEASURED_AT = word_set("capped cap priced price prices rated valued stuck limited sold sell sells selling remains")
MEASURED_AT |= word_set("stands averages averaging peaked peaks maxed clocked stabilized stabilised maxes hovers")
MEASURED_AT |= word_set("hovering pegged listed trading traded trades")
"""“Capped at 5”."""

BEGINS_A_CLAUSE = STOPS | word_set(
    "but and so because cause cuz bc well honestly yeah look or though as since \u2014 \u2026 ("
)
OPINED_OF = word_set("it that this these those there he she they you we everyone everybody its thats theyre youre")
OPINED_OF |= word_set("hes shes")
OPINED_BY = word_set("what who whatever whoever nobody nothing people everything only")
"""“At the end of the day what counts is …” needs no verb to be an opinion."""
OPINION_VERBS = word_set("is isn't was wasn't are aren't were matters depends boils comes all just really only")
OPINION_VERBS |= word_set("doesn't don't does has have makes seems can't cannot must should need needs want wants")
OPINION_VERBS |= word_set("know knows care cares decide decides pay pays think believe both still always never")
MOVED = word_set("moved move moves moving pushed push postponed postpone shifted shift extended extend delayed")
MOVED |= word_set("rescheduled")
"""“Pushed to the 5th” names a day, “up to the 5th” none."""
OWN_OPINIONS = word_set("think believe guess feel reckon suppose know don't just care")
"""“At the end of the day I think”."""
EVENTS = word_set("call meeting demo deadline sync standup slot lunch session webinar review interview flight train")
EVENTS |= word_set("delivery pickup kickoff appointment catchup checkin cutoff chat zoom huddle briefing debrief")
"""“Noon call with Ana” is at noon."""
TIME_VERBS = word_set("starts ends begins passes comes goes happens means gives makes looks feels onwards onward")
TIME_VERBS |= word_set("always sharp ours yours theirs hours mins minutes suits lunchtime plus was has had were gmt")
TIME_VERBS |= word_set("time times")
NEVER_NOUNS = GOES_ON | AFTER_A_DAY | AUXILIARIES | TIME_VERBS | TONIGHTS | THIS | NEXT | COMING | frozenset(ZONES)
"""Behind a clock time these leave it one."""
