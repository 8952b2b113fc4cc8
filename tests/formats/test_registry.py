"""Formats are found by being there, and files by what they hold."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import annotator.formats
from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import FURTHER_LAYERS, LAYERS, single_layers
from annotator.formats.reading import assigned_to, read
from annotator.formats.registry import FormatError, format_called, format_named, formats
from annotator.formats.writing import write
from annotator.model.article import Article, Status
from annotator.model.layer import Layer

LINES_FORMAT = """
from dataclasses import replace
from annotator.formats.format import Format, Parcel
from annotator.model.article import Article
from annotator.model.message import message

def _read(source):
    for number, line in enumerate(source.path.read_text().splitlines()[1:], 1):
        yield Parcel(Article(f"{source.id}-{number}", line), (), f"{source.where}:{number}")

FORMAT = Format(
    "lines",
    (".lines",),
    message("lines"),
    read=_read,
    recognizes=lambda head: head.startswith(b"#!"),
    companions=(".txt",),
    belongings=("lines.conf",),
    extra="lines",
)
FORMATS = [replace(FORMAT, name="rare", extensions=(".rare",), modules=("no_such_module",))]
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


def test_a_format_is_found_by_its_name_whatever_its_module_is_called() -> None:
    assert [format_named(each.name) for each in formats()] == list(formats())
    assert format_called("conll-iob1") is format_named("conll-iob1")
    assert format_called("csv") is None  # its module has two formats, and another name
    for name in ("", "-", "conll-", "files", "../brat", "brat.conf", "conll.scheme"):
        assert format_called(name) is None


def test_a_module_with_a_format_is_all_that_a_format_needs(
    lines_format: None, tmp_path: Path
) -> None:
    assert {"jsonl", "lines", "rare", "text"} <= {each.name for each in formats()}
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
    names = ", ".join(each.name for each in formats())
    assert str(caught.value) == f"There is no format brot: choose one of {names}."


def test_files_that_belong_to_another_are_read_with_it(lines_format: None, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.lines", "a.txt", "b.txt", "lines.conf"):
        (folder / name).write_text("#\none")
    found = [str(each) if isinstance(each, Exception) else each.article.id for each in read(folder)]
    assert found == ["a-1", "b"]


def test_a_format_without_what_it_needs_says_how_to_add_it(
    lines_format: None, tmp_path: Path
) -> None:
    sentence = "The format rare needs no_such_module: pip install 'annotator[lines]'."
    with pytest.raises(FormatError, match=re.escape(sentence)):
        read(tmp_path, "rare")
    path = tmp_path / "a.rare"
    path.write_text("one")
    assert [str(each) for each in read(path)] == [f"{path}: {sentence}"]


def test_one_layer_an_article_is_the_curated_one_and_the_rest_is_counted() -> None:
    article = Article("a", "b")
    losses = Losses()
    layers = (Layer(article, "lan"), Layer(article, "mai", curated=True))
    parcels = [Parcel(article, layers, "x"), Parcel(article, layers[:1], "y")]
    (single,) = single_layers(parcels, losses)
    assert single.layer is layers[1]
    assert losses == {LAYERS: 1, FURTHER_LAYERS: 2}


def test_layers_are_made_those_of_another() -> None:
    article = Article("a", "b")
    layer = Layer(article, "lan", status=Status.DONE, curated=True)
    error = FormatError("Bad.")
    (parcel, passed) = assigned_to("mai", [Parcel(article, (layer,), "x"), error])
    assert isinstance(parcel, Parcel)
    (assigned,) = parcel.layers
    assert (assigned.reviewer, assigned.status, assigned.curated) == ("mai", Status.DONE, True)
    assert passed is error
