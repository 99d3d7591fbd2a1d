"""Reading requests: query, form, multipart and JSON bodies become one set of arguments. Pure."""

import base64
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from playground.errors import Json, SlackError
from playground.strict import read_json

_TYPES = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain")
_CHARSETS = ("", "utf-8", "iso-8859-1")
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s;\"]*)", re.IGNORECASE)
_LONGEST_NAME = 100


@dataclass
class Part:
    """One part of a multipart body; ``filename`` is empty for a plain field."""

    name: str
    filename: str
    content: bytes


def read_arguments(query: str, content_type: str, body: bytes) -> Json:
    """All arguments of a Web API call; the body wins over the query. SlackError when the body is not what it says."""
    args: Json = dict(parse_qsl(query, keep_blank_values=True))
    kind = content_type.split(";", maxsplit=1)[0].strip().lower()
    if body:
        _check_type(kind, content_type)
    if kind == "application/json":
        return args | _json_object(body)
    if kind == "multipart/form-data":
        return args | {p.name: _text(p.content) for p in read_multipart(content_type, body) if not p.filename}
    return args | dict(parse_qsl(_text(body), keep_blank_values=True))


def _check_type(kind: str, content_type: str) -> None:
    if kind not in _TYPES:
        raise SlackError("invalid_post_type" if kind else "missing_post_type")
    charset = _CHARSET.search(content_type)
    if charset and charset[1].lower() not in _CHARSETS:
        raise SlackError("invalid_charset")


def check_names(args: Json) -> None:
    """SlackError for arguments with names that no method has: PHP's arrays, and what is no short word."""
    for name in args:
        if re.fullmatch(r"\w+\[\w*\]", name, re.ASCII):
            raise SlackError("invalid_array_arg")
        if not re.fullmatch(r"\w+", name, re.ASCII) or len(name) > _LONGEST_NAME:
            raise SlackError("invalid_arg_name")


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise SlackError("invalid_form_data") from None


def _json_object(body: bytes) -> Json:
    if not body.strip():
        return {}
    try:
        found = read_json(body)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(found, dict):
        raise SlackError("json_not_object")
    return found


def read_multipart(content_type: str, body: bytes) -> list[Part]:
    """The parts of a multipart/form-data body."""
    _, _, boundary = content_type.partition("boundary=")
    boundary = boundary.split(";")[0].strip().strip('"')
    if not boundary:
        raise SlackError("invalid_form_data")
    parts = []
    for piece in body.split(b"--" + boundary.encode())[1:]:
        if piece.startswith(b"--"):
            break
        head, found, content = piece.partition(b"\r\n\r\n")
        if found:
            parts.append(_part(head.decode(errors="replace"), content.removesuffix(b"\r\n")))
    return parts


def _part(head: str, content: bytes) -> Part:
    names = {"name": "", "filename": ""}
    for line in head.splitlines():
        key, _, value = line.partition(":")
        if key.strip().lower() == "content-disposition":
            for item in value.split(";")[1:]:
                field, _, quoted = item.strip().partition("=")
                names[field] = quoted.strip('"')
    return Part(names["name"], names["filename"], content)


def basic(authorization: str) -> Json:
    """client_id and client_secret of a Basic Authorization header, as oauth methods take them."""
    kind, _, packed = authorization.partition(" ")
    if kind.lower() != "basic":
        return {}
    try:
        client_id, _, secret = base64.b64decode(packed).decode().partition(":")
    except ValueError:
        return {}
    return {"client_id": client_id, "client_secret": secret}


def loose_token(query: str, content_type: str, args: Json) -> str:
    """The token of a call without an Authorization header: from its query or form. A JSON body is no place for it, and
    app-level tokens are taken from the header only."""
    in_json = content_type.split(";", maxsplit=1)[0].strip().lower() == "application/json"
    given = dict(parse_qsl(query)) if in_json else args
    token = str(given.get("token") or "")
    return "" if token.startswith("xapp-") else token


def bearer(authorization: str) -> str:
    """The token of an Authorization header, or nothing."""
    kind, _, token = authorization.partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""
