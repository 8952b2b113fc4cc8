"""The document that is annotated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class Status(StrEnum):
    """How far a reviewer is with an article."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"
    LOCKED = "locked"


def was_read(status: Status, annotations: int) -> bool:
    """Return whether a reviewer worked on a layer: it is not new, or holds something."""
    return status is not Status.NEW or annotations > 0


@dataclass(frozen=True, slots=True)
class Article:
    """One document. `text` never changes after import and is never normalised.

    `metadata` keeps its order; the keys the window knows are `title`, `published_at` (ISO 8601),
    `author`, `source`, `url`; any other key is kept as it came.
    """

    id: str
    text: str
    metadata: Mapping[str, Json] = field(default_factory=dict[str, Json], hash=False)

    @property
    def title(self) -> str:
        """The title for lists: from the metadata, else the first line of text, else the id."""
        title = self.metadata.get("title")
        if isinstance(title, str) and title.strip():
            return title
        first = self.text.lstrip("\ufeff \t\r\n\u00a0").split("\n", 1)[0].strip()
        return first[:200] or self.id
