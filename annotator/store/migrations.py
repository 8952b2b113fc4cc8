"""The schema of a project file, one function for each change to it.

To change the schema add a function below the others; never alter one that was released. The name
of each that was run is kept in the file: a name this program does not know means that a newer one
made the file.
"""

import sqlite3
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from annotator.store.articles import read_article, stored_digest
from annotator.store.database import Database, Step, unheard
from annotator.store.failures import ProjectError
from annotator.store.first_schema import ARTICLES, JOURNAL, LAYERS, VIEWS
from annotator.store.index_words import index_words

if TYPE_CHECKING:
    import sqlite_utils

APPLICATION_ID = 0x414E4E4F
"""`ANNO`, in the header of every project file: tells it from other SQLite databases."""

Migration: TypeAlias = Callable[[Database, Step], None]

_SET = "annotator"
"""What our migrations are called among those that a file may have seen."""

_MIGRATIONS: list[Migration] = []

_OFTEN = 1_000_000
"""Instructions of SQLite's machine between two calls of a Step: some hundredths of a second."""


def apply(db: Database, step: Step = unheard) -> None:
    """Bring `db` up to date by the migrations it has yet to see: all of them, or none."""
    with _without("numpy", "pandas"):
        import sqlite_utils  # seldom wanted, and a tenth of a start
    steps = sqlite_utils.Migrations(_SET)
    db.execute("BEGIN IMMEDIATE")
    try:
        with _within_statements(db, step) as heard:
            for each in _MIGRATIONS:
                steps(name=each.__name__)(_on_library(each, heard))
            steps.apply(sqlite_utils.Database(db.conn, execute_plugins=False))
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def pending(db: Database) -> list[str]:
    """Return the names of the migrations that `db` has yet to see."""
    done = _applied(db)
    return [each.__name__ for each in _MIGRATIONS if each.__name__ not in done]


def check_readable(db: Database, name: str) -> None:
    """Raise ProjectError unless `db` is a project that this program understands.

    `name` is the file's, for the sentence.
    """
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProjectError("{0} is not a project of Annotator.", name)
    known = [each.__name__ for each in _MIGRATIONS]
    applied = _applied(db)
    if not set(known).issuperset(applied):
        raise ProjectError(
            "{0} was made by a newer version of Annotator. Install that version to open it.", name
        )
    if not applied or set(applied) != set(known[: len(applied)]):
        raise ProjectError(
            "{0} is damaged: it does not tell the version that made it. Open a copy of it from"
            " before.",
            name,
        )


def wanted_schema() -> dict[tuple[str, str], str]:
    """Return the schema of a new project."""
    db = Database(sqlite3.connect(":memory:", isolation_level=None))
    apply(db)
    return schema(db)


def schema(db: Database) -> dict[tuple[str, str], str]:
    """Return the statements that made everything in `db`, by kind and name.

    Those of the libraries' own tables are theirs to change and left out.
    """
    rows = db.execute(
        "SELECT type, name, iif(name LIKE 'words\\_%' ESCAPE '\\', '', sql) FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name != '_sqlite_migrations'"
    )
    return {(kind, name): sql for kind, name, sql in rows}


def is_whole(db: Database) -> bool:
    """Return whether the schema of `db` is that of a new project."""
    try:
        return schema(db) == wanted_schema()
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _applied(db: Database) -> list[str]:
    try:
        rows = db.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (_SET,)
        ).fetchall()
    except sqlite3.OperationalError:  # no such table, or with other columns
        return []
    return [name for (name,) in rows]


def _on_library(migration: Migration, step: Step) -> "Callable[[sqlite_utils.Database], None]":
    def migrate(db: "sqlite_utils.Database") -> None:
        migration(Database(db.conn), step)

    return migrate


@contextmanager
def _within_statements(db: Database, step: Step) -> Generator[Step]:
    """Give a Step that is called within long statements of `db`, too; what it raises ends them."""
    last = (0, 0)
    raised: list[BaseException] = []

    def heard(done: int, of: int) -> None:
        nonlocal last
        last = (done, of)
        step(done, of)

    def ask() -> bool:
        try:
            step(*last)
        except BaseException as error:  # noqa: BLE001  # SQLite would not pass it on
            raised.append(error)
        return bool(raised)

    db.conn.set_progress_handler(ask, _OFTEN)
    try:
        yield heard
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        db.conn.set_progress_handler(None, 0)


