"""The engine of the suggesters, touched on one thread alone, that no key waits for."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from annotator.suggest.engine import Engine
from annotator.ui.work import Job, Way, Work

T = TypeVar("T")


class EngineLane(Work):
    """Does with the engine what is asked, in the order in which it is asked for."""

    def __init__(self, parent: QObject, way: Way) -> None:
        super().__init__(parent, way)
        self.engine = Engine(())
        self._untold: list[Callable[[Engine], None]] = []

    def use(self, engine: Engine) -> None:
        """Ask another engine from now on: it is to be told of all that was done, from the first."""
        self._untold = []
        self.engine = engine

    def tell(self, act: Callable[[Engine], None]) -> None:
        """Do `act` before anything else that is asked for: a key that waits begins no thread."""
        self._untold.append(act)

    def stop(self) -> None:
        """Do nothing more, and wait for no more than one suggester."""
        self.engine.stopped = True
        super().stop()

    def ask(self, do: Callable[[Engine], T], then: Callable[[T], None]) -> None:
        """Do `do`, and `then` with its outcome on the window's thread."""
        engine = self.engine
        untold, self._untold = self._untold, []

        def told(_job: Job) -> T:
            for act in untold:
                act(engine)
            return do(engine)

        self.begin("", told, then)
