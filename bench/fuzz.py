"""Feeds damaged files to every reader, and takes note of all that is no sentence for people."""

import random
import shutil
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.formats.format import Format, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import formats
from annotator.model.message import AnnotatorError
from bench.fuzz_models import make_models

LONGEST = 20.0
"""Seconds that one damaged file may take before it counts as a failure."""

_NASTY = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r\n", b"\xe2\x80\xa8", b"\t", b'"',
    b"'", b"\\", b"{", b"}", b"[", b"]", b"<", b">", b"&", b"-1", b"1e999", b"NaN", b"null",
    b"true", b"1000000000000000000", b"\\ud800", b"]]>", b"<!DOCTYPE a>", b"%s", b"../", b"#",
)  # fmt: skip


class Fuzzed(NamedTuple):
    """How many damaged files a reader was given, and what it failed with, each with its files."""

    format: str
    tries: int
    failures: list[tuple[Path, str]]


def fuzz(seconds: float, seed: int, kept: Path) -> Iterator[Fuzzed]:
    """Damage files of each format in turn for `seconds` in all; failing ones are kept in `kept`."""
    readable = [each for each in formats() if each.reads and not each.missing]
    for format in readable:
        yield _fuzz(format, seconds / len(readable), random.Random(f"{seed} {format.name}"), kept)


def _fuzz(format: Format, seconds: float, chance: random.Random, kept: Path) -> Fuzzed:
    tries, failures = 0, list[tuple[Path, str]]()
    ends = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="annotator-fuzz-") as place:
        models = make_models(format, Path(place, "models"))
        while models and time.monotonic() < ends:
            tries += 1
            folder = Path(place, "damaged")
            shutil.copytree(chance.choice(models), folder)
            damage(folder, chance)
            if what := _failure(folder, format):
                failures.append((kept / f"{format.name}-{tries}", what))
                shutil.copytree(folder, failures[-1][0])
            shutil.rmtree(folder)
    return Fuzzed(format.name, tries, failures)


def damage(folder: Path, chance: random.Random) -> None:
    """Change one file below `folder`: bytes lost, doubled, moved, or replaced by nasty ones."""
    file = chance.choice(sorted(each for each in folder.rglob("*") if each.is_file()))
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 2, 8, 64, 4096)))
        match chance.randrange(6):
            case 0:
                del data[at:end]
            case 1:
                data[at:at] = data[at:end]
            case 2:
                data[at:at] = chance.choice(_NASTY)
            case 3:
                data[at:end] = chance.choice(_NASTY)
            case 4:
                data[at:end] = chance.randbytes(end - at)
            case _:
                other = chance.randrange(len(data) + 1)
                data[at:at] = data[other : other + 64]
    if chance.random() < 0.05:
        del data[chance.randrange(len(data) + 1) :]
    file.write_bytes(data)


def _failure(folder: Path, format: Format) -> str:
    """Return what was wrong with how `folder` was read, or nothing."""
    began = time.monotonic()
    try:
        for found in read(folder, format.name):
            if not isinstance(found, Parcel | AnnotatorError):
                return f"gave {type(found).__name__}"
            str(found)
    except Exception:  # noqa: BLE001 whatever it is: it is what is looked for
        return traceback.format_exc()
    taken = time.monotonic() - began
    return f"took {taken:.0f} s" if taken > LONGEST else ""
