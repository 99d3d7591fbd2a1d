"""Machine talk: what build, alert and calendar bots write, logs, code, stack traces. No customer speaks there."""

from __future__ import annotations

import re

from bot.understanding.patterns import regex

_MACHINE_APPS = regex(
    r"(?i)\b(?:git ?hub|git ?lab|bitbucket|jenkins|circle ?ci|travis|build ?kite|argo ?cd|team ?city"
    r"|bamboo|drone|code ?cov|sonar\w*|dependabot|renovate|snyk|sentry"
    r"|pager ?duty|ops ?genie|victor ?ops|data ?dog|new ?relic|grafana|prometheus|alert ?manager"
    r"|nagios|pingdom|uptime ?robot|status ?page|cloud ?watch|aws|azure(?: devops)?"
    r"|jira|confluence|asana|trello|linear|notion|monday\.com|clickup|calendar|google drive|dropbox"
    r"|zoom|meet|calendly|geekbot|standup\w*|standuply|donut|polly"
    r"|heroku|vercel|netlify|terraform|kubernetes|deploy\w*|ci|cd|build ?bot|reminder|workflow builder"
    r"|slackbot|pull ?panda|figma|loom|1password)\b"
)
_VOICE_APPS = regex(
    r"(?i)\b(?:review\w*|app ?bot|app ?figures|app ?follow|trust ?pilot|zendesk|intercom|fresh ?desk"
    r"|help ?scout|front|gorgias|kustomer|typeform|survey\w*|nps|delighted"
    r"|feedback|canny|user ?voice|mention|brand ?watch|hoot ?suite|sprout|twitter|tweet\w*"
    r"|complaint\w*|customer\w*|support|inbox|mail|email|contact|form|chat|drift|crisp|tidio)\b"
)
_SHAPES = regex(
    r"(?ix)"
    r"\b(?:build|deploy(?:ment)?|pipeline|workflow|job|release|rollback|migration|backup|cron"
    r"|healthcheck|health\ check|test\ suite|check\ run)\b\s*(?:\#?\d+|`[^`]*`|of\b[^.]{0,40}"
    r"|for\b[^.]{0,40}|to\b[^.]{0,40}|[\w\-/]{1,40}){0,2}\s*"
    r"(?:\b(?:has|was|is)\b\s*)?\b(?:passed|failed|succeeded|started|finished|completed|cancel+ed"
    r"|succeeds|fixed|broken|queued|in\ progress|successful(?:ly)?)\b"
    r"|\bpull\ request\b|\bmerge\ request\b|\bPR\s*\#\d+|\b(?:pushed|opened|closed|merged|committed"
    r"|approved|assigned|commented\ on|created\ issue|transitioned|reviewed"
    r"|force-pushed)\b.{0,60}(?:\#\d+|\bbranch\b|\bcommits?\b|\b[A-Z]{2,8}-\d+)"
    r"|\[(?:FIRING|RESOLVED|ALERT|OK|CRITICAL|WARNING|TRIGGERED|ERROR|INFO)(?::\d+)?\]|\b(?:alert"
    r"|incident|monitor|alarm)\b.{0,60}\b(?:triggered|firing|resolved|acknowledged|recovered"
    r"|escalated)\b"
    r"|\b(?:cpu|memory|disk|latency|error\ rate|p9[59]|queue\ depth|uptime|http\ 5\d\d)\b.{0,40}(?:>|<"
    r"|above|below|exceed\w*|\d+\s?(?:%|ms))"
    r"|\b(?:your\ (?:next\ )?meeting|event\ (?:starting|starts)|starts\ in\ \d+\ min\w*|invit(?:ed"
    r"|ation)\ (?:you\ )?to|accepted\ your\ invitation|has\ been\ (?:scheduled|rescheduled"
    r"|updated)\ (?:for|to)\ \w+day)\b"
    r"|\b(?:daily\ )?stand-?up\b|\bwhat\ did\ you\ (?:do|work\ on)\ yesterday\b"
    r"|\bwhat\ will\ you\ do\ today\b|\bblockers\b|\bwaiting\ for\ review\b"
    r"|\b(?:reminder:|scheduled\ maintenance|is\ now\ (?:live|online|down)\ on\ (?:staging|production)"
    r"|deployed\ (?:to|by)|to\ (?:staging|production)\b.{0,30}\b(?:succeeded|failed|complete\w*))"
)
_CODE = regex(
    r"Traceback \(most recent call last\)|^[ \t]+at [\w.$<>]+\([\w.:\s]*\)|\b(?:Null\w*|\w+Exception"
    r"|\w+Error): |^[ \t]*(?:def|class|import|from|func|public|private|const|let|var|return"
    r"|if \()\b.*[:;{(]\s*$"
    r"|^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+(?:\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\b)"
    r"|^[ \t]*(?:INFO|WARN(?:ING)?|ERROR|DEBUG)\b[\s:\]]|\bexit (?:code|status) \d+|^\$ \w+"
    r"|^[ \t]*[{}\[\]]\s*$|</?\w+>|\b0x[0-9a-f]{4,}\b"
    r"|^[ \t]*(?:git|npm|yarn|pip3?|docker|kubectl|curl|sudo|make|cd|ssh|psql|brew|apt(?:-get)?) [\w./-]+"
    r"|^\w{3} +\d+ \d\d:\d\d:\d\d \S+ |\b(?:GET|POST|PUT|DELETE) /\S+ |\b\d{1,3}(?:\.\d{1,3}){3}:\d+\b"
    r"|=>|;\s*$|^[ \t]*\w+\s*=\s*\S+\s*$|^[+-]{3} [ab]/|^@@ ",
    re.MULTILINE,
)
_AUTOMATED_SENDER = regex(
    r"(?i)\b(?:no-?reply|do-?not-?reply|noreply|donotreply|mailer-daemon|postmaster|notifications?"
    r"|alerts?|calendar(?:-notification)?|updates?|automated|bounces?|newsletter|digest|receipts?"
    r"|billing-noreply|jira|github|gitlab|confluence|sentry|pagerduty)\b[^\s<>]*@"
)
_AUTOMATED_SUBJECT = regex(
    r"(?i)^\s*(?:(?:re|fwd?|fw|wg|tr):\s*)*(?:invitation:|updated invitation|accepted:|declined:"
    r"|tentative:|cancel+ed(?: event)?:|automatic reply|auto(?:matic)?[- ]?(?:reply|response)"
    r"|out of office|undeliverable|delivery status|mail delivery|\[?jira\]?|\[github\]|your (?:invoice"
    r"|receipt|order confirmation|verification code)|password reset|meeting reminder|reminder:"
    r"|build (?:failed|passed)|newsletter)"
)
_CALENDAR_TEXT = regex(
    r"(?i)BEGIN:VCALENDAR|has invited you to the following event|join zoom meeting"
    r"|view on google calendar|this is an automated (?:message|email|notification)"
    r"|do not reply to this (?:e-?mail|message)|unsubscribe from these (?:emails|notifications)"
)


