"""Formats are found by being there, and files by what they hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import annotator.formats
from annotator.formats.format import Parcel
from annotator.formats.reading import assigned_to, read
from annotator.formats.registry import FormatError, format_named, formats
from annotator.formats.writing import write
from annotator.model.article import Article, Status
from annotator.model.layer import Layer

LINES_FORMAT = """
from annotator.formats.format import Format, Parcel
from annotator.model.article import Article

def _read(source):
    for number, line in enumerate(source.path.read_text().splitlines()[1:], 1):
        yield Parcel(Article(f"{source.id}-{number}", line), (), f"{source.where}:{number}")

FORMAT = Format("lines", (".lines",), read=_read, recognizes=lambda head: head.startswith(b"#!"))
"""


@pytest.fixture
def lines_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add a module with a format to the package, as whoever adds a format does."""
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "lines_for_test.py").write_text(LINES_FORMAT)
    monkeypatch.setattr(annotator.formats, "__path__", [*annotator.formats.__path__, str(folder)])
    formats.cache_clear()
    yield
    formats.cache_clear()


def test_a_module_with_a_format_is_all_that_a_format_needs(
    lines_format: None, tmp_path: Path
) -> None:
    assert [each.name for each in formats()] == ["jsonl", "lines", "text"]
    path = tmp_path / "a.txt"
    path.write_text("#!\none\ntwo")
    found = list(read(path))
    assert [each.article.id for each in found if isinstance(each, Parcel)] == ["a-1", "a-2"]
    assert not format_named("lines").writes
    with pytest.raises(FormatError, match="can only be read"):
        write([], tmp_path / "b", "lines")


def test_a_format_that_is_none_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        read(tmp_path, "brot")
    assert str(caught.value) == "There is no format brot: choose one of jsonl, text."


def test_layers_are_made_those_of_another() -> None:
    article = Article("a", "b")
    layer = Layer(article, "lan", status=Status.DONE, curated=True)
    error = FormatError("Bad.")
    (parcel, passed) = assigned_to("mai", [Parcel(article, (layer,), "x"), error])
    assert isinstance(parcel, Parcel)
    (assigned,) = parcel.layers
    assert (assigned.reviewer, assigned.status, assigned.curated) == ("mai", Status.DONE, True)
    assert passed is error
