"""The database's history, step by step (Alembic). `python -m bot migrate` takes the steps that are missing."""

from pathlib import Path


def upgrade(url: str) -> None:
    """Take the steps that the database has not taken yet. Alembic is loaded here, and nowhere at run time."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    command.upgrade(config, "head")
