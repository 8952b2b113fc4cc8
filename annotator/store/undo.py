"""Undo and redo: which step is next, and the edit that takes it back.

Redo is the undo of an undo, so the journal only grows. The table `undone` says what was taken back,
so the journal need not be read through to find the step that is next.
"""

import heapq
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from annotator.model.change import Change, Edit, Subject
from annotator.model.message import AnnotatorError, Message
from annotator.store.changes import make
from annotator.store.database import Database, Step, unheard
from annotator.store.failures import LongStepError, ProjectError
from annotator.store.journal import Act, Entry, append, length, read_entry, read_title

_FAR = 20
"""Entries of a leap that are passed one by one: to ask anew takes as long as so many."""


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
    """Do again what `undo` took back last, in the same way."""
    return _take_back(db, _steps_to_redo(db, article, by), by, "redo", pace)


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
    _check_unused(db, title, numbers[0], changes)
    try:
        made = make(db, Edit(title, changes), pace.step)
    except AnnotatorError as error:
        raise ProjectError("“{0}” can't be taken back: {1}", title, error) from error
    return append(db, made, by, act, numbers)


def _check_unused(db: Database, title: Message, number: int, changes: Iterable[Change]) -> None:
    """Raise ProjectError where `changes` take an article away that was worked on since.

    `number` is that of the last entry to be taken back.
    """
    for change in changes:
        if change.address.subject is not Subject.ARTICLE or change.after:
            continue
        worked = db.execute(
            "SELECT 1 FROM journal_layers JOIN journal ON number = entry"
            " WHERE article = ? AND entry > ? AND act != 'import' LIMIT 1",
            (change.address.article, number),
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
    for number, act, gesture, undone in _acts(db, article, by, "undo"):
        if undone or act not in ("edit", "redo"):
            if steps:
                break
            continue
        if steps and gesture != held:
            break
        steps.append(number)
        held = gesture
        if not gesture:
            break
    return steps


def _steps_to_redo(db: Database, article: str, by: str) -> list[int]:
    """Return the number of the undo that redo would take back; a new edit leaves none."""
    for number, act, _, undone in _acts(db, article, by, "redo"):
        if act == "edit":
            break
        if act == "undo" and not undone:
            return [number]
    return []


_Act: TypeAlias = tuple[int, str, str, bool]
"""(number, act, gesture, undone) of an entry."""


def _acts(db: Database, article: str, by: str, leap: Act) -> Iterator[_Act]:
    """Yield the entries in the scope of undo, newest first.

    When one of the act `leap` took the last step of its kind back, there was none after that step.
    So what lies between the two is left out, and a long way back costs as much as a short one.
    """
    scopes = {("", ""), (article, by if article else "")}
    entries = [_acts_on(db, scope, by, leap) for scope in scopes]
    previous = None
    for row in heapq.merge(*entries, key=lambda each: -each[0]):
        if row[0] != previous:
            yield row
        previous = row[0]


def _acts_on(db: Database, scope: tuple[str, str], by: str, leap: Act) -> Iterator[_Act]:
    """Yield the entries of one layer or of the project, newest first.

    An entry that changed other layers too may have been taken back from there, after what was done
    here: there is no leap over it.
    """
    start: int | None = 2**62
    while start is not None:
        rows = db.execute(
            """
            SELECT number, act, gesture, EXISTS (SELECT 1 FROM undone WHERE entry = number),
                CASE WHEN act = ? AND 1 = (
                    SELECT count(*) FROM journal_layers AS touched WHERE touched.entry = number
                ) THEN (SELECT min(entry) FROM undone WHERE undo = number) END
            FROM journal_layers JOIN journal ON number = journal_layers.entry
            WHERE article = ? AND reviewer = ? AND by = ? AND journal_layers.entry < ?
            ORDER BY journal_layers.entry DESC
            """,
            (leap, *scope, by, start),
        )
        start = below = None
        passed = 0
        for number, act, gesture, undone, next_below in rows:
            if below is not None and number >= below:
                passed += 1
                if passed == _FAR:
                    start = below
                    break
                continue
            yield number, act, gesture, bool(undone)
            below, passed = next_below, 0
