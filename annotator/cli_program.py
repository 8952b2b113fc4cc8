"""What every command shares: how it is called, and how it speaks."""

import errno
import json
import os
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import click

from annotator.ending import NOTHING, PARTLY, ended, say_untold
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.project import Project

STANDARD_OUTPUT = Path("-")

_AT_ONCE = 1000
"""Objects of a list that are made and written together."""


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
        if again := getattr(sys.stdout, "reconfigure", None):  # a terminal may lack letters
            again(errors="backslashreplace")
        return ended(lambda: self._call(args, extra))

    def _call(self, args: Sequence[str] | None, extra: dict[str, Any]) -> int:
        try:
            return self.main(args, **extra) or 0
        except click.Abort as error:
            raise KeyboardInterrupt from error
        except click.ClickException as error:
            if sys.stderr:  # click would show it on standard output
                error.show()
        return NOTHING


class Place(click.Path):
    """A path that was named: an empty one, of a variable that is not set, would be the folder."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return `value` as a path; fails where it is empty."""
        if value == "":
            self.fail("it is empty; name a file.", param, ctx)
        return super().convert(value, param, ctx)


of_status = click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(["new", "started", "done", "locked"]),
    help="Only layers with this status; repeatable.",
)
"""The option that chooses layers by their status."""


def output(out: Path) -> BinaryIO | Path:
    """Return `out`, or standard output where it is `-`; raises AnnotatorError if that is closed."""
    if out != STANDARD_OUTPUT:
        return out
    if not sys.stdout:
        raise AnnotatorError("Standard output is closed: name a file.")
    sys.stdout.flush()
    return sys.stdout.buffer


def print_line(text: str) -> None:
    """Write a line on standard output for people; raises OSError where that takes nothing."""
    _print(text + "\n")


def print_data(text: str) -> None:
    """Write `text` on standard output for programs: in UTF-8, whatever a terminal takes."""
    _print(text.encode(errors="backslashreplace"))


def _print(what: str | bytes) -> None:
    if not sys.stdout:  # click would write it nowhere, and not say so
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    click.echo(what, nl=False)


def print_json(value: Any) -> None:
    """Write `value` on standard output."""
    print_data(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_json_list(values: Iterable[Any]) -> None:
    """Write `values` as one list on standard output, as `print_json` does, but a few at a time."""
    rest = iter(values)
    begun = False
    while some := list(islice(rest, _AT_ONCE)):
        items = json.dumps(some, ensure_ascii=False, indent=2).removesuffix("\n]")
        print_data("," + items[1:] if begun else items)
        begun = True
    print_data("\n]\n" if begun else "[]\n")


def report_json(value: Any, status: int) -> int:
    """Write what was done on standard output; return `status`, or that it was done but not told."""
    try:
        print_json(value)
    except OSError as error:
        say_untold(error)
        return max(status, PARTLY)
    return status


def error_json(error: AnnotatorError) -> dict[str, str]:
    """Return `error` as an object of a report."""
    return {"where": error.where, "message": str(error.message)}


@contextmanager
def opening(path: Path, *, for_writing: bool = False) -> Generator["Project"]:
    """Open a project for a command; raises AnnotatorError where it can't be written, and must."""
    from annotator.project import Project

    project = Project.open(path, read_only=not for_writing, step=tell_progress)
    try:
        if project.obstacle:
            raise AnnotatorError(
                project.obstacle.template, *project.obstacle.values, where=str(path)
            )
        yield project
    finally:
        project.close()


def tell_progress(done: int, of: int, _title: str = "") -> None:
    """Say how far something is that takes long, where somebody may be waiting for it."""
    if done and done % 100 == 0 and sys.stderr and sys.stderr.isatty():
        click.echo(f"{done} / {of}…" if of else f"{done}…", err=True)


def who() -> str:
    """Return who works here: the name given in the window, else the name of the account."""
    from annotator.store.holders import user_name
    from annotator.ui.settings import REVIEWER, Settings, settings_file

    try:
        return Settings(settings_file())[REVIEWER] or user_name()
    except RuntimeError:  # an account without a home has no settings
        return user_name()
