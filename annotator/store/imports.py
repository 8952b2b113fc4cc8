"""Articles and layers brought in, in short transactions so that nobody waits for them.

A new article is written unlisted (`listed` NULL) and put in the list at the end, by edits that undo
as one step; a layer on an article that is there already is noted in `unfinished` until then. So
what an import had written that is cancelled, fails or is killed is found and removed.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import closing
from itertools import chain
from typing import NamedTuple, Protocol
from uuid import uuid4

from annotator.model.annotation import Annotation
from annotator.model.article import Article, Json, Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark, message
from annotator.store.articles import (
    ArticleRows,
    read_metadata,
    rows_of,
)
from annotator.store.batch import Batch
from annotator.store.changes import make
from annotator.store.connection import Store
from annotator.store.failures import ProjectError
from annotator.store.indexing import Indexing
from annotator.store.journal import append, baseline_payload
from annotator.store.layers import (
    LayerRow,
    find_layer,
    read_annotations,
)
from annotator.store.unfinished import discard_unfinished, in_turns

_LISTED = 500
"""Articles put in the list by one edit."""

_READY = 200_000
"""Characters read ahead before they are written together."""


class ImportReport(NamedTuple):
    """What an import did: articles and layers it added, items that were all there already.

    `refused` is what was left out; `remarks` are on what went in otherwise than it stood there.
    """

    added: int
    unchanged: int
    layers: int
    refused: list[AnnotatorError]
    remarks: list[Remark]
    cancelled: bool


class Item(Protocol):
    """An article to bring in, with layers on it; `where` says where it was read."""

    @property
    def article(self) -> Article: ...
    @property
    def layers(self) -> tuple[Layer, ...]: ...
    @property
    def where(self) -> str: ...


class _Ready(NamedTuple):
    """An item with what is to be written of it: the rows of its article, payloads of its layers."""

    item: Item
    rows: ArticleRows
    baselines: tuple[str, ...]


class _Asked(NamedTuple):
    """Items whose words are being found."""

    ready: list[_Ready]
    words: Callable[[], Sequence[str]]


def bring_in(
    store: Store,
    items: Iterable[Item | AnnotatorError],
    by: str,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    """Add articles and layers to the project of `store`, a connection of the calling thread.

    An error among the items, an article whose id is there with another text, and a layer whose
    reviewer has another one on that article, are refused and named in the report; the rest goes in.
    A Remark is only passed on. `progress` gets how many items are read, of how many (0: unknown),
    and a title. Cancelled or failed, everything that was written is removed again.
    """
    with closing(Indexing()) as indexing:
        return _brought_in(_Import(store, by, indexing), items, progress, cancelled)


def _brought_in(
    work: "_Import",
    items: Iterable[Item | AnnotatorError],
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    total = len(items) if isinstance(items, Sized) else 0
    work.clean_up()
    try:
        for done, item in enumerate(items, 1):
            if cancelled():
                work.take_back()
                return work.report(cancelled=True)
            work.take(item)
            progress(done, total, "" if isinstance(item, AnnotatorError) else item.article.title)
        work.finish()
    except BaseException:
        work.take_back()
        raise
    return work.report(cancelled=False)


class _Import:
    def __init__(self, store: Store, by: str, indexing: Indexing) -> None:
        self._store = store
        self._indexing = indexing
        self._db = store.db
        self._by = by
        self._ready: list[_Ready] = []
        self._asked: _Asked | None = None
        """What was ready before, to be written next."""
        self._batch = Batch(store.db, by)
        self._characters = 0
        self._new: dict[str, str] = {}
        """Titles, by id, of the articles to put in the list."""
        self._layers = 0
        self._compared: set[str] = set()
        """Articles that were there already, with what they say compared."""
        self._unchanged = 0
        self._refused: list[AnnotatorError] = []
        self._remarks: list[Remark] = []

    def report(self, *, cancelled: bool) -> ImportReport:
        if cancelled:
            return ImportReport(0, 0, 0, self._refused, self._remarks, cancelled)
        return ImportReport(
            len(self._new),
            self._unchanged,
            self._layers,
            self._refused,
            self._remarks,
            cancelled,
        )

    def take(self, item: Item | AnnotatorError) -> None:
        """Make an item ready, and write those that are when they are many."""
        if isinstance(item, Remark):
            self._remarks.append(item)
            return
        try:
            if isinstance(item, AnnotatorError):
                raise item
            self._ready.append(_made_ready(item))
            self._characters += len(item.article.text)
        except AnnotatorError as error:
            self._refused.append(error)
        if self._characters >= _READY:
            self._write_ready()

    def finish(self) -> None:
        """Write what is ready, and put the new articles in the list: all of them, or none."""
        self._write_all()
        gesture = uuid4().hex
        ids = list(self._new)
        title = (
            message("Add the article {0}", self._new[ids[0]])
            if len(ids) == 1
            else message("Add {0} articles", len(ids))
        )
        with self._store.writing() as db:
            for first in range(0, len(ids), _LISTED):
                addresses = (Address(Subject.ARTICLE, id) for id in ids[first : first + _LISTED])
                changes = tuple(Change(address, None, True) for address in addresses)
                append(db, make(db, Edit(title, changes, gesture)), self._by)
            db.execute("DELETE FROM unfinished")

    def take_back(self) -> None:
        """Remove everything that was written, but layers that somebody has changed since."""
        self._ready.clear()
        self._asked = None
        self._batch.clear()
        self.clean_up()

    def clean_up(self) -> None:
        """Remove what an import has left that never came to its end."""
        discard_unfinished(self._store)

    def _write_all(self) -> None:
        self._write_ready()
        self._write_asked()

    def _write_ready(self) -> None:
        """Have the words found of what is ready, and write what was ready before."""
        ready, self._ready, self._characters = self._ready, [], 0
        self._write_asked()
        self._asked = _Asked(ready, self._indexing.ask([each.rows.article for each in ready]))

    def _write_asked(self) -> None:
        if self._asked is None:
            return
        (ready, words), self._asked = self._asked, None
        steps = chain.from_iterable(map(self._write, ready, words()))
        in_turns(self._store, chain(steps, self._batch.write()), behind=True)

    def _write(self, ready: _Ready, words: str) -> Iterator[None]:
        """Write an item; yields where another may write before it goes on."""
        article = ready.item.article
        if self._batch.has_article(article.id):
            yield from self._batch.write()
        there = self._db.execute(
            "SELECT number, listed, text FROM articles WHERE id = ?", (article.id,)
        ).fetchone()
        if there and there[2] != article.text:
            self._refused.append(
                ProjectError(
                    "The article {0} is in the project already, with another text. Give this one"
                    " another id.",
                    article.id,
                    where=ready.item.where,
                )
            )
            return
        before = (len(self._new), self._layers, len(self._refused))
        if there:
            number, listed = there[:2]
            self._compare_metadata(number, ready.item)
            if not listed:
                self._new.setdefault(article.id, article.title)
        else:
            number, listed = self._batch.add_article(ready.rows, words), None
            self._new[article.id] = article.title
        for layer, baseline in zip(ready.item.layers, ready.baselines, strict=True):
            if self._batch.has_layer(article.id, layer.reviewer):
                yield from self._batch.write()
            if self._may_add(number, layer, ready.item.where):
                self._batch.add_layer(number, layer, baseline, noted=listed is not None)
                self._layers += 1
        if there or self._batch.is_full:
            yield from self._batch.write()
        if before == (len(self._new), self._layers, len(self._refused)):
            self._unchanged += 1

    def _compare_metadata(self, number: int, item: Item) -> None:
        """Remark on metadata that the article there keeps otherwise than it came now."""
        id = item.article.id
        if id in self._new or id in self._compared:
            return
        self._compared.add(id)
        kept = {key: _canonical(each) for key, each in read_metadata(self._db, number).items()}
        others = [
            key
            for key, value in item.article.metadata.items()
            if kept.get(key) != _canonical(value)
        ]
        if others:
            self._remarks.append(
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
            self._refused.append(
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


def _made_ready(item: Item) -> _Ready:
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
        return _Ready(item, rows_of(article), baselines)
    except UnicodeEncodeError as error:
        raise ProjectError(
            "{0} has the character U+{1}, half of a pair, which can't be kept. Save the file again"
            " as UTF-8.",
            article.title.encode("ascii", "backslashreplace").decode(),
            f"{ord(str(error.object)[error.start]):04X}",
            where=item.where,
        ) from error


def _canonical(value: Json) -> str:
    return json.dumps(value, sort_keys=True)
