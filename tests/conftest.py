"""What holds for every test: a home of its own, no window on the desk, nothing left behind."""

import atexit
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="annotator-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

settings.register_profile("suite", derandomize=True, deadline=None, max_examples=40, database=None)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home directory that no other test sees: settings, data and logs go there."""
    home = tmp_path / "home"
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    home.mkdir()
    return home


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in set(threading.enumerate()) - before
        if not isinstance(thread, threading._DummyThread)
    ]
    for thread in left:
        thread.join(timeout=10)
    running = [thread.name for thread in left if thread.is_alive()]
    assert not running, f"threads are still running: {running}"


@pytest.fixture(autouse=True)
def _no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [repr(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in QApplication.topLevelWidgets():
        widget.close()
    assert not shown, f"windows are still open: {shown}"
    assert QThreadPool.globalInstance().waitForDone(10_000), "a thread pool is still at work"


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Return what presses keys and waits for what they do: as long as a loaded machine needs."""
    bot = QtBot(request)
    for wait in ("waitUntil", "waitSignal", "waitExposed"):
        setattr(bot, wait, partial(getattr(bot, wait), timeout=60_000))
    return bot


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of public data sets that lies beside some checkouts, or skip the test."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the data sets are not on this machine: {SHARED_DATA}")
    return SHARED_DATA
