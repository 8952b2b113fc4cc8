"""What a project keeps of suggestions: their settings, what was refused, what was learned."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, cast

from annotator.model.article import Json
from annotator.model.change import Change
from annotator.store.connection import Store
from annotator.store.database import Database
from annotator.store.failures import ProjectError

_SETTINGS = "suggestions"


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


class SuggestionStore:
    """What an open project keeps of suggestions; nothing of it is part of a layer or an export."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def settings(self) -> Mapping[str, Any]:
        """Return the settings as they were kept, an empty object where none were."""
        with self._store.reading() as db:
            row = db.execute("SELECT value FROM project WHERE key = ?", (_SETTINGS,)).fetchone()
        if row is None:
            return {}
        try:
            found: object = json.loads(row[0])
        except (ValueError, TypeError, RecursionError) as error:
            raise ProjectError("The settings of suggestions can't be read: {0}.", error) from error
        if not isinstance(found, dict):
            raise ProjectError("The settings of suggestions can't be read: {0}.", row[0])
        return cast(dict[str, Any], found)

    def keep_settings(self, settings: Mapping[str, Json]) -> None:
        """Keep `settings` in the project; no step of undo."""
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO project (key, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (_SETTINGS, json.dumps(dict(settings), ensure_ascii=False)),
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

    def learned(self, name: str) -> Learned | None:
        """Return what the suggester `name` has kept, or None."""
        with self._store.reading() as db:
            row = db.execute("SELECT state, at FROM learned WHERE name = ?", (name,)).fetchone()
        if row is None:
            return None
        if not isinstance(row[0], bytes):
            raise ProjectError("What the suggester {0} has learned is damaged.", name)
        return Learned(row[0], str(row[1]))

    def keep_learned(self, name: str, state: bytes) -> None:
        """Keep `state` for the suggester `name`, in the place of what it kept before."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO learned (name, state, at) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at",
                (name, state, at),
            )

    def forget_learned(self, name: str) -> None:
        """Delete what the suggester `name` has kept."""
        with self._store.writing() as db:
            db.execute("DELETE FROM learned WHERE name = ?", (name,))
