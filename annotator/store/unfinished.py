"""What an import had written that was cancelled, failed or was killed, and its turns in writing."""

import time
from collections.abc import Iterator
from itertools import chain

from annotator.pausing import pause
from annotator.store.articles import find_article, unindex_article
from annotator.store.connection import Store
from annotator.store.index_words import index_words

_TURN = 0.25
"""Seconds after which an import ends a transaction in which nobody waited to write.

Whoever waits does so until the end of a step, which takes some milliseconds, and of the
transaction.
"""


def discard_unfinished(store: Store) -> None:
    """Remove what an import had written that never came to its end.

    Layers that somebody has changed since stay.
    """
    with store.reading() as db:
        layers = db.execute("SELECT layer, entry FROM unfinished ORDER BY layer DESC").fetchall()
        ids = [row[0] for row in db.execute("SELECT id FROM articles WHERE listed IS NULL")]
    if layers or ids:
        in_turns(
            store,
            chain(
                (_discard_layer(store, *each) for each in layers),
                (_discard(store, id) for id in ids),
            ),
        )


def in_turns(store: Store, steps: Iterator[None]) -> None:
    """Take `steps` within transactions that others need not wait for long."""
    more = True
    while more:
        pause()
        with store.writing():
            ends = time.monotonic() + _TURN
            while more:
                more = next(steps, _END) is not _END
                if store.awaited or time.monotonic() > ends:
                    break


_END = object()


def _discard_layer(store: Store, layer: int, entry: int) -> None:
    last = store.db.execute(
        """
        SELECT max(entry) FROM journal_layers
        JOIN layers ON layers.reviewer = journal_layers.reviewer
        JOIN articles ON articles.number = layers.article AND articles.id = journal_layers.article
        WHERE layers.number = ?
        """,
        (layer,),
    ).fetchone()[0]
    if last == entry:
        store.db.execute("DELETE FROM layers WHERE number = ?", (layer,))
        store.db.execute("DELETE FROM journal WHERE number = ?", (entry,))
    else:
        store.db.execute("DELETE FROM unfinished WHERE layer = ?", (layer,))


def _discard(store: Store, id: str) -> None:
    number, article = find_article(store.db, id)
    unindex_article(store.db, number, index_words(article))
    store.db.execute(
        "DELETE FROM journal WHERE number IN (SELECT entry FROM journal_layers WHERE article = ?)",
        (id,),
    )
    store.db.execute("DELETE FROM articles WHERE number = ?", (number,))
