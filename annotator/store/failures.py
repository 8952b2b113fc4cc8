"""What goes wrong with a project file, as sentences for people."""

import re
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from annotator.model.message import AnnotatorError
from annotator.store.holders import program_using


class ProjectError(AnnotatorError):
    """A project that can't be opened, read or written as asked; nothing was changed."""


class OlderError(ProjectError):
    """A project that an older version made, which takes a while to open; nothing was changed."""


class LongStepError(ProjectError):
    """A step of more changes than whoever asked has time for; nothing was changed."""


@contextmanager
def explained(path: Path) -> Generator[None, None, None]:
    """Raise what SQLite and the system report about the project `path` as a ProjectError.

    A mistake in a statement is a bug of the program and passes through as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        # A connection made by the standard library names the code; its own checks have none.
        name: str = getattr(error, "sqlite_errorname", "")
        explanation = damaged(path) if _OF_DAMAGE.search(str(error)) else _explanation(name, path)
        if explanation is None:
            raise
        raise explanation from error
    except UnicodeDecodeError as error:  # of a name or a sentence in the file
        raise damaged(path) from error
    except UnicodeEncodeError as error:
        raise ProjectError(
            "The character U+{0} is half of a pair and can't be kept. Remove it from what you"
            " entered.",
            f"{ord(str(error.object)[error.start]):04X}",
        ) from error


_OF_DAMAGE = re.compile("^Could not decode to UTF-8|^(table|index|view|trigger) .* already exists$")
"""What SQLite says of a file whose content or schema another program has changed."""


def no_project(path: Path) -> ProjectError:
    """Return the error that the file at `path` is no database at all."""
    return ProjectError(
        "{0} is not a project, or its beginning is damaged. Open a copy of it from before.",
        path.name,
    )


def damaged(path: Path) -> ProjectError:
    """Return the error for a file that another program, or a disk, has changed."""
    return ProjectError(
        "{0} is damaged. Export what can still be read, or open a copy of it from before.",
        path.name,
    )


def _explanation(name: str, path: Path) -> ProjectError | None:
    match name.split("_")[1:2]:
        case ["FULL"]:
            return ProjectError(
                "The disk is full: {0} could not be written, and is as it was before. Make room"
                " and try again.",
                path.name,
            )
        case ["BUSY"] | ["LOCKED"]:
            return ProjectError(
                "{0} is in use by {1}. Close it there, or wait until it has finished, and try"
                " again.",
                path.name,
                program_using(path) or "another program",
            )
        case ["READONLY"]:
            return ProjectError("{0} may not be written: it is read-only.", path.name)
        case ["NOTADB"]:
            return no_project(path)
        case ["CORRUPT"] | ["FORMAT"] | ["MISMATCH"] | ["TOOBIG"]:
            return damaged(path)
        case ["CANTOPEN"]:
            return ProjectError("{0} can't be opened: it is gone, or may not be read.", path.name)
        case ["IOERR"]:
            return ProjectError(
                "{0} could not be read or written: the disk reports an error, is full, or was"
                " taken away. Save a copy somewhere else.",
                path.name,
            )
        case _:
            return None
