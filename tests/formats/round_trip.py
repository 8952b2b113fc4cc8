"""What every format that reads and writes must keep. Inherit `RoundTrip`, say what it carries."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from annotator.formats.files import FileError
from annotator.formats.format import Losses, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import format_named
from annotator.formats.writing import write
from annotator.model.message import AnnotatorError
from tests.formats.dump import comparable, dump
from tests.formats.strategies import parcels


@contextmanager
def folder() -> Iterator[Path]:
    """Give an empty folder: hypothesis runs many examples in one test, and so in one tmp_path."""
    path = Path(tempfile.mkdtemp())
    try:
        yield path
    finally:
        shutil.rmtree(path)


def read_all(path: Path, format: str = "auto") -> list[Parcel]:
    """Return the parcels in `path`; fails where one is refused."""
    found = list(read(path, format))
    errors = [str(each) for each in found if isinstance(each, AnnotatorError)]
    assert errors == []
    return [each for each in found if isinstance(each, Parcel)]


def content(path: Path) -> dict[str, bytes]:
    """Return the bytes of the file `path`, or of each file below it."""
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    return {each.relative_to(path).as_posix(): each.read_bytes() for each in files}


# The check warns of replaying one subclass's example in another, which does no harm here.
_inherited = settings(suppress_health_check=[HealthCheck.differing_executors], max_examples=30)


class RoundTrip:
    """Tests for the format called `format`; `out` is what it is asked to write.

    With `keeps_ids` ids and order of annotations must come back too.
    """

    format = ""
    out = ""
    keeps_ids = True

    def shown(self, parcels: Sequence[Parcel]) -> str:
        """Return `parcels` as lines to compare."""
        return dump(parcels) if self.keeps_ids else comparable(parcels)

    def takes(self, parcel: Parcel) -> bool:
        """Return whether anything of `parcel` must come back."""
        return True

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        """Return what must come back of `written`."""
        return list(written)

    def lost(self, written: Sequence[Parcel]) -> Losses:
        """Return the losses that writing `written` must count."""
        return Losses()

    def back(self, path: Path, format: str = "auto") -> list[Parcel]:
        """Return what is read of what was written to `path`."""
        return read_all(path, format)

    @_inherited
    @given(parcels())
    def test_what_is_written_comes_back(self, written: list[Parcel]) -> None:
        assume(all(map(self.takes, written)))
        with folder() as place:
            losses = write(written, place / self.out, self.format)
            back = self.back(place / self.out, self.format)
        assert self.shown(back) == self.shown(self.carried(written))
        assert losses == self.lost(written)
        assert set(losses) <= set(format_named(self.format).cannot_carry)

    @_inherited
    @given(parcels())
    def test_what_was_read_is_written_the_same_again(self, written: list[Parcel]) -> None:
        assume(all(map(self.takes, written)))
        with folder() as place:
            write(written, place / self.out, self.format)
            (place / "again").mkdir()
            back = self.back(place / self.out, self.format)
            write(back, place / "again" / self.out, self.format)
            assert content(place / "again" / self.out) == content(place / self.out)

    @_inherited
    @given(parcels())
    def test_a_format_is_found_by_looking_at_what_it_wrote(self, written: list[Parcel]) -> None:
        assume(all(map(self.takes, written)))
        with folder() as place:
            write(written, place / self.out, self.format)
            assert self.shown(self.back(place / self.out)) == self.shown(self.carried(written))

    @_inherited
    @given(parcels())
    def test_what_breaks_off_changes_nothing(self, written: list[Parcel]) -> None:
        def breaking() -> Iterator[Parcel]:
            yield from written
            raise KeyboardInterrupt

        with folder() as place:
            write(written[:1], place / self.out, self.format)
            before = content(place)
            with pytest.raises(KeyboardInterrupt):
                write(breaking(), place / self.out, self.format)
            assert content(place) == before
            assert [each.name for each in place.iterdir()] == [self.out]

    @_inherited
    @given(parcels())
    def test_a_missing_folder_is_named(self, written: list[Parcel]) -> None:
        with folder() as place:
            missing = place / "missing" / self.out
            with pytest.raises(FileError) as caught:
                write(written, missing, self.format)
            assert str(caught.value) == f"{missing}: There is no folder {missing.parent}."
