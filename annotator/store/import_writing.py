"""Items of an import made ready, and written by a thread of its own."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeAlias

from annotator.model.annotation import Annotation
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from annotator.store.articles import ArticleRows, read_metadata, rows_of
from annotator.store.batch import Batch
from annotator.store.connection import Store
from annotator.store.failures import ProjectError
from annotator.store.journal import baseline_payload
from annotator.store.layers import LayerRow, find_layer, read_annotations
from annotator.store.unfinished import in_turns


class Item(Protocol):
    """An article to bring in, with layers on it; `where` says where it was read."""

    @property
    def article(self) -> Article: ...
    @property
    def layers(self) -> tuple[Layer, ...]: ...
    @property
    def where(self) -> str: ...


class Ready(NamedTuple):
    """An item with what is to be written of it: the rows of its article, payloads of its layers."""

    item: Item
    rows: ArticleRows
    baselines: tuple[str, ...]


Outcome: TypeAlias = Ready | AnnotatorError
"""An item made ready, or why it can't be; or a Remark on what was read."""


def made_ready(item: Item | AnnotatorError) -> Outcome:
    """Return what is to be written of `item`, or why nothing can be."""
    if isinstance(item, AnnotatorError):
        return item
    try:
        return _made_ready(item)
    except AnnotatorError as error:
        return error


def _made_ready(item: Item) -> Ready:
    """Return what is to be written of `item`; raises ProjectError where it can't be kept."""
    article = item.article
    if not article.id:
        raise ProjectError("An article needs an id.", where=item.where)
    if any(not layer.reviewer.strip() for layer in item.layers):
        raise ProjectError("A layer needs the name of its reviewer.", where=item.where)
    if "\0" in article.text:
        raise ProjectError(
            "The text of {0} has the character U+0000, so it is hardly a text.",
            article.id,
            where=item.where,
        )
    try:
        baselines = tuple(baseline_payload(layer) for layer in item.layers)
        for payload in baselines:
            payload.encode()
        return Ready(item, rows_of(article), baselines)
    except UnicodeEncodeError as error:
        raise ProjectError(
            "{0} has the character U+{1}, half of a pair, which can't be kept. Save the file again"
            " as UTF-8.",
            article.title.encode("ascii", "backslashreplace").decode(),
            f"{ord(str(error.object)[error.start]):04X}",
            where=item.where,
        ) from error


class Writer:
    """Writes what is ready, in order; what it has counted and refused is there when it is done.

    Belongs to one thread at a time, and so does the connection of `store` meanwhile.
    """

    def __init__(self, store: Store, by: str) -> None:
        self._store = store
        self._db = store.db
        self._batch = Batch(store.db, by)
        self.new: dict[str, str] = {}
        """Titles, by id, of the articles to put in the list."""
        self.layers = 0
        self._compared: set[str] = set()
        """Articles that were there already, with what they say compared."""
        self.unchanged = 0
        self.refused: list[AnnotatorError] = []
        self.remarks: list[Remark] = []

    def write(self, outcomes: Sequence[Outcome], words: Sequence[str]) -> None:
        """Write those that are ready, found by their `words`, and take note of the others."""
        found_by = iter(words)
        steps = chain.from_iterable(self._take(each, found_by) for each in outcomes)
        in_turns(self._store, chain(steps, self._batch.write()))

    def give_up(self, rest: Iterable[Outcome]) -> None:
        """Forget what was not written, but what is wrong with the `rest` of what was read."""
        self._batch.clear()
        for each in rest:
            self._note(each)

    def _take(self, outcome: Outcome, words: Iterator[str]) -> Iterator[None]:
        self._note(outcome)
        if isinstance(outcome, Ready):
            yield from self._write(outcome, next(words))

    def _note(self, outcome: Outcome) -> None:
        if isinstance(outcome, Remark):
            self.remarks.append(outcome)
        elif isinstance(outcome, AnnotatorError):
            self.refused.append(outcome)

    def _write(self, ready: Ready, words: str) -> Iterator[None]:
        """Write an item; yields where another may write before it goes on."""
        article = ready.item.article
        if self._batch.has_article(article.id):
            yield from self._batch.write()
        there = self._db.execute(
            "SELECT number, listed, text FROM articles WHERE id = ?", (article.id,)
        ).fetchone()
        if there and there[2] != article.text:
            self.refused.append(
                ProjectError(
                    "The article {0} is in the project already, with another text. Give this one"
                    " another id.",
                    article.id,
                    where=ready.item.where,
                )
            )
            return
        before = (len(self.new), self.layers, len(self.refused))
        if there:
            number, listed = there[:2]
            self._compare_metadata(number, ready.item)
            if not listed:
                self.new.setdefault(article.id, article.title)
        else:
            number, listed = self._batch.add_article(ready.rows, words), None
            self.new[article.id] = article.title
        for layer, baseline in zip(ready.item.layers, ready.baselines, strict=True):
            if self._batch.has_layer(article.id, layer.reviewer):
                yield from self._batch.write()
            if self._may_add(number, layer, ready.item.where):
                self._batch.add_layer(number, layer, baseline, noted=listed is not None)
                self.layers += 1
        if there or self._batch.is_full:
            yield from self._batch.write()
        if before == (len(self.new), self.layers, len(self.refused)):
            self.unchanged += 1

    def _compare_metadata(self, number: int, item: Item) -> None:
        """Remark on metadata that the article there keeps otherwise than it came now."""
        id = item.article.id
        if id in self.new or id in self._compared:
            return
        self._compared.add(id)
        kept = {key: _canonical(each) for key, each in read_metadata(self._db, number).items()}
        others = [
            key
            for key, value in item.article.metadata.items()
            if kept.get(key) != _canonical(value)
        ]
        if others:
            self.remarks.append(
                Remark(
                    "The article {0} is in the project already, with other metadata: {1}. Those"
                    " in the project were kept.",
                    id, ", ".join(others), where=item.where,
                )
            )  # fmt: skip

    def _may_add(self, article: int, layer: Layer, where: str) -> bool:
        """Return whether there is no such layer; another one of its reviewer refuses it."""
        if self._batch.has_article(layer.article.id):
            return True
        row = find_layer(self._db, article, layer.reviewer)
        if row and not self._is_equal(row, layer):
            self.refused.append(
                ProjectError(
                    "{0} has another layer on the article {1} already. Import it under another"
                    " reviewer's name.",
                    layer.reviewer,
                    layer.article.id,
                    where=where,
                )
            )
        return row is None

    def _is_equal(self, row: LayerRow, layer: Layer) -> bool:
        present = read_annotations(self._db, row.number)
        return (
            (row.status or Status.NEW) is layer.status
            and row.curated == layer.curated
            and sorted(present, key=_by_kind) == sorted(layer, key=_by_kind)
        )


def _by_kind(annotation: Annotation) -> tuple[str, int]:
    # A file may keep the order within each kind alone.
    return annotation.kind.value, annotation.rank


def _canonical(value: Json) -> str:
    return json.dumps(value, sort_keys=True)