def is_machine_app(app_name: str) -> bool:
    """Whether an integration with this name reports on machines and calendars rather than customers."""
    return bool(_MACHINE_APPS.search(app_name)) and not _VOICE_APPS.search(app_name)


def is_machine_talk(text: str) -> bool:
    """Whether a text that an app posted has the shape of a build, an alert, a pull request or a calendar entry."""
    head = text[:600]
    match = _SHAPES.search(head)
    if match is None:
        return looks_like_code(head)
    return not _TALKS_OF_MONEY_OR_SELF.search(text[:2000])


_TALKS_OF_MONEY_OR_SELF = regex(
    r"(?i)\b(?:i|i'm|i've|my|mine|me)\b.*\b(?:i|my|me|we|our|us)\b|\b(?:i|i've|we|they|my"
    r"|our)\b.{0,200}\b(?:account|refund|order|charged|paid|bank|company|bought|told|called"
    r"|complain\w*|disappointed|customer service)\b",
    re.DOTALL,
)


def looks_like_code(text: str) -> bool:
    """Code, logs or a stack trace: a good part of the lines, or of the characters, is no prose."""
    lines = [line for line in text.split("\n") if line.strip()][:60]
    if not lines:
        return False
    coded = sum(1 for line in lines if _CODE.search(line))
    if coded * 2 >= len(lines):
        return True
    symbols = sum(1 for c in text if c in "{}[]<>=;|\\/_$#@*+^~`")
    return symbols * 8 > len(text)


def is_automated_mail(sender: str, subject: str, text: str) -> bool:
    """A mail that no person wrote: calendars, no-reply notifications, bounces."""
    return bool(
        _AUTOMATED_SENDER.search(sender) or _AUTOMATED_SUBJECT.search(subject) or _CALENDAR_TEXT.search(text[:2000])
    )
