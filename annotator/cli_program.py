"""What every command shares: how it is called, and how it speaks."""

import json
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from annotator.ending import NOTHING, ended
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.project import Project


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
        return ended(lambda: self._call(args, extra))

    def _call(self, args: Sequence[str] | None, extra: dict[str, Any]) -> int:
        try:
            return self.main(args, **extra) or 0
        except click.Abort as error:
            raise KeyboardInterrupt from error
        except click.ClickException as error:
            error.show()
        return NOTHING


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

    project = Project.open(path, read_only=not for_writing, step=_tell_step)
    try:
        if project.obstacle:
            raise AnnotatorError(
                project.obstacle.template, *project.obstacle.values, where=str(path)
            )
        yield project
    finally:
        project.close()


def _tell_step(done: int, of: int) -> None:
    """Say how far an older project is brought up to date, where somebody may be waiting for it."""
    if of and done % 100 == 0 and sys.stderr.isatty():
        click.echo(f"{done} / {of}…", err=True)


def who() -> str:
    """Return who works here: the name given in the window, else the name of the account."""
    from annotator.store.holders import user_name
    from annotator.ui.settings import REVIEWER, Settings, settings_file

    try:
        return Settings(settings_file())[REVIEWER] or user_name()
    except RuntimeError:  # an account without a home has no settings
        return user_name()
