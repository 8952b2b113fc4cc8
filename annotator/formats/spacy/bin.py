"""What a file of spaCy's DocBin holds, taken apart without trust.

spaCy's own reader unpacks all of a file at once, and puts numbers from it into its C structures.
Here nothing grows beyond `LARGEST` bytes, lists and maps are counted before they are made, only the
columns that are needed are looked at, and nothing is unpickled: msgpack holds plain data.
"""

import io
import struct
import zlib
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol, TypeAlias, cast

LARGEST = 512 << 20
"""Bytes that a file may have uncompressed."""

MOST_DOCUMENTS = 1 << 20

Scalar: TypeAlias = str | bytes | int | float | bool | None

_CHUNK = 1 << 16
MOST_ITEMS = 1 << 22
"""Values and containers that any part of a file may have beside words."""

_MOST_LETTERS = 1 << 26
_MOST_COLUMNS = 64
_MAPS = (*range(0x80, 0x90), 0xDE, 0xDF)
_ARRAYS = (*range(0x90, 0xA0), 0xDC, 0xDD)
"""The first bytes that msgpack gives its two containers."""


class Damaged(Exception):  # noqa: N818  # told as an AnnotatorError, with the place
    """The file is no DocBin, or not whole."""


class TooLarge(Exception):  # noqa: N818  # as above
    """The file holds more than anyone may need to read at once."""


class Unpacker(Protocol):
    """What we use of msgpack's Unpacker. Here it gives single values, and containers' headers."""

    def unpack(self) -> Scalar: ...
    def skip(self) -> None: ...
    def tell(self) -> int: ...
    def read_array_header(self) -> int: ...
    def read_map_header(self) -> int: ...


@dataclass(slots=True)
class DocBinFile:
    """The content of a file; rows of `tokens` are one word each, with a column for each attribute.

    What belongs to the documents one by one is empty where the file does not have it.
    """

    attributes: list[int] = field(default_factory=list[int])
    tokens: bytes = b""
    spaces: bytes = b""
    lengths: list[int] = field(default_factory=list[int])
    strings: set[str] = field(default_factory=set[str])
    cats: list[dict[str, Scalar]] = field(default_factory=list[dict[str, Scalar]])
    flags: list[dict[str, Scalar]] = field(default_factory=list[dict[str, Scalar]])
    span_groups: list[bytes] = field(default_factory=list[bytes])
    user_data: list[bytes] = field(default_factory=list[bytes])

    def column(self, attribute: int, first: int, last: int) -> list[int]:
        """Return the values of `attribute` for the words `[first, last)`, 0 where it has none."""
        if attribute not in self.attributes:
            return [0] * (last - first)
        width = len(self.attributes)
        place = self.attributes.index(attribute)
        numbers = memoryview(self.tokens).cast("Q")
        return numbers[first * width + place : last * width : width].tolist()


def load(file: BinaryIO) -> DocBinFile:
    """Return what `file` holds; raises Damaged, TooLarge and OSError."""
    found = DocBinFile()
    with unpacking():
        unpacker = unpacker_of(cast(BinaryIO, _Inflated(file)))
        items = Counted(MOST_ITEMS)
        for _ in range(unpacker.read_map_header()):
            items.add(1)
            _take(found, unpacker.unpack(), unpacker, items)
        _check(found)
    return found


@contextmanager
def unpacking() -> Generator[None]:
    """Raise Damaged for whatever msgpack and zlib raise inside."""
    from srsly.msgpack import UnpackException  # pyright: ignore[reportMissingTypeStubs]  # no types

    failures = (cast(type[Exception], UnpackException), ValueError, TypeError, OverflowError)
    try:
        yield
    except (*failures, zlib.error, struct.error, KeyError) as error:
        raise Damaged from error


def unpacker_of(file: BinaryIO) -> Unpacker:
    """Return an unpacker that makes no container that is not empty: they are read by headers."""
    from srsly.msgpack import Unpacker as Untyped  # pyright: ignore[reportMissingTypeStubs]  # no types

    make = cast(Callable[..., Unpacker], Untyped)
    return make(file, raw=False, max_buffer_size=LARGEST, max_array_len=0, max_map_len=0)


