"""Articles and layers brought in, in short transactions so that nobody waits for them.

A new article is written unlisted (`listed` NULL) and put in the list at the end, by edits that undo
as one step; a layer on an article that is there already is noted in `unfinished` until then. So
what an import had written that is cancelled, fails or is killed is found and removed.

While some items are written by a thread of its own, the words of the next ones are found by another
process, and those behind them are read.
"""

from collections.abc import Callable, Iterable, Sequence, Sized
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from contextvars import copy_context
from typing import NamedTuple
from uuid import uuid4

from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import AnnotatorError, message
from annotator.store.changes import make
from annotator.store.connection import Store
from annotator.store.import_report import ImportReport
from annotator.store.import_writing import Item, Outcome, Ready, Writer, made_ready
from annotator.store.indexing import GivenUpError, Indexing
from annotator.store.journal import append
from annotator.store.unfinished import discard_unfinished

_LISTED = 500
"""Articles put in the list by one edit."""

_READY = 200_000
"""Characters read ahead before they are written together."""


class _Asked(NamedTuple):
    """What is ready, and its words, which are being found."""

    ready: Sequence[Outcome]
    words: Callable[[], Sequence[str]]


def bring_in(
    store: Store,
    items: Iterable[Item | AnnotatorError],
    by: str,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    """Add articles and layers to the project of `store`, a connection for this import alone.

    An error among the items, an article whose id is there with another text, and a layer whose
    reviewer has another one on that article, are refused and named in the report; the rest goes in.
    A Remark is only passed on. `progress` gets how many items are read, of how many (0: unknown),
    and a title. Cancelled or failed, everything that was written is removed again.
    """
    discard_unfinished(store)
    with closing(Indexing(cancelled)) as indexing, ThreadPoolExecutor(max_workers=1) as thread:
        return _brought_in(_Import(store, by, indexing, thread), items, progress, cancelled)


def _brought_in(
    work: "_Import",
    items: Iterable[Item | AnnotatorError],
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    total = len(items) if isinstance(items, Sized) else 0
    try:
        for done, item in enumerate(items, 1):
            if cancelled():
                raise GivenUpError
            work.take(item)
            progress(done, total, "" if isinstance(item, AnnotatorError) else item.article.title)
        work.finish()
    except GivenUpError:
        work.take_back()
        return work.report(cancelled=True)
    except BaseException:
        work.take_back()
        raise
    return work.report(cancelled=False)


class _Import:
    def __init__(self, store: Store, by: str, indexing: Indexing, thread: Executor) -> None:
        self._store = store
        self._by = by
        self._indexing = indexing
        self._thread = thread
        self._ready: list[Outcome] = []
        self._characters = 0
        self._asked: _Asked | None = None
        """What was ready before, to be written next."""
        self._writer = Writer(store, by)
        self._writing: Future[None] | None = None
        """The writing of what was ready before that."""

    def report(self, *, cancelled: bool) -> ImportReport:
        work = self._writer
        added, unchanged, layers = (
            (0, 0, 0) if cancelled else (len(work.new), work.unchanged, work.layers)
        )
        return ImportReport(added, unchanged, layers, work.refused, work.remarks, cancelled)

    def take(self, item: Item | AnnotatorError) -> None:
        """Make an item ready, and write those that are when they are many."""
        ready = made_ready(item)
        self._ready.append(ready)
        if isinstance(ready, Ready):
            self._characters += len(ready.rows.article.text)
        if self._characters >= _READY:
            self._write_ready()

    def finish(self) -> None:
        """Write what is ready, and put the new articles in the list: all of them, or none."""
        self._write_all()
        gesture, new = uuid4().hex, self._writer.new
        ids = list(new)
        title = (
            message("Add the article {0}", new[ids[0]])
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
        self._thread.shutdown()  # whatever is being written is written before this returns
        self._writer.give_up((*(self._asked.ready if self._asked else ()), *self._ready))
        self._ready.clear()
        self._asked = None
        discard_unfinished(self._store)

    def _write_all(self) -> None:
        self._write_ready()
        self._write_asked()
        self._await_writing()

    def _write_ready(self) -> None:
        """Have the words found of what is ready, and begin to write what was ready before."""
        self._write_asked()
        ready, self._ready, self._characters = self._ready, [], 0
        articles = [each.rows.article for each in ready if isinstance(each, Ready)]
        self._asked = _Asked(ready, self._indexing.ask(articles))

    def _write_asked(self) -> None:
        if self._asked is None:
            return
        ready, words = self._asked
        found = words()
        self._asked = None
        self._await_writing()
        here = copy_context()  # it pauses as this thread does
        self._writing = self._thread.submit(here.run, self._writer.write, ready, found)

    def _await_writing(self) -> None:
        """Wait until nothing is being written; raises what went wrong."""
        if self._writing:
            self._writing.result()
            self._writing = None
