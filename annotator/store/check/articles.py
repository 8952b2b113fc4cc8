"""Articles: that they are as they came in, and that lists and the search index say the same."""

import hashlib
from collections.abc import Iterable, Iterator

from annotator.model.article import Article
from annotator.model.message import message
from annotator.store.articles import listed_columns, read_metadata, stored_digest
from annotator.store.check.finding import Finding, going_on, shown
from annotator.store.database import Database
from annotator.store.index_words import index_words

_LONGEST_WORD = 32768
"""Bytes of a word that FTS5 keeps."""

_WRONG = {
    "title": message("The title in the list is not the article's."),
    "title_key": message("The article is sorted by another title than its own."),
    "published_at": message("The date in the list is not the article's."),
    "source": message("The source in the list is not the article's."),
    "characters": message("The length in the list is not the text's."),
}


def check_articles(db: Database) -> Iterator[Finding]:
    """Yield what is wrong with articles' texts, metadata, and what the list shows of them."""
    for number, id in articles(db):
        yield from going_on(_check_article(db, number), id)


def articles(db: Database) -> list[tuple[int, str]]:
    """Return number and id of every article, but those that an import has not finished."""
    rows = db.execute(
        "SELECT number, CAST(id AS BLOB) FROM articles WHERE listed IS NOT NULL ORDER BY number"
    )
    return [(number, shown(id)) for number, id in rows]


def _check_article(db: Database, number: int) -> Iterator[Finding]:
    row = db.execute(
        "SELECT listed, digest, id, title, title_key, published_at, source, characters"
        " FROM articles WHERE number = ?",
        (number,),
    ).fetchone()
    listed, digest, id, *columns = row
    if listed not in (0, 1):
        yield Finding(message("The article is neither in the list nor removed."), id)
    if digest != stored_digest(db, number):
        sentence = message("The text or the metadata were changed by another program.")
        yield Finding(sentence, id)
    wanted = listed_columns(_article(db, number))
    for (name, value), there in zip(wanted.items(), columns, strict=True):
        if value != there:
            yield Finding(_WRONG[name], id)


def _article(db: Database, number: int) -> Article:
    id, text = db.execute("SELECT id, text FROM articles WHERE number = ?", (number,)).fetchone()
    return Article(id, text, read_metadata(db, number))


def check_search(db: Database) -> Iterator[Finding]:
    """Yield the articles that are found by other words than theirs, and what is found but gone."""
    found = _indexed(db)
    for (number,) in db.execute("SELECT number FROM articles WHERE listed IS NULL"):
        found.pop(number, None)
    for number, id in articles(db):
        yield from going_on(_check_words(db, number, found.pop(number, None)), id)
    if found:
        sentence = message("Searching finds articles that are not there: {0}.", len(found))
        yield Finding(sentence, "")


def _check_words(db: Database, number: int, found: int | None) -> Iterator[Finding]:
    article = _article(db, number)
    if _sum(word.encode() for word in index_words(article).split(" ") if word) != found:
        yield Finding(message("The article can't be found by searching."), article.id)


def _indexed(db: Database) -> dict[int, int]:
    """Return, by the number of the article, the sum over the words that it is found by.

    The index is kept by word: to have all words of one article at once, all of all must be held.
    """
    found = {number: 0 for (number,) in db.execute("SELECT rowid FROM words")}
    db.execute("CREATE VIRTUAL TABLE temp.indexed USING fts5vocab('main', 'words', 'instance')")
    try:
        before, digest = b"", 0
        for word, number in db.execute("SELECT CAST(term AS BLOB), doc FROM indexed"):
            if word != before:
                before, digest = word, _sum([word])
            if number in found:
                found[number] += digest
    finally:
        db.execute("DROP TABLE temp.indexed")
    return found


def _sum(words: Iterable[bytes]) -> int:
    return sum(
        int.from_bytes(hashlib.blake2b(word, digest_size=8).digest())
        for word in {word[:_LONGEST_WORD] for word in words}
    )
