"""Verbs that tell of the past, and words of what always happens: a day or an hour beside them is not due."""

from __future__ import annotations

from bot.understanding.patterns import word_set

HAPPENED = word_set("went came began broke drew won lost met left sent slept fell ran flew drove wrote ate spoke rang")
HAPPENED |= word_set("hung woke caught threw built sold rode swam sang sat stood spent shot grew blew froze rose sank")
HAPPENED |= word_set("stole tore bit stung slid swung sprang")
HAPPENED |= word_set("fought forgot bought paid taught swept drank played called phoned arrived crashed died lasted")
HAPPENED |= word_set("happened failed landed departed texted emailed rained snowed collapsed exploded resigned retired")
HAPPENED |= word_set("graduated stayed waited worked talked visited watched danced")
"""“The boss left on Friday”; none that also says what is to be done with a thing (“office closed on Friday”)."""
LASTED = word_set("lasted slept stayed waited worked talked danced partied ran went sat stood rained snowed played")
LASTED |= word_set("dragged drank continued spoke chatted argued watched studied fought sang")
"""“I slept until noon”; what was closed until six may still be."""
PLANNED = word_set("wanted needed asked requested agreed promised planned scheduled booked moved postponed pushed")
PLANNED |= word_set("expected required hoped committed confirmed decided offered proposed suggested pencilled penciled")
PLANNED |= word_set("reserved rescheduled shifted delayed extended invited ordered aimed targeted intended wished")
PLANNED |= word_set("preferred demanded mentioned closed blocked cancelled canceled arranged fixed organised organized")
PLANNED |= word_set("announced estimated assigned tasked ensured signed allowed granted listed supposed used liked")
PLANNED |= word_set("loved settled insisted counted voted landed opened noticed learned heard registered added put")
PLANNED |= word_set("checked figured realised realized remembered guessed assumed relied based focused worked started")
"""“We agreed on Friday”: what was planned may be still to come."""
NO_VERBS = word_set("need feed speed proceed exceed succeed embed bed red shed hundred weed seed indeed united")
SUBJECTS = word_set("i we he she they it you who someone somebody everyone everybody nobody")
NO_SUBJECTS = SUBJECTS | word_set("me him us them my your our what which that this these those there anything")
NO_SUBJECTS |= word_set("anyone anybody whatever whoever something nothing one more much many enough any all")
NO_SUBJECTS |= word_set("if unless until to not never be been being is are was were am have has had having get gets")
NO_SUBJECTS |= word_set("getting got will would shall should can could must may might do does did let lets let's")
NO_SUBJECTS |= word_set("need needs want wants please see when by with of for in on at from than as and or")
"""What is no part of a noun that acts: “what is left”, “to be met”."""
SUPPOSED = word_set("if unless whatever whoever whichever wish suppose supposing until")
"""“If I met you on Friday”."""
BETWEEN_SUBJECT_AND_VERB = word_set("just already only finally also all both really never actually even")
GOES_NO_FURTHER = word_set("to that if will would is are has have can could should must may and but so for because")
GOES_NO_FURTHER |= word_set("there i'll we'll when then or the's about which who")
"""A verb ahead of these tells nothing of the moment behind them: “they called to say it comes on Friday”."""
AFTER_TOLD = word_set("and but so because when after for with as since again already though while (")
AFTER_TOLD |= word_set("about regarding from near instead of")
SCORES = word_set("won win wins winning lost lose loses losing beat beats beaten drew draw draws drawn tied scored")
SCORES |= word_set("trailing leading led trailed finished ended")
"""“We lost 2-1 on Friday”: what stands behind is no hour."""
SHIFTS = word_set("shift shifts")
AS_A_RULE: tuple[tuple[str, ...], ...] = (
    ("as", "a", "rule"), ("by", "default"), ("most", "days"), ("most", "nights"), ("on", "school", "nights"),
    ("on", "most", "days"), ("on", "weeknights"), ("on", "weekdays"), ("on", "weekends"), ("on", "workdays"),
    ("on", "work", "days"), ("at", "weekends"), ("on", "working", "days"),
)  # fmt: skip
"""“It closes at 11 on weeknights”."""
NO_MORE = word_set("late gone full taken cancelled canceled off over delayed packed busy booked done always never")
"""“The 3pm slot is gone”, “the 5pm crowd is always late”."""
