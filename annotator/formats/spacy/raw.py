"""One document of a DocBin: its words, spans, entities and user data, as they stand in the file."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from annotator.formats.spacy.bin import (
    MOST_ITEMS,
    Counted,
    Damaged,
    DocBinFile,
    Packed,
    Scalar,
    TooLarge,
    bytes_of,
    text_of,
    unpacking,
)
from annotator.formats.spacy.doc import NOTE, Words, WordSpan

if TYPE_CHECKING:
    pass

LONGEST = 64 << 20
"""Characters that the text of one document may have, and bytes that its user data may."""

MOST_WORDS = 1 << 21

_INSIDE, _BEGIN = 1, 3
_SPAN = struct.Struct(">QQQllll")
_UNREAD = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
_EXTENSION = "._."
"""What begins the key of an extension attribute (`doc._.name`) in user data."""


@dataclass(slots=True)
class RawDoc:
    """A document; that its spans are inside it, and what its values are, is not yet checked.

    `looked_at` says whether somebody looked for entities. `note` is what Annotator left, `data` the
    rest of the user data that is plain, by name, `unread` what else there is, by name.
    """

    words: Words
    known_spaces: bool
    looked_at: bool = False
    entities: list[WordSpan] = field(default_factory=list[WordSpan])
    groups: dict[str, list[WordSpan]] = field(default_factory=dict[str, list[WordSpan]])
    categories: dict[str, Scalar] = field(default_factory=dict[str, Scalar])
    note: str = ""
    data: dict[str, Scalar] = field(default_factory=dict[str, Scalar])
    unread: list[str] = field(default_factory=list[str])


class Documents:
    """The documents of a file, by number. Raises Damaged where they have no words."""

    def __init__(self, file: DocBinFile) -> None:
        from spacy.attrs import IDS  # pyright: ignore[reportUnknownVariableType]  # has no types
        from spacy.strings import StringStore

        self._file = file
        self._ids = cast(dict[str, int], IDS)
        self._strings: StringStore = StringStore(file.strings)
        self._starts = [0, *accumulate(file.lengths)]
        if file.lengths and self._ids["ORTH"] not in file.attributes:
            raise Damaged

    def __len__(self) -> int:
        return len(self._file.lengths)

    def __getitem__(self, number: int) -> RawDoc:
        """Return the document; raises Damaged and TooLarge."""
        with unpacking():
            return self._document(number)

    def _document(self, number: int) -> RawDoc:
        file = self._file
        first, last = self._starts[number : number + 2]
        if last - first > MOST_WORDS:
            raise TooLarge

        def column(name: str) -> list[int]:
            return file.column(self._ids[name], first, last)

        words = [self._strings[each] for each in column("ORTH")]
        if sum(map(len, words)) > LONGEST:
            raise TooLarge
        spaces = [byte != 0 for byte in file.spaces[first:last]]
        begins = [at for at, value in enumerate(column("SENT_START")) if value == 1]
        flags = file.flags[number] if file.flags else {}
        marks = column("ENT_IOB")
        doc = RawDoc(Words(words, spaces, begins), not flags.get("has_unknown_spaces"), any(marks))
        types, ids, kb_ids = (column(name) for name in ("ENT_TYPE", "ENT_ID", "ENT_KB_ID"))
        doc.entities = [
            WordSpan(start, end, self._name(types[start]), self._name(ids[start]),
                     self._name(kb_ids[start]))
            for start, end in _runs(marks, types)
        ]  # fmt: skip
        if file.span_groups and file.span_groups[number]:
            doc.groups = self._groups(file.span_groups[number])
        doc.categories = file.cats[number] if file.cats else {}
        doc.unread = [name for name in _UNREAD if any(column(name))]
        if file.user_data and file.user_data[number]:
            _take_user_data(doc, file.user_data[number])
        return doc

    def _name(self, hash: int) -> str:
        """Return the string that a number stands for, or its digits where the file lacks it."""
        try:
            return self._strings[hash] if hash else ""
        except KeyError:
            return str(hash)

    def _groups(self, data: bytes) -> dict[str, list[WordSpan]]:
        packed = Packed(data)
        groups: dict[str, list[WordSpan]] = {}
        items = Counted(MOST_ITEMS)
        if packed.is_array:  # before spaCy 3.4.4
            for _ in range(packed.unpacker.read_array_header()):
                name, spans = self._group(bytes_of(packed.unpacker.unpack()), items)
                groups[name] = spans
            return groups
        for _ in range(packed.unpacker.read_map_header()):
            _, spans = self._group(bytes_of(packed.unpacker.unpack()), items)
            for _ in range(packed.unpacker.read_array_header()):
                items.add(1 + len(spans))
                groups[text_of(packed.unpacker.unpack())] = spans
        return groups

    def _group(self, data: bytes, items: Counted) -> tuple[str, list[WordSpan]]:
        unpacker = Packed(data).unpacker
        name = ""
        spans: list[WordSpan] = []
        for _ in range(unpacker.read_map_header()):
            match unpacker.unpack():
                case "name":
                    name = text_of(unpacker.unpack())
                case "spans":
                    for _ in range(unpacker.read_array_header()):
                        items.add(1)
                        id, kb_id, label, first, last, _, _ = _SPAN.unpack(
                            bytes_of(unpacker.unpack())
                        )
                        names = map(self._name, (label, id, kb_id))
                        spans.append(WordSpan(first, last, *names))
                case _:
                    unpacker.skip()
        return name, spans


def _runs(marks: list[int], types: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first word of each entity, and the one after its last."""
    start = -1
    for at, mark in enumerate([*marks, 0]):
        goes_on = mark == _INSIDE and start >= 0 and types[at] == types[start]
        if start >= 0 and not goes_on:
            yield start, at
            start = -1
        if mark == _BEGIN or (mark == _INSIDE and not goes_on):
            start = at


def _take_user_data(doc: RawDoc, data: bytes) -> None:
    if len(data) > LONGEST:
        raise TooLarge
    packed = Packed(data)
    unpacker = packed.unpacker
    items = Counted(MOST_ITEMS)
    for _ in range(unpacker.read_map_header()):
        if packed.is_map:
            raise ValueError("a map as a key")
        count = unpacker.read_array_header() if packed.is_array else 1
        items.add(1 + count)
        parts = [unpacker.unpack() for _ in range(count)]
        of_document = parts[0] == _EXTENSION and len(parts) == 4 and parts[2:] == [None, None]
        name = str(parts[1]) if of_document else " ".join(map(str, parts))
        if packed.is_map or packed.is_array:
            unpacker.skip()
            doc.unread.append(name)
            continue
        value = unpacker.unpack()
        if name == NOTE and isinstance(value, str):
            doc.note = value
        elif len(parts) == 1 or of_document:
            doc.data[name] = value
        else:
            doc.unread.append(name)
