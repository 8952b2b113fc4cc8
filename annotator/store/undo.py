"""Undo and redo: which step is next, and the edit that takes it back.

Redo is the undo of an undo, so the journal only grows. The table `undone` says what was taken back,
and `journal_layers` too, for the step that is next to be found at once.
"""

import heapq
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.model.change import Change, Edit, Subject
from annotator.model.message import AnnotatorError, Message
from annotator.store.changes import make
from annotator.store.database import Database, Step, unheard
from annotator.store.failures import LongStepError, ProjectError
from annotator.store.journal import Act, Entry, append, length, read_entry, read_title

_MADE: tuple[Act, ...] = ("edit", "redo")
"""What undo takes back."""


class Pace(NamedTuple):
    """How long a step may be, and who is told how far it is."""

    longest: int | None = None
    """Characters of the journal; a step of more raises LongStepError. None: there is time."""
    step: Step = unheard


UNHURRIED = Pace()


def undo(db: Database, article: str, by: str, pace: Pace = UNHURRIED) -> Entry | None:
    """Take back the last step of `by`, within the caller's transaction; None: there is none.

    Raises ProjectError where what the step made is no longer as it was.
    """
    return _take_back(db, _steps_to_undo(db, article, by), by, "undo", pace)


def redo(db: Database, article: str, by: str, pace: Pace = UNHURRIED) -> Entry | None:
    """Do again what `undo` took back last, in the same way.

    Raises ProjectError, too, where something else has to be done again before.
    """
    numbers = _steps_to_redo(db, article, by)
    _check_in_turn(db, numbers, by)
    return _take_back(db, numbers, by, "redo", pace)


def undo_title(db: Database, article: str, by: str) -> Message | None:
    """Return the title of the step that `undo` would take back, or None."""
    return _title(db, _steps_to_undo(db, article, by))


def redo_title(db: Database, article: str, by: str) -> Message | None:
    """Return the title of the step that `redo` would do again, or None."""
    return _title(db, _steps_to_redo(db, article, by))


def _take_back(db: Database, numbers: list[int], by: str, act: Act, pace: Pace) -> Entry | None:
    if not numbers:
        return None
    if pace.longest is not None and length(db, numbers) > pace.longest:
        raise LongStepError(
            "“{0}” changes so much that it takes a while.", read_title(db, numbers[0])
        )
    entries = [read_entry(db, number) for number in numbers]
    title = entries[0].edit.title
    changes = tuple(change for entry in entries for change in entry.edit.inverse().changes)
    _check_unused(db, title, numbers[0], changes, act)
    try:
        made = make(db, Edit(title, changes), pace.step)
    except AnnotatorError as error:
        raise ProjectError("“{0}” can't be taken back: {1}", title, error) from error
    return append(db, made, by, act, numbers)


def _check_unused(
    db: Database, title: Message, number: int, changes: Iterable[Change], act: Act
) -> None:
    """Raise ProjectError where `changes` take an article away that was worked on since.

    `number` is that of the last entry to be taken back. Work that was taken back is none; and what
    is done again was there when the article was removed first.
    """
    for change in changes:
        if change.address.subject is not Subject.ARTICLE or change.after:
            continue
        worked = db.execute(
            "SELECT 1 FROM journal_layers"
            " WHERE article = ? AND entry > ? AND act IN ('edit', ?)"
            " AND NOT undone LIMIT 1",
            (change.address.article, number, "edit" if act == "redo" else "redo"),
        ).fetchone()
        if worked:
            raise ProjectError(
                "“{0}” can't be taken back: {1} was worked on since. Remove the article instead.",
                title, change.address.article,
            )  # fmt: skip


def _title(db: Database, numbers: list[int]) -> Message | None:
    if not numbers:
        return None
    return read_title(db, numbers[0])


