"""Data sets for Hugging Face: Parquet files with their splits, and a card. Write only.

Rows go through a file of their own first, for where an article belongs is known when all are seen;
of each article only its signature is held.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.huggingface.dataset_card import SplitCount, card
from annotator.formats.huggingface.dataset_rows import RowWriter, is_unusual, row_of
from annotator.formats.huggingface.dataset_split import SHARES, Signature, Sketcher, split
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import tagset_to_toml

UNUSUAL = message("fragments or links that annotations of their kind do not have")

_ALL_ROWS = "rows.parquet.part"
_FILE = "data/{}-00000-of-00001.parquet"


def _write_folder(parcels: Iterable[Parcel], folder: Path, tagset: Tagset) -> Losses:
    losses = Losses()
    gathered = _Gathered()
    all_rows = folder / _ALL_ROWS
    with RowWriter(all_rows) as writer:
        for article, layers, _ in parcels:
            gathered.add(article, layers)
            for layer in layers or (None,):
                writer.add(row_of(article, layer))
                losses[UNUSUAL] += sum(map(is_unusual, layer or ()))
    if not gathered.labels:
        raise AnnotatorError("There is no article to write.")
    split_of = split(gathered.signatures())
    splits = [each for each in _counted(split_of, gathered) if each.articles]
    _deal(all_rows, split_of, {each.name: each for each in splits}, folder)
    all_rows.unlink()
    (folder / "README.md").write_text(card(tagset, splits), encoding="utf-8", newline="\n")
    if tagset != Tagset():
        (folder / "tagset.toml").write_text(tagset_to_toml(tagset), encoding="utf-8", newline="\n")
    return +losses


class _Gathered:
    """What is known of each article when all have been seen."""

    def __init__(self) -> None:
        self._sketcher = Sketcher()
        self._sketches: dict[str, bytes] = {}
        self.labels: dict[str, Counter[tuple[str, str]]] = {}

    def add(self, article: Article, layers: Iterable[Layer]) -> None:
        """Take note of `article`, and of the labels on it."""
        if article.id not in self.labels:
            self._sketches[article.id] = self._sketcher.sketch(article.text)
        labels = self.labels.setdefault(article.id, Counter())
        for layer in layers:
            labels.update((each.kind.value, each.label) for each in layer)

    def signatures(self) -> Iterator[Signature]:
        """Yield the signature of each article."""
        for id, sketch in self._sketches.items():
            labels = {" ".join(label): count for label, count in self.labels[id].items()}
            yield Signature(id, sketch, labels)


def _counted(split_of: Mapping[str, str], gathered: _Gathered) -> Iterable[SplitCount]:
    splits = {name: SplitCount(name, _FILE.format(name)) for name in SHARES}
    for id, name in split_of.items():
        splits[name].articles += 1
        splits[name].labels.update(gathered.labels[id])
    return splits.values()


def _deal(
    all_rows: Path, split_of: Mapping[str, str], splits: Mapping[str, SplitCount], folder: Path
) -> None:
    """Put each row into the file of its split, and count it."""
    (folder / "data").mkdir()
    with ExitStack() as files:
        writers = {
            name: files.enter_context(RowWriter(folder / each.path))
            for name, each in splits.items()
        }
        source: Any = import_module("pyarrow.parquet").ParquetFile(str(all_rows))
        files.callback(source.close)
        for group in range(source.num_row_groups):
            table = source.read_row_group(group)
            names = [split_of[id] for id in table.column("id").to_pylist()]
            for name, writer in writers.items():
                if numbers := [number for number, each in enumerate(names) if each == name]:
                    taken = table.take(numbers)
                    writer.add_table(taken)
                    splits[name].rows += taken.num_rows
                    splits[name].bytes_unpacked += taken.nbytes
    for each in splits.values():
        each.bytes_packed = (folder / each.path).stat().st_size


FORMAT = Format(
    name="huggingface",
    extensions=(".parquet",),
    summary=message("a data set for Hugging Face: Parquet with splits, and a card"),
    cannot_carry=(UNUSUAL,),
    write_folder=_write_folder,
    extra="huggingface",
    modules=("datasketch", "pyarrow"),
)
