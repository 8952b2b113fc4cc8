"""What a format is, and what formats read and write."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message


class Parcel(NamedTuple):
    """An article and layers on it, as they come from a file or go into one.

    `where` names the file, and the line where it has several articles, for messages.
    """

    article: Article
    layers: tuple[Layer, ...]
    where: str


class Source(NamedTuple):
    """A file to read.

    `name` is what metadata keep as the source: the file's name, or its path in the folder that was
    asked for. `id` is the name without its ending: the id of an article that is a whole file.
    `where` names the file in messages.
    """

    path: Path
    name: str
    id: str
    where: str


Found: TypeAlias = Parcel | AnnotatorError
"""What reading gives: a parcel, or what is wrong with one; the rest goes on."""

Losses: TypeAlias = Counter[Message]
"""How many of what a format could not carry when it wrote."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. A module of this package is a format when it has one as `FORMAT`.

    `read` gives what a file holds; it raises only OSError. `write` puts parcels into one file,
    `write_folder` into an empty folder as files; both raise AnnotatorError where the parcels can't
    be written, and OSError. `recognizes` looks at the first 4096 bytes for what no other format
    begins with. `cannot_carry` names all that `write` may count as lost.
    """

    name: str
    extensions: tuple[str, ...]
    cannot_carry: tuple[Message, ...] = ()
    read: Callable[[Source], Iterator[Found]] | None = None
    write: Callable[[Iterable[Parcel], BinaryIO], Losses] | None = None
    write_folder: Callable[[Iterable[Parcel], Path], Losses] | None = None
    recognizes: Callable[[bytes], bool] = lambda head: False  # noqa: ARG005  # by extension alone

    @property
    def reads(self) -> bool:
        """Whether it can be read."""
        return self.read is not None

    @property
    def writes(self) -> bool:
        """Whether it can be written at all."""
        return self.write is not None or self.write_folder is not None
