"""A question and its actions, with the names of the protocol's tutorial."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum
from pathlib import Path
from typing import Any, Optional, Union


class ResponseType(str, Enum):
    """What kind of answer an action takes (section 11 of the protocol)."""

    SIMPLE = "simple"
    BINARY = "binary"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    TEXT = "text"
    NUMBER = "number"
    SCALE = "scale"
    DATETIME = "datetime"


@dataclass
class Action:
    """One way to answer. `options` and `constraints` as the response type wants them."""

    id: str
    label: str
    response_type: Union[ResponseType, str]
    options: Union[Mapping[str, str], Sequence[Mapping[str, str]], None] = None
    constraints: Optional[Mapping[str, Any]] = None
    flags: Sequence[str] = ()

    def to_wire(self) -> dict[str, Any]:
        kind = ResponseType(str(getattr(self.response_type, "value", self.response_type)).lower())
        wire: dict[str, Any] = {"id": self.id, "label": self.label, "response_type": kind.value}
        if self.options is not None:
            wire["options"] = self.options
        if self.constraints is not None:
            wire["constraints"] = _constraints(kind, self.constraints)
        if self.flags:
            wire["flags"] = list(self.flags)
        return wire


@dataclass
class Attachment:
    """Evidence beside the question: `uri`, or `data` as Base64."""

    type: str
    description: Optional[str] = None
    uri: Optional[str] = None
    data: Optional[str] = None

    @classmethod
    def from_file(cls, path: Union[str, Path], type: str = "text/plain") -> Attachment:
        file = Path(path)
        return cls(type=type, description=file.name, data=base64.b64encode(file.read_bytes()).decode("ascii"))

    def to_wire(self) -> dict[str, str]:
        given = {"type": self.type, "description": self.description, "uri": self.uri, "data": self.data}
        return {name: value for name, value in given.items() if value is not None}


@dataclass
class TriageNotification:
    """A question. A `deadline` without a time zone is this machine's local time."""

    title: str
    actions: Sequence[Action]
    description: str = ""
    deadline: Union[datetime, str, None] = None
    metadata: Optional[Mapping[str, Any]] = None
    project: Optional[str] = None
    attachments: Sequence[Attachment] = field(default_factory=tuple)
    id: Optional[str] = None

    def to_wire(self, id: str) -> dict[str, Any]:
        context: dict[str, Any] = {"title": self.title, "description": self.description}
        if self.project is not None:
            context["project"] = self.project
        if self.metadata is not None:
            context["metadata"] = dict(self.metadata)
        if self.attachments:
            context["attachments"] = [one.to_wire() for one in self.attachments]
        wire: dict[str, Any] = {
            "id": id,
            "version": "1.0",
            "context": context,
            "actions": [action.to_wire() for action in self.actions],
        }
        if self.deadline is not None:
            wire["deadline"] = _instant(self.deadline)
        return wire


def _constraints(kind: ResponseType, given: Mapping[str, Any]) -> dict[str, Any]:
    constraints = dict(given)
    if kind is ResponseType.DATETIME:
        for name in ("min", "max"):
            if constraints.get(name) is not None:
                constraints[name] = _instant(constraints[name])
    return constraints


def _instant(when: Union[datetime, str]) -> str:
    """UTC with Z. A time without a zone is local: servers would read it as UTC, which the sender did not mean."""
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when[:-1] + "+00:00" if when.endswith(("Z", "z")) else when)
        except ValueError:
            return str(when)  # the server says what is wrong with it
    return when.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
