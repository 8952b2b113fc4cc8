"""Zip archives of files, unpacked so that nothing in them can do harm.

A member whose name leaves the folder, a link, a device, an encrypted one: each is left out with a
sentence. Of an archive that grows beyond all measure nothing is read; what is unpacked is counted,
for the sizes that an archive states may be made up.
"""

import errno
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from annotator.model.message import AnnotatorError

MOST_MEMBERS = 100_000
LARGEST_MEMBER = 2 << 30
LARGEST_TOTAL = 4 << 30
LARGEST_RATIO = 200
"""How often larger than it is packed a member may be: text is 5 times, repetitive JSON 50."""

_ALWAYS_ALLOWED = 4 << 20
"""Bytes that may be unpacked whatever the ratio."""

_LONGEST_DIRECTORY = 16 << 20
_LONGEST_END = 1 << 17
_END = b"PK\x05\x06"
_END_ZIP64 = b"PK\x06\x06"
_SEE_ZIP64 = 0xFFFFFFFF
_STARTS = (b"PK\x03\x04", _END)
_CHUNK = 1 << 18
_ENCRYPTED = 1
_UTF_8 = 1 << 11

_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

_DOCUMENTS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"}
"""Members that only a document has which is packed as a zip, such as .xlsx, .odt and .epub."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    ValueError,
)
"""What zipfile raises where a zip is damaged, or packed in a way that it does not know."""

_DAMAGE_NUMBERS = {None, errno.EINVAL}
"""What bz2 has for damage, and the system for a place in the zip before its beginning."""

_NAME_TROUBLE = {errno.ENAMETOOLONG, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.EINVAL}
"""What the system says of a name that it can't make a file of."""


class ArchiveError(AnnotatorError):
    """A zip of which nothing is read: it is damaged, or made to fill memory or disk."""


class MemberError(AnnotatorError):
    """A file in a zip that is left out; the others go on."""


class Budget:
    """Counts what is unpacked of the zip at `path`, so that there is an end to it."""

    def __init__(self, path: Path, total: int, where: str) -> None:
        self._left = min(total, max(_ALWAYS_ALLOWED, path.stat().st_size * LARGEST_RATIO))
        self._where = where

    def take(self, count: int) -> None:
        """Count `count` bytes; raises ArchiveError where they are more than may be."""
        self._left -= count
        if self._left < 0:
            self.end()

    def end(self) -> NoReturn:
        """Raise ArchiveError: the zip unpacks to more than an honest one does."""
        raise ArchiveError(
            "The zip grows beyond measure when it is unpacked, like one made to do harm: nothing "
            "of it was read.",
            where=self._where,
        )


def is_zip(path: Path) -> bool:
    """Return whether the file begins as a zip does, be it an archive or a document of some kind."""
    with path.open("rb") as file:
        return file.read(4) in _STARTS


@contextmanager
def opened(path: Path, where: str) -> Generator[zipfile.ZipFile]:
    """Give the zip at `path`; raises ArchiveError where it is damaged or has too many members."""
    _check_directory(path, where)
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGE as error:
        raise ArchiveError("The zip is damaged: was it cut off?", where=where) from error
    with archive:
        if len(archive.filelist) > MOST_MEMBERS:
            raise _too_many(where)
        yield archive


def unpack(path: Path, folder: Path, where: str) -> Iterator[MemberError]:
    """Put the files of the zip at `path` into the empty `folder`; yield what is left out.

    Raises ArchiveError where nothing of it may be read, and OSError where it can't be written.
    """
    with opened(path, where) as archive:
        if not archive.filelist:
            raise ArchiveError("The zip is empty: there is nothing in it.", where=where)
        if not _DOCUMENTS.isdisjoint(archive.namelist()):
            raise ArchiveError(
                "This is a document of another program: save it as text or as .docx.", where=where
            )
        budget = Budget(path, LARGEST_TOTAL, where)
        for member in archive.filelist:
            name = name_of(member)
            if not name.endswith("/"):
                try:
                    _check_member(member, name)
                    _write(chunks(archive, member, LARGEST_MEMBER, budget), folder / name)
                except MemberError as error:
                    error.where = f"{where}/{_CONTROL.sub('�', name)}"
                    yield error


def chunks(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int, budget: Budget
) -> Iterator[bytes]:
    """Yield what `member` holds, counted.

    Raises MemberError where it is damaged or holds more than `largest` bytes, ArchiveError where it
    is a trap.
    """
    by_ratio = max(_ALWAYS_ALLOWED, member.compress_size * LARGEST_RATIO)
    unpacked = 0
    try:
        with archive.open(member) as file:
            while chunk := file.read(_CHUNK):
                unpacked += len(chunk)
                budget.take(len(chunk))
                if unpacked > by_ratio:
                    budget.end()
                if unpacked > largest:
                    raise MemberError("The file has more than {0} MB: divide it.", largest >> 20)
                yield chunk
    except OSError as error:
        if error.errno not in _DAMAGE_NUMBERS:
            raise
        raise _damaged() from error
    except _DAMAGE as error:
        raise _damaged() from error


def _damaged() -> MemberError:
    return MemberError("The file is damaged in the zip: it is left out.")


def name_of(member: zipfile.ZipInfo) -> str:
    """Return the name of a member, with `/` between folders, in Unicode.

    Programs that do not say which encoding they wrote mostly wrote UTF-8, if it can be that.
    """
    name = member.filename
    if not member.flag_bits & _UTF_8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _check_member(member: zipfile.ZipInfo, name: str) -> None:
    """Raise MemberError where a member may not be unpacked."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if _OUTSIDE.search(name) or not name.strip("/. "):
        raise MemberError("Its name leads out of the zip's folder: it is left out.")
    if _CONTROL.search(name):
        raise MemberError("Its name has characters that no name may have: it is left out.")
    if kind not in (0, stat.S_IFREG):
        raise MemberError("A link or a device in a zip is left out.")
    if member.flag_bits & _ENCRYPTED:
        raise MemberError("The file is encrypted: unpack the zip yourself, with its password.")


def _write(content: Iterator[bytes], path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            for chunk in content:
                file.write(chunk)
    except OSError as error:
        if error.errno not in _NAME_TROUBLE:
            raise
        raise MemberError(
            "Its name is too long, or the zip has it twice: it is left out."
        ) from error
    except MemberError:
        path.unlink()
        raise


def _check_directory(path: Path, where: str) -> None:
    """Raise ArchiveError where the list of members, at the end, is too long for the memory."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_END))
        tail = file.read()
    try:
        (length,) = struct.unpack_from("<L", tail, tail.rindex(_END) + 12)
        if length == _SEE_ZIP64:
            (length,) = struct.unpack_from("<Q", tail, tail.rindex(_END_ZIP64) + 40)
    except (ValueError, struct.error):
        return  # zipfile will find no list either
    if length > _LONGEST_DIRECTORY:
        raise _too_many(where)


def _too_many(where: str) -> ArchiveError:
    return ArchiveError("The zip has more than {0} files: divide it.", MOST_MEMBERS, where=where)
