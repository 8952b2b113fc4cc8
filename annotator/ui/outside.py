"""Asks other programs for suggestions: each article once, on a lane where they may take long."""

import shlex
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from queue import Empty, Queue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.suggest.settings import Settings
from annotator.suggest.suggestion import Suggester, Suggestion
from annotator.ui.work import CancelledError, Job, Way, Work

_GLANCE = 0.05
"""Seconds after which whoever waits for a program sees whether that is still wanted."""


class Outside(QObject):
    """Keeps what the programs that are switched on said of the open article."""

    answered = Signal()
    """`found` is another."""
    failed = Signal(object)
    """(AnnotatorError): a program did not answer as it should; once for each reason in a row."""

    def __init__(self, parent: QObject, way: Way) -> None:
        super().__init__(parent)
        self._lane = Work(self, way)
        self._lane.failed.connect(self.failed)
        self._programs: dict[str, Suggester] = {}
        self._addresses: Mapping[str, str] = {}
        self._labels: Tagset | None = None
        self._article = ""
        self.found: list[Suggestion] = []
        """What they proposed for the article that was asked about last."""
        self.troubles: dict[str, AnnotatorError] = {}
        """Why programs did not answer as they should when they were asked last, by their names."""

    def use(self, settings: Settings, tagset: Tagset) -> None:
        """Ask the programs that `settings` switch on from now on, and no others.

        Servers are asked for the labels of `tagset`; commands need not begin anew for another one.
        """
        wanted = {
            name: address
            for name, address in settings.outside.items()
            if name in settings.outside_on
        }
        labels = tagset if any(map(_is_server, wanted.values())) else None
        if (wanted, labels) == (self._addresses, self._labels):
            return
        self.stop()
        self._programs = {name: _program(name, address, tagset) for name, address in wanted.items()}
        self._addresses, self._labels = wanted, labels

    def ask(self, layer: Layer) -> None:
        """Ask about the article of `layer`, a copy, unless it was asked about last."""
        if layer.article.id == self._article or not self._programs:
            return
        self._article, self.found = layer.article.id, []
        for job in self._lane.jobs[1:]:
            job.abandon()
        for program in self._programs.values():
            self._ask(program, layer)

    def _ask(self, program: Suggester, layer: Layer) -> None:
        def take(found: list[Suggestion] | AnnotatorError) -> None:
            before = self.troubles.pop(program.name, None)
            if isinstance(found, AnnotatorError):
                self.troubles[program.name] = found
                if str(before) != str(found):
                    self.failed.emit(found)
            elif layer.article.id == self._article:
                self.found += found
                self.answered.emit()

        self._lane.begin("", lambda job: _answered(program, layer, job), take)

    def stop(self) -> None:
        """Ask no more, end the commands that were begun, and wait for no answer."""
        from annotator.suggest.command import Command

        self._article, self.found = "", []
        self._lane.stop()
        for program in self._programs.values():
            if isinstance(program, Command):
                program.close()
        self._programs, self._addresses, self.troubles = {}, {}, {}
        self._labels = None


def _answered(program: Suggester, layer: Layer, job: Job) -> list[Suggestion] | AnnotatorError:
    """Return what `program` proposes, or what is wrong with it.

    Once `job` is cancelled it is waited for no longer.
    """
    answers: Queue[list[Suggestion] | Exception] = Queue()

    def ask() -> None:
        try:
            answers.put(list(program.suggest(layer.article, layer)))
        except Exception as error:  # noqa: BLE001 it is raised where the answer is waited for
            answers.put(error)

    if not job.cancelled():
        Thread(target=ask, name="outside", daemon=True).start()
    while not job.cancelled():
        with suppress(Empty):
            answer = answers.get(timeout=_GLANCE)
            if isinstance(answer, Exception) and not isinstance(answer, AnnotatorError):
                raise answer
            return answer
    raise CancelledError


def _program(name: str, address: str, tagset: Tagset) -> Suggester:
    """Return what asks the program; what that takes is imported only where one is asked."""
    if _is_server(address):
        from annotator.formats.label_studio.controls import Used
        from annotator.formats.label_studio.interface import config_of
        from annotator.suggest.http import Backend

        return Backend(name, address, config_of(tagset, Used()))
    from annotator.suggest.command import Command

    return Command(name, shlex.split(address), _line, partial(_layer, name))


def _is_server(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _line(layer: Layer) -> str:
    from annotator.formats.jsonl_object import line_of

    return line_of(layer.article, layer).decode().removesuffix("\n")


def _layer(name: str, line: str) -> Layer:
    """Return the first layer of a line of our JSONL; raises AnnotatorError."""
    from annotator.formats.jsonl_object import parcel_of
    from annotator.formats.strict_json import parse

    parcel = parcel_of(parse(line), name)
    return next(iter(parcel.layers), Layer(parcel.article, name))


def check_address(address: str) -> None:
    """Raise AnnotatorError unless `address` can be an address or a command."""
    try:
        parts = shlex.split(address)
    except ValueError as error:
        raise AnnotatorError("The command can't be understood: {0}.", error) from error
    if not parts:
        raise AnnotatorError("Write an address (http://…) or a command.")