class Packed:
    """A piece of msgpack in memory, whose next value can be told before it is unpacked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.unpacker = unpacker_of(io.BytesIO(data))

    @property
    def _next(self) -> int:
        at = self.unpacker.tell()
        return self._data[at] if at < len(self._data) else -1

    @property
    def is_map(self) -> bool:
        """Whether a map is next."""
        return self._next in _MAPS

    @property
    def is_array(self) -> bool:
        """Whether an array is next."""
        return self._next in _ARRAYS


def text_of(value: Scalar) -> str:
    """Return `value`, which must be a text; raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(type(value))
    return value


def bytes_of(value: Scalar) -> bytes:
    """Return `value`, which must be bytes; raises TypeError."""
    if not isinstance(value, bytes):
        raise TypeError(type(value))
    return value


class Counted:
    """Counts what memory is needed for: `most` and no more."""

    def __init__(self, most: int) -> None:
        self._left = most

    def add(self, count: int) -> None:
        """Count `count` more; raises TooLarge."""
        self._left -= count
        if self._left < 0:
            raise TooLarge


class _Inflated:
    """A compressed file as the bytes that were compressed, no more than asked for at once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._inflater = zlib.decompressobj()
        self._bytes = Counted(LARGEST)

    def read(self, size: int) -> bytes:
        while not self._inflater.eof:
            packed = self._inflater.unconsumed_tail or self._file.read(_CHUNK)
            data = self._inflater.decompress(packed, size)
            self._bytes.add(len(data))
            if data or not packed:
                return data
        return b""


def _take(found: DocBinFile, key: Scalar, unpacker: Unpacker, items: Counted) -> None:
    match key:
        case "attrs":
            count = unpacker.read_array_header()
            items.add(count)
            found.attributes = [_number(unpacker.unpack()) for _ in range(count)]
        case "tokens":
            found.tokens = bytes_of(unpacker.unpack())
        case "spaces":
            found.spaces = bytes_of(unpacker.unpack())
        case "lengths":
            lengths = bytes_of(unpacker.unpack())
            items.add(len(lengths) // 4)
            found.lengths = memoryview(lengths).cast("i").tolist()
        case "strings":
            letters = Counted(_MOST_LETTERS)
            for _ in range(unpacker.read_array_header()):
                text = text_of(unpacker.unpack())
                items.add(1)
                letters.add(len(text))
                found.strings.add(text)
        case "cats":
            found.cats = _maps(unpacker, items)
        case "flags":
            found.flags = _maps(unpacker, items)
        case "span_groups":
            found.span_groups = _pieces(unpacker, items)
        case "user_data":
            found.user_data = _pieces(unpacker, items)
        case _:
            unpacker.skip()


def _number(value: Scalar) -> int:
    if not isinstance(value, int):
        raise TypeError(type(value))
    return value


def _maps(unpacker: Unpacker, items: Counted) -> list[dict[str, Scalar]]:
    found: list[dict[str, Scalar]] = []
    for _ in range(unpacker.read_array_header()):
        count = unpacker.read_map_header()
        items.add(1 + count)
        found.append({text_of(unpacker.unpack()): unpacker.unpack() for _ in range(count)})
    return found


def _pieces(unpacker: Unpacker, items: Counted) -> list[bytes]:
    found: list[bytes] = []
    for _ in range(unpacker.read_array_header()):
        items.add(1)
        value = unpacker.unpack()
        found.append(b"" if value is None else bytes_of(value))
    return found


def _check(found: DocBinFile) -> None:
    """Raise ValueError where the parts do not fit together."""
    width, documents = len(found.attributes), len(found.lengths)
    if documents > MOST_DOCUMENTS or width > _MOST_COLUMNS:
        raise TooLarge
    words = sum(found.lengths)
    of_documents: list[Sequence[object]] = [
        found.cats, found.flags, found.span_groups, found.user_data,
    ]  # fmt: skip
    if (
        min(found.lengths, default=0) < 0
        or len(found.tokens) != words * width * 8
        or len(found.spaces) != words
        or any(each and len(each) != documents for each in of_documents)
    ):
        raise ValueError("parts that do not fit together")
