"""The real program on a real X server, driven by real keys, heard through its log."""

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

PATIENCE = 30.0
"""Seconds to wait for what must happen, before it counts as never."""

Event = dict[str, Any]


class SilentError(AssertionError):
    """The program did not say in time, or ended before it said, what was waited for."""


class Display:
    """An X server of our own, and the keyboard on it."""

    def __init__(self, size: str = "1280x800") -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = f":{answer.readline().strip()}"
        self._keyboard: subprocess.Popen[str] = subprocess.Popen(
            ["xdotool", "-"],
            stdin=subprocess.PIPE,
            env={**os.environ, "DISPLAY": self.name},
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._keyboard.communicate()
        self._server.terminate()
        self._server.wait()

    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other, named as xdotool does: `ctrl+z`."""
        self._tell(f"key --delay 0 {' '.join(keys)}")

    def type(self, text: str) -> None:
        """Type a line of text."""
        self._tell(f"type --delay 0 {json.dumps(text)}")

    def _tell(self, command: str) -> None:
        assert self._keyboard.stdin
        self._keyboard.stdin.write(command + "\n")
        self._keyboard.stdin.flush()


class Program:
    """One run of a program that tells what it does, one JSON object a line.

    The file that ANNOTATOR_LOG names is a pipe: whoever waits wakes up at once, and what was
    written before a kill is not lost.
    """

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        self._log, write = os.pipe()
        self._rest = b""
        self.events: list[Event] = []
        """What was heard so far."""
        self.errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self.process = subprocess.Popen(
            command,
            env={**environment, "ANNOTATOR_LOG": f"/dev/fd/{write}"},
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=self.errors,
        )
        os.close(write)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        self.errors.close()
        os.close(self._log)

    def wait(self, event: str, **fields: object) -> Event:
        """Return the next event called `event` whose `fields` are these; raises SilentError."""
        return self.until(
            f"{event} {fields or ''}",
            lambda heard: heard["event"] == event and fields.items() <= heard.items(),
        )

    def until(self, what: str, found: Callable[[Event], bool]) -> Event:
        """Return the next event that is `found`; `what` names it for the error.

        Raises SilentError when it does not come in time, or the program ends.
        """
        for heard in self._hear(time.monotonic() + PATIENCE):
            if found(heard):
                return heard
        raise SilentError(f"no {what}; heard {self.events[-12:]}\n{self.complaints()}")

    def listen(self, seconds: float) -> None:
        """Take in what was said, and what is said during `seconds`."""
        for _ in self._hear(time.monotonic() + seconds):
            pass

    def kill(self) -> None:
        """End the process without its knowing, and take in what it had said."""
        self.process.kill()
        self.process.wait()
        self.listen(0)

    def ended(self, patience: float = PATIENCE) -> int:
        """Wait for the program to end by itself; return its exit status."""
        for _ in self._hear(time.monotonic() + patience):
            pass
        return self.process.wait(1)

    def complaints(self) -> str:
        """Return what the program wrote to standard error so far."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def _hear(self, deadline: float) -> Iterator[Event]:
        """Yield events until the deadline or the end of the log."""
        while True:
            while b"\n" in self._rest:
                line, self._rest = self._rest.split(b"\n", 1)
                self.events.append(json.loads(line))
                yield self.events[-1]
            left = deadline - time.monotonic()
            if not select.select([self._log], [], [], max(0.0, left))[0]:
                return
            said = os.read(self._log, 65536)
            if not said:
                return
            self._rest += said


class Home:
    """A person's home directory on a display: projects and settings of one test."""

    def __init__(self, folder: Path, display: Display) -> None:
        self.folder = folder
        self.display = display
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "DISPLAY": display.name,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            **{f"XDG_{each}_HOME": str(folder / each) for each in ("CONFIG", "DATA", "STATE")},
        }
        for name in ("WAYLAND_DISPLAY", "LANGUAGE"):
            self.environment.pop(name, None)
        folder.mkdir(parents=True, exist_ok=True)

    def settle(self, **settings: object) -> None:
        """Write the settings file, as if the person had used the program before."""
        path = self.folder / "CONFIG" / "annotator" / "settings.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"reviewer": "lan", "tour_seen": True, **settings}))

    def start(self, *args: str | Path) -> Program:
        """Start the window."""
        return Program([sys.executable, "-m", "annotator", *args], self.environment)

    def command(self, *args: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "annotator", *args],
            env=self.environment,
            capture_output=True,
            text=True,
        )
