"""Work in the background: one after the other, with results on the UI thread."""

import gc
import threading
from weakref import WeakSet

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.message import AnnotatorError
from annotator.ui.work import Job, Work


def test_results_come_to_the_thread_that_asked(qtbot: QtBot) -> None:
    work = Work()
    threads: list[int] = []
    results: list[int] = []

    def do(_job: Job) -> int:
        threads.append(threading.get_ident())
        return 42

    def take(result: int) -> None:
        results.append(result)
        threads.append(threading.get_ident())

    work.begin("Counting", do, take)
    qtbot.waitUntil(lambda: not work.jobs)
    assert results == [42]
    assert threads[0] != threads[1] == threading.get_ident()


def test_jobs_take_turns(qtbot: QtBot) -> None:
    work = Work()
    at_once: list[int] = []
    running: list[str] = []

    def do(_job: Job) -> None:
        running.append("x")
        at_once.append(len(running))
        running.pop()

    for _ in range(5):
        work.begin("Counting", do, lambda _result: None)
    qtbot.waitUntil(lambda: not work.jobs)
    assert at_once == [1] * 5


def test_a_failure_is_told_to_whom_listens_once_the_job_is_begun(qtbot: QtBot) -> None:
    work = Work()
    told: list[str] = []

    def fail(_job: Job) -> None:
        raise AnnotatorError("No.")

    job = work.begin("Failing", fail)
    lane = work.findChild(QThreadPool)
    assert isinstance(lane, QThreadPool)
    assert lane.waitForDone(10_000), "it failed before anyone listened"
    job.failed.connect(lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: not work.jobs)
    assert told == ["No."]


def test_progress_and_failure_are_told(qtbot: QtBot) -> None:
    work = Work()
    told: list[str] = []
    steps: list[tuple[int, int]] = []
    go_on = threading.Event()
    work.failed.connect(lambda error: told.append(str(error)))

    def do(job: Job) -> None:
        go_on.wait(10)
        job.report(1, 2)
        raise AnnotatorError("The file is empty: there is nothing in it.", where="x.txt")

    job = work.begin("Reading", do, lambda _result: told.append("never"))
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    go_on.set()
    qtbot.waitUntil(lambda: not work.jobs)
    assert told == ["x.txt: The file is empty: there is nothing in it."]
    assert steps == [(1, 2)]


def test_what_came_of_an_abandoned_job_is_told_to_nobody(qtbot: QtBot) -> None:
    work = Work()
    told: list[str] = []
    work.failed.connect(lambda error: told.append(str(error)))
    go_on = threading.Event()

    def fail(_job: Job) -> None:
        go_on.wait(10)
        raise AnnotatorError("No.")

    job = work.begin("Failing", fail, lambda _result: told.append("never"))
    job.failed.connect(lambda error: told.append(str(error)))
    job.abandon()
    go_on.set()
    qtbot.waitUntil(lambda: not work.jobs)
    assert told == []


def test_a_cancelled_job_sees_it(qtbot: QtBot) -> None:
    work = Work()
    seen: list[bool] = []
    begun = threading.Event()

    def do(job: Job) -> bool:
        begun.set()
        while not job.cancelled():
            pass
        return job.cancelled()

    job = work.begin("Waiting", do, seen.append)
    assert begun.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: not work.jobs)
    assert seen == [True]


def test_after_a_stop_no_result_comes(qtbot: QtBot) -> None:
    work = Work()
    results: list[int] = []
    for number in range(3):
        work.begin("Counting", lambda _job, number=number: number, results.append)
    work.stop()
    assert not work.jobs
    qtbot.wait(1)
    assert results == []


def test_a_job_lets_the_thread_of_the_window_go_first(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.work._PATIENCE", 60)
    way, looked = threading.Event(), threading.Event()

    def do(job: Job) -> None:
        way.wait()
        job.cancelled()
        looked.set()

    work = Work()
    work.begin("Counting", do, lambda _: None)
    work.way.give()
    way.set()
    assert not looked.wait(0.05)
    qtbot.waitUntil(looked.is_set)
    qtbot.waitUntil(lambda: not work.jobs)


def test_what_a_job_held_is_let_go_of(qtbot: QtBot) -> None:
    work, held = Work(), WeakSet[_Held]()
    for _ in range(1000):
        thing = _Held()
        held.add(thing)
        work.begin("", lambda _job, thing=thing: thing)
        QApplication.processEvents()
    del thing
    qtbot.waitUntil(lambda: not work.jobs)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert len(held) == 0


class _Held:
    """Something that a job is given."""
