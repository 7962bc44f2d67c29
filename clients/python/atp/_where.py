"""Which server, and with which key: the call, the environment, or the app on this machine."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import NamedTuple, Optional
from urllib.parse import urlsplit

from ._errors import ATPError


class Endpoint(NamedTuple):
    url: str
    api_key: str
    webhook_secret: Optional[str]


def find_endpoint(url: Optional[str], api_key: Optional[str], webhook_secret: Optional[str]) -> Endpoint:
    """What the call says, else ATP_SERVER_URL and ATP_API_KEY, else `local-server.json` of the running app.

    The key of that file goes to the address in that file only.
    """
    url = url or os.environ.get("ATP_SERVER_URL") or None
    api_key = api_key or os.environ.get("ATP_API_KEY") or None
    secret = webhook_secret or os.environ.get("ATP_WEBHOOK_SECRET") or None
    file = _data_folder() / "local-server.json"
    local = _read(file)
    if url and not api_key and not (local and _origin(url) == _origin(local["url"])):
        raise ATPError("NO_KEY", f"No key for {url}: set ATP_API_KEY to the key of your service.")
    if url and api_key:
        is_local = local is not None and api_key == local["api_key"]
        return Endpoint(_checked(url), api_key, secret or (local["webhook_secret"] if is_local and local else None))
    if local is None:
        raise ATPError(
            "NO_SERVER",
            f"Triage Inbox does not run here (there is no {file}), and ATP_SERVER_URL is not set. "
            "Start the app, or set ATP_SERVER_URL and ATP_API_KEY.",
        )
    is_local = api_key is None or api_key == local["api_key"]
    return Endpoint(
        _checked(local["url"]), api_key or local["api_key"], secret or (local["webhook_secret"] if is_local else None)
    )


def _data_folder() -> Path:
    named = os.environ.get("TRIAGE_DATA_DIR")
    if named:
        return Path(named).resolve()
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Triage Inbox"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Triage Inbox"
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "triage-inbox"


def _read(file: Path) -> Optional[dict[str, str]]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    wanted = ("url", "api_key", "webhook_secret")
    is_whole = isinstance(found, dict) and all(isinstance(found.get(name), str) for name in wanted)
    return found if is_whole else None


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return (parts.scheme.lower(), parts.netloc.lower())


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise ATPError("BAD_URL", f"Not the address of a server: {url}")
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")
