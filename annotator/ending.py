"""How the program ends, whatever happened: with a sentence on standard error, and a status."""

import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TextIO

from annotator.model.message import AnnotatorError, message

DONE, PARTLY, NOTHING = 0, 1, 2
"""Exit statuses: all done; done, but something was skipped, found or not told; nothing done."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def ended(do: Callable[[], int]) -> int:
    """Call `do` and return the exit status it returns; for all that it raises, say so: `NOTHING`.

    SIGTERM ends it as Ctrl+C does.
    """
    try:
        with _ended_by_the_system():
            return do()
    except AnnotatorError as error:
        say_error(error)
    except KeyboardInterrupt:
        say("Cancelled: nothing was changed.")
    except OSError as error:
        say_untold(error)
    except Exception as error:  # noqa: BLE001  # a bug: keep it for those who can mend it
        what = f"{type(error).__name__}: {error}"
        say("This should not have happened: {0}. Please report it with {1}.", what, _log())
    return NOTHING


def say(template: str, *values: object) -> None:
    """Write a sentence on standard error."""
    _say(str(message(template, *values)))


def say_error(error: AnnotatorError) -> None:
    """Write what is wrong, and where, on standard error, on one line."""
    _say(str(error))


def say_untold(error: OSError) -> None:
    """Say what the system had to say; of a pipe that nobody reads any more there is nothing."""
    from annotator.formats.files import file_error

    if not isinstance(error, BrokenPipeError):
        say_error(file_error(error, error.filename or "standard output"))
    if error.filename is None:
        _drop(sys.stdout)


def shown(text: str) -> str:
    """Return `text` with what would steer a terminal or turn the line around made visible."""
    return _UNSAFE.sub(lambda found: ascii(found[0])[1:-1], text)


def _say(text: str) -> None:
    _tell(shown(text))


def _tell(text: str) -> None:
    """Write `text` on standard error, if it takes any: what can't be said changes nothing else."""
    if sys.stderr:  # print would take standard output for one that is closed
        try:
            print(text, file=sys.stderr, flush=True)
        except OSError:
            _drop(sys.stderr)


@contextmanager
def _ended_by_the_system() -> Generator[None]:
    """Let SIGTERM end the block as Ctrl+C does, so that it clears away what it began."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def _drop(stream: TextIO) -> None:
    """Forget what `stream` did not take: at the end Python would try and complain again."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _log() -> str:
    """Write the exception at hand to the program's log, and return where that is.

    Where no log can be kept it goes to standard error.
    """
    told = traceback.format_exc()
    try:
        from annotator.ui.settings import data_folder

        path = data_folder() / "annotator.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat()} {told}")
    except (OSError, RuntimeError):  # a full disk; an account without a home
        _tell(told)
        return "what stands above"
    return str(path)
