"""What a project keeps of suggestions: their settings, what was refused, what was learned."""

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeVar

import orjson

from annotator.model.annotation import Kind
from annotator.model.article import Json
from annotator.model.change import Change
from annotator.store.connection import Store
from annotator.store.database import Database
from annotator.store.failures import ProjectError

T = TypeVar("T")

_UNREADABLE = (ValueError, TypeError, RecursionError)
"""What reading JSON raises that another program has written."""

_SETTINGS, _LISTS = "suggestions", "word lists"
"""Rows of the table `project`. Lists may be long; a switch shall not write them again."""


def make_refusal(db: Database, change: Change) -> Change:
    """Note in the table that a suggestion was refused, or no longer is; return `change`.

    Raises ProjectError where the present is not what the change expects.
    """
    _, article, reviewer, place = change.address
    row = db.execute("SELECT number FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise ProjectError("There is no article {0} in the project.", article)
    key = (row[0], reviewer, place)
    if is_refused(db, *key) != bool(change.before):
        raise ProjectError("What was suggested there was refused, or allowed, since.")
    if change.after:
        db.execute("INSERT INTO refusals (article, reviewer, place) VALUES (?, ?, ?)", key)
    else:
        db.execute("DELETE FROM refusals WHERE article = ? AND reviewer = ? AND place = ?", key)
    return change


def is_refused(db: Database, article: int, reviewer: str, place: str) -> bool:
    """Return whether `reviewer` has refused a place in the article numbered `article`."""
    row = db.execute(
        "SELECT 1 FROM refusals WHERE article = ? AND reviewer = ? AND place = ?",
        (article, reviewer, place),
    ).fetchone()
    return row is not None


class Learned(NamedTuple):
    """What a suggester keeps between runs: its own bytes, and when it wrote them (ISO 8601)."""

    state: bytes
    at: str


class Decided(NamedTuple):
    """What was decided of one label: by whom what was accepted was suggested ("": by hand)."""

    accepted: Mapping[str, int]
    refused: int

    @property
    def precision(self) -> float | None:
        """The share of what was accepted of all that was decided, None where there is nothing."""
        right = sum(self.accepted.values()) - self.accepted.get("", 0)
        return right / (right + self.refused) if right + self.refused else None

    @property
    def recall(self) -> float | None:
        """The share of what was suggested of all that was tagged, None where there is nothing."""
        whole = sum(self.accepted.values())
        return (whole - self.accepted.get("", 0)) / whole if whole else None


_RECENT = """
    WITH recent AS (
        SELECT article FROM journal_layers
        WHERE reviewer = ? AND act != 'import' AND article != ''
        GROUP BY article ORDER BY max(entry) DESC LIMIT ?
    )
"""

_ACCEPTED = f"""
    {_RECENT}
    SELECT kind, label, origin, count(*) FROM annotations
    JOIN layers ON layers.number = layer JOIN articles ON articles.number = layers.article
    WHERE reviewer = ? AND articles.id IN recent
    GROUP BY kind, label, origin
"""  # noqa: S608 every part is written here

_REFUSED = f"""
    {_RECENT}
    SELECT json_extract(place, '$[0]'), json_extract(place, '$[1]'), count(*)
    FROM refusals JOIN articles ON number = article
    WHERE reviewer = ? AND id IN recent
    GROUP BY 1, 2
"""  # noqa: S608 every part is written here


class SuggestionStore:
    """What an open project keeps of suggestions; nothing of it is part of a layer or an export."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def settings(self) -> Mapping[str, Any]:
        """Return the settings as they were kept, an empty object where none were."""
        try:
            return self._read(_SETTINGS, dict[str, Any]())
        except _UNREADABLE as error:
            raise ProjectError("The settings of suggestions can't be read: {0}.", error) from error

    def keep_settings(self, settings: Mapping[str, Json]) -> None:
        """Keep `settings` in the project; no step of undo."""
        self._write(_SETTINGS, dict(settings))

    def word_lists(self) -> list[Any]:
        """Return the lists of words as they were kept, an empty list where none were."""
        try:
            return self._read(_LISTS, list[Any]())
        except _UNREADABLE as error:
            raise ProjectError("The lists of words can't be read: {0}.", error) from error

    def keep_word_lists(self, lists: list[Json]) -> None:
        """Keep `lists` in the project; no step of undo."""
        self._write(_LISTS, lists)

    def _read(self, key: str, otherwise: T) -> T:
        with self._store.reading() as db:
            row = db.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
        if row is None:
            return otherwise
        found = orjson.loads(row[0])
        if type(found) is not type(otherwise):
            raise ValueError(str(found))
        return found

    def _write(self, key: str, value: Json) -> None:
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO project (key, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (key, orjson.dumps(value).decode()),
            )

    def refusals(self, reviewer: str) -> dict[str, list[str]]:
        """Return the places that `reviewer` has refused, by article."""
        found: dict[str, list[str]] = {}
        with self._store.reading() as db:
            for article, place in db.execute(
                "SELECT id, place FROM refusals JOIN articles ON number = article"
                " WHERE reviewer = ? ORDER BY article, place",
                (reviewer,),
            ):
                found.setdefault(article, []).append(place)
        return found

    def tagged(self, reviewer: str, most: int = -1) -> list[str]:
        """Return the listed articles in which `reviewer` tagged mentions or events, in order.

        With `most` the first ones alone.
        """
        with self._store.reading() as db:
            rows = db.execute(
                "SELECT articles.id FROM layers JOIN articles ON articles.number = layers.article"
                " WHERE reviewer = ? AND entities + events > 0 AND listed = 1"
                " ORDER BY layers.article LIMIT ?",
                (reviewer, most),
            )
            return [id for (id,) in rows]

    def untagged(self, reviewer: str, most: int) -> list[str]:
        """Return some of the other listed articles, from all over the list."""
        with self._store.reading() as db:
            last = db.execute("SELECT max(number) FROM articles").fetchone()[0] or 0
            rows = db.execute(
                """
                SELECT id FROM articles
                WHERE listed = 1 AND number % ? = 0 AND NOT EXISTS (
                    SELECT 1 FROM layers
                    WHERE article = articles.number AND reviewer = ? AND entities + events > 0
                )
                ORDER BY number
                """,
                (1 + last // most, reviewer),
            )
            return [id for (id,) in rows]

    def decided(self, reviewer: str, latest: int) -> dict[tuple[Kind, str], Decided]:
        """Return by label what `reviewer` decided in the articles they worked on last.

        It is honest: what was suggested in an article was suggested before it was learned from.
        """
        accepted: dict[tuple[Kind, str], dict[str, int]] = {}
        refused: dict[tuple[Kind, str], int] = {}
        with self._store.snapshot() as db:
            asked = (reviewer, latest, reviewer)
            for kind, label, origin, count in db.execute(_ACCEPTED, asked):
                accepted.setdefault((Kind(kind), label), {})[origin] = count
            for kind, label, count in db.execute(_REFUSED, asked):
                refused[Kind(kind), label] = count
        keys = dict.fromkeys((*accepted, *refused))
        return {key: Decided(accepted.get(key, {}), refused.get(key, 0)) for key in keys}

    def by_layer(self) -> list[tuple[str, int, int, int, int]]:
        """Return (article, characters, annotations, of these suggested, refusals) of each layer.

        Layers without annotations are left out, those on removed articles, and curated ones, which
        are made of others.
        """
        with self._store.snapshot() as db:
            return db.execute(
                """
                SELECT articles.id, characters, count(*), sum(origin != ''), (
                    SELECT count(*) FROM refusals
                    WHERE refusals.article = articles.number
                        AND refusals.reviewer = layers.reviewer
                )
                FROM annotations JOIN layers ON layers.number = layer
                JOIN articles ON articles.number = layers.article
                WHERE listed = 1 AND NOT curated GROUP BY layers.number ORDER BY layers.number
                """
            ).fetchall()

    def learned(self, name: str) -> Learned | None:
        """Return what the suggester `name` has kept, or None."""
        with self._store.reading() as db:
            row = db.execute("SELECT state, at FROM learned WHERE name = ?", (name,)).fetchone()
        if row is None:
            return None
        if not isinstance(row[0], bytes):
            raise ProjectError("What the suggester {0} has learned is damaged.", name)
        return Learned(row[0], str(row[1]))

    def keep_learned(self, name: str, state: bytes) -> str:
        """Keep `state` for the suggester `name`, in the place of what it kept; return when.

        May be called on any thread.
        """
        at = datetime.now(UTC).isoformat(timespec="seconds")
        another = self._store.another(read_only=self._store.read_only)
        with closing(another) as store, store.writing() as db:
            db.execute(
                "INSERT INTO learned (name, state, at) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at",
                (name, state, at),
            )
        return at

    def forget_learned(self, name: str) -> None:
        """Delete what the suggester `name` has kept."""
        with self._store.writing() as db:
            db.execute("DELETE FROM learned WHERE name = ?", (name,))