@contextmanager
def _without(*modules: str) -> Generator[None]:
    """Let modules that nobody has imported yet look as if they were not installed.

    The library looks for them to know their types, which we never store: a quarter second.
    """
    hidden = [name for name in modules if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # pyright: ignore[reportArgumentType]: Python's word for "not there"
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _migration(migration: Migration) -> Migration:
    _MIGRATIONS.append(migration)
    return migration


def _articles(db: Database, step: Step) -> Iterator[int]:
    """Yield the numbers of all articles, with a step before each."""
    numbers = db.execute("SELECT number FROM articles").fetchall()
    for done, (number,) in enumerate(numbers):
        step(done, len(numbers))
        yield number


@_migration
def m001_first_schema(db: Database, _step: Step) -> None:
    """Lay the tables and views of the first version."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*ARTICLES, *LAYERS, *JOURNAL, *VIEWS):
        db.execute(statement)


@_migration
def m002_digests(db: Database, step: Step) -> None:
    """Keep a digest of each article; tell what an import that goes on has written; add indexes."""
    for statement in _TO_M002:
        db.execute(statement)
    for number in _articles(db, step):
        digest = stored_digest(db, number)
        db.execute("UPDATE articles SET digest = ? WHERE number = ?", (digest, number))


@_migration
def m003_lists(db: Database, _step: Step) -> None:
    """Give each order of the list an index of its own, so that its first articles come at once."""
    for statement in _TO_M003:
        db.execute(statement)


_TO_M003 = (
    "CREATE INDEX articles_by_number ON articles (listed, number)",
    "CREATE INDEX articles_by_title ON articles (listed, title_key, title, number)",
    # `julianday('now')` is another at each time, which an index can't hold.
    """
    CREATE INDEX articles_by_date ON articles (
        listed,
        CASE WHEN published_at GLOB '[-0-9]*' THEN julianday(published_at) END,
        published_at,
        number
    )
    """,
    # Held all that the list shows in one order.
    "DROP INDEX articles_as_listed",
    "CREATE INDEX layers_by_status ON layers (reviewer, status, article)",
)

_TO_M002 = (
    # Of the text and the rows of metadata: nothing else tells what they were.
    "ALTER TABLE articles ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    # The layers that an import has put on articles in the list, until it has come to its end.
    """
    CREATE TABLE unfinished (
        layer INTEGER PRIMARY KEY REFERENCES layers (number) ON DELETE CASCADE,
        entry INTEGER NOT NULL
    )
    """,
    # Removing an entry looks for those that refer to it.
    "CREATE INDEX journal_by_undoes ON journal (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX undone_by_undo ON undone (undo)",
)


@_migration
def m004_suggestions(db: Database, _step: Step) -> None:
    """Keep which suggestions were refused, and what suggesters have learned."""
    for statement in _SUGGESTIONS:
        db.execute(statement)


_SUGGESTIONS = (
    # `place` is JSON: [kind, label, [[start, end], …], [role, target] or null].
    """
    CREATE TABLE refusals (
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        reviewer TEXT NOT NULL,
        place TEXT NOT NULL,
        PRIMARY KEY (article, reviewer, place)
    ) WITHOUT ROWID
    """,
    # `state` is the suggester's own: plain arrays, no code.
    """
    CREATE TABLE learned (
        name TEXT PRIMARY KEY,
        state BLOB NOT NULL,
        at TEXT NOT NULL
    )
    """,
)


@_migration
def m005_pairs(db: Database, step: Step) -> None:
    """Let articles be found by every two words that follow one another, too."""
    _index_anew(db, step)


def _index_anew(db: Database, step: Step) -> None:
    db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    for number in _articles(db, step):
        found_by = index_words(read_article(db, number))
        db.execute("INSERT INTO words (rowid, word) VALUES (?, ?)", (number, found_by))


@_migration
def m006_word_lists(db: Database, _step: Step) -> None:
    """Keep lists of words apart from the settings of suggestions, which are written often."""
    (kept,) = db.execute(
        "SELECT (SELECT value FROM project WHERE key = 'suggestions' AND json_valid(value))"
    ).fetchone()
    db.execute(
        "INSERT INTO project (key, value) SELECT 'word lists', json_extract(?1, '$.lists')"
        " WHERE json_type(?1, '$.lists') = 'array'",
        (kept,),
    )
    db.execute(
        "UPDATE project SET value = json_remove(?1, '$.lists')"
        " WHERE key = 'suggestions' AND ?1 IS NOT NULL",
        (kept,),
    )


@_migration
def m007_steps(db: Database, _step: Step) -> None:
    """Let the step that is next to be undone or redone be found without passing others."""
    for statement in _TO_M007:
        db.execute(statement)


_TO_M007 = (
    # As the journal has it, and whether it was taken back.
    "ALTER TABLE journal_layers ADD COLUMN by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE journal_layers ADD COLUMN act TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE journal_layers ADD COLUMN undone INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE journal_layers SET
        by = journal.by,
        act = journal.act,
        undone = EXISTS (SELECT 1 FROM undone WHERE undone.entry = journal_layers.entry)
    FROM journal WHERE number = journal_layers.entry
    """,
    """
    CREATE INDEX journal_layers_by_act
    ON journal_layers (article, reviewer, by, act, undone, entry)
    """,
)


@_migration
def m008_stroked_d(db: Database, step: Step) -> None:
    """Let articles that write Đ as the letter that looks the same (U+00D0) be found by Đ."""
    written_so = db.execute(
        "SELECT 1 FROM articles"
        " WHERE instr(title || text, char(0xD0)) OR instr(title || text, char(0xF0)) LIMIT 1"
    )
    if written_so.fetchone():
        _index_anew(db, step)
