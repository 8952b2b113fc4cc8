"""What every command shares: how it ends, and how it speaks on standard error."""

import json
import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from annotator.model.message import AnnotatorError, message

if TYPE_CHECKING:
    from annotator.project import Project

NOTHING = 2
"""The exit status when nothing was done or changed."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Program(click.Group):
    """A group of commands that return their exit status, and of one that needs no name.

    Whatever goes wrong ends in a sentence on standard error, never in a traceback.
    """

    nameless: click.Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with, else the nameless one with all of them."""
        if args[0] in self.commands or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        return self.nameless.name, self.nameless, args

    def __call__(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command that the process was called with, and exit."""
        sys.exit(self.run(*args, **extra))

    def run(self, args: Sequence[str] | None = None, **extra: Any) -> int:
        """Run the command that `args` (None: those of the process) name; return its exit status."""
        extra = {"prog_name": "annotator", **extra, "standalone_mode": False}
        try:
            with _ended_by_the_system():
                return self.main(args, **extra) or 0
        except click.ClickException as error:
            error.show()
        except AnnotatorError as error:
            say_error(error)
        except (KeyboardInterrupt, click.Abort):
            say("Cancelled: nothing was changed.")
        except BrokenPipeError:
            _drop_output()  # nobody reads it any more
        except OSError as error:
            from annotator.formats.files import file_error

            say_error(file_error(error, error.filename or "standard output"))
            if error.filename is None:
                _drop_output()
        except Exception as error:  # noqa: BLE001  # a bug: keep it for those who can mend it
            what = f"{type(error).__name__}: {error}"
            say("This should not have happened: {0}. Please report it with {1}.", what, _log())
        return NOTHING


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


def _drop_output() -> None:
    """Forget what standard output did not take: at the end Python would try and complain again."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(template: str, *values: object) -> None:
    """Write a sentence on standard error."""
    _say(str(message(template, *values)))


def say_error(error: AnnotatorError) -> None:
    """Write what is wrong, and where, on standard error, on one line."""
    _say(str(error))


def print_json(value: Any) -> None:
    """Write `value` on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def error_json(error: AnnotatorError) -> dict[str, str]:
    """Return `error` as an object of a report."""
    return {"where": error.where, "message": str(error.message)}


@contextmanager
def opening(path: Path, *, for_writing: bool = False) -> Generator["Project"]:
    """Open a project for a command; raises AnnotatorError where it can't be written, and must."""
    from annotator.project import Project

    project = Project.open(path, read_only=not for_writing)
    try:
        if project.obstacle:
            raise AnnotatorError(
                project.obstacle.template, *project.obstacle.values, where=str(path)
            )
        yield project
    finally:
        project.close()


def who() -> str:
    """Return who works here: the name given in the window, else the name of the account."""
    from annotator.store.holders import user_name
    from annotator.ui.settings import REVIEWER, Settings, settings_file

    try:
        return Settings(settings_file())[REVIEWER] or user_name()
    except RuntimeError:  # an account without a home has no settings
        return user_name()


def shown(text: str) -> str:
    """Return `text` with what would steer a terminal or turn the line around made visible."""
    return _UNSAFE.sub(lambda found: ascii(found[0])[1:-1], text)


def _say(text: str) -> None:
    click.echo(shown(text), err=True)


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
        click.echo(told, err=True)
        return "what stands above"
    return str(path)
