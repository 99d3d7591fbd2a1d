"""The names of buttons, forms and shortcuts: written by messages, listened to by handlers.

A button's value is the id of what it acts on, unless a comment says otherwise.
"""

# On the card; value: mention id.
CLAIM = "card_claim"
BRING_IN = "card_bring_in"
ANSWERED = "card_answered"
DISMISS = "card_dismiss"
UNDO_DISMISS = "card_undo_dismiss"
UNDO_ANSWERED = "card_undo_answered"
RELEASE = "card_release"
PART = "card_part"
WRITE = "card_write"
ANSWER_FOR = "card_answer_for"  # value: "mention id|department id"; several in a card: see `numbered`
NAME_SOMEONE = "card_name_someone"  # value: "mention id|department id"
WRONG_DEPARTMENT = "card_wrong_department"
CONCERNED = "card_concerned"  # value: "mention id|department id": takes back that it is not concerned
MORE = "card_more"  # a menu; values: one of the next two, "|", mention id
MORE_WAITS, MORE_CHECK = "waits", "check"
CREDIT = "praise_credit"
QUOTE = "praise_quote"
QUOTE_YES = "praise_quote_yes"
QUOTE_NO = "praise_quote_no"
QUOTE_TAKE_BACK = "praise_quote_take_back"
FIX = "cause_fix"  # value: cause id; so are UNFIX, FIX_YES and FIX_NO
UNFIX = "cause_unfix"
NOT_THE_SAME = "sighting_not_the_same"  # value: sighting id

# On the private offer of a promise; value: promise id.
TRACK = "offer_track"
CHANGE_DATE = "offer_change_date"
NOT_A_PROMISE = "offer_not_a_promise"
NEVER_OFFER = "offer_never"

# On the private offer of a mention; value: "channel|ts".
SHARE_IT = "share_it"
NOT_NOW = "share_not_now"
NEVER_ASK = "share_never_ask"
SHARE_WORDS = "words_share"  # in a direct message: opens the form with them

# On nudges and in `/ours mine`; value: promise id (claim, mute and unmute of a mention: mention id).
DONE = "nudge_done"
TOMORROW = "nudge_tomorrow"
MONDAY = "nudge_monday"
MOVE = "nudge_move"
HAND_OVER = "nudge_hand_over"
KEEP_MYSELF = "promise_keep_myself"
WITHDRAW = "nudge_withdraw"
AT_RISK = "nudge_at_risk"
ON_TRACK = "nudge_on_track"
MUTE = "nudge_mute"
UNMUTE = "nudge_unmute"
REOPEN = "nudge_reopen"
MUTE_MENTION = "nudge_mute_mention"
UNMUTE_MENTION = "nudge_unmute_mention"

# On a nudge that something is fixed, or whether it lasted, and on the question whether it is fixed; value: mention id.
FIX_YES = "fixed_yes"
FIX_NO = "fixed_no"
FIX_PROMISE = "fixed_promise"
FIX_TOLD = "fixed_told"
FIX_NOT_TOLD = "fixed_not_told"
CHECK_WELL = "check_back_well"
CHECK_NOT = "check_back_not"
CHECK_WRITE = "check_back_write"

# On an escalation; value: promise id.
HEAD_TAKES = "escalation_take"
HEAD_MUTES = "escalation_mute"
HEAD_UNMUTES = "escalation_unmute"

# On a hand-off; value: hand-off id.
TAKE = "hand_off_take"
CANT = "hand_off_cant"

# On a request for a promise; value: promise id (the first: mention id).
ASK_PROMISE = "card_ask_promise"
REQUEST_PROMISE = "request_promise"
REQUEST_COUNTER = "request_counter"
REQUEST_CANT = "request_cant"
REQUEST_RECONSIDER = "request_reconsider"
REQUEST_FINE = "request_fine"
REQUEST_TAKE_BACK = "request_take_back"
REQUEST_AGAIN = "request_again"

# On what may show that a promise was kept; value: evidence id.
EVIDENCE_YES = "evidence_yes"
EVIDENCE_NO = "evidence_no"

# On a promise whose message was edited; value: promise id.
EDIT_MOVE = "edit_move"
EDIT_LEAVE = "edit_leave"

# The whole history; value: "promise|id" or "mention|id", of a page with "|number" behind.
HISTORY = "promise_history"
HISTORY_PAGE = "history_page"

# On the proposal of a rule and in `/ours rules`; value: rule id.
RULE_YES = "rule_yes"
RULE_NO = "rule_no"
RULE_REMOVE = "rule_remove"
LEARNING = "rules_learning"  # value: "propose", "at_once" or "off"; several in a message: see `numbered`

# On the offer of a lead; value: its id.
LEAD = "lead_take"
CANT_LEAD = "lead_cant"

