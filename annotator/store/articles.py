"""Articles as rows: their text and metadata, and the words that they are found by."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from annotator.language.search import search_key
from annotator.model.article import Article, Json
from annotator.store.database import Database, Runs
from annotator.store.failures import ProjectError
from annotator.store.index_words import index_words

_json = json.JSONEncoder(ensure_ascii=False).encode
_DECODE = json.JSONDecoder().decode


def find_article(db: Database, id: str) -> tuple[int, Article]:
    """Return the number of the article `id`, and the article; raises ProjectError without it."""
    row = db.execute("SELECT number, text FROM articles WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise ProjectError("There is no article {0} in the project.", id)
    return row[0], _article(id, row[1], read_metadata(db, row[0]))


def read_article(db: Database, number: int) -> Article:
    """Return the article numbered `number`, which is there."""
    row = db.execute("SELECT id, text FROM articles WHERE number = ?", (number,)).fetchone()
    id, text = row
    return _article(id, text, read_metadata(db, number))


def read_articles(db: Database) -> Iterator[tuple[int, Article]]:
    """Yield the listed articles with their numbers, in the order they were added."""
    rows = db.execute(
        "SELECT article, key, value FROM metadata WHERE value IS NOT NULL"
        " ORDER BY article, position"
    )
    metadata = Runs(rows)
    for number, id, text in db.execute(  # by the index all texts would have to be sorted
        "SELECT number, id, text FROM articles NOT INDEXED WHERE listed = 1 ORDER BY number"
    ):
        yield number, _article(id, text, _metadata(metadata.of(number)))


def _article(id: object, text: object, metadata: Mapping[str, Json]) -> Article:
    if not (isinstance(id, str) and isinstance(text, str)):
        raise ProjectError("The row of the article {0} is damaged.", id)
    return Article(id, text, metadata)


def read_metadata(db: Database, article: int) -> dict[str, Json]:
    """Return the metadata of the article numbered `article`, in its order."""
    rows = db.execute(
        "SELECT article, key, value FROM metadata WHERE article = ? AND value IS NOT NULL"
        " ORDER BY position",
        (article,),
    )
    return _metadata(rows)


def _metadata(rows: Iterable[tuple[Any, ...]]) -> dict[str, Json]:
    try:
        return {key: _DECODE(value) for _, key, value in rows}
    except (ValueError, TypeError, RecursionError) as error:
        raise ProjectError("The metadata of an article can't be read: {0}.", error) from error


class ArticleRows(NamedTuple):
    """What the tables keep of an article that is to be added: all but its number and words."""

    article: Article
    digest: str
    metadata: list[tuple[str, str]]


def rows_of(article: Article) -> ArticleRows:
    """Return the rows of `article`; raises UnicodeEncodeError where a character can't be kept."""
    metadata = [(key, _json(value)) for key, value in article.metadata.items()]
    article.id.encode()
    digest = _digest(
        article.text.encode(), ((key.encode(), value.encode()) for key, value in metadata)
    )
    return ArticleRows(article, digest, metadata)


class NewArticle(NamedTuple):
    """An article to add under a number, and the words that it is found by (`index_words`)."""

    number: int
    rows: ArticleRows
    words: str


def insert_articles(db: Database, new: Iterable[NewArticle]) -> None:
    """Add articles that are not in the list yet."""
    rows: list[tuple[object, ...]] = []
    metadata: list[tuple[object, ...]] = []
    words: list[tuple[int, str]] = []
    for number, (article, digest, pairs), found_by in new:
        rows.append((number, article.id, article.text, digest, *listed_columns(article).values()))
        metadata += [(number, position, *pair) for position, pair in enumerate(pairs)]
        words.append((number, found_by))
    db.insert(
        "articles",
        "number, id, text, digest, title, title_key, published_at, source, characters",
        rows,
    )
    db.insert("metadata", "article, position, key, value", metadata)
    db.insert("words", "rowid, word", words)


def listed_columns(article: Article) -> dict[str, str | int]:
    """Return, by name, the columns of an article's row that repeat what it holds, for the list."""
    return {
        "title": article.title,
        "title_key": search_key(article.title),
        "published_at": _string(article.metadata, "published_at"),
        "source": _string(article.metadata, "source"),
        "characters": len(article.text),
    }


def stored_digest(db: Database, number: int) -> str:
    """Return the digest of the article's text and metadata as they stand in the tables."""
    text = db.execute(
        "SELECT CAST(text AS BLOB) FROM articles WHERE number = ?", (number,)
    ).fetchone()[0]
    rows = db.execute(
        "SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM metadata WHERE article = ?"
        " ORDER BY position",
        (number,),
    )
    return _digest(text, rows)


def _digest(text: bytes, metadata: Iterable[tuple[bytes, bytes | None]]) -> str:
    digest = hashlib.blake2b(text, digest_size=16)
    for pair in metadata:
        digest.update(repr(pair).encode())
    return digest.hexdigest()


def unindex_article(db: Database, number: int, words: str) -> None:
    """Take the article from the index; `words` are those it was indexed by."""
    db.execute("INSERT INTO words (words, rowid, word) VALUES ('delete', ?, ?)", (number, words))


def set_metadata(db: Database, id: str, key: str, value: Json) -> None:
    """Set one key of an article's metadata (None: take it away), and what is listed by it."""
    number, before = find_article(db, id)
    db.execute(
        """
        INSERT INTO metadata (article, position, key, value)
        VALUES (:article, (SELECT count(*) FROM metadata WHERE article = :article), :key, :value)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        {
            "article": number,
            "key": key,
            "value": None if value is None else _json(value),
        },
    )
    after = Article(id, before.text, read_metadata(db, number))
    db.execute(
        "UPDATE articles SET title = ?, title_key = ?, published_at = ?, source = ?,"
        " characters = ?, digest = ? WHERE number = ?",
        (*listed_columns(after).values(), stored_digest(db, number), number),
    )
    if after.title != before.title:
        unindex_article(db, number, index_words(before))
        words = index_words(after)
        db.execute("INSERT INTO words (rowid, word) VALUES (?, ?)", (number, words))


def _string(metadata: Mapping[str, Json], key: str) -> str:
    value = metadata.get(key)
    return value if isinstance(value, str) else ""
