"""What a format is, and what formats read and write."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message
from annotator.model.tagset import Tagset

UNNAMED = "imported"
"""The reviewer of layers that no file and no person gives a name."""


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
    `where` names the file in messages. `reviewer` is whose layers become that name nobody.
    """

    path: Path
    name: str
    id: str
    where: str
    reviewer: str = UNNAMED


Found: TypeAlias = Parcel | AnnotatorError
"""What reading gives: a parcel, or what is wrong with one; the rest goes on.

A `Remark` says what was kept in another way than it stood there; the parcel comes all the same.
"""

Losses: TypeAlias = Counter[Message]
"""How many of what a format could not carry when it wrote."""


@dataclass(frozen=True, slots=True)
class TagsetFile:
    """How a format keeps labels: files called one of `names`, or ending so.

    `read` raises AnnotatorError and OSError; `write` gives the content of a file.
    """

    names: tuple[str, ...]
    read: Callable[[Path], Tagset]
    write: Callable[[Tagset], str] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. A module of this package has one as `FORMAT`, or several as `FORMATS`.

    `summary` is what it is, in a few words; `sign` what `recognizes` looks for. `read` gives what a
    file holds; it raises only OSError. `write` puts parcels into one file, `write_folder` into an
    empty folder as files, where it may also put the tagset; both raise AnnotatorError where the
    parcels can't be written, and OSError. Where it is `single`, `write` takes one article alone.
    `recognizes` looks at the first `HEAD` bytes for what no other format begins with.
    `cannot_carry` names all that writing may count as lost.

    `companions` are endings of files that belong to a file of the same stem, and `belongings`
    names of files that belong to those of a folder: neither is read by itself. `modules` are what
    it needs beyond the program, installed as the extra `extra`.
    """

    name: str
    extensions: tuple[str, ...]
    summary: Message
    cannot_carry: tuple[Message, ...] = ()
    read: Callable[[Source], Iterator[Found]] | None = None
    write: Callable[[Iterable[Parcel], BinaryIO], Losses] | None = None
    write_folder: Callable[[Iterable[Parcel], Path, Tagset], Losses] | None = None
    single: bool = False
    recognizes: Callable[[bytes], bool] = lambda head: False  # noqa: ARG005  # by extension alone
    sign: Message | None = None
    companions: tuple[str, ...] = ()
    belongings: tuple[str, ...] = ()
    tagset_file: TagsetFile | None = None
    extra: str = ""
    modules: tuple[str, ...] = ()

    @property
    def reads(self) -> bool:
        """Whether it can be read."""
        return self.read is not None

    @property
    def writes(self) -> bool:
        """Whether it can be written at all."""
        return self.write is not None or self.write_folder is not None

    @property
    def missing(self) -> tuple[str, ...]:
        """The modules it needs that are not installed."""
        return tuple(name for name in self.modules if find_spec(name) is None)


HEAD = 1 << 20
"""Bytes of a file that formats are recognised by."""