# To whoever shared a mention that is closed; value: mention id.
HEARD_BACK = "ended_heard_back"
NOT_YET = "ended_not_yet"

# On a customer's page; value: customer id.
ADD_CUSTOMER = "customer_add"  # value: the name
REMOVE_CUSTOMER = "customer_remove"
OWN_CUSTOMER = "customer_own"
DISOWN_CUSTOMER = "customer_disown"
EDIT_CUSTOMER = "customer_edit"
MERGE_CUSTOMER = "customer_merge"
SPLIT_CUSTOMER = "customer_split"  # value: the duplicate's id; several on a page: see `numbered`
CUSTOMER_EARLIER = "customer_earlier"  # value: "customer id|page"
CUSTOMER_LATER = "customer_later"  # value: "customer id|page"

# On somebody's Home.
HOME_PAGE = "home_page"  # value: "section|page"; several: see `numbered`
HOME_SETTINGS = "home_settings"
PRIVACY = "privacy"
HOME_SETUP = "home_setup"
HOME_SHARE = "home_share"
HOME_PROMISE = "home_promise"
HOME_BACK = "home_back"  # their days off end
# In the setup; value: the section's key, or of a department or a channel its id.
SETUP_OPEN = "setup_open"  # in a message: opens it
SETUP_SECTION = "setup_section"  # several in a form: see `numbered`
DEPARTMENTS_PAGE = "setup_departments_page"  # value: "archive or not|page"; several in a form
DEPARTMENT_ADD = "setup_department_add"
DEPARTMENT_EDIT = "setup_department_edit"  # several in a form
DEPARTMENT_ARCHIVE = "setup_department_archive"
DEPARTMENT_RESTORE = "setup_department_restore"  # several in a form
GROUPS_OPEN = "setup_groups"
GROUPS_PAGE = "setup_groups_page"  # value: page; several in a form
CHANNEL_READING = "setup_channel_mode"  # static_select of modes, "id|mode"; several in a form
CHANNELS_PAGE = "setup_channels_page"  # value: page; several in a form
EXPORT = "setup_export"

# Elsewhere.
OFFERS_ON = "offers_on"  # in `/ours mine`, when reading of promises is off for this person

# Forms: callback ids.
FORM_CHANGE_DATE = "form_change_date"
FORM_MOVE = "form_move"
FORM_WITHDRAW = "form_withdraw"
FORM_HAND_OVER = "form_hand_over"
FORM_ASK_PROMISE = "form_ask_promise"  # about: "mention id", or "channel|ts|thread|author" of a message
FORM_AT_RISK = "form_at_risk"
FORM_COUNTER = "form_counter"
FORM_BRING_IN = "form_bring_in"
FORM_WRONG_DEPARTMENT = "form_wrong_department"
FORM_NAME_SOMEONE = "form_name_someone"
FORM_PART = "form_part"
FORM_ANSWER = "form_answer"
FORM_WAITS_FOR = "form_waits_for"
FORM_CREDIT = "form_credit"
FORM_CHECK_BACK = "form_check_back"
FORM_SETUP = "form_setup"
FORM_INTAKE = "form_intake"
FORM_PROMISE = "form_promise"
FORM_SETTINGS = "form_settings"
FORM_DEPARTMENT = "form_department"
FORM_SECTION = "form_section"  # about: see `handlers.setup.About`; so are the next
FORM_NEW_DEPARTMENT = "form_new_department"
FORM_GROUPS = "form_groups"
FORM_CHANNELS = "form_channels"
FORM_IMPORT = "form_import"
FORM_IMPORT_SURE = "form_import_sure"
FORM_CUSTOMER = "form_customer"
FORM_MERGE = "form_merge"

