"""Another process writes the project beside the one that has it open."""

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

from annotator.store.connection import Store
from annotator.store.files import OpenProject
from annotator.store.lane import Turns
from annotator.store.unfinished import discard_unfinished


class Lending:
    """What the process that has a project open does for one that is to write it; on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def place(self) -> Path:
        """Return where the file is.

        Raises ProjectError where it may not be written, or is no longer where it was.
        """
        return self._store.place_to_write()

    def turn(self, hurry: Callable[[], None]) -> AbstractContextManager[None]:
        """Let the other one write until the block ends, and nobody else.

        `hurry` is called, on any thread, when somebody here waits for that.
        """
        return self._store.lend_turn(hurry)

    def discard_unfinished(self) -> None:
        """Remove what an import had written that was killed."""
        with closing(self._store.another(read_only=False)) as store:
            discard_unfinished(store)


def open_beside(path: Path, turns: Turns) -> OpenProject:
    """Open a project that the process that began this one has open, to write in its turns."""
    return OpenProject(Store(path, read_only=False, lane=turns))
