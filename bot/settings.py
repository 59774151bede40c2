"""The only reader of the environment."""

import re
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PUBLIC_API = "https://api.telegram.org"
LAST_PORT = 65_535
CONTENT = Path(__file__).resolve().parents[1] / "content"


class SettingsRefused(Exception):
    """The environment does not let the bot run; the message is a sentence for the host."""


class Environment(BaseSettings):
    """Everything the host can set, each for itself; see the README for what each name means."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = PUBLIC_API
    database_url: str | None = None
    clock_url: str | None = None
    webhook_url: str | None = None
    content_dir: Path = CONTENT
    default_zone: ZoneInfo = ZoneInfo("UTC")
    log_level: str = "INFO"
    port: int | None = None
    health_host: str = "127.0.0.1"
    pythontzpath: str = ""
    dyno: str | None = Field(default=None, description="Set by Heroku-like hosts, whose disk is thrown away")
    k_service: str | None = Field(default=None, description="Set by Cloud Run, whose disk is thrown away")

    @property
    def token(self) -> str:
        """The bot's token in the clear: only for the calls to Telegram."""
        return self.telegram_bot_token.get_secret_value()

    @property
    def bot_id(self) -> int:
        """The number before the token's colon."""
        return int(self.token.split(":")[0])

    @property
    def database(self) -> str:
        """Where the database is."""
        return self.database_url or "sqlite:///data/coach.db"

    @property
    def forgets(self) -> bool:
        """Whether this host throws its disk away."""
        return bool(self.dyno or self.k_service)

    @field_validator("default_zone", mode="before")
    @classmethod
    def _zone(cls, name: object) -> object:
        if isinstance(name, ZoneInfo):
            return name
        try:
            return ZoneInfo(str(name))
        except (ZoneInfoNotFoundError, ValueError, OSError):  # half a name, like Europe, is a folder
            raise ValueError(f"DEFAULT_ZONE is no IANA time zone: {name}. Write it like Europe/Berlin.") from None

    @field_validator("log_level")
    @classmethod
    def _level(cls, name: str) -> str:
        if name.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("LOG_LEVEL is one of DEBUG, INFO, WARNING, ERROR.")
        return name.upper()

    @field_validator("telegram_api_url", "clock_url")
    @classmethod
    def _url(cls, url: str | None, info: ValidationInfo) -> str | None:
        if url and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", url, re.IGNORECASE):
            raise ValueError(f"{str(info.field_name).upper()} is no web address: write it like http://127.0.0.1:8081.")
        return url.rstrip("/") if url else None

    @field_validator("port", mode="before")
    @classmethod
    def _port(cls, port: object) -> object:
        if port is not None and not (str(port).isdecimal() and 0 < int(str(port)) <= LAST_PORT):
            raise ValueError(f"PORT is a number from 1 to {LAST_PORT}.")
        return port

    def token_fault(self) -> str | None:
        """Say what is wrong with the token as it is written, None for a good one."""
        if not self.token:
            return "TELEGRAM_BOT_TOKEN is missing: ask @BotFather for one and set it in the environment."
        if not re.fullmatch(r"\d{3,20}:[\w-]{20,100}", self.token):
            return "TELEGRAM_BOT_TOKEN is malformed: it looks like 1234567890:AAE... (copy it whole)."
        return None

    def together_fault(self) -> str | None:
        """Say what does not go together, None when all does."""
        if self.webhook_url:
            return "WEBHOOK_URL is set, but a webhook is not built yet: unset it, the bot asks for updates."
        if self.clock_url and urlsplit(self.telegram_api_url).hostname == urlsplit(PUBLIC_API).hostname:
            return "CLOCK_URL is for a local Telegram only: unset it, or set TELEGRAM_API_URL."
        if self.forgets and not self.database_url:
            return (
                "This host throws its disk away (DYNO or K_SERVICE is set), and the log of every athlete with it. "
                "Run on a host whose disk stays, or set DATABASE_URL to a file on a volume."
            )
        return None


class Settings(Environment):
    """An environment that the bot can run in."""

    @model_validator(mode="after")
    def _can_run(self) -> Self:
        if fault := self.token_fault() or self.together_fault():
            raise ValueError(fault)
        return self


def settings_from_environment() -> Settings:
    """Read the environment once; raises SettingsRefused with one clear sentence."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsRefused(" ".join(_sentences(error))) from None


def whatever_is_set() -> tuple[Environment, list[str]]:
    """Read what can be read, the rest left at its defaults, and say what cannot: for commands that run no bot."""
    try:
        return Environment(), []
    except ValidationError as error:
        bad = {str(fault["loc"][0]) for fault in error.errors(include_input=False)}
        defaults: dict[str, Any] = {name: Environment.model_fields[name].default for name in bad}
        return Environment(**defaults), _sentences(error)


def _sentences(error: ValidationError) -> list[str]:
    return [str(fault["msg"]).removeprefix("Value error, ") for fault in error.errors(include_input=False)]
