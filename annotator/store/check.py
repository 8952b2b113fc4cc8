"""Whether a project file is whole: `annotator check`."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from annotator.model.article import Article
from annotator.model.change import Address, Subject, Value
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message, message
from annotator.store.articles import find_article, read_metadata
from annotator.store.database import Database
from annotator.store.journal import layer_at, read_entries
from annotator.store.layers import read_layer
from annotator.store.tagsets import read_tagset


class Finding(NamedTuple):
    """Something that is wrong in a project file; `where` names the article and the reviewer."""

    message: Message
    where: str


def check(db: Database) -> list[Finding]:
    """Return what is wrong with the file; later checks are left out where earlier ones fail.

    SQLite's own checks first; then that each layer keeps the model's rules, that the tables are
    what the journal says, and that the lists' counts are right.
    """
    return list(_check_file(db)) or [*_check_layers(db), *_check_project(db), *_check_counts(db)]


def _check_file(db: Database) -> Iterator[Finding]:
    try:
        lines = [line for (line,) in db.execute("PRAGMA integrity_check") if line != "ok"]
    except sqlite3.DatabaseError as error:  # too damaged to be looked through
        lines = [str(error)]
    for line in lines:
        yield Finding(message("The file is damaged: {0}", line), "")
    if not lines:
        for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
            yield Finding(message("A row of {0} belongs to none of {1}.", table, parent), "")


def _check_layers(db: Database) -> Iterator[Finding]:
    for id, reviewer in _layers(db):
        number, article = find_article(db, id)
        try:
            stored = read_layer(db, number, article, reviewer)
            replayed = layer_at(db, article, reviewer, None)
        except AnnotatorError as error:
            yield Finding(error.message, _where(id, reviewer))
            continue
        if _content(stored) != _content(replayed):
            sentence = message("The annotations are not those that the journal tells of.")
            yield Finding(sentence, _where(id, reviewer))


def _layers(db: Database) -> list[tuple[str, str]]:
    """Return (article, reviewer) of the layers in the tables and of those in the journal."""
    return db.execute(
        """
        SELECT articles.id, reviewer FROM layers JOIN articles ON articles.number = layers.article
        UNION
        SELECT article, reviewer FROM journal_layers WHERE reviewer != ''
        """
    ).fetchall()


def _content(layer: Layer) -> object:
    # Annotations that differ in rank alone are equal, but their order is to be kept as well.
    return (layer.status, layer.curated, [(each, each.rank) for each in layer])


def _check_project(db: Database) -> Iterator[Finding]:
    try:
        yield from _compare_project(db)
    except AnnotatorError as error:
        yield Finding(error.message, "")


def _compare_project(db: Database) -> Iterator[Finding]:
    """Compare the project's own values with what the journal last made of them."""
    told: dict[Address, Value] = {}
    for entry in read_entries(db, "", ""):
        for address, before, after in entry.edit.changes:
            if not address.reviewer:
                if told.get(address, before) != before:
                    sentence = message("Entry {0} of the journal does not fit.", entry.number)
                    yield Finding(sentence, address.article)
                told[address] = after
    for address, value in told.items():
        if _value(db, address) != value:
            sentence = message("{0} is not what the journal tells.", address.subject.value)
            yield Finding(sentence, address.article)


def _value(db: Database, address: Address) -> Value:
    if address.subject is Subject.TAGSET:
        return read_tagset(db)
    row = db.execute(
        "SELECT number, listed FROM articles WHERE id = ?", (address.article,)
    ).fetchone()
    if row is None:
        return None
    if address.subject is Subject.ARTICLE:
        return True if row[1] else None
    return read_metadata(db, row[0]).get(address.key)


def _check_counts(db: Database) -> Iterator[Finding]:
    rows = db.execute(
        """
        SELECT articles.id, reviewer FROM layers JOIN articles ON articles.number = layers.article
        WHERE (annotations, entities, events) IS NOT (
            SELECT count(*), count(*) FILTER (WHERE kind = 'entity'),
                count(*) FILTER (WHERE kind = 'event')
            FROM annotations WHERE annotations.layer = layers.number
        )
        """
    )
    for id, reviewer in rows:
        yield Finding(message("The counts in the list are wrong."), _where(id, reviewer))
    for number, id, title, characters, text in db.execute(
        "SELECT number, id, title, characters, text FROM articles"
    ):
        if title != Article(id, text, read_metadata(db, number)).title:
            yield Finding(message("The title in the list is not the article's."), id)
        if characters != len(text):
            yield Finding(message("The length in the list is not the text's."), id)
    for (id,) in db.execute(
        "SELECT id FROM articles WHERE number NOT IN (SELECT rowid FROM words)"
    ):
        yield Finding(message("The article can't be found by searching."), id)


def _where(id: str, reviewer: str) -> str:
    return f"{id}, {reviewer}"
