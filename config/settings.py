"""Every environment variable, typed, with its default and its meaning.

`load()` is called once, at the start; what it returns is passed in wherever it is needed.
The variables are read from the environment and from a file `.env`; the environment wins.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from config import parsing
from config.errors import ConfigError

PACKAGED_DEPARTMENTS = Path(__file__).with_name("departments.toml")
PACKAGED_MANIFEST = Path(__file__).with_name("manifest.json")
TITLE = "Some settings need mending (environment or .env):"
NOT_CONNECTED = (
    "is missing, so the bot cannot reach Slack. Make an app from manifest.json at https://api.slack.com/apps, install "
    "it, and set this to its Bot User OAuth Token (page OAuth & Permissions; it starts with xoxb-)."
)
NO_TRANSPORT = (
    "is missing, and so is SLACK_SIGNING_SECRET: one of them is needed. For Socket Mode (no public address) set this "
    "to an App-Level Token with connections:write (page Basic Information; it starts with xapp-). For HTTP set "
    "SLACK_SIGNING_SECRET (same page)."
)
SHORTEST_SECRET = 32
SECRET_TOO_SHORT = (
    f"must have at least {SHORTEST_SECRET} characters, so that nobody guesses it. Make one with: "
    'python -c "import secrets; print(secrets.token_urlsafe(32))"'
)
WORK_ENDS_FIRST = "must be later than WORK_START; working hours lie within one day."


def written(parse: Callable[[str], object]) -> BeforeValidator:
    """Read text with `parse`; a value that is passed in from code is typed already."""
    return BeforeValidator(lambda value: parse(value) if isinstance(value, str) else value)


class Settings(BaseSettings):
    """What an operator sets. Values passed in take the place of the environment and of `.env` altogether."""

    needs_slack: ClassVar[bool] = True

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    slack_bot_token: SecretStr | None = Field(
        default=None,
        description="The app's Bot User OAuth Token, from the page OAuth & Permissions. Starts with xoxb-.",
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None,
        description="HTTP only: the app's Signing Secret, from the page Basic Information. Proves that a request "
        "comes from Slack.",
    )
    slack_app_token: SecretStr | None = Field(
        default=None,
        description="Socket Mode: an App-Level Token with the scope connections:write, from the page Basic "
        "Information. Starts with xapp-. When it is set the bot calls Slack, and needs no public address; "
        "otherwise Slack calls the bot over HTTP.",
    )
    slack_api_url: Annotated[str, written(parsing.parse_address)] = Field(
        default="https://slack.com/api/",
        description="Where Slack's Web API is. Only a playground changes it.",
    )
    clock_url: Annotated[str, written(parsing.parse_address)] | None = Field(
        default=None,
        description="A playground whose clock to follow. Without it the bot's time is the machine's.",
    )
    database_url: Annotated[str, written(parsing.parse_database)] = Field(
        default="sqlite:///ours.db",
        repr=False,
        description="Where the bot remembers: a SQLite file, or PostgreSQL (postgresql://user:password@host/name), "
        "which several processes can share.",
    )
    api_secret: SecretStr | None = Field(
        default=None,
        description="Switches on PUT /api/customers and POST /hooks/mentions, and signs their tokens (python -m bot "
        "token): a long random text. "
        "Another one ends all tokens. With Socket Mode, too, HOST and PORT are then listened on.",
    )
    events_url: Annotated[str, written(parsing.parse_events_url)] | None = Field(
        default=None,
        description="Where each entry of the ledger is told to another program, signed (docs/webhooks.md): an address "
        "with https, or http on this machine. Needs EVENTS_SECRET.",
    )
    events_secret: SecretStr | None = Field(
        default=None, description="Signs what is told at EVENTS_URL: a long random text that the other program knows."
    )
    events: Annotated[Literal["open", "all"], written(parsing.parse_events)] = Field(
        default="open",
        description="Which entries are told at EVENTS_URL: open (what any teammate could know of customers, mentions "
        "and promises), or all (each entry, also of private channels, personal ones, and of the setup). By ids in "
        "either case.",
    )
    host: str = Field(
        default="127.0.0.1",
        description="HTTP only: the address to listen on. 0.0.0.0 lets other machines in, as a container needs.",
    )
    port: Annotated[int, written(parsing.parse_port)] = Field(
        default=3000, description="The port to listen on. 0 picks a free one."
    )
    log_level: Annotated[str, written(parsing.parse_log_level)] = Field(
        default="info", description="How much the bot says about itself: debug, info, warning or error."
    )
    workspace_zone: Annotated[str, written(parsing.parse_zone)] = Field(
        default="UTC",
        description="The time zone a new workspace starts with (IANA, like Europe/Berlin): its Monday 09:00 is when "
        "the digest comes. People's own zones come from Slack.",
    )
    work_start: Annotated[time, written(parsing.parse_time)] = Field(
        default=time(9), description="When the working day starts, for people who did not say otherwise."
    )
    work_end: Annotated[time, written(parsing.parse_time)] = Field(
        default=time(17), description="When it ends. “End of day” in a promise means this moment."
    )
    work_days: Annotated[frozenset[int], NoDecode, written(parsing.parse_weekdays)] = Field(
        default=frozenset(range(5)), description="The days people work, like mon-fri, sun-thu or mon,wed,fri."
    )
    public_holidays: Annotated[str, written(parsing.parse_holidays)] = Field(
        default="none",
        description="Whose public holidays a new workspace does not work on: none, zone (each person's country, as "
        "their time zone tells), or a country or a part of one for everybody, like DE or DE-BY.",
    )
    customer_tiers: Annotated[tuple[str, ...], NoDecode, written(parsing.parse_tiers)] = Field(
        default=("strategic", "enterprise", "business", "free"),
        description="The tiers of customers, the highest first, like gold,silver,bronze.",
    )
    departments_file: Path = Field(
        default=PACKAGED_DEPARTMENTS,
        description="The departments a new workspace starts with. A workspace that exists keeps its own.",
    )

    @property
    def uses_socket_mode(self) -> bool:
        return self.slack_app_token is not None

    @field_validator("slack_bot_token")
    @classmethod
    def _check_bot_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            if cls.needs_slack:
                raise ValueError(NOT_CONNECTED)
            return None
        return SecretStr(parsing.parse_token(value.get_secret_value(), "xoxb-", "OAuth & Permissions"))

    @field_validator("slack_app_token")
    @classmethod
    def _check_app_token(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is None:
            # A signing secret that is wrong has been told already, and is absent from info.data.
            if cls.needs_slack and info.data.get("slack_signing_secret", "wrong") is None:
                raise ValueError(NO_TRANSPORT)
            return None
        where = "Basic Information, App-Level Tokens"
        return SecretStr(parsing.parse_token(value.get_secret_value(), "xapp-", where))

    @field_validator("slack_signing_secret")
    @classmethod
    def _check_signing_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        secret = value.get_secret_value().strip()
        if secret.startswith(("xoxb-", "xapp-", "xoxp-")):
            raise ValueError("holds a token. The signing secret is another thing: page Basic Information.")
        return SecretStr(secret)

    @field_validator("api_secret")
    @classmethod
    def _check_api_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().strip()) < SHORTEST_SECRET:
            raise ValueError(SECRET_TOO_SHORT)
        return value

    @field_validator("events_secret")
    @classmethod
    def _check_events_secret(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().strip()) < SHORTEST_SECRET:
            raise ValueError(SECRET_TOO_SHORT)
        if value is None and info.data.get("events_url") is not None:
            raise ValueError(f"is missing, and EVENTS_URL needs it. It {SECRET_TOO_SHORT}")
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _end_with_slash(cls, value: str) -> str:
        return f"{value}/"

    @field_validator("work_end")
    @classmethod
    def _check_work_end(cls, value: time, info: ValidationInfo) -> time:
        if value <= info.data.get("work_start", time.min):
            raise ValueError(WORK_ENDS_FIRST)
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """A demo or a test that passes values must not meet the real token or database of the environment."""
        if isinstance(init_settings, InitSettingsSource) and init_settings.init_kwargs:
            return (init_settings,)
        return env_settings, dotenv_settings


class OfflineSettings(Settings):
    """The same, for commands that never speak with Slack, such as `migrate`: the tokens may be absent."""

    needs_slack: ClassVar[bool] = False


def load(model: type[Settings] = Settings, /, **values: Any) -> Settings:
    """The settings, from `values` alone if any are given, else from the environment and `.env`.

    Raises `ConfigError`, which lists all that is wrong in plain words.
    """
    try:
        return model(**values)
    except ValidationError as error:
        problems = [_describe(detail) for detail in error.errors(include_input=False)]
    except (SettingsError, OSError, UnicodeDecodeError):
        problems = ["the file .env cannot be read. It must be a text file (UTF-8) of lines like NAME=value."]
    # Outside the except clause: what pydantic raised holds the values, and must not be chained to this.
    raise ConfigError(TITLE, problems)


def _describe(detail: ErrorDetails) -> str:
    name = str(detail["loc"][0]).upper() if detail["loc"] else "Settings"
    cause = detail.get("ctx", {}).get("error")
    return f"{name} {cause if cause is not None else 'is not valid: ' + detail['msg']}"
