"""Names of files for formats that keep each article in a file of its own."""

import hashlib
import re
from pathlib import Path

from annotator.model.article import Article
from annotator.model.message import AnnotatorError

_LONGEST_NAME = 180
_LONGEST_PATH = 1000
"""Bytes that a part of a file's path, and the whole, are given: most systems take more."""

_NO_FILE_NAME = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]|^\.|[. ]$')


def stem_of(id: str) -> str:
    """Return the path, without an ending, for the article `id`: its parts at `/` are folders.

    What no file name may have, or what would hide the file or leave the folder, is written as
    `%` and the hexadecimal code point; a part that is too long is cut and ends in a digest.
    """
    path = "/".join(_cut(_escaped(part), _LONGEST_NAME) for part in id.split("/"))
    return _cut(path, _LONGEST_PATH)


def write_new(path: Path, data: bytes, article: Article) -> None:
    """Write a file of `article`, and the folders it lies in; raises AnnotatorError if it exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise AnnotatorError(
            "The article {0} and another one would both be the file {1}: export them apart.",
            article.id, path.name,
        ) from error  # fmt: skip


def _escaped(part: str) -> str:
    return _NO_FILE_NAME.sub(lambda found: f"%{ord(found[0]):02X}", part) or "%"


def _cut(name: str, longest: int) -> str:
    data = name.encode()
    if len(data) <= longest:
        return name
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    return f"{data[: longest // 2].decode(errors='ignore')}%{digest}"
