"""Names of files for formats that keep each article in a file of its own."""

import hashlib
import re
from functools import cache
from pathlib import Path

from annotator.model.article import Article
from annotator.model.message import AnnotatorError

_LONGEST_NAME = 180
_LONGEST_PATH = 1000
"""Bytes that a part of a file's path, and the whole, are given: most systems take more."""

_REFUSED = [*map(chr, range(32)), "\x7f", *'<>:"\\|?*']
_NO_FILE_NAME = re.compile(rf"[{re.escape(''.join(_REFUSED))}]|^\.|[. ]\Z")
_CODE = re.compile("%({})".format("|".join(f"{ord(each):02X}" for each in [*_REFUSED, *". %"])))


def stem_of(id: str) -> str:
    """Return the path, without an ending, for the article `id`: its parts at `/` are folders.

    What no file name may have, or what would hide the file or leave the folder, is written as
    `%` and the hexadecimal code point, and so is the point of a folder that would be called like
    a file; a part that is too long is cut and ends in a digest.
    """
    return _path(id, with_codes=False)


def restorable_stem(id: str) -> str:
    """Return a path as `stem_of` does, from which `id_of` gives `id` again, unless it was cut.

    So no two ids have the same: `a:` is `a%3A`, and `a%3A` is `a%253A`.
    """
    return _path(id, with_codes=True)


def id_of(stem: str) -> str:
    """Return the id that `restorable_stem` has given `stem`; any other one is an id by itself."""
    id = "/".join(_decoded(part) for part in stem.split("/"))
    return id if restorable_stem(id) == stem else stem


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


def _path(id: str, *, with_codes: bool) -> str:
    coded = _coded if with_codes else _escaped
    *folders, name = id.split("/")
    parts = [*(coded(part, True) for part in folders), coded(name, False)]
    return _cut("/".join(_cut(part, _LONGEST_NAME) for part in parts), _LONGEST_PATH)


def _escaped(part: str, is_folder: bool) -> str:
    name = _NO_FILE_NAME.sub(lambda found: f"%{ord(found[0]):02X}", part) or "%"
    return _as_folder(name) if is_folder else name


def _coded(part: str, is_folder: bool) -> str:
    """Return `part` escaped; where it looks as if it were already, its `%` too."""
    plain = _escaped(part, is_folder)
    if _decoded(plain) == part:
        return plain
    # A name that a file has, but was never given here, is not changed.
    given = plain == part and len(part) <= _LONGEST_NAME
    if given and _coded(_decoded(part), is_folder) != part:
        return part
    return _escaped(part.replace("%", "%25"), is_folder)


def _decoded(part: str) -> str:
    return "" if part == "%" else _CODE.sub(lambda found: chr(int(found[1], 16)), part)


def _as_folder(part: str) -> str:
    """Return the name of a folder that can't be that of a file: `a.txt/b` beside `a`."""
    for ending in _endings():
        if part.lower().endswith(ending):
            return f"{part[: -len(ending)]}%2E{part[1 - len(ending) :]}"
    return part


@cache
def _endings() -> tuple[str, ...]:
    """Return the endings of files that stand for an article each."""
    from annotator.formats.registry import formats

    writing = [each for each in formats() if each.write_folder]
    return tuple({end for each in writing for end in (*each.extensions, *each.companions)})


def _cut(name: str, longest: int) -> str:
    data = name.encode()
    if len(data) <= longest:
        return name
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    return f"{data[: longest // 2].decode(errors='ignore')}%{digest}"
