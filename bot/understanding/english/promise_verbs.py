"""The verbs of promises, by what they say when they follow "I will"."""

from __future__ import annotations

from bot.understanding.patterns import word_set

STATES = word_set(
    "be need have want like love hate miss understand know think believe see guess bet assume admit "
    "remember agree hope wonder wish prefer appreciate enjoy"
    " regret never not always forget feel depend seem happen expect suffer lose die cry laugh "
    "suppose own earn stay remain sit sleep wait live pass leave"
    " the a an my bed lunch dinner sneeze scream regret freeze survive starve school"
    " disagree second sue"
    " let say allow mean stand vote imagine doubt notice hear become count skip eat drink rest relax "
    "marvel probably be-able"
)
"""After "I will" these say how things are, not what one does ("I'll need", "I'll see", "I'll be there")."""
ACT_VERBS = word_set(
    "send call email e-mail mail message text ping write reply respond answer get give let follow "
    "forward share check look investigate dig find ask talk speak"
    " discuss chat confirm verify update inform notify keep tell show explain fix patch resolve sort "
    "solve handle take ship refund credit issue replace return"
    " process file open raise escalate chase track schedule book arrange set organise organize "
    "prepare draft put post publish submit provide deliver bring drop"
    " pick come meet join attend visit drive swing walk review read go work make do finish complete "
    "wrap start begin circle reach touch contact connect loop cc"
    " copy introduce offer extend cancel close reopen merge push deploy release roll run test "
    "reproduce debug add remove change create build pull print sign"
    " fill pay transfer order invoice bill charge waive adjust correct edit rewrite translate figure "
    "reset unlock restore enable disable cover own lead help"
    " support reassure apologise apologize thank clarify have be see try continue stop move use "
    "carry present draw note record type list sum hand save turn ring"
    " dm prioritise prioritize compile collect gather pass attach upload pursue inject nudge remind "
    "liaise dial switch jump sit bug poke relay route assign fetch"
    " phone report action reissue rebook resend reword recheck whitelist unblock rerun finalise finalize"
    " summarise summarize relay"
    " leave credit compensate repair mend deal respond relocate"
    " amend circulate flip knock reimburse approve authorize authorise reserve apply shoot pop fax courier dispatch"
    " expedite merge revert sync suggest invite hop undertake inspect"
)
"""What people commit to. Other verbs after "I will" count too, but less."""
OWN_MATTERS = word_set(
    "try restart reboot reinstall install boot stick hold google paste burn buy eat use install upgrade rename rebase"
    " refactor rewrite recompile compile squash bump drop swap switch split tag commit branch downgrade purge format"
    " mount unplug plug uninstall configure backup"
)
"""What people do for themselves; without a moment or another person it is no promise to anyone."""
LOOKING_VERBS = word_set(
    "look check double-check read try test see investigate dig review explore study google search poke figure reproduce"
    " debug find"
)
"""These end with knowing, not yet with something for someone."""
MEETING_VERBS = word_set(
    "go get have make do come start begin continue move use talk discuss look see say work think put "
    "run draw keep read show finish stop try take add find"
    " give let be set meet sit turn carry"
)
"""After "we will" these are often plans of a meeting ("we'll start with the logo")."""
VERB_KINDS = (("own", OWN_MATTERS), ("look", LOOKING_VERBS), ("act", ACT_VERBS))
LET_ME_OTHERS = word_set(
    "know known tell be explain remind rephrase clarify guess have say in out off through alone decide introduce think"
    " sleep finish by"
)
SIMPLE_NOT = word_set(
    "have be see work get try have do want like use keep own lead sit stop go come open close meet start begin"
)
TOLD_TO = (ACT_VERBS | word_set("try go take put look use click run install press turn keep stop start wait come")) - {
    "let",
    "leave",
    "show",
    "have",
}
"""What others are told to do where a sentence begins with it; "let me" and "leave it" are said of oneself."""
ASKED_OF_OTHERS = TOLD_TO | word_set("vote comment choose shout ping sign join register rsvp tick")
