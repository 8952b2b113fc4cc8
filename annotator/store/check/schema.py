"""The file as SQLite sees it: its pages, what refers to what, its tables, indexes and views."""

import sqlite3
from collections.abc import Iterator

from annotator.model.message import message
from annotator.store.check.finding import Finding
from annotator.store.database import Database
from annotator.store.migrations import schema, wanted_schema


def check_file(db: Database) -> Iterator[Finding]:
    """Yield what SQLite's integrity check finds."""
    try:
        for (line,) in db.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield Finding(message("The file is damaged: {0}", line), "")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # too damaged to be looked through
        yield Finding(message("The file is damaged: {0}", error), "")


def check_references(db: Database) -> Iterator[Finding]:
    """Yield a finding for each row that refers to one that is not there."""
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Finding(message("A row of {0} belongs to none of {1}.", table, parent), "")


def check_schema(db: Database) -> Iterator[Finding]:
    """Yield what is there more, or less, or otherwise than a new project has."""
    wanted, there = wanted_schema(), schema(db)
    for kind, name in wanted.keys() - there.keys():
        yield Finding(message("The {0} {1} is missing.", kind, name), "")
    for kind, name in there.keys() - wanted.keys():
        yield Finding(message("The {0} {1} is none of this program's.", kind, name), "")
    for kind, name in wanted.keys() & there.keys():
        if wanted[kind, name] != there[kind, name]:
            sentence = message("The {0} {1} is not as this program makes it.", kind, name)
            yield Finding(sentence, "")