def _steps_to_undo(db: Database, article: str, by: str) -> list[int]:
    """Return the numbers of the entries that undo would take back, the last one first.

    It is the last edit by `by`, of those that change their layer of `article` or the project, which
    is not taken back; with it those just before that belong to the same gesture.
    """
    steps: list[int] = []
    held = ""
    last = max(_last(db, article, by, act) for act in _MADE)
    for number, act, gesture, undone in _back_from(db, article, by, last):
        if undone or act not in _MADE or (steps and gesture != held):
            break
        steps.append(number)
        held = gesture
        if not gesture:
            break
    return steps


def _steps_to_redo(db: Database, article: str, by: str) -> list[int]:
    """Return the number of the undo that redo would take back; a new edit leaves none."""
    last = _last(db, article, by, "undo")
    edit = max(_last(db, article, by, "edit", undone=undone) for undone in (False, True))
    return [last] if last > edit and not _worked_on(db, last, by, "edit") else []


def _check_in_turn(db: Database, numbers: Iterable[int], by: str) -> None:
    """Raise ProjectError where `by` undid more, later, elsewhere, on what an undo touched.

    That was done before: had it to come after, what it made might be in its own way.
    """
    for number in numbers:
        if article := _worked_on(db, number, by, "undo"):
            raise ProjectError(
                "“{0}” can't be redone yet: more was undone in {1} since. Redo that first.",
                read_title(db, number), article,
            )  # fmt: skip


def _worked_on(db: Database, undo: int, by: str, act: Act) -> str | None:
    """Return an article that `undo` touched, and `by` since, by an `act` not taken back, or None.

    An edit counts whatever became of it. It may have been in another article than the one that redo
    is asked from: done again now, the step would come after that edit, as it never did.
    """
    wide = "SELECT 1 FROM journal_layers WHERE entry = ? AND article = ''"
    if not db.execute(wide, (undo,)).fetchone():
        return None
    found = db.execute(
        """
        SELECT article FROM journal_layers AS later
        WHERE entry > :undo AND by = :by AND act = :act AND article != ''
            AND (act = 'edit' OR NOT undone)
            AND (
                EXISTS (
                    SELECT 1 FROM journal_layers AS touched
                    WHERE touched.entry = :undo
                        AND touched.article = later.article AND touched.reviewer = later.reviewer
                )
                OR article IN (
                    SELECT value ->> '$[0][1]' FROM journal, json_each(
                        CASE WHEN json_valid(payload) THEN payload ELSE '[]' END
                    )
                    WHERE number = :undo AND value ->> '$[0][0]' = :subject
                )
            )
        LIMIT 1
        """,
        {"undo": undo, "by": by, "act": act, "subject": Subject.ARTICLE},
    ).fetchone()
    return found[0] if found else None


def _last(db: Database, article: str, by: str, act: Act, *, undone: bool = False) -> int:
    """Return the number of the last such entry in the scope of undo; 0: there is none.

    It is looked up, so that it costs the same whatever was done and taken back since.
    """
    found = (
        db.execute(
            "SELECT max(entry) FROM journal_layers"
            " WHERE article = ? AND reviewer = ? AND by = ? AND act = ? AND undone = ?",
            (*scope, by, act, undone),
        ).fetchone()[0]
        for scope in _scopes(article, by)
    )
    return max(number or 0 for number in found)


def _scopes(article: str, by: str) -> set[tuple[str, str]]:
    """Return the layer that undo is asked from, and the project."""
    return {("", ""), (article, by if article else "")}


def _back_from(
    db: Database, article: str, by: str, last: int
) -> Iterator[tuple[int, str, str, bool]]:
    """Yield (number, act, gesture, undone) of the entries in the scope, from `last` back."""
    entries = [
        db.execute(
            """
            SELECT number, journal.act, gesture, undone
            FROM journal_layers JOIN journal ON number = entry
            WHERE article = ? AND reviewer = ? AND journal.by = ? AND entry <= ?
            ORDER BY entry DESC
            """,
            (*scope, by, last),
        )
        for scope in _scopes(article, by)
    ]
    previous = None
    for row in heapq.merge(*entries, key=lambda each: -each[0]):
        if row != previous:
            yield row
        previous = row
