"""The metadata of a message."""

from playground.errors import Json, SlackError

MOST_CHARACTERS = 16_000


def check_metadata(metadata: object) -> Json | None:
    """Metadata as it is stored; an empty object means none. SlackError: invalid_metadata_format, metadata_too_large."""
    if metadata == {}:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackError("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    if len(str(metadata)) > MOST_CHARACTERS:
        raise SlackError("metadata_too_large")
    return {"event_type": metadata["event_type"], "event_payload": metadata["event_payload"]}
