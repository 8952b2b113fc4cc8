"""The project as it is counted: article by article with its layers, then step by step."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import orjson

from annotator.model.annotation import Annotation
from annotator.model.article import Status
from annotator.model.change import Subject
from annotator.store.database import Database, Runs
from annotator.store.failures import ProjectError
from annotator.store.layers import layer_status, read_annotations

_STEPS = """
    FROM journal WHERE act != 'import'
    AND EXISTS (SELECT 1 FROM journal_layers WHERE entry = number AND reviewer != '')
"""


def count_measured(db: Database) -> int:
    """Return how many articles and steps there are to count."""
    articles = db.execute("SELECT count(*) FROM articles WHERE listed = 1").fetchone()[0]
    return articles + db.execute(f"SELECT count(*) {_STEPS}").fetchone()[0]


def read_measured(db: Database) -> Iterator[tuple[str, list[tuple[str, Status, list[Annotation]]]]]:
    """Yield the text of each listed article with the reviewer, status and annotations of layers."""
    layers = Runs(
        db.execute("SELECT article, number, reviewer, status FROM layers ORDER BY article, number")
    )
    for number, text in db.execute(
        "SELECT number, text FROM articles NOT INDEXED WHERE listed = 1 ORDER BY number"
    ):
        if not isinstance(text, str):
            raise ProjectError("The row of the article {0} is damaged.", number)
        yield (
            text,
            [
                (reviewer, layer_status(status) or Status.NEW, read_annotations(db, layer))
                for _, layer, reviewer, status in layers.of(number)
            ],
        )


def read_steps(db: Database) -> Iterator[tuple[str, str, str, list[str], list[str], int]]:
    """Yield the edits of layers, imports left out: day, by whom, gesture, and what came of it.

    That is: labels of annotations added, of annotations removed, and how many layers were set to
    done. The day is that of this computer's clock.
    """
    for number, at, by, gesture, payload in db.execute(
        f"SELECT number, at, by, gesture, payload {_STEPS} ORDER BY number"
    ):
        try:
            day = datetime.fromisoformat(at).astimezone().date().isoformat()
            yield (day, by, gesture, *_outcome(_loaded(payload)))
        except (ValueError, TypeError, LookupError) as error:
            raise ProjectError(
                "Entry {0} of the journal can't be read: {1}.", number, error
            ) from error


def _outcome(changes: Any) -> tuple[list[str], list[str], int]:
    added: list[str] = []
    removed: list[str] = []
    done = 0
    for (subject, *_), before, after in changes:
        if subject == Subject.ANNOTATION and before is None:
            added.append(after["label"])
        elif subject == Subject.ANNOTATION and after is None:
            removed.append(before["label"])
        elif subject == Subject.STATUS:
            done += after == Status.DONE
    return added, removed, done


def _loaded(payload: str) -> Any:
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError:  # NaN, or an integer of more than 64 bits
        return json.loads(payload)