# Inputs of forms: block id and action id are the same word.
INPUT_MOMENT = "moment"  # datetimepicker
INPUT_REASON = "reason"  # plain text
INPUT_WORDS = "words"  # plain text
INPUT_PERSON = "person"  # users_select
INPUT_NOTE = "note"  # plain text
INPUT_DONE = "done"  # radio_buttons: on_it, done
INPUT_LEAD = "lead"  # users_select
INPUT_ANSWER = "answer"  # plain text
INPUT_SENT = "sent"  # checkboxes: one option "on"
INPUT_POST = "post"  # checkboxes: one option "on": the bot posts the answer where the customer reads
INPUT_GUIDELINES = "guidelines"  # plain text
INPUT_NO_LEAD = "no_lead"  # checkboxes: one option "on": the offer of the lead is taken back
INPUT_CAUSE = "cause"  # plain text
INPUT_NO_WAIT = "no_wait"  # checkboxes: one option "on"
INPUT_CHECK_BACK = "check_back"  # radio_buttons: 7, 14, 30
INPUT_NO_CHECK_BACK = "no_check_back"  # checkboxes: one option "on"
INPUT_DEPARTMENT = "department"  # static_select of department ids
INPUT_TAKE_BACK = "take_back"  # static_select of ids of departments that were brought in
INPUT_WRONG = "wrong"  # static_select of ids of tagged departments
INPUT_DIGEST_CHANNEL = "digest_channel"  # channels_select
INPUT_CHANNEL_MODE = "channel_mode"  # radio_buttons: careful, eager, off
INPUT_CHANNEL_PROMISES = "channel_promises"  # checkboxes: one option "on"
INPUT_CHANNEL_REMINDERS = "channel_reminders"  # checkboxes: one option "on"
INPUT_CHANNEL_INTAKE = "channel_intake"  # checkboxes: one option "on"
INPUT_OWN_PROMISES = "own_promises"  # checkboxes: one option "on"
INPUT_OWN_SHARES = "own_shares"  # checkboxes: one option "on"
INPUT_FROM = "work_from"  # timepicker; so is the next, and the two of quiet hours
INPUT_UNTIL = "work_until"
INPUT_DAYS = "work_days"  # checkboxes: "0" is Monday
INPUT_HOUSE_HOURS = "house_hours"  # checkboxes: one option "on": back to the house's hours
INPUT_QUIET_FROM = "quiet_from"
INPUT_QUIET_UNTIL = "quiet_until"
INPUT_NO_QUIET = "no_quiet"  # checkboxes: one option "on"
INPUT_OFF_FROM = "off_from"  # datepicker; so is the next
INPUT_OFF_UNTIL = "off_until"
INPUT_OFF = "off"  # checkboxes: the spans of days off that stay, as "first/last"
INPUT_RHYTHM = "rhythm"  # radio_buttons: merged, each, daily
INPUT_EVIDENCE = "evidence"  # checkboxes: one option "on"
INPUT_ZONE = "zone"  # plain text, IANA name
INPUT_START = "work_start"  # timepicker
INPUT_END = "work_end"  # timepicker
INPUT_HOUSE_DAYS = "house_days"  # checkboxes: "0" (Monday) to "6"
INPUT_HOLIDAYS = "holidays"  # external_select of calendars
INPUT_DIGEST_DAY = "digest_day"  # static_select: "0" (Monday) to "6"
INPUT_DIGEST_AT = "digest_at"  # timepicker
INPUT_LEARNING = "learning"  # radio_buttons: propose, at_once, off
INPUT_ADMINS = "admins"  # multi_users_select
INPUT_GUIDES = "guides"  # checkboxes: one option "on"
INPUT_DESCRIPTION = "description"  # plain text
INPUT_KNOWN_BY = "known_by"  # plain text, words with commas or in lines
INPUT_PEOPLE = "people"  # multi_users_select
INPUT_GROUPS = "groups"  # checkboxes of user groups, ten an input: see `numbered`
INPUT_WATCH = "watch"  # multi_channels_select
INPUT_WATCH_MODE = "watch_mode"  # radio_buttons: careful, eager
INPUT_FILE = "file"  # file_input
INPUT_KEEP = "keep"  # checkboxes: one option "on": an export before an import
INPUT_TOML = "toml"  # plain text
INPUT_MENTION_EMOJI = "mention_emoji"  # plain text: names of emoji
INPUT_SAID = "said"  # plain text: a customer's words
INPUT_WHO = "who"  # plain text
INPUT_LINK = "link"  # url_text_input
INPUT_WHERE = "where"  # conversations_select
INPUT_HEAD = "head"  # users_select
INPUT_DUTY = "on_duty"  # multi_users_select
INPUT_CHANNEL_OF = "department_channel"  # channels_select
INPUT_GROUP = "group"  # static_select of user groups; left out where the workspace has none
INPUT_NAME = "name"  # plain text
INPUT_ALIASES = "aliases"  # plain text, one a line; so are the next two
INPUT_DOMAINS = "domains"
INPUT_HANDLES = "handles"
INPUT_TIER = "tier"  # static_select of the tiers of the settings
INPUT_HOME = "home_department"  # static_select of department ids
INPUT_OWNER = "owners"  # users_select
INPUT_DISOWN = "disown"  # static_select of owners' ids
INPUT_DUPLICATE = "duplicate"  # plain text: a name, a domain or a handle

# Message shortcuts: callback ids, as in manifest.json.
SHORTCUT_MENTION = "customer_mention"
SHORTCUT_PROMISE = "track_promise"

# Global shortcuts: the same.
SHORTCUT_SHARE = "share_words"
SHORTCUT_PROMISE_NEW = "promise_something"


def numbered(action: str, number: int | None) -> str:
    """Action ids must differ inside one message: the base name, a dot and a number; the bare name where it is alone.
    Handlers match by prefix.
    """
    return action if number is None else f"{action}.{number}"
