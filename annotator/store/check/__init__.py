"""Whether a project file is whole: `annotator check`.

Each article, layer and entry of the journal is looked at by itself, so that one that can't be read
does not hide what is wrong elsewhere. What an import that goes on, or was killed, has written so
far is left out: it is no damage.
"""

from collections.abc import Iterator

from annotator.store.check.articles import check_articles, check_search
from annotator.store.check.finding import Finding, going_on
from annotator.store.check.journal import check_journal
from annotator.store.check.layers import check_layers
from annotator.store.check.schema import check_file, check_references, check_schema
from annotator.store.database import Database

__all__ = ["Finding", "check"]


def check(db: Database) -> list[Finding]:
    """Return what is wrong with the file: nothing, if all is well.

    SQLite's own checks first; then that tables, indexes and views are those of this program, that
    articles are as they came in, that each layer keeps the model's rules and is what the journal
    says, and that what is kept twice, for lists and for searching, is the same.
    """
    return list(_findings(db))


def _findings(db: Database) -> Iterator[Finding]:
    for part in (
        check_file,
        check_references,
        check_schema,
        check_articles,
        check_search,
        check_layers,
        check_journal,
    ):
        yield from going_on(part(db))
